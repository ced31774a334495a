"""``code``: what a printed code is of, and another one where a card or label was lost."""

from __future__ import annotations

import argparse

from desktop.cli.options import Commands, add_command, typed_day
from desktop.cli.output import DONE, Output
from desktop.cli.session import opened
from desktop.core.codes import fold, grouped
from desktop.core.i18n import translate
from desktop.core.words.codes import code_word, replaced_words
from desktop.services.register import old_codes, printed_codes


def register(commands: Commands) -> None:
    """Add the command to the parser."""
    parser = add_command(commands, "code", translate("Cli", "what a printed code is of; another one for what was lost"))
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", required=True)
    shown = add_command(verbs, "show", translate("Cli", "what a code is of, and whether it was replaced"))
    shown.add_argument("code", metavar="CODE")
    shown.set_defaults(run=run_show)
    lost = add_command(verbs, "replace", translate("Cli", "another code; the old one still finds its bed or person"))
    lost.add_argument("code", metavar="CODE")
    lost.add_argument("--reason", required=True, metavar="TEXT")
    lost.set_defaults(run=run_replace)
    words = translate("Cli", "who came with an old card on a day, and whether a new one is printed")
    old = add_command(verbs, "old", words)
    old.add_argument("--day", metavar="DATE")
    old.set_defaults(run=run_old)


def run_show(args: argparse.Namespace, out: Output) -> int:
    """Say what a code is."""
    with opened(args):
        kind, of = printed_codes.of_what(args.code)
        old = printed_codes.replaced(args.code)
    payload = {
        "code": fold(args.code),
        "kind": kind.name.lower(),
        "of": of,
        "replaced_on": old.on.isoformat() if old else None,
        "current": old.by if old else fold(args.code),
    }
    out.show(payload, [code_word(kind, of), *([replaced_words(*old)] if old else [])])
    return DONE


def run_old(args: argparse.Namespace, out: Output) -> int:
    """List who came with an old card."""
    with opened(args):
        day = typed_day(args.day, "day")
        found = old_codes.came(day)
    people = [{"name": one.name, "code": one.code, "at": one.at, "printed": one.printed} for one in found]
    printed = {True: translate("Cli", "printed since"), False: translate("Cli", "to print")}
    lines = [f"{one.at}  {one.name}  {grouped(one.code)}  {printed[one.printed]}" for one in found]
    out.show({"day": day.isoformat(), "people": people}, lines)
    return DONE


def run_replace(args: argparse.Namespace, out: Output) -> int:
    """Give whatever the code is of another one."""
    with opened(args) as actor:
        made = printed_codes.replace_scanned(actor, args.code, args.reason)
    words = translate("Cli", "The new code is {code}. Please print it.")
    out.show({"code": made, "replaces": fold(args.code)}, [words.format(code=grouped(made))])
    return DONE
