"""The papers of personal data, shown for printing."""

from __future__ import annotations

from desktop.core import clock
from desktop.core.document import Report
from desktop.core.i18n import translate
from desktop.core.progress import Progress
from desktop.services.privacy.erasing import Certificate
from desktop.services.privacy.incident import IncidentSheet
from desktop.ui.frame.printing import Paper, preview_folder, preview_made
from desktop.ui.pages.system.section import SystemSection


def show_certificate(section: SystemSection, one: Certificate) -> None:
    """The certificate of a deletion."""
    from desktop.reports.forms import erasure_certificate

    _show(section, "certificate.pdf", erasure_certificate.report_of(one))


def show_incident(section: SystemSection, sheet: IncidentSheet) -> None:
    """What was on a lost computer or stick."""
    from desktop.reports.forms import incident_sheet

    _show(section, "incident.pdf", incident_sheet.report_of(sheet))


def _show(section: SystemSection, name: str, report: Report) -> None:
    folder, day = preview_folder(section), clock.today()

    def make(progress: Progress) -> Paper:
        from desktop.reports.paper.page import write_pdf

        path = folder / name
        return Paper(path, report.title, tuple(write_pdf(report, path, day, progress).missing))

    preview_made(section, translate("Privacy", "Writing the paper"), make)
