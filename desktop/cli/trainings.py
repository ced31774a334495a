"""``staff training``: trainings of those who work here and of families, and who took part."""

from __future__ import annotations

import argparse

from desktop.cli.facts import person_of
from desktop.cli.options import Commands, add_command, code_argument, words_of
from desktop.cli.output import DONE, Output
from desktop.cli.session import opened
from desktop.cli.shapes import day_text
from desktop.core import clock
from desktop.core.acts import Thing
from desktop.core.errors import NotFound
from desktop.core.i18n import translate
from desktop.core.trade import NamedList
from desktop.core.words.work import TRAINING_KINDS
from desktop.services.named.resolving import resolver
from desktop.services.work import trainings
from desktop.services.work.trainings import Taker, TrainingDraft, TrainingQuery, TrainingRow, Who
from desktop.services.writing.actor import Actor


def register(verbs: Commands) -> None:
    """Add the verb to ``staff``."""
    parser = add_command(verbs, "training", translate("Cli", "trainings, and who took part"))
    steps = parser.add_subparsers(dest="step", metavar="STEP", required=True)
    kinds = words_of(TRAINING_KINDS)
    added = add_command(steps, "add", translate("Cli", "put a training on record"))
    added.add_argument("--kind", type=code_argument(TRAINING_KINDS), required=True, metavar=kinds)
    added.add_argument("--title", required=True, metavar="TEXT")
    added.add_argument("--on", default="", metavar="DATE", help=translate("Cli", "the day of it, today otherwise"))
    added.add_argument("--hours", required=True, metavar="N")
    added.add_argument("--trainer", default="", metavar="TEXT")
    added.add_argument("--remark", default="", metavar="TEXT")
    added.add_argument(
        "--who", action="append", default=[], metavar="NAME", help=translate("Cli", "somebody who works here")
    )
    added.add_argument(
        "--resident",
        action="append",
        default=[],
        metavar="WHO[=NAME]",
        help=translate("Cli", "a resident by card, number or name; NAME is who came for the family"),
    )
    added.set_defaults(run=run_add)
    listed = add_command(steps, "list", translate("Cli", "list the trainings, the last day first"))
    listed.add_argument("--kind", type=code_argument(TRAINING_KINDS), metavar=kinds)
    listed.add_argument("--year", type=int, metavar="YYYY")
    listed.set_defaults(run=run_list)


def run_add(args: argparse.Namespace, out: Output) -> int:
    """Put a training on record with everybody who took part, or nothing of it."""
    day = args.on or clock.today().isoformat()
    draft = TrainingDraft(None, args.kind, args.title, day, args.hours, args.trainer, args.remark)
    with opened(args) as actor:
        who = [(Who(_worker(name)), "") for name in args.who] + [_resident(text) for text in args.resident]
        made = trainings.take_all(actor, draft, who)
        row = next(one for one in trainings.trainings(actor) if one.id == made)
        told = _shape(actor, row)
    out.show(told, [_line(row)])
    return DONE


def run_list(args: argparse.Namespace, out: Output) -> int:
    """Print the trainings, with who took part."""
    with opened(args) as actor:
        found = trainings.trainings(actor, TrainingQuery(args.kind or "", args.year))
        told = [_shape(actor, one) for one in found]
    out.show({"trainings": told}, [*map(_line, found), translate("Cli", "{count} found").format(count=len(found))])
    return DONE


def _worker(name: str) -> int:
    found = resolver(NamedList.PERSON).of(name)
    if found is None:
        raise NotFound(Thing.WORKER, name)
    return found


def _resident(text: str) -> tuple[Who, str]:
    who, _, relative = text.partition("=")
    return Who(None, person_of(who)), relative


def _shape(actor: Actor, row: TrainingRow) -> dict[str, object]:
    return {
        "id": row.id,
        "kind": row.kind,
        "title": row.title,
        "day": day_text(row.day),
        "hours": row.hours,
        "trainer": row.trainer,
        "remark": row.remark,
        "takers": [_taker(one) for one in trainings.takers(actor, row.id)],
    }


def _taker(one: Taker) -> dict[str, object]:
    return {"name": one.name, "resident_id": one.resident_id, "relative": one.relative}


def _line(row: TrainingRow) -> str:
    words = translate("Cli", "{hours} hours, {count} took part")
    told = words.format(hours=row.hours, count=row.staff + row.residents)
    return "  ".join((str(row.id), str(row.day), TRAINING_KINDS.shown[row.kind], row.title, told))
