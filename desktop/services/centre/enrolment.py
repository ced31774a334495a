"""Enrolment with a district: its key is kept, and the centre's own keys are made once.

The secrets lie in the store, so that backups and encryption cover them; the log says a fingerprint of each.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, field

from desktop.core.acts import Action, LogAction
from desktop.core.office_errors import NotEnrolled, OtherDistrict
from desktop.core.office_keys import CentreKey, DistrictKey
from desktop.core.recovery import groups_of, new_secret
from desktop.core.signing import new_signing, recovery_identity
from desktop.models import query
from desktop.models.centre import CentreKeyRow, DistrictKeyRow
from desktop.services.writing import permissions
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import Unit, noting, writing

_FACTS = ("name", "code", "numbers", "seal_to", "sign_with", "matching")


@dataclass(frozen=True)
class Secrets:
    """What never leaves the store but on the recovery sheet."""

    signs: bytes = field(repr=False)
    recovers: bytes = field(repr=False)


def district() -> DistrictKey | None:
    """The district that the centre is enrolled with; None before."""
    row = query.fetch_one(f"SELECT {', '.join(_FACTS)} FROM living_district_key ORDER BY id DESC LIMIT 1")
    return DistrictKey(*row) if row else None


def enrolled_on() -> str:
    """The day on which the centre was enrolled with the district of now; empty before."""
    row = query.fetch_one("SELECT substr(created_at, 1, 10) FROM living_district_key ORDER BY id DESC LIMIT 1")
    return str(row[0]) if row else ""


def centre_key() -> CentreKey:
    """What the district is given of this centre; NotEnrolled while there are no keys."""
    row = query.fetch_one(
        "SELECT c.uid, c.number, c.name, k.sign_with, k.recovery_to FROM living_centre c, living_centre_key k"
        " ORDER BY k.id LIMIT 1"
    )
    if row is None:
        raise NotEnrolled()
    return CentreKey(*row)


def secrets() -> Secrets | None:
    """What signs files and opens the recovery; None before the centre was ever enrolled."""
    row = query.fetch_one("SELECT signs, recovers FROM living_centre_key ORDER BY id LIMIT 1")
    return Secrets(bytes.fromhex(row[0]), bytes.fromhex(row[1])) if row else None


def require_may(actor: Actor) -> None:
    """Refuse whoever may not enrol the centre."""
    permissions.reading(actor, Action.ENROL)


def enrol(actor: Actor, key: DistrictKey, instead: bool = False) -> bool:
    """Keep the district's key, and make the centre's keys where there are none; False when it stood just so before.

    OtherDistrict where another key stands, unless it is to be taken ``instead``.
    """
    with writing(actor, Action.ENROL, "enrol") as unit:
        if CentreKeyRow.get_or_none(CentreKeyRow.voided_at.is_null()) is None:
            unit.add(_new_keys())
        standing = DistrictKeyRow.get_or_none(DistrictKeyRow.voided_at.is_null())
        if standing is not None and _facts_of(standing) == key:
            return False
        if standing is not None:
            _make_way(unit, standing, instead)
        unit.add(DistrictKeyRow(**asdict(key)))
        return True


def sheet_groups(actor: Actor) -> tuple[str, ...]:
    """The groups of the recovery sheet, which goes to paper: the log says that it did."""
    require_may(actor)
    found = secrets()
    if found is None:
        raise NotEnrolled()
    with noting(actor) as unit:
        unit.note(CentreKeyRow.get(CentreKeyRow.voided_at.is_null()), LogAction.PRINT)
    return groups_of(found.recovers)


def _make_way(unit: Unit, standing: DistrictKeyRow, instead: bool) -> None:
    if not instead:
        raise OtherDistrict(standing.name, standing.code)
    unit.void(standing, "replaced")


def _facts_of(row: DistrictKeyRow) -> DistrictKey:
    return DistrictKey(*(getattr(row, name) for name in _FACTS))


def _new_keys() -> CentreKeyRow:
    signs, sign_with = new_signing()
    recovers = new_secret()
    return CentreKeyRow(
        signs=signs.hex(), sign_with=sign_with, recovers=recovers.hex(), recovery_to=recovery_identity(recovers)[1]
    )
