"""Care beds at home (家庭照护床位): assessed, signed, served by a plan, reviewed."""

from __future__ import annotations

import peewee

from desktop.models.base import Record
from desktop.models.resident import Resident


class HomeBed(Record):
    """A care bed in somebody's own home; ``review_on`` is the day by which it is to be reviewed next.

    ``ended_on`` is the first day on which it is none any more; of one that was never signed the day that was decided.
    """

    resident = peewee.ForeignKeyField(Resident, backref="home_beds")
    resident_id: int
    state = peewee.TextField()
    assessed_on = peewee.DateField()
    assessor = peewee.TextField(default="")
    needs = peewee.TextField(default="")
    signed_on = peewee.DateField(null=True)
    contract_no = peewee.TextField(default="")
    signed_by = peewee.TextField(default="")
    contract_to = peewee.DateField(null=True)
    review_on = peewee.DateField(null=True)
    ended_on = peewee.DateField(null=True)
    end_reason = peewee.TextField(default="")
    remark = peewee.TextField(default="")
    photo = peewee.TextField(default="")


class HomeBedPlan(Record):
    """A line of the service plan: a type of help so many times a week, from a day on, until the last one."""

    home_bed = peewee.ForeignKeyField(HomeBed, backref="plans")
    home_bed_id: int
    type = peewee.TextField()
    times = peewee.IntegerField()
    valid_from = peewee.DateField()
    valid_to = peewee.DateField(null=True)


class HomeBedReview(Record):
    """A review of how the care at home goes, and what came of it."""

    home_bed = peewee.ForeignKeyField(HomeBed, backref="reviews")
    home_bed_id: int
    reviewed_on = peewee.DateField()
    outcome = peewee.TextField()
    words = peewee.TextField(default="")
    reviewer = peewee.TextField(default="")
