"""The marks of a month matrix: √ 送 晚 √晚 送晚, and what a sheet's own legend (说明) adds to them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping

from desktop.core.trade import MealKind, MealMode
from desktop.importing.book.words import code_of, key_of

Served = tuple[str, str]

_MEALS = {"早": "breakfast", "午": "lunch", "中": "lunch", "晚": "dinner"}
_MODES = {"送": MealMode.DELIVERED, "打": MealMode.TAKEAWAY, "堂": MealMode.DINE_IN, "带": MealMode.TAKEAWAY}
# A tick says lunch when no meal stands beside it: 早√ is one breakfast, √晚 lunch and dinner.
_TOKEN = re.compile(
    r"(?P<meal>[早午中晚])餐?(?P<mode>送|打|堂|带)?餐?食?包?[√✓✔☑]?|(?P<bare>送|打|堂|带)餐?食?包?|(?P<tick>[√✓✔☑1VY是])"
)
_LEGEND = re.compile(r"([^\s=:;,、。]{1,4}?)\s*=\s*([早午中晚餐堂食送打包外带均都+和及、与]{2,20})")
_MEALS_NAMED = re.compile(r"[早午中晚]")


def read_mark(
    mark: str,
    legend: Mapping[str, tuple[Served, ...]],
    usual: str = MealKind.LUNCH,
    usual_mode: str = MealMode.DINE_IN,
) -> tuple[Served, ...] | None:
    """The (meal, mode) pairs of one cell: () for none eaten, None for a mark that nobody explained.

    A mark that names no meal is the ``usual`` one of its row or sheet, one that names no mode was served as usual.
    """
    text = key_of(mark).strip("、,;+/")
    if text in legend:
        return legend[text]
    if not text or code_of("truth", text) == "no":
        return ()
    found: dict[str, str] = {}
    position = 0
    while position < len(text):
        if text[position] in "、,;+/":
            position += 1
            continue
        match = _TOKEN.match(text, position)
        if match is None:
            return _by_legend(text, legend)
        meal, mode = _served(match, usual, usual_mode)
        if meal in found and match["tick"] and text[match.start() - 1 : match.start()] == match[0]:
            # √√ may be two meals or two people's: nobody can tell.
            return _by_legend(text, legend)
        found.setdefault(meal, mode)
        position = match.end()
    return tuple(found.items())


def read_legend(texts: Iterable[str]) -> dict[str, tuple[Served, ...]]:
    """What the lines above and below a matrix say that its marks mean: 送晚=午餐送餐+晚餐堂食."""
    found: dict[str, tuple[Served, ...]] = {}
    for text in texts:
        for mark, meaning in _LEGEND.findall(unicodedata.normalize("NFKC", text)):
            served = _meaning(meaning)
            if served:
                found[key_of(mark)] = served
    return found


def _served(match: re.Match[str], usual: str, usual_mode: str) -> Served:
    if match["meal"]:
        return _MEALS[match["meal"]], _MODES.get(match["mode"] or "", usual_mode)
    return usual, _MODES.get(match["bare"] or "", usual_mode)


def _by_legend(text: str, legend: Mapping[str, tuple[Served, ...]]) -> tuple[Served, ...] | None:
    """Several explained marks in one cell, such as ○△."""
    found: list[Served] = []
    for char in text:
        if char not in legend:
            return None
        found += legend[char]
    return tuple(dict.fromkeys(found))


def _meaning(text: str) -> tuple[Served, ...]:
    found: dict[str, str] = {}
    for part in re.split(r"[+、]", text):
        mode = next((code for sign, code in _MODES.items() if sign in part), "dine_in")
        for meal in _MEALS_NAMED.findall(part) or ["午"]:
            found.setdefault(_MEALS[meal], mode)
    return tuple(found.items())
