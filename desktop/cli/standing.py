"""``standing``: help services that were agreed for certain weekdays, and the orders that they ask for."""

from __future__ import annotations

import argparse
import datetime as dt
from collections.abc import Iterable
from typing import Any

from desktop.cli.delivery import agreed_shape, register_agreed
from desktop.cli.facts import person_of
from desktop.cli.options import Commands, add_command, code_of, read_day
from desktop.cli.orders import sentence_of, shape_of
from desktop.cli.output import DONE, Output
from desktop.cli.session import opened
from desktop.core import clock
from desktop.core.i18n import translate
from desktop.core.money import yuan_text
from desktop.core.routes import StandingSubject
from desktop.core.trade import ServicePlace
from desktop.core.words import terms
from desktop.core.words.offers import offer_words
from desktop.core.words.routes import LEFT_OUT
from desktop.services.help_services import agreements, definitions, doubts, orders, standing_orders
from desktop.services.help_services.doubts import Doubt
from desktop.services.help_services.orders import ServiceRow
from desktop.services.help_services.standing_orders import Drift, Due
from desktop.services.standing import arrangements, calendar
from desktop.services.standing.arrangements import ServiceArrangementDraft
from desktop.services.standing.calendar import Agreed


def register(commands: Commands) -> None:
    """Add the command to the parser."""
    parser = add_command(commands, "standing", translate("Cli", "help services agreed for certain weekdays"))
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", required=True)
    register_agreed(verbs, _register_agree(verbs), run_agreed, run_end)
    for verb, words, run in (
        ("due", translate("Cli", "the orders that are still to be made, and what is left out"), run_due),
        ("make", translate("Cli", "make the orders of some days, each once"), run_make),
    ):
        span = add_command(verbs, verb, words)
        span.add_argument("--from", dest="first", default="", metavar="DATE")
        span.add_argument("--to", dest="last", default="", metavar="DATE", help=translate("Cli", "a week unless said"))
        span.set_defaults(run=run, parser=span)
    aligned = add_command(verbs, "align", translate("Cli", "bring the open orders in line with what is agreed now"))
    aligned.add_argument("id", type=int, metavar="ID")
    aligned.set_defaults(run=run_align)


def _register_agree(verbs: Commands) -> argparse.ArgumentParser:
    agree = add_command(verbs, "agree", translate("Cli", "agree on a help service for certain weekdays"))
    agree.add_argument("who", metavar="WHO")
    agree.add_argument("--type", required=True, choices=tuple(terms.SERVICE_TYPES.values()))
    agree.add_argument("--item", default="", metavar="TEXT", help=translate("Cli", "what of the type, by its name"))
    agree.add_argument("--quantity", default="", metavar="NUMBER")
    agree.add_argument("--start", default="", metavar="HH:MM")
    agree.add_argument("--end", default="", metavar="HH:MM")
    agree.add_argument("--worker", default="", metavar="NAME", help=translate("Cli", "who goes: dispatched at once"))
    places = tuple(terms.SERVICE_PLACES.values())
    agree.add_argument("--place", default=terms.SERVICE_PLACES[ServicePlace.HOME], choices=places)
    agree.add_argument("--payer", default="", choices=("", *terms.PAYERS.values()))
    by_list = translate("Cli", "what the price list says of each day unless said")
    for money in ("--fee", "--subsidy"):
        agree.add_argument(money, default="", metavar="YUAN", help=by_list)
    for text in ("--content", "--remark"):
        agree.add_argument(text, default="", metavar="TEXT")
    agree.set_defaults(run=run_agree)
    return agree


def run_agree(args: argparse.Namespace, out: Output) -> int:
    """Agree on a service; from today unless a day is named."""
    draft = ServiceArrangementDraft(
        type=code_of(terms.SERVICE_TYPES, args.type),
        item=args.item,
        quantity=args.quantity,
        place=code_of(terms.SERVICE_PLACES, args.place),
        started=args.start,
        ended=args.end,
        worker=args.worker,
        content=args.content,
        payer=code_of(terms.PAYERS, args.payer) if args.payer else "",
        fee=args.fee,
        subsidy=args.subsidy,
        valid_from=args.first or clock.today(),
        valid_to=args.last,
        remark=args.remark,
        weekdays=list(args.days),
    )
    with opened(args) as actor:
        draft.resident_id = person_of(args.who)
        made = agreements.agree(actor, draft)
    out.show({"id": made}, [translate("Cli", "Agreed: {id}").format(id=made)])
    return DONE


def run_agreed(args: argparse.Namespace, out: Output) -> int:
    """Print what was agreed, with its stops."""
    with opened(args):
        left, none = standing_orders.drifts(), Drift((), ())
        known = calendar.agreed(StandingSubject.HELP_SERVICE)
        found = [_agreed(one, left.get(one.id, none)) for one in known]
    lines = [f"{one['id']}  {one['name']}  {_what(one)}  {one['weekdays']}  {one['start']}" for one in found]
    out.show({"agreed": found}, [line.rstrip() for line in lines])
    return DONE


def run_end(args: argparse.Namespace, out: Output) -> int:
    """End what was agreed."""
    with opened(args) as actor:
        draft = arrangements.service_draft_of(args.id)
        draft.valid_to = args.day
        agreements.change(actor, args.id, draft)
        left = standing_orders.drift_of(args.id)
    told = translate("Cli", "The last day is on record.")
    out.show({"id": args.id, "open_not_asked": len(left.not_asked)}, [told])
    return DONE


def run_due(args: argparse.Namespace, out: Output) -> int:
    """Print what is still to be made."""
    with opened(args):
        found = [_due(one) for one in standing_orders.due(*_span(args))]
    lines = [f"{one['day']}  {one['name']}  {_what(one)}  {_why(one)}" for one in found]
    out.show({"due": found}, [line.rstrip() for line in lines])
    return DONE


def run_make(args: argparse.Namespace, out: Output) -> int:
    """Make the orders of some days."""
    with opened(args) as actor:
        made = standing_orders.make(actor, *_span(args))
        rows, found = orders.rows(made), doubts.of_orders(made)
        told = [_made(row, found.get(row.id, ())) for row in rows]
    words = translate("Cli", "{count} orders are made")
    said = [f"{row.service_on}  {row.name}  {sentence_of(doubt)}" for row in rows for doubt in found.get(row.id, ())]
    out.show({"made": told}, [words.format(count=len(rows)), *said])
    return DONE


def run_align(args: argparse.Namespace, out: Output) -> int:
    """Cancel or change what a change left behind."""
    with opened(args) as actor:
        found = standing_orders.align(actor, args.id)
    told = {"cancelled": len(found.not_asked), "changed": len(found.otherwise)}
    words = translate("Cli", "{cancelled} orders are cancelled, {changed} changed")
    out.show(told, [words.format(**told)])
    return DONE


def _span(args: argparse.Namespace) -> tuple[dt.date, dt.date]:
    first = read_day(args.first, args.parser) if args.first else clock.today()
    if args.last:
        return first, read_day(args.last, args.parser)
    return first, first + dt.timedelta(days=standing_orders.WEEK - 1)


def _what(one: dict[str, Any]) -> str:
    return offer_words(one["type"], definitions.item_shown(one["item"] or ""), one["quantity"])


def _made(row: ServiceRow, found: Iterable[Doubt]) -> dict[str, Any]:
    return {
        "uid": row.uid,
        "name": row.name,
        "type": row.type,
        "day": row.service_on.isoformat(),
        "item": row.item or None,
        "quantity": row.quantity,
        "fee": yuan_text(row.fee_fen),
        "subsidy": yuan_text(row.subsidy_fen),
        "warnings": [shape_of(doubt) for doubt in found],
    }


def _why(one: dict[str, Any]) -> str:
    return LEFT_OUT.shown[one["left_out"]] if one["left_out"] else ""


def _due(one: Due) -> dict[str, Any]:
    return {
        "id": one.agreed.id,
        "day": one.day.isoformat(),
        "resident_id": one.agreed.resident_id,
        "name": one.agreed.name,
        "type": one.agreed.type,
        "item": one.agreed.item or None,
        "quantity": one.agreed.quantity,
        "left_out": str(one.left_out) if one.left_out else None,
    }


def _yuan(fen: int | None) -> str | None:
    return None if fen is None else yuan_text(fen)


def _agreed(one: Agreed, left: Drift) -> dict[str, Any]:
    return agreed_shape(one) | {
        "type": one.type,
        "item": one.item or None,
        "quantity": one.quantity,
        "start": one.started,
        "end": one.ended,
        "worker": one.worker,
        "place": one.place,
        "payer": one.payer,
        "fee": _yuan(one.fee_fen),
        "subsidy": _yuan(one.subsidy_fen),
        "content": one.content,
        "made_otherwise": len(left.otherwise),
        "made_not_asked": len(left.not_asked),
    }
