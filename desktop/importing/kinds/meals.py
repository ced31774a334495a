"""Canteen attendance: a month matrix with days as columns, or a list with one meal in each row."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from desktop.core import clock
from desktop.core.answers import WorkbookKind
from desktop.core.dates import read_date
from desktop.core.errors import AlreadyRecorded, UserError
from desktop.core.file_errors import HeadingsMissing
from desktop.core.meal_marks import Served
from desktop.core.period import Month
from desktop.core.reasons import Reason
from desktop.core.trade import MealKind, MealMode
from desktop.core.words import terms
from desktop.importing.book.cells import blank, text_of
from desktop.importing.book.headers import Table
from desktop.importing.book.words import code_of
from desktop.importing.intake import Intake
from desktop.importing.kinds import price_sheets
from desktop.importing.kinds.kind import Kind
from desktop.importing.kinds.marks import read_legend, read_mark
from desktop.importing.kinds.rows import take_rows
from desktop.importing.people import People
from desktop.importing.values import Values
from desktop.importing.verdicts import RowRefused, refusal_of
from desktop.services.canteen import meals as canteen
from desktop.services.canteen import prices
from desktop.services.canteen.meals import MealDraft
from desktop.services.canteen.prices import PriceList
from desktop.services.register import snapshot
from desktop.services.writing.journal import savepoint

# Fewer columns that look like days are no matrix.
MATRIX_DAYS = 7
_GUESTS = frozenset({"临时", "散客", "访客", "临时就餐", "临时人员", "流动人员"})


@dataclass(frozen=True)
class _DayColumn:
    """A column of the matrix: its date (None: the month has no such day) and, where it has one, its meal."""

    index: int
    label: str
    day: dt.date | None
    meal: str


@dataclass
class _Kitchen:
    """Whom and what the rows of one sheet share."""

    intake: Intake
    known: People
    legend: Mapping[str, tuple[Served, ...]] = field(default_factory=dict)
    usual: str = MealKind.LUNCH
    lists: dict[dt.date, PriceList] = field(default_factory=dict)
    recorded: int = 0

    def serve(self, draft: MealDraft, day: dt.date) -> None:
        """Record one meal at the prices of its day."""
        if day not in self.lists:
            self.lists[day] = prices.in_force(day)
        with savepoint():
            canteen.store(self.intake.unit, draft, self.lists[day])
        self.recorded += 1


def _dated(table: Table, month: Month | None) -> bool:
    """Whether every meal of the table can be told its day."""
    if len(table.days) < MATRIX_DAYS or month is not None:
        return True
    try:
        return all(read_date(day.label) for day in table.days)
    except ValueError:
        return False


def _take_in(intake: Intake) -> int:
    """The prices of the workbook, then every row with its meals, or its verdict; the number of meals."""
    for sheet in intake.beside:
        if intake.month is not None and price_sheets.is_price_sheet(sheet):
            price_sheets.take_in(intake.unit, sheet, intake.month, intake.tally)
    kitchen = _Kitchen(intake, People(snapshot.register()))
    if len(intake.table.days) < MATRIX_DAYS:
        missing = [name for name in ("eaten_on", "meal") if name not in intake.table.columns]
        if missing:
            raise HeadingsMissing(intake.table.sheet.name, missing)
        take_rows(intake, lambda values: _take_single(kitchen, values))
        return kitchen.recorded
    days = _days(intake)
    rows = intake.table.sheet.rows
    kitchen.usual = _usual(intake.table)
    kitchen.legend = read_legend(text_of(cell) for row in (*rows[:6], *rows[-6:]) for cell in row if not blank(cell))
    take_rows(intake, lambda values: _take_matrix(kitchen, days, values))
    return kitchen.recorded


def _usual(table: Table) -> str:
    """The one meal that the titles name, such as 晚餐登记表; lunch where they name none or several."""
    named = {meal for meal, word in terms.MEALS.items() if any(f"{word}餐" in title for title in table.titles)}
    return named.pop() if len(named) == 1 else MealKind.LUNCH


def _days(intake: Intake) -> list[_DayColumn]:
    found = []
    for day in intake.table.days:
        meal = code_of("meal", day.meal) or ""
        try:
            found.append(_DayColumn(day.column, day.label, read_date(day.label, month=intake.month), meal))
        except ValueError:
            # A short month keeps the columns 29 to 31; without a month no day can be told at all.
            if intake.month is None:
                raise HeadingsMissing(intake.table.sheet.name, ["month"]) from None
            found.append(_DayColumn(day.column, day.label, None, meal))
    return found


def _take_matrix(kitchen: _Kitchen, days: list[_DayColumn], values: Values) -> None:
    person = kitchen.known.of(values)
    refusals: list[RowRefused] = []
    before = kitchen.recorded
    # A row for a meal that is none of ours is nobody's lunch.
    usual = kitchen.usual if blank(values.line.get("meal")) else values.needed_word("meal", "meal")
    mode = values.word("meal_mode", "mode", default=MealMode.DINE_IN)
    for column in days:
        mark = text_of(values.line.at(column.index))
        if mark:
            refusals += _take_mark(kitchen, values, MealDraft(person.id, meal=usual, mode=mode), column, mark)
    if refusals and kitchen.recorded == before:
        raise refusals[0]
    for refusal in refusals:
        values.warn(refusal.reason, refusal.value)


def _take_mark(kitchen: _Kitchen, values: Values, usual: MealDraft, column: _DayColumn, mark: str) -> list[RowRefused]:
    served = read_mark(mark, kitchen.legend, usual.meal, usual.mode)
    day = column.day
    if served is None:
        values.warn(Reason.UNKNOWN_WORD, f"{day or column.label} {mark}")
    if not served:
        return []
    if day is None:
        return [RowRefused(Reason.BAD_DATE, column.label)]
    if column.meal:
        # The column says which meal it is; the mark only how it was taken.
        served = ((column.meal, served[0][1]),)
    refusals = [_serve(kitchen, MealDraft(usual.resident_id, day, "", meal, mode), day) for meal, mode in served]
    return [refusal for refusal in refusals if refusal is not None]


def _serve(kitchen: _Kitchen, draft: MealDraft, day: dt.date) -> RowRefused | None:
    if day > clock.today():
        return RowRefused(Reason.FUTURE_DATE, day.isoformat())
    try:
        kitchen.serve(draft, day)
    except AlreadyRecorded:
        return RowRefused(Reason.ALREADY_RECORDED, day.isoformat())
    except UserError as error:
        return refusal_of(error)
    return None


def _take_single(kitchen: _Kitchen, values: Values) -> None:
    day, meal = values.needed_day("eaten_on"), values.needed_word("meal", "meal")
    mode = values.word("meal_mode", "mode", default=MealMode.DINE_IN)
    guest = values.text("name") in _GUESTS
    person_id = None if guest else kitchen.known.of(values).id
    rating = values.word("score", "rating")
    draft = MealDraft(person_id, day, "", meal, mode, values.text("remark"), rating=rating)
    refusal = _serve(kitchen, draft, day)
    if refusal is not None:
        raise refusal


KIND = Kind(WorkbookKind.MEALS, {"meals": _take_in}, counted=True, by_month=True, dated=_dated)
