"""收文件的结果: what became of each file, and in words why one was not taken."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from desktop.core.errors import Cancelled, ShizhuError
from desktop.core.i18n import translate
from desktop.core.words.messages import sentence
from desktop.district.catalogue import Accepted
from desktop.district.intake import Merged
from desktop.ui.frame.keys import Key
from desktop.ui.frame.page import Page
from desktop.ui.frame.sync_words import period_text
from desktop.ui.look.theme import Tone
from desktop.ui.pages.page_view import PageView
from desktop.ui.tables.model import Column
from desktop.ui.tables.record_table import RecordTable
from desktop.ui.widgets.chips import Chips, ChipSpec
from desktop.ui.widgets.labels import label


@dataclass(frozen=True)
class Taken:
    """What became of the files; ``error`` is what kept the rest from being looked at."""

    merged: Merged
    error: ShizhuError | None = None


@dataclass(frozen=True)
class _File:
    name: str
    state: ChipSpec
    words: str


class IntakeView(PageView):
    """The files, those that need a person first."""

    def __init__(self, page: Page, taken: Taken, names: Mapping[str, str]) -> None:
        super().__init__(page, translate("DistrictIntake", "What came in"))
        self.files = list(_files(taken.merged, names))
        self.said = label(_summary(taken), "secondary", wrap=True)
        self.why = label("", wrap=True)
        self.table: RecordTable[_File] = RecordTable(
            translate("DistrictIntake", "Files"), _columns(), lambda ids: [self.files[at] for at in ids]
        )
        self.table.set_keys(translate("DistrictIntake", "↑↓ choose   Esc back"))
        self.table.left.connect(self.closed)
        self.table.current_changed.connect(lambda _at: self._show_why())
        self.content.addWidget(self.said)
        self.content.addWidget(self.table, 1)
        self.content.addWidget(self.why)
        self.table.set_ids(range(len(self.files)))
        self.table.select_id(0)

    def keys(self) -> tuple[Key, ...]:
        """None but the way back, which is everywhere the same."""
        return ()

    def take_keyboard(self) -> None:
        """The list."""
        self.table.take_keyboard()

    def _show_why(self) -> None:
        # A sentence is longer than any column.
        one = self.table.current_row()
        self.why.setText("" if one is None else one.words)


def _summary(taken: Taken) -> str:
    merged = taken.merged
    words = translate("DistrictIntake", "{accepted} files taken, {unchanged} known already, {refused} refused.")
    lines = [words.format(accepted=len(merged.accepted), unchanged=len(merged.unchanged), refused=len(merged.refused))]
    if isinstance(taken.error, Cancelled):
        lines.append(translate("DistrictIntake", "It was cancelled: what was taken before stands."))
    elif taken.error is not None:
        lines.append(sentence(taken.error))
    return "\n".join(lines)


def _files(merged: Merged, names: Mapping[str, str]) -> Iterator[_File]:
    refused = ChipSpec(translate("DistrictIntake", "refused"), Tone.DANGER)
    taken = ChipSpec(translate("DistrictIntake", "taken"), Tone.OK)
    known = ChipSpec(translate("DistrictIntake", "known already"), Tone.NEUTRAL)
    yield from (_File(one.path.name, refused, sentence(one.error)) for one in merged.refused)
    for state, found in ((taken, merged.accepted), (known, merged.unchanged)):
        yield from (_File(path.name, state, _words(path, row, names)) for path, row in found)


def _words(path: Path, row: Accepted, names: Mapping[str, str]) -> str:
    words = translate("DistrictIntake", "{path}: {centre} {name}, {period}, file no. {sequence}, {rows} records.")
    return words.format(
        path=path.name,
        centre=row.centre,
        name=names.get(row.centre, ""),
        period=period_text(row.period),
        sequence=row.sequence,
        rows=f"{row.rows:,}",
    )


def _columns() -> tuple[Column[_File], ...]:
    return (
        Column(translate("DistrictIntake", "File"), lambda one: one.name, 300),
        Column(translate("DistrictIntake", "What became of it"), lambda one: Chips((one.state,)), 130),
        Column(translate("DistrictIntake", "In words"), lambda one: one.words, 260, stretch=True, spare=True),
    )
