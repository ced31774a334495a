"""What is being typed, kept over a crash."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from desktop.core.errors import StorageError
from desktop.core.files import writing_beside

_WAIT = 700


class DraftKeeper(QObject):
    """Writes the form's values to a file a moment after typing pauses; the file goes once they are saved."""

    def __init__(self, path: Path, values: Callable[[], dict[str, object]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path, self._values = path, values
        self._timer = QTimer(self, singleShot=True, interval=_WAIT)
        self._timer.timeout.connect(self.keep_now)

    def move_to(self, path: Path) -> None:
        """Keep another record's values from now on, in its own file."""
        self._timer.stop()
        self._path = path

    def note_change(self) -> None:
        """Something was typed."""
        self._timer.start()

    def keep_now(self) -> None:
        """Write at once; a draft that cannot be written is no reason to disturb anybody."""
        self._timer.stop()
        text = json.dumps(self._values(), ensure_ascii=False, default=str)
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with writing_beside(self._path) as part:
                part.chmod(0o600)
                part.write_text(text, encoding="utf-8")
        except (OSError, StorageError):
            return

    def found(self) -> dict[str, object] | None:
        """What an earlier run left behind."""
        try:
            kept = json.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return None
        return kept if isinstance(kept, dict) else None

    def discard(self) -> None:
        """The values were saved or given up."""
        self._timer.stop()
        try:
            self._path.unlink(missing_ok=True)
        except OSError:
            return
