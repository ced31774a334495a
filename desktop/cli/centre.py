"""``init``: makes the data folder of a new centre."""

from __future__ import annotations

import argparse

from desktop.cli.options import Commands, add_command, data_folder
from desktop.cli.output import DONE, Output
from desktop.cli.session import password_for
from desktop.core.i18n import translate
from desktop.core.trade import Role
from desktop.core.words import terms
from desktop.services.centre import centres
from desktop.services.centre.centres import CentreDraft


def register(commands: Commands) -> None:
    """Add the command to the parser."""
    parser = add_command(commands, "init", translate("Cli", "make the data folder of a new centre"))
    parser.add_argument("--centre", required=True, metavar="NAME")
    parser.add_argument("--centre-no", required=True, metavar="530114")
    parser.add_argument("--plan", required=True, choices=tuple(terms.PLANS))
    parser.add_argument("--district", default="", metavar="NAME")
    parser.add_argument("--backup-folder", default="", metavar="DIR", help=translate("Cli", "second place for backups"))
    parser.add_argument(
        "--director",
        metavar="NAME",
        help=translate("Cli", "open an account for the director, with the password of SHIZHU_PASSWORD"),
    )
    parser.set_defaults(run=run_init)


def run_init(args: argparse.Namespace, out: Output) -> int:
    """Make the centre; without ``--director`` the seat at the desk stays open."""
    folder = data_folder(args)
    draft = CentreDraft(
        name=args.centre,
        number=args.centre_no,
        plan=args.plan,
        district=args.district,
        director=args.director or terms.ROLES[Role.DIRECTOR],
        password=password_for(args.director) if args.director else "",
        backup_folder=args.backup_folder,
    )
    actor = centres.initialise(folder, draft)
    made = centres.centre()
    centres.close_centre()
    payload = {
        "data": str(folder.root),
        "centre": made.name,
        "centre_no": made.number,
        "plan": made.plan,
        "director": actor.name,
    }
    words = translate("Cli", "{centre} is ready in {folder}.").format(centre=made.name, folder=folder.root)
    out.show(payload, [words])
    return DONE
