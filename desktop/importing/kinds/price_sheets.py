"""The sheet 价格与补贴: prices and subsidies valid from the first day of the month."""

from __future__ import annotations

import re

from desktop.core.money import parse_yuan, to_fen
from desktop.core.period import Month
from desktop.core.reasons import Reason
from desktop.importing.book.cells import Row, Sheet, blank, text_of
from desktop.importing.book.words import code_of, codes_of
from desktop.importing.verdicts import Tally
from desktop.services.canteen import price_edits
from desktop.services.writing.journal import Unit

_SHEET_NAME = re.compile(r"价格|补贴|收费标准|单价|餐标")
_AGE = re.compile(r"(\d{2,3})\s*(?:周岁|岁)")
Rule = tuple[int | None, tuple[str, ...], int]


def is_price_sheet(sheet: Sheet) -> bool:
    """Whether a sheet lists prices rather than people."""
    return _SHEET_NAME.search(sheet.name) is not None and len(sheet.rows) <= 60


def take_in(unit: Unit, sheet: Sheet, month: Month, tally: Tally) -> None:
    """Record the prices and subsidies of the sheet; a line that is neither is named."""
    rules: list[Rule] = []
    for number, row in enumerate(sheet.rows, start=1):
        found = _labelled_amount(row)
        if found is None:
            continue
        label, fen = found
        meal = code_of("meal", label)
        if meal:
            price_edits.store_price(unit, month.first, meal, fen)
            continue
        rule = _rule(label, fen)
        if rule is None:
            tally.warn(number, Reason.UNKNOWN_WORD, label)
        else:
            rules.append(rule)
    if rules:
        price_edits.store_subsidies(unit, month.first, rules)


def _labelled_amount(row: Row) -> tuple[str, int] | None:
    filled = [cell for cell in row if not blank(cell)]
    if len(filled) < 2:
        return None
    try:
        return text_of(filled[0]), to_fen(parse_yuan(text_of(filled[1])))
    except ValueError:
        return None


def _rule(label: str, fen: int) -> Rule | None:
    age = _AGE.search(label)
    if age is not None:
        return int(age[1]), (), fen
    codes, unknown = codes_of("flags", label)
    flags = set(codes)
    for word in unknown:
        # 特困 alone means both ways of being provided for.
        if "特困" not in word:
            return None
        flags |= {"destitute_institution", "destitute_home"}
    return (None, tuple(sorted(flags)), fen) if flags else None
