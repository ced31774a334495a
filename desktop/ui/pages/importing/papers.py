"""Workbooks that an import hands out: a blank one to fill in, and the verdicts of all rows."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.core.answers import WorkbookKind
from desktop.core.i18n import translate
from desktop.core.period import Month
from desktop.core.progress import Progress
from desktop.importing.papers import blank_template, verdict_report
from desktop.importing.result import ImportResult
from desktop.ui.frame.bus import Topic
from desktop.ui.frame.perform import Told, perform_job
from desktop.ui.pages.importing.words import kind_words


def save_blank(widget: QWidget, kind: WorkbookKind, month: Month | None) -> None:
    """Ask where to, and write a blank workbook of this kind."""
    path = _target(widget, translate("ImportWizard", "Blank {kind}.xlsx").format(kind=kind_words()[kind]))
    if path is None:
        return

    def write(progress: Progress) -> Path:
        progress.start(0, "")
        blank_template.write(kind, path, month)
        return path

    words = translate("ImportWizard", "{file} is saved; hand it out, and take it in here when it is filled in")
    told: Told = Told(Topic.NOTHING, words.format(file=path.name))
    perform_job(widget, translate("ImportWizard", "Writing the blank workbook"), write, told=told)


def save_verdicts(widget: QWidget, result: ImportResult) -> None:
    """Ask where to, and write what became of every row."""
    path = _target(widget, translate("ImportWizard", "Verdicts {file}.xlsx").format(file=Path(result.file).stem))
    if path is None:
        return

    def write(progress: Progress) -> Path:
        verdict_report.write(path, result, progress)
        return path

    told: Told = Told(Topic.NOTHING, translate("ImportWizard", "{file} is saved").format(file=path.name))
    perform_job(widget, translate("ImportWizard", "Writing the verdicts"), write, told=told)


def _target(widget: QWidget, name: str) -> Path | None:
    kinds = translate("ImportWizard", "Workbooks (*.xlsx)")
    title = translate("ImportWizard", "Save as")
    chosen, _kind = QFileDialog.getSaveFileName(widget, title, str(Path.home() / name), kinds)
    return Path(chosen) if chosen else None
