"""``daycare``: who comes to the day care and leaves it, by scan or as typed, and the sheet of a month."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from desktop.cli.facts import person_of
from desktop.cli.options import Commands, add_command, day_of, month_argument, put_named
from desktop.cli.output import DONE, NEEDS_A_PERSON, Output
from desktop.cli.session import opened
from desktop.core import clock
from desktop.core.acts import Thing
from desktop.core.answers import ScanKind
from desktop.core.files import make_folder
from desktop.core.i18n import translate
from desktop.core.words.codes import replaced_words
from desktop.services.centre.centres import centre
from desktop.services.day_care import attendance, scanning
from desktop.services.day_care.attendance import DayDraft, DayRow
from desktop.services.day_care.month_sheet import MonthSheet, SheetLine, month_sheet
from desktop.services.day_care.scanning import DayScan
from desktop.services.writing.journal import id_of


def register(commands: Commands) -> None:
    """Add the command to the parser."""
    parser = add_command(commands, "daycare", translate("Cli", "who comes to the day care and leaves it"))
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", required=True)
    scanned = add_command(verbs, "scan", translate("Cli", "what the day care does with one scan: in, then out"))
    scanned.add_argument("code", metavar="CODE")
    scanned.set_defaults(run=run_scan)
    added = add_command(verbs, "add", translate("Cli", "record somebody's time"))
    added.add_argument("who", metavar="WHO")
    added.add_argument("--day", default="", metavar="DATE")
    added.add_argument("--came", required=True, metavar="HH:MM")
    added.add_argument("--left", default="", metavar="HH:MM")
    added.add_argument("--remark", default="", metavar="TEXT")
    added.set_defaults(run=run_add, parser=added)
    changed = add_command(verbs, "change", translate("Cli", "put somebody's time right"))
    changed.add_argument("uid", metavar="UID")
    changed.add_argument("--came", metavar="HH:MM")
    changed.add_argument("--left", metavar="HH:MM")
    changed.add_argument("--remark", metavar="TEXT")
    changed.set_defaults(run=run_change)
    voided = add_command(verbs, "void", translate("Cli", "they were not there"))
    voided.add_argument("uid", metavar="UID")
    voided.add_argument("--reason", required=True, metavar="TEXT")
    voided.set_defaults(run=run_void)
    listed = add_command(verbs, "list", translate("Cli", "who was there on a day"))
    listed.add_argument("--day", default="", metavar="DATE")
    listed.set_defaults(run=run_list, parser=listed)
    sheet = add_command(verbs, "sheet", translate("Cli", "who was there on which day of a month"))
    sheet.add_argument("--month", type=month_argument, required=True, metavar="YYYY-MM")
    sheet.add_argument("--pdf", type=Path, metavar="DIR")
    sheet.add_argument("--xlsx", type=Path, metavar="DIR")
    sheet.set_defaults(run=run_sheet)


def run_scan(args: argparse.Namespace, out: Output) -> int:
    """Let somebody in, or out; 3 where a person has to say who was meant."""
    with opened(args) as actor:
        found = scanning.scan(actor, args.code)
        if found.error is not None:
            raise found.error
        there = attendance.present()
    old = [] if found.old is None else [replaced_words(*found.old)]
    out.show({**_scan(found), "present": there}, [_scan_line(found), *old])
    return NEEDS_A_PERSON if found.kind == ScanKind.CHOOSE else DONE


def run_add(args: argparse.Namespace, out: Output) -> int:
    """Record a time of today, unless a day is named."""
    with opened(args) as actor:
        draft = DayDraft(person_of(args.who), args.day or clock.today(), args.came, args.left, args.remark)
        (row,) = attendance.rows([attendance.add(actor, draft)])
    out.show({"uid": row.uid}, [_line(row)])
    return DONE


def run_change(args: argparse.Namespace, out: Output) -> int:
    """Give a time on record what was named."""
    with opened(args) as actor:
        one = id_of(Thing.DAY_ATTENDANCE, args.uid)
        draft = attendance.draft_of(one)
        put_named(draft, {"came_at": args.came, "left_at": args.left, "remark": args.remark})
        attendance.change(actor, one, draft)
        (row,) = attendance.rows([one])
    out.show({"uid": row.uid}, [_line(row)])
    return DONE


def run_void(args: argparse.Namespace, out: Output) -> int:
    """Make a time void."""
    with opened(args) as actor:
        attendance.void(actor, id_of(Thing.DAY_ATTENDANCE, args.uid), args.reason)
    out.show({"uid": args.uid}, [translate("Cli", "It is void.")])
    return DONE


def run_list(args: argparse.Namespace, out: Output) -> int:
    """Print the times of a day."""
    with opened(args):
        day = day_of(args)
        found = attendance.rows(attendance.of_day(day))
        places = attendance.places_on(day)
    told = {"day": day.isoformat(), "places": places, "attendances": [_row(one) for one in found]}
    out.show(told, [*map(_line, found), translate("Cli", "{count} found").format(count=len(found))])
    return DONE


def run_sheet(args: argparse.Namespace, out: Output) -> int:
    """Print the sheet of a month, as files too where they are wanted."""
    with opened(args), out.progress() as progress:
        found = month_sheet(args.month)
        files, missing = [], False
        for folder, ext in ((args.pdf, "pdf"), (args.xlsx, "xlsx")):
            if folder is not None:
                # Printing loads slowly and most commands never print.
                from desktop.reports.day_care_sheet import file_name, write

                make_folder(folder)
                path = folder / file_name(args.month, ext)
                done = write(found, centre(), path, printed_on=clock.today(), progress=progress)
                files.append(str(path))
                missing = missing or bool(done.missing)
    out.show(_sheet(found, files), [*map(_sheet_line, found.lines), *files])
    return NEEDS_A_PERSON if missing else DONE


def _scan(found: DayScan) -> dict[str, Any]:
    return {
        "kind": found.kind,
        "name": found.name,
        "came": found.came,
        "at": found.at,
        "old_card": found.old is not None,
        "choices": [{"resident_id": one.id, "name": one.name, "community": one.community} for one in found.choices],
    }


def _scan_line(found: DayScan) -> str:
    if found.kind == ScanKind.CHOOSE:
        return translate("Cli", "Several people bear this name: {names}").format(
            names="、".join(f"{one.name} {one.community}" for one in found.choices)
        )
    words = {
        (ScanKind.RECORDED, True): translate("Cli", "{name} came at {at}"),
        (ScanKind.RECORDED, False): translate("Cli", "{name} left at {at}"),
        (ScanKind.AGAIN, True): translate("Cli", "{name} came at {at} already; nothing is added"),
        (ScanKind.AGAIN, False): translate("Cli", "{name} left at {at} already; nothing is added"),
    }
    return words[found.kind, found.came].format(name=found.name, at=found.at)


def _row(one: DayRow) -> dict[str, Any]:
    return {
        "uid": one.uid,
        "resident_id": one.resident_id,
        "name": one.name,
        "community": one.community,
        "came": one.came_at,
        "left": one.left_at or None,
        "minutes": one.minutes,
        "remark": one.remark,
    }


def _line(one: DayRow) -> str:
    return "  ".join(
        part for part in (one.day.isoformat(), one.name, f"{one.came_at}–{one.left_at}", one.remark) if part
    )


def _sheet(found: MonthSheet, files: list[str]) -> dict[str, Any]:
    return {
        "month": str(found.month),
        "places": found.places,
        "people": [_person(one) for one in found.lines],
        "by_day": {day.isoformat(): found.on(day) for day in found.month if found.on(day)},
        "attendance_days": sum(len(one.days) for one in found.lines),
        "minutes": sum(one.minutes for one in found.lines),
        "files": files,
    }


def _person(one: SheetLine) -> dict[str, Any]:
    return {
        "resident_id": one.person.resident_id,
        "name": one.person.name,
        "days": [day.isoformat() for day in sorted(one.days)],
        "unsigned": [day.isoformat() for day, mark in sorted(one.days.items()) if not mark.signed_out],
        "minutes": one.minutes,
    }


def _sheet_line(one: SheetLine) -> str:
    return f"{one.person.name}  {len(one.days)}  {one.minutes / 60:.2f}"
