"""Options that every command takes, before or after its name, and the types of arguments."""

from __future__ import annotations

import argparse
import datetime as dt
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from desktop.core import clock
from desktop.core.dates import read_date
from desktop.core.errors import FieldError, InvalidDraft
from desktop.core.i18n import DEFAULT_LANGUAGE, LANGUAGES, translate
from desktop.core.paths import DataFolder, default_data_folder
from desktop.core.period import Month
from desktop.core.reasons import Reason
from desktop.core.words.tables import Terms

Commands = Any  # argparse keeps the type of its sub-parser list private


def root_parser() -> argparse.ArgumentParser:
    """``shizhu`` itself; without a command the window opens, on a centre or on a district's folder."""
    parser = argparse.ArgumentParser(
        prog="shizhu",
        description=translate("Cli", "The desk of a care centre. Without a command the window opens."),
        parents=[_shared(root=True)],
    )
    words = translate("Cli", "open the window of a district's folder instead of a centre's; without a command")
    parser.add_argument("--district", dest="office", type=Path, metavar="DIR", help=words)
    return parser


def add_command(commands: Commands, name: str, text: str) -> argparse.ArgumentParser:
    """A command that takes the shared options after its name as well."""
    parser: argparse.ArgumentParser = commands.add_parser(name, help=text, description=text, parents=[_shared()])
    return parser


_NUMBERS = re.compile(r"-[\d.]+,-?[\d.]+")


def joined_numbers(argv: list[str]) -> list[str]:
    """``--offset-mm -3.5,2`` as ``--offset-mm=-3.5,2``: argparse takes two numbers after a minus for an option."""
    found: list[str] = []
    for argument in argv:
        if found and found[-1].startswith("--") and _NUMBERS.fullmatch(argument):
            found[-1] += f"={argument}"
        else:
            found.append(argument)
    return found


def language_of(argv: list[str]) -> str:
    """The language that the command line asks for, found before the help texts are made."""
    scout = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
    scout.add_argument("--lang", nargs="?")
    chosen = scout.parse_known_args(argv)[0].lang
    return chosen if chosen in LANGUAGES else DEFAULT_LANGUAGE


def data_folder(args: argparse.Namespace) -> DataFolder:
    """The folder that the command works on."""
    return DataFolder(args.data) if args.data is not None else default_data_folder()


def month_argument(text: str) -> Month:
    """``2026-10`` as a month."""
    try:
        return Month.parse(text)
    except ValueError as error:
        message = translate("Cli", "{text} is not a month; write it as 2026-10").format(text=text)
        raise argparse.ArgumentTypeError(message) from error


def moment_argument(text: str) -> dt.datetime:
    """``2026-10-08 11:42`` as a moment."""
    try:
        return dt.datetime.fromisoformat(text.strip())
    except ValueError as error:
        message = translate("Cli", "{text} is not a time; write it as 2026-10-08 11:42").format(text=text)
        raise argparse.ArgumentTypeError(message) from error


def _shared(root: bool = False) -> argparse.ArgumentParser:
    """At the root the options have defaults; behind a command their absence must not undo what stood before it."""
    absent = argparse.SUPPRESS
    shared = argparse.ArgumentParser(add_help=False)
    group = shared.add_argument_group(translate("Cli", "options of every command"))
    group.add_argument(
        "--data",
        type=Path,
        metavar="DIR",
        default=None if root else absent,
        help=translate("Cli", "data folder (or SHIZHU_DATA)"),
    )
    group.add_argument(
        "--json",
        action="store_true",
        default=False if root else absent,
        help=translate("Cli", "print one JSON object and nothing else"),
    )
    group.add_argument("--lang", choices=LANGUAGES, default=None if root else absent)
    group.add_argument(
        "--user",
        metavar="NAME",
        default="" if root else absent,
        help=translate("Cli", "who works; the password comes from SHIZHU_PASSWORD or is asked for"),
    )
    return shared


def day_of(args: argparse.Namespace) -> dt.date:
    """The day after ``--day`` or in its place, today without one; what is no date is an error of usage."""
    return read_day(args.day, args.parser) if args.day else clock.today()


def read_day(text: str, parser: argparse.ArgumentParser) -> dt.date:
    """A day as typed; what is no date is an error of usage."""
    try:
        return read_date(text, year=clock.today().year)
    except ValueError:
        parser.error(translate("Cli", "{text} is no date; write it as 2026-10-08").format(text=text))


def typed_day(typed: str | None, name: str = "on") -> dt.date:
    """A day as typed, today where nothing is; what is no date is refused as the field ``name``."""
    if not typed:
        return clock.today()
    try:
        return read_date(typed, year=clock.today().year)
    except ValueError:
        raise InvalidDraft([FieldError(name, Reason.BAD_DATE, typed)]) from None


def put_named(draft: object, typed: Mapping[str, object]) -> None:
    """Put into a draft what was named, by field; what was not (None) stays as it is."""
    for name, value in typed.items():
        if value is not None:
            setattr(draft, name, value)


def words_of(table: Terms) -> str:
    """What may be said for a code, for the usage line."""
    return "|".join(table.values())


def code_of(table: Mapping[str, str], word: str) -> str:
    """The code of a word that argparse let through; nothing for none."""
    return next((code for code, said in table.items() if said == word), "")


def code_argument(table: Terms) -> Callable[[str], str]:
    """The type of an argument that is a code of a table: its word as it stands on paper, or the code itself."""

    def read(word: str) -> str:
        found = next((code for code, said in table.items() if word in (code, said)), None)
        if found is None:
            raise argparse.ArgumentTypeError(translate("Cli", "one of {words}").format(words=words_of(table)))
        return found

    return read
