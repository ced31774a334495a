"""``import`` and ``undo``: workbooks in, and one import taken back."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.cli.options import Commands, add_command, month_argument
from desktop.cli.output import DONE, NEEDS_A_PERSON, Output
from desktop.cli.session import opened
from desktop.core.i18n import translate

if TYPE_CHECKING:
    from desktop.importing.result import ImportResult
    from desktop.importing.verdicts import Issue

KINDS = ("residents", "beds", "services", "meals", "visits")


def register(commands: Commands) -> None:
    """Add the commands to the parser."""
    parser = add_command(commands, "import", translate("Cli", "take in the rows of a workbook"))
    parser.add_argument("kind", choices=KINDS)
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--sheet", default="", metavar="NAME")
    parser.add_argument(
        "--map",
        action="append",
        type=_pair,
        default=[],
        metavar='"列名=field"',
        help=translate("Cli", "say what a column holds, where its heading does not"),
    )
    parser.add_argument(
        "--month", type=month_argument, metavar="YYYY-MM", help=translate("Cli", "month of dates that name none")
    )
    parser.add_argument(
        "--dry-run", action="store_true", help=translate("Cli", "give the same answer and write nothing")
    )
    parser.set_defaults(run=run_import)
    undo = add_command(commands, "undo", translate("Cli", "take one import back whole"))
    undo.add_argument("import_id", type=int, metavar="IMPORT_ID")
    undo.set_defaults(run=run_undo)


def run_import(args: argparse.Namespace, out: Output) -> int:
    """Take the workbook in; with a row that needs a person the exit code is 3."""
    # Reading workbooks loads slowly and most commands never do.
    from desktop.importing.importer import ImportOptions, import_workbook

    options = ImportOptions(args.sheet, dict(args.map), args.dry_run, args.month)
    with opened(args) as actor, out.progress() as progress:
        result = import_workbook(actor, args.kind, args.file, options, progress)
    out.show(result.as_json(), [*(_issue_line(issue) for issue in result.issues), *summary(result)])
    return NEEDS_A_PERSON if result.needs_a_person else DONE


def run_undo(args: argparse.Namespace, out: Output) -> int:
    """Take an import back; refused when its rows were changed or used since."""
    from desktop.importing.undo import undo_import

    with opened(args) as actor:
        rows = undo_import(actor, args.import_id)
    words = translate("Cli", "Import {number} is taken back: {count} records are void.")
    out.show({"import_id": args.import_id, "undone": rows}, [words.format(number=args.import_id, count=rows)])
    return DONE


def summary(result: ImportResult) -> list[str]:
    """What came of an import, in two lines at most."""
    words = translate(
        "Cli",
        "{file}: {imported} of {rows} rows taken in, {to_verify} to verify, {refused} refused ({duplicates} twice).",
    )
    names = ("imported", "rows", "to_verify", "refused", "duplicates")
    lines = [words.format(file=result.file, **{name: result.total(name) for name in names})]
    if result.import_id is not None:
        taken_back = translate("Cli", "To take it back: shizhu undo {number}")
        lines.append(taken_back.format(number=result.import_id))
    return lines


def _issue_line(issue: Issue) -> str:
    return translate("Cli", "Row {row}: {text}").format(row=issue.row, text=issue.text)


def _pair(text: str) -> tuple[str, str]:
    heading, mark, name = text.rpartition("=")
    if not mark or not heading.strip() or not name.strip():
        message = translate("Cli", "{text} is no pair; write it as 列名=field").format(text=text)
        raise argparse.ArgumentTypeError(message)
    return heading.strip(), name.strip()
