"""Every room, the screens of a room and its boxes, one after the other, over a centre with long names."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, Generic, TypeVar

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop.core import clock
from desktop.core.answers import ListKind
from desktop.core.assessment import items
from desktop.core.label_sheets import shipped_sheets
from desktop.core.manual import Topic
from desktop.core.office_keys import DistrictKey
from desktop.core.paths import DataFolder
from desktop.core.period import Month
from desktop.core.recovery import new_secret
from desktop.core.sealing import Tree
from desktop.core.signing import new_identity, new_signing
from desktop.core.staying import ContractKind
from desktop.core.storage_errors import FolderReadOnly
from desktop.core.trade import Role
from desktop.exchange.clashes import Clash
from desktop.importing.questions import Likely, WorkerQuestion
from desktop.models import query, vault
from desktop.reports.months.render import reports_of
from desktop.services.beds import contracts, offers, places, stays, waiting
from desktop.services.beds.contracts import ContractDraft
from desktop.services.beds.offers import OfferDraft
from desktop.services.beds.places import BedDraft
from desktop.services.beds.stays import StayDraft
from desktop.services.beds.waiting import ApplicationDraft
from desktop.services.canteen import marking, prepaid, scanning
from desktop.services.canteen.prepaid import LimitDraft, MoneyDraft
from desktop.services.centre import enrolment, keyring, label_sheets
from desktop.services.centre.keyring import Keyring
from desktop.services.closing import corrections, month_close, staging
from desktop.services.closing.receipts import Mend
from desktop.services.day_care import attendance as day_care
from desktop.services.day_care.attendance import DayDraft
from desktop.services.figures.narrowed import narrow
from desktop.services.food import complaints, dishes, purchases, samples, sheets
from desktop.services.food.complaints import ComplaintDraft
from desktop.services.food.dishes import DishDraft
from desktop.services.food.purchases import PurchaseDraft
from desktop.services.food.samples import SampleDraft
from desktop.services.food.sheets import SheetDraft
from desktop.services.help_services import agreements, attendance, budgets, on_paper, orders
from desktop.services.help_services import packages as granted
from desktop.services.help_services.budgets import BudgetDraft
from desktop.services.help_services.orders import ServiceDraft, ServiceQuery
from desktop.services.help_services.packages import PackageDraft
from desktop.services.home_beds import steps as home_beds
from desktop.services.home_beds.steps import AssessDraft, PlanDraft, ReviewDraft, SignDraft
from desktop.services.keeping.encryption import Offer
from desktop.services.people import entries as people
from desktop.services.people.entries import WorkerDraft
from desktop.services.privacy import consent
from desktop.services.privacy.consent import WithdrawalDraft
from desktop.services.register.listing import ResidentRow
from desktop.services.residents import assessments, forms, states
from desktop.services.residents.assessments import AssessmentDraft
from desktop.services.residents.forms import FlagDraft
from desktop.services.standing import arrangements
from desktop.services.standing.arrangements import ArrangementDraft, HolidayDraft, ServiceArrangementDraft
from desktop.services.stay_fees import charges as stay_charges
from desktop.services.stay_fees import paying, rates
from desktop.services.stay_fees.paying import OtherChargeDraft, StayMoneyDraft
from desktop.services.stay_fees.rates import RateDraft
from desktop.services.visits import recording as visits
from desktop.services.visits import risks, route_sheets
from desktop.services.visits.recording import VisitDraft
from desktop.services.visits.risks import RiskDraft
from desktop.services.work import timebank, trainings
from desktop.services.work.timebank import HoursDraft
from desktop.services.work.trainings import TrainingDraft, Who
from desktop.services.writing import rules
from desktop.services.writing.actor import Actor
from desktop.sync.receipt import Receipt, RefusedRow
from desktop.sync.receiving import Read, ToMend
from desktop.ui.dialogs.command import CommandDialog, CommandLine
from desktop.ui.dialogs.deeds import Deed, DeedsDialog
from desktop.ui.dialogs.key_dialog import KeyDialog, SheetDialog
from desktop.ui.dialogs.keys import KeysDialog
from desktop.ui.dialogs.question import QuestionDialog
from desktop.ui.entrance.first_run import FirstRunDialog
from desktop.ui.entrance.sign_in import SignInDialog
from desktop.ui.entrance.silent import SilentDialog
from desktop.ui.entrance.trouble import TroubleDialog
from desktop.ui.frame.crash import CrashDialog
from desktop.ui.frame.lock_dialog import LockDialog
from desktop.ui.frame.main_window import MainWindow
from desktop.ui.frame.room_window import RoomWindow
from desktop.ui.frame.rooms import RoomKey
from desktop.ui.look.theme import Tone
from desktop.ui.pages.asks import StartScanning
from desktop.ui.pages.beds.contracts_view import ContractsView
from desktop.ui.pages.beds.day_care_view import DayCareView
from desktop.ui.pages.beds.fee_month_view import FeeMonthView
from desktop.ui.pages.beds.fee_rates_view import FeeRatesView
from desktop.ui.pages.beds.fees_view import FeesView
from desktop.ui.pages.beds.file_view import BedFileView
from desktop.ui.pages.beds.home_beds_view import HomeBedsView
from desktop.ui.pages.beds.lacking_view import LackingView
from desktop.ui.pages.beds.page import BedsPage
from desktop.ui.pages.beds.waiting_view import WaitingView
from desktop.ui.pages.canteen.balances_view import BalancesView
from desktop.ui.pages.canteen.deliveries_view import DeliveriesView
from desktop.ui.pages.canteen.food.today import TodayPart
from desktop.ui.pages.canteen.food.trace import TracePart
from desktop.ui.pages.canteen.food.view import COMPLAINTS, DISHES, PURCHASES, SAMPLES, TODAY, TRACE
from desktop.ui.pages.canteen.page import CanteenPage
from desktop.ui.pages.canteen.sheets_view import SheetsView
from desktop.ui.pages.closing.close import CloseMonthDialog
from desktop.ui.pages.closing.page import SyncPage
from desktop.ui.pages.help_services.attendance_view import AttendanceView
from desktop.ui.pages.help_services.board_view import BoardView
from desktop.ui.pages.help_services.packages_view import PackagesView
from desktop.ui.pages.help_services.page import ServicesPage
from desktop.ui.pages.help_services.sheet_rows import Cell
from desktop.ui.pages.help_services.sheet_view import ServiceSheetView
from desktop.ui.pages.help_services.standing_view import StandingView
from desktop.ui.pages.importing.page import ImportPage
from desktop.ui.pages.page_view import PageView
from desktop.ui.pages.reports.page import ReportsPage
from desktop.ui.pages.residents import acts, consent_acts
from desktop.ui.pages.residents.assessments_view import AssessmentsView
from desktop.ui.pages.residents.card import ResidentCardView
from desktop.ui.pages.residents.page import ResidentsPage
from desktop.ui.pages.residents.photo_dialog import PhotoDialog
from desktop.ui.pages.system import offer_forms, price_forms, rule_parts, training_forms
from desktop.ui.pages.system.encryption import EncryptionSection
from desktop.ui.pages.system.label_sheets import LabelSheetsSection
from desktop.ui.pages.system.page import SystemPage
from desktop.ui.pages.system.privacy import PrivacySection
from desktop.ui.pages.system.rule_dialog import change_rule
from desktop.ui.pages.system.stations import StationsSection
from desktop.ui.pages.system.timebank import TimebankSection
from desktop.ui.pages.visits import due_acts
from desktop.ui.pages.visits.page import VisitsPage
from desktop.ui.pages.visits.tabs import VisitTabs
from tests.conftest import id_number
from tests.sealed import QUICK
from tests.unit.importing.sheets import write

LONG_NAME = "阿卜杜勒热合曼·买买提艾力江阿卜杜勒热合曼"
SAID = "燃气管老化，邻居反映有气味，已电话联系燃气公司，约定周四上午上门检查并更换软管"
Shown = tuple[str, QWidget]
Window = TypeVar("Window", bound=RoomWindow[Any])


def furnish(actor: Actor, person: Callable[..., int]) -> int:
    """Somebody with a long name and much on record, others beside; gives the id of the first."""
    one = person(
        LONG_NAME,
        flags=[("living_alone", "2026-01-05"), ("bereaved_family", "2025-03-01", "", "街道证明 2025-031 号")],
        address="前卫社区金色时代小区南苑二十七栋三单元一千二百零三室",
        remarks="听力不好，电话要打两次；邻居王师傅有钥匙。",
        phone="13900001234",
        grade="severe",
        grade_on="2026-02-03",
        grade_assessor="呈贡区第二人民医院评估组",
    )
    for day, points in (("2026-02-01", 3), ("2026-02-02", 2)):
        said = {item.key: min(points, item.most) for item in items()}
        by = {"reason": "first", "agency": "呈贡区第二人民医院老年医学科能力评估中心", "report_no": "2026-118"}
        assessments.record(actor, AssessmentDraft(one, day, answers=said, events={"fall": 2}, **by))
    two = person("李强", flags=["empty_nest"], community="春晓社区居民委员会第二居民小组")
    third = person("阿依古丽·买买提江", phone="13900001235")
    fourth = person("阿依古丽·买买提江", phone="13900001235", id_number="", accept_to_verify=True)
    for at, state in enumerate(("requested", "done")):
        draft = ServiceDraft(resident_id=one, type="emergency" if at == 0 else "bathing", state=state)
        draft.service_on, draft.worker, draft.payer, draft.fee = "2026-10-08", "马丽", "self", "20"
        orders.save(actor, draft)
    on_paper.day_lists(actor, dt.date(2026, 10, 8))
    beds = [places.save(actor, BedDraft(room=f"30{n}", number="1", opened_on="2026-01-01")) for n in range(1, 8)]
    stays.admit(actor, StayDraft(two, beds[1], "2026-10-01"))
    stay = stays.admit(actor, StayDraft(one, beds[2], "2026-10-02"))
    stays.add_leave(actor, stay, "2026-10-20", "", "探亲")
    contracts.add(actor, ContractDraft(one, "RZ-2025-0001", "2025-10-02", "2026-10-01", remark=SAID))
    waiting.apply(actor, ApplicationDraft(one, "2026-10-03", mode="day", remark=SAID))
    waits = [waiting.apply(actor, ApplicationDraft(who, "2026-10-03", kind="nursing")) for who in (third, fourth)]
    offers.offer(actor, OfferDraft(waits[1], beds[3], "2026-10-20", turn_reason=SAID))
    day_care.add(actor, DayDraft(one, "2026-10-20", "0830", remark=SAID))
    day_care.add(actor, DayDraft(two, "2026-10-21", "0835", "1130"))
    served = home_beds.assess(actor, AssessDraft(one, "2026-09-01", LONG_NAME, SAID))
    home_beds.sign(actor, served, SignDraft("2026-09-07", "KM-2026-0001", LONG_NAME, "2027-09-06", "2026-10-20"))
    home_beds.plan(actor, served, PlanDraft("bathing", "2", "2026-09-07"))
    home_beds.review(actor, served, ReviewDraft("2026-10-07", "adjust", SAID, LONG_NAME, "2026-10-20"))
    home_beds.assess(actor, AssessDraft(two, "2026-10-20"))
    scanning.add_guest(actor, "lunch", "dine_in")
    prepaid.top_up(actor, MoneyDraft(one, "1234.50", SAID))
    arrangements.arrange(actor, ArrangementDraft(two, valid_from="2026-10-01", remark=SAID))
    weekly = ServiceArrangementDraft(two, "cleaning", started="09:00", valid_from="2026-10-01", worker=SAID[:30])
    agreements.agree(actor, weekly)
    granted.grant(actor, PackageDraft(two, "", "10", valid_from="2026-10-01", remark=SAID))
    budgets.set_budget(actor, BudgetDraft("government", "12345.60", "2026-10-01"))
    arrangements.set_holiday(actor, HolidayDraft("2026-11-30", SAID[:60]))
    prepaid.set_limit(actor, LimitDraft(two, "200"))
    scanning.scan(actor, "15301149999999900", "lunch", "dine_in")
    helper = people.save(actor, WorkerDraft(name=LONG_NAME, role="volunteer", resident_id=one))
    timebank.bring_in(actor, HoursDraft(helper, "2.5", "2026-10-20", two, remark=SAID))
    for worker in (LONG_NAME, "马丽"):
        draft = ServiceDraft(resident_id=one, type="cleaning", worker=worker, payer="volunteer")
        draft.service_on, draft.started, draft.ended = "2026-10-19", "09:00", "10:30"
        orders.save(actor, draft)
    course = TrainingDraft(kind="family_carer", title=SAID, day="2026-10-20", hours="7.5")
    trainings.take_all(actor, course, [(Who(helper), ""), (Who(None, two), LONG_NAME)])
    marking.put(
        actor, one, dt.date(2026, 10, 20), {"breakfast": "dine_in", "lunch": "delivered", "dinner": "delivered"}
    )
    marking.put(actor, two, dt.date(2026, 10, 21), {"lunch": "dine_in"})
    visits.save(actor, VisitDraft(two, "2026-09-08", method="phone", visitors="马丽", outcome="not_reached"))
    risks.save(actor, RiskDraft(one, "2026-10-02", SAID, "urgent", "联系燃气公司", "2026-10-22"))
    route_sheets.make_sheet(actor, [two, one], "马丽", "2026-10-20")
    _cook(actor)
    _charge(actor, one, two)
    consent.withdraw(
        actor, one, ["district", "photo"], WithdrawalDraft("2026-10-19", LONG_NAME, "撤〔2026〕001号", SAID)
    )
    gone = person("欧阳建国", born="1931-01-01", sex="male")
    states.apply(actor, gone, "moved_out", dt.date(2019, 3, 1), SAID)
    sheet = label_sheets.copied(shipped_sheets()["2x7"])
    sheet.name = SAID[:40]
    label_sheets.retire(actor, label_sheets.save(actor, sheet))
    enrolment.enrol(actor, DistrictKey(SAID[:60], "530114", "hashed", new_identity()[1], new_signing()[1], "ab" * 32))
    return one


def _charge(actor: Actor, one: int, two: int) -> None:
    """Fees of the two who stay: one is to be charged, what the other was charged differs by now."""
    rules.set_rule(actor, "stay_fees", dt.date(2026, 9, 1), "on", SAID[:30])
    for part, fen in (("bed", "12345.60"), ("care", "2480"), ("meals", "930")):
        rates.set_rate(actor, RateDraft("2026-01-01", part, fen))
    rates.set_rate(actor, RateDraft("2026-01-01", "bed", "98765.40", resident_id=one, term="long", remark=SAID))
    stay_charges.charge(actor, Month(2026, 10), [two])
    rates.set_rate(actor, RateDraft("2026-10-20", "meals", "45.50", "day"))
    paying.charge_other(actor, OtherChargeDraft(one, "86543.21", SAID))
    paying.take_deposit(actor, StayMoneyDraft(one, "50000", SAID))
    paying.pay(actor, StayMoneyDraft(one, "1234.50", SAID))


def _cook(actor: Actor) -> None:
    """A kitchen of long words: a batch past its day, a dish without batches, a sample past its hours."""
    draft = PurchaseDraft(
        "高原特色生态散养土鸡蛋", "昆明市呈贡区春城粮油副食品配送有限责任公司", "2026-10-12", "12.5", "公斤"
    )
    draft.expires_on, draft.batch, draft.unit_price = "2026-10-19", "YN20261012-0035", "128.50"
    eggs = purchases.add(actor, draft)
    today = clock.today()
    for at, day in enumerate((today - dt.timedelta(days=3), today)):
        dish = dishes.add(
            actor,
            DishDraft(day, "lunch", "番茄炒高原生态土鸡蛋（少油少盐）", "12", allergens=["eggs", "soybeans", "gluten"]),
        )
        if at == 0:
            dishes.use(actor, dish, [eggs])
            samples.add(actor, SampleDraft(dish, "11:00", "130", LONG_NAME, "留样冰箱第二层左侧"))
    dishes.add(actor, DishDraft(today, "lunch", "清炒时令蔬菜"))
    cold = SheetDraft("temperature", today, "后厨一号双门冷藏柜", "07:30", "12", SAID, SAID, LONG_NAME, fit=False)
    sheets.add(actor, cold)
    complaints.add(actor, ComplaintDraft(today, "hygiene", SAID))


class Walk(Generic[Window]):
    """Goes from place to place of a window; each is given while it is seen, and left when the next is asked for."""

    def __init__(self, window: Window, qtbot: QtBot) -> None:
        self.window, self.qtbot = window, qtbot
        self.views: set[type[PageView]] = set()
        self.boxes: set[type[QDialog]] = set()

    def settle(self) -> None:
        """Until nothing is read or worked at behind the window, and everything is laid out."""
        QApplication.processEvents()
        busy = self.window.session.reads, self.window.jobs
        self.qtbot.waitUntil(lambda: not any(one.busy for one in busy), timeout=20_000)
        for _ in range(8):
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            QApplication.processEvents()

    def _at(self, name: str) -> Shown:
        self.settle()
        self.views |= {type(one) for one in self.window.findChildren(PageView) if one.isVisible()}
        return name, self.window

    def _box(self, name: str, open_it: Callable[[], object]) -> Iterator[Shown]:
        """The box that a call opens; it is closed unsaved."""
        open_it()
        self.settle()
        boxes = [one for one in QApplication.topLevelWidgets() if one is not self.window and one.isVisible()]
        assert boxes, f"{name} opened nothing"
        self.boxes |= {type(one) for one in boxes if isinstance(one, QDialog)}
        yield name, boxes[-1]
        for box in boxes:
            # Nothing is asked about what was typed.
            box.hide()
            box.deleteLater()
        self.window.activateWindow()
        self.settle()


class Tour(Walk[MainWindow]):
    """The places of a centre's window."""

    def __init__(self, window: MainWindow, qtbot: QtBot, folder: DataFolder, books: Path, somebody: int) -> None:
        super().__init__(window, qtbot)
        self.folder, self.somebody = folder, somebody
        self.sealed = _keys_only(books / "sealed" / "shizhu.db")
        self._book = write(
            books / "花名册.xlsx",
            {
                "花名册": [
                    ["姓名", "身份证号", "出生日期", "联系电话"],
                    ["王芳", id_number("1944-03-05", "female", 7), "", "13900000001"],
                    [LONG_NAME, "", "2030-01-01", ""],
                ]
            },
        )

    def places(self) -> Iterator[Shown]:
        """All of them; rooms first, then the boxes that no room owns."""
        for rooms in (
            self._simple,
            self._residents,
            self._visits,
            self._services,
            self._canteen,
            self._beds,
            self._sync,
            self._system,
            self._import,
            self._boxes,
        ):
            yield from rooms()

    def _go(self, key: RoomKey) -> QWidget:
        self.window.go(key)
        self.settle()
        return self.window.page(key)

    def _simple(self) -> Iterator[Shown]:
        self._go(RoomKey.HOME)
        yield self._at("home")
        page = self._go(RoomKey.REPORTS)
        assert isinstance(page, ReportsPage)
        yield self._at("reports")
        yield from self._box("reports: preview", page.preview)
        page.open_versions()
        yield self._at("reports: versions")
        page.close_views()
        page.open_trends()
        yield self._at("reports: trends")
        page.close_views()
        page.open_figure(narrow("visits.required", 社区="春晓社区居民委员会第二居民小组"))
        yield self._at("reports: who makes a number")
        page.close_views()

    def _residents(self) -> Iterator[Shown]:
        page = self._go(RoomKey.RESIDENTS)
        assert isinstance(page, ResidentsPage)
        yield self._at("residents")
        page.show_record(self.somebody)
        yield self._at("residents: one chosen")
        page.begin_new()
        yield self._at("residents: form")
        assert page.panel is not None
        page.panel.save()
        yield self._at("residents: form with errors")
        page.panel.give_up()
        page.edit(self.somebody)
        yield self._at("residents: form of somebody")
        page.panel.give_up()
        page.open_card(self.somebody)
        yield self._at("residents: card")
        card = page.view
        assert isinstance(card, ResidentCardView)
        yield from self._box("residents: state", card.change_state)
        yield from self._box("residents: number", card.correct_number)
        yield from self._box("residents: grades", card.settle_grade)
        yield from self._box("residents: void", card.make_void)
        assert card.card is not None
        row = card.card.row
        yield from self._box("residents: number of whom somebody checks", lambda: self._looked_up(page, row))
        yield from self._box("residents: consent withdrawn", lambda: consent_acts.WithdrawBox(page, row).begin())
        yield from self._box("residents: consent given anew", card.renew_consent)
        yield from self._box("residents: copy of everything", lambda: consent_acts.ask_copy(page, row))
        card.show_assessments()
        yield self._at("residents: assessments")
        two = page.view
        assert isinstance(two, AssessmentsView)
        yield from self._box("residents: assessment, void", two.void)
        yield from self._box("residents: assessment, what if", two.what_if)
        two.begin()
        yield self._at("residents: assessment")
        page.close_view()
        page.close_view()
        page.close_views()
        page.open_duplicates()
        yield self._at("residents: duplicates")
        page.close_views()
        page.open_as_of()
        yield self._at("residents: as of")
        page.close_views()
        yield from self._box("residents: columns", page.choose_columns)
        yield from self._box("residents: cards", page.print_cards)
        yield from self._box("residents: list", lambda: page.make_list(ListKind.ROLL))
        yield from self._box(
            "residents: photo",
            lambda: PhotoDialog(QImage(900, 1200, QImage.Format.Format_RGB32), lambda _jpeg: True, page).open(),
        )

    def _looked_up(self, page: ResidentsPage, row: ResidentRow) -> None:
        """Whoever only checks says what the whole number is wanted for."""
        session = self.window.session
        mine, session.actor = session.actor, replace(session.actor, role=Role.AUDITOR)
        acts.look(page, row, lambda _number: None)
        session.actor = mine

    def _visits(self) -> Iterator[Shown]:
        page = self._go(RoomKey.VISITS)
        assert isinstance(page, VisitsPage)
        for key in VisitTabs.KEYS:
            page.show_tab(key)
            yield self._at(f"visits: {key}")
        page.show_tab("due")
        self.settle()
        page.board.table.view.selectRow(0)
        yield self._at("visits: one chosen")
        yield from self._box("visits: round", lambda: due_acts.start_round(page.board))
        yield from self._box("visits: sheet", page.board.make_sheet)
        yield from self._box("visits: crisis", page.board.note_crisis)
        page.show_tab("risks")
        yield from self._box("visits: risk", page.risks.add_risk)
        page.show_tab("records")
        page.records.begin_new()
        yield self._at("visits: form")
        assert page.records.panel is not None
        page.records.panel.give_up()
        page.begin_phone(self.somebody)
        yield self._at("visits: phone")
        page.phone.strip.say(SAID, Tone.ATTENTION, {"找回来": lambda: None})
        yield self._at("visits: phone with a banner")
        page.phone.strip.clear()
        page.phone.left.emit()
        page.bring_back()
        yield self._at("visits: paper rows")
        page.paper.left.emit()

    def _services(self) -> Iterator[Shown]:
        page = self._go(RoomKey.SERVICES)
        assert isinstance(page, ServicesPage)
        yield self._at("services")
        page.table.view.selectRow(0)
        yield self._at("services: one chosen")
        page.begin_new()
        yield self._at("services: form")
        assert page.panel is not None
        page.panel.give_up()
        page.open_activity()
        yield self._at("services: attendance")
        came = page.view
        assert isinstance(came, AttendanceView)
        came._open(attendance.of(self._finished_service()))
        came.table.select_id(came.table.model.ids[0])
        yield self._at("services: attendance, scanning")
        yield from self._box("services: attendance, take off", came.off)
        yield from self._box("services: attendance, void", came.void)
        page.close_views()
        page.open_board()
        yield self._at("services: board")
        board = page.view
        assert isinstance(board, BoardView)
        board._to_orders()
        for words, ask in (("dispatch", board.acts.dispatch), ("when done", board.acts.finish_at)):
            yield from self._box(f"services: board, {words}", ask)
        page.close_views()
        page.open_urgent()
        yield self._at("services: urgent help")
        page.close_views()
        page.open_packages()
        packages = page.view
        assert isinstance(packages, PackagesView)
        packages.table.select_id(packages.table.model.ids[0])
        yield self._at("services: packages")
        for name in ("grant", "change", "void", "set_budget"):
            yield from self._box(f"services: packages, {name}", getattr(packages, name))
        page.close_views()
        page.open_sheet()
        typed = page.view
        assert isinstance(typed, ServiceSheetView)
        typed.rows[0].put(Cell.TYPE, "99")
        typed._show()
        yield self._at("services: many at once")
        page.close_views()
        page.open_standing()
        standing = page.view
        assert isinstance(standing, StandingView)
        standing.agreed.select_id(standing.agreed.model.ids[0])
        yield self._at("services: standing")
        for name in ("agree", "change", "stop", "void", "holiday", "take_back"):
            yield from self._box(f"services: standing, {name}", getattr(standing, name))
        page.close_views()
        paper = page.open_paper()
        [waiting] = on_paper.printed(dt.date(2026, 10, 8))
        paper.take_code(waiting.code)
        yield self._at("services: paper")
        yield from self._box("services: paper, whose list", paper.print_lists)
        page.close_views()

    def _finished_service(self) -> int:
        [bathing] = [row for row in orders.rows(orders.find_ids(ServiceQuery(type="bathing"))) if row.state == "done"]
        return bathing.id

    def _canteen(self) -> Iterator[Shown]:
        page = self._go(RoomKey.CANTEEN)
        assert isinstance(page, CanteenPage)
        yield self._at("canteen")
        page.begin_new()
        yield self._at("canteen: form")
        assert page.panel is not None
        page.panel.give_up()
        yield from self._box("canteen: settlement", page.settle)
        page.open_balances()
        view = page.view
        assert isinstance(view, BalancesView)
        view.table.select_id(self.somebody)
        yield self._at("canteen: balances")
        for name in ("top_up", "refund", "limit", "correct", "hand_over", "day"):
            if name == "correct":
                view.entries.select_id(view.entries.model.ids[0])
            yield from self._box(f"canteen: balances, {name}", getattr(view, name))
        page.close_views()
        page.open_deliveries()
        delivering = page.view
        assert isinstance(delivering, DeliveriesView)
        delivering.agreed.select_id(delivering.agreed.model.ids[0])
        yield self._at("canteen: deliveries")
        for name in ("agree", "change", "stop", "void", "holiday", "take_back", "make_list"):
            yield from self._box(f"canteen: deliveries, {name}", getattr(delivering, name))
        page.close_views()
        yield from self._sheets(page)
        yield from self._food(page)
        yield from self._box("canteen: queue", page.open_queue)
        yield from self._box("canteen: meal of many", page.ask_occasion)
        yield from self._box("canteen: lunch", lambda: self._lunch(page))

    def _sheets(self, page: CanteenPage) -> Iterator[Shown]:
        page.open_sheets()
        sheets = page.view
        assert isinstance(sheets, SheetsView)
        sheets.grid.cells.setData(sheets.grid.cells.index(0, 0), "?")
        yield self._at("canteen: month matrix")
        for name in ("add_person", "print"):
            yield from self._box(f"canteen: month matrix, {name}", getattr(sheets, name))
        sheets.turn()
        yield self._at("canteen: day sheet")
        page.close_views()
        page.strip.clear()

    def _food(self, page: CanteenPage) -> Iterator[Shown]:
        """The parts of the food ledger, and the boxes of each."""
        view = page.open_food()
        today, bought, menu = view.parts[TODAY], view.parts[PURCHASES], view.parts[DISHES]
        kept, traced = view.parts[SAMPLES], view.parts[TRACE]
        yield self._at("canteen: food, today")
        assert isinstance(today, TodayPart)
        for at, one in enumerate(today._todo):
            yield from self._box(f"canteen: food, {one.part} {at}", lambda at=at: today.do(at))
        today.turn()
        for name in ("change", "void"):
            yield from self._box(f"canteen: food, a line, {name}", getattr(today, name))
        for key, part, names in (
            (PURCHASES, bought, ("add", "change", "end", "licence", "void")),
            (DISHES, menu, ("add", "batches", "change", "copy", "poster", "void")),
            (SAMPLES, kept, ("change", "void")),
            (COMPLAINTS, view.parts[COMPLAINTS], ("add", "answer", "change", "void")),
        ):
            view.show_part(key)
            yield self._at(f"canteen: food, {key}")
            for name in names:
                yield from self._box(f"canteen: food, {key}, {name}", getattr(part, name))
        view.show_part(TRACE)
        assert isinstance(traced, TracePart)
        traced.look("土鸡蛋")
        yield self._at("canteen: food, trace")
        page.close_views()

    def _lunch(self, page: CanteenPage) -> None:
        page.receive(StartScanning())
        assert page.lunch is not None
        # The screen of a test has a size of its own.
        page.lunch.showNormal()
        page.lunch.resize(self.window.size())

    def _beds(self) -> Iterator[Shown]:
        page = self._go(RoomKey.BEDS)
        assert isinstance(page, BedsPage)
        for plan in (False, True):
            page.show_plan(plan)
            yield self._at("beds: plan" if plan else "beds: list")
        page.show_plan(False)
        page.begin_new()
        yield self._at("beds: form")
        assert page.panel is not None
        page.panel.give_up()
        ids = list(page.table.model.ids)
        page.table.select_id(ids[1])
        yield self._at("beds: one chosen")
        for name, act in (("admit", page.admit), ("discharge", page.discharge), ("leave", page.leave)):
            yield from self._box(f"beds: {name}", act)
        yield from self._box("beds: contract", page.contract)
        yield from self._box("beds: what if", page.what_if)
        yield from self._box("beds: keep", page.reserve_or_release)
        yield from self._box("beds: labels", page.open_labels)
        yield from self._box("beds: what was measured on a test page", lambda: page.open_labels().measure())
        page.open_file()
        yield self._at("beds: file")
        assert isinstance(page.view, BedFileView)
        for name, act in (
            ("nature", page.view.add_nature),
            ("insurance", page.view.add_insurance),
            ("outage", page.view.add_outage),
        ):
            yield from self._box(f"beds: {name}", act)
        page.view.table.select_id(0)
        page.view.show_person()
        yield self._at("beds: of a person")
        page.close_views()
        page.open_day_care()
        daily = page.view
        assert isinstance(daily, DayCareView)
        daily.take("阿依古丽")
        yield self._at("beds: day care, which of two")
        daily.turn(-1)
        daily.table.select_id(daily.table.model.ids[0])
        yield self._at("beds: day care, the day before")
        for name in ("add", "change", "void", "print_sheet"):
            yield from self._box(f"beds: day care, {name}", getattr(daily, name))
        page.close_views()
        page.open_home_beds()
        at_home = page.view
        assert isinstance(at_home, HomeBedsView)
        yield self._at("beds: care at home")
        for name in ("assess", "advance", "renew", "end_line", "void_line", "review", "end", "change", "void"):
            yield from self._box(f"beds: care at home, {name}", getattr(at_home, name))
        at_home.table.select_id(at_home.table.model.ids[1])
        yield from self._box("beds: care at home, sign", at_home.advance)
        page.close_views()
        yield from self._bed_views(page)
        yield from self._fees(page)

    def _bed_views(self, page: BedsPage) -> Iterator[Shown]:
        """What lacks a label or an insurance, whose contract is to be seen to, and who waits."""
        page.open_contracts()
        agreed = page.view
        assert isinstance(agreed, ContractsView)
        yield self._at("beds: contracts")
        for name in ("put_right", "ask_next", "void"):
            yield from self._box(f"beds: contracts, {name}", getattr(agreed, name))
        agreed.turn()
        agreed.table.select_id(next(at for at, one in enumerate(agreed.lines) if one.kind == ContractKind.HOME_BED))
        yield from self._box("beds: contracts, of a care bed at home", agreed.ask_next)
        agreed.turn()
        agreed.turn()
        yield self._at("beds: contracts, every one")
        page.close_views()
        page.open_lacking()
        lacks = page.view
        assert isinstance(lacks, LackingView)
        lacks.table.select_id(lacks.table.model.ids[0])
        yield self._at("beds: labels and insurance")
        for name in ("print_missing", "insure", "ask_day"):
            yield from self._box(f"beds: labels and insurance, {name}", getattr(lacks, name))
        page.close_views()
        page.open_waiting()
        line = page.view
        assert isinstance(line, WaitingView)
        line.table.select_id(line.table.model.ids[0])
        yield self._at("beds: waiting list")
        for name in ("apply", "change", "offer", "withdraw", "void", "ask_since"):
            yield from self._box(f"beds: waiting list, {name}", getattr(line, name))
        line.beds.select_id(line.beds.model.ids[0])
        for name in ("accept", "refuse", "take_back"):
            yield from self._box(f"beds: waiting list, {name}", getattr(line, name))
        page.close_views()

    def _fees(self, page: BedsPage) -> Iterator[Shown]:
        """What stays are charged, paid and owe; a month; the rates."""
        page.open_fees()
        fees = page.view
        assert isinstance(fees, FeesView)
        fees.table.select_id(self.somebody)
        fees.entries.select_id(fees.entries.model.ids[0])
        yield self._at("beds: fees")
        for name in ("pay", "refund", "take_deposit", "give_deposit", "from_deposit", "other", "correct"):
            yield from self._box(f"beds: fees, {name}", getattr(fees, name))
        fees.open_last_month()
        month = page.view
        assert isinstance(month, FeeMonthView)
        yield self._at("beds: fees of no month")
        month.picker.set_month(Month(2026, 10))
        self.settle()
        yield self._at("beds: fees of a month")
        month.table.select_id(self.somebody)
        for name in ("charge", "charge_one"):
            yield from self._box(f"beds: fees of a month, {name}", getattr(month, name))
        month.table.select_id(next(one for one in month.table.model.ids if one != self.somebody))
        yield from self._box("beds: fees of a month, difference", month.book_difference)
        page.close_view()
        fees.open_rates()
        rated = page.view
        assert isinstance(rated, FeeRatesView)
        yield self._at("beds: rates")
        for name in ("add", "change", "end", "void"):
            yield from self._box(f"beds: rates, {name}", getattr(rated, name))
        page.close_views()

    def _sync(self) -> Iterator[Shown]:
        page = self._go(RoomKey.SYNC)
        assert isinstance(page, SyncPage)
        yield self._at("sync")
        page.months.select_id(page.months.model.ids[-1])
        yield self._at("sync: one chosen")
        page.check_month()
        yield self._at("sync: quality")
        page.close_views()
        before = Month.of(clock.today()).shifted(-1)
        page.show_receipt(_receipt())
        yield self._at("sync: receipt")
        page.close_views()
        yield from self._box(
            "sync: months again", lambda: page.ask_these([before.shifted(-2), before.shifted(-1), before])
        )
        yield from self._box("sync: close", lambda: CloseMonthDialog(self.window.session, before, page).open())
        yield from self._corrections(page)

    def _corrections(self, page: SyncPage) -> Iterator[Shown]:
        """A month that was closed, is put right, and would be told differently."""
        actor = self.window.session.actor
        month = Month.of(clock.today()).shifted(-1)
        month_close.close(actor, month, reports_of, SAID)
        correction = corrections.open_for(actor, month, SAID)
        corrections.stage(
            actor, correction, [staging.voiding("visit", query.ids("SELECT id FROM living_visit")[0], SAID)]
        )
        draft = forms.draft_of(self.somebody)
        draft.flags = [*draft.flags, FlagDraft("disabled", month.first.isoformat())]
        forms.save(actor, draft)
        page.refresh_now()
        page.months.select_id(month.year * 12 + month.number)
        yield self._at("sync: closed")
        page.open_drift()
        yield self._at("sync: drift")
        page.close_views()
        page.open_corrections()
        yield self._at("sync: corrections")
        page.open_correction(correction)
        yield self._at("sync: correction")
        page.close_views()

    def _system(self) -> Iterator[Shown]:
        page = self._go(RoomKey.SYSTEM)
        assert isinstance(page, SystemPage)
        for key in page._makers:
            page.open_section(key)
            yield self._at(f"system: {key}")
        key = next(one for one in rules.known_keys() if rule_parts.parts_of(one))
        yield from self._box("system: rule", lambda: change_rule(self.window.session, key, page))
        actor = self.window.session.actor
        yield from self._box("system: a training", lambda: training_forms.ask_new(page, actor, lambda _made: None))
        hours = page.section("timebank")
        assert isinstance(hours, TimebankSection)
        yield from self._box("system: hours in", hours.bring_in)
        privacy = page.section("privacy")
        assert isinstance(privacy, PrivacySection)
        page.open_section("privacy")
        yield from self._box("system: a deletion", privacy.erase)
        yield from self._box("system: years of keeping", privacy.choose_years)
        yield from self._box("system: something is lost", privacy.tell_loss)
        encryption = page.section("encryption")
        assert isinstance(encryption, EncryptionSection)
        page.open_section("encryption")
        offered = Offer(Tree.new(), new_secret())
        yield from self._box("system: the sheet", lambda: encryption.prove_sheet(offered, lambda _typed: None))
        labels = page.section("label_sheets")
        assert isinstance(labels, LabelSheetsSection)
        shared = page.section("stations")
        assert isinstance(shared, StationsSection)
        told = Clash("resident", "", "phone", "13800000001", "13800000002", "theirs", name="王芳")
        yield from self._box("system: a clash", lambda: shared.ask_about(told))
        yield from self._box("system: a label sheet", labels.copy)
        yield from self._box("system: a label sheet from nothing", labels.add)
        yield from self._box("system: a definition", lambda: offer_forms.ask_definition(page, actor))
        yield from self._box("system: a fee", lambda: offer_forms.ask_fee(page, actor))
        yield from self._box("system: a price", lambda: price_forms.ask_price(page, actor))
        yield from self._box("system: a subsidy", lambda: price_forms.ask_subsidy(page, actor))
        yield from self._box("system: which price", lambda: price_forms.TryBox(page).begin())

    def _import(self) -> Iterator[Shown]:
        page = self._go(RoomKey.RESIDENTS)
        assert isinstance(page, ResidentsPage)
        page.open_import()
        wizard = self.window.page(RoomKey.IMPORT)
        assert isinstance(wizard, ImportPage)
        yield self._at("import: file")
        wizard.open_file(self._book)
        yield self._at("import: opened")
        wizard.go_on()
        yield self._at("import: columns")
        wizard.go_on()
        yield self._at("import: check")
        shown = wizard.next_button.text()
        digit = next(one for one in shown if one.isdigit())
        wizard.next_button.setText(shown.replace(digit, "1,740", 1))
        wizard.strip.say(SAID, Tone.ATTENTION)
        yield self._at("import: check of many rows")
        likely = (Likely(1, LONG_NAME), Likely(2, LONG_NAME))
        asked = [WorkerQuestion(LONG_NAME, several, likely, "十月", 1204, 1740) for several in (True, False)]
        wizard.rows.workers.show_questions(asked, {})
        yield self._at("import: which worker")
        yield from self._box("import: a worker of the list", lambda: wizard.rows.workers.take())
        wizard.rows.workers.go_on()
        yield self._at("import: an unknown worker")
        yield from self._box("import: a new worker", lambda: wizard.rows.workers.register())
        wizard.leave()
        self.settle()

    def _boxes(self) -> Iterator[Shown]:
        self._go(RoomKey.HOME)
        actor = self.window.session.actor
        made: dict[str, Callable[[], QWidget]] = {
            "keys": lambda: _opened(self.window.show_keys),
            "first run": lambda: FirstRunDialog(self.folder),
            "sign in": lambda: SignInDialog("呈贡区春晓街道综合养老服务中心"),
            "key": lambda: KeyDialog(self.sealed, DataFolder(self.sealed.parent)),
            "key of a backup": lambda: KeyDialog(self.sealed),
            "recovery sheet": lambda: SheetDialog(self.sealed, DataFolder(self.sealed.parent), "1234 5678"),
            "trouble": lambda: TroubleDialog(FolderReadOnly(str(self.folder.root)), self.folder),
            "silent": lambda: SilentDialog(4711),
            "silent stranger": lambda: SilentDialog(None),
            "crash": lambda: CrashDialog(SAID, "Traceback\n  a/b.py:12 call"),
            "lock": lambda: LockDialog(actor, lambda: False, lambda: False, self.window),
            "command": lambda: CommandDialog(
                lambda _typed: [
                    CommandLine("住在哪里", "老年人", list),
                    CommandLine(LONG_NAME, "女  73岁  前卫社区金色时代小区南苑", list),
                    CommandLine("作废这条记录", "本页  F12", list, SAID),
                ],
                self.window,
            ),
            "deeds": lambda: DeedsDialog([Deed("10-08 09:12", SAID), Deed("10-08 09:10", LONG_NAME)], self.window),
            "manual": lambda: _searched(self.window),
            "question": lambda: QuestionDialog(SAID, "关闭", self.window),
        }
        for name, make in made.items():
            yield from self._box(f"box: {name}", lambda make=make: make().show())


def _keys_only(store: Path) -> Path:
    """Where an encrypted centre would lie; its keys are all that a box asks for before it is opened."""
    tree = Tree.new()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(keyring, "_COST", QUICK)
        ring = keyring.with_person(Keyring(tree.name, "530114"), tree, "a", LONG_NAME, "director", "geheim00")
    keyring.write(vault.keys_beside(store), ring)
    return store


def _opened(call: Callable[[], object]) -> QWidget:
    call()
    return next(one for one in QApplication.topLevelWidgets() if one.isVisible() and one.isModal())


def _searched(window: MainWindow) -> KeysDialog:
    made = KeysDialog(window, (("F2", SAID),), Topic("床位", "轮候"))
    made.search.setText("轮候")
    return made


def _receipt() -> Read:
    """A receipt of the district with something to mend."""
    uid = "0190a1b2-0000-7000-8000-00000000000a"
    refused = (RefusedRow("meals", uid, "after_death"), RefusedRow("residents", uid, "wrong_number"))
    told = Receipt(
        *("呈贡区民政局", "530114", "530114", "2026-10", 3, "a" * 64, "2026-11-03 09:00:00"),
        *((), {"meals": 1234, "residents": 310}, refused),
    )
    places = (Mend("meal", uid, None, None), Mend("resident", uid, None, None, "李桂兰"))
    mends = tuple(ToMend(row, place) for row, place in zip(refused, places, strict=True))
    return Read(told, True, "SZ-530114-2026-10-0003.shizhu", mends, ((None, ("530115", "530116")),))
