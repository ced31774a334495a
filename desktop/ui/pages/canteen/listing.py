"""The register of meals as a list: its columns, filters and order."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from desktop.core.acts import Action
from desktop.core.answers import WorkbookKind
from desktop.core.i18n import translate
from desktop.core.words import terms
from desktop.services.canteen.meals import MealRow
from desktop.ui.pages.canteen.columns import meal_columns
from desktop.ui.pages.canteen.rating import STARS
from desktop.ui.pages.list_page import Listing
from desktop.ui.widgets.filters import Filter
from desktop.ui.widgets.header import search_words

Choices = Callable[[], Mapping[str, str]]


def meals(days: Choices, occasions: Choices) -> Listing[MealRow]:
    """The meals of a month, newest first; ``days`` and ``occasions`` are those of the month that is shown."""
    return Listing(
        key="meal",
        adds=Action.RECORD_MEAL,
        edits=Action.RECORD_MEAL,
        import_kind=WorkbookKind.MEALS,
        title=translate("Canteen", "Canteen"),
        columns=meal_columns(),
        search_hint=search_words(),
        filters=(
            Filter("day", translate("Canteen", "Day"), days),
            Filter("meal", translate("Canteen", "Meal"), lambda: terms.MEALS.shown),
            Filter("mode", translate("Canteen", "Mode"), lambda: terms.MEAL_MODES.shown),
            Filter("occasion", translate("Canteen", "Occasion"), occasions),
            Filter("rating", translate("Canteen", "Rating"), lambda: STARS),
            Filter("price", translate("Canteen", "Price"), lambda: {"none": translate("Canteen", "no price set")}),
        ),
        with_month=True,
        order="date",
        descending=True,
        empty=(
            translate("Canteen", "No meal in this month yet"),
            translate("Canteen", "Press F9 and scan the first card."),
        ),
    )
