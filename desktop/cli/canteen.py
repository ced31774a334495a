"""``scan``: what the canteen's screen does with one scan; ``canteen``: what is said of its meals."""

from __future__ import annotations

import argparse

from desktop.cli import canteen_sheets, complaints, shapes
from desktop.cli.facts import person_of
from desktop.cli.options import Commands, add_command, code_of, day_of, moment_argument
from desktop.cli.output import DONE, NEEDS_A_PERSON, REFUSED, Output
from desktop.cli.session import opened
from desktop.core import clock
from desktop.core.answers import ScanKind
from desktop.core.figures.canteen import SCORES
from desktop.core.i18n import translate
from desktop.core.money import yuan_text
from desktop.core.trade import MealMode
from desktop.core.words import messages, terms
from desktop.core.words.balances import payment_words
from desktop.services.canteen import hours, ratings, scanning
from desktop.services.canteen.scanning import ScanResult
from desktop.services.register import listing as residents

_CODES = {
    ScanKind.RECORDED: DONE,
    ScanKind.AGAIN: DONE,
    ScanKind.QUEUED: NEEDS_A_PERSON,
    ScanKind.CHOOSE: NEEDS_A_PERSON,
    ScanKind.REFUSED: REFUSED,
}


def register(commands: Commands) -> None:
    """Add the command to the parser."""
    parser = add_command(commands, "scan", translate("Cli", "record one scan of the canteen"))
    parser.add_argument("code", metavar="CODE")
    parser.add_argument("--meal", choices=tuple(terms.MEALS.values()))
    parser.add_argument("--mode", choices=tuple(terms.MEAL_MODES.values()), default=terms.MEAL_MODES[MealMode.DINE_IN])
    parser.add_argument("--companions", type=int, choices=range(1, 21), default=0, metavar="N")
    parser.add_argument("--occasion", default="")
    parser.add_argument("--at", type=moment_argument, metavar='"2026-10-08 11:42"')
    parser.set_defaults(run=run_scan)
    parser = add_command(commands, "canteen", translate("Cli", "sheets of the canteen, and what people say of it"))
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", required=True)
    rated = add_command(verbs, "rate", translate("Cli", "how a meal pleased somebody, 1 to 5"))
    rated.add_argument("who", metavar="WHO")
    rated.add_argument("score", type=int, choices=SCORES)
    rated.add_argument("--day", default="", metavar="DATE", help=translate("Cli", "today without it"))
    rated.add_argument("--meal", choices=tuple(terms.MEALS.values()), help=translate("Cli", "the last one without it"))
    rated.set_defaults(run=run_rate, parser=rated)
    complaints.register_verbs(verbs)
    canteen_sheets.register_verbs(verbs)


def run_rate(args: argparse.Namespace, out: Output) -> int:
    """Say how somebody's meal of a day pleased; said again, it is said anew."""
    day, meal = day_of(args), code_of(terms.MEALS, args.meal) if args.meal else ""
    with opened(args) as actor:
        meal_id = ratings.rate_eaten(actor, person_of(args.who), day, meal, args.score)
    words = translate("Cli", "Rated {score}.").format(score=args.score)
    out.show({"meal_id": meal_id, "rating": args.score}, [words])
    return DONE


def run_scan(args: argparse.Namespace, out: Output) -> int:
    """Record the scan; one that needs a person ends with 3, a refused one with 1."""
    mode, moment = code_of(terms.MEAL_MODES, args.mode), args.at or clock.now()
    with opened(args) as actor:
        meal = code_of(terms.MEALS, args.meal) if args.meal else hours.meal_at(moment)
        company = 0
        result = scanning.scan(actor, args.code, meal, mode, moment, args.occasion)
        if args.companions and result.resident is not None and result.error is None:
            scanning.add_companions(actor, result.resident.id, meal, mode, moment, args.companions, args.occasion)
            company = args.companions
        people = [] if result.resident is None else residents.rows([result.resident.id])
    payload: dict[str, object] = {
        "result": result.kind,
        "meal_id": result.meal_id,
        "companions": company,
        "meal": terms.MEALS[meal],
        "mode": args.mode,
        "price": yuan_text(result.price_fen),
        "subsidy": yuan_text(result.subsidy_fen),
        "paid": yuan_text(result.paid_fen),
        "prepaid": result.prepaid,
        "balance": None if result.balance_fen is None else yuan_text(result.balance_fen),
        "resident": shapes.resident(people[0]) if people else None,
        "choices": [shapes.resident(row) for row in result.choices],
    }
    if result.error is not None:
        out.complain(messages.sentence(result.error))
    lines = [] if result.error is not None else [_sentence(result)]
    out.show(payload, [*lines, *([_company(company)] if company else [])])
    return _CODES[result.kind]


def _sentence(result: ScanResult) -> str:
    if result.kind == ScanKind.QUEUED:
        return translate("Cli", "Unknown card: eat first, it is recorded later.")
    if result.kind == ScanKind.CHOOSE:
        names = "、".join(row.name for row in result.choices)
        return translate("Cli", "Several people fit; please scan the card or type more: {names}").format(names=names)
    name = result.resident.name if result.resident is not None else ""
    if result.kind == ScanKind.AGAIN:
        return translate("Cli", "{name} has had this meal already; not counted again.").format(name=name)
    told = translate("Cli", "{name} recorded: price {price}, subsidy {subsidy}, to pay {paid}.").format(
        name=name,
        price=yuan_text(result.price_fen),
        subsidy=yuan_text(result.subsidy_fen),
        paid=yuan_text(result.paid_fen),
    )
    left = payment_words(result.prepaid, result.balance_fen)
    return f"{told} {left}" if left else told


def _company(count: int) -> str:
    return translate("Cli", "With company: {count}, at full price.").format(count=count)
