"""``trace``: who may have eaten of a batch, and of which batches somebody may have eaten."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop.cli.facts import person_of
from desktop.cli.kitchen import batch_line, batch_shape
from desktop.cli.options import Commands, add_command, month_argument
from desktop.cli.output import DONE, NEEDS_A_PERSON, Output
from desktop.cli.reports import missing_sentence
from desktop.cli.session import opened
from desktop.core import clock
from desktop.core.files import make_folder
from desktop.core.i18n import translate
from desktop.core.words.terms import MEALS
from desktop.services.food import trace


def register(commands: Commands) -> None:
    """Add the command to the parser."""
    parser = add_command(commands, "trace", translate("Cli", "who ate of a batch, and of which batches somebody ate"))
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", required=True)
    batch = add_command(verbs, "batch", translate("Cli", "who may have eaten of a batch, with phones"))
    batch.add_argument("text", metavar="TEXT", help=translate("Cli", "part of its name, batch number or supplier"))
    batch.add_argument("--pdf", type=Path, metavar="FILE", help=translate("Cli", "the list on paper; it is logged"))
    batch.set_defaults(run=run_batch)
    person = add_command(verbs, "person", translate("Cli", "of which batches somebody may have eaten in a month"))
    person.add_argument("who", metavar="WHO")
    person.add_argument("--month", type=month_argument, required=True, metavar="YYYY-MM")
    person.set_defaults(run=run_person)


def run_batch(args: argparse.Namespace, out: Output) -> int:
    """Print the dishes of the batches meant and who may have eaten of them; a list on paper is logged."""
    pages: int | None = None
    missing: tuple[str, ...] = ()
    with opened(args) as actor, out.progress() as progress:
        found = trace.batch(actor, args.text)
        if args.pdf is not None:
            # Printing loads slowly and most commands never print.
            from desktop.reports.trace_list import write_trace

            make_folder(args.pdf.parent)
            found = trace.for_paper(actor, [one.id for one in found.batches])
            done = write_trace(found, args.pdf, printed_on=clock.today(), progress=progress)
            pages, missing = done.pages, done.missing
    payload = {
        "batches": [batch_shape(one) for one in found.batches],
        "dishes": [
            {"id": one.id, "name": one.name, "date": one.served_on.isoformat(), "meal": MEALS[one.meal]}
            for one in found.dishes
        ],
        "people": [
            {"name": one.name, "phone": one.phone, "date": one.day.isoformat(), "meal": MEALS[one.meal]}
            for one in found.people
        ],
        "persons": found.persons,
        "guests": found.guests,
        "pdf": str(args.pdf) if args.pdf else None,
        "pages": pages,
    }
    words = translate("Cli", "{persons} people and {guests} guests may have eaten of it.")
    lines = [f"{one.name}  {one.phone}  {one.day}  {MEALS.shown[one.meal]}" for one in found.people]
    out.show(payload, [*lines, words.format(persons=found.persons, guests=found.guests)])
    if missing:
        out.complain(missing_sentence(args.pdf.name, missing))
    return NEEDS_A_PERSON if missing else DONE


def run_person(args: argparse.Namespace, out: Output) -> int:
    """Print the batches of which somebody may have eaten."""
    with opened(args) as actor:
        found = trace.of_person(actor, person_of(args.who), args.month)
    out.show({"batches": [batch_shape(one) for one in found]}, [batch_line(one) for one in found])
    return DONE
