"""The pictures of the manual are drawn by the program: ``PICTURES=DIR pytest tests/gui/test_pictures.py`` writes them.

The three screens that were worst at 960×600 in the largest text size; those of before were drawn by this file too, at
the commit before they were mended.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QRect
from PySide6.QtGui import QImage, QScreen
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.app import build_window, open_session
from desktop.core.paths import DataFolder
from desktop.services.writing.actor import Actor
from desktop.ui.frame.preferences import Preferences
from desktop.ui.look import theme
from desktop.ui.look.theme import TextSize
from tests.gui.places import Tour, furnish

DOCS = Path(__file__).parents[2] / "docs"
SCREEN = (960, 600)
SHOWN = {"visits: phone": "phone", "residents: card": "card", "import: check": "check"}
# A manual is copied to sticks.
LARGEST = 150_000


def drawn(window_of: Callable[[], Tour]) -> dict[str, QImage]:
    """The three screens as they look now."""
    tour = window_of()
    found = {}
    for name, shown in tour.places():
        if name in SHOWN:
            found[SHOWN[name]] = shown.grab().toImage()
    return found


@pytest.fixture
def pictures(  # noqa: PLR0913
    app: QApplication,
    actor: Actor,
    folder: DataFolder,
    person: Callable[..., int],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> dict[str, QImage]:
    monkeypatch.setattr(QScreen, "availableGeometry", lambda _self: QRect(0, 0, *SCREEN))
    theme.apply(app, TextSize.LARGEST)
    somebody = furnish(actor, person)
    window = build_window(open_session(folder, Preferences(sounds=False), actor))
    window.resize(*SCREEN)
    window.show()
    try:
        return drawn(lambda: Tour(window, qtbot, folder, tmp_path, somebody))
    finally:
        window.jobs.stop()
        window.session.reads.stop()
        window.hide()
        window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.mark.slow
def test_the_three_screens_are_drawn_whole_and_written_when_asked_for(pictures: dict[str, QImage]) -> None:
    assert set(pictures) == set(SHOWN.values())
    for name, image in pictures.items():
        assert (image.width(), image.height()) == SCREEN, name
        place = os.environ.get("PICTURES")
        if place:
            assert image.convertToFormat(QImage.Format.Format_RGB888).save(str(Path(place) / f"{name}.png"), "PNG", 0)


def test_every_picture_that_the_manual_shows_is_there_and_small() -> None:
    named = re.findall(r"!\[[^\]]+\]\((pictures/[^)]+)\)", (DOCS / "manual.zh-CN.md").read_text(encoding="utf-8"))
    assert len(named) == 2 * len(SHOWN)
    for one in named:
        assert (DOCS / one).stat().st_size < LARGEST
        assert not QImage(str(DOCS / one)).isNull()
    assert {str(one.relative_to(DOCS)) for one in (DOCS / "pictures").rglob("*.png")} == set(named)
