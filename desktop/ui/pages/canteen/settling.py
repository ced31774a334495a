"""结算 of a month: as pages to be signed, or as a workbook."""

from __future__ import annotations

from pathlib import Path

from desktop.core import clock
from desktop.core.i18n import translate
from desktop.core.period import Month
from desktop.core.progress import Progress
from desktop.core.words.months import month_text
from desktop.services.centre.centres import centre
from desktop.services.closing.settled import settled
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.forms.choice_fields import SegmentField
from desktop.ui.forms.form import Form
from desktop.ui.frame.page import Page
from desktop.ui.frame.perform import Told, perform_job
from desktop.ui.frame.printing import Paper, preview_folder, preview_made
from desktop.ui.pages import papers

_PAGES, _BOOK = "pdf", "xlsx"


def ask_settlement(page: Page, month: Month) -> SmallForm:
    """Ask how the settlement of a month is wanted, and make it."""
    shapes = {_PAGES: translate("Settling", "Pages (PDF)"), _BOOK: translate("Settling", "Workbook (xlsx)")}
    form = Form()
    form.add("shape", translate("Settling", "As"), SegmentField(shapes), required=True)
    words = translate("Settling", "Settle the meals of {month}").format(month=month_text(month))

    def make(box: SmallForm) -> bool:
        if str(box.form.values()["shape"]) == _PAGES:
            preview(page, month)
            return True
        path = papers.ask_where(box, f"{month}-{translate('Settling', 'settlement')}.xlsx", "Excel (*.xlsx)")
        if path is not None:
            write_workbook(page, month, path)
        return path is not None

    box = SmallForm(words, form, translate("Settling", "Make it"), make, page)
    form.set_values({"shape": _PAGES})
    box.begin()
    return box


def preview(page: Page, month: Month) -> None:
    """Show the pages for printing."""
    path = preview_folder(page) / f"settlement-{month}.pdf"

    def make(progress: Progress) -> Paper:
        from desktop.reports.settlement import TITLE, write_settlement

        progress.start(0, "")
        found = settled(month)
        done = write_settlement(found, centre(), path, printed_on=clock.today(), progress=progress)
        return Paper(path, TITLE, done.missing)

    preview_made(page, translate("Settling", "Settling the month"), make)


def write_workbook(page: Page, month: Month, path: Path) -> None:
    """Write the workbook, as a job."""
    from desktop.reports.settlement import write_settlement

    perform_job(
        page,
        translate("Settling", "Settling the month"),
        lambda progress: write_settlement(settled(month), centre(), path, printed_on=clock.today(), progress=progress),
        told=Told(done_text=translate("Settling", "Written: {file}").format(file=path.name)),
    )
