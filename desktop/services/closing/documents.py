"""Everything that a month says, as documents to be frozen: its reports, figures, lists, counts, rules and prices."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import Any

from desktop.core import canonical
from desktop.core.document import Report, from_json, to_json
from desktop.core.figures.indicators import Indicator
from desktop.core.figures.month import MonthFigures
from desktop.core.figures.people import PersonLine
from desktop.core.storage_errors import FrozenChanged
from desktop.models import query
from desktop.services.canteen import prices
from desktop.services.closing import settled
from desktop.services.figures.contract import as_json
from desktop.services.own_forms import layouts
from desktop.services.writing import frozen
from desktop.services.writing.frozen import Version

# What a report says is built above the services; whoever closes a month hands the builder in.
Reports = Callable[[MonthFigures], Mapping[str, Report]]


def documents_of(found: MonthFigures, reports: Reports) -> dict[str, bytes]:
    """The documents of a month by kind, as canonical JSON."""
    uids: dict[int, str] = dict(query.fetch("SELECT id, uid FROM resident"))
    parts = {
        frozen.FIGURES: as_json(found),
        "roster": _roster(found, uids),
        "stays": [_line(stay, uids) for stay in found.beds.stays],
        "counts": _counts(found),
        "rules": {**found.visits.rules, **found.canteen.rules, **found.beds.rules},
        "prices": _prices(found),
        settled.KIND: settled.as_document(found.month, uids),
    }
    looks = layouts.in_force(found.month)
    if looks:
        parts[layouts.KIND] = layouts.as_document(looks)
    made = {kind: canonical.line(value) for kind, value in parts.items()}
    return made | {f"{frozen.REPORT}{kind}": to_json(report) for kind, report in reports(found).items()}


def report(version: Version, kind: str) -> Report | None:
    """A report as it was frozen; None when there was none of this kind then (月结时尚无此表). Raises FrozenChanged."""
    content = frozen.document(version, f"{frozen.REPORT}{kind}")
    if content is None:
        return None
    try:
        return from_json(content)
    except ValueError as error:
        raise FrozenChanged(str(version.month)) from error


def _roster(found: MonthFigures, uids: Mapping[int, str]) -> dict[str, list[Any]]:
    visits = found.visits
    return {
        "visited": [_line(line, uids) for line in visits.visited_people],
        "excused": [_line(line, uids) for line in visits.excused_people],
        "unvisited": [_line(line, uids) for line in visits.unvisited_people],
        "late_joiners": [_person(person, uids) for person in visits.late_joiners_people],
    }


def _counts(found: MonthFigures) -> dict[str, Any]:
    """What a district adds up: by type, place and community, by payer, by meal and band, by band, sex and flag."""
    services, canteen, people, visits = found.services, found.canteen, found.people, found.visits
    return {
        "services": [dataclasses.asdict(line) for line in services.lines],
        "payers": dict(services.by_payer),
        "meals": _cells(canteen.cells),
        "bands": dict(people.by_band),
        "bands_by_sex": _cells(people.by_band_sex),
        "flags": dict(people.by_flag),
        "flags_by_band": _cells(people.by_flag_band),
        "grades": dict(people.by_grade),
        "living": dict(people.by_living),
        "communities": dict(people.by_community),
        "visits_by_method": dict(visits.by_method),
        # What rates are made of, where no figure says it: a rate itself cannot be added up.
        "made_of": {
            "visits.helped": visits.helped,
            "visits.helped_of": visits.helped_of,
            "beds.nursing": found.beds.nursing_beds,
        },
        "indicators": [_indicator(one) for one in found.indicators],
    }


def _indicator(one: Indicator) -> dict[str, Any]:
    """An indicator with the counts that it is made of; None where there is no such part, or nobody typed it."""
    parts = {"numerator": one.numerator, "denominator": one.denominator}
    texts = ("plan", "name", "clause", "unit", "direction", "remark")
    return {
        **{name: getattr(one, name) for name in texts},
        "per": one.per,
        "target": _plain(one.target),
        **{name: None if part is None else {"key": part.key, "value": part.value} for name, part in parts.items()},
    }


def _cells(counts: Mapping[Any, int]) -> list[list[object]]:
    return sorted([*key, number] for key, number in counts.items())


def _prices(found: MonthFigures) -> dict[str, list[dict[str, Any]]]:
    """Prices and subsidies that held on any day of the month, each with its own columns."""
    listed, days = prices.book(found.month.last), list(found.month)
    lists = [listed.around(day) for day in days]
    held = sorted(
        {one for of_day in lists for one in of_day.prices}, key=lambda one: (one.meal, one.valid_from, one.id)
    )
    given = sorted({one for of_day in lists for one in of_day.subsidies}, key=lambda one: (one.valid_from, one.id))
    return {"meal_prices": [_dated(one) for one in held], "subsidies": [_dated(one) for one in given]}


def _dated(one: prices.Dated) -> dict[str, Any]:
    named = {
        field.name: getattr(one, field.name) for field in dataclasses.fields(one) if field.name not in ("id", "uid")
    }
    return {
        name: " ".join(sorted(value)) if isinstance(value, frozenset) else _plain(value)
        for name, value in named.items()
    }


def _line(line: Any, uids: Mapping[int, str]) -> dict[str, Any]:
    """A line about a person: its own fields, and who it is about."""
    values = {field.name: getattr(line, field.name) for field in dataclasses.fields(line) if field.name != "person"}
    return {name: _plain(value) for name, value in values.items()} | {"person": _person(line.person, uids)}


def _person(person: PersonLine, uids: Mapping[int, str]) -> dict[str, Any]:
    """Who it is, by the number that other computers know too."""
    return {
        "resident": uids[person.resident_id],
        "name": person.name,
        "sex": person.sex,
        "age": person.age,
        "community": person.community,
        "flags": list(person.flags),
    }


def _plain(value: object) -> object:
    if isinstance(value, dt.date | Decimal):
        return str(value)
    if isinstance(value, str | int | None):
        return value
    if isinstance(value, Iterable):
        return [_plain(one) for one in value]
    raise TypeError(type(value))
