"""What the program stands on, one line for each thing."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.core.i18n import translate
from desktop.core.progress import Progress
from desktop.services.keeping import health
from desktop.services.keeping.health import Finding
from desktop.ui.frame.perform import perform_job
from desktop.ui.frame.session import Session
from desktop.ui.look.theme import Tone
from desktop.ui.pages.system.section import SystemSection
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.chips import Chip
from desktop.ui.widgets.labels import label


class HealthSection(SystemSection):
    """Looks when it is asked to: a whole database takes a moment to read."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        about = translate("System", "Looks at the data, the clock, the backups, the disk and the fonts.")
        super().__init__(session, translate("System", "Health"), about, parent)
        self.findings: list[Finding] = []
        self._holder = QWidget()
        self._grid = QGridLayout(self._holder)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        self.content.addWidget(self._holder)
        self.content.addStretch(1)
        self.buttons.add(button(translate("System", "Check now"), self.check, "primary", "check"))

    def check(self) -> None:
        """Look at everything."""
        folder = self.session.folder

        def look(progress: Progress) -> list[Finding]:
            # The reports bring the printing with them, which the room does not need before.
            from desktop.reports.months.render import reports_of

            return health.doctor(folder, reports_of, progress)

        perform_job(self, translate("System", "Checking"), look, self._show)

    def _show(self, findings: list[Finding]) -> None:
        self.findings = findings
        while self._grid.count():
            old = self._grid.takeAt(0).widget()
            old.hide()
            old.deleteLater()
        for line, finding in enumerate(findings):
            word = translate("System", "fine") if finding.ok else translate("System", "look at it")
            self._grid.addWidget(Chip(word, Tone.OK if finding.ok else Tone.ATTENTION), line, 0)
            self._grid.addWidget(label(finding.text, wrap=True), line, 1)
