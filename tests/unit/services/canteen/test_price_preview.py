"""What a change would do is told by person and in sum before it is saved, and saved it does just that."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from desktop.core.errors import InvalidDraft
from desktop.core.period import Month
from desktop.models import query
from desktop.services.canteen import meals, price_lists, price_preview
from desktop.services.canteen.meals import MealDraft
from desktop.services.canteen.price_edits import PriceDraft, SubsidyDraft
from desktop.services.canteen.price_preview import Sums
from desktop.services.residents import states
from desktop.services.writing.actor import Actor

Person = Callable[..., int]


@pytest.fixture
def eaten(actor: Actor, person: Person, canteen_prices: None) -> None:
    """王芳 of 82 has three lunches, 李兰 of 65 one, a guest one."""
    wang, li = person("王芳", born="1944-03-05"), person("李兰", born="1961-03-05")
    for who, day in ((wang, 5), (wang, 6), (wang, 7), (li, 6), (None, 6)):
        meals.save(actor, MealDraft(who, f"2026-10-0{day}", "11:40", guest=who is None))


def test_a_subsidy_is_told_for_those_whom_it_touches_from_its_day_on(eaten: None, actor: Actor) -> None:
    before = query.count("SELECT count(*) FROM change_log")
    found = price_preview.preview(SubsidyDraft("2026-10-06", "7", min_age="80"))
    assert (found.month, found.first, found.supposed, found.meals) == (
        Month(2026, 10),
        dt.date(2026, 10, 6),
        False,
        4,
    )
    assert [(one.name, one.meals, one.before, one.after) for one in found.effects] == [
        ("王芳", 2, Sums(3000, 1000, 2000), Sums(3000, 1400, 1600)),
    ]
    assert (found.before, found.after) == (Sums(6000, 1300, 4700), Sums(6000, 1700, 4300))
    assert query.count("SELECT count(*) FROM change_log") == before


def test_a_price_touches_everybody_guests_too(eaten: None, actor: Actor) -> None:
    found = price_preview.preview(PriceDraft("2026-10-06", "lunch", "16"))
    assert sorted((one.name, one.after.paid_fen - one.before.paid_fen) for one in found.effects) == [
        ("", 100),
        ("李兰", 100),
        ("王芳", 200),
    ]


def test_a_change_to_come_is_counted_as_if_it_had_begun_with_the_month(eaten: None, actor: Actor) -> None:
    found = price_preview.preview(PriceDraft("2026-12-01", "lunch", "16", valid_to="2026-12-31"))
    assert (found.supposed, found.first, found.meals) == (True, dt.date(2026, 10, 1), 5)
    assert found.after.price_fen - found.before.price_fen == 500


def test_a_cap_counts_one_meal_after_the_other(eaten: None, actor: Actor) -> None:
    draft = SubsidyDraft("2026-10-02", "7", min_age="80", month_cap="12", replaces=True)
    found = {one.name: one.after.subsidy_fen for one in price_preview.preview(draft).effects}
    assert found == {"王芳": 1200, "李兰": 0}


def test_who_has_left_by_then_pays_what_a_guest_does(eaten: None, actor: Actor) -> None:
    wang = query.fetch_one("SELECT id FROM resident WHERE name = '王芳'")[0]
    states.apply(actor, wang, "moved_out", dt.date(2026, 10, 6), "随子女")
    found = {one.name: one for one in price_preview.preview(SubsidyDraft("2026-10-01", "7", min_age="80")).effects}
    assert (found["王芳"].before.subsidy_fen, found["王芳"].after.subsidy_fen) == (500, 700)
    assert price_lists.tried(wang, dt.date(2026, 10, 5), "lunch", "dine_in").charge.subsidy_fen == 500
    later = price_lists.tried(wang, dt.date(2026, 10, 7), "lunch", "dine_in")
    assert (later.charge.paid_fen, "no longer on the register" in later.why) == (1500, True)


def test_what_is_wrong_with_a_draft_is_named(actor: Actor) -> None:
    with pytest.raises(InvalidDraft):
        price_preview.preview(PriceDraft("2026-10-01", "lunch", ""))
