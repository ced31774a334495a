"""Several words of a list in one line, such as names of people or dishes."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker

from desktop.core.offering import fitting
from desktop.ui.forms.choice_fields import PickField

_SEPARATORS = "、，,;；/"


class SeveralField(PickField):
    """Several words, with 、 or a comma between; the one that is being typed is completed."""

    def _on_edited(self, typed: str) -> None:
        if typed[-1:] in _SEPARATORS and typed:
            # A comma ends a word: the letters before it stand for what they mean.
            self._put(f"{self._meant(typed[:-1])}、")
            typed = self.box.currentText()
        super()._on_edited(typed)

    def _fitting(self, typed: str) -> list[str]:
        head, tail = _parted(typed)
        if not tail.strip():
            return []
        taken = head.split("、")
        return [f"{head}{word}" for word in fitting(list(self._options.values()), tail) if word not in taken]

    def _means_first(self, typed: str) -> bool:
        return super()._means_first(_parted(typed)[1])

    def _meant(self, typed: str) -> str:
        text = typed.strip()
        found = self._fitting(text) if self._means_first(text) else []
        return found[0] if found else text

    def _put(self, text: str) -> None:
        line = self.box.lineEdit()
        if line is not None:
            with QSignalBlocker(line):
                line.setText(text)


def _parted(typed: str) -> tuple[str, str]:
    """The words before the last separator, with it, and what stands behind."""
    at = max(typed.rfind(mark) for mark in _SEPARATORS)
    return typed[: at + 1], typed[at + 1 :].strip()
