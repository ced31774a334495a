"""各中心: how each centre stands in the month chosen and in those before it; files are taken in from here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog

from desktop.core.errors import ShizhuError
from desktop.core.file_kinds import SYNC_FILE
from desktop.core.i18n import translate
from desktop.core.period import Month
from desktop.core.progress import Progress
from desktop.core.words.messages import sentence
from desktop.core.words.months import month_text
from desktop.district import intake
from desktop.district.answers import Centre
from desktop.district.intake import Merged
from desktop.ui.answer import answer
from desktop.ui.district.asks import TakeFiles
from desktop.ui.district.centre_view import CentreView
from desktop.ui.district.intake_view import IntakeView, Taken
from desktop.ui.district.month_page import MonthPage
from desktop.ui.district.office import Office, Stood
from desktop.ui.district.state_words import count_words, state_chips
from desktop.ui.frame.bus import Topic
from desktop.ui.frame.keys import Key
from desktop.ui.frame.perform import Told, perform_job
from desktop.ui.frame.session import Session
from desktop.ui.look.theme import Tone
from desktop.ui.tables.model import Column
from desktop.ui.tables.record_table import RecordTable

# So many months stand beside each other, as far as there is room: the latest first.
MONTHS = 6


@dataclass(frozen=True)
class _Line:
    """A centre in some months, the latest first."""

    number: str
    name: str
    months: tuple[Centre, ...]
    since: str


class CentresPage(MonthPage):
    """The centres by their months."""

    def __init__(self, session: Session, office: Office) -> None:
        super().__init__(session, office, translate("DistrictRooms", "Centres"))
        self._lines: list[_Line] = []
        self.folder_button = self.header.add_action(
            translate("DistrictCentres", "Take in a folder…"), self.ask_folder, "import", "Ctrl+Shift+I"
        )
        self.header.set_primary(translate("DistrictCentres", "Take in files…"), self.ask_files, "import", "Ctrl+I")
        self.table: RecordTable[_Line] = RecordTable(
            translate("DistrictRooms", "Centres"), _columns(self._months()), lambda ids: [self._lines[at] for at in ids]
        )
        self.table.row_activated.connect(self._open)
        self.table.set_keys(translate("DistrictCentres", "↑↓ choose   Enter open"))
        self.content.addWidget(self.table, 1)

    def tables(self) -> tuple[RecordTable[Any], ...]:
        """The one table."""
        return (self.table,)

    def room_keys(self) -> tuple[Key, ...]:
        """Heard by the buttons and the list."""
        return (
            Key("Ctrl+I", translate("DistrictCentres", "take in files of the centres")),
            Key("Ctrl+Shift+I", translate("DistrictCentres", "take in a folder of files, such as a stick")),
            Key("Enter", translate("DistrictCentres", "the files and figures of the chosen centre")),
        )

    def refresh(self) -> None:
        """How everybody stands, anew."""
        super().refresh()
        if self._shown != self.office.month:
            self.table.set_columns(_columns(self._months()))
        self.await_month()
        months = self._months()
        self.read_later(lambda: self.office.stood(months), self._show)

    def receive(self, argument: object) -> None:
        """Files that were dropped onto the window or handed to the program."""
        if isinstance(argument, TakeFiles):
            self.take(argument.paths)

    def ask_files(self) -> None:
        """Choose files and take them in."""
        title = translate("DistrictCentres", "Choose files of centres")
        kinds = translate("DistrictCentres", "Files of centres (*.shizhu)")
        chosen, _kind = QFileDialog.getOpenFileNames(self, title, self.office.likes.intake_folder, kinds)
        if chosen:
            self.office.remember("intake_folder", Path(chosen[0]).parent)
            self.take([Path(one) for one in chosen])

    def ask_folder(self) -> None:
        """Choose a folder, such as a stick, and take in all files of it."""
        title = translate("DistrictCentres", "Choose a folder with files of centres")
        chosen = QFileDialog.getExistingDirectory(self, title, self.office.likes.intake_folder)
        if chosen:
            self.office.remember("intake_folder", Path(chosen))
            self.take([Path(chosen)])

    def take(self, paths: Sequence[Path]) -> None:
        """Take in files and folders; none that is refused stops the others, and what came of each is listed."""

        def work(progress: Progress) -> Taken:
            merged = Merged()
            told = answer(lambda: self.office.ask(lambda desk: intake.merge(desk, paths, progress, merged)))
            # Cancelled, or with a full disk: what was taken before stands, and is told.
            return Taken(merged, told if isinstance(told, ShizhuError) else None)

        title = translate("DistrictCentres", "Taking in")
        perform_job(self, title, work, self._show_taken, Told(Topic.DISTRICT))

    def _months(self) -> tuple[Month, ...]:
        return tuple(self.office.month.shifted(-before) for before in range(MONTHS))

    def _show(self, stood: Stood) -> None:
        self._lines = [
            _Line(every[0].number, every[0].name, every, stood.since.get(every[0].number, ""))
            for every in zip(*stood.centres, strict=True)
        ]
        self.table.set_empty(
            translate("DistrictCentres", "No centre is enrolled yet"),
            translate("DistrictCentres", "Give the centres this district's key file, and read in theirs under System."),
            "home",
        )
        self.table.set_ids(range(len(self._lines)))
        self.table.set_totals(count_words(stood.centres[0]) if self._lines else "")
        self.stand_with(self.table)
        if stood.missing is not None:
            words = translate("DistrictCentres", "Who was in time and all figures are not known here: {why}")
            self.strip.say(words.format(why=sentence(stood.missing)), Tone.ATTENTION)

    def _open(self, at: int) -> None:
        line = self._lines[at]
        self.lay(CentreView(self, self.office, line.number, line.name))

    def _show_taken(self, taken: Taken) -> None:
        if not taken.merged.accepted and not taken.merged.unchanged and not taken.merged.refused:
            words = translate("DistrictCentres", "No file of a centre ({ending}) was found there.").format(
                ending=f"*{SYNC_FILE}"
            )
            self.strip.say(words if taken.error is None else sentence(taken.error), Tone.ATTENTION)
            return
        self.close_views()
        self.lay(IntakeView(self, taken, {line.number: line.name for line in self._lines}))


def _columns(months: Sequence[Month]) -> tuple[Column[_Line], ...]:
    return (
        Column(translate("DistrictCentres", "Number"), lambda one: one.number, 90),
        Column(translate("DistrictCentres", "Centre"), lambda one: one.name, 170, stretch=True),
        *(_column(month, at) for at, month in enumerate(months)),
    )


def _column(month: Month, at: int) -> Column[_Line]:
    return Column(month_text(month), lambda one: state_chips(one.months[at], one.since), 150, spare=at > 0)
