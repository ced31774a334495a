"""In what residents are enrolled, with the days: who has no dated row has always had what the own row says."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from desktop.models import query


class Held(NamedTuple):
    """From a day on (None: before any record) somebody holds it or not; ``reason`` says why it stopped."""

    since: dt.date | None
    held: bool
    detail: str = ""
    reason: str = ""


# The columns of the resident's row that say what was never dated.
KINDS = (
    *("health_record", "family_doctor", "insured_medical", "insured_care", "insured_accident"),
    *("allowance_age", "allowance_care", "allowance_service"),
)


def enrolments(kind: str) -> Mapping[int, tuple[Held, ...]]:
    """What is on record of one enrolment, by resident, the oldest first; nobody who never had it."""
    if kind not in KINDS:
        raise LookupError(kind)
    found: defaultdict[int, list[Held]] = defaultdict(list)
    for person, since, held, detail, reason in query.fetch(
        "SELECT resident_id, from_on, held, detail, reason FROM living_enrolment WHERE kind = ? ORDER BY from_on, id",
        [kind],
    ):
        found[person].append(Held(dt.date.fromisoformat(since) if since else None, bool(held), detail, reason))
    for person in query.ids(f"SELECT id FROM living_resident WHERE {kind} = 1"):
        if person not in found:
            found[person].append(Held(None, True))
    return {person: tuple(rows) for person, rows in found.items()}


def held_on(rows: tuple[Held, ...], day: dt.date) -> Held | None:
    """What holds on a day; None before anything is known."""
    begun = [one for one in rows if one.since is None or one.since <= day]
    return begun[-1] if begun else None
