"""Residents and what is known of them over time (handbook 2.1, 2.2)."""

from __future__ import annotations

import peewee

from desktop.core.answers import IdState
from desktop.core.trade import DocumentKind, RegisterState
from desktop.models.base import Record, Table


class Resident(Record):
    """A person served. ``register_state`` and ``state_on`` repeat the latest register event for quick lists."""

    name = peewee.TextField()
    name_key = peewee.TextField()
    name_sort = peewee.TextField(default="")
    document_kind = peewee.TextField(default=DocumentKind.IDENTITY_CARD)
    id_number = peewee.TextField(null=True)
    id_written = peewee.TextField(default="")
    id_state = peewee.TextField(default=IdState.VALID)
    id_issue = peewee.TextField(default="")
    sex = peewee.TextField(default="unknown")
    born_on = peewee.DateField(null=True)
    ethnicity = peewee.TextField(default="")
    marital = peewee.TextField(default="")
    household_place = peewee.TextField(default="")
    household_kind = peewee.TextField(default="")
    community = peewee.TextField(default="")
    building = peewee.TextField(default="")
    room = peewee.TextField(default="")
    address = peewee.TextField(default="")
    phone = peewee.TextField(default="")
    living = peewee.TextField(default="")
    disability_kind = peewee.TextField(default="")
    disability_level = peewee.IntegerField(null=True)
    chronic = peewee.TextField(default="")
    allergies = peewee.TextField(default="")
    diet = peewee.TextField(default="")
    health_record = peewee.BooleanField(null=True)
    health_record_no = peewee.TextField(default="")
    family_doctor = peewee.BooleanField(null=True)
    family_doctor_name = peewee.TextField(default="")
    insured_medical = peewee.BooleanField(null=True)
    insured_care = peewee.BooleanField(null=True)
    insured_accident = peewee.BooleanField(null=True)
    allowance_age = peewee.BooleanField(null=True)
    allowance_care = peewee.BooleanField(null=True)
    allowance_service = peewee.BooleanField(null=True)
    consent_on = peewee.DateField(null=True)
    consent_by = peewee.TextField(default="")
    consent_paper_no = peewee.TextField(default="")
    photo = peewee.TextField(default="")
    remarks = peewee.TextField(default="")
    register_state = peewee.TextField(default=RegisterState.ON_REGISTER)
    state_on = peewee.DateField(null=True)


class Contact(Record):
    """An emergency contact (紧急联系人)."""

    resident = peewee.ForeignKeyField(Resident, backref="contacts")
    resident_id: int
    name = peewee.TextField()
    relation = peewee.TextField(default="")
    phone = peewee.TextField(default="")


class ExternalId(Record):
    """The number that another platform gave a resident (其他平台编号)."""

    resident = peewee.ForeignKeyField(Resident, backref="external_ids")
    resident_id: int
    platform = peewee.TextField()
    value = peewee.TextField()


class RegisterEvent(Record):
    """A resident came onto or left the register; no date means before any record."""

    resident = peewee.ForeignKeyField(Resident, backref="events")
    resident_id: int
    state = peewee.TextField()
    on_date = peewee.DateField(null=True)
    source = peewee.TextField(default="")
    reason = peewee.TextField(default="")


class Flag(Record):
    """A special-needs flag from a date (none: before any record) to another, both inclusive (none: still)."""

    resident = peewee.ForeignKeyField(Resident, backref="flags")
    resident_id: int
    kind = peewee.TextField()
    from_on = peewee.DateField(null=True)
    to_on = peewee.DateField(null=True)
    proof = peewee.TextField(default="")


class Grade(Record):
    """A capability grade (能力等级) as assessed on a date (none: before any record)."""

    resident = peewee.ForeignKeyField(Resident, backref="grades")
    resident_id: int
    grade = peewee.TextField()
    assessed_on = peewee.DateField(null=True)
    assessor = peewee.TextField(default="")


class Dwelling(Record):
    """Where and with whom a resident lives from a day on (none: since before any record).

    Who has none has always had what the resident's own row says; that row repeats the latest one.
    """

    resident = peewee.ForeignKeyField(Resident, backref="dwellings")
    resident_id: int
    from_on = peewee.DateField(null=True)
    community = peewee.TextField(default="")
    building = peewee.TextField(default="")
    room = peewee.TextField(default="")
    address = peewee.TextField(default="")
    living = peewee.TextField(default="")


class Enrolment(Record):
    """What a resident is enrolled in, or is not, from a day on; kept as ``Dwelling``.

    ``reason`` says why an allowance stopped, ``detail`` of one its class (档次).
    """

    resident = peewee.ForeignKeyField(Resident, backref="enrolments")
    resident_id: int
    kind = peewee.TextField()
    from_on = peewee.DateField(null=True)
    held = peewee.BooleanField(null=True)
    detail = peewee.TextField(default="")
    reason = peewee.TextField(default="")


class PrintedCode(Record):
    """A code once printed works for ever: ``replaced_at`` marks an alias that still finds its row."""

    digits = peewee.TextField(unique=True)
    kind = peewee.IntegerField()
    serial = peewee.IntegerField()
    resident_id = peewee.IntegerField(null=True)
    bed_id = peewee.IntegerField(null=True)
    help_service_id = peewee.IntegerField(null=True)
    replaced_at = peewee.TextField(null=True)


class ResidentSearch(Table):
    """The full-text index over residents, derived and rebuildable; ``rowid`` is the resident's id."""

    rowid = peewee.IntegerField(primary_key=True)
    key = peewee.TextField()

    class Meta:
        table_name = "resident_search"
