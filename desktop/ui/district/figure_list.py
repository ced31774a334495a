"""Every figure of a month beneath each other, with a search; what the views of one centre and of all are made of."""

from __future__ import annotations

from collections.abc import Callable

from desktop.core.errors import ShizhuError
from desktop.core.i18n import translate
from desktop.core.period import Month
from desktop.core.words.figures import figure_word
from desktop.district.answers import Found
from desktop.ui.district.number_words import figure_lines
from desktop.ui.district.office import Office
from desktop.ui.frame.perform import show_trouble
from desktop.ui.pages.page_view import PageView
from desktop.ui.pages.views import ViewsPage
from desktop.ui.tables.model import Align, Column
from desktop.ui.tables.record_table import RecordTable

Lines = list[tuple[str, str]]


class FigureList(PageView):
    """A subclass says whose figures of a month are listed."""

    def __init__(self, page: ViewsPage, office: Office, title: str, month: Month) -> None:
        super().__init__(page, title)
        self.office, self.month = office, month
        self._all: Lines = []
        self._lines: Lines = []
        self.search = self.header.add_search(translate("DistrictFigures", "a word of the figure's name"))
        self.table: RecordTable[tuple[str, str]] = RecordTable(
            title,
            (
                Column(translate("DistrictFigures", "Figure"), lambda one: one[0], 320, stretch=True),
                Column(translate("DistrictFigures", "Number"), lambda one: one[1], 150, Align.RIGHT),
            ),
            lambda ids: [self._lines[at] for at in ids],
        )
        self.table.set_keys(translate("DistrictFigures", "↑↓ choose   Ctrl+F search   Esc back"))
        self.table.left.connect(self.closed)
        self.search.searched.connect(lambda _text: self._list())
        self.search.entered.connect(self.table.take_keyboard)
        self.content.addWidget(self.table, 1)
        self.refresh()

    def lines_of(self, found: Found) -> Lines:
        """The figures, by their names in the contract."""
        raise NotImplementedError

    def take_keyboard(self) -> None:
        """The list."""
        self.table.take_keyboard()

    def refresh(self) -> None:
        """Count anew, if anything came in."""
        self.table.set_empty(translate("RecordsPage", "Reading…"), "", "info")
        self.session.reads.read(self, lambda: self.office.found(self.month), self._show, self._failed)

    def _show(self, found: Found) -> None:
        self._all = [(figure_word(name), words) for name, words in self.lines_of(found)]
        self.table.set_empty(
            translate("DistrictFigures", "No figures"),
            translate("DistrictFigures", "Figures come from closed months alone; this one is not closed."),
            "table",
        )
        self._list()
        if self.search.hasFocus() or not self.isVisible():
            return
        self.table.take_keyboard()

    def _list(self) -> None:
        wanted = self.search.text().strip().casefold()
        self._lines = [one for one in self._all if wanted in one[0].casefold()]
        self.table.set_ids(range(len(self._lines)))

    def _failed(self, error: ShizhuError) -> None:
        self.table.set_empty(translate("Page", "This could not be read."), "", "warning")
        show_trouble(self, error)


def lines_of_all(found: Found) -> Lines:
    """The sums of the closed centres."""
    return figure_lines(found.figures, found.units, found.rates)


def lines_of_one(number: str) -> Callable[[Found], Lines]:
    """The figures of one centre."""

    def lines(found: Found) -> Lines:
        one = next((one for one in found.centres if one.number == number), None)
        return [] if one is None else figure_lines(one.figures, one.units, one.rates)

    return lines
