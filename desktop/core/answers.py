"""The codes of the program's own answers: what it found, made and asks for; ``core.trade`` has those of the trade.

They stand in the answers of the command line and in stored rows, so none is ever renamed.
"""

from __future__ import annotations

from enum import StrEnum


class Verdict(StrEnum):
    """What became of a row of an import; ``WARNING`` only ever stands beside one of the others."""

    IMPORTED = "imported"
    NORMALISED = "normalised"
    TO_VERIFY = "to_verify"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    DUPLICATE = "duplicate"
    REFUSED = "refused"
    WARNING = "warning"


class NumbersWanted(StrEnum):
    """How a district wants ID numbers in the files of its centres: whole, or a pseudonym made with its key."""

    FULL = "full"
    HASHED = "hashed"


class WorkbookKind(StrEnum):
    """What an import takes a workbook for."""

    RESIDENTS = "residents"
    BEDS = "beds"
    SERVICES = "services"
    MEALS = "meals"
    VISITS = "visits"
    STAFF = "staff"
    ASSESSMENTS = "assessments"


class WorkerChoice(StrEnum):
    """What is said of a name that an import does not know: somebody of the list, somebody new, or not to be kept."""

    TAKE = "take"
    REGISTER = "register"
    NOBODY = "nobody"


class ReportKind(StrEnum):
    """The monthly reports, in the order of their numbers."""

    VISITS = "visits"
    SERVICES = "services"
    CANTEEN = "canteen"
    BEDS = "beds"
    PEOPLE = "people"
    INDICATORS = "indicators"
    SUMMARY = "summary"
    ALLOWANCES = "allowances"
    KEPT = "kept"
    CARERS = "carers"
    SUBSIDY = "subsidy"


class AllowanceStep(StrEnum):
    """What happened to an allowance on a day."""

    STARTED = "started"
    STOPPED = "stopped"
    CHANGED = "changed"


class ListKind(StrEnum):
    """The lists of the register that offices ask for."""

    ROLL = "roll"
    CHANGES = "changes"
    ELDERS = "elders"
    COMMUNITIES = "communities"


class ScanKind(StrEnum):
    """What a scan at the canteen led to."""

    RECORDED = "recorded"
    AGAIN = "again"
    QUEUED = "queued"
    CHOOSE = "choose"
    REFUSED = "refused"


class PriceState(StrEnum):
    """What becomes of a price or a subsidy on a day."""

    IN_FORCE = "in_force"
    TO_COME = "to_come"
    OVER = "over"
    REPLACED = "replaced"


class OrderState(StrEnum):
    """What is asked for of services besides their own states."""

    UNCLOSED = "unclosed"
    STALE = "stale"
    TO_ASK = "to_ask"
    ABOVE_FEE = "above_fee"


class BoardAxis(StrEnum):
    """By what the open orders stand side by side."""

    STATE = "state"
    WORKER = "worker"
    DAY = "day"


class BoardLane(StrEnum):
    """One lane of the board by states; all that is open stands on every board."""

    OPEN = "open"
    STALE = "stale"
    REQUESTED = "requested"
    DISPATCHED = "dispatched"
    TO_ASK = "to_ask"


class ServiceDoubt(StrEnum):
    """What is said of a service and does not keep it from being saved."""

    WORKER_BUSY = "worker_busy"
    RESIDENT_BUSY = "resident_busy"
    SUBSIDY_ABOVE_FEE = "subsidy_above_fee"
    PACKAGE_USED_UP = "package_used_up"
    ITEM_NOT_OFFERED = "item_not_offered"
    MEAL_DELIVERED = "meal_delivered"


class IdState(StrEnum):
    """What an ID number turned out to be; only the first two are stored."""

    VALID = "valid"
    TO_VERIFY = "to_verify"
    DAMAGED = "damaged"
    MISSING = "missing"


class Likeness(StrEnum):
    """Why two entries may be one person, the surest first."""

    SAME_NUMBER = "same_number"
    SAME_NAME_AND_BIRTH = "same_name_and_birth"
    SAME_SOUND_AND_BIRTH = "same_sound_and_birth"
    SAME_PHONE = "same_phone"


class HonestyKind(StrEnum):
    """What makes visits look made up, in the order of the checks."""

    BURST = "burst"
    SAME_WORDS = "same_words"
    AFTER_DEATH = "after_death"
    IN_HOSPITAL = "in_hospital"
    OFF_REGISTER = "off_register"
    PHONE_SEEN = "phone_seen"
    TWO_PLACES = "two_places"
    UNTIMED = "untimed"
    LAST_EVENING = "last_evening"


class HonestyState(StrEnum):
    """What was done about it."""

    OPEN = "open"
    EXPLAINED = "explained"
    FIXED = "fixed"


class LeftOut(StrEnum):
    """Why a day of a standing arrangement is left out."""

    HOLIDAY = "holiday"
    STOPPED = "stopped"
    AWAY = "away"
    OFF_REGISTER = "off_register"


class Unfinished(StrEnum):
    """What of a month is still to be done when it is closed."""

    NOT_OVER = "not_over"
    EARLIER_OPEN = "earlier_open"
    CLOCK_BEHIND = "clock_behind"
    CLOCK_AHEAD = "clock_ahead"
    QUEUED_SCANS = "queued_scans"
    OPEN_EMERGENCIES = "open_emergencies"
    OPEN_ORDERS = "open_orders"
    AFTER_DEPARTURE = "after_departure"
    UNPRICED = "unpriced_meals"
    FOOD_LEDGER = "food_ledger"
    UNDELIVERED = "undelivered_meals"
    UNVISITED = "unvisited"
    HONESTY = "honesty"
    OPEN_RISKS = "open_risks"
    BLOCKS_MISSING = "blocks_missing"
    SUBSIDY_ABOVE_FEE = "subsidy_above_fee"
    UNGRADED = "ungraded_stays"
    CONTESTED_GRADES = "contested_grades"
    UNVERIFIED_ACTIVE = "unverified_active"
    TO_VERIFY = "to_verify"
    DRIFT = "drift"


class Weight(StrEnum):
    """What a finding means for the close of its month: put right, put right or explained, or known."""

    MUST = "must"
    EXPLAIN = "explain"
    NOTE = "note"


class Place(StrEnum):
    """The room in which a finding is put right."""

    RESIDENTS = "residents"
    VISITS = "visits"
    SERVICES = "services"
    CANTEEN = "canteen"
    BEDS = "beds"
    REPORTS = "reports"
    SYNC = "sync"
    SYSTEM = "system"


class ReportState(StrEnum):
    """What became of a month's reports: of one that runs or is over, of a version, and of the file that carries it."""

    DRAFT = "draft"
    PREVIEW = "preview"
    CLOSED = "closed"
    CORRECTED = "corrected"
    EXPORTED = "exported"
    RECEIVED = "received"


class RowRefusal(StrEnum):
    """Why a single row of a file cannot be right."""

    WRONG_NUMBER = "wrong_number"
    NUMBER_TWICE = "number_twice"
    NOBODY = "nobody"
    AFTER_FILE = "after_file"
    AFTER_DEATH = "after_death"


class IntakeState(StrEnum):
    """How a centre stands in a month at its district: nothing came, an open month, a closed or a corrected one."""

    MISSING = "missing"
    DRAFT = "draft"
    CLOSED = "closed"
    CORRECTED = "corrected"


class DueKind(StrEnum):
    """Why somebody stands on the due board."""

    MONTH = "month"
    WEEK = "week"
    CRISIS = "crisis"
    ROUND = "round"
    RISK = "risk"


class BackupReason(StrEnum):
    """Why a backup was made."""

    DAILY = "daily"
    EXIT = "exit"
    MANUAL = "manual"
    RESTORE = "restore"
    BEFORE_IMPORT = "before_import"
    BEFORE_MERGE = "before_merge"
    BEFORE_CLOSE = "before_close"
    BEFORE_CORRECTION = "before_correction"
    BEFORE_SEALING = "before_sealing"
    MIGRATION = "migration"


class PlainKind(StrEnum):
    """What of an encrypted centre lies in clear."""

    BACKUP = "backup"
    SET_ASIDE = "set_aside"
    FILE = "file"
    EXPORT = "export"


class DueStage(StrEnum):
    """How near the end of something that has to be renewed is, the most pressing first."""

    ENDED = "ended"
    LAST_DAY = "last_day"
    WITHIN_30 = "within_30"
    WITHIN_60 = "within_60"
    LATER = "later"
    NO_END = "no_end"


class FormMistake(StrEnum):
    """What is wrong with a cell of a form of the centre's own."""

    UNKNOWN = "unknown"
    OUTSIDE_LIST = "outside_list"
    TWO_LISTS = "two_lists"
    NO_BRACKETS = "no_brackets"
    IN_FORMULA = "in_formula"
    MERGED_ROWS = "merged_rows"


class SharedAct(StrEnum):
    """What is counted of people who are in several centres of a district."""

    ROSTER = "roster"
    STAYS = "stays"
    SERVICES = "services"
    CANTEEN = "canteen"
