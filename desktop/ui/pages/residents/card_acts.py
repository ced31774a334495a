"""What is done with the record of one person; the card shows it, its menu offers what has no button."""

from __future__ import annotations

from PySide6.QtCore import Signal

from desktop.core.acts import Action
from desktop.core.codes import CodeKind
from desktop.core.printers import LabelKind
from desktop.services.residents.card import ResidentCard
from desktop.ui.frame.bus import Topic
from desktop.ui.frame.page import Page
from desktop.ui.frame.rights import asks
from desktop.ui.pages.acts import ask_for
from desktop.ui.pages.new_code import new_code
from desktop.ui.pages.page_view import PageView
from desktop.ui.pages.residents import acts as resident_acts
from desktop.ui.pages.residents import consent_acts
from desktop.ui.pages.residents import grades as grade_acts
from desktop.ui.pages.residents import photo as resident_photo
from desktop.ui.pages.residents.allowances import ask_allowance
from desktop.ui.pages.residents.consent import preview_consent


class CardActs(PageView):
    """One person and what can be done with the record; ``assessments_requested`` carries the row."""

    assessments_requested = Signal(object)

    def __init__(self, page: Page) -> None:
        super().__init__(page, "")
        self.card: ResidentCard | None = None

    @property
    def resident_id(self) -> int | None:
        """Whose card it is."""
        return self.card.row.id if self.card else None

    @asks(Action.CHANGE_STATE)
    def change_state(self) -> None:
        """迁出, 去世, 注销, 恢复在册."""
        if self.card is not None and not self._is_void():
            resident_acts.StateBox(self.page, self.card.row).begin()

    @asks(Action.CORRECT_ID)
    def correct_number(self) -> None:
        """更正证号."""
        if self.card is not None and not self._is_void():
            resident_acts.CorrectIdBox(self.page, self.card.row).begin()

    @asks(Action.CHOOSE_GRADE)
    def settle_grade(self) -> None:
        """Which grade holds, or that one is void."""
        if self.card is not None and self.card.grades and not self._is_void():
            grade_acts.settle(self.page, self.card)

    def show_assessments(self) -> None:
        """The ability assessments, and a new one."""
        if self.card is not None and not self._is_void():
            self.assessments_requested.emit(self.card.row)

    @asks(Action.EDIT_RESIDENT)
    def record_proposed(self) -> None:
        """Record the category that the grade proposes."""
        if self.card is not None and self.card.proposal is not None:
            grade_acts.record(self.page, self.card.proposal)

    @asks(Action.EDIT_RESIDENT)
    def put_proposal_away(self) -> None:
        """Say why the grade makes nobody 失能."""
        if self.card is not None and self.card.proposal is not None:
            grade_acts.put_away(self.page, self.card.proposal)

    @asks(Action.EDIT_RESIDENT)
    def record_allowance(self) -> None:
        """What becomes of an allowance from a day on."""
        if self.card is not None and not self._is_void():
            ask_allowance(self.page, self.card.row.id, self.card.row.name)

    @asks(Action.VOID_RESIDENT)
    def make_void(self) -> None:
        """作废."""
        if self.card is not None and not self._is_void():
            resident_acts.void_record(self.page, self.card.row)

    @asks(Action.PRINT_LABELS)
    def print_card(self) -> None:
        """The service card on a sheet of labels."""
        from desktop.ui.pages.label_dialog import Batch, LabelsDialog

        if self.card is not None and self.resident_id is not None:
            one = Batch(self.card.row.name, [self.resident_id])
            LabelsDialog(self.page, LabelKind.RESIDENTS, {"one": one}).open()

    @asks(Action.REPLACE_CODE)
    def replace_code(self) -> None:
        """Another code, where the card was lost."""
        if self.card is not None and not self._is_void():
            whose = self.card.row.id, self.card.row.name
            ask_for(self.page, new_code(self.page.session.actor, CodeKind.RESIDENT, *whose, Topic.RESIDENTS))

    def print_consent(self, whole: bool) -> None:
        """The consent form; with the whole number the look is logged."""
        if self.resident_id is None:
            return
        number = resident_acts.reveal(self, self.page, self.resident_id) if whole else ""
        preview_consent(self.page, self.resident_id, number)

    @asks(Action.GIVE_CONSENT)
    def renew_consent(self) -> None:
        """Consent is given anew."""
        if self.card is not None and self.card.withdrawn:
            consent_acts.ask_renewal(self.page, self.card.row)

    @asks(Action.WITHDRAW_CONSENT)
    def withdraw_consent(self) -> None:
        """Consent is taken back."""
        if self.card is not None and not self._is_void():
            consent_acts.WithdrawBox(self.page, self.card.row).begin()

    @asks(Action.WITHDRAW_CONSENT)
    def print_withdrawal(self) -> None:
        """The paper of what was taken back, again."""
        if self.card is not None and self.card.withdrawn:
            consent_acts.preview_withdrawal(self.page, self.card.row)

    @asks(Action.PERSONAL_COPY)
    def copy_everything(self) -> None:
        """A copy of everything, for the person."""
        if self.card is not None:
            consent_acts.ask_copy(self.page, self.card.row)

    @asks(Action.KEEP_PHOTO)
    def choose_photo(self) -> None:
        """A photograph from a file."""
        if self.resident_id is not None:
            resident_photo.choose(self.page, self.resident_id)

    def _is_void(self) -> bool:
        return self.card is not None and bool(self.card.void_reason)
