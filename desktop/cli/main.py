"""The parser of all commands, and the one place where an error becomes an exit code."""

from __future__ import annotations

import argparse
import os
import sys

from desktop.cli import (
    accounts,
    argparse_words,
    assess,
    audit,
    backups,
    balance,
    beds,
    canteen,
    centre,
    closing,
    codes,
    day_care,
    delivery,
    demo,
    district,
    doctor,
    enrol,
    exchange,
    facts,
    fees,
    food,
    home_beds,
    imports,
    label_sheets,
    lists,
    months,
    offers,
    orders,
    packages,
    people,
    permissions,
    plans,
    prices,
    printed_codes,
    printers,
    privacy,
    receipts,
    records,
    reports,
    restore_from,
    service_hours,
    settle,
    staff,
    standing,
    stay,
    store,
    sync,
    templates,
    timebank,
    trace,
    undo,
    waiting,
)
from desktop.cli.options import joined_numbers, language_of, root_parser
from desktop.cli.output import DONE, REFUSED, Output, speak_utf8
from desktop.core import i18n
from desktop.core.errors import Cancelled, NotAllowed, NotUndoable, ShizhuError
from desktop.core.i18n import translate
from desktop.core.words import messages
from desktop.core.words.final_acts import final_act_word, why_final

# The order in which the help lists the commands.
_GROUPS = (
    *(
        centre,
        demo,
        imports,
        undo,
        templates,
        people,
        lists,
        facts,
        assess,
        canteen,
        balance,
        settle,
        delivery,
        food,
        trace,
        offers,
        orders,
        standing,
        packages,
        day_care,
        waiting,
        home_beds,
        prices,
        beds,
        stay,
        fees,
        months,
        records,
        reports,
    ),
    *(codes, printed_codes, printers, label_sheets, closing),
    *(
        enrol,
        sync,
        receipts,
        district,
        exchange,
        backups,
        restore_from,
        store,
        audit,
        accounts,
        staff,
        timebank,
        service_hours,
        plans,
        permissions,
        privacy,
        doctor,
    ),
)


def parse(argv: list[str]) -> argparse.Namespace:
    """Read the command line in the language that it asks for; ``command`` is None for the window."""
    i18n.install(language_of(argv))
    root = parser()
    args = root.parse_args(joined_numbers(argv))
    if args.command is not None and args.office is not None:
        root.error(translate("Cli", "--district opens a window and goes with no command"))
    return args


def parser() -> argparse.ArgumentParser:
    """The parser of all commands, in the language in use."""
    argparse_words.speak()
    root = root_parser()
    commands = root.add_subparsers(dest="command", metavar="COMMAND")
    for group in _GROUPS:
        group.register(commands)
    return root


def run(args: argparse.Namespace) -> int:
    """Run a parsed command; every refusal is one sentence on standard error."""
    speak_utf8()
    out = Output(args.json)
    try:
        code: int = args.run(args, out)
        sys.stdout.flush()
        return code
    except ShizhuError as error:
        out.complain(_sentence(error))
        return REFUSED
    except KeyboardInterrupt:
        out.complain(messages.sentence(Cancelled()))
        return REFUSED
    except BrokenPipeError:
        # Whoever read our output has seen enough; Python must not complain about it on its way out.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE


def _sentence(error: ShizhuError) -> str:
    if isinstance(error, NotAllowed) and not error.role:
        return translate("Cli", "Somebody has to sign in: add --user NAME and give the password in SHIZHU_PASSWORD.")
    if isinstance(error, NotUndoable):
        words = translate("Cli", "No command takes back “{act}”: {why} shizhu undo --list tells what else was done.")
        return words.format(act=final_act_word(error.action), why=why_final(error.action))
    return messages.sentence(error)
