"""``report``: the month's printable reports."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.cli.options import Commands, add_command, month_argument
from desktop.cli.output import DONE, NEEDS_A_PERSON, Output
from desktop.cli.session import opened
from desktop.core.answers import ReportKind
from desktop.core.i18n import translate

if TYPE_CHECKING:
    from desktop.reports.months.month_set import Written


def register(commands: Commands) -> None:
    """Add the command to the parser."""
    parser = add_command(commands, "report", translate("Cli", "write a month's printable reports"))
    parser.add_argument("kind", choices=(*map(str, ReportKind), "all"))
    parser.add_argument("--month", type=month_argument, required=True, metavar="YYYY-MM")
    parser.add_argument("--pdf", type=Path, metavar="DIR", help=translate("Cli", "folder for the PDF files"))
    parser.add_argument("--xlsx", type=Path, metavar="DIR", help=translate("Cli", "folder for the workbooks"))
    parser.set_defaults(run=run_report, parser=parser)


def run_report(args: argparse.Namespace, out: Output) -> int:
    """Write the reports; a character that the fonts lack is named, and the exit code is 3."""
    # Printing loads slowly and most commands never print.
    from desktop.reports.months.month_set import month_reports, write_set

    if args.pdf is None and args.xlsx is None:
        args.parser.error(translate("Cli", "say where to write: --pdf DIR, --xlsx DIR or both"))
    kinds = tuple(ReportKind) if args.kind == "all" else (ReportKind(args.kind),)
    with opened(args), out.progress() as progress:
        written = write_set(kinds, month_reports(args.month), args.pdf, args.xlsx, progress)
    payload = {"month": str(args.month), "reports": [_shape(one) for one in written]}
    out.show(payload, [line for one in written for line in _lines(one)])
    for one in written:
        if one.missing:
            out.complain(missing_sentence(one.title, one.missing))
    return NEEDS_A_PERSON if any(one.missing for one in written) else DONE


def missing_sentence(title: str, missing: tuple[str, ...]) -> str:
    """What to say of characters that were printed as a mark because the fonts lack them."""
    characters = "、".join(f"{char}（U+{ord(char[0]):04X}）" for char in missing)
    return translate("Cli", "{title}: the fonts lack {characters}; please write them in by hand.").format(
        title=title, characters=characters
    )


def _shape(one: Written) -> dict[str, object]:
    return {
        "kind": one.kind,
        "title": one.title,
        "number": one.number,
        "pdf": None if one.pdf is None else str(one.pdf.path),
        "pages": None if one.pdf is None else one.pdf.pages,
        "xlsx": None if one.xlsx is None else str(one.xlsx.path),
        "missing_characters": list(one.missing),
    }


def _lines(one: Written) -> list[str]:
    lines = []
    if one.pdf is not None:
        pages = translate("Cli", "{count} pages").format(count=one.pdf.pages)
        lines.append(f"{one.title}  {one.pdf.path}  {pages}")
    if one.xlsx is not None:
        lines.append(f"{one.title}  {one.xlsx.path}")
    return lines
