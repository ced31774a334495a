"""服务包 of a month as figures: what was granted, what the services used of it, what is left, what went beyond it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from operator import attrgetter
from typing import NamedTuple

from desktop.core.acts import Thing
from desktop.core.figures.behind import Counts, Made, Piece, Selection, summed, summed_of
from desktop.core.figures.services import PackageLine, Packages
from desktop.core.period import Month
from desktop.services.help_services.packages import Used, used_in
from desktop.services.register.snapshot import Register


class Granted(NamedTuple):
    """The packages of a month and what each of their figures is made of."""

    packages: Packages
    behind: Mapping[str, Selection]


def granted(month: Month, known: Register) -> Granted:
    """The packages that were in force on any day of the month, with all that they grant in it."""
    found = [one for one in used_in(month) if one.package.resident_id in known.people]
    lines = [_line(one, known, month) for one in found]
    used = (
        Piece(of.package.resident_id, Thing.HELP_SERVICE, one.service_id, one.minutes)
        for of in found
        for one in of.lines
    )
    made = {
        "persons": Selection(Counts.PEOPLE, Made(lines, _piece)),
        "granted": _sum(lines, attrgetter("granted")),
        "used": summed(used),
        "left": _sum(lines, attrgetter("left")),
        "over": _sum(lines, attrgetter("over")),
    }
    packages = Packages(**{name: one.value for name, one in made.items()}, lines=tuple(lines))
    return Granted(packages, {f"packages.{name}": one for name, one in made.items()})


def _sum(lines: list[PackageLine], minutes: Callable[[PackageLine], int]) -> Selection:
    return summed_of(lines, _piece, minutes)


def _piece(line: PackageLine) -> Piece:
    return Piece(line.person.resident_id, Thing.SERVICE_PACKAGE, line.package_id)


def _line(one: Used, known: Register, month: Month) -> PackageLine:
    package = one.package
    return PackageLine(
        package_id=package.id,
        person=known.line(package.resident_id, month.last),
        type=package.type,
        payer=package.payer,
        valid_from=package.valid_from,
        valid_to=package.valid_to,
        granted=package.minutes,
        used=one.used,
        services=tuple(line.service_id for line in one.lines),
    )
