"""What closed months and their corrections (更正单) refuse."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from desktop.core.answers import Unfinished
from desktop.core.errors import UserError
from desktop.core.i18n import QT_TRANSLATE_NOOP, Said
from desktop.core.reasons import CorrectionReason


@dataclass
class MonthOpen(UserError):
    """An open month needs no correction."""

    says = QT_TRANSLATE_NOOP("Messages", "{month} is open. Change its records directly.")

    month: str


@dataclass
class NotAtClose(UserError):
    """A table that the program did not keep yet when the month was closed."""

    says = QT_TRANSLATE_NOOP(
        "Messages",
        "There was no such table yet when {month} was closed, and a closed month is not counted anew. "
        "A correction of the month keeps one.",
    )

    month: str


@dataclass
class NotExplainable(UserError):
    """Something of a month that words do not settle."""

    says = QT_TRANSLATE_NOOP("Messages", "Words are not enough here: {finding}. Please see to it first.")

    finding: Unfinished


@dataclass
class MonthHeldBack(UserError):
    """Something of a month that has to be put right before it is closed."""

    says = QT_TRANSLATE_NOOP("Messages", "{month} cannot be closed yet: {finding}.")

    month: str
    finding: Unfinished


@dataclass
class CorrectionRefused(UserError):
    """A correction that cannot be approved like this."""

    says = QT_TRANSLATE_NOOP("Messages", "This correction cannot be approved like this.")
    says_why: ClassVar[Mapping[str, Said]] = {
        CorrectionReason.SAME_PERSON: QT_TRANSLATE_NOOP(
            "Messages",
            "A second person has to approve it: somebody else who signs in, or the district office in writing.",
        ),
        CorrectionReason.EMPTY: QT_TRANSLATE_NOOP("Messages", "It holds no act yet. Add what is to be put right."),
        CorrectionReason.NO_PAPER: QT_TRANSLATE_NOOP(
            "Messages", "An approval in writing needs who signed it and the number of the paper."
        ),
    }

    reason: CorrectionReason

    def template(self) -> Said:
        """Which sentence fits."""
        return self.says_why[self.reason]


@dataclass
class MonthNotOver(UserError):
    """A month is closed after its last day."""

    says = QT_TRANSLATE_NOOP("Messages", "{month} is not over yet; it can be closed after its last day.")

    month: str


@dataclass
class MonthClosed(UserError):
    """A closed month refuses writes; a correction is the way in."""

    says = QT_TRANSLATE_NOOP("Messages", "{month} is closed, so its records stand. Use a correction to change them.")

    month: str
