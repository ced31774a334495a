"""``stay``: who moves in, moves, is away, comes back and leaves; the contracts of stays."""

from __future__ import annotations

import argparse
import datetime as dt

from desktop.cli import stay_contracts, stay_leaves
from desktop.cli.options import Commands, add_command, code_argument, month_argument, read_day, words_of
from desktop.cli.output import DONE, Output
from desktop.cli.session import opened
from desktop.cli.shapes import day_text
from desktop.core import clock
from desktop.core.i18n import translate
from desktop.core.money import yuan_text
from desktop.core.rates import rate_text
from desktop.core.stay_fees import Leaving
from desktop.core.staying import StayTerm
from desktop.core.words.stay_fees import leaving_words
from desktop.core.words.staying import LEAVE_KINDS, STAY_TERMS
from desktop.core.words.terms import GRADES
from desktop.models import query
from desktop.services.beds import lain, moving, stays
from desktop.services.beds.lain import StayRow
from desktop.services.beds.stays import StayDraft
from desktop.services.figures.bed_what_if import Outcome, Supposed, what_if
from desktop.services.register.called import called
from desktop.services.stay_fees.leaving import leaving


def register(commands: Commands) -> None:
    """Add the command to the parser."""
    parser = add_command(commands, "stay", translate("Cli", "stays in beds: admit, move, leave, return, discharge"))
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", required=True)
    listed = add_command(verbs, "list", translate("Cli", "who lies where on a day, or the stays of somebody"))
    listed.add_argument("--day", default="", metavar="DATE")
    listed.add_argument("--who", default="", metavar="WHO")
    listed.set_defaults(run=run_list, parser=listed)
    admitted = add_command(verbs, "admit", translate("Cli", "somebody moves into a bed"))
    admitted.add_argument("who", metavar="WHO")
    admitted.add_argument("bed", metavar="BED")
    admitted.add_argument("--from", dest="first", default="", metavar="DATE")
    admitted.add_argument(
        "--to", default="", metavar="DATE", help=translate("Cli", "the day of leaving, if it is known")
    )
    admitted.add_argument("--short", action="store_true", help=translate("Cli", "a short stay (短期托养)"))
    admitted.set_defaults(run=run_admit)
    moved = add_command(verbs, "move", translate("Cli", "into another bed from a day on, in one act"))
    moved.add_argument("who", metavar="WHO")
    moved.add_argument("bed", metavar="BED")
    moved.add_argument("--on", default="", metavar="DATE")
    moved.add_argument("--reason", default="", metavar="TEXT")
    moved.set_defaults(run=run_move)
    away = add_command(verbs, "leave", translate("Cli", "away from a bed that is kept; both days inclusive"))
    away.add_argument("who", metavar="WHO")
    away.add_argument("--kind", type=code_argument(LEAVE_KINDS), required=True, metavar=words_of(LEAVE_KINDS))
    away.add_argument("--from", dest="first", default="", metavar="DATE")
    away.add_argument("--to", default="", metavar="DATE")
    away.add_argument("--words", default="", metavar="TEXT")
    away.set_defaults(run=run_leave)
    back = add_command(verbs, "return", translate("Cli", "back from a leave; its last day was yesterday unless said"))
    back.add_argument("who", metavar="WHO")
    back.add_argument("--last", default="", metavar="DATE")
    back.set_defaults(run=run_return)
    stay_leaves.register(verbs)
    left = add_command(verbs, "discharge", translate("Cli", "the bed is free from a day on"))
    left.add_argument("who", metavar="WHO")
    left.add_argument("--on", default="", metavar="DATE")
    left.add_argument("--reason", required=True, metavar="TEXT")
    left.set_defaults(run=run_discharge)
    _register_what_if(verbs)
    stay_contracts.register(verbs)


def _register_what_if(verbs: Commands) -> None:
    supposed = add_command(
        verbs, "what-if", translate("Cli", "a month's bed-days and subsidy if somebody left, or had a grade")
    )
    supposed.add_argument("who", metavar="WHO")
    supposed.add_argument("--month", type=month_argument, required=True, metavar="YYYY-MM")
    supposed.add_argument("--leaves", default="", metavar="DATE")
    supposed.add_argument("--grade", type=code_argument(GRADES), metavar=words_of(GRADES))
    supposed.add_argument("--from", dest="first", default="", metavar="DATE")
    supposed.set_defaults(run=run_what_if, parser=supposed)


def run_list(args: argparse.Namespace, out: Output) -> int:
    """Print who lies where on a day, or the stays of somebody."""
    day = read_day(args.day, args.parser) if args.day else clock.today()
    with opened(args):
        found = lain.of_resident(called(args.who)) if args.who else lain.on_day(day)
    out.show({"stays": [*map(_stay, found)]}, [*map(_line, found)])
    return DONE


def run_admit(args: argparse.Namespace, out: Output) -> int:
    """Somebody moves in."""
    term = StayTerm.SHORT if args.short else StayTerm.LONG
    with opened(args) as actor:
        who, bed = called(args.who), lain.bed_called(args.bed)
        found = lain.stay(stays.admit(actor, StayDraft(who, bed, _day(args.first), args.to, term=term)))
    return _shown(found, out)


def run_move(args: argparse.Namespace, out: Output) -> int:
    """Somebody moves into another bed."""
    with opened(args) as actor:
        standing = lain.last_of(called(args.who))
        found = lain.stay(moving.move(actor, standing, lain.bed_called(args.bed), _day(args.on), args.reason))
    return _shown(found, out)


def run_leave(args: argparse.Namespace, out: Output) -> int:
    """Somebody is away."""
    with opened(args) as actor:
        standing = lain.last_of(called(args.who))
        made = stays.add_leave(actor, standing, _day(args.first), args.to, args.words, args.kind)
        uid = query.text("SELECT uid FROM living_leave WHERE id = ?", [made])
    out.show({"uid": uid}, [translate("Cli", "The leave is on record; the bed is kept.")])
    return DONE


def run_return(args: argparse.Namespace, out: Output) -> int:
    """Somebody is back."""
    with opened(args) as actor:
        standing = lain.last_of(called(args.who))
        stays.end_leave(actor, standing, args.last or clock.today() - dt.timedelta(days=1))
        found = lain.stay(standing)
    return _shown(found, out)


def run_discharge(args: argparse.Namespace, out: Output) -> int:
    """Somebody leaves."""
    with opened(args) as actor:
        standing = lain.last_of(called(args.who))
        stays.discharge(actor, standing, _day(args.on), args.reason)
        found = lain.stay(standing)
        settled = leaving(found.resident_id, found.to_on or clock.today())
    told = [] if settled is None else leaving_words(settled)
    out.show({**_stay(found), "fees": _leaving(settled)}, [_line(found), *told])
    return DONE


def run_what_if(args: argparse.Namespace, out: Output) -> int:
    """Print what a month would come to; nothing is written."""
    leaves = read_day(args.leaves, args.parser) if args.leaves else None
    first = read_day(args.first, args.parser) if args.first else args.month.first
    grade = Supposed(args.grade, first) if args.grade else None
    with opened(args):
        found = what_if(called(args.who), args.month, leaves, grade)
    told = {"month": str(found.month), "before": _outcome(found.before), "after": _outcome(found.after)}
    words = translate("Cli", "subsidy {own}, of all {subsidy}; bed-days {occupied}, away {away}")
    out.show(told, [words.format(**_outcome(one)) for one in (found.before, found.after)])
    return DONE


def _day(text: str) -> str:
    return text or clock.today().isoformat()


def _shown(found: StayRow, out: Output) -> int:
    out.show(_stay(found), [_line(found)])
    return DONE


def _stay(one: StayRow) -> dict[str, object]:
    return {
        "uid": one.uid,
        "resident_id": one.resident_id,
        "name": one.resident,
        "bed": one.bed,
        "from": day_text(one.from_on),
        "to": day_text(one.to_on),
        "end_reason": one.end_reason,
        "term": one.term,
    }


def _leaving(one: Leaving | None) -> dict[str, object] | None:
    if one is None:
        return None
    return {
        "balance": yuan_text(one.balance_fen),
        "to_charge": yuan_text(one.open_fen),
        "owed": yuan_text(max(-one.left_fen, 0)),
        "paid_ahead": yuan_text(max(one.left_fen, 0)),
        "deposit": yuan_text(one.deposit_fen),
        "settles": yuan_text(one.settles_fen),
        "no_rate": [str(month) for month in one.lacking],
    }


def _line(one: StayRow) -> str:
    parts = (one.bed, one.resident, f"{one.from_on} – {one.to_on or ''}".strip(), one.end_reason)
    short = STAY_TERMS.shown[one.term] if one.term == StayTerm.SHORT else ""
    return "  ".join(part for part in (*parts, short) if part)


def _outcome(one: Outcome) -> dict[str, object]:
    return {
        "own": yuan_text(one.own_fen),
        "subsidy": yuan_text(one.subsidy_fen),
        "occupied": one.occupied,
        "away": one.away,
        "occupancy": rate_text(one.occupancy),
    }
