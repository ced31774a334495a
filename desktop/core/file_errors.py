"""What is wrong with a folder, a workbook or a sync file that somebody gave, each with its sentence."""

from __future__ import annotations

from dataclasses import dataclass, field

from desktop.core.answers import WorkbookKind
from desktop.core.errors import UserError
from desktop.core.i18n import QT_TRANSLATE_NOOP, Said
from desktop.core.reasons import (
    FileReason,
    KeyFileReason,
    SyncReason,
    UndoReason,
)


@dataclass
class AlreadyInitialised(UserError):
    """The data folder holds a centre already."""

    says = QT_TRANSLATE_NOOP("Messages", "The folder {folder} holds a centre already. Choose an empty folder.")

    folder: str


@dataclass
class FolderNotEmpty(UserError):
    """The folder holds other things and must not be written over."""

    says = QT_TRANSLATE_NOOP(
        "Messages", "The folder {folder} holds other things; nothing was changed there. Choose an empty folder."
    )

    folder: str


@dataclass
class NotInitialised(UserError):
    """The data folder holds no centre yet."""

    says = QT_TRANSLATE_NOOP("Messages", "The folder {folder} holds no centre yet. Set one up first.")

    folder: str


@dataclass
class Unreadable(UserError):
    """A file that cannot be read as what it should be."""

    says = QT_TRANSLATE_NOOP("Messages", "{file} could not be read: {reason}")

    file: str
    reason: FileReason
    detail: str = ""


@dataclass
class HeadingsMissing(UserError):
    """A workbook in which needed columns were not found."""

    says = QT_TRANSLATE_NOOP("Messages", "{file} lacks the columns {fields}. Name the columns by hand and try again.")
    says_other = QT_TRANSLATE_NOOP(
        "Messages", "{file} lacks the columns {fields}. It looks like {looks_like}: read it so."
    )

    file: str
    fields: list[str] = field(default_factory=list)
    looks_like: WorkbookKind | None = None

    def template(self) -> Said:
        """What to do: choose another kind, or name the columns."""
        return self.says if self.looks_like is None else self.says_other


@dataclass
class ImportNotUndoable(UserError):
    """Rows of this import were changed or used since."""

    says = QT_TRANSLATE_NOOP("Messages", "Import {import_id} cannot be taken back: {reason}")

    import_id: int
    reason: UndoReason
    count: int = 0


@dataclass
class SyncRefused(UserError):
    """A sync file that is not what was written."""

    says = QT_TRANSLATE_NOOP("Messages", "{file} is refused: {reason}")

    file: str
    reason: SyncReason
    part: str = ""
    line: int = 0


@dataclass
class KeyFileRefused(UserError):
    """A key file that is none, or none of this kind; ``part`` names the value that cannot be."""

    says = QT_TRANSLATE_NOOP("Messages", "The key file {file} is not taken: {reason}")

    file: str
    reason: KeyFileReason
    part: str = ""


@dataclass
class FullExportDue(UserError):
    """The data was restored from a backup, so the district needs everything once."""

    says = QT_TRANSLATE_NOOP(
        "Messages", "The data was restored from a backup. Make a full export once, then the monthly ones go on."
    )


@dataclass
class FormRefused(UserError):
    """A form of the centre's own with cells that cannot be filled; nothing was written."""

    says = QT_TRANSLATE_NOOP("Messages", "{file} cannot be filled, nothing was written. Please mend: {cells}")

    file: str
    cells: list[str] = field(default_factory=list)
