"""What is done with the fees and the deposit of a stay, each as the box that asks for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from desktop.core.i18n import translate
from desktop.core.money import yuan_shown, yuan_text
from desktop.core.period import Month
from desktop.core.progress import Progress
from desktop.core.stay_fees import ChargeState
from desktop.core.words.months import month_text
from desktop.core.words.stay_fees import entry_word
from desktop.services.ledger.listing import Entry
from desktop.services.register import listing as residents
from desktop.services.stay_fees import charges, paying, standing, statement
from desktop.services.stay_fees.charges import MonthFees
from desktop.services.stay_fees.paying import OtherChargeDraft, StayMoneyDraft
from desktop.services.stay_fees.standing import Standing
from desktop.services.writing.actor import Actor
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.forms.draft_form import DraftForm
from desktop.ui.forms.resident_field import ResidentField
from desktop.ui.forms.text_fields import TextField
from desktop.ui.frame.bus import Topic
from desktop.ui.frame.page import Page
from desktop.ui.frame.perform import perform
from desktop.ui.frame.printing import Paper, preview_folder, preview_made
from desktop.ui.pages.acts import Act, ActBox, Drafted, Texts, ask_for, reason
from desktop.ui.pages.receipt_paper import preview_receipt
from desktop.ui.widgets.labels import label


@dataclass(frozen=True)
class _Money:
    """An act with money: its words, the service, the sum that stands there at first, whether it has a receipt."""

    words: str
    press: str
    call: Callable[[Actor, StayMoneyDraft], int]
    done: str
    proposed: Callable[[Standing], int]
    receipt: bool = True


class MoneyBox(ActBox):
    """Tells where the person stands who is chosen, and proposes the sum that settles it."""

    def __init__(self, page: Page, act: Act[StayMoneyDraft, int], proposed: Callable[[Standing], int]) -> None:
        self._proposed, self._offered = proposed, ""
        self._of: Standing | None = None
        self.stands = label(role="secondary", wrap=True)
        act.asked.form.add_wide(self.stands)
        super().__init__(page, act)
        self.form.changed.connect(self.tell)
        self.tell()

    def tell(self) -> None:
        """Say where the chosen person stands; a sum that nobody typed follows them."""
        who = self.form.values()["resident_id"]
        if self._of is None or self._of.id != who:
            self._of = standing.of(who) if isinstance(who, int) else None
        found = self._of
        self.stands.setText("" if found is None else standing_words(found))
        amount = self.form.fields["amount"]
        if found is None or amount.value() != self._offered:
            return
        fen = self._proposed(found)
        offered = yuan_text(fen) if fen > 0 else ""
        if offered != self._offered:
            self._offered = offered
            amount.set_value(offered)


def standing_words(one: Standing) -> str:
    """What somebody owes or paid ahead, and the deposit, in a line."""
    paid = translate("Fees", "paid ahead {amount} yuan").format(amount=yuan_shown(max(one.balance_fen, 0)))
    owed = translate("Fees", "owes {amount} yuan").format(amount=yuan_shown(one.owed_fen))
    deposit = translate("Fees", "deposit {amount} yuan").format(amount=yuan_shown(one.deposit_fen))
    told = translate("Fees", "{name}: {fees}, {deposit}")
    return told.format(name=one.name, fees=owed if one.owed_fen else paid, deposit=deposit)


def ask_pay(page: Page, who: int | None) -> SmallForm:
    """Who pays, and how much; the receipt is shown."""
    return _ask_money(
        page,
        who,
        _Money(
            translate("Fees", "Money for the fees of a stay"),
            translate("Fees", "Take it"),
            paying.pay,
            translate("Fees", "{name}: {amount} yuan taken"),
            lambda one: one.owed_fen,
        ),
    )


def ask_refund(page: Page, who: int) -> SmallForm:
    """How much of what was paid ahead is given back."""
    return _ask_money(
        page,
        who,
        _Money(
            translate("Fees", "Fees paid ahead are given back"),
            translate("Fees", "Give it back"),
            paying.refund,
            translate("Fees", "{name}: {amount} yuan given back"),
            lambda one: one.balance_fen,
        ),
    )


def ask_deposit(page: Page, who: int | None) -> SmallForm:
    """A deposit is taken."""
    return _ask_money(
        page,
        who,
        _Money(
            translate("Fees", "A deposit is taken"),
            translate("Fees", "Take the deposit"),
            paying.take_deposit,
            translate("Fees", "{name}: deposit of {amount} yuan taken"),
            lambda _one: 0,
        ),
    )


def ask_deposit_back(page: Page, who: int) -> SmallForm:
    """The deposit is given back, or part of it."""
    return _ask_money(
        page,
        who,
        _Money(
            translate("Fees", "The deposit is given back"),
            translate("Fees", "Give the deposit back"),
            paying.give_deposit_back,
            translate("Fees", "{name}: deposit of {amount} yuan given back"),
            lambda one: one.deposit_fen,
        ),
    )


def ask_from_deposit(page: Page, who: int) -> SmallForm:
    """Fees that are owed are paid out of the deposit."""
    return _ask_money(
        page,
        who,
        _Money(
            translate("Fees", "Fees that are owed are paid out of the deposit"),
            translate("Fees", "Pay from the deposit"),
            paying.pay_from_deposit,
            translate("Fees", "{name}: {amount} yuan of fees paid out of the deposit"),
            lambda one: min(one.owed_fen, one.deposit_fen),
            receipt=False,
        ),
    )


def ask_other(page: Page, who: int | None) -> SmallForm:
    """Something besides bed, care and meals is charged."""
    form = DraftForm(OtherChargeDraft)
    form.add("resident_id", translate("Fees", "Person"), ResidentField())
    form.add("amount", translate("Fees", "Amount (yuan)"), TextField())
    form.add("words", translate("Fees", "What for"), TextField())
    done = translate("Fees", "{name}: {amount} yuan charged")
    act = Act(
        translate("Fees", "Charge something besides bed, care and meals"),
        translate("Fees", "Charge it"),
        Drafted(form, OtherChargeDraft(who)),
        lambda draft: paying.charge_other(page.session.actor, draft),
        Topic.BEDS,
        lambda draft: done.format(name=residents.name_of(draft.resident_id or 0), amount=draft.amount),
    )
    return ask_for(page, act)


def ask_correction(page: Page, one: Entry) -> SmallForm:
    """Why an entry is taken back; another one does it, and both stay to be seen."""
    words = translate("Fees", "Take back by a counter-entry: {name}, {kind} {amount}")
    kind = entry_word(one.account, one.kind)
    act = Act(
        words.format(name=one.name, kind=kind, amount=yuan_text(one.amount)),
        translate("Fees", "Take it back"),
        Texts(reason()),
        lambda given: paying.correct(page.session.actor, one.id, given["reason"]),
        Topic.BEDS,
        translate("Fees", "The entry is taken back; both stand in the list"),
        about=one.id,
    )
    return ask_for(page, act)


def preview_statement(page: Page, who: int) -> None:
    """Show somebody's statement for printing; that it was printed is noted."""
    found = perform(page, lambda: statement.issue(page.session.actor, who), Topic.NOTHING)
    if found is None:
        return
    path = preview_folder(page) / "fee-statement.pdf"

    def make(progress: Progress) -> Paper:
        # Printing loads slowly, and many a day nobody prints.
        from desktop.reports.fee_statement import TITLE, write_statement

        done = write_statement(found, path, progress=progress)
        return Paper(path, TITLE, tuple(done.missing))

    preview_made(page, translate("Fees", "Making the statement"), make)


def ask_charge(page: Page, month: Month, found: Sequence[MonthFees], whose: MonthFees | None = None) -> SmallForm:
    """Whether the month is charged, to how many people and how much; to one person alone where one is meant."""
    meant = [one for one in found if one.state == ChargeState.TO_CHARGE and whose in (None, one)]
    words = translate("Fees", "Charge {month} to {people} people, {amount} yuan in all?")
    told = translate("Fees", "Charge {month} to {name}, {amount} yuan?")
    only = None if whose is None else [whose.resident_id]
    asked = words if whose is None else told
    act = Act(
        asked.format(
            month=month_text(month),
            people=len(meant),
            name="" if whose is None else whose.name,
            amount=yuan_shown(sum(one.whole_fen for one in meant)),
        ),
        translate("Fees", "Charge it"),
        Texts(),
        lambda _given: charges.charge(page.session.actor, month, only),
        Topic.BEDS,
        translate("Fees", "{month} is charged").format(month=month_text(month)),
        about=(str(month), only),
    )
    box = ask_for(page, act)
    # There is nothing to fill in: Enter does it.
    box.act_button.setFocus()
    return box


def ask_difference(page: Page, one: MonthFees) -> SmallForm:
    """Why a month comes to something else by now; the difference is booked."""
    words = translate("Fees", "{name}, {month}: charged {charged}, comes to {whole} yuan; book {difference}")
    act = Act(
        words.format(
            name=one.name,
            month=month_text(one.month),
            charged=yuan_shown(one.charged_fen),
            whole=yuan_shown(one.whole_fen),
            difference=yuan_shown(one.difference_fen),
        ),
        translate("Fees", "Book the difference"),
        Texts(reason()),
        lambda given: charges.book_difference(page.session.actor, one.resident_id, one.month, given["reason"]),
        Topic.BEDS,
        translate("Fees", "The difference is booked"),
        about=(one.resident_id, str(one.month)),
    )
    return ask_for(page, act)


def _ask_money(page: Page, who: int | None, money: _Money) -> SmallForm:
    form = DraftForm(StayMoneyDraft)
    form.add("resident_id", translate("Fees", "Person"), ResidentField())
    form.add("amount", translate("Fees", "Amount (yuan)"), TextField())
    form.add("remark", translate("Fees", "Remark"), TextField())

    def done(draft: StayMoneyDraft) -> str:
        return money.done.format(name=residents.name_of(draft.resident_id or 0), amount=draft.amount)

    act = Act(
        money.words,
        money.press,
        Drafted(form, StayMoneyDraft(who)),
        lambda draft: money.call(page.session.actor, draft),
        Topic.BEDS,
        done,
        then=(lambda made: preview_receipt(page, made)) if money.receipt else None,
        about=who,
    )
    box = MoneyBox(page, act, money.proposed)
    box.begin()
    return box
