"""Stays on record as a list: whose, in which bed, for how long; and which stay somebody has."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from desktop.core.acts import Thing
from desktop.core.errors import FieldError, InvalidDraft, NotFound
from desktop.core.reasons import Reason
from desktop.models import query
from desktop.services.beds import places
from desktop.services.beds.places import BedQuery, place_name


@dataclass(frozen=True)
class StayRow:
    """A stay with whose it is and where; ``to_on`` is the day from which the bed is free."""

    id: int
    uid: str
    resident_id: int
    resident: str
    bed_id: int
    building: str
    room: str
    number: str
    from_on: dt.date
    to_on: dt.date | None
    end_reason: str
    term: str

    @property
    def bed(self) -> str:
        """The bed as people call it."""
        return place_name(self.building, self.room, self.number)


_STAYS = (
    "SELECT s.id, s.uid, s.resident_id, r.name, s.bed_id, b.building, b.room, b.number, s.from_on, s.to_on,"
    " s.end_reason, s.term FROM living_stay s JOIN bed b ON b.id = s.bed_id JOIN resident r ON r.id = s.resident_id"
)
_PLACE = "b.building, b.room, b.number, s.from_on, s.id"


def on_day(day: dt.date) -> list[StayRow]:
    """The stays that have that night, by bed."""
    return query.fetch_as(
        StayRow,
        f"{_STAYS} WHERE s.from_on <= ? AND (s.to_on IS NULL OR s.to_on > ?) ORDER BY {_PLACE}",
        [day.isoformat(), day.isoformat()],
    )


def of_resident(resident_id: int) -> list[StayRow]:
    """Somebody's stays, the newest first."""
    return query.fetch_as(
        StayRow, f"{_STAYS} WHERE s.resident_id = ? ORDER BY s.from_on DESC, s.id DESC", [resident_id]
    )


def stay(stay_id: int) -> StayRow:
    """One stay; NotFound."""
    found = query.fetch_as(StayRow, f"{_STAYS} WHERE s.id = ?", [stay_id])
    if not found:
        raise NotFound(Thing.STAY, str(stay_id))
    return found[0]


def last_of(resident_id: int) -> int:
    """The stay that somebody has, or had last; NotFound for who never had one."""
    found = of_resident(resident_id)
    if not found:
        raise NotFound(Thing.STAY, "")
    return found[0].id


def bed_called(text: str) -> int:
    """The one bed of that place or printed code; InvalidDraft for none or several."""
    found = places.find_ids(BedQuery(text=text)) if text.strip() else []
    wanted = "".join(text.split())
    exact = [row.id for row in places.rows(found) if wanted in {"".join(row.place.split()), f"{row.room}-{row.number}"}]
    meant = exact or found
    if len(meant) != 1:
        raise InvalidDraft([FieldError("bed_id", Reason.UNKNOWN_BED, text)])
    return meant[0]
