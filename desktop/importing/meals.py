"""Canteen attendance: a month matrix with days as columns, or a list with one meal in each row."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from desktop.core import clock
from desktop.core.dates import find_month, find_year, read_date
from desktop.core.errors import AlreadyRecorded, HeadingsMissing, UserError
from desktop.core.period import Month
from desktop.importing.cells import blank, text_of
from desktop.importing.headers import Table
from desktop.importing.intake import Intake
from desktop.importing.lines import Line
from desktop.importing.marks import Served, read_legend, read_mark
from desktop.importing.people import People
from desktop.importing.values import Values
from desktop.importing.verdicts import RowRefused, refusal_of
from desktop.services import canteen, people, prices
from desktop.services.canteen import MealDraft
from desktop.services.import_batches import one_row
from desktop.services.prices import PriceList

_GUESTS = frozenset({"临时", "散客", "访客", "临时就餐", "临时人员", "流动人员"})


@dataclass
class _Kitchen:
    """Whom and what the rows of one sheet share."""

    intake: Intake
    known: People
    legend: Mapping[str, tuple[Served, ...]] = field(default_factory=dict)
    lists: dict[dt.date, PriceList] = field(default_factory=dict)
    recorded: int = 0

    def serve(self, draft: MealDraft, day: dt.date) -> None:
        """Record one meal at the prices of its day."""
        if day not in self.lists:
            self.lists[day] = prices.in_force(day)
        with one_row():
            canteen.store(self.intake.batch.unit, draft, self.lists[day])
        self.recorded += 1


def month_of(table: Table, file: str, given: Month | None) -> Month | None:
    """The month that a sheet speaks of: given, in a title, in the sheet's name or in that of the file."""
    if given is not None:
        return given
    texts = (*table.titles, table.sheet.name, file)
    year = next((found for text in texts if (found := find_year(text)) is not None), None)
    return next((month for text in texts if (month := find_month(text, year)) is not None), None)


def take_in(intake: Intake) -> int:
    """Every row with its meals, or its verdict; the number of meals."""
    kitchen = _Kitchen(intake, People(people.register()))
    if len(intake.table.days) < 7:
        missing = [name for name in ("eaten_on", "meal") if name not in intake.table.columns]
        if missing:
            raise HeadingsMissing(intake.table.sheet.name, missing)
        intake.each(lambda line: _take_single(kitchen, line))
        return kitchen.recorded
    days = _days(intake)
    rows = intake.table.sheet.rows
    kitchen.legend = read_legend(text_of(cell) for row in (*rows[:6], *rows[-6:]) for cell in row if not blank(cell))
    intake.each(lambda line: _take_matrix(kitchen, days, line))
    return kitchen.recorded


def _days(intake: Intake) -> list[tuple[int, dt.date]]:
    found = []
    for column, label in intake.table.days:
        try:
            found.append((column, read_date(label, month=intake.month)))
        except ValueError:
            # A short month keeps the columns 29 to 31; without a month no day can be told at all.
            if intake.month is None:
                raise HeadingsMissing(intake.table.sheet.name, ["month"]) from None
    return found


def _take_matrix(kitchen: _Kitchen, days: list[tuple[int, dt.date]], line: Line) -> None:
    values = Values(line, kitchen.intake.tally, kitchen.intake.month)
    person = kitchen.known.of(values)
    marked = [(column, day) for column, day in days if column < len(line.row) and not blank(line.row[column])]
    refusals: list[RowRefused] = []
    before = kitchen.recorded
    for column, day in marked:
        served = read_mark(text_of(line.row[column]), kitchen.legend)
        if served is None:
            values.warn("unknown_word", f"{day.isoformat()} {text_of(line.row[column])}")
        for meal, mode in served or ():
            refusals += _serve(kitchen, MealDraft(person.id, day, "", meal, mode), day)
    if refusals and kitchen.recorded == before:
        raise refusals[0]
    for refusal in refusals:
        values.warn(refusal.reason, refusal.value)
    kitchen.intake.tally.accept(line.number)


def _serve(kitchen: _Kitchen, draft: MealDraft, day: dt.date) -> list[RowRefused]:
    if day > clock.today():
        return [RowRefused("future_date", day.isoformat())]
    try:
        kitchen.serve(draft, day)
    except AlreadyRecorded:
        return [RowRefused("already_recorded", day.isoformat())]
    except UserError as error:
        return [refusal_of(error)]
    return []


def _take_single(kitchen: _Kitchen, line: Line) -> None:
    values = Values(line, kitchen.intake.tally, kitchen.intake.month)
    day, meal = values.needed_day("eaten_on"), values.needed_word("meal", "meal")
    mode = values.word("meal_mode", "mode", default="dine_in")
    guest = values.text("name") in _GUESTS
    person_id = None if guest else kitchen.known.of(values).id
    refusals = _serve(kitchen, MealDraft(person_id, day, "", meal, mode, values.text("remark")), day)
    if refusals:
        raise refusals[0]
    kitchen.intake.tally.accept(line.number)
