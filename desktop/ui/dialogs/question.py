"""One question with two answers, asked only where something would be lost."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from desktop.core.i18n import translate
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.flow import ButtonRow
from desktop.ui.widgets.growing import GrowingDialog
from desktop.ui.widgets.labels import label


class QuestionDialog(GrowingDialog):
    """A sentence, the act in words, and the way back, which Enter and Esc take."""

    def __init__(self, words: str, act: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("QuestionDialog", "Please decide"))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(20)
        column.addWidget(label(words, wrap=True))
        self.act_button = button(act, self.accept, "danger")
        self.back_button = button(translate("QuestionDialog", "Go back"), self.reject, "primary")
        column.addWidget(ButtonRow(self.act_button, self.back_button))
        self.be_wide(420)
        self.back_button.setFocus()


def ask(parent: QWidget, words: str, act: str) -> bool:
    """Whether the person wants the act."""
    dialog = QuestionDialog(words, act, parent)
    answer = dialog.exec()
    dialog.deleteLater()
    return answer == QDialog.DialogCode.Accepted
