"""``user``: who may sign in."""

from __future__ import annotations

import argparse
import os

from desktop.cli.options import Commands, add_command
from desktop.cli.output import DONE, Output
from desktop.cli.session import opened
from desktop.core.acts import Action
from desktop.core.i18n import translate
from desktop.core.words import terms
from desktop.services.centre import accounts, tries
from desktop.services.centre.tries import Tries
from desktop.services.writing import permissions

NEW_PASSWORD = "SHIZHU_NEW_PASSWORD"
# By name; None for whoever is not told.
Told = dict[str, Tries] | None


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
    with opened(args) as actor:
        found = accounts.accounts()
        told = tries.of_late(actor) if permissions.may(actor.role, Action.SET_PASSWORD) else None
    out.show({"users": [_shape(one, told) for one in found]}, [_line(one, told) for one in found])
    return DONE


def _shape(one: tuple[str, str, bool], told: Told) -> dict[str, object]:
    name, role, active = one
    late = None if told is None else told.get(name, Tries(0, "", ""))
    seen: dict[str, object] = {"wrong_tries": None, "last_wrong": None, "last_sign_in": None}
    if late is not None:
        seen = {
            "wrong_tries": late.wrong,
            "last_wrong": late.last_wrong or None,
            "last_sign_in": late.last_in or None,
        }
    return {"name": name, "role": role, "active": active, **seen}


def _line(one: tuple[str, str, bool], told: Told) -> str:
    name, role, active = one
    wrong = told[name].wrong if told and name in told else 0
    words = translate("Cli", "wrong passwords: {count}").format(count=wrong) if wrong else ""
    return "  ".join((name, terms.ROLES.shown[role], "" if active else translate("Cli", "closed"), words)).rstrip()
