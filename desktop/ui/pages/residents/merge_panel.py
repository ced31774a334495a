"""Two records side by side: for each field that differs arrow left or right says which one holds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableWidgetItem, QVBoxLayout, QWidget

from desktop.core.acts import Action
from desktop.core.i18n import translate
from desktop.core.words.records import record_word
from desktop.services.register.duplicates import Candidate
from desktop.services.residents import merging
from desktop.services.residents.merge_rows import Clash
from desktop.services.residents.merging import MergeField, MergePreview
from desktop.ui.forms.choice_fields import CheckField
from desktop.ui.forms.form import Form
from desktop.ui.forms.text_fields import TextField
from desktop.ui.look import theme
from desktop.ui.look.theme import Tone
from desktop.ui.tables.wordy import WordyTable
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.flow import ButtonRow
from desktop.ui.widgets.labels import label, set_tone
from desktop.ui.widgets.page_area import ContentArea

KEEP, OTHER = "keep", "other"
_NAME_WIDTH = 152
# The head and two of the fields are always seen.
_LINES_LEAST = 2


class ChoiceTable(WordyTable):
    """A line a field: its name, this record's words, the other's; ← and → choose, the chosen one is marked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(translate("Merge", "Fields that differ"), 3, parent)
        self.fields: tuple[MergeField, ...] = ()
        self.choices: dict[str, str] = {}
        head = self.horizontalHeader()
        for column in (1, 2):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.cellDoubleClicked.connect(self._on_cell)

    def show_fields(self, fields: tuple[MergeField, ...]) -> None:
        """Show what differs, with what holds unless somebody says otherwise."""
        self.fields = fields
        self.choices = {field.name: field.chosen for field in fields}
        self._fit()
        self.setMinimumHeight(theme.px(_LINES_LEAST * theme.ROW_HEIGHT))
        self.setRowCount(len(fields))
        for line in range(len(fields)):
            self._show_line(line)
        if fields:
            self.setCurrentCell(0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The names take a third where it is narrow."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.setColumnWidth(0, min(theme.px(_NAME_WIDTH), self.width() // 3))

    def choose(self, line: int, side: str) -> None:
        """Let a side hold."""
        if 0 <= line < len(self.fields):
            self.choices[self.fields[line].name] = side
            self._show_line(line)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """← this one, → the other one."""
        side = {Qt.Key.Key_Left: KEEP, Qt.Key.Key_Right: OTHER}.get(Qt.Key(event.key()))
        if side is not None:
            self.choose(self.currentRow(), side)
        else:
            super().keyPressEvent(event)

    def _show_line(self, line: int) -> None:
        field = self.fields[line]
        has = translate("Merge", "has one")
        words = (field.keep, field.other) if field.name != "photo" else (field.keep and has, field.other and has)
        self._put(line, 0, field.label, False)
        for column, (side, text) in enumerate(zip((KEEP, OTHER), words, strict=True), 1):
            chosen = self.choices[field.name] == side
            self._put(line, column, ("✓ " if chosen else "　 ") + (text or "—"), chosen)

    def _put(self, line: int, column: int, text: str, chosen: bool) -> None:
        item = QTableWidgetItem(text)
        item.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        item.setToolTip(text)
        item.setForeground(theme.color("accent" if chosen else "secondary" if column else "ink"))
        font = QFont(item.font())
        font.setBold(chosen)
        item.setFont(font)
        self.setItem(line, column, item)

    def _on_cell(self, line: int, column: int) -> None:
        if column:
            self.choose(line, KEEP if column == 1 else OTHER)


class MergePanel(Card):
    """The comparison with what follows from it; ``merge_wanted``, ``dismiss_wanted`` ask for the act."""

    merge_wanted = Signal()
    dismiss_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.preview: MergePreview | None = None
        self._names = {KEEP: "", OTHER: ""}
        self.title_words = label(role="section", wrap=True)
        self.why = label(role="secondary", wrap=True)
        self.table = ChoiceTable()
        self.follows = label(role="secondary", wrap=True)
        self.clashes = label(wrap=True)
        self.form = Form()
        self.collapse = CheckField(translate("Merge", "Count the visits of one day as one"))
        self.form.add("collapse", "", self.collapse)
        self.form.add("reason", translate("Merge", "Reason"), TextField(), required=True)
        self.swap_button = button(translate("Merge", "Swap (F6)"), self.swap, "quiet")
        self.dismiss_button = button(translate("Merge", "Two people (F7)"), self.dismiss_wanted.emit).ask(
            Action.DISMISS_PAIR
        )
        self.merge_button = button(translate("Merge", "Merge (Ctrl+S)"), self.merge_wanted.emit, "primary").ask(
            Action.MERGE
        )
        self.form.passed_end.connect(self.merge_wanted)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for part in (self.title_words, self.why):
            column.addWidget(part)
        column.addWidget(self.table, 1)
        for part in (self.follows, self.clashes):
            column.addWidget(part)
        column.addWidget(self.form)
        self.body.addWidget(ContentArea(middle), 1)
        self.body.addWidget(ButtonRow(self.swap_button, self.dismiss_button, self.merge_button))

    def compare(self, keep: Candidate, other: Candidate, why: str) -> None:
        """Compare two records; the first one stays."""
        self._keep, self._other, self._why = keep, other, why
        self._names = {KEEP: keep.name, OTHER: other.name}
        self._show(merging.preview(keep.resident_id, other.resident_id))

    def swap(self) -> None:
        """Let the other record be the one that stays."""
        if self.preview is not None:
            self.compare(self._other, self._keep, self._why)

    def _show(self, found: MergePreview) -> None:
        self.preview = found
        keep, other = self._keep, self._other
        words = translate("Merge", "Keep {keep} · {other} is merged into it")
        self.title_words.setText(words.format(keep=_named(keep), other=_named(other)))
        self.why.setText(translate("Merge", "Why: {why}. ← → choose which one holds.").format(why=self._why))
        heads = (
            translate("Merge", "Field"),
            translate("Merge", "Kept"),
            translate("Merge", "Merged"),
        )
        self.table.setHorizontalHeaderLabels(list(heads))
        self.table.show_fields(found.fields)
        counted = " · ".join(f"{record_word(kind)} {count}" for kind, count in found.counts.items() if count)
        follows = translate("Merge", "What follows to the kept record: {rows}")
        self.follows.setText(follows.format(rows=counted or translate("Merge", "nothing but the card")))
        self._show_clashes(found)
        self.form.set_field_visible("collapse", bool(_open(found.visits)))
        self.form.set_values({"collapse": False, "reason": ""})
        self.form.clear_errors()
        self.merge_button.setEnabled(not found.stays)

    def _show_clashes(self, found: MergePreview) -> None:
        lines = []
        for clashes, words in (
            (found.stays, translate("Merge", "Stays that overlap ({days}): put one right in the beds room first.")),
            (_open(found.meals), translate("Merge", "The same meal twice ({days}): one of them becomes void.")),
            (_open(found.visits), translate("Merge", "Visits on one day ({days}): both stay, unless you tick below.")),
            (
                [clash for clash in (*found.meals, *found.excusals) if clash.closed],
                translate("Merge", "The same twice in closed months ({days}): there it stays with the other record."),
            ),
        ):
            if clashes:
                lines.append(words.format(days=_days(clashes)))
        self.clashes.setText("\n".join(lines))
        self.clashes.setVisible(bool(lines))
        set_tone(self.clashes, Tone.DANGER if found.stays else Tone.ATTENTION)


def _named(one: Candidate) -> str:
    return " ".join(
        part for part in (one.name, one.id_masked or (one.born_on.isoformat() if one.born_on else "")) if part
    )


def _open(clashes: Iterable[Clash]) -> list[Clash]:
    return [clash for clash in clashes if not clash.closed]


def _days(clashes: Sequence[Clash]) -> str:
    days = [clash.day.isoformat() for clash in clashes]
    return "、".join(days[:4]) + ("…" if len(days) > 4 else "")
