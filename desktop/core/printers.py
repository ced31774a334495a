"""How a printer is off, and what puts it right: labels have to lie on the labels to half a millimetre."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

Pair = tuple[float, float]

# A printer that is off by more has other paper in it than was chosen.
MOST_OFF_MM = 20.0
# Printing at "fit to page" shrinks by 3 to 5 %; more is another mistake.
MOST_STRETCH = 0.06
_MEASURE = re.compile(r"[+-]?\d{1,4}(\.\d+)?")


class LabelPaper(StrEnum):
    """What labels are on: sheets of paper, or a roll in a thermal printer of so many dots to the inch."""

    SHEET = "sheet"
    ROLL_203 = "roll_203"
    ROLL_300 = "roll_300"


class LabelKind(StrEnum):
    """What is printed on labels."""

    BEDS = "beds"
    RESIDENTS = "residents"


@dataclass(frozen=True)
class Adjustment:
    """What is done to every place before it is printed: stretched about the paper's corner, then shifted (mm)."""

    right: float = 0.0
    down: float = 0.0
    wide: float = 1.0
    high: float = 1.0

    def place(self, at: Pair) -> Pair:
        """Where something has to be sent so that the printer puts it there."""
        return at[0] * self.wide + self.right, at[1] * self.high + self.down

    @property
    def possible(self) -> bool:
        """Whether a printer can be off by so much."""
        near = all(abs(part) <= MOST_OFF_MM for part in (self.right, self.down))
        return near and all(round(abs(part - 1), 4) <= MOST_STRETCH for part in (self.wide, self.high))


NONE = Adjustment()


@dataclass(frozen=True)
class Lines:
    """The four lines of a test page, in mm: the first across and down, and how far the second lies from it."""

    left: float
    top: float
    across: float
    down: float

    @staticmethod
    def of(page: Pair) -> Lines:
        """Those of a paper: as far apart as there is room, for a scale shows itself only over a distance."""
        margin = 20.0 if min(page) >= 100 else 10.0
        return Lines(margin, margin, page[0] - 2 * margin, page[1] - 2 * margin)


def adjustment(meant: Lines, measured: Lines) -> Adjustment:
    """What puts a printer right that printed these lines there; the page was printed without any adjustment.

    The printer puts x at ``a + s·x``. Two lines give s and a, and sending ``(x - a) / s`` brings x back to x.
    """
    wide, high = meant.across / measured.across, meant.down / measured.down
    return Adjustment(
        _rounded(meant.left - measured.left * wide, 2),
        _rounded(meant.top - measured.top * high, 2),
        _rounded(wide, 4),
        _rounded(high, 4),
    )


def read_millimetres(typed: str) -> float | None:
    """A measure as a hand types it, ``20.4`` or ``20，4``; None for what is none."""
    text = unicodedata.normalize("NFKC", typed).strip().removesuffix("mm").strip().replace(",", ".")
    return float(text) if _MEASURE.fullmatch(text) else None


def _rounded(value: float, places: int) -> float:
    # A minus before nothing would be shown.
    return round(value, places) + 0.0
