"""The consent form of one person, shown before it is printed."""

from __future__ import annotations

from desktop.core import clock
from desktop.core.i18n import translate
from desktop.core.progress import Progress
from desktop.ui.frame.page import Page
from desktop.ui.frame.printing import Paper, preview_folder, preview_made


def preview_consent(page: Page, resident_id: int, number: str) -> None:
    """Show the form with the number that is given, or with the masked one."""
    path, title = preview_folder(page) / "consent.pdf", translate("ResidentCard", "Consent form")

    def make(progress: Progress) -> Paper:
        from desktop.reports.forms.consent import consent_of, render_consent

        progress.start(0, "")
        made = render_consent(consent_of(resident_id, number), path, printed_on=clock.today())
        return Paper(path, title, made.missing)

    preview_made(page, translate("ResidentCard", "Writing the consent form"), make)
