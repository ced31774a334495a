"""Where things lie: the program's resources and a centre's data folder."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

import platformdirs

_BUNDLE = getattr(sys, "_MEIPASS", None)
# Notes of the folders that were opened in a window last.
_CENTRE, _DISTRICT = "data-folder", "district-folder"
# The folder that makes a program portable.
PORTABLE = "shizhu-data"
_ROOT = Path(_BUNDLE) if _BUNDLE else Path(__file__).resolve().parents[2]


def resource(*parts: str) -> Path:
    """The path of a file shipped in ``resources/``."""
    return _ROOT.joinpath("resources", *parts)


@dataclass(frozen=True)
class DataFolder:
    """One centre's data folder; nothing is created by naming it."""

    root: Path

    @property
    def database(self) -> Path:
        """The SQLite file."""
        return self.root / "shizhu.db"

    @property
    def backups(self) -> Path:
        """Backups kept beside the database; the second folder is the director's choice."""
        return self.root / "backups"

    @property
    def drafts(self) -> Path:
        """Unsaved forms, kept over a crash."""
        return self.root / "drafts"

    @property
    def logs(self) -> Path:
        """The program's log, without personal data."""
        return self.root / "logs"

    @property
    def attachments(self) -> Path:
        """Photographs and scans of signed paper, by month; their names say nothing of anybody."""
        return self.root / "attachments"

    @property
    def photos(self) -> Path:
        """Photographs of residents; their names say nothing of anybody."""
        return self.root / "photos"

    @property
    def certificates(self) -> Path:
        """Pictures of certificates of those who work here; their names say nothing of anybody."""
        return self.root / "certificates"

    @property
    def forms(self) -> Path:
        """The centre's own workbooks, into which a month is filled."""
        return self.root / "forms"

    @property
    def papers(self) -> Path:
        """Papers while they are looked at."""
        return self.root / "preview"

    @property
    def practice(self) -> DataFolder:
        """The practice centre of whoever works here: beside this folder, never within it."""
        return DataFolder(self.root.with_name(f"{self.root.name}-practice") / "data")

    @property
    def exports(self) -> Path:
        """Sync files written for the district office."""
        return self.root / "exports"


def default_data_folder() -> DataFolder:
    """``SHIZHU_DATA``, else beside a portable program, else the folder opened last, else the platform's usual one."""
    named, beside = os.environ.get("SHIZHU_DATA"), portable_folder()
    if not named and beside is not None:
        return beside
    chosen = named or _remembered(_CENTRE)
    return DataFolder(Path(chosen) if chosen else Path(platformdirs.user_data_dir("shizhu-desk", False)))


def portable_folder() -> DataFolder | None:
    """The folder ``shizhu-data`` beside the program, where somebody made one: the program runs from a stick then."""
    beside = _program_folder() / PORTABLE
    return DataFolder(beside) if beside.is_dir() else None


def remember_data_folder(folder: DataFolder) -> None:
    """Let the program begin in this folder from now on; where that cannot be kept, it asks again."""
    _keep(_CENTRE, folder.root)


def remember_district(root: Path) -> None:
    """The district's folder that was opened here last, for a double click on a file where no centre is."""
    _keep(_DISTRICT, root)


def remembered_district() -> Path | None:
    """The district's folder that was opened here last, as long as it is there."""
    chosen = _remembered(_DISTRICT)
    return Path(chosen) if chosen else None


def _keep(name: str, folder: Path) -> None:
    # A program on a stick leaves nothing at home: it begins beside itself.
    if portable_folder() is not None:
        return
    note = _note(name)
    try:
        note.parent.mkdir(parents=True, exist_ok=True)
        note.write_text(str(folder.resolve()), encoding="utf-8")
    except OSError:
        return


def _program_folder() -> Path:
    # The sources and a wheel lie in a folder of their own; a frozen program has its modules in one beneath it.
    return Path(sys.executable).resolve().parent if getattr(sys, "frozen", False) else _ROOT


def _remembered(name: str) -> str:
    # A stick that is not there must not keep the program from its usual place.
    try:
        chosen = _note(name).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return ""
    return chosen if chosen and Path(chosen).is_dir() else ""


def _note(name: str) -> Path:
    return Path(platformdirs.user_config_dir("shizhu-desk", False)) / name
