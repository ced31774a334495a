"""What the canteen refuses about money, each with its sentence."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from desktop.core.errors import UserError
from desktop.core.i18n import QT_TRANSLATE_NOOP


@dataclass
class BalanceTooSmall(UserError):
    """So much cannot be taken from somebody's balance."""

    says = QT_TRANSLATE_NOOP(
        "Messages",
        "Not done: the balance is {balance} yuan, and {wanted} yuan would be taken. Top up first, or let the director"
        " set a limit for this person.",
    )

    balance: str
    wanted: str


@dataclass
class EntryCountered(UserError):
    """An entry is taken back once."""

    says = QT_TRANSLATE_NOOP("Messages", "This entry is taken back already; its counter-entry stands in the list.")


@dataclass
class MealIsVoid(UserError):
    """What a meal took out of a balance was given back, and the meal counts no more."""

    says = QT_TRANSLATE_NOOP(
        "Messages", "Not done: this meal is void and its money was given back. If it was eaten, record it again."
    )


@dataclass
class BatchInUse(UserError):
    """A batch that dishes name was bought."""

    says = QT_TRANSLATE_NOOP(
        "Messages", "Not done: dishes name {name} ({dishes}). Take it out of them first, then void the batch."
    )

    name: str
    dishes: int


@dataclass
class NoSuchBatch(UserError):
    """Somebody asked who ate of a batch that is not on record."""

    says = QT_TRANSLATE_NOOP(
        "Messages", "No batch is called “{text}”. Type part of its name, batch number or supplier."
    )

    text: str


@dataclass
class NothingToCopy(UserError):
    """A menu was to be copied that has no dish, or of which every dish stands there already."""

    says = QT_TRANSLATE_NOOP("Messages", "Nothing to copy from {day} on: no dish that is not there yet.")

    day: dt.date


@dataclass
class NothingPriced(UserError):
    """A notice of prices was asked for where no price and no subsidy holds or is to come."""

    says = QT_TRANSLATE_NOOP("Messages", "No price or subsidy holds on {day} or later. Set one, then print the notice.")

    day: dt.date


@dataclass
class NothingPlanned(UserError):
    """A week has no dish that could hang on the wall."""

    says = QT_TRANSLATE_NOOP(
        "Messages", "No dish is planned from {first} to {last}. Enter the menu of that week first, or copy another one."
    )

    first: dt.date
    last: dt.date
