"""A route sheet is made, printed and typed in at any station; its codes are those of the station that made it."""

from __future__ import annotations

import pytest

from desktop.core.errors import AlreadyRecorded
from desktop.exchange import clashes
from desktop.models import query
from desktop.models.tables import RECORDS
from desktop.services.visits import route_sheets
from desktop.services.visits.route_sheets import RowEntry
from desktop.services.writing import apart
from desktop.services.writing.chain import references
from tests.unit.exchange.acts import new_person, someone
from tests.unit.exchange.test_taking import settled

DAY = "2026-10-20"


def test_each_station_has_sheets_with_codes_of_its_own(two, person):
    person("王芳")
    here = two(3)
    codes = {}
    for number in (1, 2, 3):
        with here.at(number) as actor:
            new_person(actor, f"李强{number}", 20 + number)
            made = route_sheets.make_sheet(actor, [someone().id, someone(f"李强{number}").id], "马丽", DAY)
            codes[number] = sorted(row.code for row in made.rows)
    assert [{code[7] for code in found} for found in codes.values()] == [{"0"}, {"1"}, {"2"}]
    settled(here, 1, 2, 3)
    with here.at(2) as actor:
        # What station 3 printed is typed in at the second one.
        found = {route_sheets.find_row(code).name: code for code in codes[3]}
        assert set(found) == {"王芳", "李强3"}
        route_sheets.record_row(actor, found["李强3"], RowEntry(outcome="not_reached"))
    settled(here, 1, 2, 3)
    with here.at(1) as actor:
        row = route_sheets.find_row(found["李强3"])
        assert (
            query.text(
                "SELECT r.name FROM visit v JOIN resident r ON r.id = v.resident_id WHERE v.id = ?", [row.visit_id]
            )
            == "李强3"
        )
        with pytest.raises(AlreadyRecorded):
            route_sheets.record_row(actor, found["李强3"], RowEntry(outcome="not_reached"))
        assert clashes.listed(actor) == []


def test_one_row_that_two_stations_typed_in_keeps_both_visits_and_asks(two, person, actor):
    who = person("王芳")
    (row,) = route_sheets.make_sheet(actor, [who], "马丽", DAY).rows
    here = two()
    visits = {}
    for number, outcome in ((1, "not_reached"), (2, "hospital")):
        with here.at(number) as somebody:
            made = route_sheets.record_row(somebody, row.code, RowEntry(outcome=outcome))
            visits[number] = query.text("SELECT uid FROM visit WHERE id = ?", [made])
    settled(here, 1, 2)
    for number in (1, 2):
        with here.at(number) as somebody:
            (case,) = clashes.listed(somebody)
            assert (case.kind, case.field, case.name) == ("route_row", "visit_id", "王芳")
            assert {case.ours, case.theirs} == set(visits.values())
            assert query.count("SELECT count(*) FROM living_visit") == 2
    with here.at(1) as somebody:
        clashes.decide(somebody, case.kind, case.uid, case.field, "ours")
    settled(here, 1, 2)
    for number in (1, 2):
        with here.at(number) as somebody:
            assert clashes.listed(somebody) == []
            held = query.text("SELECT v.uid FROM route_row w JOIN visit v ON v.id = w.visit_id")
            assert held == visits[1]


def test_what_every_station_writes_names_rows_by_keys_that_another_store_can_read(actor):
    for table in apart.SHARED & set(RECORDS):
        named = {one for one in RECORDS[table]._meta.columns if one.endswith(("_id", "_of", "_with"))}
        assert named - {"supersedes_id"} <= set(references(table)), table
