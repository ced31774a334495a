"""Trying a price out: a resident's meal, or that of anybody of an age and with flags."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from desktop.core.acts import Action
from desktop.core.errors import InvalidDraft
from desktop.services.canteen import price_edits, price_lists
from desktop.services.canteen.price_edits import SubsidyDraft
from desktop.services.canteen.price_lists import TryDraft
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import writing


def paid(draft: TryDraft) -> tuple[int, int, int]:
    charge = price_lists.try_out(draft).charge
    return charge.price_fen, charge.subsidy_fen, charge.paid_fen


def test_anybody_of_an_age_and_with_flags_is_charged_as_a_resident_like_that_is(
    actor: Actor, person: Callable[..., int], canteen_prices: None
) -> None:
    price_edits.set_subsidy(actor, SubsidyDraft("2026-10-01", "9", flags=["minimum_living"]))
    assert paid(TryDraft("2026-10-21", age="82")) == (1500, 500, 1000)
    assert paid(TryDraft("2026-10-21", age="82", flags=["minimum_living"])) == (1500, 900, 600)
    one = person("王芳", born="1944-03-05")
    assert paid(TryDraft("2026-10-21", resident_id=one)) == (1500, 500, 1000)


def test_an_age_of_eighty_holds_the_flag_that_follows_from_it(actor: Actor, canteen_prices: None) -> None:
    # A workbook may say 高龄 where others say 80 and over.
    with writing(actor, Action.SET_PRICE) as unit:
        price_edits.store_subsidies(unit, dt.date(2026, 10, 5), [(None, ("advanced_age",), 700)])
    assert paid(TryDraft("2026-10-21", age="80"))[1] == 700
    assert paid(TryDraft("2026-10-21", age="79"))[1] == 0


def test_what_is_wrong_with_the_question_is_named(actor: Actor) -> None:
    with pytest.raises(InvalidDraft) as caught:
        price_lists.try_out(TryDraft("", age="200", flags=["no_such"]))
    assert {error.name for error in caught.value.fields} == {"day", "age", "flags"}
