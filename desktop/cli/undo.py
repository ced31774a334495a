"""``undo``: the last act of whoever calls, one of their last ten, or one import taken back."""

from __future__ import annotations

import argparse

from desktop.cli.options import Commands, add_command
from desktop.cli.output import DONE, Output
from desktop.cli.session import opened
from desktop.core.errors import NothingToTakeBack
from desktop.core.i18n import translate
from desktop.services.writing import done
from desktop.services.writing.done import Done

LISTED = 10


def register(commands: Commands) -> None:
    """Add the command to the parser."""
    words = translate("Cli", "take back the last act, or one import whole; asked again, the act before")
    parser = add_command(commands, "undo", words)
    what = parser.add_mutually_exclusive_group()
    what.add_argument("import_id", nargs="?", type=int, metavar="IMPORT_ID")
    what.add_argument("--list", action="store_true", help=translate("Cli", "only tell the last ten acts"))
    what.add_argument("--act", type=int, metavar="N", help=translate("Cli", "one of the last ten instead of the last"))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, out: Output) -> int:
    """Tell the last acts, or take one back; refused when something later stands on it."""
    if args.import_id is not None:
        return _undo_import(args, out)
    # Knows every subject that writes; most commands never need it.
    from desktop.services import undoing

    with opened(args) as actor, out.progress() as progress:
        acts = {act.id: (act, undoing.in_words(act)) for act in done.last_standing(actor, LISTED)}
        if args.list:
            told = [_told(act, words) for act, words in acts.values()]
            lines = [f"{act.id}  {act.at}  {words}" for act, words in acts.values()]
            out.show({"acts": told}, lines or [translate("Cli", "There is nothing that can be taken back.")])
            return DONE
        wanted = next(iter(acts), None) if args.act is None else args.act
        if wanted is None or wanted not in acts:
            raise NothingToTakeBack
        act, words = acts[wanted]
        undoing.take_back(actor, act, progress)
    said = translate("Cli", "Taken back: {what} ({at})").format(what=words, at=act.at)
    out.show({"taken_back": _told(act, words)}, [said])
    return DONE


def _told(act: Done, words: str) -> dict[str, object]:
    return {"act": act.id, "at": act.at, "action": act.action, "what": words}


def _undo_import(args: argparse.Namespace, out: Output) -> int:
    from desktop.importing.undo import undo_import

    with opened(args) as actor, out.progress() as progress:
        rows = undo_import(actor, args.import_id, progress)
    words = translate("Cli", "Import {number} is taken back: {count} records are void.")
    out.show({"import_id": args.import_id, "undone": rows}, [words.format(number=args.import_id, count=rows)])
    return DONE
