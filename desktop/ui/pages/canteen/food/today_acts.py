"""The boxes of a day of the kitchen: everything is proposed as it was last time, so that one key saves it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from desktop.core import clock
from desktop.core.errors import FieldError
from desktop.core.food import SheetOf
from desktop.core.i18n import translate
from desktop.core.trade import PostRole
from desktop.core.words import terms
from desktop.core.words.food import SHEETS_OF
from desktop.core.words.messages import field_sentence
from desktop.services.food import dishes, purchases, samples, sheets
from desktop.services.food.dishes import DishRow
from desktop.services.food.sheets import SheetDraft, SheetRow
from desktop.services.people import names
from desktop.services.writing.actor import Actor
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.forms.choice_fields import CheckField
from desktop.ui.forms.draft_form import DraftForm
from desktop.ui.forms.form import Form
from desktop.ui.forms.names_field import NameField
from desktop.ui.forms.text_fields import TextField, TimeField, day_text
from desktop.ui.frame.bus import Topic
from desktop.ui.pages.acts import Act, Ask, Drafted, Texts, ask_for, reason
from desktop.ui.pages.canteen.food.batches_field import BatchesField
from desktop.ui.pages.canteen.food.sheet_lines import Line, SheetLinesField, parted
from desktop.ui.widgets.due import due_words

_LINES = "lines"


@dataclass(frozen=True)
class _Typed:
    at: str
    by: str
    lines: tuple[Line, ...]


class SheetForm(Form):
    """Who or what was looked at, when, by whom; what is wrong of a line is said in that line."""

    def __init__(self, kind: SheetOf, lines: Sequence[Line], at: str, by: str, told: str = "") -> None:
        super().__init__()
        self.rows = SheetLinesField(_heads(kind), _hint(kind))
        self.add(_LINES, SHEETS_OF.shown[kind], self.rows, required=True, help=told or _help(kind))
        self.add("done_by", translate("FoodSheets", "Written by"), NameField((PostRole.COOK,), ()))
        self.add("at", translate("FoodSheets", "Time"), TimeField())
        self.set_values({_LINES: lines, "at": at, "done_by": by})

    def given(self) -> _Typed:
        """What was typed."""
        values = self.values()
        return _Typed(str(values["at"]), str(values["done_by"]).strip(), self.rows.value())

    def set_errors(self, errors: Iterable[FieldError]) -> list[FieldError]:
        """Those of a line, which name it by its number from 1, stand in the line."""
        found = list(errors)
        of_lines = [one for one in found if one.name not in self.fields and one.hint.isdecimal()]
        homeless = super().set_errors([one for one in found if one not in of_lines])
        for one in of_lines:
            self.rows.say_wrong(int(one.hint) - 1, one.name, field_sentence(FieldError(one.name, one.reason)))
        return homeless


class _SheetAsked:
    """The fields of a sheet."""

    def __init__(self, form: SheetForm) -> None:
        self.form = form

    def given(self) -> _Typed:
        """What was typed."""
        return self.form.given()


def ask_sheet(widget: QWidget, actor: Actor, kind: SheetOf, day: dt.date) -> SmallForm:
    """A sheet of a day, as it was last time: Ctrl+S saves it where all was in order."""
    proposed = sheets.proposal(kind, day)
    last = {one.about: one for one in proposed}
    by = next((str(one.done_by) for one in proposed if one.done_by), "") or names.own(actor)
    at = f"{clock.now():%H:%M}" if day == clock.today() else ""
    told = _certified(list(last), day) if kind == SheetOf.MORNING_CHECK and last else ""
    form = SheetForm(kind, [Line(about) for about in last] or [Line(one) for one in _usual(kind)], at, by, told)

    def save(given: _Typed) -> None:
        sheets.add_all(actor, [_draft(kind, day, given, line) for line in given.lines])

    words = translate("FoodSheets", "{sheet} of {day}")
    act = Act(
        words.format(sheet=SHEETS_OF.shown[kind], day=day_text(day)),
        translate("FoodSheets", "Save"),
        _SheetAsked(form),
        save,
        Topic.MEALS,
        translate("FoodSheets", "{sheet} is on record").format(sheet=SHEETS_OF.shown[kind]),
        long=True,
        about=(kind, day),
    )
    return ask_for(widget, act)


def ask_line(widget: QWidget, actor: Actor, row: SheetRow) -> SmallForm:
    """A line on record, to be put right."""
    form = DraftForm(SheetDraft)
    about, _found, measure = _heads(row.kind)
    form.add("about", about, TextField())
    form.add("at", translate("FoodSheets", "Time"), TimeField())
    form.add("degrees", translate("FoodSheets", "Temperature"), TextField())
    form.add("fit", "", CheckField(translate("FoodSheets", "in order")))
    form.add("words", translate("FoodSheets", "What was found"), TextField())
    form.add("measure", measure, TextField())
    form.add("done_by", translate("FoodSheets", "Written by"), NameField((PostRole.COOK,), ()))
    act = Act(
        f"{SHEETS_OF.shown[row.kind]} · {row.about} · {day_text(row.day)}",
        translate("FoodSheets", "Save"),
        Drafted(form, sheets.draft_of(row.id)),
        lambda given: sheets.change(actor, row.id, given),
        Topic.MEALS,
        translate("FoodSheets", "The line is put right"),
        long=True,
        about=row.id,
    )
    return ask_for(widget, act)


def ask_void_line(widget: QWidget, actor: Actor, row: SheetRow) -> SmallForm:
    """A line that was written by mistake."""
    act = Act(
        translate("FoodSheets", "Void: {sheet} of {about}").format(sheet=SHEETS_OF.shown[row.kind], about=row.about),
        translate("FoodSheets", "Void"),
        Texts(reason()),
        lambda given: sheets.void(actor, row.id, given["reason"]),
        Topic.MEALS,
        translate("FoodSheets", "The line is void"),
        about=row.id,
    )
    return ask_for(widget, act)


def ask_samples(widget: QWidget, actor: Actor, taken: Sequence[DishRow]) -> SmallForm:
    """Samples of some dishes of a meal, all at once."""
    first = samples.proposal(taken[0].id)
    asked = Texts(
        Ask("grams", translate("FoodSheets", "Grams of each"), TextField(), required=True, value=first.grams),
        Ask("taken_at", translate("FoodSheets", "Time"), TimeField(), required=True, value=first.taken_at),
        Ask(
            "taken_by",
            translate("FoodSheets", "Taken by"),
            NameField((PostRole.COOK,), ()),
            value=first.taken_by or names.own(actor),
        ),
        Ask("place", translate("FoodSheets", "Kept where"), TextField(), value=first.place),
    )
    meal = terms.MEALS.shown[taken[0].meal]
    act = Act(
        translate("FoodSheets", "Samples of {meal}: {dishes}").format(meal=meal, dishes=_listed(taken)),
        translate("FoodSheets", "Save"),
        asked,
        lambda given: samples.add_all(actor, [one.id for one in taken], samples.SampleDraft(None, **given)),
        Topic.MEALS,
        translate("FoodSheets", "{count} samples are on record").format(count=len(taken)),
        about=tuple(one.id for one in taken),
    )
    return ask_for(widget, act)


def ask_batches(widget: QWidget, actor: Actor, dish: DishRow) -> SmallForm:
    """Of which batches a dish was made; those of which it was made before are proposed."""
    here = purchases.batches(day=dish.served_on)
    named = dishes.made_of(dish.id)
    offered = list({one.id: one for one in (*here, *named)}.values())
    proposed = named or dishes.likely(dish.id)
    form = Form()
    none = translate("FoodSheets", "Nothing was in the store that day: write down the purchase first.")
    form.add("batches", translate("FoodSheets", "Batches"), BatchesField(offered), help="" if offered else none)
    form.set_values({"batches": [one.id for one in proposed]})
    act = Act(
        translate("FoodSheets", "Of which batches was {dish} made ({day})?").format(
            dish=dish.name, day=day_text(dish.served_on)
        ),
        translate("FoodSheets", "Save"),
        _Chosen(form),
        lambda given: dishes.use(actor, dish.id, given),
        Topic.MEALS,
        lambda given: translate("FoodSheets", "{dish}: {count} batches").format(dish=dish.name, count=len(given)),
        long=True,
        about=dish.id,
    )
    return ask_for(widget, act)


class _Chosen:
    """The batches that were chosen; none is no answer."""

    def __init__(self, form: Form) -> None:
        self.form = form

    def given(self) -> tuple[int, ...]:
        """Their ids."""
        chosen = self.form.fields["batches"].value()
        return chosen if isinstance(chosen, tuple) else ()


def _draft(kind: SheetOf, day: dt.date, given: _Typed, line: Line) -> SheetDraft:
    number, words = parted(line.found)
    return SheetDraft(kind, day, line.about, given.at, number, words, line.measure, given.by, fit=not words)


def _listed(taken: Sequence[DishRow]) -> str:
    return "、".join(one.name for one in taken)


def _heads(kind: SheetOf) -> tuple[str, str, str]:
    about = {
        SheetOf.MORNING_CHECK: translate("FoodSheets", "Who"),
        SheetOf.CLEANING: translate("FoodSheets", "What was cleaned"),
        SheetOf.TEMPERATURE: translate("FoodSheets", "Which store"),
    }
    return about[kind], translate("FoodSheets", "Found"), translate("FoodSheets", "What was done about it")


def _hint(kind: SheetOf) -> str:
    if kind == SheetOf.TEMPERATURE:
        return translate("FoodSheets", "such as 4, or 12 DOOR OPEN")
    return translate("FoodSheets", "empty: in order")


def _help(kind: SheetOf) -> str:
    said = {
        SheetOf.MORNING_CHECK: translate(
            "FoodSheets", "Empty: fit to cook. Else what was found; a temperature may stand before it."
        ),
        SheetOf.CLEANING: translate("FoodSheets", "Empty: clean and disinfected. Else what was found."),
        SheetOf.TEMPERATURE: translate(
            "FoodSheets", "The degrees that were read; words behind a blank where they were not in order."
        ),
    }
    return said[kind]


def _certified(cooks: Sequence[str], day: dt.date) -> str:
    """How long the health certificate of each cook still holds, behind what an empty line means."""
    none = translate("FoodSheets", "none on record")
    held = sheets.health(cooks)
    said = [f"{name} {due_words(one.valid_to, day) if one else none}" for name, one in held.items()]
    words = translate("FoodSheets", "Health certificates: {cooks}.").format(cooks="；".join(said))
    return f"{_help(SheetOf.MORNING_CHECK)} {words}"


def _usual(kind: SheetOf) -> tuple[str, ...]:
    """What a kitchen has that never wrote this sheet."""
    usual = {
        SheetOf.MORNING_CHECK: (),
        SheetOf.CLEANING: (
            translate("FoodSheets", "tableware"),
            translate("FoodSheets", "worktops and stoves"),
            translate("FoodSheets", "floor and dining room"),
        ),
        SheetOf.TEMPERATURE: (translate("FoodSheets", "refrigerator"), translate("FoodSheets", "freezer")),
    }
    return usual[kind]
