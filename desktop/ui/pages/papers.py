"""From a page to paper: the list that it shows, as PDF or workbook.

Reports are imported when they are first asked for: the window opens sooner without them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.core import clock, document
from desktop.core.i18n import translate
from desktop.core.progress import Progress
from desktop.ui.frame.page import Page
from desktop.ui.frame.perform import Told, perform_job
from desktop.ui.frame.printing import Paper, preview_folder, preview_made
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


def write_list(widget: QWidget, shown: ShownList[T], path: Path) -> None:
    """Write what is listed as a job; the ending of ``path`` says whether as PDF or workbook."""
    perform_job(
        widget,
        translate("Papers", "Writing the list"),
        lambda progress: _written(shown, path, progress),
        told=Told(done_text=translate("Papers", "Written: {file}").format(file=path.name)),
    )


def preview_list(page: Page, shown: ShownList[T]) -> None:
    """Show what is listed as pages, to be printed or saved."""
    path = preview_folder(page) / f"{shown.title}.pdf"

    def make(progress: Progress) -> Paper:
        missing = _written(shown, path, progress)
        return Paper(path, shown.title, missing)

    preview_made(page, translate("Papers", "Writing the list"), make)


def _written(shown: ShownList[T], path: Path, progress: Progress) -> tuple[str, ...]:
    from desktop.reports.months import render
    from desktop.services.centre.centres import centre

    sides: dict[Align, document.Align] = {Align.LEFT: "left", Align.RIGHT: "right", Align.CENTRE: "centre"}
    columns = tuple(document.Heading(column.title, sides[column.align]) for column in shown.columns)
    rows: list[tuple[document.Cell, ...]] = []
    progress.start(len(shown.ids), shown.title)
    for start in range(0, len(shown.ids), PAGE_ROWS):
        part = shown.load_rows(list(shown.ids[start : start + PAGE_ROWS]))
        rows += [tuple(str(column.value(row)) for column in shown.columns) for row in part]
        progress.step(len(part))
    page = render.ListPage(shown.title, centre().name, columns, rows, shown.period)
    return render.list_report(page, path, printed_on=clock.today(), progress=progress).missing
