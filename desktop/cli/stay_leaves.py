"""``stay leaves`` and ``stay change-leave``: who is away, and a leave on record put right."""

from __future__ import annotations

import argparse

from desktop.cli.options import Commands, add_command, code_argument, put_named, read_day, words_of
from desktop.cli.output import DONE, Output
from desktop.cli.session import opened
from desktop.cli.shapes import day_text
from desktop.core import clock
from desktop.core.acts import Thing
from desktop.core.i18n import translate
from desktop.core.words.staying import LEAVE_KINDS
from desktop.services.beds import lain, leaves
from desktop.services.beds.leaves import LeaveRow
from desktop.services.register.called import called
from desktop.services.writing.journal import id_of


def register(verbs: Commands) -> None:
    """Add both to the verbs of ``stay``."""
    listed = add_command(verbs, "leaves", translate("Cli", "who is away on a day, or the leaves of somebody or a bed"))
    asked = listed.add_mutually_exclusive_group()
    asked.add_argument("--day", default="", metavar="DATE")
    asked.add_argument("--who", default="", metavar="WHO")
    asked.add_argument("--bed", default="", metavar="BED")
    listed.set_defaults(run=run_leaves, parser=listed)
    changed = add_command(
        verbs, "change-leave", translate("Cli", "put the days, the kind or the words of a leave right")
    )
    changed.add_argument("uid", metavar="UID")
    changed.add_argument("--kind", type=code_argument(LEAVE_KINDS), metavar=words_of(LEAVE_KINDS))
    changed.add_argument("--from", dest="first", metavar="DATE")
    changed.add_argument("--to", metavar="DATE", help=translate("Cli", "the last day away; empty: still away"))
    changed.add_argument("--words", metavar="TEXT")
    changed.set_defaults(run=run_change)


def run_leaves(args: argparse.Namespace, out: Output) -> int:
    """Print who is away on a day, or the leaves of somebody or from a bed."""
    day = read_day(args.day, args.parser) if args.day else clock.today()
    with opened(args):
        if args.who:
            found = leaves.of_resident(called(args.who))
        elif args.bed:
            found = leaves.of_bed(lain.bed_called(args.bed))
        else:
            found = leaves.on_day(day)
    lines = [*map(_line, found), translate("Cli", "{count} found").format(count=len(found))]
    out.show({"leaves": [*map(_leave, found)]}, lines)
    return DONE


def run_change(args: argparse.Namespace, out: Output) -> int:
    """Give a leave on record what was named; the rest stays."""
    with opened(args) as actor:
        one = id_of(Thing.LEAVE, args.uid)
        draft = leaves.draft_of(one)
        named = {"leave_from": args.first, "leave_to": args.to}
        put_named(draft, {**named, "leave_reason": args.words, "leave_kind": args.kind})
        leaves.change(actor, one, draft.leave_from, draft.leave_to, draft.leave_reason, draft.leave_kind)
        found = leaves.leave(one)
    out.show(_leave(found), [_line(found)])
    return DONE


def _leave(one: LeaveRow) -> dict[str, object]:
    return {
        "uid": one.uid,
        "resident_id": one.resident_id,
        "name": one.resident,
        "bed": one.bed,
        "from": day_text(one.from_on),
        "to": day_text(one.to_on),
        "kind": one.why,
        "words": one.reason,
    }


def _line(one: LeaveRow) -> str:
    days = f"{one.from_on} – {one.to_on or ''}".strip()
    parts = (one.uid, one.bed, one.resident, days, LEAVE_KINDS.shown.get(one.why, ""), one.reason)
    return "  ".join(part for part in parts if part)
