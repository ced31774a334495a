"""Several tables on one sheet: one below another with headings of its own, and halves printed side by side."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache

from desktop.importing.book.cells import Row, blank
from desktop.importing.book.claims import heading_key, heading_rules, says_nothing, synonyms_of
from desktop.importing.book.headers import Table, levels_at, missing_fields, read_table

_DECORATED = re.compile(r"[*★☆:：(（\[【]")
# Blanks in 姓　名 are no other heading.
_BLANKS = str.maketrans("", "", " \u3000\n\r\t")
_LONGEST_HEADING = 16
# Fewer equal headings side by side are no second half.
_LEAST_HALF = 2
# A form has no more lines with headings than this.
_LOOKED_DOWN = 60


def tables_of(table: Table, mapping: Mapping[str, str], above: bool = True) -> tuple[Table, ...]:
    """The table and every other of its kind that the sheet holds, each read by its own headings.

    The best headings may stand below others; ``above`` is False where a person said which are the first.
    """
    if table.header_row == 0:
        return (table,)
    first = _first_above(table, mapping) if above else table
    return tuple(half for block in _stacked(first, mapping) for half in _halves(block, mapping))


def _first_above(table: Table, mapping: Mapping[str, str]) -> Table:
    rows, last = table.sheet.rows, table.header_row - 1
    for index in range(last):
        found = _headings_here(table, index, mapping) if _may_be_headings(rows[index], table.kind) else None
        if found is not None and any(_several(row) for row in rows[found.first : last]):
            return found
    return table


def _several(row: Row) -> bool:
    return sum(not blank(cell) for cell in row) > 1


def _stacked(table: Table, mapping: Mapping[str, str]) -> Iterator[Table]:
    rows, current = table.sheet.rows, table
    for index in range(table.first, len(rows)):
        if index < current.first or not _may_be_headings(rows[index], table.kind):
            continue
        found = _headings_here(current, index, mapping)
        if found is None or _same_columns(found, current):
            # The same headings once more, as at the top of a printed page, are skipped as they always were.
            continue
        begins = _titles_above(rows, index, current.first)
        yield replace(current, stop=begins)
        current = replace(found, top=begins)
    yield current


def _headings_here(current: Table, index: int, mapping: Mapping[str, str]) -> Table | None:
    found = [
        read_table(current.sheet, current.kind, index, levels, mapping) for levels in levels_at(current.sheet, index)
    ]
    whole = [table for table in found if not missing_fields(table) and _mostly_headings(table)]
    return max(whole, key=lambda table: len(table.fields), default=None)


def _mostly_headings(table: Table) -> bool:
    # Halves have each heading twice, and 序号 over a column says nothing for or against.
    filled = len({heading_key(heading) for heading in table.headings if heading and not says_nothing(heading)})
    known = len(table.fields) + len(table.days)
    return known * 2 >= filled - len(table.days) and known >= _LEAST_HALF


def _same_columns(one: Table, other: Table) -> bool:
    same = one.columns == other.columns and [day.column for day in one.days] == [day.column for day in other.days]
    # A second half, or another person's column, is one heading more to the right.
    unread = [heading_key(text) for text in one.unmatched] == [heading_key(text) for text in other.unmatched]
    return same and unread and [bool(text) for text in one.headings] == [bool(text) for text in other.headings]


def _titles_above(rows: tuple[Row, ...], index: int, first: int) -> int:
    """Where the lines above headings begin: blank ones and titles of one cell belong to what follows."""
    begins = index
    while begins > first and sum(not blank(cell) for cell in rows[begins - 1]) <= 1:
        begins -= 1
    return begins


def _may_be_headings(row: Row, kind: str) -> bool:
    return any(isinstance(cell, str) and len(cell) <= _LONGEST_HEADING and _needed(cell, kind) for cell in row)


def _needed(cell: str, kind: str) -> bool:
    words, plain = _needed_words(kind), cell.translate(_BLANKS)
    # Stars and brackets are seldom, and taking them away costs time in a hundred thousand rows.
    return plain in words or (_DECORATED.search(plain) is not None and heading_key(plain) in words)


@cache
def _needed_words(kind: str) -> frozenset[str]:
    """Headings of which a heading line has at least one: those of the first needed group."""
    fields = heading_rules()[kind]["fields"]
    return frozenset(word for name in heading_rules()[kind]["needed"][0] for word in fields[name])


def on_its_side(table: Table) -> bool:
    """Whether more headings stand below one another in a column than beside each other: a turned list, or a form."""
    if table.header_row == 0 or any(field.how in {"hand", "remembered"} for field in table.fields):
        return False
    synonyms = synonyms_of(table.kind)
    rows = table.sheet.rows[table.header_row - 1 : table.header_row - 1 + _LOOKED_DOWN]
    below: dict[int, set[str]] = {}
    for row in rows:
        named = {
            column: name
            for column, cell in enumerate(row)
            if isinstance(cell, str) and len(cell) <= _LONGEST_HEADING and (name := synonyms.get(heading_key(cell)))
        }
        # Beside the heading of a turned list or a form stands what it is about; a second heading line is all headings.
        if len(named) * 2 <= sum(not blank(cell) for cell in row):
            for column, name in named.items():
                below.setdefault(column, set()).add(name)
    return max(map(len, below.values()), default=0) > len(table.fields) + len(table.days)


def _halves(table: Table, mapping: Mapping[str, str]) -> Iterator[Table]:
    spans = _spans(table)
    if len(spans) < _LEAST_HALF:
        yield table
        return
    levels = table.first - (table.header_row - 1)
    for part, span in enumerate(spans):
        half = read_table(table.sheet, table.kind, table.header_row - 1, levels, mapping, span)
        yield replace(half, top=table.top, stop=table.stop, part=part)


def _spans(table: Table) -> list[tuple[int, int]]:
    """The columns of every half: the same headings in the same order, once more to the right."""
    keys = [heading_key(heading) if heading else "" for heading in table.headings]
    synonyms = synonyms_of(table.kind)
    names = [column for column, key in enumerate(keys) if synonyms.get(key) == "name"]
    if len(names) < _LEAST_HALF:
        return []
    return _spans_in_order(keys, names) or _spans_by_field([synonyms.get(key, key) for key in keys])


def _spans_in_order(keys: list[str], names: list[int]) -> list[tuple[int, int]]:
    lead = next((column for column, key in enumerate(keys) if key), 0)
    starts = [column - (names[0] - lead) for column in names]
    ends = [*starts[1:], len(keys)]
    first = _trimmed(keys[starts[0] : ends[0]])
    halves = [_trimmed(keys[start:end]) for start, end in zip(starts, ends, strict=True)]
    # The last one may go on with a column for remarks that all share.
    alike = all(half[: len(first)] == first for half in halves)
    return list(zip(starts, ends, strict=True)) if alike and len(first) >= _LEAST_HALF else []


def _spans_by_field(fields: list[str]) -> list[tuple[int, int]]:
    """Halves whose headings stand in another order or are fewer: each begins where a field comes once more.

    A half tells of a person of the list only with the name and with whatever identifies those of the first half.
    """
    starts, seen = [0], set[str]()
    for column, name in enumerate(fields):
        if name and name in seen:
            starts.append(column)
            seen = set()
        seen.add(name)
    spans = list(zip(starts, [*starts[1:], len(fields)], strict=True))
    halves = [{name for name in fields[first:last] if name} for first, last in spans]
    whole = halves[0] & {"name", "id_number", "born_on"}
    alike = all(whole <= half <= halves[0] for half in halves[1:-1]) and whole <= halves[-1]
    fits = len(halves) >= _LEAST_HALF and len(whole) >= _LEAST_HALF and alike
    return spans if fits and len(halves[-1] - halves[0]) <= 1 else []


def _trimmed(keys: list[str]) -> list[str]:
    while keys and not keys[-1]:
        keys = keys[:-1]
    return keys
