"""The native area that an ID number tells: its first six digits by the name that they bore (GB/T 2260).

Retired codes are normal. Numbers were first given in 1984, also to people born long before: a code says which
division it was when the number was given, so for an older person the name of 1984 counts, not that of the birth year.
"""

from __future__ import annotations

import datetime as dt
from functools import cache

from desktop.core.paths import resource

FIRST_NUMBERS = 1984
_PLACEHOLDERS = ("市辖区", "县", "省直辖县级行政单位", "自治区直辖县级行政单位")

Span = tuple[int, int, str]


def area_name(id_number: str, born_on: dt.date | None = None) -> str:
    """``云南省昆明市呈贡县`` for 530121; ``""`` for an unknown code. Without a birth date the number tells it."""
    code = id_number.strip()[:6]
    if len(code) < 6 or not code.isascii() or not code.isdigit():
        return ""
    year = max(_birth_year(id_number, born_on), FIRST_NUMBERS)
    known = _divisions()
    if code not in known:
        return ""
    above = [code[:2] + "0000", code[:4] + "00"]
    parts = [_named(known.get(one, ()), year) for one in dict.fromkeys((*above, code))]
    # A prefecture code that stands only for "districts" or "counties" says nothing of its own.
    return "".join(part for index, part in enumerate(parts) if part and not (index == 1 and part in _PLACEHOLDERS))


def _birth_year(id_number: str, born_on: dt.date | None) -> int:
    if born_on is not None:
        return born_on.year
    digits = id_number.strip()[6:10]
    return int(digits) if len(id_number.strip()) == 18 and digits.isdigit() else FIRST_NUMBERS


def _named(spans: tuple[Span, ...], year: int) -> str:
    """The name in that year, else the name of the years nearest to it."""
    if not spans:
        return ""
    return min(spans, key=lambda span: max(span[0] - year, year - span[1], 0))[2]


@cache
def _divisions() -> dict[str, tuple[Span, ...]]:
    found: dict[str, tuple[Span, ...]] = {}
    for line in resource("codes", "divisions.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            code, *spans = line.split("\t")
            found[code] = tuple(_span(text) for text in spans)
    return found


def _span(text: str) -> Span:
    years, name = text.split(" ", 1)
    first, last = years.split("-")
    return (int(first or 0), int(last or 9999), name)
