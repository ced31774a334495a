"""What was measured on a test page: four stretches, from which the program computes what puts the printer right."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.core.errors import FieldError
from desktop.core.i18n import translate
from desktop.core.printers import Lines, read_millimetres
from desktop.core.reasons import Reason
from desktop.services.centre import label_printers
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.forms.form import Form
from desktop.ui.forms.text_fields import TextField
from desktop.ui.frame.perform import succeeds
from desktop.ui.frame.session import Session

_NAMES = "ABCD"


class MeasureBox(SmallForm):
    """A to D of a test page; those that are right stay as they stand."""

    keeps_typing = False

    def __init__(self, session: Session, printer: str, page: tuple[float, float], over: QWidget) -> None:
        self._session, self._printer, self._meant = session, printer, Lines.of(page)
        meant = self._meant
        form = Form()
        for name, words, value in (
            ("A", translate("Measure", "A: paper's left edge to the first line"), meant.left),
            ("B", translate("Measure", "B: from there to the second line"), meant.across),
            ("C", translate("Measure", "C: paper's upper edge to the first line"), meant.top),
            ("D", translate("Measure", "D: from there to the second line"), meant.down),
        ):
            form.add(name, words, TextField(), required=True)
            form.fields[name].set_value(f"{value:g}")
        form.mark_clean()
        words = translate("Measure", "What is measured on page 1 of the test page, in millimetres")
        super().__init__(words, form, translate("Measure", "Put the printer right"), self._keep, over)

    def _keep(self, _box: SmallForm) -> bool:
        read = {name: read_millimetres(str(field.value())) for name, field in self.form.fields.items()}
        wrong = [FieldError(name, Reason.NOT_MILLIMETRES) for name, value in read.items() if value is None]
        if wrong:
            self.show_errors(wrong)
            return False
        left, across, top, down = (read[name] or 0.0 for name in _NAMES)
        measured = Lines(left, top, across, down)
        actor = self._session.actor
        return succeeds(
            self,
            lambda: label_printers.keep_measured(actor, self._printer, self._meant, measured),
            done_text=translate("Measure", "The printer is put right. Print the test page again to see it."),
        )
