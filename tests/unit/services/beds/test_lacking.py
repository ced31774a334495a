"""一床一码: which beds have no printed label, and which are not insured on a day."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop.core import clock
from desktop.core.acts import Action, LogAction
from desktop.core.bedding import Insured
from desktop.core.codes import CodeKind
from desktop.core.errors import InvalidDraft, NotAllowed
from desktop.core.trade import Role
from desktop.models import query
from desktop.services.beds import in_service, insurance, lacking, places
from desktop.services.beds.insurance import InsuranceDraft
from desktop.services.beds.places import BedDraft
from desktop.services.register import printed_codes, printed_labels
from desktop.services.register.printed_labels import Printed
from desktop.services.writing import verifying
from desktop.services.writing.actor import Actor

TODAY = dt.date(2026, 10, 21)


@pytest.fixture
def beds(actor: Actor) -> list[int]:
    """Three beds of a room."""
    return [
        places.save(actor, BedDraft(building="1号楼", floor="3", room="304", number=str(one), opened_on="2026-01-01"))
        for one in (1, 2, 3)
    ]


def code(bed: int) -> str:
    return printed_codes.code_of(CodeKind.BED, bed)


def without(day: dt.date = TODAY) -> list[int]:
    return [one.bed.id for one in lacking.lacking(day) if one.label]


def uninsured(day: dt.date = TODAY) -> list[int]:
    return [one.bed.id for one in lacking.lacking(day) if one.insurance]


def test_a_bed_has_a_label_once_its_code_was_printed_until_the_code_is_replaced(beds: list[int], actor: Actor) -> None:
    assert without() == beds
    assert printed_labels.note(actor, [code(beds[0]), code(beds[1])]) == 2
    assert without() == [beds[2]]
    with clock.standing_at(dt.datetime(2026, 10, 22, 9)):
        printed_codes.replace(actor, CodeKind.BED, beds[0], "标签掉了")
        assert without() == [beds[0], beds[2]]
        known = printed_labels.printed(CodeKind.BED, beds)
        assert known == {beds[0]: Printed(None, TODAY), beds[1]: Printed(TODAY, None), beds[2]: Printed()}
        printed_labels.note(actor, [code(beds[0])])
        assert printed_labels.printed(CodeKind.BED, beds)[beds[0]] == Printed(dt.date(2026, 10, 22), TODAY)
    assert without() == [beds[2]]


def test_what_is_printed_is_the_code_on_the_paper_not_the_one_that_came_after(beds: list[int], actor: Actor) -> None:
    drawn = code(beds[0])
    printed_codes.replace(actor, CodeKind.BED, beds[0], "标签掉了")
    printed_labels.note(actor, [drawn])
    assert beds[0] in without()


def test_each_code_has_its_row_in_the_log_and_the_chain_holds(beds: list[int], actor: Actor) -> None:
    assert printed_labels.note(actor, [code(beds[0]), code(beds[0]), "00000000000000000"]) == 1
    rows = query.fetch("SELECT table_name, row_id, staff_name FROM change_log WHERE action = ?", [LogAction.PRINT])
    (wanted,) = query.ids("SELECT id FROM printed_code WHERE digits = ?", [code(beds[0])])
    assert [tuple(row) for row in rows] == [("printed_code", wanted, actor.name)]
    assert all(one.ok for one in verifying.verify())


def test_an_auditor_prints_no_label(beds: list[int], actor: Actor) -> None:
    with pytest.raises(NotAllowed) as caught:
        printed_labels.note(Actor(None, "审核甲", Role.AUDITOR, actor.station), [code(beds[0])])
    assert caught.value.action == Action.PRINT_LABELS
    assert without() == beds


def test_labels_that_were_there_before_are_said_to_be(beds: list[int], actor: Actor) -> None:
    assert lacking.are_labelled(actor, beds[:2]) == 2
    assert without() == [beds[2]]
    assert query.text("SELECT reason FROM change_log WHERE action = ?", [LogAction.PRINT]) == "labelled before"


def test_a_person_has_a_card_by_the_same_rule(person, actor: Actor) -> None:
    one, two = person("王芳"), person("李强")
    printed_labels.note(actor, [printed_codes.code_of(CodeKind.RESIDENT, two)])
    assert printed_labels.not_printed(CodeKind.RESIDENT, [one, two]) == [one]
    printed_codes.replace(actor, CodeKind.RESIDENT, two, "卡丢了")
    assert printed_labels.not_printed(CodeKind.RESIDENT, [two, one]) == [two, one]


def test_a_bed_is_insured_on_the_days_of_its_policy_alone(beds: list[int], actor: Actor) -> None:
    insurance.insure(actor, beds[:2], InsuranceDraft("2026-01-01", "2026-10-31"))
    printed_labels.note(actor, [code(one) for one in beds])
    assert uninsured() == [beds[2]]
    assert [one.bed.id for one in lacking.lacking(TODAY)] == [beds[2]], "a bed that lacks nothing is not listed"
    assert uninsured(dt.date(2026, 10, 31)) == [beds[2]]
    after = lacking.lacking(dt.date(2026, 11, 1))
    assert [one.bed.id for one in after] == beds
    assert [one.bed.cover.state for one in after] == [Insured.OVER, Insured.OVER, Insured.NONE]


def test_insured_without_days_is_not_insured_and_a_bed_that_is_gone_is_not_asked(beds: list[int], actor: Actor) -> None:
    draft = places.draft_of(beds[0])
    draft.insured = True
    places.save(actor, draft)
    in_service.close(actor, beds[1], "2026-10-20")
    found = lacking.lacking(TODAY)
    assert [(one.bed.id, one.bed.cover.state) for one in found] == [
        (beds[0], Insured.UNDATED),
        (beds[2], Insured.NONE),
    ]


def test_the_day_may_be_one_to_come_and_has_to_be_one() -> None:
    assert lacking.asked_day("2026-12-31") == dt.date(2026, 12, 31)
    for typed in ("", "十月"):
        with pytest.raises(InvalidDraft):
            lacking.asked_day(typed)
