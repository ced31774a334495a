"""What the list of meals shows of each."""

from __future__ import annotations

from collections.abc import Callable

from desktop.core.i18n import translate
from desktop.core.money import yuan_text
from desktop.core.words import terms
from desktop.services.canteen.meals import MealRow
from desktop.ui.forms.text_fields import day_text
from desktop.ui.tables.model import Align, Column


def meal_columns() -> tuple[Column[MealRow], ...]:
    """Day, person, meal, money."""
    return (
        Column[MealRow](translate("Canteen", "Date"), lambda row: day_text(row.eaten_on), 110, sort="date"),
        Column[MealRow](translate("Canteen", "Time"), lambda row: row.eaten_at or "—", 74, spare=True),
        Column[MealRow](translate("Canteen", "Name"), eater_words, 110, sort="name", stretch=True),
        Column[MealRow](translate("Canteen", "Community"), lambda row: row.community, 120, stretch=True, spare=True),
        Column[MealRow](translate("Canteen", "Meal"), lambda row: terms.MEALS.shown[row.meal], 56),
        Column[MealRow](translate("Canteen", "Mode"), lambda row: terms.MEAL_MODES.shown[row.mode], 72),
        Column[MealRow](translate("Canteen", "Rating"), lambda row: str(row.rating or "—"), 56, spare=True),
        _money(translate("Canteen", "Price"), lambda row: row.price_fen),
        _money(translate("Canteen", "Subsidy"), lambda row: row.subsidy_fen),
        _money(translate("Canteen", "Paid"), lambda row: row.paid_fen),
    )


def _money(title: str, fen: Callable[[MealRow], int]) -> Column[MealRow]:
    return Column(title, lambda row: yuan_text(fen(row)), 78, Align.RIGHT, spare=title != translate("Canteen", "Paid"))


def eater_words(row: MealRow) -> str:
    """Who ate: a name, or a guest with or without whom he came."""
    if row.host:
        return translate("Canteen", "Guest (with {name})").format(name=row.host)
    return row.name or translate("Canteen", "Guest")
