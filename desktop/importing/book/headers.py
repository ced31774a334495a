"""Where the headings of a sheet stand and which column holds which field.

Centres put title lines above, headings on one or two levels, with merged cells, line breaks, units and stars.
The synonyms are data (resources/rules/headings.toml); a mapping given by hand goes before them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from desktop.importing.book.cells import Cell, Row, Sheet, blank, text_of
from desktop.importing.book.claims import (
    Label,
    belongs_to_others,
    claimed_columns,
    columns_by_hand,
    heading_key,
    heading_rules,
    ignored_columns,
    says_nothing,
)

SEARCHED_ROWS = 40
_DAY_LABEL = re.compile(
    r"(?:(?:\d{4}[-/.年])?\d{1,2}[-/.月])?(\d{1,2})[日号]?(?:[(]?(?:星期|周)?[一二三四五六日天][)]?)?"
)

_MEAL_WORD = re.compile(r"[早午中晚]餐?")


@dataclass(frozen=True)
class Field:
    """A field, the column (from 0) that holds it, and how it was found.

    ``how`` is hand, heading, prefix (老人 before a known heading), numbered (紧急联系人2) or stand_in.
    """

    name: str
    column: int
    heading: str
    how: str = "heading"


@dataclass(frozen=True)
class Day:
    """A column of a month matrix; ``meal`` is the word beneath the day where each meal has a column of its own."""

    column: int
    label: str
    meal: str = ""


@dataclass(frozen=True)
class Table:
    """The headings found in a sheet: ``first`` is the index of the first row after them.

    ``header_row`` counts from 1; 0 says that the sheet has no headings and its columns were named by letter.
    One sheet may hold several tables: one below another (``top`` … ``stop``, rows from 0) and halves side by side
    (``span``, columns from 0; ``part`` numbers those to the right of the first).
    """

    sheet: Sheet
    kind: str
    header_row: int
    first: int
    fields: tuple[Field, ...]
    days: tuple[Day, ...]
    unmatched: tuple[str, ...]
    headings: tuple[str, ...] = ()
    top: int = 0
    stop: int | None = None
    span: tuple[int, int] | None = None
    part: int = 0

    @property
    def name(self) -> str:
        """The sheet, with the number of the half where a sheet has several side by side."""
        return f"{self.sheet.name}·{self.part + 1}" if self.part else self.sheet.name

    @property
    def columns(self) -> dict[str, int]:
        """Field → column, from 0."""
        return {field.name: field.column for field in self.fields}

    @property
    def mapping(self) -> dict[str, str]:
        """Field → heading as it stands in the sheet."""
        return {field.name: field.heading for field in self.fields}

    @property
    def titles(self) -> tuple[str, ...]:
        """The texts above the headings."""
        rows = self.sheet.rows[self.top : max(self.header_row - 1, 0)]
        return tuple(text_of(cell) for row in rows for cell in row if not blank(cell))


def field_names(kind: str) -> tuple[str, ...]:
    """The fields that a sheet of this kind may have, for mapping by hand."""
    return tuple(heading_rules()[kind]["fields"])


def field_word(name: str, kind: str) -> str:
    """What a column of this field is called on the centres' own sheets, such as 身份证号 or 服务日期."""
    words = heading_rules().get(kind, {}).get("fields", {}).get(name)
    return str(words[0]) if words else name


def missing_fields(table: Table) -> list[str]:
    """The needed fields that no heading gave, one name for each group of alternatives."""
    found = table.columns.keys()
    return [group[0] for group in heading_rules()[table.kind]["needed"] if not found & set(group)]


def find_table(
    sheet: Sheet, kind: str, mapping: Mapping[str, str] | None = None, header_row: int | None = None
) -> Table | None:
    """The best reading of the sheet's headings as this kind; None when not a single one is known.

    ``mapping`` is heading (or letter of the column) → field, "" for a column that is not to be read.
    ``header_row`` says where the headings stand, from 1; 0 that there are none.
    """
    mapping = mapping or {}
    if header_row == 0:
        return _unheaded(sheet, kind, mapping)
    best: tuple[tuple[float, int], Table] | None = None
    for top in range(min(len(sheet.rows), SEARCHED_ROWS)) if header_row is None else (header_row - 1,):
        for levels in levels_at(sheet, top):
            table = read_table(sheet, kind, top, levels, mapping)
            if levels == 1 and header_row is None and _beneath_others(table, mapping):
                continue
            # One level is the plainer reading where two give no field more, but for the meals of each day.
            score = _score(table), levels if any(day.meal for day in table.days) else -levels
            if score[0] > 0 and (best is None or score > best[0]):
                best = score, table
    return best[1] if best else None


def _beneath_others(table: Table, mapping: Mapping[str, str]) -> bool:
    """Whether a line of headings stands beneath groups that give some of its columns to somebody else.

    姓名 and 电话 under 家庭医生信息 are the doctor's, however plain they are.
    """
    above = table.header_row - 2
    if above < 0 or not _two_levels(table.sheet, above):
        return False
    grouped = labels_at(table.sheet, above, 2)
    others = any(belongs_to_others(grouped[one.column].group) for one in table.fields if one.column < len(grouped))
    return others and not missing_fields(read_table(table.sheet, table.kind, above, 2, mapping))


def levels_at(sheet: Sheet, top: int) -> tuple[int, ...]:
    """On how many rows the headings from that row (an index) on may stand."""
    if top >= len(sheet.rows):
        return ()
    return (1, 2) if _two_levels(sheet, top) else (1,)


def headings_at(sheet: Sheet, top: int, levels: int) -> tuple[str, ...]:
    """The heading of every column, for comparing: upper and lower text together."""
    return tuple(heading_key(label.whole) if label.whole else "" for label in labels_at(sheet, top, levels))


def _unheaded(sheet: Sheet, kind: str, mapping: Mapping[str, str]) -> Table | None:
    claimed = columns_by_hand((), mapping)
    fields = tuple(Field(name, column, "", "hand") for name, column in sorted(claimed.items(), key=_by_column))
    return Table(sheet, kind, 0, 0, fields, (), ()) if fields else None


def score_of(table: Table) -> float:
    """How well the headings fit the kind; for choosing a sheet."""
    return _score(table)


def _score(table: Table) -> float:
    # A sheet that lacks a needed field may still be the best there is, to be named in the refusal.
    days = len(table.days) if len(table.days) >= 7 else 0
    return (len(table.fields) + days) / (1 + len(missing_fields(table)))


def _two_levels(sheet: Sheet, top: int) -> bool:
    """Whether the row below stands under groups of this row only, as 姓名 关系 电话 under 紧急联系人."""
    if top + 1 >= len(sheet.rows):
        return False
    upper, lower = sheet.rows[top], sheet.rows[top + 1]
    if sum(not blank(cell) for cell in upper) < 2:
        return False
    below = [column for column, cell in enumerate(lower) if not blank(cell)]
    # 午 and 晚 under each day, whether the day is merged over both or written over each.
    meals = len(below) > 1 and all(_MEAL_WORD.fullmatch(text_of(lower[column])) for column in below)
    return bool(below) and (
        meals or all(blank(_at(upper, column)) or blank(_at(upper, column + 1)) for column in below)
    )


def labels_at(sheet: Sheet, top: int, levels: int) -> list[Label]:
    """The heading of every column."""
    upper = sheet.rows[top]
    if levels == 1:
        return [Label(text_of(cell), text_of(cell)) for cell in upper]
    lower = sheet.rows[top + 1]
    found, group = [], ""
    for column in range(max(len(upper), len(lower))):
        own, under = text_of(_at(upper, column)), text_of(_at(lower, column))
        if own:
            group = own
        elif not under:
            group = ""
        found.append(Label(f"{group}{under}", under, group) if under else Label(own, own))
    return found


def read_table(
    sheet: Sheet,
    kind: str,
    top: int,
    levels: int,
    mapping: Mapping[str, str],
    span: tuple[int, int] | None = None,
) -> Table:
    """The table whose headings stand on ``levels`` rows from ``top`` on, within ``span`` columns (from 0)."""
    labels = labels_at(sheet, top, levels)
    if span is not None:
        labels = [label if span[0] <= at < span[1] else Label("", "") for at, label in enumerate(labels)]
    claimed, ways = claimed_columns(kind, labels, mapping)
    fields = tuple(
        Field(name, column, _heading(labels, column), ways[name])
        for name, column in sorted(claimed.items(), key=_by_column)
    )
    taken = set(claimed.values()) | ignored_columns(labels, mapping)
    days = _days(labels, taken) if heading_rules()[kind].get("matrix") else ()
    taken |= {day.column for day in days}
    unmatched = tuple(
        label.whole
        for column, label in enumerate(labels)
        if label.whole and column not in taken and not says_nothing(label.whole)
    )
    headings = tuple(_heading(labels, column) for column in range(len(labels)))
    return Table(sheet, kind, top + 1, top + levels, fields, days, unmatched, headings, span=span)


def _days(labels: Sequence[Label], taken: Collection[int]) -> tuple[Day, ...]:
    found = []
    for column, label in enumerate(labels):
        if column in taken:
            continue
        if _is_day(label.low):
            found.append(Day(column, label.low))
        elif label.group and _is_day(label.group) and _MEAL_WORD.fullmatch(label.low):
            found.append(Day(column, label.group, label.low))
    return tuple(found)


def _by_column(item: tuple[str, int]) -> int:
    return item[1]


def _heading(labels: Sequence[Label], column: int) -> str:
    label = labels[column].whole if column < len(labels) else ""
    return "".join(label.split())


def _is_day(label: str) -> bool:
    match = _DAY_LABEL.fullmatch(unicodedata.normalize("NFKC", label).replace(" ", "").split("T")[0])
    return match is not None and 1 <= int(match[1]) <= 31


def _at(row: Row, column: int) -> Cell:
    return row[column] if column < len(row) else None
