"""The rules of counting with the days from which they hold; the director lets one have another value from a day on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.core import clock
from desktop.core.errors import DateRefused, FieldError, InvalidDraft
from desktop.core.i18n import translate
from desktop.core.money import yuan_text
from desktop.core.period import Month
from desktop.core.terms import FLAGS, GRADES
from desktop.services import rules
from desktop.services.rules import RuleVersion
from desktop.ui.bus import Topic
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.forms.form import Form
from desktop.ui.forms.text_fields import DateField, TextField
from desktop.ui.pages.system_section import SystemSection
from desktop.ui.perform import succeeds
from desktop.ui.session import Session
from desktop.ui.tables.model import Column
from desktop.ui.tables.record_table import RecordTable
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.labels import label

CUTOFF = "visit_cutoff_day"


def rule_words(key: str, value: Any) -> str:
    """A rule's value as people say it."""
    if key == CUTOFF:
        return translate("Rules", "day {day}").format(day=value)
    if key == "visit_roster_flags":
        return "、".join(FLAGS.get(flag, flag) for flag in value)
    if key == "visit_frequency":
        words = translate("Rules", "once a month, at high risk once a week, after a crisis within {hours} hours")
        return words.format(hours=value["crisis_hours"])
    if key == "bed_operating_subsidy_fen":
        return "　".join(f"{GRADES[grade]} {yuan_text(fen)}" for grade, fen in value.items())
    if key == "bed_subsidy_ungraded":
        return translate("Rules", "as {grade}").format(grade=GRADES.get(value, value))
    if key == "food_sample":
        return translate("Rules", "{grams} g for {hours} hours").format(grams=value["grams"], hours=value["hours"])
    return _plain(value)


def _plain(value: Any) -> str:
    # A rule of which this page knows no words: its numbers, the note beside them says what they are.
    parts = list(value.values()) if isinstance(value, dict) else value if isinstance(value, list) else [value]
    if any(isinstance(part, dict | list) for part in parts):
        return translate("Rules", "several limits")
    return "、".join(FLAGS.get(str(part), str(part)) for part in parts)


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
        self.change_button = button(translate("Rules", "Change the cut-off day…"), self.change_cutoff, "primary")
        self.buttons.addStretch(1)
        self.buttons.addWidget(self.change_button)

    def refresh(self) -> None:
        """List anew."""
        every = rules.known_keys()
        found = [RuleLine(key, version) for key in every for version in rules.history(key)]
        self._lines = dict(enumerate(found))
        self.table.set_ids(list(self._lines))
        self._show_current()
        self.change_button.setVisible(self.is_director)

    def change_cutoff(self) -> SmallForm:
        """Ask for the day of the month and from when it counts; months that are over keep their rule."""
        form = Form()
        form.add("day", translate("Rules", "Day of the month"), TextField(), required=True)
        form.add("valid_from", translate("Rules", "Holds from"), DateField(), required=True)
        next_month = Month.of(clock.today()).shifted(1)
        form.fields["valid_from"].set_value(next_month.first)

        def act(box: SmallForm) -> bool:
            return succeeds(
                box,
                lambda: self._set_cutoff(box),
                Topic.VISITS | Topic.SETTINGS,
                translate("Rules", "The rule is changed"),
                on_invalid=box.show_errors,
            )

        title = translate("Rules", "Up to which day does who joins count for the month?")
        box = SmallForm(title, form, translate("Rules", "Change"), act, self)
        box.begin()
        return box

    def _show_current(self) -> None:
        line = self.table.current_row()
        self._whole.setText(f"{line.version.note}：{_value(line)}" if line is not None else "")
        self._whole.setVisible(line is not None)

    def _set_cutoff(self, box: SmallForm) -> None:
        typed, field = str(box.form.fields["day"].value()).strip(), box.form.fields["valid_from"]
        since = field.day() if isinstance(field, DateField) else None
        if not (typed.isascii() and typed.isdigit() and 1 <= int(typed) <= 31):
            raise InvalidDraft([FieldError("day", "out_of_range", "1–31")])
        if since is None:
            raise InvalidDraft([FieldError("valid_from", "bad_date")])
        if since < Month.of(clock.today()).first:
            raise DateRefused("month_closed", since)
        note = rules.history(CUTOFF)[0].note
        rules.set_rule(self.session.actor, CUTOFF, since, int(typed), note)
