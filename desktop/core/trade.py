"""The codes of the trade: what stands in the database, in answers and in files; ``words/terms.py`` has the words.

Each member is a string, so that a stored text is unchanged and a code of another list is refused by the type checker.
"""

from __future__ import annotations

from enum import StrEnum


class Sex(StrEnum):
    """What the register writes as sex."""

    MALE = "male"
    FEMALE = "female"
    UNKNOWN = "unknown"


class DocumentKind(StrEnum):
    """What document the number is from."""

    IDENTITY_CARD = "identity_card"
    RESIDENCE_PERMIT = "residence_permit"
    OTHER = "other"
    NONE = "none"


class RegisterState(StrEnum):
    """Whether somebody is on the register."""

    ON_REGISTER = "on_register"
    MOVED_OUT = "moved_out"
    DECEASED = "deceased"
    CANCELLED = "cancelled"


class HouseholdKind(StrEnum):
    """Kind of household registration."""

    URBAN = "urban"
    RURAL = "rural"


class Marital(StrEnum):
    """Marital status."""

    UNMARRIED = "unmarried"
    MARRIED = "married"
    WIDOWED = "widowed"
    DIVORCED = "divorced"
    UNKNOWN = "unknown"


class Living(StrEnum):
    """With whom somebody lives."""

    ALONE = "alone"
    EMPTY_NEST = "empty_nest"
    WITH_CHILDREN = "with_children"
    LEFT_BEHIND = "left_behind"
    INSTITUTION = "institution"
    OTHER = "other"


class Capability(StrEnum):
    """Capability grade of an assessment, the lightest first."""

    INTACT = "intact"
    MILD = "mild"
    MODERATE = "moderate"
    SEVERE = "severe"
    COMPLETE = "complete"


class FlagKind(StrEnum):
    """Dated categories: nine that ask for visits, five of the economy."""

    LIVING_ALONE = "living_alone"
    EMPTY_NEST = "empty_nest"
    LEFT_BEHIND = "left_behind"
    DISABLED = "disabled"
    DEMENTIA = "dementia"
    SEVERELY_HANDICAPPED = "severely_handicapped"
    BEREAVED_FAMILY = "bereaved_family"
    KINLESS = "kinless"
    ADVANCED_AGE = "advanced_age"
    DESTITUTE_INSTITUTION = "destitute_institution"
    DESTITUTE_HOME = "destitute_home"
    MINIMUM_LIVING = "minimum_living"
    MINIMUM_LIVING_MARGIN = "minimum_living_margin"
    ENTITLED_GROUP = "entitled_group"


class ServiceType(StrEnum):
    """The ten helps, in the order of the keys 1 to 0."""

    MEALS = "meals"
    CLEANING = "cleaning"
    BATHING = "bathing"
    MEDICAL = "medical"
    EMERGENCY = "emergency"
    MOBILITY = "mobility"
    SHOPPING = "shopping"
    LEARNING = "learning"
    RECREATION = "recreation"
    COMPANIONSHIP = "companionship"


class ServiceState(StrEnum):
    """How far an order has come."""

    REQUESTED = "requested"
    DISPATCHED = "dispatched"
    DONE = "done"
    RATED = "rated"
    CANCELLED = "cancelled"


class ServicePlace(StrEnum):
    """Where a service is done."""

    HOME = "home"
    CENTRE = "centre"


class Payer(StrEnum):
    """Who pays a service."""

    GOVERNMENT = "government"
    SUBSIDY = "subsidy"
    SELF = "self"
    VOLUNTEER = "volunteer"


class MealKind(StrEnum):
    """Which meal of the day."""

    BREAKFAST = "breakfast"
    LUNCH = "lunch"
    DINNER = "dinner"


class MealMode(StrEnum):
    """How a meal is taken."""

    DINE_IN = "dine_in"
    TAKEAWAY = "takeaway"
    DELIVERED = "delivered"


class VisitMethod(StrEnum):
    """How somebody was visited."""

    HOME = "home"
    PHONE = "phone"
    VIDEO = "video"
    REMOTE = "remote"


class VisitOutcome(StrEnum):
    """What came of a visit."""

    REACHED = "reached"
    NOT_REACHED = "not_reached"
    REFUSED = "refused"
    HOSPITAL = "hospital"
    AWAY = "away"
    DECEASED = "deceased"
    MOVED = "moved"


class VisitBlock(StrEnum):
    """The six things that a visit looks at."""

    HEALTH = "health"
    SPIRIT = "spirit"
    SAFETY = "safety"
    HYGIENE = "hygiene"
    DWELLING = "dwelling"
    SUPPORT = "support"


class BlockState(StrEnum):
    """What a visit found of one of them."""

    NORMAL = "normal"
    ATTENTION = "attention"
    RISK = "risk"
    UNCHANGED = "unchanged"


class RiskLevel(StrEnum):
    """How pressing a risk is."""

    GENERAL = "general"
    ELEVATED = "elevated"
    URGENT = "urgent"


class VisitContact(StrEnum):
    """Whether the person was seen or spoken to."""

    SEEN = "seen"
    SPOKEN = "spoken"


class RiskTier(StrEnum):
    """How often somebody has to be visited."""

    HIGH = "high"
    MEDIUM = "medium"
    ORDINARY = "ordinary"


class CrisisKind(StrEnum):
    """What calls for a visit within a day."""

    WIDOWED = "widowed"
    DISCHARGED = "discharged"
    FALL = "fall"
    LOST = "lost"
    BEREAVED = "bereaved"
    OTHER = "other"


class RoundKind(StrEnum):
    """What an extra round is for."""

    FESTIVAL = "festival"
    COLD_WAVE = "cold_wave"
    HEAT = "heat"
    STORM = "storm"
    OTHER = "other"


class ReferralTarget(StrEnum):
    """To whom a referral note goes."""

    COMMUNITY = "community"
    HOSPITAL = "hospital"
    POLICE = "police"


class BedKind(StrEnum):
    """Nursing or ordinary."""

    NURSING = "nursing"
    ORDINARY = "ordinary"


class BedMode(StrEnum):
    """Full care, day care, or a bed at home."""

    FULL = "full"
    DAY = "day"
    HOME = "home"


class BedState(StrEnum):
    """What a bed is just now."""

    FREE = "free"
    OCCUPIED = "occupied"
    RESERVED = "reserved"
    OUT_OF_SERVICE = "out_of_service"


class MonthState(StrEnum):
    """Whether a month's records stand."""

    OPEN = "open"
    CLOSED = "closed"
    CORRECTED = "corrected"


class Role(StrEnum):
    """What somebody may do."""

    DIRECTOR = "director"
    CLERK = "clerk"
    VISITOR = "visitor"
    WORKER = "worker"
    AUDITOR = "auditor"


class Plan(StrEnum):
    """The plan whose indicators a centre reports."""

    CHENGGONG = "chenggong"
    XISHAN = "xishan"
    YUNNAN = "yunnan"
    KUNMING = "kunming"
    YIMEN = "yimen"


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


class Action(StrEnum):
    """Every act that writes, reveals or carries something out of the house; ``permissions`` says who may."""

    ADD_ACCOUNT = "add_account"
    ADMIT = "admit"
    ADVANCE_SERVICE = "advance_service"
    ASSIGN = "assign"
    ATTACH = "attach"
    AUDIT_SHOW = "audit_show"
    BACKUP = "backup"
    CHANGE_CENTRE = "change_centre"
    CHANGE_STATE = "change_state"
    CLOSE_BED = "close_bed"
    CLOSE_MONTH = "close_month"
    CLOSE_RISK = "close_risk"
    CONFIRM_EXCUSE = "confirm_excuse"
    CORRECT_ID = "correct_id"
    DISCHARGE = "discharge"
    DISMISS_PAIR = "dismiss_pair"
    DISMISS_SCAN = "dismiss_scan"
    EDIT_BED = "edit_bed"
    EDIT_RESIDENT = "edit_resident"
    END_LEAVE = "end_leave"
    EXPLAIN_FINDING = "explain_finding"
    EXPORT = "export"
    IMPORT = "import"
    INITIALISE = "initialise"
    KEEP_CHOICE = "keep_choice"
    KEEP_PHOTO = "keep_photo"
    MAKE_SHEET = "make_sheet"
    MERGE = "merge"
    RECORD_CRISIS = "record_crisis"
    RECORD_LEAVE = "record_leave"
    RECORD_MEAL = "record_meal"
    RECORD_RISK = "record_risk"
    RECORD_SERVICE = "record_service"
    RECORD_VISIT = "record_visit"
    REFER = "refer"
    REMOVE_PHOTO = "remove_photo"
    REOPEN_BED = "reopen_bed"
    REOPEN_PAIR = "reopen_pair"
    REPLACE_CODE = "replace_code"
    RESOLVE_SCAN = "resolve_scan"
    RESTORE = "restore"
    SET_ACTIVE = "set_active"
    SET_OWN_PASSWORD = "set_own_password"
    SET_PASSWORD = "set_password"
    SET_ROLE = "set_role"
    SET_RULE = "set_rule"
    SET_SETTING = "set_setting"
    SHOW_ID = "show_id"
    SIGN_IN = "sign_in"
    START_ROUND = "start_round"
    SUPERSEDE_VISIT = "supersede_visit"
    TAKE_BACK_STATE = "take_back_state"
    UNDO_IMPORT = "undo_import"
    UNDO_MERGE = "undo_merge"
    VOID_ATTACHMENT = "void_attachment"
    VOID_CRISIS = "void_crisis"
    VOID_MEAL = "void_meal"
    VOID_RESIDENT = "void_resident"
    VOID_ROUND = "void_round"
    VOID_SERVICE = "void_service"
    VOID_SHEET = "void_sheet"
    VOID_STAY = "void_stay"
    VOID_VISIT = "void_visit"
