"""预存: who left money for meals, what was entered for the chosen person, and the tills of the day."""

from __future__ import annotations

from collections.abc import Sequence

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
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.forms.form import Form
from desktop.ui.forms.text_fields import DateField, day_text
from desktop.ui.frame.keys import Key, install
from desktop.ui.frame.page import Page
from desktop.ui.frame.rights import asks
from desktop.ui.pages.canteen import balance_acts as acts
from desktop.ui.pages.ledger_view import LedgerView, Listing
from desktop.ui.pages.receipt_paper import preview_receipt
from desktop.ui.tables.model import Align, Column


class BalancesView(LedgerView[Account]):
    """Everybody's balance beside the entries of the one chosen."""

    def __init__(self, page: Page) -> None:
        people = translate("Balances", "↑↓ choose   Enter entries   Ctrl+N top up   F2 refund   Esc back")
        entries = translate("Balances", "↑↓ choose   Ctrl+P receipt   F8 take back   Esc people")
        super().__init__(
            page,
            translate("Balances", "Money left for meals"),
            Listing(translate("Balances", "Balances"), _account_columns(), people, 2, 380),
            Listing(translate("Balances", "Entries"), _entry_columns(), entries, 3, 620),
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
        self._people = {one.id: one for one in found}
        self.list_people()
        words = translate("Balances", "{count} people, {sum} yuan in all")
        self.said.setText(words.format(count=len(found), sum=yuan_shown(sum(one.balance_fen for one in found))))

    def list_people(self) -> None:
        """Those whom the search means."""
        meant = self._meant()
        what = translate("Balances", "Ctrl+N takes money; meals are paid from it at the scan.")
        none = translate("Balances", "None of those who left money")
        nobody = translate("Balances", "Nobody has left money yet")
        self.table.set_empty(none if self.search.text().strip() else nobody, what, "canteen")
        self._show_people([one for one in self._people if one in meant])

    def entries_of(self, who: int) -> Sequence[Entry]:
        """The account of meals."""
        return listing.of_holder(LedgerAccount.CANTEEN, who)

    @asks(Action.TOP_UP)
    def top_up(self) -> SmallForm | None:
        """Take money, of the chosen person unless another one is named."""
        return acts.ask_top_up(self.page, self.table.current_id())

    @asks(Action.REFUND)
    def refund(self) -> SmallForm | None:
        """Give money back."""
        who = self._chosen()
        return None if who is None else acts.ask_refund(self.page, who)

    @asks(Action.SET_CREDIT)
    def limit(self) -> SmallForm | None:
        """How far the balance may go below nothing; the director's."""
        who = self._chosen()
        return None if who is None else acts.ask_limit(self.page, self.session.actor, who)

    @asks(Action.CORRECT_ENTRY)
    def correct(self) -> SmallForm | None:
        """Take the chosen entry back."""
        one = self._chosen_entry()
        return None if one is None else acts.ask_correction(self.page, self.session.actor, one)

    @asks(Action.PRINT_RECEIPT)
    def receipt(self) -> None:
        """The receipt of the chosen entry, printed again."""
        one = self.entries.current_row()
        if one is None or not one.receipt:
            self._tell(translate("Balances", "Choose a top-up or a refund first: these have receipts."))
        else:
            preview_receipt(self.page, one.id)

    @asks(Action.HAND_OVER)
    def hand_over(self) -> SmallForm | None:
        """Cash leaves the own till."""
        return acts.ask_hand_over(self.page, self.session.actor)

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

    def _build(self) -> None:
        self.header.set_primary(translate("Balances", "Top up (Ctrl+N)"), self.top_up, "add")
        self._lay_out(
            (
                (translate("Balances", "Refund… (F2)"), self.refund, "undo"),
                (translate("Balances", "Take the entry back… (F8)"), self.correct, "edit"),
                (translate("Balances", "Receipt (Ctrl+P)"), self.receipt, "print"),
                (translate("Balances", "Limit… (F4)"), self.limit, ""),
                (translate("Balances", "Tills of a day… (F6)"), self.day, "table"),
                (translate("Balances", "Hand over… (F7)"), self.hand_over, ""),
            )
        )


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
