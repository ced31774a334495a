"""Every reason of a verdict as a sentence for the person who has to act on it."""

from __future__ import annotations

from desktop.core.i18n import translate
from desktop.core.identity import IdExamination


def sentence(reason: str, value: str = "") -> str:
    """What is wrong with a row and what to do; ``value`` is what stands in the cell, masked where it is a number."""
    words = _number_words() | _person_words() | _date_words() | _word_words() | _record_words()
    text = words.get(reason, translate("Import", "This row cannot be taken in as it is: {value}"))
    return text.format(value=value or "—")


def suggestion(found: IdExamination) -> str:
    """Which digit or which swap would make a wrong number right, when there is exactly one; else nothing."""
    if len(found.suggestions) != 1:
        return ""
    one = found.suggestions[0]
    if one.how == "swap":
        text = translate("Import", "Characters {position} and {next} are probably swapped: {was} should be {becomes}.")
    else:
        text = translate("Import", "Character {position} is probably wrong: {was} should be {becomes}.")
    return text.format(position=one.position, next=one.position + 1, was=one.was, becomes=one.becomes)


def _number_words() -> dict[str, str]:
    return {
        "damaged_number": translate(
            "Import", "The spreadsheet has rounded the ID number; its last digits are lost. Type it from the card."
        ),
        "wrong_check_digit": translate("Import", "The ID number {value} has a wrong digit. Compare it with the card."),
        "wrong_length": translate("Import", "The ID number {value} has too few or too many digits."),
        "impossible_birth": translate("Import", "The ID number {value} holds a birth date that does not exist."),
        "missing_number": translate("Import", "There is no ID number. Type it from the card."),
        "sex_contradicts": translate("Import", "The sex does not agree with the ID number {value}."),
        "birth_contradicts": translate("Import", "The birth date does not agree with the ID number {value}."),
        "fifteen_digits": translate("Import", "The old ID number of 15 digits was completed to {value}."),
        "reformatted_number": translate(
            "Import", "The ID number was written in an unusual way and is kept as {value}."
        ),
        "duplicate_row": translate("Import", "The same person stands in row {value} already."),
        "duplicate_resident": translate("Import", "This person is on record already: {value}."),
        "similar_resident": translate("Import", "This may be somebody who is on record already: {value}."),
        "other_name": translate(
            "Import", "This number belongs to {value} on record, another name. Compare it with the card."
        ),
        "missing_name": translate("Import", "The name is missing."),
        "missing_born_on": translate("Import", "The birth date is missing and no ID number tells it."),
        "missing_state_on": translate("Import", "The date of the change of register state is missing."),
    }


def _person_words() -> dict[str, str]:
    return {
        "unknown_person": translate("Import", "Nobody on record bears this number or name: {value}."),
        "ambiguous_person": translate("Import", "Several people bear the name {value}. Add the ID number."),
        "number_differs": translate("Import", "Found by name; the ID number {value} is not the one on record."),
        "name_differs": translate("Import", "Found by ID number; the name on record is {value}."),
        "off_register": translate("Import", "The person was not on register on {value}."),
        "bed_not_in_service": translate("Import", "The bed is not in service on {value}."),
        "unknown_bed": translate("Import", "There is no such bed: {value}."),
    }


def _date_words() -> dict[str, str]:
    return {
        "bad_date": translate("Import", "This is not a date: {value}."),
        "future_date": translate("Import", "The date is still to come: {value}."),
        "bad_time": translate("Import", "This is not a time of day: {value}."),
        "after_death": translate("Import", "The date lies after the day of death: {value}."),
        "ends_before_start": translate("Import", "The end lies before the beginning: {value}."),
        "missing_date": translate("Import", "The date is missing."),
        "month_closed": translate("Import", "The month {value} is closed. A correction is the way in."),
    }


def _word_words() -> dict[str, str]:
    return {
        "unknown_word": translate("Import", "This word is not known: {value}."),
        "bad_amount": translate("Import", "This is not an amount: {value}."),
        "bad_number": translate("Import", "This is not a number that fits here: {value}."),
        "out_of_range": translate("Import", "This is not a number that fits here: {value}."),
        "too_long": translate("Import", "This text is too long: {value}."),
        "required": translate("Import", "A needed field is empty: {value}."),
        "missing_number_of_bed": translate("Import", "The number of the bed is missing."),
        "missing_room": translate("Import", "The number of the room is missing."),
        "missing_kind": translate("Import", "The kind of the bed is missing: nursing or ordinary."),
        "missing_type": translate("Import", "The type of the service is missing."),
        "missing_outcome": translate("Import", "The outcome of the visit is missing."),
        "missing_meal": translate("Import", "Which meal it was is missing."),
    }


def _record_words() -> dict[str, str]:
    return {
        "already_recorded": translate("Import", "This is recorded already: {value}."),
        "state_refused": translate("Import", "The register state cannot follow the one on record: {value}."),
        "overlap": translate("Import", "The stay overlaps another one of this bed or person: {value}."),
        "no_fresh_fact": translate("Import", "All blocks say no change; a visit needs at least one fresh fact."),
        "sheet_not_read": translate("Import", "The sheet {value} was not read. Import it by naming it."),
        "same_row_twice": translate("Import", "The same facts stand in row {value}; both were taken in."),
    }
