"""质量: what of a month has to be put right, explained or known before it is closed; each line opens its place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal

from desktop.core.acts import Action
from desktop.core.i18n import translate
from desktop.core.period import Month
from desktop.core.words.months import month_text
from desktop.services.closing import explaining, quality
from desktop.services.closing.quality import Finding
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.forms.text_fields import MemoField
from desktop.ui.frame.bus import Topic
from desktop.ui.frame.keys import Key, install
from desktop.ui.frame.page import Page
from desktop.ui.frame.perform import show_trouble
from desktop.ui.frame.rights import asks
from desktop.ui.frame.rooms import Errand
from desktop.ui.look.theme import Tone
from desktop.ui.pages.acts import Act, Ask, Texts, ask_for, reason
from desktop.ui.pages.closing.finding_places import finding_chip, finding_words, place_of
from desktop.ui.pages.page_view import PageView
from desktop.ui.tables.model import Column
from desktop.ui.tables.record_table import RecordTable
from desktop.ui.widgets.chips import Chips
from desktop.ui.widgets.labels import label


class QualityView(PageView):
    """The findings of a month, what holds the close back first; ``left_for`` carries a room and what it is to show."""

    left_for = Signal(str, object)

    def __init__(self, page: Page, month: Month) -> None:
        words = translate("QualityView", "Quality of {month}")
        super().__init__(page, words.format(month=month_text(month)))
        self.month = month
        self.findings: list[Finding] = []
        self.said = label(role="secondary", wrap=True)
        self.table: RecordTable[Finding] = RecordTable(
            translate("QualityView", "Findings"), _columns(), lambda ids: [self.findings[at] for at in ids]
        )
        self.header.add_action(translate("QualityView", "Take the words back…"), self.withdraw, "undo", "F4")
        self.header.add_action(translate("QualityView", "Explain…"), self.explain, "edit", "F2")
        self.table.row_activated.connect(self._open)
        self.table.left.connect(self.closed)
        self.table.set_keys(translate("QualityView", "↑↓ choose   Enter put right   F2 explain   Esc back"))
        self.content.addWidget(self.said)
        self.content.addWidget(self.table, 1)
        install(self, (Key("F5", "", self.refresh),))
        self.refresh()

    def keys(self) -> tuple[Key, ...]:
        """Heard by the head and by the list."""
        return (
            Key("Enter", translate("QualityView", "Open the place where it is put right")),
            Key("F2", translate("QualityView", "Explain why it may stand")),
            Key("F4", translate("QualityView", "Take the words back")),
            Key("F5", translate("QualityView", "Check again")),
        )

    def refresh(self) -> None:
        """Check the month anew, behind the window; until then nothing stands here as if it were true."""
        self.findings = []
        self.table.set_ids([])
        self.table.set_empty(translate("QualityView", "Checking…"), "", "search")
        self.said.setText(translate("QualityView", "Checking…"))
        month = self.month
        self.session.reads.read(self, lambda: quality.check(month), self._show, lambda error: show_trouble(self, error))

    def take_keyboard(self) -> None:
        """The list."""
        self.table.take_keyboard()

    @asks(Action.EXPLAIN_FINDING)
    def explain(self) -> SmallForm | None:
        """Ask why the finding may stand."""
        finding = self.table.current_row()
        if finding is None:
            return None
        if not finding.explainable:
            words = translate("QualityView", "Words are not enough here; Enter opens the place.")
            self.page.strip.say(words, Tone.ATTENTION)
            return None
        said = finding.explanation
        asked = Ask("words", translate("QualityView", "Explanation"), MemoField(3), True, said.words if said else None)
        act = Act(
            finding_words(finding),
            translate("QualityView", "Keep it"),
            Texts(asked),
            lambda typed: explaining.explain(self.session.actor, self.month, finding, typed["words"]),
            Topic.MONTHS,
            translate("QualityView", "The explanation is kept; it is printed on the report of the month"),
            about=self.month,
        )
        return ask_for(self, act)

    @asks(Action.EXPLAIN_FINDING)
    def withdraw(self) -> SmallForm | None:
        """Take the words for a finding back, with a reason."""
        finding = self.table.current_row()
        if finding is None or finding.explanation is None:
            return None
        act = Act(
            finding.explanation.words,
            translate("QualityView", "Take it back"),
            Texts(reason()),
            lambda typed: explaining.withdraw(self.session.actor, self.month, finding.kind, typed["reason"]),
            Topic.MONTHS,
            translate("QualityView", "The explanation was taken back"),
            about=self.month,
        )
        return ask_for(self, act)

    def _open(self, at: int) -> None:
        finding = self.findings[at]
        words = translate("QualityView", "Quality of {month}: {finding}")
        said = words.format(month=month_text(self.month), finding=finding_words(finding))
        room, argument = place_of(finding, self.month)
        self.left_for.emit(room, Errand(argument, said))

    def _show(self, found: Sequence[Finding]) -> None:
        self.findings = list(found)
        self.table.set_empty(translate("QualityView", "Nothing is unfinished."), "", "check")
        self.table.set_ids(range(len(self.findings)))
        self.said.setText(_summary(found))
        if self.isVisible():
            self.table.take_keyboard()


def _summary(found: Sequence[Finding]) -> str:
    holding = sum(one.blocks for one in found)
    if not holding:
        return translate("QualityView", "Nothing holds the close back.")
    return translate("QualityView", "{count} things hold the close back: put them right, or explain them.").format(
        count=holding
    )


def _said(finding: Finding) -> str:
    said = finding.explanation
    return f"{said.words}（{said.by} {said.on}）" if said else ""


def _columns() -> tuple[Column[Finding], ...]:
    return (
        Column(translate("QualityView", "Close"), lambda one: Chips((finding_chip(one),)), 110),
        Column(translate("QualityView", "What was found"), finding_words, 320, stretch=True),
        Column(translate("QualityView", "People"), lambda one: "、".join(one.names), 200, stretch=True),
        Column(translate("QualityView", "Explanation"), _said, 220, stretch=True),
    )
