"""The marks of a month matrix, read and written: √ 送 打 早 晚 √晚 送晚 晚送 …, one cell for somebody's day."""

from __future__ import annotations

import re
from collections.abc import Mapping

from desktop.core.text import sign_key
from desktop.core.trade import MealKind, MealMode

Served = tuple[str, str]

LEGEND = "√＝午餐堂食　送＝午餐送餐　打＝午餐打包　早＝早餐堂食　晚＝晚餐堂食　晚送＝晚餐送餐　√晚＝午餐堂食+晚餐堂食"
_MEALS = {"早": MealKind.BREAKFAST, "午": MealKind.LUNCH, "中": MealKind.LUNCH, "晚": MealKind.DINNER}
_MODES = {
    "送": MealMode.DELIVERED,
    "打": MealMode.TAKEAWAY,
    "堂": MealMode.DINE_IN,
    "带": MealMode.TAKEAWAY,
}
_SEPARATORS = "、,;+/"
# What people write where nothing was eaten.
_NOTHING = frozenset({"", "×", "X", "0", "-", "—", "无", "否"})
# A tick says lunch when no meal stands beside it: 早√ is one breakfast, √晚 lunch and dinner.
_TOKEN = re.compile(
    r"(?P<meal>[早午中晚])餐?(?P<mode>送|打|堂|带)?餐?食?包?[√✓✔☑]?|(?P<bare>送|打|堂|带)餐?食?包?|(?P<tick>[√✓✔☑1VY是])"
)
_MEALS_NAMED = re.compile(r"[早午中晚]")
_MEAL_SIGNS = {MealKind.BREAKFAST: "早", MealKind.LUNCH: "午", MealKind.DINNER: "晚"}
_MODE_SIGNS = {MealMode.DINE_IN: "", MealMode.DELIVERED: "送", MealMode.TAKEAWAY: "打"}


def read(mark: str, usual: str = MealKind.LUNCH, usual_mode: str = MealMode.DINE_IN) -> tuple[Served, ...] | None:
    """The (meal, mode) pairs of one cell: () for none eaten, None for a mark that is not understood.

    A mark that names no meal is the ``usual`` one, one that names no mode was served as usual.
    """
    text = sign_key(mark).strip(_SEPARATORS)
    if text in _NOTHING:
        return ()
    found: dict[str, str] = {}
    position = 0
    while position < len(text):
        if text[position] in _SEPARATORS:
            position += 1
            continue
        match = _TOKEN.match(text, position)
        if match is None:
            return None
        meal, mode = _served(match, usual, usual_mode)
        if meal in found and match["tick"] and text[match.start() - 1 : match.start()] == match[0]:
            # √√ may be two meals or two people's: nobody can tell.
            return None
        found.setdefault(meal, mode)
        position = match.end()
    return tuple(found.items())


def written(served: Mapping[str, str]) -> str:
    """The cell for {meal: mode}, which ``read`` reads as the same.

    Lunch is √, 送 or 打 as people write it; it is named behind a breakfast, whose own mode it would be otherwise.
    """
    signs = []
    for meal, sign in _MEAL_SIGNS.items():
        if meal not in served:
            continue
        mode = _MODE_SIGNS[MealMode(served[meal])]
        unnamed = meal == MealKind.LUNCH and MealKind.BREAKFAST not in served
        signs.append((mode or "√") if unnamed else f"{sign}{mode}")
    return "".join(signs)


def meaning(text: str) -> tuple[Served, ...]:
    """What a legend says in words, such as 午餐送餐+晚餐堂食."""
    found: dict[str, str] = {}
    for part in re.split(r"[+、]", text):
        mode = next((code for sign, code in _MODES.items() if sign in part), MealMode.DINE_IN)
        for meal in _MEALS_NAMED.findall(part) or ["午"]:
            found.setdefault(_MEALS[meal], mode)
    return tuple(found.items())


def _served(match: re.Match[str], usual: str, usual_mode: str) -> Served:
    if match["meal"]:
        return _MEALS[match["meal"]], _MODES.get(match["mode"] or "", usual_mode)
    return usual, _MODES.get(match["bare"] or "", usual_mode)
