"""``order``: a help service from the order to how it pleased (下单 派单 服务 回访)."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Mapping

from desktop.cli import order_papers
from desktop.cli.facts import person_of
from desktop.cli.options import Commands, add_command, code_of, month_argument
from desktop.cli.output import DONE, Output
from desktop.cli.session import opened
from desktop.core.i18n import translate
from desktop.core.routes import FollowUp
from desktop.core.trade import ServicePlace, ServiceState
from desktop.core.words import terms
from desktop.core.words.offers import offer_words
from desktop.core.words.orders import doubt_words
from desktop.core.words.routes import FOLLOW_UPS
from desktop.core.words.tables import Terms
from desktop.services.help_services import attention, definitions, doubts, orders, proposing, steps
from desktop.services.help_services.doubts import Doubt
from desktop.services.help_services.orders import ServiceDraft, ServiceQuery, ServiceRow
from desktop.services.help_services.proposing import Proposal
from desktop.services.help_services.steps import DoneDraft, RatingDraft


def register(commands: Commands) -> None:
    """Add the command to the parser."""
    parser = add_command(commands, "order", translate("Cli", "a help service, from the order to how it pleased"))
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", required=True)
    _register_add(verbs)
    _register_steps(verbs)
    order_papers.register(verbs)
    listed = add_command(verbs, "list", translate("Cli", "orders that are open, or the services of a month"))
    listed.add_argument("--month", type=month_argument, metavar="YYYY-MM")
    which = listed.add_mutually_exclusive_group()
    which.add_argument("--stale", action="store_true", help=translate("Cli", "only what waits too long"))
    which.add_argument("--ask", action="store_true", help=translate("Cli", "whose people are to be asked (回访)"))
    listed.set_defaults(run=run_list)


def _register_add(verbs: Commands) -> None:
    add = add_command(verbs, "add", translate("Cli", "take an order"))
    add.add_argument("who", metavar="WHO", help=translate("Cli", "card code, ID number or name"))
    add.add_argument("--type", required=True, choices=tuple(terms.SERVICE_TYPES.values()))
    add.add_argument("--item", default="", metavar="TEXT", help=translate("Cli", "an item of the type, as on the menu"))
    add.add_argument("--quantity", default="", metavar="N")
    add.add_argument("--planned", required=True, metavar="DATE")
    _times(add)
    add.add_argument("--worker", default="", metavar="NAME", help=translate("Cli", "who goes: dispatched at once"))
    add.add_argument("--place", default=terms.SERVICE_PLACES[ServicePlace.HOME], choices=_words(terms.SERVICE_PLACES))
    add.add_argument("--payer", default="", choices=("", *_words(terms.PAYERS)))
    add.add_argument("--fee", default="", metavar="YUAN")
    add.add_argument("--subsidy", default="", metavar="YUAN")
    add.add_argument("--content", default="", metavar="TEXT")
    add.set_defaults(run=run_add)


def _register_steps(verbs: Commands) -> None:
    sent = _step(verbs, "dispatch", translate("Cli", "say who goes"))
    sent.add_argument("--worker", required=True, metavar="NAME")
    sent.set_defaults(run=run_dispatch)
    done = _step(verbs, "done", translate("Cli", "it was done: today, as planned, unless it is said"))
    done.add_argument("--on", default="", metavar="DATE")
    _times(done)
    done.add_argument("--worker", default="", metavar="NAME")
    done.add_argument("--score", default="", metavar="1-5", help=translate("Cli", "how it pleased, said along with it"))
    done.set_defaults(run=run_done)
    rated = _step(verbs, "rate", translate("Cli", "how it pleased"))
    rated.add_argument("--score", required=True, metavar="1-5")
    rated.add_argument("--how", default=FOLLOW_UPS[FollowUp.PHONE], choices=_words(FOLLOW_UPS))
    rated.add_argument("--words", default="", metavar="TEXT")
    rated.set_defaults(run=run_rate)
    cancelled = _step(verbs, "cancel", translate("Cli", "it will not be done"))
    cancelled.add_argument("--reason", required=True, metavar="TEXT")
    cancelled.set_defaults(run=run_cancel)


def run_add(args: argparse.Namespace, out: Output) -> int:
    """Take an order; with a worker it is dispatched at once."""
    draft = ServiceDraft(
        resident_id=None,
        type=code_of(terms.SERVICE_TYPES, args.type),
        item=args.item,
        quantity=args.quantity,
        state=ServiceState.DISPATCHED if args.worker.strip() else ServiceState.REQUESTED,
        place=code_of(terms.SERVICE_PLACES, args.place),
        service_on=args.planned,
        started=args.start,
        ended=args.end,
        worker=args.worker,
        content=args.content,
        payer=code_of(terms.PAYERS, args.payer) if args.payer else "",
        fee=args.fee,
        subsidy=args.subsidy,
    )
    with opened(args) as actor:
        draft.resident_id = person_of(args.who)
        found = proposing.proposed(draft)
        made = orders.save(actor, proposing.filled(draft))
        return _told(out, made, {"proposed": _proposed(found)}, [found.why] if found is not None else [])


def run_dispatch(args: argparse.Namespace, out: Output) -> int:
    """Say who goes."""
    with opened(args) as actor:
        one = order_papers.meant(args.uid)
        steps.dispatch(actor, one, args.worker)
        return _told(out, one)


def run_done(args: argparse.Namespace, out: Output) -> int:
    """Record that it was done."""
    with opened(args) as actor:
        one = order_papers.meant(args.uid)
        steps.finish(actor, one, DoneDraft(args.on, args.start, args.end, args.worker, args.score))
        return _told(out, one)


def run_rate(args: argparse.Namespace, out: Output) -> int:
    """Record how it pleased."""
    with opened(args) as actor:
        one = order_papers.meant(args.uid)
        steps.rate(actor, one, RatingDraft(args.score, code_of(FOLLOW_UPS, args.how), args.words))
        return _told(out, one)


def run_cancel(args: argparse.Namespace, out: Output) -> int:
    """Cancel it with the reason."""
    with opened(args) as actor:
        one = order_papers.meant(args.uid)
        steps.cancel(actor, one, args.reason)
        return _told(out, one)


def run_list(args: argparse.Namespace, out: Output) -> int:
    """Print the orders that are open, or the services of a month; urgent help first."""
    with opened(args):
        wanted = ServiceQuery(
            month=args.month, unclosed=not (args.month or args.ask), stale=args.stale, to_ask=args.ask, descending=False
        )
        found, late = orders.rows(orders.find_ids(wanted)), frozenset(attention.stale())
    out.show({"orders": [_shape(row, row.id in late) for row in found]}, [*map(_line, found)])
    return DONE


def _step(verbs: Commands, name: str, words: str) -> argparse.ArgumentParser:
    parser = add_command(verbs, name, words)
    parser.add_argument("uid", metavar="UID", help=translate("Cli", "or the code of its paper"))
    return parser


def _times(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--start", default="", metavar="HH:MM")
    parser.add_argument("--end", default="", metavar="HH:MM", help=translate("Cli", "past midnight too"))


def _told(out: Output, service_id: int, also: Mapping[str, object] | None = None, said: Iterable[str] = ()) -> int:
    row, found = orders.rows([service_id])[0], doubts.of(service_id)
    told = {"uid": row.uid, "state": row.state, "warnings": [shape_of(one) for one in found]}
    out.show(told | dict(also or {}), [_line(row), *said, *(sentence_of(one) for one in found)])
    return DONE


def _proposed(found: Proposal | None) -> dict[str, str | None] | None:
    if found is None:
        return None
    return {"fee": found.fee or None, "subsidy": found.subsidy or None, "why": found.why}


def shape_of(one: Doubt) -> dict[str, object]:
    """What is said of an order, as JSON."""
    other = orders.rows([one.service_id])[0].uid if one.service_id is not None else None
    return {"kind": one.kind, "order": other, "text": sentence_of(one)}


def sentence_of(one: Doubt) -> str:
    """What is said of an order, in words."""
    day = one.day.isoformat() if one.day else ""
    parts = {"type": one.type, "name": one.name, "started": one.started, "ended": one.ended}
    return doubt_words(one.kind, who=one.who, day=day, **parts)


def _shape(row: ServiceRow, stale: bool) -> dict[str, object]:
    return {
        "uid": row.uid,
        "state": row.state,
        "resident_id": row.resident_id,
        "name": row.name,
        "type": row.type,
        "item": row.item or None,
        "quantity": row.quantity,
        "day": row.service_on.isoformat(),
        "start": row.started or None,
        "end": row.ended or None,
        "worker": row.worker,
        "planned": row.planned_at or None,
        "stale": stale,
        "requested": _when(row.requested_at, row.requested_by),
        "dispatched": _when(row.dispatched_at, row.dispatched_by),
        "closed": _when(row.closed_at, row.closed_by),
        "rated": _when(row.rated_at, row.rated_by),
        "score": row.satisfaction,
    }


def _when(at: str, by: str) -> dict[str, str] | None:
    return {"at": at, "by": by} if at else None


def _line(row: ServiceRow) -> str:
    kind = offer_words(row.type, definitions.item_shown(row.item))
    state = terms.SERVICE_STATES.shown[row.state]
    return "  ".join((row.uid, row.name, kind, state, row.service_on.isoformat(), row.started, row.worker)).rstrip()


def _words(table: Terms) -> tuple[str, ...]:
    return tuple(table.values())
