"""``price``: what a meal costs and what is subsidised, from a day on; trying out what somebody would pay."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from desktop.cli import meal_times
from desktop.cli.facts import person_of
from desktop.cli.options import Commands, add_command, code_of, month_argument, typed_day
from desktop.cli.output import DONE, NEEDS_A_PERSON, Output
from desktop.cli.reports import missing_sentence
from desktop.cli.session import opened
from desktop.cli.shapes import day_text
from desktop.core import clock
from desktop.core.acts import Thing
from desktop.core.errors import NotFound
from desktop.core.files import make_folder
from desktop.core.i18n import translate
from desktop.core.money import yuan_text
from desktop.core.trade import Combining, MealMode
from desktop.core.words import terms
from desktop.core.words.balances import late_words
from desktop.core.words.prices import SCREEN, WEEKDAYS, state_word
from desktop.services.canteen import price_edits, price_lists, price_preview, unpriced
from desktop.services.canteen.price_edits import AnyDraft, PriceDraft, SubsidyDraft
from desktop.services.canteen.price_lists import Listed
from desktop.services.canteen.price_preview import Effect, Preview, Sums
from desktop.services.canteen.prices import Dated, Price, Subsidy
from desktop.services.writing.dated import ALL_AGES, FLAGS
from desktop.services.writing.journal import id_of

_FLAGS = tuple(terms.FLAGS[kind] for kind in FLAGS)


def register(commands: Commands) -> None:
    """Add the command to the parser."""
    parser = add_command(commands, "price", translate("Cli", "what a meal costs, what is subsidised, from a day on"))
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", required=True)
    shown = add_command(verbs, "list", translate("Cli", "prices and subsidies"))
    shown.add_argument("--on", metavar="DATE")
    shown.set_defaults(run=run_list)
    _register_set(verbs)
    _register_subsidy(verbs)
    tried = add_command(verbs, "try", translate("Cli", "what somebody would pay, and why"))
    tried.add_argument("who", metavar="WHO")
    tried.add_argument("--on", metavar="DATE")
    _meal(tried, required=True)
    tried.add_argument("--mode", choices=tuple(terms.MEAL_MODES.values()), default=terms.MEAL_MODES[MealMode.DINE_IN])
    tried.set_defaults(run=run_try)
    for verb, text, run in (
        ("end", translate("Cli", "a price or subsidy holds up to a day and no longer"), run_end),
        ("void", translate("Cli", "a price or subsidy was recorded by mistake"), run_void),
    ):
        made = add_command(verbs, verb, text)
        made.add_argument("uid", metavar="UID")
        asked, shape = ("--on", "DATE") if run is run_end else ("--reason", "TEXT")
        made.add_argument(asked, required=True, metavar=shape)
        made.set_defaults(run=run)
    late = add_command(verbs, "meals", translate("Cli", "price the meals of a month that have no price yet"))
    late.add_argument("--month", type=month_argument, required=True, metavar="YYYY-MM")
    late.set_defaults(run=run_meals)
    meal_times.register(verbs)
    notice = add_command(verbs, "notice", translate("Cli", "print prices and subsidies as a notice for the wall"))
    notice.add_argument("--on", metavar="DATE")
    notice.add_argument("--pdf", type=Path, required=True, metavar="FILE")
    notice.set_defaults(run=run_notice)


def run_list(args: argparse.Namespace, out: Output) -> int:
    """Print every price and subsidy with whether it holds."""
    with opened(args):
        prices, subsidies = price_lists.listed(typed_day(args.on))
    out.show(_lists(prices, subsidies), _lines(prices, subsidies))
    return DONE


def run_set(args: argparse.Namespace, out: Output) -> int:
    """Set a price, or with --preview tell what it would do to the month's meals."""
    draft = PriceDraft(
        args.valid_from,
        code_of(terms.MEALS, args.meal),
        args.amount,
        code_of(terms.MEAL_MODES, args.mode),
        **_whom(args),
        weekdays=[code_of(WEEKDAYS, day) for day in args.weekday],
    )
    return _put(args, out, draft)


def run_subsidy(args: argparse.Namespace, out: Output) -> int:
    """Set a subsidy, or with --preview tell what it would do to the month's meals."""
    draft = SubsidyDraft(
        args.valid_from,
        args.amount,
        args.percent,
        meal=code_of(terms.MEALS, args.meal),
        mode=code_of(terms.MEAL_MODES, args.mode),
        min_spend=args.min_spend,
        day_cap=args.day_cap,
        month_cap=args.month_cap,
        combining=Combining.SUM if args.on_top else Combining.HIGHEST,
        replaces=args.instead_of_all,
        **_whom(args),
    )
    return _put(args, out, draft)


def run_try(args: argparse.Namespace, out: Output) -> int:
    """Print what somebody would pay on a day, and why."""
    with opened(args):
        day = typed_day(args.on)
        meal, mode = code_of(terms.MEALS, args.meal), code_of(terms.MEAL_MODES, args.mode)
        found = price_lists.tried(person_of(args.who), day, meal, mode)
    charge = found.charge
    out.show(
        {
            "price": yuan_text(charge.price_fen),
            "subsidy": yuan_text(charge.subsidy_fen),
            "paid": yuan_text(charge.paid_fen),
            "rule": max(charge.parts, key=lambda part: part.fen).rule.uid if charge.parts else None,
            "rules": [{"uid": part.rule.uid, "amount": yuan_text(part.fen)} for part in charge.parts],
            "why": found.why,
        },
        [found.why],
    )
    return DONE


def run_end(args: argparse.Namespace, out: Output) -> int:
    """Let a price or subsidy end."""
    with opened(args) as actor:
        price_edits.end(actor, *_named(args.uid), args.on)
    out.show({"uid": args.uid}, [translate("Cli", "It holds up to {day}.").format(day=args.on)])
    return DONE


def run_void(args: argparse.Namespace, out: Output) -> int:
    """Void a price or subsidy."""
    with opened(args) as actor:
        price_edits.void(actor, *_named(args.uid), args.reason)
    out.show({"uid": args.uid}, [translate("Cli", "It is void; meals keep what they cost.")])
    return DONE


def run_meals(args: argparse.Namespace, out: Output) -> int:
    """Price the meals that have no price yet."""
    with opened(args) as actor:
        done = unpriced.price_meals(actor, args.month)
    words = translate("Cli", "{count} meals priced: price {price}, subsidy {subsidy}; {left} still without a price.")
    price, subsidy = yuan_text(done.price_fen), yuan_text(done.subsidy_fen)
    owed = [(one.name, one.fen) for one in done.owed]
    out.show(
        {"meals": done.meals, "price": price, "subsidy": subsidy, "left": done.left}
        | {"prepaid": yuan_text(done.prepaid_fen)}
        | {"owed": [{"name": name or None, "amount": yuan_text(fen)} for name, fen in owed]},
        [
            words.format(count=done.meals, price=price, subsidy=subsidy, left=done.left),
            *late_words(done.prepaid_fen, owed),
        ],
    )
    return DONE


def run_notice(args: argparse.Namespace, out: Output) -> int:
    """Print the prices and subsidies of a day as a notice."""
    # Printing loads slowly and most commands never print.
    from desktop.reports.price_notice import write_notice

    make_folder(args.pdf.parent)
    with opened(args), out.progress() as progress:
        day = typed_day(args.on)
        done = write_notice(day, args.pdf, printed_on=clock.today(), progress=progress)
    payload = {
        "pdf": str(args.pdf),
        "day": day.isoformat(),
        "pages": done.pages,
        "missing_characters": list(done.missing),
    }
    out.show(payload, [translate("Cli", "Notice of {day}: {file}").format(day=day.isoformat(), file=args.pdf)])
    if done.missing:
        out.complain(missing_sentence(args.pdf.name, done.missing))
    return NEEDS_A_PERSON if done.missing else DONE


def _register_set(verbs: Commands) -> None:
    parser = add_command(verbs, "set", translate("Cli", "a price from a day on"))
    parser.add_argument("--amount", required=True, metavar="15.00")
    _meal(parser, required=True)
    parser.add_argument("--weekday", action="append", default=[], choices=tuple(WEEKDAYS.values()))
    _for_whom(parser)
    parser.set_defaults(run=run_set)


def _register_subsidy(verbs: Commands) -> None:
    parser = add_command(verbs, "subsidy", translate("Cli", "a subsidy from a day on: an amount or a share"))
    given = parser.add_mutually_exclusive_group(required=True)
    given.add_argument("--amount", default="", metavar="3.00")
    given.add_argument("--percent", default="", metavar="50")
    _meal(parser, required=False)
    parser.add_argument("--day-cap", default="", metavar="6.00")
    parser.add_argument("--month-cap", default="", metavar="60.00")
    parser.add_argument("--min-spend", default="", metavar="10.00")
    parser.add_argument(
        "--on-top", action="store_true", help=translate("Cli", "added to others; else the highest counts")
    )
    parser.add_argument(
        "--instead-of-all", action="store_true", help=translate("Cli", "every subsidy that begins before it ends")
    )
    _for_whom(parser)
    parser.set_defaults(run=run_subsidy)


def _meal(parser: argparse.ArgumentParser, required: bool) -> None:
    parser.add_argument("--meal", choices=tuple(terms.MEALS.values()), default="", required=required)


def _for_whom(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--from", dest="valid_from", required=True, metavar="DATE")
    parser.add_argument("--to", dest="valid_to", default="", metavar="DATE")
    parser.add_argument("--mode", choices=tuple(terms.MEAL_MODES.values()), default="")
    parser.add_argument("--min-age", default="", metavar="80")
    parser.add_argument("--max-age", default="", metavar="89")
    parser.add_argument("--flag", action="append", default=[], choices=_FLAGS)
    preview = translate("Cli", "tell what it would do to the meals of this month, and save nothing")
    parser.add_argument("--preview", action="store_true", help=preview)


def _whom(args: argparse.Namespace) -> dict[str, Any]:
    flags = [code_of(terms.FLAGS, flag) for flag in args.flag]
    return {"min_age": args.min_age, "max_age": args.max_age, "valid_to": args.valid_to, "flags": flags}


def _put(args: argparse.Namespace, out: Output, draft: AnyDraft) -> int:
    with opened(args) as actor:
        if args.preview:
            found = price_preview.preview(draft)
            out.show(_preview(found), _preview_lines(found))
            return DONE
        if isinstance(draft, PriceDraft):
            made = price_edits.set_price(actor, draft)
        else:
            made = price_edits.set_subsidy(actor, draft)
        prices, subsidies = price_lists.listed(price_edits.columns_of(draft)["valid_from"])
    rows: Sequence[Dated] = [one.row for one in (prices if isinstance(draft, PriceDraft) else subsidies)]
    uid = next(row.uid for row in rows if row.id == made)
    out.show({"uid": uid, **_lists(prices, subsidies)}, _lines(prices, subsidies))
    return DONE


def _lists(prices: Sequence[Listed[Price]], subsidies: Sequence[Listed[Subsidy]]) -> dict[str, object]:
    return {
        "prices": [
            _dated(one)
            | {
                "amount": yuan_text(one.row.price_fen),
                "weekdays": [WEEKDAYS[day] for day in one.row.weekdays],
            }
            for one in prices
        ],
        "subsidies": [
            _dated(one)
            | {
                "amount": yuan_text(one.row.amount_fen) if one.row.percent is None else None,
                "percent": one.row.percent,
                "min_spend": yuan_text(one.row.min_spend_fen),
                "day_cap": _cap(one.row.day_cap_fen),
                "month_cap": _cap(one.row.month_cap_fen),
                "combining": one.row.combining,
                "replaces": one.row.replaces,
            }
            for one in subsidies
        ],
    }


def _dated(one: Listed[Price] | Listed[Subsidy]) -> dict[str, object]:
    row = one.row
    return {
        "uid": row.uid,
        "state": one.state,
        "from": day_text(row.valid_from),
        "to": day_text(row.valid_to),
        "meal": terms.MEALS[row.meal] if row.meal else None,
        "mode": terms.MEAL_MODES[row.mode] if row.mode else None,
        "min_age": row.ages[0] or None,
        "max_age": row.ages[1] if row.ages[1] < ALL_AGES[1] else None,
        "flags": [terms.FLAGS[flag] for flag in sorted(row.flags)],
    }


def _cap(fen: int | None) -> str | None:
    return None if fen is None else yuan_text(fen)


def _lines(prices: Sequence[Listed[Price]], subsidies: Sequence[Listed[Subsidy]]) -> list[str]:
    return [
        *(f"{_start(one)}  {SCREEN.days(one.row.weekdays)}  {yuan_text(one.row.price_fen)}" for one in prices),
        *(
            f"{_start(one)}  {SCREEN.given(one.row.amount_fen, one.row.percent)}  {_limits(one.row)}"
            for one in subsidies
        ),
    ]


def _start(one: Listed[Price] | Listed[Subsidy]) -> str:
    row = one.row
    meal = SCREEN.meal(row.meal) if row.meal else ""
    mode = terms.MEAL_MODES.shown[row.mode] if row.mode else ""
    span = f"{row.valid_from} — {row.valid_to or ''}".strip()
    return "  ".join(
        part for part in (state_word(one.state), span, meal, mode, SCREEN.whom(row.ages, row.flags)) if part
    )


def _limits(row: Subsidy) -> str:
    return SCREEN.limits(row.min_spend_fen, row.day_cap_fen, row.month_cap_fen, row.combining == Combining.SUM)


def _preview(found: Preview) -> dict[str, object]:
    return {
        "month": str(found.month),
        "from": day_text(found.first),
        "supposed": found.supposed,
        "meals": found.meals,
        "before": _sums(found.before),
        "after": _sums(found.after),
        "people": [
            {"name": one.name or None, "meals": one.meals, "before": _sums(one.before), "after": _sums(one.after)}
            for one in found.effects
        ],
    }


def _sums(sums: Sums) -> dict[str, str]:
    return {
        "price": yuan_text(sums.price_fen),
        "subsidy": yuan_text(sums.subsidy_fen),
        "paid": yuan_text(sums.paid_fen),
    }


def _preview_lines(found: Preview) -> list[str]:
    guest = translate("Cli", "guests")
    words = translate("Cli", "{name}: {count} meals, subsidy {was} → {subsidy}, to pay {before} → {after}")
    every = [Effect(None, str(found.month), found.meals, found.before, found.after), *found.effects]
    return [
        words.format(
            name=one.name or guest,
            count=one.meals,
            was=yuan_text(one.before.subsidy_fen),
            subsidy=yuan_text(one.after.subsidy_fen),
            before=yuan_text(one.before.paid_fen),
            after=yuan_text(one.after.paid_fen),
        )
        for one in every
    ]


def _named(uid: str) -> tuple[Thing, int]:
    """Which list a uid is of, and its row."""
    try:
        return Thing.MEAL_PRICE, id_of(Thing.MEAL_PRICE, uid)
    except NotFound:
        return Thing.SUBSIDY_RULE, id_of(Thing.SUBSIDY_RULE, uid)
