"""Resident cards: on which sheet, from which cell on, shifted by how much."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.core.errors import FieldError
from desktop.core.i18n import translate
from desktop.core.printers import Adjustment
from desktop.core.progress import Progress
from desktop.core.reasons import Reason
from desktop.reports.labels.label_sheets import LabelSheet, label_sheets
from desktop.services.centre import centres
from desktop.services.register import listing as residents
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.forms.choice_fields import PickField
from desktop.ui.forms.form import Form
from desktop.ui.forms.label_sheet import first_label, say_sheets
from desktop.ui.forms.text_fields import TextField
from desktop.ui.frame.page import Page
from desktop.ui.frame.perform import succeeds
from desktop.ui.frame.printing import Paper, preview_folder, preview_made

SHEET, OFFSET = "label_sheet", "label_offset"


class CardsDialog(SmallForm):
    """Asks for the sheet and prints the cards of these residents into a preview."""

    def __init__(self, page: Page, ids: Sequence[int], selected: bool) -> None:
        self._page, self._ids = page, tuple(ids)
        count = len(self._ids)
        words = (
            translate("Cards", "Cards for the {count} selected people")
            if selected
            else translate("Cards", "Cards for the {count} people listed")
        )
        super().__init__(words.format(count=count), sheet_form(), translate("Cards", "Preview"), self._make, page)
        self.form.changed.connect(self._say_sheets)
        self._say_sheets()

    def _say_sheets(self) -> None:
        sheet = label_sheets().get(str(self.form.fields["sheet"].value()))
        if sheet is not None:
            say_sheets(self.form.fields["start"], sheet, len(self._ids))

    def _make(self, _box: SmallForm) -> bool:
        chosen = read_sheet(self.form)
        if isinstance(chosen, FieldError):
            self.show_errors([chosen])
            return False
        sheet, start, offset = chosen
        page, ids = self._page, self._ids
        kept = (SHEET, sheet.name), (OFFSET, str(self.form.fields["offset"].value()).strip())
        if not succeeds(page, lambda: centres.keep_choice(page.session.actor, *kept)):
            return False
        path = preview_folder(page) / "cards.pdf"
        title = translate("Cards", "Resident cards")

        def make(progress: Progress) -> Paper:
            from desktop.reports.labels.labels import ResidentCard, resident_cards

            name = centres.centre().name
            rows = [row for at in range(0, len(ids), 200) for row in residents.rows(list(ids[at : at + 200]))]
            cards = [ResidentCard(row.name, row.sex, name, row.code) for row in rows if row.code]
            made = resident_cards(cards, sheet, path, start_cell=start, adjusted=Adjustment(*offset), progress=progress)
            return Paper(path, title, made.missing)

        preview_made(page, translate("Cards", "Drawing the cards"), make)
        return True


def sheet_form() -> Form:
    """Which sheet of labels, from which cell on, shifted by how much; the last choice is kept."""
    form = Form()
    layouts = {name: sheet.shown for name, sheet in label_sheets().items()}
    form.add("sheet", translate("Cards", "Sheet"), PickField(layouts), required=True)
    help = translate("Cards", "1 for a fresh sheet; on a used one the first free label, row by row.")
    form.add("start", translate("Cards", "First label"), TextField(), required=True, help=help)
    help = translate("Cards", "In millimetres to the right and down, such as 0.5,-1, when the print is off.")
    form.add("offset", translate("Cards", "Shift"), TextField(), help=help)
    kept = centres.setting(SHEET)
    values = {"sheet": kept if kept in layouts else next(iter(layouts)), "start": "1"}
    form.set_values({**values, "offset": centres.setting(OFFSET)})
    return form


def read_sheet(form: Form) -> tuple[LabelSheet, int, tuple[float, float]] | FieldError:
    """What the form says, or the field that is wrong."""
    values = {name: str(value).strip() for name, value in form.values().items()}
    sheet = label_sheets().get(values["sheet"])
    if sheet is None:
        return FieldError("sheet", Reason.UNKNOWN_WORD)
    first = first_label(sheet, values["start"])
    if isinstance(first, FieldError):
        return first
    try:
        offset = _pair(values["offset"])
    except ValueError:
        return FieldError("offset", Reason.BAD_NUMBER)
    return sheet, first, offset


def _pair(text: str) -> tuple[float, float]:
    if not text:
        return 0.0, 0.0
    across, down = text.replace("，", ",").split(",")
    return float(across), float(down)
