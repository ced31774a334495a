"""From the house of today to a sheet of paper."""

from __future__ import annotations

from desktop.core import clock
from desktop.core.files import make_folder
from desktop.core.i18n import translate
from desktop.core.progress import Progress
from desktop.services.beds import board
from desktop.ui.frame.page import Page
from desktop.ui.frame.printing import Paper, preview_folder, preview_made


def preview_board(page: Page) -> None:
    """Draw the beds of today as a job and show the sheets."""

    def make(progress: Progress) -> Paper:
        # The drawing loads slowly, and the board is rarely printed.
        from desktop.reports import bed_board

        folder, day = preview_folder(page), clock.today()
        make_folder(folder)
        made = bed_board.render_board(
            board.board(day), folder / f"{bed_board.TITLE}.pdf", printed_on=day, progress=progress
        )
        return Paper(made.path, bed_board.TITLE, made.missing)

    preview_made(page, translate("Beds", "Drawing the rooms"), make)
