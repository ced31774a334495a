"""``export`` and ``verify``: the file for the district office."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop.cli.options import Commands, add_command, month_argument
from desktop.cli.output import DONE, Output
from desktop.cli.session import opened
from desktop.core.files import make_folder
from desktop.core.i18n import translate
from desktop.sync.format import FULL, Manifest
from desktop.sync.read import verify
from desktop.sync.write import export_full, export_month


def register(commands: Commands) -> None:
    """Add the commands to the parser."""
    parser = add_command(commands, "export", translate("Cli", "write the file for the district office"))
    period = parser.add_mutually_exclusive_group(required=True)
    period.add_argument("--month", type=month_argument, metavar="YYYY-MM")
    period.add_argument("--full", action="store_true", help=translate("Cli", "everything on record, not one month"))
    parser.add_argument("--out", type=Path, required=True, metavar="DIR")
    parser.set_defaults(run=run_export)
    parser = add_command(commands, "verify", translate("Cli", "prove a sync file byte by byte"))
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.set_defaults(run=run_verify)


def run_export(args: argparse.Namespace, out: Output) -> int:
    """Write the file, read it back, and only then say that it is there."""
    full: bool = args.full
    make_folder(args.out)
    with opened(args) as actor, out.progress() as progress:
        done = export_full(actor, args.out, progress) if full else export_month(actor, args.month, args.out, progress)
    manifest = verify(done.path)
    out.show(_shape(done.path, manifest), [_line(done.path, manifest)])
    return DONE


def run_verify(args: argparse.Namespace, out: Output) -> int:
    """Prove the file; no data folder is needed."""
    manifest = verify(args.file)
    out.show(_shape(args.file, manifest), [_line(args.file, manifest)])
    return DONE


def _shape(path: Path, manifest: Manifest) -> dict[str, object]:
    return {"file": str(path), "verified": True, "rows": manifest.rows, **manifest.as_json()}


def _line(path: Path, manifest: Manifest) -> str:
    period = translate("Cli", "everything") if manifest.period == FULL else manifest.period
    words = translate("Cli", "{file} is whole: {centre}, {period}, file no. {sequence}, {rows} records.")
    return words.format(
        file=path, centre=manifest.centre_name, period=period, sequence=manifest.sequence, rows=manifest.rows
    )
