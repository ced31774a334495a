"""Receipts of the district in the room of 上报: read in, and shown again for a file that has one."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from desktop.core.acts import Action
from desktop.core.i18n import translate
from desktop.sync import receiving
from desktop.sync.receiving import Read
from desktop.ui.answer import answer
from desktop.ui.frame.bus import Topic
from desktop.ui.frame.perform import perform
from desktop.ui.frame.rights import asks
from desktop.ui.look.theme import Tone
from desktop.ui.pages.closing.receipt_view import ReceiptView
from desktop.ui.pages.views import ViewsPage


class ReceivingPage(ViewsPage):
    """A room that reads in receipts."""

    @asks(Action.READ_RECEIPT)
    def ask_receipt(self) -> None:
        """Choose a receipt and read it in."""
        title = translate("Sync", "Choose a receipt of the district")
        kinds = translate("Sync", "Receipts (*.shizhu-receipt)")
        chosen, _kind = QFileDialog.getOpenFileName(self, title, "", kinds)
        if chosen:
            self.read_receipt(Path(chosen))

    @asks(Action.READ_RECEIPT)
    def read_receipt(self, path: Path) -> None:
        """Keep a receipt of the district and show what it says."""
        actor = self.session.actor
        read = perform(self, lambda: receiving.read_in(actor, path), Topic.MONTHS)
        if read is not None:
            self.show_receipt(read)

    def show_receipt_of(self, file_sha256: str) -> None:
        """The receipt for a file, if one was read in."""
        read = answer(lambda: receiving.kept_for(file_sha256))
        if isinstance(read, Read):
            self.show_receipt(read)
        else:
            self.strip.say(translate("Sync", "No receipt of this file has been read in yet (Ctrl+R)."), Tone.ATTENTION)

    def show_receipt(self, read: Read) -> None:
        """What the district said of a file, in the place of the months."""
        view = ReceiptView(self, read)
        view.left_for.connect(self.go_requested)
        self.lay(view)
