"""``fees rate``, ``fees on`` and what goes with them: what a stay costs, and whether the centre takes it here."""

from __future__ import annotations

import argparse

from desktop.cli.facts import person_of
from desktop.cli.options import Commands, add_command, code_argument, month_argument, typed_day, words_of
from desktop.cli.output import DONE, Output
from desktop.cli.session import opened
from desktop.cli.shapes import day_text
from desktop.core.acts import Thing
from desktop.core.i18n import translate
from desktop.core.money import yuan_text
from desktop.core.stay_fees import FeePart, FeeUnit
from desktop.core.words.beds import BED_CLASSES
from desktop.core.words.prices import state_word
from desktop.core.words.stay_fees import FEE_PARTS, FEE_UNITS, scope_words
from desktop.core.words.staying import LEAVE_KINDS, STAY_TERMS
from desktop.core.words.terms import GRADES
from desktop.services.beds import lain
from desktop.services.stay_fees import rates
from desktop.services.stay_fees.rates import Listed, RateDraft
from desktop.services.writing import rules
from desktop.services.writing.journal import id_of


def register(verbs: Commands) -> None:
    """Add the verbs of rates and of the two rules."""
    for verb, words in (
        ("on", translate("Cli", "take fees of stays with this program from a month on")),
        ("off", translate("Cli", "take no more of them from a month on")),
    ):
        turned = add_command(verbs, verb, words)
        turned.add_argument("--from", dest="month", type=month_argument, required=True, metavar="YYYY-MM")
        turned.set_defaults(run=run_turn)
    away = add_command(verbs, "leave", translate("Cli", "what a day of leave costs, in per cent, from a month on"))
    away.add_argument("--kind", type=code_argument(LEAVE_KINDS), metavar=words_of(LEAVE_KINDS))
    for part in FEE_PARTS:
        away.add_argument(f"--{part}", type=int, metavar="PERCENT")
    away.add_argument("--from-day", type=int, metavar="N", help=translate("Cli", "the day of leave it begins with"))
    away.add_argument("--from", dest="month", type=month_argument, required=True, metavar="YYYY-MM")
    away.set_defaults(run=run_leave)
    listed = add_command(verbs, "rates", translate("Cli", "what a stay costs, and since when"))
    listed.add_argument("--on", metavar="DATE")
    listed.set_defaults(run=run_rates)
    _register_rate(verbs)
    ended = add_command(verbs, "end-rate", translate("Cli", "a rate holds up to a day and no longer"))
    ended.add_argument("uid", metavar="UID")
    ended.add_argument("--on", required=True, metavar="DATE")
    ended.set_defaults(run=run_end)
    voided = add_command(verbs, "void-rate", translate("Cli", "a rate was recorded by mistake"))
    voided.add_argument("uid", metavar="UID")
    voided.add_argument("--reason", required=True, metavar="TEXT")
    voided.set_defaults(run=run_void)


def _register_rate(verbs: Commands) -> None:
    made = add_command(verbs, "rate", translate("Cli", "a part of a stay costs so much from a day on"))
    made.add_argument("amount", metavar="YUAN")
    made.add_argument("--part", type=code_argument(FEE_PARTS), default=FeePart.BED, metavar=words_of(FEE_PARTS))
    made.add_argument("--unit", type=code_argument(FEE_UNITS), default=FeeUnit.MONTH, metavar=words_of(FEE_UNITS))
    made.add_argument("--class", dest="bed_class", type=code_argument(BED_CLASSES), metavar=words_of(BED_CLASSES))
    made.add_argument("--room", default="", metavar="ROOM")
    made.add_argument("--bed", default="", metavar="BED")
    made.add_argument("--grade", type=code_argument(GRADES), metavar=words_of(GRADES))
    made.add_argument("--who", default="", metavar="WHO", help=translate("Cli", "as agreed with one resident"))
    made.add_argument("--term", type=code_argument(STAY_TERMS), metavar=words_of(STAY_TERMS))
    made.add_argument("--from", dest="first", required=True, metavar="DATE")
    made.add_argument("--to", default="", metavar="DATE")
    made.add_argument("--remark", default="", metavar="TEXT")
    made.set_defaults(run=run_rate)


def run_turn(args: argparse.Namespace, out: Output) -> int:
    """Turn the fees on or off."""
    with opened(args) as actor:
        rules.set_rule(actor, "stay_fees", args.month.first, args.verb)
    out.show({"from": str(args.month), "fees": args.verb}, [translate("Cli", "It is on record.")])
    return DONE


def run_leave(args: argparse.Namespace, out: Output) -> int:
    """Say what a day of leave costs; what is not given stays as it is."""
    first = args.month.first
    with opened(args) as actor:
        held = rules.stay_fee_leave(first)
        said = {part: getattr(args, part) for part in FEE_PARTS if getattr(args, part) is not None}
        percent = {
            kind: {**parts, **(said if args.kind in (None, kind) else {})} for kind, parts in held.percent.items()
        }
        value = {"from_day": args.from_day or held.from_day, **percent}
        rules.set_rule(actor, "stay_fee_leave", first, value)
    out.show({"from": str(args.month), "leave": value}, [translate("Cli", "It is on record.")])
    return DONE


def run_rates(args: argparse.Namespace, out: Output) -> int:
    """Print every rate with whether it holds."""
    day = typed_day(args.on)
    with opened(args):
        found = rates.listed(day)
    out.show({"rates": [*map(_rate, found)]}, [*map(_line, found)])
    return DONE


def run_rate(args: argparse.Namespace, out: Output) -> int:
    """Set a rate."""
    with opened(args) as actor:
        draft = RateDraft(
            args.first,
            args.part,
            args.amount,
            args.unit,
            args.bed_class or "",
            args.room,
            lain.bed_called(args.bed) if args.bed else None,
            args.grade or "",
            person_of(args.who) if args.who else None,
            args.term or "",
            args.to,
            args.remark,
        )
        made = rates.set_rate(actor, draft)
        found = next(one for one in rates.listed(typed_day(args.first)) if one.row.id == made)
    out.show({"uid": found.row.uid}, [_line(found)])
    return DONE


def run_end(args: argparse.Namespace, out: Output) -> int:
    """Let a rate end."""
    with opened(args) as actor:
        rates.end(actor, id_of(Thing.STAY_RATE, args.uid), args.on)
    out.show({"uid": args.uid}, [translate("Cli", "It holds up to {day}.").format(day=args.on)])
    return DONE


def run_void(args: argparse.Namespace, out: Output) -> int:
    """Make a rate void."""
    with opened(args) as actor:
        rates.void(actor, id_of(Thing.STAY_RATE, args.uid), args.reason)
    out.show({"uid": args.uid}, [translate("Cli", "The rate is void; what was charged by it stays charged.")])
    return DONE


def _rate(one: Listed) -> dict[str, object]:
    row = one.row
    return {
        "uid": row.uid,
        "state": one.state,
        "from": day_text(row.valid_from),
        "to": day_text(row.valid_to),
        "part": row.part,
        "unit": row.unit,
        "amount": yuan_text(row.amount_fen),
        "resident_id": row.resident_id,
        "bed_id": row.bed_id,
        "place": row.place or None,
        "class": row.bed_class or None,
        "grade": row.grade or None,
        "term": row.term or None,
        "remark": row.remark,
    }


def _line(one: Listed) -> str:
    row = one.row
    price = f"{yuan_text(row.amount_fen)} {FEE_UNITS.shown[row.unit]}"
    whom = scope_words(row.resident, row.place, row.bed_class, row.grade, row.term)
    parts = (row.uid, state_word(one.state), FEE_PARTS.shown[row.part], whom, price, str(row.valid_from))
    return "  ".join(part for part in parts if part)
