"""What this program is, its version, and the licences of everything that is shipped with it."""

from __future__ import annotations

from PySide6.QtWidgets import QListWidget, QPlainTextEdit, QWidget

import desktop
from desktop.core.i18n import translate
from desktop.services.keeping import parts
from desktop.services.keeping.parts import Part
from desktop.ui.frame.session import Session
from desktop.ui.pages.system.facts import Facts
from desktop.ui.pages.system.section import SystemSection


class AboutSection(SystemSection):
    """Version, and each shipped part with the text of its licence."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        about = translate("About", "Works without a network. Nothing leaves this computer unless somebody exports it.")
        super().__init__(session, translate("About", "About this program"), about, parent)
        facts = Facts()
        facts.show_facts(
            (
                (translate("About", "Program"), f"{translate('MainWindow', 'Shizhu Desk')} {desktop.__version__}"),
                (translate("About", "Licence"), "MIT"),
                (translate("About", "Made with"), translate("About", "The parts below, each under its own licence.")),
            )
        )
        self._parts: list[Part] = []
        self.list = QListWidget()
        self.list.setAccessibleName(translate("About", "Parts of this program"))
        self.list.setMinimumHeight(160)
        self.list.currentRowChanged.connect(self._show)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setMinimumHeight(160)
        self.text.setAccessibleName(translate("About", "Text of the licence"))
        self.content.addWidget(facts)
        self.content.addWidget(self.list, 1)
        self.content.addWidget(self.text, 1)

    def refresh(self) -> None:
        """List the parts, which do not change while the program runs."""
        if self._parts:
            return
        self._parts = parts.parts()
        for part in self._parts:
            self.list.addItem(f"{part.name} {part.version}".rstrip() + f" — {part.licence}")
        self.list.setCurrentRow(0)

    def _show(self, row: int) -> None:
        if 0 <= row < len(self._parts):
            self.text.setPlainText("\n\n".join(self._parts[row].texts))
