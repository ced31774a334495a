"""The boxes about label sheets: what one measures, with its picture while it is typed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.core.i18n import translate
from desktop.core.label_sheets import CODE, LabelSheet
from desktop.core.printers import LabelPaper
from desktop.services.centre import label_sheets
from desktop.services.centre.label_sheets import OwnSheet, SheetDraft
from desktop.services.writing.actor import Actor
from desktop.ui.forms.choice_fields import CheckField, PickField
from desktop.ui.forms.draft_form import DraftForm
from desktop.ui.forms.text_fields import TextField
from desktop.ui.frame.bus import Topic
from desktop.ui.pages.acts import Act, ActBox, Drafted
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.sheet_picture import SheetPicture

# What is asked for sheets alone: of a roll the paper is the label.
_OF_SHEETS = (
    *("page_wide", "page_high", "columns", "rows"),
    *("margin_left", "margin_top", "gap_across", "gap_down", "outlined"),
)


class SheetForm(DraftForm[SheetDraft]):
    """Name, kind of paper, and the measures as they stand on the package."""

    def __init__(self) -> None:
        super().__init__(SheetDraft)
        self.add("name", translate("LabelSheets", "Name"), TextField())
        self.add("paper", translate("LabelSheets", "Labels on"), PickField(self.codes("paper")))
        self.add("label_wide", translate("LabelSheets", "Label, width (mm)"), TextField())
        self.add("label_high", translate("LabelSheets", "Label, height (mm)"), TextField())
        self.add("columns", translate("LabelSheets", "Columns"), TextField(), required=True)
        self.add("rows", translate("LabelSheets", "Rows"), TextField(), required=True)
        self.add("margin_left", translate("LabelSheets", "Left margin (mm)"), TextField())
        self.add("margin_top", translate("LabelSheets", "Top margin (mm)"), TextField())
        self.add("gap_across", translate("LabelSheets", "Gap between columns (mm)"), TextField())
        self.add("gap_down", translate("LabelSheets", "Gap between rows (mm)"), TextField())
        self.add("page_wide", translate("LabelSheets", "Paper, width (mm)"), TextField(), required=True)
        self.add("page_high", translate("LabelSheets", "Paper, height (mm)"), TextField(), required=True)
        self.add("padding", translate("LabelSheets", "Kept free inside (mm)"), TextField())
        self.add("outlined", "", CheckField(translate("LabelSheets", "a thin line around each, to cut along")))


class SheetBox(ActBox):
    """The fields, and above them the sheet as it would be and what is wrong with it."""

    def __init__(self, widget: QWidget, act: Act[SheetDraft, int], draft: SheetDraft) -> None:
        super().__init__(widget, act)
        self._draft = draft
        self.picture, self.told = SheetPicture(), label("", "secondary", wrap=True)
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(2, self.picture)
        column.insertWidget(3, self.told)
        self.form.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        form = self.form
        assert isinstance(form, SheetForm)
        sheets = form.fields["paper"].value() == LabelPaper.SHEET
        for name in _OF_SHEETS:
            form.set_field_visible(name, sheets)
        form.read_into(self._draft)
        sheet = label_sheets.drawn(self._draft)
        self.picture.set_sheet(sheet)
        self.told.setText(measures(sheet) if sheet is not None else "")


def measures(sheet: LabelSheet) -> str:
    """How many labels, how large, and how large the code on each is."""
    words = translate("LabelSheets", "{count} labels of {wide}×{high} mm, the code {code} mm wide")
    return words.format(
        count=sheet.cells,
        wide=f"{sheet.label[0]:g}",
        high=f"{sheet.label[1]:g}",
        code=f"{CODE * sheet.module:.1f}",
    )


def ask_new(widget: QWidget, actor: Actor, draft: SheetDraft, then: Callable[[int], object]) -> SheetBox:
    """Another sheet."""
    return _open(widget, actor, draft, translate("LabelSheets", "A label sheet of your own"), then)


def ask_change(widget: QWidget, actor: Actor, row: OwnSheet, then: Callable[[int], object]) -> SheetBox:
    """Put right what a sheet measures."""
    return _open(widget, actor, label_sheets.draft_of(row.id), row.name, then)


def _open(widget: QWidget, actor: Actor, draft: SheetDraft, words: str, then: Callable[[int], object]) -> SheetBox:
    act = Act(
        words,
        translate("LabelSheets", "Keep the sheet"),
        Drafted(SheetForm(), draft),
        lambda given: label_sheets.save(actor, given),
        Topic.SETTINGS,
        lambda given: translate("LabelSheets", "Kept: {name}").format(name=given.name.strip()),
        then=then,
        long=True,
        about=draft.sheet_id,
    )
    box = SheetBox(widget, act, draft)
    box.begin()
    return box
