"""Scanner after scanner at the real screen: keys in bursts that are on the way while a meal is being written.

All keys of a burst lie in the queue before the first is looked at, so no pause between two scans is as short. What must
come of them is told by a dictionary and a list, and nothing else.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.core import clock
from desktop.core.acts import Action
from desktop.models import query
from desktop.services.canteen import scanning
from desktop.services.register import listing
from desktop.services.residents.drafts import ResidentDraft
from desktop.services.residents.forms import store
from desktop.services.writing import verifying
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import writing
from desktop.ui.pages.canteen.lunch import LunchScreen
from desktop.ui.pages.canteen.page import CanteenPage
from tests.gui.register_desk import RegisterDesk

STRANGER = "13901140000000199"
MEALS = ("breakfast", "lunch", "dinner")
MODES = {Qt.Key.Key_F2: "dine_in", Qt.Key.Key_F3: "takeaway", Qt.Key.Key_F4: "delivered"}
SCANS = [pytest.param(2_000, marks=pytest.mark.slow), pytest.param(10_000, marks=pytest.mark.nightly)]


@pytest.fixture
def lunch(register: Callable[[], RegisterDesk], canteen_prices: None) -> Iterator[LunchScreen]:
    window = register().window
    QTest.keyClick(window, Qt.Key.Key_F9)
    QApplication.processEvents()
    page = window.page("canteen")
    assert isinstance(page, CanteenPage) and page.lunch is not None
    yield page.lunch
    page.lunch.close()


class Told:
    """What the keys come to, told by hand: who ate which meal how, and what each scan would have taken back."""

    def __init__(self) -> None:
        self.meal, self.mode = "lunch", "dine_in"
        self.eaten: dict[tuple[str, str], str] = {}
        self.guests: Counter[str] = Counter()
        self.queued: Counter[str] = Counter()
        self.scans: list[tuple[str, str, str] | None] = []
        self.again = self.undone = 0

    def scan(self, card: str) -> None:
        if card == STRANGER:
            self.queued[self.meal] += 1
            self.scans.append(("queued", "", self.meal))
        elif (card, self.meal) in self.eaten:
            self.again += 1
            self.scans.append(None)
        else:
            self.eaten[card, self.meal] = self.mode
            self.scans.append(("eaten", card, self.meal))

    def add_guest(self) -> None:
        self.guests[self.meal] += 1
        self.scans.append(("guest", "", self.meal))

    def undo(self) -> None:
        last = self.scans.pop() if self.scans else None
        if last is None:
            return
        kind, card, meal = last
        self.undone += 1
        if kind == "eaten":
            del self.eaten[card, meal]
        else:
            (self.guests if kind == "guest" else self.queued)[meal] -= 1

    def next_meal(self) -> None:
        self.meal = MEALS[(MEALS.index(self.meal) + 1) % 3]


def post(lunch: LunchScreen, key: Qt.Key, text: str = "") -> None:
    """A key as the system delivers it: pressed and let go, behind all that are waiting."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.postEvent(lunch.line, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text))


def post_scan(lunch: LunchScreen, digits: str) -> None:
    for digit in digits:
        post(lunch, Qt.Key(Qt.Key.Key_0 + int(digit)), digit)
    post(lunch, Qt.Key.Key_Return, "\r")


def act(lunch: LunchScreen, told: Told, cards: list[str], chance: random.Random) -> int:
    """Put one act of the person at the counter into the queue; how many scans it was."""
    what = chance.random()
    if what < 0.80:
        card = STRANGER if chance.random() < 0.02 else chance.choice(cards)
        # A scanner held still reads a card twice.
        times = 2 if chance.random() < 0.05 else 1
        for _ in range(times):
            post_scan(lunch, card)
            told.scan(card)
        return times
    if what < 0.86:
        post(lunch, Qt.Key.Key_F6)
        told.undo()
    elif what < 0.91:
        key = chance.choice(list(MODES))
        post(lunch, key)
        told.mode = MODES[key]
    elif what < 0.94:
        post(lunch, Qt.Key.Key_F5)
        told.next_meal()
    elif what < 0.97:
        post(lunch, Qt.Key.Key_F7)
        told.add_guest()
    else:
        # Somebody began to type and thought better of it.
        for digit in "739"[: chance.randint(1, 3)]:
            post(lunch, Qt.Key(Qt.Key.Key_0 + int(digit)), digit)
        post(lunch, Qt.Key.Key_Escape)
    return 0


def compare(told: Told) -> None:
    """Every count of every meal is what was told by hand."""
    for meal in MEALS:
        found = scanning.day_counts(clock.today(), meal)
        modes = Counter(mode for (_, eaten), mode in told.eaten.items() if eaten == meal)
        assert {mode: count for mode, count in found.by_mode.items() if count} == dict(modes)
        assert (found.guests, found.queued) == (told.guests[meal], told.queued[meal])


@pytest.mark.parametrize("scans", SCANS)
def test_scans_faster_than_they_are_written_lose_and_double_nothing(
    lunch: LunchScreen, actor: Actor, scans: int
) -> None:
    with writing(actor, Action.EDIT_RESIDENT) as unit:
        drafts = [
            ResidentDraft(name=f"老人{one}", born_on="1944-03-05", accept_to_verify=True) for one in range(scans // 5)
        ]
        ids = [store(unit, draft) for draft in drafts]
    cards = [row.code for row in listing.rows(ids)]
    chance, told, done = random.Random(20261126), Told(), 0
    while done < scans:
        for _ in range(chance.randint(1, 12)):
            done += act(lunch, told, cards, chance)
        QApplication.processEvents()
        if chance.random() < 0.02:
            compare(told)
    compare(told)
    rows = query.fetch(
        "SELECT c.digits, m.meal, m.mode FROM living_meal m JOIN printed_code c ON c.resident_id = m.resident_id"
    )
    assert {(card, meal): mode for card, meal, mode in rows} == told.eaten and len(rows) == len(told.eaten)
    assert lunch.line.text() == "" and (lunch.meal, lunch.mode) == (told.meal, told.mode)
    assert min(told.again, told.undone, sum(told.guests.values()), sum(told.queued.values())) > scans // 200
    assert [chain.misfit for chain in verifying.verify()] == [None]
