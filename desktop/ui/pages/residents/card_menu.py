"""The menu of a resident's card: everything that has no button of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from desktop.core.acts import Action
from desktop.core.i18n import translate
from desktop.services.residents.card import ResidentCard
from desktop.services.writing import permissions
from desktop.ui.pages.residents import consent_acts
from desktop.ui.widgets.menus import add_act

if TYPE_CHECKING:
    from desktop.ui.pages.residents.card import ResidentCardView


def fill_menu(menu: QMenu, view: ResidentCardView, card: ResidentCard) -> None:
    """Put in what can be done with a record that is in force."""
    _add_record(menu, view, card)
    menu.addSeparator()
    _add_papers(menu, view)
    menu.addSeparator()
    _add_privacy(menu, view, card)
    menu.addSeparator()
    add_act(menu, view, translate("ResidentCard", "Make void…"), view.make_void)


def _add_record(menu: QMenu, view: ResidentCardView, card: ResidentCard) -> None:
    add_act(menu, view, translate("ResidentCard", "Change the state… (moved out, deceased, back)"), view.change_state)
    add_act(menu, view, translate("ResidentCard", "Put the ID number right…"), view.correct_number)
    add_act(menu, view, translate("ResidentCard", "Ability assessments… (Ctrl+G)"), view.show_assessments)
    if card.grades:
        add_act(menu, view, translate("ResidentCard", "Capability grade: which holds, void…"), view.settle_grade)
    if card.proposal is not None:
        add_act(menu, view, translate("ResidentCard", "Record the proposed category (F8)"), view.record_proposed)
        add_act(menu, view, translate("ResidentCard", "Put the proposal away…"), view.put_proposal_away)
    add_act(menu, view, translate("ResidentCard", "Allowances: received, class, stopped… (F4)"), view.record_allowance)
    add_act(menu, view, translate("ResidentCard", "Photograph…"), view.choose_photo)


def _add_papers(menu: QMenu, view: ResidentCardView) -> None:
    add_act(menu, view, translate("ResidentCard", "Service card…"), view.print_card)
    add_act(menu, view, translate("ResidentCard", "Consent form"), lambda: view.print_consent(False))
    add_act(menu, view, translate("ResidentCard", "Card lost: another code…"), view.replace_code)
    words = translate("ResidentCard", "Consent form with the whole ID number (logged)")
    add_act(menu, view, words, lambda: view.print_consent(True))


def _add_privacy(menu: QMenu, view: ResidentCardView, card: ResidentCard) -> None:
    role, page, row = view.page.session.actor.role, view.page, card.row
    if permissions.may(role, Action.WITHDRAW_CONSENT):
        withdraw = translate("ResidentCard", "Consent withdrawn…")
        menu.addAction(withdraw, lambda: consent_acts.WithdrawBox(page, row).begin())
        if card.withdrawn:
            menu.addAction(translate("ResidentCard", "Consent given anew…"), view.renew_consent)
            paper = translate("ResidentCard", "Paper of the withdrawal")
            menu.addAction(paper, lambda: consent_acts.preview_withdrawal(page, row))
    if permissions.may(role, Action.PERSONAL_COPY):
        everything = translate("ResidentCard", "Copy of everything for the person…")
        menu.addAction(everything, lambda: consent_acts.ask_copy(page, row))
