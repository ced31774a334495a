"""The first steps of a new centre: crossed off by what is on record, led to by keyboard, put away by the director."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.core.paths import DataFolder
from desktop.importing.importer import import_workbook
from desktop.services.canteen import meals
from desktop.services.canteen.meals import MealDraft
from desktop.services.centre import accounts, centres
from desktop.services.register import snapshot
from desktop.services.writing.actor import Actor
from desktop.ui.frame.main_window import MainWindow
from desktop.ui.pages.home.first_steps import PLACES, FirstStepsCard, Step, first_steps, put_away
from desktop.ui.pages.home.page import HomePage
from tests import sealed
from tests.conftest import id_number
from tests.gui.whole import opened
from tests.unit.importing.sheets import write


@pytest.fixture
def window(app: QApplication, actor: Actor, folder: DataFolder, qtbot: QtBot) -> MainWindow:
    """The window of a new centre, at home."""
    made = opened(folder, actor, qtbot)
    made.go("home")
    qtbot.waitUntil(lambda: not made.session.reads.busy)
    return made


def steps_of(window: MainWindow) -> FirstStepsCard:
    page = window.page("home")
    assert isinstance(page, HomePage) and page.steps is not None
    return page.steps


def done(actor: Actor) -> set[Step]:
    return {step for step, one in first_steps(actor, snapshot.register()).items() if one}


def test_each_step_is_crossed_off_by_the_rows(
    actor: Actor, person: Callable[..., int], tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    assert done(actor) == set()
    first = person("李桂兰")
    assert done(actor) == {Step.PERSON}
    rows = [["姓名", "身份证号", "联系电话"], ["王芳", id_number("1944-03-05", "female", 490), "13900000001"]]
    import_workbook(actor, "residents", write(tmp_path / "花名册.xlsx", {"花名册": rows}))
    assert done(actor) == {Step.PERSON, Step.REGISTER}
    request.getfixturevalue("canteen_prices")
    assert done(actor) == {Step.PERSON, Step.REGISTER, Step.PRICES}
    meals.save(actor, MealDraft(first, "2026-10-21", "11:20"))
    assert done(actor) == {Step.PERSON, Step.REGISTER, Step.PRICES, Step.LUNCH}
    accounts.set_password(actor, actor.name, "geheim01")
    assert done(actor) == set(Step) - {Step.BACKUP, Step.ENCRYPTION}
    centres.set_setting(actor, centres.BACKUP_FOLDER, str(tmp_path))
    assert done(actor) == set(Step) - {Step.ENCRYPTION}
    with sealed.no_keys_left():
        sealed.seal(actor, "geheim01")
    assert first_steps(actor, snapshot.register()) == {}


def test_only_the_director_is_shown_the_steps(actor: Actor, clerk: Actor) -> None:
    assert set(first_steps(actor, snapshot.register())) == set(Step)
    assert first_steps(clerk, snapshot.register()) == {}


def test_steps_that_were_put_away_stay_away(actor: Actor) -> None:
    put_away(actor)
    assert first_steps(actor, snapshot.register()) == {}


def test_the_keyboard_stands_on_the_first_step_and_enter_leads_to_its_form(window: MainWindow, qtbot: QtBot) -> None:
    first = steps_of(window).buttons[Step.PERSON]
    qtbot.waitUntil(first.hasFocus)
    QTest.keyClick(first, Qt.Key.Key_Return)
    assert window.current_room == "residents"
    page = window.page("residents")
    qtbot.waitUntil(lambda: page.form_open)  # type: ignore[attr-defined]


@pytest.mark.parametrize("step", list(Step))
def test_every_step_opens_its_place(window: MainWindow, step: Step) -> None:
    steps_of(window).buttons[step].click()
    assert window.current_room == PLACES[step].room


def test_the_director_puts_the_steps_away(window: MainWindow, actor: Actor, qtbot: QtBot) -> None:
    card = steps_of(window)
    card.away_button.click()
    qtbot.waitUntil(card.isHidden)
    assert first_steps(actor, snapshot.register()) == {}
