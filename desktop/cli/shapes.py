"""JSON shapes of rows that several commands print."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from desktop.core.figures.people import PersonLine
from desktop.services.closing.differences import Difference
from desktop.services.closing.drift import Cause, cause_words
from desktop.services.register.listing import ResidentRow


def day_text(day: dt.date | None) -> str | None:
    """``2026-10-08``, or null."""
    return None if day is None else day.isoformat()


def resident(row: ResidentRow) -> dict[str, object]:
    """One resident as ``find`` and ``scan`` give one; the ID number is masked."""
    return {
        "id": row.id,
        "name": row.name,
        "sex": row.sex,
        "age": row.age,
        "born_on": day_text(row.born_on),
        "id_number": row.id_masked,
        "community": row.community,
        "address": row.address,
        "phone": row.phone,
        "flags": list(row.flags),
        "grade": row.grade,
        "state": row.state,
        "to_verify": row.to_verify,
        "last_visit_on": day_text(row.last_visit_on),
        "code": row.code,
    }


def person(line: PersonLine) -> dict[str, object]:
    """One person of a list of figures."""
    return {
        "resident_id": line.resident_id,
        "name": line.name,
        "sex": line.sex,
        "age": line.age,
        "id_number": line.id_masked,
        "community": line.community,
        "address": line.address,
        "phone": line.phone,
        "flags": list(line.flags),
    }


def difference(one: Difference, causes: Sequence[Cause]) -> dict[str, object]:
    """One figure that is told twice, whose lines moved, and the writes that can have caused it in words."""
    return {
        "figure": one.figure,
        "before": one.before,
        "after": one.after,
        "people": [name for _uid, name in one.people],
        "cause": "；".join(map(cause_words, causes)),
    }


def difference_line(one: Difference, causes: Sequence[Cause]) -> str:
    """The same as a line of text."""
    people = "、".join(name for _uid, name in one.people)
    values = "" if one.before is None and one.after is None else f" {one.before} → {one.after}"
    return "  ".join(part for part in (f"{one.figure}{values}", people, "；".join(map(cause_words, causes))) if part)
