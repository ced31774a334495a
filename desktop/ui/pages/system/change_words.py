"""The change log in words: which records one may look for, and what a write changed."""

from __future__ import annotations

from desktop.core.acts import Thing
from desktop.core.i18n import translate
from desktop.core.words.fields import written
from desktop.core.words.records import record_word
from desktop.services.writing.audit import ChangeRow
from desktop.ui.forms.resident_field import person_of

# The records that one may want to look for.
_LISTED = (
    *(Thing.RESIDENT, Thing.REGISTER_EVENT, Thing.FLAG, Thing.GRADE, Thing.CONTACT, Thing.VISIT, Thing.VISITOR),
    *(Thing.VISIT_NEED, Thing.RISK, Thing.EXCUSAL, Thing.HELP_SERVICE, Thing.MEAL, Thing.SCAN_QUEUE, Thing.MEAL_PRICE),
    *(Thing.SUBSIDY_RULE, Thing.BED, Thing.STAY, Thing.LEAVE, Thing.BED_OUTAGE, Thing.PRINTED_CODE, Thing.MONTH),
    *(Thing.CORRECTION, Thing.SYNC_EXPORT, Thing.RECEIPT, Thing.IMPORT_BATCH, Thing.RULE, Thing.STAFF, Thing.CENTRE),
    *(Thing.WORKER, Thing.POST, Thing.CERTIFICATE, Thing.TRAINING, Thing.TRAINING_TAKER, Thing.LEDGER_ENTRY),
    *(Thing.SETTING, Thing.BACKUP, Thing.STORE, Thing.SERVICE_DEFINITION, Thing.SERVICE_FEE, Thing.DAY_ATTENDANCE),
    *(Thing.CONSENT_WITHDRAWAL, Thing.PAPER),
    *(Thing.STAY_RATE, Thing.STAY_CHARGE),
    *(Thing.HOME_BED, Thing.HOME_BED_PLAN, Thing.HOME_BED_REVIEW),
)


def table_words() -> dict[str, str]:
    """The kinds of records that one may want to look for."""
    return {thing: record_word(thing) for thing in _LISTED}


def what_changed(row: ChangeRow) -> str:
    """The fields that a write touched, with old and new values."""
    parts = []
    for one in written(row.table, row.before, row.after, _person):
        values = {"field": one.label, "old": one.before or "—", "new": one.after or "—"}
        if row.before is None:
            parts.append(translate("LogFields", "{field} {new}").format(**values))
        else:
            parts.append(translate("LogFields", "{field} {old} → {new}").format(**values))
    return "；".join(parts)


def _person(resident_id: int) -> str:
    person = person_of(resident_id)
    return person.name if person else ""
