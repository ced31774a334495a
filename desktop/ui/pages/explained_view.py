"""Who and what makes a figure: its people and records, each of which opens its place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal

from desktop.core.acts import Thing
from desktop.core.figures.behind import Counts
from desktop.core.figures.explained import Explained, Line, Origin, Part
from desktop.core.i18n import translate
from desktop.core.money import yuan_text
from desktop.core.period import Month
from desktop.core.words.figures import figure_word
from desktop.core.words.months import month_text
from desktop.core.words.records import thing_word
from desktop.services.figures import explained
from desktop.ui.frame.keys import Key, install
from desktop.ui.frame.page import Page
from desktop.ui.frame.perform import show_trouble
from desktop.ui.frame.rooms import Errand, RoomKey
from desktop.ui.pages.asks import New, Open
from desktop.ui.pages.page_view import PageView
from desktop.ui.tables.model import Align, Column
from desktop.ui.tables.record_table import RecordTable
from desktop.ui.widgets.labels import label

# The rooms that open a record of theirs; of others the person is opened.
_ROOMS = {Thing.HELP_SERVICE: RoomKey.SERVICES, Thing.MEAL: RoomKey.CANTEEN, Thing.BED: RoomKey.BEDS}


@dataclass(frozen=True)
class _Shown:
    """A line of the list and the part of the rate that it belongs to."""

    part: str
    counts: Counts
    line: Line


class ExplainedView(PageView):
    """The pieces of one figure of a month; ``left_for`` carries the room and what it is asked to open."""

    left_for = Signal(str, object)

    def __init__(self, page: Page, month: Month, figure: str, printed: str = "") -> None:
        """``printed`` is what the report of a closed month has for it, where its frozen figures do not say."""
        super().__init__(page, figure_word(figure))
        self.month, self.figure, self.printed = month, figure, printed
        self._lines: list[_Shown] = []
        self.said = label(role="secondary", wrap=True)
        self.table: RecordTable[_Shown] = RecordTable(figure_word(figure), _columns(), self._load)
        self.table.set_empty(
            translate("Explained", "Nobody and nothing"),
            translate("Explained", "The number is made of no record."),
            "search",
        )
        self.content.addWidget(self.said)
        self.content.addWidget(self.table, 1)
        self.header.add_action(translate("Explained", "New order (Ctrl+N)"), self.order_for_person, "services")
        self.header.set_primary(translate("Explained", "Open the person"), self.open_person, "residents", "F8")
        self.table.row_activated.connect(self._open)
        self.table.left.connect(self.closed)
        self.table.set_keys(translate("Explained", "↑↓ choose   Enter open   F8 person   Ctrl+N order   Esc back"))
        install(self, (Key("Ctrl+N", "", self.order_for_person),))
        self.refresh()

    def keys(self) -> tuple[Key, ...]:
        """Heard by the head and by the list."""
        return (
            Key("Enter", translate("Explained", "Open the record")),
            Key("F8", translate("Explained", "Open the person")),
            Key("Ctrl+N", translate("Explained", "New help service for the person")),
        )

    def refresh(self) -> None:
        """Ask anew, behind the window; until it is read nothing stands here as if it were true."""
        self._lines = []
        self.table.set_ids([])
        self.said.setText(translate("Explained", "Reading…"))
        self.session.reads.read(
            self,
            lambda: explained.explain(self.month, self.figure),
            self._show,
            lambda error: show_trouble(self, error),
        )

    def take_keyboard(self) -> None:
        """The list."""
        self.table.take_keyboard()

    def open_person(self) -> None:
        """The card of whom the current line is about."""
        shown = self.table.current_row()
        if shown is not None and shown.line.resident_id is not None:
            self._leave(RoomKey.RESIDENTS, Open(shown.line.resident_id))

    def order_for_person(self) -> None:
        """A new order for whom the current line is about, so that a list of who had nothing ends in something."""
        shown = self.table.current_row()
        if shown is not None and shown.line.resident_id is not None:
            self._leave(RoomKey.SERVICES, New(shown.line.resident_id))

    def _open(self, at: int) -> None:
        line = self._lines[at].line
        room = _ROOMS.get(line.thing) if line.thing is not None else None
        if room is not None and line.row is not None:
            self._leave(room, Open(line.row))
        else:
            self.open_person()

    def _leave(self, room: RoomKey, asked: Open | New) -> None:
        words = translate("Explained", "{month}: {figure}")
        said = words.format(month=month_text(self.month), figure=figure_word(self.figure))
        self.left_for.emit(room, Errand(asked, said))

    def _show(self, found: Explained) -> None:
        self._lines = [
            _Shown(_part_words(found, at), part.counts, line)
            for at, part in enumerate(found.parts)
            for line in part.lines
        ]
        self.table.set_ids(range(len(self._lines)))
        self.said.setText(_said(found, self.printed))
        self.header.set_subtitle(month_text(self.month))
        if self.isVisible():
            self.table.take_keyboard()

    def _load(self, ids: list[int]) -> Sequence[_Shown]:
        return [self._lines[at] for at in ids]


def _part_words(found: Explained, at: int) -> str:
    if len(found.parts) < 2:
        return ""
    return (translate("Explained", "above the line"), translate("Explained", "below the line"))[at]


def _said(found: Explained, printed: str) -> str:
    origin = {
        Origin.FROZEN: translate("Explained", "as the month was closed"),
        Origin.LIVE: translate("Explained", "by today's records"),
        Origin.TYPED: translate("Explained", "typed in settings"),
    }
    value = "—" if found.value is None else found.value
    words = [f"{figure_word(found.figure)} {value}"]
    words += [f"{_part_words(found, at)} {_counted(part)}".strip() for at, part in enumerate(found.parts)]
    closed = printed if found.closed is None and found.origin is Origin.LIVE else str(found.closed or "")
    if closed and closed != str(value):
        words.append(translate("Explained", "the closed month says {value}").format(value=closed))
    return "　".join((*words, origin[found.origin]))


def _counted(part: Part) -> str:
    words = translate("Explained", "{people} people, {rows} records")
    return words.format(people=len(part.people), rows=len(part.rows))


def _amount(shown: _Shown) -> str:
    if shown.counts is Counts.YUAN:
        return yuan_text(shown.line.amount)
    return str(shown.line.amount) if shown.counts is Counts.SUM else ""


def _columns() -> tuple[Column[_Shown], ...]:
    return (
        Column(translate("Explained", "Name"), lambda one: one.line.name or "—", 110),
        Column(translate("Explained", "Community"), lambda one: one.line.community, 140, stretch=True),
        Column(translate("Explained", "Record"), lambda one: thing_word(one.line.thing) if one.line.thing else "", 140),
        Column(translate("Explained", "Day"), lambda one: one.line.day.isoformat() if one.line.day else "", 120),
        Column(translate("Explained", "Adds"), _amount, 100, Align.RIGHT),
        Column(translate("Explained", "Part"), lambda one: one.part, 120),
    )
