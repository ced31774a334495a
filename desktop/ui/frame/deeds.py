"""What was done since signing in, and taking it back: the last act by Ctrl+Z, one of the last ten from a list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject

from desktop.core.acts import Action
from desktop.core.i18n import translate
from desktop.services.writing import done
from desktop.services.writing.done import Done
from desktop.ui.dialogs.deeds import Deed, DeedsDialog
from desktop.ui.frame.bus import Topic
from desktop.ui.frame.page import Page
from desktop.ui.frame.perform import Told, perform_job, succeeds
from desktop.ui.frame.session import Session
from desktop.ui.widgets.strips import ToastLine

LISTED = 10


@dataclass(frozen=True)
class _Said:
    """What the page said of an act, and what it does once the act is taken back."""

    words: str
    then: Callable[[], object] | None


class Deeds(QObject):
    """The acts of this window's person, with the words that their pages had for them."""

    def __init__(self, session: Session, toast: ToastLine, page: Callable[[], Page], parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._toast, self._page = session, toast, page
        self._said: dict[Done, _Said] = {}

    def note(self, act: Done, words: str, then: Callable[[], object] | None = None) -> None:
        """Remember what a page said of an act; ``then`` is called when it was taken back."""
        self._said[act] = _Said(words, then)

    def take_back_last(self) -> None:
        """Ctrl+Z: the last act that stands; asked again, the one before it."""
        acts = done.standing(self._session.actor)
        if acts:
            self.take_back(acts[0])
        else:
            self._toast.say(translate("Deeds", "There is nothing that can be taken back."))

    def take_back(self, act: Done) -> None:
        """Take one act back, and say what it was; trouble is said in the page that is open."""
        page, actor = self._page(), self._session.actor
        words = translate("Deeds", "Taken back: {what}").format(what=self._words(act))
        said = self._said.get(act)
        then = said.then if said is not None else None

        # Loaded when somebody first takes something back: it knows every room that writes.
        from desktop.services import undoing

        if act.action == Action.IMPORT:
            title = translate("Deeds", "Taking back the import")
            told = Told(Topic.ALL, words)
            perform_job(
                page, title, lambda progress: undoing.take_back(actor, act, progress), lambda _: then and then(), told
            )
        elif succeeds(page, lambda: undoing.take_back(actor, act), Topic.ALL, words) and then is not None:
            then()

    def show_list(self) -> None:
        """The last ten acts, the newest first; the chosen one is taken back."""
        acts = done.standing(self._session.actor)[:LISTED]
        if not acts:
            self._toast.say(translate("Deeds", "There is nothing that can be taken back."))
            return
        lines = [Deed(act.at[11:16], self._words(act)) for act in acts]
        box = DeedsDialog(lines, self._page().window())
        box.chosen.connect(lambda at: self.take_back(acts[at]))
        box.open()

    def _words(self, act: Done) -> str:
        said = self._said.get(act)
        if said is not None and said.words:
            return said.words
        from desktop.services import undoing

        return undoing.in_words(act)
