"""Making papers as jobs, and showing them inside the window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.core.answers import ReportKind
from desktop.core.files import make_folder
from desktop.core.i18n import translate
from desktop.core.period import Month
from desktop.core.progress import Progress
from desktop.services.writing.going_out import Held, looking
from desktop.ui.frame.page import Page
from desktop.ui.frame.perform import perform_job
from desktop.ui.frame.preview import PreviewDialog
from desktop.ui.frame.session import Session
from desktop.ui.look.theme import Tone

if TYPE_CHECKING:
    from desktop.reports.months.month_set import Folders, MonthReports


@dataclass(frozen=True)
class Paper:
    """A PDF that was made: the file, what it is called, characters that the fonts lack, what is said above it.

    ``printer`` is the one that it was laid for; ``went_out`` is told the printer that all of it went to, "" for a file,
    and gives what is to be said of it. ``held`` is what of people is in it, as the log says of what goes out.
    """

    path: Path
    title: str
    missing: tuple[str, ...] = ()
    says: str = ""
    printer: str = ""
    went_out: Callable[[str], str] | None = None
    held: Held | None = None


def missing_sentence(missing: Sequence[str]) -> str:
    """Which characters the fonts lack; "" when they lack none."""
    if not missing:
        return ""
    named = "、".join(f"{char}（U+{ord(char[0]):04X}）" for char in missing)
    words = translate("Printing", "The fonts lack {characters}; please write them in by hand.")
    return words.format(characters=named)


class OfSession(Protocol):
    """What works on the data of a session: a page, or a section of one."""

    session: Session


def preview_folder(page: OfSession) -> Path:
    """Where papers lie while they are looked at: beside the data, because they name people."""
    return page.session.folder.papers


def preview_report(
    page: Page, kind: ReportKind, month: Month, to_print: bool = False, found: MonthReports | None = None
) -> None:
    """Make a month's report as PDF and show it; ``found`` are those of the month where the page has them."""
    folder = preview_folder(page)

    def make(progress: Progress) -> Paper:
        # Printing loads slowly, and many a day nobody prints.
        from desktop.reports.months.month_set import Folders, month_reports, write_set

        progress.start(0, "")
        written = write_set((kind,), found or month_reports(month), Folders(pdf=folder), progress)[0]
        assert written.pdf is not None
        return Paper(written.pdf.path, written.title, written.missing)

    preview_made(page, translate("Printing", "Making the report"), make, to_print)


def preview_made(page: OfSession, title: str, make: Callable[[Progress], Paper], to_print: bool = False) -> None:
    """Make a paper as a job, then show it, and when wanted print it at once."""

    def into_folder(progress: Progress) -> Paper:
        make_folder(preview_folder(page))
        with looking() as seen:
            paper = make(progress)
        return replace(paper, held=seen.get(paper.path))

    assert isinstance(page, QWidget)
    perform_job(page, title, into_folder, lambda paper: show_paper(page, paper, to_print))


def show_paper(page: QWidget, paper: Paper, to_print: bool = False) -> PreviewDialog:
    """Show a paper over the page; its file goes when the preview is closed."""
    dialog = PreviewDialog(paper.path, paper.title, page)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.finished.connect(lambda _code: _drop(paper.path))
    dialog.panel.printer_name, dialog.panel.went_out = paper.printer, paper.went_out
    dialog.panel.held = paper.held
    said = " ".join(part for part in (paper.says, missing_sentence(paper.missing)) if part)
    if said:
        dialog.panel.strip.say(said, Tone.ATTENTION if paper.missing else Tone.ACCENT)
    dialog.open()
    if to_print:
        dialog.panel.print_pages()
    return dialog


def export_reports(
    page: Page,
    kinds: Sequence[str],
    month: Month,
    folders: Folders,
    then: Callable[[list[Path], tuple[str, ...]], object],
    found: MonthReports | None = None,
) -> None:
    """Write a month's reports into the folders; ``then`` gets files and missing characters.

    ``found`` are the reports of the month where the page has them.
    """

    def make(progress: Progress) -> tuple[list[Path], tuple[str, ...]]:
        from desktop.reports.months.month_set import month_reports, write_set

        written = write_set(kinds, found or month_reports(month), folders, progress)
        files = [path for one in written for path in one.files]
        return files, tuple(dict.fromkeys(char for one in written for char in one.missing))

    perform_job(page, translate("Printing", "Exporting reports"), make, lambda made: then(*made))


def export_whole(
    page: Page, found: MonthReports, folder: Path, then: Callable[[list[Path], tuple[str, ...]], object]
) -> None:
    """Write all reports of a month as one PDF into a folder; ``then`` gets the file and missing characters."""

    def make(progress: Progress) -> tuple[list[Path], tuple[str, ...]]:
        from desktop.reports.months.month_set import write_whole

        made = write_whole(found, folder, progress)
        return [made.path], made.missing

    perform_job(page, translate("Printing", "Exporting reports"), make, lambda made: then(*made))


def preview_whole(page: Page, found: MonthReports, to_print: bool = False) -> None:
    """Make all reports of a month as one PDF and show it."""
    folder = preview_folder(page)

    def make(progress: Progress) -> Paper:
        from desktop.reports.months.month_set import write_whole

        made = write_whole(found, folder, progress)
        return Paper(made.path, translate("Printing", "All reports of the month"), made.missing)

    preview_made(page, translate("Printing", "Making the report"), make, to_print)


def _drop(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        # The next preview writes over it.
        return
