"""The rules of counting with the days from which they hold; the director lets one have another value from a day on."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from desktop.core.acts import Action
from desktop.core.i18n import translate
from desktop.services.writing import rules
from desktop.services.writing.rules import RuleVersion
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.frame.rights import asks
from desktop.ui.frame.session import Session
from desktop.ui.pages.system.rule_dialog import change_rule
from desktop.ui.pages.system.rule_words import rule_words
from desktop.ui.pages.system.section import SystemSection
from desktop.ui.tables.model import Column
from desktop.ui.tables.record_table import RecordTable
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.labels import label


@dataclass(frozen=True)
class RuleLine:
    """One value of one rule."""

    key: str
    version: RuleVersion


def _value(line: RuleLine) -> str:
    return rule_words(line.key, line.version.value)


def _since(line: RuleLine) -> str:
    since = line.version.valid_from
    return translate("Rules", "always") if since is None else since.isoformat()


def _until(line: RuleLine) -> str:
    return line.version.valid_to.isoformat() if line.version.valid_to else ""


class RulesSection(SystemSection):
    """Every value of every rule."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        about = translate("Rules", "Printed under each figure. A rule is never overwritten: it gets another value.")
        super().__init__(session, translate("Rules", "Rules of counting"), about, parent)
        self._lines: dict[int, RuleLine] = {}
        columns: tuple[Column[RuleLine], ...] = (
            Column(translate("Rules", "Rule"), lambda line: line.version.note, 240, stretch=True),
            Column(translate("Rules", "Value"), _value, 300, stretch=True),
            Column(translate("Rules", "Holds from"), _since, 120),
            Column(translate("Rules", "Until"), _until, 120, spare=True),
        )
        self.table: RecordTable[RuleLine] = RecordTable(
            translate("Rules", "Rules of counting"), columns, lambda ids: [self._lines[one] for one in ids]
        )
        self._whole = label(role="secondary", wrap=True)
        self.content.addWidget(self.table, 1)
        self.content.addWidget(self._whole)
        self.table.current_changed.connect(lambda _now: self._show_current())
        self.table.row_activated.connect(lambda _line: self.change())
        self.change_button = button(translate("Rules", "Change this rule… (Enter)"), self.change, "primary")
        self.buttons.add(self.change_button)

    def refresh(self) -> None:
        """List anew."""
        every = rules.known_keys()
        found = [RuleLine(key, version) for key in every for version in rules.history(key)]
        self._lines = dict(enumerate(found))
        self.table.set_ids(list(self._lines))
        self._show_current()
        self.change_button.setVisible(self.is_director)

    @asks(Action.SET_RULE)
    def change(self) -> SmallForm | None:
        """Ask for another value of the selected rule and from when it holds."""
        line = self.table.current_row()
        return change_rule(self.session, line.key, self) if line is not None and self.is_director else None

    def _show_current(self) -> None:
        line = self.table.current_row()
        self._whole.setText(f"{line.version.note}：{_value(line)}" if line is not None else "")
        self._whole.setVisible(line is not None)
