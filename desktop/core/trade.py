"""The codes of the trade: what stands in the database, in answers and in files; ``words/terms.py`` has the words.

Each member is a string, so that a stored text is unchanged and a code of another list is refused by the type checker.
"""

from __future__ import annotations

from enum import StrEnum


class LogAction(StrEnum):
    """What a write of the change log did."""

    ADD = "add"
    CHANGE = "change"
    VOID = "void"
    SHOW_ID = "show_id"
    CORRECT_ID = "correct_id"
    MERGE = "merge"
    UNDO_MERGE = "undo_merge"
    RESTORE = "restore"
    UPGRADE = "upgrade"
    SIGN_IN = "sign_in"


class Thing(StrEnum):
    """A record of which an error, the change log or a timeline speaks: the name of its table, where it has one."""

    RESIDENT = "resident"
    CONTACT = "contact"
    EXTERNAL_ID = "external_id"
    REGISTER_EVENT = "register_event"
    FLAG = "flag"
    FLAG_END = "flag_end"
    GRADE = "grade"
    PRINTED_CODE = "printed_code"
    CODE_REPLACED = "code_replaced"
    ID_NUMBER = "id_number"
    RESIDENT_MERGE = "resident_merge"
    DISTINCT_PAIR = "distinct_pair"
    VISIT = "visit"
    VISITOR = "visitor"
    VISIT_NEED = "visit_need"
    VISIT_ASSIGNMENT = "visit_assignment"
    RISK = "risk"
    RISK_END = "risk_end"
    EXCUSAL = "excusal"
    CRISIS_EVENT = "crisis_event"
    EXTRA_ROUND = "extra_round"
    ROUND_MEMBER = "round_member"
    ROUTE_SHEET = "route_sheet"
    ATTACHMENT = "attachment"
    FINDING = "finding"
    FINDING_EXPLANATION = "finding_explanation"
    REFERRAL = "referral"
    HELP_SERVICE = "help_service"
    MEAL = "meal"
    SCAN_QUEUE = "scan_queue"
    MEAL_PRICE = "meal_price"
    SUBSIDY_RULE = "subsidy_rule"
    BED = "bed"
    STAY = "stay"
    STAY_END = "stay_end"
    LEAVE = "leave"
    BED_OUTAGE = "bed_outage"
    MONTH = "month"
    CORRECTION = "correction"
    SYNC_EXPORT = "sync_export"
    IMPORT_BATCH = "import_batch"
    RULE = "rule"
    STAFF = "staff"
    CENTRE = "centre"
    BACKUP = "backup"
    SETTING = "setting"
