"""``doctor``: one line for each thing that the program stands on."""

from __future__ import annotations

import argparse
import os

from desktop.cli.options import Commands, add_command, data_folder
from desktop.cli.output import DONE, NEEDS_A_PERSON, Output
from desktop.cli.session import RECOVERY, unlock
from desktop.core.i18n import translate


def register(commands: Commands) -> None:
    """Add the command to the parser."""
    text = translate("Cli", "check data, clock, backups, fonts, printers and versions")
    add_command(commands, "doctor", text).set_defaults(run=run_doctor)


def run_doctor(args: argparse.Namespace, out: Output) -> int:
    """Print what was found; with something amiss the exit code is 3."""
    # Looking around loads slowly, and only the doctor does it.
    from desktop.reports.months.render import reports_of
    from desktop.services.keeping import health

    folder = data_folder(args)
    if args.user or RECOVERY in os.environ:
        # Without a key it says so of an encrypted centre, and looks at the rest.
        unlock(folder.database, args.user)
    with out.progress() as progress:
        findings = health.doctor(folder, reports_of, progress)
    payload = {
        "ok": all(one.ok for one in findings),
        "findings": [{"name": one.name, "ok": one.ok, "text": one.text} for one in findings],
    }
    out.show(payload, [f"{'✓' if one.ok else '✗'} {one.name:<12} {one.text}" for one in findings])
    return DONE if payload["ok"] else NEEDS_A_PERSON
