"""The day sheet and the month matrix: as pages to be signed, or as a workbook."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from desktop.core import clock
from desktop.core.i18n import translate
from desktop.core.period import Month
from desktop.core.progress import Progress
from desktop.services.canteen import sheets
from desktop.services.centre.centres import centre
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.forms.choice_fields import SegmentField
from desktop.ui.forms.form import Form
from desktop.ui.frame.page import Page
from desktop.ui.frame.perform import Told, perform_job
from desktop.ui.frame.printing import Paper, preview_folder, preview_made
from desktop.ui.pages import papers

_PAGES, _BOOK = "pdf", "xlsx"


def ask(page: Page, span: Month | dt.date) -> SmallForm:
    """Ask how the sheet of a day or the matrix of a month is wanted, and make it."""
    shapes = {_PAGES: translate("Sheets", "Pages (PDF)"), _BOOK: translate("Sheets", "Workbook (xlsx)")}
    form = Form()
    form.add("shape", translate("Sheets", "As"), SegmentField(shapes), required=True)

    def make(box: SmallForm) -> bool:
        if str(box.form.values()["shape"]) == _PAGES:
            preview(page, span)
            return True
        path = papers.ask_where(box, f"{span}-{_name(span)}.xlsx", "Excel (*.xlsx)")
        if path is not None:
            write_workbook(page, span, path)
        return path is not None

    box = SmallForm(_name(span), form, translate("Sheets", "Make it"), make, page)
    form.set_values({"shape": _PAGES})
    box.begin()
    return box


def preview(page: Page, span: Month | dt.date) -> None:
    """Show the pages for printing."""
    path, write = preview_folder(page) / f"canteen-{span}.pdf", _writer(span)

    def make(progress: Progress) -> Paper:
        progress.start(0, "")
        return Paper(path, _name(span), write(path, progress))

    preview_made(page, _name(span), make)


def write_workbook(page: Page, span: Month | dt.date, path: Path) -> None:
    """Write the workbook, as a job."""
    write = _writer(span)
    told = Told(done_text=translate("Sheets", "Written: {file}").format(file=path.name))
    perform_job(page, _name(span), lambda progress: write(path, progress), told=told)


def _writer(span: Month | dt.date) -> Callable[[Path, Progress], tuple[str, ...]]:
    """Writes the sheet; the characters that the fonts lack."""

    def write(path: Path, progress: Progress) -> tuple[str, ...]:
        # Printing loads slowly, and most days nobody prints.
        from desktop.reports import canteen_sheets as made

        if isinstance(span, Month):
            found = sheets.matrix(span)
            done = made.write_matrix(found, centre(), path, printed_on=clock.today(), progress=progress)
        else:
            done = made.write_day(sheets.day_sheet(span), centre(), path, printed_on=clock.today())
        return done.missing

    return write


def _name(span: Month | dt.date) -> str:
    return translate("Sheets", "Month matrix") if isinstance(span, Month) else translate("Sheets", "Day sheet")
