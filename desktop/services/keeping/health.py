"""What ``doctor`` tells: one line for each thing that the program stands on."""

from __future__ import annotations

import platform
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import metadata

import desktop
from desktop.core.answers import PlainKind
from desktop.core.errors import ShizhuError, StorageError
from desktop.core.i18n import translate
from desktop.core.paths import DataFolder, resource
from desktop.core.period import Month
from desktop.core.progress import Progress
from desktop.core.storage_errors import BackupOld, GuardsChanged
from desktop.core.words import messages
from desktop.models import driver, query
from desktop.models.database import database_path, foreign_key_problems, integrity_problems, is_open, sealed_with
from desktop.models.migrate import applied_schema, latest_schema, trigger_problems
from desktop.services.centre import centres
from desktop.services.closing import drift
from desktop.services.closing.documents import Reports
from desktop.services.keeping import backups, kept_files, key_state, plain_copies, startup
from desktop.services.people import photos
from desktop.services.writing import frozen, months, verifying

FONTS = ("NotoSansSC-Regular.ttf", "NotoSansSC-Bold.ttf")
# Each is counted anew; older ones are looked at in the window and by ``month drift``.
_DRIFT_MONTHS = 3
# Two connections writing or checkpointing at once could corrupt a WAL database before this version.
SQLITE_WITHOUT_WAL_RESET_BUG = (3, 51, 3)


@dataclass(frozen=True)
class Finding:
    """One line: ``name`` is a fixed word for scripts, ``text`` a sentence for people."""

    name: str
    ok: bool
    text: str


def doctor(folder: DataFolder, reports: Reports | None = None, progress: Progress | None = None) -> list[Finding]:
    """Every finding; a database that does not open is one of them, and the rest is looked at all the same.

    With ``reports``, which builds those of a month, it tells what closed months would say differently today.
    """
    try:
        with _opened(folder):
            looks = {**_OF_THE_CENTRE, "change_log": lambda _folder: _change_log(progress)}
            found = [_ask(name, look, folder) for name, look in looks.items()]
            if reports is not None:
                found.append(_ask("drift", lambda _folder: _drift(reports), folder))
    except ShizhuError as error:
        found = [Finding("database", False, messages.sentence(error))]
    return found + [_ask(name, look, folder) for name, look in _OF_THE_COMPUTER]


@contextmanager
def _opened(folder: DataFolder) -> Iterator[None]:
    if is_open() and database_path() == folder.database:
        yield
        return
    centres.open_centre(folder)
    try:
        yield
    finally:
        centres.close_centre()


Look = Callable[[DataFolder], tuple[bool, str]]


def _ask(name: str, look: Look, folder: DataFolder) -> Finding:
    try:
        return Finding(name, *look(folder))
    except StorageError as error:
        return Finding(name, False, messages.sentence(error))


def _integrity(_folder: DataFolder) -> tuple[bool, str]:
    problems = integrity_problems()
    if problems:
        return False, translate("Health", "The database has faults: {first}").format(first=problems[0])
    return True, translate("Health", "The database is whole.")


def _foreign_keys(_folder: DataFolder) -> tuple[bool, str]:
    problems = foreign_key_problems()
    if problems:
        return False, translate("Health", "{count} records refer to something that is not there.").format(
            count=len(problems)
        )
    return True, translate("Health", "All records refer to what is there.")


def _journal(_folder: DataFolder) -> tuple[bool, str]:
    mode = str((query.fetch_one("PRAGMA journal_mode") or ("",))[0])
    synchronous = query.count("PRAGMA synchronous")
    words = translate("Health", "Journal {mode}, synchronous {level}.").format(mode=mode, level=synchronous)
    return (mode, synchronous) == ("wal", 2), words


def _schema(_folder: DataFolder) -> tuple[bool, str]:
    newest = (applied_schema() or [""])[-1]
    return newest == latest_schema(), translate("Health", "Schema {name}.").format(name=newest)


def _triggers(_folder: DataFolder) -> tuple[bool, str]:
    problems = trigger_problems()
    if problems:
        return False, messages.sentence(GuardsChanged(", ".join(problems)))
    return True, translate("Health", "The database's own guards are those of a new store.")


def _clock(_folder: DataFolder) -> tuple[bool, str]:
    trouble = startup.clock_trouble() or startup.clock_doubt()
    if trouble is not None:
        return False, messages.sentence(trouble)
    return True, translate("Health", "The clock is not behind the last record.")


def _backups(folder: DataFolder) -> tuple[bool, str]:
    found = [one for one in backups.listed(folder) if one.sha256]
    if not found:
        return False, messages.sentence(BackupOld())
    newest = backups.verify(found[0].path)
    trouble = startup.backup_trouble(folder)
    if trouble is not None:
        return False, messages.sentence(trouble)
    return True, translate("Health", "{count} backups; the newest, of {taken}, is whole.").format(
        count=len(found), taken=newest.taken_at.isoformat(" ", "minutes")
    )


def _certificates(folder: DataFolder) -> tuple[bool, str]:
    missing = photos.missing(folder)
    if missing:
        words = translate("Health", "{count} pictures of certificates are missing or damaged: restore a backup.")
        return False, words.format(count=missing)
    return True, translate("Health", "The pictures of certificates are there.")


def _files(folder: DataFolder) -> tuple[bool, str]:
    lost = kept_files.trouble(kept_files.damaged(folder.root))
    if lost is not None:
        return False, messages.sentence(lost)
    words = translate("Health", "All photographs, scans and own forms are whole.")
    beside = kept_files.unnamed(folder.root)
    if beside:
        # No fault: a program was killed before the record, or the record was voided, or a backup was restored.
        left = translate("Health", "Beside them lie {count} files that no record in force names.")
        words += " " + left.format(count=len(beside))
    return True, words


def _plain_copies(folder: DataFolder) -> tuple[bool, str]:
    """Exports are made to leave the house; of the rest somebody has to know."""
    if sealed_with() is None:
        return True, translate("Health", "Nothing has to be encrypted.")
    left = [one for one in plain_copies.found(folder) if one.kind != PlainKind.EXPORT]
    if left:
        words = translate(
            "Health", "{count} copies of before the encryption lie in clear, such as {file}: replace them under System."
        )
        return False, words.format(count=len(left), file=left[0].path.name)
    return True, translate("Health", "No copy that the program knows of lies in clear.")


def _encryption(folder: DataFolder) -> tuple[bool, str]:
    """Said without any key, also where the database does not open."""
    if not centres.is_initialised(folder):
        return True, translate("Health", "The data are not encrypted.")
    state = key_state.of(folder)
    if not driver.version():
        return not state.encrypted, translate("Health", "This installation cannot encrypt: sqlcipher3 is missing.")
    if not state.encrypted:
        return True, translate("Health", "The data are not encrypted.")
    if state.finishing:
        return False, translate("Health", "Some files beside the data are not encrypted yet: sign in once.")
    words = translate("Health", "The data are encrypted; {names} open them, or the recovery sheet of {day}.")
    return True, words.format(names="、".join(state.names), day=state.recovery_on)


def _disk(folder: DataFolder) -> tuple[bool, str]:
    free = startup.free_mb(folder)
    return free >= startup.LOW_MB, translate("Health", "{free} MB are free on the disk.").format(free=free)


def _fonts(_folder: DataFolder) -> tuple[bool, str]:
    missing = [name for name in FONTS if not resource("fonts", name).is_file()]
    if missing:
        return False, translate("Health", "Fonts are missing: {names}").format(names=", ".join(missing))
    return True, translate("Health", "The fonts for the screen and for paper are there.")


def _sqlite(_folder: DataFolder) -> tuple[bool, str]:
    words = translate("Health", "SQLite {version}.").format(version=sqlite3.sqlite_version)
    if sqlite3.sqlite_version_info < SQLITE_WITHOUT_WAL_RESET_BUG:
        # Not a fault here: the program writes and checkpoints through one connection at a time.
        words += " " + translate("Health", "One writer at a time keeps clear of its WAL reset bug.")
    return True, words


def _python(_folder: DataFolder) -> tuple[bool, str]:
    words = translate("Health", "Python {version} on {system}.")
    return True, words.format(version=platform.python_version(), system=platform.platform(terse=True))


def _qt(_folder: DataFolder) -> tuple[bool, str]:
    try:
        version = metadata.version("PySide6-Essentials")
    except metadata.PackageNotFoundError:
        return False, translate("Health", "PySide6 is not installed, so there is no window; commands work.")
    return True, translate("Health", "PySide6 {version}.").format(version=version)


def _program(_folder: DataFolder) -> tuple[bool, str]:
    return True, translate("Health", "Shizhu Desk {version}.").format(version=desktop.__version__)


def _change_log(progress: Progress | None) -> tuple[bool, str]:
    # All of them: who asks the doctor wants to know, and a record that another program changed may be an old one.
    found = verifying.verify(progress=progress)
    verifying.require_whole(found)
    words = translate("Health", "{count} writes of the change log fit together, and every record says what they say.")
    return True, words.format(count=sum(chain.rows for chain in found))


def _frozen(_folder: DataFolder) -> tuple[bool, str]:
    words = translate("Health", "{count} closed months are as they were frozen.")
    return True, words.format(count=frozen.require_all_whole())


def _drift(reports: Reports) -> tuple[bool, str]:
    """What the newest closed months would say differently today: no fault, but somebody has to know."""
    months_looked_at = [Month.parse(one) for one in months.closed_months()[-_DRIFT_MONTHS:]]
    told = {str(month): len(drift.of(month, reports)) for month in months_looked_at}
    moved = "、".join(f"{month}: {count}" for month, count in told.items() if count)
    if moved:
        words = translate(
            "Health", "Told differently today than at the close: {moved}. See whether a correction is due."
        )
        return True, words.format(moved=moved)
    words = translate("Health", "The last {count} closed months would say the same today.")
    return True, words.format(count=len(told))


_OF_THE_CENTRE: dict[str, Look] = {
    "integrity": _integrity,
    "foreign_keys": _foreign_keys,
    "journal": _journal,
    "schema": _schema,
    "triggers": _triggers,
    "change_log": lambda _folder: _change_log(None),
    "frozen": _frozen,
    "clock": _clock,
    "backups": _backups,
    "certificates": _certificates,
    "files": _files,
    "plain_copies": _plain_copies,
}
_OF_THE_COMPUTER: tuple[tuple[str, Look], ...] = (
    ("encryption", _encryption),
    ("disk", _disk),
    ("fonts", _fonts),
    ("sqlite", _sqlite),
    ("python", _python),
    ("qt", _qt),
    ("program", _program),
)
