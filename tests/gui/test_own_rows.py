"""What is not one's own is grey with the sentence of the command line, by the line that is chosen; its key says so."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from desktop.core import rights
from desktop.core.acts import Action, Thing
from desktop.core.errors import NotAllowed
from desktop.core.paths import DataFolder
from desktop.core.trade import Role
from desktop.core.words.messages import sentence
from desktop.models import query
from desktop.services.centre import accounts
from desktop.services.help_services import on_paper, orders, steps
from desktop.services.help_services.orders import ServiceDraft
from desktop.services.visits import recording as visits
from desktop.services.visits import route_sheets
from desktop.services.visits.recording import VisitDraft
from desktop.services.writing import permissions
from desktop.services.writing.actor import Actor
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.frame.main_window import MainWindow
from desktop.ui.frame.page import Page
from desktop.ui.pages.help_services.board_view import BoardView
from desktop.ui.pages.help_services.page import ServicesPage
from desktop.ui.pages.help_services.paper_view import PaperView
from desktop.ui.pages.help_services.urgent_view import UrgentView
from desktop.ui.pages.visits.page import VisitsPage
from desktop.ui.pages.visits.paper_sheets import PaperSheets
from desktop.ui.pages.visits.records import VisitRecords
from desktop.ui.tables.record_table import RecordTable
from desktop.ui.widgets.buttons import Button
from tests.gui.furnished import entered
from tests.gui.test_looks import gone
from tests.gui.whole import standing
from tests.statements import heard

Person = Callable[..., int]
PASSWORD = "geheim-0123"
# Nowhere in the window: by command only.
NO_BUTTON = {Action.VOID_CRISIS, Action.VOID_ATTACHMENT}
# Where the acts with own rows stand in this file.
HERE = {
    Action.RECORD_SERVICE: "services",
    Action.ADVANCE_SERVICE: "services, board, urgent help, paper",
    Action.VOID_SERVICE: "services",
    Action.RECORD_VISIT: "sheets, paper rows",
    Action.SUPERSEDE_VISIT: "visits",
    Action.VOID_VISIT: "visits",
    Action.VOID_SHEET: "sheets",
}


@pytest.fixture
def sitting(app: QApplication, actor: Actor, folder: DataFolder, qtbot: QtBot):
    """A window with a worker or a visitor before it, who has an account of this name."""
    accounts.add_account(actor, "主任乙", Role.DIRECTOR, PASSWORD)
    made: list[MainWindow] = []

    def sit(name: str, role: Role) -> MainWindow:
        accounts.add_account(actor, name, role, PASSWORD)
        made.append(standing(folder, accounts.sign_in(name, PASSWORD), qtbot))
        return made[-1]

    yield sit
    for one in made:
        gone(one)


def told(action: Action, role: Role) -> str:
    """What the command line refuses with."""
    return sentence(NotAllowed(action, role, permissions.who_may(action, own=False), own=True))


def acts_of(place: QWidget, action: Action) -> list[Button]:
    found = [one for one in place.findChildren(Button) if one.isVisible() and one.asks is action and one._row]
    assert found, f"nothing here asks for {action} of a row"
    return found


def is_grey(place: QWidget, action: Action, role: Role) -> None:
    words = told(action, role)
    for one in acts_of(place, action):
        assert (one.isEnabled(), one.toolTip(), one.accessibleDescription()) == (False, words, words), one.text()


def is_offered(place: QWidget, action: Action) -> None:
    for one in acts_of(place, action):
        assert one.isEnabled() and "别人" not in one.toolTip(), one.text()


def down_to(table: RecordTable, row_id: int) -> None:
    """↑ to the top, ↓ to the line."""
    table.take_keyboard()
    for _ in table.model.ids:
        QTest.keyClick(table.view, Qt.Key.Key_Up)
    for _ in table.model.ids:
        if table.current_id() == row_id:
            break
        QTest.keyClick(table.view, Qt.Key.Key_Down)
    assert table.current_id() == row_id


def ordered(actor: Actor, who: int, worker: str, kind: str = "cleaning", state: str = "dispatched") -> int:
    draft = ServiceDraft(None, who, type=kind, service_on="2026-10-20", state=state, worker=worker)
    return orders.save(actor, draft)


def test_every_act_with_own_rows_is_judged_somewhere() -> None:
    assert HERE.keys() | NO_BUTTON == rights.OWN_ROWS.keys()


def test_a_workers_acts_follow_the_chosen_order(
    sitting: Callable[[str, Role], MainWindow], actor: Actor, person: Person, qtbot: QtBot
) -> None:
    mine, theirs = ordered(actor, person("王芳"), "杨秀英"), ordered(actor, person("李强"), "普建国")
    done = ordered(actor, person("赵敏"), "普建国", state="done")
    page = entered(sitting("杨秀英", Role.WORKER), qtbot, "services")
    assert isinstance(page, ServicesPage)
    own = Action.RECORD_SERVICE, Action.ADVANCE_SERVICE
    before = query.count("SELECT count(*) FROM change_log")
    for _round in range(2):
        down_to(page.table, theirs)
        for action in own:
            is_grey(page.detail, action, Role.WORKER)
        down_to(page.table, mine)
        for action in own:
            is_offered(page.detail, action)
    down_to(page.table, done)
    is_grey(page.detail, Action.VOID_SERVICE, Role.WORKER)
    # Keys say what the button says; nothing opens, nothing is written.
    for key, action in (
        (Qt.Key.Key_F12, Action.VOID_SERVICE),
        (Qt.Key.Key_F8, Action.ADVANCE_SERVICE),
        (Qt.Key.Key_Return, Action.RECORD_SERVICE),
    ):
        page.strip.clear()
        QTest.keyClick(page.table.view, key)
        assert page.strip.text == told(action, Role.WORKER)
    assert not page.form_open and page.findChild(SmallForm) is None
    assert query.count("SELECT count(*) FROM change_log") == before
    down_to(page.table, mine)
    QTest.keyClick(page.table.view, Qt.Key.Key_Return)
    assert page.form_open


def test_an_order_that_is_given_to_another_turns_grey_where_it_stands(
    sitting: Callable[[str, Role], MainWindow], actor: Actor, person: Person, qtbot: QtBot
) -> None:
    one = ordered(actor, person("王芳"), "杨秀英")
    window = sitting("杨秀英", Role.WORKER)
    page = entered(window, qtbot, "services")
    page.table.select_id(one)
    is_offered(page.detail, Action.ADVANCE_SERVICE)
    steps.dispatch(actor, one, "普建国")
    window.bus.tell(page.topics)
    qtbot.waitUntil(lambda: not acts_of(page.detail, Action.ADVANCE_SERVICE)[0].isEnabled())
    is_grey(page.detail, Action.ADVANCE_SERVICE, Role.WORKER)


@pytest.mark.parametrize(("kind", "screen"), [("cleaning", BoardView), ("emergency", UrgentView)])
def test_the_board_and_urgent_help_follow_the_chosen_order(
    kind: str,
    screen: type[BoardView | UrgentView],
    sitting: Callable[[str, Role], MainWindow],
    actor: Actor,
    person: Person,
    qtbot: QtBot,
) -> None:
    mine, theirs = ordered(actor, person("王芳"), "杨秀英", kind), ordered(actor, person("李强"), "普建国", kind)
    page = entered(sitting("杨秀英", Role.WORKER), qtbot, "services")
    (page.open_board if screen is BoardView else page.open_urgent)()
    view = page.view
    assert isinstance(view, screen)
    for one, judge in ((theirs, True), (mine, False), (theirs, True)):
        down_to(view.table, one)
        if judge:
            is_grey(view, Action.ADVANCE_SERVICE, Role.WORKER)
        else:
            is_offered(view, Action.ADVANCE_SERVICE)
    QTest.keyClick(view.table.view, Qt.Key.Key_F7)
    assert page.strip.isVisible() and page.strip.text == told(Action.ADVANCE_SERVICE, Role.WORKER)
    assert orders.rows([theirs])[0].state == "dispatched"
    down_to(view.table, mine)
    QTest.keyClick(view.table.view, Qt.Key.Key_F7)
    assert orders.rows([mine])[0].state == "done"


def test_a_scanned_list_of_anothers_day_says_so_before_anything_is_typed(
    sitting: Callable[[str, Role], MainWindow], actor: Actor, person: Person, qtbot: QtBot
) -> None:
    mine, theirs = ordered(actor, person("王芳"), "杨秀英"), ordered(actor, person("李强"), "普建国")
    codes = {one: on_paper.sheet(actor, one).code for one in (mine, theirs)}
    page = entered(sitting("杨秀英", Role.WORKER), qtbot, "services")
    view: PaperView = page.open_paper()
    view.take_code(codes[theirs])
    assert (view.row, view.light.text()) == (None, told(Action.ADVANCE_SERVICE, Role.WORKER))
    view.take_code(codes[mine])
    assert view.row is not None and view.row.id == mine


def visited(actor: Actor, who: int, visitors: str) -> int:
    return visits.save(actor, VisitDraft(who, "2026-10-02", method="home", outcome="reached", visitors=visitors))


def test_a_visitors_acts_follow_the_chosen_visit(
    sitting: Callable[[str, Role], MainWindow], actor: Actor, person: Person, qtbot: QtBot
) -> None:
    mine, theirs = visited(actor, person("王芳"), "马丽、何云"), visited(actor, person("李强"), "马丽")
    room = entered(sitting("何云", Role.VISITOR), qtbot, "visits")
    assert isinstance(room, VisitsPage)
    room.show_tab("records")
    page = room.findChild(VisitRecords)
    assert page is not None
    qtbot.waitUntil(lambda: len(page.table.model.ids) == 2)
    for _round in range(2):
        down_to(page.table, theirs)
        for action in (Action.SUPERSEDE_VISIT, Action.VOID_VISIT):
            is_grey(page.detail, action, Role.VISITOR)
        down_to(page.table, mine)
        for action in (Action.SUPERSEDE_VISIT, Action.VOID_VISIT):
            is_offered(page.detail, action)
    down_to(page.table, theirs)
    for key, action in ((Qt.Key.Key_F12, Action.VOID_VISIT), (Qt.Key.Key_Return, Action.SUPERSEDE_VISIT)):
        page.strip.clear()
        QTest.keyClick(page.table.view, key)
        assert page.strip.text == told(action, Role.VISITOR)
    assert not page.form_open and page.findChild(SmallForm) is None


def test_a_visitors_acts_follow_the_chosen_sheet_and_its_scanned_rows(
    sitting: Callable[[str, Role], MainWindow], actor: Actor, person: Person, qtbot: QtBot
) -> None:
    made = {
        who: route_sheets.make_sheet(actor, [person(name)], who, "2026-10-19")
        for who, name in (("何云", "王芳"), ("马丽", "李强"), ("", "赵敏"))
    }
    room = entered(sitting("何云", Role.VISITOR), qtbot, "visits")
    assert isinstance(room, VisitsPage)
    room.show_tab("sheets")
    page = room.findChild(PaperSheets)
    assert page is not None
    qtbot.waitUntil(lambda: len(page.table.model.ids) == 3)
    down_to(page.table, made["马丽"].id)
    for action in (Action.RECORD_VISIT, Action.VOID_SHEET):
        is_grey(page.detail, action, Role.VISITOR)
    for key, action in ((Qt.Key.Key_F12, Action.VOID_SHEET), (Qt.Key.Key_Return, Action.RECORD_VISIT)):
        page.strip.clear()
        QTest.keyClick(page.table.view, key)
        assert page.strip.text == told(action, Role.VISITOR)
    assert not room.in_mode
    # Given to nobody: whoever goes brings it back; it is voided by whom it was made by or for.
    down_to(page.table, made[""].id)
    is_offered(page.detail, Action.RECORD_VISIT)
    is_grey(page.detail, Action.VOID_SHEET, Role.VISITOR)
    down_to(page.table, made["何云"].id)
    for action in (Action.RECORD_VISIT, Action.VOID_SHEET):
        is_offered(page.detail, action)
    QTest.keyClick(page.table.view, Qt.Key.Key_Return)
    assert room.in_mode
    paper = room.paper
    paper.take_row(made["马丽"].rows[0].code)
    assert (paper.row, paper._light.text()) == (None, told(Action.RECORD_VISIT, Role.VISITOR))
    paper.take_row(made["何云"].rows[0].code)
    assert paper.row is not None


def test_the_menu_of_a_line_is_grey_where_its_button_is(
    sitting: Callable[[str, Role], MainWindow], actor: Actor, person: Person, qtbot: QtBot
) -> None:
    theirs = ordered(actor, person("李强"), "普建国")
    page = entered(sitting("杨秀英", Role.WORKER), qtbot, "services")
    down_to(page.table, theirs)
    QTest.keyClick(page.table.view, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    lines = {one.text().split("\t")[0]: one.isEnabled() for one in menu.actions()}
    menu.close()
    assert [words for words, on in lines.items() if words.startswith(("今天", "修改")) and on] == []
    assert any(not on for on in lines.values())


def test_choosing_a_line_asks_as_much_of_a_long_list_as_of_a_short_one(
    sitting: Callable[[str, Role], MainWindow], actor: Actor, person: Person, qtbot: QtBot
) -> None:
    first = ordered(actor, person("王芳"), "普建国")
    window = sitting("杨秀英", Role.WORKER)
    page = entered(window, qtbot, "services")

    def asked() -> int:
        page.table.select_id(second)
        with heard() as said:
            page.table.select_id(first)
        own = [one for one in said if "change_log" in one or f"FROM living_{Thing.HELP_SERVICE} WHERE id" in one]
        assert own, "whose it is was asked for"
        return len(said)

    second = ordered(actor, person("李强"), "普建国")
    window.bus.tell(page.topics)
    qtbot.waitUntil(lambda: second in page.table.model.ids)
    few = asked()
    for at in range(30):
        last = ordered(actor, person(f"第{at}人"), "普建国")
    window.bus.tell(page.topics)
    qtbot.waitUntil(lambda: last in page.table.model.ids)
    assert asked() == few


def test_a_tip_of_keys_comes_back_once_the_line_is_ones_own(
    sitting: Callable[[str, Role], MainWindow], actor: Actor, person: Person, qtbot: QtBot
) -> None:
    mine, theirs = ordered(actor, person("王芳"), "杨秀英"), ordered(actor, person("李强"), "普建国")
    page: Page = entered(sitting("杨秀英", Role.WORKER), qtbot, "services")
    down_to(page.table, mine)
    one = acts_of(page.detail, Action.ADVANCE_SERVICE)[0]
    one.setToolTip("用键盘也行")
    down_to(page.table, theirs)
    assert one.toolTip() == told(Action.ADVANCE_SERVICE, Role.WORKER)
    down_to(page.table, mine)
    assert (one.toolTip(), one.isEnabled()) == ("用键盘也行", True)
