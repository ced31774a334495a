"""待访看板: everybody who is due, in four sections and in walking order; from here one rings, walks and records."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QMenu, QWidget

from desktop.core.acts import Action
from desktop.core.i18n import translate
from desktop.core.words.terms import FLAGS
from desktop.services.people import names
from desktop.services.register import listing as residents
from desktop.services.register import places
from desktop.services.register.listing import ResidentQuery
from desktop.services.visits import due_board
from desktop.services.visits import recording as visits
from desktop.services.visits.due_board import BUCKETS, Board, DuePerson
from desktop.services.visits.rounds import RoundProgress
from desktop.ui.forms.text_fields import day_text
from desktop.ui.frame.keys import Key, calls
from desktop.ui.frame.perform import reading
from desktop.ui.frame.rights import asks
from desktop.ui.frame.rooms import RoomKey
from desktop.ui.frame.session import Session
from desktop.ui.pages.asks import Open
from desktop.ui.pages.detail_keys import PERSON_KEY
from desktop.ui.pages.list_page import Listing, Wanted
from desktop.ui.pages.visits import due_acts, due_words, paper_making
from desktop.ui.pages.visits.due_sections import SectionBar
from desktop.ui.pages.visits.facts import VisitFacts
from desktop.ui.pages.visits.writing import VisitsOfPeople
from desktop.ui.tables.model import Column
from desktop.ui.widgets.chips import ChipSpec
from desktop.ui.widgets.detail import DetailPanel
from desktop.ui.widgets.filters import Filter
from desktop.ui.widgets.header import search_words
from desktop.ui.widgets.labels import label


def _listing() -> Listing[DuePerson]:
    columns: tuple[Column[DuePerson], ...] = (
        Column(translate("DueBoard", "Name"), lambda row: row.name, 84),
        Column(translate("DueBoard", "Signs"), due_words.signs, 178),
        Column(translate("DueBoard", "Why"), due_words.why, 140, stretch=True),
        Column(translate("DueBoard", "Due"), due_words.due_chip, 128),
        Column(translate("DueBoard", "Where"), _door, 196, stretch=True),
        Column(translate("DueBoard", "Visitor"), lambda row: row.visitor, 84, spare=True),
        Column(translate("DueBoard", "Last met"), lambda row: day_text(row.last_contact), 112, spare=True),
    )
    return Listing(
        key="visit",
        title=translate("Visits", "Welfare visits"),
        columns=columns,
        search_hint=search_words(),
        filters=(
            Filter("visitor", translate("DueBoard", "Visitor"), _visitors),
            Filter("community", translate("Visits", "Community"), lambda: {one: one for one in places.communities()}),
        ),
        empty=(
            translate("DueBoard", "Nobody stands in this section"),
            translate("DueBoard", "The arrow keys ← → lead to the other sections."),
        ),
    )


class DueBoard(VisitsOfPeople[DuePerson]):
    """Who is due; its ids are those of residents.

    ← → go from section to section, ↑ ↓ from person to person, Enter records a visit, P rings, R makes a route sheet,
    A gives a visitor, C notes a crisis. ``phone_requested`` carries the person to begin with (or None).
    It reads nothing by itself: the room hands it the facts that it read for all its tabs.
    """

    phone_requested = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        self.board: Board | None = None
        self._facts: VisitFacts | None = None
        self.section = ""
        super().__init__(session, _listing(), parent)
        self.sections = SectionBar()
        self._rounds = label(role="secondary", wrap=True)
        self.above.setSpacing(8)
        self.above.addWidget(self.sections)
        self.above.addWidget(self._rounds)
        self.sections.chosen.connect(self.show_section)
        for keyed in (self.table.view, self.sections):
            keyed.installEventFilter(self)
        self.table.set_keys(
            translate("DueBoard", "← → section   ↑↓ person   Enter visit   P ring   A visitor   C crisis   Esc search")
        )
        self.await_list()
        self.more_button = self.header.add_action(translate("DueBoard", "More… (F10)"), self.open_menu)
        self.header.add_action(translate("DueBoard", "Route sheet (R)"), self.make_sheet, "print")
        self.header.set_primary(translate("DueBoard", "Phone round (P)"), self.ring, "phone")

    @property
    def counts(self) -> dict[str, int]:
        """How many people stand in each section."""
        board = self.board
        return {key: len(getattr(board, key)) if board else 0 for key in BUCKETS}

    def find_ids(self, wanted: Wanted) -> list[int]:
        """Those of the open section in walking order; the most pressing section that has somebody is open at first."""
        assert self._facts is not None
        self.board = due_board.narrowed(self._facts.board, wanted.chosen("visitor"), wanted.chosen("community"))
        counts = self.counts
        if not self.section:
            self.section = next((key for key in BUCKETS if counts[key]), BUCKETS[0])
        people: Sequence[DuePerson] = getattr(self.board, self.section)
        if wanted.text:
            # Who is looked for by name may stand in any section.
            fitting = set(residents.find_ids(ResidentQuery(text=wanted.text, state="")))
            people = [row for row in self.board.people if row.resident_id in fitting]
        return [row.resident_id for row in people]

    def show_facts(self, facts: VisitFacts) -> None:
        """Show what the room has read; a hidden board shows it when it is opened."""
        self._facts = facts
        self._awaits = False
        typing = self.header.search is not None and self.window().focusWidget() is self.header.search
        waiting = not self.table.model.ids and not typing
        if not self.isVisible():
            self._stale = True
        elif reading(self, self.refresh) and waiting:
            # The keyboard waited for the list.
            self.take_keyboard()

    def load_rows(self, ids: list[int]) -> Sequence[DuePerson]:
        """Rows of the board that was read last."""
        rows = {row.resident_id: row for row in self.board.people} if self.board else {}
        return [rows[one] for one in ids if one in rows]

    def refresh(self) -> None:
        """The list and the rounds that run, of the facts that the room handed on."""
        super().refresh()
        if self._facts is not None:
            self._show_rounds(self._facts.rounds)

    def show_list(self) -> None:
        """The section and its counts."""
        super().show_list()
        if self.board is not None and hasattr(self, "sections"):
            self.sections.set_counts(self.counts, self.board.progress)
            self.sections.show_section(self.section)

    def show_section(self, key: str) -> None:
        """Open a section."""
        self.section = key
        self.refresh_now()
        # An empty list is hidden and would lose the keyboard.
        (self.table.view if self.table.model.ids else self.sections).setFocus()
        if self.table.model.ids:
            self.table.select_id(self.table.model.ids[0])

    def take_keyboard(self) -> None:
        """The list: its keys do what a day at the board asks for; Esc or Ctrl+F leads to the search."""
        if not self.form_open:
            (self.table.view if self.table.model.ids else self.sections).setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """The keyboard is in the list."""
        super().showEvent(event)
        self.take_keyboard()

    def step_section(self, step: int) -> None:
        """The section to the left or right."""
        at = BUCKETS.index(self.section) + step
        if 0 <= at < len(BUCKETS):
            self.show_section(BUCKETS[at])

    def keys(self) -> tuple[Key, ...]:
        """The keys of the list."""
        return (
            Key("← →", translate("VisitsKeys", "between overdue, today, this week and later")),
            Key("P", translate("VisitsKeys", "phone round"), self.ring),
            Key("R", translate("VisitsKeys", "route sheet"), self.make_sheet),
            Key("A", translate("VisitsKeys", "assign a visitor"), self.assign),
            Key("C", translate("VisitsKeys", "crisis event"), self.note_crisis),
            Key("F10", translate("VisitsKeys", "everything else on the board"), self.open_menu),
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys work while the list has the keyboard."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and not event.modifiers():
            arrows = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
            if event.key() in arrows:
                self.step_section(arrows[Qt.Key(event.key())])
                return True
            act = calls(self.keys()).get(Qt.Key(event.key()))
            if act is not None:
                act()
                return True
        return super().eventFilter(watched, event)

    def knows(self, resident_id: int) -> bool:
        """Whether somebody is due; their section is opened."""
        if self._facts is None:
            return False
        found = self._facts.board
        for key in BUCKETS:
            if any(row.resident_id == resident_id for row in getattr(found, key)):
                self.section = key
                return True
        return False

    def make_detail(self) -> DetailPanel:
        """The person, a visit, a call, a crisis."""
        panel = DetailPanel()
        panel.add_button(translate("Roster", "Record a visit (Enter)"), self.visit_current, "primary", "visits")
        panel.add_button(translate("DueBoard", "Crisis… (C)"), self.note_crisis, "plain", "warning")
        panel.add_button(translate("Visits", "Open the person"), self._open_person, "plain", "residents", PERSON_KEY)
        return panel

    def show_detail(self, detail: DetailPanel, row: DuePerson) -> None:
        """Why the person is due, and what one should know before going there."""
        age = "" if row.age is None else translate("PersonChoice", "{age} years").format(age=row.age)
        facts = (
            (translate("DueBoard", "Why"), due_words.reasons_text(row)),
            (translate("DueBoard", "Risk tier"), due_words.tier_text(row)),
            (translate("DueBoard", "Tried"), due_words.tried_text(row)),
            (translate("DueBoard", "Last met"), day_text(row.last_contact)),
            (translate("DueBoard", "Visitor"), row.visitor),
            (translate("Roster", "Phone"), row.phone),
            (translate("DueBoard", "Where"), _where(row)),
        )
        flags = tuple(ChipSpec(FLAGS.shown[flag]) for flag in row.flags)
        detail.show_record(row.name, age, (*due_words.signs(row).chips, *flags), facts)

    @asks(Action.RECORD_VISIT)
    def ring(self) -> None:
        """Begin the phone round with the selected person."""
        self.phone_requested.emit(self.table.current_id())

    @asks(Action.MAKE_SHEET)
    def make_sheet(self) -> None:
        """A route sheet for those selected, else for everybody listed."""
        paper_making.ask_sheet(self, self._people(), self.wanted().chosen("visitor"))

    def assign(self) -> None:
        """Give those selected a visitor."""
        people = self.table.selected_ids()
        if people:
            due_acts.assign_visitor(self, people)

    @asks(Action.RECORD_CRISIS)
    def note_crisis(self) -> None:
        """A crisis of the selected person."""
        row = self.table.current_row()
        if row is not None:
            due_acts.note_crisis(self, row.resident_id, row.name)

    def print_form(self) -> None:
        """A blank form for the selected person."""
        row = self.table.current_row()
        if row is not None:
            paper_making.preview_form(self, row.resident_id)

    def open_menu(self) -> None:
        """What is done less often."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(translate("DueBoard", "Assign a visitor… (A)"), self.assign)
        menu.addAction(translate("DueBoard", "Crisis… (C)"), self.note_crisis)
        menu.addAction(translate("DueBoard", "Blank form for the selected person"), self.print_form)
        menu.addSeparator()
        menu.addAction(translate("DueBoard", "Start an extra round…"), lambda: due_acts.start_round(self))
        menu.addAction(translate("DueBoard", "Call a round off…"), lambda: due_acts.call_off(self))
        menu.popup(self.more_button.mapToGlobal(QPoint(0, self.more_button.height())))

    def _arrange(self) -> None:
        super()._arrange()
        if hasattr(self, "sections"):
            # While a visit is written the form needs the height.
            self.sections.setVisible(not self.form_open)

    def _people(self) -> list[int]:
        chosen = self.table.selected_ids()
        return chosen if len(chosen) > 1 else list(self.table.model.ids)

    def _show_rounds(self, found: Sequence[RoundProgress]) -> None:
        words = translate("DueBoard", "{name}: {done} of {count}, until {day}")
        lines = [
            words.format(name=one.name, done=len(one.reached), count=len(one.members), day=day_text(one.to_on))
            for one in found
        ]
        self._rounds.setText("　".join(lines))
        self._rounds.setVisible(bool(lines))

    def _open_person(self) -> None:
        current = self.table.current_id()
        if current is not None:
            self.go_requested.emit(RoomKey.RESIDENTS, Open(current))


def _where(row: DuePerson) -> str:
    return f"{row.community} {row.place}".strip()


def _door(row: DuePerson) -> str:
    # Building and room matter on a walk; the community is short where all end alike.
    return f"{row.community.removesuffix('社区')} {row.place}".strip()


def _visitors() -> dict[str, str]:
    return {name: name for name in names.offered(names.VISITING, visits.known_visitors())}
