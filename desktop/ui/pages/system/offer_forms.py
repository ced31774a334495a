"""The boxes about the ten helps: what one is, what it costs, an end, a mistake."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop.core import clock
from desktop.core.acts import Thing
from desktop.core.i18n import translate
from desktop.core.money import yuan_text
from desktop.core.words.balances import SERVICE_UNITS
from desktop.core.words.offers import offer_words
from desktop.core.words.terms import FLAGS as FLAG_WORDS
from desktop.services.help_services import definitions, fees
from desktop.services.help_services.definitions import Definition, DefinitionDraft
from desktop.services.help_services.fees import Fee, FeeDraft
from desktop.services.writing.actor import Actor
from desktop.services.writing.dated import ALL_AGES, FLAGS
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.forms.choice_fields import CheckRow, PickField, SegmentField
from desktop.ui.forms.draft_form import DraftForm
from desktop.ui.forms.text_fields import DateField, MemoField, MoneyField, TextField
from desktop.ui.frame.bus import Topic
from desktop.ui.pages.acts import Act, Ask, Drafted, Texts, ask_for, reason


class DefinitionForm(DraftForm[DefinitionDraft]):
    """Which type, or item of it, is what, and in what it is counted, from which day on."""

    def __init__(self) -> None:
        super().__init__(DefinitionDraft)
        keys = translate("Offers", "keys 1 to 9 and 0, or initials")
        whole = translate("Offers", "Empty: the whole type.")
        self.add("type", translate("Offers", "Type"), PickField(self.codes("type")), help=keys)
        self.add("item", translate("Offers", "Item"), TextField(), help=whole)
        self.add("unit", translate("Offers", "Counted in"), SegmentField(SERVICE_UNITS.shown))
        self.add("text", translate("Offers", "What it is"), MemoField())
        self.add("valid_from", translate("Offers", "Holds from"), DateField())
        self.add("valid_to", translate("Offers", "Until"), DateField(), help=_last_day())


class FeeForm(DraftForm[FeeDraft]):
    """Fee and subsidy of a type or an item from which day on; beneath, for whom only."""

    def __init__(self) -> None:
        super().__init__(FeeDraft)
        keys = translate("Offers", "keys 1 to 9 and 0, or initials")
        own = translate("Offers", "Empty: as the item is counted.")
        whole = translate("Offers", "Empty: the whole type.")
        self._items = PickField({})
        self.add("type", translate("Offers", "Type"), PickField(self.codes("type")), help=keys)
        self.add("item", translate("Offers", "Item"), self._items, help=whole)
        self.add("fee", translate("Offers", "Fee in yuan"), MoneyField())
        self.add("subsidy", translate("Offers", "Subsidy in yuan"), MoneyField())
        self.add("unit", translate("Offers", "For each"), PickField(SERVICE_UNITS.shown), help=own)
        self.add("valid_from", translate("Offers", "Holds from"), DateField())
        self.group(translate("Offers", "Only for some (empty: for everybody)"))
        self.add("min_age", translate("Offers", "From age"), TextField())
        self.add("max_age", translate("Offers", "Up to age"), TextField())
        flags = {flag: FLAG_WORDS.shown[flag] for flag in FLAGS}
        one = translate("Offers", "Of several one is enough; age and category are both asked.")
        self.add(
            "flags",
            translate("Offers", "Categories"),
            CheckRow(flags),
            help=one,
        )
        self.add("valid_to", translate("Offers", "Until"), DateField(), help=_last_day())
        self.changed.connect(self._offer)

    def fill(self, draft: FeeDraft) -> None:
        """Show a draft."""
        super().fill(draft)
        self._offer()

    def _offer(self) -> None:
        names = definitions.items(str(self.fields["type"].value()), clock.today())
        self._items.set_options({name: definitions.item_shown(name) for name in names})


def ask_definition(widget: QWidget, actor: Actor, row: Definition | None = None) -> SmallForm:
    """What a type or an item is from today on, as one that is offered or a new one."""
    draft = DefinitionDraft(clock.today())
    if row is not None:
        draft.type, draft.item, draft.unit, draft.text = row.type, row.item, row.unit, row.text
    drafted = Drafted(DefinitionForm(), draft)
    words = translate("Offers", "What one of the ten helps, or an item of it, is from a day on")
    return _ask(widget, words, drafted, lambda typed: definitions.define(actor, typed))


def ask_fee(widget: QWidget, actor: Actor, row: Fee | None = None) -> SmallForm:
    """What a service costs from today on, as a line of the list or a new one."""
    draft = FeeDraft(clock.today())
    if row is not None:
        draft.type, draft.item, draft.unit = row.type, row.item, row.unit
        draft.fee, draft.subsidy = yuan_text(row.fee_fen), yuan_text(row.subsidy_fen) if row.subsidy_fen else ""
        draft.min_age = str(row.min_age) if row.min_age > ALL_AGES[0] else ""
        draft.max_age = str(row.max_age) if row.max_age < ALL_AGES[1] else ""
        draft.flags = sorted(row.flags)
    drafted = Drafted(FeeForm(), draft)
    words = translate("Offers", "What a service costs from a day on")
    return _ask(widget, words, drafted, lambda typed: fees.set_fee(actor, typed))


def ask_end(widget: QWidget, actor: Actor, row: Definition | Fee) -> SmallForm:
    """The last day on which it holds."""

    def end(given: dict[str, str]) -> None:
        if isinstance(row, Fee):
            fees.end(actor, row.id, given["last_day"])
        else:
            definitions.end(actor, row.type, row.item, given["last_day"])

    day = Ask("last_day", translate("Offers", "Last day"), DateField(), True, clock.today().isoformat())
    act = Act(
        translate("Offers", "It ends: {what}").format(what=what_of(row)),
        translate("Offers", "End it"),
        Texts(day),
        end,
        Topic.ALL,
        lambda given: translate("Offers", "It holds up to {day}").format(day=given["last_day"]),
        about=_about(row),
    )
    return ask_for(widget, act)


def ask_void(widget: QWidget, actor: Actor, row: Definition | Fee) -> SmallForm | None:
    """Why it was recorded by mistake; None of what is shipped."""
    if row.id is None:
        return None
    recorded, void = row.id, fees.void if isinstance(row, Fee) else definitions.void
    act = Act(
        translate("Offers", "Void: {what}").format(what=what_of(row)),
        translate("Offers", "Void"),
        Texts(reason()),
        lambda given: void(actor, recorded, given["reason"]),
        Topic.ALL,
        translate("Offers", "It is void; services keep what they cost"),
        about=_about(row),
    )
    return ask_for(widget, act)


def what_of(row: Definition | Fee) -> str:
    """The type and the item."""
    return offer_words(row.type, definitions.item_shown(row.item))


def _about(row: Definition | Fee) -> tuple[Thing, int]:
    return (Thing.SERVICE_FEE if isinstance(row, Fee) else Thing.SERVICE_DEFINITION), row.id or 0


def _ask(widget: QWidget, words: str, drafted: Drafted, call: Callable[..., int]) -> SmallForm:  # type: ignore[type-arg]
    done = translate("Offers", "Saved; it holds from {day} on")
    act = Act(
        words,
        translate("Offers", "Save"),
        drafted,
        call,
        Topic.ALL,
        lambda typed: done.format(day=typed.valid_from),
        long=True,
    )
    return ask_for(widget, act)


def _last_day() -> str:
    return translate("Offers", "The last day; empty: no end.")
