"""Two tills of one computer: the screen of scanning beside a process of the command line, and two screens at once."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.core import clock
from desktop.core.paths import DataFolder
from desktop.models import query
from desktop.services.canteen import scanning
from desktop.services.register import listing
from desktop.services.writing import verifying
from desktop.ui.frame.bus import Topic
from desktop.ui.look.theme import Tone
from desktop.ui.pages.canteen.lunch import LunchScreen
from desktop.ui.pages.canteen.page import CanteenPage
from tests.gui.register_desk import RegisterDesk
from tests.two_desks import PROJECT

Person = Callable[..., int]
PEOPLE = 30
# What stands at the other till: the same cards from the other end, as fast as they can be written.
TILL = """
import datetime as dt, json, sys
from pathlib import Path
from desktop.core import clock
from desktop.core.paths import DataFolder
from desktop.services.canteen import scanning
from desktop.services.centre import accounts, centres

centres.open_centre(DataFolder(Path(sys.argv[1])))
actor, cards = accounts.system_actor(), json.loads(sys.argv[3])
print("ready", flush=True)
sys.stdin.readline()
with clock.standing_at(dt.datetime.fromisoformat(sys.argv[2])):
    print(json.dumps([scanning.scan(actor, card, "lunch", "dine_in").kind for card in cards]), flush=True)
"""


@pytest.fixture
def desk(register: Callable[[], RegisterDesk], canteen_prices: None) -> RegisterDesk:
    return register()


@pytest.fixture
def lunch(desk: RegisterDesk) -> Iterator[LunchScreen]:
    QTest.keyClick(desk.window, Qt.Key.Key_F9)
    QApplication.processEvents()
    page = desk.window.page("canteen")
    assert isinstance(page, CanteenPage) and page.lunch is not None
    yield page.lunch
    page.lunch.close()


@pytest.fixture
def cards(person: Person) -> list[str]:
    return [row.code for row in listing.rows([person(f"老人{number}") for number in range(PEOPLE)])]


def scan(lunch: LunchScreen, digits: str) -> Tone:
    QTest.keyClicks(lunch.line, digits)
    QTest.keyClick(lunch.line, Qt.Key.Key_Return)
    return lunch.face.face.tone


def living() -> Counter[int]:
    """Meals in force of each person."""
    return Counter(one for (one,) in query.fetch("SELECT resident_id FROM living_meal"))


def test_two_tills_that_scan_the_same_cards_at_once_count_each_once(
    lunch: LunchScreen, cards: list[str], folder: DataFolder
) -> None:
    other = subprocess.Popen(
        [sys.executable, "-c", TILL, str(folder.root), clock.now().isoformat(), json.dumps(cards[::-1])],
        cwd=PROJECT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(PROJECT)},
    )
    assert other.stdout is not None and other.stdin is not None
    assert other.stdout.readline() == "ready\n", other.communicate()[1]
    other.stdin.write("go\n")
    other.stdin.flush()
    here = [scan(lunch, card) for card in cards]
    said, complaint = other.communicate(timeout=60)
    assert other.returncode == 0, complaint
    there = json.loads(said)[::-1]
    assert [(tone is Tone.OK) + (kind == "recorded") for tone, kind in zip(here, there, strict=True)] == [1] * PEOPLE
    assert {tone for tone in here} <= {Tone.OK, Tone.ATTENTION} and {*there} <= {"recorded", "again"}
    assert sorted(living().values()) == [1] * PEOPLE
    assert scanning.day_counts(clock.today(), "lunch").total == PEOPLE
    assert [chain.misfit for chain in verifying.verify()] == [None]
    # What the other till recorded is counted on this one with its next scan.
    QTest.keyClick(lunch.line, Qt.Key.Key_F7)
    assert lunch.face.first_served.startswith(f"优先服务：高龄 {PEOPLE}")


def test_a_card_of_the_command_line_is_yellow_on_the_screen_and_no_undo_of_the_screen_takes_it(
    lunch: LunchScreen, cards: list[str], folder: DataFolder
) -> None:
    moment = f"{clock.now():%Y-%m-%d %H:%M}"
    words = ["scan", cards[0], "--meal", "午", "--at", moment, "--json", "--data", str(folder.root)]
    said = subprocess.run(
        [sys.executable, "-m", "desktop", *words],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(PROJECT)},
    )
    assert said.returncode == 0 and json.loads(said.stdout)["result"] == "recorded", said.stderr
    assert scan(lunch, cards[0]) is Tone.ATTENTION
    QTest.keyClick(lunch.line, Qt.Key.Key_F6)
    QTest.keyClick(lunch.line, Qt.Key.Key_F6)
    assert [*living().values()] == [1]


def test_what_another_till_counts_is_shown_without_a_scan_of_the_own(
    lunch: LunchScreen, cards: list[str], folder: DataFolder, qtbot: QtBot
) -> None:
    lunch._clock.timeout.emit()
    assert lunch.face.first_served.startswith("优先服务：高龄 0")
    words = ["scan", cards[0], "--meal", "午", "--at", f"{clock.now():%Y-%m-%d %H:%M}", "--data", str(folder.root)]
    subprocess.run(
        [sys.executable, "-m", "desktop", *words],
        cwd=PROJECT,
        check=True,
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(PROJECT)},
    )
    # The clock of the screen looks each second: nobody touches it.
    qtbot.waitUntil(lambda: lunch.face.first_served.startswith("优先服务：高龄 1"))


def test_a_second_screen_of_scanning_counts_nobody_twice_and_shows_the_same_counts(
    desk: RegisterDesk, lunch: LunchScreen, cards: list[str], qtbot: QtBot
) -> None:
    second = LunchScreen(desk.window.session)
    qtbot.addWidget(second)
    second.start()
    tones = [scan(till, card) for card in cards[:6] for till in (lunch, second)]
    assert tones == [Tone.OK, Tone.ATTENTION] * 6
    QTest.keyClick(second.line, Qt.Key.Key_F6)
    assert [*living().values()] == [1] * 6, "the last at the second till recorded nothing, so nothing is taken back"
    desk.window.session.bus.tell(Topic.MEALS)
    second._clock.timeout.emit()
    lunch._clock.timeout.emit()
    assert lunch.face.first_served == second.face.first_served == "优先服务：高龄 6   孤寡 0   独居 0   空巢 0"
