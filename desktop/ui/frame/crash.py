"""A bug that reached the top: logged with an id, shown with a button that copies the report."""

from __future__ import annotations

import sys
import traceback
import uuid
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.core import clock
from desktop.core.errors import ShizhuError
from desktop.core.i18n import translate
from desktop.core.words.messages import sentence
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.growing import GrowingDialog
from desktop.ui.widgets.labels import label


def report_text(error: BaseException, trace: TracebackType | None, report_id: str) -> str:
    """Where in the program it happened. The error's own words are left out: they may name a person."""
    lines = [f"{report_id}  {clock.timestamp()}  {type(error).__name__}"]
    for frame in traceback.extract_tb(trace):
        place = Path(frame.filename)
        lines.append(f"  {place.parent.name}/{place.name}:{frame.lineno} {frame.name}")
    return "\n".join(lines)


class CrashDialog(GrowingDialog):
    """Says calmly that the program made a mistake and what to do."""

    def __init__(self, words: str, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.report = report
        self.setWindowTitle(translate("CrashDialog", "Something went wrong"))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(label(words, wrap=True))
        row = QHBoxLayout()
        row.addStretch(1)
        if report:
            shown = QPlainTextEdit(report)
            shown.setReadOnly(True)
            shown.setAccessibleName(translate("CrashDialog", "Report without personal data"))
            column.addWidget(shown, 1)
            row.addWidget(button(translate("CrashDialog", "Copy the report"), self.copy))
        close = button(translate("CrashDialog", "Go on"), self.accept, "primary")
        row.addWidget(close)
        column.addLayout(row)
        self.be_large(560, 340 if report else 160)
        close.setFocus()

    def copy(self) -> None:
        """Put the report on the clipboard."""
        QGuiApplication.clipboard().setText(self.report)


class CrashHook(QObject):
    """Takes the place of ``sys.excepthook``; errors of any thread are shown in the window's."""

    _met = Signal(str, str)

    def __init__(self, log_folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._log = log_folder / "crash.log"
        self._open: CrashDialog | None = None
        self._met.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Catch from now on."""
        sys.excepthook = self.meet

    def meet(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Log and show an error that nobody caught; Ctrl-C ends the program as ever."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        if isinstance(error, ShizhuError):
            self._met.emit(sentence(error), "")
            return
        report_id = uuid.uuid4().hex[:8].upper()
        report = report_text(error, trace, report_id)
        self._write(report)
        words = translate(
            "CrashDialog",
            "The program made a mistake (no. {number}). What was saved is safe. "
            "Please copy the report and send it to whoever looks after the program, then go on working.",
        )
        self._met.emit(words.format(number=report_id), report)

    def _write(self, report: str) -> None:
        try:
            self._log.parent.mkdir(parents=True, exist_ok=True)
            with self._log.open("a", encoding="utf-8") as log:
                log.write(report + "\n\n")
        except OSError:
            # Without a log the dialog still carries the report.
            return

    def _show(self, words: str, report: str) -> None:
        # One dialog at a time: a mistake in painting would otherwise bury the screen.
        if self._open is not None and self._open.isVisible():
            return
        self._open = CrashDialog(words, report)
        self._open.open()
