"""What happened with one resident, newest first: visits, services, meals, stays, states, flags, grades, cards."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from desktop.core.acts import Thing
from desktop.core.codes import grouped
from desktop.core.words import terms
from desktop.core.words.fields import field_word, value_words
from desktop.models import query
from desktop.services.beds.places import place_name
from desktop.services.register.snapshot import as_date
from desktop.services.visits.recording import visitor_names

Mark = tuple[str, str, int]


@dataclass(frozen=True)
class TimelineEntry:
    """One thing that happened. ``words`` are the trade's words and what was typed, ready to be shown.

    ``day`` None is before any record; ``day_only_month`` says that the entry stands for the month of its day.
    Give ``mark`` of the last entry as ``before`` to read on.
    """

    day: dt.date | None
    kind: str
    row_id: int
    words: tuple[str, ...]
    day_only_month: bool
    mark: Mark


def timeline(
    resident_id: int, limit: int = 50, before: Mark | None = None, meals_by: str = "month"
) -> list[TimelineEntry]:
    """At most ``limit`` entries older than ``before``; meals are one entry a ``month`` or a ``day``."""
    parts = [_MEALS[meals_by], *_SOURCES]
    values: list[object] = [resident_id] * len(parts)
    condition = ""
    if before is not None:
        day, kind, row = before
        condition = " WHERE day < ? OR (day = ? AND (kind > ? OR (kind = ? AND row_id < ?)))"
        values += [day, day, kind, kind, row]
    found = query.fetch(
        f"SELECT * FROM ({' UNION ALL '.join(parts)}){condition} ORDER BY day DESC, kind, row_id DESC LIMIT ?",
        [*values, max(limit, 0)],
    )
    visitors = visitor_names([row[2] for row in found if row[1] == Thing.VISIT])
    return [_entry(row, visitors, meals_by == "month") for row in found]


def _entry(row: query.Row, visitors: Mapping[int, str], by_month: bool) -> TimelineEntry:
    day, kind, row_id, *texts = row
    words = _WORDS[kind](*(str(text or "") for text in texts))
    if kind == Thing.VISIT:
        words = (*words, visitors.get(row_id, ""))
    shown = tuple(word for word in words if word)
    return TimelineEntry(as_date(day), kind, row_id, shown, kind == Thing.MEAL and by_month, (day, kind, row_id))


_OF = "resident_id = ?"


def _meals(group: str) -> str:
    counted = " || ' ' || ".join(f"sum(meal = '{meal}')" for meal in terms.MEALS)
    return (
        f"SELECT max(eaten_on) AS day, 'meal' AS kind, max(id) AS row_id, {counted}, '', '', ''"
        f" FROM living_meal WHERE {_OF} GROUP BY {group}"
    )


_MEALS = {"month": _meals("substr(eaten_on, 1, 7)"), "day": _meals("eaten_on")}
_STAY = (
    "SELECT {day}, '{kind}', s.id, b.building, b.room, b.number, s.end_reason FROM living_stay s"
    " JOIN bed b ON b.id = s.bed_id WHERE s.resident_id = ? AND {day} IS NOT NULL"
)
_SOURCES = (
    f"SELECT visited_on, 'visit', id, method, outcome, remark, '' FROM living_visit WHERE {_OF}",
    f"SELECT service_on, 'help_service', id, type, state, worker, content FROM living_help_service WHERE {_OF}",
    _STAY.format(day="s.from_on", kind="stay"),
    _STAY.format(day="s.to_on", kind="stay_end"),
    f"SELECT COALESCE(on_date, ''), 'register_event', id, state, reason, '', '' FROM living_register_event WHERE {_OF}",
    f"SELECT COALESCE(from_on, ''), 'flag', id, kind, proof, '', '' FROM living_flag WHERE {_OF}",
    f"SELECT to_on, 'flag_end', id, kind, proof, '', '' FROM living_flag WHERE {_OF} AND to_on IS NOT NULL",
    f"SELECT COALESCE(assessed_on, ''), 'grade', id, grade, assessor, '', '' FROM living_grade WHERE {_OF}",
    f"SELECT COALESCE(from_on, ''), 'dwelling', id, community, building || ' ' || room, address, living"
    f" FROM living_dwelling WHERE {_OF}",
    f"SELECT COALESCE(from_on, ''), 'enrolment', id, kind, COALESCE(held, ''), detail, reason"
    f" FROM living_enrolment WHERE {_OF}",
    f"SELECT found_on, 'risk', id, level, what, action, '' FROM living_risk WHERE {_OF}",
    f"SELECT closed_on, 'risk_end', id, level, what, result, '' FROM living_risk WHERE {_OF} AND closed_on IS NOT NULL",
    f"SELECT happened_on, 'crisis_event', id, kind, words, '', '' FROM living_crisis_event WHERE {_OF}",
    f"SELECT substr(created_at, 1, 10), 'printed_code', id, digits, '', '', '' FROM living_printed_code WHERE {_OF}"
    " AND kind = 1",
    f"SELECT substr(replaced_at, 1, 10), 'code_replaced', id, digits, '', '', '' FROM living_printed_code WHERE {_OF}"
    " AND kind = 1 AND replaced_at IS NOT NULL",
)


def _meal(counted: str, *_rest: str) -> tuple[str, ...]:
    pairs = zip(terms.MEALS.shown.values(), counted.split(" "), strict=True)
    return tuple(f"{word} {count}" for word, count in pairs if count != "0")


def _said(words: Mapping[str, str]) -> Callable[..., tuple[str, ...]]:
    return lambda code, *rest: (words.get(code, code), *rest)


def _bed(building: str, room: str, number: str, reason: str) -> tuple[str, ...]:
    return (place_name(building, room, number), reason)


def _code(digits: str, *_rest: str) -> tuple[str, ...]:
    return (grouped(digits),)


_WORDS: Mapping[str, Callable[..., tuple[str, ...]]] = {
    "meal": _meal,
    "visit": lambda method, outcome, *rest: (
        terms.VISIT_METHODS.shown.get(method, method),
        terms.VISIT_OUTCOMES.shown.get(outcome, outcome),
        *rest,
    ),
    "help_service": lambda type_, state, *rest: (
        terms.SERVICE_TYPES.shown.get(type_, type_),
        terms.SERVICE_STATES.shown.get(state, state),
        *rest,
    ),
    "stay": lambda building, room, number, reason: _bed(building, room, number, ""),
    "stay_end": _bed,
    "register_event": _said(terms.REGISTER_STATES.shown),
    "flag": _said(terms.FLAGS.shown),
    "flag_end": _said(terms.FLAGS.shown),
    "grade": _said(terms.GRADES.shown),
    "dwelling": lambda community, room, address, living: (
        community,
        room.strip(),
        address,
        terms.LIVING_ARRANGEMENTS.shown.get(living, living),
    ),
    "enrolment": lambda kind, held, detail, reason: (
        field_word(kind),
        value_words("enrolment", "held", held and held == "1"),
        detail,
        terms.STOP_REASONS.shown.get(reason, reason),
    ),
    "risk": _said(terms.RISK_LEVELS.shown),
    "risk_end": _said(terms.RISK_LEVELS.shown),
    "crisis_event": _said(terms.CRISIS_KINDS.shown),
    "printed_code": _code,
    "code_replaced": _code,
}
