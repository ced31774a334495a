"""走势与对比: every figure of a month beside that of another, and the chosen one over twelve months as a picture."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from desktop.core.figures.series import (
    OverMonths,
    Series,
    Unit,
    change,
    difference,
    signed_text,
    value_text,
)
from desktop.core.i18n import translate
from desktop.core.period import Month
from desktop.core.progress import Progress
from desktop.core.words.figures import figure_word
from desktop.core.words.months import month_text
from desktop.services.figures.over_months import over_months, year_to
from desktop.ui.frame.keys import Key, install
from desktop.ui.frame.page import Page
from desktop.ui.frame.perform import show_trouble
from desktop.ui.frame.printing import Paper, preview_folder, preview_made
from desktop.ui.look.theme import Tone
from desktop.ui.pages.page_view import PageView
from desktop.ui.tables.model import Align, Column
from desktop.ui.tables.record_table import RecordTable
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.charts import LineChart
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.month_picker import MonthPicker

if TYPE_CHECKING:
    from desktop.reports.months.month_set import Written


class TrendsView(PageView):
    """Figures of two months with their difference, beneath the picture of one; ``opened`` carries month and figure."""

    opened = Signal(object, str)

    def __init__(self, page: Page, month: Month) -> None:
        words = translate("Trends", "Trends and comparison of {month}")
        super().__init__(page, words.format(month=month_text(month)))
        self.month = month
        self.found: OverMonths | None = None
        self._shown: list[Series] = []
        # Which of the readings under way is the last that was asked for.
        self._asked = 0
        self.picker = MonthPicker(month.shifted(-1), month.shifted(-1))
        self.chart = LineChart("", (translate("Trends", "Month"), translate("Trends", "Value")))
        self.card = Card(translate("Trends", "Twelve months"))
        self.card.body.addWidget(self.chart, 1)
        self.table: RecordTable[Series] = RecordTable(
            translate("Trends", "Figures of two months"), self._columns(), self._load
        )
        self.said = label(role="secondary", wrap=True)
        self._build()
        self.refresh()

    def keys(self) -> tuple[Key, ...]:
        """Heard by the head, the picture and the list."""
        return (
            Key("Enter", translate("Trends", "Who and what makes the figure of this month")),
            Key("F8", translate("Trends", "Who and what makes the figure of the other month")),
            Key("F4", translate("Trends", "Compare with the month before, or with that of the year before")),
            Key("Ctrl+P", translate("Trends", "Show it as it is printed")),
        )

    @property
    def other(self) -> Month:
        """The month that is compared with."""
        return self.picker.month

    def refresh(self) -> None:
        """Read all months anew, behind the window; until then nothing stands here as if it were true."""
        self.table.set_ids([])
        self.found = None
        self._shown = []
        self.table.set_columns(self._columns())
        self.table.set_empty(translate("Trends", "Reading…"), "", "search")
        self.said.setText(translate("Trends", "Reading…"))
        self._asked += 1
        asked, wanted = self._asked, _wanted(self.month, self.other)
        self.session.reads.read(
            self,
            lambda: over_months(wanted),
            lambda found: self._show(found) if asked == self._asked else None,
            lambda error: show_trouble(self, error),
        )

    def take_keyboard(self) -> None:
        """The list."""
        self.table.take_keyboard()

    def turn(self) -> None:
        """Compare with the month before, or when it is that, with the same month of the year before."""
        before = self.month.shifted(-1)
        self.picker.set_month(self.month.shifted(-12) if self.other == before else before)

    def preview(self) -> None:
        """Show the paper: all figures beside the month before and the year before, and the pictures."""
        month, folder = self.month, preview_folder(self.page)

        def make(progress: Progress) -> Paper:
            # Printing loads slowly, and many a day nobody prints.
            from desktop.reports.months.month_set import Folders
            from desktop.reports.months.trends import write_trends

            progress.start(0, "")
            written: Written = write_trends(month, Folders(pdf=folder), progress)
            assert written.pdf is not None
            return Paper(written.pdf.path, written.title, written.missing)

        preview_made(self.page, translate("Trends", "Making the paper"), make)

    def open_other(self) -> None:
        """Who and what makes the figure of the month that is compared with."""
        series = self.table.current_row()
        if series is None:
            return
        if series.unit is Unit.OTHER:
            # The indicators of that month may be others; its own report tells which.
            self.page.strip.say(translate("Trends", "Open the indicators of that month in its report."), Tone.NEUTRAL)
        else:
            self.opened.emit(self.other, series.figure)

    def _build(self) -> None:
        self.header.add_widget(self.picker)
        self.header.add_action(translate("Trends", "Month or year before (F4)"), self.turn, "", "F4")
        self.header.set_primary(translate("Trends", "Preview"), self.preview, "print", "Ctrl+P")
        self.picker.month_changed.connect(lambda _month: self.refresh())
        self.table.row_activated.connect(lambda at: self.opened.emit(self.month, self._shown[at].figure))
        self.table.current_changed.connect(lambda _at: self._draw())
        self.table.left.connect(self.closed)
        self.table.set_keys(translate("Trends", "↑↓ choose   Enter this month   F8 other month   F4 year   Esc back"))
        install(self, (Key("F8", "", self.open_other), Key("F6", "", self.chart.show_numbers)))
        self.content.addWidget(self.said)
        self.content.addWidget(self.card, 2)
        self.content.addWidget(self.table, 3)

    def _show(self, found: OverMonths) -> None:
        self.found = found
        self._shown = [one for one in found.series if not all(value is None for value in one.values)]
        self.table.set_empty(translate("Trends", "Nothing is recorded yet"), "", "table")
        self.table.set_ids(range(len(self._shown)))
        if self._shown and self.table.current_id() is None:
            self.table.select_id(0)
        self.said.setText(_closed_words(found))
        self._draw()
        if self.isVisible():
            self.table.take_keyboard()

    def _draw(self) -> None:
        series = self.table.current_row()
        if self.found is None or series is None:
            return
        words = _word(series)
        self.card.title.setText(words)
        self.chart.name = words
        self.chart.setAccessibleName(words)
        year = ((month, self.found.at(series, month)) for month in year_to(self.month))
        points = [(_short(month), float(value)) for month, value in year if value is not None]
        self.chart.set_points(points, "%" if series.unit is Unit.PERCENT else "")

    def _load(self, ids: list[int]) -> Sequence[Series]:
        return [self._shown[at] for at in ids]

    def _of(self, series: Series) -> tuple[str, str, str, str]:
        assert self.found is not None
        value, other = self.found.at(series, self.month), self.found.at(series, self.other)
        share = change(value, other, series.unit)
        return (
            value_text(value),
            value_text(other),
            signed_text(difference(value, other)),
            "" if share is None else f"{signed_text(share)}%",
        )

    def _columns(self) -> tuple[Column[Series], ...]:
        return (
            Column(translate("Trends", "Figure"), _word, 300, stretch=True),
            Column(month_text(self.month), lambda one: self._of(one)[0], 120, Align.RIGHT),
            Column(month_text(self.other), lambda one: self._of(one)[1], 120, Align.RIGHT),
            Column(translate("Trends", "More or less"), lambda one: self._of(one)[2], 120, Align.RIGHT),
            Column(translate("Trends", "In percent"), lambda one: self._of(one)[3], 110, Align.RIGHT),
        )


def _wanted(month: Month, other: Month) -> tuple[Month, ...]:
    """The months to read: the year, and the one compared with where it is not among them."""
    year = year_to(month)
    return year if other in year else (other, *year)


def _word(series: Series) -> str:
    words = series.name or figure_word(series.figure)
    return {Unit.PERCENT: f"{words}（%）", Unit.YUAN: translate("Trends", "{figure} (yuan)").format(figure=words)}.get(
        series.unit, words
    )


def _short(month: Month) -> str:
    return f"{month.year % 100:02d}-{month.number:02d}"


def _closed_words(found: OverMonths) -> str:
    closed = [one for one in found.months if one in found.closed]
    if not closed:
        return translate("Trends", "All months by today's records.")
    words = translate("Trends", "As they were closed: {months}; the others by today's records.")
    return words.format(months="、".join(map(month_text, closed)))
