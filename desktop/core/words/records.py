"""What a record is called, what was done with it, and why: in errors, in the change log, on a timeline."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.core.acts import LogAction, Thing
from desktop.core.answers import BackupReason, Likeness, WorkbookKind
from desktop.core.i18n import QT_TRANSLATE_NOOP, Said, said, translate


def thing_word(thing: str) -> str:
    """The word for a kind of record inside a sentence."""
    return said(_THINGS[Thing(thing)]) if thing in _THINGS else thing


def record_word(thing: str) -> str:
    """The word for a kind of record that stands alone."""
    words = thing_word(thing)
    return words[:1].upper() + words[1:]


def action_word(action: str) -> str:
    """What was done in a write of the change log."""
    return said(_ACTIONS[LogAction(action)]) if action in _ACTIONS else translate("RecordWords", "noted")


def why_written(reason: str) -> str:
    """Why: what a person wrote, or the program's own reasons in words."""
    words = _PROGRAM_REASONS.get(reason)
    return said(words) if words is not None else reason


def workbook_word(kind: WorkbookKind) -> str:
    """What a kind of workbook brings."""
    return said(_WORKBOOKS[kind])


def why_alike(why: Likeness) -> str:
    """Why two records may be one person."""
    return said(_ALIKE[why])


_ACTIONS: Mapping[LogAction, Said] = {
    LogAction.ADD: QT_TRANSLATE_NOOP("RecordWords", "added"),
    LogAction.CHANGE: QT_TRANSLATE_NOOP("RecordWords", "changed"),
    LogAction.VOID: QT_TRANSLATE_NOOP("RecordWords", "voided"),
    LogAction.SHOW_ID: QT_TRANSLATE_NOOP("RecordWords", "looked at the whole ID number"),
    LogAction.CORRECT_ID: QT_TRANSLATE_NOOP("RecordWords", "corrected the ID number"),
    LogAction.MERGE: QT_TRANSLATE_NOOP("RecordWords", "merged"),
    LogAction.UNDO_MERGE: QT_TRANSLATE_NOOP("RecordWords", "undid a merge"),
    LogAction.RESTORE: QT_TRANSLATE_NOOP("RecordWords", "restored"),
    LogAction.UPGRADE: QT_TRANSLATE_NOOP("RecordWords", "upgraded"),
    LogAction.SIGN_IN: QT_TRANSLATE_NOOP("RecordWords", "signed in"),
    LogAction.PRINT: QT_TRANSLATE_NOOP("RecordWords", "printed"),
    LogAction.HAND_OUT: QT_TRANSLATE_NOOP("RecordWords", "wrote to a file"),
    LogAction.FOUND: QT_TRANSLATE_NOOP("RecordWords", "found without a record in the log"),
    LogAction.WRONG_PASSWORD: QT_TRANSLATE_NOOP("RecordWords", "wrong password"),
    LogAction.FORGET: QT_TRANSLATE_NOOP("RecordWords", "took out of the log"),
    LogAction.REHEARSE: QT_TRANSLATE_NOOP("RecordWords", "restored on trial"),
    LogAction.TAKE_IN: QT_TRANSLATE_NOOP("RecordWords", "took in from another station"),
    LogAction.DECIDE: QT_TRANSLATE_NOOP("RecordWords", "decided between two stations"),
    LogAction.COPY: QT_TRANSLATE_NOOP("RecordWords", "gave out a copy of everything"),
    LogAction.ERASE: QT_TRANSLATE_NOOP("RecordWords", "deleted the personal data"),
    LogAction.OLD_SCANNED: QT_TRANSLATE_NOOP("RecordWords", "scanned though it is replaced"),
}
_PROGRAM_REASONS: Mapping[str, Said] = {
    "import": QT_TRANSLATE_NOOP("RecordWords", "import"),
    "undo import": QT_TRANSLATE_NOOP("RecordWords", "import taken back"),
    "import undone": QT_TRANSLATE_NOOP("RecordWords", "import taken back"),
    "released before": QT_TRANSLATE_NOOP("RecordWords", "no longer kept"),
    "ended before": QT_TRANSLATE_NOOP("RecordWords", "ended before"),
    "discharged before": QT_TRANSLATE_NOOP("RecordWords", "discharged before"),
    "two people": QT_TRANSLATE_NOOP("RecordWords", "not the same person"),
    "initialise": QT_TRANSLATE_NOOP("RecordWords", "centre made"),
    "taken back": QT_TRANSLATE_NOOP("RecordWords", "taken back"),
    "two stations": QT_TRANSLATE_NOOP("RecordWords", "another station had recorded the same already"),
    "merged": QT_TRANSLATE_NOOP("RecordWords", "merged"),
    "replaced": QT_TRANSLATE_NOOP("RecordWords", "replaced"),
    "undo": QT_TRANSLATE_NOOP("RecordWords", "taken back"),
    "corrected": QT_TRANSLATE_NOOP("RecordWords", "corrected"),
    "service changed": QT_TRANSLATE_NOOP("RecordWords", "the service was changed"),
    "back on the same day": QT_TRANSLATE_NOOP("RecordWords", "back on the same day"),
    "taken out of the dish": QT_TRANSLATE_NOOP("RecordWords", "taken out of the dish"),
    "labelled before": QT_TRANSLATE_NOOP("RecordWords", "the label was there already"),
    "enrol": QT_TRANSLATE_NOOP("RecordWords", "enrolment with a district"),
    "export": QT_TRANSLATE_NOOP("RecordWords", "file for the district"),
    "receipt": QT_TRANSLATE_NOOP("RecordWords", "receipt of the district"),
    "another receipt": QT_TRANSLATE_NOOP("RecordWords", "another receipt of this file came"),
    "documents of a month closed before": QT_TRANSLATE_NOOP(
        "RecordWords", "the reports of a month that was closed before they were kept"
    ),
    "codes of a month closed before": QT_TRANSLATE_NOOP(
        "RecordWords", "codes for the reports of a month that was closed before they had any"
    ),
    "unstaged": QT_TRANSLATE_NOOP("RecordWords", "taken out of the correction"),
    "other grade of the day holds": QT_TRANSLATE_NOOP("RecordWords", "another result of the day holds"),
    BackupReason.DAILY: QT_TRANSLATE_NOOP("RecordWords", "the day's first backup"),
    BackupReason.EXIT: QT_TRANSLATE_NOOP("RecordWords", "on closing the program"),
    BackupReason.MANUAL: QT_TRANSLATE_NOOP("RecordWords", "by hand"),
    BackupReason.RESTORE: QT_TRANSLATE_NOOP("RecordWords", "before restoring"),
    BackupReason.BEFORE_IMPORT: QT_TRANSLATE_NOOP("RecordWords", "before an import"),
    BackupReason.BEFORE_MERGE: QT_TRANSLATE_NOOP("RecordWords", "before a merge"),
    BackupReason.BEFORE_CLOSE: QT_TRANSLATE_NOOP("RecordWords", "before a month close"),
    BackupReason.BEFORE_CORRECTION: QT_TRANSLATE_NOOP("RecordWords", "before a correction"),
    BackupReason.BEFORE_SEALING: QT_TRANSLATE_NOOP("RecordWords", "before encrypting"),
    BackupReason.MIGRATION: QT_TRANSLATE_NOOP("RecordWords", "before an update"),
}
_WORKBOOKS: Mapping[WorkbookKind, Said] = {
    WorkbookKind.RESIDENTS: QT_TRANSLATE_NOOP("RecordWords", "Residents"),
    WorkbookKind.BEDS: QT_TRANSLATE_NOOP("RecordWords", "Beds and stays"),
    WorkbookKind.SERVICES: QT_TRANSLATE_NOOP("RecordWords", "Help services"),
    WorkbookKind.MEALS: QT_TRANSLATE_NOOP("RecordWords", "Meals"),
    WorkbookKind.VISITS: QT_TRANSLATE_NOOP("RecordWords", "Visits"),
    WorkbookKind.STAFF: QT_TRANSLATE_NOOP("RecordWords", "Staff"),
    WorkbookKind.ASSESSMENTS: QT_TRANSLATE_NOOP("RecordWords", "Assessments"),
}
_ALIKE: Mapping[Likeness, Said] = {
    Likeness.SAME_NUMBER: QT_TRANSLATE_NOOP("RecordWords", "the same ID number"),
    Likeness.SAME_NAME_AND_BIRTH: QT_TRANSLATE_NOOP("RecordWords", "the same name and birth date"),
    Likeness.SAME_SOUND_AND_BIRTH: QT_TRANSLATE_NOOP(
        "RecordWords", "a name that sounds the same and the same birth date"
    ),
    Likeness.SAME_PHONE: QT_TRANSLATE_NOOP("RecordWords", "the same phone and a similar name"),
}
_THINGS: Mapping[Thing, Said] = {
    Thing.RESIDENT: QT_TRANSLATE_NOOP("RecordWords", "resident"),
    Thing.CONSENT_WITHDRAWAL: QT_TRANSLATE_NOOP("RecordWords", "withdrawal of consent"),
    Thing.CONTACT: QT_TRANSLATE_NOOP("RecordWords", "emergency contact"),
    Thing.EXTERNAL_ID: QT_TRANSLATE_NOOP("RecordWords", "number on another platform"),
    Thing.REGISTER_EVENT: QT_TRANSLATE_NOOP("RecordWords", "register state"),
    Thing.FLAG: QT_TRANSLATE_NOOP("RecordWords", "category"),
    Thing.FLAG_END: QT_TRANSLATE_NOOP("RecordWords", "category ended"),
    Thing.DWELLING: QT_TRANSLATE_NOOP("RecordWords", "dwelling"),
    Thing.ENROLMENT: QT_TRANSLATE_NOOP("RecordWords", "enrolment"),
    Thing.ASSESSMENT: QT_TRANSLATE_NOOP("RecordWords", "ability assessment"),
    Thing.GRADE: QT_TRANSLATE_NOOP("RecordWords", "capability grade"),
    Thing.PRINTED_CODE: QT_TRANSLATE_NOOP("RecordWords", "QR code"),
    Thing.CODE_REPLACED: QT_TRANSLATE_NOOP("RecordWords", "QR code replaced"),
    Thing.ID_NUMBER: QT_TRANSLATE_NOOP("RecordWords", "ID number"),
    Thing.RESIDENT_MERGE: QT_TRANSLATE_NOOP("RecordWords", "merge"),
    Thing.DISTINCT_PAIR: QT_TRANSLATE_NOOP("RecordWords", "pair of residents"),
    Thing.VISIT: QT_TRANSLATE_NOOP("RecordWords", "visit"),
    Thing.VISITOR: QT_TRANSLATE_NOOP("RecordWords", "visitor"),
    Thing.VISIT_NEED: QT_TRANSLATE_NOOP("RecordWords", "need"),
    Thing.VISIT_ASSIGNMENT: QT_TRANSLATE_NOOP("RecordWords", "visitor assigned"),
    Thing.RISK: QT_TRANSLATE_NOOP("RecordWords", "risk"),
    Thing.RISK_END: QT_TRANSLATE_NOOP("RecordWords", "risk closed"),
    Thing.EXCUSAL: QT_TRANSLATE_NOOP("RecordWords", "excusal"),
    Thing.CRISIS_EVENT: QT_TRANSLATE_NOOP("RecordWords", "crisis"),
    Thing.EXTRA_ROUND: QT_TRANSLATE_NOOP("RecordWords", "extra round"),
    Thing.ROUND_MEMBER: QT_TRANSLATE_NOOP("RecordWords", "person of an extra round"),
    Thing.ROUTE_ROW: QT_TRANSLATE_NOOP("RecordWords", "row of a route sheet"),
    Thing.ROUTE_SHEET: QT_TRANSLATE_NOOP("RecordWords", "route sheet"),
    Thing.ATTACHMENT: QT_TRANSLATE_NOOP("RecordWords", "attachment"),
    Thing.FINDING: QT_TRANSLATE_NOOP("RecordWords", "finding"),
    Thing.FINDING_EXPLANATION: QT_TRANSLATE_NOOP("RecordWords", "finding explained"),
    Thing.REFERRAL: QT_TRANSLATE_NOOP("RecordWords", "referral note"),
    Thing.HELP_SERVICE: QT_TRANSLATE_NOOP("RecordWords", "help service"),
    Thing.MEAL: QT_TRANSLATE_NOOP("RecordWords", "meal"),
    Thing.SCAN_QUEUE: QT_TRANSLATE_NOOP("RecordWords", "queued scan"),
    Thing.LEDGER_ENTRY: QT_TRANSLATE_NOOP("RecordWords", "entry of a balance"),
    Thing.CREDIT_LIMIT: QT_TRANSLATE_NOOP("RecordWords", "credit limit"),
    Thing.MEAL_PRICE: QT_TRANSLATE_NOOP("RecordWords", "meal price"),
    Thing.STANDING_ARRANGEMENT: QT_TRANSLATE_NOOP("RecordWords", "standing arrangement"),
    Thing.STANDING_STOP: QT_TRANSLATE_NOOP("RecordWords", "stop of an arrangement"),
    Thing.HOLIDAY: QT_TRANSLATE_NOOP("RecordWords", "holiday"),
    Thing.SUBSIDY_RULE: QT_TRANSLATE_NOOP("RecordWords", "subsidy"),
    Thing.SERVICE_DEFINITION: QT_TRANSLATE_NOOP("RecordWords", "definition of a help service"),
    Thing.SERVICE_FEE: QT_TRANSLATE_NOOP("RecordWords", "fee of a help service"),
    Thing.SERVICE_PACKAGE: QT_TRANSLATE_NOOP("RecordWords", "package of help services"),
    Thing.BED_APPLICATION: QT_TRANSLATE_NOOP("RecordWords", "application for a bed"),
    Thing.BED_OFFER: QT_TRANSLATE_NOOP("RecordWords", "offer of a bed"),
    Thing.PAYER_BUDGET: QT_TRANSLATE_NOOP("RecordWords", "budget of a payer"),
    Thing.FOOD_PURCHASE: QT_TRANSLATE_NOOP("RecordWords", "purchase of food"),
    Thing.DISH: QT_TRANSLATE_NOOP("RecordWords", "dish"),
    Thing.DISH_BATCH: QT_TRANSLATE_NOOP("RecordWords", "batch of a dish"),
    Thing.FOOD_SAMPLE: QT_TRANSLATE_NOOP("RecordWords", "food sample"),
    Thing.KITCHEN_SHEET: QT_TRANSLATE_NOOP("RecordWords", "line of the kitchen's sheets"),
    Thing.COMPLAINT: QT_TRANSLATE_NOOP("RecordWords", "complaint"),
    Thing.BED: QT_TRANSLATE_NOOP("RecordWords", "bed"),
    Thing.STAY: QT_TRANSLATE_NOOP("RecordWords", "admission"),
    Thing.STAY_END: QT_TRANSLATE_NOOP("RecordWords", "discharge"),
    Thing.LEAVE: QT_TRANSLATE_NOOP("RecordWords", "leave"),
    Thing.STAY_CONTRACT: QT_TRANSLATE_NOOP("RecordWords", "contract of a stay"),
    Thing.STAY_RATE: QT_TRANSLATE_NOOP("RecordWords", "rate of stays"),
    Thing.STAY_CHARGE: QT_TRANSLATE_NOOP("RecordWords", "charge of a month of a stay"),
    Thing.BED_OUTAGE: QT_TRANSLATE_NOOP("RecordWords", "bed out of service"),
    Thing.DAY_ATTENDANCE: QT_TRANSLATE_NOOP("RecordWords", "time in day care"),
    Thing.BED_NATURE: QT_TRANSLATE_NOOP("RecordWords", "kind of a bed"),
    Thing.BED_INSURANCE: QT_TRANSLATE_NOOP("RecordWords", "insurance of a bed"),
    Thing.BED_RESERVATION: QT_TRANSLATE_NOOP("RecordWords", "bed kept for somebody"),
    Thing.HOME_BED: QT_TRANSLATE_NOOP("RecordWords", "care bed at home"),
    Thing.HOME_BED_PLAN: QT_TRANSLATE_NOOP("RecordWords", "line of a plan of care at home"),
    Thing.HOME_BED_REVIEW: QT_TRANSLATE_NOOP("RecordWords", "review of care at home"),
    Thing.MONTH: QT_TRANSLATE_NOOP("RecordWords", "month"),
    Thing.MONTH_VERSION: QT_TRANSLATE_NOOP("RecordWords", "version of a month"),
    Thing.REPORT_CODE: QT_TRANSLATE_NOOP("RecordWords", "code of a report"),
    Thing.CORRECTION: QT_TRANSLATE_NOOP("RecordWords", "correction"),
    Thing.CORRECTION_ACT: QT_TRANSLATE_NOOP("RecordWords", "act of a correction"),
    Thing.SYNC_EXPORT: QT_TRANSLATE_NOOP("RecordWords", "sync file"),
    Thing.RECEIPT: QT_TRANSLATE_NOOP("RecordWords", "receipt of the district"),
    Thing.IMPORT_BATCH: QT_TRANSLATE_NOOP("RecordWords", "import"),
    Thing.WORKER: QT_TRANSLATE_NOOP("RecordWords", "person who works here"),
    Thing.POST: QT_TRANSLATE_NOOP("RecordWords", "post"),
    Thing.CERTIFICATE: QT_TRANSLATE_NOOP("RecordWords", "certificate"),
    Thing.TRAINING: QT_TRANSLATE_NOOP("RecordWords", "training"),
    Thing.TRAINING_TAKER: QT_TRANSLATE_NOOP("RecordWords", "taking part in a training"),
    Thing.OWN_FORM: QT_TRANSLATE_NOOP("RecordWords", "own form"),
    Thing.LABEL_SHEET: QT_TRANSLATE_NOOP("RecordWords", "label sheet"),
    Thing.REPORT_LAYOUT: QT_TRANSLATE_NOOP("RecordWords", "report layout"),
    Thing.NAMED: QT_TRANSLATE_NOOP("RecordWords", "entry of a list"),
    Thing.NAMED_NAME: QT_TRANSLATE_NOOP("RecordWords", "name in a list"),
    Thing.NAMED_ALIAS: QT_TRANSLATE_NOOP("RecordWords", "text that stands for an entry"),
    Thing.RULE: QT_TRANSLATE_NOOP("RecordWords", "rule"),
    Thing.INDICATOR: QT_TRANSLATE_NOOP("RecordWords", "indicator"),
    Thing.TYPED_FIGURE: QT_TRANSLATE_NOOP("RecordWords", "typed figure"),
    Thing.STAFF: QT_TRANSLATE_NOOP("RecordWords", "account"),
    Thing.CENTRE: QT_TRANSLATE_NOOP("RecordWords", "centre"),
    Thing.CENTRE_KEY: QT_TRANSLATE_NOOP("RecordWords", "keys of the centre"),
    Thing.DISTRICT_KEY: QT_TRANSLATE_NOOP("RecordWords", "enrolment with a district"),
    Thing.BACKUP: QT_TRANSLATE_NOOP("RecordWords", "backup"),
    Thing.EXCHANGE: QT_TRANSLATE_NOOP("RecordWords", "exchange between stations"),
    Thing.STORE: QT_TRANSLATE_NOOP("RecordWords", "encryption of the data"),
    Thing.PAPER: QT_TRANSLATE_NOOP("RecordWords", "paper or file that went out"),
    Thing.SETTING: QT_TRANSLATE_NOOP("RecordWords", "setting"),
    Thing.CHANGE_LOG: QT_TRANSLATE_NOOP("RecordWords", "change log"),
}
