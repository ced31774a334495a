"""The marks of a month matrix as a sheet has them: those of all sheets, and what its own legend (说明) adds to them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping

from desktop.core import meal_marks
from desktop.core.meal_marks import Served
from desktop.core.text import sign_key
from desktop.core.trade import MealKind, MealMode
from desktop.importing.book.words import code_of

_LEGEND = re.compile(r"([^\s=:;,、。]{1,4}?)\s*=\s*([早午中晚餐堂食送打包外带均都+和及、与]{2,20})")


def read_mark(
    mark: str,
    legend: Mapping[str, tuple[Served, ...]],
    usual: str = MealKind.LUNCH,
    usual_mode: str = MealMode.DINE_IN,
) -> tuple[Served, ...] | None:
    """The (meal, mode) pairs of one cell: () for none eaten, None for a mark that nobody explained.

    A mark that names no meal is the ``usual`` one of its row or sheet, one that names no mode was served as usual.
    """
    text = sign_key(mark).strip("、,;+/")
    if text in legend:
        return legend[text]
    if not text or code_of("truth", text) == "no":
        return ()
    found = meal_marks.read(text, usual, usual_mode)
    return _by_legend(text, legend) if found is None else found


def read_legend(texts: Iterable[str]) -> dict[str, tuple[Served, ...]]:
    """What the lines above and below a matrix say that its marks mean: 送晚=午餐送餐+晚餐堂食."""
    found: dict[str, tuple[Served, ...]] = {}
    for text in texts:
        for mark, said in _LEGEND.findall(unicodedata.normalize("NFKC", text)):
            served = meal_marks.meaning(said)
            if served:
                found[sign_key(mark)] = served
    return found


def _by_legend(text: str, legend: Mapping[str, tuple[Served, ...]]) -> tuple[Served, ...] | None:
    """Several explained marks in one cell, such as ○△."""
    found: list[Served] = []
    for char in text:
        if char not in legend:
            return None
        found += legend[char]
    return tuple(dict.fromkeys(found))
