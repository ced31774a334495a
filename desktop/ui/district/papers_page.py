"""报表: the district's report of a month as it is printed, and written as PDF and workbook."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog

from desktop.core.document import Report, Section
from desktop.core.i18n import translate
from desktop.core.progress import Progress
from desktop.ui.district.month_page import MonthPage
from desktop.ui.district.office import Office
from desktop.ui.district.state_words import count_words
from desktop.ui.frame.keys import Key
from desktop.ui.frame.perform import Told, perform_job
from desktop.ui.frame.session import Session
from desktop.ui.look.theme import Tone
from desktop.ui.tables.model import Align, Column
from desktop.ui.tables.record_table import RecordTable
from desktop.ui.tables.section_view import SectionView
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.turning import Turning


class PapersPage(MonthPage):
    """The tables of the report, the chosen one beside them; the paper is Chinese in every language."""

    def __init__(self, session: Session, office: Office) -> None:
        super().__init__(session, office, translate("DistrictRooms", "Reports"))
        self._report: Report | None = None
        self.header.add_action(translate("DistrictPapers", "Workbook…"), self.write_workbook, "export", "Ctrl+Shift+E")
        self.header.set_primary(translate("DistrictPapers", "PDF…"), self.write_paper, "export", "Ctrl+E")
        self.contents: RecordTable[Section] = RecordTable(
            translate("DistrictPapers", "Tables of the report"), _columns(), self._sections
        )
        self.contents.set_keys(translate("DistrictPapers", "↑↓ choose   Enter read"))
        self.contents.current_changed.connect(lambda _at: self._show_section())
        self.contents.row_activated.connect(lambda _at: self._read())
        self.card = Card()
        self.shown: SectionView | None = None
        both = Turning()
        both.add(self.contents, 2, least=300)
        both.add(self.card, 5, least=520)
        self.content.addWidget(both, 1)

    def tables(self) -> tuple[RecordTable[Any], ...]:
        """The list of the tables; with it goes the one beside it."""
        self._clear()
        return (self.contents,)

    def room_keys(self) -> tuple[Key, ...]:
        """Heard by the buttons and the list."""
        return (
            Key("Ctrl+E", translate("DistrictPapers", "write the report as PDF")),
            Key("Ctrl+Shift+E", translate("DistrictPapers", "write the report as a workbook")),
            Key("Enter", translate("DistrictPapers", "into the chosen table")),
        )

    def refresh(self) -> None:
        """Count anew, if anything came in."""
        super().refresh()
        self.await_month()
        month = self.office.month

        def read() -> tuple[Report, str]:
            # What the report is made of loads slowly.
            from desktop.district import since
            from desktop.district.report import report_of

            found = self.office.found(month)
            made = report_of(self.office.district.name, found, since.changed(self.office.place.root, found))
            return made, count_words(found.centres)

        self.read_later(read, self._show)

    def write_paper(self) -> None:
        """Choose a folder and write the PDF."""
        self._ask(pdf=True)

    def write_workbook(self) -> None:
        """Choose a folder and write the workbook."""
        self._ask(pdf=False)

    def write(self, folder: Path, pdf: bool) -> None:
        """Write the report of the month into a folder; what it counted is remembered for the next one."""
        month = self.office.month

        def work(progress: Progress) -> str:
            from desktop.district.printing import Folders, write_report

            found = self.office.found(month)
            places = Folders(pdf=folder) if pdf else Folders(xlsx=folder)
            written = write_report(self.office.place.root, self.office.district.name, found, places, progress)
            made = written.pdf if written.pdf is not None else written.xlsx
            return "" if made is None else str(made.path)

        self.office.remember("reports_folder", folder)
        perform_job(self, translate("DistrictPapers", "Writing the report"), work, self._say_written, Told())

    def _ask(self, pdf: bool) -> None:
        title = translate("DistrictPapers", "Choose the folder for the report")
        chosen = QFileDialog.getExistingDirectory(self, title, self.office.likes.reports_folder)
        if chosen:
            self.write(Path(chosen), pdf)

    def _say_written(self, path: str) -> None:
        self.strip.say(translate("DistrictPapers", "Written: {file}").format(file=path), Tone.OK)

    def _sections(self, ids: list[int]) -> list[Section]:
        return [] if self._report is None else [self._report.sections[at] for at in ids]

    def _show(self, told: tuple[Report, str]) -> None:
        self._report, words = told
        self.contents.set_ids(range(len(self._report.sections)))
        self.stand_with(self.contents)
        self._show_section()
        self.header.set_subtitle(words)

    def _show_section(self) -> None:
        section = self.contents.current_row()
        self._clear()
        if section is not None:
            self.shown = SectionView(section)
            self.card.body.addWidget(self.shown, 1)

    def _clear(self) -> None:
        if self.shown is not None:
            self.shown.hide()
            self.shown.deleteLater()
            self.shown = None

    def _read(self) -> None:
        view = getattr(self.shown, "view", None)
        if view is not None:
            view.setFocus()


def _columns() -> tuple[Column[Section], ...]:
    return (
        Column(translate("DistrictPapers", "Table"), lambda one: one.title, 220, stretch=True),
        Column(translate("DistrictPapers", "Lines"), lambda one: str(len(one.rows)), 70, Align.RIGHT),
    )
