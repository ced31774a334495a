"""Documents of closed months as lines of flat tables: what a district adds up is what the centres' papers say.

A document is taken as it was frozen. What an earlier program froze may lack a list; then its table has no line of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from desktop.core.figures.series import Unit, unit_of
from desktop.core.money import to_fen
from desktop.services.figures.contract import leaves

Line = dict[str, Any]
FIGURES, ROSTER, STAYS, COUNTS = "figures", "roster", "stays", "counts"
KINDS = (FIGURES, ROSTER, STAYS, COUNTS)
LATE = "late_joiners"
_STATES = ("visited", "excused", "unvisited")
# By table of counts: how many keys stand before the number.
_CELLS = {"meals": 3, "bands_by_sex": 2, "flags_by_band": 2}
_BY_KEY = ("payers", "bands", "flags", "grades", "living", "communities", "visits_by_method", "made_of")
_OF_SERVICES = ("person_times", "persons", "minutes", "fee_fen", "subsidy_fen")


def roster_lines(month: str, roster: Mapping[str, Any]) -> Iterator[Line]:
    """A line a person of the roster, those who came too late among them (``late_joiners``)."""
    for state in _STATES:
        for line in roster.get(state, ()):
            yield _of_person(month, state, line["person"]) | {
                "method": line.get("method"),
                "times": line.get("times"),
                "attempts": line.get("attempts"),
                "reason": line.get("reason") or line.get("last_outcome"),
            }
    for person in roster.get(LATE, ()):
        yield _of_person(month, LATE, person)


def roster_flags(month: str, roster: Mapping[str, Any]) -> Iterator[Line]:
    """A line for each flag of a person of the roster."""
    for state in _STATES:
        for line in roster.get(state, ()):
            person = line["person"]
            for flag in person["flags"]:
                yield {"of_month": month, "resident": person["resident"], "state": state, "flag": flag}


def _of_person(month: str, state: str, person: Mapping[str, Any]) -> Line:
    taken = {name: person.get(name) for name in ("resident", "sex", "age", "community")}
    return {"of_month": month, "state": state, **taken}


def stay_lines(month: str, stays: Iterable[Mapping[str, Any]]) -> Iterator[Line]:
    """A line a stay, in the order of the paper."""
    names = ("bed", "kind", "mode", "grade", "occupied_days", "leave_days", "subsidy_fen")
    for at, stay in enumerate(stays):
        taken = {name: stay.get(name) for name in names}
        yield {"of_month": month, "line_no": at, "resident": stay["person"]["resident"], **taken}


def count_lines(month: str, counts: Mapping[str, Any]) -> Iterator[Line]:
    """A line for each number: what is counted, by up to three keys."""
    for line in counts.get("services", ()):
        yield from _of_service(month, line)
    for name in _BY_KEY:
        for key, number in counts.get(name, {}).items():
            yield _counted(month, name, (key,), number)
    for name, keys in _CELLS.items():
        for cell in counts.get(name, ()):
            yield _counted(month, name, tuple(cell[:keys]), cell[keys])


def _of_service(month: str, line: Mapping[str, Any]) -> Iterator[Line]:
    for measure in _OF_SERVICES:
        yield _counted(month, "services", (line["type"],), line[measure], measure)
    for by in ("by_community", "by_place"):
        for key, number in line.get(by, {}).items():
            yield _counted(month, f"services_{by}", (line["type"], key), number)


def _counted(month: str, counted: str, keys: tuple[str, ...], number: int, measure: str = "") -> Line:
    named = {f"key_{at}": keys[at - 1] if at <= len(keys) else "" for at in (1, 2, 3)}
    return {"of_month": month, "counted": counted, **named, "measure": measure, "number": number}


def figure_lines(month: str, figures: Mapping[str, Any]) -> Iterator[Line]:
    """A line for each figure of the contract that can be added: counts, and money in fen; rates are none."""
    for figure, value in leaves(figures):
        unit = unit_of(figure)
        if unit is Unit.COUNT and type(value) is int:
            yield {"of_month": month, "figure": figure, "unit": unit.value, "number": value}
        elif unit is Unit.YUAN and isinstance(value, str):
            fen = _fen(value)
            if fen is not None:
                yield {"of_month": month, "figure": figure, "unit": unit.value, "number": fen}


def _fen(text: str) -> int | None:
    try:
        return to_fen(Decimal(text))
    except InvalidOperation:
        # A dash: nobody said how much.
        return None


def indicator_lines(month: str, figures: Mapping[str, Any], counts: Mapping[str, Any]) -> Iterator[Line]:
    """A line for each indicator of the plan, with the counts that it is made of where the close kept them."""
    kept = counts.get("indicators")
    if kept is None:
        kept = [{"plan": one["plan"], "name": one["name"], **_aim(one)} for one in figures.get("indicators", ())]
    for at, one in enumerate(kept):
        above, below = one.get("numerator") or {}, one.get("denominator") or {}
        yield {
            "of_month": month,
            "line_no": at,
            "plan_code": one["plan"],
            "scale": one.get("per"),
            **{name: one.get(name) for name in ("name", "clause", "unit", "direction", "remark")},
            "target": _hundredths(one.get("target")),
            "numerator_key": above.get("key"),
            "numerator": above.get("value"),
            "denominator_key": below.get("key"),
            "denominator": below.get("value"),
        }


def _aim(one: Mapping[str, Any]) -> dict[str, Any]:
    return {name: one.get(name) for name in ("direction", "target")}


def _hundredths(text: str | None) -> int | None:
    return None if text is None else int(Decimal(text) * 100)
