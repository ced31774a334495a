"""``homebed``: care beds at home, from the assessment to the end; the plan against what was done."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from desktop.cli.facts import person_of
from desktop.cli.options import Commands, add_command, code_argument, day_of, month_argument, put_named, words_of
from desktop.cli.output import DONE, NEEDS_A_PERSON, Output
from desktop.cli.session import opened
from desktop.cli.shapes import day_text
from desktop.cli.stay_contracts import write_kept
from desktop.core import clock
from desktop.core.files import make_folder
from desktop.core.i18n import translate
from desktop.core.words import terms
from desktop.core.words.home_beds import HOME_BED_STATES, REVIEW_OUTCOMES
from desktop.services.centre.centres import centre
from desktop.services.home_beds import pictures, progress, steps
from desktop.services.home_beds.month_sheet import DoneService, month_sheet
from desktop.services.home_beds.progress import Attention, HomeBedRow, PlanLine, PlanWeek
from desktop.services.home_beds.steps import AssessDraft, PlanDraft, RenewDraft, ReviewDraft, SignDraft

# What ``homebed change`` may be given, with the fields that it is.
_CHANGED = {
    "assessed": "assessed_on",
    "assessor": "assessor",
    "needs": "needs",
    "signed": "signed_on",
    "contract": "contract_no",
    "by": "signed_by",
    "to": "contract_to",
    "review": "review_on",
    "remark": "remark",
}
_DAYS = frozenset({"assessed_on", "signed_on", "contract_to", "review_on"})


def register(commands: Commands) -> None:
    """Add the command to the parser."""
    parser = add_command(commands, "homebed", translate("Cli", "care beds at home, and the plan against what was done"))
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", required=True)
    _register_way(verbs)
    _register_plan(verbs)
    listed = add_command(verbs, "list", translate("Cli", "care beds at home, and what of them is to be seen to"))
    listed.add_argument("--to-do", action="store_true", help=translate("Cli", "only those somebody has to see to"))
    listed.set_defaults(run=run_list)
    sheet = _of_one(verbs, "sheet", translate("Cli", "the plan of one and its month, also on paper"), run_sheet)
    sheet.add_argument("--month", type=month_argument, required=True, metavar="YYYY-MM")
    sheet.add_argument("--pdf", type=Path, metavar="DIR")
    sheet.add_argument("--xlsx", type=Path, metavar="DIR")
    week = add_command(verbs, "week", translate("Cli", "the plans of a week against what was done"))
    week.add_argument("--day", default="", metavar="DATE", help=translate("Cli", "a day of the week, today otherwise"))
    week.set_defaults(run=run_week, parser=week)


def _register_way(verbs: Commands) -> None:
    assessed = add_command(verbs, "assess", translate("Cli", "somebody was assessed for care at home"))
    assessed.add_argument("who", metavar="WHO")
    _texts(assessed, "--on", "--by", "--needs", "--remark")
    assessed.set_defaults(run=run_assess)
    signed = _of_one(verbs, "sign", translate("Cli", "the contract was signed"), run_sign)
    _texts(signed, "--on", "--contract", "--by", "--to")
    signed.add_argument("--review", required=True, metavar="DATE", help=translate("Cli", "the day of the first review"))
    renewed = _of_one(verbs, "renew", translate("Cli", "the contract goes on to a later day"), run_renew)
    renewed.add_argument("--to", required=True, metavar="DATE")
    _texts(renewed, "--contract", "--by")
    changed = _of_one(verbs, "change", translate("Cli", "put one right; what is not given stays"), run_change)
    for name, field in _CHANGED.items():
        changed.add_argument(f"--{name}", dest=field, metavar="DATE" if field in _DAYS else "TEXT")
    picture = _of_one(
        verbs, "picture", translate("Cli", "keep the picture of a contract, or write it to a file"), run_picture
    )
    way = picture.add_mutually_exclusive_group(required=True)
    way.add_argument("file", nargs="?", type=Path, metavar="FILE")
    way.add_argument("--out", type=Path, metavar="FILE")
    declined = _of_one(verbs, "decline", translate("Cli", "nothing came of the assessment"), run_decline)
    ended = _of_one(verbs, "end", translate("Cli", "it is none any more from a day on"), run_end)
    voided = _of_one(verbs, "void", translate("Cli", "it was recorded by mistake"), run_void)
    for one in (declined, ended, voided):
        one.add_argument("--reason", required=True, metavar="TEXT")
    for one in (declined, ended):
        _texts(one, "--on")


def _register_plan(verbs: Commands) -> None:
    planned = _of_one(verbs, "plan", translate("Cli", "a kind of help so many times a week"), run_plan)
    planned.add_argument(
        "--type", type=code_argument(terms.SERVICE_TYPES), required=True, metavar=words_of(terms.SERVICE_TYPES)
    )
    planned.add_argument("--times", required=True, metavar="N")
    _texts(planned, "--from", "--to")
    ended = _of_one(verbs, "end-plan", translate("Cli", "a line of a plan holds up to a day"), run_end_plan)
    ended.add_argument("day", metavar="DATE")
    voided = _of_one(verbs, "void-plan", translate("Cli", "a line was planned by mistake"), run_void_plan)
    voided.add_argument("--reason", required=True, metavar="TEXT")
    reviewed = _of_one(verbs, "review", translate("Cli", "how the care at home goes"), run_review)
    reviewed.add_argument(
        "--outcome", type=code_argument(REVIEW_OUTCOMES), required=True, metavar=words_of(REVIEW_OUTCOMES)
    )
    reviewed.add_argument("--next", required=True, metavar="DATE", help=translate("Cli", "the day of the next review"))
    _texts(reviewed, "--on", "--words", "--by")


def _of_one(verbs: Commands, name: str, words: str, run: Any) -> argparse.ArgumentParser:
    made = add_command(verbs, name, words)
    made.add_argument("id", type=int, metavar="ID")
    made.set_defaults(run=run)
    return made


def _texts(parser: argparse.ArgumentParser, *names: str) -> None:
    for name in names:
        day = name in ("--on", "--to", "--from")
        parser.add_argument(
            name, dest=name.strip("-").replace("from", "first"), default="", metavar="DATE" if day else "TEXT"
        )


def run_assess(args: argparse.Namespace, out: Output) -> int:
    """Record an assessment of today, unless a day is named."""
    with opened(args) as actor:
        draft = AssessDraft(person_of(args.who), args.on or clock.today(), args.by, args.needs, args.remark)
        made = steps.assess(actor, draft)
    return _told(out, made)


def run_sign(args: argparse.Namespace, out: Output) -> int:
    """Record the contract."""
    with opened(args) as actor:
        steps.sign(actor, args.id, SignDraft(args.on or clock.today(), args.contract, args.by, args.to, args.review))
    return _told(out, args.id)


def run_renew(args: argparse.Namespace, out: Output) -> int:
    """Let the contract go on."""
    with opened(args) as actor:
        steps.renew(actor, args.id, RenewDraft(args.to, args.contract, args.by))
    return _told(out, args.id)


def run_change(args: argparse.Namespace, out: Output) -> int:
    """Give one on record what was named."""
    with opened(args) as actor:
        draft = steps.draft_of(args.id)
        put_named(draft, {field: getattr(args, field) for field in _CHANGED.values()})
        steps.change(actor, args.id, draft)
    return _told(out, args.id)


def run_picture(args: argparse.Namespace, out: Output) -> int:
    """Keep a file as the picture of the contract, or write the kept one to a file."""
    with opened(args) as actor:
        if args.file is not None:
            pictures.keep(actor, args.id, args.file)
        else:
            _path, content = pictures.read(actor, args.id)
            write_kept(args.out, content)
    return _told(out, args.id)


def run_decline(args: argparse.Namespace, out: Output) -> int:
    """Nothing came of it."""
    with opened(args) as actor:
        steps.decline(actor, args.id, args.reason, args.on)
    return _told(out, args.id)


def run_end(args: argparse.Namespace, out: Output) -> int:
    """End one, and its plans with it."""
    with opened(args) as actor:
        steps.end(actor, args.id, args.reason, args.on)
    return _told(out, args.id)


def run_void(args: argparse.Namespace, out: Output) -> int:
    """Make one void."""
    with opened(args) as actor:
        steps.void(actor, args.id, args.reason)
    return _told(out, args.id)


def run_plan(args: argparse.Namespace, out: Output) -> int:
    """Plan a kind of help; from today unless a day is named."""
    with opened(args) as actor:
        made = steps.plan(actor, args.id, PlanDraft(args.type, args.times, args.first or clock.today(), args.to))
    return _told(out, made)


def run_end_plan(args: argparse.Namespace, out: Output) -> int:
    """End a line of a plan."""
    with opened(args) as actor:
        steps.end_plan(actor, args.id, args.day)
    return _told(out, args.id)


def run_void_plan(args: argparse.Namespace, out: Output) -> int:
    """Make a line of a plan void."""
    with opened(args) as actor:
        steps.void_plan(actor, args.id, args.reason)
    return _told(out, args.id)


def run_review(args: argparse.Namespace, out: Output) -> int:
    """Record a review of today, unless a day is named."""
    with opened(args) as actor:
        draft = ReviewDraft(args.on or clock.today(), args.outcome, args.words, args.by, args.next)
        made = steps.review(actor, args.id, draft)
    return _told(out, made)


def run_list(args: argparse.Namespace, out: Output) -> int:
    """Print them; 3 where somebody has to see to one."""
    with opened(args):
        asked = progress.attention()
        found = [one for one in progress.rows() if not args.to_do or asked.of(one.id)]
        plans = progress.plans()
    told = [_row(one, asked, [line for line in plans if line.home_bed_id == one.id]) for one in found]
    lines = ["  ".join((str(one.id), one.name, HOME_BED_STATES.shown[one.state])) for one in found]
    out.show({"home_beds": told}, [*lines, translate("Cli", "{count} found").format(count=len(found))])
    return NEEDS_A_PERSON if any(asked.of(one.id) for one in found) else DONE


def run_week(args: argparse.Namespace, out: Output) -> int:
    """Print a week."""
    with opened(args):
        monday = progress.monday_of(day_of(args))
        found = progress.weeks([monday])
    words = translate("Cli", "{name}  {type}  {done} of {times}")
    lines = [
        words.format(
            name=one.bed.name, type=terms.SERVICE_TYPES.shown[one.line.type], done=one.done, times=one.line.times
        )
        for one in found
    ]
    out.show({"monday": monday.isoformat(), "lines": [_week(one) for one in found]}, lines)
    return DONE


def run_sheet(args: argparse.Namespace, out: Output) -> int:
    """Print the plan of one and its month, as files too where they are wanted."""
    with opened(args), out.progress() as progress_line:
        found = month_sheet(args.id, args.month)
        files, missing = [], False
        for folder, ext in ((args.pdf, "pdf"), (args.xlsx, "xlsx")):
            if folder is not None:
                # Printing loads slowly and most commands never print.
                from desktop.reports.home_bed_sheet import file_name, write

                make_folder(folder)
                path = folder / file_name(args.month, args.id, ext)
                made = write(found, centre(), path, printed_on=clock.today(), progress=progress_line)
                files.append(str(path))
                missing = missing or bool(made.missing)
    told = {
        "month": str(found.month),
        "id": found.bed.id,
        "name": found.bed.name,
        "plan": [*map(_plan, found.plan)],
        "weeks": [{"monday": one.monday.isoformat(), **_week(one)} for one in found.weeks],
        "done": [*map(_done, found.done)],
        "files": files,
    }
    words = translate("Cli", "{name}: {done} of {planned} planned services done")
    planned, done = sum(one.line.times for one in found.weeks), sum(one.done for one in found.weeks)
    out.show(told, [words.format(name=found.bed.name, done=done, planned=planned), *files])
    return NEEDS_A_PERSON if missing else DONE


def _told(out: Output, row_id: int) -> int:
    out.show({"id": row_id}, [translate("Cli", "It is on record: {id}").format(id=row_id)])
    return DONE


def _row(one: HomeBedRow, asked: Attention, plans: list[PlanLine]) -> dict[str, Any]:
    return {
        "id": one.id,
        "resident_id": one.resident_id,
        "name": one.name,
        "community": one.community,
        "state": one.state,
        "assessed_on": day_text(one.assessed_on),
        "signed_on": day_text(one.signed_on),
        "contract_no": one.contract_no,
        "signed_by": one.signed_by,
        "contract_to": day_text(one.contract_to),
        "review_on": day_text(one.review_on),
        "ended_on": day_text(one.ended_on),
        "reason": one.end_reason,
        "picture": bool(one.photo),
        "plan": [*map(_plan, plans)],
        "behind": asked.behind.get(one.id, 0),
        "review_due": one.id in asked.due,
        "off_register": one.id in asked.gone,
    }


def _plan(line: PlanLine) -> dict[str, Any]:
    return {
        "id": line.id,
        "type": line.type,
        "times": line.times,
        "from": day_text(line.valid_from),
        "to": day_text(line.valid_to),
    }


def _done(one: DoneService) -> dict[str, Any]:
    return {
        "date": one.day.isoformat(),
        "started": one.started or None,
        "type": one.type,
        "minutes": one.minutes,
        "worker": one.worker,
    }


def _week(one: PlanWeek) -> dict[str, Any]:
    return {
        "id": one.bed.id,
        "resident_id": one.bed.resident_id,
        "name": one.bed.name,
        "type": one.line.type,
        "times": one.line.times,
        "done": one.done,
        "left": one.left,
    }
