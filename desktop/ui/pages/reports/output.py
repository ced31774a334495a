"""What leaves the reports room: one report or all of the month, as PDF, workbook, CSV, one book, or on the printer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from desktop.core.i18n import translate
from desktop.core.period import Month
from desktop.ui.frame.page import Page
from desktop.ui.frame.printing import export_reports, export_whole, missing_sentence, preview_whole
from desktop.ui.look.theme import Tone

if TYPE_CHECKING:
    from desktop.reports.months.month_set import Folders, MonthReports


class Output:
    """Writes the reports that a page shows, behind the window, and says in the page what came of it."""

    def __init__(self, page: Page) -> None:
        self._page = page

    def open_menu(self, button: QWidget, kind: str, found: MonthReports) -> None:
        """Offer what can be written of the open report and of the whole month."""
        from desktop.reports.months.month_set import Folders

        menu = QMenu(self._page)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        one, every = (kind,), tuple(found.reports)

        def into(kinds: Sequence[str], folders: Callable[[Path], Folders]) -> Callable[[], None]:
            return lambda: self._ask_folder(lambda folder: self.write(kinds, found.month, folders(folder), found))

        for words, act in (
            (translate("Reports", "This report as PDF…"), into(one, lambda folder: Folders(pdf=folder))),
            (translate("Reports", "This report as a workbook…"), into(one, lambda folder: Folders(xlsx=folder))),
            (translate("Reports", "This report as CSV…"), into(one, lambda folder: Folders(csv=folder))),
            ("", None),
            (
                translate("Reports", "All reports as PDF and workbooks…"),
                into(every, lambda folder: Folders(folder, folder)),
            ),
            (translate("Reports", "All reports as CSV…"), into(every, lambda folder: Folders(csv=folder))),
            (
                translate("Reports", "All reports as one PDF with contents…"),
                lambda: self._ask_folder(lambda folder: self.write_whole(found, folder)),
            ),
            (translate("Reports", "Print all reports…"), lambda: preview_whole(self._page, found, to_print=True)),
        ):
            if act is None:
                menu.addSeparator()
            else:
                menu.addAction(words).triggered.connect(lambda _=False, act=act: act())
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    def write(self, kinds: Sequence[str], month: Month, folders: Folders, found: MonthReports | None = None) -> None:
        """Write reports into folders."""
        export_reports(self._page, kinds, month, folders, self._told, found)

    def write_whole(self, found: MonthReports, folder: Path) -> None:
        """Write all reports of the month as one PDF."""
        export_whole(self._page, found, folder, self._told)

    def _ask_folder(self, then: Callable[[Path], None]) -> None:
        title = translate("Reports", "Choose a folder for the reports")
        chosen = QFileDialog.getExistingDirectory(self._page, title, str(Path.home()))
        if chosen:
            then(Path(chosen))

    def _told(self, files: list[Path], missing: tuple[str, ...]) -> None:
        words = translate("Reports", "{count} files lie in {folder}.")
        text = words.format(count=len(files), folder=files[0].parent)
        self._page.strip.say(
            " ".join(part for part in (text, missing_sentence(missing)) if part),
            Tone.ATTENTION if missing else Tone.OK,
        )
