"""Fields for who did something: names of people who work here, completed by name, pinyin and initials."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QWidget

from desktop.core.offering import fitting
from desktop.core.trade import PostRole
from desktop.services.people import names
from desktop.ui.forms.choice_fields import PickField

_SEPARATORS = "、，,;；/"


class NameField(PickField):
    """One name; another text may be typed and stays.

    Offered are those who work here now, asked anew when the field is filled, and the ``used`` texts that are nobody's.
    """

    def __init__(self, roles: Collection[PostRole], used: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__({}, free=True, parent=parent)
        self._roles, self._used = roles, used
        self._ask()

    def set_value(self, value: object) -> None:
        """Show a name, and offer whoever works here now."""
        self._ask()
        super().set_value(value)

    def _ask(self) -> None:
        self.set_options({name: name for name in names.offered(self._roles, self._used)})


class NamesField(NameField):
    """Several names, with 、 or a comma between; the one that is being typed is completed."""

    def _on_edited(self, typed: str) -> None:
        if typed[-1:] in _SEPARATORS and typed:
            # A comma ends a name: the letters before it stand for whom they mean.
            self._put(f"{self._meant(typed[:-1])}、")
            typed = self.box.currentText()
        super()._on_edited(typed)

    def _fitting(self, typed: str) -> list[str]:
        head, tail = _parted(typed)
        if not tail.strip():
            return []
        taken = head.split("、")
        return [f"{head}{name}" for name in fitting(list(self._options.values()), tail) if name not in taken]

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
    """The names before the last separator, with it, and what stands behind."""
    at = max(typed.rfind(mark) for mark in _SEPARATORS)
    return typed[: at + 1], typed[at + 1 :].strip()
