"""What somebody took back of their consent, as it is on record (``privacy.consent`` records it)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from desktop.core.consent import ConsentScope
from desktop.models import query


@dataclass(frozen=True)
class Withdrawn:
    """A choice that was taken back; ``renewed_on`` None: it stands."""

    id: int
    uid: str
    resident_id: int
    scope: ConsentScope
    withdrawn_on: dt.date
    asked_by: str
    paper_no: str
    remark: str
    renewed_on: dt.date | None

    @property
    def stands(self) -> bool:
        """Whether it was not given anew since."""
        return self.renewed_on is None


def of_resident(resident_id: int) -> list[Withdrawn]:
    """What somebody took back, the newest first."""
    rows = query.fetch(
        "SELECT id, uid, resident_id, scope, withdrawn_on, asked_by, paper_no, remark, renewed_on"
        " FROM living_consent_withdrawal WHERE resident_id = ? ORDER BY withdrawn_on DESC, id DESC",
        [resident_id],
    )
    return [from_row(row) for row in rows]


def standing(resident_id: int) -> list[ConsentScope]:
    """What somebody took back and has not given anew, in the order of the form."""
    found = {one.scope for one in of_resident(resident_id) if one.stands}
    return [one for one in ConsentScope if one in found]


def from_row(row: query.Row) -> Withdrawn:
    """One of them, from its columns in the order of the fields."""
    one, uid, person, scope, since, by, paper, remark, renewed = row
    day = dt.date.fromisoformat(renewed) if renewed else None
    return Withdrawn(one, uid, person, ConsentScope(scope), dt.date.fromisoformat(since), by, paper, remark, day)
