"""What the database itself refuses, by the mark in its message, and the error that says so to a person."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import peewee

from desktop.core.acts import Thing
from desktop.core.canteen_errors import EntryCountered
from desktop.core.consent import ConsentScope
from desktop.core.errors import AlreadyRecorded, InUse, NotFound, Overlap, UserError
from desktop.core.privacy_errors import ConsentWithdrawn

_GUARDS: dict[str, Callable[[], UserError]] = {
    "ledger_entry.counter_of": EntryCountered,
    "ledger_entry.help_service_id": lambda: AlreadyRecorded(Thing.LEDGER_ENTRY),
    "ledger_entry.stay_charge_id": lambda: AlreadyRecorded(Thing.STAY_CHARGE),
    "stay_charge.resident_id": lambda: AlreadyRecorded(Thing.STAY_CHARGE),
    "stay_overlap_bed": lambda: Overlap(Thing.BED),
    "stay_overlap_resident": lambda: Overlap(Thing.RESIDENT),
    "home_bed_open": lambda: AlreadyRecorded(Thing.HOME_BED),
    "home_bed_back": lambda: AlreadyRecorded(Thing.HOME_BED),
    "home_bed_unserved": lambda: NotFound(Thing.HOME_BED),
    "home_bed_plan_overlap": lambda: Overlap(Thing.HOME_BED_PLAN),
    "step_back": lambda: AlreadyRecorded(Thing.HELP_SERVICE),
    "leave_overlap": lambda: Overlap(Thing.LEAVE),
    "day_attendance_overlap": lambda: Overlap(Thing.DAY_ATTENDANCE),
    "leave_outside": lambda: InUse(Thing.STAY, Thing.LEAVE),
    "bed_not_there": lambda: InUse(Thing.STAY, Thing.BED_OUTAGE),
    "bed_taken": lambda: InUse(Thing.BED, Thing.STAY),
    "meal.resident_id": lambda: AlreadyRecorded(Thing.MEAL),
    "bed.building": lambda: AlreadyRecorded(Thing.BED),
    "resident.id_number": lambda: AlreadyRecorded(Thing.ID_NUMBER),
    "bed_offer.bed_id": lambda: AlreadyRecorded(Thing.BED_OFFER),
    "bed_offer.application_id": lambda: AlreadyRecorded(Thing.BED_OFFER),
    "excusal.resident_id": lambda: AlreadyRecorded(Thing.EXCUSAL),
    "staff.name": lambda: AlreadyRecorded(Thing.STAFF),
    "named_alias.list": lambda: AlreadyRecorded(Thing.NAMED_ALIAS),
    "named_name.named_id": lambda: AlreadyRecorded(Thing.NAMED_NAME),
    "consent_processing": lambda: ConsentWithdrawn(ConsentScope.PROCESSING),
    "consent_sensitive": lambda: ConsentWithdrawn(ConsentScope.SENSITIVE),
    "consent_contacts": lambda: ConsentWithdrawn(ConsentScope.CONTACTS),
    "consent_photo": lambda: ConsentWithdrawn(ConsentScope.PHOTO),
    "worker.named_id": lambda: AlreadyRecorded(Thing.WORKER),
    "distinct_pair.low_id": lambda: AlreadyRecorded(Thing.DISTINCT_PAIR),
}


@contextmanager
def in_words(otherwise: Callable[[], UserError] | None = None) -> Iterator[None]:
    """Within it what the database refuses is raised as the error that the window and the command have words for.

    ``otherwise`` makes the one for what has none; without it that is a fault of the program, and raised as it is.
    """
    try:
        yield
    except peewee.IntegrityError as error:
        for mark, make in _GUARDS.items():
            if mark in str(error):
                raise make() from error
        if otherwise is not None:
            raise otherwise() from error
        raise
