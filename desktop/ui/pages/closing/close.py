"""Before a month is frozen: what is unfinished, the figures as they will stand, and why it may be closed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.core.answers import BackupReason
from desktop.core.figures.month import MonthFigures
from desktop.core.i18n import translate
from desktop.core.period import Month
from desktop.core.rates import rate_text
from desktop.core.words.months import month_text
from desktop.services import figures
from desktop.services.closing import month_close, quality
from desktop.services.closing.quality import Finding
from desktop.services.keeping import backups
from desktop.services.register import snapshot
from desktop.ui.forms.form import Form
from desktop.ui.forms.kept import KeptTyping
from desktop.ui.forms.text_fields import TextField
from desktop.ui.frame.bus import Topic
from desktop.ui.frame.perform import reading, succeeds
from desktop.ui.frame.rooms import Errand
from desktop.ui.frame.session import Session
from desktop.ui.pages.closing.finding_places import finding_chip, finding_words, place_of
from desktop.ui.tables.section_view import FigureTiles
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.flow import ButtonRow
from desktop.ui.widgets.growing import GrowingDialog
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.lines import LineList, LineSpec
from desktop.ui.widgets.scrolled import Scrolled
from desktop.ui.widgets.strips import MessageStrip


def month_tiles(found: MonthFigures) -> list[tuple[str, str]]:
    """The figures by which a month is known; captions in Chinese as on the printed reports."""
    return [
        (translate("MonthClose", "People to visit"), str(found.visits.required)),
        (translate("MonthClose", "People visited"), str(found.visits.visited)),
        (translate("MonthClose", "Visit rate of the month (%)"), rate_text(found.visits.visit_rate)),
        (translate("MonthClose", "Services given"), str(found.services.total)),
        (translate("MonthClose", "Meals served"), str(found.canteen.total)),
        (translate("MonthClose", "Occupancy (%)"), rate_text(found.beds.occupancy)),
        (translate("MonthClose", "On register at month end"), str(found.people.on_register_end)),
    ]


class CloseMonthDialog(GrowingDialog):
    """The quality page, the figures, the close. What blocks needs an explanation; the service sees to that.

    Each finding opens its place; ``left_for`` carries the room and what it is asked to show.
    """

    left_for = Signal(str, object)

    def __init__(self, session: Session, month: Month, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.session, self.month = session, month
        self._begun = False
        self.strip = MessageStrip()
        self.tiles = FigureTiles()
        self.form = Form()
        why = TextField(translate("MonthClose", "why it may be closed all the same"))
        self.form.add("explanation", translate("MonthClose", "Explanation"), why)
        self.findings = LineList(translate("MonthClose", "Nothing is unfinished."))
        self._kept = KeptTyping(session.draft_path(f"close-{month}"), self.form, self.strip, self)
        self._build()
        self.form.mark_clean()
        reading(self, self._show)

    def keep_typing(self) -> bool:
        """Write the explanation down; whether it would not be lost by going away now."""
        return not self.form.is_dirty() or self._kept.keeper.keep_now()

    def showEvent(self, event: QShowEvent) -> None:
        """What was written for this close before, and not used, is offered."""
        super().showEvent(event)
        if not self._begun and self.form.fields["explanation"].isVisible():
            self._begun = True
            self._kept.begin()

    def reject(self) -> None:
        """Go back, or to where a finding is put right; the explanation waits here."""
        self.keep_typing()
        super().reject()

    def said_keys(self) -> tuple[tuple[str, str], ...]:
        """What is said on F1."""
        return (
            ("Ctrl+S", translate("MonthClose", "close the month")),
            ("Ctrl+B", translate("MonthClose", "bring back the explanation that was typed earlier")),
            ("Enter", translate("MonthClose", "open where the chosen finding is put right")),
        )

    def close_month(self) -> None:
        """Freeze the month."""
        words = str(self.form.fields["explanation"].value())
        done = translate("MonthClose", "{month} is closed; its figures stand.").format(month=month_text(self.month))

        def close() -> object:
            # The reports bring the printing with them, which this dialog does not need before.
            from desktop.reports.months.render import reports_of

            backups.back_up_before(BackupReason.BEFORE_CLOSE, self.session.actor)
            return month_close.close(self.session.actor, self.month, reports_of, words)

        if succeeds(self, close, Topic.MONTHS, done):
            self._kept.keeper.discard()
            self.accept()

    def _build(self) -> None:
        title = translate("MonthClose", "Close {month}").format(month=month_text(self.month))
        self.setWindowTitle(title)
        text = translate(
            "MonthClose",
            "Records and figures of the month stand from then on; later changes need a correction.",
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(14)
        column.addWidget(label(title, "section"))
        column.addWidget(label(text, "secondary", wrap=True))
        column.addWidget(self.strip)
        inner = QWidget()
        middle = QVBoxLayout(inner)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(14)
        middle.addWidget(self.tiles)
        middle.addWidget(self.findings)
        self.hint = label(
            translate("MonthClose", "Enter or a click opens the place; Alt+← comes back."), "small", wrap=True
        )
        middle.addWidget(self.hint)
        middle.addWidget(self.form)
        middle.addStretch(1)
        column.addWidget(Scrolled(inner), 1)
        close = button(translate("MonthClose", "Close the month (Ctrl+S)"), self.close_month, "primary", "lock")
        self.form.passed_end.connect(lambda: close.setFocus(Qt.FocusReason.TabFocusReason))
        QShortcut(QKeySequence(QKeySequence.StandardKey.Save), self).activated.connect(self.close_month)
        QShortcut(QKeySequence("Ctrl+B"), self).activated.connect(self._kept.bring_back)
        column.addWidget(ButtonRow(button(translate("MonthClose", "Go back"), self.reject), close))
        self.be_wide(720)

    def _show(self) -> None:
        known = snapshot.register()
        found = figures.figures_of(self.month, known)
        self.tiles.set_figures(month_tiles(found))
        self._show_findings(quality.check(self.month, found, known, thorough=False))

    def _show_findings(self, findings: Sequence[Finding]) -> None:
        blocked = any(finding.blocks and finding.explainable for finding in findings)
        self.form.set_field_visible("explanation", blocked)
        self.hint.setVisible(bool(findings))
        self.findings.show_lines([self._line(finding) for finding in findings])
        if self.findings.lines:
            self.findings.lines[0].setFocus()

    def _line(self, finding: Finding) -> LineSpec:
        return LineSpec(finding_chip(finding), finding_words(finding), lambda: self._leave_for(finding))

    def _leave_for(self, finding: Finding) -> None:
        self.reject()
        words = translate("MonthClose", "Closing {month}: {finding}")
        said = words.format(month=month_text(self.month), finding=finding_words(finding))
        room, argument = place_of(finding, self.month)
        self.left_for.emit(room, Errand(argument, said))
