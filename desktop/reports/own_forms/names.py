"""What a cell of a form may name: every figure of a month by its key in the JSON, and every table of its reports.

``{{visits.required}}`` is a figure; ``{{#visits.unvisited}}`` makes its row repeat for each line of a list, and
``{{.姓名}}`` in that row is a column of it. Of a closed month all comes from what was frozen.
"""

from __future__ import annotations

import datetime as dt
import difflib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from desktop.core import clock
from desktop.core.document import Report, Row
from desktop.core.period import Month
from desktop.core.trade import MonthState
from desktop.core.words import terms
from desktop.core.words.figures import figure_word_on_paper
from desktop.reports.months.month_set import MonthReports, month_reports
from desktop.reports.months.render import reports_of
from desktop.reports.paper.workbook import day_of
from desktop.reports.words import month_words
from desktop.services import figures
from desktop.services.centre import centres
from desktop.services.figures.contract import as_json
from desktop.services.own_forms.layouts import bare
from desktop.services.writing import frozen, months

Value = str | int | Decimal | dt.date | None
NUMBER = "n"
_DIGITS = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
# Lists by the names of the JSON, beside the titles that stand on paper.
_LISTS = {
    "visits.visited": "visits.已探访人员名单",
    "visits.unvisited": "visits.未探访人员名单",
    "visits.excused": "visits.免访人员名单",
    "visits.late_joiners": "visits.新增人员名单（自下月起应访）",
    "beds.stays": "beds.入住明细",
}
_COLUMNS = {
    NUMBER: "序号", "name": "姓名", "sex": "性别", "age": "年龄", "community": "社区", "address": "住址",
    "phone": "联系电话", "flags": "特殊困难类别", "times": "次数", "attempts": "本月尝试", "last_contact": "最近见到",
    "bed": "床位", "grade": "能力等级",
}  # fmt: skip
# What a month without any of them still has as 0.
_COUNTED: Mapping[str, Sequence[str]] = {
    "visits.by_method": tuple(terms.VISIT_METHODS.values()),
    "services.person_times": tuple(terms.SERVICE_TYPES.values()),
    "services.by_payer": tuple(word for code, word in terms.PAYERS.items() if code),
    "canteen.meals": tuple(f"{meal}/{mode}" for meal in terms.MEALS.values() for mode in terms.MEAL_MODES.values()),
    "canteen.by_band": tuple(terms.AGE_BANDS),
    "canteen.by_flag": tuple(terms.FLAGS.values()),
    "canteen.persons_by_flag": tuple(terms.FLAGS.values()),
    "people.by_band": tuple(terms.AGE_BANDS),
    "people.by_flag": tuple(terms.FLAGS.values()),
}


@dataclass(frozen=True)
class Lines:
    """A list: its columns by title, and its rows."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]

    def has(self, column: str) -> bool:
        """Whether it has a column of this name."""
        return column == NUMBER or self._at(column) is not None

    def value(self, number: int, column: str) -> Value:
        """What a row (from 0) says in a column."""
        at = self._at(column)
        if at is None:
            return number + 1
        cell = self.rows[number][at]
        return (day_of(cell) or cell) if isinstance(cell, str) else cell

    def _at(self, column: str) -> int | None:
        title = _COLUMNS.get(column, column)
        return self.columns.index(title) if title in self.columns else None


@dataclass(frozen=True)
class Names:
    """All that a form may name in a month."""

    month: Month
    values: Mapping[str, Value]
    lists: Mapping[str, Lines]

    def nearest(self, name: str, among: Sequence[str]) -> str:
        """The name that was probably meant; "" when none is like it."""
        return next(iter(difflib.get_close_matches(name, among, 1, 0.6)), "")


def names_of(month: Month) -> Names:
    """What a form may name in a month; of a closed one as it was frozen. Raises FrozenChanged."""
    if months.state(month) != MonthState.OPEN:
        found = month_reports(month)
        # A figure that is newer than the close has a name and no value.
        values = dict.fromkeys(_figures(as_json(figures.figures_of(month)))) | _figures(frozen.figures(month) or {})
    else:
        counted = figures.figures_of(month)
        found = MonthReports(month, None, dict(reports_of(counted)))
        values = _figures(as_json(counted))
    lists = dict(_lists(found.reports))
    lists |= {short: lists[title] for short, title in _LISTS.items() if title in lists}
    return Names(month, {**_about(month), **values}, lists)


def words_of(name: str) -> str:
    """What a name stands for, in Chinese, to choose from a list."""
    return _ABOUT[name] if name in _ABOUT else figure_word_on_paper(name)


_ABOUT = {
    "centre.name": "中心名称", "centre.number": "中心编号", "centre.district": "上级部门", "month": "月份（2026-10）",
    "month.words": "月份（2026年10月）", "month.year": "年", "month.number": "月", "month.first": "月初日期",
    "month.last": "月末日期", "today": "填表日期",
}  # fmt: skip


def _about(month: Month) -> dict[str, Value]:
    centre = centres.centre()
    return {
        "centre.name": centre.name,
        "centre.number": centre.number,
        "centre.district": centre.district,
        "month": str(month),
        "month.words": month_words(month),
        "month.year": month.year,
        "month.number": month.number,
        "month.first": month.first,
        "month.last": month.last,
        "today": clock.today(),
    }


def _figures(told: Mapping[str, Any]) -> dict[str, Value]:
    found: dict[str, Value] = {}
    for key, words in _COUNTED.items():
        part, name = key.split(".")
        nothing = 0 if name in told.get(part, {}) else None
        found |= {f"{key}.{word}": nothing for word in words}
    parts = dict(told)
    for about in ("month", "rules"):
        parts.pop(about, None)
    for one in parts.pop("indicators", ()):
        found |= {
            f"indicators.{one['name']}{key}": _number(one[at]) for key, at in (("", "value"), (".target", "target"))
        }
    for part, values in parts.items():
        found |= _flat(part, values)
    return found


def _flat(path: str, value: Any) -> dict[str, Value]:
    if isinstance(value, dict):
        return {key: one for name, inner in value.items() for key, one in _flat(f"{path}.{name}", inner).items()}
    return {path: _number(value)}


def _number(value: Any) -> Value:
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, str) and _DIGITS.fullmatch(value):
        return Decimal(value)
    return value if isinstance(value, str | int | Decimal) else None


def _lists(reports: Mapping[str, Report]) -> Iterator[tuple[str, Lines]]:
    for kind, report in reports.items():
        for section in report.sections:
            yield f"{kind}.{bare(section.title)}", Lines(tuple(one.title for one in section.columns), section.rows)
