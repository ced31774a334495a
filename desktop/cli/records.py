"""``rows`` and ``void``: the records of a month by the name that a correction uses, and one of them made void."""

from __future__ import annotations

import argparse

from desktop.cli.options import Commands, add_command, month_argument
from desktop.cli.output import DONE, Output
from desktop.cli.session import opened
from desktop.core.acts import Thing
from desktop.core.i18n import translate
from desktop.core.trade import CorrectionStep
from desktop.services.closing import staged
from desktop.services.closing.staged import Act
from desktop.services.register import records
from desktop.services.register.called import called
from desktop.services.residents import grades
from desktop.services.visits import recording
from desktop.services.writing.journal import id_of

_GRADE = Thing.GRADE.value
_STAY, _VOID = "stay", "void"


def register(commands: Commands) -> None:
    """Add the commands to the parser."""
    parser = add_command(commands, "rows", translate("Cli", "the records of a month, each with its uid"))
    parser.add_argument("kind", choices=records.kinds())
    parser.add_argument("--month", type=month_argument, required=True, metavar="YYYY-MM")
    parser.add_argument("--resident", default="", metavar="WHO", help=translate("Cli", "card code, ID number or name"))
    parser.set_defaults(run=run_rows)
    parser = add_command(commands, "void", translate("Cli", "make one record void, with the reason"))
    parser.add_argument("kind", choices=(*staged.voidable(), _GRADE))
    parser.add_argument("uid", metavar="UID")
    parser.add_argument("--reason", required=True, metavar="TEXT")
    parser.add_argument(
        "--open",
        choices=(_STAY, _VOID),
        help=translate("Cli", "of a visit: whether its open risks and orders stay or become void with it"),
    )
    parser.set_defaults(run=run_void)


def run_rows(args: argparse.Namespace, out: Output) -> int:
    """Print the rows, oldest first."""
    with opened(args):
        found = records.of_month(args.kind, args.month, called(args.resident) if args.resident else None)
    out.show({"rows": found}, ["  ".join(str(value) for value in row.values() if value is not None) for row in found])
    return DONE


def run_void(args: argparse.Namespace, out: Output) -> int:
    """Make the record void, refused as in the window; a visit with open risks or orders asks for ``--open``."""
    with opened(args) as actor:
        if args.kind == _GRADE:
            grades.void(actor, id_of(Thing.GRADE, args.uid), args.reason)
        elif args.open:
            recording.void(actor, id_of(Thing.VISIT, args.uid), args.reason, args.open == _VOID)
        else:
            staged.void(actor, Act(CorrectionStep.VOID, args.kind, args.uid, reason=args.reason))
    out.show({"uid": args.uid}, [translate("Cli", "{uid} is void.").format(uid=args.uid)])
    return DONE
