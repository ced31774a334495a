"""培训: the trainings, and beside them who took part, entered by continuous scan."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.core.acts import Action
from desktop.core.answers import ScanKind
from desktop.core.i18n import translate
from desktop.core.words.messages import sentence
from desktop.core.words.work import TRAINING_KINDS
from desktop.services.work import training_scans, trainings
from desktop.services.work.training_scans import Choice, Taken
from desktop.services.work.trainings import Taker, TrainingQuery, TrainingRow
from desktop.services.writing import permissions
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.frame.bus import Topic
from desktop.ui.frame.keys import Key, install
from desktop.ui.frame.perform import perform, reading
from desktop.ui.frame.rights import asks
from desktop.ui.frame.scan import ScanLine
from desktop.ui.frame.session import Session
from desktop.ui.look.theme import Tone
from desktop.ui.pages.system import training_forms as forms
from desktop.ui.pages.system.section import SystemSection
from desktop.ui.tables.model import Align, Column
from desktop.ui.tables.record_table import RecordTable
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.filters import Filter, FilterBar
from desktop.ui.widgets.flow import FlowRow
from desktop.ui.widgets.labels import label, set_tone
from desktop.ui.widgets.turning import Turning


class TrainingsSection(SystemSection):
    """Left the trainings, right the scan line and who took part; whoever may not enter them reads them."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        about = translate(
            "Trainings",
            "Who learned what. The plans' rates of training are counted from this list: of the carers of the month, "
            "those who are on it.",
        )
        super().__init__(session, translate("Trainings", "Trainings"), about, parent)
        self._rows: dict[int, TrainingRow] = {}
        self._takers: dict[int, Taker] = {}
        self._choices: tuple[Choice, ...] = ()
        self._build()
        self._connect()

    def refresh(self) -> None:
        """Read anew; what was chosen stays chosen."""
        if not permissions.may(self.session.actor.role, Action.READ_WORKERS):
            self.table.set_ids(())
            self.table.set_empty(translate("Trainings", "Director and front desk see this list"), "", "info")
            self._show_rights()
            return
        found = trainings.trainings(self.session.actor, TrainingQuery(self.filters.values()["kind"]))
        self._rows = {one.id: one for one in found}
        self.table.set_ids(list(self._rows))
        self.table.model.reload()
        if self._rows and self.table.current_id() is None:
            self.table.select_id(next(iter(self._rows)))
        self._show_takers()
        self._show_rights()

    def keys(self) -> tuple[Key, ...]:
        """The section by keys."""
        return (
            Key("Ctrl+N", translate("Trainings", "another training"), self.add),
            Key("F2", translate("Trainings", "put the chosen training right"), self.change),
            Key("F6", translate("Trainings", "the scan line: one after the other"), self.to_line),
            Key("F4", translate("Trainings", "who came for the family of the chosen resident"), self.relative),
            Key("F7", translate("Trainings", "the chosen person did not take part"), self.leave_out),
            Key("F8", translate("Trainings", "void the chosen training"), self.void),
            Key("1 … 9", translate("Trainings", "and Enter: choose among people of one name")),
        )

    @asks(Action.RECORD_TRAINING)
    def add(self) -> SmallForm | None:
        """Put a training on record; then the scan line waits for who took part."""
        return forms.ask_new(self, self.session.actor, self._opened) if self._may(Action.RECORD_TRAINING) else None

    @asks(Action.RECORD_TRAINING)
    def change(self) -> SmallForm | None:
        """Put the chosen training right."""
        row = self.table.current_row()
        return forms.ask_change(self, self.session.actor, row) if row and self._may(Action.RECORD_TRAINING) else None

    @asks(Action.VOID_TRAINING)
    def void(self) -> SmallForm | None:
        """The chosen training was recorded by mistake."""
        row = self.table.current_row()
        return forms.ask_void(self, self.session.actor, row) if row and self._may(Action.VOID_TRAINING) else None

    @asks(Action.RECORD_TRAINING)
    def leave_out(self) -> SmallForm | None:
        """The chosen person was not there."""
        one = self.takers.current_row()
        return forms.ask_leave_out(self, self.session.actor, one) if one and self._may(Action.VOID_TRAINING) else None

    @asks(Action.RECORD_TRAINING)
    def relative(self) -> SmallForm | None:
        """Who came for the family of the chosen resident."""
        one = self.takers.current_row()
        if one is None or one.resident_id is None or not self._may(Action.RECORD_TRAINING):
            return None
        return forms.ask_relative(self, self.session.actor, one)

    def to_line(self) -> None:
        """The keyboard to the scan line."""
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def take(self, text: str) -> None:
        """A scan, or what was typed: one more who took part."""
        row = self.table.current_row()
        if row is None or not self._may(Action.RECORD_TRAINING):
            return
        if self._choices and text.isdigit() and 1 <= int(text) <= len(self._choices):
            who = self._choices[int(text) - 1].who
            self._answer(lambda: training_scans.record(self.session.actor, row.id, who))
        else:
            self._answer(lambda: training_scans.scan(self.session.actor, row.id, text))

    def _build(self) -> None:
        self.filters = FilterBar((Filter("kind", translate("Trainings", "Kind"), lambda: TRAINING_KINDS.shown),))
        self.table: RecordTable[TrainingRow] = RecordTable(
            translate("Trainings", "Trainings"), _columns(), lambda ids: [self._rows[one] for one in ids]
        )
        hint = translate("Trainings", "Ctrl+N records the first one.")
        self.table.set_empty(translate("Trainings", "No training is on record"), hint, "info")
        self.takers: RecordTable[Taker] = RecordTable(
            translate("Trainings", "Who took part"), _taker_columns(), lambda ids: [self._takers[one] for one in ids]
        )
        self.takers.set_empty(translate("Trainings", "Nobody yet"), translate("Trainings", "F6, then scan."), "scan")
        self.table.set_keys(translate("Trainings", "Enter scan   F2 edit"))
        self.takers.set_keys(translate("Trainings", "F4 family   F7 not there   Esc scan line"))
        self.line = ScanLine(translate("Trainings", "Scan a card, or type a name, and Enter"))
        self.line.setAccessibleName(translate("Trainings", "Scan line"))
        self.light = label(role="secondary", wrap=True)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.line, self.light):
            column.addWidget(part)
        column.addWidget(self.takers, 1)
        both = Turning()
        both.add(self.table, 3, least=420)
        both.add(right, 2, least=300)
        self.add_button = button(translate("Trainings", "New training… (Ctrl+N)"), self.add, "primary", "add")
        self.change_button = button(translate("Trainings", "Edit… (F2)"), self.change)
        self.relative_button = button(translate("Trainings", "Of the family… (F4)"), self.relative)
        self.leave_button = button(translate("Trainings", "Not there… (F7)"), self.leave_out)
        self.void_button = button(translate("Trainings", "Void… (F8)"), self.void)
        head = FlowRow(gap=12)
        head.add(self.add_button)
        head.add(self.filters)
        foot = FlowRow(gap=10)
        for one in (self.change_button, self.relative_button, self.leave_button, self.void_button):
            foot.add(one)
        self.content.addWidget(head)
        self.content.addWidget(both, 1)
        self.content.addWidget(foot)

    def _connect(self) -> None:
        self.filters.changed.connect(lambda: reading(self, self.refresh))
        self.table.current_changed.connect(lambda _now: reading(self, self._show_takers))
        self.table.row_activated.connect(lambda _one: self.to_line())
        self.takers.row_activated.connect(lambda _one: self.relative())
        self.takers.left.connect(self.to_line)
        self.line.scanned.connect(self.take)
        self.line.typed.connect(self.take)
        for shortcut in install(self, self.keys()):
            # The keyboard is in the list of sections first.
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)

    def _opened(self, training_id: int) -> None:
        self.filters.set_values({"kind": ""})
        self.refresh()
        self.table.select_id(training_id)
        self.to_line()

    def _answer(self, call: Callable[[], Taken]) -> None:
        self._choices = ()
        found = perform(self, call, Topic.SETTINGS)
        if found is None:
            return
        self._choices = found.choices if found.kind == ScanKind.CHOOSE else ()
        tone, words = _light(found)
        self.light.setText(words)
        set_tone(self.light, tone)
        self.refresh()

    def _show_takers(self) -> None:
        row = self.table.current_row()
        found = trainings.takers(self.session.actor, row.id) if row is not None else []
        # Who was entered last stands first, in sight.
        self._takers = {one.id: one for one in reversed(found)}
        self.takers.set_ids(list(self._takers))
        self.takers.model.reload()
        if self._takers and self.takers.current_id() is None:
            self.takers.select_id(next(iter(self._takers)))

    def _show_rights(self) -> None:
        writes = self._may(Action.RECORD_TRAINING)
        for made in (self.add_button, self.change_button, self.relative_button, self.leave_button, self.void_button):
            made.setVisible(writes)
        self.line.setVisible(writes)
        for made in (self.change_button, self.void_button):
            made.setEnabled(bool(self._rows))
        for made in (self.relative_button, self.leave_button):
            made.setEnabled(bool(self._takers))

    def _may(self, action: Action) -> bool:
        return permissions.may(self.session.actor.role, action)


def _columns() -> tuple[Column[TrainingRow], ...]:
    return (
        Column(translate("Trainings", "Day"), lambda one: one.day.isoformat(), 116),
        Column(translate("Trainings", "Kind"), lambda one: TRAINING_KINDS.shown[one.kind], 100, spare=True),
        Column(translate("Trainings", "Training"), lambda one: one.title, 140, stretch=True),
        Column(translate("Trainings", "Hours"), lambda one: one.hours, 70, Align.RIGHT),
        Column(translate("Trainings", "Took part"), lambda one: str(one.staff + one.residents), 70, Align.RIGHT),
    )


def _taker_columns() -> tuple[Column[Taker], ...]:
    return (
        Column(translate("Trainings", "Name"), lambda one: one.name, 110, stretch=True),
        Column(translate("Trainings", "Who"), _who, 110, stretch=True),
    )


def _who(one: Taker) -> str:
    if one.named_id is not None:
        return translate("Trainings", "works here")
    words = translate("Trainings", "family: {name}").format(name=one.relative)
    return words if one.relative else translate("Trainings", "resident")


def _light(found: Taken) -> tuple[Tone, str]:
    if found.kind == ScanKind.RECORDED:
        return Tone.OK, translate("Trainings", "Took part: {name}").format(name=found.name)
    if found.kind == ScanKind.AGAIN:
        words = translate("Trainings", "{name} is on the list; nothing is added.")
        return Tone.ATTENTION, words.format(name=found.name)
    if found.kind == ScanKind.CHOOSE:
        lines = [f"{at}   {one.name} {one.about}".rstrip() for at, one in enumerate(found.choices, 1)]
        return Tone.ACCENT, "\n".join([translate("Trainings", "Who is it? The number and Enter."), *lines])
    words = sentence(found.error) if found.error is not None else ""
    return Tone.DANGER, ": ".join(part for part in (found.name, words) if part)
