"""电话探访: one person after the other, without the mouse; nothing is saved before Enter."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.core import clock
from desktop.core.acts import Action
from desktop.core.errors import FieldError
from desktop.core.i18n import translate
from desktop.core.trade import VisitMethod, VisitOutcome
from desktop.core.words.messages import field_sentence
from desktop.core.words.terms import SERVICE_TYPES, VISIT_OUTCOMES
from desktop.services.visits import edits as visit_edits
from desktop.services.visits import phone_round
from desktop.services.visits.phone_round import PhoneCard, PhoneResult
from desktop.services.visits.recording import VisitDraft
from desktop.ui.forms.choice_fields import CheckRow
from desktop.ui.forms.draft_form import DraftForm
from desktop.ui.forms.kept import KeptTyping
from desktop.ui.forms.text_fields import TextField
from desktop.ui.frame.bus import Topic
from desktop.ui.frame.keys import Key, install
from desktop.ui.frame.page import Page
from desktop.ui.frame.perform import perform, reading, window_near
from desktop.ui.frame.rights import asks
from desktop.ui.frame.session import Session
from desktop.ui.look.theme import Tone
from desktop.ui.pages.visits.phone_blocks import PhoneBlocks
from desktop.ui.pages.visits.phone_card import PersonCard
from desktop.ui.pages.visits.phone_typing import CallTyping
from desktop.ui.pages.visits.risk_line import RiskLine
from desktop.ui.widgets.buttons import Button, button
from desktop.ui.widgets.cards import Card, EmptyState
from desktop.ui.widgets.flow import FlowRow
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.page_area import ContentArea
from desktop.ui.widgets.turning import Turning

OUTCOMES = {
    VisitOutcome.REACHED: "F4",
    VisitOutcome.NOT_REACHED: "F5",
    VisitOutcome.REFUSED: "F6",
    VisitOutcome.HOSPITAL: "F7",
    VisitOutcome.AWAY: "F8",
}
_KEYS = {
    Qt.Key.Key_F4: VisitOutcome.REACHED,
    Qt.Key.Key_F5: VisitOutcome.NOT_REACHED,
    Qt.Key.Key_F6: VisitOutcome.REFUSED,
    Qt.Key.Key_F7: VisitOutcome.HOSPITAL,
    Qt.Key.Key_F8: VisitOutcome.AWAY,
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)

# What person and answers need side by side, so that no answer wraps and words have room.
_PERSON_LEAST, _ANSWERS_LEAST = 240, 600


class PhonePage(Page):
    """The next person to ring, six digits, Enter. ``left`` says that the round is over.

    1 2 3 4 answer a block, 0 says that nothing changed in the rest, F4–F8 are the outcome, Enter saves and goes on,
    F3 passes somebody over, Tab leads to needs, remark and risk, Esc leaves.
    """

    left = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, translate("PhoneRound", "Phone round"), parent)
        self.card: PhoneCard | None = None
        self.done = 0
        self._visitor = self._community = ""
        self.outcome: str = VisitOutcome.REACHED
        self._warned = False
        self.person = PersonCard()
        self.blocks = PhoneBlocks()
        self.more = DraftForm(VisitDraft)
        self.outcomes: dict[str, Button] = {}
        self._finished = EmptyState(
            translate("PhoneRound", "Everybody who can be rung today was rung"),
            translate("PhoneRound", "Who was not reached waits until tomorrow or for a visit at the door."),
            "check",
        )
        self._build()
        self._typing = CallTyping(self.blocks, self.more, lambda: self.outcome, self.choose_outcome)
        self._kept = KeptTyping(session.draft_path("phone"), self._typing, self.strip, self)
        install(self, [Key("Ctrl+B", "", self._kept.bring_back)])

    def begin(self, visitor: str = "", community: str = "", first: int | None = None) -> None:
        """Begin the round with the filters of the board, and with one person when that one can be rung."""
        self._visitor, self._community, self.done = visitor, community, 0
        waiting = {one.resident_id for one in phone_round.queue(clock.today(), visitor, community)}
        if first in waiting and first is not None:
            chosen = first
            reading(self, lambda: self._show_card(phone_round.card(chosen, clock.today()), len(waiting)))
        else:
            self.next_person()

    def next_person(self, after: int | None = None) -> None:
        """Show the next to ring."""
        reading(
            self,
            lambda: self._show_card(phone_round.next_person(clock.today(), after, self._visitor, self._community)),
        )

    def pass_over(self) -> None:
        """The next one, without a word about this one; what was answered waits until this one comes up again."""
        if self.card is not None:
            self.keep_drafts()
            self.next_person(self.card.person.resident_id)

    def choose_outcome(self, outcome: str) -> None:
        """What came of the call; blocks are asked only of whom was reached."""
        self.outcome = outcome
        for code, made in self.outcomes.items():
            made.setChecked(code == outcome)
        self.blocks.setEnabled(outcome == VisitOutcome.REACHED)
        self.more.set_field_visible("needs", outcome == VisitOutcome.REACHED)
        (self.blocks if outcome == VisitOutcome.REACHED else self).setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_risk()

    @asks(Action.RECORD_VISIT)
    def save(self) -> bool:
        """Save the call and show the next person."""
        if self.card is None:
            return False
        resident_id = self.card.person.resident_id
        draft = self._draft(resident_id)
        errors = phone_round.validate(draft)
        if errors:
            self._show_errors(errors)
            return False
        result = perform(
            self,
            lambda: phone_round.record(self.session.actor, draft),
            Topic.VISITS,
            after_undo=lambda: self._back_to(resident_id, draft),
        )
        if result is None:
            return False
        self._tell(result, draft, self.card)
        self._kept.keeper.discard()
        self.done += 1
        self.next_person()
        return True

    def _show_errors(self, errors: list[FieldError]) -> None:
        homeless = self.more.set_errors(errors)
        if homeless:
            # One line says each thing once, and the keyboard goes to the first that is open.
            self.strip.say(" ".join(dict.fromkeys(field_sentence(error) for error in homeless)), Tone.DANGER)
            self.blocks.lead_to(homeless[0].name)

    def take_keyboard(self) -> None:
        """The blocks."""
        (self.blocks if self.blocks.isEnabled() else self).setFocus(Qt.FocusReason.OtherFocusReason)

    def unsaved(self) -> bool:
        """Whether an answer of this call is not saved."""
        return bool(self.isVisible() and self.card is not None and (self.blocks.states() or self.more.is_dirty()))

    def keep_drafts(self) -> None:
        """What was answered of this call is written down."""
        if self.unsaved():
            self._kept.keeper.keep_now()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Outcome, save, pass over, leave."""
        key = Qt.Key(event.key())
        if key in _KEYS:
            self.choose_outcome(_KEYS[key])
        elif key == Qt.Key.Key_F3:
            self.pass_over()
        elif key in _ENTER:
            self.save()
        elif key == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def leave(self) -> None:
        """Back to the board; a call that was begun is not lost without a word."""
        if self.unsaved() and not self._warned:
            self._warned = True
            self.strip.say(
                translate("PhoneRound", "This call is not saved yet. Enter saves it, Esc once more leaves."),
                Tone.ATTENTION,
            )
            return
        self.strip.clear()
        self._kept.keeper.discard()
        self.card = None
        self.left.emit()

    def _build(self) -> None:
        self.header.add_action(translate("PhoneRound", "Pass over (F3)"), self.pass_over, "chevron-right")
        self.header.add_action(translate("PhoneRound", "Leave (Esc)"), self.leave, "close")
        self.header.set_primary(translate("PhoneRound", "Save and next (Enter)"), self.save, "save")
        self._whole = Turning()
        self._whole.add(self.person, 2, least=_PERSON_LEAST)
        self._whole.add(self._answers(), 5, least=_ANSWERS_LEAST)
        # The head with what saves stays in sight; the line that is asked for is scrolled to.
        self._area = ContentArea(self._whole)
        self.blocks.stands_at.connect(self._area.show_part)
        self.content.addWidget(self._area, 1)
        self.content.addWidget(self._finished, 1)
        self._finished.add_action(translate("PhoneRound", "Back to the board"), self.leave, "primary")
        self._finished.hide()

    def _answers(self) -> Card:
        card = Card()
        choice = FlowRow(gap=0, one_line=True)
        places = ["first", *["middle"] * (len(OUTCOMES) - 2), "last"]
        for place, (code, key) in zip(places, OUTCOMES.items(), strict=True):
            word = translate("PhoneRound", "spoken to") if code == VisitOutcome.REACHED else VISIT_OUTCOMES.shown[code]
            made = button(f"{word} {key}", lambda code=code: self.choose_outcome(code), "segment")  # type: ignore[misc]
            made.setCheckable(True)
            made.setProperty("place", place)
            made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.outcomes[code] = made
            choice.add(made)
        card.body.addWidget(choice)
        card.body.addWidget(self.blocks)
        keys = translate(
            "PhoneRound",
            "1 normal  2 of concern  3 risk  4 no change  0 no change in the rest  space: words  Tab: more",
        )
        card.body.addWidget(label(keys, "small", wrap=True))
        self.more.add("needs", translate("VisitForm", "Needs"), CheckRow(SERVICE_TYPES.shown))
        self.more.add("remark", translate("VisitForm", "Remark"), TextField())
        self._risk = RiskLine(self.more, translate("VisitForm", "Risk"))
        self.more.changed.connect(self._show_risk)
        self.blocks.changed.connect(self._show_risk)
        self.more.passed_end.connect(self.take_keyboard)
        card.body.addWidget(self.more)
        card.body.addStretch(1)
        return card

    def _show_risk(self) -> None:
        reached = self.outcome == VisitOutcome.REACHED
        self._risk.follow(self.blocks.states() if reached else {}, self.blocks.said())

    def _show_card(self, card: PhoneCard | None, left: int | None = None) -> None:
        self.card, self._warned = card, False
        self._area.setVisible(card is not None)
        self._finished.setVisible(card is None)
        waiting = 0 if card is None else card.left if left is None else left
        words = translate("PhoneRound", "{left} still to ring, {done} rung now")
        self.header.set_subtitle(words.format(left=waiting, done=self.done))
        if card is None:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.strip.clear()
        self.person.show_card(card)
        self.blocks.clear(card.last.blocks if card.last else {})
        self.more.fill(VisitDraft())
        self._risk.begin()
        self._show_risk()
        self.choose_outcome("reached")
        self._kept.keeper.move_to(self.session.draft_path(f"phone-{card.person.resident_id}"))
        self._kept.begin()
        # Who is rung comes first, whatever the keyboard is in.
        self._area.show_top()

    def _draft(self, resident_id: int) -> VisitDraft:
        draft = VisitDraft(resident_id=resident_id, method=VisitMethod.PHONE, outcome=self.outcome)
        self.more.read_into(draft)
        if self.outcome == VisitOutcome.REACHED:
            draft.blocks, draft.words = self.blocks.states(), self.blocks.said()
        else:
            draft.needs = ()
        return draft

    def _tell(self, result: PhoneResult, draft: VisitDraft, card: PhoneCard) -> None:
        window = window_near(self)
        if window is None:
            return
        name = card.person.name
        if result.door:
            words = translate("PhoneRound", "{name} was not reached again: now a visit at the door").format(name=name)
            window.toast.say(words, window.deeds.take_back_last)
        elif draft.needs:
            needs = "、".join(SERVICE_TYPES.shown[need] for need in draft.needs)
            words = translate("PhoneRound", "{name} saved. Needs: {needs}").format(name=name, needs=needs)
            act = translate("PhoneRound", "Open orders")
            window.toast.say(words, lambda: self._order(result.visit_id), act)
        else:
            words = translate("PhoneRound", "{name} saved: {outcome}")
            word = (
                translate("PhoneRound", "spoken to")
                if draft.outcome == VisitOutcome.REACHED
                else VISIT_OUTCOMES.shown[draft.outcome]
            )
            window.toast.say(words.format(name=name, outcome=word), window.deeds.take_back_last)

    def _back_to(self, resident_id: int, draft: VisitDraft) -> None:
        """The call was taken back: the round is at that person again, with what had been typed."""
        self.done -= 1
        if self.isVisible() and reading(self, lambda: self._show_card(phone_round.card(resident_id, clock.today()))):
            self.more.fill(draft)
            self.blocks.put(draft.blocks, draft.words)
            self.choose_outcome(draft.outcome)

    def _order(self, visit_id: int) -> None:
        done = translate("VisitForm", "The orders are open")
        perform(self, lambda: visit_edits.open_orders_from(self.session.actor, visit_id), Topic.SERVICES, done)
