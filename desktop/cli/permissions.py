"""``permissions``: which role may do what; the director says otherwise within bounds."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop.cli.options import Commands, add_command, data_folder
from desktop.cli.output import DONE, NEEDS_A_PERSON, Output
from desktop.cli.session import opened
from desktop.core import clock
from desktop.core.acts import Action
from desktop.core.files import make_folder
from desktop.core.i18n import translate
from desktop.core.rights import Grant
from desktop.core.trade import Role
from desktop.core.words.permissions import act_title, grant_word
from desktop.core.words.terms import ROLES
from desktop.services.centre import centres, rights
from desktop.services.writing import permissions


def register(commands: Commands) -> None:
    """Add the command to the parser."""
    parser = add_command(commands, "permissions", translate("Cli", "which role may do what"))
    parser.set_defaults(run=run)
    verbs = parser.add_subparsers(dest="verb", metavar="VERB")
    said = add_command(verbs, "set", translate("Cli", "say how far a role may do an act"))
    said.add_argument("role", choices=tuple(map(str, Role)), metavar="ROLE")
    said.add_argument("action", choices=tuple(map(str, Action)), metavar="ACTION")
    said.add_argument("grant", choices=tuple(map(str, Grant)), metavar="no|own|all")
    said.set_defaults(run=run_set)
    paper = add_command(verbs, "print", translate("Cli", "what each role may do, on paper"))
    paper.add_argument("--pdf", type=Path, required=True, metavar="FILE")
    paper.set_defaults(run=run_print)


def run(args: argparse.Namespace, out: Output) -> int:
    """Print every action with the roles that may do it; without a centre what usually holds."""
    if centres.is_initialised(data_folder(args)):
        with opened(args):
            found = permissions.table()
    else:
        found = permissions.table()
    lines = [f"{action}: {', '.join(role for role, may in roles.items() if may)}" for action, roles in found.items()]
    out.show(found, lines)
    return DONE


def run_set(args: argparse.Namespace, out: Output) -> int:
    """Say how far a role may do an act."""
    role, action, grant = Role(args.role), Action(args.action), Grant(args.grant)
    with opened(args) as actor:
        rights.say(actor, role, action, grant)
    words = f"{act_title(action)} · {ROLES.shown[role]} · {grant_word(grant)}"
    out.show({"role": str(role), "action": str(action), "grant": str(grant)}, [words])
    return DONE


def run_print(args: argparse.Namespace, out: Output) -> int:
    """Write the sheet (岗位权限表)."""
    from desktop.reports.rights_sheet import write_sheet

    with opened(args), out.progress() as progress:
        make_folder(args.pdf.parent)
        made = write_sheet(clock.today(), args.pdf, progress=progress)
    out.show({"pdf": str(made.path), "pages": made.pages}, [str(made.path)])
    return NEEDS_A_PERSON if made.missing else DONE
