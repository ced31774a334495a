"""What this program is, its version, its licences."""

from __future__ import annotations

from PySide6.QtWidgets import QPlainTextEdit, QWidget

import desktop
from desktop.core.i18n import translate
from desktop.core.paths import resource
from desktop.ui.frame.session import Session
from desktop.ui.pages.system.facts import Facts
from desktop.ui.pages.system.section import SystemSection


class AboutSection(SystemSection):
    """Version and the licences of what is shipped with it."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        about = translate("About", "Works without a network. Nothing leaves this computer unless somebody exports it.")
        super().__init__(session, translate("About", "About this program"), about, parent)
        facts = Facts()
        facts.show_facts(
            (
                (translate("About", "Program"), f"{translate('MainWindow', 'Shizhu Desk')} {desktop.__version__}"),
                (translate("About", "Licence"), "MIT"),
                (translate("About", "Font"), "Noto Sans SC — SIL Open Font License 1.1"),
                (translate("About", "Window"), "Qt 6 / PySide6 — LGPL 3.0"),
                (translate("About", "Data"), "SQLite — Public Domain；peewee — MIT"),
                (translate("About", "Paper"), "reportlab — BSD；pypdfium2 — Apache 2.0 / BSD；qrcode — BSD"),
                (translate("About", "Workbooks"), "XlsxWriter — BSD；python-calamine — MIT"),
            )
        )
        self._licence = QPlainTextEdit()
        self._licence.setReadOnly(True)
        self._licence.setAccessibleName(translate("About", "Licence of the font"))
        self.content.addWidget(facts)
        self.content.addWidget(self._licence, 1)

    def refresh(self) -> None:
        """Show the font's licence, which has to travel with it."""
        path = resource("fonts", "OFL.txt")
        self._licence.setPlainText(path.read_text(encoding="utf-8") if path.is_file() else "")
