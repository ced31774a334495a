"""``audit``: the change log shown, and proved."""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path

from desktop.cli.options import Commands, add_command
from desktop.cli.output import DONE, REFUSED, Output
from desktop.cli.session import opened
from desktop.core.acts import Action
from desktop.core.i18n import translate
from desktop.core.words import messages
from desktop.services.writing import audit, permissions, proving
from desktop.services.writing.audit import ChangeQuery, ChangeRow
from desktop.services.writing.verifying import ChainState
from desktop.sync import against
from desktop.sync.read import verify

_WIDTH = 120


def register(commands: Commands) -> None:
    """Add the command to the parser."""
    parser = add_command(commands, "audit", translate("Cli", "who wrote what, when and why"))
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", required=True)
    show = add_command(verbs, "show", translate("Cli", "show the change log, the newest first"))
    show.add_argument("--table", default="", metavar="NAME")
    show.add_argument("--row", type=int, metavar="ID")
    show.add_argument("--by", default="", metavar="NAME", help=translate("Cli", "only what this person wrote"))
    show.add_argument("--import", dest="import_id", type=int, metavar="ID")
    show.add_argument("--limit", type=int, default=50, metavar="N")
    words = translate("Cli", "show whole ID numbers; asks for --reason, and is in the log itself")
    show.add_argument("--reveal", action="store_true", help=words)
    show.add_argument("--reason", default="", metavar="TEXT")
    show.set_defaults(run=run_show)
    prove = add_command(verbs, "verify", translate("Cli", "prove that no write was changed, put in or taken out"))
    words = translate("Cli", "hold the log against what this sync file of the centre says of it")
    prove.add_argument("--against", type=Path, action="append", default=[], metavar="FILE", help=words)
    prove.set_defaults(run=run_verify)


def run_show(args: argparse.Namespace, out: Output) -> int:
    """Print the writes that match."""
    wanted = ChangeQuery(args.table, args.row, args.by, args.import_id, args.limit)
    with opened(args) as actor:
        permissions.reading(actor, Action.AUDIT_SHOW)
        rows = audit.reveal(actor, wanted, args.reason) if args.reveal else audit.changes(wanted)
        total = audit.count()
    payload = {"total": total, "changes": [asdict(row) for row in rows]}
    out.show(payload, [*(_line(row) for row in rows), translate("Cli", "{count} writes on record").format(count=total)])
    return DONE


def run_verify(args: argparse.Namespace, out: Output) -> int:
    """Prove every chain of the log; with a write that does not fit the exit code is 1."""
    with opened(args), out.progress() as progress:
        manifests = [(file, verify(file)) for file in args.against]
        proof = proving.prove(progress=progress)
        held = [(file, against.contradictions(manifest)) for file, manifest in manifests]
    troubles = [*proof.troubles, *(trouble for _, found in held for trouble in found)]
    payload = {
        "chains": [_chain(one) for one in proof.chains],
        "months": {"count": proof.months, "first_bad": None if proof.month is None else proof.month.month},
        "guards": list(proof.guards),
        "against": [{"file": str(file), "ok": not found} for file, found in held],
    }
    words = translate("Cli", "Epoch {epoch}, station {station}: {count} writes fit together.")
    whole = [words.format(epoch=one.epoch, station=one.station, count=one.rows) for one in proof.chains if one.ok]
    out.show(payload, whole)
    for trouble in troubles:
        out.complain(messages.sentence(trouble))
    return REFUSED if troubles else DONE


def _chain(one: ChainState) -> dict[str, object]:
    bad = one.misfit
    return {
        "epoch": one.epoch,
        "station": one.station,
        "rows": one.rows,
        "ok": one.ok,
        "first_bad": None if bad is None else bad.counter,
        "why": None if bad is None else bad.why,
        "table": None if bad is None else bad.table or None,
        "row": None if bad is None else bad.row,
    }


def _line(row: ChangeRow) -> str:
    touched = " → ".join(_fields(fields) for fields in (row.before, row.after) if fields is not None)
    return "  ".join((row.at, row.staff, f"{row.table} {row.row_id}", row.action, touched, row.reason)).rstrip()


def _fields(fields: Mapping[str, object]) -> str:
    text = json.dumps(fields, ensure_ascii=False)
    return text if len(text) <= _WIDTH else f"{text[:_WIDTH]}…"
