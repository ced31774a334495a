"""指标: the indicators of the plans in a month, of all centres together and of each."""

from __future__ import annotations

from typing import Any

from desktop.core.i18n import translate
from desktop.core.words.months import month_text
from desktop.core.words.terms import PLANS
from desktop.district.answers import Found, Indicator
from desktop.ui.district.figure_list import FigureList, Lines, lines_of_all
from desktop.ui.district.month_page import MonthPage
from desktop.ui.district.number_words import aim, met, plain
from desktop.ui.district.office import Office
from desktop.ui.district.state_words import count_words
from desktop.ui.frame.keys import Key
from desktop.ui.frame.session import Session
from desktop.ui.pages.page_view import PageView
from desktop.ui.pages.views import ViewsPage
from desktop.ui.tables.model import Align, Column
from desktop.ui.tables.record_table import RecordTable


class FiguresPage(MonthPage):
    """Every indicator with its target, what it came to, and of how many centres."""

    def __init__(self, session: Session, office: Office) -> None:
        super().__init__(session, office, translate("DistrictRooms", "Indicators"))
        self._found: Found | None = None
        self.header.add_action(translate("DistrictFigures", "All figures"), self.open_all, "table", "Ctrl+T")
        self.table: RecordTable[Indicator] = RecordTable(
            translate("DistrictRooms", "Indicators"), _columns(), self._rows
        )
        self.table.row_activated.connect(self._open)
        self.table.set_keys(translate("DistrictFigures", "↑↓ choose   Enter by centre"))
        self.content.addWidget(self.table, 1)

    def tables(self) -> tuple[RecordTable[Any], ...]:
        """The one table."""
        return (self.table,)

    def room_keys(self) -> tuple[Key, ...]:
        """Heard by the button and the list."""
        return (
            Key("Ctrl+T", translate("DistrictFigures", "every figure of the month, of all closed centres together")),
            Key("Enter", translate("DistrictFigures", "what each centre came to")),
        )

    def refresh(self) -> None:
        """Count anew, if anything came in."""
        super().refresh()
        self.await_month()
        month = self.office.month
        self.read_later(lambda: self.office.found(month), self._show)

    def open_all(self) -> None:
        """Every figure of the month."""
        self.lay(AllFiguresView(self, self.office))

    def _rows(self, ids: list[int]) -> list[Indicator]:
        return [] if self._found is None else [self._found.indicators[at] for at in ids]

    def _show(self, found: Found) -> None:
        self._found = found
        self.table.set_empty(
            translate("DistrictFigures", "No indicators"),
            translate("DistrictFigures", "Figures come from closed months alone, and no centre has closed this one."),
            "reports",
        )
        self.table.set_ids(range(len(found.indicators)))
        self.header.set_subtitle(count_words(found.centres))
        self.stand_with(self.table)

    def _open(self, at: int) -> None:
        if self._found is not None:
            self.lay(IndicatorView(self, self._found, self._found.indicators[at]))


class AllFiguresView(FigureList):
    """The sums of the closed centres."""

    def __init__(self, page: ViewsPage, office: Office) -> None:
        words = translate("DistrictFigures", "All figures, {month}").format(month=month_text(office.month))
        super().__init__(page, office, words, office.month)

    def lines_of(self, found: Found) -> Lines:
        """Of all together."""
        return lines_of_all(found)


class IndicatorView(PageView):
    """One indicator, by centre."""

    def __init__(self, page: ViewsPage, found: Found, one: Indicator) -> None:
        super().__init__(page, one.name)
        self.header.set_subtitle(f"{month_text(found.month)}   {aim(one)}")
        named = {each.number: each.name for each in found.centres}
        lines = list(one.by_centre.items())
        self.table: RecordTable[tuple[str, Indicator]] = RecordTable(
            one.name,
            (
                Column(translate("DistrictFigures", "Centre number"), lambda at: at[0], 110),
                Column(translate("DistrictFigures", "Centre"), lambda at: named.get(at[0], ""), 200, stretch=True),
                *_numbers(),
            ),
            lambda ids: [lines[at] for at in ids],
        )
        self.table.set_keys(translate("DistrictFigures", "↑↓ choose   Esc back"))
        self.table.left.connect(self.closed)
        self.table.set_ids(range(len(lines)))
        self.content.addWidget(self.table, 1)

    def take_keyboard(self) -> None:
        """The list."""
        self.table.take_keyboard()


def _columns() -> tuple[Column[Indicator], ...]:
    return (
        Column(translate("DistrictFigures", "Indicator"), lambda one: one.name, 260, stretch=True),
        Column(translate("DistrictFigures", "Target"), aim, 100, Align.RIGHT),
        Column(translate("DistrictFigures", "Came to"), lambda one: plain(one.value), 100, Align.RIGHT),
        Column(translate("DistrictFigures", "Met"), met, 130),
        Column(translate("DistrictFigures", "Centres"), _of_centres, 90, Align.RIGHT, spare=True),
        Column(translate("DistrictFigures", "Met by"), _met_by, 90, Align.RIGHT, spare=True),
        Column(translate("DistrictFigures", "Above"), lambda one: _whole(one.numerator), 100, Align.RIGHT, spare=True),
        Column(
            translate("DistrictFigures", "Below"), lambda one: _whole(one.denominator), 100, Align.RIGHT, spare=True
        ),
        Column(translate("DistrictFigures", "Plan"), lambda one: PLANS.shown.get(one.plan, one.plan), 150, spare=True),
    )


def _numbers() -> tuple[Column[tuple[str, Indicator]], ...]:
    return (
        Column(translate("DistrictFigures", "Came to"), lambda at: plain(at[1].value), 110, Align.RIGHT),
        Column(translate("DistrictFigures", "Met"), lambda at: met(at[1]), 130),
        Column(translate("DistrictFigures", "Above"), lambda at: _whole(at[1].numerator), 100, Align.RIGHT, spare=True),
        Column(
            translate("DistrictFigures", "Below"), lambda at: _whole(at[1].denominator), 100, Align.RIGHT, spare=True
        ),
    )


def _of_centres(one: Indicator) -> str:
    return f"{one.with_numbers}/{one.centres}"


def _met_by(one: Indicator) -> str:
    return "" if one.target is None else str(one.centres_met)


def _whole(number: int | None) -> str:
    return "" if number is None else f"{number:,}"
