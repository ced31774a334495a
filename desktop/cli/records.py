"""``rows`` and ``void``: the records of a month by the name that a correction uses, and one of them made void."""

from __future__ import annotations

import argparse

from desktop.cli.options import Commands, add_command, month_argument
from desktop.cli.output import DONE, Output
from desktop.cli.session import opened
from desktop.core.i18n import translate
from desktop.core.trade import CorrectionStep
from desktop.services.closing import staged
from desktop.services.closing.staged import Act
from desktop.services.register import records
from desktop.services.register.called import called


def register(commands: Commands) -> None:
    """Add the commands to the parser."""
    parser = add_command(commands, "rows", translate("Cli", "the records of a month, each with its uid"))
    parser.add_argument("kind", choices=records.kinds())
    parser.add_argument("--month", type=month_argument, required=True, metavar="YYYY-MM")
    parser.add_argument("--resident", default="", metavar="WHO", help=translate("Cli", "card code, ID number or name"))
    parser.set_defaults(run=run_rows)
    parser = add_command(commands, "void", translate("Cli", "make one record void, with the reason"))
    parser.add_argument("kind", choices=staged.voidable())
    parser.add_argument("uid", metavar="UID")
    parser.add_argument("--reason", required=True, metavar="TEXT")
    parser.set_defaults(run=run_void)


def run_rows(args: argparse.Namespace, out: Output) -> int:
    """Print the rows, oldest first."""
    with opened(args):
        found = records.of_month(args.kind, args.month, called(args.resident) if args.resident else None)
    out.show({"rows": found}, ["  ".join(str(value) for value in row.values() if value is not None) for row in found])
    return DONE


def run_void(args: argparse.Namespace, out: Output) -> int:
    """Make the record void; refused as in the window."""
    with opened(args) as actor:
        staged.void(actor, Act(CorrectionStep.VOID, args.kind, args.uid, reason=args.reason))
    out.show({"uid": args.uid}, [translate("Cli", "Void: {uid}").format(uid=args.uid)])
    return DONE
