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
from desktop.core.printers import Pair


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

    def place(self, cell: int) -> Pair:
        """Left and top of a cell, counted from 0 row by row."""
        row, column = divmod(cell, self.columns)
        across = self.left + column * (self.label[0] + self.gap[0])
        return across, self.top + row * (self.label[1] + self.gap[1])


@cache
def label_sheets() -> Mapping[str, LabelSheet]:
    """All layouts of ``resources/rules/labels.toml`` by name, in its order."""
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
    left, top = sheet.place(sheet.cells - 1)
    slack = 0.01
    if left + sheet.label[0] > sheet.page[0] + slack or top + sheet.label[1] > sheet.page[1] + slack:
        raise ValueError(f"labels run off the paper: {sheet.name}")
