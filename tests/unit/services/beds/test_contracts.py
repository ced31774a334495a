"""入住协议: who signed, from when to when, and the picture of the paper."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.core.errors import InvalidDraft, NotFound
from desktop.models import query
from desktop.services import undoing
from desktop.services.beds import contracts, moving, pictures, places, stays
from desktop.services.beds.contracts import ContractDraft
from desktop.services.beds.places import BedDraft
from desktop.services.beds.stays import StayDraft
from desktop.services.residents import forms
from desktop.services.residents.drafts import ContactDraft
from desktop.services.writing import done
from desktop.services.writing.actor import Actor

TODAY = dt.date(2026, 10, 21)


@pytest.fixture
def lan(actor: Actor, person: Callable[..., int]) -> int:
    """李桂兰 with her son as a contact."""
    one = person("李桂兰")
    draft = forms.draft_of(one)
    draft.contacts = [ContactDraft("李强", "儿子", "13800000000")]
    forms.save(actor, draft)
    return one


def refused(wrong: pytest.ExceptionInfo[InvalidDraft]) -> dict[str, str]:
    return {one.name: str(one.reason) for one in wrong.value.fields}


def test_a_contract_says_who_signed_for_whom(actor: Actor, lan: int) -> None:
    son = contracts.signer_named(lan, "李强")
    draft = ContractDraft(lan, "RZ-2026-031", "2026-10-01", "2027-09-30", son, "guardian", "押金另收")
    contracts.add(actor, draft)
    [row] = contracts.of_resident(lan)
    assert (row.number, row.from_on, row.to_on) == ("RZ-2026-031", dt.date(2026, 10, 1), dt.date(2027, 9, 30))
    assert (row.signed_by, row.relation, row.phone, row.capacity) == ("李强", "儿子", "13800000000", "guardian")


def test_who_signs_is_a_contact_of_the_resident_and_as_what_is_said(
    actor: Actor, lan: int, person: Callable[..., int]
) -> None:
    son = contracts.signer_named(lan, "李强")
    other = person("王芳")
    for draft, wrong in (
        (ContractDraft(lan, "", "", "", None, ""), {"from_on": "required"}),
        (ContractDraft(lan, "", "2026-10-05", "2026-10-04"), {"to_on": "ends_before_start"}),
        (ContractDraft(other, "", "2026-10-01", "", son, "agent"), {"contact_id": "not_a_contact"}),
        (ContractDraft(lan, "", "2026-10-01", "", son, ""), {"capacity": "required"}),
        (ContractDraft(lan, "", "2026-10-01", "", None, "agent"), {"contact_id": "required"}),
    ):
        with pytest.raises(InvalidDraft) as caught:
            contracts.add(actor, draft)
        assert refused(caught) == wrong
    with pytest.raises(InvalidDraft) as caught:
        contracts.signer_named(lan, "李四")
    assert refused(caught) == {"contact_id": "not_a_contact"}
    assert contracts.of_resident(lan) == []


def test_of_several_the_one_that_began_last_holds(actor: Actor, lan: int) -> None:
    contracts.add(actor, ContractDraft(lan, "一", "2025-10-01", "2026-10-31"))
    contracts.add(actor, ContractDraft(lan, "二", "2026-10-15", ""))
    found = contracts.of_resident(lan)
    holding = {
        day: contracts.holding(found, dt.date.fromisoformat(day)) for day in ("2025-09-30", "2026-10-14", "2026-10-15")
    }
    assert {day: one and one.number for day, one in holding.items()} == {
        "2025-09-30": None,
        "2026-10-14": "一",
        "2026-10-15": "二",
    }


def test_who_lies_in_a_bed_without_a_contract_is_listed(actor: Actor, lan: int) -> None:
    beds = [places.save(actor, BedDraft(room="304", number=one, opened_on="2026-01-01")) for one in "12"]
    stay = stays.admit(actor, StayDraft(lan, beds[0], "2026-10-01"))
    assert contracts.without(TODAY) == [(lan, "李桂兰")]
    made = contracts.add(actor, ContractDraft(lan, "", "2026-10-01", "2026-10-20"))
    assert contracts.without(dt.date(2026, 10, 20)) == []
    assert contracts.without(TODAY) == [(lan, "李桂兰")]
    draft = contracts.draft_of(made)
    draft.to_on = ""
    contracts.correct(actor, made, draft)
    # A move changes nothing of it.
    moving.move(actor, stay, beds[1], "2026-10-12")
    assert contracts.without(TODAY) == []
    undoing.take_back(actor, done.standing(actor)[0])
    contracts.void(actor, made, "录错")
    assert contracts.without(TODAY) == [(lan, "李桂兰")]
    with pytest.raises(NotFound):
        contracts.draft_of(made)


def test_the_picture_of_a_contract_is_kept_under_a_name_that_says_nothing(
    actor: Actor, lan: int, tmp_path: Path
) -> None:
    paper = tmp_path / "李桂兰的协议.png"
    paper.write_bytes(b"\x89PNG\r\n\x1a\n" + b"0" * 50)
    made = contracts.add(actor, ContractDraft(lan, "", "2026-10-01", ""))
    kept = pictures.keep(actor, made, paper)
    assert "李" not in kept.name
    assert pictures.read(actor, made) == (kept, paper.read_bytes())
    assert query.text("SELECT photo FROM stay_contract WHERE id = ?", [made]) == kept.name
