"""What is being typed, kept over a crash."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from desktop.core.files import writing_beside
from desktop.core.sealing import Branch
from desktop.models import vault
from desktop.ui.answer import answer

_WAIT = 700
_ASIDE = ".left-"


class DraftKeeper(QObject):
    """Writes what was typed in a form to a file a moment after typing pauses; the file goes once it is saved.

    What nobody typed is left out: brought back, it would undo what others have changed meanwhile.

    What an earlier run left is set aside in a file of its own, so that only an answer makes it go.
    """

    def __init__(self, path: Path, typed: Callable[[], dict[str, object]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path, self._typed = path, typed
        self._timer = QTimer(self, singleShot=True, interval=_WAIT)
        self._timer.timeout.connect(self.keep_now)

    def move_to(self, path: Path) -> None:
        """Keep another record's values from now on, in its own file."""
        self._timer.stop()
        self._path = path

    def note_change(self) -> None:
        """Something was typed."""
        self._timer.start()

    def keep_now(self) -> bool:
        """Write at once, and whether it stands; one that cannot be written is no reason to disturb anybody."""
        self._timer.stop()
        text = json.dumps(self._typed(), ensure_ascii=False, default=str)
        try:
            return answer(lambda: self._write(text)) is None
        except OSError:
            return False

    def _write(self, text: str) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with writing_beside(self._path) as part:
            part.chmod(0o600)
            part.write_bytes(vault.packed(Branch.DRAFTS, text.encode("utf-8")))

    def set_aside(self) -> None:
        """Move what an earlier run left out of the way of what is typed next."""
        kept = _read(self._path)
        if kept is None:
            return
        if not kept:
            self.discard()
            return
        numbers = [_number(path) for path in self._asides()]
        with suppress(OSError):
            self._path.replace(self._path.with_name(f"{self._path.stem}{_ASIDE}{max(numbers, default=0) + 1}.json"))

    def found(self) -> dict[str, object] | None:
        """What an earlier run left behind, the newest first."""
        return next((kept for path in self._asides() if (kept := _read(path)) is not None), None)

    def answered(self) -> None:
        """The person took what was found, or wants it no more."""
        newest = next((path for path in self._asides() if _read(path) is not None), None)
        if newest is not None:
            _remove(newest)

    def discard(self) -> None:
        """The values were saved or given up; what was set aside stays."""
        self._timer.stop()
        _remove(self._path)

    def _asides(self) -> list[Path]:
        found = self._path.parent.glob(f"{self._path.stem}{_ASIDE}*.json")
        return sorted((path for path in found if _number(path)), key=_number, reverse=True)


def _read(path: Path) -> dict[str, object] | None:
    try:
        kept = json.loads(vault.readable(path, Branch.DRAFTS) or b"")
    except ValueError:
        return None
    return kept if isinstance(kept, dict) else None


def _number(path: Path) -> int:
    digits = path.stem.rpartition(_ASIDE)[2]
    return int(digits) if digits.isdecimal() else 0


def _remove(path: Path) -> None:
    with suppress(OSError):
        path.unlink(missing_ok=True)
