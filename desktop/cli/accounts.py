"""``user``: who may sign in."""

from __future__ import annotations

import argparse
import os

from desktop.cli.options import Commands, add_command
from desktop.cli.output import DONE, Output
from desktop.cli.session import opened
from desktop.core.i18n import translate
from desktop.core.words import terms
from desktop.services.centre import accounts

NEW_PASSWORD = "SHIZHU_NEW_PASSWORD"


def register(commands: Commands) -> None:
    """Add the command to the parser."""
    parser = add_command(commands, "user", translate("Cli", "accounts of this centre"))
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", required=True)
    add = add_command(verbs, "add", translate("Cli", "open an account; its password comes from SHIZHU_NEW_PASSWORD"))
    add.add_argument("name", metavar="NAME")
    add.add_argument("--role", choices=tuple(terms.ROLES), required=True)
    add.set_defaults(run=run_add)
    listing = add_command(verbs, "list", translate("Cli", "list the accounts"))
    listing.set_defaults(run=run_list)
    role = add_command(verbs, "role", translate("Cli", "give an account another role"))
    role.add_argument("name", metavar="NAME")
    role.add_argument("role", choices=tuple(terms.ROLES))
    role.set_defaults(run=run_role)
    words = translate("Cli", "give an account another password; it comes from SHIZHU_NEW_PASSWORD")
    password = add_command(verbs, "password", words)
    password.add_argument("name", metavar="NAME")
    password.set_defaults(run=run_password)
    disable = add_command(verbs, "disable", translate("Cli", "close an account; what its owner wrote stays"))
    disable.add_argument("name", metavar="NAME")
    disable.set_defaults(run=run_disable)


def run_add(args: argparse.Namespace, out: Output) -> int:
    """Open an account; without a password the person is named in records but cannot sign in."""
    with opened(args) as actor:
        accounts.add_account(actor, args.name, args.role, os.environ.get(NEW_PASSWORD, ""))
    role = terms.ROLES.shown[args.role]
    words = translate("Cli", "{name} has an account as {role}.").format(name=args.name, role=role)
    out.show({"name": args.name, "role": args.role}, [words])
    return DONE


def run_role(args: argparse.Namespace, out: Output) -> int:
    """Give an account another role."""
    with opened(args) as actor:
        accounts.set_role(actor, args.name, args.role)
    words = translate("Cli", "{name} is {role} from now on.").format(name=args.name, role=terms.ROLES.shown[args.role])
    out.show({"name": args.name, "role": args.role}, [words])
    return DONE


def run_password(args: argparse.Namespace, out: Output) -> int:
    """Give an account another password."""
    with opened(args) as actor:
        accounts.set_password(actor, args.name, os.environ.get(NEW_PASSWORD, ""))
    words = translate("Cli", "{name} signs in with the new password from now on.").format(name=args.name)
    out.show({"name": args.name}, [words])
    return DONE


def run_disable(args: argparse.Namespace, out: Output) -> int:
    """Close an account."""
    with opened(args) as actor:
        accounts.set_active(actor, args.name, False)
    words = translate("Cli", "{name} cannot sign in any more.").format(name=args.name)
    out.show({"name": args.name, "active": False}, [words])
    return DONE


def run_list(args: argparse.Namespace, out: Output) -> int:
    """Print name, role and whether the account is open."""
    with opened(args):
        found = accounts.accounts()
    payload = {"users": [{"name": name, "role": role, "active": active} for name, role, active in found]}
    closed = translate("Cli", "closed")
    out.show(
        payload, [f"{name}  {terms.ROLES.shown[role]}  {'' if active else closed}" for name, role, active in found]
    )
    return DONE
