"""Reason codes in words: of fields, files, sync files and imports. Only ``messages.py`` asks here."""

from __future__ import annotations

from desktop.core.i18n import translate


def field_reason(reason: str, hint: str) -> str:
    """Why a field cannot be saved, and what was probably meant."""
    words = _field_words().get(reason)
    if words is None:
        words = translate("FieldErrors", "Please check this field.")
        return f"{words} ({hint or reason})"
    if not hint and reason in _without_guess():
        return _without_guess()[reason]
    return words.format(hint=hint) if hint else _without_hint(words)


def file_reason(reason: str) -> str:
    """Why a file could not be read."""
    words = {
        "damaged": translate("FileReasons", "the file is damaged. Open it in Excel or WPS and save it anew."),
        "empty": translate("FileReasons", "there are no rows in it."),
        "too_large": translate("FileReasons", "it is too large. Delete empty rows and columns at its ends."),
        "too_much_memory": translate("FileReasons", "it needs too much memory. Copy the rows to a new workbook."),
        "too_slow": translate("FileReasons", "reading took too long. Copy the rows to a new workbook."),
        "encrypted": translate("FileReasons", "it has a password. Save it without one."),
        "not_a_workbook": translate("FileReasons", "it is no workbook (xlsx, xls, et, ods)."),
        "no_such_sheet": translate("FileReasons", "it has no such sheet."),
        "no_header": translate("FileReasons", "no line with column titles was found."),
        "not_a_backup": translate("FileReasons", "it is no backup of this program."),
        "not_a_scan": translate("FileReasons", "it is no JPG, PNG or PDF."),
        "scan_too_large": translate("FileReasons", "it is larger than 20 MB. Scan it in a lower resolution."),
        "not_a_pdf": translate("FileReasons", "it is no PDF."),
    }
    return words.get(reason, translate("FileReasons", "its content is not what it should be."))


def sync_reason(reason: str, part: str) -> str:
    """Why a sync file is refused."""
    words = {
        "not_a_sync_file": translate("SyncReasons", "it is no sync file (上报文件)."),
        "changed": translate("SyncReasons", "it was changed after it was written. Export it again."),
        "cut": translate("SyncReasons", "a part of it is missing. Copy it again, or export it again."),
        "reordered": translate("SyncReasons", "its parts are not in order. Export it again."),
        "newer": translate("SyncReasons", "it was written by a newer version of the program."),
        "out_of_sequence": translate("SyncReasons", "the file before it was not received. Hand that one in first."),
        "counts_differ": translate("SyncReasons", "the counts do not match the rows. Export it again."),
        "other_centre": translate("SyncReasons", "it belongs to another centre."),
    }
    text = words.get(reason, translate("SyncReasons", "it is not what was written. Export it again."))
    return f"{text} ({part})" if part else text


def undo_reason(reason: str, count: int) -> str:
    """Why an import cannot be taken back."""
    words = {
        "changed": translate("UndoReasons", "{count} of its rows were changed since."),
        "used": translate("UndoReasons", "{count} of its rows are used by later records."),
        "month_closed": translate("UndoReasons", "its month is closed."),
        "already_undone": translate("UndoReasons", "it was taken back before."),
    }
    return words.get(reason, translate("UndoReasons", "later records rest on it.")).format(count=count)


def glossary_word(name: str) -> str:
    """The word on screen for a kind of record or a field."""
    words = {
        "resident": translate("Glossary", "resident"),
        "staff": translate("Glossary", "account"),
        "meal": translate("Glossary", "meal"),
        "bed": translate("Glossary", "bed"),
        "stay": translate("Glossary", "stay"),
        "leave": translate("Glossary", "leave"),
        "visit": translate("Glossary", "visit"),
        "crisis": translate("Glossary", "crisis event"),
        "round": translate("Glossary", "extra round"),
        "sheet": translate("Glossary", "route sheet"),
        "attachment": translate("Glossary", "attachment"),
        "finding": translate("Glossary", "finding"),
        "referral": translate("Glossary", "referral note"),
        "risk": translate("Glossary", "risk"),
        "excusal": translate("Glossary", "excusal"),
        "help_service": translate("Glossary", "help service"),
        "service": translate("Glossary", "help service"),
        "import": translate("Glossary", "import"),
        "backup": translate("Glossary", "backup"),
        "code": translate("Glossary", "code"),
        "month": translate("Glossary", "month"),
        "id_number": translate("Glossary", "ID number"),
        "name": translate("Glossary", "name"),
        "sex": translate("Glossary", "sex"),
        "born_on": translate("Glossary", "birth date"),
        "phone": translate("Glossary", "phone"),
        "date": translate("Glossary", "date"),
        "type": translate("Glossary", "type"),
        "label": translate("Glossary", "label"),
        "pair": translate("Glossary", "pair of residents"),
        "register_event": translate("Glossary", "register state"),
        "resident_merge": translate("Glossary", "merge"),
        "file": translate("Glossary", "file"),
        **_column_words(),
        "row": translate("Glossary", "row"),
    }
    return words.get(name, name)


def _column_words() -> dict[str, str]:
    """Columns that a sheet must have to be read."""
    return {
        "service_on": translate("Glossary", "day of the service"),
        "visited_on": translate("Glossary", "day of the visit"),
        "eaten_on": translate("Glossary", "day of the meal"),
        "from_on": translate("Glossary", "first day of the stay"),
        "outcome": translate("Glossary", "outcome of the visit"),
        "number": translate("Glossary", "bed number"),
        "kind": translate("Glossary", "kind of bed"),
    }


def _without_hint(words: str) -> str:
    # A hint stands in a sentence of its own at the end, so it can be left out.
    cut = words.find("{hint}")
    if cut < 0:
        return words
    stop = max(words.rfind(mark, 0, cut) for mark in (".", "。", ",", ","))
    return words[: stop + 1] if stop >= 0 else words.replace("{hint}", "")


def _field_words() -> dict[str, str]:
    return _value_words() | _identity_words() | _record_words()


def _value_words() -> dict[str, str]:
    return {
        "required": translate("FieldErrors", "Please fill this in."),
        "bad_date": translate("FieldErrors", "This is no date. Type 1008, 10.8 or 2026-10-08."),
        "future_date": translate("FieldErrors", "This date is still to come. Please check it."),
        "bad_time": translate("FieldErrors", "This is no time of day. Type 930 or 9:30."),
        "bad_number": translate("FieldErrors", "Please type a whole number."),
        "bad_amount": translate("FieldErrors", "Please type an amount such as 12 or 12.50."),
        "out_of_range": translate("FieldErrors", "This number cannot be right. Allowed: {hint}"),
        "too_long": translate("FieldErrors", "This is too long. Characters allowed: {hint}"),
        "too_short": translate("FieldErrors", "This is too short. Characters needed: {hint}"),
        "six_digits": translate("FieldErrors", "Please type exactly six digits."),
        "unknown_word": translate("FieldErrors", "This is not in the list. Please choose one of its words."),
        "bad_phone": translate("FieldErrors", "This is no phone number. Type digits only; notes go into the remarks."),
        "not_equal": translate("FieldErrors", "The two do not match. Please type it again."),
        "bad_folder": translate("FieldErrors", "This folder cannot be used. Choose another one."),
        "before_start": translate("FieldErrors", "The end lies before the start."),
        "end_before_start": translate("FieldErrors", "The end lies before the start."),
        "bed_taken_then": translate(
            "FieldErrors", "Somebody lies in this bed on {hint}. Move or discharge them first, or type another day."
        ),
        "bed_not_in_service": translate(
            "FieldErrors", "This bed is not in service on {hint}. Choose another bed or another day."
        ),
        "bed_taken": translate("FieldErrors", "Somebody lies in this bed today. Move or discharge them first."),
        "ends_before_start": translate("FieldErrors", "The end lies before the start."),
        "month_not_over": translate("FieldErrors", "The month is not over yet; it is closed after its last day."),
    }


def _without_guess() -> dict[str, str]:
    """What to do where several numbers, or none, may have been meant."""
    return {
        "wrong_check_digit": translate(
            "FieldErrors",
            "The last digit does not fit the others. Compare every digit with the card, or keep the number as 待核.",
        ),
        "birth_contradicts": translate(
            "FieldErrors",
            "The ID number says another birth date. Compare both with the card, or keep the number as 待核.",
        ),
    }


def _identity_words() -> dict[str, str]:
    return {
        "wrong_check_digit": translate("FieldErrors", "The last digit does not fit the others. Perhaps meant: {hint}"),
        "wrong_length": translate("FieldErrors", "An ID number has 18 characters, an old one 15."),
        "impossible_birth": translate("FieldErrors", "The birth date inside this number does not exist."),
        "sex_contradicts": translate("FieldErrors", "The ID number says the other sex. Please check both."),
        "birth_contradicts": translate("FieldErrors", "The ID number says another birth date. Perhaps meant: {hint}"),
        "damaged_number": translate(
            "FieldErrors", "A spreadsheet cut this number's last digits. Type it from the card."
        ),
        "missing_number": translate("FieldErrors", "The ID number is missing."),
        "fifteen_digits": translate("FieldErrors", "An old number of 15 digits; it is read as 18 digits."),
        "reformatted_number": translate("FieldErrors", "The number was rewritten without blanks."),
        "duplicate_resident": translate("FieldErrors", "Somebody is on record with this number. {hint}"),
        "similar_resident": translate("FieldErrors", "Somebody similar is on record. {hint}"),
        "unknown_person": translate("FieldErrors", "Nobody of this name or number is on record."),
        "ambiguous_person": translate("FieldErrors", "Several people bear this name. Please choose one."),
    }


def _record_words() -> dict[str, str]:
    return {
        "already_recorded": translate("FieldErrors", "This is recorded already."),
        "duplicate_row": translate("FieldErrors", "The same row stands above."),
        "after_death": translate("FieldErrors", "This lies after the day of death. Please check the date."),
        "off_register": translate("FieldErrors", "This person was not on register that day."),
        "overlap": translate("FieldErrors", "This overlaps with another record. Please check the dates."),
        "month_closed": translate("FieldErrors", "That month is closed. Use a correction (更正单)."),
        "nothing_fresh": translate("FieldErrors", "At least one block must say something new."),
        "no_fresh_fact": translate("FieldErrors", "At least one block must say something new."),
        "reason_needed": translate("FieldErrors", "Please write why."),
        "not_free": translate("FieldErrors", "This bed is not free. Choose another one."),
        "bad_code": translate("FieldErrors", "This is not a whole code. Scan it again."),
        "unknown_code": translate("FieldErrors", "No card or label of this centre bears this code."),
    }
