"""A district's folder with centres that handed in, late, as a draft or not at all, and a window on it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.core import clock
from desktop.ui.district.window import DistrictWindow
from tests.gui.district.made_office import NOW, Made, make_office, standing
from tests.gui.test_looks import gone


@pytest.fixture
def then() -> Iterator[None]:
    """The office lives on Tuesday 2026-11-03 at 09:00."""
    with clock.standing_at(NOW):
        yield


@pytest.fixture
def office(then: None, tmp_path: Path) -> Made:
    """The folder of a district: five centres, of which four handed in for October."""
    return make_office(tmp_path)


@pytest.fixture
def window(app: QApplication, office: Made, qtbot: QtBot) -> Iterator[DistrictWindow]:
    """The window on it."""
    made = standing(office, qtbot)
    yield made
    gone(made)
