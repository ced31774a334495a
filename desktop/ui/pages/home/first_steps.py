"""What a new centre does first: each step is crossed off by what is on record, and nobody ticks anything."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.core import clock
from desktop.core.answers import WorkbookKind
from desktop.core.i18n import translate
from desktop.core.trade import Role
from desktop.services import import_batches
from desktop.services.canteen import meals, prices
from desktop.services.centre import accounts, centres
from desktop.services.keeping import backups, key_state
from desktop.services.register.snapshot import Register
from desktop.services.writing.actor import Actor
from desktop.ui.frame.rooms import RoomKey
from desktop.ui.pages.asks import New, StartScanning, TakeIn
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.flow import FlowRow

# Kept once the director has put the steps away.
_KEY, _AWAY = "first_steps", "away"


class Step(StrEnum):
    """The steps, in the order in which they are offered."""

    PERSON = "person"
    REGISTER = "register"
    PRICES = "prices"
    LUNCH = "lunch"
    ACCOUNTS = "accounts"
    BACKUP = "backup"
    ENCRYPTION = "encryption"


@dataclass(frozen=True)
class Place:
    """Where a step is done."""

    room: RoomKey
    argument: object


PLACES = {
    Step.PERSON: Place(RoomKey.RESIDENTS, New()),
    Step.REGISTER: Place(RoomKey.IMPORT, TakeIn(WorkbookKind.RESIDENTS)),
    Step.PRICES: Place(RoomKey.SYSTEM, "prices"),
    Step.LUNCH: Place(RoomKey.CANTEEN, StartScanning()),
    Step.ACCOUNTS: Place(RoomKey.SYSTEM, "accounts"),
    Step.BACKUP: Place(RoomKey.SYSTEM, "backup"),
    Step.ENCRYPTION: Place(RoomKey.SYSTEM, "encryption"),
}


def first_steps(actor: Actor, known: Register) -> dict[Step, bool]:
    """Each step and whether it is done; none for who may not do them, once all are done, or once they are put away."""
    if actor.role != Role.DIRECTOR or centres.setting(_KEY) == _AWAY:
        return {}
    rolls = (row for row in import_batches.listed() if row.kind == WorkbookKind.RESIDENTS)
    done = {
        Step.PERSON: bool(known.people),
        Step.REGISTER: any(row.undone_at is None for row in rolls),
        Step.PRICES: bool(prices.book(clock.today()).around(clock.today()).prices),
        Step.LUNCH: meals.recorded(),
        Step.ACCOUNTS: accounts.accounts_exist(),
        Step.BACKUP: backups.second_folder() is not None,
        Step.ENCRYPTION: key_state.encrypted(),
    }
    return {} if all(done.values()) else done


def put_away(actor: Actor) -> None:
    """The director needs them no more."""
    centres.set_setting(actor, _KEY, _AWAY)


def step_words() -> dict[Step, str]:
    """What each step is called."""
    return {
        Step.PERSON: translate("FirstSteps", "Record the first person"),
        Step.REGISTER: translate("FirstSteps", "Take in the register"),
        Step.PRICES: translate("FirstSteps", "Set meal prices and subsidies"),
        Step.LUNCH: translate("FirstSteps", "Scan the first meal"),
        Step.ACCOUNTS: translate("FirstSteps", "Make accounts"),
        Step.BACKUP: translate("FirstSteps", "Choose a second backup place"),
        Step.ENCRYPTION: translate("FirstSteps", "Encrypt the data of this computer"),
    }


class FirstStepsCard(Card):
    """The steps as buttons; ``away_wanted`` asks to put them away."""

    away_wanted = Signal()

    def __init__(self, go: Callable[[RoomKey, object], Callable[[], object]], parent: QWidget | None = None) -> None:
        super().__init__(translate("FirstSteps", "First steps"), " ", parent)
        self.buttons = {
            step: button(words, go(PLACES[step].room, PLACES[step].argument), "plain", "chevron-right")
            for step, words in step_words().items()
        }
        self.body.addWidget(FlowRow(*self.buttons.values()))
        self.away_button = button(translate("FirstSteps", "Put away"), self.away_wanted.emit, "link")
        self.head.addWidget(self.away_button)
        self.hide()

    def show_steps(self, done: dict[Step, bool]) -> None:
        """Cross off what is done; hidden where nothing is left to show."""
        for step, made in self.buttons.items():
            crossed = done.get(step, False)
            font = made.font()
            font.setStrikeOut(crossed)
            made.setFont(font)
            made.set_icon_name("check" if crossed else "chevron-right")
            words = step_words()[step]
            made.setAccessibleName(translate("FirstSteps", "{step}: done").format(step=words) if crossed else words)
        left = sum(not one for one in done.values())
        self.aside.setText(translate("FirstSteps", "{count} left").format(count=left))
        self.setVisible(bool(done))

    @property
    def first_left(self) -> QWidget | None:
        """The button of the first step that is not done."""
        left = (made for made in self.buttons.values() if not _crossed(made))
        return next(left, None) if not self.isHidden() else None

    @property
    def on_done(self) -> bool:
        """Whether the keyboard stands on a step that is done meanwhile."""
        return any(made.hasFocus() and _crossed(made) for made in self.buttons.values())


def _crossed(made: QWidget) -> bool:
    return made.font().strikeOut()
