"""``settle``: what a month of the canteen is settled by, as figures, pages or a workbook."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop.cli.options import Commands, add_command, month_argument
from desktop.cli.output import DONE, NEEDS_A_PERSON, Output
from desktop.cli.session import opened
from desktop.core import clock
from desktop.core.figures.settlement import Settled, Share
from desktop.core.files import make_folder
from desktop.core.i18n import translate
from desktop.core.money import yuan_text
from desktop.services.centre.centres import centre
from desktop.services.closing.settled import settled


def register(commands: Commands) -> None:
    """Add the command to the parser."""
    parser = add_command(
        commands, "settle", translate("Cli", "settle the canteen's month by person, subsidy and payer")
    )
    parser.add_argument("--month", type=month_argument, required=True, metavar="YYYY-MM")
    parser.add_argument("--out", type=Path, metavar="FILE", help=translate("Cli", "a file that ends in pdf or xlsx"))
    parser.set_defaults(run=run_settle)


def run_settle(args: argparse.Namespace, out: Output) -> int:
    """Settle the month, as a file too where one is wanted."""
    missing: tuple[str, ...] = ()
    with opened(args), out.progress() as progress:
        found = settled(args.month)
        if args.out is not None:
            # Printing loads slowly and most commands never print.
            from desktop.reports.settlement import write_settlement

            make_folder(args.out.parent)
            done = write_settlement(found, centre(), args.out, printed_on=clock.today(), progress=progress)
            missing = done.missing
    payload = {
        "month": str(found.month),
        "people": [{"resident_id": one.person.resident_id, **_sums(one.sums)} for one in found.people],
        "classes": [{"standard": one.standard, **_sums(one)} for one in found.classes],
        "flags": [_sums(one) for one in found.flags],
        "payers": {
            "district": _share(found.district),
            "prepaid": _share(found.prepaid),
            "cash": _share(found.cash),
        },
        "whole": _sums(found.whole),
        "file": None if args.out is None else str(args.out),
    }
    words = translate("Cli", "{people} people, {meals} meals, subsidy {subsidy}, paid {paid}")
    out.show(payload, [words.format(**_sums(found.whole))])
    return NEEDS_A_PERSON if missing else DONE


def _sums(one: Settled) -> dict[str, object]:
    return {
        "name": one.name,
        "people": one.people,
        "meals": one.meals,
        "price": yuan_text(one.price_fen),
        "subsidy": yuan_text(one.subsidy_fen),
        "paid": yuan_text(one.paid_fen),
        "prepaid": yuan_text(one.prepaid_fen),
    }


def _share(one: Share) -> dict[str, object]:
    return {"meals": one.meals, "amount": yuan_text(one.fen)}
