"""``fees``: what stays cost, what months were charged, what was paid, deposits, who owes."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from desktop.cli import fee_rates
from desktop.cli.balance import run_receipt
from desktop.cli.facts import person_of
from desktop.cli.ledger_entries import entry_line, entry_values
from desktop.cli.options import Commands, add_command, month_argument
from desktop.cli.output import DONE, NEEDS_A_PERSON, Output
from desktop.cli.session import opened
from desktop.cli.shapes import day_text
from desktop.core.files import make_folder
from desktop.core.i18n import translate
from desktop.core.ledgers import LedgerAccount
from desktop.core.money import yuan_text
from desktop.core.stay_fees import ChargeState, FeeLine
from desktop.core.words.stay_fees import CHARGE_STATES, gap_words, line_words
from desktop.services.ledger import balances, listing
from desktop.services.ledger.listing import Entry
from desktop.services.stay_fees import charges, paying, standing, statement
from desktop.services.stay_fees.charges import ChargeRow, MonthFees
from desktop.services.stay_fees.paying import OtherChargeDraft, StayMoneyDraft
from desktop.services.stay_fees.standing import Standing
from desktop.services.writing.actor import Actor

_MONEY: dict[str, Callable[[Actor, StayMoneyDraft], int]] = {
    "pay": paying.pay,
    "refund": paying.refund,
    "deposit": paying.take_deposit,
    "deposit-back": paying.give_deposit_back,
    "from-deposit": paying.pay_from_deposit,
}


def register(commands: Commands) -> None:
    """Add the command to the parser."""
    parser = add_command(commands, "fees", translate("Cli", "fees of stays: rates, months, payments, deposits"))
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", required=True)
    fee_rates.register(verbs)
    _register_months(verbs)
    _register_money(verbs)
    listed = add_command(verbs, "list", translate("Cli", "where everybody stands who stays here or has an entry"))
    chosen = listed.add_mutually_exclusive_group()
    chosen.add_argument("--owing", action="store_true", help=translate("Cli", "only who owes"))
    chosen.add_argument("--to-settle", action="store_true", help=translate("Cli", "only who left and is not settled"))
    listed.set_defaults(run=run_list)
    shown = add_command(verbs, "show", translate("Cli", "somebody's charges with their lines, and the entries"))
    shown.add_argument("who", metavar="WHO")
    shown.set_defaults(run=run_show)
    told = add_command(verbs, "statement", translate("Cli", "print somebody's statement: charges, payments, deposit"))
    told.add_argument("who", metavar="WHO")
    told.add_argument("--pdf", type=Path, required=True, metavar="FILE")
    told.set_defaults(run=run_statement)
    receipt = add_command(verbs, "receipt", translate("Cli", "print a receipt"))
    receipt.add_argument("number", metavar="NUMBER")
    receipt.add_argument("--pdf", type=Path, required=True, metavar="FILE")
    receipt.set_defaults(run=run_receipt)


def _register_months(verbs: Commands) -> None:
    for verb, words, run in (
        ("month", translate("Cli", "what a month comes to and was charged; nothing is written"), run_month),
        ("charge", translate("Cli", "charge a month, once, to everybody or to somebody"), run_charge),
    ):
        made = add_command(verbs, verb, words)
        made.add_argument("who", nargs="?", default="", metavar="WHO")
        made.add_argument("--month", type=month_argument, required=True, metavar="YYYY-MM")
        made.set_defaults(run=run)
    differ = add_command(verbs, "difference", translate("Cli", "book what a charged month comes to otherwise by now"))
    differ.add_argument("who", metavar="WHO")
    differ.add_argument("--month", type=month_argument, required=True, metavar="YYYY-MM")
    differ.add_argument("--reason", required=True, metavar="TEXT")
    differ.set_defaults(run=run_difference)
    other = add_command(verbs, "other", translate("Cli", "charge something besides bed, care and meals"))
    other.add_argument("who", metavar="WHO")
    other.add_argument("amount", metavar="YUAN")
    other.add_argument("--words", required=True, metavar="TEXT")
    other.set_defaults(run=run_other)


def _register_money(verbs: Commands) -> None:
    for verb, words in (
        ("pay", translate("Cli", "take money for fees")),
        ("refund", translate("Cli", "give back what was paid ahead")),
        ("deposit", translate("Cli", "take a deposit")),
        ("deposit-back", translate("Cli", "give the deposit back")),
        ("from-deposit", translate("Cli", "pay fees that are owed out of the deposit")),
    ):
        made = add_command(verbs, verb, words)
        made.add_argument("who", metavar="WHO")
        made.add_argument("amount", metavar="YUAN")
        made.add_argument("--remark", default="", metavar="TEXT")
        made.set_defaults(run=run_money)
    corrected = add_command(verbs, "correct", translate("Cli", "take an entry back by a counter-entry"))
    corrected.add_argument("id", type=int, metavar="ID")
    corrected.add_argument("--reason", required=True, metavar="TEXT")
    corrected.set_defaults(run=run_correct)


def run_month(args: argparse.Namespace, out: Output) -> int:
    """Print what a month comes to; 3 where a rate is missing or a charged month differs."""
    with opened(args):
        found = charges.months(args.month, [person_of(args.who)] if args.who else None)
    out.show({"month": str(args.month), "people": [*map(_month, found)]}, [*map(_month_line, found)])
    asks = {ChargeState.NO_RATE, ChargeState.DIFFERS}
    return NEEDS_A_PERSON if any(one.state in asks for one in found) else DONE


def run_charge(args: argparse.Namespace, out: Output) -> int:
    """Charge a month; 3 where somebody was left out for want of a rate."""
    with opened(args) as actor:
        made = charges.charge(actor, args.month, [person_of(args.who)] if args.who else None)
    told = {
        "month": str(args.month),
        "people": made.people,
        "amount": yuan_text(made.fen),
        "left_out": [_month(one) for one in made.left],
    }
    words = translate("Cli", "{month}: {people} people charged, {amount} yuan")
    out.show(told, [words.format(**told), *map(_month_line, made.left)])
    return NEEDS_A_PERSON if made.left else DONE


def run_difference(args: argparse.Namespace, out: Output) -> int:
    """Book the difference of a month."""
    with opened(args) as actor:
        who = person_of(args.who)
        made = charges.book_difference(actor, who, args.month, args.reason)
        found = next(one for one in charges.on_record(who) if one.id == made)
    out.show(_charge(found), [_charge_line(found)])
    return DONE


def run_other(args: argparse.Namespace, out: Output) -> int:
    """Charge something else."""
    with opened(args) as actor:
        draft = OtherChargeDraft(person_of(args.who), args.amount, args.words)
        found = listing.entry(paying.charge_other(actor, draft))
    out.show(_entry(found), [entry_line(found)])
    return DONE


def run_money(args: argparse.Namespace, out: Output) -> int:
    """Take money or give it back."""
    with opened(args) as actor:
        draft = StayMoneyDraft(person_of(args.who), args.amount, args.remark)
        found = listing.entry(_MONEY[args.verb](actor, draft))
    out.show(_entry(found), [entry_line(found)])
    return DONE


def run_correct(args: argparse.Namespace, out: Output) -> int:
    """Take an entry back."""
    with opened(args) as actor:
        paying.correct(actor, args.id, args.reason)
        found = listing.entry(args.id)
        left = balances.of(LedgerAccount(found.account), found.resident_id or 0).amount
    told = {"id": args.id, "account": found.account, "balance": yuan_text(left)}
    out.show(told, [translate("Cli", "It is taken back; the balance is {balance}.").format(**told)])
    return DONE


def run_list(args: argparse.Namespace, out: Output) -> int:
    """Print where everybody stands; 3 where somebody who left is not settled."""
    with opened(args):
        found = standing.everybody()
    if args.owing:
        found = [one for one in found if one.owed_fen]
    if args.to_settle:
        found = [one for one in found if one.to_settle]
    out.show({"people": [*map(_standing, found)]}, [*map(_standing_line, found)])
    return NEEDS_A_PERSON if args.to_settle and found else DONE


def run_show(args: argparse.Namespace, out: Output) -> int:
    """Print somebody's account."""
    with opened(args):
        who = person_of(args.who)
        charged, open_months = charges.on_record(who), charges.of_resident(who)
        entered = [one for account in paying.ACCOUNTS for one in listing.of_holder(account, who)]
        fees, deposit = (balances.of(account, who).amount for account in paying.ACCOUNTS)
    told = {
        "balance": yuan_text(fees),
        "deposit": yuan_text(deposit),
        "charges": [*map(_charge, charged)],
        "open": [*map(_month, open_months)],
        "entries": [*map(_entry, entered)],
    }
    out.show(told, [*map(_charge_line, charged), *map(_month_line, open_months), *map(entry_line, entered)])
    return DONE


def run_statement(args: argparse.Namespace, out: Output) -> int:
    """Print somebody's statement."""
    # Printing loads slowly and most commands never print.
    from desktop.reports.fee_statement import write_statement

    make_folder(args.pdf.parent)
    with opened(args) as actor:
        found = statement.issue(actor, person_of(args.who))
        done = write_statement(found, args.pdf)
    told = {
        "pdf": str(args.pdf),
        "pages": done.pages,
        "missing_characters": list(done.missing),
        **_standing(found.stands),
    }
    out.show(told, [translate("Cli", "Statement of {name}: {pdf}").format(**told)])
    return NEEDS_A_PERSON if done.missing else DONE


def _month(one: MonthFees) -> dict[str, object]:
    return {
        "resident_id": one.resident_id,
        "name": one.name,
        "month": str(one.month),
        "state": one.state,
        "nights": one.nights,
        "whole": yuan_text(one.whole_fen),
        "charged": yuan_text(one.charged_fen),
        "difference": yuan_text(one.difference_fen),
        "lines": [*map(_fee_line, one.lines)],
        "no_rate": [{"part": gap.part, "what": gap.what, "day": day_text(gap.day)} for gap in one.gaps],
    }


def _fee_line(one: FeeLine) -> dict[str, object]:
    return {
        "part": one.part,
        "first": day_text(one.first),
        "last": day_text(one.last),
        "nights": one.nights,
        "what": one.what,
        "rate": yuan_text(one.rate_fen),
        "unit": one.unit,
        "percent": one.percent,
        "leave": one.leave or None,
        "amount": yuan_text(one.fen),
    }


def _month_line(one: MonthFees) -> str:
    told = [one.name, str(one.month), CHARGE_STATES.shown[one.state], yuan_text(one.whole_fen)]
    differs = [yuan_text(one.difference_fen)] if one.state == ChargeState.DIFFERS else []
    return "  ".join([*told, *differs, *map(gap_words, one.gaps)])


def _charge(one: ChargeRow) -> dict[str, object]:
    return {
        "uid": one.uid,
        "month": str(one.month),
        "number": one.number,
        "amount": yuan_text(one.amount_fen),
        "whole": yuan_text(one.whole_fen),
        "reason": one.remark,
        "lines": [*map(_fee_line, one.lines)],
    }


def _charge_line(one: ChargeRow) -> str:
    head = "  ".join(part for part in (str(one.month), yuan_text(one.amount_fen), one.remark) if part)
    return "\n".join([head, *(f"  {line_words(line)}" for line in one.lines)])


def _entry(one: Entry) -> dict[str, object]:
    return {**entry_values(one), "account": one.account, "month": one.month or None}


def _standing(one: Standing) -> dict[str, object]:
    return {
        "resident_id": one.id,
        "name": one.name,
        "bed": one.bed or None,
        "left_on": day_text(one.left_on),
        "charged": yuan_text(one.charged_fen),
        "paid": yuan_text(one.paid_fen),
        "balance": yuan_text(one.balance_fen),
        "owed": yuan_text(one.owed_fen),
        "owed_since": day_text(one.owed_since),
        "deposit": yuan_text(one.deposit_fen),
        "to_settle": one.to_settle,
    }


def _standing_line(one: Standing) -> str:
    words = translate("Cli", "{name}  {bed}  balance {balance}  deposit {deposit}")
    told = words.format(
        name=one.name, bed=one.bed or "—", balance=yuan_text(one.balance_fen), deposit=yuan_text(one.deposit_fen)
    )
    since = translate("Cli", "owes since {day}").format(day=one.owed_since) if one.owed_since else ""
    return "  ".join(filter(None, (told, since)))
