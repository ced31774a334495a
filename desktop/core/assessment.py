"""The ability assessment of GB/T 42195-2022: its items, and the grade that follows from what was answered.

The points of the 26 items give a grade; dementia, another mental disease or two risk events in 30 days make it one
level worse, all of them together no more than one; coma is 完全 at once (handbook 2.7).
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from desktop.core.assessment_errors import WrongItemSet
from desktop.core.paths import resource
from desktop.core.trade import Capability

MOST_POINTS = 90
# The fewest points of each grade, the lightest first; below them all it is 完全.
_FROM = (
    (90, Capability.INTACT),
    (66, Capability.MILD),
    (46, Capability.MODERATE),
    (30, Capability.SEVERE),
    (0, Capability.COMPLETE),
)
_WORSE = dict(zip(Capability, [*list(Capability)[1:], Capability.COMPLETE], strict=True))
# So many risk events of any kind in 30 days make it worse.
_EVENTS = 2
# A code of ICD-10, with the longer ones of the national edition and the marks * and +.
_DIAGNOSIS = re.compile(r"([A-Z])(\d\d)(\.[0-9X]+)?[*+]?")


class Area(StrEnum):
    """The four areas of the assessment, as their sub-totals are named."""

    SELF_CARE = "self_care"
    MOVEMENT = "movement"
    MIND = "mind"
    SENSES = "senses"


class RiskEvent(StrEnum):
    """What happened to somebody in the 30 days before."""

    FALL = "fall"
    LOST = "lost"
    CHOKING = "choking"
    SELF_HARM = "self_harm"
    OTHER = "other"


class AssessmentReason(StrEnum):
    """Why somebody was assessed."""

    FIRST = "first"
    ROUTINE = "routine"
    AT_ONCE = "at_once"
    AGAIN = "again"
    OTHER = "other"


class Worse(StrEnum):
    """What makes a grade worse than its points."""

    COMA = "coma"
    DEMENTIA = "dementia"
    MENTAL = "mental"
    EVENTS = "events"


@dataclass(frozen=True)
class Item:
    """One item with the most points that it gives; ``name`` is that of the standard."""

    area: Area
    key: str
    name: str
    english: str
    most: int


@dataclass(frozen=True)
class Graded:
    """What an assessment comes to; somebody in coma may have no points at all.

    ``by_points`` is the grade of the total alone, ``why`` what is worse than the points say.
    """

    scores: Mapping[Area, int]
    total: int | None
    by_points: Capability | None
    grade: Capability
    why: tuple[Worse, ...]
    events: Mapping[RiskEvent, int]


def read_items(text: str) -> tuple[Item, ...]:
    """The items of a set in TOML; WrongItemSet where their points do not add up to 90 or two have the same key."""
    items = tuple(
        Item(Area(one["area"]), one["key"], one["name"], one["english"], one["most"])
        for one in tomllib.loads(text)["item"]
    )
    total = sum(one.most for one in items)
    if total != MOST_POINTS or len({one.key for one in items}) != len(items) or min(one.most for one in items) < 1:
        raise WrongItemSet(total, MOST_POINTS)
    return items


@cache
def items() -> tuple[Item, ...]:
    """The items that the program ships."""
    return read_items(resource("rules", "assessment.toml").read_text("utf-8"))


def diagnosis(typed: str) -> str:
    """A code of ICD-10 as it is kept, ``""`` for what is none."""
    text = unicodedata.normalize("NFKC", typed).strip().upper()
    return text if _DIAGNOSIS.fullmatch(text) else ""


def grade_of(total: int) -> Capability:
    """The grade of so many points."""
    return next(grade for fewest, grade in _FROM if total >= fewest)


def assess(
    among: Sequence[Item],
    answers: Mapping[str, int],
    diagnoses: Iterable[str] = (),
    events: Mapping[RiskEvent, int] | None = None,
    coma: bool = False,
) -> Graded:
    """What whole answers come to; they may be missing altogether in coma, and only then."""
    happened = {kind: count for kind, count in (events or {}).items() if count}
    why = tuple(_worse(diagnoses, sum(happened.values()), coma))
    if coma and not answers:
        return Graded({}, None, None, Capability.COMPLETE, why, happened)
    scores = {area: sum(answers[one.key] for one in among if one.area == area) for area in Area}
    return _graded(scores, sum(scores.values()), why, happened)


def assess_total(
    total: int, diagnoses: Iterable[str] = (), events: Mapping[RiskEvent, int] | None = None, coma: bool = False
) -> Graded:
    """What a total comes to of which nobody gave the points by item."""
    happened = {kind: count for kind, count in (events or {}).items() if count}
    return _graded({}, total, tuple(_worse(diagnoses, sum(happened.values()), coma)), happened)


def one_worse(grade: Capability) -> Capability:
    """The next worse grade; of the worst one itself."""
    return _WORSE[grade]


def most_of(area: Area) -> int:
    """The most points that an area gives."""
    return sum(one.most for one in items() if one.area == area)


def _graded(
    scores: Mapping[Area, int], total: int, why: tuple[Worse, ...], happened: Mapping[RiskEvent, int]
) -> Graded:
    by_points = grade_of(total)
    grade = Capability.COMPLETE if Worse.COMA in why else _WORSE[by_points] if why else by_points
    return Graded(scores, total, by_points, grade, why, happened)


def _worse(diagnoses: Iterable[str], events: int, coma: bool) -> Iterable[Worse]:
    if coma:
        yield Worse.COMA
    # Chapter F of ICD-10: 00–03 are dementias, the others other mental diseases.
    mental = {int(found[2]) for one in diagnoses if (found := _DIAGNOSIS.fullmatch(one)) and found[1] == "F"}
    if any(number <= 3 for number in mental):
        yield Worse.DEMENTIA
    if any(number > 3 for number in mental):
        yield Worse.MENTAL
    if events >= _EVENTS:
        yield Worse.EVENTS
