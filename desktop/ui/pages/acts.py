"""Acts that need a word first: a small box asks for it, does the act and tells what was done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from PySide6.QtWidgets import QWidget

from desktop.core.i18n import translate
from desktop.ui.dialogs.small_form import LONG, SHORT, SmallForm
from desktop.ui.forms.draft_form import Draft, DraftForm
from desktop.ui.forms.field import Field
from desktop.ui.forms.form import Form
from desktop.ui.forms.text_fields import PasswordField, TextField
from desktop.ui.frame.bus import Topic
from desktop.ui.frame.perform import Refused, perform
from desktop.ui.look.theme import Tone
from desktop.ui.pages import into_correction
from desktop.ui.widgets.labels import label, set_tone

if TYPE_CHECKING:
    from desktop.services.closing.staged import Act as Staged

Given = TypeVar("Given")
Gives = TypeVar("Gives", covariant=True)
Made = TypeVar("Made")


@dataclass(frozen=True)
class Ask:
    """One field of a box; ``value`` stands in it at first."""

    name: str
    words: str
    field: Field
    required: bool = False
    value: object = None
    help: str = ""


class Asked(Protocol[Gives]):
    """The fields of a box, and what was entered in them."""

    @property
    def form(self) -> Form:
        """The fields."""

    def given(self) -> Gives:
        """What was entered."""


class Texts:
    """Fields whose values are texts, by name; blanks around them go, except around a password."""

    def __init__(self, *asked: Ask) -> None:
        self.form = Form()
        for one in asked:
            self.form.add(one.name, one.words, one.field, one.required, one.help)
            if one.value is not None:
                one.field.set_value(one.value)

    def given(self) -> dict[str, str]:
        """The texts."""
        return {name: _text(field) for name, field in self.form.fields.items()}


class Drafted(Generic[Draft]):
    """The fields of a draft."""

    def __init__(self, form: DraftForm[Draft], draft: Draft) -> None:
        self.form = form
        self._draft = draft
        form.fill(draft)

    def given(self) -> Draft:
        """The draft with what was entered."""
        self.form.read_into(self._draft)
        return self._draft


@dataclass(frozen=True)
class Act(Generic[Given, Made]):
    """``words`` above the fields, ``press`` on the button; ``call`` gets what was entered.

    Once it is done, ``topic`` and ``done`` are told; ``then`` gets what the call gave; ``after_undo`` is
    called once it was taken back. The fields of a ``long`` act scroll where the screen is low. ``about`` is the record
    meant, where the words do not say it for certain: people share their names. Where a closed month refuses it,
    ``closed`` makes the act of a correction that is offered instead.
    """

    words: str
    press: str
    asked: Asked[Given]
    call: Callable[[Given], Made]
    topic: Topic
    done: str | Callable[[Given], str] = ""
    then: Callable[[Made], object] | None = None
    after_undo: Callable[[], object] | None = None
    long: bool = False
    about: object = None
    closed: Callable[[Given], Staged] | None = None


def reason() -> Ask:
    """Why; asked wherever something is taken back."""
    return Ask("reason", translate("Acts", "Reason"), TextField(), required=True)


class ActBox(SmallForm):
    """The box of an act; a subclass tells more beneath the fields while they are filled."""

    def __init__(self, widget: QWidget, act: Act[Given, Made]) -> None:
        wide = LONG if act.long else SHORT
        self.about = act.about
        super().__init__(act.words, act.asked.form, act.press, lambda box: _pressed(box, act), widget, wide)


class TellingBox(ActBox):
    """The box of an act that says beneath its fields, live, what would follow from it."""

    def __init__(self, widget: QWidget, act: Act[Given, Made]) -> None:
        self.effects = label(role="secondary", wrap=True)
        self.effects.setMinimumWidth(420)
        act.asked.form.add_wide(self.effects)
        super().__init__(widget, act)
        self.form.changed.connect(self.tell)
        self.tell()

    def tell(self) -> None:
        """Say what would follow from what is entered now."""
        raise NotImplementedError

    def say(self, words: str, tone: Tone) -> None:
        """Show these words."""
        self.effects.setText(words)
        set_tone(self.effects, tone)
        # A box does not grow by itself for words that wrap.
        width = max(self.effects.width(), self.effects.minimumWidth())
        self.effects.setMinimumHeight(self.effects.heightForWidth(width))
        self.adjustSize()


def ask_for(widget: QWidget, act: Act[Given, Made]) -> SmallForm:
    """Open the box of an act over the page that the widget stands in."""
    box = ActBox(widget, act)
    box.begin()
    return box


def _pressed(box: SmallForm, act: Act[Given, Made]) -> bool:
    missing = act.asked.form.missing()
    if missing:
        box.show_errors(missing)
        return False
    given = act.asked.given()
    done = act.done if isinstance(act.done, str) else act.done(given)
    closed = act.closed
    ways = None if closed is None else into_correction.offered(box, lambda: closed(given), box.give_up)
    refused = Refused(box.show_errors, ways)
    made = perform(box, lambda: (act.call(given),), act.topic, done, refused, act.after_undo)
    if made is not None and act.then is not None:
        act.then(made[0])
    return made is not None


def _text(field: Field) -> str:
    value = "" if field.value() is None else str(field.value())
    return value if isinstance(field, PasswordField) else value.strip()
