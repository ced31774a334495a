"""From beds to a sheet of labels."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.core.i18n import translate
from desktop.core.progress import Progress
from desktop.services import beds
from desktop.services.centres import centre
from desktop.ui.dialogs.bed_labels import LabelLayout
from desktop.ui.page import Page
from desktop.ui.printing import Paper, preview_folder, preview_made


def preview_labels(page: Page, bed_ids: Sequence[int], layout: LabelLayout) -> None:
    """Draw the labels of these beds as a job and show the sheets."""
    title = translate("Beds", "Bed labels")

    def make(progress: Progress) -> Paper:
        # The drawing loads slowly, and labels are rarely printed.
        from desktop.reports.labels import BedLabel, bed_labels

        name = centre().name
        labels = [BedLabel(row.place, row.kind, name, row.code) for row in beds.rows(bed_ids) if row.code]
        result = bed_labels(
            labels,
            layout.sheet,
            preview_folder(page) / f"{title}.pdf",
            start_cell=layout.start_cell,
            offset_mm=layout.offset_mm,
            progress=progress,
        )
        return Paper(result.path, title, result.missing)

    preview_made(page, translate("Beds", "Drawing labels"), make)
