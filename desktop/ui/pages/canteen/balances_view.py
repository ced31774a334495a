"""预存: who left money for meals, what was entered for the chosen person, and the tills of the day."""

from __future__ import annotations

from collections.abc import Callable

from desktop.core import clock
from desktop.core.acts import Action
from desktop.core.dates import read_date
from desktop.core.errors import FieldError
from desktop.core.i18n import translate
from desktop.core.ledgers import LedgerAccount
from desktop.core.money import yuan_shown, yuan_text
from desktop.core.reasons import Reason
from desktop.core.words.balances import ENTRY_KINDS
from desktop.core.words.records import why_written
from desktop.services.ledger import listing
from desktop.services.ledger.listing import Account, Entry
from desktop.services.register import listing as residents
from desktop.services.register.listing import ResidentQuery
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.forms.form import Form
from desktop.ui.forms.text_fields import DateField, day_text
from desktop.ui.frame.keys import Key, install
from desktop.ui.frame.page import Page
from desktop.ui.frame.perform import reading
from desktop.ui.frame.rights import allowed, asks
from desktop.ui.look.theme import Tone
from desktop.ui.pages.canteen import balance_acts as acts
from desktop.ui.pages.page_view import PageView
from desktop.ui.pages.receipt_paper import preview_receipt
from desktop.ui.tables.model import Align, Column
from desktop.ui.tables.record_table import RecordTable
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.flow import FlowRow
from desktop.ui.widgets.header import search_words
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.turning import Turning


class BalancesView(PageView):
    """Everybody's balance beside the entries of the one chosen."""

    def __init__(self, page: Page) -> None:
        super().__init__(page, translate("Balances", "Money left for meals"))
        self._accounts: dict[int, Account] = {}
        self._entries: dict[int, Entry] = {}
        self.said = label(role="secondary", wrap=True)
        self.search = self.header.add_search(search_words())
        self.table: RecordTable[Account] = RecordTable(
            translate("Balances", "Balances"), _account_columns(), lambda ids: [self._accounts[one] for one in ids]
        )
        self.entries: RecordTable[Entry] = RecordTable(
            translate("Balances", "Entries"), _entry_columns(), lambda ids: [self._entries[one] for one in ids]
        )
        self._build()
        install(self, self.keys())
        self.refresh()

    def keys(self) -> tuple[Key, ...]:
        """What is done with money, by keys."""
        return (
            Key("Ctrl+N", translate("Balances", "take money for meals to come"), self.top_up),
            Key("F2", translate("Balances", "give money back to the chosen person"), self.refund),
            Key("F8", translate("Balances", "take the chosen entry back by a counter-entry"), self.correct),
            Key("Ctrl+P", translate("Balances", "the receipt of the chosen entry"), self.receipt),
            Key("F4", translate("Balances", "how far the balance may go below nothing"), self.limit),
            Key("F6", translate("Balances", "the tills of a day, to be printed"), self.day),
            Key("F7", translate("Balances", "cash from the own till for the office"), self.hand_over),
            Key("Enter", translate("Balances", "from the people to the entries")),
            Key("Ctrl+F", translate("Balances", "find somebody by name, ID number or card")),
        )

    def refresh(self) -> None:
        """Read anew; who was chosen stays chosen."""
        found = listing.accounts(LedgerAccount.CANTEEN)
        self._accounts = {one.id: one for one in found}
        self._list()
        words = translate("Balances", "{count} people, {sum} yuan in all")
        self.said.setText(words.format(count=len(found), sum=yuan_shown(sum(one.balance_fen for one in found))))

    def _list(self) -> None:
        """Those whom the search means; who was chosen stays so where the search means them too."""
        text = self.search.text().strip()
        meant = set(residents.find_ids(ResidentQuery(text=text, state=""))) if text else set(self._accounts)
        ids = [one for one in self._accounts if one in meant]
        what = translate("Balances", "Ctrl+N takes money; meals are paid from it at the scan.")
        none = translate("Balances", "None of those who left money")
        self.table.set_empty(none if text else translate("Balances", "Nobody has left money yet"), what, "canteen")
        self.table.set_ids(ids)
        if ids and self.table.current_id() is None:
            self.table.select_id(ids[0])
        self._show_entries()

    def take_keyboard(self) -> None:
        """The people."""
        self.table.take_keyboard()

    @asks(Action.TOP_UP)
    def top_up(self) -> SmallForm | None:
        """Take money, of the chosen person unless another one is named."""
        return acts.ask_top_up(self.page, self.table.current_id()) if self._may(Action.TOP_UP) else None

    @asks(Action.REFUND)
    def refund(self) -> SmallForm | None:
        """Give money back."""
        who = self._chosen()
        return acts.ask_refund(self.page, who) if who is not None and self._may(Action.REFUND) else None

    @asks(Action.SET_CREDIT)
    def limit(self) -> SmallForm | None:
        """How far the balance may go below nothing; the director's."""
        who = self._chosen()
        if who is None or not self._may(Action.SET_CREDIT):
            return None
        return acts.ask_limit(self.page, self.session.actor, who)

    @asks(Action.CORRECT_ENTRY)
    def correct(self) -> SmallForm | None:
        """Take the chosen entry back."""
        one = self.entries.current_row()
        if one is None:
            self.page.strip.say(translate("Balances", "Choose the entry first (Enter)."), Tone.ATTENTION)
            return None
        return acts.ask_correction(self.page, self.session.actor, one) if self._may(Action.CORRECT_ENTRY) else None

    @asks(Action.PRINT_RECEIPT)
    def receipt(self) -> None:
        """The receipt of the chosen entry, printed again."""
        one = self.entries.current_row()
        if one is None or not one.receipt:
            words = translate("Balances", "Choose a top-up or a refund first: these have receipts.")
            self.page.strip.say(words, Tone.ATTENTION)
        elif self._may(Action.PRINT_RECEIPT):
            preview_receipt(self.page, one.id)

    @asks(Action.HAND_OVER)
    def hand_over(self) -> SmallForm | None:
        """Cash leaves the own till."""
        return acts.ask_hand_over(self.page, self.session.actor) if self._may(Action.HAND_OVER) else None

    def day(self) -> SmallForm:
        """Ask for a day, then show its sheet."""
        form = Form()
        form.add("day", translate("Balances", "Day"), DateField(), required=True)
        title = translate("Balances", "The tills of a day")
        box = SmallForm(title, form, translate("Balances", "Show"), self._show_day, self.page)
        form.set_values({"day": clock.today().isoformat()})
        box.begin()
        return box

    def _show_day(self, box: SmallForm) -> bool:
        try:
            day = read_date(str(box.form.values()["day"]), year=clock.today().year)
        except ValueError:
            box.show_errors([FieldError("day", Reason.BAD_DATE)])
            return False
        acts.preview_day(self.page, day)
        return True

    def _chosen(self) -> int | None:
        who = self.table.current_id()
        if who is None:
            self.page.strip.say(translate("Balances", "Nobody is chosen."), Tone.ATTENTION)
        return who

    def _may(self, action: Action) -> bool:
        return allowed(self, action)

    def _build(self) -> None:
        self.header.set_primary(translate("Balances", "Top up (Ctrl+N)"), self.top_up, "add")
        both = Turning()
        both.add(self.table, 2, least=380)
        both.add(self.entries, 3, least=620)
        told: tuple[tuple[str, Callable[[], object], str], ...] = (
            (translate("Balances", "Refund… (F2)"), self.refund, "undo"),
            (translate("Balances", "Take the entry back… (F8)"), self.correct, "edit"),
            (translate("Balances", "Receipt (Ctrl+P)"), self.receipt, "print"),
            (translate("Balances", "Limit… (F4)"), self.limit, ""),
            (translate("Balances", "Tills of a day… (F6)"), self.day, "table"),
            (translate("Balances", "Hand over… (F7)"), self.hand_over, ""),
        )
        self.content.addWidget(self.said)
        self.content.addWidget(both, 1)
        self.content.addWidget(FlowRow(*(button(words, call, icon=icon) for words, call, icon in told)))
        self.entries.set_empty(translate("Balances", "No entry"), "", "table")
        self.table.set_keys(translate("Balances", "↑↓ choose   Enter entries   Ctrl+N top up   F2 refund   Esc back"))
        self.entries.set_keys(translate("Balances", "↑↓ choose   Ctrl+P receipt   F8 take back   Esc people"))
        self.search.searched.connect(lambda _text: reading(self, self._list))
        self.search.entered.connect(self.table.take_keyboard)
        self.table.current_changed.connect(lambda _one: self._show_entries())
        self.table.row_activated.connect(lambda _one: self._to_entries())
        self.table.left.connect(self.closed)
        self.entries.left.connect(self.table.take_keyboard)

    def _show_entries(self) -> None:
        who = self.table.current_id()
        found = [] if who is None else listing.of_holder(LedgerAccount.CANTEEN, who)
        self._entries = {one.id: one for one in found}
        self.entries.set_ids(list(self._entries))

    def _to_entries(self) -> None:
        if self._entries and self.entries.current_id() is None:
            self.entries.select_id(next(iter(self._entries)))
        self.entries.take_keyboard()


def _account_columns() -> tuple[Column[Account], ...]:
    return (
        Column(translate("Balances", "Name"), lambda one: one.name, 100, stretch=True),
        Column(translate("Balances", "Community"), lambda one: one.community, 110, spare=True),
        Column(translate("Balances", "Balance"), lambda one: yuan_shown(one.balance_fen), 90, Align.RIGHT),
        Column(translate("Balances", "Limit"), lambda one: _or_dash(one.limit_fen), 80, Align.RIGHT, spare=True),
        Column(translate("Balances", "Last entry"), lambda one: day_text(one.last_on) if one.last_on else "—", 110),
    )


def _entry_columns() -> tuple[Column[Entry], ...]:
    return (
        Column(translate("Balances", "Day"), lambda one: f"{day_text(one.day)} {one.at}".strip(), 150),
        Column(translate("Balances", "Entry"), _kind, 130),
        Column(translate("Balances", "Amount"), lambda one: yuan_text(one.amount), 90, Align.RIGHT),
        Column(translate("Balances", "Balance"), lambda one: yuan_text(one.after), 90, Align.RIGHT),
        Column(translate("Balances", "Receipt"), lambda one: one.receipt or "—", 130, spare=True),
        Column(translate("Balances", "Remark"), lambda one: why_written(one.remark), 90, stretch=True, spare=True),
        Column(translate("Balances", "Cashier"), lambda one: one.cashier, 90, spare=True),
    )


def _kind(one: Entry) -> str:
    kind = ENTRY_KINDS.shown[one.kind]
    return translate("Balances", "{kind} (taken back)").format(kind=kind) if one.countered else kind


def _or_dash(fen: int) -> str:
    return yuan_shown(fen) if fen else "—"
