"""The sheets 床位 and 入住 as beds and stays."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections import defaultdict

from desktop.core import clock
from desktop.core.answers import WorkbookKind
from desktop.core.errors import Overlap
from desktop.core.reasons import Reason
from desktop.core.text import name_text, sign_key
from desktop.core.trade import BedState
from desktop.importing.book.words import code_of
from desktop.importing.intake import Intake
from desktop.importing.kinds.kind import Kind
from desktop.importing.kinds.rows import take_rows
from desktop.importing.people import People
from desktop.importing.values import Values
from desktop.importing.verdicts import RowRefused
from desktop.services.beds import outages, stays
from desktop.services.beds import places as beds
from desktop.services.beds.places import BedDraft, BedQuery
from desktop.services.beds.stays import StayDraft
from desktop.services.register import snapshot
from desktop.services.writing.journal import Unit

# Room and bed in one cell: 101-1, 1号楼101房1床, 101室02床.
_IN_ONE = re.compile(r"(?:(.+?(?:号楼|[栋楼幢座])))?\s*(.+?)(?:[-–—/#室房]+|号房)\s*(\w+?)[号床]*")
_SEVERAL_BEDS = re.compile(r"[、,，;；]|\d\s*[~～至到]\s*\d")
# 1-3 may be bed 3 of room 1, or three beds.
_RANGE = re.compile(r"\d{1,2}\s*[-–—]\s*\d{1,2}")
# Who still lives there has no last day.
_STILL = frozenset({"至今", "现在", "今", "在住", "在院", "未离院", "未退住", "长期"})
_LEAVE_WORDS = {"hospital": "住院", "home": "回家"}


class _Places:
    """Beds by building, room and number as people write them."""

    def __init__(self) -> None:
        self._whole: dict[tuple[str, str, str], int] = {}
        self._short: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
        self.rows: dict[tuple[str, str, str], int] = {}
        for row in beds.rows(beds.find_ids(BedQuery())):
            self.add((row.building, row.room, row.number), row.id)

    def add(self, place: tuple[str, str, str], bed_id: int) -> None:
        building, room, number = (sign_key(part) for part in place)
        self._whole[building, room, number] = bed_id
        self._short[room, number].add(bed_id)

    def find(self, place: tuple[str, str, str]) -> int | None:
        """The bed of that place; without a building when only one bed has this room and number."""
        building, room, number = (sign_key(part) for part in place)
        found = self._whole.get((building, room, number))
        same = self._short.get((room, number), set())
        return found if found or building or len(same) != 1 else next(iter(same))


def _take_beds(intake: Intake) -> int:
    """Every row of the sheet 床位 as a bed, or its verdict."""
    places = _Places()
    return take_rows(intake, lambda values: _take_bed(intake.unit, places, values))


def _take_stays(intake: Intake) -> int:
    """Every row of the sheet 入住 as a stay with its leave, or its verdict."""
    places, known = _Places(), People(snapshot.register())
    # A bed list with the names of those who live in it has rows of empty beds.
    taken = [line for line in intake.lines if line.text("name") or line.text("id_number")]
    return take_rows(intake, lambda values: _take_stay(intake.unit, places, known, values), taken)


def _take_bed(unit: Unit, places: _Places, values: Values) -> None:
    place = _place(values)
    building, room, number = place
    if places.find(place) is not None:
        above = places.rows.get(place)
        raise RowRefused(Reason.ALREADY_RECORDED, f"{building} {room}-{number}" + (f" ({above})" if above else ""))
    if _SEVERAL_BEDS.search(number):
        raise RowRefused(Reason.SEVERAL_BEDS, number)
    if _RANGE.fullmatch(number):
        values.warn(Reason.SEVERAL_BEDS, number)
    kind = values.needed_word("bed_kind", "kind")
    state, out_since = values.word("bed_state", "state"), _past_day(values, "closed_on")
    row = beds.store(
        unit,
        BedDraft(
            building=building,
            floor=values.text("floor").removesuffix("楼").removesuffix("层"),
            room=room,
            number=number,
            kind=kind,
            mode=values.word("bed_mode", "mode", default="full"),
            bed_class=values.word("bed_class", "bed_class"),
            external_code=values.text("external_code"),
            insured=values.truth("insured"),
            opened_on=_past_day(values, "opened_on"),
        ),
    )
    # A day of which the state says nothing else; who says that the bed is in use means a day that is over.
    if state == BedState.OUT_OF_SERVICE or (out_since is not None and not state):
        outages.begin(unit, row, out_since or clock.today())
    places.add(place, row.id)
    places.rows[place] = values.line.number


def _take_stay(unit: Unit, places: _Places, known: People, values: Values) -> None:
    place = _place(values)
    bed_id = places.find(place)
    if bed_id is None:
        raise RowRefused(Reason.UNKNOWN_BED, f"{place[0]} {place[1]}-{place[2]}".strip())
    first = values.needed_day("from_on")
    person = known.of(values)
    draft = StayDraft(person.id, bed_id, first, _text(_last_day(values)), values.text("end_reason"))
    draft.leave_from, draft.leave_to = _text(values.day("leave_from")), _text(values.day("leave_to"))
    draft.leave_reason = _leave_reason(values)
    _refuse_backwards(draft)
    try:
        stays.store_stay(unit, draft)
    except Overlap as error:
        raise RowRefused(Reason.OVERLAP, f"{name_text(person.name)} {place[1]}-{place[2]}") from error


def _place(values: Values) -> tuple[str, str, str]:
    building, room, number = values.text("building"), values.text("room"), values.text("number")
    if not room or not number:
        # Both in one cell, under whichever heading.
        room, number = "", unicodedata.normalize("NFKC", number or room)
    inside = _IN_ONE.fullmatch(number)
    if not room and _SEVERAL_BEDS.search(number):
        raise RowRefused(Reason.SEVERAL_BEDS, number)
    if not room and inside is not None:
        building, room, number = building or inside[1] or "", inside[2], inside[3]
    room, number = room.removesuffix("室").removesuffix("房"), number.removesuffix("床").removesuffix("号")
    if not number:
        raise RowRefused(Reason.MISSING_NUMBER_OF_BED)
    if not room:
        raise RowRefused(Reason.MISSING_ROOM)
    return building, room, number


def _last_day(values: Values) -> dt.date | None:
    return None if values.text("to_on") in _STILL else values.day("to_on")


def _refuse_backwards(draft: StayDraft) -> None:
    for first, last in ((draft.from_on, draft.to_on), (draft.leave_from, draft.leave_to)):
        if first and last and str(last) < str(first):
            raise RowRefused(Reason.ENDS_BEFORE_START, f"{first}–{last}")


def _leave_reason(values: Values) -> str:
    text = values.text("leave_reason")
    return _LEAVE_WORDS.get(code_of("leave_reason", text) or "", text)


def _past_day(values: Values, name: str) -> dt.date | None:
    """A day that the row can do without; one to come is named and left out."""
    day = values.day(name)
    if day is not None and day > clock.today():
        values.warn(Reason.FUTURE_DATE, day.isoformat())
        return None
    return day


def _text(day: dt.date | None) -> str:
    return day.isoformat() if day else ""


KIND = Kind(WorkbookKind.BEDS, {"beds": _take_beds, "stays": _take_stays}, counted=True)
