"""A rule gets another value from a day on; every earlier value stays and is listed beneath."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.core import clock
from desktop.core.errors import DateRefused, FieldError, InvalidDraft
from desktop.core.i18n import translate
from desktop.core.period import Month
from desktop.core.reasons import Reason
from desktop.services.writing import rules
from desktop.ui.dialogs.small_form import LONG, SmallForm
from desktop.ui.forms.form import Form
from desktop.ui.forms.text_fields import DateField
from desktop.ui.frame.bus import Topic
from desktop.ui.frame.perform import succeeds
from desktop.ui.frame.session import Session
from desktop.ui.pages.system import rule_parts
from desktop.ui.pages.system.rule_words import rule_words, span_words
from desktop.ui.widgets.labels import label


class RuleDialog(SmallForm):
    """The fields of a rule, the day from which they hold, and what held before."""

    def __init__(self, session: Session, key: str, parent: QWidget) -> None:
        self._session, self._key = session, key
        self._parts = rule_parts.parts_of(key)
        versions = rules.history(key)
        self._note = versions[0].note
        form, press = self._made(versions[0].value), translate("Rules", "Change")
        super().__init__(self._note, form, press, lambda _box: self.change(), parent, LONG)

    def change(self) -> bool:
        """Let the rule have the value that the fields show."""
        return succeeds(
            self,
            self._set,
            Topic.ALL,
            translate("Rules", "The rule is changed"),
            on_invalid=self.show_errors,
        )

    def show_errors(self, errors: list[FieldError]) -> None:
        """Beside the field that bears the name inside the rule."""
        last = {part.path[-1]: part.name for part in reversed(self._parts) if part.path}
        super().show_errors([FieldError(last.get(one.name, one.name), one.reason, one.hint) for one in errors])

    def _made(self, value: Any) -> Form:
        form = Form()
        group = ""
        for part in self._parts:
            if part.group and part.group != group:
                form.group(part.group)
                group = part.group
            form.add(part.name, part.words, rule_parts.make_field(part))
            form.fields[part.name].set_value(rule_parts.shown(part, value))
        form.group(translate("Rules", "From when on"))
        of_a_day, today = self._key in rules.OF_A_DAY, clock.today()
        by_month = translate("Rules", "A month counts by the rules of its first day.")
        form.add(
            "valid_from",
            translate("Rules", "Holds from"),
            DateField(),
            required=True,
            help=translate("Rules", "It holds from that day on.") if of_a_day else by_month,
        )
        form.fields["valid_from"].set_value(today if of_a_day else Month.of(today).shifted(1).first)
        form.group(translate("Rules", "Values until now"))
        lines = [f"{span_words(one)}　{rule_words(self._key, one.value)}" for one in rules.history(self._key)]
        form.add_wide(label("\n".join(lines), "secondary", wrap=True))
        return form

    def _set(self) -> None:
        field = self.form.fields["valid_from"]
        since = field.day() if isinstance(field, DateField) else None
        if since is None:
            raise InvalidDraft([FieldError("valid_from", Reason.BAD_DATE)])
        if since < Month.of(clock.today()).first:
            raise DateRefused(Reason.MONTH_CLOSED, since)
        value = rule_parts.read_value(self._parts, self.form.values())
        rules.set_rule(self._session.actor, self._key, since, value, self._note)


def change_rule(session: Session, key: str, parent: QWidget) -> SmallForm | None:
    """Open the box of a rule; None for one whose parts are not known here."""
    if not rule_parts.parts_of(key):
        return None
    box = RuleDialog(session, key, parent)
    box.begin()
    return box
