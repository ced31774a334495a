"""Taking a workbook in, in four steps: file, columns, check, done. Nothing is written before the last one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.core.acts import Action
from desktop.core.answers import WorkbookKind
from desktop.core.i18n import translate
from desktop.core.period import Month
from desktop.core.progress import Progress
from desktop.core.trade import NamedList
from desktop.importing import staging
from desktop.importing.book.headers import Table
from desktop.importing.result import ImportResult
from desktop.importing.staging import Column
from desktop.importing.undo import undo_import
from desktop.services.named import unknown
from desktop.services.writing import permissions
from desktop.ui.dialogs.question import ask
from desktop.ui.frame.bus import Topic
from desktop.ui.frame.keys import Key, install
from desktop.ui.frame.perform import Told, perform_job, reading, window_near
from desktop.ui.frame.rooms import RoomKey
from desktop.ui.frame.session import Session
from desktop.ui.look.theme import Tone
from desktop.ui.pages.asks import AnswerTexts, TakeIn
from desktop.ui.pages.importing.check import CheckStep
from desktop.ui.pages.importing.columns import ColumnsStep
from desktop.ui.pages.importing.done import DoneStep
from desktop.ui.pages.importing.file import FileStep
from desktop.ui.pages.importing.file_page import FilePage
from desktop.ui.pages.importing.foot import CHECK, COLUMNS, DONE, FILE, missing_words, next_words
from desktop.ui.pages.importing.panel import MEANT_KEY
from desktop.ui.pages.importing.papers import save_blank, save_verdicts
from desktop.ui.pages.importing.words import PLACES, kind_words, step_words
from desktop.ui.pages.importing.work import ImportWork, Judged, release_memory
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.labels import label, set_property
from desktop.ui.widgets.page_area import ContentArea

T = TypeVar("T")


class ImportPage(FilePage):
    """The wizard; other rooms send it ``TakeIn`` and it goes back to them."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, translate("ImportWizard", "Take a workbook in"), parent)
        self.work = ImportWork()
        self._back_to = RoomKey.RESIDENTS
        self.files, self.columns, self.done = FileStep(), ColumnsStep(), DoneStep()
        self.rows = CheckStep(lambda: permissions.may(session.actor.role, Action.EDIT_WORKER))
        self._steps, self._step = QWidget(), FILE
        self._marks = [label(words, "secondary") for words in step_words()]
        self._hint = label(role="secondary", wrap=True)
        self.back_button = button(translate("ImportWizard", "Back (Esc)"), self.go_back)
        self.next_button = button("", self.go_on, "primary")
        self._build()
        self._connect()
        self._show()

    @property
    def step(self) -> int:
        """Which step is shown, from 0."""
        return self._step

    def receive(self, argument: object) -> None:
        """Begin an import, or go on with the one that is under way."""
        if not isinstance(argument, TakeIn):
            return
        self._back_to = argument.back_to or PLACES[argument.kind].room
        over, other = self.work.result is not None, self.work.kind != argument.kind
        if over or (other and self._may_drop()):
            self._begin(argument.kind)
        self.take_keyboard()
        if argument.file is not None:
            self.open_file(argument.file)

    def unsaved(self) -> bool:
        """Whether cells were put right and not taken in."""
        return self.work.dirty

    def keys(self) -> tuple[Key, ...]:
        """The steps of the wizard."""
        return (
            Key("Ctrl+Enter", translate("ImportKeys", "the next step"), self.go_on, ("Ctrl+Return",)),
            Key("Ctrl+O", translate("ImportKeys", "choose a file, in the first step"), self._choose_again),
            Key(
                "Ctrl+V",
                translate("ImportKeys", "read lines copied from a spreadsheet, in the first step"),
                self.paste,
            ),
            Key("F5", translate("ImportKeys", "check the rows again"), self._check_again),
            Key(MEANT_KEY, translate("ImportKeys", "take the ID number that was probably meant"), self._take_meant),
            *self.rows.workers.keys(),
        )

    def _take_meant(self) -> None:
        if self.step == CHECK:
            self.rows.panel.take_meant()

    def take_keyboard(self) -> None:
        """To what the step is about."""
        (self.files, self.columns, self.rows, self.done)[self.step].take_keyboard()

    def save_blank(self) -> None:
        """Write a blank workbook to hand out."""
        save_blank(self, self.work.kind, self.work.month)

    def save_report(self) -> None:
        """Write the verdicts of all rows as a workbook."""
        result = self.work.result or (self.work.judged.checked.result if self.work.judged is not None else None)
        if result is not None:
            save_verdicts(self, result)

    def go_on(self) -> None:
        """The next step, as far as it can be gone."""
        if self.session.jobs.busy or not self.next_button.isEnabled():
            return
        if self.step == FILE:
            self._go(COLUMNS)
        elif self.step == COLUMNS:
            self.check() if self.work.stale else self._go(CHECK)
        elif self.step == CHECK:
            self.rows.keep_typed()
            self.check() if self.work.stale else self.take_in()
        else:
            self.leave()

    def go_back(self) -> None:
        """One step back; from the first and the last out of the room. A running job is cancelled first."""
        if self.session.jobs.busy:
            self.session.jobs.cancel()
        elif self.step in {COLUMNS, CHECK}:
            self.rows.keep_typed()
            self._go(self.step - 1)
        else:
            self.leave()

    def leave(self) -> None:
        """Back to where one came from; cells put right are not lost without a question."""
        if self._may_drop():
            self._begin(self.work.kind)
            self.go_requested.emit(self._back_to, None)

    def check(self) -> None:
        """Judge every row in the background."""
        if self.session.jobs.busy or not self.work.readable:
            return
        self.rows.keep_typed()
        work, actor = self.work, self.session.actor
        title = translate("ImportWizard", "Checking the rows")
        self.run_job(title, lambda progress: work.judge(actor, progress), self._on_judged)

    def take_in(self) -> None:
        """Write what was checked, in the background."""
        work, actor = self.work, self.session.actor
        self.run_job(
            translate("ImportWizard", "Taking the rows in"),
            lambda progress: work.commit(actor, progress),
            self._on_taken_in,
            PLACES[work.kind].topics,
        )

    def undo(self) -> None:
        """Take the import back whole, in the background."""
        result, actor = self.work.result, self.session.actor
        if result is None or result.import_id is None:
            return
        number = result.import_id

        def work(progress: Progress) -> int:
            progress.start(0, "")
            return undo_import(actor, number)

        told: Told = Told(PLACES[result.kind].topics, translate("ImportWizard", "The import is taken back"))
        title = translate("ImportWizard", "Taking back the import")
        perform_job(self, title, work, lambda _count: self._on_undone(result), told)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.go_back()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        self.setAcceptDrops(True)
        marks = QWidget()
        row = QHBoxLayout(marks)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(20)
        for mark in self._marks:
            row.addWidget(mark)
        self.header.add_widget(marks)
        # Not a stack: a step must not be as high as the highest one of them.
        column = QVBoxLayout(self._steps)
        column.setContentsMargins(0, 0, 0, 0)
        for step in (self.files, self.columns, self.rows, self.done):
            column.addWidget(step, 1)
        self.content.addWidget(ContentArea(self._steps), 1)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self._hint, 1)
        foot.addWidget(self.back_button)
        foot.addWidget(self.next_button)
        self.content.addLayout(foot)

    def _connect(self) -> None:
        self.files.file_wanted.connect(self.choose_file)
        self.files.blank_wanted.connect(self.save_blank)
        self.files.kind_chosen.connect(self._on_kind)
        self.files.sheets_chosen.connect(self._on_sheets)
        self.files.month_chosen.connect(self._on_month)
        self.columns.mapped.connect(self._on_mapped)
        self.columns.header_chosen.connect(self._on_header)
        self.columns.forgotten.connect(lambda: self._propose(lambda: self.work.forget_mapping(self.session.actor)))
        self.columns.remember_chosen.connect(self._on_remember)
        self.rows.chosen.connect(self._show_foot)
        self.columns.left.connect(self.go_back)
        self.rows.left.connect(self.go_back)
        self.rows.report_wanted.connect(self.save_report)
        self.done.report_wanted.connect(self.save_report)
        self.done.undo_wanted.connect(self.undo)
        self.done.texts_wanted.connect(lambda: self.go_requested.emit(RoomKey.SYSTEM, AnswerTexts(self.done.asked_of)))
        self.done.again_wanted.connect(lambda: self._begin(self.work.kind))
        install(self, self.keys())

    def _choose_again(self) -> None:
        if self.step == FILE:
            self.choose_file()

    def _check_again(self) -> None:
        if self.step == CHECK:
            self.check()

    def _begin(self, kind: WorkbookKind) -> None:
        self.work = ImportWork(kind)
        self.rows.show_work(self.work)
        release_memory()
        self.strip.clear()
        self._go(FILE)

    def _go(self, step: int) -> None:
        self.strip.clear()
        self._step = step
        self._show()
        self.take_keyboard()

    def ready_for_file(self) -> bool:
        """Whether a file may take the place of the one before; cells put right are asked about."""
        return not self.session.jobs.busy and self._may_drop()

    def show_opened(self, path: Path, book: staging.Book, other: WorkbookKind | None) -> None:
        """Show a file that was read, and that it looks like another kind."""
        kind = self.work.kind
        self.work = ImportWork(kind)
        if reading(self, lambda: self.work.take_book(path, book)):
            self._step = FILE
            self._show()
            self.next_button.setFocus()
            if other is not None:
                self._say_kind(other)

    def _on_kind(self, kind: str) -> None:
        if kind != self.work.kind and self._may_drop():
            self._propose(lambda: self.work.take_kind(WorkbookKind(kind)))
        self._show()

    def _say_kind(self, other: WorkbookKind) -> None:
        """The file looks like something else: one key reads it so."""
        words = translate("ImportWizard", "This looks like {kind}, not {wanted}.")
        names = kind_words()
        self.strip.say(
            words.format(kind=names[other], wanted=names[self.work.kind]),
            Tone.ATTENTION,
            {translate("ImportWizard", "Read it as {kind}").format(kind=names[other]): lambda: self._on_kind(other)},
        )
        self.strip.take_keyboard()

    def _on_sheets(self, names: tuple[str, ...]) -> None:
        self._propose(lambda: self.work.take_sheets(names))

    def _on_month(self, month: Month | None) -> None:
        self.work.month = month
        self._propose(self.work.propose)

    def _on_mapped(self, table: Table, column: Column, name: str) -> None:
        self._propose(lambda: self.work.map_column(table, column, name))

    def _on_header(self, row: int | None) -> None:
        self._propose(lambda: self.work.take_header_row(row))

    def _on_remember(self, remember: bool) -> None:
        self.work.remember = remember

    def _propose(self, choose: Callable[[], object]) -> None:
        self.strip.clear()
        reading(self, choose)
        self._show()

    def _on_judged(self, judged: Judged) -> None:
        self.work.judged = judged
        self._go(CHECK)

    def _on_taken_in(self, result: ImportResult) -> None:
        self.work.result = result
        self.done.show_result(result)
        self._show_texts()
        self._go(DONE)
        window = window_near(self)
        if window is not None:
            words = translate("ImportWizard", "{file} is taken in").format(file=result.file)
            window.toast.say(words, window.deeds.take_back_last)

    def _on_taken_back(self) -> None:
        if self.work.result is not None:
            self._on_undone(self.work.result)

    def _on_undone(self, result: ImportResult) -> None:
        self.done.show_result(result, undone=True)
        self._show_texts()

    def _show_texts(self) -> None:
        asked_of = NamedList.PERSON if self.work.kind == WorkbookKind.SERVICES else NamedList.COMMUNITY
        asked = self.work.kind in {WorkbookKind.RESIDENTS, WorkbookKind.SERVICES} and unknown.kept(asked_of)
        self.done.show_texts([one.text for one in unknown.unknown(asked_of)] if asked else [], asked_of)

    def run_job(
        self, title: str, call: Callable[[Progress], T], then: Callable[[T], object], changes: Topic = Topic.NOTHING
    ) -> None:
        """Do something long; until it is over the steps rest."""
        self._steps.setEnabled(False)
        self.next_button.setEnabled(False)
        self.setFocus()
        perform_job(self, title, call, then, Told(changes, after_undo=self._on_taken_back))
        self.session.jobs.idle.connect(self._on_idle, Qt.ConnectionType.SingleShotConnection)

    def _on_idle(self) -> None:
        self._steps.setEnabled(True)
        self._show_foot()
        self.take_keyboard()

    def _may_drop(self) -> bool:
        self.rows.keep_typed()
        if not self.work.dirty:
            return True
        words = translate("ImportWizard", "{count} cells and people were put right by hand and are not taken in yet.")
        return ask(self, words.format(count=self.work.put_right), translate("ImportWizard", "Drop them"))

    def _show(self) -> None:
        work = self.work
        for at, mark in enumerate(self._marks):
            set_property(mark, "role", "strong" if at == self.step else "secondary")
            set_property(mark, "tone", "accent" if at == self.step else "")
        for at, step in enumerate((self.files, self.columns, self.rows, self.done)):
            step.setVisible(at == self.step)
        parts = [kind_words()[work.kind], work.path.name if work.path is not None else ""]
        self.header.set_subtitle(" · ".join(part for part in parts if part))
        self.files.show_work(work)
        if self.step == COLUMNS:
            self.columns.show_work(work)
        elif self.step == CHECK:
            self.rows.show_work(work)
        self._say_missing()
        self._show_foot()

    def _say_missing(self) -> None:
        words = missing_words(self.work)
        if self.step == COLUMNS and words:
            self.strip.say(words, Tone.ATTENTION)

    def _show_foot(self) -> None:
        words, enabled, hint = next_words(self.step, self.work)
        keys = translate("ImportWizard", "{act} (Ctrl+Enter)")
        self.next_button.setText(keys.format(act=words))
        self.next_button.setEnabled(enabled and not self.session.jobs.busy)
        self._hint.setText(hint)
        self.back_button.setVisible(self.step != DONE)
