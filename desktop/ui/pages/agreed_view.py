"""What was agreed for certain weekdays beside what it asks for: the same list and acts for meals and for services."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from desktop.core.acts import Action
from desktop.core.i18n import translate
from desktop.core.routes import StandingSubject
from desktop.core.words.prices import SCREEN
from desktop.services.standing import calendar
from desktop.services.standing.calendar import Agreed
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.forms.text_fields import day_text
from desktop.ui.frame.keys import Key
from desktop.ui.frame.page import Page
from desktop.ui.frame.rights import asks
from desktop.ui.look.theme import Tone
from desktop.ui.pages import standing_asks
from desktop.ui.pages.page_view import PageView
from desktop.ui.tables.model import Column
from desktop.ui.tables.record_table import RecordTable


class AgreedView(PageView):
    """A screen with the list ``agreed`` of one ``subject``; what is asked for stands beside it."""

    subject: StandingSubject

    def __init__(self, page: Page, title: str, columns: Iterable[Column[Agreed]]) -> None:
        super().__init__(page, title)
        self._agreed: dict[int, Agreed] = {}
        self.agreed: RecordTable[Agreed] = RecordTable(
            translate("Agreed", "What was agreed"), tuple(columns), lambda ids: [self._agreed[one] for one in ids]
        )
        self.agreed.row_activated.connect(lambda _one: self.change())

    def ask(self, one: Agreed | None) -> SmallForm:
        """The box of something new, or of what is agreed already."""
        raise NotImplementedError

    def tell(self, words: str, tone: Tone) -> None:
        """Say something about the list."""
        raise NotImplementedError

    def agreed_keys(self) -> tuple[Key, ...]:
        """What is agreed, changed, and rests."""
        return (
            Key("Ctrl+N", translate("Agreed", "agree on something for certain weekdays"), self.agree),
            Key("F2", translate("Agreed", "put right or end what was agreed"), self.change),
            Key("F8", translate("Agreed", "rest for some days"), self.stop),
            Key("F7", translate("Agreed", "put a holiday on record"), self.holiday),
            Key("F4", translate("Agreed", "a stop or a holiday stands no more"), self.take_back),
            Key("F12", translate("Agreed", "void what was agreed by mistake"), self.void),
        )

    def agreed_buttons(self) -> tuple[tuple[str, Callable[[], object], str], ...]:
        """The same as buttons: words, act, icon."""
        return (
            (translate("Agreed", "Agree… (Ctrl+N)"), self.agree, "add"),
            (translate("Agreed", "Change… (F2)"), self.change, "edit"),
            (translate("Agreed", "Rest… (F8)"), self.stop, ""),
            (translate("Agreed", "Holiday… (F7)"), self.holiday, ""),
            (translate("Agreed", "Stop or holiday back… (F4)"), self.take_back, ""),
            (translate("Agreed", "Void… (F12)"), self.void, ""),
        )

    def read_agreed(self) -> None:
        """Read the list anew."""
        self._agreed = {one.id: one for one in calendar.agreed(self.subject)}
        self.agreed.set_ids(list(self._agreed))
        self.agreed.model.reload()

    @asks(Action.EDIT_STANDING)
    def agree(self) -> SmallForm:
        """Agree on something."""
        return self.ask(None)

    @asks(Action.EDIT_STANDING)
    def change(self) -> SmallForm | None:
        """Put the chosen one right, or end it."""
        one = self.chosen()
        return self.ask(one) if one else None

    @asks(Action.EDIT_STANDING)
    def stop(self) -> SmallForm | None:
        """Let the chosen one rest."""
        one = self.chosen()
        return standing_asks.ask_stop(self.page, self.session.actor, one) if one else None

    @asks(Action.EDIT_STANDING)
    def void(self) -> SmallForm | None:
        """The chosen one was agreed by mistake."""
        one = self.chosen()
        return standing_asks.ask_void(self.page, self.session.actor, one) if one else None

    @asks(Action.EDIT_HOLIDAY)
    def holiday(self) -> SmallForm:
        """A holiday."""
        return standing_asks.ask_holiday(self.page, self.session.actor)

    @asks(Action.EDIT_STANDING)
    def take_back(self) -> SmallForm | None:
        """A stop or a holiday stands no more."""
        box = standing_asks.ask_take_back(self.page, self.session.actor, self.subject)
        if box is None:
            self.tell(translate("Agreed", "No stop and no holiday is to come."), Tone.ATTENTION)
        return box

    def chosen(self) -> Agreed | None:
        """The one that an act is about; without one it is asked for."""
        one = self.agreed.current_row()
        if one is None:
            self.tell(translate("Agreed", "Choose among what was agreed first."), Tone.ATTENTION)
        return one


def days(one: Agreed) -> str:
    """Its days of the week."""
    return SCREEN.days(one.weekdays) if one.weekdays else translate("Agreed", "every day")


def until(one: Agreed) -> str:
    """Its last day, if it has one."""
    return day_text(one.valid_to) if one.valid_to else "—"
