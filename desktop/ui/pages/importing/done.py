"""Last step of an import: what came of it, the way back, and the verdicts on paper."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop.core.acts import Action
from desktop.core.answers import WorkbookKind
from desktop.core.i18n import translate
from desktop.core.trade import NamedList
from desktop.importing.result import ImportResult
from desktop.services.residents import grades, proposals
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.flow import FlowRow
from desktop.ui.widgets.labels import label

_NAMED = 6
_GRADED = frozenset({WorkbookKind.RESIDENTS, WorkbookKind.ASSESSMENTS})


class DoneStep(QWidget):
    """Counts and what one can do next."""

    undo_wanted = Signal()
    report_wanted = Signal()
    again_wanted = Signal()
    texts_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = label(role="title", wrap=True)
        self._under = label(role="secondary", wrap=True)
        self._texts = label(wrap=True)
        self._texts.hide()
        self.asked_of = NamedList.COMMUNITY
        self._counts = QGridLayout()
        self.undo_button = button(
            translate("ImportWizard", "Take this import back"), self.undo_wanted.emit, "danger", "undo"
        ).ask(Action.UNDO_IMPORT)
        self.report_button = button(
            translate("ImportWizard", "Verdicts as a workbook…"), self.report_wanted.emit, "plain", "export"
        )
        self.again_button = button(
            translate("ImportWizard", "Take in another file"), self.again_wanted.emit, "plain", "import"
        )
        self.texts_button = button("", self.texts_wanted.emit, "plain", "table")
        self.texts_button.hide()
        self._build()

    def show_texts(self, texts: Sequence[str], asked_of: NamedList) -> None:
        """Texts that this list does not have, to be answered in the worklist; nothing where there is none."""
        self.asked_of = asked_of
        self._texts.setVisible(bool(texts))
        self.texts_button.setVisible(bool(texts))
        named = "、".join(texts[:_NAMED]) + ("…" if len(texts) > _NAMED else "")
        words = translate("ImportWizard", "Communities that the list does not have: {texts}")
        answer = translate("ImportWizard", "Answer {count} communities…")
        if asked_of is NamedList.PERSON:
            words = translate("ImportWizard", "People who work that the list does not have: {texts}")
            answer = translate("ImportWizard", "Answer {count} names…")
        self._texts.setText(words.format(texts=named))
        self.texts_button.setText(answer.format(count=len(texts)))

    def show_result(self, result: ImportResult, undone: bool = False) -> None:
        """What was taken in; after an undo, that it is not any more."""
        words = translate("ImportWizard", "{file} is taken in")
        if undone:
            words = translate("ImportWizard", "The import of {file} is taken back")
        self._title.setText(words.format(file=result.file))
        self._under.setText(_after(result, undone))
        self.undo_button.setEnabled(not undone)
        while self._counts.count():
            item = self._counts.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        listed = [(words, count) for words, count in _counts(result) if count]
        for line, (text, count) in enumerate(listed):
            self._counts.addWidget(label(text, "secondary"), line, 0)
            self._counts.addWidget(label(f"{count:,}", "strong"), line, 1)

    def take_keyboard(self) -> None:
        """To what is done most."""
        self.again_button.setFocus()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        card = Card()
        self._counts.setHorizontalSpacing(24)
        self._counts.setVerticalSpacing(8)
        self._counts.setColumnStretch(2, 1)
        card.body.addWidget(self._title)
        card.body.addWidget(self._under)
        card.body.addLayout(self._counts)
        card.body.addWidget(self._texts)
        card.body.addWidget(FlowRow(self.again_button, self.texts_button, self.report_button, self.undo_button))
        column.addWidget(card)
        column.addStretch(1)


def _counts(result: ImportResult) -> list[tuple[str, int]]:
    found = [
        (translate("ImportWizard", "Rows in the sheets"), result.total("rows")),
        (translate("ImportWizard", "taken in"), result.total("imported")),
        (translate("ImportWizard", "of these to verify"), result.total("to_verify")),
        (translate("ImportWizard", "of these with a number rewritten"), result.total("normalised")),
        (translate("ImportWizard", "brought up to date"), result.total("updated")),
        (translate("ImportWizard", "with nothing new"), result.total("unchanged")),
        (translate("ImportWizard", "there already"), result.total("duplicates")),
        (
            translate("ImportWizard", "not taken in for another reason"),
            result.total("refused") - result.total("duplicates"),
        ),
        (translate("ImportWizard", "Titles, totals and blank lines skipped"), result.total("skipped")),
    ]
    recorded = {
        "beds": translate("ImportWizard", "beds recorded"),
        "stays": translate("ImportWizard", "stays recorded"),
        "meals": translate("ImportWizard", "meals recorded"),
    }
    return [*found, *((words, result.recorded.get(key, 0)) for key, words in recorded.items())]


def _after(result: ImportResult, undone: bool) -> str:
    if undone:
        return translate("ImportWizard", "Its rows are voided; nothing else was touched.")
    words = translate(
        "ImportWizard", "It can be taken back here, or later under System, Imports, as long as nothing of it was used."
    )
    proposed = len(proposals.proposals()) if result.kind in _GRADED else 0
    if proposed:
        words += "\n" + translate(
            "ImportWizard",
            "{count} people have a capability grade that proposes a category not on record: the home page leads to"
            " them.",
        ).format(count=proposed)
    contested = len(grades.contested()) if result.kind == WorkbookKind.ASSESSMENTS else 0
    if contested:
        words += "\n" + translate(
            "ImportWizard",
            "{count} people have two results of one day: say in their files which of them holds.",
        ).format(count=contested)
    if result.total("refused"):
        words += "\n" + translate(
            "ImportWizard", "Rows that were not taken in: save the verdicts, put them right and take the file in again."
        )
    return words
