"""``balance``: money left with the canteen, what was entered, receipts, and the tills of a day."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop.cli.facts import person_of
from desktop.cli.ledger_entries import entry_line, entry_values
from desktop.cli.options import Commands, add_command, day_of
from desktop.cli.output import DONE, NEEDS_A_PERSON, Output
from desktop.cli.session import opened
from desktop.cli.shapes import day_text
from desktop.core import clock
from desktop.core.files import make_folder
from desktop.core.i18n import translate
from desktop.core.ledgers import LedgerAccount
from desktop.core.money import yuan_text
from desktop.services.canteen import prepaid
from desktop.services.canteen.prepaid import HandOverDraft, LimitDraft, MoneyDraft
from desktop.services.centre.centres import centre
from desktop.services.ledger import balances, cash, listing, receipts
from desktop.services.ledger.cash import Movement, StayAccount, StayCash
from desktop.services.ledger.listing import Entry

_MOVES = ("opening", "taken", "refunded", "deducted", "countered", "handed_over", "closing")


def register(commands: Commands) -> None:
    """Add the command to the parser."""
    parser = add_command(commands, "balance", translate("Cli", "money left here for meals: entries, receipts, tills"))
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", required=True)
    add_command(verbs, "list", translate("Cli", "print everybody's balance")).set_defaults(run=run_list)
    shown = add_command(verbs, "show", translate("Cli", "print somebody's entries, the last first"))
    shown.add_argument("who", metavar="WHO")
    shown.set_defaults(run=run_show)
    for verb, words in (
        ("top-up", translate("Cli", "take money for meals to come")),
        ("refund", translate("Cli", "give money back")),
        ("limit", translate("Cli", "say how far below nothing a balance may go")),
    ):
        made = add_command(verbs, verb, words)
        made.add_argument("who", metavar="WHO")
        made.add_argument("amount", metavar="YUAN")
        made.add_argument("--remark", default="", metavar="TEXT")
        made.set_defaults(run=run_limit if verb == "limit" else run_money)
    corrected = add_command(verbs, "correct", translate("Cli", "take an entry back by a counter-entry"))
    corrected.add_argument("id", type=int, metavar="ID")
    corrected.add_argument("--reason", required=True, metavar="TEXT")
    corrected.set_defaults(run=run_correct)
    handed = add_command(verbs, "hand-over", translate("Cli", "money leaves the own till for the office"))
    handed.add_argument("amount", metavar="YUAN")
    handed.add_argument("--remark", default="", metavar="TEXT")
    handed.set_defaults(run=run_hand_over)
    receipt = add_command(verbs, "receipt", translate("Cli", "print a receipt"))
    receipt.add_argument("number", metavar="NUMBER")
    receipt.add_argument("--pdf", type=Path, required=True, metavar="FILE")
    receipt.set_defaults(run=run_receipt)
    tills = add_command(verbs, "cash", translate("Cli", "the tills of a day"))
    tills.add_argument("--day", default="", metavar="DATE")
    tills.add_argument("--out", type=Path, metavar="FILE")
    tills.set_defaults(run=run_cash, parser=tills)


def run_list(args: argparse.Namespace, out: Output) -> int:
    """Print everybody who has an entry or a limit."""
    with opened(args):
        found = listing.accounts(LedgerAccount.CANTEEN)
    rows = [
        {
            "resident_id": one.id,
            "name": one.name,
            "balance": yuan_text(one.balance_fen),
            "limit": yuan_text(one.limit_fen),
            "last_on": day_text(one.last_on),
        }
        for one in found
    ]
    out.show({"balances": rows}, [f"{one.name}  {yuan_text(one.balance_fen)}" for one in found])
    return DONE


def run_show(args: argparse.Namespace, out: Output) -> int:
    """Print somebody's entries."""
    with opened(args):
        who = person_of(args.who)
        found = listing.of_holder(LedgerAccount.CANTEEN, who)
        stands = balances.of(LedgerAccount.CANTEEN, who)
    told = {"balance": yuan_text(stands.amount), "limit": yuan_text(stands.limit), "entries": [*map(_entry, found)]}
    out.show(told, [entry_line(one) for one in found])
    return DONE


def run_money(args: argparse.Namespace, out: Output) -> int:
    """Take money or give it back."""
    act = prepaid.top_up if args.verb == "top-up" else prepaid.refund
    with opened(args) as actor:
        found = listing.entry(act(actor, MoneyDraft(person_of(args.who), args.amount, args.remark)))
    out.show(_entry(found), [entry_line(found)])
    return DONE


def run_limit(args: argparse.Namespace, out: Output) -> int:
    """Set how far below nothing somebody's balance may go."""
    with opened(args) as actor:
        who = person_of(args.who)
        prepaid.set_limit(actor, LimitDraft(who, args.amount, args.remark))
        stands = balances.of(LedgerAccount.CANTEEN, who)
    told = {"balance": yuan_text(stands.amount), "limit": yuan_text(stands.limit)}
    out.show(told, [translate("Cli", "The limit is on record.")])
    return DONE


def run_correct(args: argparse.Namespace, out: Output) -> int:
    """Take an entry back."""
    with opened(args) as actor:
        found = listing.entry(prepaid.correct(actor, args.id, args.reason))
    out.show(_entry(found), [entry_line(found)])
    return DONE


def run_hand_over(args: argparse.Namespace, out: Output) -> int:
    """Money leaves the own till."""
    with opened(args) as actor:
        made = prepaid.hand_over(actor, HandOverDraft(args.amount, args.remark))
    out.show({"id": made}, [translate("Cli", "Handed over.")])
    return DONE


def run_receipt(args: argparse.Namespace, out: Output) -> int:
    """Print the receipt of a number; each printing after the first says so on the paper."""
    # Printing loads slowly and most commands never print.
    from desktop.reports.forms.receipt import render_receipt

    make_folder(args.pdf.parent)
    with opened(args) as actor:
        found = receipts.issue(actor, listing.id_of_receipt(args.number))
        done = render_receipt(found, centre().name, args.pdf, printed_on=clock.today())
    told = {"receipt": found.entry.receipt, "again": found.again, "pdf": str(args.pdf)}
    out.show(told, [translate("Cli", "Receipt {number}: {file}").format(number=args.number, file=args.pdf)])
    return NEEDS_A_PERSON if done.missing else DONE


def run_cash(args: argparse.Namespace, out: Output) -> int:
    """Print the tills of a day, as a file too where one is wanted."""
    with opened(args):
        sheet = cash.of(day_of(args))
        if args.out is not None:
            from desktop.reports.cash_sheet import write_sheet

            make_folder(args.out.parent)
            write_sheet(sheet, centre().name, args.out, printed_on=clock.today())
    told = {
        "day": day_text(sheet.day),
        "tills": [{"cashier": one.name, **_moves(one)} for one in sheet.tills],
        "balances": _moves(sheet.balances),
        "stays": {
            "tills": [{"cashier": one.name, **_fen_of(one)} for one in sheet.stay_cash],
            "accounts": [{"account": one.name, **_fen_of(one)} for one in sheet.stay_accounts],
        },
        "file": None if args.out is None else str(args.out),
    }
    words = translate("Cli", "{name}: opening {opening}, taken {taken}, given back {refunded}, left {closing}")
    out.show(told, [words.format(name=one.name, **_moves(one)) for one in sheet.tills])
    return DONE


def _moves(one: Movement) -> dict[str, str]:
    return {name: yuan_text(getattr(one, f"{name}_fen")) for name in _MOVES}


def _fen_of(one: StayCash | StayAccount) -> dict[str, str]:
    return {name.removesuffix("_fen"): yuan_text(fen) for name, fen in vars(one).items() if name.endswith("_fen")}


def _entry(one: Entry) -> dict[str, object]:
    return {**entry_values(one), "meal_id": one.meal_id}
