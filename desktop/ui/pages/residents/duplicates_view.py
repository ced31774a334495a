"""查重: pairs of records that may be one person, worked off one after the other; and merges, to be undone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedLayout, QTabBar, QVBoxLayout, QWidget

from desktop.core.answers import BackupReason
from desktop.core.errors import FieldError
from desktop.core.i18n import translate
from desktop.core.reasons import Reason
from desktop.core.words.records import why_alike
from desktop.services.keeping import backups
from desktop.services.register import duplicates
from desktop.services.register.duplicates import Pair
from desktop.services.residents import merging
from desktop.services.residents.merging import MergeRow
from desktop.ui.frame.bus import Topic
from desktop.ui.frame.keys import Key, install
from desktop.ui.frame.page import Page
from desktop.ui.frame.perform import perform, perform_job, reading
from desktop.ui.pages.acts import Act, Texts, ask_for, reason
from desktop.ui.pages.page_view import PageView
from desktop.ui.pages.residents.merge_panel import MergePanel
from desktop.ui.tables.model import Column
from desktop.ui.tables.record_table import RecordTable
from desktop.ui.widgets.turning import Turning

_LIST_LEAST, _PANEL_LEAST = 150, 330
TOPICS = Topic.RESIDENTS | Topic.VISITS | Topic.SERVICES | Topic.MEALS | Topic.BEDS


@dataclass(frozen=True)
class PairLine:
    """A pair in the list."""

    names: str
    born: str
    why: str


class DuplicatesView(PageView):
    """The pairs at the left, the comparison at the right; ``opened`` carries a resident's id."""

    opened = Signal(int)

    def __init__(self, page: Page) -> None:
        super().__init__(page, translate("Duplicates", "Perhaps on record twice"))
        self.pairs: dict[int, Pair] = {}
        self.merges: dict[int, MergeRow] = {}
        self.panel = MergePanel()
        self._build()
        self._connect()

    def begin(self) -> None:
        """Look through the register in the worker thread."""
        self.header.set_subtitle(translate("Duplicates", "Looking through the register…"))
        title = translate("Duplicates", "Looking for duplicates")
        perform_job(self.page, title, lambda _progress: duplicates.worklist(), self.show_pairs)

    def show_pairs(self, found: Sequence[Pair]) -> None:
        """List these pairs."""
        self.pairs = dict(enumerate(found, 1))
        self._list_pairs()
        self.refresh()
        if self.pairs:
            self.table.view.setFocus(Qt.FocusReason.TabFocusReason)

    def refresh(self) -> None:
        """The merges anew; the pairs only when they are looked for again."""
        reading(self, self._list_merges)

    def take_keyboard(self) -> None:
        """The list."""
        (self.table if self.tabs.currentIndex() == 0 else self.merge_table).take_keyboard()

    # What one does with a pair.

    def merge(self) -> None:
        """Make the two one, as chosen."""
        preview = self.panel.preview
        if preview is None or not self.panel.isVisible() or not self.panel.merge_button.isEnabled():
            return
        reason = str(self.panel.form.fields["reason"].value()).strip()
        if not reason:
            self.panel.form.set_errors([FieldError("reason", Reason.REQUIRED)])
            return
        actor, choices = self.session.actor, dict(self.panel.table.choices)
        collapse = self.panel.collapse.value()

        def merge() -> int:
            backups.back_up_before(BackupReason.BEFORE_MERGE, actor)
            return merging.merge(actor, preview.keep, preview.other, choices, collapse, reason)

        merged = perform(
            self,
            merge,
            TOPICS,
            translate("Duplicates", "The two records are one"),
            after_undo=self.begin,
        )
        if merged is not None:
            self._drop(lambda pair: preview.other in (pair.one.resident_id, pair.other.resident_id))

    def dismiss(self) -> None:
        """Keep that these are two people."""
        at = self.table.current_id()
        if at is None or at not in self.pairs:
            return
        pair = self.pairs[at]
        actor, one, other = self.session.actor, pair.one.resident_id, pair.other.resident_id
        words = translate("Duplicates", "{one} and {other} are two people")
        act = Act(
            words.format(one=pair.one.name, other=pair.other.name),
            translate("Duplicates", "Keep it so"),
            Texts(reason()),
            lambda typed: duplicates.dismiss(actor, one, other, typed["reason"]),
            Topic.RESIDENTS,
            translate("Duplicates", "Kept: they are two people"),
            then=lambda _made: self._drop(lambda listed: listed == pair),
            after_undo=self.begin,
            about=(one, other),
        )
        ask_for(self, act)

    def open_person(self) -> None:
        """The card of the record that stays."""
        if self.panel.preview is not None and self.tabs.currentIndex() == 0:
            self.opened.emit(self.panel.preview.keep)

    def undo_current(self) -> None:
        """Undo the selected merge, with a reason."""
        at = self.merge_table.current_id()
        row = self.merges.get(at) if at is not None else None
        if row is None or row.undone_at is not None:
            return
        words = translate("Duplicates", "Undo the merge of {other} into {keep}?")
        act = Act(
            words.format(other=row.other_name, keep=row.keep_name),
            translate("Duplicates", "Undo the merge"),
            Texts(reason()),
            lambda typed: merging.undo_merge(self.session.actor, row.id, typed["reason"]),
            TOPICS,
            translate("Duplicates", "Both records are back"),
            then=lambda _made: self.begin(),
        )
        ask_for(self, act)

    # How it is made.

    def _build(self) -> None:
        self.header.add_action(translate("Duplicates", "Look again"), self.begin, "search", "F5")
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setAccessibleName(translate("Duplicates", "Parts of this list"))
        self.tabs.addTab(translate("Duplicates", "Pairs"))
        self.tabs.addTab(translate("Duplicates", "Merges"))
        self.table: RecordTable[PairLine] = RecordTable(
            translate("Duplicates", "Pairs"), _pair_columns(), self._load_pairs
        )
        self.merge_table: RecordTable[MergeRow] = RecordTable(
            translate("Duplicates", "Merges"), _merge_columns(), lambda ids: [self.merges[one] for one in ids]
        )
        self._say_empty()
        left = QWidget()
        self._lists = QStackedLayout(left)
        self._lists.addWidget(self.table)
        self._lists.addWidget(self.merge_table)
        lists = QWidget()
        column = QVBoxLayout(lists)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.tabs)
        column.addWidget(left, 1)
        row = Turning()
        row.add(lists, 4, least=_LIST_LEAST)
        row.add(self.panel, 5, least=_PANEL_LEAST)
        self.content.addWidget(row, 1)
        self.panel.hide()

    def keys(self) -> tuple[Key, ...]:
        """Comparing two people."""
        return (
            Key("Ctrl+S", translate("ResidentsKeys", "make one of the two"), self.merge),
            Key("F5", translate("Duplicates", "Look again")),
            Key("F6", translate("ResidentsKeys", "keep the other one of the two"), self.panel.swap),
            Key("F7", translate("ResidentsKeys", "they are two people"), self.dismiss),
            Key("F2", translate("ResidentsKeys", "open the card"), self.open_person),
            Key("Ctrl+Tab", translate("ResidentsKeys", "from the pairs to what was merged and back"), self._turn),
        )

    def _turn(self) -> None:
        self.tabs.setCurrentIndex(1 - self.tabs.currentIndex())

    def _connect(self) -> None:
        self.table.current_changed.connect(lambda _at: self._compare())
        self.table.row_activated.connect(lambda _at: self.panel.table.setFocus(Qt.FocusReason.TabFocusReason))
        self.table.left.connect(self.closed)
        self.merge_table.left.connect(self.closed)
        for one in (self.table, self.merge_table):
            one.set_keys(translate("RecordTable", "↑↓ choose   Enter open   Esc back"))
        self.merge_table.row_activated.connect(lambda _at: self.undo_current())
        self.panel.merge_wanted.connect(self.merge)
        self.panel.dismiss_wanted.connect(self.dismiss)
        self.tabs.currentChanged.connect(self._on_tab)
        install(self, self.keys())

    def _say_empty(self) -> None:
        title = translate("Duplicates", "Nobody seems to be on record twice")
        self.table.set_empty(title, translate("Duplicates", "F5 looks again."), "check")
        title = translate("Duplicates", "Nothing was merged yet")
        self.merge_table.set_empty(title, translate("Duplicates", "Merges can be undone from here."), "info")

    # What happens.

    def _compare(self) -> None:
        at = self.table.current_id()
        pair = self.pairs.get(at) if at is not None else None
        shown = pair is not None and reading(
            self, lambda: self.panel.compare(pair.one, pair.other, why_alike(pair.why))
        )
        self.panel.setVisible(shown and self.tabs.currentIndex() == 0)

    def _list_pairs(self) -> None:
        self.table.set_ids(list(self.pairs))
        if self.pairs and self.table.current_id() is None:
            self.table.select_id(next(iter(self.pairs)))
        words = translate("Duplicates", "{count} pairs to look at").format(count=f"{len(self.pairs):,}")
        self.header.set_subtitle(words)
        self._compare()

    def _list_merges(self) -> None:
        self.merges = {row.id: row for row in merging.merges()}
        self.merge_table.set_ids(list(self.merges))

    def _load_pairs(self, ids: list[int]) -> Sequence[PairLine]:
        return [_pair_line(self.pairs[one]) for one in ids if one in self.pairs]

    def _drop(self, gone: Callable[[Pair], bool]) -> None:
        order = list(self.pairs)
        at = order.index(self.table.current_id() or order[0])
        self.pairs = {one: pair for one, pair in self.pairs.items() if not gone(pair)}
        rest = [one for one in order[at:] if one in self.pairs] or list(self.pairs)[-1:]
        self._list_pairs()
        if rest:
            self.table.select_id(rest[0])
        self.take_keyboard()

    def _on_tab(self, at: int) -> None:
        self._lists.setCurrentIndex(at)
        self._compare()
        self.take_keyboard()


def _pair_line(pair: Pair) -> PairLine:
    one, other = pair.one, pair.other
    names = one.name if one.name == other.name else f"{one.name} / {other.name}"
    return PairLine(names, one.born_on.isoformat() if one.born_on else "—", why_alike(pair.why))


def _pair_columns() -> tuple[Column[PairLine], ...]:
    return (
        Column(translate("Duplicates", "Names"), lambda row: row.names, 120),
        Column(translate("Duplicates", "Birth date"), lambda row: row.born, 104, spare=True),
        Column(translate("Duplicates", "Why"), lambda row: row.why, 150, stretch=True),
    )


def _merge_columns() -> tuple[Column[MergeRow], ...]:
    return (
        Column(translate("Duplicates", "At"), lambda row: row.at[:16].replace("T", " "), 140),
        Column(translate("Duplicates", "Kept"), lambda row: row.keep_name, 90),
        Column(translate("Duplicates", "Merged"), lambda row: row.other_name, 90),
        Column(translate("Duplicates", "Reason"), lambda row: row.reason, 120, stretch=True),
        Column(translate("Duplicates", "Undone"), lambda row: (row.undone_at or "—")[:10], 100),
    )
