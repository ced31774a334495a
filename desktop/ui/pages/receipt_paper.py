"""收据 of an entry, shown for printing: of money for meals and of money for stays alike."""

from __future__ import annotations

from desktop.core import clock
from desktop.core.i18n import translate
from desktop.core.progress import Progress
from desktop.services.centre.centres import centre
from desktop.services.ledger import receipts
from desktop.ui.frame.bus import Topic
from desktop.ui.frame.page import Page
from desktop.ui.frame.perform import perform
from desktop.ui.frame.printing import Paper, preview_folder, preview_made


def preview_receipt(page: Page, entry_id: int) -> None:
    """Show a receipt for printing; from the second time on it says that it is printed again."""
    found = perform(page, lambda: receipts.issue(page.session.actor, entry_id), Topic.NOTHING)
    if found is None:
        return
    path = preview_folder(page) / f"receipt-{found.entry.receipt}.pdf"

    def make(progress: Progress) -> Paper:
        from desktop.reports.forms.receipt import form_of, render_receipt

        progress.start(0, "")
        done = render_receipt(found, centre().name, path, printed_on=clock.today())
        return Paper(path, form_of(found, centre().name).title, tuple(done.missing))

    preview_made(page, translate("Balances", "Making the receipt"), make)
