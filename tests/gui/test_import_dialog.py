"""A workbook is looked at before it is taken in, and taken back from the line at the bottom."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.app import build_window, open_session
from desktop.core.paths import DataFolder
from desktop.services import residents
from desktop.services.actor import Actor
from desktop.services.residents import ResidentQuery
from desktop.ui.dialogs.import_dialog import ImportDialog
from desktop.ui.main_window import MainWindow
from desktop.ui.preferences import Preferences

SAMPLE = Path(__file__).parents[1] / "data" / "sample-centre" / "residents.xlsx"


@pytest.fixture
def window(app: QApplication, actor: Actor, folder: DataFolder, qtbot: QtBot) -> Iterator[MainWindow]:
    """The window of a new centre."""
    made = build_window(open_session(folder, Preferences(sounds=False), actor))
    qtbot.addWidget(made, before_close_func=lambda window: setattr(window, "_closing", True))
    made.show()
    made.go("residents")
    yield made


def looked_at(window: MainWindow, qtbot: QtBot, path: Path) -> ImportDialog:
    dialog = ImportDialog(window.session, "residents", window.page("residents"))
    dialog.open()
    with qtbot.waitSignal(window.jobs.idle, timeout=20_000):
        dialog.look_at(path)
    return dialog


def on_record() -> int:
    return len(residents.find_ids(ResidentQuery(state="")))


def test_looking_writes_nothing_and_names_every_row_that_needs_a_person(window: MainWindow, qtbot: QtBot) -> None:
    dialog = looked_at(window, qtbot, SAMPLE)
    assert on_record() == 0
    seen = dialog.result_seen
    assert seen is not None and seen.dry_run
    assert len(dialog.table.model.ids) == len(seen.issues) > 0
    assert str(seen.total("imported")) in dialog.import_button.text()


def test_taking_in_closes_the_box_and_can_be_taken_back(window: MainWindow, qtbot: QtBot) -> None:
    dialog = looked_at(window, qtbot, SAMPLE)
    assert dialog.result_seen is not None
    count = dialog.result_seen.total("imported")
    with qtbot.waitSignal(dialog.accepted, timeout=20_000):
        dialog.import_button.click()
    assert on_record() == count
    assert SAMPLE.name in window.toast.text
    window.toast.undo_button.click()
    assert on_record() == 0


def test_a_file_that_is_no_workbook_is_refused_in_words(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "名册.xlsx"
    path.write_bytes(b"not a workbook")
    dialog = looked_at(window, qtbot, path)
    assert "名册.xlsx" in dialog.strip.text
    assert not dialog.import_button.isEnabled()
