"""The centre that the data folder belongs to: what every paper, figure and file says of itself."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Centre:
    """The centre that the data folder belongs to."""

    name: str
    number: str
    plan: str
    district: str = ""
    station: int = 1
