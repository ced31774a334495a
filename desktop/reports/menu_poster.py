"""一周菜谱: the menu of a week for the wall, in letters that are read from two metres (PDF, A3 or A4 across).

The letters are as large as there is room for on one sheet; where they would be smaller than can be read from there, the
week takes several sheets.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop.core.files import writing_beside
from desktop.core.food import Allergen
from desktop.core.money import yuan_shown
from desktop.core.progress import Progress
from desktop.core.trade import MealMode
from desktop.core.words.food import ALLERGENS
from desktop.core.words.terms import MEALS
from desktop.reports.paper import fonts
from desktop.reports.paper.document import RenderResult, date_text
from desktop.reports.paper.flow import wrap
from desktop.reports.paper.page import missing_note
from desktop.reports.paper.paper import A4, MM, Paper
from desktop.services.canteen import prices
from desktop.services.food.dishes import DishRow
from desktop.services.food.weeks import WeekMenu

TITLE = "一周菜谱"
SIZES = {"A3": (420 * MM, 297 * MM), "A4": (A4[1], A4[0])}
NOTHING = "未安排"
# The one sign of each allergen, which the foot of the poster explains.
SIGNS = {
    Allergen.GLUTEN: "麸",
    Allergen.CRUSTACEANS: "虾",
    Allergen.FISH: "鱼",
    Allergen.EGGS: "蛋",
    Allergen.PEANUTS: "花",
    Allergen.SOYBEANS: "豆",
    Allergen.MILK: "乳",
    Allergen.NUTS: "坚",
}
# Seven millimetres are read from two metres by eyes that are no longer young, nearly six just so on the small sheet;
# none need more than fifteen.
LEAST, MOST = {"A3": 20, "A4": 16}, 42
_TINY = 6
_WEEKDAYS = "一二三四五六日"
_MARGIN = 9 * MM
_PAD = 2 * MM
_LINE = 1.22
# Sizes beside that of the dishes.
_SMALL, _STRIP, _HEAD = 0.72, 0.9, 1.0
_TITLE, _FOOT = 1.7, 0.62


@dataclass(frozen=True)
class Dish:
    """A dish as it is set: its lines, and the price and signs beneath them."""

    lines: tuple[str, ...]
    price: str
    signs: tuple[str, ...]


@dataclass(frozen=True)
class Sheet:
    """One sheet of the poster: its days, the size of the letters, and per meal the dishes of each day."""

    days: tuple[dt.date, ...]
    size: float
    cells: tuple[tuple[tuple[Dish, ...], ...], ...]
    heights: tuple[float, ...]


def render_poster(
    menu: WeekMenu, centre: str, path: Path, *, size: str, printed_on: dt.date, progress: Progress | None = None
) -> RenderResult:
    """Write the poster of a week on ``A3`` or ``A4``."""
    names = [one.name for those in menu.dishes.values() for one in those]
    missing = fonts.missing_in([centre, *names])
    width, height = SIZES[size]
    sheets = _laid_out(menu, size, note=bool(missing))
    watch = progress or Progress()
    watch.start(len(sheets), TITLE)
    paper = Paper((width, height), f"{TITLE} {_span(menu)}", centre)
    with writing_beside(path) as part:
        for number, sheet in enumerate(sheets, 1):
            _draw(paper, menu, sheet, fonts.printable(centre))
            foot = f"第 {number} 页 / 共 {len(sheets)} 页　打印日期：{date_text(printed_on)}"
            _draw_foot(paper, menu, sheet.size, foot, missing_note(missing) if missing else "")
            paper.next_page()
            watch.step()
        part.write_bytes(paper.finish())
        watch.check()
    return RenderResult(path, len(sheets), tuple(missing))


def price_of(menu: WeekMenu, meal: str) -> int | None:
    """What a meal costs whom nobody subsidises, on each day of the week; None where that differs or is not set."""
    listed = (prices.in_force(day).price(prices.GUEST, meal, MealMode.DINE_IN) for day in menu.days)
    found = {None if one is None else one.price_fen for one in listed}
    return found.pop() if len(found) == 1 else None


def _laid_out(menu: WeekMenu, size: str, note: bool) -> list[Sheet]:
    """The fewest sheets on which every letter can be read; a day that is too full for a whole sheet is set smaller."""
    days, (width, height) = menu.days, SIZES[size]
    for count in range(1, len(days) + 1):
        each = math.ceil(len(days) / count)
        parts = [days[at : at + each] for at in range(0, len(days), each)]
        least = LEAST[size] if count < len(days) else _TINY
        for points in range(MOST, least - 1, -1):
            sheets = [_sheet(menu, part, points, width) for part in parts]
            room = height - 2 * _MARGIN - _head_height(points) - _foot_height(menu, points, width, note)
            if all(sum(one.heights) <= room and _whole(one, width) for one in sheets):
                return [_stretched(one, room) for one in sheets]
    return [_sheet(menu, (day,), _TINY, width) for day in days]


def _whole(sheet: Sheet, width: float) -> bool:
    """Whether the days above the columns and the prices have room."""
    room = _column(sheet.days, width) - 2 * _PAD
    heads = [line for day in sheet.days for line in _day_words(day)]
    prices = [one.price for meal in sheet.cells for cell in meal for one in cell]
    small = sheet.size * _SMALL
    return all(fonts.width(words, sheet.size * _HEAD, True) <= room for words in heads) and all(
        fonts.width(words, small) <= room for words in prices
    )


def _sheet(menu: WeekMenu, days: tuple[dt.date, ...], size: float, width: float) -> Sheet:
    room = _column(days, width) - 2 * _PAD
    cells = tuple(tuple(_dishes(menu, day, meal, size, room) for day in days) for meal in menu.meals)
    strip = size * _STRIP * 1.5
    heights = tuple(strip + 2 * _PAD + max(_cell_height(cell, size, room) for cell in meal) for meal in cells)
    return Sheet(days, size, cells, heights)


def _stretched(sheet: Sheet, room: float) -> Sheet:
    """The meals take what room is left."""
    more = (room - sum(sheet.heights)) / len(sheet.heights)
    return Sheet(sheet.days, sheet.size, sheet.cells, tuple(one + more for one in sheet.heights))


def _dishes(menu: WeekMenu, day: dt.date, meal: str, size: float, room: float) -> tuple[Dish, ...]:
    def price(one: DishRow) -> str:
        return "" if one.price_fen is None else f"{yuan_shown(one.price_fen)}元"

    def signs(one: DishRow) -> tuple[str, ...]:
        return tuple(SIGNS[Allergen(code)] for code in one.contains)

    return tuple(
        Dish(tuple(wrap(fonts.printable(one.name), room, size, True)), price(one), signs(one))
        for one in menu.of(day, meal)
    )


def _cell_height(cell: Sequence[Dish], size: float, room: float) -> float:
    return sum(_dish_height(one, size, room) for one in cell) if cell else size * _LINE


def _dish_height(one: Dish, size: float, room: float) -> float:
    rows = 0 if _beside(one, size, room) else len(_small_rows(one, size, room))
    return len(one.lines) * size * _LINE + rows * size * _SMALL * 1.45 + size * 0.25


def _beside(one: Dish, size: float, room: float) -> bool:
    """Whether price and signs have room behind the last line of the name."""
    small = size * _SMALL
    signs = small * 1.3 * len(one.signs)
    needed = fonts.width(one.price, small) + signs + size * (0.5 if one.price and one.signs else 0)
    return bool(one.price or one.signs) and fonts.width(one.lines[-1], size, True) + size / 2 + needed <= room


def _small_rows(one: Dish, size: float, room: float) -> list[tuple[str, tuple[str, ...]]]:
    """Price and signs: in one row, or in as many as the signs need."""
    small = size * _SMALL
    step = small * 1.3
    left = room - (fonts.width(one.price, small) + small / 2 if one.price else 0)
    first, rows = min(int(left / step), len(one.signs)), []
    rows.append((one.price, one.signs[:first]))
    more, per = one.signs[first:], max(int(room / step), 1)
    rows += [("", more[at : at + per]) for at in range(0, len(more), per)]
    return [row for row in rows if row[0] or row[1]]


def _column(days: Sequence[dt.date], width: float) -> float:
    return (width - 2 * _MARGIN) / len(days)


def _head_height(size: float) -> float:
    return size * (_TITLE * 1.5 + 2 * _HEAD * 1.3 + 0.5)


def _foot_lines(menu: WeekMenu, size: float, width: float) -> list[str]:
    if not menu.allergens:
        return []
    signs = "　".join(f"{SIGNS[code]}＝{ALLERGENS[code]}" for code in Allergen if code in menu.allergens)
    words = f"过敏原：{signs}。有过敏、忌口的请先告诉打餐人员。"
    return wrap(words, width - 2 * _MARGIN, size * _FOOT)


def _foot_height(menu: WeekMenu, size: float, width: float, note: bool) -> float:
    return size * _FOOT * 1.4 * len(_foot_lines(menu, size, width)) + (9 * MM if note else 5 * MM)


def _day_words(day: dt.date) -> tuple[str, str]:
    return f"周{_WEEKDAYS[day.weekday()]}", f"{day.month}月{day.day}日"


def _span(menu: WeekMenu) -> str:
    return f"{date_text(menu.days[0])}—{date_text(menu.days[-1])}"


def _draw(paper: Paper, menu: WeekMenu, sheet: Sheet, centre: str) -> None:
    size, left, right = sheet.size, _MARGIN, paper.width - _MARGIN
    column = _column(sheet.days, paper.width)
    y = _MARGIN + size * _TITLE * 1.1
    _draw_title(paper, menu, size, centre, y)
    y = _MARGIN + size * _TITLE * 1.5
    paper.rules([(left, y, right, y)], 2)
    for at, day in enumerate(sheet.days):
        for line, words in enumerate(_day_words(day)):
            place = y + size * _HEAD * (1.1 + 1.3 * line)
            paper.text_centred(left + (at + 0.5) * column, place, words, size * _HEAD, True)
    top = y
    y = _MARGIN + _head_height(size)
    for meal, cells, height in zip(menu.meals, sheet.cells, sheet.heights, strict=True):
        _draw_meal(paper, menu, sheet, (meal, cells), y, y + height)
        y += height
    inner = [left + at * column for at in range(1, len(sheet.days))]
    paper.rules([(left, y, right, y), (left, top, left, y), (right, top, right, y)], 2)
    paper.rules([(x, top, x, _MARGIN + _head_height(size)) for x in inner], 0.8)


def _draw_title(paper: Paper, menu: WeekMenu, size: float, centre: str, y: float) -> None:
    """The title in the middle, the centre at its left and the week at its right, as large as they fit."""
    title = size * _TITLE
    paper.text_centred(paper.width / 2, y, TITLE, title, True)
    room = paper.width / 2 - _MARGIN - fonts.width(TITLE, title, True) / 2 - size / 2
    for words, place in ((centre, paper.text), (_span(menu), paper.text_right)):
        wide = fonts.width(words, 1)
        fits = min(size * _SMALL, room / wide if wide else size)
        place(_MARGIN if place == paper.text else paper.width - _MARGIN, y, words, fits)


def _draw_meal(
    paper: Paper,
    menu: WeekMenu,
    sheet: Sheet,
    meal: tuple[str, tuple[tuple[Dish, ...], ...]],
    top: float,
    bottom: float,
) -> None:
    kind, cells = meal
    size, left, right = sheet.size, _MARGIN, paper.width - _MARGIN
    column, strip = _column(sheet.days, paper.width), size * _STRIP
    line = top + strip * 1.5
    price = price_of(menu, kind)
    words = f"{MEALS[kind]}餐" + ("" if price is None else f"　每份{yuan_shown(price)}元")
    paper.rules([(left, top, right, top)], 2)
    paper.text(left + _PAD, top + strip * 1.1, words, strip, True)
    paper.rules([(left, line, right, line)], 0.8)
    paper.rules([(left + at * column, line, left + at * column, bottom) for at in range(1, len(cells))], 0.8)
    for at, cell in enumerate(cells):
        _draw_cell(paper, cell, size, (left + at * column + _PAD, line + _PAD), column - 2 * _PAD)


def _draw_cell(paper: Paper, cell: Sequence[Dish], size: float, at: tuple[float, float], room: float) -> None:
    left, y = at
    if not cell:
        paper.text_centred(left + room / 2, y + size * 0.95, NOTHING, size * _SMALL)
    for one in cell:
        place = y
        for words in one.lines:
            paper.text(left, place + size * 0.95, words, size, True)
            place += size * _LINE
        small = size * _SMALL
        if _beside(one, size, room):
            taken = fonts.width(one.lines[-1], size, True) + size / 2
            beside = place - size * (_LINE - 0.95) - small * 1.02
            _draw_small(paper, one.price, one.signs, small, (left + taken, beside))
        else:
            for price, signs in _small_rows(one, size, room):
                _draw_small(paper, price, signs, small, (left, place))
                place += small * 1.45
        y += _dish_height(one, size, room)


def _draw_small(paper: Paper, price: str, signs: Sequence[str], small: float, at: tuple[float, float]) -> None:
    left, y = at
    paper.text(left, y + small * 1.02, price, small)
    x = left + (fonts.width(price, small) + small * 0.5 if price else 0)
    for sign in signs:
        edges = (x, y + small * 0.08, x + small * 1.16, y + small * 1.24)
        paper.text(x + small * 0.08, edges[1] + small * 0.96, sign, small, True)
        paper.rules(_square(edges), 1)
        x += small * 1.3


def _square(edges: tuple[float, float, float, float]) -> list[tuple[float, float, float, float]]:
    left, top, right, bottom = edges
    across = [(left, y, right, y) for y in (top, bottom)]
    return [*across, *((x, top, x, bottom) for x in (left, right))]


def _draw_foot(paper: Paper, menu: WeekMenu, size: float, foot: str, note: str) -> None:
    y = paper.height - _MARGIN
    paper.text_right(paper.width - _MARGIN, y, foot, 9)
    if note:
        y -= 4 * MM
        paper.text(_MARGIN, y, note, 8)
    lines = _foot_lines(menu, size, paper.width)
    y -= 4 * MM + size * _FOOT * 1.4 * (len(lines) - 1)
    for words in lines:
        paper.text(_MARGIN, y, words, size * _FOOT)
        y += size * _FOOT * 1.4
