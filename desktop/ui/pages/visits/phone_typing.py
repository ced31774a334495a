"""What was answered of a call and is not saved, kept for whoever rang until the person comes up again."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal

from desktop.services.visits.recording import VisitDraft
from desktop.ui.forms.draft_form import DraftForm
from desktop.ui.pages.visits.phone_blocks import PhoneBlocks

_BLOCKS, _WORDS, _OUTCOME = "blocks", "words", "outcome"


class CallTyping(QObject):
    """The blocks, their words, the fields beneath and the outcome of a call, to keep and to show again."""

    changed = Signal()

    def __init__(
        self,
        blocks: PhoneBlocks,
        more: DraftForm[VisitDraft],
        outcome: Callable[[], str],
        choose: Callable[[str], None],
    ) -> None:
        super().__init__(blocks)
        self._blocks, self._more, self._outcome, self._choose = blocks, more, outcome, choose
        for line in blocks.words.values():
            line.textEdited.connect(lambda _text: self.changed.emit())
        blocks.changed.connect(self.changed.emit)
        more.changed.connect(self.changed.emit)

    def to_keep(self) -> dict[str, object]:
        """What was answered; nothing where nobody answered anything."""
        typed = self._more.to_keep()
        if not (typed or self._blocks.states() or self._blocks.said()):
            return {}
        return {_BLOCKS: self._blocks.states(), _WORDS: self._blocks.said(), _OUTCOME: self._outcome(), **typed}

    def set_values(self, values: Mapping[str, object]) -> None:
        """Show again what was answered."""
        self._more.set_values(values)
        self._blocks.put(_texts(values.get(_BLOCKS)), _texts(values.get(_WORDS)))
        self._choose(str(values.get(_OUTCOME, self._outcome())))

    def focus_first(self) -> None:
        """Where the answers go on."""
        self._choose(self._outcome())


def _texts(found: object) -> dict[str, str]:
    return {str(name): str(text) for name, text in found.items()} if isinstance(found, dict) else {}
