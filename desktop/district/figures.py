"""The figures of a district for a month: each centre's, and all of them together."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from desktop.core import canonical
from desktop.core.answers import IntakeState
from desktop.core.figures.series import Unit
from desktop.core.money import yuan_text
from desktop.core.period import Month
from desktop.core.rates import rate_text
from desktop.district import sql
from desktop.district.answers import Centre, Engine, Found, Indicator, Rate, Shared, SharedAt, of_hundredths
from desktop.district.store import root
from desktop.sync.format import FULL

Rows = Sequence[tuple[Any, ...]]
Asked = Mapping[str, Rows]


class Counting(Protocol):
    """What stands ready to be asked."""

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        """What a statement gives."""


def counting(folder: Path, month: Month, engine: Engine, url: str = "") -> AbstractContextManager[Counting]:
    """An engine over a district's store; what it needs is imported only now."""
    if engine is Engine.POSTGRESQL:
        from desktop.district.engines import postgresql

        return postgresql.counting(root(folder), str(month), url)
    if engine is Engine.SPARK:
        from desktop.district.engines import spark

        return spark.counting(root(folder), str(month))
    from desktop.district.engines import duckdb

    return duckdb.counting(root(folder), str(month))


def ask(engine: Counting, month: Month) -> dict[str, Rows]:
    """What every statement of a month gives, in one order whatever the engine."""
    return {name: in_order(engine.rows(text)) for name, text in sql.statements(month).items()}


def states(engine: Counting, month: Month, known: Mapping[str, str]) -> tuple[Centre, ...]:
    """How each centre stands in a month, and when it closed it, without its figures."""
    told = {row[0]: row for row in in_order(engine.rows(sql.statements(month)["states"]))}
    return tuple(
        _centre(told.get(number), month, number, known.get(number, "")) for number in sorted(known.keys() | told.keys())
    )


def sha256(asked: Asked) -> str:
    """The SHA-256 of all that was counted: equal where two engines say the same."""
    return hashlib.sha256(
        canonical.line({name: [list(row) for row in rows] for name, rows in asked.items()})
    ).hexdigest()


def figures_of(asked: Asked, month: Month, known: Mapping[str, str]) -> Found:
    """What was counted, as figures of a district; ``known``: its centres, number and name, with a file or without."""
    centres = _centres(asked, month, known)
    return Found(
        month=month,
        centres=centres,
        figures={name: max_ if name.endswith(_LONGEST) else total for name, _, total, max_, _ in asked["figures"]},
        units={name: Unit(unit) for name, unit, *_ in asked["figures"]},
        rates={name: Rate(above, below, value) for name, above, below, _, value in asked["rates"]},
        roster_by_flag=_nested(asked["roster_by_flag"]),
        persons={what: (of_centres, persons) for what, of_centres, persons in asked["persons"]},
        counts={tuple(row[:5]): row[5] for row in asked["counts"]},
        stays_by_grade={(kind, grade): tuple(row) for kind, grade, *row in asked["stays_by_grade"]},
        indicators=_indicators(asked),
        shared=_shared(asked["duplicates"]),
        sha256=sha256(asked),
    )


# What is a greatest of days is no sum.
_LONGEST = ".longest"


def as_json(found: Found) -> dict[str, Any]:
    """The figures for ``district figures --json``: rates and money are texts with two decimals."""
    return {
        "month": str(found.month),
        "sha256": found.sha256,
        "centres": [_centre_json(one) for one in found.centres],
        "total": _figures_json(found.figures, found.units, found.rates),
        "persons": {
            what: {"sum_of_centres": of_centres, "persons": persons}
            for what, (of_centres, persons) in found.persons.items()
        },
        "roster_by_flag": {flag: dict(states) for flag, states in found.roster_by_flag.items()},
        "indicators": [_indicator_json(one) for one in found.indicators],
        "shared_persons": len(found.shared),
    }


def _figures_json(figures: Mapping[str, int], units: Mapping[str, Unit], rates: Mapping[str, Rate]) -> dict[str, Any]:
    told: dict[str, Any] = {
        name: yuan_text(number) if units[name] is Unit.YUAN else number for name, number in figures.items()
    }
    return told | {name: rate_text(one.percent) for name, one in rates.items()}


def _centre_json(one: Centre) -> dict[str, Any]:
    about = {name: getattr(one, name) for name in ("number", "name", "version", "sequence", "created_at", "closed_at")}
    return {
        **about,
        "state": one.state.value,
        "punctual": one.punctual,
        "figures": _figures_json(one.figures, one.units, one.rates),
    }


def _indicator_json(one: Indicator) -> dict[str, Any]:
    return {
        "plan": one.plan,
        "name": one.name,
        "target": None if one.target is None else str(one.target),
        "direction": one.direction,
        "numerator": one.numerator,
        "denominator": one.denominator,
        "value": None if one.value is None else str(one.value),
        "met": one.met,
        "centres": one.centres,
        "with_numbers": one.with_numbers,
        "by_centre": {number: None if at.value is None else str(at.value) for number, at in one.by_centre.items()},
    }


def _centres(asked: Asked, month: Month, known: Mapping[str, str]) -> tuple[Centre, ...]:
    figures: dict[str, dict[str, int]] = defaultdict(dict)
    units: dict[str, dict[str, Unit]] = defaultdict(dict)
    for number, figure, unit, value in asked["figures_by_centre"]:
        figures[number][figure], units[number][figure] = value, Unit(unit)
    rates: dict[str, dict[str, Rate]] = defaultdict(dict)
    for number, rate, above, below, value in asked["rates_by_centre"]:
        rates[number][rate] = Rate(above, below, value)
    roster: dict[str, dict[str, int]] = defaultdict(dict)
    for number, state, count in asked["roster_by_centre"]:
        roster[number][state] = count
    told = {row[0]: row for row in asked["states"]}
    return tuple(
        _centre(told.get(number), month, number, known.get(number, "")).with_figures(
            figures[number], units[number], rates[number], roster[number]
        )
        for number in sorted(known.keys() | told.keys())
    )


def _centre(row: tuple[Any, ...] | None, month: Month, number: str, name: str) -> Centre:
    if row is None:
        return Centre(number, name, IntakeState.MISSING, month)
    _, told, period, sequence, created_at, version, lines, sha256, closed_at, corrected_at, own = row
    # A file of everything that does not know the month as closed says nothing of it; one of its own came as a draft.
    open_state = IntakeState.MISSING if period == FULL and not own else IntakeState.DRAFT
    closed_state = IntakeState.CORRECTED if (version or 0) > 1 else IntakeState.CLOSED
    state = open_state if version is None else closed_state
    return Centre(
        number,
        name or told or "",
        state,
        month,
        version or 0,
        sequence,
        created_at or "",
        closed_at or "",
        corrected_at or "",
        sha256 or "",
        bool(lines),
    )


class _OfCentre(NamedTuple):
    """A row of ``indicators_by_centre``."""

    centre: str
    line_no: int
    plan_code: str
    name: str
    clause: str | None
    numerator_key: str | None
    numerator: int | None
    denominator_key: str | None
    denominator: int | None
    scale: int | None
    unit: str | None
    direction: str | None
    target: int | None
    value: int | None
    met: int | None
    remark: str | None


class _OfAll(NamedTuple):
    """A row of ``indicators``."""

    plan_code: str
    name: str
    numerator_key: str | None
    numerator: int | None
    denominator_key: str | None
    denominator: int | None
    scale: int | None
    unit: str | None
    direction: str | None
    target: int | None
    line_no: int
    centres: int
    with_numbers: int
    value: int | None
    met: int | None


def _indicators(asked: Asked) -> tuple[Indicator, ...]:
    at: dict[tuple[Any, ...], dict[str, Indicator]] = defaultdict(dict)
    for row in asked["indicators_by_centre"]:
        one = _OfCentre(*row)
        at[_same(one)][one.centre] = _indicator(one)
    every = [_OfAll(*row) for row in asked["indicators"]]
    return tuple(
        replace(_indicator(one), centres=one.centres, with_numbers=one.with_numbers, by_centre=at[_same(one)])
        for one in sorted(every, key=lambda one: (one.plan_code, one.line_no, one.name))
    )


def _same(one: _OfCentre | _OfAll) -> tuple[Any, ...]:
    """Of one indicator of a plan, with the same aim."""
    made = one.numerator_key, one.denominator_key, one.scale, one.unit, one.direction, one.target
    return one.plan_code, one.name, *made


def _indicator(one: _OfCentre | _OfAll) -> Indicator:
    has_whole = one.denominator_key is not None
    # Each centre has its own target where there is no whole: a sum of centres meets nothing.
    met = _truth(one.met) if has_whole or isinstance(one, _OfCentre) else None
    return Indicator(
        plan=one.plan_code,
        name=one.name,
        unit=one.unit or "",
        direction=one.direction or "",
        target=of_hundredths(one.target),
        numerator=one.numerator,
        denominator=one.denominator,
        value=of_hundredths(one.value),
        met=met,
        has_whole=has_whole,
        has_source=one.numerator_key is not None,
    )


def _shared(rows: Rows) -> tuple[Shared, ...]:
    people: dict[str, dict[tuple[str, str], dict[str, Any]]] = defaultdict(lambda: defaultdict(dict))
    for number, centre, uid, state, what, times in rows:
        told = people[number][(centre, uid)]
        told["state"] = state or ""
        if what is not None:
            told.setdefault("acts", {})[what] = times
    return tuple(
        Shared(number, tuple(SharedAt(*key, told["state"], told.get("acts", {})) for key, told in sorted(at.items())))
        for number, at in sorted(people.items())
    )


def _nested(rows: Rows) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for outer, inner, number in rows:
        found[outer][inner] = number
    return dict(found)


def _truth(number: int | None) -> bool | None:
    return None if number is None else number == 1


def in_order(rows: Iterable[tuple[Any, ...]]) -> Rows:
    """Rows in one order, whatever order an engine gives them in."""
    # Engines give whole numbers in types of their own.
    plain = [tuple(value if value is None or isinstance(value, str) else int(value) for value in row) for row in rows]
    return sorted(plain, key=lambda row: [_place(value) for value in row])


def _place(value: str | int | None) -> tuple[bool, int, str]:
    if value is None:
        return True, 0, ""
    return (False, 0, value) if isinstance(value, str) else (False, value, "")
