"""A second person of one name and birth date is asked about once, and then kept apart."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from desktop.core.errors import InvalidDraft
from desktop.core.words.messages import field_sentence
from desktop.models import query
from desktop.services.register import duplicates
from desktop.services.residents import asked, forms
from desktop.services.residents.drafts import ResidentDraft
from desktop.services.writing.actor import Actor
from tests.conftest import id_number


def twin_of_wang(phone: str = "") -> ResidentDraft:
    number = id_number("1944-03-05", "female", 7)
    return ResidentDraft(name="王芳", id_number=number, born_on="1944-03-05", sex="female", phone=phone)


def test_a_namesake_of_one_birth_date_is_asked_about_and_nothing_is_written(
    actor: Actor, person: Callable[..., int]
) -> None:
    person("王芳", phone="13900000001")
    with pytest.raises(InvalidDraft) as refused:
        asked.save(actor, twin_of_wang("13900000001"))
    [error] = refused.value.fields
    assert error.name == "not_same"
    assert field_sentence(error).endswith("Tick it if it is another person: 王芳")
    assert query.count("SELECT count(*) FROM resident") == 1


def test_who_is_said_to_be_somebody_else_does_not_come_up_as_a_pair(actor: Actor, person: Callable[..., int]) -> None:
    one = person("王芳")
    draft = twin_of_wang()
    draft.not_same = True
    other = asked.save(actor, draft)
    assert query.fetch("SELECT low_id, high_id FROM living_distinct_pair") == [(one, other)]
    assert duplicates.worklist() == []


def test_another_birth_date_or_a_change_of_somebody_on_record_asks_nothing(
    actor: Actor, person: Callable[..., int]
) -> None:
    one = person("王芳")
    draft = twin_of_wang()
    draft.born_on, draft.id_number = "1944-03-06", id_number("1944-03-06", "female", 7)
    other = asked.save(actor, draft)
    standing = forms.draft_of(one)
    standing.phone = "13900000001"
    assert (asked.save(actor, standing), other != one) == (one, True)
