"""走势: twelve months as a line, and the month by visitor, method and community."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.core.answers import ReportKind
from desktop.core.figures.visits import VisitFigures, VisitGroup
from desktop.core.i18n import translate
from desktop.core.period import Month
from desktop.core.rates import rate_text
from desktop.core.trade import VisitMethod
from desktop.core.words.months import month_text
from desktop.core.words.terms import FLAGS, VISIT_METHODS
from desktop.services import figures
from desktop.services.figures.narrowed import narrow
from desktop.ui.frame.bus import Topic
from desktop.ui.frame.page import Page
from desktop.ui.frame.printing import preview_report
from desktop.ui.frame.rooms import Errand, RoomKey
from desktop.ui.frame.session import Session
from desktop.ui.pages.asks import OpenFigure
from desktop.ui.tables.model import Align, Column
from desktop.ui.tables.record_table import RecordTable
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.charts import LineChart
from desktop.ui.widgets.menus import choose_one
from desktop.ui.widgets.month_picker import MonthPicker


@dataclass(frozen=True)
class TrendRow:
    """One line of the table: a word, numbers as the report prints them, and which figure each is ("" for none).

    ``month`` is that of a line of the year.
    """

    name: str
    numbers: tuple[str, ...]
    figures: tuple[str, ...]
    month: Month | None = None


Rows = Callable[[VisitFigures], Sequence[TrendRow]]
Conditions = Callable[[str], dict[str, str]]
_STANDING = tuple(f"visits.{name}" for name in ("required", "excused", "visited", "unvisited", "visit_rate"))


@dataclass(frozen=True)
class View:
    """One way to cut the month: its word, what its lines are, the heads of its numbers, and its lines."""

    title: str
    first: str
    heads: tuple[str, ...]
    rows: Rows


def _by_month(found: VisitFigures) -> list[TrendRow]:
    return [
        TrendRow(
            month_text(point.month),
            (
                str(point.required),
                str(point.excused),
                str(point.visited),
                str(point.unvisited),
                rate_text(point.visit_rate),
            )
            if point.recorded
            else ("—",) * 5,
            _STANDING if point.recorded else (),
            point.month,
        )
        for point in reversed(found.trend)
    ]


def _groups(groups: Sequence[VisitGroup], words: Callable[[str], str], conditions: Conditions) -> list[TrendRow]:
    return [
        TrendRow(
            words(one.name),
            (str(one.required), str(one.excused), str(one.visited), str(one.unvisited), rate_text(one.visit_rate)),
            tuple(narrow(figure, **conditions(one.name)) for figure in _STANDING),
        )
        for one in groups
    ]


def _by_visitor(found: VisitFigures) -> list[TrendRow]:
    return [
        TrendRow(
            line.name or "—",
            (
                str(line.people),
                str(line.times),
                str(line.by_method.get(VisitMethod.HOME, 0)),
                str(line.by_method.get(VisitMethod.PHONE, 0)),
                str(line.attempts),
            ),
            (
                narrow("visits.visited", 探访人=line.name),
                narrow("visits.times", 探访人=line.name),
                narrow("visits.times", 探访人=line.name, 方式=VISIT_METHODS[VisitMethod.HOME]),
                narrow("visits.times", 探访人=line.name, 方式=VISIT_METHODS[VisitMethod.PHONE]),
                narrow("visits.attempts_not_reached", 探访人=line.name),
            ),
        )
        for line in found.visitors
    ]


def _by_method(found: VisitFigures) -> list[TrendRow]:
    return [
        TrendRow(
            word,
            (str(found.by_method.get(code, 0)), str(found.people_by_method.get(code, 0)), "", "", ""),
            (f"visits.by_method.{VISIT_METHODS[code]}", narrow("visits.visited", 方式=VISIT_METHODS[code])),
        )
        for code, word in VISIT_METHODS.shown.items()
    ]


# The heads in Chinese are those of the printed report.
def _standing() -> tuple[str, ...]:
    return (
        translate("Trend", "Required"),
        translate("Trend", "Excused"),
        translate("Trend", "Visited"),
        translate("Trend", "Unvisited"),
        translate("Trend", "Visit rate (%)"),
    )


def _views() -> dict[str, View]:
    standing = _standing()
    return {
        "month": View(translate("Trend", "By month"), translate("Trend", "Month"), standing, _by_month),
        "visitor": View(
            translate("Trend", "By visitor"),
            translate("Trend", "Visitor"),
            (
                translate("Trend", "People visited"),
                translate("Trend", "Visits"),
                translate("Trend", "At home"),
                translate("Trend", "By phone"),
                translate("Trend", "Not met"),
            ),
            _by_visitor,
        ),
        "method": View(
            translate("Trend", "By method"),
            translate("Trend", "Method"),
            (translate("Trend", "Visits"), translate("Trend", "People"), "", "", ""),
            _by_method,
        ),
        "community": View(
            translate("Trend", "By community"),
            translate("Trend", "Community"),
            standing,
            lambda found: _groups(found.by_community, str, lambda name: {"社区": name}),
        ),
        "flag": View(
            translate("Trend", "By flag"),
            translate("Trend", "Category"),
            standing,
            lambda found: _groups(
                found.by_flag, lambda name: FLAGS.shown.get(name, name), lambda name: {"类别": FLAGS.get(name, name)}
            ),
        ),
    }


class VisitTrend(Page):
    """The rate over twelve months, and the same figures as the monthly report prints, cut in five ways."""

    topics = Topic.VISITS | Topic.RESIDENTS | Topic.MONTHS | Topic.SETTINGS | Topic.SERVICES

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, translate("Visits", "Welfare visits"), parent)
        self.months = MonthPicker()
        self.chart = LineChart(
            translate("Trend", "Monthly visit rate over twelve months (%)"),
            (translate("Trend", "Month"), translate("Trend", "Rate")),
        )
        self.views = _views()
        self.view = "month"
        self.figures: VisitFigures | None = None
        self._rows: list[TrendRow] = []
        self._buttons: dict[str, Button] = {}
        self._holder = QVBoxLayout()
        self.table: RecordTable[TrendRow] | None = None
        self._build()
        self.months.month_changed.connect(lambda _month: self.refresh_now())

    def refresh(self) -> None:
        """Read the figures and show them."""
        self.figures = figures.figures_of(self.months.month).visits
        trend = self.figures.trend
        points = [
            (_short(point.month), float(point.visit_rate))
            for point in trend
            if point.recorded and point.visit_rate is not None
        ]
        self.chart.set_points(points, "%")
        self.header.set_subtitle(self._sentence(self.figures))
        self.show_view(self.view)

    def show_view(self, key: str) -> None:
        """Cut the figures in another way."""
        self.view = key
        for one, made in self._buttons.items():
            made.setChecked(one == key)
        if self.figures is not None:
            self._rows = list(self.views[key].rows(self.figures))
        self._make_table(self.views[key])

    def take_keyboard(self) -> None:
        """The table."""
        if self.table is not None:
            self.table.view.setFocus()

    def _build(self) -> None:
        self.header.add_widget(self.months)
        self.header.add_action(
            translate("Visits", "Monthly report"),
            lambda: preview_report(self, ReportKind.VISITS, self.months.month),
            "print",
            "Ctrl+P",
        )
        card = Card(translate("Trend", "Monthly visit rate over twelve months (%)"))
        card.body.addWidget(self.chart, 1)
        self.content.addWidget(card, 2)
        row = QHBoxLayout()
        row.setSpacing(0)
        places = ["first", *["middle"] * (len(self.views) - 2), "last"]
        for place, (key, view) in zip(places, self.views.items(), strict=True):
            made = Button(view.title, "segment")
            made.setCheckable(True)
            made.setProperty("place", place)
            made.clicked.connect(lambda _on=False, key=key: self.show_view(key))
            self._buttons[key] = made
            row.addWidget(made)
        row.addStretch(1)
        self.content.addLayout(row)
        self.content.addLayout(self._holder, 3)

    def _make_table(self, view: View) -> None:
        columns: list[Column[TrendRow]] = [Column(view.first, lambda line: line.name, 150, stretch=True)]
        for at, head in enumerate(view.heads):
            if head:
                columns.append(Column(head, lambda line, at=at: line.numbers[at], 110, Align.RIGHT))  # type: ignore[misc]
        before = self.table
        if before is not None:
            self._holder.removeWidget(before)
            before.hide()
            before.deleteLater()
        self.table = RecordTable(view.title, columns, lambda ids: [self._rows[at] for at in ids])
        self.table.row_activated.connect(self._open)
        self.table.set_keys(translate("Trend", "↑↓ choose   Enter who and what makes a number   F6 picture"))
        self._holder.addWidget(self.table)
        self.table.set_empty(translate("Trend", "Nothing is recorded yet"), "")
        self.table.set_ids(list(range(len(self._rows))))

    def _open(self, at: int) -> None:
        """The number one stands on, else the one that is chosen of those of the line."""
        row, view = self._rows[at], self.views[self.view]
        assert self.table is not None
        column = self.table.view.currentIndex().column() - 1
        if 0 <= column < len(row.figures):
            self._go(row, row.figures[column])
        elif row.figures:
            lines = zip(view.heads, row.figures, strict=False)
            choose_one(self.table, [(head, partial(self._go, row, figure)) for head, figure in lines])

    def _go(self, row: TrendRow, figure: str) -> None:
        month = row.month or self.months.month
        words = translate("Trend", "Trend of {month}").format(month=month_text(month))
        self.go_requested.emit(RoomKey.REPORTS, Errand(OpenFigure(month, figure), words))

    def _sentence(self, found: VisitFigures) -> str:
        words = translate(
            "Trend", "visited {visited} of {required} required, excused {excused}; {rate} %, helped {help} %"
        )
        return words.format(
            visited=found.visited,
            required=found.required,
            excused=len(found.excused_people),
            rate=rate_text(found.visit_rate),
            help=rate_text(found.help_rate),
        )


def _short(month: Month) -> str:
    return translate("Trend", "M{number}").format(number=month.number) if month.number != 1 else month_text(month)
