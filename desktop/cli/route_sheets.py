"""``codes roster``: the route sheet of everybody who is due, in walking order."""

from __future__ import annotations

import argparse

from desktop.cli.options import day_of
from desktop.cli.output import DONE, NEEDS_A_PERSON, Output
from desktop.cli.reports import missing_sentence
from desktop.cli.session import opened
from desktop.core import clock
from desktop.core.files import make_folder
from desktop.core.i18n import translate
from desktop.services.centre.centres import centre
from desktop.services.visits import due_board, route_sheets


def add_options(parser: argparse.ArgumentParser) -> None:
    """Whose walk, where and when."""
    parser.add_argument("--day", default="", metavar="DATE", help=translate("Cli", "day of the walk; today"))
    parser.add_argument(
        "--visitor", default="", metavar="NAME", help=translate("Cli", "only the people of this visitor")
    )
    parser.add_argument("--community", default="", metavar="NAME", help=translate("Cli", "only this community"))


def print_route_sheet(args: argparse.Namespace, out: Output) -> int:
    """Keep a sheet of those who are due and print it; its codes find their rows."""
    # Printing loads slowly and most commands never print.
    from desktop.reports.forms.route_sheet import render_route_sheet

    make_folder(args.pdf.parent)
    with opened(args) as actor, out.progress() as progress:
        today = clock.today()
        day = day_of(args)
        people = [one.resident_id for one in due_board.board(day, args.visitor, args.community).people]
        sheet = route_sheets.make_sheet(actor, people, args.visitor, day)
        done = render_route_sheet(sheet, centre().name, args.pdf, printed_on=today, progress=progress)
    payload = {
        "kind": args.kind,
        "pdf": str(args.pdf),
        "sheet_layout": "A4",
        "sheet": sheet.id,
        "day": day.isoformat(),
        "pages": done.pages,
        "count": len(sheet.rows),
        "codes": [row.code for row in sheet.rows],
        "missing_characters": list(done.missing),
    }
    words = translate("Cli", "{count} codes on {pages} pages: {file}")
    out.show(payload, [words.format(count=len(sheet.rows), pages=done.pages, file=args.pdf)])
    if done.missing:
        out.complain(missing_sentence(args.pdf.name, done.missing))
    return NEEDS_A_PERSON if done.missing else DONE
