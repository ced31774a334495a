"""``codes``: bed labels, resident cards, route sheets."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.cli.options import Commands, add_command
from desktop.cli.output import DONE, NEEDS_A_PERSON, Output
from desktop.cli.reports import missing_sentence
from desktop.cli.route_sheets import add_options, print_route_sheet
from desktop.cli.session import opened
from desktop.core.files import make_folder
from desktop.core.i18n import translate
from desktop.core.printers import MOST_OFF_MM, Adjustment

if TYPE_CHECKING:
    from desktop.reports.labels.label_sheets import LabelSheet

_SHEETS = {"beds": "3x8", "residents": "cards"}
ROSTER = "roster"


def register(commands: Commands) -> None:
    """Add the command to the parser."""
    parser = add_command(commands, "codes", translate("Cli", "print bed labels, resident cards or a route sheet"))
    parser.add_argument("kind", choices=(*_SHEETS, ROSTER))
    parser.add_argument("--pdf", type=Path, required=True, metavar="FILE")
    parser.add_argument(
        "--sheet-layout", default="", metavar="NAME", help=translate("Cli", "layout of the label sheet")
    )
    parser.add_argument(
        "--start-cell", type=int, default=1, metavar="N", help=translate("Cli", "first free label of a used sheet")
    )
    parser.add_argument(
        "--offset-mm",
        type=_offset,
        default=(0.0, 0.0),
        metavar="X,Y",
        help=translate("Cli", "by how much this printer has to be shifted"),
    )
    add_options(parser)
    parser.set_defaults(run=run_codes, parser=parser)


def run_codes(args: argparse.Namespace, out: Output) -> int:
    """Print a label for each bed, a card for each resident on register, or a sheet of those who are due."""
    if args.kind == ROSTER:
        return print_route_sheet(args, out)
    # Printing loads slowly and most commands never print.
    from desktop.reports.labels import code_sheets, labels

    layout = _layout(args)
    make_folder(args.pdf.parent)
    place = {"start_cell": args.start_cell, "adjusted": Adjustment(*args.offset_mm)}
    with opened(args), out.progress() as progress:
        if args.kind == "beds":
            wanted_beds = code_sheets.all_bed_labels()
            count, digits = len(wanted_beds), [label.digits for label in wanted_beds]
            done = labels.bed_labels(wanted_beds, layout, args.pdf, **place, progress=progress)
        else:
            wanted_cards = code_sheets.all_resident_cards()
            count, digits = len(wanted_cards), [card.digits for card in wanted_cards]
            done = labels.resident_cards(wanted_cards, layout, args.pdf, **place, progress=progress)
    payload = {
        "kind": args.kind,
        "pdf": str(args.pdf),
        "sheet_layout": layout.name,
        "pages": done.pages,
        "count": count,
        "codes": digits,
        "missing_characters": list(done.missing),
    }
    words = translate("Cli", "{count} codes on {pages} pages: {file}")
    out.show(payload, [words.format(count=count, pages=done.pages, file=args.pdf)])
    if done.missing:
        out.complain(missing_sentence(args.pdf.name, done.missing))
    return NEEDS_A_PERSON if done.missing else DONE


def _layout(args: argparse.Namespace) -> LabelSheet:
    from desktop.reports.labels.label_sheets import label_sheets

    layout = label_sheets().get(args.sheet_layout or _SHEETS[args.kind])
    if layout is None:
        parser: argparse.ArgumentParser = args.parser
        parser.error(translate("Cli", "no such layout; there are {names}").format(names=", ".join(label_sheets())))
    return layout


def _offset(text: str) -> tuple[float, float]:
    try:
        across, down = (float(part) for part in text.split(","))
    except ValueError as error:
        message = translate("Cli", "{text} is no offset; write it as 0.5,-1").format(text=text)
        raise argparse.ArgumentTypeError(message) from error
    if not all(abs(part) <= MOST_OFF_MM for part in (across, down)):
        message = translate("Cli", "{text} is no offset; a printer is off by {most} mm at most")
        raise argparse.ArgumentTypeError(message.format(text=text, most=round(MOST_OFF_MM)))
    return across, down
