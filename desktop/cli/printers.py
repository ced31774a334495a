"""``printer``: what is remembered of the printers of labels, and what was measured on a test page."""

from __future__ import annotations

import argparse
from dataclasses import asdict, replace

from desktop.cli.codes import offset, wanted_layout
from desktop.cli.options import Commands, add_command
from desktop.cli.output import DONE, Output
from desktop.cli.session import opened
from desktop.core.errors import FieldError, InvalidDraft
from desktop.core.i18n import translate
from desktop.core.printers import Adjustment, Lines
from desktop.core.reasons import Reason
from desktop.services.centre import label_printers
from desktop.services.centre.label_printers import LabelPrinter

Payload = dict[str, object]


def register(commands: Commands) -> None:
    """Add the command to the parser."""
    parser = add_command(commands, "printer", translate("Cli", "printers of labels: how they are off, what is in them"))
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", required=True)
    listed = add_command(verbs, "list", translate("Cli", "the printers that are remembered"))
    listed.set_defaults(run=run_list)
    kept = add_command(verbs, "set", translate("Cli", "put down by hand how a printer is off and what is in it"))
    kept.add_argument("name", metavar="NAME")
    kept.add_argument("--offset-mm", type=offset, metavar="X,Y")
    kept.add_argument("--sheet-layout", default="", metavar="NAME")
    kept.add_argument("--start-cell", type=int, metavar="N")
    kept.set_defaults(run=run_set, parser=kept)
    help = translate("Cli", "the stretches A,B,C,D of a test page in mm, as printed")
    measured = add_command(verbs, "measured", translate("Cli", "put a printer right by what was measured"))
    measured.add_argument("name", metavar="NAME")
    measured.add_argument("stretches", type=_stretches, metavar="A,B,C,D", help=help)
    measured.add_argument("--sheet-layout", default="3x8", metavar="NAME")
    measured.set_defaults(run=run_measured, parser=measured)


def run_list(args: argparse.Namespace, out: Output) -> int:
    """Print what is remembered."""
    with opened(args):
        found = [label_printers.remembered(name) for name in label_printers.known()]
    out.show({"printers": [_shape(one) for one in found]}, [_line(one) for one in found])
    return DONE


def run_set(args: argparse.Namespace, out: Output) -> int:
    """Remember what was said; what was not stays."""
    parser: argparse.ArgumentParser = args.parser
    if (args.start_cell is None) != (not args.sheet_layout):
        parser.error(translate("Cli", "--start-cell and --sheet-layout belong together"))
    with opened(args) as actor:
        printer = label_printers.remembered(args.name)
        if args.offset_mm is not None:
            right, down = args.offset_mm
            printer = replace(printer, adjusted=replace(printer.adjusted, right=right, down=down))
        if args.start_cell is not None:
            sheet = wanted_layout(args)
            cells = sheet.cells
            if not 1 <= args.start_cell <= cells:
                raise InvalidDraft([FieldError("start_cell", Reason.OUT_OF_RANGE, f"1–{cells}")])
            printer = replace(printer, free={**printer.free, sheet.name: args.start_cell})
        label_printers.keep(actor, printer)
    out.show(_shape(printer), [_line(printer)])
    return DONE


def run_measured(args: argparse.Namespace, out: Output) -> int:
    """Compute and remember what puts the printer right."""
    left, across, top, down = args.stretches
    with opened(args) as actor:
        sheet = wanted_layout(args)
        label_printers.keep_measured(actor, args.name, Lines.of(sheet.page), Lines(left, top, across, down))
        printer = label_printers.remembered(args.name)
    out.show(_shape(printer), [_line(printer)])
    return DONE


def _stretches(text: str) -> tuple[float, ...]:
    try:
        found = tuple(float(part) for part in text.split(","))
    except ValueError:
        found = ()
    if len(found) != len("ABCD"):
        raise argparse.ArgumentTypeError(translate("Cli", "write the four stretches as 20.4,169.5,19.0,256.8"))
    return found


def _shape(printer: LabelPrinter) -> Payload:
    adjusted: Adjustment = printer.adjusted
    return {"name": printer.name, **asdict(adjusted), "sheets": dict(printer.sheets), "free": dict(printer.free)}


def _line(printer: LabelPrinter) -> str:
    one = printer.adjusted
    stretch = f"{one.wide * 100:.2f}% × {one.high * 100:.2f}%"
    free = " ".join(f"{sheet}:{cell}" for sheet, cell in printer.free.items())
    return f"{printer.name}  {one.right:+g}, {one.down:+g} mm  {stretch}  {free}".rstrip()
