"""``package``: hours of help that somebody is granted, what is used of them; what payers have for a month."""

from __future__ import annotations

import argparse
from typing import Any

from desktop.cli.facts import person_of
from desktop.cli.options import Commands, add_command, code_of, month_argument
from desktop.cli.output import DONE, Output
from desktop.cli.session import opened
from desktop.cli.shapes import day_text
from desktop.core import clock
from desktop.core.i18n import translate
from desktop.core.money import yuan_text
from desktop.core.period import Month
from desktop.core.trade import Payer
from desktop.core.words import terms
from desktop.services.help_services import budgets, packages
from desktop.services.help_services.budgets import BudgetDraft, Spent
from desktop.services.help_services.packages import PackageDraft, Used

_GOVERNMENT = terms.PAYERS[Payer.GOVERNMENT]


def register(commands: Commands) -> None:
    """Add the command to the parser."""
    parser = add_command(commands, "package", translate("Cli", "hours of help that are granted, and payers' budgets"))
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", required=True)
    granted = add_command(verbs, "grant", translate("Cli", "grant somebody hours of help a month"))
    granted.add_argument("who", metavar="WHO")
    granted.add_argument("--hours", required=True, metavar="N")
    granted.add_argument("--type", default="", choices=("", *terms.SERVICE_TYPES.values()))
    _payer(granted)
    _span(granted)
    granted.add_argument("--remark", default="", metavar="TEXT")
    granted.set_defaults(run=run_grant)
    ended = add_command(verbs, "end", translate("Cli", "granted up to a day and no longer"))
    ended.add_argument("id", type=int, metavar="ID")
    ended.add_argument("day", metavar="DATE")
    ended.set_defaults(run=run_end)
    voided = add_command(verbs, "void", translate("Cli", "it was granted by mistake"))
    voided.add_argument("id", type=int, metavar="ID")
    voided.add_argument("--reason", required=True, metavar="TEXT")
    voided.set_defaults(run=run_void)
    used = add_command(verbs, "used", translate("Cli", "packages and budgets of a month, and what is left of them"))
    used.add_argument("--month", type=month_argument, metavar="YYYY-MM")
    used.set_defaults(run=run_used)
    budget = add_command(verbs, "budget", translate("Cli", "what a payer has for each month from a day on"))
    budget.add_argument("amount", metavar="YUAN")
    _payer(budget)
    _span(budget)
    budget.set_defaults(run=run_budget)
    back = add_command(verbs, "void-budget", translate("Cli", "a budget was recorded by mistake"))
    back.add_argument("id", type=int, metavar="ID")
    back.add_argument("--reason", required=True, metavar="TEXT")
    back.set_defaults(run=run_void_budget)


def _payer(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--payer", default=_GOVERNMENT, choices=tuple(terms.PAYERS.values()))


def _span(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--from", dest="first", default="", metavar="DATE")
    parser.add_argument("--to", dest="last", default="", metavar="DATE")


def run_grant(args: argparse.Namespace, out: Output) -> int:
    """Grant hours; from today unless a day is named."""
    draft = PackageDraft(
        type=code_of(terms.SERVICE_TYPES, args.type) if args.type else "",
        hours=args.hours,
        payer=code_of(terms.PAYERS, args.payer),
        valid_from=args.first or clock.today(),
        valid_to=args.last,
        remark=args.remark,
    )
    with opened(args) as actor:
        draft.resident_id = person_of(args.who)
        made = packages.grant(actor, draft)
    out.show({"id": made}, [translate("Cli", "Granted: {id}").format(id=made)])
    return DONE


def run_end(args: argparse.Namespace, out: Output) -> int:
    """End a package."""
    with opened(args) as actor:
        packages.end(actor, args.id, args.day)
    out.show({"id": args.id}, [translate("Cli", "The last day is on record.")])
    return DONE


def run_void(args: argparse.Namespace, out: Output) -> int:
    """Make a package void."""
    with opened(args) as actor:
        packages.void(actor, args.id, args.reason)
    out.show({"id": args.id}, [translate("Cli", "It is void.")])
    return DONE


def run_used(args: argparse.Namespace, out: Output) -> int:
    """Print what a month uses."""
    month = args.month or Month.of(clock.today())
    with opened(args):
        used = [_used(one) for one in packages.used_in(month)]
        spent = [_spent(one) for one in budgets.spent_in(month)]
    line = translate("Cli", "{id}  {name}  granted {granted}  used {used}  left {left}")
    lines = [line.format(**one) for one in used]
    lines += [f"{terms.PAYERS.shown[one['payer']]}  {one['used']}  {one['left'] or '—'}" for one in spent]
    out.show({"month": str(month), "packages": used, "budgets": spent}, lines)
    return DONE


def run_budget(args: argparse.Namespace, out: Output) -> int:
    """Let a payer have so much a month."""
    draft = BudgetDraft(code_of(terms.PAYERS, args.payer), args.amount, args.first or clock.today(), args.last)
    with opened(args) as actor:
        made = budgets.set_budget(actor, draft)
    out.show({"id": made}, [translate("Cli", "The budget is on record: {id}").format(id=made)])
    return DONE


def run_void_budget(args: argparse.Namespace, out: Output) -> int:
    """Make a budget void."""
    with opened(args) as actor:
        budgets.void(actor, args.id, args.reason)
    out.show({"id": args.id}, [translate("Cli", "It is void.")])
    return DONE


def _hours(minutes: int) -> str:
    return f"{minutes / 60:.2f}"


def _used(one: Used) -> dict[str, Any]:
    return {
        "id": one.package.id,
        "resident_id": one.package.resident_id,
        "name": one.package.name,
        "type": one.package.type or None,
        "payer": one.package.payer,
        "from": day_text(one.package.valid_from),
        "to": day_text(one.package.valid_to),
        "granted": _hours(one.package.minutes),
        "used": _hours(one.used),
        "left": _hours(one.left),
        "services": [
            {"day": line.day.isoformat(), "type": line.type, "hours": _hours(line.minutes), "left": _hours(line.left)}
            for line in one.lines
        ],
    }


def _spent(one: Spent) -> dict[str, Any]:
    return {
        "payer": one.payer,
        "budget": None if one.budget_fen is None else yuan_text(one.budget_fen),
        "used": yuan_text(one.used_fen),
        "left": None if one.left_fen is None else yuan_text(one.left_fen),
    }
