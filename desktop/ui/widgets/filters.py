"""Chips that narrow a list: each opens a short menu, shows what is chosen, and is cleared by its last line."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from desktop.core.i18n import translate
from desktop.ui.widgets.buttons import Button, button
from desktop.ui.widgets.flow import FlowRow


@dataclass(frozen=True)
class Filter:
    """One chip: ``options`` gives codes and words when the menu opens; ``default`` is chosen at first, "" is all."""

    key: str
    title: str
    options: Callable[[], Mapping[str, str]]
    default: str = ""


class FilterChip(Button):
    """A chip; ``chosen`` follows a choice by hand."""

    chosen = Signal()

    def __init__(self, spec: Filter, parent: QWidget | None = None) -> None:
        super().__init__("", "filter", "", parent)
        self.spec = spec
        self.value = spec.default
        self.setCheckable(True)
        self.clicked.connect(lambda: self.open_menu())
        self._show()

    def set_value(self, value: str) -> None:
        """Show a choice."""
        self.value = value
        self._show()

    def open_menu(self) -> None:
        """Offer the choices beneath the chip."""
        self._show()
        self._menu().popup(self.mapToGlobal(QPoint(0, self.height() + 2)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete clears the chip; arrow down opens it."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._choose("")
        elif event.key() == Qt.Key.Key_Down:
            self.open_menu()
        else:
            super().keyPressEvent(event)

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        everything = menu.addAction(translate("FilterChip", "All"))
        everything.triggered.connect(lambda: self._choose(""))
        menu.addSeparator()
        for code, word in self.spec.options().items():
            action = menu.addAction(word)
            action.setCheckable(True)
            action.setChecked(code == self.value)
            action.triggered.connect(lambda _on=False, code=code: self._choose(code))
        return menu

    def _choose(self, value: str) -> None:
        self.set_value(value)
        self.chosen.emit()

    def _show(self) -> None:
        word = self.spec.options().get(self.value, self.value) if self.value else ""
        if word:
            self.setText(translate("FilterChip", "{title}: {word}").format(title=self.spec.title, word=word) + " ▾")
        else:
            self.setText(f"{self.spec.title} ▾")
        self.setChecked(bool(self.value) and self.value != self.spec.default)
        self.setAccessibleName(self.text().removesuffix(" ▾"))


class FilterBar(FlowRow):
    """Chips side by side; ``changed`` says that one of them was chosen anew."""

    changed = Signal()

    def __init__(self, filters: Sequence[Filter]) -> None:
        self.chips = {spec.key: FilterChip(spec) for spec in filters}
        super().__init__(*self.chips.values())
        self._clear = button(translate("FilterBar", "Clear"), self.clear, "link")
        for chip in self.chips.values():
            chip.chosen.connect(self._on_chosen)
        self.add(self._clear)
        self._clear.hide()

    def values(self) -> dict[str, str]:
        """What is chosen, by key; "" for all."""
        return {key: chip.value for key, chip in self.chips.items()}

    def set_values(self, values: Mapping[str, str]) -> None:
        """Choose by program; the others go back to their default."""
        for key, chip in self.chips.items():
            chip.set_value(values.get(key, chip.spec.default))
        self._on_chosen()

    def clear(self) -> None:
        """Every chip as it was at first."""
        self.set_values({})

    def _on_chosen(self) -> None:
        self._clear.setVisible(any(chip.value != chip.spec.default for chip in self.chips.values()))
        self.changed.emit()
