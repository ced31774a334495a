"""``permissions``: which role may do what."""

from __future__ import annotations

import argparse

from desktop.cli.options import Commands, add_command
from desktop.cli.output import DONE, Output
from desktop.core.i18n import translate
from desktop.services.writing import permissions


def register(commands: Commands) -> None:
    """Add the command to the parser."""
    parser = add_command(commands, "permissions", translate("Cli", "which role may do what"))
    parser.set_defaults(run=run)


def run(_args: argparse.Namespace, out: Output) -> int:
    """Print every action with the roles that may do it."""
    found = permissions.table()
    lines = [f"{action}: {', '.join(role for role, may in roles.items() if may)}" for action, roles in found.items()]
    out.show(found, lines)
    return DONE
