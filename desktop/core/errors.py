"""What can go wrong in ways that a person at the desk can understand.

Each error is a dataclass with fields and carries its sentence (``says``), with the fields in braces;
``words/messages.py`` translates and fills it. ``UserError``: the request cannot be done as asked. ``StorageError``:
the disk or the file is in trouble.
Anything else is a bug.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from desktop.core.acts import Action, Thing
from desktop.core.codes import CodeKind
from desktop.core.i18n import QT_TRANSLATE_NOOP, Said
from desktop.core.reasons import (
    CodeWanted,
    MergeReason,
    Reason,
    StateReason,
    UndoReason,
)


class ShizhuError(Exception):
    """Base of every error that has a sentence: what happened, and what to do.

    ``says_why`` holds the sentences of single reasons, ``says`` the one for all others.
    """

    says: ClassVar[Said]
    says_why: ClassVar[Mapping[str, Said]] = {}

    def template(self) -> Said:
        """The sentence that fits."""
        return self.says_why.get(getattr(self, "reason", ""), self.says)


class UserError(ShizhuError):
    """The request cannot be done as asked; the person can put it right."""


class StorageError(ShizhuError):
    """The environment is in trouble: disk, folder, file, lock."""


@dataclass(frozen=True)
class FieldError:
    """One field of a draft that cannot be saved, and why.

    ``hint`` carries a suggestion, such as the ID number that the typed one was probably meant to be.
    """

    name: str
    reason: Reason
    hint: str = ""


@dataclass
class Cancelled(UserError):
    """Somebody cancelled the job; nothing of it remains."""

    says = QT_TRANSLATE_NOOP("Messages", "Cancelled; nothing was changed.")


@dataclass
class InvalidDraft(UserError):
    """A form has fields that cannot be saved."""

    says = QT_TRANSLATE_NOOP("Messages", "Not saved: {count} fields need correcting. {first}")
    says_none = QT_TRANSLATE_NOOP("Messages", "Some fields cannot be saved as they are. Please correct them.")

    fields: list[FieldError] = field(default_factory=list)

    def template(self) -> Said:
        """Which of the two fits."""
        return self.says if self.fields else self.says_none


@dataclass
class NotFound(UserError):
    """No such record of this kind."""

    says = QT_TRANSLATE_NOOP("Messages", "No such record: {kind} {key}. Please search again.")

    kind: Thing
    key: str = ""


@dataclass
class UnknownFigure(UserError):
    """A month has no figure of this name."""

    says = QT_TRANSLATE_NOOP("Messages", "There is no figure {name}. The figures are: {names}.")

    name: str
    names: str


@dataclass
class NotAllowed(UserError):
    """This role may not do that."""

    says = QT_TRANSLATE_NOOP("Messages", "The role {role} may not do this. Please ask the director.")
    says_who = QT_TRANSLATE_NOOP("Messages", "“{act}” is for {who} only; you are {role}. Please ask one of them.")
    says_own = QT_TRANSLATE_NOOP(
        "Messages",
        "Somebody else recorded this: the role {role} may “{act}” only with what is recorded by or assigned to you. "
        "Please ask {who}.",
    )
    says_nobody = QT_TRANSLATE_NOOP("Messages", "This needs somebody to sign in first.")
    says_why: ClassVar[Mapping[str, Said]] = {
        "disable_self": QT_TRANSLATE_NOOP(
            "Messages", "Nobody disables the own account. Another director can do it under 系统, Accounts."
        ),
        "last_director": QT_TRANSLATE_NOOP("Messages", "This is the only director. Make somebody else director first."),
        "director_password": QT_TRANSLATE_NOOP(
            "Messages",
            "Nobody could sign in as director then. Give the director a password first, under System, Accounts.",
        ),
    }

    action: str
    role: str
    who: tuple[str, ...] = ()
    own: bool = False

    def template(self) -> Said:
        """The act's own words, or who may."""
        if self.own:
            return self.says_own
        told = self.says_who if self.who else self.says
        return self.says_why.get(self.action) or (told if self.role else self.says_nobody)


@dataclass
class AlreadyRecorded(UserError):
    """The same fact is there already, such as a second lunch on one day."""

    says = QT_TRANSLATE_NOOP("Messages", "Already recorded: {what}, {when}. Nothing was added.")
    says_what = QT_TRANSLATE_NOOP("Messages", "Already recorded: {what}. Nothing was added.")

    what: Thing
    when: str = ""

    def template(self) -> Said:
        """With the day, where it is known."""
        return self.says if self.when else self.says_what


@dataclass
class ChangedMeanwhile(UserError):
    """Somebody else has changed this record since it was read; writing it now would undo that unseen."""

    says = QT_TRANSLATE_NOOP(
        "Messages", "Somebody else has changed this meanwhile: {kind}. Nothing was saved. Please open it again."
    )

    kind: Thing


@dataclass
class InUse(UserError):
    """A record cannot be taken back: another one that came later points to it."""

    says = QT_TRANSLATE_NOOP(
        "Messages", "Not taken back: {what} was recorded for this {kind} since. Take that back first."
    )

    kind: Thing
    what: Thing


@dataclass
class NotUndoable(UserError):
    """An act that no key takes back."""

    says = QT_TRANSLATE_NOOP(
        "Messages", "No key takes back “{act}”: {why} Ctrl+Shift+Z lists what else was done and can be taken back."
    )

    action: Action


class NothingToTakeBack(UserError):
    """No act of this person stands, or none of the last ones has that number."""

    says = QT_TRANSLATE_NOOP(
        "Messages", "There is nothing there that can be taken back. “shizhu undo --list” tells your last ten acts."
    )


@dataclass
class Overlap(UserError):
    """Two stays would share a bed, or one person two beds."""

    says = QT_TRANSLATE_NOOP("Messages", "These dates overlap with another record. Please check the dates.")
    says_why: ClassVar[Mapping[str, Said]] = {
        Thing.BED: QT_TRANSLATE_NOOP(
            "Messages", "Somebody has this bed in that time. Choose another bed or other dates."
        ),
        Thing.RESIDENT: QT_TRANSLATE_NOOP("Messages", "This person has another bed in that time. End that stay first."),
        Thing.LEAVE: QT_TRANSLATE_NOOP("Messages", "Another leave covers some of these days. Please check the dates."),
        Thing.HOME_BED_PLAN: QT_TRANSLATE_NOOP(
            "Messages", "This kind of help is planned in these days already. End that line of the plan first."
        ),
        Thing.DAY_ATTENDANCE: QT_TRANSLATE_NOOP(
            "Messages", "This person was in day care at that time of that day already. Please check the times."
        ),
        Thing.BED_OUTAGE: QT_TRANSLATE_NOOP("Messages", "The bed is out of service on some of these days already."),
        Thing.BED_RESERVATION: QT_TRANSLATE_NOOP("Messages", "The bed is kept for somebody on some of these days."),
    }

    what: Thing
    other: str = ""

    def template(self) -> Said:
        """By what overlaps."""
        return self.says_why.get(self.what, self.says)


@dataclass
class DuplicateResident(UserError):
    """A resident with this ID number is on record."""

    says = QT_TRANSLATE_NOOP("Messages", "{name} is on record with this ID number. Open that record instead.")

    name: str
    resident_id: int


@dataclass
class VisitHasOpen(UserError):
    """A visit that becomes void has open risks or orders, and nobody said what becomes of them."""

    says = QT_TRANSLATE_NOOP(
        "Messages",
        "This visit opened {risks} risks and {orders} orders that are still open. Say whether they stay or become"
        " void with it.",
    )

    risks: int
    orders: int


@dataclass
class ReasonNeeded(UserError):
    """The act needs a reason in words."""

    says = QT_TRANSLATE_NOOP("Messages", "This needs a reason in words. Please write why.")

    action: str


@dataclass
class DateRefused(UserError):
    """A date that cannot be right."""

    reason: Reason
    day: dt.date | None = None


@dataclass
class UnknownCode(UserError):
    """A scanned code that no card or label of this centre bears."""

    says = QT_TRANSLATE_NOOP(
        "Messages", "No card or label of this centre bears the code {code}. Find the person by name."
    )

    code: str


@dataclass
class BadCode(UserError):
    """Digits that are not a whole code (scanned badly or mistyped)."""

    says = QT_TRANSLATE_NOOP("Messages", "{code} is not a whole code. Please scan again or type all 17 digits.")

    code: str


@dataclass
class CardRefused(UserError):
    """The card of somebody who earns no meal any more."""

    says = QT_TRANSLATE_NOOP("Messages", "The person of this card is recorded as deceased. Please ask the front desk.")


@dataclass
class OtherList(UserError):
    """A row of a route list that is walked for something else than what is recorded here."""

    says = QT_TRANSLATE_NOOP(
        "Messages",
        "This row ({name}) stands on another kind of list: visits are recorded in the room of visits, meals that were"
        " brought in the canteen.",
    )

    name: str


@dataclass
class OtherCode(UserError):
    """A code that was scanned where one of another kind is read: what it is, of whom or what, what is wanted there."""

    says = QT_TRANSLATE_NOOP("Messages", "This is {code}. There is nothing to open for it.")
    says_why: ClassVar[Mapping[str, Said]] = {
        CodeWanted.ROUTE_ROW: QT_TRANSLATE_NOOP("Messages", "This is {code}. Please scan a row of the route sheet."),
        CodeWanted.CARD: QT_TRANSLATE_NOOP("Messages", "This is {code}. Please scan the person's own card."),
        CodeWanted.ORDER: QT_TRANSLATE_NOOP(
            "Messages", "This is {code}. Please scan a row of a day list or a service sheet."
        ),
        CodeWanted.NOTHING: QT_TRANSLATE_NOOP("Messages", "This is {code}. There is nothing to open for it."),
    }

    kind: CodeKind
    of: str
    reason: CodeWanted


@dataclass
class ResidentInUse(UserError):
    """Rows refer to this resident, so the record cannot be voided: kinds of rows and how many."""

    says = QT_TRANSLATE_NOOP(
        "Messages", "{name} cannot be voided: records refer to this person. Void them or merge. {counts}"
    )

    name: str
    counts: Mapping[str, int] = field(default_factory=dict)


@dataclass
class StateRefused(UserError):
    """A register state that cannot follow."""

    says = QT_TRANSLATE_NOOP("Messages", "The state cannot be changed like this. Please check it.")
    says_why: ClassVar[Mapping[str, Said]] = {
        StateReason.SAME_STATE: QT_TRANSLATE_NOOP(
            "Messages", "This person's state is {state} already. Nothing was changed."
        ),
        StateReason.EARLIER_STATE: QT_TRANSLATE_NOOP(
            "Messages", "The state {state} is on record from a later day on. Take it back, or change the date."
        ),
        StateReason.NOTHING_BEFORE: QT_TRANSLATE_NOOP(
            "Messages", "This is the person's first state; there is nothing before it."
        ),
        StateReason.UNKNOWN_STATE: QT_TRANSLATE_NOOP(
            "Messages", "There is no register state {state}. Choose one of the list."
        ),
    }

    reason: StateReason
    state: str = ""


@dataclass
class MergeRefused(UserError):
    """Two residents who cannot be made one as asked."""

    says = QT_TRANSLATE_NOOP("Messages", "These two records cannot be merged like this.")
    says_why: ClassVar[Mapping[str, Said]] = {
        MergeReason.SAME_PERSON: QT_TRANSLATE_NOOP(
            "Messages", "Both are the same record. Choose the other one of the two."
        ),
        MergeReason.STAYS_OVERLAP: QT_TRANSLATE_NOOP(
            "Messages", "The two have beds at the same time. End or correct one of the stays, then merge."
        ),
    }

    reason: MergeReason


@dataclass
class MergeNotUndoable(UserError):
    """A merge that cannot be undone, because so many rows were changed since, or it was undone before."""

    says = QT_TRANSLATE_NOOP("Messages", "Merge {merge_id} cannot be undone: {reason}")

    merge_id: int
    reason: UndoReason
    count: int = 0


@dataclass
class NothingToDo(UserError):
    """The request names nothing to work on, such as labels of no bed."""

    says = QT_TRANSLATE_NOOP("Messages", "There is nothing to do here: no {what} was chosen.")

    what: Thing
