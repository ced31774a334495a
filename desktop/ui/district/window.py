"""The window of a district's folder: a rail of its own, and files that are dropped onto it are taken in."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from desktop.core import clock, handed
from desktop.core.errors import ShizhuError
from desktop.core.i18n import translate
from desktop.core.period import Month
from desktop.core.words.months import month_text
from desktop.district import enrolling
from desktop.district.desk import Desk
from desktop.services.writing.done import Done
from desktop.ui.district.asks import TakeFiles
from desktop.ui.district.office import Office
from desktop.ui.district.rooms import DistrictRoom, rooms
from desktop.ui.frame.bus import Topic
from desktop.ui.frame.perform import show_trouble
from desktop.ui.frame.room_window import RoomWindow
from desktop.ui.frame.session import Session
from desktop.ui.frame.status_bar import Fact, Place, StatusBar
from desktop.ui.look.theme import Tone

KEY_FILE = ".key"


class NothingToUndo:
    """What is done in a district's window stands: an accepted file is replaced by a newer one alone."""

    def note(self, act: Done, words: str, then: object = None) -> None:
        """Nothing is remembered."""

    def take_back(self, act: Done) -> None:
        """Nothing is offered to be taken back."""

    def take_back_last(self) -> None:
        """Nothing is offered to be taken back."""


class DistrictWindow(RoomWindow[DistrictRoom]):
    """The rooms of a district's office."""

    def __init__(self, session: Session, office: Office, parent: QWidget | None = None) -> None:
        self.office = office
        self.deeds = NothingToUndo()
        super().__init__(session, rooms(office), parent)
        self.set_centre(office.district.name)
        self.setAcceptDrops(True)
        self.bus.changed.connect(self._on_changed)

    def status_bar(self) -> StatusBar:
        """Whose folder it is, and how many handed in for the month that is over."""
        return StatusBar(
            (
                Place("district", translate("DistrictWindow", "District"), DistrictRoom.OFFICE),
                Place("folder", translate("DistrictWindow", "Folder"), DistrictRoom.OFFICE),
                Place("month", translate("DistrictWindow", "Handed in"), DistrictRoom.CENTRES, to_right=True),
            )
        )

    def keys_everywhere(self) -> tuple[tuple[str, str], ...]:
        """What works in all rooms of this window."""
        return (
            ("Alt+1 … Alt+6", translate("Keys", "switch rooms")),
            ("Ctrl+PgUp Ctrl+PgDn", translate("Keys", "the month before and the month after, where one is chosen")),
            ("Enter", translate("DistrictWindow", "open the chosen line")),
            ("Esc", translate("Keys", "go back")),
            ("Ctrl+F", translate("Keys", "search")),
            ("Ctrl+C", translate("Keys", "copy the chosen lines; with Shift under their heads, with Alt one cell")),
            ("Shift+F10", translate("Keys", "the menu of a line or a card, as the menu key")),
        )

    def words_of_job(self) -> str:
        """What was taken in stands, whatever is cut short."""
        return translate(
            "DistrictWindow", "“{title}” is still running. Closing cancels it; what is done so far stands."
        )

    def after_first_paint(self) -> None:
        """What the status bar says is read when the window stands."""
        self.refresh_status()
        super().after_first_paint()

    def refresh_status(self) -> None:
        """Say anew whose folder it is and how many handed in."""
        office, month = self.office, Month.of(clock.today()).shifted(-1)
        self.session.reads.read(
            self._status,
            lambda: office.ask(lambda desk: _facts(desk, office, month)),
            self._status.show_all,
            self._say_trouble,
        )

    def take(self, paths: Sequence[Path]) -> None:
        """Take in files and folders; the key file of a centre is asked about under 系统."""
        if len(paths) == 1 and paths[0].suffix == KEY_FILE:
            self.go(DistrictRoom.OFFICE, paths[0])
        elif paths:
            self.go(DistrictRoom.CENTRES, TakeFiles(tuple(paths)))

    def look(self) -> None:
        """Whether a file was handed to the program while this window stood."""
        file = handed.take(self.office.place.root)
        if file is not None:
            self.take([file])

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files and folders may be dropped, whatever they are: each is named with what became of it."""
        if _paths(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take them in."""
        paths = _paths(event.mimeData())
        if paths:
            event.acceptProposedAction()
            self.take(paths)

    def _on_changed(self, topics: Topic) -> None:
        if topics & Topic.DISTRICT:
            self.refresh_status()

    def _say_trouble(self, error: ShizhuError) -> None:
        show_trouble(self, error)


def _facts(desk: Desk, office: Office, month: Month) -> dict[str, Fact]:
    found = enrolling.standing(desk, month)
    received = sum(one.file is not None for one in found)
    words = translate("DistrictWindow", "{month}: {received} of {count} centres handed in").format(
        month=month_text(month), received=received, count=len(found)
    )
    tone = Tone.OK if received == len(found) else Tone.ATTENTION
    return {
        "district": (office.district.name, Tone.NEUTRAL),
        "folder": (str(office.place.root), Tone.NEUTRAL),
        "month": (words, tone),
    }


def _paths(dropped: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in dropped.urls() if url.isLocalFile()]
