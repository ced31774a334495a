"""The rules of counting with the days from which they hold; the director lets one have another value from a day on."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.core import clock
from desktop.core.errors import DateRefused, FieldError, InvalidDraft
from desktop.core.i18n import translate
from desktop.core.money import yuan_text
from desktop.core.period import Month
from desktop.core.terms import FLAGS, GRADES
from desktop.services import rules
from desktop.services.rules import RuleRow
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
    return str(value)


def _since(row: RuleRow) -> str:
    return translate("Rules", "always") if row.valid_from == rules.ALWAYS else row.valid_from.isoformat()


class RulesSection(SystemSection):
    """Every value of every rule."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        about = translate("Rules", "Printed under each figure. A rule is never overwritten: it gets another value.")
        super().__init__(session, translate("Rules", "Rules of counting"), about, parent)
        self._rows: dict[int, RuleRow] = {}
        columns: tuple[Column[RuleRow], ...] = (
            Column(translate("Rules", "Rule"), lambda row: row.note, 260, stretch=True),
            Column(translate("Rules", "Value"), lambda row: rule_words(row.key, row.value), 300, stretch=True),
            Column(translate("Rules", "Holds from"), _since, 120),
        )
        self.table: RecordTable[RuleRow] = RecordTable(
            translate("Rules", "Rules of counting"), columns, lambda ids: [self._rows[one] for one in ids]
        )
        self.content.addWidget(self.table, 1)
        self.change_button = button(translate("Rules", "Change the cut-off day…"), self.change_cutoff, "primary")
        self.actions.addStretch(1)
        self.actions.addWidget(self.change_button)

    def refresh(self) -> None:
        """List anew."""
        self._rows = {row.id: row for row in rules.listed()}
        self.table.set_ids(list(self._rows))
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

    def _set_cutoff(self, box: SmallForm) -> None:
        typed, field = str(box.form.fields["day"].value()).strip(), box.form.fields["valid_from"]
        since = field.day() if isinstance(field, DateField) else None
        if not (typed.isascii() and typed.isdigit() and 1 <= int(typed) <= 31):
            raise InvalidDraft([FieldError("day", "out_of_range", "1–31")])
        if since is None:
            raise InvalidDraft([FieldError("valid_from", "bad_date")])
        if since < Month.of(clock.today()).first:
            raise DateRefused("month_closed", since)
        note = next(row.note for row in self._rows.values() if row.key == CUTOFF)
        rules.set_rule(self.session.actor, CUTOFF, since, int(typed), note)
