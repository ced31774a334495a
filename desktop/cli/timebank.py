"""``timebank``: the hours of a volunteer, in and out, what is left, the certificate."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop.cli.facts import person_of
from desktop.cli.options import Commands, add_command
from desktop.cli.output import DONE, NEEDS_A_PERSON, Output
from desktop.cli.session import opened
from desktop.cli.shapes import day_text
from desktop.core import clock
from desktop.core.acts import Thing
from desktop.core.errors import NotFound
from desktop.core.files import make_folder
from desktop.core.i18n import translate
from desktop.core.quantities import hours_text
from desktop.core.trade import NamedList
from desktop.core.words.balances import ENTRY_KINDS
from desktop.core.words.records import why_written
from desktop.core.words.terms import SERVICE_TYPES
from desktop.services.centre.centres import centre
from desktop.services.ledger.listing import Entry
from desktop.services.named.resolving import resolver
from desktop.services.work import timebank
from desktop.services.work.timebank import HoursDraft


def register(commands: Commands) -> None:
    """Add the command to the parser."""
    parser = add_command(commands, "timebank", translate("Cli", "the hours of a volunteer: in, out, what is left"))
    parser.add_argument("name", metavar="NAME")
    act = parser.add_mutually_exclusive_group()
    act.add_argument("--in", dest="served", metavar="HOURS", help=translate("Cli", "hours that were served"))
    act.add_argument("--out", dest="taken", metavar="HOURS", help=translate("Cli", "hours served in return"))
    act.add_argument("--correct", type=int, metavar="ID", help=translate("Cli", "take an entry back"))
    parser.add_argument("--on", default="", metavar="DATE")
    parser.add_argument(
        "--for", dest="resident", metavar="WHO", help=translate("Cli", "who was helped, of the register")
    )
    parser.add_argument("--whom", default="", metavar="TEXT", help=translate("Cli", "who was helped, else"))
    parser.add_argument("--remark", default="", metavar="TEXT")
    parser.add_argument("--reason", default="", metavar="TEXT")
    parser.add_argument("--pdf", type=Path, metavar="FILE", help=translate("Cli", "write the certificate"))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, out: Output) -> int:
    """Do what is asked, then print what stands there."""
    missing: tuple[str, ...] = ()
    with opened(args) as actor:
        who = resolver(NamedList.PERSON).of(args.name)
        if who is None:
            raise NotFound(Thing.WORKER, args.name)
        if args.correct is not None:
            timebank.correct(actor, args.correct, args.reason)
        elif args.served is not None or args.taken is not None:
            resident = person_of(args.resident) if args.resident else None
            day = args.on or clock.today().isoformat()
            draft = HoursDraft(who, args.served or args.taken, day, resident, args.whom, args.remark)
            (timebank.bring_in if args.served is not None else timebank.take_out)(actor, draft)
        about = timebank.statement(actor, who)
        if args.pdf is not None:
            from desktop.reports.forms.volunteer_hours import write_certificate

            make_folder(args.pdf.parent)
            made = write_certificate(about, centre().name, args.pdf, printed_on=clock.today())
            missing = tuple(made.missing)
    name, hours, found = about
    told = {
        "name": name,
        "in": hours_text(hours.served),
        "out": hours_text(hours.taken),
        "balance": hours_text(hours.balance),
        "entries": [_entry(one) for one in found],
        "pdf": None if args.pdf is None else str(args.pdf),
    }
    words = translate("Cli", "{name}: in {served}, out {taken}, left {balance} hours")
    said = words.format(name=name, served=told["in"], taken=told["out"], balance=told["balance"])
    out.show(told, [said, *map(_line, found)])
    return NEEDS_A_PERSON if missing else DONE


def _entry(one: Entry) -> dict[str, object]:
    return {
        "id": one.id,
        "day": day_text(one.done_on),
        "entered": day_text(one.day),
        "kind": one.kind,
        "hours": hours_text(one.amount),
        "balance": hours_text(one.after),
        "whom": one.name or one.whom,
        "by": one.cashier,
        "counter_of": one.counter_of,
        "countered": one.countered,
        "remark": why_written(one.remark),
        "service": one.service or None,
    }


def _line(one: Entry) -> str:
    parts = (str(one.id), str(one.done_on), ENTRY_KINDS.shown[one.kind], hours_text(one.amount), one.name or one.whom)
    of = SERVICE_TYPES.shown[one.service_type] if one.service_type else ""
    return "  ".join(part for part in (*parts, of, why_written(one.remark)) if part)
