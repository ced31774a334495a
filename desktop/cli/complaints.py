"""``canteen complaint`` and what becomes of it: 投诉与意见."""

from __future__ import annotations

import argparse

from desktop.cli.facts import person_of
from desktop.cli.options import Commands, add_command, code_of, day_of
from desktop.cli.output import DONE, Output
from desktop.cli.session import opened
from desktop.cli.shapes import day_text
from desktop.core.i18n import translate
from desktop.core.words.food import COMPLAINTS_ABOUT
from desktop.services.food import complaints
from desktop.services.food.complaints import AnswerDraft, ComplaintDraft, ComplaintRow
from desktop.services.people import names


def register_verbs(verbs: Commands) -> None:
    """Add the verbs to those of the canteen."""
    said = add_command(verbs, "complaint", translate("Cli", "somebody complains or has something to say"))
    said.add_argument("--about", required=True, choices=tuple(COMPLAINTS_ABOUT.values()))
    said.add_argument("--words", required=True, metavar="TEXT")
    said.add_argument("--who", default="", metavar="WHO", help=translate("Cli", "who said it; nobody without it"))
    said.add_argument("--day", default="", metavar="DATE", help=translate("Cli", "today without it"))
    said.set_defaults(run=run_complaint, parser=said)
    listed = add_command(verbs, "complaints", translate("Cli", "print what was said and what was answered"))
    listed.add_argument("--open", action="store_true", help=translate("Cli", "only what waits for an answer"))
    listed.set_defaults(run=run_complaints)
    answered = add_command(verbs, "answer", translate("Cli", "what was answered to a complaint"))
    answered.add_argument("id", type=int, metavar="ID")
    answered.add_argument("--words", required=True, metavar="TEXT")
    answered.add_argument("--day", default="", metavar="DATE", help=translate("Cli", "today without it"))
    answered.add_argument("--by", default="", metavar="NAME", help=translate("Cli", "who took care of it"))
    answered.set_defaults(run=run_answer, parser=answered)
    void = add_command(verbs, "void-complaint", translate("Cli", "nobody said it"))
    void.add_argument("id", type=int, metavar="ID")
    void.add_argument("--reason", required=True, metavar="TEXT")
    void.set_defaults(run=run_void)


def run_complaint(args: argparse.Namespace, out: Output) -> int:
    """Put it on record."""
    about = code_of(COMPLAINTS_ABOUT, args.about)
    with opened(args) as actor:
        who = person_of(args.who) if args.who else None
        made = complaints.add(actor, ComplaintDraft(day_of(args), about, args.words, who))
    out.show({"id": made}, [translate("Cli", "Complaint {id} is on record.").format(id=made)])
    return DONE


def run_complaints(args: argparse.Namespace, out: Output) -> int:
    """Print those on record."""
    with opened(args):
        found = complaints.complaints(args.open)
    out.show({"complaints": [_shape(one) for one in found]}, [_line(one) for one in found])
    return DONE


def run_answer(args: argparse.Namespace, out: Output) -> int:
    """Say what was answered."""
    with opened(args) as actor:
        by = args.by or names.own(actor)
        complaints.answer(actor, args.id, AnswerDraft(args.words, day_of(args), by))
    out.show({"id": args.id}, [translate("Cli", "Complaint {id} is answered.").format(id=args.id)])
    return DONE


def run_void(args: argparse.Namespace, out: Output) -> int:
    """Void it."""
    with opened(args) as actor:
        complaints.void(actor, args.id, args.reason)
    out.show({"id": args.id}, [translate("Cli", "Complaint {id} is void.").format(id=args.id)])
    return DONE


def _shape(one: ComplaintRow) -> dict[str, object]:
    return {
        "id": one.id,
        "day": one.day.isoformat(),
        "resident_id": one.resident_id,
        "name": one.name or None,
        "about": COMPLAINTS_ABOUT[one.about],
        "words": one.words,
        "answered_on": day_text(one.handled_on),
        "answer": one.answer or None,
        "by": one.handled_by or None,
    }


def _line(one: ComplaintRow) -> str:
    said = f"{one.id}  {one.day}  {COMPLAINTS_ABOUT.shown[one.about]}  {one.name}  {one.words}"
    return f"{said}  → {one.handled_on} {one.answer}" if one.handled_on else said
