"""``template``: blank workbooks to hand out, and workbooks of the centre's own that a month is filled into."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.cli.options import Commands, add_command, month_argument
from desktop.cli.output import DONE, NEEDS_A_PERSON, Output
from desktop.cli.session import opened
from desktop.core.answers import WorkbookKind
from desktop.core.i18n import translate
from desktop.core.words.forms import mistake_words

if TYPE_CHECKING:
    from desktop.reports.own_forms.cells import Mistake

_CHECK, _FILL, _NAMES = "check", "fill", "names"


def register(commands: Commands) -> None:
    """Add the command to the parser."""
    words = translate("Cli", "write a blank workbook to hand out, or fill one of the centre's own with a month")
    parser = add_command(commands, "template", words)
    parser.add_argument("kind", choices=(*map(str, WorkbookKind), _CHECK, _FILL, _NAMES))
    parser.add_argument("file", type=Path, metavar="FILE.xlsx", nargs="?")
    month = translate("Cli", "month to fill in; of a blank meal sheet the month of its days")
    parser.add_argument("--month", type=month_argument, metavar="YYYY-MM", help=month)
    out = translate("Cli", "where the filled workbook is written")
    parser.add_argument("--out", type=Path, metavar="FILE.xlsx", help=out)
    parser.set_defaults(run=run_template, parser=parser)


def run_template(args: argparse.Namespace, out: Output) -> int:
    """Do what the kind says; a blank workbook needs no data folder."""
    _require(args)
    acts = {_CHECK: _check, _FILL: _fill, _NAMES: _names}
    return acts.get(args.kind, _blank)(args, out)


def _require(args: argparse.Namespace) -> None:
    if args.file is None and args.kind != _NAMES:
        args.parser.error(translate("Cli", "name the workbook: FILE.xlsx"))
    if args.month is None and args.kind in {_CHECK, _FILL, _NAMES}:
        args.parser.error(translate("Cli", "say which month: --month YYYY-MM"))
    if args.out is None and args.kind == _FILL:
        args.parser.error(translate("Cli", "say where to write: --out FILE.xlsx"))


def _blank(args: argparse.Namespace, out: Output) -> int:
    from desktop.importing.papers import blank_template

    blank_template.write(WorkbookKind(args.kind), args.file, args.month)
    words = translate("Cli", "{file} is ready to be filled in.").format(file=args.file.name)
    out.show({"kind": args.kind, "file": str(args.file)}, [words])
    return DONE


def _check(args: argparse.Namespace, out: Output) -> int:
    """Name every cell that cannot be filled; 3 with any."""
    from desktop.reports.own_forms.fill import check
    from desktop.reports.own_forms.names import names_of

    with opened(args):
        found = check(args.file, names_of(args.month))
    fine = [translate("Cli", "Every name of {file} is known.").format(file=args.file.name)]
    out.show({"unknown": [_shape(one) for one in found]}, [mistake_words(one) for one in found] or fine)
    return NEEDS_A_PERSON if found else DONE


def _fill(args: argparse.Namespace, out: Output) -> int:
    from desktop.reports.own_forms.fill import fill
    from desktop.reports.own_forms.names import names_of

    with opened(args), out.progress() as progress:
        fill(args.file, names_of(args.month), args.out, progress)
    out.show({"month": str(args.month), "file": str(args.out)}, [str(args.out)])
    return DONE


def _names(args: argparse.Namespace, out: Output) -> int:
    """Every name that a cell may hold, with its value of the month; with FILE.xlsx as a workbook to copy from."""
    from desktop.reports.own_forms.name_list import shown, write_names
    from desktop.reports.own_forms.names import names_of, words_of

    with opened(args), out.progress() as progress:
        known = names_of(args.month)
        if args.file is not None:
            write_names(known, args.file, progress)
    figures = {name: {"value": shown(value), "words": words_of(name)} for name, value in known.values.items()}
    lists = {name: {"columns": list(one.columns), "rows": len(one.rows)} for name, one in known.lists.items()}
    lines = [f"{{{{{name}}}}}  {one['words']}  {one['value']}" for name, one in figures.items()]
    lines += [f"{{{{#{name}}}}}  {'、'.join(one.columns)}  {len(one.rows)}" for name, one in known.lists.items()]
    out.show({"month": str(args.month), "figures": figures, "lists": lists}, lines)
    return DONE


def _shape(one: Mistake) -> dict[str, object]:
    return {"cell": one.cell, "name": one.name, "why": one.why, "nearest": one.nearest or None}
