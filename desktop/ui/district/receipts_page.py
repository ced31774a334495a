"""回执: the files that stand, and the receipts for them, written to a stick for the centres."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from desktop.core.i18n import translate
from desktop.core.progress import Progress
from desktop.core.words.messages import sentence
from desktop.district.catalogue import Accepted
from desktop.district.receipts import Receipts, write
from desktop.ui.district.file_words import file_columns
from desktop.ui.district.office import Office
from desktop.ui.frame.bus import Topic
from desktop.ui.frame.keys import Key
from desktop.ui.frame.perform import Told, perform_job
from desktop.ui.frame.session import Session
from desktop.ui.look.theme import Tone
from desktop.ui.pages.views import ViewsPage
from desktop.ui.tables.record_table import RecordTable


class ReceiptsPage(ViewsPage):
    """Every accepted file; the receipts of all, or of the chosen centre."""

    topics = Topic.DISTRICT

    def __init__(self, session: Session, office: Office) -> None:
        super().__init__(session, translate("DistrictRooms", "Receipts"))
        self.office = office
        self._files: list[Accepted] = []
        self._names: dict[str, str] = {}
        self.header.add_action(
            translate("DistrictReceipts", "Of the chosen centre…"), self.ask_one, "export", "Ctrl+Shift+E"
        )
        self.header.set_primary(translate("DistrictReceipts", "Write all receipts…"), self.ask_all, "export", "Ctrl+E")
        self.table: RecordTable[Accepted] = RecordTable(
            translate("DistrictReceipts", "Files that stand"),
            file_columns(lambda number: self._names.get(number, "")),
            lambda ids: [self._files[at] for at in ids],
        )
        self.table.set_keys(translate("DistrictReceipts", "↑↓ choose"))
        self.table.set_empty(
            translate("DistrictReceipts", "No file of a centre was taken in yet"),
            translate("DistrictReceipts", "Files are taken in under Centres, or dropped onto the window."),
            "import",
        )
        self.content.addWidget(self.table, 1)

    def room_keys(self) -> tuple[Key, ...]:
        """Heard by the buttons."""
        return (
            Key("Ctrl+E", translate("DistrictReceipts", "write the receipts of all centres")),
            Key("Ctrl+Shift+E", translate("DistrictReceipts", "write the receipts of the chosen centre")),
        )

    def refresh(self) -> None:
        """What stands now."""
        super().refresh()
        self._files = self.office.ask(lambda desk: desk.catalogue.all_accepted())
        self._names = self.office.ask(lambda desk: {one.number: one.name for one in desk.catalogue.centres()})
        self.table.set_ids(range(len(self._files)))
        if self._files and self.table.current_id() is None:
            self.table.select_id(0)

    def ask_all(self) -> None:
        """Choose a folder, such as a stick, and write the receipts of all centres."""
        self._ask("")

    def ask_one(self) -> None:
        """The same for the centre of the chosen file."""
        chosen = self.table.current_row()
        if chosen is None:
            self.strip.say(translate("DistrictReceipts", "Choose a file of the centre first."), Tone.ATTENTION)
        else:
            self._ask(chosen.centre)

    def write(self, folder: Path, centre: str = "") -> None:
        """Write the receipts of one centre or of all into a folder."""

        def work(progress: Progress) -> Receipts:
            return self.office.ask(lambda desk: write(desk, folder, centre, progress))

        def say(done: Receipts) -> None:
            words = translate(
                "DistrictReceipts", "{count} receipts written to {folder}: give them back to the centres."
            )
            lines = [words.format(count=len(done.written), folder=folder), *(sentence(one.error) for one in done.lost)]
            self.strip.say(" ".join(lines), Tone.DANGER if done.lost else Tone.OK)

        self.office.remember("receipts_folder", folder)
        perform_job(self, translate("DistrictReceipts", "Writing receipts"), work, say, Told())

    def _ask(self, centre: str) -> None:
        title = translate("DistrictReceipts", "Choose the folder for the receipts, such as a stick")
        chosen = QFileDialog.getExistingDirectory(self, title, self.office.likes.receipts_folder)
        if chosen:
            self.write(Path(chosen), centre)
