"""Welfare visits, their visitors and needs, risks and excuses; crises, rounds and paper (handbook 2.5)."""

from __future__ import annotations

import peewee

from desktop.models.base import Record
from desktop.models.resident import Resident


class Visit(Record):
    """One visit or attempt. The six blocks hold a state and words each; ``supersedes_id`` names a void visit."""

    resident = peewee.ForeignKeyField(Resident, backref="visits")
    resident_id: int
    visited_on = peewee.DateField()
    visited_at = peewee.TextField(default="")
    method = peewee.TextField()
    outcome = peewee.TextField()
    health = peewee.TextField(default="")
    health_words = peewee.TextField(default="")
    spirit = peewee.TextField(default="")
    spirit_words = peewee.TextField(default="")
    safety = peewee.TextField(default="")
    safety_words = peewee.TextField(default="")
    hygiene = peewee.TextField(default="")
    hygiene_words = peewee.TextField(default="")
    dwelling = peewee.TextField(default="")
    dwelling_words = peewee.TextField(default="")
    support = peewee.TextField(default="")
    support_words = peewee.TextField(default="")
    remark = peewee.TextField(default="")
    contact = peewee.TextField(default="")
    supersedes_id = peewee.IntegerField(null=True)


class Visitor(Record):
    """Somebody who made a visit."""

    visit = peewee.ForeignKeyField(Visit, backref="visitors")
    visit_id: int
    name = peewee.TextField()


class VisitNeed(Record):
    """A ten-help type that the visited person needs."""

    visit = peewee.ForeignKeyField(Visit, backref="needs")
    visit_id: int
    type = peewee.TextField()


class Risk(Record):
    """A risk that rides on the due list until it is closed."""

    resident = peewee.ForeignKeyField(Resident, backref="risks")
    resident_id: int
    visit = peewee.ForeignKeyField(Visit, backref="risks", null=True)
    visit_id: int | None
    found_on = peewee.DateField()
    what = peewee.TextField()
    level = peewee.TextField(default="general")
    action = peewee.TextField(default="")
    due_on = peewee.DateField(null=True)
    closed_on = peewee.DateField(null=True)
    result = peewee.TextField(default="")


class Excusal(Record):
    """The director confirms that a person in hospital or away is excused (免访) from a month."""

    resident = peewee.ForeignKeyField(Resident, backref="excusals")
    resident_id: int
    month = peewee.TextField()
    reason = peewee.TextField()
    confirmed_by = peewee.TextField()


class CrisisEvent(Record):
    """Something after which a person is visited within a day (丧偶, 出院, 跌倒)."""

    resident = peewee.ForeignKeyField(Resident, backref="crises")
    resident_id: int
    kind = peewee.TextField()
    happened_on = peewee.DateField()
    happened_at = peewee.TextField(default="")
    words = peewee.TextField(default="")


class VisitAssignment(Record):
    """Who visits a person from a date until the next such row; an empty visitor is nobody."""

    resident = peewee.ForeignKeyField(Resident, backref="assignments")
    resident_id: int
    visitor = peewee.TextField()
    from_on = peewee.DateField()


class ExtraRound(Record):
    """A round of visits beside the monthly one, such as for a festival or a cold wave; both days inclusive."""

    name = peewee.TextField()
    kind = peewee.TextField()
    from_on = peewee.DateField()
    to_on = peewee.DateField()


class RoundMember(Record):
    """Somebody to be visited in an extra round."""

    round = peewee.ForeignKeyField(ExtraRound, backref="members")
    round_id: int
    resident = peewee.ForeignKeyField(Resident, backref="rounds")
    resident_id: int


class RouteSheet(Record):
    """A printed list of people to go to on a day, in walking order: to visit them, or to bring them their ``meal``."""

    day = peewee.DateField()
    kind = peewee.TextField(default="visit")
    meal = peewee.TextField(default="")
    visitor = peewee.TextField(default="")
    round = peewee.ForeignKeyField(ExtraRound, backref="sheets", null=True)
    round_id: int | None


class RouteRow(Record):
    """One printed row with its code, and the visit that it became.

    A stop of a delivery has an outcome instead: the meal that was delivered, or the risk that nobody opened the door.
    """

    sheet = peewee.ForeignKeyField(RouteSheet, backref="rows")
    sheet_id: int
    resident = peewee.ForeignKeyField(Resident, backref="route_rows")
    resident_id: int
    position = peewee.IntegerField()
    serial = peewee.IntegerField(unique=True)
    digits = peewee.TextField(unique=True)
    visit_id = peewee.IntegerField(null=True)
    outcome = peewee.TextField(default="")
    words = peewee.TextField(default="")
    meal_id = peewee.IntegerField(null=True)
    risk_id = peewee.IntegerField(null=True)


class Attachment(Record):
    """A photograph or scan in the data folder that belongs to just one sheet, visit or round."""

    sheet_id = peewee.IntegerField(null=True)
    visit_id = peewee.IntegerField(null=True)
    round_id = peewee.IntegerField(null=True)
    path = peewee.TextField(unique=True)
    kind = peewee.TextField()
    bytes = peewee.IntegerField()
    sha256 = peewee.TextField()


class FindingExplanation(Record):
    """Why a finding on visits is right as it stands, or ``count`` unfinished things of a month may stand."""

    month = peewee.TextField()
    key = peewee.TextField()
    words = peewee.TextField()
    count = peewee.IntegerField(default=0)
    explained_by = peewee.TextField(default="")


class Referral(Record):
    """A note (转介单) that hands a risk on to the community, a hospital or the police."""

    risk = peewee.ForeignKeyField(Risk, backref="referrals")
    risk_id: int
    target = peewee.TextField()
    request = peewee.TextField(default="")
