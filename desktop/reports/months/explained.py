"""情况说明 on paper: what of the month was left as it is, and why, by whom and when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from desktop.core.answers import ReportKind, Unfinished
from desktop.core.document import Section
from desktop.core.figures.month import Explanation
from desktop.core.words.quality import finding_words_on_paper
from desktop.reports.columns import Table, centred, text

# The report of the room that it is about; what is about the month as a whole stands in the summary alone.
_REPORTS: Mapping[Unfinished, ReportKind] = MappingProxyType(
    {
        Unfinished.UNVISITED: ReportKind.VISITS,
        Unfinished.HONESTY: ReportKind.VISITS,
        Unfinished.OPEN_EMERGENCIES: ReportKind.SERVICES,
        Unfinished.OPEN_ORDERS: ReportKind.SERVICES,
        Unfinished.QUEUED_SCANS: ReportKind.CANTEEN,
        Unfinished.UNPRICED: ReportKind.CANTEEN,
        Unfinished.FOOD_LEDGER: ReportKind.CANTEEN,
        Unfinished.UNDELIVERED: ReportKind.CANTEEN,
        Unfinished.AFTER_DEPARTURE: ReportKind.PEOPLE,
    }
)
_TABLE: Table[Explanation] = Table(
    "情况说明",
    (
        text("事项", lambda one: finding_words_on_paper(one.kind, one.count)),
        text("说明", lambda one: one.words),
        text("说明人", lambda one: one.by),
        centred("日期", lambda one: one.on),
    ),
    "月结时仍未办结、经说明的事项。",
)


def explained_sections(kind: ReportKind, said: Sequence[Explanation]) -> tuple[Section, ...]:
    """What was said about the matters of a report; the summary has all of it."""
    wanted = [one for one in said if kind is ReportKind.SUMMARY or _REPORTS.get(one.kind) is kind]
    return (_TABLE.of(wanted),) if wanted else ()
