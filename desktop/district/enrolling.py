"""Which centres are a district's: enrolled with a key, or registered by number while their files come open."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from desktop.core import clock
from desktop.core.answers import IntakeState
from desktop.core.district_errors import CentreNumberTaken, CentreUnknown, DistrictDraftRefused
from desktop.core.period import Month
from desktop.core.trade import MonthState
from desktop.district import folder as folders
from desktop.district.catalogue import Accepted, Centre
from desktop.district.desk import Desk
from desktop.sync.keys import CentreKey, read_centre

_LONGEST_NAME = 100


@dataclass(frozen=True)
class Standing:
    """How a centre stands in a month: the state, and the file that says so (None while there is none)."""

    centre: Centre
    state: IntakeState
    file: Accepted | None


def enrol(desk: Desk, path: Path, instead: bool = False) -> CentreKey:
    """Take the key file of a centre: from now on its files are signed with it.

    CentreNumberTaken for the number of a centre that is enrolled with another key, unless the same centre has it
    ``instead``: its computer was lost, and the keys with it. Another centre never takes the number.
    """
    key = read_centre(path)
    centre = Centre(key.number, key.name, key.uid, key.sign_with, key.recovery_to, clock.timestamp())
    with desk.catalogue.writing():
        known = desk.catalogue.centre(key.number)
        if known is not None and known.enrolled:
            same = (known.uid, known.sign_with, known.recovery_to) == (key.uid, key.sign_with, key.recovery_to)
            if not same and not (instead and known.uid == key.uid):
                raise CentreNumberTaken(key.number, known.name, key.name)
            centre = Centre(key.number, key.name, key.uid, key.sign_with, key.recovery_to, known.enrolled_at)
        desk.catalogue.put_centre(centre)
    return key


def register(desk: Desk, number: str, name: str) -> Centre:
    """Let a centre that has no key yet hand in open files, by its number; of an enrolled one nothing is changed."""
    if not folders.is_number(number) or not 0 < len(name.strip()) <= _LONGEST_NAME or not name.isprintable():
        raise DistrictDraftRefused()
    with desk.catalogue.writing():
        known = desk.catalogue.centre(number)
        if known is not None and known.enrolled:
            raise CentreNumberTaken(number, known.name, name.strip())
        since = clock.timestamp() if known is None else known.enrolled_at
        centre = Centre(number, name.strip(), "", "", "", since)
        desk.catalogue.put_centre(centre)
    return centre


def require(desk: Desk, number: str) -> Centre:
    """The centre of a number; CentreUnknown where there is none."""
    found = desk.catalogue.centre(number)
    if found is None:
        raise CentreUnknown(number)
    return found


def standing(desk: Desk, month: Month) -> list[Standing]:
    """How each centre stands in a month, by number."""
    found = []
    for centre in desk.catalogue.centres():
        file = desk.catalogue.accepted(centre.number, str(month))
        found.append(Standing(centre, state_of(file), file))
    return found


def state_of(file: Accepted | None) -> IntakeState:
    """What the file that stands for a month, or none, says of it."""
    if file is None:
        return IntakeState.MISSING
    if file.state == MonthState.CORRECTED:
        return IntakeState.CORRECTED
    return IntakeState.CLOSED if file.state == MonthState.CLOSED else IntakeState.DRAFT
