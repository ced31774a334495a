"""From a page to paper: a month's report with preview, and the list that a page shows as PDF or workbook.

Reports are imported when they are first asked for: the window opens sooner without them.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.core import clock
from desktop.core.i18n import translate
from desktop.core.period import Month
from desktop.core.progress import Progress
from desktop.ui.perform import Told, perform_job
from desktop.ui.tables.model import PAGE_ROWS, Align, Column

T = TypeVar("T")


@dataclass(frozen=True)
class ShownList(Generic[T]):
    """What a page lists now, ready to be written by another thread."""

    title: str
    columns: tuple[Column[T], ...]
    ids: tuple[int, ...]
    load_rows: Callable[[list[int]], Sequence[T]]
    period: str = ""


def ask_where(widget: QWidget, name: str, kinds: str) -> Path | None:
    """Where to write a file; None when the person thought better of it."""
    chosen, _kind = QFileDialog.getSaveFileName(widget, translate("Papers", "Save as"), str(Path.home() / name), kinds)
    return Path(chosen) if chosen else None


def write_list(widget: QWidget, shown: ShownList[T], path: Path, then: Callable[[Path], object] | None = None) -> None:
    """Write what is listed as a job; the ending of ``path`` says whether as PDF or workbook."""
    done = translate("Papers", "Written: {file}").format(file=path.name)
    perform_job(
        widget,
        translate("Papers", "Writing the list"),
        lambda progress: _written(shown, path, progress),
        then,
        Told(done_text="" if then else done),
    )


def preview_list(widget: QWidget, shown: ShownList[T]) -> None:
    """Show what is listed as pages, to be printed or saved."""
    path = _spool() / f"{shown.title}.pdf"
    write_list(widget, shown, path, lambda found: show_pages(widget, found, shown.title))


def preview_report(widget: QWidget, kind: str, month: Month) -> None:
    """Show a month's report as pages, to be printed or saved."""

    def work(progress: Progress) -> tuple[Path, str]:
        from desktop.reports import render
        from desktop.services.figures import figures_of

        figures = figures_of(month)
        path = _spool() / render.default_name(kind, figures, "pdf")
        render.render_pdf(kind, figures, path, printed_on=clock.today(), progress=progress)
        return path, render.TITLES[kind]

    title = translate("Papers", "Making the report")
    perform_job(widget, title, work, lambda made: show_pages(widget, made[0], made[1]))


def show_pages(widget: QWidget, path: Path, title: str) -> None:
    """Open the preview over the page."""
    from desktop.ui.preview import PreviewDialog

    PreviewDialog(path, title, widget.window()).open()


def _spool() -> Path:
    # Its own folder each time: a preview that is still open keeps its file.
    return Path(tempfile.mkdtemp(prefix="shizhu-"))


def _written(shown: ShownList[T], path: Path, progress: Progress) -> Path:
    from desktop.reports import document, render
    from desktop.services.centres import centre

    sides: dict[Align, document.Align] = {Align.LEFT: "left", Align.RIGHT: "right", Align.CENTRE: "centre"}
    columns = tuple(document.Column(column.title, sides[column.align]) for column in shown.columns)
    rows: list[tuple[document.Cell, ...]] = []
    progress.start(len(shown.ids), shown.title)
    for start in range(0, len(shown.ids), PAGE_ROWS):
        part = shown.load_rows(list(shown.ids[start : start + PAGE_ROWS]))
        rows += [tuple(str(column.value(row)) for column in shown.columns) for row in part]
        progress.step(len(part))
    page = render.ListPage(shown.title, centre().name, columns, rows, shown.period)
    render.list_report(page, path, printed_on=clock.today(), progress=progress)
    return path
