"""``assess``: an ability assessment out of a JSON file, those of a person, who is due again."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from desktop.cli.facts import person_of
from desktop.cli.options import Commands, add_command
from desktop.cli.output import DONE, REFUSED, Output
from desktop.cli.session import opened
from desktop.cli.shapes import day_text
from desktop.core import clock
from desktop.core.acts import Thing
from desktop.core.assessment import items
from desktop.core.errors import FieldError, InvalidDraft
from desktop.core.file_errors import Unreadable
from desktop.core.files import storage_error
from desktop.core.i18n import translate
from desktop.core.reasons import FileReason, Reason
from desktop.core.words import terms
from desktop.core.words.assessments import AREAS, ASSESSMENT_REASONS, RISK_EVENTS
from desktop.core.words.fields import field_word
from desktop.core.words.graded import sentence
from desktop.core.words.messages import field_sentence
from desktop.services.residents import assessment_paper, assessments
from desktop.services.residents.assessments import AssessmentDraft, AssessmentRow, Due

_TWO = 2
# What a file may say, each with the kinds of value that it may have.
_KEYS: Mapping[str, type] = {
    **{"date": str, "reason": str, "agency": str, "report_no": str, "assessors": list, "diagnoses": list},
    **{"items": dict, "events": dict, "coma": bool},
}


def register(commands: Commands) -> None:
    """Add the command to the parser."""
    parser = add_command(commands, "assess", translate("Cli", "ability assessments (GB/T 42195): record, list, due"))
    parser.add_argument("who", metavar="WHO", nargs="?", default="")
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--file", type=Path, metavar="F.json", help=translate("Cli", "the assessment to record"))
    words = translate("Cli", "the newest assessment as forms A, B and C; empty forms where there is none")
    which.add_argument("--pdf", type=Path, metavar="F.pdf", help=words)
    words = translate("Cli", "every result in a row, the last two item by item")
    which.add_argument("--history", type=Path, metavar="F.pdf", help=words)
    words = translate("Cli", "every result, of WHO or of all, as a workbook that import assessments reads back")
    which.add_argument("--xlsx", type=Path, metavar="F.xlsx", help=words)
    which.add_argument("--due", action="store_true", help=translate("Cli", "who has to be assessed anew"))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, out: Output) -> int:
    """Record what the file says, or list; a file that cannot be recorded is told item by item."""
    if args.due:
        with opened(args):
            due = assessments.due()
        out.show({"due": [_due(one) for one in due]}, map(_due_line, due))
        return DONE
    if args.pdf is not None:
        return _print(args, out)
    if args.history is not None:
        return _print_history(args, out)
    if args.xlsx is not None:
        return _write_book(args, out)
    if args.file is None:
        with opened(args):
            found = assessments.of(person_of(args.who))
        out.show({"assessments": [_shape(one) for one in found]}, map(_line, found))
        return DONE
    try:
        with opened(args) as actor:
            who = person_of(args.who)
            made = assessments.record(actor, _draft(who, _read(args.file)))
            row = next(one for one in assessments.of(who) if one.id == made)
    except InvalidDraft as error:
        told = (f"{field_word(one.name, Thing.ASSESSMENT)}: {field_sentence(one)}" for one in error.fields)
        out.complain("; ".join(told))
        return REFUSED
    out.show(_shape(row), [_line(row)])
    return DONE


def _print(args: argparse.Namespace, out: Output) -> int:
    from desktop.reports.forms.assessment_forms import render_assessment

    today = clock.today()
    with opened(args) as actor:
        who = person_of(args.who)
        newest = next(iter(assessments.of(who)), None)
        about = assessment_paper.paper_of(actor, who, newest.id if newest else None, today)
        made = render_assessment(about, args.pdf, printed_on=today)
    path = str(made.path)
    out.show({"path": path, "pages": made.pages, "assessment": newest.uid if newest else None}, [path])
    return DONE


def _print_history(args: argparse.Namespace, out: Output) -> int:
    from desktop.reports.forms.assessment_history import write_history

    with opened(args) as actor:
        history = assessment_paper.history_of(actor, person_of(args.who))
        made = write_history(history, args.history, printed_on=clock.today())
    path = str(made.path)
    payload = {"path": path, "pages": made.pages, "results": len(history.lines)}
    out.show(payload | {"valid_to": day_text(history.holds_until)}, [path])
    return DONE


def _write_book(args: argparse.Namespace, out: Output) -> int:
    from desktop.importing.papers import assessment_book

    with opened(args) as actor:
        lines = assessment_paper.results(actor, person_of(args.who) if args.who else None)
        assessment_book.write(args.xlsx, lines)
    path = str(args.xlsx)
    bare = sum(one.whole is None for one in lines)
    out.show({"path": path, "results": len(lines), "bare": bare}, [path])
    return DONE


def _read(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise storage_error(error, path) from error
    except ValueError as error:
        raise Unreadable(path.name, FileReason.DAMAGED) from error
    if not isinstance(found, dict):
        raise Unreadable(path.name, FileReason.DAMAGED)
    said = {name: value for name, value in found.items() if value is not None}
    wrong = [name for name, value in said.items() if not isinstance(value, _KEYS.get(name, ()))]
    if wrong:
        raise InvalidDraft([FieldError(name, Reason.UNKNOWN_WORD) for name in wrong])
    return said


def _draft(who: int, said: Mapping[str, Any]) -> AssessmentDraft:
    assessors = [*map(str, said.get("assessors", ()))]
    if len(assessors) > _TWO:
        raise InvalidDraft([FieldError("assessors", Reason.OUT_OF_RANGE, f"0–{_TWO}")])
    first, second = [*assessors, "", ""][:_TWO]
    return AssessmentDraft(
        resident_id=who,
        day=said.get("date", ""),
        reason=_code(ASSESSMENT_REASONS.items(), said.get("reason", "")),
        answers=_coded([(one.key, one.name) for one in items()], said.get("items", {})),
        events=_coded(RISK_EVENTS.items(), said.get("events", {})),
        diagnoses=tuple(map(str, said.get("diagnoses", ()))),
        coma=said.get("coma", False),
        assessor=first,
        second_assessor=second,
        agency=said.get("agency", ""),
        report_no=said.get("report_no", ""),
    )


def _coded(words: Iterable[tuple[str, str]], said: Mapping[str, Any]) -> dict[str, Any]:
    """What is said by word or by code, by code; a word that is none stays as it is and is refused."""
    known = list(words)
    return {_code(known, word): value for word, value in said.items()}


def _code(words: Iterable[tuple[str, str]], word: str) -> str:
    return next((code for code, name in words if word in (code, name)), word)


def _shape(one: AssessmentRow) -> dict[str, object]:
    return {
        "uid": one.uid,
        "grade_uid": one.grade_uid,
        "date": day_text(one.day),
        "reason": one.reason,
        "assessors": list(one.assessors),
        "agency": one.agency or None,
        "report_no": one.report_no or None,
        "scores": {AREAS[area]: score for area, score in one.graded.scores.items()} | {"total": one.graded.total},
        "grade": str(one.graded.grade),
        "sentence": sentence(one.graded),
        "valid_to": day_text(one.valid_to),
    }


def _line(one: AssessmentRow) -> str:
    who = "、".join(one.assessors) or f"{one.agency} {one.report_no}"
    until = translate("Cli", "until {day}").format(day=one.valid_to)
    return "  ".join((one.uid, str(one.day), ASSESSMENT_REASONS.shown[one.reason], sentence(one.graded), until, who))


def _due(one: Due) -> dict[str, object]:
    return {
        **{"resident_id": one.resident_id, "name": one.name, "grade": one.grade, "date": day_text(one.day)},
        **{"valid_to": day_text(one.valid_to), "stage": str(one.stage), "bare": one.bare},
    }


def _due_line(one: Due) -> str:
    bare = translate("Cli", "a grade without answers") if one.bare else ""
    until = translate("Cli", "until {day}").format(day=one.valid_to)
    return "  ".join(part for part in (one.name, terms.GRADES.shown[one.grade], until, bare) if part)
