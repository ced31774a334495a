"""服务包: hours of help a month that a payer grants somebody; what is used of them is counted from the services.

A service counts in the package of its person and payer that is in force on its day: in that of its type before one of
any type. So each service is in one package at most, and the minutes of all packages are those of their services.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from desktop.core.acts import Action
from desktop.core.errors import InvalidDraft
from desktop.core.period import Month
from desktop.core.reasons import Reason
from desktop.core.trade import DONE_SERVICES, Payer
from desktop.core.words import terms
from desktop.models import query
from desktop.models.help_service import ServicePackage
from desktop.services.register import places
from desktop.services.writing import about_residents, dated, declared
from desktop.services.writing.actor import Actor
from desktop.services.writing.checks import Checks
from desktop.services.writing.journal import living, writing

# Tenths of an hour: what a form asks for; a month has no more than 744 hours.
_TENTH = 6
_LONGEST = 7440
_FOREVER = "9999-12-31"


@dataclass
class PackageDraft:
    """A package as typed; no type is any of the ten."""

    resident_id: int | None = declared.row()
    type: str = declared.choice(terms.SERVICE_TYPES)
    hours: str = declared.scaled(1, 1, _LONGEST, required=True)
    payer: str = declared.choice(terms.PAYERS, Payer.GOVERNMENT, required=True)
    valid_from: str | dt.date = declared.day(required=True, future=True)
    valid_to: str | dt.date = declared.day(future=True)
    remark: str = declared.text(longest=200)


@dataclass(frozen=True)
class Package:
    """A package with whose it is; ``minutes`` a month."""

    id: int
    uid: str
    resident_id: int
    name: str
    community: str
    type: str
    payer: str
    minutes: int
    remark: str
    valid_from: dt.date
    valid_to: dt.date | None

    def holds(self, day: dt.date) -> bool:
        """Whether it is in force on a day."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True)
class Line:
    """A service in the ledger of a package: its minutes, and what is left after it."""

    service_id: int
    day: dt.date
    type: str
    minutes: int
    left: int


@dataclass(frozen=True)
class Used:
    """A package in a month: granted − ``used`` = ``left``, which is negative where more was done."""

    package: Package
    lines: tuple[Line, ...]

    @property
    def used(self) -> int:
        """Minutes of its services."""
        return sum(one.minutes for one in self.lines)

    @property
    def left(self) -> int:
        """Minutes that are left of it."""
        return self.package.minutes - self.used


def grant(actor: Actor, draft: PackageDraft) -> int:
    """Grant hours; the id. Refused while the same payer grants the same person the same type."""
    with writing(actor, Action.EDIT_PACKAGE) as unit:
        values = _read(draft)
        about_residents.person_for(values["resident_id"], values["valid_from"])
        return int(unit.add(ServicePackage(**values)).id)


def change(actor: Actor, package_id: int, draft: PackageDraft) -> None:
    """Put a package right, or end it."""
    with writing(actor, Action.EDIT_PACKAGE) as unit:
        values = _read(draft, package_id)
        about_residents.person_for(values["resident_id"], values["valid_from"])
        unit.change(unit.living(ServicePackage, package_id), values)


def end(actor: Actor, package_id: int, last_day: str | dt.date) -> None:
    """It is granted up to a day and no longer."""
    with writing(actor, Action.EDIT_PACKAGE) as unit:
        dated.end(unit, unit.living(ServicePackage, package_id), last_day)


def void(actor: Actor, package_id: int, reason: str) -> None:
    """作废: it was never granted; its services stay."""
    with writing(actor, Action.EDIT_PACKAGE) as unit:
        unit.void(unit.living(ServicePackage, package_id), reason)


def draft_of(package_id: int) -> PackageDraft:
    """What was typed of a package; NotFound."""
    row = living(ServicePackage, package_id)
    shown: dict[str, Any] = declared.shown(PackageDraft, row)
    return PackageDraft(hours=f"{row.minutes / 60:.1f}", **shown)


def packages(in_force: Month | None = None) -> list[Package]:
    """Every package by name, or those in force on some day of a month."""
    first, last = (in_force.first, in_force.last) if in_force else (dt.date.min, dt.date.max)
    found = query.fetch_as(
        Package,
        "SELECT p.id, p.uid, p.resident_id, r.name, r.community, p.type, p.payer, p.minutes, p.remark, p.valid_from,"
        " p.valid_to FROM living_service_package p JOIN living_resident r ON r.id = p.resident_id"
        f" WHERE p.valid_from <= ? AND COALESCE(p.valid_to, '{_FOREVER}') >= ?"
        " ORDER BY r.name_key, p.resident_id, p.type, p.valid_from, p.id",
        [last.isoformat(), first.isoformat()],
    )
    return places.named(found)


def used_in(month: Month, resident_id: int | None = None) -> list[Used]:
    """The packages in force in a month with the services that are in them; of one person or of everybody."""
    known = [one for one in packages(month) if resident_id in (None, one.resident_id)]
    if not known:
        return []
    # Asked with each service that is saved: nobody else's services are read, and none where there is no package.
    people = sorted({one.resident_id for one in known})
    of_person: defaultdict[tuple[int, str], list[Package]] = defaultdict(list)
    for one in known:
        of_person[one.resident_id, one.payer].append(one)
    inside: defaultdict[int, list[Line]] = defaultdict(list)
    left = {one.id: one.minutes for one in known}
    rows = query.fetch(
        "SELECT id, resident_id, payer, service_on, type, minutes FROM living_help_service"
        f" WHERE service_on BETWEEN ? AND ? AND state IN ({query.marks(DONE_SERVICES)}) AND minutes > 0"
        f" AND resident_id IN {query.LISTED}"
        " ORDER BY service_on, started, id",
        [month.first.isoformat(), month.last.isoformat(), *DONE_SERVICES, query.listed(people)],
    )
    for service_id, who, payer, day_text, kind, minutes in rows:
        day = dt.date.fromisoformat(day_text)
        fitting = [one for one in of_person[who, payer] if one.holds(day) and one.type in ("", kind)]
        if fitting:
            package = max(fitting, key=lambda one: (bool(one.type), -one.id))
            left[package.id] -= minutes
            inside[package.id].append(Line(service_id, day, kind, minutes, left[package.id]))
    return [Used(one, tuple(inside[one.id])) for one in known]


def package_of(service_id: int, month: Month, resident_id: int) -> tuple[Used, Line] | None:
    """In which package a service is, with its line; None where it is in none."""
    for used in used_in(month, resident_id):
        for line in used.lines:
            if line.service_id == service_id:
                return used, line
    return None


def _read(draft: PackageDraft, but: int = 0) -> dict[str, Any]:
    checks = Checks()
    values = declared.read(draft, checks)
    dated.check_span(values["valid_from"], values["valid_to"], checks)
    checks.raise_if_any()
    values["minutes"] = values.pop("hours") * _TENTH
    last = values["valid_to"].isoformat() if values["valid_to"] else _FOREVER
    others = query.ids(
        "SELECT id FROM living_service_package WHERE resident_id = ? AND payer = ? AND type = ? AND id <> ?"
        f" AND valid_from <= ? AND COALESCE(valid_to, '{_FOREVER}') >= ?",
        [values["resident_id"], values["payer"], values["type"], but, last, values["valid_from"].isoformat()],
    )
    if others:
        checks.refuse("valid_from", Reason.OVERLAP)
        raise InvalidDraft(checks.errors)
    return values
