"""What a closed month would say differently today, because of facts learned late: it never changes paper."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from desktop.core.acts import Thing
from desktop.core.period import Month
from desktop.core.words.records import thing_word
from desktop.models import query
from desktop.models.database import reading
from desktop.services.closing import month_close
from desktop.services.closing.differences import Difference, Documents, compare
from desktop.services.closing.documents import Reports
from desktop.services.writing import frozen
from desktop.services.writing.frozen import Version

# The facts of which a month's figures and lists are made besides its own events.
_ABOUT_SOMEBODY = (
    Thing.REGISTER_EVENT,
    Thing.FLAG,
    Thing.GRADE,
    Thing.DWELLING,
    Thing.ENROLMENT,
    Thing.SERVICE_PACKAGE,
    Thing.HOME_BED,
)
_FACTS = (
    *_ABOUT_SOMEBODY,
    *(
        Thing.RESIDENT,
        Thing.RESIDENT_MERGE,
        Thing.BED,
        Thing.BED_NATURE,
        Thing.RULE,
        Thing.MEAL_PRICE,
        Thing.SUBSIDY_RULE,
    ),
    *(Thing.INDICATOR, Thing.TYPED_FIGURE, Thing.WORKER, Thing.POST, Thing.CERTIFICATE),
    *(Thing.TRAINING, Thing.TRAINING_TAKER, Thing.PAYER_BUDGET),
    *(Thing.HOME_BED_PLAN, Thing.HOME_BED_REVIEW),
)
_MOST = 5


@dataclass(frozen=True)
class Cause:
    """A write behind a difference: what it touched, whose, when and by whom; ``name`` is nobody's for a bed or rule."""

    thing: Thing
    name: str
    at: str
    by: str


def cause_words(cause: Cause) -> str:
    """When, by whom, which kind of record, whose."""
    return " ".join(part for part in (cause.at[:16], cause.by, thing_word(cause.thing), cause.name) if part)


@dataclass(frozen=True)
class Drift:
    """One difference of a closed month from today's rows, with the writes that can have caused it, the last first."""

    difference: Difference
    causes: tuple[Cause, ...]


def of(month: Month, reports: Reports) -> list[Drift]:
    """Every difference of a closed month; nothing for an open one. Raises FrozenChanged."""
    with reading():
        version = frozen.latest(month)
        if version is None:
            return []
        return told(version, compare(kept(version), month_close.count(month, reports).documents))


def kept(version: Version) -> Documents:
    """The documents of a version by kind, each proven. Raises FrozenChanged."""
    found = {kind: frozen.document(version, kind) for kind in frozen.kinds(version)}
    return {kind: content for kind, content in found.items() if content is not None}


def told(version: Version, differences: Sequence[Difference]) -> list[Drift]:
    """The differences with the writes since the version that can have caused them."""
    if not differences:
        return []
    writes = _writes_since(version)
    return [Drift(one, _causes(one, writes)) for one in differences]


@dataclass(frozen=True)
class _Write:
    resident: str
    cause: Cause


def _causes(difference: Difference, writes: Sequence[_Write]) -> tuple[Cause, ...]:
    people = {uid for uid, _name in difference.people}
    about = [write for write in writes if write.resident in people] if people else []
    return tuple(dict.fromkeys(write.cause for write in about or writes))[:_MOST]


def _writes_since(version: Version) -> list[_Write]:
    """The writes on facts since the log's head of the version, the last first."""
    epoch, station, counter, _hash = version.head
    seen = query.count(
        "SELECT max(id) FROM change_log WHERE epoch = ? AND station = ? AND counter = ?", [epoch, station, counter]
    )
    found = query.fetch(
        "SELECT table_name, row_id, before, after, at, staff_name FROM change_log"
        f" WHERE id > ? AND table_name IN ({query.marks(_FACTS)}) AND action <> 'show_id' ORDER BY id DESC",
        [seen, *_FACTS],
    )
    writes = [
        (Thing(table), row_id, json.loads(before or "{}") | json.loads(after or "{}"), at, by)
        for table, row_id, before, after, at, by in found
    ]
    whose = _whose(writes)
    people = {
        one: (str(uid), str(name))
        for one, uid, name in query.fetch(
            f"SELECT id, uid, name FROM resident WHERE id IN {query.LISTED}", [query.listed(set(whose.values()))]
        )
    }
    named = [people.get(whose.get((thing, row_id), 0), ("", "")) for thing, row_id, *_ in writes]
    return [
        _Write(uid, Cause(thing, name, at, by))
        for (thing, _row, _said, at, by), (uid, name) in zip(writes, named, strict=True)
    ]


def _whose(writes: Sequence[tuple[Thing, int, dict[str, Any], str, str]]) -> dict[tuple[Thing, int], int]:
    """Whom each row that was written is about, all of a table at once."""
    found = {}
    for thing, row_id, said, _at, _by in writes:
        person = row_id if thing == Thing.RESIDENT else said.get("resident_id") or said.get("keep_id")
        if person is not None:
            found[thing, row_id] = int(person)
    for thing in _ABOUT_SOMEBODY:
        left = {row_id for kind, row_id, *_ in writes if kind == thing and (kind, row_id) not in found}
        about = query.fetch(f"SELECT id, resident_id FROM {thing} WHERE id IN {query.LISTED}", [query.listed(left)])
        found |= {(thing, row_id): person for row_id, person in about}
    return found
