"""The register at the end of a month, and a resident as every list prints one (handbook 4, People)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from desktop.core.figures.behind import Behind
from desktop.core.period import Month


@dataclass(frozen=True)
class PersonLine:
    """A resident as a list prints one; the ID number is masked."""

    resident_id: int
    name: str
    sex: str
    age: int | None
    id_masked: str
    community: str
    address: str
    phone: str
    flags: tuple[str, ...]


@dataclass(frozen=True)
class ChangeLine:
    """Somebody who came onto or left the register in the month."""

    person: PersonLine
    day: dt.date | None
    reason: str


@dataclass(frozen=True)
class PeopleFigures:
    """Register at the end of a month (handbook section 4, People). ``by_band_sex`` keys: (band, sex)."""

    month: Month
    on_register_end: int
    by_band_sex: Mapping[tuple[str, str], int]
    by_band: Mapping[str, int]
    by_flag: Mapping[str, int]
    by_flag_band: Mapping[tuple[str, str], int]
    by_community: Mapping[str, int]
    by_grade: Mapping[str, int]
    by_living: Mapping[str, int]
    added: tuple[ChangeLine, ...]
    stopped: tuple[ChangeLine, ...]
    turning: Mapping[int, tuple[ChangeLine, ...]]
    health_record_65: tuple[int, int]
    family_doctor_65: tuple[int, int]
    to_verify: int
    rules: Mapping[str, str]
    behind: Mapping[str, Behind] = field(default_factory=dict, repr=False, compare=False)
