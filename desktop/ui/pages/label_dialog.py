"""Labels and cards: which of them, on which printer's sheet, from which label on, and how the printer is put right."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.core.errors import FieldError
from desktop.core.i18n import translate
from desktop.core.label_sheets import LabelSheet
from desktop.core.printers import Adjustment, LabelKind, read_millimetres
from desktop.core.reasons import Reason
from desktop.services.centre import label_printers
from desktop.services.centre.label_printers import LabelPrinter
from desktop.services.centre.label_sheets import label_sheets
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.forms.choice_fields import PickField
from desktop.ui.forms.form import Form
from desktop.ui.forms.label_sheet import first_label, say_sheets
from desktop.ui.forms.text_fields import TextField
from desktop.ui.frame.page import Page
from desktop.ui.frame.perform import reading, succeeds
from desktop.ui.pages.label_printing import LabelLayout, preview_labels, preview_test_page
from desktop.ui.pages.measure_box import MeasureBox
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.flow import ButtonRow
from desktop.ui.widgets.growing import GrowingDialog
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.scrolled import Scrolled
from desktop.ui.widgets.sheet_picker import SheetPicker
from desktop.ui.widgets.strips import MessageStrip
from desktop.ui.widgets.turning import Turning

_FIELDS_LEAST = 400
_TEST_KEY, _MEASURE_KEY = "Ctrl+T", "Ctrl+M"
# A pick list knows no empty code.
_ELSEWHERE = "-"


@dataclass(frozen=True)
class Batch:
    """Some of the beds or people: in words, and their ids."""

    words: str
    ids: Sequence[int]


class LabelsDialog(GrowingDialog):
    """Asks for what is printed and how; sheet, first free label and shift are those remembered of the printer."""

    def __init__(self, page: Page, kind: LabelKind, batches: Mapping[str, Batch]) -> None:
        super().__init__(page)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.session = page.session
        self._page, self._kind, self._batches = page, kind, dict(batches)
        self._printer = LabelPrinter("")
        self._sheets = label_sheets()
        self.strip = MessageStrip()
        self.form = Form()
        self._add_fields()
        self.picker = SheetPicker(self._printer.sheet_of(kind, self._sheets))
        self._build()
        self._connect()
        reading(self, self._recall)

    @property
    def sheet(self) -> LabelSheet:
        """The sheet that is chosen."""
        found = self._sheets.get(str(self.form.fields["sheet"].value()))
        return found or self._printer.sheet_of(self._kind, self._sheets)

    @property
    def printer(self) -> str:
        """The printer that is chosen; "" for a file that is printed elsewhere."""
        chosen = str(self.form.fields["printer"].value() or _ELSEWHERE)
        return "" if chosen == _ELSEWHERE else chosen

    def said_keys(self) -> tuple[tuple[str, str], ...]:
        """What is said on F1."""
        return (
            ("← ↑ → ↓", translate("Labels", "choose the first free label, on the picture of the sheet")),
            (_TEST_KEY, translate("Labels", "print a test page to measure the printer by")),
            (_MEASURE_KEY, translate("Labels", "type in what was measured")),
            ("Ctrl+S", translate("Labels", "Preview")),
        )

    def press(self) -> None:
        """Remember the printer's choices and go on to the preview."""
        chosen = self._chosen()
        if chosen is not None:
            self.accept()
            preview_labels(self._page, self._ids(), chosen)

    def test_page(self) -> None:
        """Remember the printer's choices and show the page to measure it by."""
        chosen = self._chosen()
        if chosen is not None:
            self.accept()
            preview_test_page(self._page, chosen)

    def measure(self) -> SmallForm:
        """Ask for what was measured; the shift that follows from it stands in the fields."""
        box = MeasureBox(self.session, self.printer, self.sheet.page, self)
        box.accepted.connect(lambda: reading(self, self._show_printer))
        box.begin()
        return box

    def _add_fields(self) -> None:
        sheets = {name: sheet.shown for name, sheet in self._sheets.items()}
        batches = {key: batch.words for key, batch in self._batches.items()}
        self.form.add("which", translate("Labels", "Which"), PickField(batches), required=True)
        self.form.add("printer", translate("Labels", "Printer"), PickField(self._printers()), required=True)
        self.form.add("sheet", translate("Labels", "Label sheet"), PickField(sheets), required=True)
        help = translate("Labels", "1 for a fresh sheet; on a used one the first free label, row by row.")
        self.form.add("start", translate("Labels", "First label"), TextField(), help=help)
        help = translate("Labels", "what the printer prints too far left; minus for too far right")
        self.form.add("across", translate("Labels", "Right by (mm)"), TextField(), help=help)
        self.form.add("down", translate("Labels", "Down by (mm)"), TextField())

    def _printers(self) -> dict[str, str]:
        """Those of the computer, those that are remembered, and none."""
        names = dict.fromkeys((*QPrinterInfo.availablePrinterNames(), *label_printers.known()))
        elsewhere = translate("Labels", "a file (PDF), printed elsewhere")
        return {**{name: name for name in names if name}, _ELSEWHERE: elsewhere}

    def _build(self) -> None:
        title = (
            translate("Labels", "Print bed labels")
            if self._kind is LabelKind.BEDS
            else translate("Labels", "Print resident cards")
        )
        self.setWindowTitle(title)
        left_part = QWidget()
        fields = QVBoxLayout(left_part)
        fields.setContentsMargins(0, 0, 0, 0)
        fields.setSpacing(12)
        fields.addWidget(self.form)
        self._right = label("", "secondary", wrap=True)
        fields.addWidget(self._right)
        fields.addStretch(1)
        both = Turning(20)
        both.add(left_part, 3, least=_FIELDS_LEAST)
        both.add(self.picker, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(label(title, "section"))
        column.addWidget(self.strip)
        column.addWidget(Scrolled(both), 1)
        column.addWidget(
            ButtonRow(
                button(translate("Labels", "Go back"), self.reject),
                button(translate("Labels", "Test page (Ctrl+T)"), self.test_page),
                button(translate("Labels", "Measured… (Ctrl+M)"), self.measure),
                button(translate("Labels", "Preview"), self.press, "primary", "search"),
            )
        )
        self.be_wide(760)

    def _connect(self) -> None:
        for name in ("which", "start"):
            self.form.fields[name].changed.connect(self._follow)
        self.form.fields["sheet"].changed.connect(self._on_sheet)
        self.form.fields["printer"].changed.connect(lambda: reading(self, self._on_printer))
        self.form.passed_end.connect(self.press)
        keys: tuple[tuple[QKeySequence | QKeySequence.StandardKey | str, Callable[[], object]], ...] = (
            (QKeySequence.StandardKey.Save, self.press),
            (_TEST_KEY, self.test_page),
            (_MEASURE_KEY, self.measure),
        )
        for key, slot in keys:
            QShortcut(QKeySequence(key), self).activated.connect(slot)
        self.picker.chosen.connect(self._on_picked)

    def _recall(self) -> None:
        last = label_printers.last_used(self._kind)
        default = QPrinterInfo.defaultPrinterName()
        name = last if last in self._printers() else default if default in self._printers() else ""
        self.form.set_values({"which": next(iter(self._batches)), "printer": name or _ELSEWHERE})
        self._on_printer()

    def _on_printer(self) -> None:
        """Another printer has its own paper in it."""
        self._show_printer()
        self.form.fields["sheet"].set_value(self._printer.sheet_of(self._kind, self._sheets).name)
        self._on_sheet()

    def _show_printer(self) -> None:
        self._printer = label_printers.remembered(self.printer)
        found = self._printer.adjusted
        self.form.set_values({"across": f"{found.right:g}", "down": f"{found.down:g}"})
        self._right.setText(_stretch_words(found))

    def _on_sheet(self) -> None:
        self.form.fields["start"].set_value(str(self._printer.first_free(self.sheet)))
        self._follow()

    def _on_picked(self, cell: int) -> None:
        self.form.fields["start"].set_value(str(cell))
        self._follow()

    def _follow(self) -> None:
        sheet, count = self.sheet, len(self._ids())
        typed = str(self.form.fields["start"].value()).strip()
        self.form.set_field_visible("start", not sheet.single)
        self.picker.set_sheet(sheet)
        self.picker.set_cell(int(typed) if typed.isascii() and typed.isdigit() else 1)
        self.picker.set_count(count)
        self.form.fields["sheet"].set_note("")
        say_sheets(self.form.fields["sheet" if sheet.single else "start"], sheet, count)

    def _ids(self) -> Sequence[int]:
        batch = self._batches.get(str(self.form.fields["which"].value()))
        return batch.ids if batch is not None else ()

    def _chosen(self) -> LabelLayout | None:
        """What is chosen, once it is remembered of the printer; None where something is wrong."""
        sheet = self.sheet
        first = first_label(sheet, str(self.form.fields["start"].value()))
        shifts = [read_millimetres(str(self.form.fields[name].value()) or "0") for name in ("across", "down")]
        wrong = [first] if isinstance(first, FieldError) else []
        wrong += [
            FieldError(name, Reason.NOT_MILLIMETRES)
            for name, shift in zip(("across", "down"), shifts, strict=True)
            if shift is None
        ]
        wrong += self.form.missing()
        if wrong or isinstance(first, FieldError):
            self.form.set_errors(wrong)
            return None
        right, down = (shift or 0.0 for shift in shifts)
        adjusted = replace(self._printer.adjusted, right=right, down=down)
        if not adjusted.possible:
            self.form.set_errors([FieldError("across", Reason.OUT_OF_RANGE, label_printers.allowed())])
            return None
        printer = replace(self._printer, adjusted=adjusted).using(self._kind, sheet.name, first)
        if not succeeds(self, lambda: label_printers.keep(self.session.actor, printer, self._kind)):
            return None
        return LabelLayout(self._kind, sheet, first, printer)


def _stretch_words(adjusted: Adjustment) -> str:
    """How the printer is put right beside the shift; "" where it prints at its size."""
    if (adjusted.wide, adjusted.high) == (1.0, 1.0):
        return ""
    words = translate("Labels", "This printer is stretched as well: {wide} % across, {high} % down.")
    return words.format(wide=f"{adjusted.wide * 100:g}", high=f"{adjusted.high * 100:g}")
