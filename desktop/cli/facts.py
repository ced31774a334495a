"""``rows``, ``void``, ``grade``, ``excuse``, ``propose``: records taken back, results chosen, categories proposed."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping

from desktop.cli import shapes
from desktop.cli.options import Commands, add_command, month_argument
from desktop.cli.output import DONE, Output
from desktop.cli.session import opened
from desktop.core.acts import Thing
from desktop.core.errors import FieldError, InvalidDraft
from desktop.core.i18n import translate
from desktop.core.reasons import Reason
from desktop.core.words import terms
from desktop.services.register import listing as residents
from desktop.services.register.listing import ResidentQuery
from desktop.services.residents import grades, proposals
from desktop.services.visits import recording, roster
from desktop.services.visits.recording import VisitQuery
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import id_of

_KINDS = (Thing.VISIT, Thing.GRADE)
_STAY, _VOID = "stay", "void"


def register(commands: Commands) -> None:
    """Add the commands to the parser."""
    parser = add_command(commands, "void", translate("Cli", "make a visit or a grade void, with a reason"))
    parser.add_argument("kind", choices=tuple(map(str, _KINDS)))
    parser.add_argument("uid", metavar="UID")
    parser.add_argument("--reason", required=True, metavar="TEXT")
    parser.add_argument(
        "--open",
        choices=(_STAY, _VOID),
        help=translate("Cli", "of a visit: whether its open risks and orders stay or become void with it"),
    )
    parser.set_defaults(run=run_void)
    parser = add_command(commands, "rows", translate("Cli", "the visits of a month with the UID of each"))
    parser.add_argument("kind", choices=("visits",))
    parser.add_argument("--month", type=month_argument, required=True, metavar="YYYY-MM")
    parser.add_argument("--resident", default="", metavar="WHO")
    parser.set_defaults(run=run_rows)
    parser = add_command(commands, "grade", translate("Cli", "the grades of a person; which of one day holds"))
    parser.add_argument("act", choices=("list", "hold"))
    parser.add_argument("who", metavar="WHO", help=translate("Cli", "a person; for hold the UID of a grade"))
    parser.set_defaults(run=run_grade)
    parser = add_command(commands, "excuse", translate("Cli", "withdraw a confirmed excuse from the roster"))
    parser.add_argument("act", choices=("withdraw",))
    parser.add_argument("who", metavar="WHO")
    parser.add_argument("--month", type=month_argument, required=True, metavar="YYYY-MM")
    parser.add_argument("--reason", required=True, metavar="TEXT")
    parser.set_defaults(run=run_excuse)
    parser = add_command(commands, "propose", translate("Cli", "people whose grade proposes the category 失能"))
    parser.add_argument("act", choices=("list", "record", "dismiss"))
    parser.add_argument("who", metavar="WHO", nargs="?", default="")
    parser.add_argument("--reason", default="", metavar="TEXT")
    parser.set_defaults(run=run_propose)


def run_rows(args: argparse.Namespace, out: Output) -> int:
    """The visits of a month, of everybody or of one person."""
    with opened(args):
        one = person_of(args.resident) if args.resident else None
        found = recording.find_ids(VisitQuery(month=args.month, resident_id=one, descending=False))
        rows, uids = recording.rows(found), recording.uids(found)
    payload = [
        {
            "uid": uids[row.id],
            "resident": row.resident_id,
            "name": row.name,
            "date": row.visited_on.isoformat(),
            "time": row.visited_at,
            "method": terms.VISIT_METHODS[row.method],
            "outcome": terms.VISIT_OUTCOMES[row.outcome],
            "visitors": row.visitors,
        }
        for row in rows
    ]
    out.show({"rows": payload}, ["  ".join((uids[row.id], row.visited_on.isoformat(), row.name)) for row in rows])
    return DONE


def run_void(args: argparse.Namespace, out: Output) -> int:
    """Make one row void; a visit with open risks or orders asks for ``--open``."""
    with_open = None if args.open is None else args.open == _VOID
    acts: Mapping[Thing, Callable[[Actor, int], None]] = {
        Thing.VISIT: lambda actor, row: recording.void(actor, row, args.reason, with_open),
        Thing.GRADE: lambda actor, row: grades.void(actor, row, args.reason),
    }
    with opened(args) as actor:
        acts[Thing(args.kind)](actor, id_of(Thing(args.kind), args.uid))
    out.show({"uid": args.uid}, [translate("Cli", "{uid} is void.").format(uid=args.uid)])
    return DONE


def run_grade(args: argparse.Namespace, out: Output) -> int:
    """List a person's grades, or let one of a day hold."""
    with opened(args) as actor:
        if args.act == "hold":
            grades.hold(actor, id_of(Thing.GRADE, args.who))
            out.show({"uid": args.who}, [translate("Cli", "{uid} holds.").format(uid=args.who)])
            return DONE
        found = grades.grades_of(person_of(args.who))
    rows = [
        {
            "uid": one.uid,
            "grade": one.grade,
            "assessed_on": shapes.day_text(one.assessed_on),
            "assessor": one.assessor,
            "contested": one.beside > 0,
            "holds_that_day": one.first,
        }
        for one in found
    ]
    lines = [
        f"{one.uid}  {one.assessed_on or '—'}  {terms.GRADES.shown.get(one.grade, one.grade)}"
        + (f"  {translate('Cli', 'another result of that day is on record')}" if one.beside else "")
        for one in found
    ]
    out.show({"grades": rows}, lines)
    return DONE


def run_excuse(args: argparse.Namespace, out: Output) -> int:
    """Withdraw the excuse of a person from a month."""
    with opened(args) as actor:
        roster.withdraw_excuse(actor, person_of(args.who), args.month, args.reason)
    out.show({"month": str(args.month)}, [translate("Cli", "The excuse is withdrawn.")])
    return DONE


def run_propose(args: argparse.Namespace, out: Output) -> int:
    """List whom a grade proposes 失能 for; record it for one of them, or say why not."""
    with opened(args) as actor:
        if args.act == "record":
            proposals.accept(actor, person_of(args.who))
        elif args.act == "dismiss":
            proposals.put_away(actor, person_of(args.who), args.reason)
        found = proposals.proposals()
    rows = [
        {"resident_id": one.resident_id, "name": one.name, "grade": one.grade, "assessed_on": shapes.day_text(one.on)}
        for one in found
    ]
    out.show({"proposed": rows}, [f"{one.name}  {terms.GRADES.shown[one.grade]}  {one.on or '—'}" for one in found])
    return DONE


def person_of(who: str) -> int:
    """The one person whom a code, an ID number or a name means; InvalidDraft for nobody or several."""
    found = residents.find_ids(ResidentQuery(text=who, state="")) if who.strip() else []
    exact = [row.id for row in residents.rows(found) if row.name == who.strip()] or found
    if len(exact) != 1:
        raise InvalidDraft([FieldError("name", Reason.AMBIGUOUS_PERSON if exact else Reason.UNKNOWN_PERSON, who)])
    return exact[0]
