"""``export`` and ``verify``: the file for the district office."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop.cli.options import Commands, add_command, data_folder, month_argument
from desktop.cli.output import DONE, Output
from desktop.cli.session import opened
from desktop.core.file_errors import KeyFileRefused, SyncRefused
from desktop.core.files import make_folder, storage_error
from desktop.core.i18n import translate
from desktop.core.progress import Progress
from desktop.core.reasons import KeyFileReason, SyncReason
from desktop.core.signing import is_identity
from desktop.services.centre import centres
from desktop.services.closing import changed_months
from desktop.services.writing.actor import Actor
from desktop.sync import own
from desktop.sync.format import FULL, Manifest
from desktop.sync.read import verify
from desktop.sync.sealed import is_sealed
from desktop.sync.several import Several, export_months, prove_again
from desktop.sync.write import Exported, export_full, export_month

_LARGEST_KEY = 64 << 10


def register(commands: Commands) -> None:
    """Add the commands to the parser."""
    parser = add_command(commands, "export", translate("Cli", "write the file for the district office"))
    period = parser.add_mutually_exclusive_group(required=True)
    period.add_argument("--month", type=month_argument, metavar="YYYY-MM")
    period.add_argument("--full", action="store_true", help=translate("Cli", "everything on record, not one month"))
    words = translate("Cli", "each closed month that was put right or changed since its file")
    period.add_argument("--changed", action="store_true", help=words)
    parser.add_argument("--out", type=Path, required=True, metavar="DIR")
    parser.set_defaults(run=run_export)
    parser = add_command(commands, "verify", translate("Cli", "prove a sync file byte by byte"))
    parser.add_argument("file", type=Path, metavar="FILE")
    words = translate("Cli", "the secret that opens a sealed file (AGE-SECRET-KEY-…), for the district")
    parser.add_argument("--key", type=Path, metavar="IDENTITY", help=words)
    parser.set_defaults(run=run_verify)


def run_export(args: argparse.Namespace, out: Output) -> int:
    """Write the file, read it back, and only then say that it is there; which other months changed since theirs."""
    make_folder(args.out)
    with opened(args) as actor, out.progress() as progress:
        several = _write(args, actor, progress)
        made, again = several.made, changed_months.changed()
    for one in made:
        prove_again(one)
    shapes = [_exported(one) for one in made]
    lines = [text for one in made for text in (_line(one.path, one.manifest), _for_whom(one.sealed_for))]
    told = [str(month) for month in again]
    if told:
        words = translate("Cli", "Changed since their file, so export them again (--changed): {months}")
        lines.append(words.format(months="、".join(told)))
    if args.changed:
        none = [] if made else [translate("Cli", "No closed month was changed since its file.")]
        out.show({"files": shapes, "again": told}, [*lines, *none])
    else:
        out.show({**shapes[0], "again": told}, lines)
    if several.trouble is not None:
        # What lies there is told of; what kept the rest from being written is the outcome.
        raise several.trouble
    return DONE


def _write(args: argparse.Namespace, actor: Actor, progress: Progress) -> Several:
    if args.changed:
        return export_months(actor, changed_months.changed(), args.out, progress)
    if args.full:
        return Several((export_full(actor, args.out, progress),))
    return Several((export_month(actor, args.month, args.out, progress),))


def _exported(made: Exported) -> dict[str, object]:
    return {**_shape(made.path, made.manifest), "sealed": bool(made.sealed_for), "file_sha256": made.sha256}


def run_verify(args: argparse.Namespace, out: Output) -> int:
    """Prove the file; no data folder is needed, but for a sealed one that this centre wrote itself."""
    if is_sealed(args.file) and args.key is None:
        return _verify_bytes(args, out)
    identity = _identity(args.key) if args.key is not None else ""
    manifest = verify(args.file, identity)
    shape = {**_shape(args.file, manifest), "proved": "content", "sealed": manifest.enc is not None}
    out.show(shape, [_line(args.file, manifest)])
    return DONE


def _verify_bytes(args: argparse.Namespace, out: Output) -> int:
    """What was sealed for the district: the centre remembers the hash of each file that it wrote."""
    if not centres.is_initialised(data_folder(args)):
        raise SyncRefused(str(args.file), SyncReason.SEALED)
    with opened(args):
        known = own.byte_for_byte(args.file)
    words = translate(
        "Cli",
        "{file} is byte for byte the sealed file no. {sequence} of {period} that this centre wrote. What is in it was"
        " proved before it was sealed; only the district opens it.",
    )
    shape = {
        "file": str(args.file),
        "verified": True,
        "proved": "bytes",
        "sealed": True,
        "period": known.period,
        "sequence": known.sequence,
        "file_sha256": known.sha256,
    }
    out.show(shape, [words.format(file=args.file, sequence=known.sequence, period=_period(known.period))])
    return DONE


def _identity(path: Path) -> str:
    """The secret in a key file as age writes one: a line of its own, remarks begin with #."""
    try:
        with path.open("rb") as file:
            lines = file.read(_LARGEST_KEY).decode("ascii", "replace").splitlines()
    except OSError as error:
        raise storage_error(error, path) from error
    found = [one.strip() for one in lines if one.strip() and not one.startswith("#")]
    if len(found) != 1 or not is_identity(found[0]):
        raise KeyFileRefused(str(path), KeyFileReason.NOT_A_KEY_FILE)
    return found[0]


def _for_whom(sealed_for: str) -> str:
    if not sealed_for:
        return translate(
            "Cli", "It is not sealed, because this centre is enrolled with no district: hand it over in person."
        )
    return translate("Cli", "It is signed by this centre and sealed: only {name} opens it.").format(name=sealed_for)


def _period(period: str) -> str:
    return translate("Cli", "everything") if period == FULL else period


def _shape(path: Path, manifest: Manifest) -> dict[str, object]:
    return {"file": str(path), "verified": True, "rows": manifest.rows, **manifest.as_json()}


def _line(path: Path, manifest: Manifest) -> str:
    words = translate("Cli", "{file} is whole: {centre}, {period}, file no. {sequence}, {rows} records.")
    return words.format(
        file=path,
        centre=manifest.centre_name,
        period=_period(manifest.period),
        sequence=manifest.sequence,
        rows=manifest.rows,
    )
