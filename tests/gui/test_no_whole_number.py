"""No place of the window tells a whole ID number in a title, a log, a file's name or a paper that is looked at."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.core import i18n
from desktop.core.paths import DataFolder
from desktop.models import query
from desktop.services.writing.actor import Actor
from desktop.ui.frame.crash import CrashHook
from desktop.ui.frame.main_window import MainWindow
from tests.gui.places import Tour, furnish
from tests.gui.test_looks import gone
from tests.gui.whole import standing
from tests.unit.cli.test_no_whole_number import STORES, told

pytestmark = pytest.mark.slow
# What somebody typed and did not save is kept as it was typed.
DRAFTS = (*STORES, ".json")


@pytest.fixture
def somebody(actor: Actor, person: Callable[..., int]) -> int:
    """Somebody of a centre in which every room has something to show."""
    return furnish(actor, person)


@pytest.fixture
def window(app: QApplication, actor: Actor, folder: DataFolder, somebody: int, qtbot: QtBot):
    """A window in Chinese on the screen that most centres have."""
    i18n.install("zh_CN")
    made = standing(folder, actor, qtbot)
    yield made
    gone(made)


def titles() -> set[str]:
    """What the screen, the list of windows and a screen reader call each window that is open."""
    return {words for one in QApplication.topLevelWidgets() for words in _called(one)}


def _called(widget: QWidget) -> tuple[str, ...]:
    return widget.windowTitle(), widget.accessibleName(), widget.windowFilePath(), widget.windowIconText()


def papers(folder: Path) -> dict[str, str]:
    """The words of each paper that lies there to be looked at."""
    found = sorted(folder.glob("*.pdf"))
    return {one.name: "".join(page.extract_text() for page in pypdf.PdfReader(one).pages) for one in found}


def test_every_place_of_the_window_keeps_numbers_to_itself(
    window: MainWindow, folder: DataFolder, somebody: int, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    temp = tmp_path / "temp"
    temp.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temp))
    numbers = query.texts("SELECT id_number FROM resident WHERE length(id_number) = 18")
    assert len(numbers) >= 3
    loud: dict[str, list[str]] = {}
    seen, looked_at = 0, set()
    for name, _root in Tour(window, qtbot, folder, tmp_path, somebody).places():
        seen += 1
        shown = papers(folder.root / "preview")
        looked_at |= shown.keys()
        words = "\n".join([*titles(), *shown, *("".join(one.split()) for one in shown.values())])
        said = [one for one in numbers if one in words]
        if said:
            loud[name] = said
    assert loud == {}
    assert seen > 60 and looked_at
    CrashHook(folder.logs)._write("x")
    assert told(folder.root, numbers, DRAFTS) == [] and told(temp, numbers) == []
