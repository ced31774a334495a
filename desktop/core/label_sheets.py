"""Label sheets as data: where each label lies on the paper, to the tenth of a millimetre."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from desktop.core import i18n
from desktop.core.paths import resource
from desktop.core.printers import LabelPaper, Pair

# A side of the code and its quiet zone, in modules (reports.paper.qr).
CODE, QUIET = 29, 4
# The strip for the number beneath the code, in millimetres.
NUMBER_HIGH = 3.2
# A card has a banner where its label is so high (mm); on a lower one it would leave no room for the code.
BANNER = 0.2
BANNER_FROM = 45.0
# A cheap printer and a scanner at arm's length read nothing smaller (mm); nobody needs it larger.
LEAST_MODULE, LARGEST_MODULE = 0.47, 0.9
# What the words beside the code need at least: so much of the label's width, and so many millimetres.
_WORDS_SHARE, _WORDS_LEAST = 0.4, 14.0
# What adding up decimals may be off by.
SLACK = 0.01


# One dot of a printer in millimetres; 0 where a sheet goes through any printer.
DOTS = MappingProxyType({LabelPaper.SHEET: 0.0, LabelPaper.ROLL_203: 0.125, LabelPaper.ROLL_300: 25.4 / 300})


@dataclass(frozen=True)
class LabelSheet:
    """One layout of labels; every measure in millimetres from the top left corner."""

    name: str
    title: str
    english: str
    page: Pair
    label: Pair
    columns: int
    rows: int
    left: float
    top: float
    gap: Pair
    padding: Pair
    module: float
    frame: bool = False
    dot: float = 0.0

    @property
    def shown(self) -> str:
        """What the sheet is called in the language in use."""
        return self.english if i18n.language() == "en" else self.title

    @property
    def cells(self) -> int:
        """Labels on one sheet."""
        return self.columns * self.rows

    def sheets(self, count: int, first: int = 1) -> int:
        """How many sheets so many labels take, from this cell of the first one on, counted from 1."""
        return -(-(first - 1 + count) // self.cells) if count else 0

    def free_after(self, count: int, first: int = 1) -> int:
        """The first free cell once so many labels are printed from there, counted from 1; 1 of a fresh sheet."""
        return (first - 1 + count) % self.cells + 1

    @property
    def single(self) -> bool:
        """Whether each label is a page of its own, as on a thermal roll."""
        return self.cells == 1

    def on_dot(self, at: float) -> float:
        """The next dot of the printer from there on, where the sheet knows how large they are."""
        return math.ceil(round(at / self.dot, 6)) * self.dot if self.dot else at

    @property
    def extent(self) -> Pair:
        """How far the last label reaches from the corner of the paper."""
        left, top = self.place(self.cells - 1)
        return left + self.label[0], top + self.label[1]

    def place(self, cell: int) -> Pair:
        """Left and top of a cell, counted from 0 row by row."""
        row, column = divmod(cell, self.columns)
        across = self.left + column * (self.label[0] + self.gap[0])
        return across, self.top + row * (self.label[1] + self.gap[1])


def module_by(label: Pair, padding: float, dot: float = 0.0) -> Pair:
    """The largest module for which a label has room, by its width and by its height; below nothing there is none."""
    wide, high = label[0] - dot, label[1] - dot
    words = max(_WORDS_LEAST, _WORDS_SHARE * label[0])
    room = CODE + QUIET
    by_width = min((wide - words - padding) / (room + QUIET), (wide - words - 2 * padding) / room)
    by_height = min((high - NUMBER_HIGH - padding) / (room + QUIET), (high - NUMBER_HIGH - 2 * padding) / room)
    if label[1] >= BANNER_FROM:
        by_height = min(by_height, ((1 - BANNER) * (high - 2 * padding) - NUMBER_HIGH) / (room + QUIET))
    return _whole(by_width, dot), _whole(by_height, dot)


def least_label(padding: float, dot: float = 0.0) -> Pair:
    """The smallest label, to the tenth of a millimetre, whose code can be read."""

    def fits(tenths: int, way: int) -> bool:
        return module_by((tenths / 10, tenths / 10), padding, dot)[way] >= LEAST_MODULE

    # A label that is as high as one with a banner is far beyond the least one.
    across, down = (next(tenths for tenths in range(1, 2000) if fits(tenths, way)) / 10 for way in (0, 1))
    return across, down


def _whole(module: float, dot: float) -> float:
    """Downwards to whole dots, else to a hundredth of a millimetre; never more than anybody needs."""
    step = dot or 0.01
    return max(math.floor(round(min(module, LARGEST_MODULE) / step, 6)) * step, 0.0)


@cache
def shipped_sheets() -> Mapping[str, LabelSheet]:
    """The layouts that the program ships (``resources/rules/labels.toml``) by name, in its order."""
    with resource("rules", "labels.toml").open("rb") as stream:
        data = tomllib.load(stream)
    return MappingProxyType({entry["name"]: _sheet(entry) for entry in data["sheet"]})


def _sheet(entry: Mapping[str, object]) -> LabelSheet:
    pairs = {key: _pair(entry[key]) for key in ("page", "label", "gap", "padding")}
    sheet = LabelSheet(
        name=str(entry["name"]),
        title=str(entry["title"]),
        english=str(entry["english"]),
        columns=int(_number(entry["columns"])),
        rows=int(_number(entry["rows"])),
        left=_number(entry["left"]),
        top=_number(entry["top"]),
        module=_number(entry["module"]),
        frame=bool(entry.get("frame", False)),
        dot=_number(entry.get("dot", 0.0)),
        **pairs,
    )
    _check(sheet)
    return sheet


def _number(value: object) -> float:
    if not isinstance(value, int | float):
        raise ValueError(f"not a measure: {value!r}")
    return float(value)


def _pair(value: object) -> Pair:
    if not isinstance(value, list) or len(value) != 2:
        raise ValueError(f"not a pair of measures: {value!r}")
    return _number(value[0]), _number(value[1])


def _check(sheet: LabelSheet) -> None:
    """A layout that runs off the paper is a mistake in the data."""
    if any(far > side + SLACK for far, side in zip(sheet.extent, sheet.page, strict=True)):
        raise ValueError(f"labels run off the paper: {sheet.name}")
