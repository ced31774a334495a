"""补录: unknown cards of the lunch line, one after the other."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from desktop.core.errors import FieldError
from desktop.core.i18n import translate
from desktop.core.person.identity import masked_text
from desktop.core.reasons import Reason
from desktop.core.words import terms
from desktop.services.canteen import scanning
from desktop.services.canteen.scanning import QueuedScan
from desktop.services.register import listing as residents
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.forms.form import Form
from desktop.ui.forms.resident_field import ResidentField
from desktop.ui.forms.text_fields import day_text
from desktop.ui.frame.bus import Topic
from desktop.ui.frame.perform import perform
from desktop.ui.frame.session import Session
from desktop.ui.pages.acts import Act, Texts, ask_for, reason
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.flow import FlowRow
from desktop.ui.widgets.labels import label

_SKIP, _NO_MEAL = "F3", "Shift+F8"


class QueueDialog(SmallForm):
    """Shows a scan that found nobody and asks who it was; closes after the last one."""

    # One box for scan after scan: what was chosen for one must not be offered for another.
    keeps_typing = False

    def __init__(self, session: Session, parent: QWidget) -> None:
        self._session = session
        self._queue = scanning.queue()
        self._at = 0
        self._what = label(wrap=True)
        form = Form()
        form.add_wide(self._what)
        form.add("resident_id", translate("Queue", "Who was it"), ResidentField(), required=True)
        ways = FlowRow(gap=6)
        ways.add(button(translate("Queue", "Skip this one (F3)"), self.skip, "quiet"))
        ways.add(button(translate("Queue", "It was no meal… (Shift+F8)"), self.ask_to_dismiss, "quiet"))
        form.add_wide(ways)
        title = translate("Queue", "Record unknown cards later")
        super().__init__(title, form, translate("Queue", "Record"), lambda _box: self.record(), parent)
        for key, call in ((_SKIP, self.skip), (_NO_MEAL, self.ask_to_dismiss)):
            QShortcut(QKeySequence(key), self).activated.connect(call)
        self._show()

    def said_keys(self) -> tuple[tuple[str, str], ...]:
        """What is said on F1."""
        return (
            *super().said_keys(),
            (_SKIP, translate("Queue", "leave this scan waiting; the next one")),
            (_NO_MEAL, translate("Queue", "take this scan off the list: it was no meal")),
        )

    @property
    def current(self) -> QueuedScan | None:
        """The scan in question."""
        return self._queue[self._at] if self._at < len(self._queue) else None

    def record(self) -> bool:
        """Record it for the person; the next one follows. True when it was the last."""
        scan, person = self.current, self.form.values()["resident_id"]
        if scan is None:
            return True
        if not isinstance(person, int):
            self.show_errors([FieldError("resident_id", Reason.REQUIRED)])
            return False
        done = translate("Queue", "Recorded for {name}").format(name=residents.name_of(person))
        made = perform(self, lambda: scanning.resolve(self._session.actor, scan.id, person), Topic.MEALS, done)
        return made is not None and self._next()

    def skip(self) -> None:
        """Leave it waiting."""
        if self._next():
            self.accept()

    def ask_to_dismiss(self) -> SmallForm | None:
        """Ask why this scan does not count, and take it out of the queue."""
        scan = self.current
        if scan is None:
            return None
        act = Act(
            translate("Queue", "The scan is taken off this list and recorded for nobody; the log keeps it."),
            translate("Queue", "Take it off the list"),
            Texts(reason()),
            lambda typed: scanning.dismiss(self._session.actor, scan.id, typed["reason"]),
            Topic.MEALS,
            translate("Queue", "Taken off the list"),
            then=lambda _made: self.skip(),
            about=scan.id,
        )
        return ask_for(self, act)

    def _next(self) -> bool:
        self._at += 1
        if self.current is None:
            return True
        self._show()
        return False

    def _show(self) -> None:
        scan = self.current
        if scan is None:
            self._what.setText(translate("Queue", "No card waits."))
            self.act_button.setEnabled(False)
            return
        words = translate("Queue", "{number} of {count}: {day} {time} {meal} {mode}, scanned {code}")
        self._what.setText(
            words.format(
                number=self._at + 1,
                count=len(self._queue),
                day=day_text(scan.eaten_on),
                time=scan.eaten_at,
                meal=terms.MEALS.shown[scan.meal],
                mode=terms.MEAL_MODES.shown[scan.mode],
                code=masked_text(scan.scanned),
            )
        )
        self.form.set_values({"resident_id": None})
        self.form.focus_first()
