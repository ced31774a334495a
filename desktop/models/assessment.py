"""Ability assessments (handbook 2.7)."""

from __future__ import annotations

import peewee

from desktop.models.base import Record
from desktop.models.resident import Grade, Resident


class Assessment(Record):
    """What was answered on a day, and the grade that it made.

    ``answers`` (points by item) and ``events`` (times by kind) are JSON, ``diagnoses`` codes with blanks between them.
    Two assessors, or an agency with the number of its report.
    """

    resident = peewee.ForeignKeyField(Resident, backref="assessments")
    resident_id: int
    grade = peewee.ForeignKeyField(Grade, backref="assessments")
    grade_id: int
    day = peewee.DateField()
    reason = peewee.TextField()
    answers = peewee.TextField(default="")
    diagnoses = peewee.TextField(default="")
    events = peewee.TextField(default="")
    coma = peewee.BooleanField(default=False)
    assessor = peewee.TextField(default="")
    second_assessor = peewee.TextField(default="")
    agency = peewee.TextField(default="")
    report_no = peewee.TextField(default="")
