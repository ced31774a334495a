"""指标: what the plans ask for, with the days on which it holds, and the figures that somebody types for them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.core import clock
from desktop.core.acts import Action
from desktop.core.i18n import translate
from desktop.core.words import counts
from desktop.core.words.fields import field_word
from desktop.core.words.messages import field_sentence
from desktop.core.words.terms import PLANS
from desktop.services.centre.centres import centre
from desktop.services.plans import indicators, typed
from desktop.services.plans import reading as files
from desktop.services.plans.reading import LineError
from desktop.services.writing import permissions
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.forms.choice_fields import SegmentField
from desktop.ui.frame.bus import Topic
from desktop.ui.frame.keys import Key, install
from desktop.ui.frame.perform import perform, reading
from desktop.ui.frame.session import Session
from desktop.ui.pages.system import plan_forms as forms
from desktop.ui.pages.system.plan_columns import (
    FigureLine,
    VersionLine,
    figure_columns,
    version_columns,
    whole_words,
)
from desktop.ui.pages.system.section import SystemSection
from desktop.ui.tables.record_table import RecordTable
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.filters import Filter, FilterBar
from desktop.ui.widgets.flow import FlowRow
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.turning import OpenPart

_INDICATORS, _FIGURES = "indicators", "figures"
# More lines of a file that cannot be read than anybody mends at once.
_MOST_ERRORS = 12


class PlansSection(SystemSection):
    """The indicators of one plan, or the typed figures; the director changes the one, the office types the other."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        about = translate(
            "Plans",
            "What the plans ask for, counted each month. Nothing is overwritten: another version holds from a day on. "
            "What no room can count is typed with its day and source.",
        )
        super().__init__(session, translate("Plans", "Indicators"), about, parent)
        self._versions: dict[int, VersionLine] = {}
        self._figures: dict[int, FigureLine] = {}
        self._errors: tuple[LineError, ...] = ()
        self._build()
        self._connect()

    @property
    def shows_figures(self) -> bool:
        """Whether the typed figures are shown."""
        return self.part.value() == _FIGURES

    def refresh(self) -> None:
        """List anew."""
        today = clock.today()
        chosen = self.filters.values()["plan"]
        plans = [chosen] if chosen else list(map(str, PLANS))
        held = {one for plan in plans for one in indicators.in_force(plan, today)}
        versions = [VersionLine(one, one in held) for one in indicators.versions(chosen)]
        self._versions = dict(enumerate(versions))
        asked = {name for line in versions if line.holds for name in (line.version.numerator, line.version.denominator)}
        rows = typed.listed()
        lacking = [key for key in counts.TYPED if key not in {row.key for row in rows}]
        lacking.sort(key=lambda key: key not in asked)
        figures = [FigureLine(key, None, key in asked) for key in lacking]
        figures += [FigureLine(row.key, row) for row in rows]
        self._figures = dict(enumerate(figures))
        for table, lines in ((self.table, self._versions), (self.figures, self._figures)):
            table.set_ids(list(lines))
            if lines and table.current_id() is None:
                table.select_id(0)
        self.part.set_word(_FIGURES, _figures_words(sum(line.wanted for line in figures)))
        self._show_current()

    def keys(self) -> tuple[Key, ...]:
        """The section by keys."""
        return (
            Key("F6", translate("Plans", "from the indicators to the typed figures, and back"), self.turn),
            Key("Ctrl+N", translate("Plans", "another indicator, or a figure"), self.add),
            Key("F2", translate("Plans", "change the indicator, or type the figure anew"), self.change),
            Key("F8", translate("Plans", "void this version, or this figure"), self.void),
            Key("Ctrl+I", translate("Plans", "take in a file of indicators"), self.take_in),
        )

    def turn(self) -> None:
        """From the indicators to the typed figures, or back."""
        self.part.choose(_INDICATORS if self.shows_figures else _FIGURES)

    def add(self) -> SmallForm | None:
        """One more indicator, or a figure."""
        if self.shows_figures:
            return self._ask_figure("")
        if not self._may(Action.EDIT_INDICATOR):
            return None
        return forms.ask_new(self, self.session.actor, self.filters.values()["plan"] or centre().plan)

    def change(self) -> SmallForm | None:
        """Change the indicator, or type the chosen figure anew."""
        if self.shows_figures:
            figure = self.figures.current_row()
            return self._ask_figure(figure.key) if figure else None
        line = self.table.current_row()
        if line is None or not self._may(Action.EDIT_INDICATOR):
            return None
        return forms.ask_change(self, self.session.actor, line.version)

    def void(self) -> SmallForm | None:
        """作废: of an indicator the chosen version, where somebody here recorded it; or a figure."""
        figure, line = self.figures.current_row(), self.table.current_row()
        if self.shows_figures:
            if figure is None or figure.row is None or not self._may(Action.VOID_FIGURE):
                return None
            return forms.ask_void_figure(self, self.session.actor, figure.row)
        if line is None or not line.version.id or not self._may(Action.EDIT_INDICATOR):
            return None
        return forms.ask_void(self, self.session.actor, line.version)

    def take_in(self) -> None:
        """Ask for a file of indicators and take it in; the director's."""
        if self.shows_figures or not self._may(Action.EDIT_INDICATOR):
            return
        title = translate("Plans", "Take in a file of indicators")
        chosen, _kind = QFileDialog.getOpenFileName(self, title, "", "TOML (*.toml)")
        if chosen:
            self.take_file(Path(chosen))

    def take_file(self, path: Path) -> None:
        """Take in a file, all or none; what is wrong with it is told line by line."""
        reading(self, lambda: self._take(path))

    def _take(self, path: Path) -> None:
        found = files.read_file(path)
        self._errors = found.errors
        if not found.errors:
            words = translate("Plans", "{count} indicators of the file are taken in").format(count=len(found.versions))
            perform(self, lambda: indicators.load(self.session.actor, found.versions), Topic.ALL, words)
        self._show_current()

    # How it is made.

    def _build(self) -> None:
        plans = PLANS.shown
        self.filters = FilterBar((Filter("plan", translate("Plans", "Plan"), lambda: plans, centre().plan),))
        self.part = SegmentField({_INDICATORS: translate("Plans", "Indicators"), _FIGURES: _figures_words(0)})
        self.part.set_name(translate("Plans", "Indicators or typed figures"))
        self.part.set_value(_INDICATORS)
        row = FlowRow(gap=16)
        row.add(self.part)
        row.add(self.filters)
        self.table: RecordTable[VersionLine] = RecordTable(
            translate("Plans", "Indicators"), version_columns(), lambda ids: [self._versions[one] for one in ids]
        )
        self.figures: RecordTable[FigureLine] = RecordTable(
            _figures_words(0), figure_columns(), lambda ids: [self._figures[one] for one in ids]
        )
        self._stack = OpenPart()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.figures)
        self._whole = label(role="secondary", wrap=True)
        self._wrong = label(role="strong", wrap=True)
        self.file_button = button(translate("Plans", "Take in a file… (Ctrl+I)"), self.take_in)
        self.void_button = button(translate("Plans", "Void… (F8)"), self.void)
        self.change_button = button(translate("Plans", "Change… (F2)"), self.change)
        self.add_button = button(translate("Plans", "New indicator… (Ctrl+N)"), self.add, "primary", "add")
        for made in (self.add_button, self.change_button, self.void_button, self.file_button):
            self.buttons.add(made)
        self.content.addWidget(row)
        self.content.addWidget(self._stack, 1)
        for one in (self._whole, self._wrong):
            self.content.addWidget(one)

    def _connect(self) -> None:
        self.part.changed.connect(self._on_part)
        self.filters.changed.connect(lambda: reading(self, self.refresh))
        for table in (self.table, self.figures):
            table.current_changed.connect(lambda _now: self._show_current())
            table.row_activated.connect(lambda _one: self.change())
        for shortcut in install(self, self.keys()):
            # The keyboard is in the list of sections first.
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)

    # What happens.

    def _on_part(self) -> None:
        table = self.figures if self.shows_figures else self.table
        self._stack.setCurrentWidget(table)
        self._errors = ()
        self._show_current()
        table.view.setFocus(Qt.FocusReason.TabFocusReason)

    def _show_current(self) -> None:
        line, figure = self.table.current_row(), self.figures.current_row()
        typing = self.shows_figures
        edits, types = self._may(Action.EDIT_INDICATOR), self._may(Action.RECORD_FIGURE)
        self._whole.setText("" if typing or line is None else whole_words(line.version))
        self._whole.setVisible(not typing and line is not None)
        self._wrong.setText("\n".join(_error_words(self._errors)))
        self._wrong.setVisible(bool(self._errors))
        self.filters.setVisible(not typing)
        self.file_button.setVisible(edits and not typing)
        for made in (self.add_button, self.change_button, self.void_button):
            made.setVisible(types if typing else edits)
        new = translate("Plans", "Type a figure… (Ctrl+N)") if typing else translate("Plans", "New indicator… (Ctrl+N)")
        self.add_button.setText(new)
        self.change_button.setEnabled((figure if typing else line) is not None)
        kept = figure is not None and figure.row is not None if typing else line is not None and line.version.id > 0
        self.void_button.setEnabled(kept)

    def _ask_figure(self, key: str) -> SmallForm | None:
        return forms.ask_figure(self, self.session.actor, key) if self._may(Action.RECORD_FIGURE) else None

    def _may(self, action: Action) -> bool:
        return permissions.may(self.session.actor.role, action)


def _figures_words(missing: int) -> str:
    words = translate("Plans", "Typed figures")
    return f"{words} {missing}" if missing else words


def _error_words(errors: Sequence[LineError]) -> list[str]:
    if not errors:
        return []
    head = translate("Plans", "Nothing was taken in. What is wrong with the file:")
    words = translate("Plans", "line {line}, {field}: {sentence}")
    told = [
        words.format(line=one.line, field=field_word(one.error.name, "indicator"), sentence=field_sentence(one.error))
        for one in errors[:_MOST_ERRORS]
    ]
    more = len(errors) - len(told)
    return [head, *told, *([translate("Plans", "and {count} more").format(count=more)] if more else [])]
