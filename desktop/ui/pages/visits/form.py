"""The form of a visit, which the due board, the list of visits and the roster share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.core.i18n import translate
from desktop.core.trade import BlockState, VisitContact, VisitMethod, VisitOutcome
from desktop.core.words.terms import BLOCK_STATES, SERVICE_TYPES, VISIT_BLOCKS
from desktop.services.people.names import VISITING
from desktop.services.visits import recording as visits
from desktop.services.visits.answered import TOLD
from desktop.services.visits.recording import VisitDraft
from desktop.ui.forms.choice_fields import CheckRow, PickField, SegmentField
from desktop.ui.forms.draft_form import DraftForm
from desktop.ui.forms.names_field import NamesField
from desktop.ui.forms.resident_field import ResidentField
from desktop.ui.forms.text_fields import DateField, TextField, TimeField
from desktop.ui.pages.visits.risk_line import RiskLine

# Whoever is reached at the door was seen; on the phone they were spoken to.
_CONTACTS: Mapping[str, str] = {VisitMethod.HOME: VisitContact.SEEN, VisitMethod.PHONE: VisitContact.SPOKEN}


@dataclass
class VisitEdit(VisitDraft):
    """A visit on record that is put right: the new one takes its place, for a reason in words."""

    visit_id: int = 0
    reason: str = ""


class BlockField(SegmentField):
    """One of the six blocks: a digit answers it and goes on to the next, 0 says ``rest``: nothing changed from here."""

    rest = Signal()

    def _on_key(self, event: QKeyEvent) -> bool:
        if event.text() == "0":
            self.rest.emit()
            return True
        done = super()._on_key(event)
        if done and event.text().isdigit():
            self.finished.emit()
        return done


class VisitForm(DraftForm[VisitDraft]):
    """Who, how, what was found; words are asked only where a block needs them, a risk's parts only for a risk."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(VisitDraft, parent)
        self.add("resident_id", translate("VisitForm", "Resident"), ResidentField())
        self.add("method", translate("VisitForm", "Method"), SegmentField(self.codes("method")))
        self.add("outcome", translate("VisitForm", "Outcome"), PickField(self.codes("outcome")))
        self.add("visitors", translate("VisitForm", "Visitors"), NamesField(VISITING, visits.known_visitors()))
        self.add("visited_on", translate("VisitForm", "Date"), DateField())
        self.add("visited_at", translate("VisitForm", "Time"), TimeField())
        self.add("contact", translate("VisitForm", "Contact"), SegmentField(self.codes("contact")))
        self.group(translate("VisitForm", "What was found (keys 1 to 4; 0: no change in the rest)"))
        for block, word in VISIT_BLOCKS.shown.items():
            answer = BlockField(BLOCK_STATES.shown)
            answer.rest.connect(self.answer_rest)
            self.add(block, word, answer)
            self.add(f"{block}_words", "", TextField(translate("VisitForm", "in words")))
        self.add("needs", translate("VisitForm", "Needs"), CheckRow(SERVICE_TYPES.shown))
        self.add("remark", translate("VisitForm", "Remark"), TextField())
        self.group(translate("VisitForm", "Risk"))
        self._risk = RiskLine(self, translate("VisitForm", "What"))
        self.add("reason", translate("VisitForm", "Reason of the change"), TextField(), required=True)
        self._editing = False
        self.changed.connect(self.show_what_applies)

    def show_what_applies(self) -> None:
        """Blocks when somebody was reached, words where something is amiss, the parts of a risk where there is one."""
        reached = self.fields["outcome"].value() == VisitOutcome.REACHED
        states = {block: self.fields[block].value() if reached else "" for block in VISIT_BLOCKS}
        said = {block: self.fields[f"{block}_words"].value() for block in VISIT_BLOCKS}
        for block in VISIT_BLOCKS:
            self.set_field_visible(block, reached)
            self.set_field_visible(f"{block}_words", reached and (states[block] in TOLD or bool(said[block])))
        self.set_field_visible("needs", reached)
        self.set_field_visible("contact", reached and self.fields["method"].value() != VisitMethod.HOME)
        self.set_field_visible("reason", self._editing)
        self._risk.follow(states, said)

    def answer_rest(self) -> None:
        """Nothing changed in the blocks that are not answered yet; the keyboard goes on behind them."""
        for block in VISIT_BLOCKS:
            if not self.fields[block].value():
                self.fields[block].set_value(BlockState.UNCHANGED)
        last = self.fields[list(VISIT_BLOCKS)[-1]]
        last.changed.emit()
        last.finished.emit()

    def fill(self, draft: VisitDraft) -> None:
        """Show a draft with its blocks."""
        super().fill(draft)
        self._editing = isinstance(draft, VisitEdit)
        self._risk.begin(draft.blocks)
        for block in VISIT_BLOCKS:
            self.fields[block].set_value(draft.blocks.get(block, ""))
            self.fields[f"{block}_words"].set_value(draft.words.get(block, ""))
        self.show_what_applies()
        self.mark_clean()

    def read_into(self, draft: VisitDraft) -> None:
        """Put what is entered into the draft; blocks of somebody who was not reached are left out."""
        super().read_into(draft)
        seen = VISIT_BLOCKS if draft.outcome == VisitOutcome.REACHED else ()
        draft.blocks = {block: str(self.fields[block].value()) for block in seen}
        draft.words = {block: str(self.fields[f"{block}_words"].value()) for block in seen}
        if not seen:
            draft.needs = ()
        elif draft.method == VisitMethod.HOME or not draft.contact:
            draft.contact = _CONTACTS.get(draft.method, "")
