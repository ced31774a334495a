"""Why something is refused or doubted, as codes; ``words/reasons.py`` and ``file_reasons.py`` have the sentences.

The codes stand in the answers of the command line, so none is ever renamed.
"""

from __future__ import annotations

from enum import StrEnum


class Reason(StrEnum):
    """What is wrong with a field of a form or with a row of a sheet."""

    REQUIRED = "required"
    BAD_DATE = "bad_date"
    FUTURE_DATE = "future_date"
    BAD_TIME = "bad_time"
    BAD_NUMBER = "bad_number"
    BAD_DECIMAL = "bad_decimal"
    BAD_AMOUNT = "bad_amount"
    OUT_OF_RANGE = "out_of_range"
    NO_COLUMN = "no_column"
    TOO_LONG = "too_long"
    UNKNOWN_FLOOR = "unknown_floor"
    NOT_MILLIMETRES = "not_millimetres"
    OFF_PAPER = "off_paper"
    NO_ROOM_FOR_CODE = "no_room_for_code"
    TOO_SHORT = "too_short"
    ONLY_BLANKS = "only_blanks"
    ONE_CHARACTER = "one_character"
    SAME_AS_NAME = "same_as_name"
    SIX_DIGITS = "six_digits"
    UNKNOWN_WORD = "unknown_word"
    BAD_PHONE = "bad_phone"
    NOT_EQUAL = "not_equal"
    BAD_FOLDER = "bad_folder"
    NO_FOLDER = "no_folder"
    WRONG_PASSWORD = "wrong_password"
    STEP_BACK = "step_back"
    NEEDS_ITS_ACT = "needs_its_act"
    STILL_OPEN = "still_open"
    ENDS_BEFORE_START = "ends_before_start"
    AFTER_LEAVING = "after_leaving"
    LATER_FACT = "later_fact"
    NAME_TAKEN = "name_taken"
    SAME_NAME = "same_name"
    SAME_ASSESSOR = "same_assessor"
    BED_TAKEN = "bed_taken"
    BED_TAKEN_THEN = "bed_taken_then"
    BED_NOT_IN_SERVICE = "bed_not_in_service"
    NAMESAKE = "namesake"
    WHO_ATE = "who_ate"
    AMOUNT_OR_SHARE = "amount_or_share"
    ONE_OF_THESE = "one_of_these"
    OTHER_PART = "other_part"
    SAME_BED = "same_bed"
    HAS_SUCH_A_BED = "has_such_a_bed"
    BED_DOES_NOT_FIT = "bed_does_not_fit"
    OUT_OF_TURN = "out_of_turn"
    WAITS_NO_MORE = "waits_no_more"
    OFFER_EXPIRED = "offer_expired"
    BED_KEPT = "bed_kept"
    SINCE_EVER = "since_ever"
    BEFORE_ADMISSION = "before_admission"
    OUTSIDE_STAY = "outside_stay"
    MONTH_CLOSED = "month_closed"
    AFTER_DEATH = "after_death"
    BEFORE_BIRTH = "before_birth"
    OFF_REGISTER = "off_register"
    NO_FRESH_FACT = "no_fresh_fact"
    BLOCK_UNANSWERED = "block_unanswered"
    WORDS_NEEDED = "words_needed"
    RISK_UNSAID = "risk_unsaid"
    BATCH_NOT_THERE = "batch_not_there"
    DISH_STAYS = "dish_stays"
    KEPT_LONGER = "kept_longer"
    NO_VOLUNTEER = "no_volunteer"
    NOBODY_NAMED = "nobody_named"
    WORKER_UNKNOWN = "worker_unknown"
    HOURS_UNKNOWN = "hours_unknown"
    HOURS_COUNTED = "hours_counted"
    ALREADY_RECORDED = "already_recorded"
    CHANGED_MEANWHILE = "changed_meanwhile"
    OVERLAP = "overlap"
    DAMAGED_NUMBER = "damaged_number"
    WRONG_CHECK_DIGIT = "wrong_check_digit"
    WRONG_LENGTH = "wrong_length"
    IMPOSSIBLE_BIRTH = "impossible_birth"
    BIRTH_CONTRADICTS = "birth_contradicts"
    SEX_CONTRADICTS = "sex_contradicts"
    FIFTEEN_DIGITS = "fifteen_digits"
    REFORMATTED_NUMBER = "reformatted_number"
    DUPLICATE_ROW = "duplicate_row"
    DUPLICATE_RESIDENT = "duplicate_resident"
    SIMILAR_RESIDENT = "similar_resident"
    OTHER_NAME = "other_name"
    UNKNOWN_PERSON = "unknown_person"
    AMBIGUOUS_PERSON = "ambiguous_person"
    NOT_A_CONTACT = "not_a_contact"
    NUMBER_DIFFERS = "number_differs"
    NAME_DIFFERS = "name_differs"
    UNKNOWN_BED = "unknown_bed"
    STATE_REFUSED = "state_refused"
    SHEET_NOT_READ = "sheet_not_read"
    SAME_ROW_TWICE = "same_row_twice"
    COLUMN_NOT_READ = "column_not_read"
    SECTION_READ = "section_read"
    SECTION_NOT_READ = "section_not_read"
    NOTHING_ABOVE = "nothing_above"
    FAILED_FORMULA = "failed_formula"
    BROKEN_TEXT = "broken_text"
    HIDDEN_ROWS = "hidden_rows"
    NOT_TOML = "not_toml"
    BAD_TEXT = "bad_text"
    LOOK_ALIKE = "look_alike"
    SEVERAL_NUMBERS = "several_numbers"
    MASKED_NUMBER = "masked_number"
    SEVERAL_NAMES = "several_names"
    SEVERAL_BEDS = "several_beds"
    DATE_NOT_USED = "date_not_used"
    TURNED_DATE = "turned_date"
    NAME_WITH_NOTE = "name_with_note"
    NAME_DOUBTFUL = "name_doubtful"
    MAYBE_GONE = "maybe_gone"
    PHONE_WITH_NOTE = "phone_with_note"
    PHONE_LEFT_OUT = "phone_left_out"
    YOUNG_BIRTH = "young_birth"
    OTHER_CENTURY = "other_century"
    UNIT_UNKNOWN = "unit_unknown"
    COUNTED_BY_TIMES = "counted_by_times"
    COUNTED_BY_HOURS = "counted_by_hours"
    COUNTED_BY_PIECES = "counted_by_pieces"
    AMOUNT_LEFT_OUT = "amount_left_out"
    DURATION_DIFFERS = "duration_differs"
    SUBSIDY_ABOVE_FEE = "subsidy_above_fee"
    UNKNOWN_WORKER = "unknown_worker"
    AMBIGUOUS_WORKER = "ambiguous_worker"
    NOT_DONE = "not_done"
    CALLED_OFF = "called_off"
    BLOCKS_MISSING = "blocks_missing"
    OTHER_BIRTH = "other_birth"
    ITEMS_MISSING = "items_missing"
    BAD_SCORE = "bad_score"
    OTHER_SCHEME = "other_scheme"
    SUM_CONTRADICTS = "sum_contradicts"
    GRADE_CONTRADICTS = "grade_contradicts"
    GRADE_UNCLEAR = "grade_unclear"
    NO_RESULT = "no_result"
    SECOND_RESULT = "second_result"
    EVENT_UNCOUNTED = "event_uncounted"
    DIAGNOSIS_READ = "diagnosis_read"
    DIAGNOSIS_LEFT_OUT = "diagnosis_left_out"
    REFUSED = "refused"
    MISSING_NUMBER = "missing_number"
    MISSING_NAME = "missing_name"
    MISSING_BORN_ON = "missing_born_on"
    MISSING_STATE_ON = "missing_state_on"
    MISSING_DATE = "missing_date"
    MISSING_NUMBER_OF_BED = "missing_number_of_bed"
    MISSING_ROOM = "missing_room"
    MISSING_KIND = "missing_kind"
    MISSING_TYPE = "missing_type"
    MISSING_OUTCOME = "missing_outcome"
    MISSING_MEAL = "missing_meal"

    @classmethod
    def missing(cls, name: str) -> Reason:
        """The code for a needed field that a row leaves empty; without one of its own it is just required."""
        own = f"missing_{name}"
        return cls(own) if own in set(cls) else cls.REQUIRED


class FileReason(StrEnum):
    """Why a file cannot be read as what it should be."""

    DAMAGED = "damaged"
    EMPTY = "empty"
    TOO_LARGE = "too_large"
    TOO_MUCH_MEMORY = "too_much_memory"
    TOO_SLOW = "too_slow"
    ENCRYPTED = "encrypted"
    NOT_A_WORKBOOK = "not_a_workbook"
    WEB_ARCHIVE = "web_archive"
    DOCUMENT = "document"
    PDF = "pdf"
    PICTURE = "picture"
    TOO_WIDE = "too_wide"
    CELL_TOO_LONG = "cell_too_long"
    NO_SUCH_SHEET = "no_such_sheet"
    NO_HEADER = "no_header"
    ON_ITS_SIDE = "on_its_side"
    NOT_A_SCAN = "not_a_scan"
    SCAN_TOO_LARGE = "scan_too_large"
    NOT_A_PDF = "not_a_pdf"
    NOT_XLSX = "not_xlsx"
    MACROS = "macros"
    EXTERNAL_LINKS = "external_links"
    DRAWN_SHAPES = "drawn_shapes"


class SyncReason(StrEnum):
    """Why a sync file is not what was written."""

    NOT_A_SYNC_FILE = "not_a_sync_file"
    CHANGED = "changed"
    CUT = "cut"
    REORDERED = "reordered"
    NEWER = "newer"
    COUNTS_DIFFER = "counts_differ"
    TOO_LARGE = "too_large"
    WRONG_VALUE = "wrong_value"
    OTHER_PERIOD = "other_period"
    NOT_SEALED = "not_sealed"
    OTHER_KEY = "other_key"
    SEAL_BROKEN = "seal_broken"
    SEALED = "sealed"
    UNKNOWN = "unknown"
    FORGED = "forged"
    DANGLING = "dangling"


class KeyFileReason(StrEnum):
    """Why a key file of a district or a centre is not taken."""

    NOT_A_KEY_FILE = "not_a_key_file"
    OTHER_KIND = "other_kind"
    CHANGED = "changed"
    NEWER = "newer"
    TOO_LARGE = "too_large"
    WRONG_VALUE = "wrong_value"


class IntakeReason(StrEnum):
    """Why a district does not take a file that is whole."""

    UNKNOWN_CENTRE = "unknown_centre"
    OLDER = "older"
    NUMBER_TWICE = "number_twice"
    OPEN_FILE = "open_file"
    KEY_MISSING = "key_missing"
    OTHER_NUMBERS = "other_numbers"


class ReceiptReason(StrEnum):
    """Why a receipt of the district is not taken."""

    NOT_A_RECEIPT = "not_a_receipt"
    CHANGED = "changed"
    NEWER = "newer"
    TOO_LARGE = "too_large"
    WRONG_VALUE = "wrong_value"
    OTHER_DISTRICT = "other_district"
    FORGED = "forged"
    OTHER_CENTRE = "other_centre"


class UndoReason(StrEnum):
    """Why an import or a merge cannot be taken back."""

    ALREADY_UNDONE = "already_undone"
    CHANGED = "changed"
    USED = "used"


class ErasureReason(StrEnum):
    """Why somebody's data cannot be deleted yet."""

    GONE = "gone"
    ON_REGISTER = "on_register"
    OPEN_STAY = "open_stay"
    OPEN_HOME_BED = "open_home_bed"
    OPEN_ORDER = "open_order"
    BALANCE = "balance"
    OPEN_MONTH = "open_month"


class ConsentReason(StrEnum):
    """Why consent cannot be withdrawn, or given anew."""

    ALREADY = "already"
    OPEN_STAY = "open_stay"
    OPEN_HOME_BED = "open_home_bed"
    NOTHING = "nothing"


class StateReason(StrEnum):
    """Why a register state cannot follow."""

    SAME_STATE = "same_state"
    EARLIER_STATE = "earlier_state"
    NOTHING_BEFORE = "nothing_before"
    UNKNOWN_STATE = "unknown_state"


class MergeReason(StrEnum):
    """Why two records cannot be made one."""

    SAME_PERSON = "same_person"
    STAYS_OVERLAP = "stays_overlap"


class CodeWanted(StrEnum):
    """What is read where a code of another kind was scanned."""

    ROUTE_ROW = "paper_row"
    CARD = "card"
    ORDER = "order"
    NOTHING = "nothing"


class CorrectionReason(StrEnum):
    """Why a correction of a closed month cannot be approved."""

    SAME_PERSON = "same_person"
    EMPTY = "empty"
    NO_PAPER = "no_paper"
