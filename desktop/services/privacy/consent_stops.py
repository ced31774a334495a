"""What nobody may record any more of somebody who withdrew consent; triggers of migration 0066 hold it.

A scan, a form, an import and another program cannot pass them by, and a scan asks nothing more for it.
What rests on the law and not on consent goes on (个人信息保护法 第十三条): ``KEPT`` names it and why.
"""

from __future__ import annotations

from collections.abc import Mapping

from desktop.core.acts import Thing
from desktop.core.consent import ConsentScope

# Tables that no new row comes into.
STOPPED: Mapping[str, ConsentScope] = {
    **dict.fromkeys((Thing.HELP_SERVICE, Thing.MEAL, Thing.STANDING_ARRANGEMENT), ConsentScope.PROCESSING),
    **dict.fromkeys((Thing.BED_APPLICATION, "bed_reservation", Thing.STAY, Thing.HOME_BED), ConsentScope.PROCESSING),
    **dict.fromkeys((Thing.DAY_ATTENDANCE, Thing.SERVICE_PACKAGE, Thing.TRAINING_TAKER), ConsentScope.PROCESSING),
    **dict.fromkeys((Thing.ASSESSMENT, Thing.GRADE), ConsentScope.SENSITIVE),
    Thing.CONTACT: ConsentScope.CONTACTS,
}
_DUTY = "the monthly visit to people with special needs is a duty by law, whoever they are"
_BOOKS = "the books: money that was paid, is owed or goes back"
_REGISTER = "who somebody is, and that they left: the duty to keep the register right"
KEPT: Mapping[str, str] = {
    **dict.fromkeys(("visit", "visit_assignment", "risk", "excusal", "round_member", "route_row"), _DUTY),
    **dict.fromkeys(("crisis_event", "flag"), _DUTY),
    **dict.fromkeys(("ledger_entry", "stay_charge", "stay_rate", "credit_limit"), _BOOKS),
    **dict.fromkeys(("register_event", "dwelling", "enrolment", "external_id", "printed_code"), _REGISTER),
    "stay_contract": "a contract binds without consent",
    "complaint": "whoever complains is answered",
    "worker": "works here, which is another relation",
    "consent_withdrawal": "the withdrawal itself",
}
# Fields of a resident that stay empty.
FIELDS: Mapping[str, ConsentScope] = {
    **dict.fromkeys(("chronic", "allergies", "diet", "health_record_no"), ConsentScope.SENSITIVE),
    "photo": ConsentScope.PHOTO,
}
