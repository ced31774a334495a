"""The words of why a file is not read, a sync file is refused, an import or a merge is not taken back."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.core.i18n import QT_TRANSLATE_NOOP, Said, said, translate
from desktop.core.reasons import FileReason, KeyFileReason, SyncReason, UndoReason

_FILES: Mapping[FileReason, Said] = {
    FileReason.DAMAGED: QT_TRANSLATE_NOOP(
        "FileReasons", "the file is damaged. Open it in Excel or WPS and save it anew."
    ),
    FileReason.EMPTY: QT_TRANSLATE_NOOP("FileReasons", "there are no rows in it."),
    FileReason.TOO_LARGE: QT_TRANSLATE_NOOP(
        "FileReasons", "it is too large. Delete empty rows and columns at its ends."
    ),
    FileReason.TOO_MUCH_MEMORY: QT_TRANSLATE_NOOP(
        "FileReasons", "it needs too much memory. Copy the rows to a new workbook."
    ),
    FileReason.TOO_SLOW: QT_TRANSLATE_NOOP("FileReasons", "reading took too long. Copy the rows to a new workbook."),
    FileReason.ENCRYPTED: QT_TRANSLATE_NOOP("FileReasons", "it has a password. Save it without one."),
    FileReason.NOT_A_WORKBOOK: QT_TRANSLATE_NOOP(
        "FileReasons", "it is no workbook (xlsx, xls, et, ods, csv). Open it in Excel or WPS and save it as xlsx."
    ),
    FileReason.WEB_ARCHIVE: QT_TRANSLATE_NOOP(
        "FileReasons", "it is a saved web page. Open it in Excel or WPS and save it as xlsx."
    ),
    FileReason.DOCUMENT: QT_TRANSLATE_NOOP(
        "FileReasons", "it is a text document. Copy its table into a new workbook and save that as xlsx."
    ),
    FileReason.PDF: QT_TRANSLATE_NOOP(
        "FileReasons", "it is a PDF. Ask for the workbook from which it was made, or type the rows in."
    ),
    FileReason.PICTURE: QT_TRANSLATE_NOOP(
        "FileReasons", "it is a picture. Ask for the workbook from which it was made, or type the rows in."
    ),
    FileReason.ON_ITS_SIDE: QT_TRANSLATE_NOOP(
        "FileReasons",
        "the column names stand below one another, each person in a column or on a form. Turn it in Excel or WPS (copy,"
        " then paste special with “transpose”) or type one row for each person, and save it as xlsx.",
    ),
    FileReason.TOO_WIDE: QT_TRANSLATE_NOOP(
        "FileReasons", "a row has more than 300 columns. Copy the columns that are needed to a new workbook."
    ),
    FileReason.CELL_TOO_LONG: QT_TRANSLATE_NOOP(
        "FileReasons", "one cell holds more than 32 767 characters. Shorten it."
    ),
    FileReason.NO_SUCH_SHEET: QT_TRANSLATE_NOOP("FileReasons", "it has no such sheet."),
    FileReason.NO_HEADER: QT_TRANSLATE_NOOP("FileReasons", "no line with column titles was found."),
    FileReason.NOT_A_SCAN: QT_TRANSLATE_NOOP("FileReasons", "it is no JPG, PNG or PDF."),
    FileReason.SCAN_TOO_LARGE: QT_TRANSLATE_NOOP(
        "FileReasons", "it is larger than 20 MB. Scan it in a lower resolution."
    ),
    FileReason.NOT_A_PDF: QT_TRANSLATE_NOOP("FileReasons", "it is no PDF."),
    FileReason.NOT_XLSX: QT_TRANSLATE_NOOP("FileReasons", "it is no .xlsx. Save it in Excel or WPS as .xlsx."),
    FileReason.MACROS: QT_TRANSLATE_NOOP("FileReasons", "it holds macros. Save it as .xlsx, which has none."),
    FileReason.EXTERNAL_LINKS: QT_TRANSLATE_NOOP(
        "FileReasons", "it takes values from other files. Break the links (Data, Edit Links) and save it anew."
    ),
    FileReason.DRAWN_SHAPES: QT_TRANSLATE_NOOP(
        "FileReasons", "it holds drawn shapes, text boxes or buttons, which would be lost. Put the words into cells."
    ),
}
_SYNC: Mapping[SyncReason, Said] = {
    SyncReason.NOT_A_SYNC_FILE: QT_TRANSLATE_NOOP("SyncReasons", "it is no sync file."),
    SyncReason.CHANGED: QT_TRANSLATE_NOOP("SyncReasons", "it was changed after it was written. Export it again."),
    SyncReason.CUT: QT_TRANSLATE_NOOP("SyncReasons", "a part of it is missing. Copy it again, or export it again."),
    SyncReason.REORDERED: QT_TRANSLATE_NOOP("SyncReasons", "its parts are not in order. Export it again."),
    SyncReason.NEWER: QT_TRANSLATE_NOOP("SyncReasons", "it was written by a newer version of the program."),
    SyncReason.COUNTS_DIFFER: QT_TRANSLATE_NOOP("SyncReasons", "the counts do not match the rows. Export it again."),
    SyncReason.TOO_LARGE: QT_TRANSLATE_NOOP("SyncReasons", "it is larger than any sync file. Export it again."),
    SyncReason.WRONG_VALUE: QT_TRANSLATE_NOOP(
        "SyncReasons", "a value in it cannot be; it was made by another program. Ask the centre for another file."
    ),
    SyncReason.OTHER_PERIOD: QT_TRANSLATE_NOOP(
        "SyncReasons", "a record in it is not of its month. Ask the centre for another file."
    ),
    SyncReason.NOT_SEALED: QT_TRANSLATE_NOOP("SyncReasons", "it is not sealed, so no key opens it."),
    SyncReason.OTHER_KEY: QT_TRANSLATE_NOOP(
        "SyncReasons", "it is sealed for another key than this one. Whom it is for can open it."
    ),
    SyncReason.SEAL_BROKEN: QT_TRANSLATE_NOOP(
        "SyncReasons",
        "its seal is broken: it was changed or cut after it was written. Copy it again, or export it again.",
    ),
    SyncReason.SEALED: QT_TRANSLATE_NOOP("SyncReasons", "it is sealed for the district office, which alone opens it."),
    SyncReason.UNKNOWN: QT_TRANSLATE_NOOP(
        "SyncReasons", "it is sealed, and no file that this centre wrote. Whom it is for can open it."
    ),
    SyncReason.FORGED: QT_TRANSLATE_NOOP(
        "SyncReasons", "it is not signed by the key of the centre that it names. Ask the centre for another file."
    ),
    SyncReason.DANGLING: QT_TRANSLATE_NOOP(
        "SyncReasons", "a record in it refers to one that is not there. Ask the centre for another file."
    ),
}
_KEY_FILES: Mapping[KeyFileReason, Said] = {
    KeyFileReason.NOT_A_KEY_FILE: QT_TRANSLATE_NOOP("KeyFileReasons", "it is no key file."),
    KeyFileReason.OTHER_KIND: QT_TRANSLATE_NOOP(
        "KeyFileReasons", "a centre takes the key file of its district, a district those of its centres."
    ),
    KeyFileReason.CHANGED: QT_TRANSLATE_NOOP("KeyFileReasons", "it was changed on its way. Ask for it again."),
    KeyFileReason.NEWER: QT_TRANSLATE_NOOP("KeyFileReasons", "it was written by a newer version of the program."),
    KeyFileReason.TOO_LARGE: QT_TRANSLATE_NOOP("KeyFileReasons", "it is larger than any key file."),
    KeyFileReason.WRONG_VALUE: QT_TRANSLATE_NOOP("KeyFileReasons", "a value in it cannot be. Ask for it again."),
}
_UNDO: Mapping[UndoReason, Said] = {
    UndoReason.ALREADY_UNDONE: QT_TRANSLATE_NOOP("UndoReasons", "it was taken back before."),
    UndoReason.CHANGED: QT_TRANSLATE_NOOP("UndoReasons", "{count} of its rows were changed since."),
    UndoReason.USED: QT_TRANSLATE_NOOP("UndoReasons", "{count} of its rows are used by later records."),
}


def file_reason(reason: FileReason) -> str:
    """Why a file could not be read."""
    return said(_FILES[reason])


def sync_reason(reason: SyncReason, part: str, line: int = 0) -> str:
    """Why a sync file is refused, with the part and the line of it that are to blame."""
    where = translate("SyncReasons", "{part}, line {line}").format(part=part, line=line) if line else part
    return f"{said(_SYNC[reason])} ({where})" if part else said(_SYNC[reason])


def key_file_reason(reason: KeyFileReason, part: str = "") -> str:
    """Why a key file is not taken, with the value in it that is to blame."""
    return f"{said(_KEY_FILES[reason])} ({part})" if part else said(_KEY_FILES[reason])


def undo_reason(reason: UndoReason, count: int) -> str:
    """Why an import or a merge cannot be taken back."""
    return said(_UNDO[reason], count=count)
