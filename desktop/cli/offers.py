"""``service``: what the ten helps and their items are and cost, from a day on; trying out what somebody would pay."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop.cli.facts import person_of
from desktop.cli.options import Commands, add_command, code_of, typed_day
from desktop.cli.output import DONE, NEEDS_A_PERSON, Output
from desktop.cli.reports import missing_sentence
from desktop.cli.session import opened
from desktop.cli.shapes import day_text
from desktop.core import clock
from desktop.core.acts import Thing
from desktop.core.errors import FieldError, InvalidDraft, NotFound
from desktop.core.files import make_folder
from desktop.core.i18n import translate
from desktop.core.money import yuan_text
from desktop.core.reasons import Reason
from desktop.core.words import terms
from desktop.core.words.balances import SERVICE_UNITS
from desktop.core.words.offers import offer_words
from desktop.core.words.prices import SCREEN, state_word
from desktop.services.help_services import definitions, fees, proposing
from desktop.services.help_services.definitions import DefinitionDraft
from desktop.services.help_services.fees import FeeDraft
from desktop.services.help_services.orders import ServiceDraft
from desktop.services.writing.dated import ALL_AGES, FLAGS
from desktop.services.writing.journal import id_of

_FLAGS = tuple(terms.FLAGS[kind] for kind in FLAGS)


def register(commands: Commands) -> None:
    """Add the command to the parser."""
    parser = add_command(commands, "service", translate("Cli", "what the ten helps are and cost, from a day on"))
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", required=True)
    shown = add_command(verbs, "list", translate("Cli", "definitions and the price list"))
    shown.add_argument("--on", metavar="DATE")
    shown.set_defaults(run=run_list)
    defined = add_command(verbs, "define", translate("Cli", "what a type or an item is, from a day on"))
    _about(defined)
    defined.add_argument("--unit", choices=tuple(SERVICE_UNITS.values()), default=next(iter(SERVICE_UNITS.values())))
    defined.add_argument("--text", default="", metavar="TEXT")
    _span(defined)
    defined.set_defaults(run=run_define)
    _register_fee(verbs)
    _register_rest(verbs)


def _register_fee(verbs: Commands) -> None:
    priced = add_command(verbs, "fee", translate("Cli", "fee and subsidy from a day on"))
    _about(priced)
    priced.add_argument("--fee", required=True, metavar="YUAN")
    priced.add_argument("--subsidy", default="", metavar="YUAN")
    priced.add_argument("--unit", choices=("", *SERVICE_UNITS.values()), default="")
    priced.add_argument("--min-age", default="", metavar="80")
    priced.add_argument("--max-age", default="", metavar="89")
    priced.add_argument("--flag", action="append", default=[], choices=_FLAGS)
    _span(priced)
    priced.set_defaults(run=run_fee)


def _register_rest(verbs: Commands) -> None:
    ended = add_command(verbs, "end", translate("Cli", "an item is offered, or a fee holds, up to a day and no longer"))
    ended.add_argument("uid", nargs="?", default="", metavar="UID", help=translate("Cli", "of a fee"))
    ended.add_argument("--item", default="", metavar="TEXT")
    ended.add_argument("--type", default="", choices=("", *terms.SERVICE_TYPES.values()))
    ended.add_argument("--on", required=True, metavar="DATE")
    ended.set_defaults(run=run_end)
    voided = add_command(verbs, "void", translate("Cli", "a definition or a fee was recorded by mistake"))
    voided.add_argument("uid", metavar="UID")
    voided.add_argument("--reason", required=True, metavar="TEXT")
    voided.set_defaults(run=run_void)
    tried = add_command(verbs, "try", translate("Cli", "what is proposed for somebody, and why"))
    tried.add_argument("who", metavar="WHO")
    _about(tried)
    tried.add_argument("--on", metavar="DATE")
    tried.add_argument("--start", default="", metavar="HH:MM")
    tried.add_argument("--end", default="", metavar="HH:MM")
    tried.add_argument("--quantity", default="", metavar="N")
    tried.set_defaults(run=run_try)
    notice = add_command(verbs, "notice", translate("Cli", "print items and price list as a notice for the wall"))
    notice.add_argument("--on", metavar="DATE")
    notice.add_argument("--pdf", type=Path, required=True, metavar="FILE")
    notice.set_defaults(run=run_notice)


def run_list(args: argparse.Namespace, out: Output) -> int:
    """Print every definition and fee with whether it holds."""
    day = typed_day(args.on)
    with opened(args):
        offered, lines = definitions.listed(day), fees.listed(day)
    out.show(
        {"definitions": [_definition(one) for one in offered], "fees": [_fee(one) for one in lines]},
        [*map(_definition_line, offered), *map(_fee_line, lines)],
    )
    return DONE


def run_define(args: argparse.Namespace, out: Output) -> int:
    """Say what a type or an item is."""
    draft = DefinitionDraft(
        args.valid_from, _type(args), args.item, code_of(SERVICE_UNITS, args.unit), args.text, args.valid_to
    )
    with opened(args) as actor:
        made = definitions.define(actor, draft)
        row = next(one for one in definitions.listed(typed_day(args.valid_from)) if one.row.id == made)
    out.show({"uid": row.row.uid}, [_definition_line(row)])
    return DONE


def run_fee(args: argparse.Namespace, out: Output) -> int:
    """Set a line of the price list."""
    draft = FeeDraft(
        args.valid_from,
        _type(args),
        args.item,
        code_of(SERVICE_UNITS, args.unit) if args.unit else "",
        args.fee,
        args.subsidy,
        args.min_age,
        args.max_age,
        args.valid_to,
        [code_of(terms.FLAGS, flag) for flag in args.flag],
    )
    with opened(args) as actor:
        made = fees.set_fee(actor, draft)
        row = next(one for one in fees.listed(typed_day(args.valid_from)) if one.row.id == made)
    out.show({"uid": row.row.uid}, [_fee_line(row)])
    return DONE


def run_end(args: argparse.Namespace, out: Output) -> int:
    """Let a fee or an item end."""
    with opened(args) as actor:
        if args.uid:
            fees.end(actor, id_of(Thing.SERVICE_FEE, args.uid), args.on)
        elif args.type:
            definitions.end(actor, _type(args), args.item, args.on)
        else:
            raise InvalidDraft([FieldError("type", Reason.REQUIRED)])
    out.show({"uid": args.uid or None}, [translate("Cli", "It holds up to {day}.").format(day=args.on)])
    return DONE


def run_void(args: argparse.Namespace, out: Output) -> int:
    """Void a definition or a fee."""
    with opened(args) as actor:
        try:
            fees.void(actor, id_of(Thing.SERVICE_FEE, args.uid), args.reason)
        except NotFound:
            definitions.void(actor, id_of(Thing.SERVICE_DEFINITION, args.uid), args.reason)
    out.show({"uid": args.uid}, [translate("Cli", "It is void; services keep what they cost.")])
    return DONE


def run_try(args: argparse.Namespace, out: Output) -> int:
    """Print what the price list proposes for somebody, and why."""
    with opened(args):
        draft = ServiceDraft(
            resident_id=person_of(args.who),
            type=_type(args),
            item=args.item,
            quantity=args.quantity,
            service_on=typed_day(args.on),
            started=args.start,
            ended=args.end,
        )
        found = proposing.proposed(draft)
    if found is None:
        nothing = translate("Cli", "The price list has nothing for this.")
        out.show({"uid": None, "fee": None, "subsidy": None, "why": nothing}, [nothing])
        return DONE
    shown = {"uid": found.line.uid, "fee": found.fee or None, "subsidy": found.subsidy or None, "why": found.why}
    out.show(shown, [found.why])
    return DONE


def run_notice(args: argparse.Namespace, out: Output) -> int:
    """Print what is offered on a day as a notice."""
    # Printing loads slowly and most commands never print.
    from desktop.reports.service_notice import write_notice

    day = typed_day(args.on)
    make_folder(args.pdf.parent)
    with opened(args), out.progress() as progress:
        made = write_notice(day, args.pdf, printed_on=clock.today(), progress=progress)
    told = {"pdf": str(args.pdf), "day": day.isoformat(), "pages": made.pages, "missing_characters": list(made.missing)}
    out.show(told, [translate("Cli", "Notice of {day}: {file}").format(day=day.isoformat(), file=args.pdf)])
    if made.missing:
        out.complain(missing_sentence(args.pdf.name, made.missing))
    return NEEDS_A_PERSON if made.missing else DONE


def _about(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--type", required=True, choices=tuple(terms.SERVICE_TYPES.values()))
    parser.add_argument("--item", default="", metavar="TEXT")


def _span(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--from", dest="valid_from", required=True, metavar="DATE")
    parser.add_argument("--to", dest="valid_to", default="", metavar="DATE")


def _type(args: argparse.Namespace) -> str:
    return code_of(terms.SERVICE_TYPES, args.type)


def _definition(one: definitions.Listed) -> dict[str, object]:
    row = one.row
    return {
        "uid": row.uid or None,
        "state": one.state,
        "from": day_text(row.valid_from) if row.id is not None else None,
        "to": day_text(row.valid_to),
        "type": row.type,
        "item": row.item or None,
        "unit": row.unit,
        "text": row.text,
    }


def _fee(one: fees.Listed) -> dict[str, object]:
    row = one.row
    return {
        "uid": row.uid,
        "state": one.state,
        "from": day_text(row.valid_from),
        "to": day_text(row.valid_to),
        "type": row.type,
        "item": row.item or None,
        "unit": row.unit,
        "fee": yuan_text(row.fee_fen),
        "subsidy": yuan_text(row.subsidy_fen),
        "min_age": row.min_age or None,
        "max_age": row.max_age if row.max_age < ALL_AGES[1] else None,
        "flags": [terms.FLAGS[flag] for flag in sorted(row.flags)],
    }


def _definition_line(one: definitions.Listed) -> str:
    row = one.row
    what = offer_words(row.type, definitions.item_shown(row.item))
    return "  ".join((state_word(one.state), what, SERVICE_UNITS.shown[row.unit], row.shown_text)).rstrip()


def _fee_line(one: fees.Listed) -> str:
    row = one.row
    what = offer_words(row.type, definitions.item_shown(row.item))
    span = f"{row.valid_from} — {row.valid_to or ''}".strip()
    amounts = f"{yuan_text(row.fee_fen)}  {yuan_text(row.subsidy_fen)}"
    whom = SCREEN.whom(row.ages, row.flags)
    return "  ".join((row.uid, state_word(one.state), span, what, SERVICE_UNITS.shown[row.unit], amounts, whom))
