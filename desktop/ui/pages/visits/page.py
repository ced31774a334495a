"""月探访: who is due, the visits, the roster, risks, paper, quality, trend; one row of tabs leads through them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.core import clock
from desktop.core.answers import ReportKind
from desktop.core.i18n import translate
from desktop.core.period import Month
from desktop.ui.frame import focus
from desktop.ui.frame.bus import Topic
from desktop.ui.frame.keys import Key
from desktop.ui.frame.page import Page, Place
from desktop.ui.frame.perform import reading
from desktop.ui.frame.printing import preview_report
from desktop.ui.frame.session import Session
from desktop.ui.pages.asks import New, Open, PaperRow, Show, ShowPart
from desktop.ui.pages.beside_page import BesidePage
from desktop.ui.pages.records_page import RecordsPage
from desktop.ui.pages.visits.due_board import DueBoard
from desktop.ui.pages.visits.facts import VisitFacts, visit_facts
from desktop.ui.pages.visits.paper_rows import PaperRows
from desktop.ui.pages.visits.paper_sheets import PaperSheets
from desktop.ui.pages.visits.phone_page import PhonePage
from desktop.ui.pages.visits.quality_page import QualityPage
from desktop.ui.pages.visits.records import VisitRecords
from desktop.ui.pages.visits.risks import VisitRisks
from desktop.ui.pages.visits.roster import VisitRoster
from desktop.ui.pages.visits.tabs import (
    DUE,
    MOVES,
    QUALITY,
    RECORDS,
    RISKS,
    ROSTER,
    SHEETS,
    STANDINGS,
    TREND,
    VisitTabs,
    tab_words,
)
from desktop.ui.pages.visits.trend import VisitTrend
from desktop.ui.widgets.tab_keys import step_by_keys
from desktop.ui.widgets.turning import OpenPart


class VisitsPage(Page):
    """The parts under one row of tabs; each keeps its own list, the month is common to them."""

    topics = Topic.VISITS | Topic.SERVICES | Topic.RESIDENTS | Topic.MONTHS | Topic.SETTINGS

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, translate("Visits", "Welfare visits"), parent)
        self.board = DueBoard(session)
        self.records = VisitRecords(session)
        self.roster = VisitRoster(session)
        self.risks = VisitRisks(session)
        self._made: dict[str, Page] = {DUE: self.board, RECORDS: self.records, ROSTER: self.roster, RISKS: self.risks}
        # What is opened less often is made when it is opened.
        self._makers: dict[str, Callable[[Session], Page]] = {
            SHEETS: PaperSheets,
            QUALITY: QualityPage,
            TREND: VisitTrend,
        }
        self.tabs: list[VisitTabs] = []
        self._counts: dict[str, int] = {}
        self._phone: PhonePage | None = None
        self._paper: PaperRows | None = None
        self._current = DUE
        self._asked: New | None = None
        self._build()
        self.show_tab(DUE)

    @property
    def current(self) -> str:
        """The key of the tab that is open."""
        return self._current

    @property
    def phone(self) -> PhonePage:
        """The phone round, made when it is first opened."""
        if self._phone is None:
            self._phone = PhonePage(self.session)
            self._phone.left.connect(lambda: self.show_tab(DUE))
            self._stack.addWidget(self._phone)
        return self._phone

    @property
    def paper(self) -> PaperRows:
        """The paper rows, made when they are first opened."""
        if self._paper is None:
            self._paper = PaperRows(self.session)
            self._paper.left.connect(lambda: self.show_tab(SHEETS))
            self._stack.addWidget(self._paper)
        return self._paper

    @property
    def in_mode(self) -> bool:
        """Whether the phone round or the paper rows fill the room."""
        return self._stack.currentWidget() in (self._phone, self._paper)

    def open_part(self) -> QWidget:
        """The open tab, or what fills the room."""
        return self._stack.currentWidget()

    def part(self, key: str) -> Page:
        """The page of a tab, made when it was not yet."""
        if key not in self._made:
            made = self._makers[key](self.session)
            self._made[key] = made
            self._take(made)
            if isinstance(made, PaperSheets):
                made.rows_requested.connect(self.bring_back)
            if isinstance(made, QualityPage):
                made.visit_requested.connect(lambda visit: self.receive(Open(visit)))
        return self._made[key]

    def keys(self) -> tuple[Key, ...]:
        """Those of the due board, of the open part's panel, and of the screens that one goes to from it."""
        shown = self._stack.currentWidget()
        return (
            *(shown.panel_keys() if isinstance(shown, BesidePage) else ()),
            *self.board.keys(),
            *self.board.name_keys(),
            Key("1 2 3 4", translate("VisitsKeys", "normal, attention, risk, unchanged; 0 for all that is left")),
            Key("F3", translate("VisitsKeys", "pass over the person, in the phone round")),
            Key("F4 … F8", translate("VisitsKeys", "how a call went, in the phone round")),
            Key("F7", translate("VisitsKeys", "open the orders for the needs of the visit just recorded")),
            Key("F6", translate("VisitsKeys", "take the last row back, on the route sheet")),
        )

    def refresh(self) -> None:
        """Read for the board and the numbers beside the tabs; the other parts look after themselves."""
        month = self.month
        self.read_later(lambda: visit_facts(month), self._show_facts)

    def read_failed(self) -> None:
        """No board."""
        self.board.read_failed()

    def show_reading(self, reads: bool) -> None:
        """The room's own head is hidden: the board says it, and the tabs show no number meanwhile."""
        self.board.show_reading(reads)
        for tabs in self.tabs:
            tabs.set_counts({} if reads else self._counts)

    @property
    def month(self) -> Month:
        """The month that the parts with months show."""
        return self.records.month or Month.of(clock.today())

    def places(self) -> tuple[Place, ...]:
        """The tabs."""
        return tuple(Place(words, key) for key, words in tab_words().items())

    def receive(self, argument: object) -> None:
        """Open a visit, begin one for somebody, list some, or open the tab of this name."""
        if isinstance(argument, str) and argument in {*self._made, *self._makers, *STANDINGS, MOVES}:
            self.show_tab(argument)
        elif isinstance(argument, ShowPart):
            self.set_month(argument.month)
            self.show_tab(argument.part)
        elif isinstance(argument, PaperRow):
            self.bring_back()
            self.paper.take_row(argument.digits)
        elif isinstance(argument, New) and argument.resident_id is not None and self._reads:
            # Whether the person is due is being read; whoever asks for something else meanwhile gets that.
            self.show_tab(DUE)
            self._asked = argument
        elif isinstance(argument, New) and argument.resident_id is not None and self.board.knows(argument.resident_id):
            self.show_tab(DUE)
            self.board.receive(argument)
        elif isinstance(argument, New | Open | Show):
            self.show_tab(RECORDS)
            self.records.receive(argument)

    def unsaved(self) -> bool:
        """Whether one of the parts holds unsaved words."""
        modes = [mode for mode in (self._phone, self._paper) if mode is not None]
        return any(part.unsaved() for part in (*self._made.values(), *modes))

    def keep_drafts(self) -> None:
        """Each part, and a call of the phone round."""
        for part in (*self._made.values(), *([self._phone] if self._phone is not None else [])):
            part.keep_drafts()

    def take_keyboard(self) -> None:
        """The open part."""
        shown = self._stack.currentWidget()
        if isinstance(shown, Page):
            shown.take_keyboard()

    def take_keyboard_back(self) -> None:
        """The open part, where one was in it."""
        shown = self._stack.currentWidget()
        if shown is None or not focus.give_back([shown]):
            self.take_keyboard()

    def show_tab(self, key: str) -> None:
        """Open a tab, or a standing of the roster."""
        tab = ROSTER if key in STANDINGS or key == MOVES else key
        self._current = tab
        self._asked = None
        for tabs in self.tabs:
            tabs.show_tab(tab)
        shown = self.part(tab)
        if shown is self.roster:
            self.roster.show_standing(self.roster.standing if key == ROSTER else key)
        self._stack.setCurrentWidget(shown)
        shown.take_keyboard()

    def step_tab(self, by: int) -> None:
        """The next tab or the one before; the phone round and the paper rows are left by Esc only."""
        if not self.in_mode:
            keys = VisitTabs.KEYS
            self.show_tab(keys[(keys.index(self._current) + by) % len(keys)])

    def begin_phone(self, first: int | None = None) -> None:
        """The phone round with the filters of the board, beginning with somebody when named."""
        wanted = self.board.wanted()
        page = self.phone
        self._stack.setCurrentWidget(page)
        page.begin(wanted.chosen("visitor"), wanted.chosen("community"), first)

    def bring_back(self, sheet_id: int | None = None) -> None:
        """Paper rows, of one sheet when named."""
        page = self.paper
        self._stack.setCurrentWidget(page)
        reading(page, lambda: page.begin(sheet_id))

    def set_month(self, month: Month) -> None:
        """Show another month in every part that has months."""
        for part in self._made.values():
            picker = getattr(part, "months", None)
            if picker is not None:
                picker.set_month(month)

    def _build(self) -> None:
        # Each part brings its own head; a second one above it would only take room.
        self.header.hide()
        whole = self.layout()
        if isinstance(whole, QVBoxLayout):
            whole.setContentsMargins(0, 0, 0, 0)
        self._stack = OpenPart()
        self._stack.currentChanged.connect(lambda _at: self._stack.updateGeometry())
        self.content.addWidget(self._stack, 1)
        for part in list(self._made.values()):
            self._take(part)
        for register in (self.records, self.roster):
            register.header.add_action(translate("Visits", "Monthly report"), self._preview, "print", "Ctrl+P")
        self.board.phone_requested.connect(self.begin_phone)
        step_by_keys(self, self.step_tab)

    def _take(self, part: Page) -> None:
        tabs = VisitTabs()
        tabs.show_tab(next(key for key, made in self._made.items() if made is part))
        tabs.set_counts(self._counts)
        tabs.chosen.connect(self.show_tab)
        part.content.insertWidget(0, tabs)
        self.tabs.append(tabs)
        self._stack.addWidget(part)
        part.go_requested.connect(self.go_requested)
        picker = part.months if isinstance(part, RecordsPage | QualityPage | VisitTrend) else None
        if picker is not None:
            picker.set_month(self.month)
            picker.month_changed.connect(self._on_month)

    def _on_month(self, month: Month) -> None:
        self.set_month(month)
        reading(self, self.refresh)

    def _show_facts(self, facts: VisitFacts) -> None:
        self._counts = {
            DUE: len(facts.board.overdue) + len(facts.board.today),
            RISKS: facts.risks,
            QUALITY: facts.findings,
        }
        for tabs in self.tabs:
            tabs.set_counts(self._counts)
        self.board.show_facts(facts)
        asked, self._asked = self._asked, None
        if asked is not None and self.isVisible():
            self.receive(asked)

    def _preview(self) -> None:
        preview_report(self, ReportKind.VISITS, self.month)
