"""A bug is logged without personal data and shown with a way to report it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.core.storage_errors import DatabaseBusy
from desktop.ui.frame.crash import CrashDialog, CrashHook


def fail() -> None:
    raise ValueError("王芳 530121194403121023")


def meet(hook: CrashHook) -> None:
    try:
        fail()
    except ValueError:
        hook.meet(*sys.exc_info())  # type: ignore[arg-type]


def shown(hook: CrashHook) -> CrashDialog | None:
    return hook._open


def test_a_bug_is_logged_with_an_id_and_no_personal_data(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    hook = CrashHook(tmp_path / "logs")
    meet(hook)
    log = (tmp_path / "logs" / "crash.log").read_text(encoding="utf-8")
    assert "ValueError" in log
    assert "test_crash.py" in log
    assert "王芳" not in log
    assert "5301" not in log
    qtbot.waitUntil(lambda: shown(hook) is not None)
    dialog = shown(hook)
    assert dialog is not None
    qtbot.addWidget(dialog)
    dialog.copy()
    assert app.clipboard().text().strip() == log.strip()


def test_a_bug_in_painting_does_not_bury_the_screen(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    hook = CrashHook(tmp_path)
    for _ in range(20):
        meet(hook)
    qtbot.waitUntil(lambda: shown(hook) is not None)
    app.processEvents()
    open_ones = [one for one in app.topLevelWidgets() if isinstance(one, CrashDialog) and one.isVisible()]
    assert len(open_ones) == 1
    open_ones[0].close()


def test_a_known_error_that_got_here_is_said_calmly(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    hook = CrashHook(tmp_path)
    hook.meet(DatabaseBusy, DatabaseBusy(), None)
    qtbot.waitUntil(lambda: shown(hook) is not None)
    dialog = shown(hook)
    assert dialog is not None
    assert dialog.report == ""
    assert not (tmp_path / "crash.log").exists()
    dialog.close()


def test_a_read_only_log_folder_is_no_second_crash(
    app: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "logs").write_text("a file where the folder should be")
    hook = CrashHook(tmp_path / "logs")
    meet(hook)
    qtbot.waitUntil(lambda: shown(hook) is not None)
    dialog = shown(hook)
    assert dialog is not None
    assert dialog.report
    dialog.close()
