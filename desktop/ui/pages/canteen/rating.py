"""How a meal pleased, typed in the list of meals."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.core.figures.canteen import SCORES
from desktop.core.i18n import translate
from desktop.services.canteen import ratings
from desktop.services.canteen.meals import MealRow
from desktop.services.closing import staging
from desktop.services.writing.actor import Actor
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.forms.choice_fields import SegmentField
from desktop.ui.frame.bus import Topic
from desktop.ui.pages.acts import Act, Ask, Texts, ask_for

RATING_KEY = "Ctrl+R"
STARS = {str(score): str(score) for score in SCORES}


def ask_rating(widget: QWidget, actor: Actor, row: MealRow, who: str) -> SmallForm:
    """From 1 to 5; said again, it is said anew."""
    stood = None if row.rating is None else str(row.rating)
    score = Ask("rating", translate("Canteen", "Rating"), SegmentField(STARS), required=True, value=stood)
    act = Act(
        translate("Canteen", "How did the meal please {name}?").format(name=who),
        translate("Canteen", "Save"),
        Texts(score),
        lambda given: ratings.rate(actor, row.id, given["rating"]),
        Topic.MEALS,
        lambda given: translate("Canteen", "{name}: rated {score}").format(name=who, score=given["rating"]),
        about=row.id,
        closed=lambda given: staging.with_fields("meal", row.id, {"rating": given["rating"]}),
    )
    return ask_for(widget, act)
