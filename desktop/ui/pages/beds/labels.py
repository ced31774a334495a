"""From beds to a sheet of labels."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.core.i18n import translate
from desktop.core.printers import Adjustment
from desktop.core.progress import Progress
from desktop.services.beds import places as beds
from desktop.services.centre.centres import centre
from desktop.ui.frame.page import Page
from desktop.ui.frame.printing import Paper, preview_folder, preview_made
from desktop.ui.pages.beds.label_dialog import LabelLayout


def preview_labels(page: Page, bed_ids: Sequence[int], layout: LabelLayout) -> None:
    """Draw the labels of these beds as a job and show the sheets."""
    title = translate("Beds", "Bed labels")

    def make(progress: Progress) -> Paper:
        # The drawing loads slowly, and labels are rarely printed.
        from desktop.reports.labels.labels import BedLabel, bed_labels

        name = centre().name
        labels = [BedLabel(row.place, row.kind, name, row.code) for row in beds.rows(bed_ids) if row.code]
        result = bed_labels(
            labels,
            layout.sheet,
            preview_folder(page) / f"{title}.pdf",
            start_cell=layout.start_cell,
            adjusted=Adjustment(*layout.offset_mm),
            progress=progress,
        )
        return Paper(result.path, title, result.missing)

    preview_made(page, translate("Beds", "Drawing labels"), make)
