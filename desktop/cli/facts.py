"""``grade``, ``allowance``, ``excuse``, ``propose``: dated facts of people, what was decided, what is proposed."""

from __future__ import annotations

import argparse

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
from desktop.services.residents import allowances, grades, proposals
from desktop.services.residents.allowances import AllowanceDraft
from desktop.services.visits import roster
from desktop.services.writing.journal import id_of

_ALLOWANCE = "allowance_"


def register(commands: Commands) -> None:
    """Add the commands to the parser."""
    parser = add_command(commands, "grade", translate("Cli", "the grades of a person; which of one day holds"))
    parser.add_argument("act", choices=("list", "hold"))
    parser.add_argument("who", metavar="WHO", help=translate("Cli", "a person; for hold the UID of a grade"))
    parser.set_defaults(run=run_grade)
    parser = add_command(commands, "allowance", translate("Cli", "an allowance of a person: received or stopped"))
    parser.add_argument("who", metavar="WHO")
    parser.add_argument("kind", choices=[one.removeprefix(_ALLOWANCE) for one in terms.ALLOWANCES], metavar="KIND")
    parser.add_argument("step", choices=tuple(map(str, terms.ALLOWANCE_STEPS)), metavar="STEP")
    parser.add_argument("--from", dest="holds_from", required=True, metavar="DATE")
    parser.add_argument("--class", dest="detail", default="", metavar="TEXT")
    parser.add_argument("--reason", choices=tuple(map(str, terms.STOP_REASONS)), default="", metavar="REASON")
    parser.set_defaults(run=run_allowance)
    parser = add_command(commands, "excuse", translate("Cli", "withdraw a confirmed excuse from the roster"))
    parser.add_argument("act", choices=("withdraw",))
    parser.add_argument("who", metavar="WHO")
    parser.add_argument("--month", type=month_argument, required=True, metavar="YYYY-MM")
    parser.add_argument("--reason", required=True, metavar="TEXT")
    parser.set_defaults(run=run_excuse)
    parser = add_command(
        commands, "propose", translate("Cli", "people whose grade proposes the category 失能 or 半失能")
    )
    parser.add_argument("act", choices=("list", "record", "dismiss"))
    parser.add_argument("who", metavar="WHO", nargs="?", default="")
    parser.add_argument("--reason", default="", metavar="TEXT")
    parser.set_defaults(run=run_propose)


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
            "bare": one.bare,
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


def run_allowance(args: argparse.Namespace, out: Output) -> int:
    """Record that a person receives an allowance from a day on, in a class, or no longer does, with the reason."""
    draft = AllowanceDraft(f"{_ALLOWANCE}{args.kind}", args.step, args.detail, args.reason, args.holds_from)
    with opened(args) as actor:
        allowances.record(actor, person_of(args.who), draft)
    told = {"kind": args.kind, "step": args.step, "from": args.holds_from, "class": args.detail, "reason": args.reason}
    out.show(told, [translate("Cli", "The allowance is on record.")])
    return DONE


def run_excuse(args: argparse.Namespace, out: Output) -> int:
    """Withdraw the excuse of a person from a month."""
    with opened(args) as actor:
        roster.withdraw_excuse(actor, person_of(args.who), args.month, args.reason)
    out.show({"month": str(args.month)}, [translate("Cli", "The excuse is withdrawn.")])
    return DONE


def run_propose(args: argparse.Namespace, out: Output) -> int:
    """List whom a grade proposes a category for; record it for one of them, or say why not."""
    with opened(args) as actor:
        if args.act == "record":
            proposals.accept(actor, person_of(args.who))
        elif args.act == "dismiss":
            proposals.put_away(actor, person_of(args.who), args.reason)
        found = proposals.proposals()
    rows = [
        {
            "resident_id": one.resident_id,
            "name": one.name,
            "grade": one.grade,
            "assessed_on": shapes.day_text(one.on),
            "flag": one.flag,
        }
        for one in found
    ]
    lines = [
        f"{one.name}  {terms.GRADES.shown[one.grade]}  {one.on or '—'}  → {terms.FLAGS.shown[one.flag]}"
        for one in found
    ]
    out.show({"proposed": rows}, lines)
    return DONE


def person_of(who: str) -> int:
    """The one person whom a code, an ID number or a name means; InvalidDraft for nobody or several."""
    found = residents.find_ids(ResidentQuery(text=who, state="")) if who.strip() else []
    exact = [row.id for row in residents.rows(found) if row.name == who.strip()] or found
    if len(exact) != 1:
        raise InvalidDraft([FieldError("name", Reason.AMBIGUOUS_PERSON if exact else Reason.UNKNOWN_PERSON, who)])
    return exact[0]
