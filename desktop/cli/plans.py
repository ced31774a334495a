"""``plan``: the indicators of the plans as data, and the figures that somebody has to type for them."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop.cli.options import Commands, add_command, month_argument
from desktop.cli.output import DONE, REFUSED, Output
from desktop.cli.session import opened
from desktop.cli.shapes import day_text
from desktop.core import clock
from desktop.core.i18n import translate
from desktop.core.words import counts, terms
from desktop.core.words.fields import field_word
from desktop.core.words.messages import field_sentence
from desktop.services.plans import indicators, reading, typed
from desktop.services.plans.drafts import Version
from desktop.services.plans.reading import LineError
from desktop.services.plans.typed import TypedDraft, TypedRow


def register(commands: Commands) -> None:
    """Add the command to the parser."""
    parser = add_command(commands, "plan", translate("Cli", "indicators of the plans, and the figures typed for them"))
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", required=True)
    listed = add_command(verbs, "list", translate("Cli", "print the indicators that hold in a month"))
    listed.add_argument("--plan", choices=tuple(map(str, terms.PLANS)), metavar="PLAN")
    listed.add_argument("--month", type=month_argument, metavar="YYYY-MM")
    listed.set_defaults(run=run_list)
    for verb, words, run in (
        ("check", translate("Cli", "say what is wrong with a file of indicators, line by line"), run_check),
        ("load", translate("Cli", "take in a file of indicators, all or none"), run_load),
    ):
        made = add_command(verbs, verb, words)
        made.add_argument("file", type=Path, metavar="FILE.toml")
        made.set_defaults(run=run)
    figures = add_command(verbs, "figures", translate("Cli", "print the typed figures"))
    figures.set_defaults(run=run_figures)
    figure = add_command(verbs, "figure", translate("Cli", "put a typed figure on record"))
    figure.add_argument("key", choices=[key.removeprefix("typed.") for key in counts.TYPED], metavar="NAME")
    figure.add_argument("value", metavar="NUMBER")
    figure.add_argument("--as-of", default="", metavar="DATE")
    figure.add_argument("--source", default="", metavar="TEXT")
    figure.add_argument("--note", default="", metavar="TEXT")
    figure.set_defaults(run=run_figure)
    voided = add_command(verbs, "void-figure", translate("Cli", "make a typed figure void"))
    voided.add_argument("id", type=int, metavar="ID")
    voided.add_argument("--reason", required=True, metavar="TEXT")
    voided.set_defaults(run=run_void)


def run_list(args: argparse.Namespace, out: Output) -> int:
    """Print the indicators of every plan, or of one, as they hold on the last day of the month (today)."""
    day = args.month.last if args.month else clock.today()
    plans = [args.plan] if args.plan else list(map(str, terms.PLANS))
    with opened(args):
        found = [one for plan in plans for one in indicators.in_force(plan, day)]
    out.show({"indicators": [_indicator(one) for one in found]}, [_line(one) for one in found])
    return DONE


def run_check(args: argparse.Namespace, out: Output) -> int:
    """Read a file and say what is wrong; 1 with any error. It needs no centre."""
    found = reading.read_file(args.file)
    words = translate("Cli", "{count} indicators, {errors} errors")
    payload = {"indicators": len(found.versions), "errors": [_error(one) for one in found.errors]}
    out.show(payload, [words.format(count=len(found.versions), errors=len(found.errors))])
    _complain(found.errors, out)
    return REFUSED if found.errors else DONE


def run_load(args: argparse.Namespace, out: Output) -> int:
    """Take in a file; with any error nothing is."""
    found = reading.read_file(args.file)
    if found.errors:
        out.show({"loaded": None, "errors": [_error(one) for one in found.errors]}, [])
        _complain(found.errors, out)
        return REFUSED
    with opened(args) as actor:
        came = indicators.load(actor, found.versions)
    words = translate("Cli", "{added} new, {changed} changed, {unchanged} as they were")
    told = {"added": came.added, "changed": came.changed, "unchanged": came.unchanged}
    out.show({"loaded": told, "errors": []}, [words.format(**told)])
    return DONE


def run_figures(args: argparse.Namespace, out: Output) -> int:
    """Print every typed figure on record."""
    with opened(args):
        found = typed.listed()
    out.show({"figures": [_figure(one) for one in found]}, [_figure_line(one) for one in found])
    return DONE


def run_figure(args: argparse.Namespace, out: Output) -> int:
    """Put a figure on record."""
    draft = TypedDraft(f"typed.{args.key}", args.value, args.as_of or clock.today(), args.source, args.note)
    with opened(args) as actor:
        made = typed.record(actor, draft)
        found = next(one for one in typed.listed() if one.id == made)
    out.show(_figure(found), [_figure_line(found)])
    return DONE


def run_void(args: argparse.Namespace, out: Output) -> int:
    """Make a figure void."""
    with opened(args) as actor:
        typed.void(actor, args.id, args.reason)
    out.show({"id": args.id}, [translate("Cli", "The figure is void.")])
    return DONE


def _complain(errors: tuple[LineError, ...], out: Output) -> None:
    words = translate("Cli", "line {line}, {field}: {sentence}")
    for one in errors:
        field = field_word(one.error.name, "indicator")
        out.complain(words.format(line=one.line, field=field, sentence=field_sentence(one.error)))


def _error(one: LineError) -> dict[str, object]:
    return {"line": one.line, "field": one.error.name, "reason": one.error.reason}


def _indicator(one: Version) -> dict[str, object]:
    return {
        "plan": one.plan,
        "key": one.key,
        "name": one.name,
        "document": one.document,
        "clause": one.clause,
        "page": one.page,
        "direction": one.direction,
        "target": one.target or None,
        "unit": one.unit,
        "per": one.per,
        "numerator": one.numerator or None,
        "denominator": one.denominator or None,
        "remark": one.remark,
        "from": day_text(one.valid_from),
        "to": day_text(one.valid_to),
    }


def _line(one: Version) -> str:
    aim = f"{one.direction} {one.target} {one.unit}".strip() if one.target else "—"
    return "  ".join((one.plan, one.key, one.name, aim))


def _figure(one: TypedRow) -> dict[str, object]:
    name = one.key.removeprefix("typed.")
    return {"id": one.id, "name": name, "value": one.value, "as_of": day_text(one.as_of), "source": one.source}


def _figure_line(one: TypedRow) -> str:
    return "  ".join((str(one.id), counts.TYPED.shown[one.key], str(one.value), one.as_of.isoformat(), one.source))
