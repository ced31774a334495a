"""A printed code under the scanner opens what it is of, and is called what it is where another one is read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.core.acts import Action
from desktop.core.codes import CodeKind, grouped
from desktop.core.paths import DataFolder
from desktop.core.period import Month
from desktop.core.trade import CorrectionStep
from desktop.models.resident import PrintedCode
from desktop.reports.months.month_set import month_reports, printed
from desktop.reports.months.render import reports_of
from desktop.services.beds import places
from desktop.services.beds.places import BedDraft
from desktop.services.closing import corrections, month_close
from desktop.services.closing.corrections import InWriting
from desktop.services.closing.staged import Act
from desktop.services.help_services import on_paper, orders
from desktop.services.help_services.orders import ServiceDraft
from desktop.services.register import printed_codes
from desktop.services.visits import route_sheets
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import writing
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.frame.main_window import MainWindow
from desktop.ui.pages.beds.page import BedsPage
from desktop.ui.pages.help_services.page import ServicesPage
from desktop.ui.pages.help_services.paper_view import PaperView
from desktop.ui.pages.reports.page import ReportsPage
from desktop.ui.pages.residents.page import ResidentsPage
from desktop.ui.pages.visits.page import VisitsPage
from tests.gui.whole import opened

Person = Callable[..., int]


@pytest.fixture
def window(app: QApplication, actor: Actor, folder: DataFolder, qtbot: QtBot) -> MainWindow:
    return opened(folder, actor, qtbot)


def scan(window: MainWindow, digits: str) -> None:
    """The scanner is a keyboard: the digits, then Enter, wherever the keyboard is."""
    for digit in digits:
        QTest.keyClicks(QApplication.focusWidget() or window, digit)
    QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Return)


def order_of(actor: Actor, resident_id: int, day: str) -> tuple[int, str]:
    """A service and the code of its paper."""
    made = orders.save(actor, ServiceDraft(resident_id=resident_id, type="bathing", service_on=day))
    with writing(actor, Action.REPLACE_CODE, "打印服务单") as unit:
        return made, printed_codes.give(unit, CodeKind.SERVICE_ORDER, made)


def test_a_service_order_opens_its_line_in_its_own_month(
    window: MainWindow, actor: Actor, person: Person, qtbot: QtBot
) -> None:
    order, code = order_of(actor, person("李培礼"), "2026-08-05")
    scan(window, code)
    assert window.current_room == "services"
    page = window.page("services")
    assert isinstance(page, ServicesPage)
    assert page.month == Month(2026, 8)
    assert page.table.current_id() == order


def test_an_open_order_scanned_anywhere_waits_for_what_its_paper_says(
    window: MainWindow, actor: Actor, person: Person
) -> None:
    day = dt.date(2026, 10, 20)
    draft = ServiceDraft(resident_id=person("李培礼"), type="bathing", state="requested", service_on=day)
    order = orders.save(actor, draft)
    code = on_paper.sheet(actor, order).code
    for room in ("home", "services"):
        window.go(room)
        scan(window, code)
        page = window.page("services")
        assert isinstance(page, ServicesPage) and isinstance(page.view, PaperView)
        assert (window.current_room, page.view.row.id, page.view.day.day()) == ("services", order, day)
    page.view.now = lambda: float("inf")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert orders.rows([order])[0].state == "done"
    page.close_views()
    scan(window, code)
    assert page.view is None and page.table.current_id() == order, "what is closed is shown"


def test_an_order_that_was_voided_says_so(window: MainWindow, actor: Actor, person: Person) -> None:
    order, code = order_of(actor, person("李培礼"), "2026-10-05")
    orders.void(actor, order, "误录")
    scan(window, code)
    page = window.page("services")
    assert isinstance(page, ServicesPage)
    assert "已作废" in page.strip.text
    assert page.table.current_id() != order


def test_the_code_of_a_report_opens_its_version_and_says_whether_it_holds(
    window: MainWindow, actor: Actor, person: Person, qtbot: QtBot
) -> None:
    person("李培礼", flags=["living_alone"])
    september = Month(2026, 9)
    month_close.close(actor, september, reports_of, "没有探访")
    code = printed("canteen", month_reports(september)).code
    scan(window, code)
    assert window.current_room == "reports"
    page = window.page("reports")
    assert isinstance(page, ReportsPage)
    qtbot.waitUntil(lambda: not window.session.reads.busy)
    assert (page.picker.month, page.kind, page._found.version.number) == (september, "canteen", 1)
    assert "2026年9月" in page.strip.text and "第 1 版，是现行版本" in page.strip.text
    correction = corrections.open_for(actor, september, "有一餐漏记")
    corrections.stage(actor, correction, [Act(CorrectionStep.REFRESH)])
    corrections.approve(actor, correction, reports_of, InWriting("王科长", "〔2026〕1号"))
    window.go("home")
    scan(window, code)
    qtbot.waitUntil(lambda: not window.session.reads.busy)
    assert page._found.version.number == 1, "what the paper says, not what came after"
    assert "现行的是第 2 版" in page.strip.text
    page.strip.take_keyboard()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not window.session.reads.busy)
    assert page._found.version.number == 2


def ledger_row(actor: Actor) -> str:
    """The code of a ledger row, as the rooms to come will print it."""
    with writing(actor, Action.REPLACE_CODE, "打印台账") as unit:
        code = printed_codes.next_code(unit, CodeKind.LEDGER_ROW)
        unit.add(PrintedCode(digits=code.digits, kind=int(code.kind), serial=code.serial))
    return code.digits


def press(window: MainWindow, key: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget() or window, key, Qt.KeyboardModifier.ControlModifier)


def say_why(window: MainWindow, qtbot: QtBot, words: str) -> None:
    """Into the box that asks for a reason."""
    qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), SmallForm))
    box = QApplication.activeWindow()
    assert isinstance(box, SmallForm)
    box.form.fields["reason"].set_value(words)
    press(window, Qt.Key.Key_S)
    assert not box.isVisible()
    with qtbot.waitActive(window):
        window.activateWindow()


def test_an_old_label_opens_its_bed_and_says_that_it_was_replaced(
    window: MainWindow, actor: Actor, qtbot: QtBot
) -> None:
    bed = places.save(actor, BedDraft(building="一号楼", room="301", number="2"))
    old = printed_codes.code_of(CodeKind.BED, bed)
    window.go("beds")
    page = window.page("beds")
    assert isinstance(page, BedsPage)
    page.table.select_id(bed)
    press(window, Qt.Key.Key_F10)
    say_why(window, qtbot, "标签掉了")
    new = printed_codes.code_of(CodeKind.BED, bed)
    assert new != old
    window.go("home")
    scan(window, old)
    assert (window.current_room, page.table.current_id()) == ("beds", bed)
    assert "这是旧码" in window.strip.text and grouped(new) in window.strip.text
    window.go("home")
    scan(window, new)
    assert (window.current_room, page.table.current_id()) == ("beds", bed)
    assert window.strip.text == "", "nothing of the old one stays"


def test_a_lost_card_is_replaced_from_the_file_and_the_old_one_still_opens_it(
    window: MainWindow, person: Person, qtbot: QtBot
) -> None:
    one = person("李培礼")
    old = printed_codes.code_of(CodeKind.RESIDENT, one)
    scan(window, old)
    page = window.page("residents")
    assert isinstance(page, ResidentsPage) and page.view is not None
    page.view.replace_code()
    say_why(window, qtbot, "卡丢了")
    scan(window, old)
    assert page.view.resident_id == one
    assert grouped(printed_codes.code_of(CodeKind.RESIDENT, one)) in window.strip.text


def test_a_ledger_row_is_called_one(window: MainWindow, actor: Actor) -> None:
    digits = ledger_row(actor)
    scan(window, digits)
    assert window.current_room == "home"
    assert "这是台账行的编码，没有可打开的内容" in window.strip.text


def paper_of(window: MainWindow) -> VisitsPage:
    window.go("visits")
    page = window.page("visits")
    assert isinstance(page, VisitsPage)
    page.bring_back()
    return page


@pytest.mark.parametrize("kind", ["card", "bed", "order", "report"])
def test_where_rows_of_paper_are_read_any_other_code_is_named(
    window: MainWindow, actor: Actor, person: Person, kind: str
) -> None:
    one = person("李培礼")
    if kind == "card":
        code, said = printed_codes.code_of(CodeKind.RESIDENT, one), "这是 李培礼 的服务卡，请扫路线单上的行码。"
    elif kind == "bed":
        bed = places.save(actor, BedDraft(building="一号楼", room="301", number="2"))
        code, said = printed_codes.code_of(CodeKind.BED, bed), "这是 一号楼 301-2 的床位标签，请扫路线单上的行码。"
    elif kind == "order":
        code, said = order_of(actor, one, "2026-10-05")[1], "这是 李培礼 的服务单编码，请扫路线单上的行码。"
    else:
        with writing(actor, Action.REPLACE_CODE, "打印报表") as unit:
            code = printed_codes.give_report(unit, Month(2026, 9), "visits", 1)
        said = "这是 2026年9月 打印报表的编码，请扫路线单上的行码。"
    page = paper_of(window)
    scan(window, code)
    assert page.paper._light.text() == said or said in page.paper._light.accessibleName()


def new_service(window: MainWindow, qtbot: QtBot) -> ServicesPage:
    window.go("services")
    page = window.page("services")
    assert isinstance(page, ServicesPage)
    page.begin_new()
    qtbot.waitUntil(lambda: page.form_open)
    return page


def test_a_card_scanned_into_a_form_chooses_the_person_and_goes_on(
    window: MainWindow, person: Person, qtbot: QtBot
) -> None:
    one = person("李培礼")
    page = new_service(window, qtbot)
    scan(window, printed_codes.code_of(CodeKind.RESIDENT, one))
    assert window.current_room == "services", "the form is not left for the card"
    assert page.panel is not None
    fields = page.panel.form.fields
    assert fields["resident_id"].value() == one
    waiting = [timer for timer in fields["resident_id"].findChildren(QTimer) if timer.isActive()]
    assert waiting == [], "nobody else is searched for afterwards"
    qtbot.waitUntil(lambda: fields["type"].editor.hasFocus())


def test_another_code_scanned_into_a_form_is_called_what_it_is(window: MainWindow, actor: Actor, qtbot: QtBot) -> None:
    bed = places.save(actor, BedDraft(room="301", number="2"))
    page = new_service(window, qtbot)
    scan(window, printed_codes.code_of(CodeKind.BED, bed))
    assert page.panel is not None
    field = page.panel.form.fields["resident_id"]
    assert field.value() is None
    assert "301-2 的床位标签" in field._words.text()


def test_the_code_of_an_order_finds_its_person_and_no_other(actor: Actor, person: Person) -> None:
    from desktop.services.register import listing
    from desktop.services.register.listing import ResidentQuery

    person("王芳")
    one = person("李培礼")
    _, code = order_of(actor, one, "2026-10-05")
    sheet = route_sheets.make_sheet(actor, [one], "马丽", "2026-10-21")
    for digits in (code, sheet.rows[0].code):
        assert listing.find_ids(ResidentQuery(text=digits)) == [one]
    with writing(actor, Action.REPLACE_CODE, "打印报表") as unit:
        report = printed_codes.give_report(unit, Month(2026, 9), "visits", 1)
    assert listing.find_ids(ResidentQuery(text=report)) == []
