"""What is done with dishes, each as the box that asks for it."""

from __future__ import annotations

import datetime as dt

from PySide6.QtWidgets import QWidget

from desktop.core.i18n import translate
from desktop.core.trade import MealKind
from desktop.core.words import terms
from desktop.core.words.food import ALLERGENS
from desktop.services.food import dishes, planning
from desktop.services.food.dishes import DishDraft, DishRow
from desktop.services.writing.actor import Actor
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.forms.choice_fields import CheckRow, SegmentField
from desktop.ui.forms.draft_form import DraftForm
from desktop.ui.forms.several_field import SeveralField
from desktop.ui.forms.text_fields import DateField, MoneyField, TextField, day_text
from desktop.ui.frame.bus import Topic
from desktop.ui.frame.page import Page
from desktop.ui.pages.acts import Act, Ask, Drafted, Texts, ask_for, reason


def ask_dishes(widget: QWidget, actor: Actor, day: dt.date, meal: str = "") -> SmallForm:
    """The dishes of a meal, as many as are typed; each with the price and allergens that it had last."""
    several = translate("Dishes", "Several with a comma between; Enter takes the one that is offered.")
    asked = Texts(
        Ask(
            "names",
            translate("Dishes", "Names of the dishes"),
            SeveralField({one: one for one in dishes.names()}, free=True),
            required=True,
            help=several,
        ),
        Ask(
            "meal",
            translate("Dishes", "Meal"),
            SegmentField(terms.MEALS.shown),
            required=True,
            value=meal or MealKind.LUNCH,
        ),
        Ask("served_on", translate("Dishes", "Day"), DateField(), required=True, value=day),
    )
    act = Act(
        translate("Dishes", "Dishes of {day}").format(day=day_text(day)),
        translate("Dishes", "Save"),
        asked,
        lambda given: planning.plan(actor, given["served_on"], given["meal"], given["names"]),
        Topic.MEALS,
        lambda given: translate("Dishes", "On the menu: {names}").format(names=given["names"]),
        about=(day, meal),
    )
    return ask_for(widget, act)


def ask_change(widget: QWidget, actor: Actor, one: DishRow) -> SmallForm:
    """Name, price, allergens and remark of a dish."""
    form = DraftForm(DishDraft)
    form.add("name", translate("Dishes", "Dish"), TextField())
    free = translate("Dishes", "Empty: it comes with the meal.")
    form.add("price", translate("Dishes", "Price"), MoneyField(), help=free)
    form.add("allergens", translate("Dishes", "Allergens"), CheckRow(ALLERGENS.shown))
    form.add("remark", translate("Dishes", "Remark"), TextField())
    act = Act(
        f"{terms.MEALS.shown[one.meal]} · {day_text(one.served_on)}",
        translate("Dishes", "Save"),
        Drafted(form, dishes.draft_of(one.id)),
        lambda given: dishes.change(actor, one.id, given),
        Topic.MEALS,
        translate("Dishes", "{name} is put right").format(name=one.name),
        long=True,
        about=one.id,
    )
    return ask_for(widget, act)


def ask_void(widget: QWidget, actor: Actor, one: DishRow) -> SmallForm:
    """A dish that was not served."""
    act = Act(
        translate("Dishes", "Void {name} of {day}; its batches and its sample go with it").format(
            name=one.name, day=day_text(one.served_on)
        ),
        translate("Dishes", "Void"),
        Texts(reason()),
        lambda given: dishes.void(actor, one.id, given["reason"]),
        Topic.MEALS,
        translate("Dishes", "{name} is void").format(name=one.name),
        about=one.id,
    )
    return ask_for(widget, act)


def ask_copy(page: Page, actor: Actor, monday: dt.date) -> SmallForm:
    """The menu of another week into this one."""
    before = monday - dt.timedelta(days=7)
    asked = Texts(
        Ask("first", translate("Dishes", "From the week of"), DateField(), required=True, value=before),
        Ask("into", translate("Dishes", "Into the week of"), DateField(), required=True, value=monday),
    )
    act = Act(
        translate("Dishes", "Copy the menu of a week; dishes that stand there already stay"),
        translate("Dishes", "Copy"),
        asked,
        lambda given: planning.copy_week(actor, given["first"], given["into"]),
        Topic.MEALS,
        translate("Dishes", "The menu is copied"),
        about=monday,
    )
    return ask_for(page, act)
