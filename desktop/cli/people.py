"""``find``: residents by whatever one remembers of them."""

from __future__ import annotations

import argparse

from desktop.cli import shapes
from desktop.cli.options import Commands, add_command
from desktop.cli.output import DONE, Output
from desktop.cli.session import opened
from desktop.core.i18n import translate
from desktop.core.words import terms
from desktop.services.register import listing as residents
from desktop.services.register.listing import ResidentQuery, ResidentRow


def register(commands: Commands) -> None:
    """Add the command to the parser."""
    text = translate("Cli", "find residents by name, part of it, pinyin, initials, ID tail, phone or code")
    parser = add_command(commands, "find", text)
    parser.add_argument("text", metavar="TEXT")
    parser.add_argument("--limit", type=int, default=20, metavar="N")
    parser.set_defaults(run=run_find)


def run_find(args: argparse.Namespace, out: Output) -> int:
    """Print those who match, on the register or not any more."""
    with opened(args):
        ids = residents.find_ids(ResidentQuery(text=args.text, state=""))
        rows = residents.rows(ids[: max(args.limit, 0)])
    payload = {"count": len(ids), "residents": [shapes.resident(row) for row in rows]}
    out.show(payload, [*(_line(row) for row in rows), translate("Cli", "{count} found").format(count=len(ids))])
    return DONE


def _line(row: ResidentRow) -> str:
    age = "" if row.age is None else str(row.age)
    sex, state = terms.SEXES.shown.get(row.sex, ""), terms.REGISTER_STATES.shown.get(row.state, row.state)
    return "  ".join((row.name, sex, age, row.id_masked, row.community, row.phone, state, row.code))
