"""What can go wrong with the disk, the files and the data folder; ``errors`` says how an error carries its sentence."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.core.errors import StorageError
from desktop.core.i18n import QT_TRANSLATE_NOOP, Said


@dataclass
class FileLocked(StorageError):
    """Another program, mostly Excel or WPS, holds the file."""

    says = QT_TRANSLATE_NOOP(
        "Messages", "{file} is open in another program, mostly Excel or WPS. Close it there and try again."
    )

    file: str


@dataclass
class FileForbidden(StorageError):
    """The file is there, and this user of the computer may not read it."""

    says = QT_TRANSLATE_NOOP(
        "Messages",
        "This user of the computer may not read {file}. Let whoever made it give the right, or copy it to another "
        "folder.",
    )

    file: str


@dataclass
class ProgramIncomplete(StorageError):
    """Parts of the program itself are missing: a packing mistake, or somebody took files away."""

    says = QT_TRANSLATE_NOOP(
        "Messages", "Parts of this program are missing ({part}). Install it again; the data are not touched by that."
    )

    part: str


@dataclass
class FilesLost(StorageError):
    """Photographs and scans that the records name, and that are whole neither here nor in a backup place."""

    says = QT_TRANSLATE_NOOP(
        "Messages",
        "{count} photographs or scans are missing or damaged, such as {first}. Plug in the stick with the backups and "
        "make one: what is whole there comes back.",
    )

    count: int
    first: str


@dataclass
class FolderReadOnly(StorageError):
    """The folder does not let us write."""

    says = QT_TRANSLATE_NOOP("Messages", "The folder {folder} cannot be written to. Choose another one.")

    folder: str


@dataclass
class OnlyLooking(StorageError):
    """The centre is open to be looked at alone, as its folder cannot be written to or its disk is full."""

    says = QT_TRANSLATE_NOOP(
        "Messages",
        "The folder {folder} cannot be written to: records can be looked at, nothing can be recorded. Take the write "
        "protection off, then start the program again.",
    )
    says_full = QT_TRANSLATE_NOOP(
        "Messages",
        "The disk with {folder} is full: records can be looked at, nothing can be recorded. Make room, then start the "
        "program again.",
    )

    folder: str
    full: bool = False

    def template(self) -> Said:
        """With what to do about it."""
        return self.says_full if self.full else self.says


@dataclass
class FolderOnNetwork(StorageError):
    """The data folder lies on a network drive, on which two computers would spoil the data file for each other."""

    says = QT_TRANSLATE_NOOP(
        "Messages",
        "The data folder {folder} is on a network drive, where the data may be damaged: copy it to this computer's own"
        " disk and open it there.",
    )

    folder: str


@dataclass
class FileMissing(StorageError):
    """The file or folder is not there (any more)."""

    says = QT_TRANSLATE_NOOP("Messages", "{file} is not there any more. Is the stick or the network drive connected?")

    file: str


@dataclass
class DiskFull(StorageError):
    """No room left on the disk."""

    says = QT_TRANSLATE_NOOP(
        "Messages", "The disk with {folder} is full, so nothing was written. Make room and try again."
    )

    folder: str


@dataclass
class DatabaseBusy(StorageError):
    """Another writer holds the database for too long."""

    says = QT_TRANSLATE_NOOP("Messages", "The data is busy with other work. Please wait a moment and try again.")


@dataclass
class DatabaseDamaged(StorageError):
    """SQLite found the file malformed."""

    says = QT_TRANSLATE_NOOP(
        "Messages",
        "The data file {file} is damaged. Do not type any more: press “Restore from a backup…” and take the "
        "newest one; in the window the button stands under System, Backups.",
    )

    file: str
    detail: str = ""


@dataclass
class DatabaseNewer(StorageError):
    """The database was written by a newer version of the program."""

    says = QT_TRANSLATE_NOOP(
        "Messages", "The data was written by a newer version of the program. Install that version; nothing was changed."
    )

    file: str
    schema: str = ""


@dataclass
class LogBroken(StorageError):
    """The first write of the change log that does not fit; ``reason`` is a word of services.writing.verifying."""

    says = QT_TRANSLATE_NOOP(
        "Messages",
        "The change log does not fit at write no. {counter} of station {station} in epoch {epoch}{where}: {detail} "
        "Keep the data folder as it is, and compare it with a backup and the printed month reports.",
    )

    epoch: str
    station: int
    counter: int
    reason: str
    table: str = ""
    row: int | None = None


@dataclass
class GuardsChanged(StorageError):
    """Triggers of the database that are gone, altered or foreign, against those of a new store; ``names`` of them."""

    says = QT_TRANSLATE_NOOP(
        "Messages", "The database's own guards were changed: {names}. Restore an older backup in which they stand."
    )

    names: str


@dataclass
class FrozenChanged(StorageError):
    """The frozen figures of a closed month no longer match the hash that was printed on its reports."""

    says = QT_TRANSLATE_NOOP(
        "Messages",
        "The frozen figures of {month} were changed after the close: their hash is another than the one on the printed "
        "reports. Print and export nothing of it; restore a backup in which they are whole.",
    )

    month: str


@dataclass
class KeyWanted(StorageError):
    """A sealed file, and no key at hand that opens it."""

    says = QT_TRANSLATE_NOOP(
        "Messages",
        "{file} is encrypted. It opens with the password of somebody who has the key, or with the recovery sheet.",
    )

    file: str


@dataclass
class KeysDamaged(StorageError):
    """The wrapped keys beside a sealed store cannot be read."""

    says = QT_TRANSLATE_NOOP(
        "Messages",
        "{file}, which holds the keys of the encrypted data, is damaged. Put the one that lies beside the newest backup"
        " in its place, under this name.",
    )

    file: str


@dataclass
class CipherMissing(StorageError):
    """This installation lacks what opens a sealed store."""

    says = QT_TRANSLATE_NOOP(
        "Messages",
        "The data are encrypted, and this installation lacks the part that opens them (sqlcipher3). Install the"
        " program anew; the data stay as they are.",
    )


@dataclass
class BackupDamaged(StorageError):
    """A backup that does not match its hash or does not open."""

    says = QT_TRANSLATE_NOOP(
        "Messages", "The backup {file} is not whole. Use another backup; this one is kept as it is."
    )
    says_no_hash = QT_TRANSLATE_NOOP(
        "Messages",
        "Beside {file} its .sha256 file is missing, so nothing proves the backup. Put both into one folder, or restore"
        " it by “shizhu backup restore --without-hash”.",
    )

    file: str
    reason: str = ""

    def template(self) -> Said:
        """Whether only the proof is missing."""
        return self.says_no_hash if self.reason == "no_hash" else self.says


@dataclass
class BackupOfOther(StorageError):
    """A backup of another centre (``theirs``), about to replace the data of this one (``ours``); both are numbers."""

    says = QT_TRANSLATE_NOOP(
        "Messages",
        "{file} is a backup of the centre {theirs}; here is the centre {ours}. Choose a backup of this centre, or"
        " restore it by “shizhu backup restore --other-centre”.",
    )

    file: str
    theirs: str
    ours: str


@dataclass
class BackupForeign(StorageError):
    """A backup whose tables or guards (``names``) are not those that this program makes."""

    says = QT_TRANSLATE_NOOP(
        "Messages",
        "{file} was changed by another program: {names}. Use another backup; this one is kept as it is.",
    )

    file: str
    names: str


@dataclass
class BackupAstray(StorageError):
    """A rehearsed backup that is no moment of the data that are open: its last write is not in their log."""

    says = QT_TRANSLATE_NOOP(
        "Messages",
        "{file} is whole, but not a backup of the data that are open: its last write is not in their change log. They "
        "were restored or replaced since. Make a backup now.",
    )

    file: str


@dataclass
class BackupDiffers(StorageError):
    """A rehearsed backup that has other rows of a kind than stood here when it was made."""

    says = QT_TRANSLATE_NOOP(
        "Messages",
        "{file} was restored on trial and differs from what stood here when it was made: {kind}, {there} records "
        "instead of {here}. Prove the change log, and make a backup now.",
    )

    file: str
    kind: str
    there: int
    here: int


@dataclass
class BackupMonthDiffers(StorageError):
    """A rehearsed backup whose last closed month has another hash than the one here."""

    says = QT_TRANSLATE_NOOP(
        "Messages",
        "{file} was restored on trial, and its frozen {month} is not the one that stands here. Compare both with the "
        "printed reports, and make a backup now.",
    )

    file: str
    month: str


@dataclass
class BackupOld(StorageError):
    """The last backup is so many days old; None when there is none at all."""

    says = QT_TRANSLATE_NOOP("Messages", "The last backup is {days} days old. Make one under System today.")
    says_none = QT_TRANSLATE_NOOP("Messages", "There is no backup yet. Make one under System today.")

    days: int | None = None

    def template(self) -> Said:
        """Whether there is one at all."""
        return self.says_none if self.days is None else self.says


@dataclass
class BackupUnlogged(StorageError):
    """A backup was made, and its row in the change log found no room, or another program was writing."""

    says = QT_TRANSLATE_NOOP(
        "Messages",
        "The backup {name} is whole, but not in the change log yet. Make room on the disk; the next backup or start"
        " puts it in.",
    )

    name: str


@dataclass
class BackupFolderMissing(StorageError):
    """The second backup folder cannot be reached, such as a stick that is not plugged in."""

    says = QT_TRANSLATE_NOOP(
        "Messages", "The second backup folder {folder} cannot be reached. Plug in the stick, or choose another folder."
    )

    folder: str


@dataclass
class ClockBehind(StorageError):
    """The computer's clock stands so many minutes before the last recorded change (``last``, to the minute)."""

    says = QT_TRANSLATE_NOOP(
        "Messages", "The clock is {amount} behind the last record of {last}. Set date and time before you record."
    )

    last: str
    minutes: int


@dataclass
class ClockAhead(StorageError):
    """The computer's clock stands so many days after the last recorded change (``last``, to the minute)."""

    says = QT_TRANSLATE_NOOP(
        "Messages",
        "The clock is {days} days ahead of the last record of {last}. If that is wrong, set it before you record.",
    )

    last: str
    days: int


@dataclass
class ClockWasAhead(StorageError):
    """So many of the last writes bear a moment still to come, up to ``last``: they were made with the clock ahead."""

    says = QT_TRANSLATE_NOOP(
        "Messages",
        "{count} of the last writes are dated after now, up to {last}: the clock was ahead when they were made. See in "
        "the change log which records these are, and put their days right.",
    )

    last: str
    count: int


@dataclass
class DiskLow(StorageError):
    """Little room is left on the disk that holds the data."""

    says = QT_TRANSLATE_NOOP("Messages", "Only {free_mb} MB are left on the disk with {folder}. Please make room soon.")

    folder: str
    free_mb: int


@dataclass
class StorageTrouble(StorageError):
    """Any other trouble that the operating system reported."""

    says = QT_TRANSLATE_NOOP(
        "Messages", "The computer reported trouble with {file}: {detail}. Nothing was lost; try again."
    )

    file: str
    detail: str = ""
