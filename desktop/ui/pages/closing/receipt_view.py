"""区里的回执: what the district says of a file, and the records that cannot be right; each line opens its place."""

from __future__ import annotations

from PySide6.QtCore import Signal

from desktop.core.i18n import translate
from desktop.core.words.district import ROW_REFUSALS
from desktop.core.words.receipts import part_word, place_words
from desktop.sync.receiving import Read, ToMend
from desktop.ui.frame.keys import Key
from desktop.ui.frame.page import Page
from desktop.ui.frame.rooms import Errand, RoomKey
from desktop.ui.frame.sync_words import period_text
from desktop.ui.look.theme import Tone
from desktop.ui.pages.asks import Open
from desktop.ui.pages.page_view import PageView
from desktop.ui.tables.model import Column
from desktop.ui.tables.record_table import RecordTable
from desktop.ui.widgets.labels import label

# Rows that are opened in a room of their own; the others on the card of their person.
_ROOMS = {"visit": RoomKey.VISITS, "help_service": RoomKey.SERVICES, "meal": RoomKey.CANTEEN}


class ReceiptView(PageView):
    """A receipt; ``left_for`` carries a room and what it is to show."""

    left_for = Signal(str, object)

    def __init__(self, page: Page, read: Read) -> None:
        self.read = read
        words = translate("ReceiptView", "Receipt: {period}, file no. {sequence}")
        title = words.format(period=period_text(read.receipt.period), sequence=read.receipt.sequence)
        super().__init__(page, title)
        self.said = label(role="secondary", wrap=True)
        self.said.setText(_summary(read))
        self.table: RecordTable[ToMend] = RecordTable(
            translate("ReceiptView", "To be mended"), _columns(), lambda ids: [read.mends[at] for at in ids]
        )
        self.table.set_empty(translate("ReceiptView", "Nothing is to be mended."), "", "check")
        self.table.row_activated.connect(self._open)
        self.table.left.connect(self.closed)
        self.table.set_keys(translate("ReceiptView", "↑↓ choose   Enter put right   Esc back"))
        self.table.set_ids(range(len(read.mends)))
        self.content.addWidget(self.said)
        self.content.addWidget(self.table, 1)

    def keys(self) -> tuple[Key, ...]:
        """Heard by the list."""
        return (Key("Enter", translate("ReceiptView", "Open the place where it is put right")),)

    def take_keyboard(self) -> None:
        """The list."""
        self.table.take_keyboard()

    def _open(self, at: int) -> None:
        one = self.read.mends[at]
        room, number = RoomKey.RESIDENTS, one.place.resident_id
        if one.place.table in _ROOMS and one.place.row_id is not None:
            room, number = _ROOMS[one.place.table], one.place.row_id
        if number is None:
            words = translate("ReceiptView", "This record is not here any more: it was made void or merged.")
            self.page.strip.say(words, Tone.ATTENTION)
            return
        words = translate("ReceiptView", "The district's receipt: {reason}")
        said = words.format(reason=ROW_REFUSALS.shown[one.row.reason])
        self.left_for.emit(room, Errand(Open(number), said))


def _summary(read: Read) -> str:
    found = read.receipt
    words = translate(
        "ReceiptView", "{district} received it on {moment}. In order: {rows} records; to be mended: {refused}."
    )
    rows = sum(found.taken.values())
    lines = [
        words.format(
            district=found.district, moment=found.accepted_at[:16], rows=f"{rows:,}", refused=len(found.refused)
        )
    ]
    if not read.file_name:
        lines.append(
            translate(
                "ReceiptView",
                "This file is not known here: it was exported before a backup was restored. The receipt is kept all"
                " the same.",
            )
        )
    if read.mends:
        lines.append(translate("ReceiptView", "Put these right, then export the month again."))
    if read.elsewhere:
        words = translate("ReceiptView", "{count} people of the file are on record in other centres too ({centres}).")
        centres = sorted({number for _, numbers in read.elsewhere for number in numbers})
        lines.append(words.format(count=len(read.elsewhere), centres="、".join(centres)))
    return "\n".join(lines)


def _columns() -> tuple[Column[ToMend], ...]:
    return (
        Column(translate("ReceiptView", "Record"), lambda one: part_word(one.place.table), 140),
        Column(translate("ReceiptView", "Of whom"), lambda one: one.place.name, 140),
        Column(translate("ReceiptView", "What is wrong"), _why, 260, stretch=True),
        Column(translate("ReceiptView", "Where it is put right"), _where, 260, stretch=True),
    )


def _where(one: ToMend) -> str:
    return place_words(one.place.table)


def _why(one: ToMend) -> str:
    return ROW_REFUSALS.shown[one.row.reason]
