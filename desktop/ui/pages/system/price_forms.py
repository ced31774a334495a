"""The boxes about prices and subsidies: a change tells what it would do to the month before it is saved."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.core import clock
from desktop.core.acts import Thing
from desktop.core.errors import ShizhuError
from desktop.core.i18n import translate
from desktop.core.money import yuan_text
from desktop.core.period import Month
from desktop.core.words.balances import late_words
from desktop.core.words.months import month_text
from desktop.core.words.prices import WEEKDAYS
from desktop.core.words.terms import FLAGS as FLAG_WORDS
from desktop.services.canteen import price_edits, price_lists, price_preview, unpriced
from desktop.services.canteen.price_edits import AnyDraft, PriceDraft, SubsidyDraft
from desktop.services.canteen.price_lists import TryDraft
from desktop.services.canteen.price_preview import Effect, Preview
from desktop.services.canteen.prices import Dated, Price, Subsidy
from desktop.services.canteen.unpriced import Priced
from desktop.services.writing.actor import Actor
from desktop.services.writing.dated import ALL_AGES, FLAGS
from desktop.ui.answer import answer
from desktop.ui.dialogs.small_form import LONG, SmallForm
from desktop.ui.forms.choice_fields import CheckField, CheckRow, PickField, SegmentField
from desktop.ui.forms.draft_form import DraftForm
from desktop.ui.forms.resident_field import ResidentField
from desktop.ui.forms.text_fields import DateField, TextField
from desktop.ui.frame.bus import Topic
from desktop.ui.frame.perform import show_trouble, strip_near
from desktop.ui.look.theme import Tone
from desktop.ui.pages.acts import Act, ActBox, Ask, Drafted, Texts, ask_for, reason
from desktop.ui.pages.system.price_columns import effect_columns, meal_words, moved, whom_words
from desktop.ui.tables.record_table import RecordTable
from desktop.ui.widgets.labels import label

AnyOf = TypeVar("AnyOf", PriceDraft, SubsidyDraft)


class PriceForm(DraftForm[PriceDraft]):
    """Which meal costs what from which day on; beneath, for whom and when only."""

    def __init__(self) -> None:
        super().__init__(PriceDraft)
        self.add("meal", translate("Prices", "Meal"), SegmentField(self.codes("meal")))
        self.add("price", translate("Prices", "Price in yuan"), TextField())
        self.add("valid_from", translate("Prices", "Holds from"), DateField())
        self.group(translate("Prices", "Only for some (empty: for everybody, always)"))
        self.add("mode", translate("Prices", "Mode"), PickField(self.codes("mode")))
        _add_people(self)
        self.add("weekdays", translate("Prices", "Days of the week"), CheckRow(WEEKDAYS.shown))
        self.add("valid_to", translate("Prices", "Until"), DateField(), help=_last_day())


class SubsidyForm(DraftForm[SubsidyDraft]):
    """How much, for whom, for which meals, up to which caps, from which day on."""

    def __init__(self) -> None:
        super().__init__(SubsidyDraft)
        either = translate("Prices", "An amount, or a share of the price.")
        self.add("amount", translate("Prices", "Yuan a meal"), TextField(), help=either)
        self.add("percent", translate("Prices", "Or percent of the price"), TextField())
        self.add("valid_from", translate("Prices", "Holds from"), DateField())
        self.group(translate("Prices", "For whom and what (empty: everybody, every meal)"))
        _add_people(self)
        self.add("meal", translate("Prices", "Meal"), PickField(self.codes("meal")))
        self.add("mode", translate("Prices", "Mode"), PickField(self.codes("mode")))
        self.group(translate("Prices", "Limits (empty: none)"))
        self.add("min_spend", translate("Prices", "For a price of at least"), TextField())
        self.add("day_cap", translate("Prices", "At most a day"), TextField())
        self.add("month_cap", translate("Prices", "At most a month"), TextField())
        self.add("combining", translate("Prices", "With others"), SegmentField(self.codes("combining")))
        self.add("valid_to", translate("Prices", "Until"), DateField(), help=_last_day())
        anew = translate("Prices", "every subsidy that begins before it ends with it")
        self.add("replaces", "", CheckField(anew))


class ChangeBox(ActBox, Generic[AnyOf]):
    """A price or a subsidy; pressed once it tells whom it touches this month, pressed again it is saved."""

    def __init__(self, widget: QWidget, act: Act[AnyOf, int], drafted: Drafted[AnyOf]) -> None:
        super().__init__(widget, act)
        self._drafted: Drafted[AnyOf] = drafted
        self._looked_at = ""
        self._effects: tuple[Effect, ...] = ()
        self._press_words = self.act_button.text()
        self.told = label(role="strong", wrap=True)
        self.table: RecordTable[Effect] = RecordTable(
            translate("Prices", "Whom it touches"), effect_columns(), lambda ids: [self._effects[one] for one in ids]
        )
        self.table.setMinimumHeight(190)
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(column.count() - 1, self.told)
        column.insertWidget(column.count() - 1, self.table)
        self.form.changed.connect(self._forget)
        self._forget()

    def press(self) -> None:
        """Tell what it would do; what was told already is saved."""
        found = None
        if self.form.all_finished():
            draft = self._drafted.given()
            found = None if repr(draft) == self._looked_at else answer(lambda: price_preview.preview(draft))
        if isinstance(found, Preview) and found.effects:
            self._looked_at = repr(draft)
            self._tell(found)
        else:
            super().press()

    def _tell(self, found: Preview) -> None:
        self._effects = found.effects
        self.told.setText(preview_words(found))
        self.table.set_ids(list(range(len(found.effects))))
        self.told.show()
        self.table.show()
        self.act_button.setText(translate("Prices", "Save it so"))

    def _forget(self) -> None:
        self._looked_at = ""
        self.told.hide()
        self.table.hide()
        self.act_button.setText(self._press_words)


class TryBox(SmallForm):
    """付多少，为什么: somebody of the register, or an age and categories; the box stays for the next question."""

    keeps_typing = False

    def __init__(self, widget: QWidget) -> None:
        form: DraftForm[TryDraft] = DraftForm(TryDraft)
        anybody = translate("Prices", "Or empty, and the age and categories below.")
        form.add("resident_id", translate("Prices", "Resident"), ResidentField(), help=anybody)
        form.add("age", translate("Prices", "Age"), TextField())
        form.add("flags", translate("Prices", "Categories"), CheckRow(_flag_words()))
        form.add("day", translate("Prices", "Day"), DateField())
        form.add("meal", translate("Prices", "Meal"), SegmentField(form.codes("meal")))
        form.add("mode", translate("Prices", "Mode"), SegmentField(form.codes("mode")))
        self._drafted = Drafted(form, TryDraft(clock.today()))
        words = translate("Prices", "Try out: what would somebody pay, and why?")
        super().__init__(words, form, translate("Prices", "Reckon"), self._reckon, widget, LONG)

    def unsaved(self) -> bool:
        """Nothing here is to be saved."""
        return False

    def reject(self) -> None:
        """Go back; there is nothing to lose."""
        self.give_up()

    def _reckon(self, _box: SmallForm) -> bool:
        draft = self._drafted.given()
        found = answer(lambda: price_lists.try_out(draft))
        if isinstance(found, ShizhuError):
            show_trouble(self, found, self.show_errors)
        else:
            self.strip.say(found.why, Tone.OK)
        return False


def ask_price(widget: QWidget, actor: Actor, row: Price | None = None) -> SmallForm:
    """A price from today on, as one on record or a new one."""
    draft = PriceDraft(clock.today(), price="")
    if row is not None:
        _like(draft, row)
        draft.price, draft.weekdays = yuan_text(row.price_fen), list(row.weekdays)
    return _ask(
        widget,
        translate("Prices", "What a meal costs from a day on"),
        Drafted(PriceForm(), draft),
        lambda typed: price_edits.set_price(actor, typed),
    )


def ask_subsidy(widget: QWidget, actor: Actor, row: Subsidy | None = None) -> SmallForm:
    """A subsidy from today on, as one on record or a new one."""
    draft = SubsidyDraft(clock.today())
    if row is not None:
        _like(draft, row)
        draft.amount = yuan_text(row.amount_fen) if row.percent is None else ""
        draft.percent = "" if row.percent is None else str(row.percent)
        draft.min_spend, draft.combining = yuan_text(row.min_spend_fen) if row.min_spend_fen else "", row.combining
        draft.day_cap, draft.month_cap = _cap(row.day_cap_fen), _cap(row.month_cap_fen)
    return _ask(
        widget,
        translate("Prices", "What somebody is subsidised from a day on"),
        Drafted(SubsidyForm(), draft),
        lambda typed: price_edits.set_subsidy(actor, typed),
    )


def ask_end(widget: QWidget, actor: Actor, thing: Thing, row: Dated) -> SmallForm:
    """The last day on which it holds."""
    day = Ask("last_day", translate("Prices", "Last day"), DateField(), True, clock.today().isoformat())
    act = Act(
        translate("Prices", "It ends: {what}").format(what=_what(row)),
        translate("Prices", "End it"),
        Texts(day),
        lambda given: price_edits.end(actor, thing, row.id, given["last_day"]),
        Topic.ALL,
        lambda given: translate("Prices", "It holds up to {day}").format(day=given["last_day"]),
        about=(thing, row.id),
    )
    return ask_for(widget, act)


def ask_void(widget: QWidget, actor: Actor, thing: Thing, row: Dated) -> SmallForm:
    """Why it was recorded by mistake."""
    act = Act(
        translate("Prices", "Void: {what}").format(what=_what(row)),
        translate("Prices", "Void"),
        Texts(reason()),
        lambda given: price_edits.void(actor, thing, row.id, given["reason"]),
        Topic.ALL,
        translate("Prices", "It is void; meals keep what they cost"),
        about=(thing, row.id),
    )
    return ask_for(widget, act)


def ask_price_meals(widget: QWidget, actor: Actor) -> SmallForm | None:
    """Which month's meals are to get their price; None where every meal has one."""
    found = unpriced.months()
    if not found:
        return None
    words = translate("Prices", "{month}: {count} meals")
    options = {str(month): words.format(month=month_text(month), count=count) for month, count in found.items()}
    act = Act(
        translate("Prices", "Meals recorded before there was a price get the price and subsidy of their day"),
        translate("Prices", "Price them"),
        Texts(Ask("month", translate("Prices", "Month"), PickField(options), True, next(iter(options)))),
        lambda given: unpriced.price_meals(actor, Month.parse(given["month"])),
        Topic.ALL,
        then=lambda priced: _tell_settled(widget, priced),
    )
    return ask_for(widget, act)


def _tell_settled(widget: QWidget, priced: Priced) -> None:
    """What was taken out of balances, and who still pays in cash."""
    strip = strip_near(widget)
    if strip is None:
        return
    owed = [(one.name, one.fen) for one in priced.owed]
    told = translate("Prices", "{count} meals are priced; {left} have no price of their day and stay on the list.")
    lines = [told.format(count=priced.meals, left=priced.left), *late_words(priced.prepaid_fen, owed)]
    strip.say("\n".join(lines), Tone.ATTENTION if priced.owed else Tone.OK)


def preview_words(found: Preview) -> str:
    """What a change would do to the month in sum."""
    words = translate(
        "Prices",
        "{month}, {meals} meals from {first} on, {people} people: price {price}, subsidy {subsidy}, to pay {paid}.",
    )
    told = words.format(
        month=month_text(found.month),
        meals=found.meals,
        first=found.first.isoformat(),
        price=moved(found.before.price_fen, found.after.price_fen),
        subsidy=moved(found.before.subsidy_fen, found.after.subsidy_fen),
        paid=moved(found.before.paid_fen, found.after.paid_fen),
        people=len(found.effects),
    )
    kept = translate("Prices", "Meals on record keep what they cost.")
    later = translate("Prices", "It begins later; this is as if it had begun with the month.")
    return "\n".join((told, *([later] if found.supposed else []), kept))


def _ask(widget: QWidget, words: str, drafted: Drafted[AnyOf], call: Callable[[AnyOf], int]) -> SmallForm:
    done = translate("Prices", "Saved; it holds from {day} on")
    act = Act(
        words,
        translate("Prices", "Save"),
        drafted,
        call,
        Topic.ALL,
        lambda typed: done.format(day=typed.valid_from),
        long=True,
    )
    box = ChangeBox(widget, act, drafted)
    box.begin()
    return box


def _like(draft: AnyDraft, row: Dated) -> None:
    draft.meal, draft.mode, draft.flags = row.meal, row.mode, sorted(row.flags)
    low, high = row.ages
    draft.min_age = str(low) if low > ALL_AGES[0] else ""
    draft.max_age = str(high) if high < ALL_AGES[1] else ""


def _add_people(form: DraftForm[PriceDraft] | DraftForm[SubsidyDraft]) -> None:
    form.add("min_age", translate("Prices", "From age"), TextField())
    form.add("max_age", translate("Prices", "Up to age"), TextField())
    one = translate("Prices", "Of several one is enough; age and category are both asked.")
    form.add("flags", translate("Prices", "Categories"), CheckRow(_flag_words()), help=one)


def _flag_words() -> dict[str, str]:
    return {flag: FLAG_WORDS.shown[flag] for flag in FLAGS}


def _last_day() -> str:
    return translate("Prices", "The last day; empty: no end.")


def _cap(fen: int | None) -> str:
    return "" if fen is None else yuan_text(fen)


def _what(row: Dated) -> str:
    return f"{meal_words(row)}  {whom_words(row)}"
