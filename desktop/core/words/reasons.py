"""The words of every reason, once: beside a field, in an error, and in the verdict of an imported row."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.core.i18n import QT_TRANSLATE_NOOP, Said, said, translate
from desktop.core.reasons import Reason
from desktop.core.words.fields import field_word

_FIELDS: Mapping[Reason, Said] = {
    Reason.REQUIRED: QT_TRANSLATE_NOOP("FieldErrors", "Please fill this in."),
    Reason.BAD_DATE: QT_TRANSLATE_NOOP("FieldErrors", "This is no date. Type 1008, 10.8 or 2026-10-08."),
    Reason.FUTURE_DATE: QT_TRANSLATE_NOOP("FieldErrors", "This date is still to come. Please check it."),
    Reason.BAD_TIME: QT_TRANSLATE_NOOP("FieldErrors", "This is no time of day. Type 930 or 9:30."),
    Reason.BAD_NUMBER: QT_TRANSLATE_NOOP("FieldErrors", "Please type a whole number."),
    Reason.BAD_AMOUNT: QT_TRANSLATE_NOOP("FieldErrors", "Please type an amount such as 12 or 12.50."),
    Reason.NO_COLUMN: QT_TRANSLATE_NOOP("FieldErrors", "“{hint}” would have no column left. Show at least one."),
    Reason.OUT_OF_RANGE: QT_TRANSLATE_NOOP("FieldErrors", "This number cannot be right. Allowed: {hint}"),
    Reason.TOO_LONG: QT_TRANSLATE_NOOP("FieldErrors", "This is too long. Characters allowed: {hint}"),
    Reason.TOO_SHORT: QT_TRANSLATE_NOOP("FieldErrors", "This is too short. Characters needed: {hint}"),
    Reason.SIX_DIGITS: QT_TRANSLATE_NOOP("FieldErrors", "Please type exactly six digits."),
    Reason.NOT_MILLIMETRES: QT_TRANSLATE_NOOP("FieldErrors", "Please type millimetres, such as 20.4."),
    Reason.OFF_PAPER: QT_TRANSLATE_NOOP(
        "FieldErrors", "With margin and gaps the labels run off the paper ({hint} mm). Make one of them smaller."
    ),
    Reason.NO_ROOM_FOR_CODE: QT_TRANSLATE_NOOP(
        "FieldErrors", "A code that scanners read has no room. With this padding the label needs {hint} mm."
    ),
    Reason.UNKNOWN_FLOOR: QT_TRANSLATE_NOOP("FieldErrors", "No bed stands on this floor. There are: {hint}"),
    Reason.UNKNOWN_WORD: QT_TRANSLATE_NOOP("FieldErrors", "This is not in the list. Please choose one of its words."),
    Reason.BAD_PHONE: QT_TRANSLATE_NOOP(
        "FieldErrors", "This is no phone number. Type digits only; notes go into the remarks."
    ),
    Reason.NOT_EQUAL: QT_TRANSLATE_NOOP("FieldErrors", "The two do not match. Please type it again."),
    Reason.BAD_FOLDER: QT_TRANSLATE_NOOP("FieldErrors", "This folder cannot be used. Choose another one."),
    Reason.WRONG_PASSWORD: QT_TRANSLATE_NOOP("FieldErrors", "This is not your present password."),
    Reason.ONLY_BLANKS: QT_TRANSLATE_NOOP("FieldErrors", "Blanks alone are no password."),
    Reason.ONE_CHARACTER: QT_TRANSLATE_NOOP("FieldErrors", "One character again and again is no password."),
    Reason.SAME_AS_NAME: QT_TRANSLATE_NOOP("FieldErrors", "The own name is no password. Choose another one."),
    Reason.NO_FOLDER: QT_TRANSLATE_NOOP(
        "FieldErrors", "There is no such folder. It can be made now, or choose another one."
    ),
    Reason.STILL_OPEN: QT_TRANSLATE_NOOP("FieldErrors", "This service is not done yet. Record it as done first."),
    Reason.STEP_BACK: QT_TRANSLATE_NOOP(
        "FieldErrors", "A service goes one way only: make this one void and enter it anew if it was not done."
    ),
    Reason.NEEDS_ITS_ACT: QT_TRANSLATE_NOOP(
        "FieldErrors", "An order is cancelled with a reason, by an act of its own. Save it first, then cancel it."
    ),
    Reason.ENDS_BEFORE_START: QT_TRANSLATE_NOOP("FieldErrors", "The end lies before the start. It began on {hint}."),
    Reason.AFTER_LEAVING: QT_TRANSLATE_NOOP(
        "FieldErrors", "The state changed on {hint}. Nobody joins after that; take a day up to it."
    ),
    Reason.LATER_FACT: QT_TRANSLATE_NOOP(
        "FieldErrors", "A later change is on record. Take its day ({hint}), or one after it."
    ),
    Reason.NAME_TAKEN: QT_TRANSLATE_NOOP(
        "FieldErrors", "This list has that name already, for “{hint}”. Merge the two, or type another name."
    ),
    Reason.SAME_NAME: QT_TRANSLATE_NOOP("FieldErrors", "This is what it is called already. Type the new name."),
    Reason.SAME_ASSESSOR: QT_TRANSLATE_NOOP("FieldErrors", "Two different people have to assess. Type the second one."),
    Reason.BED_TAKEN: QT_TRANSLATE_NOOP(
        "FieldErrors", "Somebody lies in this bed today. Move or discharge them first."
    ),
    Reason.BED_TAKEN_THEN: QT_TRANSLATE_NOOP(
        "FieldErrors", "Somebody lies in this bed on {hint}. Move or discharge them first, or type another day."
    ),
    Reason.NAMESAKE: QT_TRANSLATE_NOOP(
        "FieldErrors", "Somebody of this name and birth date is on record. Tick it if it is another person: {hint}"
    ),
    Reason.WHO_ATE: QT_TRANSLATE_NOOP("FieldErrors", "Choose who ate, or tick that it was a guest."),
    Reason.AMOUNT_OR_SHARE: QT_TRANSLATE_NOOP("FieldErrors", "Type an amount or a share, not both."),
    Reason.ONE_OF_THESE: QT_TRANSLATE_NOOP(
        "FieldErrors", "A rate is for one resident, bed, room, class or grade, or for everybody."
    ),
    Reason.OTHER_PART: QT_TRANSLATE_NOOP(
        "FieldErrors", "Bed, room and class are of the bed fee, the grade is of the care fee."
    ),
    Reason.BEFORE_ADMISSION: QT_TRANSLATE_NOOP(
        "FieldErrors", "A leave begins on or after the admission. It was on {hint}."
    ),
    Reason.OUTSIDE_STAY: QT_TRANSLATE_NOOP("FieldErrors", "A leave lies within the stay, whose last night is {hint}."),
    Reason.BED_NOT_IN_SERVICE: QT_TRANSLATE_NOOP(
        "FieldErrors", "This bed is not in service on {hint}. Choose another bed or another day."
    ),
    Reason.SINCE_EVER: QT_TRANSLATE_NOOP(
        "FieldErrors", "What the bed was at first has no day and stays on record. Put right what it was instead."
    ),
    Reason.BED_KEPT: QT_TRANSLATE_NOOP(
        "FieldErrors", "This bed is kept for {hint}. Choose another bed, or end the reservation first."
    ),
    Reason.SAME_BED: QT_TRANSLATE_NOOP("FieldErrors", "This is the bed of now. Choose another one."),
    Reason.HAS_SUCH_A_BED: QT_TRANSLATE_NOOP("FieldErrors", "This person has had such a bed since {hint}."),
    Reason.BED_DOES_NOT_FIT: QT_TRANSLATE_NOOP("FieldErrors", "This is not the kind of bed that was applied for."),
    Reason.OUT_OF_TURN: QT_TRANSLATE_NOOP(
        "FieldErrors", "{hint} comes first for this bed. Say why it is offered otherwise."
    ),
    Reason.WAITS_NO_MORE: QT_TRANSLATE_NOOP("FieldErrors", "This person did not wait for a bed that day."),
    Reason.OFFER_EXPIRED: QT_TRANSLATE_NOOP("FieldErrors", "The offer was good until {hint}. Offer the bed anew."),
    Reason.MONTH_CLOSED: QT_TRANSLATE_NOOP("FieldErrors", "That month is closed. Use a correction."),
    Reason.AFTER_DEATH: QT_TRANSLATE_NOOP("FieldErrors", "This lies after the day of death. Please check the date."),
    Reason.BEFORE_BIRTH: QT_TRANSLATE_NOOP("FieldErrors", "This lies before the day of birth. Please check the date."),
    Reason.OFF_REGISTER: QT_TRANSLATE_NOOP("FieldErrors", "This person was not on register that day."),
    Reason.NO_FRESH_FACT: QT_TRANSLATE_NOOP("FieldErrors", "At least one block must say something new."),
    Reason.BLOCK_UNANSWERED: QT_TRANSLATE_NOOP("FieldErrors", "Answer this block too; 4 says that nothing changed."),
    Reason.WORDS_NEEDED: QT_TRANSLATE_NOOP("FieldErrors", "Say in a few words what it is."),
    Reason.RISK_UNSAID: QT_TRANSLATE_NOOP(
        "FieldErrors", "A block says risk: write the risk that is opened, or why none is."
    ),
    Reason.BAD_DECIMAL: QT_TRANSLATE_NOOP("FieldErrors", "Type a number with at most {hint} decimals."),
    Reason.BATCH_NOT_THERE: QT_TRANSLATE_NOOP("FieldErrors", "This batch was not in the store then ({hint})."),
    Reason.DISH_STAYS: QT_TRANSLATE_NOOP(
        "FieldErrors", "A dish keeps its day and meal: void it and add it on the other day."
    ),
    Reason.KEPT_LONGER: QT_TRANSLATE_NOOP("FieldErrors", "It has to be kept until {hint}."),
    Reason.NO_VOLUNTEER: QT_TRANSLATE_NOOP(
        "FieldErrors", "Was no volunteer on that day. Give the post of a volunteer first, or check the day."
    ),
    Reason.NOBODY_NAMED: QT_TRANSLATE_NOOP("FieldErrors", "The service does not say who did it."),
    Reason.WORKER_UNKNOWN: QT_TRANSLATE_NOOP(
        "FieldErrors",
        "Not on the list of people who work here. Add them under People, or say whom this text stands for.",
    ),
    Reason.HOURS_UNKNOWN: QT_TRANSLATE_NOOP("FieldErrors", "The service does not say from when to when."),
    Reason.HOURS_COUNTED: QT_TRANSLATE_NOOP(
        "FieldErrors", "Overlaps with another service of the same person, and an hour counts once. Check the times."
    ),
    Reason.ALREADY_RECORDED: QT_TRANSLATE_NOOP("FieldErrors", "This is recorded already."),
    Reason.CHANGED_MEANWHILE: QT_TRANSLATE_NOOP(
        "FieldErrors", "Somebody else has just changed this to: {hint}. Save again to keep what you typed."
    ),
    Reason.OVERLAP: QT_TRANSLATE_NOOP("FieldErrors", "This overlaps with another record. Please check the dates."),
}
_NUMBERS: Mapping[Reason, Said] = {
    Reason.DAMAGED_NUMBER: QT_TRANSLATE_NOOP(
        "FieldErrors", "A spreadsheet cut this number's last digits. Type it from the card."
    ),
    Reason.WRONG_CHECK_DIGIT: QT_TRANSLATE_NOOP(
        "FieldErrors", "The last digit does not fit the others. Compare every digit with the card."
    ),
    Reason.WRONG_LENGTH: QT_TRANSLATE_NOOP("FieldErrors", "An ID number has 18 characters, an old one 15."),
    Reason.IMPOSSIBLE_BIRTH: QT_TRANSLATE_NOOP("FieldErrors", "The birth date inside this number does not exist."),
    Reason.BIRTH_CONTRADICTS: QT_TRANSLATE_NOOP(
        "FieldErrors", "The ID number says another birth date. Compare both with the card."
    ),
    Reason.SEX_CONTRADICTS: QT_TRANSLATE_NOOP("FieldErrors", "The ID number says the other sex. Please check both."),
    Reason.FIFTEEN_DIGITS: QT_TRANSLATE_NOOP("FieldErrors", "An old number of 15 digits; it is read as 18 digits."),
    Reason.REFORMATTED_NUMBER: QT_TRANSLATE_NOOP(
        "FieldErrors", "The number was written in an unusual way; it is kept like this."
    ),
}
_ROWS: Mapping[Reason, Said] = {
    Reason.DUPLICATE_ROW: QT_TRANSLATE_NOOP("FieldErrors", "The same person stands in row {hint} already."),
    Reason.DUPLICATE_RESIDENT: QT_TRANSLATE_NOOP("FieldErrors", "Somebody is on record with this number. {hint}"),
    Reason.SIMILAR_RESIDENT: QT_TRANSLATE_NOOP("FieldErrors", "Somebody similar is on record. {hint}"),
    Reason.OTHER_NAME: QT_TRANSLATE_NOOP(
        "FieldErrors", "This number belongs to {hint} on record, another name. Compare it with the card."
    ),
    Reason.UNKNOWN_PERSON: QT_TRANSLATE_NOOP("FieldErrors", "Nobody of this name or number is on record."),
    Reason.NOT_A_CONTACT: QT_TRANSLATE_NOOP(
        "FieldErrors", "This is none of the emergency contacts of the resident. Add the contact to their form first."
    ),
    Reason.AMBIGUOUS_PERSON: QT_TRANSLATE_NOOP(
        "FieldErrors", "Several people bear this name. Add the ID number, or choose one."
    ),
    Reason.NUMBER_DIFFERS: QT_TRANSLATE_NOOP(
        "FieldErrors", "Found by name; the ID number {hint} is not the one on record."
    ),
    Reason.NAME_DIFFERS: QT_TRANSLATE_NOOP("FieldErrors", "Found by ID number; the name on record is {hint}."),
    Reason.UNKNOWN_BED: QT_TRANSLATE_NOOP("FieldErrors", "There is no such bed."),
    Reason.STATE_REFUSED: QT_TRANSLATE_NOOP("FieldErrors", "The register state cannot follow the one on record."),
    Reason.SHEET_NOT_READ: QT_TRANSLATE_NOOP("FieldErrors", "The sheet {hint} was not read. Import it by naming it."),
    Reason.SAME_ROW_TWICE: QT_TRANSLATE_NOOP("FieldErrors", "The same facts stand in row {hint}; both were taken in."),
    Reason.COLUMN_NOT_READ: QT_TRANSLATE_NOOP(
        "FieldErrors", "The column “{hint}” was not read: its heading is none of the known ones."
    ),
    Reason.SECTION_READ: QT_TRANSLATE_NOOP("FieldErrors", "The line “{hint}” was read as speaking of the rows below."),
    Reason.HIDDEN_ROWS: QT_TRANSLATE_NOOP(
        "FieldErrors",
        "This row is hidden or filtered out in the workbook and was read all the same; rows like it: {hint}.",
    ),
    Reason.SECTION_NOT_READ: QT_TRANSLATE_NOOP("FieldErrors", "The line “{hint}” was not read."),
    Reason.NOTHING_ABOVE: QT_TRANSLATE_NOOP("FieldErrors", "“{hint}” stands here, and nothing above it."),
    Reason.FAILED_FORMULA: QT_TRANSLATE_NOOP(
        "FieldErrors", "A formula has failed in cell {hint}; the cell was left out."
    ),
    Reason.NOT_TOML: QT_TRANSLATE_NOOP(
        "FieldErrors", "The file cannot be read from here on. Is a quotation mark missing?"
    ),
    Reason.BAD_TEXT: QT_TRANSLATE_NOOP("FieldErrors", "This has to be a text between quotation marks."),
    Reason.BROKEN_TEXT: QT_TRANSLATE_NOOP(
        "FieldErrors", "A character is broken in cell {hint}. Compare it with the original."
    ),
    Reason.LOOK_ALIKE: QT_TRANSLATE_NOOP(
        "FieldErrors", "A letter in this number looks like a digit. Compare it with the card."
    ),
    Reason.SEVERAL_NUMBERS: QT_TRANSLATE_NOOP(
        "FieldErrors", "Several ID numbers stand in one field. Keep the one on the card."
    ),
    Reason.MASKED_NUMBER: QT_TRANSLATE_NOOP(
        "FieldErrors", "The ID number is masked, and nobody on record fits it. Type the whole number."
    ),
    Reason.SEVERAL_NAMES: QT_TRANSLATE_NOOP("FieldErrors", "Several names stand in one field. Give each person a row."),
    Reason.DATE_NOT_USED: QT_TRANSLATE_NOOP(
        "FieldErrors",
        "The date {hint} was not used: nothing in this row is recorded as changed on that day.",
    ),
    Reason.TURNED_DATE: QT_TRANSLATE_NOOP(
        "FieldErrors", "A spreadsheet made a date of this cell ({hint}); it was not read. Type it as text."
    ),
    Reason.SEVERAL_BEDS: QT_TRANSLATE_NOOP(
        "FieldErrors", "“{hint}” may mean several beds. Give each bed a row of its own."
    ),
    Reason.NAME_WITH_NOTE: QT_TRANSLATE_NOOP("FieldErrors", "This is no plain name; it was read as {hint}."),
    Reason.NAME_DOUBTFUL: QT_TRANSLATE_NOOP("FieldErrors", "“{hint}” hardly is a name. Compare it with the card."),
    Reason.MAYBE_GONE: QT_TRANSLATE_NOOP(
        "FieldErrors", "“{hint}” may say that the person died or moved away. Record that if it is so."
    ),
    Reason.PHONE_WITH_NOTE: QT_TRANSLATE_NOOP(
        "FieldErrors", "The phone was read as {hint}; what else stood there was put into the remarks."
    ),
    Reason.PHONE_LEFT_OUT: QT_TRANSLATE_NOOP(
        "FieldErrors", "“{hint}” is no phone number; it was put into the remarks."
    ),
    Reason.YOUNG_BIRTH: QT_TRANSLATE_NOOP(
        "FieldErrors", "Born on {hint}: that is young for this register. Is the century right?"
    ),
    Reason.OTHER_CENTURY: QT_TRANSLATE_NOOP(
        "FieldErrors", "A spreadsheet took another century; the birth date of the ID number was kept: {hint}."
    ),
    Reason.UNIT_UNKNOWN: QT_TRANSLATE_NOOP(
        "FieldErrors", "“{hint}” may be hours or minutes; it was left out. Write 2 h or 90 min."
    ),
    Reason.COUNTED_BY_TIMES: QT_TRANSLATE_NOOP(
        "FieldErrors", "“{hint}” was left out: this service is counted by times. Nothing was converted."
    ),
    Reason.COUNTED_BY_HOURS: QT_TRANSLATE_NOOP(
        "FieldErrors", "“{hint}” was left out: this service is counted by hours. Nothing was converted."
    ),
    Reason.COUNTED_BY_PIECES: QT_TRANSLATE_NOOP(
        "FieldErrors", "“{hint}” was left out: this service is counted by pieces. Nothing was converted."
    ),
    Reason.AMOUNT_LEFT_OUT: QT_TRANSLATE_NOOP(
        "FieldErrors",
        "“{hint}” is no amount that one service can have; it was left out. Write 2 times, 3 pieces or 1.5 h.",
    ),
    Reason.SUBSIDY_ABOVE_FEE: QT_TRANSLATE_NOOP(
        "FieldErrors",
        "The subsidy is above the fee, as it may be where the government pays; of own money check it. Taken in.",
    ),
    Reason.DURATION_DIFFERS: QT_TRANSLATE_NOOP(
        "FieldErrors", "Beginning and end do not make the duration {hint}; they were taken."
    ),
    Reason.UNKNOWN_WORKER: QT_TRANSLATE_NOOP(
        "FieldErrors",
        "“{hint}” is not in the list of people. Say who that is; unanswered it comes in as it is written.",
    ),
    Reason.AMBIGUOUS_WORKER: QT_TRANSLATE_NOOP("FieldErrors", "Several people are called so. Say who it was: {hint}."),
    Reason.NOT_DONE: QT_TRANSLATE_NOOP(
        "FieldErrors",
        "“{hint}” may mean called off or still to be done. Say which; it never comes in as done.",
    ),
    Reason.CALLED_OFF: QT_TRANSLATE_NOOP(
        "FieldErrors", "Comes in as a cancelled order and never counts as done. Why it was cancelled: {hint}."
    ),
    Reason.BLOCKS_MISSING: QT_TRANSLATE_NOOP("FieldErrors", "Not all six blocks are answered: {hint}."),
    Reason.OTHER_BIRTH: QT_TRANSLATE_NOOP(
        "FieldErrors", "Found by name alone, but born on {hint} on record: perhaps somebody else. Add the ID number."
    ),
    Reason.ITEMS_MISSING: QT_TRANSLATE_NOOP(
        "FieldErrors", "Points are missing for: {hint}. All 26 are needed, or none beside a total or a grade."
    ),
    Reason.BAD_SCORE: QT_TRANSLATE_NOOP("FieldErrors", "This cannot be the points of an item or area: {hint}."),
    Reason.OTHER_SCHEME: QT_TRANSLATE_NOOP(
        "FieldErrors",
        "This is not scored by GB/T 42195-2022, whose 26 items make 90 points: {hint}. Nothing was converted.",
    ),
    Reason.SUM_CONTRADICTS: QT_TRANSLATE_NOOP(
        "FieldErrors", "A sum is not what the points make: {hint}. Compare both with the paper."
    ),
    Reason.GRADE_CONTRADICTS: QT_TRANSLATE_NOOP(
        "FieldErrors",
        "The grade does not follow from the rest: {hint}. Is a point, an event, a disease or the coma missing?",
    ),
    Reason.GRADE_UNCLEAR: QT_TRANSLATE_NOOP(
        "FieldErrors", "“{hint}” may be more than one of the five grades. Type the one that was found."
    ),
    Reason.NO_RESULT: QT_TRANSLATE_NOOP("FieldErrors", "Neither points nor a grade stands here."),
    Reason.SECOND_RESULT: QT_TRANSLATE_NOOP(
        "FieldErrors", "Another result of that day is on record: {hint}. Say in the person's file which of them holds."
    ),
    Reason.EVENT_UNCOUNTED: QT_TRANSLATE_NOOP(
        "FieldErrors", "How often it happened is not said and was read as once: {hint}."
    ),
    Reason.DIAGNOSIS_READ: QT_TRANSLATE_NOOP("FieldErrors", "Without its code of ICD-10 it was read as {hint}."),
    Reason.DIAGNOSIS_LEFT_OUT: QT_TRANSLATE_NOOP(
        "FieldErrors", "“{hint}” is no code of ICD-10 and changes no grade; it was left out."
    ),
    Reason.REFUSED: QT_TRANSLATE_NOOP("FieldErrors", "This row cannot be taken in as it is."),
    Reason.MISSING_NUMBER: QT_TRANSLATE_NOOP("FieldErrors", "There is no ID number. Type it from the card."),
    Reason.MISSING_BORN_ON: QT_TRANSLATE_NOOP("FieldErrors", "The birth date is missing and no ID number tells it."),
}
_SENTENCES: Mapping[Reason, Said] = {**_FIELDS, **_NUMBERS, **_ROWS}
# A needed cell that is empty: the field as (table, name), to be named in one sentence.
_MISSING: Mapping[Reason, tuple[str, str]] = {
    Reason.MISSING_NAME: ("resident", "name"),
    Reason.MISSING_STATE_ON: ("resident", "state_on"),
    Reason.MISSING_DATE: ("", "on_date"),
    Reason.MISSING_NUMBER_OF_BED: ("bed", "number"),
    Reason.MISSING_ROOM: ("bed", "room"),
    Reason.MISSING_KIND: ("bed", "kind"),
    Reason.MISSING_TYPE: ("help_service", "type"),
    Reason.MISSING_OUTCOME: ("visit", "outcome"),
    Reason.MISSING_MEAL: ("meal", "meal"),
}
# Numbers for which there may be one that was probably meant.
_GUESSED = frozenset({Reason.WRONG_CHECK_DIGIT, Reason.BIRTH_CONTRADICTS})


def field_reason(reason: Reason, hint: str = "") -> str:
    """Why a field cannot be saved, and what was probably meant."""
    words = _words(reason)
    if reason in _GUESSED:
        return f"{words} {_guess(hint)}"
    return words.format(hint=hint) if hint else _without_hint(words)


def row_reason(reason: Reason, value: str = "") -> str:
    """What is wrong with a row and what to do; ``value`` is what stands in the cell, masked where it is a number."""
    words = _words(reason)
    if "{hint}" in words:
        return words.format(hint=value) if value else _without_hint(words)
    return beside(value, words) if value else words


def beside(value: str, words: str) -> str:
    """The words with that before them of which they speak."""
    return translate("FieldErrors", "{value}: {words}").format(value=value, words=words)


def _words(reason: Reason) -> str:
    if reason in _MISSING:
        table, name = _MISSING[reason]
        return translate("FieldErrors", "{field} is missing.").format(field=field_word(name, table))
    return said(_SENTENCES[reason])


def _guess(hint: str) -> str:
    if hint:
        return translate("FieldErrors", "Perhaps meant: {hint}").format(hint=hint)
    return translate("FieldErrors", "What cannot be settled is kept to be verified.")


def _without_hint(words: str) -> str:
    # A hint stands in a sentence of its own at the end, so it can be left out.
    cut = words.find("{hint}")
    if cut < 0:
        return words
    stop = max(words.rfind(mark, 0, cut) for mark in (".", "。", ",", ","))
    return words[: stop + 1] if stop >= 0 else words.replace("{hint}", "")
