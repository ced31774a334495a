"""``hours``: what volunteers did as help services, offered to their time banks, and booked in one act."""

from __future__ import annotations

import argparse

from desktop.cli.options import Commands, add_command, month_argument
from desktop.cli.output import DONE, NEEDS_A_PERSON, Output
from desktop.cli.session import opened
from desktop.cli.shapes import day_text
from desktop.core.i18n import translate
from desktop.core.quantities import hours_text
from desktop.core.words.reasons import field_reason
from desktop.core.words.terms import SERVICE_TYPES
from desktop.services.work import service_hours
from desktop.services.work.service_hours import Booked, Offer


def register(commands: Commands) -> None:
    """Add the command to the parser."""
    words = translate("Cli", "services of volunteers whose hours are in no time bank, and booking them")
    parser = add_command(commands, "hours", words)
    parser.add_argument("act", choices=("list", "book"), help=translate("Cli", "book: all of them in one act"))
    parser.add_argument("--month", type=month_argument, metavar="YYYY-MM", help=translate("Cli", "of this month alone"))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, out: Output) -> int:
    """Book what is asked, then print what is not booked yet; 3 where something keeps hours out."""
    with opened(args) as actor:
        booked = service_hours.book(actor, args.month) if args.act == "book" else Booked(0, 0)
        found = service_hours.offers(actor, args.month)
    told = {
        "month": None if args.month is None else str(args.month),
        "booked": booked.services,
        "hours": hours_text(booked.minutes),
        "services": [_offer(one) for one in found],
    }
    words = translate("Cli", "{count} services booked, {hours} hours; {left} not booked")
    said = words.format(count=booked.services, hours=told["hours"], left=len(found))
    out.show(told, [said, *map(_line, found)])
    return NEEDS_A_PERSON if any(one.why is not None for one in found) else DONE


def _offer(one: Offer) -> dict[str, object]:
    return {
        "uid": one.uid,
        "date": day_text(one.day),
        "worker": one.worker,
        "name": one.name,
        "type": one.type,
        "hours": hours_text(one.minutes),
        "why": one.why,
    }


def _line(one: Offer) -> str:
    why = "" if one.why is None else field_reason(one.why)
    parts = (str(one.day), one.worker, SERVICE_TYPES.shown[one.type], one.name, hours_text(one.minutes), why)
    return "  ".join(part for part in parts if part)
