"""``receipt``: a receipt of the district read in."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop.cli.options import Commands, add_command
from desktop.cli.output import DONE, NEEDS_A_PERSON, Output
from desktop.cli.session import opened
from desktop.core.i18n import translate
from desktop.core.words.district import ROW_REFUSALS
from desktop.core.words.receipts import part_word, place_words
from desktop.sync.format import FULL
from desktop.sync.receipt import Receipt
from desktop.sync.receiving import Read, ToMend, read_in


def register(commands: Commands) -> None:
    """Add the command to the parser."""
    parser = add_command(commands, "receipt", translate("Cli", "read in a receipt of the district office"))
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.set_defaults(run=run_receipt)


def run_receipt(args: argparse.Namespace, out: Output) -> int:
    """Keep the receipt; 3 when rows are to be mended or the file is not known here."""
    with opened(args) as actor:
        read = read_in(actor, args.file)
    found = read.receipt
    payload = {
        "file": str(args.file),
        "new": read.new,
        "district": {"name": found.district, "code": found.code},
        "period": found.period,
        "sequence": found.sequence,
        "sha256": found.sha256,
        "file_name": read.file_name or None,
        "accepted_at": found.accepted_at,
        "versions": [{"month": one.month, "version": one.version, "sha256": one.sha256} for one in found.versions],
        "taken": dict(found.taken),
        "refused": [_mend_shape(one) for one in read.mends],
        "elsewhere": [{"resident_id": person, "centres": list(centres)} for person, centres in read.elsewhere],
    }
    out.show(payload, _lines(read))
    return NEEDS_A_PERSON if read.mends or not read.file_name else DONE


def _mend_shape(one: ToMend) -> dict[str, object]:
    return {
        "part": one.row.part,
        "uid": one.row.uid,
        "reason": one.row.reason,
        "text": ROW_REFUSALS.shown[one.row.reason],
        "place": place_words(one.place.table),
        "id": one.place.row_id,
        "resident_id": one.place.resident_id,
    }


def _lines(read: Read) -> list[str]:
    found = read.receipt
    lines = [_head(found)]
    if not read.file_name:
        words = translate("Cli", "This file is not known here: it is of before a restored backup. The receipt is kept.")
        lines.append(words)
    if read.mends:
        words = translate("Cli", "{count} records cannot be right; please mend them and export again:")
        lines.append(words.format(count=len(read.mends)))
    for one in read.mends:
        what = f"{part_word(one.place.table)} {one.row.uid}"
        lines.append(f"  {what}  {ROW_REFUSALS.shown[one.row.reason]}  ({place_words(one.place.table)})")
    if read.elsewhere:
        words = translate("Cli", "{count} people are on record in other centres too.")
        lines.append(words.format(count=len(read.elsewhere)))
    return lines


def _head(found: Receipt) -> str:
    period = translate("Cli", "everything") if found.period == FULL else found.period
    words = translate("Cli", "{district} received file no. {sequence} ({period}) on {moment}.")
    return words.format(district=found.district, sequence=found.sequence, period=period, moment=found.accepted_at[:16])
