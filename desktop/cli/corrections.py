"""``month correct``: 更正单, a closed month put right by acts that a second person approves."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from desktop.cli import shapes
from desktop.cli.options import Commands, add_command, month_argument
from desktop.cli.output import DONE, NEEDS_A_PERSON, Output
from desktop.cli.reports import missing_sentence
from desktop.cli.session import opened
from desktop.core.answers import BackupReason
from desktop.core.errors import FieldError, InvalidDraft
from desktop.core.file_errors import Unreadable
from desktop.core.files import storage_error
from desktop.core.i18n import translate
from desktop.core.reasons import FileReason, Reason
from desktop.core.trade import CorrectionState, CorrectionStep
from desktop.core.words import terms
from desktop.services.closing import corrections, staging
from desktop.services.closing.corrections import CorrectionRow, InWriting, Told
from desktop.services.closing.staged import Act
from desktop.services.closing.staging import ActLine
from desktop.services.keeping import backups

_KEYS = frozenset({"act", "kind", "uid", "fields", "reason"})


def register(verbs: Commands) -> None:
    """Add the verb to the parser of ``month``."""
    parser = add_command(verbs, "correct", translate("Cli", "put a closed month right (更正单)"))
    steps = parser.add_subparsers(dest="step", metavar="STEP", required=True)
    opening = add_command(steps, "open", translate("Cli", "open a correction of a closed month"))
    opening.add_argument("--month", type=month_argument, required=True, metavar="YYYY-MM")
    opening.add_argument("--reason", required=True, metavar="TEXT")
    opening.set_defaults(run=run_open)
    listing = add_command(steps, "list", translate("Cli", "the corrections of a month, or all"))
    listing.add_argument("--month", type=month_argument, metavar="YYYY-MM")
    listing.set_defaults(run=run_list)
    for name, text, run in (
        ("stage", translate("Cli", "add acts from a file (JSON)"), run_stage),
        ("show", translate("Cli", "its acts, and what they come to"), run_show),
        ("print", translate("Cli", "its sheet as PDF"), run_print),
        ("approve", translate("Cli", "approve it as a second person (--user), or in writing"), run_approve),
        ("reject", translate("Cli", "say no, with the reason"), run_reject),
        ("withdraw", translate("Cli", "give it up, with the reason"), run_withdraw),
    ):
        step = add_command(steps, name, text)
        step.add_argument("id", type=int, metavar="ID")
        step.set_defaults(run=run)
        if run is run_stage:
            step.add_argument("--file", type=Path, required=True, metavar="F.json")
        elif run is run_approve:
            step.add_argument(
                "--in-writing", default="", metavar="NAME", help=translate("Cli", "who signed at the district office")
            )
            step.add_argument("--paper", default="", metavar="NO", help=translate("Cli", "the number of that paper"))
        elif run is run_print:
            step.add_argument(
                "--pdf", type=Path, required=True, metavar="DIR", help=translate("Cli", "folder for the PDF files")
            )
        elif run is not run_show:
            step.add_argument("--reason", required=True, metavar="TEXT")


def run_open(args: argparse.Namespace, out: Output) -> int:
    """Print the number of the new correction."""
    with opened(args) as actor:
        made = corrections.open_for(actor, args.month, args.reason)
    words = translate("Cli", "Correction {id} of {month} is open.").format(id=made, month=args.month)
    out.show({"correction": made}, [words])
    return DONE


def run_list(args: argparse.Namespace, out: Output) -> int:
    """Print the corrections, the newest first."""
    with opened(args):
        found = corrections.listed(args.month)
    out.show({"corrections": [_shape(one) for one in found]}, [_line(one) for one in found])
    return DONE


def run_stage(args: argparse.Namespace, out: Output) -> int:
    """Add the acts of the file; all of them, or none."""
    wanted = _acts_in(args.file)
    with opened(args) as actor:
        corrections.stage(actor, args.id, wanted)
        count = len(corrections.acts(args.id))
    words = translate("Cli", "The correction holds {count} acts.").format(count=count)
    out.show({"correction": args.id, "acts": count}, [words])
    return DONE


def run_show(args: argparse.Namespace, out: Output) -> int:
    """Print the acts, and every difference with its cause; an open one with any ends with 3."""
    with opened(args) as actor:
        from desktop.reports.months.render import reports_of

        row, acts = corrections.of_id(args.id), staging.lines(args.id)
        told = corrections.differences(actor, args.id, reports_of)
    payload = {
        **_shape(row),
        "acts": list(map(_act, acts)),
        "differences": [shapes.difference(one.difference, one.causes) | {"staged": one.staged} for one in told],
    }
    lines = [_line(row), *map(_act_line, acts), *(_told(one) for one in told)]
    out.show(payload, lines)
    return NEEDS_A_PERSON if row.state == CorrectionState.OPEN and told else DONE


def run_print(args: argparse.Namespace, out: Output) -> int:
    """Write the sheet; a character that the fonts lack is named, and the exit code is 3."""
    with opened(args) as actor:
        from desktop.reports.months.correction_paper import write_sheet

        row, done = corrections.of_id(args.id), write_sheet(actor, args.id, args.pdf)
    payload = _shape(row) | {"pdf": str(done.path), "pages": done.pages, "missing_characters": list(done.missing)}
    pages = translate("Cli", "{count} pages").format(count=done.pages)
    out.show(payload, [f"{_line(row)}  {done.path}  {pages}"])
    if done.missing:
        out.complain(missing_sentence(done.path.name, done.missing))
    return NEEDS_A_PERSON if done.missing else DONE


def run_approve(args: argparse.Namespace, out: Output) -> int:
    """Do the acts and keep the month's next version."""
    in_writing = InWriting(args.in_writing, args.paper) if args.in_writing or args.paper else None
    with opened(args) as actor:
        from desktop.reports.months.render import reports_of

        backups.back_up_before(BackupReason.BEFORE_CORRECTION, actor)
        version = corrections.approve(actor, args.id, reports_of, in_writing)
    words = translate("Cli", "{month} has version {version} now; report mark {mark}.").format(
        month=version.month, version=version.number, mark=version.sha256[:8]
    )
    out.show({"version": version.number, "sha256": version.sha256}, [words])
    return DONE


def run_reject(args: argparse.Namespace, out: Output) -> int:
    """Say no; the correction stays on record."""
    with opened(args) as actor:
        corrections.reject(actor, args.id, args.reason)
        row = corrections.of_id(args.id)
    out.show(_shape(row), [_line(row)])
    return DONE


def run_withdraw(args: argparse.Namespace, out: Output) -> int:
    """Give the correction up; it stays on record."""
    with opened(args) as actor:
        corrections.withdraw(actor, args.id, args.reason)
        row = corrections.of_id(args.id)
    out.show(_shape(row), [_line(row)])
    return DONE


def _acts_in(path: Path) -> list[Act]:
    try:
        found = json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise storage_error(error, path) from error
    except ValueError as error:
        raise Unreadable(path.name, FileReason.DAMAGED) from error
    return [_read(one) for one in (found if isinstance(found, list) else [found])]


def _read(one: Any) -> Act:
    wrong = [] if isinstance(one, dict) else ["act"]
    wrong = wrong or [name for name in one if name not in _KEYS]
    if not wrong and one.get("act") not in list(CorrectionStep):
        wrong = ["act"]
    if not wrong and not isinstance(one.get("fields", {}), dict):
        wrong = ["fields"]
    if wrong:
        raise InvalidDraft([FieldError(str(name), Reason.UNKNOWN_WORD, str(name)) for name in wrong])
    step = CorrectionStep(one["act"])
    return Act(step, one.get("kind", ""), one.get("uid", ""), one.get("fields", {}), one.get("reason", ""))


def _shape(one: CorrectionRow) -> dict[str, object]:
    return {
        "correction": one.id,
        "month": one.month,
        "number": one.number,
        "state": one.state,
        "reason": one.reason,
        "opened_by": one.opened_by,
        "second_person": one.second_person,
        "paper": one.paper,
        "answer": one.answer,
        "version": one.version,
    }


def _line(one: CorrectionRow) -> str:
    state = terms.CORRECTION_STATES.shown[one.state]
    answered = " ".join(part for part in (one.second_person, one.paper, one.answer) if part)
    return "  ".join(part for part in (str(one.id), one.month, state, one.reason, one.opened_by, answered) if part)


def _act(line: ActLine) -> dict[str, object]:
    act = line.act
    about = {"uid": act.uid, "name": line.name, "date": line.day}
    return {"id": line.id, "act": act.step, "kind": act.kind, **about, "fields": act.fields, "reason": act.reason}


def _act_line(line: ActLine) -> str:
    act = line.act
    fields = " ".join(f"{name}={value}" for name, value in act.fields.items())
    word = terms.CORRECTION_STEPS.shown[act.step]
    return "  " + "  ".join(part for part in (word, act.kind, line.name, line.day, act.uid, fields, act.reason) if part)


def _told(one: Told) -> str:
    why = translate("Cli", "by this correction") if one.staged else translate("Cli", "by facts learned late")
    return f"  {shapes.difference_line(one.difference, one.causes)}  ({why})"
