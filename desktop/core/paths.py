"""Where things lie: the program's resources and a centre's data folder."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

import platformdirs

_BUNDLE = getattr(sys, "_MEIPASS", None)
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
    def exports(self) -> Path:
        """Sync files written for the district office."""
        return self.root / "exports"


def default_data_folder() -> DataFolder:
    """``SHIZHU_DATA``, else the platform's user data folder."""
    chosen = os.environ.get("SHIZHU_DATA")
    return DataFolder(Path(chosen) if chosen else Path(platformdirs.user_data_dir("shizhu-desk", False)))
