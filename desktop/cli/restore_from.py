"""``restore-from``: a centre brought back from what its district gave back."""

from __future__ import annotations

import argparse
import getpass
import os
import sys
from pathlib import Path

from desktop.cli.accounts import NEW_PASSWORD
from desktop.cli.options import Commands, add_command, data_folder
from desktop.cli.output import DONE, Output
from desktop.cli.session import RECOVERY
from desktop.core.i18n import translate
from desktop.core.words import messages
from desktop.services.centre import centres
from desktop.services.keeping import kept_files
from desktop.sync.bringing_back import BroughtBack, Entering, bring_back


def register(commands: Commands) -> None:
    """Add the command to the parser."""
    words = translate("Cli", "bring the centre back from the district's file, into an empty data folder")
    parser = add_command(commands, "restore-from", words)
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.set_defaults(run=run_restore_from)


def run_restore_from(args: argparse.Namespace, out: Output) -> int:
    """Open the file with the recovery sheet (SHIZHU_RECOVERY), count it, and let ``--user`` in with a new password."""
    sheet = _asked(RECOVERY, translate("Cli", "The 24 groups of the recovery sheet: "))
    password = ""
    if args.user:
        words = translate("Cli", "New password of {name}: ").format(name=args.user)
        password = _asked(NEW_PASSWORD, words)
    with out.progress() as progress:
        back = bring_back(args.file, data_folder(args), sheet, Entering(args.user, password), progress)
    centres.close_centre()
    out.show(_shape(back), _lines(back, args.user))
    trouble = kept_files.trouble(back.lost)
    if trouble is not None:
        out.complain(messages.sentence(trouble))
    return DONE


def _asked(name: str, words: str) -> str:
    given = os.environ.get(name)
    return getpass.getpass(words) if given is None and sys.stdin.isatty() else given or ""


def _shape(back: BroughtBack) -> dict[str, object]:
    manifest = back.manifest
    return {
        "centre": {"number": manifest.centre_number, "name": manifest.centre_name},
        "district": back.district,
        "sequence": manifest.sequence,
        "created_at": manifest.created_at,
        "tables": dict(sorted(back.tables.items())),
        "months": back.months,
        "lost": list(back.lost),
    }


def _lines(back: BroughtBack, user: str) -> list[str]:
    manifest = back.manifest
    words = translate(
        "Cli",
        "{name} is back as it was on {at}: {rows} rows in {tables} tables, counted and whole; {months} closed months"
        " are those of the papers.",
    )
    facts = {"name": manifest.centre_name, "at": manifest.created_at[:16], "rows": back.rows}
    counts = {"tables": len(back.tables), "months": back.months}
    lines = [words.format(**facts, **counts)]
    if user:
        words = translate("Cli", "{name} signs in with the new password; everybody else gets one from {name}.")
        lines.append(words.format(name=user))
    words = translate(
        "Cli",
        "The keys of before are gone: enrol with the district again (“shizhu enrol”), let it take the new key"
        " (“district enrol --instead”), then export everything.",
    )
    return [*lines, words]
