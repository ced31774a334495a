"""``food``: the papers of the kitchen."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop.cli import kitchen
from desktop.cli.options import Commands, add_command, day_of, month_argument
from desktop.cli.output import DONE, NEEDS_A_PERSON, Output
from desktop.cli.reports import missing_sentence
from desktop.cli.session import opened
from desktop.core import clock
from desktop.core.files import make_folder
from desktop.core.i18n import translate
from desktop.services.centre.centres import centre
from desktop.services.food.weeks import week_menu

_SIZES = ("A3", "A4")


def register(commands: Commands) -> None:
    """Add the command to the parser."""
    parser = add_command(commands, "food", translate("Cli", "the food ledger"))
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", required=True)
    kitchen.register_verbs(verbs)
    menu = add_command(verbs, "menu", translate("Cli", "print the menu of a week for the wall"))
    menu.add_argument("--week", dest="day", default="", metavar="DATE", help=translate("Cli", "any day of the week"))
    menu.add_argument("--pdf", type=Path, required=True, metavar="FILE")
    menu.add_argument("--size", choices=_SIZES, default=_SIZES[0])
    menu.set_defaults(run=run_menu, parser=menu)
    sheets = add_command(verbs, "sheets", translate("Cli", "print the kitchen's sheets of a month, to be signed"))
    sheets.add_argument("--month", type=month_argument, required=True, metavar="YYYY-MM")
    sheets.add_argument("--pdf", type=Path, required=True, metavar="FILE")
    sheets.set_defaults(run=run_sheets)


def run_menu(args: argparse.Namespace, out: Output) -> int:
    """Print the menu of a week."""
    # Printing loads slowly and most commands never print.
    from desktop.reports.menu_poster import render_poster

    day = day_of(args)
    make_folder(args.pdf.parent)
    with opened(args), out.progress() as progress:
        menu, named = week_menu(day), centre().name
        done = render_poster(menu, named, args.pdf, size=args.size, printed_on=clock.today(), progress=progress)
    payload = {
        "from": menu.days[0].isoformat(),
        "to": menu.days[-1].isoformat(),
        "dishes": sum(len(those) for those in menu.dishes.values()),
        "pdf": str(args.pdf),
        "size": args.size,
        "pages": done.pages,
        "missing_characters": list(done.missing),
    }
    words = translate("Cli", "Menu from {first} to {last}: {file}")
    out.show(payload, [words.format(first=menu.days[0], last=menu.days[-1], file=args.pdf)])
    if done.missing:
        out.complain(missing_sentence(args.pdf.name, done.missing))
    return NEEDS_A_PERSON if done.missing else DONE


def run_sheets(args: argparse.Namespace, out: Output) -> int:
    """Print the kitchen's sheets of a month."""
    from desktop.reports.kitchen_sheets import write_sheets

    make_folder(args.pdf.parent)
    with opened(args), out.progress() as progress:
        done = write_sheets(args.month, args.pdf, printed_on=clock.today(), progress=progress)
    payload = {
        "month": str(args.month),
        "pdf": str(args.pdf),
        "pages": done.pages,
        "missing_characters": list(done.missing),
    }
    out.show(payload, [translate("Cli", "Sheets of {month}: {file}").format(month=args.month, file=args.pdf)])
    if done.missing:
        out.complain(missing_sentence(args.pdf.name, done.missing))
    return NEEDS_A_PERSON if done.missing else DONE
