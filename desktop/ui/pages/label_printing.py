"""From beds or people to sheets of labels on the screen, and what is remembered once they went to the printer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop.core.i18n import translate
from desktop.core.label_sheets import LabelSheet
from desktop.core.printers import LabelKind
from desktop.core.progress import Progress
from desktop.services.centre import label_printers
from desktop.services.centre.label_printers import LabelPrinter
from desktop.services.register import printed_labels
from desktop.ui.forms.label_sheet import count_words
from desktop.ui.frame.bus import Topic
from desktop.ui.frame.page import Page
from desktop.ui.frame.perform import succeeds
from desktop.ui.frame.printing import Paper, preview_folder, preview_made


@dataclass(frozen=True)
class LabelLayout:
    """How labels lie on the paper, and for which printer."""

    kind: LabelKind
    sheet: LabelSheet
    start_cell: int
    printer: LabelPrinter


def preview_labels(page: Page, ids: Sequence[int], layout: LabelLayout) -> None:
    """Draw the labels as a job and show the sheets, with their number above."""
    beds = layout.kind is LabelKind.BEDS
    title = translate("Labels", "Bed labels") if beds else translate("Labels", "Resident cards")
    path = preview_folder(page) / f"{layout.kind}.pdf"

    def make(progress: Progress) -> Paper:
        # The drawing loads slowly, and labels are rarely printed.
        from desktop.reports.labels import code_sheets, labels

        sheet, first, adjusted = layout.sheet, layout.start_cell, layout.printer.adjusted
        if beds:
            found = code_sheets.bed_labels_of(ids)
            digits = [one.digits for one in found]
            made = labels.bed_labels(found, sheet, path, start_cell=first, adjusted=adjusted, progress=progress)
        else:
            cards = code_sheets.resident_cards_of(ids)
            digits = [one.digits for one in cards]
            made = labels.resident_cards(cards, sheet, path, start_cell=first, adjusted=adjusted, progress=progress)
        name = layout.printer.name
        return Paper(
            path,
            title,
            made.missing,
            says=translate("Labels", "{sheet}: {counted}").format(
                sheet=sheet.shown, counted=count_words(sheet, len(digits), first)
            ),
            printer=name,
            went_out=lambda printer: _went_out(page, layout, digits, printer),
        )

    preview_made(page, translate("Labels", "Drawing labels"), make)


def preview_test_page(page: Page, layout: LabelLayout, says: str = "") -> None:
    """Draw the page that the printer is measured by, and show it, with what is to be done then."""
    title = translate("Labels", "Test page of the printer")
    path = preview_folder(page) / "test-page.pdf"
    printer = layout.printer

    def make(progress: Progress) -> Paper:
        from desktop.reports.labels.measuring import measuring_page

        progress.start(0, "")
        made = measuring_page(layout.sheet, path, printer.name, printer.adjusted)
        words = translate("Labels", "Print it, measure it, then F10 again and Ctrl+M: type in what was measured.")
        return Paper(path, title, made.missing, says=says or words, printer=printer.name)

    preview_made(page, translate("Labels", "Drawing labels"), make)


def _went_out(page: Page, layout: LabelLayout, digits: Sequence[str], printer: str) -> str:
    """Each of them is printed now, and the sheet in the printer is used so far.

    What is to be said of labels that went elsewhere than they lay for.
    """
    meant = layout.printer.name
    topic = Topic.BEDS if layout.kind is LabelKind.BEDS else Topic.RESIDENTS
    succeeds(page, lambda: printed_labels.note(page.session.actor, digits), topic)
    if printer != meant:
        # A copy in a file may still be printed on the printer that it was laid for.
        words = translate("Labels", "Laid for {meant}, printed on {other}: nothing is remembered of it.")
        return words.format(meant=meant, other=printer) if printer and meant else ""
    free = layout.sheet.free_after(len(digits), layout.start_cell)
    kept = replace(label_printers.remembered(printer), sheets=layout.printer.sheets)
    succeeds(
        page,
        lambda: label_printers.keep(page.session.actor, kept.using(layout.kind, layout.sheet.name, free), layout.kind),
    )
    return ""
