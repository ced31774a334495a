"""演示中心: a made-up centre to learn with, apart from the own data; from within it, begun anew."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop.core.acts import Action
from desktop.core.i18n import translate
from desktop.core.paths import DataFolder
from desktop.core.storage_errors import DatabaseBusy
from desktop.demo import practice as making
from desktop.services.centre import practice
from desktop.ui.dialogs.question import ask
from desktop.ui.frame import launch
from desktop.ui.frame.keys import Key, install
from desktop.ui.frame.perform import perform_job, show_trouble, succeeds
from desktop.ui.frame.rights import asks
from desktop.ui.frame.session import Session
from desktop.ui.pages.system.section import SystemSection
from desktop.ui.widgets.buttons import button


class PracticeSection(SystemSection):
    """One button: opens the practice centre in a window of its own, or in that window begins it anew."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        about = translate(
            "Practice",
            "A made-up centre to learn with: 580 people, months of visits, meals and services. It lies in a folder of "
            "its own, every page and every paper is marked, and no district office takes its file.",
        )
        super().__init__(session, translate("Practice", "Practice centre"), about, parent)
        self._within = practice.is_practice()
        if self._within:
            words = translate("Practice", "Begin anew… (F2)")
            self.act_button = button(words, self.begin_anew, "primary", "undo")
        else:
            words = translate("Practice", "Open the practice centre (F2)")
            self.act_button = button(words, self.open_practice, "primary")
        self.content.addStretch(1)
        self.buttons.add(self.act_button)
        install(self, self.keys())

    def keys(self) -> tuple[Key, ...]:
        """The section by its key."""
        if self._within:
            return (Key("F2", translate("Practice", "begin the practice centre anew"), self.begin_anew),)
        return (Key("F2", translate("Practice", "open the practice centre"), self.open_practice),)

    def open_practice(self) -> None:
        """A second window on it; made first where there is none yet."""
        folder = self.session.folder
        title = translate("Practice", "Preparing the practice centre, about a minute")
        if making.is_there(folder):
            self._show(folder.practice)
        else:
            perform_job(self, title, lambda progress: making.make(folder, progress), self._show)

    @asks(Action.RESTORE)
    def begin_anew(self) -> None:
        """After one question everything stands as at the beginning."""
        folder = self.session.folder
        if self.session.jobs.busy:
            show_trouble(self, DatabaseBusy())
            return
        words = translate(
            "Practice", "Begin the practice centre anew? What was tried here is gone; the own data is not touched."
        )
        if ask(self, words, translate("Practice", "Begin anew")):
            title = translate("Practice", "Preparing the practice centre, about a minute")
            perform_job(self, title, lambda progress: making.prepare(folder, progress), self._put_in_place)

    def _put_in_place(self, backup: Path) -> None:
        def put() -> None:
            # The file can be moved only while nobody reads it.
            self.session.reads.rest()
            making.begin_anew(self.session.actor, self.session.folder, backup)

        if succeeds(self, put):
            self.session.bus.replaced.emit()

    def _show(self, folder: DataFolder) -> None:
        launch.open_beside(folder)
        self.say(translate("Practice", "The practice centre opens in a window of its own."))
