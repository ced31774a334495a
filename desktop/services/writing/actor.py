"""Who writes: a person with a role at a station."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.core.trade import Role


@dataclass(frozen=True)
class Actor:
    """The person (or the program itself) on whose behalf a service writes."""

    staff_id: int | None
    name: str
    role: Role
    station: int = 1
