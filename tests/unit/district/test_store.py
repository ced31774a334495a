"""The derived store: a file's rows as Parquet, whole or not at all, and its closed months flat."""

import duckdb
import pytest

from desktop.core.storage_errors import StorageTrouble
from desktop.district import store
from desktop.district.engines.duckdb import counting
from desktop.district.tables import TABLES, sql_types
from desktop.services.visits import recording as visits
from desktop.services.visits.recording import VisitDraft
from tests.unit.district.conftest import Brought, manifest


def rows(folder, sql, month="2026-09"):
    with counting(store.root(folder), month) as engine:
        return engine.rows(sql)


def meal(uid, **more):
    return {"uid": uid, "resident": "p1", "eaten_on": "2026-09-08", "meal": "lunch", "price_fen": 1500} | more


def test_rows_come_back_with_the_types_of_their_table_and_the_keys_as_texts(tmp_path):
    store.put(tmp_path, "530114", "2026-09", {"meals": [meal("a"), meal("b", resident=None, voided_at="2026-09-09")]})
    found = rows(tmp_path, "SELECT uid, resident, eaten_on, price_fen, voided_at, month, centre FROM meals ORDER BY 1")
    assert found[0] == ("a", "p1", "2026-09-08", 1500, None, "2026-09", "530114")
    assert found[1][:2] == ("b", None) and found[1][4] == "2026-09-09"
    place = tmp_path / "store/part=meals/month=2026-09/centre=530114/rows.parquet"
    assert [one.name for one in place.parent.iterdir()] == [place.name], "nothing is left beside it"
    told = duckdb.sql(f"SELECT name, type FROM parquet_schema('{place}') WHERE type IS NOT NULL").fetchall()
    held = {"VARCHAR": "BYTE_ARRAY", "BIGINT": "INT64"}
    assert dict(told) == {name: held[kind] for name, kind in sql_types("meals").items()}


def test_every_table_can_be_asked_of_an_empty_store(tmp_path):
    for part in TABLES:
        assert rows(tmp_path, f"SELECT month, centre FROM {part}") == []


def test_a_part_of_a_name_that_the_store_does_not_know_is_passed_over(tmp_path):
    def never():
        raise AssertionError("asked for")
        yield {}

    store.put(tmp_path, "530114", "2026-09", {"contacts": never(), "meals": [meal("a")]})
    assert [one.name for one in store.root(tmp_path).iterdir()] == ["part=meals"]


def test_what_is_put_again_replaces_and_what_is_not_there_any_more_goes(tmp_path):
    store.put(tmp_path, "530114", "2026-09", {"meals": [meal("a"), meal("b")], "visits": [{"uid": "v"}]})
    store.put(tmp_path, "530199", "2026-09", {"meals": [meal("c")]})
    store.put(tmp_path, "530114", "2026-10", {"meals": [meal("d")]})
    store.put(tmp_path, "530114", "2026-09", {"meals": [meal("e")]})
    assert rows(tmp_path, "SELECT centre, uid FROM meals ORDER BY uid") == [("530199", "c"), ("530114", "e")]
    assert rows(tmp_path, "SELECT uid FROM visits") == []
    store.drop(tmp_path, "530114", "2026-09")
    assert rows(tmp_path, "SELECT uid FROM meals") == [("c",)]
    assert rows(tmp_path, "SELECT uid FROM meals", "2026-10") == [("d",)]
    store.drop(tmp_path, "530114", "2026-09")
    store.clear(tmp_path)
    assert not store.root(tmp_path).exists()
    store.clear(tmp_path)


def test_a_full_file_stands_beside_every_month(tmp_path):
    store.put(tmp_path, "530114", "full", {"meals": [meal("a")]})
    assert rows(tmp_path, "SELECT month, uid FROM meals", "2026-10") == [("full", "a")]


def test_a_table_that_breaks_off_leaves_what_stood_there(tmp_path):
    def broken():
        yield meal("x")
        raise StorageTrouble("here", "gone")

    store.put(tmp_path, "530114", "2026-09", {"meals": [meal("a")]})
    with pytest.raises(StorageTrouble):
        store.put(tmp_path, "530114", "2026-09", {"meals": broken()})
    assert rows(tmp_path, "SELECT uid FROM meals") == [("a",)]
    assert len([*store.root(tmp_path).rglob("*.*")]) == 1


@pytest.mark.parametrize(("centre", "period"), [("53011", "2026-09"), ("530114", "2026-13"), ("../x14", "full")])
def test_no_place_is_made_of_a_name_that_is_none(tmp_path, centre, period):
    with pytest.raises(ValueError):
        store.put(tmp_path, centre, period, {})
    with pytest.raises(ValueError):
        store.drop(tmp_path, centre, period)


def test_a_folder_with_a_quote_in_its_name_is_a_folder(tmp_path):
    folder = tmp_path / "区's [民政] 局"
    store.put(folder, "530114", "2026-09", {"meals": [meal("甲'")]})
    assert rows(folder, "SELECT uid FROM meals") == [("甲'",)]


def test_a_closed_month_comes_as_the_lines_of_its_papers(tmp_path, person, actor, canteen_prices, closed_documents):
    one = person("甲一", flags=["living_alone", "empty_nest"])
    person("乙二", flags=["disabled"], born="1950-01-01")
    visits.save(actor, VisitDraft(resident_id=one, visited_on="2026-09-10", visitors="何云"))
    documents = closed_documents()
    found = Brought(manifest(closed={"2026-09": 1}), {"frozen": documents})
    store.put(tmp_path, "530114", "2026-09", store.parts_of(found))
    roster = rows(tmp_path, "SELECT of_month, state, sex, times, method FROM frozen_roster ORDER BY state")
    assert roster == [("2026-09", "unvisited", "female", None, None), ("2026-09", "visited", "female", 1, "home")]
    flags = rows(tmp_path, "SELECT state, flag FROM frozen_roster_flags ORDER BY flag")
    assert flags == [("unvisited", "disabled"), ("visited", "empty_nest"), ("visited", "living_alone")]
    told = dict(rows(tmp_path, "SELECT figure, number FROM frozen_figures"))
    assert (told["visits.required"], told["visits.visited"], told["canteen.price"]) == (2, 1, 0)
    assert "visits.visit_rate" not in told and "services.budgets.自费.budget" not in told
    counts = rows(tmp_path, "SELECT key_1, number FROM frozen_counts WHERE counted = 'flags' AND number > 0 ORDER BY 1")
    assert counts == [("advanced_age", 1), ("disabled", 1), ("empty_nest", 1), ("living_alone", 1)]
    assert rows(tmp_path, "SELECT version, sha256, lines FROM frozen_versions") == [(1, f"{1:064x}", 1)]
    assert "甲一" not in "".join(map(str, rows(tmp_path, "SELECT * FROM frozen_roster")))


def test_of_the_versions_of_a_month_the_newest_counts(tmp_path):
    def of(version, required):
        figures = {"month": "2026-09", "visits": {"required": required}, "indicators": []}
        return {"month": "2026-09", "version": version, "kind": "figures", "content": figures}

    found = Brought(manifest(closed={"2026-09": 2}), {"frozen": [of(1, 7), of(2, 9)]})
    store.put(tmp_path, "530114", "2026-09", store.parts_of(found))
    assert rows(tmp_path, "SELECT figure, number FROM frozen_figures") == [("visits.required", 9)]
    assert rows(tmp_path, "SELECT version, lines FROM frozen_versions") == [(2, 0)]


def test_an_open_month_has_no_frozen_lines_and_a_file_of_before_has_its_figures(tmp_path):
    figures = [{"month": "2026-09", "visits": {"required": 3}, "indicators": []}]
    store.put(tmp_path, "530114", "2026-09", store.parts_of(Brought(manifest(), {}, figures)))
    assert rows(tmp_path, "SELECT * FROM frozen_figures") == [] == rows(tmp_path, "SELECT * FROM frozen_versions")
    assert rows(tmp_path, "SELECT name, kind, sequence FROM files") == [("中心530114", "month", 1)]
    store.put(tmp_path, "530114", "2026-09", store.parts_of(Brought(manifest(closed={"2026-09": 1}), {}, figures)))
    assert rows(tmp_path, "SELECT number FROM frozen_figures") == [(3,)]
    assert rows(tmp_path, "SELECT lines FROM frozen_versions") == [(0,)]


def test_a_number_that_nobody_proved_tells_no_person_from_another(tmp_path):
    people = [
        {"uid": "a", "id_number": "123", "id_state": "to_verify"},
        {"uid": "b", "id_number": "9", "id_state": "valid"},
    ]
    store.put(tmp_path, "530114", "2026-09", store.parts_of(Brought(manifest(), {"residents": people})))
    assert rows(tmp_path, "SELECT uid, id_number FROM residents ORDER BY uid") == [("a", ""), ("b", "9")]


def test_what_is_refused_is_not_taken_and_the_papers_stand(tmp_path):
    figures = {"month": "2026-09", "canteen": {"people": 2}, "indicators": []}
    parts = {
        "residents": [
            {"uid": "a", "id_number": "9", "id_state": "valid", "register_state": "deceased", "state_on": "2026-09-10"},
            {"uid": "b", "id_number": "9", "id_state": "valid", "register_state": "on_register"},
            {"uid": "'c", "register_state": "deceased", "state_on": "2026-09-01"},
        ],
        "meals": [
            meal("1", resident="a"),
            meal("2", resident="a", eaten_on="2026-09-11"),
            meal("3", resident="nobody"),
        ],
        "visits": [{"uid": "v'", "resident": "'c", "visited_on": "2026-09-02"}],
        "frozen": [{"month": "2026-09", "version": 1, "kind": "figures", "content": figures}],
    }
    store.put(tmp_path, "530114", "2026-09", store.parts_of(Brought(manifest(closed={"2026-09": 1}), parts)))
    assert rows(tmp_path, "SELECT uid FROM residents ORDER BY uid") == [("'c",), ("a",)], "one number is one person's"
    assert rows(tmp_path, "SELECT uid FROM meals") == [("1",)]
    assert rows(tmp_path, "SELECT uid FROM visits") == []
    assert rows(tmp_path, "SELECT figure, number FROM frozen_figures") == [("canteen.people", 2)]
