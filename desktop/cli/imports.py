"""``import``: workbooks in."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.cli.options import Commands, add_command, month_argument
from desktop.cli.output import DONE, NEEDS_A_PERSON, Output
from desktop.cli.session import opened
from desktop.core.acts import Thing
from desktop.core.answers import WorkbookKind, WorkerChoice
from desktop.core.errors import FieldError, InvalidDraft, NotFound
from desktop.core.i18n import translate
from desktop.core.reasons import Reason
from desktop.core.trade import NamedList, PostRole
from desktop.core.words.records import workbook_word
from desktop.services.named.resolving import resolver

if TYPE_CHECKING:
    from desktop.importing.questions import WorkerAnswer, WorkerQuestion
    from desktop.importing.result import ImportResult
    from desktop.importing.verdicts import Issue


def register(commands: Commands) -> None:
    """Add the commands to the parser."""
    parser = add_command(commands, "import", translate("Cli", "take in the rows of a workbook"))
    parser.add_argument("kind", choices=tuple(map(str, WorkbookKind)))
    parser.add_argument("file", type=Path, metavar="FILE")
    _add_layout(parser)
    _add_choices(parser)
    parser.set_defaults(run=run_import)


def _add_layout(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--sheet",
        action="append",
        default=[],
        metavar="NAME",
        help=translate("Cli", "which sheet; several times for several sheets"),
    )
    parser.add_argument(
        "--map",
        action="append",
        type=_pair,
        default=[],
        metavar=translate("Cli", '"HEADING=field"'),
        help=translate("Cli", "say what a column holds, where its heading does not"),
    )
    parser.add_argument(
        "--header-row",
        type=int,
        metavar="N",
        help=translate("Cli", "the row of the headings; 0 for none, with --map A=name"),
    )
    parser.add_argument(
        "--month", type=month_argument, metavar="YYYY-MM", help=translate("Cli", "month of dates that name none")
    )


def _add_choices(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--update",
        action="store_true",
        help=translate("Cli", "let rows about residents on record change them, instead of refusing them"),
    )
    parser.add_argument(
        "--flags",
        choices=("union", "replace"),
        default="union",
        help=translate("Cli", "with --update: keep flags that a row does not name, or end them"),
    )
    parser.add_argument(
        "--holds-from",
        default="",
        metavar="DATE",
        help=translate("Cli", "with --update: the day from which another address or enrolment holds (today)"),
    )
    parser.add_argument(
        "--worker",
        action="append",
        type=_pair,
        default=[],
        metavar=translate("Cli", '"NAME=ANSWER"'),
        help=translate("Cli", "services: who a name is: NAME of the list, new or new:ROLE, nothing for no worker"),
    )
    parser.add_argument(
        "--report", type=Path, metavar="FILE.xlsx", help=translate("Cli", "write what became of every row")
    )
    parser.add_argument(
        "--dry-run", action="store_true", help=translate("Cli", "give the same answer and write nothing")
    )


def run_import(args: argparse.Namespace, out: Output) -> int:
    """Take the workbook in; with a row that needs a person the exit code is 3."""
    # Reading workbooks loads slowly and most commands never do.
    from desktop.importing.importer import ImportOptions, import_workbook

    options = ImportOptions(
        mapping=dict(args.map),
        dry_run=args.dry_run,
        month=args.month,
        sheets=tuple(args.sheet),
        header_row=args.header_row,
        update_existing=args.update,
        flags=args.flags,
        holds_from=args.holds_from,
    )
    with opened(args) as actor, out.progress() as progress:
        options = replace(options, workers={name: _who(text) for name, text in args.worker})
        result = import_workbook(actor, WorkbookKind(args.kind), args.file, options, progress)
        if args.report is not None:
            from desktop.importing.papers import verdict_report

            verdict_report.write(args.report, result, progress)
    lines = [*map(_issue_line, result.issues), *map(_question_line, result.questions), *summary(result)]
    out.show(result.as_json(), lines)
    return NEEDS_A_PERSON if result.needs_a_person else DONE


def summary(result: ImportResult) -> list[str]:
    """What came of an import, in a few lines."""
    words = translate(
        "Cli",
        "{file}: {imported} of {rows} rows taken in, {to_verify} to verify, {refused} refused ({duplicates} twice).",
    )
    names = ("imported", "rows", "to_verify", "refused", "duplicates")
    lines = [words.format(file=result.file, **{name: result.total(name) for name in names})]
    if result.total("updated"):
        updated = translate("Cli", "{updated} residents on record were changed.")
        lines.append(updated.format(updated=result.total("updated")))
    if result.looks_like is not None:
        words = translate("Cli", "It looks like {kind}; was it to be read so? shizhu import {code} FILE")
        lines.append(words.format(kind=workbook_word(result.looks_like), code=result.looks_like))
    if result.mapping_source == "remembered":
        lines.append(translate("Cli", "The columns were read as they were named by hand before."))
    if result.import_id is not None:
        taken_back = translate("Cli", "To take it back: shizhu undo {number}")
        lines.append(taken_back.format(number=result.import_id))
    return lines


def _issue_line(issue: Issue) -> str:
    return translate("Cli", "Row {row}: {text}").format(row=issue.row, text=issue.text)


def _who(text: str) -> WorkerAnswer:
    """What the command line says of a name."""
    from desktop.importing.book.words import code_of
    from desktop.importing.questions import WorkerAnswer

    if not text:
        return WorkerAnswer(WorkerChoice.NOBODY)
    new, _colon, role = text.partition(":")
    if new == "new":
        code = code_of("post_role", role or PostRole.CARER)
        if code is None:
            raise InvalidDraft([FieldError("role", Reason.UNKNOWN_WORD, role)])
        return WorkerAnswer(WorkerChoice.REGISTER, role=code)
    named_id = resolver(NamedList.PERSON).of(text)
    if named_id is None:
        raise NotFound(Thing.NAMED, text)
    return WorkerAnswer(WorkerChoice.TAKE, named_id)


def _question_line(question: WorkerQuestion) -> str:
    likely = "、".join(one.name for one in question.likely)
    if question.answer is not None:
        words = translate("Cli", "Worker “{text}” ({rows} rows, from row {row}) is answered.")
    elif question.several:
        words = translate("Cli", "Worker “{text}” ({rows} rows, from row {row}) may be {likely}: --worker {text}=NAME")
    elif likely:
        words = translate(
            "Cli",
            "Worker “{text}” ({rows} rows, from row {row}) is not in the list; perhaps {likely}."
            " --worker {text}=NAME, {text}=new, or {text}= for none",
        )
    else:
        words = translate(
            "Cli",
            "Worker “{text}” ({rows} rows, from row {row}) is not in the list."
            " --worker {text}=NAME, {text}=new, or {text}= for none",
        )
    return words.format(text=question.text, rows=question.rows, row=question.row, likely=likely)


def _pair(text: str) -> tuple[str, str]:
    # Nothing behind the sign leaves the column out.
    heading, mark, name = text.rpartition("=")
    if not mark or not heading.strip():
        message = translate("Cli", "{text} is no pair; write it as HEADING=field").format(text=text)
        raise argparse.ArgumentTypeError(message)
    return heading.strip(), name.strip()
