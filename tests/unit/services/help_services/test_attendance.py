"""An activity of many: one row a person, once, at once on disk."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest

from desktop.core.acts import Action
from desktop.core.answers import ScanKind
from desktop.core.codes import CodeKind
from desktop.core.errors import InvalidDraft, NotAllowed, NothingToDo, OtherCode
from desktop.core.month_errors import MonthClosed
from desktop.core.period import Month
from desktop.models import query
from desktop.services import undoing
from desktop.services.beds import places
from desktop.services.beds.places import BedDraft
from desktop.services.figures import services as service_figures
from desktop.services.help_services import attendance, orders, steps
from desktop.services.help_services.orders import ServiceDraft, ServiceQuery
from desktop.services.help_services.steps import DoneDraft, RatingDraft
from desktop.services.register import printed_codes
from desktop.services.residents import states
from desktop.services.writing import done, months
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import writing
from tests.conftest import id_number

Person = Callable[..., int]
OCTOBER = Month(2026, 10)


@pytest.fixture
def singing() -> ServiceDraft:
    """The singing of Wednesday afternoon, as it is typed."""
    draft = ServiceDraft(type="recreation", place="centre", service_on="1020", started="1400", ended="1530")
    draft.worker, draft.content, draft.payer = "陈志强", "合唱", "government"
    return attendance.begin(draft)


def card(resident_id: int) -> str:
    return printed_codes.code_of(CodeKind.RESIDENT, resident_id)


def on_record() -> list[orders.ServiceRow]:
    return orders.rows(orders.find_ids(ServiceQuery(month=OCTOBER, descending=False)))


def test_each_card_makes_one_finished_service_of_what_was_said_once(
    actor: Actor, person: Person, singing: ServiceDraft
) -> None:
    people = [person(name) for name in ("王芳", "李强", "普琼珍")]
    found = [attendance.scan(actor, card(one), singing) for one in people]
    assert [(one.kind, one.name) for one in found] == [
        (ScanKind.RECORDED, "王芳"),
        (ScanKind.RECORDED, "李强"),
        (ScanKind.RECORDED, "普琼珍"),
    ]
    rows = on_record()
    assert {(row.type, row.place, row.service_on, row.started, row.ended, row.minutes) for row in rows} == {
        ("recreation", "centre", dt.date(2026, 10, 20), "14:00", "15:30", 90)
    }
    assert {(row.state, row.worker, row.payer) for row in rows} == {("done", "陈志强", "government")}
    assert [row.resident_id for row in rows] == people
    assert attendance.attended(singing) == [row.id for row in reversed(rows)]
    assert service_figures(OCTOBER).total == 3


def test_a_second_scan_of_one_person_adds_nothing(actor: Actor, person: Person, singing: ServiceDraft) -> None:
    one = person("王芳")
    attendance.scan(actor, card(one), singing)
    again = attendance.scan(actor, "王芳", singing)
    assert (again.kind, again.name, len(on_record())) == (ScanKind.AGAIN, "王芳", 1)


def test_another_hour_is_another_activity(actor: Actor, person: Person, singing: ServiceDraft) -> None:
    one = person("王芳")
    attendance.scan(actor, card(one), singing)
    evening = attendance.begin(ServiceDraft(type="recreation", place="centre", service_on="1020", started="1900"))
    assert attendance.scan(actor, card(one), evening).kind == ScanKind.RECORDED
    assert len(attendance.attended(singing)) == len(attendance.attended(evening)) == 1


def test_a_cancelled_service_is_no_attendance(actor: Actor, person: Person, singing: ServiceDraft) -> None:
    one = person("王芳")
    order = orders.save(
        actor,
        ServiceDraft(
            resident_id=one, type="recreation", place="centre", state="requested", service_on="1020", started="1400"
        ),
    )
    steps.cancel(actor, order, "下雨")
    assert attendance.scan(actor, card(one), singing).kind == ScanKind.RECORDED


def test_typing_finds_by_name_initials_and_the_tail_of_a_number(
    actor: Actor, person: Person, singing: ServiceDraft
) -> None:
    person("王芳", id_number=id_number("1944-03-05", "female", 301))
    tail = id_number("1944-03-05", "female", 301)[-4:]
    assert attendance.scan(actor, tail, singing).kind == ScanKind.RECORDED
    person("李强")
    assert attendance.scan(actor, "lq", singing).name == "李强"


def test_several_of_a_name_are_asked_for(actor: Actor, person: Person, singing: ServiceDraft) -> None:
    people = [person("王芳"), person("王芳", born="1950-01-01")]
    found = attendance.scan(actor, "王芳", singing)
    assert found.kind == ScanKind.CHOOSE and {row.id for row in found.choices} == set(people)
    assert on_record() == []
    assert attendance.record(actor, people[1], singing).kind == ScanKind.RECORDED
    assert [row.resident_id for row in on_record()] == [people[1]]


@pytest.mark.parametrize("unknown", ["15301140000012345", "530114194403050999X", "123456789012"])
def test_a_card_of_nobody_waits_and_writes_nothing(
    actor: Actor, person: Person, singing: ServiceDraft, unknown: str
) -> None:
    person("王芳")
    before = query.count("SELECT count(*) FROM change_log")
    assert attendance.scan(actor, unknown, singing).kind == ScanKind.QUEUED
    assert query.count("SELECT count(*) FROM change_log") == before


def test_the_code_of_a_bed_is_called_what_it_is(actor: Actor, person: Person, singing: ServiceDraft) -> None:
    bed = places.save(actor, BedDraft(room="301", number="1"))
    with writing(actor, Action.EDIT_BED) as unit:
        code = printed_codes.give(unit, CodeKind.BED, bed)
    found = attendance.scan(actor, code, singing)
    assert found.kind == ScanKind.REFUSED and isinstance(found.error, OtherCode)


def test_who_died_before_was_not_there(actor: Actor, person: Person, singing: ServiceDraft) -> None:
    one = person("王芳")
    states.apply(actor, one, "deceased", dt.date(2026, 10, 10), "家属来电")
    found = attendance.scan(actor, card(one), singing)
    assert (found.kind, found.name, on_record()) == (ScanKind.REFUSED, "王芳", [])


def test_a_closed_month_takes_nobody_in(actor: Actor, person: Person) -> None:
    one = person("王芳")
    september = attendance.begin(ServiceDraft(type="learning", place="centre", service_on="2026-09-20"))
    months.close(actor, Month(2026, 9), "{}")
    found = attendance.scan(actor, card(one), september)
    assert found.kind == ScanKind.REFUSED and attendance.attended(september) == []


def test_an_auditor_records_nobody(actor: Actor, person: Person, singing: ServiceDraft) -> None:
    found = attendance.scan(Actor(None, "审核", "auditor", actor.station), card(person("王芳")), singing)
    assert isinstance(found.error, NotAllowed) and on_record() == []


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ({"type": ""}, "type"),
        ({"service_on": ""}, "service_on"),
        ({"service_on": "2026-10-22"}, "service_on"),
        ({"started": "1530", "ended": "1400"}, "ended"),
    ],
)
def test_what_is_said_once_has_to_be_whole(actor: Actor, said: dict[str, str], wrong: str) -> None:
    activity = {"type": "recreation", "service_on": "2026-10-20"} | said
    with pytest.raises(InvalidDraft) as refused:
        attendance.begin(ServiceDraft(**activity))
    assert [one.name for one in refused.value.fields] == [wrong]


def test_a_whole_activity_is_void_in_one_act_and_one_undo_brings_it_back(
    actor: Actor, person: Person, singing: ServiceDraft
) -> None:
    made = [attendance.enter(actor, person(name), singing) for name in ("王芳", "李强", "普琼珍")]
    steps.rate(actor, made[0], RatingDraft("5"))
    evening = attendance.begin(ServiceDraft(type="recreation", place="centre", service_on="1020", started="1900"))
    kept = attendance.enter(actor, person("吴刚"), evening)
    assert attendance.void(actor, singing, "重复登记") == 3
    assert [row.id for row in on_record()] == [kept]
    assert service_figures(OCTOBER).total == 1
    reasons = query.fetch("SELECT DISTINCT void_reason FROM help_service WHERE void_reason <> ''")
    assert [tuple(row) for row in reasons] == [("重复登记",)]
    undoing.take_back(actor, done.standing(actor)[0])
    assert sorted(row.id for row in on_record()) == sorted([*made, kept])
    assert steps_of(made[0]) == ("rated", 5)


def test_nothing_of_an_activity_is_void_where_nobody_came_or_its_month_is_closed(actor: Actor, person: Person) -> None:
    september = attendance.begin(ServiceDraft(type="learning", place="centre", service_on="2026-09-20"))
    with pytest.raises(NothingToDo):
        attendance.void(actor, september, "误录")
    one = attendance.enter(actor, person("王芳"), september)
    months.close(actor, Month(2026, 9), "{}")
    with pytest.raises(MonthClosed):
        attendance.void(actor, september, "误录")
    with pytest.raises(NotAllowed):
        attendance.void(Actor(None, "审核", "auditor", actor.station), september, "误录")
    assert attendance.attended(september) == [one]


def test_the_activity_of_a_service_is_the_one_that_was_said(
    actor: Actor, person: Person, singing: ServiceDraft
) -> None:
    one = attendance.enter(actor, person("王芳"), replace(singing, fee="3", subsidy="1"))
    found = attendance.of(one)
    assert replace(found, quantity="") == singing, "what it cost is each person's own"
    assert attendance.scan(actor, card(person("李强")), found).kind == ScanKind.RECORDED
    assert len(attendance.attended(singing)) == 2


def test_what_was_done_past_midnight_is_of_an_activity_too(actor: Actor, person: Person) -> None:
    asked = ServiceDraft(
        resident_id=person("王芳"), type="bathing", place="home", state="requested", service_on="1020", started="2330"
    )
    one = orders.save(actor, asked)
    steps.finish(actor, one, DoneDraft("1020", "2330", "0015"))
    found = attendance.of(one)
    assert (found.service_on, found.started, found.ended) == (dt.date(2026, 10, 20), "23:30", "00:15")
    assert attendance.attended(found) == [one]


def steps_of(service_id: int) -> tuple[str, int | None]:
    [row] = orders.rows([service_id])
    return row.state, row.satisfaction
