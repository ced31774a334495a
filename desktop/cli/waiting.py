"""``waiting``: who waits for a bed, in which order and why, what moved; beds that are offered and what became of it."""

from __future__ import annotations

import argparse
import datetime as dt
from pathlib import Path
from typing import Any

from desktop.cli.facts import person_of
from desktop.cli.options import Commands, add_command, code_of, read_day
from desktop.cli.output import DONE, NEEDS_A_PERSON, Output
from desktop.cli.session import opened
from desktop.cli.shapes import day_text
from desktop.core import clock
from desktop.core.acts import Thing
from desktop.core.errors import NotFound
from desktop.core.files import make_folder
from desktop.core.i18n import translate
from desktop.core.trade import BedMode
from desktop.core.waiting import Moved, sets_apart
from desktop.core.words import terms
from desktop.core.words.waiting import OFFER_STATES
from desktop.core.words.waiting_why import before_words, front_words, grade_words, held_words, moved_words
from desktop.services.beds import offers, waiting
from desktop.services.beds import places as beds
from desktop.services.beds.offered import Offer
from desktop.services.beds.offers import FreeBed, OfferDraft
from desktop.services.beds.places import BedQuery
from desktop.services.beds.waiting import ApplicationDraft, Place

_FULL = terms.BED_MODES[BedMode.FULL]


def register(commands: Commands) -> None:
    """Add the command to the parser."""
    parser = add_command(commands, "waiting", translate("Cli", "who waits for a bed, and beds that are offered"))
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", required=True)
    applied = add_command(verbs, "apply", translate("Cli", "let somebody wait for a bed"))
    applied.add_argument("who", metavar="WHO")
    applied.add_argument("--mode", default=_FULL, choices=tuple(terms.BED_MODES.values()))
    applied.add_argument("--kind", default="", choices=("", *terms.BED_KINDS.values()))
    applied.add_argument("--remark", default="", metavar="TEXT")
    _on(applied).set_defaults(run=run_apply)
    withdrawn = add_command(verbs, "withdraw", translate("Cli", "somebody waits no more"))
    _answer(withdrawn).set_defaults(run=run_withdraw)
    voided = add_command(verbs, "void", translate("Cli", "nobody applied: it was recorded by mistake"))
    voided.add_argument("id", type=int, metavar="ID")
    voided.add_argument("--reason", required=True, metavar="TEXT")
    voided.set_defaults(run=run_void)
    listed = add_command(verbs, "list", translate("Cli", "who waits on a day, in which order and why"))
    listed.add_argument("--pdf", type=Path, metavar="FILE")
    _on(listed).set_defaults(run=run_list)
    why = add_command(verbs, "why", translate("Cli", "why one stands before the other"))
    why.add_argument("one", type=int, metavar="ID")
    why.add_argument("other", type=int, metavar="OTHER")
    _on(why).set_defaults(run=run_why)
    shifted = add_command(verbs, "moved", translate("Cli", "what moved since a day, and why"))
    shifted.add_argument("--since", required=True, metavar="DATE")
    _on(shifted).set_defaults(run=run_moved)
    _register_offers(verbs)


def _register_offers(verbs: Commands) -> None:
    free = add_command(verbs, "free", translate("Cli", "beds that are free, and who comes next for each"))
    free.set_defaults(run=run_free)
    offered = add_command(verbs, "offer", translate("Cli", "offer a bed to who waits"))
    offered.add_argument("id", type=int, metavar="ID")
    offered.add_argument("--bed", required=True, metavar="BED")
    offered.add_argument("--until", default="", metavar="DATE")
    offered.add_argument("--reason", default="", metavar="TEXT", help=translate("Cli", "why out of turn"))
    _on(offered).set_defaults(run=run_offer)
    accepted = add_command(verbs, "accept", translate("Cli", "the person takes the bed"))
    accepted.add_argument("id", type=int, metavar="OFFER")
    _on(accepted).set_defaults(run=run_accept)
    refused = add_command(verbs, "refuse", translate("Cli", "the person does not take the bed, and keeps the place"))
    _answer(refused, "OFFER").set_defaults(run=run_refuse)
    back = add_command(verbs, "take-back", translate("Cli", "the centre needs the bed otherwise"))
    _answer(back, "OFFER").set_defaults(run=run_take_back)
    voided = add_command(verbs, "void-offer", translate("Cli", "the bed was never offered"))
    voided.add_argument("id", type=int, metavar="OFFER")
    voided.add_argument("--reason", required=True, metavar="TEXT")
    voided.set_defaults(run=run_void_offer)


def _on(parser: argparse.ArgumentParser) -> argparse.ArgumentParser:
    parser.add_argument("--on", default="", metavar="DATE")
    parser.set_defaults(parser=parser)
    return parser


def _answer(parser: argparse.ArgumentParser, named: str = "ID") -> argparse.ArgumentParser:
    parser.add_argument("id", type=int, metavar=named)
    parser.add_argument("--reason", required=True, metavar="TEXT")
    return _on(parser)


def run_apply(args: argparse.Namespace, out: Output) -> int:
    """Record an application, of today unless a day is named."""
    mode = code_of(terms.BED_MODES, args.mode)
    kind = code_of(terms.BED_KINDS, args.kind) if args.kind else ""
    with opened(args) as actor:
        draft = ApplicationDraft(person_of(args.who), _day(args), mode, kind, args.remark)
        made = waiting.apply(actor, draft)
        place = waiting.place_of(made)
    position = place.position if place else None
    words = translate("Cli", "On the waiting list: {id}, place {position}")
    out.show({"id": made, "position": position}, [words.format(id=made, position=position or "—")])
    return DONE


def run_withdraw(args: argparse.Namespace, out: Output) -> int:
    """Withdraw an application."""
    with opened(args) as actor:
        waiting.withdraw(actor, args.id, _day(args), args.reason)
    out.show({"id": args.id}, [translate("Cli", "It is withdrawn.")])
    return DONE


def run_void(args: argparse.Namespace, out: Output) -> int:
    """Make an application void."""
    with opened(args) as actor:
        waiting.void(actor, args.id, args.reason)
    out.show({"id": args.id}, [translate("Cli", "It is void.")])
    return DONE


def run_list(args: argparse.Namespace, out: Output) -> int:
    """Print the order of a day with its reasons; on paper too."""
    made = None
    with opened(args):
        day = _day(args)
        places = waiting.places(day)
        if args.pdf is not None:
            from desktop.reports.waiting_list import write_list

            make_folder(args.pdf.parent)
            made = write_list(places, day, args.pdf)
        found = offers.offers(day)
    line = translate("Cli", "{position}  {name}  {class}  {grade_words}  applied {applied}  id {id}: {why}")
    told = [_place(one, before) for one, before in _with_before(places)]
    said = [line.format(**one) for one in told] + [_offer_line(one) for one in found]
    paper = {"pdf": None, "pages": None} if made is None else {"pdf": str(args.pdf), "pages": made.pages}
    out.show({"day": day.isoformat(), "waiting": told, "offers": [_offer(one) for one in found], **paper}, said)
    return NEEDS_A_PERSON if made is not None and made.missing else DONE


def run_why(args: argparse.Namespace, out: Output) -> int:
    """Say which of two stands before the other, and by what."""
    with opened(args):
        places = {one.application.id: one for one in waiting.places(_day(args))}
    for one in (args.one, args.other):
        if one not in places:
            raise NotFound(Thing.BED_APPLICATION, str(one))
    first, second = sorted((places[args.one].waiting, places[args.other].waiting), key=lambda one: one.place)
    same = first is second
    apart = None if same else sets_apart(first, second)
    text = front_words() if apart is None else before_words(first, second, apart)
    out.show({"first": first.application_id, "second": second.application_id, "by": apart, "text": text}, [text])
    return DONE


def run_moved(args: argparse.Namespace, out: Output) -> int:
    """Print where everybody stands who waits, and what moved since a day."""
    with opened(args):
        since, day = read_day(args.since, args.parser), _day(args)
        found = waiting.moves(since, day)
    told = [_moved(one) for one in found]
    out.show(
        {"since": since.isoformat(), "day": day.isoformat(), "waiting": told},
        [f"{one['name']}  {one['text']}" for one in told],
    )
    return DONE


def run_free(args: argparse.Namespace, out: Output) -> int:
    """Print the free beds with who comes next for each."""
    with opened(args):
        found = [_free(one) for one in offers.free_beds()]
    line = translate("Cli", "{bed}  next: {name}  id {id}")
    nobody = translate("Cli", "{bed}  nobody waits for it")
    out.show({"beds": found}, [(line if one["id"] else nobody).format(**one) for one in found])
    return DONE


def run_offer(args: argparse.Namespace, out: Output) -> int:
    """Offer a bed, today unless a day is named."""
    with opened(args) as actor:
        draft = OfferDraft(args.id, _bed_of(args.bed), _day(args), args.until, args.reason)
        made = offers.offer(actor, draft)
        (one,) = [found for found in offers.offers() if found.id == made]
    out.show(_offer(one), [_offer_line(one)])
    return DONE


def run_accept(args: argparse.Namespace, out: Output) -> int:
    """The person takes the bed."""
    with opened(args) as actor:
        offers.accept(actor, args.id, _day(args))
    out.show({"id": args.id}, [translate("Cli", "It is accepted: the bed is kept until the admission.")])
    return DONE


def run_refuse(args: argparse.Namespace, out: Output) -> int:
    """The person does not take the bed."""
    with opened(args) as actor:
        offers.refuse(actor, args.id, _day(args), args.reason)
    out.show({"id": args.id}, [translate("Cli", "It is refused: the place on the list stays.")])
    return DONE


def run_take_back(args: argparse.Namespace, out: Output) -> int:
    """The centre needs the bed otherwise."""
    with opened(args) as actor:
        offers.take_back(actor, args.id, _day(args), args.reason)
    out.show({"id": args.id}, [translate("Cli", "The offer is taken back.")])
    return DONE


def run_void_offer(args: argparse.Namespace, out: Output) -> int:
    """Make an offer void."""
    with opened(args) as actor:
        offers.void(actor, args.id, args.reason)
    out.show({"id": args.id}, [translate("Cli", "It is void.")])
    return DONE


def _bed_of(text: str) -> int:
    """The bed of this place or code; NotFound for none, and where several could be meant."""
    rows = beds.rows(beds.find_ids(BedQuery(text=text)))
    wanted = "".join(text.split())
    exact = [one for one in rows if wanted in ("".join(one.place.split()), f"{one.room}-{one.number}", one.code)]
    found = exact or rows
    if len(found) != 1:
        raise NotFound(Thing.BED, text)
    return found[0].id


def _day(args: argparse.Namespace) -> dt.date:
    return read_day(args.on, args.parser) if args.on else clock.today()


def _with_before(places: list[Place]) -> list[tuple[Place, Place | None]]:
    """Each with who stands right before."""
    return [(one, places[at - 1] if one.position > 1 else None) for at, one in enumerate(places)]


def _place(one: Place, before: Place | None) -> dict[str, Any]:
    apart = sets_apart(before.waiting, one.waiting) if before else None
    return {
        "position": one.position,
        "id": one.application.id,
        "resident_id": one.application.resident_id,
        "name": one.waiting.name,
        "mode": one.application.mode,
        "kind": one.application.kind or None,
        "priority": one.waiting.priority,
        "class": held_words(one.waiting),
        "grade": one.waiting.grade or None,
        "grade_words": grade_words(one.waiting),
        "applied": one.application.applied_on.isoformat(),
        "by": apart,
        "why": before_words(before.waiting, one.waiting, apart) if before and apart else front_words(),
    }


def _moved(one: Moved) -> dict[str, Any]:
    return {
        "id": one.now.application_id,
        "name": one.now.name,
        "before": one.before,
        "position": one.position,
        "passed": [
            {
                "id": other.other.application_id,
                "forwards": other.forwards,
                "ended": other.ended,
                "new": other.new,
                "by": other.apart,
            }
            for other in one.passed
        ],
        "text": moved_words(one),
    }


def _free(one: FreeBed) -> dict[str, Any]:
    return {
        "bed_id": one.bed.id,
        "bed": one.bed.place,
        "id": one.next.application.id if one.next else None,
        "name": one.next.waiting.name if one.next else None,
        "position": one.next.position if one.next else None,
    }


def _offer(one: Offer) -> dict[str, Any]:
    return {
        "id": one.id,
        "application_id": one.application_id,
        "name": one.name,
        "bed": one.bed,
        "offered": one.offered_on.isoformat(),
        "until": one.expires_on.isoformat(),
        "state": one.state,
        "answered": day_text(one.answered_on),
        "turn_reason": one.turn_reason,
        "reason": one.answer_reason,
    }


def _offer_line(one: Offer) -> str:
    words = translate("Cli", "offer {id}: {bed} to {name}, until {until}: {state}")
    return words.format(
        id=one.id, bed=one.bed, name=one.name, until=one.expires_on.isoformat(), state=OFFER_STATES.shown[one.state]
    )
