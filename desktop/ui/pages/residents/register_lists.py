"""The lists that offices ask for: which one, as of which day, as pages or as a workbook."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from desktop.core import clock
from desktop.core.answers import ListKind
from desktop.core.dates import read_date
from desktop.core.errors import FieldError
from desktop.core.i18n import translate
from desktop.core.progress import Progress
from desktop.core.reasons import Reason
from desktop.services.register.as_of import AsOfQuery
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.forms.choice_fields import SegmentField
from desktop.ui.forms.form import Form
from desktop.ui.forms.text_fields import DateField
from desktop.ui.frame.page import Page
from desktop.ui.frame.perform import Told, perform_job
from desktop.ui.frame.printing import Paper, preview_folder, preview_made
from desktop.ui.pages import papers


def kind_words() -> dict[str, str]:
    """The lists by name, in Chinese as on paper."""
    return {
        ListKind.ROLL: translate("RegisterLists", "Roll"),
        ListKind.CHANGES: translate("RegisterLists", "Came and left"),
        ListKind.ELDERS: translate("RegisterLists", "80, 90, 100 years"),
        ListKind.COMMUNITIES: translate("RegisterLists", "Community by category"),
    }


class RegisterListsDialog(SmallForm):
    """Asks which list and how, and makes it; the roll may be narrowed to what the page shows."""

    def __init__(self, page: Page, kind: ListKind, wanted: AsOfQuery) -> None:
        self._page, self._wanted = page, wanted
        form = Form()
        form.add("kind", translate("RegisterLists", "List"), SegmentField(kind_words()), required=True)
        help = translate("RegisterLists", "F4 today; “Came and left” is about the month of this day.")
        form.add("day", translate("RegisterLists", "As of"), DateField(), required=True, help=help)
        shapes = {
            "pdf": translate("RegisterLists", "Pages (PDF)"),
            "xlsx": translate("RegisterLists", "Workbook (xlsx)"),
        }
        form.add("shape", translate("RegisterLists", "As"), SegmentField(shapes), required=True)
        title = translate("RegisterLists", "Lists of the register")
        super().__init__(title, form, translate("RegisterLists", "Make the list"), self._make, page)
        form.set_values({"kind": kind, "day": clock.today().isoformat(), "shape": "pdf"})

    def _make(self, _box: SmallForm) -> bool:
        values = {name: str(value) for name, value in self.form.values().items()}
        try:
            day = read_date(values["day"], year=clock.today().year)
        except ValueError:
            self.show_errors([FieldError("day", Reason.BAD_DATE)])
            return False
        if day > clock.today():
            self.show_errors([FieldError("day", Reason.FUTURE_DATE)])
            return False
        if values["shape"] == "pdf":
            self._preview(ListKind(values["kind"]), day)
            return True
        return self._save(ListKind(values["kind"]), day)

    def _preview(self, kind: ListKind, day: dt.date) -> None:
        from desktop.reports import register_lists

        page, wanted = self._page, self._wanted
        path = preview_folder(page) / f"{kind}.pdf"

        def make(progress: Progress) -> Paper:
            progress.start(0, "")
            made = register_lists.write_list(
                kind, day, path, printed_on=clock.today(), wanted=wanted, progress=progress
            )
            return Paper(path, register_lists.TITLES[kind], made.missing)

        preview_made(page, translate("RegisterLists", "Writing the list"), make)

    def _save(self, kind: ListKind, day: dt.date) -> bool:
        from desktop.reports import register_lists

        name = register_lists.default_name(kind, day, "xlsx")
        path = papers.ask_where(self, name, "Excel (*.xlsx)")
        if path is None:
            return False
        write_workbook(self._page, kind, day, self._wanted, path)
        return True


def write_workbook(page: Page, kind: ListKind, day: dt.date, wanted: AsOfQuery, path: Path) -> None:
    """Write a list as a workbook, as a job."""
    from desktop.reports import register_lists

    perform_job(
        page,
        translate("RegisterLists", "Writing the list"),
        lambda progress: register_lists.write_list(
            kind, day, path, printed_on=clock.today(), wanted=wanted, progress=progress
        ),
        told=Told(done_text=translate("RegisterLists", "Written: {file}").format(file=path.name)),
    )
