"""What is refused about the fees and the deposit of a stay, each with its sentence."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.core.errors import UserError
from desktop.core.i18n import QT_TRANSLATE_NOOP


@dataclass
class FeesOff(UserError):
    """The centre does not take fees of stays with this program."""

    says = QT_TRANSLATE_NOOP(
        "Messages", "Fees of stays are off. The director turns them on among the rules of counting (System)."
    )


@dataclass
class NothingToCharge(UserError):
    """The month is charged already, or nobody stayed in it whom it costs something."""

    says = QT_TRANSLATE_NOOP("Messages", "Nothing to charge for {month}: it is charged already, or nobody stayed then.")

    month: str


@dataclass
class NothingDiffers(UserError):
    """What a month was charged is what it comes to."""

    says = QT_TRANSLATE_NOOP("Messages", "{month} was charged what it comes to, or not at all. No difference to book.")

    month: str


@dataclass
class RateMissing(UserError):
    """A part of a stay has no rate, and nothing is charged in silence."""

    says = QT_TRANSLATE_NOOP("Messages", "Not charged: no rate fits {names}. Set the rate, then charge the month.")

    names: str


@dataclass
class TooEarly(UserError):
    """A month is charged from the month before on."""

    says = QT_TRANSLATE_NOOP("Messages", "{month} is too far ahead: the next month at most is charged beforehand.")

    month: str


@dataclass
class DepositTooSmall(UserError):
    """So much does not lie in somebody's deposit."""

    says = QT_TRANSLATE_NOOP("Messages", "Not done: the deposit is {balance} yuan, and {wanted} yuan would be taken.")

    balance: str
    wanted: str


@dataclass
class NotPaidAhead(UserError):
    """So much was not paid ahead that it could be given back."""

    says = QT_TRANSLATE_NOOP(
        "Messages", "Not done: the balance of the fees is {balance} yuan, and {wanted} yuan would be given back."
    )

    balance: str
    wanted: str


@dataclass
class MoreThanOwed(UserError):
    """A deposit pays no more than what is owed."""

    says = QT_TRANSLATE_NOOP("Messages", "Not done: {owed} yuan are owed, and {wanted} yuan would be paid.")

    owed: str
    wanted: str


@dataclass
class CounterStays(UserError):
    """A counter-entry of a stay is not taken back: what is right is entered anew."""

    says = QT_TRANSLATE_NOOP("Messages", "This entry takes another one back. Enter anew what is right.")
