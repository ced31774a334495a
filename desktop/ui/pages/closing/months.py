"""The months with what became of each: entered, exported, received, as it truly is."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.core import clock
from desktop.core.i18n import said, translate
from desktop.core.period import Month
from desktop.core.trade import MonthState
from desktop.core.words.months import month_text
from desktop.core.words.terms import MONTH_STATES
from desktop.services.closing import changed_months, exported_rows, exports
from desktop.services.closing.exports import ExportRow
from desktop.services.writing import frozen, months
from desktop.ui.frame.sync_words import ENTERED, EXPORTED, RECEIVED, period_text
from desktop.ui.look.theme import Tone
from desktop.ui.tables.model import Align, Column
from desktop.ui.widgets.chips import Chips, ChipSpec


@dataclass(frozen=True)
class MonthLine:
    """A month, its state, and the newest file that carries it."""

    number: int
    month: Month
    state: str
    file: ExportRow | None
    stands_since: str = ""
    typed_after: bool = False

    @property
    def outdated(self) -> bool:
        """Whether its file does not say what stands now: the month was closed, put right or added to since."""
        return self.typed_after or (
            self.file is not None and bool(self.stands_since) and self.file.exported_at < self.stands_since
        )

    @property
    def over(self) -> bool:
        """Whether its last day has passed."""
        return self.month.last < clock.today()


def month_lines() -> list[MonthLine]:
    """The months from the first record to the running one, the newest first."""
    this_month = Month.of(clock.today())
    first = min(months.first_month() or this_month, this_month)
    files = exports.listed()
    count = (this_month.year - first.year) * 12 + this_month.number - first.number + 1
    found = [this_month.shifted(-back) for back in range(count)]
    since = months.stands_since()
    return [_line(one, changed_months.carrier(one, files), since.get(str(one), "")) for one in found]


def frozen_later_words(month: Month) -> str:
    """What is said of a month that was closed before its reports were kept; "" of any other."""
    version = frozen.latest(month)
    if version is None or not version.frozen_later:
        return ""
    words = translate(
        "Sync",
        "Closed by an earlier version; its reports were frozen later, and {count} figures differ from those of "
        "the close.",
    )
    return words.format(count=len(version.differences))


def progress_chip(line: MonthLine) -> Chips:
    """已录入, 已导出 or 已接收; a file from before the close has to be written again."""
    if line.outdated:
        return Chips((ChipSpec(translate("Sync", "Export again"), Tone.ATTENTION),))
    if line.file is None:
        return Chips((ChipSpec(said(ENTERED), Tone.NEUTRAL),))
    if line.file.received_at:
        return Chips((ChipSpec(said(RECEIVED), Tone.OK),))
    return Chips((ChipSpec(said(EXPORTED), Tone.ACCENT),))


def state_chip(line: MonthLine) -> Chips:
    """未月结, 已月结, 已更正; a month that is over and still open asks for attention."""
    tone = Tone.OK if line.state != MonthState.OPEN else Tone.ATTENTION if line.over else Tone.NEUTRAL
    return Chips((ChipSpec(MONTH_STATES.shown[line.state], tone),))


def month_columns() -> tuple[Column[MonthLine], ...]:
    """The columns of the months."""
    return (
        Column(translate("Sync", "Month"), lambda line: month_text(line.month), 120),
        Column(translate("Sync", "Close"), state_chip, 110),
        Column(translate("Sync", "Report"), progress_chip, 140),
        Column(translate("Sync", "File"), lambda line: line.file.file_name if line.file else "", 280, stretch=True),
    )


def file_columns() -> tuple[Column[ExportRow], ...]:
    """The columns of the exported files."""
    return (
        Column(translate("Sync", "No."), lambda row: str(row.sequence), 60, Align.RIGHT),
        Column(translate("Sync", "Period"), lambda row: period_text(row.period), 120),
        Column(translate("Sync", "Report"), _file_chip, 110),
        Column(translate("Sync", "Exported at"), lambda row: row.exported_at[:16], 160),
        Column(translate("Sync", "File"), lambda row: row.file_name, 280, stretch=True),
        Column("SHA-256", lambda row: row.sha256[:8], 110, spare=True),
    )


def _file_chip(row: ExportRow) -> Chips:
    return Chips((ChipSpec(said(RECEIVED), Tone.OK) if row.received_at else ChipSpec(said(EXPORTED), Tone.ACCENT),))


def _line(month: Month, file: ExportRow | None, since: str) -> MonthLine:
    state = months.state(month)
    # A closed month takes no record, and a correction is asked for by ``since``; what counts nowhere can change.
    after = exported_rows.typed_after if state == MonthState.OPEN else exported_rows.changed_after
    late = file is not None and after(month, file.exported_at)
    return MonthLine(month.year * 12 + month.number, month, state, file, since, late)
