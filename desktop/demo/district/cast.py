"""Who plays in the simulated district, and what each centre does (``resources/demo/district.toml``)."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from enum import StrEnum

from desktop.core.paths import resource
from desktop.demo.centre import DemoCentre, demo_centre


class Does(StrEnum):
    """What a centre does beside closing each month on time and handing in its file."""

    PUNCTUAL = "punctual"
    SHARES = "shares"
    LATE = "late"
    MISSING = "missing"
    REPLAYED = "replayed"
    CORRECTED = "corrected"
    FORGED = "forged"
    CUT = "cut"
    OPEN = "open"
    OTHER_NUMBERS = "other_numbers"
    LEARNS_LATE = "learns_late"
    OPEN_MONTH = "open_month"


@dataclass(frozen=True)
class Member:
    """A centre of the district."""

    centre: DemoCentre
    does: Does

    @property
    def number(self) -> str:
        """The number by which the district knows it."""
        return self.centre.number


@dataclass(frozen=True)
class Cast:
    """The district, its centres, and the number and name of a centre of another district."""

    name: str
    code: str
    members: tuple[Member, ...]
    foreign: tuple[str, str]

    def who(self, does: Does) -> Member:
        """The centre that does this."""
        return next(one for one in self.members if one.does is does)


_DIVISIONS = 3


def cast() -> Cast:
    """Read who plays."""
    data = tomllib.loads(resource("demo", "district.toml").read_text(encoding="utf-8"))
    like, members = demo_centre(), []
    for at, told in enumerate(data["centres"]):
        first = data["first_division"] + _DIVISIONS * at
        centre = replace(
            like,
            name=told["name"],
            number=told["number"],
            district=data["name"],
            director=told["director"],
            divisions=tuple(str(first + one) for one in range(_DIVISIONS)),
            communities=tuple(told["communities"]),
            villages=(),
        )
        members.append(Member(centre, Does(told["does"])))
    number, name = data["foreign"]
    return Cast(data["name"], data["code"], tuple(members), (number, name))
