"""The house on a day: every bed with its state, who lies in it, what it is, how far it is insured.

However many beds there are, it is read with the same few queries.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from desktop.core.bedding import Insured
from desktop.core.trade import BedState
from desktop.models import query
from desktop.services.beds import insurance, natures, offered
from desktop.services.beds.insurance import Cover
from desktop.services.beds.natures import Nature
from desktop.services.beds.places import place_name
from desktop.services.register import snapshot
from desktop.services.register.snapshot import Register


@dataclass(frozen=True)
class BoardBed:
    """A bed on a day. ``until`` is the last day of a leave, of a reservation or out of service, where one is known."""

    id: int
    uid: str
    building: str
    floor: str
    room: str
    number: str
    kind: str
    mode: str
    bed_class: str
    state: BedState
    on_leave: bool
    stay_id: int | None
    resident_id: int | None
    resident: str
    grade: str
    since: dt.date | None
    until: dt.date | None
    words: str
    cover: Cover
    code: str

    @property
    def place(self) -> str:
        """The bed as people call it."""
        return place_name(self.building, self.room, self.number)


@dataclass(frozen=True)
class Room:
    """A room with its beds."""

    name: str
    beds: tuple[BoardBed, ...]


@dataclass(frozen=True)
class Floor:
    """A floor of a building with its rooms; both may have no name."""

    building: str
    name: str
    rooms: tuple[Room, ...]


@dataclass(frozen=True)
class Board:
    """The beds that are there on a day, in the order of their places."""

    day: dt.date
    beds: tuple[BoardBed, ...]

    @property
    def floors(self) -> tuple[Floor, ...]:
        """The same by building, floor and room."""
        found: dict[tuple[str, str], dict[str, list[BoardBed]]] = {}
        for bed in self.beds:
            found.setdefault((bed.building, bed.floor), {}).setdefault(bed.room, []).append(bed)
        return tuple(
            Floor(building, name, tuple(Room(room, tuple(beds)) for room, beds in rooms.items()))
            for (building, name), rooms in found.items()
        )

    def count(self, state: BedState) -> int:
        """How many beds are in a state."""
        return sum(bed.state == state for bed in self.beds)

    @property
    def away(self) -> int:
        """How many of those who have a bed are on leave."""
        return sum(bed.on_leave for bed in self.beds)

    def among(self, ids: Iterable[int]) -> Board:
        """Only these beds."""
        wanted = frozenset(ids)
        return Board(self.day, tuple(bed for bed in self.beds if bed.id in wanted))


class _Bed(NamedTuple):
    id: int
    uid: str
    building: str
    floor: str
    room: str
    number: str
    code: str


class _Lying(NamedTuple):
    of: int
    stay_id: int
    resident_id: int
    name: str
    from_on: dt.date


class _Held(NamedTuple):
    """A leave (of a stay), an outage or a reservation (of a bed) that holds on the day."""

    of: int
    to_on: dt.date | None
    words: str


_BEDS = (
    "SELECT b.id, b.uid, b.building, b.floor, b.room, b.number, COALESCE((SELECT c.digits FROM living_printed_code c"
    " WHERE c.bed_id = b.id AND c.replaced_at IS NULL), '') AS code FROM living_bed b"
    " WHERE COALESCE(b.opened_on, '') <= ? AND COALESCE(b.closed_on, '9999-12-31') > ?"
    " ORDER BY b.building, b.floor, b.room, b.number"
)
_LYING = (
    "SELECT s.bed_id AS of, s.id AS stay_id, s.resident_id, r.name, s.from_on FROM living_stay s"
    " JOIN living_resident r ON r.id = s.resident_id WHERE s.from_on <= ? AND (s.to_on IS NULL OR s.to_on > ?)"
)
_HOLDS = "t.from_on <= ? AND (t.to_on IS NULL OR t.to_on >= ?)"
_AWAY = f"SELECT t.stay_id AS of, t.to_on, t.reason AS words FROM living_leave t WHERE {_HOLDS}"
_OUT = f"SELECT t.bed_id AS of, t.to_on, t.reason AS words FROM living_bed_outage t WHERE {_HOLDS}"
_KEPT = (
    "SELECT t.bed_id AS of, t.to_on, COALESCE(r.name, t.name) AS words FROM living_bed_reservation t"
    f" LEFT JOIN living_resident r ON r.id = t.resident_id WHERE {_HOLDS}"
)
_UNKNOWN = Cover(Insured.NONE, None, "", "")


def board(day: dt.date, known: Register | None = None) -> Board:
    """The house on a day; ``known`` is the register where somebody read it already."""
    at = [day.isoformat(), day.isoformat()]
    lying = {one.of: one for one in query.fetch_as(_Lying, _LYING, at)}
    away, out = _held(_AWAY, at), _held(_OUT, at)
    # Offered to somebody who waits, it is kept for them as well.
    kept = {one.bed_id: _Held(one.bed_id, one.expires_on, one.name) for one in offered.standing(day)}
    kept |= _held(_KEPT, at)
    people = known or snapshot.register(sorted({one.resident_id for one in lying.values()}))
    what, covers = natures.natures(), insurance.covers(day)
    found = []
    for bed in query.fetch_as(_Bed, _BEDS, at):
        stay = lying.get(bed.id)
        grade = people.grade_on(stay.resident_id, day) if stay is not None else ""
        holding = _Holding(stay, away.get(stay.stay_id) if stay else None, out.get(bed.id), kept.get(bed.id), grade)
        found.append(_board_bed(bed, holding, what.on(bed.id, day), covers.get(bed.id, _UNKNOWN)))
    return Board(day, tuple(found))


class _Holding(NamedTuple):
    """What holds of a bed on the day."""

    stay: _Lying | None
    away: _Held | None
    out: _Held | None
    kept: _Held | None
    grade: str


def _held(sql: str, at: list[str]) -> dict[int, _Held]:
    return {one.of: one for one in query.fetch_as(_Held, sql, at)}


def _board_bed(bed: _Bed, now: _Holding, nature: Nature, cover: Cover) -> BoardBed:
    state, held = _state(now)
    stay = now.stay
    return BoardBed(
        *bed[:6],
        kind=nature.kind,
        mode=nature.mode,
        bed_class=nature.bed_class,
        state=state,
        on_leave=now.away is not None,
        stay_id=stay.stay_id if stay else None,
        resident_id=stay.resident_id if stay else None,
        resident=stay.name if stay else "",
        grade=now.grade,
        since=stay.from_on if stay else None,
        until=held.to_on if held else None,
        words=held.words if held else "",
        cover=cover,
        code=bed.code,
    )


def _state(now: _Holding) -> tuple[BedState, _Held | None]:
    """The state, and what of the other rows tells more of it."""
    if now.out is not None:
        return BedState.OUT_OF_SERVICE, now.out
    if now.stay is not None:
        return BedState.OCCUPIED, now.away
    return (BedState.RESERVED, now.kept) if now.kept is not None else (BedState.FREE, None)
