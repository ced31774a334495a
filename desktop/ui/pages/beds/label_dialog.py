"""Which label sheet, from which cell on, and how far the printer is off."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.core.errors import FieldError
from desktop.core.i18n import translate
from desktop.core.printers import Pair
from desktop.reports.labels.label_sheets import LabelSheet, label_sheets
from desktop.services.centre import centres
from desktop.ui.forms.choice_fields import CheckField, PickField
from desktop.ui.forms.form import Form
from desktop.ui.forms.label_sheet import first_label, say_sheets
from desktop.ui.forms.text_fields import TextField
from desktop.ui.frame.perform import reading, succeeds
from desktop.ui.frame.session import Session
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.flow import ButtonRow
from desktop.ui.widgets.growing import GrowingDialog
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.scrolled import Scrolled
from desktop.ui.widgets.sheet_picker import SheetPicker
from desktop.ui.widgets.strips import MessageStrip
from desktop.ui.widgets.turning import Turning

_FARTHEST = 20.0
_KEY = "bed_labels"
_FIELDS_LEAST = 400


@dataclass(frozen=True)
class LabelLayout:
    """How labels lie on the paper."""

    sheet: LabelSheet
    start_cell: int
    offset_mm: Pair


class BedLabelsDialog(GrowingDialog):
    """Layout and offset are remembered for the next time; the start cell is that of the sheet in the printer."""

    def __init__(self, session: Session, count: int, one_selected: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.session = session
        self._count = count
        self.strip = MessageStrip()
        self.form = Form()
        sheets = {name: sheet.shown for name, sheet in label_sheets().items()}
        self.form.add("sheet", translate("BedLabels", "Label sheet"), PickField(sheets), required=True)
        self.form.add("start", translate("BedLabels", "First label"), TextField())
        self.form.add("across", translate("BedLabels", "Right by (mm)"), TextField(), help=_offset_help())
        self.form.add("down", translate("BedLabels", "Down by (mm)"), TextField())
        only = CheckField(translate("BedLabels", "only the selected bed"))
        self.form.add("only", translate("BedLabels", "Which"), only)
        self.form.set_field_visible("only", one_selected)
        self.picker = SheetPicker(next(iter(label_sheets().values())))
        self._build()
        self._connect()
        reading(self, self._recall)

    @property
    def only_current(self) -> bool:
        """Whether only the selected bed gets a label."""
        return bool(self.form.fields["only"].value())

    def layout_chosen(self) -> LabelLayout:
        """The layout as chosen; an offset that is no number is none."""
        sheet = label_sheets()[self._sheet_name()]
        return LabelLayout(sheet, self.picker.cell, (self._millimetres("across"), self._millimetres("down")))

    def said_keys(self) -> tuple[tuple[str, str], ...]:
        """What is said on F1."""
        return (
            ("← ↑ → ↓", translate("BedLabels", "choose the first free label, on the picture of the sheet")),
            ("Ctrl+S", translate("BedLabels", "Preview")),
        )

    def press(self) -> None:
        """Remember layout and offset, and go on to the preview."""
        sheet = label_sheets()[self._sheet_name()]
        first = first_label(sheet, str(self.form.fields["start"].value()))
        if isinstance(first, FieldError):
            self.form.set_errors([first])
            return
        chosen = self.layout_chosen()
        kept = f"{chosen.sheet.name};{chosen.offset_mm[0]};{chosen.offset_mm[1]}"
        if succeeds(self, lambda: centres.keep_choice(self.session.actor, (_KEY, kept))):
            self.accept()

    def _build(self) -> None:
        title = translate("BedLabels", "Print bed labels")
        self.setWindowTitle(title)
        left_part = QWidget()
        fields = QVBoxLayout(left_part)
        fields.setContentsMargins(0, 0, 0, 0)
        fields.setSpacing(12)
        fields.addWidget(self.form)
        fields.addWidget(
            label(translate("BedLabels", "Click the first free label of the sheet."), "secondary", wrap=True)
        )
        fields.addStretch(1)
        both = Turning(20)
        both.add(left_part, 3, least=_FIELDS_LEAST)
        both.add(self.picker, 2)
        left = QVBoxLayout(self)
        left.setContentsMargins(24, 20, 24, 20)
        left.setSpacing(12)
        left.addWidget(label(title, "section"))
        left.addWidget(self.strip)
        left.addWidget(Scrolled(both), 1)
        left.addWidget(
            ButtonRow(
                button(translate("BedLabels", "Go back"), self.reject),
                button(translate("BedLabels", "Preview"), self.press, "primary", "search"),
            )
        )
        self.be_wide(720)

    def _connect(self) -> None:
        self.form.changed.connect(self._follow)
        self.form.passed_end.connect(self.press)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Save), self).activated.connect(self.press)
        self.picker.chosen.connect(lambda cell: self.form.fields["start"].set_value(str(cell)))

    def _recall(self) -> None:
        name, _, rest = centres.setting(_KEY).partition(";")
        across, _, down = rest.partition(";")
        self.form.set_values(
            {
                "sheet": name if name in label_sheets() else next(iter(label_sheets())),
                "start": "1",
                "across": across or "0",
                "down": down or "0",
            }
        )
        self._follow()

    def _follow(self) -> None:
        sheet = label_sheets()[self._sheet_name()]
        typed = str(self.form.fields["start"].value()).strip()
        self.picker.set_sheet(sheet)
        self.picker.set_cell(int(typed) if typed.isascii() and typed.isdigit() else 1)
        count = 1 if self.only_current else self._count
        self.picker.set_count(count)
        say_sheets(self.form.fields["start"], sheet, count)

    def _sheet_name(self) -> str:
        name = str(self.form.fields["sheet"].value())
        return name if name in label_sheets() else next(iter(label_sheets()))

    def _millimetres(self, name: str) -> float:
        try:
            found = float(str(self.form.fields[name].value()).strip() or "0")
        except ValueError:
            return 0.0
        return min(max(found, -_FARTHEST), _FARTHEST)


def _offset_help() -> str:
    return translate("BedLabels", "what the printer prints too far left; minus for too far right")
