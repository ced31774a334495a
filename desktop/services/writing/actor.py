"""Who writes: a person with a role at a station."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.core.errors import NotAllowed
from desktop.core.trade import Role


@dataclass(frozen=True)
class Actor:
    """The person (or the program itself) on whose behalf a service writes."""

    staff_id: int | None
    name: str
    role: str
    station: int = 1

    def require_director(self, action: str) -> None:
        """Refuse what only the director may do; ``action`` is named in the sentence."""
        if self.role != Role.DIRECTOR:
            raise NotAllowed(action, self.role)
