"""Capability grades on record: of several of one day a person says which holds; one can be voided (handbook 2.7)."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from desktop.core import clock
from desktop.core.acts import Action
from desktop.core.errors import ReasonNeeded
from desktop.core.trade import Capability, NamedList
from desktop.models import query
from desktop.models.resident import Grade
from desktop.services.named.resolving import resolver
from desktop.services.register.snapshot import as_date
from desktop.services.residents import assessments
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import Unit, writing

# Why a grade gave way to another of its day; core.words.records has its words.
OTHER_HOLDS = "other grade of the day holds"


class GradeRow(NamedTuple):
    """One grade; ``beside`` is how many others of another result stand on its day, ``first`` whether it holds.

    ``bare``: no answers of an assessment are on record.
    """

    id: int
    uid: str
    grade: str
    assessed_on: dt.date | None
    assessor: str
    beside: int
    first: bool
    bare: bool


class Contested(NamedTuple):
    """Somebody with two results of one day (None: before any record), of whom nobody said yet which holds."""

    resident_id: int
    name: str
    assessed_on: dt.date | None


def grades_of(resident_id: int) -> list[GradeRow]:
    """A resident's grades, the newest first; of one day the one that holds stands first.

    Who assessed bears the name of that day.
    """
    found = query.fetch(
        "SELECT id, uid, grade, assessed_on, assessor, (SELECT count(DISTINCT o.grade) - 1 FROM living_grade o"
        " WHERE o.resident_id = g.resident_id AND o.assessed_on IS g.assessed_on), NOT EXISTS (SELECT 1 FROM"
        " living_grade l WHERE l.resident_id = g.resident_id AND l.assessed_on IS g.assessed_on AND l.id > g.id),"
        " NOT EXISTS (SELECT 1 FROM living_assessment a WHERE a.grade_id = g.id)"
        " FROM living_grade g WHERE resident_id = ? ORDER BY assessed_on DESC, id DESC",
        [resident_id],
    )
    known = resolver(NamedList.PERSON)

    def called(assessor: str, day: dt.date | None) -> str:
        return known.shown(assessor, day or clock.today()) if assessor else ""

    return [
        GradeRow(one, uid, grade, as_date(day), called(assessor, as_date(day)), others, bool(first), bool(bare))
        for one, uid, grade, day, assessor, others, first, bare in found
    ]


def assessors() -> list[str]:
    """The texts of grades for who assessed, the most frequent first."""
    return query.texts(
        "SELECT assessor FROM living_grade WHERE assessor <> '' GROUP BY assessor ORDER BY count(*) DESC"
    )


def contested() -> list[Contested]:
    """Everybody on record with two results of one day, by name."""
    found = query.fetch(
        "SELECT r.id, r.name, max(g.assessed_on) FROM living_grade g JOIN living_resident r ON r.id = g.resident_id"
        " GROUP BY r.id, g.assessed_on HAVING count(DISTINCT g.grade) > 1 ORDER BY r.name_sort, r.id"
    )
    return [Contested(one, name, as_date(day)) for one, name, day in found]


def hold(actor: Actor, grade_id: int) -> None:
    """Let a grade hold on its day: the others of that day become void and say why."""
    with writing(actor, Action.CHOOSE_GRADE) as unit:
        row = unit.living(Grade, grade_id)
        for other in Grade.select().where(
            Grade.resident == row.resident_id, Grade.id != row.id, Grade.voided_at.is_null()
        ):
            if other.assessed_on == row.assessed_on:
                unit.void(other, OTHER_HOLDS)
                assessments.void_with(unit, other.id, OTHER_HOLDS)


def results_on(resident_id: int, day: dt.date) -> list[str]:
    """The grades on record of a day, the one that holds last."""
    return query.texts(
        "SELECT grade FROM living_grade WHERE resident_id = ? AND assessed_on = ? ORDER BY id", [resident_id, day]
    )


def store_bare(unit: Unit, resident_id: int, grade: Capability, day: dt.date, assessor: str) -> int:
    """Record a result of which nobody gave the points, within an act; the id."""
    assessments.refuse_day(resident_id, day)
    row = unit.add(Grade(resident_id=resident_id, grade=grade, assessed_on=day, assessor=assessor))
    return int(row.id)


def void(actor: Actor, grade_id: int, reason: str) -> None:
    """作废: the grade stays with its reason and holds no more; the one before it holds again."""
    if not reason.strip():
        raise ReasonNeeded("void")
    with writing(actor, Action.VOID_GRADE, reason.strip()) as unit:
        unit.void(unit.living(Grade, grade_id), reason)
        assessments.void_with(unit, grade_id, reason)
