"""A day at the desk by keyboard alone, in the order of the handbook (section 6), its keys counted.

The receipt of row 14 waits for the district's answer;
row 15 (a new computer) is ``test_first_day.test_a_backup_is_restored_in_the_window``.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot

from desktop.core import clock
from desktop.core.answers import BackupReason
from desktop.core.codes import CodeKind
from desktop.core.paths import DataFolder
from desktop.core.period import Month
from desktop.models import query
from desktop.services.beds import leaves
from desktop.services.beds import places as beds
from desktop.services.beds.places import BedDraft
from desktop.services.canteen import meals, scanning
from desktop.services.closing import exports
from desktop.services.help_services import orders
from desktop.services.help_services.orders import ServiceQuery
from desktop.services.keeping import backups, plain_copies
from desktop.services.register import listing as residents
from desktop.services.register import printed_codes
from desktop.services.register.listing import ResidentQuery
from desktop.services.visits import recording as visits
from desktop.services.visits import route_sheets
from desktop.services.visits.recording import VisitQuery
from desktop.services.writing import months
from desktop.services.writing.actor import Actor
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.frame.main_window import MainWindow
from desktop.ui.frame.preview import PreviewDialog
from desktop.ui.pages.canteen.deliveries_view import DeliveriesView
from desktop.ui.pages.canteen.lunch import LunchScreen
from desktop.ui.pages.canteen.page import CanteenPage
from desktop.ui.pages.canteen.queue_dialog import QueueDialog
from desktop.ui.pages.closing.close import CloseMonthDialog
from desktop.ui.pages.home.page import HomePage
from desktop.ui.pages.label_dialog import LabelsDialog
from desktop.ui.pages.residents.page import ResidentsPage
from desktop.ui.pages.visits.page import VisitsPage
from tests import sealed
from tests.conftest import id_number
from tests.gui.keyboard import type_words
from tests.gui.whole import opened

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
PLAIN = Qt.KeyboardModifier.NoModifier
OCTOBER = Month(2026, 10)
Person = Callable[..., int]


class Hands:
    """Somebody at the keyboard: every key goes to where the keyboard is, and is counted."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window, self.qtbot, self.keys = window, qtbot, 0

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN) -> None:
        """Press one key."""
        self.keys += 1
        QTest.keyClick(self._focus(), key, modifier)
        self.settle()

    def type(self, text: str) -> None:
        """Type letters and digits."""
        for char in text:
            self.keys += 1
            QTest.keyClicks(self._focus(), char)
            QApplication.processEvents()

    def words(self, text: str) -> None:
        """Type Chinese with an input method."""
        type_words(self._focus(), text)
        QApplication.processEvents()

    def scan(self, digits: str) -> None:
        """Hold a code under the scanner; those are nobody's keys."""
        for char in digits:
            QTest.keyClicks(self._focus(), char)
        QTest.keyClick(self._focus(), Qt.Key.Key_Return)
        self.settle()

    def enter(self, times: int = 1) -> None:
        for _ in range(times):
            self.key(Qt.Key.Key_Return)

    def room(self, digit: str) -> None:
        """Go to a room by its key."""
        self.key(Qt.Key(ord(digit)), ALT)

    def tab_to(self, field: QWidget) -> None:
        """Press Tab until the keyboard is in a field."""
        for _ in range(30):
            if field.isAncestorOf(self._focus()):
                return
            self.key(Qt.Key.Key_Tab)
        raise AssertionError("Tab does not lead there")

    def settle(self) -> None:
        """Until the window has read and done what the key asked for, and has the keyboard again."""
        QApplication.processEvents()
        reads, jobs = self.window.session.reads, self.window.jobs
        self.qtbot.waitUntil(lambda: not reads.busy and not jobs.busy, timeout=20_000)
        QApplication.processEvents()
        if QApplication.activeWindow() is None and QApplication.activePopupWidget() is None:
            # Offscreen nobody raises the window again once a box has gone.
            self.window.activateWindow()
            self.qtbot.waitUntil(self.window.isActiveWindow)

    def counted(self) -> int:
        """The keys since it was asked last."""
        found, self.keys = self.keys, 0
        return found

    def box(self, kind: type[QDialog]) -> QDialog:
        """The box that has the keyboard."""
        self.qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), kind))
        found = QApplication.activeWindow()
        assert isinstance(found, kind)
        return found

    def choose(self, words: str) -> None:
        """Go down to a line of the open menu and press Enter."""
        self.qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        for _ in menu.actions():
            QTest.keyClick(menu, Qt.Key.Key_Down)
            self.keys += 1
            active = menu.activeAction()
            if active is not None and active.text().startswith(words):
                break
        else:
            raise AssertionError(f"the menu has no line {words}")
        QTest.keyClick(menu, Qt.Key.Key_Return)
        self.settle()

    def _focus(self) -> QWidget:
        return QApplication.focusWidget() or self.window


@pytest.fixture(params=["plain", pytest.param("sealed", marks=pytest.mark.slow)])
def sealed_or_not(request: pytest.FixtureRequest, actor: Actor, canteen_prices: None) -> Iterator[bool]:
    """The open centre, plain or encrypted."""
    with sealed.no_keys_left():
        if request.param == "sealed":
            sealed.seal(actor)
        yield request.param == "sealed"


@pytest.fixture
def hands(
    app: QApplication, actor: Actor, folder: DataFolder, person: Person, sealed_or_not: bool, qtbot: QtBot
) -> Hands:
    """Wednesday 2026-10-21, 8:30, a small centre with people to visit, beds, and a pair on record twice."""
    for name, born in (("邹珍", "1944-03-05"), ("李桂兰", "1946-05-06")):
        person(name, born=born, flags=["living_alone"], phone="13800000001")
    person("王秀英", born="1950-01-02", phone="13800000009")
    person("王秀英", born="1950-01-02", phone="13800000009")
    for number in ("1", "2"):
        beds.save(actor, BedDraft(building="1号楼", room="201", number=number, opened_on="2026-01-01"))
    made = opened(folder, actor, qtbot)
    found = Hands(made, qtbot)
    found.settle()
    return found


def of(name: str) -> residents.ResidentRow:
    (row,) = residents.rows(residents.find_ids(ResidentQuery(text=name, state="")))
    return row


def month_visits() -> list[visits.VisitRow]:
    return visits.rows(visits.find_ids(VisitQuery(month=OCTOBER, descending=False)))


def bed(number: str) -> beds.BedRow:
    return next(row for row in beds.rows(beds.find_ids(beds.BedQuery())) if row.place.endswith(f"201-{number}"))


def residents_page(hands: Hands) -> ResidentsPage:
    page = hands.window.page("residents")
    assert isinstance(page, ResidentsPage)
    return page


def open_home(hands: Hands) -> None:
    """Row 1: who is due stands there."""
    hands.room("1")
    home = hands.window.page("home")
    assert isinstance(home, HomePage)
    assert any("邹珍" in line.text() for line in home.due_list.lines)


def record_an_elder(hands: Hands) -> None:
    """Row 2: name and number; birth date and sex follow."""
    page = residents_page(hands)
    hands.room("2")
    hands.counted()
    hands.key(Qt.Key.Key_N, CTRL)
    hands.qtbot.waitUntil(lambda: page.form_open)
    hands.words("陈玉芬")
    hands.enter()
    hands.type(id_number("1945-07-08", "female", 77))
    hands.key(Qt.Key.Key_S, CTRL)
    assert (of("陈玉芬").sex, str(of("陈玉芬").born_on), len(of("陈玉芬").code)) == ("female", "1945-07-08", 17)
    assert hands.counted() <= 4 + 18


def begin_an_import(hands: Hands) -> None:
    """One key leads from the register to the import, Esc back."""
    hands.key(Qt.Key.Key_I, CTRL)
    assert hands.window.current_room == "import"
    assert hands.counted() == 1
    hands.key(Qt.Key.Key_Escape)
    assert hands.window.current_room == "residents"


def ring(hands: Hands) -> None:
    """Row 3: a call in which nothing changed takes four keys at most."""
    hands.room("3")
    hands.type("p")
    hands.counted()
    hands.type("10")
    hands.enter()
    assert hands.counted() <= 4
    assert [row.outcome for row in month_visits()] == ["reached"]
    hands.key(Qt.Key.Key_Escape)


def walk(hands: Hands) -> None:
    """Row 4: a route sheet goes out; back at the desk a row takes two keys after its scan."""
    page = hands.window.page("visits")
    assert isinstance(page, VisitsPage)
    hands.type("r")
    hands.box(SmallForm)
    hands.key(Qt.Key.Key_S, CTRL)
    hands.box(PreviewDialog)
    hands.key(Qt.Key.Key_Escape)
    (sheet,) = route_sheets.sheets(OCTOBER)
    hands.counted()
    for row in sheet.rows:
        hands.scan(row.code)
        hands.type("1")
        hands.enter()
        assert hands.counted() == 2
    assert {row.method for row in month_visits()} == {"phone", "home"}
    assert {row.name for row in month_visits()} == {"邹珍", "李桂兰"}
    hands.key(Qt.Key.Key_Escape)


def serve_lunch(hands: Hands) -> None:
    """Row 5: no key a meal; a second scan is not counted, the last one is taken back with one key."""
    hands.key(Qt.Key.Key_F9)
    canteen = hands.window.page("canteen")
    assert isinstance(canteen, CanteenPage) and isinstance(canteen.lunch, LunchScreen)
    lunch = canteen.lunch
    hands.qtbot.waitUntil(lunch.isActiveWindow)
    hands.counted()
    for name in ("邹珍", "李桂兰", "李桂兰"):
        hands.scan(printed_codes.code_of(CodeKind.RESIDENT, of(name).id))
    assert hands.counted() == 0
    today = meals.MealQuery(day=clock.today())
    assert len(meals.find_ids(today)) == 2
    hands.key(Qt.Key.Key_F6)
    hands.key(Qt.Key.Key_F6)
    assert len(meals.find_ids(today)) == 1
    hands.key(Qt.Key.Key_Escape)
    hands.settle()


def record_later(hands: Hands) -> None:
    """Row 5: who the unknown card of the line was is said afterwards, at the desk."""
    canteen = hands.window.page("canteen")
    assert isinstance(canteen, CanteenPage) and canteen.lunch is not None
    hands.key(Qt.Key.Key_F9)
    hands.qtbot.waitUntil(canteen.lunch.line.hasFocus)
    hands.scan("15301149999999900")
    hands.key(Qt.Key.Key_Escape)
    hands.settle()
    hands.room("5")
    hands.key(Qt.Key.Key_F8)
    hands.box(QueueDialog)
    hands.type("lgl")
    hands.enter(2)
    eaten = meals.rows(meals.find_ids(meals.MealQuery(day=clock.today())))
    assert {row.name for row in eaten} == {"邹珍", "李桂兰"} and scanning.queue() == []


def bring_dinner(hands: Hands) -> None:
    """Row 6: dinner is agreed on, its list goes out, and a stop comes back with its number and one key."""
    canteen = hands.window.page("canteen")
    assert isinstance(canteen, CanteenPage)
    hands.room("5")
    hands.key(Qt.Key.Key_F11)
    view = canteen.view
    assert isinstance(view, DeliveriesView)
    hands.key(Qt.Key.Key_N, CTRL)
    box = hands.box(SmallForm)
    assert isinstance(box, SmallForm)
    hands.type("zz")
    hands.enter()
    hands.tab_to(box.form.fields["meal"])
    hands.type("3")
    hands.key(Qt.Key.Key_S, CTRL)
    hands.tab_to(view.meal)
    hands.type("3")
    hands.key(Qt.Key.Key_F3)
    hands.box(SmallForm)
    hands.enter()
    hands.box(PreviewDialog)
    hands.key(Qt.Key.Key_Escape)
    hands.tab_to(view.line)
    hands.counted()
    for number in ("1", "1"):
        hands.type(number)
        hands.enter()
    assert hands.counted() <= 4
    [stop] = view._stops.values()
    assert (stop.name, stop.outcome) == ("邹珍", "delivered")
    eaten = meals.rows(meals.find_ids(meals.MealQuery(day=clock.today(), meal="dinner")))
    assert [(row.name, row.mode) for row in eaten] == [("邹珍", "delivered")]
    hands.key(Qt.Key.Key_Escape)


def hold_an_activity(hands: Hands) -> None:
    """Row 7: what it is is said once, then no key a person; an unknown card waits."""
    hands.room("4")
    hands.key(Qt.Key.Key_F3)
    hands.type("9")
    hands.enter(2)
    hands.type("1400")
    hands.enter()
    hands.type("1530")
    hands.key(Qt.Key.Key_S, CTRL)
    hands.counted()
    for name in ("邹珍", "李桂兰", "陈玉芬"):
        hands.scan(printed_codes.code_of(CodeKind.RESIDENT, of(name).id))
    hands.scan("15301140000012345")
    assert hands.counted() == 0
    assert {(row.name, row.type, row.minutes) for row in month_services()} == {
        ("邹珍", "recreation", 90),
        ("李桂兰", "recreation", 90),
        ("陈玉芬", "recreation", 90),
    }
    hands.key(Qt.Key.Key_F6)
    assert {row.name for row in month_services()} == {"邹珍", "李桂兰"}
    hands.key(Qt.Key.Key_F8, SHIFT)
    hands.key(Qt.Key.Key_Escape)
    hands.counted()


def month_services() -> list[orders.ServiceRow]:
    return orders.rows(orders.find_ids(ServiceQuery(month=OCTOBER)))


def record_a_service(hands: Hands) -> None:
    """Row 8: a finished service in seven keys at most."""
    hands.room("4")
    hands.counted()
    hands.key(Qt.Key.Key_N, CTRL)
    page = hands.window.page("services")
    hands.qtbot.waitUntil(lambda: page.form_open)  # type: ignore[attr-defined]
    hands.type("zz")
    hands.enter()
    hands.type("3")
    hands.key(Qt.Key.Key_S, CTRL)
    assert hands.counted() <= 7
    rows = [row for row in month_services() if row.type == "bathing"]
    assert [(row.name, row.state) for row in rows] == [("邹珍", "done")]


def order_by_phone(hands: Hands) -> None:
    """Row 8: somebody rings, an order is made, dispatched, done, and how it pleased is asked the next day."""

    def order() -> orders.ServiceRow:
        (row,) = (row for row in month_services() if row.type == "cleaning")
        return row

    hands.key(Qt.Key.Key_N, CTRL)
    page = hands.window.page("services")
    hands.qtbot.waitUntil(lambda: page.form_open)  # type: ignore[attr-defined]
    hands.type("lgl")
    hands.enter()
    hands.type("2")  # 助洁, none of its items
    hands.enter()
    hands.type("1")  # requested
    hands.key(Qt.Key.Key_S, CTRL)
    assert (order().name, order().state) == ("李桂兰", "requested")
    hands.key(Qt.Key.Key_F6)
    hands.box(SmallForm)
    hands.words("普建国")
    hands.enter()
    assert (order().worker, order().state) == ("普建国", "dispatched")
    hands.counted()
    hands.key(Qt.Key.Key_F7)
    assert order().state == "done"
    assert hands.counted() == 1
    hands.key(Qt.Key.Key_F8)
    hands.box(SmallForm)
    hands.type("5")
    hands.key(Qt.Key.Key_S, CTRL)  # asked by phone, nothing said
    assert (order().state, order().satisfaction) == ("rated", 5)


def admit_and_discharge(hands: Hands) -> None:
    """Row 9: an admission in ten keys at most, a leave taken back, one ended, a move, a discharge."""
    hands.room("6")
    hands.counted()
    hands.type("201-1")
    hands.key(Qt.Key.Key_F3)
    hands.box(SmallForm)
    hands.type("zz")
    hands.enter()
    hands.key(Qt.Key.Key_S, CTRL)
    assert hands.counted() <= 10
    assert bed("1").resident == "邹珍"
    hands.key(Qt.Key.Key_F6)
    hands.box(SmallForm)
    hands.enter(2)
    hands.type("1")
    hands.key(Qt.Key.Key_S, CTRL)
    assert bed("1").on_leave
    hands.key(Qt.Key.Key_Down)
    hands.key(Qt.Key.Key_Z, CTRL)
    assert not bed("1").on_leave, "Ctrl+Z takes the leave back"
    hands.key(Qt.Key.Key_F6)
    hands.box(SmallForm)
    hands.enter(2)
    hands.type("1")
    hands.key(Qt.Key.Key_S, CTRL)
    assert bed("1").on_leave
    hands.key(Qt.Key.Key_F6)
    hands.box(SmallForm)
    hands.key(Qt.Key.Key_F4)  # today was the last day away
    hands.key(Qt.Key.Key_S, CTRL)
    (leave,) = leaves.of_bed(bed("1").id)
    assert (leave.from_on, leave.to_on) == (clock.today(), clock.today()), "back from tomorrow on"
    hands.key(Qt.Key.Key_F7)
    hands.box(SmallForm)
    hands.type("201-2")
    hands.enter(2)
    hands.key(Qt.Key.Key_S, CTRL)
    assert (bed("1").state, bed("2").resident) == ("free", "邹珍")
    hands.key(Qt.Key.Key_F, CTRL)
    hands.key(Qt.Key.Key_A, CTRL)
    hands.type("201-2")
    hands.key(Qt.Key.Key_F8)
    hands.box(SmallForm)
    hands.enter()
    hands.type("1")
    hands.key(Qt.Key.Key_S, CTRL)
    assert bed("2").state == "free"


def open_card(hands: Hands, letters: str) -> None:
    hands.room("2")
    hands.key(Qt.Key.Key_F, CTRL)
    hands.key(Qt.Key.Key_A, CTRL)
    hands.type(letters)
    hands.key(Qt.Key.Key_Return)
    hands.key(Qt.Key.Key_Return)
    assert residents_page(hands).view is not None


def print_labels(hands: Hands) -> None:
    """Row 9: labels for the free cells of a sheet that was begun before."""
    hands.key(Qt.Key.Key_F10)
    box = hands.box(LabelsDialog)
    assert isinstance(box, LabelsDialog)
    hands.tab_to(box.picker)
    hands.key(Qt.Key.Key_Down)
    assert box.picker.cell == 1 + box.sheet.columns
    hands.key(Qt.Key.Key_S, CTRL)
    preview = hands.box(PreviewDialog)
    assert isinstance(preview, PreviewDialog) and preview.panel.page_number == 1
    hands.key(Qt.Key.Key_Escape)


def print_a_card(hands: Hands) -> None:
    """Row 2: the service card of the new elder."""
    open_card(hands, "cyf")
    hands.key(Qt.Key.Key_F10)
    hands.choose("打印服务卡")
    hands.box(LabelsDialog)
    hands.key(Qt.Key.Key_S, CTRL)
    hands.box(PreviewDialog)
    hands.key(Qt.Key.Key_Escape)
    hands.key(Qt.Key.Key_Escape)
    hands.key(Qt.Key.Key_F, CTRL)
    hands.key(Qt.Key.Key_A, CTRL)
    hands.key(Qt.Key.Key_Delete)
    hands.counted()


def put_a_number_right(hands: Hands) -> None:
    """Row 10: with a reason; every record follows."""
    right = id_number("1945-07-08", "female", 78)
    open_card(hands, "cyf")
    hands.key(Qt.Key.Key_F10)
    hands.choose("更正证件号码")
    hands.box(SmallForm)
    hands.key(Qt.Key.Key_A, CTRL)
    hands.type(right)
    hands.enter()
    hands.words("看了证件")
    hands.key(Qt.Key.Key_S, CTRL)
    hands.key(Qt.Key.Key_Escape)
    assert residents.find_ids(ResidentQuery(text=right)) == [of("陈玉芬").id]


def merge_twins(hands: Hands) -> None:
    """Row 11: the same person twice becomes one record."""
    hands.key(Qt.Key.Key_F, CTRL)
    hands.key(Qt.Key.Key_A, CTRL)
    hands.key(Qt.Key.Key_Delete)
    hands.key(Qt.Key.Key_D, CTRL)
    page = residents_page(hands)
    view = page.view
    assert view is not None
    hands.qtbot.waitUntil(lambda: view.panel.isVisible())  # type: ignore[attr-defined]
    hands.tab_to(view.panel.form.fields["reason"])  # type: ignore[attr-defined]
    hands.words("同一人")
    hands.key(Qt.Key.Key_S, CTRL)
    assert of("王秀英").name == "王秀英"
    hands.key(Qt.Key.Key_Escape)
    assert page.view is None


def record_a_death(hands: Hands) -> None:
    """Row 12: the state with its day and a reason."""
    open_card(hands, "lgl")
    hands.key(Qt.Key.Key_F10)
    hands.choose("变更状态")
    hands.box(SmallForm)
    hands.type("2")
    hands.enter()
    hands.enter()
    hands.words("家属来电")
    hands.key(Qt.Key.Key_S, CTRL)
    hands.key(Qt.Key.Key_Escape)
    assert of("李桂兰").state != "on_register"


def close_the_month(hands: Hands, folder: Path) -> None:
    """Rows 13 and 14: on the first of the month the roster; the reports, the close, the file for the district."""
    hands.room("3")
    # From the route sheets, where one was last, past the risks.
    for _ in range(2):
        hands.key(Qt.Key.Key_Backtab, CTRL | Qt.KeyboardModifier.ShiftModifier)
    visits_page = hands.window.page("visits")
    assert isinstance(visits_page, VisitsPage) and visits_page.current == "roster"
    hands.room("7")
    hands.key(Qt.Key.Key_PageUp, CTRL)
    hands.key(Qt.Key.Key_P, CTRL)
    hands.box(PreviewDialog)
    hands.key(Qt.Key.Key_Escape)
    hands.room("8")
    hands.enter()
    box = hands.box(CloseMonthDialog)
    assert isinstance(box, CloseMonthDialog)
    if box.form.fields["explanation"].isVisible():
        hands.tab_to(box.form.fields["explanation"])
        hands.words("外出，已联系家属")
    hands.key(Qt.Key.Key_S, CTRL)
    assert months.state(OCTOBER) == "closed"
    hands.key(Qt.Key.Key_E, CTRL)
    # The button shows for a moment that it was pressed.
    hands.qtbot.waitUntil(lambda: [row.period for row in exports.listed()] == ["2026-10"])
    hands.settle()
    assert list(folder.glob("*.shizhu"))


def test_a_full_day_by_keyboard(
    hands: Hands, sealed_or_not: bool, folder: DataFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_given: str(tmp_path))
    open_home(hands)
    record_an_elder(hands)
    begin_an_import(hands)
    ring(hands)
    walk(hands)
    serve_lunch(hands)
    record_later(hands)
    bring_dinner(hands)
    hold_an_activity(hands)
    record_a_service(hands)
    order_by_phone(hands)
    admit_and_discharge(hands)
    print_labels(hands)
    print_a_card(hands)
    put_a_number_right(hands)
    merge_twins(hands)
    record_a_death(hands)
    with clock.standing_at(dt.datetime(2026, 11, 1, 9, 0)):
        close_the_month(hands, tmp_path)
    if sealed_or_not:
        told = [*query.texts("SELECT name FROM resident"), *query.texts("SELECT id_number FROM resident")]
        backups.back_up(folder, BackupReason.EXIT)
        # A file for the district leaves the house; the backup of before is named by ``plain_copies``.
        left = [one.path for one in plain_copies.found(folder)]
        lying = [path for path in folder.root.rglob("*") if path.is_file() and path not in left]
        assert any(path.name.endswith(".db-wal") for path in lying) and len(lying) > 4
        assert len(told) > 8 and not [
            path for path in lying if any(one and one.encode() in path.read_bytes() for one in told)
        ]
