"""The attendance list: whoever is on record for the activity, a code for ever, who printed it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from desktop.core.errors import NotAllowed, NothingToDo
from desktop.models import query
from desktop.services.help_services import attendance, attendance_paper, on_paper, orders
from desktop.services.help_services.orders import ServiceDraft
from desktop.services.writing import done
from desktop.services.writing.actor import Actor

Person = Callable[..., int]


@pytest.fixture
def singing() -> ServiceDraft:
    """The singing of an afternoon."""
    draft = ServiceDraft(type="recreation", place="centre", service_on="1020", started="1400", ended="1530")
    draft.worker = "陈志强"
    return attendance.begin(draft)


def told(actor: Actor, activity: ServiceDraft) -> list[tuple[int, str]]:
    return [(row.position, row.name) for row in attendance_paper.attendance_list(actor, activity).rows]


def test_whoever_came_stands_there_as_they_came_and_whoever_was_voided_no_more(
    actor: Actor, person: Person, singing: ServiceDraft
) -> None:
    made = [attendance.enter(actor, person(name), singing) for name in ("王芳", "李强", "普琼珍")]
    other = attendance.begin(ServiceDraft(type="recreation", place="centre", service_on="1020", started="1900"))
    attendance.enter(actor, person("吴刚"), other)
    assert told(actor, singing) == [(1, "王芳"), (2, "李强"), (3, "普琼珍")]
    orders.void(actor, made[1], "没有来")
    assert told(actor, singing) == [(1, "王芳"), (2, "普琼珍")]


def test_what_it_says_is_what_their_services_say(actor: Actor, person: Person, singing: ServiceDraft) -> None:
    attendance.enter(actor, person("王芳"), singing)
    other = ServiceDraft(**{**singing.__dict__, "worker": "李秀英", "content": "合唱", "ended": ""})
    attendance.enter(actor, person("李强"), other)
    found = attendance_paper.attendance_list(actor, singing)
    assert (found.visitor, found.ended, found.content, found.item) == ("陈志强、李秀英", "15:30", "合唱", "")
    assert (found.day, found.type, found.place, found.started) == (singing.service_on, "recreation", "centre", "14:00")


def test_codes_stay_and_each_printing_is_noted_but_is_no_act_to_take_back(
    actor: Actor, person: Person, singing: ServiceDraft
) -> None:
    one = attendance.enter(actor, person("王芳"), singing)
    acts = done.standing(actor)
    first = attendance_paper.attendance_list(actor, singing).rows
    again = attendance_paper.attendance_list(actor, singing).rows
    assert [row.code for row in first] == [row.code for row in again]
    assert on_paper.find(first[0].code).id == one
    printings = "SELECT count(*) FROM change_log WHERE table_name = 'help_service' AND row_id = ? AND action = 'print'"
    assert query.count(printings, [one]) == 2
    assert done.standing(actor) == acts


def test_nobody_is_no_list_and_an_auditor_prints_none(actor: Actor, person: Person, singing: ServiceDraft) -> None:
    with pytest.raises(NothingToDo):
        attendance_paper.attendance_list(actor, singing)
    attendance.enter(actor, person("王芳"), singing)
    with pytest.raises(NotAllowed):
        attendance_paper.attendance_list(Actor(None, "审核", "auditor", actor.station), singing)
