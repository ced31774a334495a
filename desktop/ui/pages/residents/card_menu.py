"""The menu of a resident's card: everything that has no button of its own."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu

from desktop.core.i18n import translate
from desktop.services.residents.card import ResidentCard
from desktop.ui.pages.residents.card_acts import CardActs
from desktop.ui.widgets.menus import add_act


def fill_menu(menu: QMenu, view: CardActs, card: ResidentCard) -> None:
    """Put in what can be done with a record that is in force."""
    _add_record(menu, view, card)
    menu.addSeparator()
    _add_papers(menu, view)
    menu.addSeparator()
    _add_privacy(menu, view, card)
    menu.addSeparator()
    add_act(menu, view, translate("ResidentCard", "Make void…"), view.make_void)


def _add_record(menu: QMenu, view: CardActs, card: ResidentCard) -> None:
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


def _add_papers(menu: QMenu, view: CardActs) -> None:
    add_act(menu, view, translate("ResidentCard", "Service card…"), view.print_card)
    add_act(menu, view, translate("ResidentCard", "Consent form"), lambda: view.print_consent(False))
    add_act(menu, view, translate("ResidentCard", "Card lost: another code…"), view.replace_code)
    words = translate("ResidentCard", "Consent form with the whole ID number (logged)")
    add_act(menu, view, words, lambda: view.print_consent(True))


def _add_privacy(menu: QMenu, view: CardActs, card: ResidentCard) -> None:
    add_act(menu, view, translate("ResidentCard", "Consent withdrawn…"), view.withdraw_consent)
    if card.withdrawn:
        add_act(menu, view, translate("ResidentCard", "Consent given anew…"), view.renew_consent)
        add_act(menu, view, translate("ResidentCard", "Paper of the withdrawal"), view.print_withdrawal)
    add_act(menu, view, translate("ResidentCard", "Copy of everything for the person…"), view.copy_everything)
