"""An old card works and is told at each place that takes scans, without a box and without a key more."""

from __future__ import annotations

import ast
import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop import ui
from desktop.core.codes import CodeKind
from desktop.core.paths import DataFolder
from desktop.core.printers import LabelKind
from desktop.models import query
from desktop.services.deliveries import lists
from desktop.services.register import old_codes, printed_codes, printed_labels
from desktop.services.standing import arrangements
from desktop.services.standing.arrangements import ArrangementDraft
from desktop.services.work import trainings
from desktop.services.work.trainings import TrainingDraft
from desktop.services.writing.actor import Actor
from desktop.ui.frame.main_window import MainWindow
from desktop.ui.frame.perform import strip_near
from desktop.ui.frame.scan import ScanLine
from desktop.ui.frame.session import Session
from desktop.ui.look.theme import Tone
from desktop.ui.pages.beds.page import BedsPage
from desktop.ui.pages.canteen import faces
from desktop.ui.pages.canteen.lunch_face import Face
from desktop.ui.pages.canteen.page import CanteenPage
from desktop.ui.pages.help_services.page import ServicesPage
from desktop.ui.pages.label_dialog import LabelsDialog
from desktop.ui.pages.residents.page import ResidentsPage
from desktop.ui.pages.system.page import SystemPage
from desktop.ui.widgets.strips import MessageStrip
from tests.gui.whole import opened

Person = Callable[..., int]
TODAY = dt.date(2026, 10, 21)
TOLD = "李培礼 拿的是旧卡（2026-10-21 换过新码），照常能用，可以重印。"


@pytest.fixture
def window(app: QApplication, actor: Actor, folder: DataFolder, qtbot: QtBot) -> MainWindow:
    """The whole window, as it stands at the desk."""
    return opened(folder, actor, qtbot)


@pytest.fixture
def li(actor: Actor, person: Person) -> tuple[int, str, str]:
    """李培礼, to whom a meal is brought, with an old card in the hand and a new one in the drawer."""
    one = person("李培礼", room="101")
    arrangements.arrange(actor, ArrangementDraft(one, valid_from="2026-10-01"))
    old = printed_codes.code_of(CodeKind.RESIDENT, one)
    return one, old, printed_codes.replace(actor, CodeKind.RESIDENT, one, "卡丢了")


def keys(*pressed: Qt.Key, control: bool = False) -> None:
    held = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
    for key in pressed:
        QTest.keyClick(QApplication.focusWidget(), key, held)
        QApplication.processEvents()


def scan(digits: str) -> None:
    """Into whatever has the keyboard, as the scanner does."""
    for digit in digits:
        QTest.keyClicks(QApplication.focusWidget(), digit)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    QApplication.processEvents()


def training(window: MainWindow, actor: Actor) -> ScanLine:
    trainings.save(actor, TrainingDraft(title="失智照护", day="2026-10-21", hours="2"))
    window.go("system")
    page = window.page("system")
    assert isinstance(page, SystemPage)
    page.receive("trainings")
    line = page.section("trainings").findChild(ScanLine)
    assert line is not None
    line.setFocus()
    return line


def activity(window: MainWindow, actor: Actor) -> ScanLine:
    window.go("services")
    page = window.page("services")
    assert isinstance(page, ServicesPage)
    window.page("services").setFocus()
    QTest.keyClick(page, Qt.Key.Key_F3)
    QApplication.processEvents()
    for text, enters in (("9", 2), ("1400", 1), ("1530", 0)):
        QTest.keyClicks(QApplication.focusWidget(), text)
        keys(*[Qt.Key.Key_Return] * enters)
    keys(Qt.Key.Key_S, control=True)
    assert page.view is not None
    line = page.view.findChild(ScanLine)
    assert line is not None
    return line


def day_care(window: MainWindow, actor: Actor) -> ScanLine:
    window.go("beds")
    page = window.page("beds")
    assert isinstance(page, BedsPage)
    QTest.keyClick(page, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()
    assert page.view is not None
    line = page.view.findChild(ScanLine)
    assert line is not None
    return line


def deliveries(window: MainWindow, actor: Actor) -> ScanLine:
    lists.make(actor, TODAY, "lunch", "马丽")
    window.go("canteen")
    page = window.page("canteen")
    assert isinstance(page, CanteenPage)
    QTest.keyClick(page, Qt.Key.Key_F11)
    QApplication.processEvents()
    assert page.view is not None
    line = page.view.findChild(ScanLine)
    assert line is not None
    return line


@pytest.mark.parametrize("open_it", [training, activity, day_care, deliveries], ids=lambda one: one.__name__)
def test_the_old_card_works_and_is_told_once(
    window: MainWindow, actor: Actor, li: tuple[int, str, str], open_it: Callable[[MainWindow, Actor], ScanLine]
) -> None:
    _one, old, new = li
    line = open_it(window, actor)
    strip = strip_near(line)
    assert strip is not None
    scan(old)
    assert (strip.text, strip.isVisible()) == (TOLD, True)
    assert QApplication.activeModalWidget() is None and QApplication.focusWidget() is line, "no box, no key more"
    scan(new)
    assert TOLD not in strip.text, "the card that stands has nothing to be told"
    assert [came.name for came in old_codes.came(TODAY)] == ["李培礼"]


def test_at_lunch_a_few_words_beneath_the_name_say_it(
    window: MainWindow, actor: Actor, li: tuple[int, str, str], canteen_prices: None, person: Person
) -> None:
    _one, old, _new = li
    window.go("canteen")
    QTest.keyClick(window, Qt.Key.Key_F9)
    QApplication.processEvents()
    page = window.page("canteen")
    assert isinstance(page, CanteenPage) and page.lunch is not None
    lunch = page.lunch
    try:
        lunch.line.setFocus()
        QTest.keyClicks(lunch.line, old)
        QTest.keyClick(lunch.line, Qt.Key.Key_Return)
        assert lunch.face.face.tone is Tone.OK and lunch.face.name == "李培礼"
        assert lunch.face.words.endswith("旧卡，可重印") and "10.00" in lunch.face.words
        assert query.count("SELECT count(*) FROM living_meal") == 1
        other = printed_codes.code_of(CodeKind.RESIDENT, person("王芳"))
        QTest.keyClicks(lunch.line, other)
        QTest.keyClick(lunch.line, Qt.Key.Key_Return)
        assert lunch.face.name == "王芳" and "旧卡" not in lunch.face.words
        lunch.cover()
        QTest.keyClicks(lunch.line, old)
        QTest.keyClick(lunch.line, Qt.Key.Key_Return)
        assert "旧卡" not in lunch.face.words, "a locked screen tells nothing of anybody"
    finally:
        lunch.close()


def test_found_anywhere_and_chosen_in_a_form_it_is_told(
    window: MainWindow, li: tuple[int, str, str], qtbot: QtBot
) -> None:
    one, old, _new = li
    window.go("home")
    scan_window(window, old)
    assert window.current_room == "residents" and "这是旧码" in window.strip.text
    window.go("services")
    page = window.page("services")
    assert isinstance(page, ServicesPage)
    page.begin_new()
    qtbot.waitUntil(lambda: page.form_open)
    scan_window(window, old)
    assert page.panel is not None and page.panel.form.fields["resident_id"].value() == one
    assert page.panel.strip.text == TOLD
    assert len(old_codes.came(TODAY)) == 1


def scan_window(window: MainWindow, digits: str) -> None:
    for digit in digits:
        QTest.keyClicks(QApplication.focusWidget() or window, digit)
    QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Return)
    QApplication.processEvents()


def test_whoever_came_with_an_old_card_is_offered_to_be_printed(
    window: MainWindow, actor: Actor, li: tuple[int, str, str], person: Person
) -> None:
    _one, old, new = li
    person("王芳")
    window.go("residents")
    page = window.page("residents")
    assert isinstance(page, ResidentsPage)

    def offered() -> dict[str, str]:
        page.print_cards()
        box = next(one for one in QApplication.topLevelWidgets() if isinstance(one, LabelsDialog) and one.isVisible())
        assert box._kind is LabelKind.RESIDENTS
        found = {key: batch.words for key, batch in box._batches.items()}
        box.reject()
        QApplication.processEvents()
        return found

    assert "old" not in offered()
    old_codes.seen(actor, old)
    assert offered()["old"] == "今天拿旧卡来的 1 人"
    printed_labels.note(actor, [new])
    assert "old" not in offered()


# Where codes are taken in: whoever names another place here sees to it that an old card is told there.
TAKES = {
    "frame/scan.py": "the line and the detector, which tell it",
    "frame/lock_dialog.py": "a locked window tells nothing of anybody",
    "pages/help_services/paper_view.py": "a row that is scanned behind words left in its ScanLine",
    "pages/visits/paper_rows.py": "the code of a row is never replaced",
    "pages/commands.py": "hands a typed code on as if it had been scanned",
}
# Hands on what a line of these gave, or asks what a text of a field is.
ASKS = {
    "forms/resident_field.py": "asks whose card was scanned into it, which the detector tells",
    "pages/help_services/page.py": "opens the order of a code that the window has told",
    "pages/new_code.py": "gives a new code",
    "frame/old_codes.py": "tells it",
}


def test_no_place_takes_scans_by_itself() -> None:
    """A line that takes scans is a ScanLine, and the window's are the ScanDetector's: both tell an old code."""
    root = Path(ui.__file__).parent
    takers, askers = set(), set()
    for path in sorted(root.rglob("*.py")):
        name, tree = path.relative_to(root).as_posix(), ast.parse(path.read_text(encoding="utf-8"))
        words = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
        names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) for alias in node.names}
        if "is_code" in {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)} | names:
            takers.add(name)
        if names & {"printed_codes", "old_codes"} and words & {"find", "replaced", "replace", "other", "seen"}:
            askers.add(name)
    assert takers == set(TAKES)
    assert askers - {"pages/residents/page.py"} == set(ASKS)


def test_whatever_takes_a_scan_tells_afterwards(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    from desktop.ui.frame.old_codes import OldCodes

    said: list[str] = []
    monkeypatch.setattr(OldCodes, "follow", lambda _self, _widget, code: said.append(f"told {code}"))
    line = ScanLine()
    qtbot.addWidget(QWidget())
    qtbot.addWidget(line)
    line.scanned.connect(lambda code: said.append(f"taken {code}"))
    line.typed.connect(lambda text: said.append(f"typed {text}"))
    for text in ("15301140000012345", "2345"):
        QTest.keyClicks(line, text)
        QTest.keyClick(line, Qt.Key.Key_Return)
    assert said == ["taken 15301140000012345", "told 15301140000012345", "typed 2345"]


class Place(QWidget):
    """A place with a strip, where somebody sits."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session, self.strip, self.line = session, MessageStrip(self), ScanLine(parent=self)


def test_what_was_refused_stays_and_the_next_scan_takes_only_its_own_words_away(
    window: MainWindow, li: tuple[int, str, str], qtbot: QtBot
) -> None:
    _one, old, new = li
    place = Place(window.session)
    qtbot.addWidget(place)
    place.show()

    def scanned(code: str) -> str:
        QTest.keyClicks(place.line, code)
        QTest.keyClick(place.line, Qt.Key.Key_Return)
        return place.strip.text

    assert scanned(old) == TOLD
    assert scanned(new) == "", "the card that stands"
    place.strip.say("别的事")
    assert scanned(new) == "别的事"
    assert scanned(old) == TOLD
    place.strip.say("保存不了")
    place.strip.refused = True
    assert scanned(old) == "保存不了"


def test_a_red_light_says_what_is_wrong_and_nothing_else(app: QApplication) -> None:
    refused = Face(Tone.DANGER, "不能登记", "李培礼", "此人已去世")
    assert faces.with_old_card(refused) == refused
    assert faces.with_old_card(Face(Tone.OK, "已登记", "李培礼", "")).under == "旧卡，可重印"
