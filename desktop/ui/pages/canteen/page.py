"""幸福食堂: the month's meals, the day's counts, and the way to the scanning screen."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from desktop.core import clock
from desktop.core.acts import Action
from desktop.core.answers import ReportKind
from desktop.core.errors import FieldError
from desktop.core.i18n import translate
from desktop.core.money import yuan_shown, yuan_text
from desktop.core.period import Month
from desktop.core.reasons import Reason
from desktop.core.words import terms
from desktop.services.canteen import hours, scanning
from desktop.services.canteen import meals as canteen
from desktop.services.canteen.meals import MealDraft, MealQuery, MealRow
from desktop.services.closing import staging
from desktop.services.closing.staged import Act as Staged
from desktop.services.register import listing as residents
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.forms.choice_fields import CheckField, SegmentField
from desktop.ui.forms.draft_form import DraftForm
from desktop.ui.forms.form import Form
from desktop.ui.forms.resident_field import ResidentField
from desktop.ui.forms.text_fields import DateField, TextField, TimeField, day_text
from desktop.ui.frame.bus import Topic
from desktop.ui.frame.keys import Key
from desktop.ui.frame.lock import Lockable
from desktop.ui.frame.page import Place
from desktop.ui.frame.perform import Refused, perform, succeeds
from desktop.ui.frame.printing import preview_report
from desktop.ui.frame.rights import asks
from desktop.ui.frame.rooms import RoomKey
from desktop.ui.frame.session import Session
from desktop.ui.pages import into_correction
from desktop.ui.pages.asks import Open, PaperRow, ShowBalance, ShowFood, ShowQueue, StartScanning
from desktop.ui.pages.canteen.balances_view import BalancesView
from desktop.ui.pages.canteen.columns import eater_words
from desktop.ui.pages.canteen.day import DayActs, DayStrip
from desktop.ui.pages.canteen.deliveries_view import DeliveriesView
from desktop.ui.pages.canteen.food.view import FoodView
from desktop.ui.pages.canteen.food.view import parts as food_parts
from desktop.ui.pages.canteen.listing import meals
from desktop.ui.pages.canteen.lunch import LunchScreen
from desktop.ui.pages.canteen.lunch_keys import COMPANION_KEY, GUEST_KEY, scanning_keys
from desktop.ui.pages.canteen.rating import RATING_KEY, STARS, ask_rating
from desktop.ui.pages.canteen.settling import ask_settlement
from desktop.ui.pages.canteen.sheets_view import SheetsView
from desktop.ui.pages.detail_keys import PERSON_KEY, VOID_KEY
from desktop.ui.pages.list_page import Wanted
from desktop.ui.pages.page_view import PageView
from desktop.ui.pages.records_page import RecordsPage
from desktop.ui.widgets.detail import DetailPanel

V = TypeVar("V", bound=PageView)


class CanteenPage(RecordsPage[MealRow, MealDraft]):
    """Meals as a register; scanning covers the screen."""

    topics = Topic.MEALS | Topic.RESIDENTS
    writes = Topic.MEALS

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, meals(self._days, self._occasions), parent)
        self._lunch: LunchScreen | None = None
        self.header.add_action(translate("Canteen", "Monthly report"), self.print_report, "print", "Ctrl+P")
        self.header.add_action(translate("Canteen", "Record a meal"), self.begin_new, "add", "Ctrl+N").ask(
            Action.RECORD_MEAL
        )
        self.header.add_action(translate("Canteen", "A meal of many…"), self.ask_occasion, "residents", "Shift+F9")
        self.header.add_action(translate("Canteen", "Matrix"), self.open_sheets, keys="Ctrl+M")
        # The window owns the key F9, so that it works in every room.
        scan = self.header.set_primary(
            translate("Canteen", "Start scanning (F9)"), lambda: self.start_scanning(), "scan"
        )
        scan.ask(Action.RECORD_MEAL)
        self.day = DayStrip(
            DayActs(
                *(self.add_guest, self.open_queue, self.open_balances, self.open_deliveries, self.open_food),
                settle=self.settle,
            )
        )
        self.install_room_keys()
        self.above.addWidget(self.day)

    @property
    def lunch(self) -> LunchScreen | None:
        """The scanning screen, once it was opened."""
        return self._lunch

    def find_ids(self, wanted: Wanted) -> list[int]:
        """Of the month or the chosen day."""
        return canteen.find_ids(self._query(wanted))

    def load_rows(self, ids: list[int]) -> Sequence[MealRow]:
        """From the canteen's rows."""
        return canteen.rows(ids)

    def day_of(self, row: MealRow) -> dt.date | None:
        """Its own day."""
        return row.eaten_on

    def room_keys(self) -> tuple[Key, ...]:
        """Those of scanning, which the window of scanning hears itself; of them a guest is counted here, too."""
        scanned = (
            replace(one, call=self.add_guest) if one.keys == GUEST_KEY else one
            for one in scanning_keys()
            if one.keys != COMPANION_KEY
        )
        return (
            *scanned,
            Key("Shift+F9", translate("CanteenKeys", "a meal of many: the occasion is said once, then one scans")),
            Key("F8", translate("CanteenKeys", "say who the unknown cards were"), self.open_queue),
            Key(
                "F10",
                translate("CanteenKeys", "money left for meals: top-ups, refunds, receipts"),
                self.open_balances,
            ),
            Key(
                "F11",
                translate("CanteenKeys", "meals brought to the door: lists, stops, agreements"),
                self.open_deliveries,
            ),
            Key(
                "Ctrl+T",
                translate("CanteenKeys", "the food ledger: sheets of the day, purchases, menu, samples, trace"),
                self.open_food,
            ),
            Key("Ctrl+M", translate("CanteenKeys", "the month matrix and the day sheet, typed in")),
            Key("Ctrl+Shift+P", translate("CanteenKeys", "settle the month, to be signed"), self.settle),
        )

    def refresh(self) -> None:
        """The list and the day's counts."""
        super().refresh()
        chosen = self.wanted().chosen("day")
        days = {day.isoformat(): day for day in self.month or ()}
        shown = days.get(chosen, clock.today())
        self.day.show_counts(shown, scanning.day_counts(shown))

    def totals(self, ids: list[int]) -> str:
        """What was paid for what is listed."""
        if not ids:
            return ""
        found = canteen.totals(self._query(self.wanted()))
        words = translate("Canteen", "price {price}   subsidy {subsidy}   paid {paid} yuan")
        return words.format(
            price=yuan_shown(found.price_fen),
            subsidy=yuan_shown(found.subsidy_fen),
            paid=yuan_shown(found.paid_fen),
        )

    def make_detail(self) -> DetailPanel:
        """One meal."""
        panel = DetailPanel()
        self._person = panel.add_button(
            translate("Canteen", "Open the resident"), self.open_person, icon="residents", keys=PERSON_KEY
        )
        panel.add_button(translate("Canteen", "How it pleased…"), self.rate, keys=RATING_KEY)
        panel.add_button(translate("Canteen", "Take this meal back"), self.take_back, "danger", "undo", VOID_KEY)
        return panel

    def show_detail(self, detail: DetailPanel, row: MealRow) -> None:
        """Who ate what, and what was paid."""
        under = " · ".join(
            part for part in (day_text(row.eaten_on), row.eaten_at, terms.MEALS.shown[row.meal], row.community) if part
        )
        facts = [
            (translate("Canteen", "Mode"), terms.MEAL_MODES.shown[row.mode]),
            (translate("Canteen", "Price"), yuan_text(row.price_fen)),
            (translate("Canteen", "Subsidy"), yuan_text(row.subsidy_fen)),
            (translate("Canteen", "Paid"), yuan_text(row.paid_fen)),
            (translate("Canteen", "Occasion"), row.occasion),
            (translate("Canteen", "Rating"), "" if row.rating is None else str(row.rating)),
        ]
        detail.show_record(eater_words(row), under, (), facts)
        # A guest has no record.
        self._person.setVisible(row.resident_id is not None)

    def open_record(self, record_id: int) -> None:
        """A meal is not edited: what was wrong is taken back and recorded anew."""
        self.open_person()

    def make_form(self) -> DraftForm[MealDraft]:
        """A meal that was not scanned."""
        form = DraftForm(MealDraft)
        form.add("resident_id", translate("Canteen", "Resident"), ResidentField())
        form.add("guest", "", CheckField(translate("Canteen", "a guest, at full price")))
        form.add("eaten_on", translate("Canteen", "Date"), DateField())
        form.add("eaten_at", translate("Canteen", "Time"), TimeField(translate("Canteen", "such as 1130")))
        form.add("meal", translate("Canteen", "Meal"), SegmentField(form.codes("meal")))
        form.add("mode", translate("Canteen", "Mode"), SegmentField(form.codes("mode")))
        form.add("rating", translate("Canteen", "Rating"), SegmentField(STARS))
        form.add("remark", translate("Canteen", "Remark"), TextField())
        return form

    def draft_for(self, record_id: int | None, resident_id: int | None = None) -> MealDraft:
        """A meal of now."""
        now = clock.now()
        return MealDraft(resident_id, now.date().isoformat(), f"{now:%H:%M}", hours.meal_at(now))

    def form_title(self, draft: MealDraft, record_id: int | None) -> str:
        """It is always a new one."""
        return translate("Canteen", "Record a meal")

    def save_draft(self, draft: MealDraft) -> int:
        """Through the service; the same meal twice is refused."""
        return canteen.save(self.session.actor, draft)

    def closed_act(self, draft: MealDraft) -> Staged:
        """The meal."""
        return staging.adding("meal", draft)

    def saved_text(self, draft: MealDraft) -> str:
        """What was recorded."""
        words = translate("Canteen", "Recorded: {name} {meal} {mode}")
        meal, mode = terms.MEALS.shown.get(draft.meal, ""), terms.MEAL_MODES.shown.get(draft.mode, "")
        name = residents.name_of(draft.resident_id) or translate("Canteen", "Guest")
        return words.format(name=name, meal=meal, mode=mode)

    def places(self) -> tuple[Place, ...]:
        """The screens over the list."""
        ledger = translate("FoodLedger", "Food ledger")
        return (
            Place(translate("Canteen", "Scan meals"), StartScanning()),
            Place(translate("Canteen", "Scans to record later"), ShowQueue()),
            *(Place(f"{ledger} · {words}", ShowFood(part)) for part, words in food_parts().items()),
        )

    def receive(self, argument: object) -> None:
        """Start scanning, show what waits, or somebody's balance."""
        if isinstance(argument, StartScanning):
            self.start_scanning()
        elif isinstance(argument, ShowQueue):
            self.open_queue()
        elif isinstance(argument, PaperRow):
            self.open_deliveries().take_code(argument.digits)
        elif isinstance(argument, ShowFood):
            self.open_food().show_part(argument.part)
        elif isinstance(argument, ShowBalance):
            self.close_views()
            self.open_balances(argument.resident_id)
        else:
            super().receive(argument)

    @asks(Action.RECORD_MEAL)
    def ask_occasion(self) -> SmallForm:
        """聚餐: what many eat together for, and then scan after scan."""
        form = Form()
        form.add("occasion", translate("Canteen", "Occasion"), TextField(), required=True)
        box = SmallForm(
            translate("Canteen", "A meal of many"),
            form,
            translate("Canteen", "Start scanning"),
            self._begin_group,
            self,
        )
        box.begin()
        return box

    def _begin_group(self, box: SmallForm) -> bool:
        typed = str(box.form.values()["occasion"]).strip()
        errors = box.form.missing()
        if not errors and len(typed) > canteen.LONGEST_OCCASION:
            errors = [FieldError("occasion", Reason.TOO_LONG, str(canteen.LONGEST_OCCASION))]
        if errors:
            box.show_errors(errors)
            return False
        # The box has to be gone before the screen takes the keyboard.
        QTimer.singleShot(0, self, lambda: self.start_scanning(typed))
        return True

    @asks(Action.RECORD_MEAL)
    def start_scanning(self, occasion: str = "") -> None:
        """Cover the screen."""
        if self._lunch is None:
            self._lunch = LunchScreen(self.session, self.window())
            self._lunch.lock_wanted.connect(self._lock)
        self._lunch.start(occasion)

    def _lock(self) -> None:
        window = self.window()
        if isinstance(window, Lockable):
            window.lock()

    @asks(Action.RESOLVE_SCAN)
    def open_queue(self) -> None:
        """补录: say who the unknown cards were."""
        from desktop.ui.pages.canteen.queue_dialog import QueueDialog

        QueueDialog(self.session, self).begin()

    def settle(self) -> SmallForm | None:
        """结算 of the month shown."""
        return ask_settlement(self, self.month) if self.month is not None else None

    def open_balances(self, who: int | None = None) -> None:
        """预存: who left money for meals, somebody's first."""
        view = BalancesView(self)
        if who is not None:
            view.table.select_id(who)
        self.lay(view)

    def open_deliveries(self) -> DeliveriesView:
        """送餐: meals brought to the door."""
        standing = self.view
        return standing if isinstance(standing, DeliveriesView) else self._laid(DeliveriesView(self))

    def open_food(self) -> FoodView:
        """食品台账: what the kitchen writes down."""
        standing = self.view
        return standing if isinstance(standing, FoodView) else self._laid(FoodView(self))

    def open_sheets(self) -> None:
        """月矩阵 and 日登记表 of the month shown."""
        self._laid(SheetsView(self, self.month or Month.of(clock.today())))

    def _laid(self, view: V) -> V:
        self.lay(view)
        return view

    @asks(Action.RECORD_MEAL)
    def add_guest(self) -> None:
        """Count a guest at this moment."""
        now = clock.now()
        perform(
            self,
            lambda: scanning.add_guest(self.session.actor, hours.meal_at(now), "dine_in", now),
            Topic.MEALS,
            translate("Canteen", "A guest is counted"),
        )

    @asks(Action.RATE_MEAL)
    def rate(self) -> SmallForm | None:
        """How the selected meal pleased."""
        row = self.table.current_row()
        return None if row is None else ask_rating(self, self.session.actor, row, eater_words(row))

    @asks(Action.VOID_MEAL)
    def take_back(self) -> None:
        """Void the selected meal."""
        row = self.table.current_row()
        if row is None:
            return
        meal_id = row.id
        done = translate("Canteen", "Taken back: {name}").format(name=eater_words(row))
        instead = into_correction.offered(self, lambda: staging.voiding("meal", meal_id))
        refused = Refused(ways_out=instead)
        succeeds(self, lambda: scanning.take_back(self.session.actor, meal_id), Topic.MEALS, done, refused)

    def open_person(self) -> None:
        """The resident of the selected meal."""
        row = self.table.current_row()
        if row is not None and row.resident_id is not None:
            self.go_requested.emit(RoomKey.RESIDENTS, Open(row.resident_id))

    def print_report(self) -> None:
        """就餐月报 of the month shown."""
        if self.month is not None:
            preview_report(self, ReportKind.CANTEEN, self.month)

    def _query(self, wanted: Wanted) -> MealQuery:
        chosen = wanted.chosen("day")
        return MealQuery(
            month=wanted.month,
            day=next((day for day in wanted.month or () if day.isoformat() == chosen), None),
            text=wanted.text,
            meal=wanted.chosen("meal"),
            mode=wanted.chosen("mode"),
            occasion=wanted.chosen("occasion"),
            rating=wanted.chosen("rating"),
            unpriced=bool(wanted.chosen("price")),
            order=wanted.order,
            descending=wanted.descending,
        )

    def _occasions(self) -> Mapping[str, str]:
        month = self.months.month if self.months else None
        return {one: one for one in canteen.occasions(month)} if month is not None else {}

    def _days(self) -> Mapping[str, str]:
        # The chips are made before the month picker is.
        month = self.months.month if self.months else None
        return {day.isoformat(): day_text(day) for day in month or () if day <= clock.today()}
