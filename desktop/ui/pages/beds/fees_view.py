"""住养收费: who stays here and what they were charged, paid and owe; beside it the entries of the one chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal

from desktop.core import clock
from desktop.core.acts import Action
from desktop.core.i18n import translate
from desktop.core.ledgers import EntryKind, LedgerAccount
from desktop.core.money import yuan_shown
from desktop.core.period import Month
from desktop.core.words.months import month_of
from desktop.core.words.records import why_written
from desktop.core.words.stay_fees import entry_word
from desktop.services.ledger import listing
from desktop.services.ledger.listing import Entry
from desktop.services.stay_fees import charges, paying, standing
from desktop.services.stay_fees.standing import Standing
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.forms.text_fields import day_text
from desktop.ui.frame.keys import Key, install
from desktop.ui.frame.page import Page
from desktop.ui.frame.rights import asks
from desktop.ui.look.theme import Tone
from desktop.ui.pages.beds import fee_acts as acts
from desktop.ui.pages.detail_keys import PAPER_KEY
from desktop.ui.pages.ledger_view import LedgerView, Listing
from desktop.ui.pages.receipt_paper import preview_receipt
from desktop.ui.tables.model import Align, Column
from desktop.ui.widgets.chips import Chips, ChipSpec

# Who is listed, one after the other by a key.
ALL, OWING, TO_SETTLE = "", "owing", "to_settle"
_TURNS = (ALL, OWING, TO_SETTLE)


class FeesView(LedgerView[Standing]):
    """Everybody who stays or has an entry, beside the entries of the one chosen; ``shown`` is who is listed.

    ``month_wanted`` asks for the charges of a month and carries whom to choose there, ``rates_wanted`` for the rates.
    """

    month_wanted = Signal(object, object)
    rates_wanted = Signal()

    def __init__(self, page: Page, shown: str = ALL) -> None:
        people = translate("Fees", "↑↓ choose   Enter entries   Ctrl+N payment   F7 charge   Esc back")
        entries = translate("Fees", "↑↓ choose   Enter open   F8 take back   Esc people")
        super().__init__(
            page,
            translate("Fees", "Fees of stays"),
            Listing(translate("Fees", "Who stays"), _people_columns(), people, 1, 640),
            Listing(translate("Fees", "Entries"), _entry_columns(), entries, 1, 560),
        )
        self.shown = shown
        self._build()
        install(self, self.keys())
        self.refresh()

    def keys(self) -> tuple[Key, ...]:
        """What is done with fees, by keys."""
        return (
            Key("Ctrl+N", translate("Fees", "take money for fees"), self.pay),
            Key("F2", translate("Fees", "give back what the chosen person paid ahead"), self.refund),
            Key("F3", translate("Fees", "take a deposit"), self.take_deposit),
            Key("F4", translate("Fees", "give the deposit back"), self.give_deposit),
            Key("F6", translate("Fees", "pay what is owed out of the deposit"), self.from_deposit),
            Key("F7", translate("Fees", "the charges of a month: who and how much, then charge"), self.open_last_month),
            Key("F8", translate("Fees", "take the chosen entry back by a counter-entry"), self.correct),
            Key("F10", translate("Fees", "charge something besides bed, care and meals"), self.other),
            Key("F11", translate("Fees", "everybody, who owes, or who left and is to be settled with"), self.turn),
            Key("Ctrl+R", translate("Fees", "rates: what bed, care and meals cost"), self.open_rates),
            Key("Ctrl+P", translate("Fees", "the receipt of the chosen entry"), self.receipt),
            Key(PAPER_KEY, translate("Fees", "the statement of the chosen person"), self.statement),
            Key("Enter", translate("Fees", "from the people to the entries, from a charge to its month")),
            Key("Ctrl+F", translate("Fees", "find somebody by name, ID number or card")),
        )

    def take_scan(self, digits: str) -> None:
        """A card: its person is looked for."""
        self.search.setText(digits)
        self.search.search_now()
        self.take_keyboard()

    def refresh(self) -> None:
        """Read anew; who was chosen stays chosen."""
        self._people = {one.id: one for one in standing.everybody()}
        self.list_people()
        self.table.model.reload()

    def turn(self) -> None:
        """Everybody, who owes, who is to be settled with."""
        self.shown = _TURNS[(_TURNS.index(self.shown) + 1) % len(_TURNS)]
        self.list_people()

    @asks(Action.TAKE_STAY_MONEY)
    def pay(self) -> SmallForm | None:
        """Take money, of the chosen person unless another one is named."""
        return acts.ask_pay(self.page, self.table.current_id()) if self._are_on() else None

    @asks(Action.GIVE_STAY_MONEY)
    def refund(self) -> SmallForm | None:
        """Give back what was paid ahead."""
        return self._with_chosen(acts.ask_refund)

    @asks(Action.TAKE_STAY_MONEY)
    def take_deposit(self) -> SmallForm | None:
        """Take a deposit."""
        return acts.ask_deposit(self.page, self.table.current_id()) if self._are_on() else None

    @asks(Action.GIVE_STAY_MONEY)
    def give_deposit(self) -> SmallForm | None:
        """Give the deposit back."""
        return self._with_chosen(acts.ask_deposit_back)

    @asks(Action.TAKE_STAY_MONEY)
    def from_deposit(self) -> SmallForm | None:
        """The deposit pays what is owed."""
        return self._with_chosen(acts.ask_from_deposit)

    @asks(Action.CHARGE_STAY)
    def other(self) -> SmallForm | None:
        """Charge something else."""
        return acts.ask_other(self.page, self.table.current_id()) if self._are_on() else None

    @asks(Action.CORRECT_ENTRY)
    def correct(self) -> SmallForm | None:
        """Take the chosen entry back."""
        one = self._chosen_entry()
        return acts.ask_correction(self.page, one) if one is not None and self._are_on() else None

    @asks(Action.PRINT_RECEIPT)
    def receipt(self) -> None:
        """The receipt of the chosen entry, printed again."""
        one = self.entries.current_row()
        if one is None or not one.receipt:
            self._tell(translate("Fees", "Choose money taken or given back first: these have receipts."))
        elif self._are_on():
            preview_receipt(self.page, one.id)

    @asks(Action.PRINT_RECEIPT)
    def statement(self) -> None:
        """The chosen person's statement on paper."""
        who = self._chosen()
        if who is not None and self._are_on():
            acts.preview_statement(self.page, who)

    def open_last_month(self) -> None:
        """The charges of the month before this one, with the chosen person."""
        self.month_wanted.emit(Month.of(clock.today()).shifted(-1), self.table.current_id())

    def open_rates(self) -> None:
        """What a stay costs."""
        self.rates_wanted.emit()

    def list_people(self) -> None:
        """Those whom the search means, of those who are listed."""
        meant = self._meant()
        ids = [one.id for one in self._people.values() if one.id in meant and self._listed(one)]
        self._say_nobody(bool(self.search.text().strip()))
        self._show_people(ids)
        words = translate("Fees", "{count} people · owed {owed} yuan · paid ahead {ahead} · deposits {deposits}")
        found = [self._people[one] for one in ids]
        self.said.setText(
            words.format(
                count=len(found),
                owed=yuan_shown(sum(one.owed_fen for one in found)),
                ahead=yuan_shown(sum(max(one.balance_fen, 0) for one in found)),
                deposits=yuan_shown(sum(one.deposit_fen for one in found)),
            )
        )
        self.header.set_subtitle(_turn_words()[self.shown])

    def entries_of(self, who: int) -> Sequence[Entry]:
        """Fees and deposit, the last entry first."""
        every = [one for account in paying.ACCOUNTS for one in listing.of_holder(account, who)]
        return sorted(every, key=lambda one: -one.id)

    def _listed(self, one: Standing) -> bool:
        return {ALL: True, OWING: bool(one.owed_fen), TO_SETTLE: one.to_settle}[self.shown]

    def _say_nobody(self, sought: bool) -> None:
        title, hint = translate("Fees", "Nobody stays here or has an entry"), ""
        if not charges.turned_on():
            title = translate("Fees", "Fees of stays are not taken with this program yet")
            hint = translate("Fees", "The director turns them on: System › Rules › Fees of stays. Then rates are set.")
        elif sought or self.shown:
            title = translate("Fees", "None of those listed here")
            hint = translate("Fees", "F11 lists everybody, who owes, or who is to be settled with.")
        self.table.set_empty(title, hint, "beds")

    def _with_chosen(self, ask: Callable[[Page, int], SmallForm]) -> SmallForm | None:
        who = self._chosen()
        return ask(self.page, who) if who is not None and self._are_on() else None

    def _are_on(self) -> bool:
        if not charges.turned_on():
            self._tell(translate("Fees", "Fees of stays are off. The director turns them on: System › Rules."))
            return False
        return True

    def _open_entry(self, _entry: int) -> None:
        """A charge leads to its month, money to its receipt."""
        one = self.entries.current_row()
        if one is not None and one.month:
            self.month_wanted.emit(Month.parse(one.month), one.resident_id)
        elif one is not None and one.receipt:
            self.receipt()

    def _build(self) -> None:
        self.header.set_primary(translate("Fees", "Payment… (Ctrl+N)"), self.pay, "add")
        self._lay_out(
            (
                (translate("Fees", "Charge a month… (F7)"), self.open_last_month, "calendar"),
                (translate("Fees", "Refund… (F2)"), self.refund, "undo"),
                (translate("Fees", "Deposit… (F3)"), self.take_deposit, "add"),
                (translate("Fees", "Deposit back… (F4)"), self.give_deposit, "undo"),
                (translate("Fees", "From the deposit… (F6)"), self.from_deposit, ""),
                (translate("Fees", "Other charge… (F10)"), self.other, ""),
                (translate("Fees", "Take the entry back… (F8)"), self.correct, "edit"),
                (translate("Fees", "Receipt (Ctrl+P)"), self.receipt, "print"),
                (translate("Fees", "Statement (Ctrl+Shift+P)"), self.statement, "print"),
                (translate("Fees", "Rates (Ctrl+R)"), self.open_rates, "table"),
                (translate("Fees", "Who is listed (F11)"), self.turn, ""),
            )
        )
        self.entries.row_activated.connect(self._open_entry)


def _turn_words() -> dict[str, str]:
    return {
        ALL: translate("Fees", "everybody who stays or has an entry"),
        OWING: translate("Fees", "who owes"),
        TO_SETTLE: translate("Fees", "who left and is to be settled with"),
    }


def _people_columns() -> tuple[Column[Standing], ...]:
    return (
        Column(translate("Fees", "Name"), lambda one: one.name, 84, stretch=True),
        Column(translate("Fees", "Bed"), _bed, 110, spare=True),
        Column(translate("Fees", "Charged"), lambda one: yuan_shown(one.charged_fen), 104, Align.RIGHT, spare=True),
        Column(translate("Fees", "Paid"), lambda one: yuan_shown(one.paid_fen), 104, Align.RIGHT, spare=True),
        Column(translate("Fees", "Owed"), _owed, 104, Align.RIGHT),
        Column(translate("Fees", "Owed since"), lambda one: day_text(one.owed_since) if one.owed_since else "", 112),
        Column(translate("Fees", "Deposit"), lambda one: yuan_shown(one.deposit_fen), 104, Align.RIGHT),
    )


def _bed(one: Standing) -> Chips | str:
    if one.bed:
        return one.bed
    words = translate("Fees", "left") if one.left_on is None else day_text(one.left_on)
    return Chips((ChipSpec(words, Tone.ATTENTION if one.to_settle else Tone.NEUTRAL),))


def _owed(one: Standing) -> str:
    """What is owed; what was paid ahead below nothing, as a minus."""
    return yuan_shown(-one.balance_fen) if one.balance_fen else "—"


def _entry_columns() -> tuple[Column[Entry], ...]:
    return (
        Column(translate("Fees", "Day"), lambda one: day_text(one.day), 112),
        Column(translate("Fees", "Entry"), _kind, 170, stretch=True),
        Column(translate("Fees", "Amount"), lambda one: yuan_shown(one.amount), 104, Align.RIGHT),
        Column(translate("Fees", "Balance"), lambda one: yuan_shown(one.after), 104, Align.RIGHT),
        Column(translate("Fees", "Receipt"), lambda one: one.receipt or "—", 120, spare=True),
        Column(translate("Fees", "Remark"), lambda one: why_written(one.remark), 90, stretch=True, spare=True),
        Column(translate("Fees", "Cashier"), lambda one: one.cashier, 90, spare=True),
    )


def _kind(one: Entry) -> str:
    kind = entry_word(one.account, one.kind)
    if one.kind in {EntryKind.COUNTER, EntryKind.FROM_DEPOSIT} and one.account == LedgerAccount.STAY_DEPOSIT:
        kind = translate("Fees", "{kind} (deposit)").format(kind=kind)
    if one.month:
        kind = f"{kind} {month_of(one.month)}"
    return translate("Fees", "{kind} (taken back)").format(kind=kind) if one.countered else kind
