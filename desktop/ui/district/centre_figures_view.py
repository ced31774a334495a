"""一个中心的指标数: every figure of its closed month, as its own papers say."""

from __future__ import annotations

from desktop.core.period import Month
from desktop.core.words.months import month_text
from desktop.district.answers import Found
from desktop.ui.district.figure_list import FigureList, Lines, lines_of_one
from desktop.ui.district.office import Office
from desktop.ui.pages.views import ViewsPage


class CentreFiguresView(FigureList):
    """The figures of one centre."""

    def __init__(self, page: ViewsPage, office: Office, number: str, month: Month) -> None:
        self.number = number
        super().__init__(page, office, f"{number}  {month_text(month)}", month)

    def lines_of(self, found: Found) -> Lines:
        """Its own."""
        return lines_of_one(self.number)(found)
