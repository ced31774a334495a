"""Where the headings of a sheet stand and which column holds which field.

Centres put title lines above, headings on one or two levels, with merged cells, line breaks, units and stars.
The synonyms are data (resources/rules/headings.toml); a mapping given by hand goes before them.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from desktop.core.paths import resource
from desktop.importing.book.cells import Cell, Row, Sheet, blank, text_of
from desktop.importing.book.inspection import column_number

SEARCHED_ROWS = 40
_BRACKETS = re.compile(r"[(\[【〔<《{][^)\]】〕>》}]*[)\]】〕>》}]")
_NOISE = re.compile(r"[\s*★☆:：、,,。.．/／\\|_·#?？!！\-—–\"'“”]")
_DAY_LABEL = re.compile(
    r"(?:(?:\d{4}[-/.年])?\d{1,2}[-/.月])?(\d{1,2})[日号]?(?:[(]?(?:星期|周)?[一二三四五六日天][)]?)?"
)

_MEAL_WORD = re.compile(r"[早午中晚]餐?")
_SOMEBODY_ELSE = re.compile(r"家属|紧急|联系人|监护|代办|配偶|子女|经办|亲属|赡养|上次|下次|最近一次|计划")


@dataclass(frozen=True)
class Field:
    """A field and the column (from 0) that holds it; ``how`` it was found: by hand, heading, ending or stand_in."""

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
    """

    sheet: Sheet
    kind: str
    header_row: int
    first: int
    fields: tuple[Field, ...]
    days: tuple[Day, ...]
    unmatched: tuple[str, ...]
    headings: tuple[str, ...] = ()

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
        rows = self.sheet.rows[: max(self.header_row - 1, 0)]
        return tuple(text_of(cell) for row in rows for cell in row if not blank(cell))


def heading_key(text: str) -> str:
    """A heading for comparing: without blanks, line breaks, brackets, stars and punctuation."""
    plain = unicodedata.normalize("NFKC", text)
    return _NOISE.sub("", _BRACKETS.sub("", plain)).upper() or _NOISE.sub("", plain).upper()


def field_names(kind: str) -> tuple[str, ...]:
    """The fields that a sheet of this kind may have, for mapping by hand."""
    return tuple(_rules()[kind]["fields"])


def field_word(name: str, kind: str) -> str:
    """What a column of this field is called on the centres' own sheets, such as 身份证号 or 服务日期."""
    words = _rules().get(kind, {}).get("fields", {}).get(name)
    return str(words[0]) if words else name


def missing_fields(table: Table) -> list[str]:
    """The needed fields that no heading gave, one name for each group of alternatives."""
    found = table.columns.keys()
    return [group[0] for group in _rules()[table.kind]["needed"] if not found & set(group)]


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
            table = _read(sheet, kind, top, levels, mapping)
            # One level is the plainer reading where two give no field more.
            score = _score(table), -levels
            if score[0] > 0 and (best is None or score > best[0]):
                best = score, table
    return best[1] if best else None


def levels_at(sheet: Sheet, top: int) -> tuple[int, ...]:
    """On how many rows the headings from that row (an index) on may stand."""
    if top >= len(sheet.rows):
        return ()
    return (1, 2) if _two_levels(sheet, top) else (1,)


def headings_at(sheet: Sheet, top: int, levels: int) -> tuple[str, ...]:
    """The heading of every column, for comparing: upper and lower text together."""
    return tuple(heading_key(label.whole) if label.whole else "" for label in _labels(sheet, top, levels))


def _unheaded(sheet: Sheet, kind: str, mapping: Mapping[str, str]) -> Table | None:
    claimed = _by_hand((), mapping)
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
    return bool(below) and all(blank(_at(upper, column)) or blank(_at(upper, column + 1)) for column in below)


@dataclass(frozen=True)
class _Label:
    """The heading of a column: upper and lower text together, the lower one, and the group above it."""

    whole: str
    low: str
    group: str = ""


def _labels(sheet: Sheet, top: int, levels: int) -> list[_Label]:
    upper = sheet.rows[top]
    if levels == 1:
        return [_Label(text_of(cell), text_of(cell)) for cell in upper]
    lower = sheet.rows[top + 1]
    found, group = [], ""
    for column in range(max(len(upper), len(lower))):
        own, under = text_of(_at(upper, column)), text_of(_at(lower, column))
        if own:
            group = own
        elif not under:
            group = ""
        found.append(_Label(f"{group}{under}", under, group) if under else _Label(own, own))
    return found


def _read(sheet: Sheet, kind: str, top: int, levels: int, mapping: Mapping[str, str]) -> Table:
    labels = _labels(sheet, top, levels)
    claimed, ways = _claimed(kind, labels, mapping)
    fields = tuple(
        Field(name, column, _heading(labels, column), ways[name])
        for name, column in sorted(claimed.items(), key=_by_column)
    )
    taken = set(claimed.values()) | _ignored(labels, mapping)
    days = _days(labels, taken) if _rules()[kind].get("matrix") else ()
    taken |= {day.column for day in days}
    unmatched = tuple(label.whole for column, label in enumerate(labels) if label.whole and column not in taken)
    headings = tuple(_heading(labels, column) for column in range(len(labels)))
    return Table(sheet, kind, top + 1, top + levels, fields, days, unmatched, headings)


def _claimed(kind: str, labels: Sequence[_Label], mapping: Mapping[str, str]) -> tuple[dict[str, int], dict[str, str]]:
    """Field → column and → how: by hand first, then by the whole heading, its lower part, and how it ends."""
    claimed = _by_hand(labels, mapping)
    ways = dict.fromkeys(claimed, "hand")
    unread = _ignored(labels, mapping)
    synonyms = _synonyms(kind)
    whole = [heading_key(label.whole) for label in labels]
    low = [heading_key(label.low) for label in labels]
    for way, names in (
        ("heading", [synonyms.get(key) for key in whole]),
        ("heading", [synonyms.get(key) for key in low]),
        ("ending", [_by_ending(key, synonyms) for key in whole]),
    ):
        for column, name in enumerate(names):
            if name and name not in claimed and column not in unread and column not in claimed.values():
                claimed[name], ways[name] = column, way
    for name, stand_in in _rules()[kind].get("stand_ins", {}).items():
        if name not in claimed and stand_in in claimed:
            claimed[name], ways[name] = claimed.pop(stand_in), "stand_in"
    return claimed, ways


def _by_ending(heading: str, synonyms: Mapping[str, str]) -> str | None:
    """床位保险扫码号 is a 保险扫码号, but 家属身份证号 is nobody's whom we look for."""
    if _SOMEBODY_ELSE.match(heading):
        return None
    fitting = [word for word in synonyms if len(word) >= 3 and not word.isascii() and heading.endswith(word)]
    return synonyms[max(fitting, key=len)] if fitting else None


def _days(labels: Sequence[_Label], taken: Collection[int]) -> tuple[Day, ...]:
    found = []
    for column, label in enumerate(labels):
        if column in taken:
            continue
        if _is_day(label.low):
            found.append(Day(column, label.low))
        elif label.group and _is_day(label.group) and _MEAL_WORD.fullmatch(label.low):
            found.append(Day(column, label.group, label.low))
    return tuple(found)


def _by_hand(labels: Sequence[_Label], mapping: Mapping[str, str]) -> dict[str, int]:
    """The columns that the person named: by heading, else by the letter of the column."""
    claimed: dict[str, int] = {}
    for heading, name in mapping.items():
        column = _column_of(labels, heading)
        if column is not None and name:
            claimed[name] = column
    return claimed


def _ignored(labels: Sequence[_Label], mapping: Mapping[str, str]) -> set[int]:
    """The columns that the person said are not to be read."""
    columns = (_column_of(labels, heading) for heading, name in mapping.items() if not name)
    return {column for column in columns if column is not None}


def _column_of(labels: Sequence[_Label], heading: str) -> int | None:
    wanted = heading_key(heading)
    for column, label in enumerate(labels):
        if wanted in {heading_key(label.whole), heading_key(label.low)}:
            return column
    letters = heading.strip().upper()
    return column_number(letters) - 1 if re.fullmatch(r"[A-Z]{1,3}", letters) else None


def _by_column(item: tuple[str, int]) -> int:
    return item[1]


def _heading(labels: Sequence[_Label], column: int) -> str:
    label = labels[column].whole if column < len(labels) else ""
    return "".join(label.split())


def _is_day(label: str) -> bool:
    match = _DAY_LABEL.fullmatch(unicodedata.normalize("NFKC", label).replace(" ", "").split("T")[0])
    return match is not None and 1 <= int(match[1]) <= 31


def _at(row: Row, column: int) -> Cell:
    return row[column] if column < len(row) else None


@cache
def _synonyms(kind: str) -> Mapping[str, str]:
    fields: Mapping[str, list[str]] = _rules()[kind]["fields"]
    own = {name.upper(): name for name in fields}
    return own | {heading_key(word): name for name, words in fields.items() for word in words}


@cache
def _rules() -> Mapping[str, Mapping[str, Any]]:
    with resource("rules", "headings.toml").open("rb") as file:
        return tomllib.load(file)
