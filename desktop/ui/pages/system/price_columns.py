"""Prices and subsidies as lines of a table, and whom a change of them touches."""

from __future__ import annotations

import datetime as dt

from desktop.core.answers import PriceState
from desktop.core.i18n import translate
from desktop.core.money import yuan_text
from desktop.core.trade import Combining
from desktop.core.words import terms
from desktop.core.words.prices import SCREEN, state_word
from desktop.services.canteen.price_lists import Listed, Row
from desktop.services.canteen.price_preview import Effect
from desktop.services.canteen.prices import Dated, Price, Subsidy
from desktop.ui.look.theme import Tone
from desktop.ui.tables.model import Align, Cell, Column
from desktop.ui.widgets.chips import Chips, ChipSpec

_TONES = {
    PriceState.IN_FORCE: Tone.OK,
    PriceState.TO_COME: Tone.ACCENT,
    PriceState.OVER: Tone.NEUTRAL,
    PriceState.REPLACED: Tone.NEUTRAL,
}


def price_columns() -> tuple[Column[Listed[Price]], ...]:
    """Every price, what holds today first."""
    return (
        Column(translate("Prices", "Meal"), lambda line: meal_words(line.row), 104),
        Column(translate("Prices", "Yuan"), lambda line: yuan_text(line.row.price_fen), 84, Align.RIGHT),
        Column(translate("Prices", "For"), lambda line: whom_words(line.row), 90, stretch=True),
        Column(translate("Prices", "State"), _state, 124),
        Column(translate("Prices", "From"), lambda line: _day(line.row.valid_from), 104),
        Column(translate("Prices", "Until"), lambda line: _day(line.row.valid_to), 104, spare=True),
        Column(translate("Prices", "Days"), lambda line: SCREEN.days(line.row.weekdays), 120, spare=True),
    )


def subsidy_columns() -> tuple[Column[Listed[Subsidy]], ...]:
    """Every subsidy, what holds today first."""
    return (
        Column(translate("Prices", "For"), lambda line: whom_words(line.row), 150, stretch=True),
        Column(translate("Prices", "Gives"), lambda line: given_words(line.row), 120),
        Column(translate("Prices", "Meal"), lambda line: meal_words(line.row), 120),
        Column(translate("Prices", "State"), _state, 124),
        Column(translate("Prices", "From"), lambda line: _day(line.row.valid_from), 104),
        Column(translate("Prices", "Until"), lambda line: _day(line.row.valid_to), 104, spare=True),
        Column(translate("Prices", "Limits"), lambda line: limit_words(line.row), 200, stretch=True, spare=True),
    )


def effect_columns() -> tuple[Column[Effect], ...]:
    """By person: how many meals, the subsidy and what is paid before and after."""
    return (
        Column(translate("Prices", "Name"), lambda one: one.name or translate("Prices", "Guests"), 110, stretch=True),
        Column(translate("Prices", "Meals"), lambda one: str(one.meals), 64, Align.RIGHT),
        Column(translate("Prices", "Subsidy"), lambda one: moved(one.before.subsidy_fen, one.after.subsidy_fen), 160),
        Column(translate("Prices", "To pay"), lambda one: moved(one.before.paid_fen, one.after.paid_fen), 160),
    )


def moved(before: int, after: int) -> str:
    """An amount before and after; one where it stays."""
    return yuan_text(before) if before == after else f"{yuan_text(before)} → {yuan_text(after)}"


def meal_words(row: Dated) -> str:
    """Which meal and mode it is for."""
    meal = SCREEN.meal(row.meal) if row.meal else translate("Prices", "every meal")
    return " · ".join((meal, *([terms.MEAL_MODES.shown[row.mode]] if row.mode else [])))


def whom_words(row: Dated) -> str:
    """For whom it is."""
    return SCREEN.whom(row.ages, row.flags)


def given_words(row: Subsidy) -> str:
    """What it gives."""
    return SCREEN.given(row.amount_fen, row.percent)


def limit_words(row: Subsidy) -> str:
    """Its caps, its least price, and how it goes with others."""
    return SCREEN.limits(row.min_spend_fen, row.day_cap_fen, row.month_cap_fen, row.combining == Combining.SUM)


def state_chip(state: PriceState) -> Chips:
    """Whether something holds."""
    return Chips((ChipSpec(state_word(state), _TONES[state]),))


def _state(line: Listed[Row]) -> Cell:
    return state_chip(line.state)


def _day(day: dt.date | None) -> str:
    return day.isoformat() if day else "—"
