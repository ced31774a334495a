"""Whose contract is to be seen to: none, over, beginning later, ending soon; stays and care beds at home."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from desktop.core.errors import InvalidDraft
from desktop.core.words.messages import field_sentence
from desktop.services import undoing
from desktop.services.beds import contracts, lain, moving, places, stays
from desktop.services.beds.contracts import ContractDraft
from desktop.services.beds.places import BedDraft
from desktop.services.beds.stays import StayDraft
from desktop.services.contracts import due
from desktop.services.home_beds import steps
from desktop.services.home_beds.steps import AssessDraft, PlanDraft, RenewDraft, SignDraft
from desktop.services.residents import forms
from desktop.services.residents.drafts import ContactDraft
from desktop.services.writing import done, rules
from desktop.services.writing.actor import Actor

TODAY = dt.date(2026, 10, 21)
Person = Callable[..., int]


@pytest.fixture
def beds(actor: Actor) -> list[int]:
    return [places.save(actor, BedDraft(room="304", number=one, opened_on="2025-01-01")) for one in "1234"]


def states(day: dt.date = TODAY) -> dict[str, str]:
    return {one.name: str(one.state) for one in due.lines(day)}


def test_each_state_is_told_and_the_worst_stands_first(actor: Actor, person: Person, beds: list[int]) -> None:
    people = [person(name) for name in ("甲", "乙", "丙", "丁")]
    for one, bed in zip(people, beds, strict=True):
        stays.admit(actor, StayDraft(one, bed, "2026-01-01"))
    contracts.add(actor, ContractDraft(people[0], "一", "2026-01-01", "2026-11-20"))
    contracts.add(actor, ContractDraft(people[1], "二", "2025-10-21", "2026-10-20"))
    contracts.add(actor, ContractDraft(people[2], "三", "2026-10-22", ""))
    found = due.due(TODAY)
    assert [(one.name, str(one.state), one.number, one.place) for one in found] == [
        ("乙", "ended", "二", "304-2"),
        ("丁", "none", "", "304-4"),
        ("丙", "coming", "三", "304-3"),
        ("甲", "ends_soon", "一", "304-1"),
    ]
    assert [one.until for one in found] == [dt.date(2026, 10, 20), None, None, dt.date(2026, 11, 20)]
    # A day before it asked for nothing; on its last day a contract holds.
    assert states(dt.date(2026, 10, 20)) == {"甲": "holds", "乙": "ends_soon", "丙": "coming", "丁": "none"}
    assert [one.name for one in due.lines(dt.date(2026, 10, 20))][-1] == "甲"
    stays.discharge(actor, lain.last_of(people[1]), "2026-10-21", "回家")
    assert "乙" not in states()
    assert [(one.name, str(one.state), one.place) for one in due.on_record(TODAY)] == [
        ("丙", "coming", "304-3"),
        ("乙", "ended", ""),
        ("甲", "ends_soon", "304-1"),
    ]


def test_how_many_days_before_is_a_rule_of_its_day(actor: Actor, person: Person, beds: list[int]) -> None:
    one = person("甲")
    stays.admit(actor, StayDraft(one, beds[0], "2026-01-01"))
    contracts.add(actor, ContractDraft(one, "一", "2026-01-01", "2026-11-20"))
    rules.set_rule(actor, "contract_days", dt.date(2026, 10, 22), 7)
    assert states() == {"甲": "ends_soon"}
    assert states(dt.date(2026, 10, 22)) == {"甲": "holds"}
    assert states(dt.date(2026, 11, 12)) == {"甲": "holds"}
    assert states(dt.date(2026, 11, 13)) == {"甲": "ends_soon"}
    with pytest.raises(InvalidDraft):
        rules.set_rule(actor, "contract_days", TODAY, -1)


def test_contracts_without_a_gap_reach_to_the_end_of_the_last(actor: Actor, person: Person, beds: list[int]) -> None:
    one = person("甲")
    stay = stays.admit(actor, StayDraft(one, beds[0], "2026-01-01"))
    contracts.add(actor, ContractDraft(one, "一", "2025-11-01", "2026-10-31"))
    assert states() == {"甲": "ends_soon"}
    after = contracts.add(actor, ContractDraft(one, "二", "2026-11-02", "2027-10-31"))
    assert states() == {"甲": "ends_soon"}, "a day between them has none"
    draft = contracts.draft_of(after)
    draft.from_on = "2026-11-01"
    contracts.correct(actor, after, draft)
    (line,) = due.lines(TODAY)
    assert (str(line.state), line.number, line.until) == ("holds", "一", dt.date(2027, 10, 31))
    moving.move(actor, stay, beds[1], "2026-10-12")
    assert [(one.place, str(one.state)) for one in due.lines(TODAY)] == [("304-2", "holds")]
    contracts.void(actor, after, "录错")
    assert states() == {"甲": "ends_soon"}
    undoing.take_back(actor, done.standing(actor)[0])
    assert states() == {"甲": "holds"}


def test_the_next_contract_begins_after_the_last_and_is_signed_by_whoever_did(
    actor: Actor, person: Person, beds: list[int]
) -> None:
    one = person("甲")
    assert contracts.following(one, TODAY).from_on == TODAY
    draft = forms.draft_of(one)
    draft.contacts = [ContactDraft("李强", "儿子", "13800000000")]
    forms.save(actor, draft)
    son = contracts.signer_named(one, "李强")
    contracts.add(actor, ContractDraft(one, "一", "2025-10-01", "2026-09-30", son, "guardian"))
    made = contracts.following(one, TODAY)
    assert (made.from_on, made.to_on, made.number) == (dt.date(2026, 10, 1), "", "")
    assert (made.contact_id, made.capacity) == (son, "guardian")
    draft = forms.draft_of(one)
    draft.contacts = []
    forms.save(actor, draft)
    made = contracts.following(one, TODAY)
    assert (made.contact_id, made.capacity) == (None, "")


def test_care_beds_at_home_stand_among_them(actor: Actor, person: Person) -> None:
    one = steps.assess(actor, AssessDraft(person("王芳"), "2026-09-01"))
    assert states() == {"王芳": "none"}
    assert states(dt.date(2026, 8, 31)) == {}
    steps.sign(actor, one, SignDraft("2026-09-07", "HT-1", "王强", "2026-11-01", "2026-12-01"))
    (line,) = due.due(TODAY)
    assert (str(line.kind), str(line.state), line.place, line.record_id) == ("home_bed", "ends_soon", "前卫社区", one)
    assert (line.number, line.signed_by, line.from_on) == ("HT-1", "王强", dt.date(2026, 9, 7))
    assert states(dt.date(2026, 9, 6)) == {"王芳": "coming"}
    assert states(dt.date(2026, 11, 1)) == {"王芳": "ends_soon"}, "it holds on its last day"
    assert states(dt.date(2026, 11, 2)) == {"王芳": "ended"}
    steps.plan(actor, one, PlanDraft("bathing", "2", "2026-09-07"))
    for day, words in (("2026-11-01", "2026-11-01"), ("2026-09-01", "2026-11-01")):
        with pytest.raises(InvalidDraft) as refused:
            steps.renew(actor, one, RenewDraft(day))
        assert words in field_sentence(refused.value.fields[0])
    steps.renew(actor, one, RenewDraft("2027-11-01"))
    (line,) = due.lines(TODAY)
    assert (str(line.state), line.number, line.signed_by, line.until) == ("holds", "HT-1", "王强", dt.date(2027, 11, 1))
    steps.renew(actor, one, RenewDraft("2028-11-01", "HT-2", "王芳"))
    (line,) = due.lines(TODAY)
    assert (line.number, line.signed_by) == ("HT-2", "王芳")
    steps.end(actor, one, "迁走", "2026-10-21")
    assert due.lines(TODAY) == []
