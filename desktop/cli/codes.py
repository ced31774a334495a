"""``codes``: bed labels, resident cards, route sheets, the page that a printer is measured by."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from desktop.cli.options import Commands, add_command, typed_day
from desktop.cli.output import DONE, NEEDS_A_PERSON, Output
from desktop.cli.reports import missing_sentence
from desktop.cli.route_sheets import add_options, print_route_sheet
from desktop.cli.session import opened
from desktop.core.codes import CodeKind
from desktop.core.files import make_folder
from desktop.core.i18n import translate
from desktop.core.label_sheets import LabelSheet
from desktop.core.printers import MOST_OFF_MM, Adjustment, LabelKind
from desktop.services.beds import floors
from desktop.services.centre import label_printers
from desktop.services.centre.label_printers import LabelPrinter
from desktop.services.centre.label_sheets import called, label_sheets
from desktop.services.register import listing as residents
from desktop.services.register import old_codes, printed_labels
from desktop.services.register.listing import ResidentQuery

ROSTER = "roster"
TEST_PAGE = "test-page"


def register(commands: Commands) -> None:
    """Add the command to the parser."""
    parser = add_command(commands, "codes", translate("Cli", "print bed labels, resident cards or a route sheet"))
    parser.add_argument("kind", choices=(*LabelKind, ROSTER, TEST_PAGE))
    parser.add_argument("--pdf", type=Path, required=True, metavar="FILE")
    help = translate("Cli", "what is remembered of this printer holds, unless something else is said")
    parser.add_argument("--printer", default="", metavar="NAME", help=help)
    parser.add_argument(
        "--sheet-layout", default="", metavar="NAME", help=translate("Cli", "layout of the label sheet")
    )
    parser.add_argument(
        "--start-cell", type=int, metavar="N", help=translate("Cli", "first free label of a used sheet")
    )
    help = translate("Cli", "by how much this printer has to be shifted")
    parser.add_argument("--offset-mm", type=offset, metavar="X,Y", help=help)
    help = translate("Cli", "only the beds of this floor, as 1号楼/3 or 3; may be given again")
    parser.add_argument("--floor", action="append", default=[], metavar="FLOOR", help=help)
    help = translate("Cli", "only beds or residents whose label or card was never printed")
    parser.add_argument("--missing", action="store_true", help=help)
    help = translate("Cli", "only residents who came with an old card that day and have no new one printed since")
    parser.add_argument("--old", action="store_true", help=help)
    add_options(parser)
    parser.set_defaults(run=run_codes, parser=parser)


def run_codes(args: argparse.Namespace, out: Output) -> int:
    """Print a label for each bed, a card for each resident on register, or a sheet of those who are due."""
    if args.kind == ROSTER:
        return print_route_sheet(args, out)
    # Printing loads slowly and most commands never print.
    from desktop.reports.labels import code_sheets, labels

    make_folder(args.pdf.parent)
    with opened(args) as actor, out.progress() as progress:
        printer = label_printers.remembered(args.printer)
        layout = _layout(args, printer)
        adjusted = printer.adjusted if args.offset_mm is None else Adjustment(*args.offset_mm)
        first = printer.first_free(layout) if args.start_cell is None else args.start_cell
        if args.kind == TEST_PAGE:
            return _test_page(args, layout, adjusted, out)
        if args.kind == LabelKind.BEDS:
            wanted_beds = code_sheets.bed_labels_of(_wanted(args, CodeKind.BED, floors.beds_on(args.floor)))
            digits = [label.digits for label in wanted_beds]
            done = labels.bed_labels(
                wanted_beds, layout, args.pdf, start_cell=first, adjusted=adjusted, progress=progress
            )
        else:
            wanted_cards = code_sheets.resident_cards_of(_wanted(args, CodeKind.RESIDENT, _everybody(args)))
            digits = [card.digits for card in wanted_cards]
            done = labels.resident_cards(
                wanted_cards, layout, args.pdf, start_cell=first, adjusted=adjusted, progress=progress
            )
        printed_labels.note(actor, digits)
    count = len(digits)
    payload = {
        "kind": args.kind,
        "pdf": str(args.pdf),
        "sheet_layout": layout.name,
        "pages": done.pages,
        "count": count,
        "codes": digits,
        "printer": args.printer,
        "start_cell": first,
        "free_cell": layout.free_after(count, first),
        "missing_characters": list(done.missing),
    }
    words = translate("Cli", "{count} codes on {pages} pages: {file}")
    out.show(payload, [words.format(count=count, pages=done.pages, file=args.pdf)])
    if done.missing:
        out.complain(missing_sentence(args.pdf.name, done.missing))
    return NEEDS_A_PERSON if done.missing else DONE


def _everybody(args: argparse.Namespace) -> Sequence[int]:
    if args.old:
        return old_codes.to_reprint(typed_day(args.day, "day"))
    return residents.find_ids(ResidentQuery(order="community"))


def _wanted(args: argparse.Namespace, kind: CodeKind, ids: Sequence[int]) -> Sequence[int]:
    return printed_labels.not_printed(kind, ids) if args.missing else ids


def _test_page(args: argparse.Namespace, layout: LabelSheet, adjusted: Adjustment, out: Output) -> int:
    from desktop.reports.labels.measuring import measuring_page

    done = measuring_page(layout, args.pdf, args.printer, adjusted)
    payload = {"kind": args.kind, "pdf": str(args.pdf), "sheet_layout": layout.name, "pages": done.pages}
    out.show(payload, [translate("Cli", "Measure it, then: {command}").format(command="shizhu printer measured …")])
    return DONE


def _layout(args: argparse.Namespace, printer: LabelPrinter) -> LabelSheet:
    if args.sheet_layout:
        return wanted_layout(args)
    kind = LabelKind.BEDS if args.kind == TEST_PAGE else LabelKind(args.kind)
    return printer.sheet_of(kind, label_sheets())


def wanted_layout(args: argparse.Namespace) -> LabelSheet:
    """The layout that was named, by key or by the name of one of the centre's own."""
    found = called(args.sheet_layout)
    if found is None:
        parser: argparse.ArgumentParser = args.parser
        parser.error(no_such_layout())
    return found


def no_such_layout() -> str:
    """What layouts there are, for one that there is not."""
    return translate("Cli", "no such layout; there are {names}").format(names=", ".join(label_sheets()))


def offset(text: str) -> tuple[float, float]:
    """A shift as 0.5,-1: millimetres to the right and down."""
    try:
        across, down = (float(part) for part in text.split(","))
    except ValueError as error:
        message = translate("Cli", "{text} is no offset; write it as 0.5,-1").format(text=text)
        raise argparse.ArgumentTypeError(message) from error
    if not all(abs(part) <= MOST_OFF_MM for part in (across, down)):
        message = translate("Cli", "{text} is no offset; a printer is off by {most} mm at most")
        raise argparse.ArgumentTypeError(message.format(text=text, most=round(MOST_OFF_MM)))
    return across, down
