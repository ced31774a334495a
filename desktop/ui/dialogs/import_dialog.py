"""Taking a workbook in: choose it, look at what would happen, then let it happen."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.core.i18n import translate
from desktop.importing.importer import ImportOptions, import_workbook
from desktop.importing.result import ImportResult
from desktop.importing.undo import undo_import
from desktop.importing.verdicts import Issue
from desktop.ui import theme
from desktop.ui.bus import Topic
from desktop.ui.forms.choice_fields import SegmentField
from desktop.ui.perform import Told, perform_job
from desktop.ui.session import Session
from desktop.ui.tables.model import Align, Column
from desktop.ui.tables.record_table import RecordTable
from desktop.ui.theme import Tone
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.chips import Chip, Chips, ChipSpec
from desktop.ui.widgets.flow import FlowRow
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.strips import MessageStrip, ProgressStrip

_TOPICS = {
    "residents": Topic.RESIDENTS,
    "beds": Topic.BEDS | Topic.RESIDENTS,
    "services": Topic.SERVICES,
    "meals": Topic.MEALS,
    "visits": Topic.VISITS,
}
_ORDER = {"refused": 0, "to_verify": 0, "warning": 1, "duplicate": 2, "normalised": 3}
_COUNTED = ("rows", "imported", "to_verify", "normalised", "refused", "duplicates", "skipped")


class ImportDialog(QDialog):
    """Every row gets its verdict before anything is written; rows that need a person are listed with the reason."""

    def __init__(self, session: Session, kind: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._page = session, parent
        self.file: Path | None = None
        self.result_seen: ImportResult | None = None
        self._issues: dict[int, Issue] = {}
        self.strip = MessageStrip()
        self.progress = ProgressStrip()
        self.kind = SegmentField(_kinds())
        self.kind.set_value(kind)
        self._file = label(role="secondary", wrap=True)
        self._chips = {name: Chip("") for name in _COUNTED}
        self._words = label(wrap=True)
        self.table: RecordTable[Issue] = RecordTable(translate("Import", "Rows to look at"), _columns(), self._load)
        self.import_button = button(translate("Import", "Take it in"), self.take_in, "primary", "import")
        self._build()
        self._connect()
        self._show_nothing()

    def choose(self) -> None:
        """Choose the workbook from the disk."""
        title = translate("Import", "Choose a workbook")
        kinds = translate("Import", "Workbooks (*.xlsx *.xls *.et *.ods)")
        chosen, _kind = QFileDialog.getOpenFileName(self, title, str(Path.home()), kinds)
        if chosen:
            self.look_at(Path(chosen))

    def look_at(self, path: Path) -> None:
        """Read it and say what would happen; nothing is written."""
        self.file = path
        self._show_nothing()
        self._file.setText(path.name)
        self._run(path, dry_run=True)

    def take_in(self) -> None:
        """Write what was looked at; the line at the bottom takes it back."""
        if self.file is not None and self.result_seen is not None:
            self._run(self.file, dry_run=False)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A file may be dropped."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Look at the dropped file."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            self.look_at(paths[0])

    def _build(self) -> None:
        self.setAcceptDrops(True)
        self.setWindowTitle(translate("Import", "Take a workbook in"))
        head = QHBoxLayout()
        head.addWidget(label(translate("Import", "Take a workbook in"), "section"))
        head.addStretch(1)
        choose = QHBoxLayout()
        self.choose_button = button(translate("Import", "Choose a workbook…"), self.choose, "plain", "import")
        choose.addWidget(self.choose_button)
        choose.addWidget(self._file, 1)
        foot = QHBoxLayout()
        foot.addWidget(self._words, 1)
        foot.addWidget(button(translate("Import", "Close"), self.reject))
        foot.addWidget(self.import_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 18)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.kind)
        column.addLayout(choose)
        column.addWidget(self.strip)
        column.addWidget(self.progress)
        column.addWidget(FlowRow(*self._chips.values()))
        column.addWidget(self.table, 1)
        column.addLayout(foot)
        size = self._page.window().size()
        self.resize(min(theme.px(920), size.width() - 80), min(theme.px(640), size.height() - 60))
        self.choose_button.setFocus()

    def _connect(self) -> None:
        self.kind.changed.connect(self._look_again)
        # The window's own progress lies under this box.
        jobs = self._session.jobs
        jobs.started.connect(self.progress.begin)
        jobs.progressed.connect(self.progress.advance)
        jobs.idle.connect(self.progress.end)
        self.progress.cancel_requested.connect(jobs.cancel)
        self.finished.connect(lambda _code: jobs.cancel())

    def _look_again(self) -> None:
        if self.file is not None:
            self.look_at(self.file)

    def _run(self, path: Path, dry_run: bool) -> None:
        kind, actor = str(self.kind.value()), self._session.actor
        title = translate("Import", "Looking at the rows") if dry_run else translate("Import", "Taking the rows in")
        self.strip.clear()
        self.import_button.setEnabled(False)
        told = Told[ImportResult]()
        if not dry_run:
            done = translate("Import", "{file} is taken in").format(file=path.name)
            told = Told(_TOPICS[kind], done, lambda result: undo_import(actor, result.import_id or 0))
        perform_job(
            self,
            title,
            lambda progress: import_workbook(actor, kind, path, ImportOptions(dry_run=dry_run), progress),
            self._show if dry_run else self._done,
            told,
        )

    def _done(self, result: ImportResult) -> None:
        # The line with its undo stands in the window, under this box.
        self.accept()

    def _show_nothing(self) -> None:
        self.result_seen = None
        self.import_button.setEnabled(False)
        for chip in self._chips.values():
            chip.hide()
        self._issues = {}
        self.table.set_ids([])
        self._words.setText("")
        self.table.set_empty(
            translate("Import", "Choose a workbook or drop it here"),
            translate(
                "Import", "Titles, totals and blank lines are skipped; nothing is written before you have looked."
            ),
            "import",
        )

    def _show(self, result: ImportResult) -> None:
        self.result_seen = result
        # Those that a person has to see to come first.
        urgent = sorted(result.issues, key=lambda issue: (_ORDER.get(issue.verdict, 1), issue.row))
        self._issues = dict(enumerate(urgent, 1))
        for name, (words, tone) in _count_words().items():
            count = result.total(name)
            self._chips[name].set(words.format(count=count), tone if count else Tone.NEUTRAL)
            self._chips[name].setVisible(bool(count) or name in {"rows", "imported"})
        self.table.set_empty(
            translate("Import", "Every row is fine"), translate("Import", "Nothing needs a person."), "check"
        )
        self.table.set_ids(list(self._issues))
        sheet = result.sheets[0]
        found = translate("Import", "Sheet {sheet}, headings in line {line}. Nothing is written yet.")
        self._words.setText(found.format(sheet=sheet.sheet, line=sheet.header_row))
        self.import_button.setEnabled(result.total("imported") > 0)
        self.import_button.setText(translate("Import", "Take {count} rows in").format(count=result.total("imported")))
        self.import_button.setFocus()

    def _load(self, ids: list[int]) -> list[Issue]:
        return [self._issues[one] for one in ids]


def _kinds() -> dict[str, str]:
    return {
        "residents": translate("Import", "Residents"),
        "beds": translate("Import", "Beds and stays"),
        "services": translate("Import", "Help services"),
        "meals": translate("Import", "Meals"),
        "visits": translate("Import", "Visits"),
    }


def _count_words() -> dict[str, tuple[str, Tone]]:
    return {
        "rows": (translate("Import", "{count} rows"), Tone.NEUTRAL),
        "imported": (translate("Import", "{count} can be taken in"), Tone.OK),
        "to_verify": (translate("Import", "{count} to verify"), Tone.ATTENTION),
        "normalised": (translate("Import", "{count} put right"), Tone.NEUTRAL),
        "refused": (translate("Import", "{count} refused"), Tone.DANGER),
        "duplicates": (translate("Import", "of these {count} are there already"), Tone.NEUTRAL),
        "skipped": (translate("Import", "{count} lines are no records"), Tone.NEUTRAL),
    }


def _columns() -> tuple[Column[Issue], ...]:
    return (
        Column(translate("Import", "Line"), lambda issue: str(issue.row) if issue.row else "—", 70, Align.RIGHT),
        Column(translate("Import", "Verdict"), _verdict, 130),
        Column(translate("Import", "What it is"), lambda issue: issue.text, 420, stretch=True),
        Column(translate("Import", "What stands there"), lambda issue: issue.value, 180),
    )


def _verdict(issue: Issue) -> Chips:
    words = {
        "to_verify": (translate("Import", "To verify"), Tone.ATTENTION),
        "normalised": (translate("Import", "Put right"), Tone.NEUTRAL),
        "refused": (translate("Import", "Refused"), Tone.DANGER),
        "duplicate": (translate("Import", "There already"), Tone.NEUTRAL),
        "warning": (translate("Import", "Look at it"), Tone.ATTENTION),
    }
    text, tone = words.get(issue.verdict, (issue.verdict, Tone.NEUTRAL))
    return Chips((ChipSpec(text, tone),))
