"""The first label of a partly used sheet: within the sheet, and how many labels and sheets that makes."""

from __future__ import annotations

from desktop.core.errors import FieldError
from desktop.core.i18n import translate
from desktop.core.label_sheets import LabelSheet
from desktop.core.reasons import Reason
from desktop.core.words.messages import field_sentence
from desktop.ui.forms.field import Field


def first_label(sheet: LabelSheet, typed: str) -> int | FieldError:
    """The cell meant, counted from 1, or what is wrong with what was typed; a roll has but one."""
    text = "1" if sheet.single else typed.strip()
    if not (text.isascii() and text.isdigit()) or not 1 <= int(text) <= sheet.cells:
        return FieldError("start", Reason.OUT_OF_RANGE, f"1–{sheet.cells}")
    return int(text)


def count_words(sheet: LabelSheet, count: int, first: int) -> str:
    """How many labels on how many sheets, and what is free of the last one then."""
    if sheet.single:
        words = translate("LabelSheet", "Labels to print: {count}, each a page of its own ({wide}×{high} mm).")
        return words.format(count=count, wide=f"{sheet.label[0]:g}", high=f"{sheet.label[1]:g}")
    words = translate("LabelSheet", "Labels to print: {count}, on {sheets} sheets of {cells}.")
    said = words.format(count=count, sheets=sheet.sheets(count, first), cells=sheet.cells)
    free = sheet.free_after(count, first)
    if free == 1:
        return said
    words = translate("LabelSheet", "Then label {free} of the last one is free.")
    return f"{said} {words.format(free=free)}"


def say_sheets(field: Field, sheet: LabelSheet, count: int) -> None:
    """Beneath the field of the first label: how many labels on how many sheets, or that there is no such label."""
    first = first_label(sheet, str(field.value()))
    if isinstance(first, FieldError):
        field.set_note("")
        field.set_error(field_sentence(first))
        return
    field.set_error("")
    field.set_note(count_words(sheet, count, first))
