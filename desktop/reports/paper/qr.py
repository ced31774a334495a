"""The printed code: 17 digits as a QR code of 29 modules a side, level H, as boxes to fill."""

from __future__ import annotations

from collections.abc import Iterator

import qrcode
from qrcode.constants import ERROR_CORRECT_H
from qrcode.util import MODE_NUMBER, QRData

from desktop.core.codes import Code
from desktop.reports.paper.paper import Box

# Version 1 holds the digits as well, but a spot on a tenth of it hides more than its level mends; version 3 stands that
# anywhere but on a finder pattern (docs/decisions/0046-labels.md).
VERSION = 3
MODULES = 17 + 4 * VERSION
# The smallest that holds the 96 digits of a recovery sheet at level H.
_LONG = 5
LONG_MODULES = 17 + 4 * _LONG
QUIET = 4
# Choosing the best of the eight masks takes most of the time; any one of them reads as well on paper.
MASK = 3

Run = tuple[int, int, int]


def runs(digits: str) -> list[Run]:
    """The dark modules of a code as (row, first column, length); ValueError when the digits are no code."""
    Code.parse(digits)
    return _runs(digits, VERSION)


def _runs(digits: str, version: int) -> list[Run]:
    maker = qrcode.QRCode(version=version, error_correction=ERROR_CORRECT_H, border=0, mask_pattern=MASK)
    maker.add_data(QRData(digits, mode=MODE_NUMBER))
    maker.make(fit=False)
    found: list[Run] = []
    for row, modules in enumerate(maker.get_matrix()):
        start = None
        for column, dark in enumerate([*modules, False]):
            if dark and start is None:
                start = column
            elif not dark and start is not None:
                found.append((row, start, column - start))
                start = None
    return found


def boxes(digits: str, left: float, top: float, module: float) -> Iterator[Box]:
    """The code as boxes to fill, its upper left corner there and each module so large (in points)."""
    for row, column, length in runs(digits):
        yield left + column * module, top + row * module, length * module, module


def long_boxes(digits: str, left: float, top: float, module: float) -> Iterator[Box]:
    """The digits of a recovery sheet, which are no code of anybody, as boxes to fill."""
    for row, column, length in _runs(digits, _LONG):
        yield left + column * module, top + row * module, length * module, module
