"""Printed codes: 17 digits that a QR version 1 at level H holds exactly (handbook section 3)."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import IntEnum

_SYMBOLOGY = re.compile(r"^\][A-Za-z][0-9A-Za-z]")


class CodeKind(IntEnum):
    """What a printed code stands for: its first digit."""

    RESIDENT = 1
    BED = 2
    ROSTER_ROW = 3
    SERVICE_ORDER = 4
    REPORT = 5
    LEDGER_ROW = 6


_OF_A_STATION = 10**7
MOST_STATIONS = 10


def serials(station: int) -> range:
    """The serials that a station (工位, 1 to 10) may give: their first of eight digits is its number − 1."""
    if not 1 <= station <= MOST_STATIONS:
        raise ValueError(f"a station has a number from 1 to {MOST_STATIONS}: {station}")
    first = (station - 1) * _OF_A_STATION
    return range(first + 1, first + _OF_A_STATION)


_KINDS = "".join(str(int(kind)) for kind in CodeKind)


@dataclass(frozen=True)
class Code:
    """kind (1 digit) + centre number (6) + serial (8) + check (2, ISO 7064 MOD 97-10)."""

    kind: CodeKind
    centre_no: str
    serial: int

    def __post_init__(self) -> None:
        if not (len(self.centre_no) == 6 and self.centre_no.isascii() and self.centre_no.isdigit()):
            raise ValueError(f"a centre number has six digits: {self.centre_no}")
        if not 0 < self.serial < 10**8:
            raise ValueError(f"a serial has up to eight digits: {self.serial}")

    @property
    def station(self) -> int:
        """The station that gave the code."""
        return self.serial // _OF_A_STATION + 1

    @property
    def digits(self) -> str:
        """The 17 digits as printed and scanned."""
        body = f"{int(self.kind)}{self.centre_no}{self.serial:08d}"
        return f"{body}{98 - int(body) * 100 % 97:02d}"

    @classmethod
    def parse(cls, text: str) -> Code:
        """Read a scan or what was typed from beneath a label; ValueError when it is not a whole code."""
        digits = fold(text)
        if len(digits) != 17 or not digits.isascii() or not digits.isdigit() or digits[0] not in _KINDS:
            raise ValueError("not a code")
        if int(digits) % 97 != 1:
            raise ValueError("check digits do not match")
        return cls(CodeKind(int(digits[0])), digits[1:7], int(digits[7:15]))


def fold(text: str) -> str:
    """Full-width digits to plain ones (an input method may widen a scan), blanks and dashes dropped.

    Some scanners say before each scan which symbology it was (]Q1, ]C1: ISO/IEC 15424); that is dropped too.
    """
    plain = _SYMBOLOGY.sub("", unicodedata.normalize("NFKC", text).strip())
    return "".join(char for char in plain if not char.isspace() and char not in "-·.")


def says_symbology(text: str) -> bool:
    """Whether a scanner said before the code which symbology it was."""
    return _SYMBOLOGY.match(unicodedata.normalize("NFKC", text).strip()) is not None


def grouped(digits: str) -> str:
    """The number as printed beneath a label, in groups for reading aloud: ``1 530114 0000 0001 42``."""
    return f"{digits[0]} {digits[1:7]} {digits[7:11]} {digits[11:15]} {digits[15:]}"
