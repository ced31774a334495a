"""What is done with the money that people leave here, each as the box that asks for it, and its papers."""

from __future__ import annotations

import datetime as dt

from PySide6.QtWidgets import QWidget

from desktop.core import clock
from desktop.core.i18n import translate
from desktop.core.ledgers import LedgerAccount
from desktop.core.money import yuan_text
from desktop.core.progress import Progress
from desktop.core.words.balances import ENTRY_KINDS
from desktop.services.canteen import prepaid
from desktop.services.canteen.prepaid import HandOverDraft, LimitDraft, MoneyDraft
from desktop.services.centre.centres import centre
from desktop.services.ledger import balances, cash
from desktop.services.ledger.listing import Entry
from desktop.services.register import listing as residents
from desktop.services.writing.actor import Actor
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.forms.draft_form import DraftForm
from desktop.ui.forms.resident_field import ResidentField
from desktop.ui.forms.text_fields import TextField
from desktop.ui.frame.bus import Topic
from desktop.ui.frame.page import Page
from desktop.ui.frame.printing import Paper, preview_folder, preview_made
from desktop.ui.pages.acts import Act, Drafted, Texts, ask_for, reason
from desktop.ui.pages.receipt_paper import preview_receipt


def ask_top_up(page: Page, who: int | None) -> SmallForm:
    """Whose money is taken, and how much; its receipt is shown."""
    act = Act(
        translate("Balances", "Money for meals to come"),
        translate("Balances", "Take it"),
        Drafted(_money_form(), MoneyDraft(who)),
        lambda draft: prepaid.top_up(page.session.actor, draft),
        Topic.MEALS,
        lambda draft: _done(translate("Balances", "{name}: {amount} taken, the balance is {left}"), draft),
        then=lambda made: preview_receipt(page, made),
    )
    return ask_for(page, act)


def ask_refund(page: Page, who: int) -> SmallForm:
    """How much is given back; its receipt is shown."""
    act = Act(
        translate("Balances", "Money given back"),
        translate("Balances", "Give it back"),
        Drafted(_money_form(), MoneyDraft(who, yuan_text(max(balances.of(LedgerAccount.CANTEEN, who).amount, 0)))),
        lambda draft: prepaid.refund(page.session.actor, draft),
        Topic.MEALS,
        lambda draft: _done(translate("Balances", "{name}: {amount} given back, the balance is {left}"), draft),
        then=lambda made: preview_receipt(page, made),
        about=who,
    )
    return ask_for(page, act)


def ask_limit(widget: QWidget, actor: Actor, who: int) -> SmallForm:
    """How far below nothing somebody's balance may go."""
    form = DraftForm(LimitDraft)
    form.add("resident_id", translate("Balances", "Person"), ResidentField())
    none = translate("Balances", "Empty: not below nothing.")
    form.add("limit", translate("Balances", "May go below nothing (yuan)"), TextField(), help=none)
    form.add("remark", translate("Balances", "Remark"), TextField())
    limit = balances.of(LedgerAccount.CANTEEN, who).limit
    act = Act(
        translate("Balances", "How far the balance may go below nothing"),
        translate("Balances", "Set it"),
        Drafted(form, LimitDraft(who, yuan_text(limit) if limit else "")),
        lambda draft: prepaid.set_limit(actor, draft),
        Topic.MEALS,
        translate("Balances", "The limit is set"),
        about=who,
    )
    return ask_for(widget, act)


def ask_correction(widget: QWidget, actor: Actor, one: Entry) -> SmallForm:
    """Why an entry is taken back; another one does it, and both stay to be seen."""
    words = translate("Balances", "Take back by a counter-entry: {name}, {kind} {amount}")
    act = Act(
        words.format(name=one.name, kind=ENTRY_KINDS.shown[one.kind], amount=yuan_text(one.amount)),
        translate("Balances", "Take it back"),
        Texts(reason()),
        lambda given: prepaid.correct(actor, one.id, given["reason"]),
        Topic.MEALS,
        translate("Balances", "The entry is taken back; both stand in the list"),
        about=one.id,
    )
    return ask_for(widget, act)


def ask_hand_over(widget: QWidget, actor: Actor) -> SmallForm:
    """How much leaves the own till for the office."""
    form = DraftForm(HandOverDraft)
    form.add("amount", translate("Balances", "Amount (yuan)"), TextField())
    form.add("remark", translate("Balances", "Remark"), TextField())
    held = next((one.closing_fen for one in cash.of(clock.today()).tills if one.name == actor.name), 0)
    act = Act(
        translate("Balances", "Cash for the office; in your till are {held}").format(held=yuan_text(held)),
        translate("Balances", "Hand over"),
        Drafted(form, HandOverDraft(yuan_text(held) if held > 0 else "")),
        lambda draft: prepaid.hand_over(actor, draft),
        Topic.MEALS,
        lambda draft: translate("Balances", "{amount} handed over").format(amount=draft.amount),
    )
    return ask_for(widget, act)


def preview_day(page: Page, day: dt.date) -> None:
    """Show the tills of a day for printing."""
    path = preview_folder(page) / f"cash-{day:%Y%m%d}.pdf"

    def make(progress: Progress) -> Paper:
        from desktop.reports.cash_sheet import TITLE, write_sheet

        progress.start(0, "")
        done = write_sheet(cash.of(day), centre().name, path, printed_on=clock.today())
        return Paper(path, TITLE, tuple(done.missing))

    preview_made(page, translate("Balances", "Making the sheet of the day"), make)


def _money_form() -> DraftForm[MoneyDraft]:
    form = DraftForm(MoneyDraft)
    form.add("resident_id", translate("Balances", "Person"), ResidentField())
    form.add("amount", translate("Balances", "Amount (yuan)"), TextField())
    form.add("remark", translate("Balances", "Remark"), TextField())
    return form


def _done(words: str, draft: MoneyDraft) -> str:
    who = draft.resident_id or 0
    left = yuan_text(balances.of(LedgerAccount.CANTEEN, who).amount)
    return words.format(name=residents.name_of(who), amount=draft.amount, left=left)
