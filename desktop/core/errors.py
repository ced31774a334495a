"""What can go wrong in ways that a person at the desk can understand.

Each error is a dataclass with fields; ``messages.py`` is the only place that turns one into a sentence.
``UserError``: the request cannot be done as asked. ``StorageError``: the disk or the file is in trouble.
Anything else is a bug.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field


class ShizhuError(Exception):
    """Base of every error that has a sentence."""


class UserError(ShizhuError):
    """The request cannot be done as asked; the person can put it right."""


class StorageError(ShizhuError):
    """The environment is in trouble: disk, folder, file, lock."""


@dataclass(frozen=True)
class FieldError:
    """One field of a draft that cannot be saved: ``reason`` is a code that ``messages`` puts in words.

    ``hint`` carries a suggestion, such as the ID number that the typed one was probably meant to be.
    """

    name: str
    reason: str
    hint: str = ""


@dataclass
class Cancelled(UserError):
    """Somebody cancelled the job; nothing of it remains."""


@dataclass
class InvalidDraft(UserError):
    """A form has fields that cannot be saved."""

    fields: list[FieldError] = field(default_factory=list)


@dataclass
class NotFound(UserError):
    """No such record: ``kind`` is a glossary term in English, such as ``resident``."""

    kind: str
    key: str = ""


@dataclass
class NotAllowed(UserError):
    """This role may not do that."""

    action: str
    role: str


@dataclass
class MonthClosed(UserError):
    """A closed month refuses writes; a correction is the way in."""

    month: str


@dataclass
class AlreadyRecorded(UserError):
    """The same fact is there already, such as a second lunch on one day."""

    what: str
    when: str = ""


@dataclass
class Overlap(UserError):
    """Two stays would share a bed, or one person two beds."""

    what: str
    other: str = ""


@dataclass
class DuplicateResident(UserError):
    """A resident with this ID number is on record."""

    name: str
    resident_id: int


@dataclass
class ReasonNeeded(UserError):
    """The act needs a reason in words."""

    action: str


@dataclass
class DateRefused(UserError):
    """A date that cannot be right: ``reason`` is future_date, after_death, off_register or bad_date."""

    reason: str
    day: dt.date | None = None


@dataclass
class UnknownCode(UserError):
    """A scanned code that no card or label of this centre bears."""

    code: str


@dataclass
class BadCode(UserError):
    """Digits that are not a whole code (scanned badly or mistyped)."""

    code: str


@dataclass
class CardRefused(UserError):
    """A card at the canteen that earns no meal: ``reason`` is deceased or bed_label."""

    reason: str


@dataclass
class WrongPassword(UserError):
    """Name and password do not match an active account."""


@dataclass
class AlreadyInitialised(UserError):
    """The data folder holds a centre already."""

    folder: str


@dataclass
class FolderNotEmpty(UserError):
    """The folder holds other things and must not be written over."""

    folder: str


@dataclass
class NotInitialised(UserError):
    """The data folder holds no centre yet."""

    folder: str


@dataclass
class Unreadable(UserError):
    """A file that cannot be read as what it should be: ``reason`` is a code."""

    file: str
    reason: str
    detail: str = ""


@dataclass
class HeadingsMissing(UserError):
    """A workbook in which needed columns were not found."""

    file: str
    fields: list[str] = field(default_factory=list)


@dataclass
class ImportNotUndoable(UserError):
    """Rows of this import were changed or used since."""

    import_id: int
    reason: str
    count: int = 0


@dataclass
class SyncRefused(UserError):
    """A sync file that is not what was written: ``reason`` is a code."""

    file: str
    reason: str
    part: str = ""


@dataclass
class FullExportDue(UserError):
    """The data was restored from a backup, so the district needs everything once."""


@dataclass
class ResidentInUse(UserError):
    """Rows refer to this resident, so the record cannot be voided: kinds of rows and how many."""

    name: str
    counts: Mapping[str, int] = field(default_factory=dict)


@dataclass
class StateRefused(UserError):
    """A register state that cannot follow: ``reason`` is same_state, earlier_state or nothing_before."""

    reason: str
    state: str = ""


@dataclass
class MergeRefused(UserError):
    """Two residents who cannot be made one as asked: ``reason`` is same_person or stays_overlap."""

    reason: str


@dataclass
class MergeNotUndoable(UserError):
    """A merge that cannot be undone: ``reason`` is changed (so many rows since) or already_undone."""

    merge_id: int
    reason: str
    count: int = 0


@dataclass
class NothingToDo(UserError):
    """The request names nothing to work on, such as labels of no bed."""

    what: str


@dataclass
class FileLocked(StorageError):
    """Another program, mostly Excel or WPS, holds the file."""

    file: str


@dataclass
class FolderReadOnly(StorageError):
    """The folder does not let us write."""

    folder: str


@dataclass
class FileMissing(StorageError):
    """The file or folder is not there (any more)."""

    file: str


@dataclass
class DiskFull(StorageError):
    """No room left on the disk."""

    folder: str


@dataclass
class DatabaseBusy(StorageError):
    """Another writer holds the database for too long."""


@dataclass
class DatabaseDamaged(StorageError):
    """SQLite found the file malformed."""

    file: str
    detail: str = ""


@dataclass
class DatabaseNewer(StorageError):
    """The database was written by a newer version of the program."""

    file: str
    schema: str = ""


@dataclass
class BackupDamaged(StorageError):
    """A backup that does not match its hash or does not open."""

    file: str
    reason: str = ""


@dataclass
class BackupOld(StorageError):
    """The last backup is so many days old; None when there is none at all."""

    days: int | None = None


@dataclass
class BackupFolderMissing(StorageError):
    """The second backup folder cannot be reached, such as a stick that is not plugged in."""

    folder: str


@dataclass
class ClockBehind(StorageError):
    """The computer's clock stands so many minutes before the last recorded change (``last``, to the minute)."""

    last: str
    minutes: int


@dataclass
class DiskLow(StorageError):
    """Little room is left on the disk that holds the data."""

    folder: str
    free_mb: int


@dataclass
class StorageTrouble(StorageError):
    """Any other trouble that the operating system reported."""

    file: str
    detail: str = ""
