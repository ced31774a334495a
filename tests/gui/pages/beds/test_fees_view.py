"""住养收费 by keys: a month is looked at and charged in one act, money is taken with its receipt, deposits, rates."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.core import clock
from desktop.core.codes import CodeKind
from desktop.core.ledgers import LedgerAccount
from desktop.core.paths import DataFolder
from desktop.core.period import Month
from desktop.core.trade import Role
from desktop.models import query
from desktop.services.beds import stays
from desktop.services.ledger import listing
from desktop.services.register import listing as residents
from desktop.services.register import printed_codes
from desktop.services.residents import states
from desktop.services.residents.card import card
from desktop.services.stay_fees import charges, due, paying, rates
from desktop.services.stay_fees.due import FeesDue
from desktop.services.stay_fees.paying import StayMoneyDraft
from desktop.services.stay_fees.rates import RateDraft
from desktop.services.writing.actor import Actor
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.frame.bus import Bus
from desktop.ui.frame.jobs import Jobs
from desktop.ui.frame.preferences import Preferences
from desktop.ui.frame.preview import PreviewDialog
from desktop.ui.frame.session import Session
from desktop.ui.pages.asks import ShowFees
from desktop.ui.pages.beds.discharge_box import DischargeBox
from desktop.ui.pages.beds.fee_acts import MoneyBox
from desktop.ui.pages.beds.fee_month_view import FeeMonthView
from desktop.ui.pages.beds.fee_rates_view import FeeRatesView
from desktop.ui.pages.beds.fees_view import FeesView
from desktop.ui.pages.beds.page import BedsPage
from desktop.ui.pages.home.page import HomePage
from desktop.ui.pages.page_view import PageView
from desktop.ui.pages.residents.acts import StateBox
from desktop.ui.pages.residents.card_lines import warning_lines
from desktop.ui.pages.residents.page import ResidentsPage
from tests.gui.desk import Desk
from tests.gui.register_desk import RegisterDesk
from tests.unit.services.stay_fees.lodging import (
    OCTOBER,
    admit,
    bed,
    deposit,
    entered,
    graded,
    owed,
    turn_on,
    usual_rates,
)

Person = Callable[..., int]
SEPTEMBER = Month(2026, 9)


class Office:
    """Somebody who takes the fees of stays."""

    def __init__(self, here: Desk) -> None:
        self.here = here
        here.control(Qt.Key.Key_M)

    @property
    def page(self) -> BedsPage:
        page = self.here.window.page("beds")
        assert isinstance(page, BedsPage)
        return page

    @property
    def fees(self) -> FeesView:
        view = self._view(FeesView)
        assert isinstance(view, FeesView)
        return view

    @property
    def month(self) -> FeeMonthView:
        view = self._view(FeeMonthView)
        assert isinstance(view, FeeMonthView)
        self.here.qtbot.waitUntil(lambda: not self.here.window.session.reads.busy)
        return view

    @property
    def rates(self) -> FeeRatesView:
        view = self._view(FeeRatesView)
        assert isinstance(view, FeeRatesView)
        return view

    def _view(self, kind: type[PageView]) -> PageView:
        assert isinstance(self.page.view, kind), self.page.view
        return self.page.view

    def box(self) -> SmallForm:
        """The box that is open."""
        found: list[SmallForm] = []

        def seen() -> bool:
            found[:] = [one for one in QApplication.topLevelWidgets() if isinstance(one, SmallForm) and one.isVisible()]
            return bool(found) and found[-1].isActiveWindow()

        self.here.qtbot.waitUntil(seen)
        return found[-1]

    def boxes(self) -> list[SmallForm]:
        return [one for one in QApplication.topLevelWidgets() if isinstance(one, SmallForm) and one.isVisible()]

    def done(self) -> None:
        """The box has gone, because what it asked for was done."""
        self.here.qtbot.waitUntil(lambda: not self.boxes())
        self.back()

    def paper(self) -> str:
        """The title of the paper that is shown; it is closed."""
        self.here.finish_job()
        [dialog] = [one for one in QApplication.topLevelWidgets() if isinstance(one, PreviewDialog) and one.isVisible()]
        title = dialog.windowTitle()
        dialog.reject()
        self.back()
        return title

    def back(self) -> None:
        """The window is worked in again, where nothing stands over it."""
        self.here.window.activateWindow()
        QApplication.processEvents()
        assert self.page.view is not None
        self.page.view.take_keyboard()

    def listed(self) -> list[str]:
        return [self.fees._people[one].name for one in self.fees.table.model.ids]

    def save(self) -> None:
        self.here.control(Qt.Key.Key_S)


@pytest.fixture
def house(actor: Actor, person: Person) -> tuple[int, int]:
    """王芳 (severe) since August, who has paid a deposit of 2 000; 李强 since September. Nothing is charged yet."""
    turn_on(actor)
    usual_rates(actor)
    one, two = person("王芳"), person("李强", born="1950-01-01", sex="male")
    graded(actor, one, "severe", dt.date(2026, 1, 1))
    admit(actor, one, bed(actor, "1"), "2026-08-01")
    admit(actor, two, bed(actor, "2"), "2026-09-16")
    paying.take_deposit(actor, StayMoneyDraft(one, "2000"))
    return one, two


@pytest.fixture
def office(desk: Callable[[str], Desk], house: tuple[int, int]) -> Office:
    return Office(desk("beds"))


def test_a_month_is_seen_and_charged_in_one_act_and_taken_back(office: Office, house: tuple[int, int]) -> None:
    here = office.here
    here.key(Qt.Key.Key_F7)
    assert office.month.month == SEPTEMBER
    # 30 nights of 王芳, 15 of 李强: bed 1 550, care 1 240 or 620, meals 930.
    assert office.month.said.text() == "待计费 2 人，5,270.00元 · 已计费 0 人，0.00元"
    assert [(one.name, one.whole_fen) for one in office.month._found.values()] == [("李强", 155000), ("王芳", 372000)]
    here.enter()
    here.key(Qt.Key.Key_Down)
    line = office.month.lines.current_row()
    assert line is not None and line.line is not None and (line.line.part, line.line.fen) == ("care", 31000)
    here.key(Qt.Key.Key_F7)
    assert "2 人" in office.box().windowTitle() + office.box().findChildren(type(office.month.said))[0].text()
    here.enter()
    office.done()
    assert (owed(house[0]), owed(house[1])) == (372000, 155000)
    assert office.month.said.text() == "待计费 0 人，0.00元 · 已计费 2 人，5,270.00元"
    here.key(Qt.Key.Key_F7)
    assert not office.boxes() and "没有待计费" in office.page.strip.text
    here.control(Qt.Key.Key_Z)
    assert (owed(house[0]), owed(house[1])) == (0, 0)
    here.key(Qt.Key.Key_Escape)
    assert office.fees.table.current_id() in house


def test_one_person_alone_is_charged_and_a_difference_booked_with_its_reason(
    office: Office, actor: Actor, house: tuple[int, int]
) -> None:
    here = office.here
    here.key(Qt.Key.Key_F7)
    office.month.picker.set_month(OCTOBER)
    assert office.month.table.select_id(house[1])
    here.key(Qt.Key.Key_F6)
    words = office.box().findChildren(type(office.month.said))[0].text()
    assert "李强" in words and "3,100.00元" in words
    here.enter()
    office.done()
    assert (owed(house[0]), owed(house[1])) == (0, 310000)
    here.key(Qt.Key.Key_F6)
    assert "不用计费" in office.page.strip.text
    here.key(Qt.Key.Key_F2)
    assert "没有差额" in office.page.strip.text
    rates.set_rate(actor, RateDraft("2026-10-01", "meals", "961"))
    office.month.refresh()
    assert "有差额 1 人" in office.month.said.text()
    here.key(Qt.Key.Key_F2)
    assert "31.00" in office.box().findChildren(type(office.month.said))[0].text()
    here.type("huoshi tiaojia")
    here.enter()
    office.done()
    assert owed(house[1]) == 313100
    assert [one.remark for one in charges.on_record(house[1])] == ["", "huoshi tiaojia"]


def test_a_missing_rate_is_said_and_nothing_is_charged_in_silence(
    office: Office, actor: Actor, house: tuple[int, int]
) -> None:
    [care] = [one.row.id for one in rates.listed(dt.date(2026, 9, 1)) if one.row.part == "care" and not one.row.grade]
    rates.end(actor, care, "2026-09-20")
    office.here.key(Qt.Key.Key_F7)
    assert "缺收费标准 1 人" in office.month.said.text()
    assert office.month.table.select_id(house[1])
    [gap] = [one for one in office.month._lines.values() if one.gap is not None]
    assert gap.gap is not None and gap.gap.day == dt.date(2026, 9, 21)
    office.here.key(Qt.Key.Key_F7)
    office.box()
    office.here.enter()
    office.done()
    assert (owed(house[0]), owed(house[1])) == (372000, 0)


def test_what_is_owed_stands_in_the_box_and_the_receipt_is_shown(
    office: Office, actor: Actor, house: tuple[int, int]
) -> None:
    charges.charge(actor, SEPTEMBER)
    office.fees.refresh()
    here = office.here
    assert office.listed() == ["李强", "王芳"]
    assert office.fees.said.text() == "2 人 · 欠费5,270.00元 · 预交0.00元 · 押金2,000.00元"
    office.fees.table.select_id(house[0])
    here.control(Qt.Key.Key_N)
    box = office.box()
    assert isinstance(box, MoneyBox)
    assert box.form.values()["amount"] == "3720.00"
    assert box.stands.text() == "王芳：欠费3,720.00元，押金2,000.00元"
    # Somebody else's is proposed as long as nobody typed.
    box.form.fields["resident_id"].set_value(house[1])
    box.form.changed.emit()
    assert box.form.values()["amount"] == "1550.00" and box.stands.text().startswith("李强：欠费1,550.00元")
    box.form.fields["amount"].set_value("1000")
    box.form.fields["resident_id"].set_value(house[0])
    box.form.changed.emit()
    assert box.form.values()["amount"] == "1000", "what was typed stays"
    office.save()
    assert office.paper() == "收据"
    found = office.fees._people[house[0]]
    assert (found.charged_fen, found.paid_fen, found.owed_fen, found.deposit_fen) == (372000, 100000, 272000, 200000)
    assert [one.kind for one in office.fees._entries.values()] == ["top_up", "charge", "top_up"]


def test_a_deposit_is_taken_pays_and_goes_back_by_keys(office: Office, actor: Actor, house: tuple[int, int]) -> None:
    charges.charge(actor, SEPTEMBER)
    office.fees.refresh()
    here = office.here
    office.fees.table.select_id(house[0])
    here.key(Qt.Key.Key_F3)
    box = office.box()
    assert box.form.values()["amount"] == ""
    box.form.set_values({"amount": "500"})
    office.save()
    assert office.paper() == "收据"
    here.key(Qt.Key.Key_F6)
    box = office.box()
    assert box.form.values()["amount"] == "2500.00", "all of the deposit, which is less than what is owed"
    office.save()
    office.done()
    assert (owed(house[0]), deposit(house[0])) == (122000, 0)
    # The counter-entry of what the deposit paid takes both halves back.
    office.fees.entries.select_id(max(office.fees._entries))
    here.key(Qt.Key.Key_F8)
    office.box()
    here.type("bu dikou")
    here.enter()
    office.done()
    assert (owed(house[0]), deposit(house[0])) == (372000, 250000)
    here.key(Qt.Key.Key_F4)
    assert office.box().form.values()["amount"] == "2500.00"
    office.save()
    assert office.paper() == "退款收据"
    assert deposit(house[0]) == 0


def test_what_was_paid_ahead_is_given_back_and_something_else_is_charged(
    office: Office, house: tuple[int, int]
) -> None:
    here = office.here
    office.fees.table.select_id(house[1])
    here.control(Qt.Key.Key_N)
    box = office.box()
    box.form.set_values({"amount": "300"})
    office.save()
    office.paper()
    here.key(Qt.Key.Key_F10)
    box = office.box()
    box.form.set_values({"amount": "86.50", "words": "代垫药费"})
    office.save()
    office.done()
    here.key(Qt.Key.Key_F2)
    assert office.box().form.values()["amount"] == "213.50"
    office.save()
    assert office.paper() == "退款收据"
    assert entered(house[1]) == [("top_up", 30000), ("charge", -8650), ("refund", -21350)]


def test_enter_leads_from_a_charge_to_its_month_and_a_receipt_is_printed_again(
    office: Office, actor: Actor, house: tuple[int, int]
) -> None:
    charges.charge(actor, SEPTEMBER)
    office.fees.refresh()
    here = office.here
    office.fees.table.select_id(house[0])
    here.enter()
    assert office.fees.entries.current_row() is not None
    here.enter()
    assert office.month.month == SEPTEMBER and office.month.table.current_id() == house[0]
    here.key(Qt.Key.Key_Escape)
    [taken] = [one.id for one in listing.of_holder(LedgerAccount.STAY_DEPOSIT, house[0])]
    office.fees.entries.select_id(taken)
    here.control(Qt.Key.Key_P)
    assert office.paper() == "收据"
    here.control(Qt.Key.Key_P)
    assert "补打" in office.paper()
    charge = next(one.id for one in office.fees._entries.values() if one.kind == "charge")
    office.fees.entries.select_id(charge)
    here.control(Qt.Key.Key_P)
    assert "有收据" in office.page.strip.text


def test_the_statement_is_shown_by_a_key(office: Office, house: tuple[int, int]) -> None:
    office.fees.table.select_id(house[0])
    office.here.key(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert office.paper() == "缴费对账单"


def test_somebody_is_found_by_name_and_by_card_and_f11_turns_the_list(
    office: Office, actor: Actor, house: tuple[int, int]
) -> None:
    here = office.here
    here.control(Qt.Key.Key_F)
    here.type("lq")
    here.enter()
    here.qtbot.waitUntil(lambda: office.listed() == ["李强"])
    office.fees.take_scan(printed_codes.code_of(CodeKind.RESIDENT, house[0]))
    assert office.listed() == ["王芳"]
    office.fees.search.setText("")
    office.fees.search.search_now()
    charges.charge(actor, SEPTEMBER, [house[1]])
    office.fees.refresh()
    here.key(Qt.Key.Key_F11)
    assert office.listed() == ["李强"] and "欠费" in office.fees.header.subtitle.text()
    here.key(Qt.Key.Key_F11)
    assert office.listed() == []
    [stay] = query.ids("SELECT id FROM living_stay WHERE resident_id = ?", [house[0]])
    stays.discharge(actor, stay, "2026-10-20", "回家")
    office.fees.refresh()
    assert office.listed() == ["王芳"], "the deposit is to be given back"
    here.key(Qt.Key.Key_F11)
    assert office.listed() == ["李强", "王芳"]


def test_home_says_what_is_not_charged_owed_or_not_settled_and_leads_there(
    app: QApplication, actor: Actor, folder: DataFolder, house: tuple[int, int], desk: Callable[[str], Desk]
) -> None:
    page = HomePage(Session(actor, folder, Bus(), Jobs(), Preferences()))
    asked: list[object] = []
    page.go_requested.connect(lambda _room, argument: asked.append(argument))

    def lines() -> list[str]:
        page.refresh_now()
        found = [one for one in page.reminders.lines if one.spec.chip.text == "住养收费"]
        if found:
            found[0].click()
        return [one.text() for one in found]

    assert lines() == ["2026年9月的住养费用还有 2 人没有计费"]
    office = Office(desk("beds"))
    office.page.receive(asked[-1])
    assert office.month.month == SEPTEMBER
    office.page.close_views()
    with clock.standing_at(dt.datetime(2026, 10, 5, 9, 0)):
        charges.charge(actor, SEPTEMBER, [house[1]])
    assert lines() == ["2026年9月的住养费用还有 1 人没有计费"], "charged in this month"
    [stay] = query.ids("SELECT id FROM living_stay WHERE resident_id = ?", [house[0]])
    stays.discharge(actor, stay, "2026-10-20", "回家")
    with clock.standing_at(dt.datetime(2026, 11, 2, 9, 0)):
        assert lines() == [
            "2026年10月的住养费用还有 2 人没有计费",
            "有 1 人欠本月以前的住养费用",
            "有 1 人已离院、费用和押金没有结清",
        ]
    office.page.receive(ShowFees("owing"))
    assert office.listed() == ["李强"]


def test_home_says_nothing_where_fees_are_off(actor: Actor, person: Person) -> None:
    admit(actor, person(), bed(actor, "1"), "2026-08-01")
    assert due.due(dt.date(2026, 10, 21)) == FeesDue()
    turn_on(actor, dt.date(2026, 10, 1))
    usual_rates(actor)
    assert due.due(dt.date(2026, 10, 21)) == FeesDue(), "September was not taken here"
    assert [one.name for one in due.due(dt.date(2026, 11, 1)).uncharged] == ["王芳"]


def test_rates_are_set_changed_ended_and_void_by_keys(office: Office) -> None:
    here = office.here
    here.control(Qt.Key.Key_R)
    assert [one.row.amount_fen for one in office.rates._rates.values()] == [155000, 124000, 62000, 93000]
    here.control(Qt.Key.Key_N)
    box = office.box()
    beds = query.ids("SELECT id FROM living_bed ORDER BY id")
    box.form.set_values({"amount": "2000", "valid_from": "2026-11-01", "bed_id": str(beds[1])})
    office.save()
    office.done()
    [made] = [one.row for one in office.rates._rates.values() if one.row.amount_fen == 200000]
    assert (made.bed_id, made.part, made.unit, made.valid_from) == (beds[1], "bed", "month", dt.date(2026, 11, 1))
    office.rates.table.select_id(made.id)
    here.key(Qt.Key.Key_F2)
    box = office.box()
    assert (box.form.values()["amount"], box.form.values()["bed_id"]) == ("2000.00", str(beds[1]))
    box.form.set_values({"amount": "2100"})
    office.save()
    office.done()
    [other] = [one.row for one in office.rates._rates.values() if one.row.amount_fen == 210000]
    office.rates.table.select_id(other.id)
    here.key(Qt.Key.Key_F4)
    office.box().form.set_values({"last_day": "2026-10-31"})
    office.save()
    office.done()
    assert office.rates._rates[other.id].row.valid_to == dt.date(2026, 10, 31)
    here.key(Qt.Key.Key_F8)
    office.box()
    here.type("luru cuowu")
    here.enter()
    office.done()
    assert other.id not in office.rates._rates


def test_off_it_says_where_it_is_turned_on(actor: Actor, person: Person, desk: Callable[[str], Desk]) -> None:
    admit(actor, person("王芳"), bed(actor, "1"), "2026-08-01")
    office = Office(desk("beds"))
    office.here.control(Qt.Key.Key_N)
    assert not office.boxes() and "系统 › 统计口径" in office.page.strip.text
    office.here.key(Qt.Key.Key_F7)
    assert list(office.month.table.model.ids) == []
    assert "没有启用" in office.month.table.empty._title.text()


def test_who_may_not_is_told_so(desk: Callable[[str], Desk], house: tuple[int, int]) -> None:
    office = Office(desk("beds"))
    session = office.page.session
    session.actor = Actor(session.actor.staff_id, "护工丙", Role.WORKER, session.actor.station)
    for press in (office.fees.pay, office.fees.refund, office.fees.take_deposit, office.fees.other):
        office.page.strip.clear()
        assert press() is None
        assert "只能由主任、前台办理" in office.page.strip.text
    office.here.key(Qt.Key.Key_F7)
    assert office.month.charge() is None and "只能由主任、前台办理" in office.page.strip.text
    office.here.key(Qt.Key.Key_Escape)
    office.here.control(Qt.Key.Key_R)
    assert office.rates.add() is None and "主任" in office.page.strip.text


def test_read_behind_the_window_the_people_have_the_keyboard_once_they_are_there(
    house: tuple[int, int], register: Callable[[], RegisterDesk]
) -> None:
    here = register()
    here.window.go("beds")
    here.qtbot.waitUntil(lambda: not here.window.session.reads.busy)
    page = here.window.page("beds")
    assert isinstance(page, BedsPage)
    page.open_fees()
    assert isinstance(page.view, FeesView)
    page.view.open_last_month()
    month = page.view
    assert isinstance(month, FeeMonthView)
    assert list(month.table.model.ids) == [] and month.act.hasFocus()
    here.qtbot.waitUntil(lambda: len(month.table.model.ids) == len(house))
    here.qtbot.waitUntil(month.table.view.hasFocus)


def test_the_discharge_box_tells_what_is_to_be_settled(
    desk: Callable[[str], Desk], actor: Actor, house: tuple[int, int]
) -> None:
    charges.charge(actor, SEPTEMBER)
    here = desk("beds")
    page = here.window.page("beds")
    assert isinstance(page, BedsPage)
    page.table.select_id(1)
    page.discharge()
    box = here.window.findChild(DischargeBox)
    assert isinstance(box, DischargeBox)
    # 3 720 of September; 20 nights of October (50 + 40 + 30 yuan) are not charged yet; the deposit is 2 000.
    assert box.outcome.text().splitlines()[1:] == [
        "住养费用：尚欠6,120.00元（其中2,400.00元还没有计费）",
        "押金2,000.00元应退",
        "押金抵扣后尚欠4,120.00元",
    ]
    box.form.set_values({"to_on": "2026-10-11"})
    box.form.changed.emit()
    assert "尚欠4,920.00元（其中1,200.00元还没有计费）" in box.outcome.text()
    box.reject()


def test_a_death_tells_it_and_the_card_leads_to_the_settling(
    register: Callable[[], RegisterDesk], actor: Actor, house: tuple[int, int]
) -> None:
    here = register()
    page = here.window.page("residents")
    assert isinstance(page, ResidentsPage)
    box = StateBox(page, residents.rows([house[0]])[0])
    box.form.set_values({"state": "deceased", "on": "2026-10-21"})
    box.tell()
    assert "押金2,000.00元应退" in box.effects.text() and "其中" in box.effects.text()
    box.deleteLater()
    states.apply(actor, house[0], "deceased", dt.date(2026, 10, 21), "病故")
    lines = warning_lines(page, card(house[0]), lambda _other: None, lambda: None, lambda: None)
    [line] = [one for one in lines if one.chip.text == "住养费用"]
    assert line.text == "住养费用：已结清 · 押金2,000.00元应退"
    asked: list[object] = []
    page.go_requested.connect(lambda _room, argument: asked.append(argument))
    line.open()
    assert asked == [ShowFees("to_settle")]
