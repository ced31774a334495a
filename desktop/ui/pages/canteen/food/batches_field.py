"""Choosing batches by typing part of a name, a batch number or a supplier, or by a scan of the number."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from desktop.core.i18n import translate
from desktop.core.offering import fitting
from desktop.services.food.purchases import PurchaseRow
from desktop.ui.forms.field import Field
from desktop.ui.forms.typing_line import TypingLine
from desktop.ui.look.theme import Tone
from desktop.ui.pages.canteen.food.purchase_acts import called

_SHOWN = 4


class BatchesField(Field):
    """The value is a tuple of ids.

    Enter takes the first that the line means, an empty line goes on; Backspace in an empty line takes the last one out.
    """

    def __init__(self, offered: Sequence[PurchaseRow]) -> None:
        super().__init__()
        self._offered = {one.id: one for one in offered}
        self._chosen: list[int] = []
        self.line = TypingLine()
        self.line.setPlaceholderText(translate("BatchesField", "Part of a name, a batch number or a supplier; or scan"))
        self.line.textEdited.connect(lambda _text: self._say())
        self._set_editor(self.line)

    def value(self) -> tuple[int, ...]:
        """The ids of the chosen ones, in the order in which they were chosen."""
        return tuple(self._chosen)

    def set_value(self, value: object) -> None:
        """Show these as chosen."""
        self._chosen = [one for one in value if one in self._offered] if isinstance(value, (list, tuple)) else []
        self._say()

    def unfinished(self) -> str:
        """A text that was typed and stands for no batch yet."""
        return (
            translate("BatchesField", "Enter takes the batch; or empty the line.") if self.line.text().strip() else ""
        )

    def take_scan(self, digits: str) -> None:
        """A scanned number is taken as if it had been typed."""
        self.line.setText(digits)
        self._take()

    def _meant(self, typed: str) -> list[PurchaseRow]:
        left = [one for one in self._offered.values() if one.id not in self._chosen]
        by_words = {called(one): one for one in left}
        # By the name first, as it is spoken; then by whatever stands in the line.
        names = fitting([one.name for one in left], typed)
        found = [one for name in names for one in left if one.name == name]
        found += [one for words, one in by_words.items() if typed.casefold() in words.casefold()]
        numbered = [one for one in left if one.batch == typed]
        return list({one.id: one for one in (*numbered, *found)}.values())

    def _take(self) -> bool:
        """Choose what the line means; False where it means nothing."""
        found = self._meant(self.line.text().strip())
        if not found:
            words = translate("BatchesField", "No batch here is called “{typed}”.")
            self.set_error(words.format(typed=self.line.text().strip()))
            return False
        self._chosen.append(found[0].id)
        self.line.setText("")
        self.set_error("")
        self._say()
        self.changed.emit()
        return True

    def _enter_goes_on(self) -> bool:
        if not super()._enter_goes_on():
            return False
        if not self.line.text().strip():
            return True
        self._take()
        return False

    def _on_key(self, event: QKeyEvent) -> bool:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._composed():
            return True
        if event.key() != Qt.Key.Key_Backspace or self.line.text() or not self._chosen:
            return False
        self._chosen.pop()
        self._say()
        self.changed.emit()
        return True

    def _composed(self) -> bool:
        # An Enter that only took a batch goes no further: it would press the box's button.
        return self._composition is None or not self._composition.open

    def _say(self) -> None:
        typed = self.line.text().strip()
        if self.error:
            self.set_error("")
        if typed:
            found = self._meant(typed)[:_SHOWN]
            none = translate("BatchesField", "No batch here is called “{typed}”.").format(typed=typed)
            first = translate("BatchesField", "Enter: {name}").format(name=called(found[0])) if found else none
            words = "　".join([first, *(called(one) for one in found[1:])])
            self.set_note(words, Tone.ACCENT if found else Tone.ATTENTION)
        elif self._chosen:
            self.set_note("　".join(f"{at}. {called(self._offered[one])}" for at, one in enumerate(self._chosen, 1)))
        else:
            here = list(self._offered.values())[:_SHOWN]
            words = translate("BatchesField", "In the store: {names}").format(names="　".join(map(called, here)))
            self.set_note(words if here else "")
