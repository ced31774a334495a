"""The house on a day, and what was with a bed and with somebody."""

import datetime as dt

import pytest

from desktop.core.bedding import Insured
from desktop.models import query
from desktop.services.beds import board, history, in_service, insurance, leaves, natures, outages, reserving, stays
from desktop.services.beds import places as beds
from desktop.services.beds.insurance import InsuranceDraft
from desktop.services.beds.natures import NatureDraft
from desktop.services.beds.outages import OutageDraft
from desktop.services.beds.places import BedDraft
from desktop.services.beds.reserving import ReservationDraft
from desktop.services.beds.stays import StayDraft

TODAY = dt.date(2026, 10, 21)


@pytest.fixture
def bed(actor):
    def make(room="304", number="1", **fields):
        draft = BedDraft(building="1号楼", floor=room[0], room=room, number=number, **fields)
        return beds.save(actor, draft)

    return make


def shown(day=TODAY):
    return {one.place.split(" ")[1]: one for one in board.board(day).beds}


def test_each_bed_has_its_state_and_what_is_known_of_it(bed, person, actor):
    taken, away, kept, out = bed("101", "1"), bed("101", "2"), bed("201", "1", kind="ordinary"), bed("201", "2")
    bed("202", "1", mode="day")
    one = person("王芳", grade="severe", grade_on="2026-10-01")
    stays.admit(actor, StayDraft(one, taken, "2026-10-02"))
    stay = stays.admit(actor, StayDraft(person("李兰"), away, "2026-10-03"))
    stays.add_leave(actor, stay, "2026-10-20", "2026-10-25", "住院")
    reserving.reserve(actor, ReservationDraft(kept, None, "赵明", "2026-10-21", "2026-10-30"))
    outages.record(actor, OutageDraft(out, "2026-10-21", "", "漏水"))
    insurance.insure(actor, [taken], InsuranceDraft("2026-01-01", "2026-12-31"))
    told = {
        place: (str(one.state), one.on_leave, one.resident, one.grade, one.until, one.words)
        for place, one in shown().items()
    }
    assert told == {
        "101-1": ("occupied", False, "王芳", "severe", None, ""),
        "101-2": ("occupied", True, "李兰", "", dt.date(2026, 10, 25), "住院"),
        "201-1": ("reserved", False, "", "", dt.date(2026, 10, 30), "赵明"),
        "201-2": ("out_of_service", False, "", "", None, "漏水"),
        "202-1": ("free", False, "", "", None, ""),
    }
    assert (shown()["201-1"].kind, shown()["202-1"].mode) == ("ordinary", "day")
    assert [shown()[place].cover.state for place in ("101-1", "101-2")] == [Insured.IN_FORCE, Insured.NONE]
    floors = board.board(TODAY).floors
    assert [(floor.name, [(room.name, len(room.beds)) for room in floor.rooms]) for floor in floors] == [
        ("1", [("101", 2)]),
        ("2", [("201", 2), ("202", 1)]),
    ]
    assert board.board(TODAY).away == 1


def test_another_day_shows_what_was_then(bed, person, actor):
    one, other = bed("101"), bed("102", opened_on="2026-10-10")
    who = person("王芳", grade="mild", grade_on="2026-09-01")
    stay = stays.admit(actor, StayDraft(who, one, "2026-10-01"))
    stays.discharge(actor, stay, "2026-10-05", "回家")
    natures.record(actor, NatureDraft(one, "2026-10-04", "ordinary", "day", "market"))
    in_service.close(actor, other, "2026-10-20")
    assert [list(shown(dt.date(2026, 10, day))) for day in (9, 10, 19, 20)] == [
        *(["101-1"], ["101-1", "102-1"], ["101-1", "102-1"], ["101-1"])
    ]
    was = [shown(dt.date(2026, 10, day))["101-1"] for day in (3, 4, 5)]
    assert [(str(one.state), one.resident, one.grade, one.kind, one.bed_class) for one in was] == [
        ("occupied", "王芳", "mild", "nursing", ""),
        ("occupied", "王芳", "mild", "ordinary", "market"),
        ("free", "", "", "ordinary", "market"),
    ]


def test_the_board_asks_as_often_for_many_beds_as_for_few(bed, person, actor, monkeypatch):
    asked = []
    monkeypatch.setattr(query, "fetch", _counting(query.fetch, asked))
    stays.admit(actor, StayDraft(person(), bed("101"), "2026-10-01"))
    asked.clear()
    assert len(board.board(TODAY).beds) == 1
    few = len(asked)
    for number in range(12):
        stays.admit(actor, StayDraft(person(), bed("301", str(number)), "2026-10-01"))
    asked.clear()
    assert len(board.board(TODAY).beds) == 13
    assert len(asked) == few <= 20


def _counting(call, asked):
    def counted(*arguments):
        asked.append(arguments)
        return call(*arguments)

    return counted


def test_everything_of_a_bed_is_told_the_newest_first(bed, person, actor):
    one = bed("101")
    stay = stays.admit(actor, StayDraft(person("王芳"), one, "2026-09-01"))
    leave = stays.add_leave(actor, stay, "2026-09-10", "2026-09-12", "住院")
    stays.discharge(actor, stay, "2026-10-05", "回家")
    outages.record(actor, OutageDraft(one, "2026-10-06", "2026-10-08", "粉刷"))
    natures.record(actor, NatureDraft(one, "2026-10-09", "ordinary", "full", "inclusive"))
    insurance.insure(actor, [one], InsuranceDraft("2026-01-01", "2026-12-31", "人保财险", "YN-1"))
    reserving.reserve(actor, ReservationDraft(one, None, "赵明", "2026-10-21"))
    told = [
        (entry.thing, entry.first and entry.first.isoformat(), entry.person, entry.one) for entry in history.of_bed(one)
    ]
    assert told == [
        ("bed_reservation", "2026-10-21", "赵明", ""),
        ("bed_nature", "2026-10-09", "", "ordinary"),
        ("bed_outage", "2026-10-06", "", "粉刷"),
        ("leave", "2026-09-10", "王芳", "住院"),
        ("stay", "2026-09-01", "王芳", "回家"),
        ("bed_insurance", "2026-01-01", "", "人保财险"),
        ("bed_nature", None, "", "nursing"),
    ]
    leaves.void(actor, leave, "记错人")
    assert "leave" not in [entry.thing for entry in history.of_bed(one)]


def test_the_beds_of_somebody_are_told_one_after_the_other(bed, person, actor):
    one, other, who = bed("101"), bed("102"), person("王芳")
    stays.discharge(actor, stays.admit(actor, StayDraft(who, one, "2026-09-01")), "2026-09-20", "回家")
    stays.admit(actor, StayDraft(who, other, "2026-10-01"))
    stays.admit(actor, StayDraft(person("李兰"), one, "2026-10-01"))
    told = [(entry.thing, entry.place, entry.last and entry.last.isoformat()) for entry in history.of_person(who)]
    assert told == [("stay", "1号楼 102-1", None), ("stay", "1号楼 101-1", "2026-09-20")]
