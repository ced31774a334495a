"""Several tables on one sheet: one below another with headings of its own, and halves printed side by side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache

from desktop.importing.book.cells import Row, blank
from desktop.importing.book.claims import heading_key, heading_rules, synonyms_of
from desktop.importing.book.headers import Table, levels_at, missing_fields, read_table

# Blanks in 姓　名 are no other heading.
_BLANKS = str.maketrans("", "", " \u3000\n\r\t")
_LONGEST_HEADING = 16
# Fewer equal headings side by side are no second half.
_LEAST_HALF = 2


def tables_of(table: Table, mapping: Mapping[str, str]) -> tuple[Table, ...]:
    """The table and every other of its kind that the sheet holds, each read by its own headings."""
    if table.header_row == 0:
        return (table,)
    return tuple(half for block in _stacked(table, mapping) for half in _halves(block, mapping))


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
    filled = sum(bool(heading) for heading in table.headings)
    known = len(table.fields) + len(table.days)
    return known * 2 >= filled - len(table.days) and known >= _LEAST_HALF


def _same_columns(one: Table, other: Table) -> bool:
    return one.columns == other.columns and [day.column for day in one.days] == [day.column for day in other.days]


def _titles_above(rows: tuple[Row, ...], index: int, first: int) -> int:
    """Where the lines above headings begin: blank ones and titles of one cell belong to what follows."""
    begins = index
    while begins > first and sum(not blank(cell) for cell in rows[begins - 1]) <= 1:
        begins -= 1
    return begins


def _may_be_headings(row: Row, kind: str) -> bool:
    return any(
        isinstance(cell, str) and len(cell) <= _LONGEST_HEADING and cell.translate(_BLANKS) in _needed_words(kind)
        for cell in row
    )


@cache
def _needed_words(kind: str) -> frozenset[str]:
    """Headings of which a heading line has at least one: those of the first needed group."""
    fields = heading_rules()[kind]["fields"]
    return frozenset(word for name in heading_rules()[kind]["needed"][0] for word in fields[name])


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
    lead = next((column for column, key in enumerate(keys) if key), 0)
    if len(names) < _LEAST_HALF:
        return []
    starts = [column - (names[0] - lead) for column in names]
    ends = [*starts[1:], len(keys)]
    first = _trimmed(keys[starts[0] : ends[0]])
    halves = [_trimmed(keys[start:end]) for start, end in zip(starts, ends, strict=True)]
    # The last one may go on with a column for remarks that all share.
    alike = all(half[: len(first)] == first for half in halves)
    return list(zip(starts, ends, strict=True)) if alike and len(first) >= _LEAST_HALF else []


def _trimmed(keys: list[str]) -> list[str]:
    while keys and not keys[-1]:
        keys = keys[:-1]
    return keys
