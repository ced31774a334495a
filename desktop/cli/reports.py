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


# No report of the month: it tells of a year, and is frozen with none of its months.
_TRENDS = "trends"


def register(commands: Commands) -> None:
    """Add the command to the parser."""
    parser = add_command(commands, "report", translate("Cli", "write a month's printable reports"))
    parser.add_argument("kind", choices=(*map(str, ReportKind), _TRENDS, "all"))
    parser.add_argument("--month", type=month_argument, required=True, metavar="YYYY-MM")
    parser.add_argument("--pdf", type=Path, metavar="DIR", help=translate("Cli", "folder for the PDF files"))
    parser.add_argument("--xlsx", type=Path, metavar="DIR", help=translate("Cli", "folder for the workbooks"))
    parser.add_argument("--csv", type=Path, metavar="DIR", help=translate("Cli", "folder for the CSV files"))
    parser.add_argument("--book", type=Path, metavar="DIR", help=translate("Cli", "folder for all reports as one PDF"))
    parser.add_argument(
        "--version",
        type=int,
        metavar="N",
        help=translate("Cli", "that version of a closed month; without: the one that holds"),
    )
    parser.set_defaults(run=run_report, parser=parser)


def run_report(args: argparse.Namespace, out: Output) -> int:
    """Write the reports; a character that the fonts lack is named, and the exit code is 3."""
    # Printing loads slowly and most commands never print.
    from desktop.reports.months.month_set import Folders, month_reports, write_set, write_whole
    from desktop.reports.months.trends import write_trends

    if not any((args.pdf, args.xlsx, args.csv, args.book)):
        args.parser.error(translate("Cli", "say where to write: --pdf DIR, --xlsx DIR, --csv DIR or --book DIR"))
    if args.book is not None and args.kind != "all":
        args.parser.error(translate("Cli", "--book holds all reports: shizhu report all --book DIR"))
    folders = Folders(args.pdf, args.xlsx, args.csv)
    whole = None
    with opened(args), out.progress() as progress:
        if args.kind == _TRENDS:
            written = [write_trends(args.month, folders, progress)]
            version = None
        else:
            found = month_reports(args.month, args.version)
            kinds = tuple(ReportKind) if args.kind == "all" else (ReportKind(args.kind),)
            written = write_set(kinds, found, folders, progress)
            whole = write_whole(found, args.book, progress) if args.book is not None else None
            version = None if found.version is None else found.version.number
    book = None if whole is None else {"pdf": str(whole.path), "pages": whole.pages}
    payload = {"month": str(args.month), "version": version, "reports": [_shape(one) for one in written], "book": book}
    lines = [line for one in written for line in _lines(one)]
    out.show(payload, [*lines, *([str(whole.path)] if whole is not None else [])])
    for one in written:
        if one.missing:
            out.complain(missing_sentence(one.title, one.missing))
    if whole is not None and whole.missing:
        out.complain(missing_sentence(whole.path.stem, whole.missing))
    lacking = any(one.missing for one in written) or bool(whole is not None and whole.missing)
    return NEEDS_A_PERSON if lacking else DONE


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
        "csv": [str(path) for path in one.csv],
        "missing_characters": list(one.missing),
    }


def _lines(one: Written) -> list[str]:
    lines = []
    if one.pdf is not None:
        pages = translate("Cli", "{count} pages").format(count=one.pdf.pages)
        lines.append(f"{one.title}  {one.pdf.path}  {pages}")
    if one.xlsx is not None:
        lines.append(f"{one.title}  {one.xlsx.path}")
    lines += [f"{one.title}  {path}" for path in one.csv]
    return lines
