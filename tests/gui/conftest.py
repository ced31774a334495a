"""One dressed application for all window tests, and rooms of people who do not exist."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop.core import i18n
from desktop.core.paths import DataFolder
from desktop.services.writing.actor import Actor
from desktop.ui.frame.bus import Bus
from desktop.ui.frame.jobs import Jobs
from desktop.ui.frame.preferences import Preferences
from desktop.ui.frame.session import Session
from desktop.ui.look import theme
from desktop.ui.look.theme import TextSize
from tests.gui.looking import PersonRow


@pytest.fixture(autouse=True)
def chinese() -> Iterator[None]:
    """The window speaks Chinese unless a test asks otherwise."""
    before = i18n.language()
    i18n.install("zh_CN")
    yield
    if before == "en":
        i18n.install("en")


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    """The application in normal text size and calm colours, before and after."""
    theme.apply(qapp)
    yield qapp
    if theme.text_size() is not TextSize.NORMAL or theme.is_contrast():
        theme.apply(qapp)


@pytest.fixture
def session(app: QApplication, tmp_path: Path) -> Iterator[Session]:
    """A clerk at a station with an empty data folder."""
    made = Session(Actor(1, "马丽", "clerk", 1), DataFolder(tmp_path), Bus(), Jobs(), Preferences())
    yield made
    made.jobs.stop()


@pytest.fixture
def people() -> Callable[[list[int]], list[PersonRow]]:
    """Loads rows for any ids."""
    names = ("李桂兰", "王挈华", "赵正光", "普琼珍", "阿依·木", "欧阳淑芬")

    def load(ids: list[int]) -> list[PersonRow]:
        return [
            PersonRow(one, names[one % 6], 60 + one % 40, f"{one % 7}社区", ("独居", "失能")[: one % 3]) for one in ids
        ]

    return load
