"""``order day-list``, ``sheet`` and ``attendance``: services on paper, each with a code that finds it again."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop.cli.options import Commands, add_command, code_of, read_day
from desktop.cli.output import DONE, NEEDS_A_PERSON, Output
from desktop.cli.reports import missing_sentence
from desktop.cli.session import opened
from desktop.core import clock
from desktop.core.acts import Thing
from desktop.core.codes import Code
from desktop.core.files import make_folder
from desktop.core.i18n import translate
from desktop.core.trade import ServicePlace
from desktop.core.words import terms
from desktop.services.centre.centres import centre
from desktop.services.help_services import attendance, attendance_paper, on_paper
from desktop.services.help_services.on_paper import PaperOrder
from desktop.services.help_services.orders import ServiceDraft
from desktop.services.writing.journal import id_of


def register(verbs: Commands) -> None:
    """Add them to the verbs of ``order``."""
    listed = add_command(verbs, "day-list", translate("Cli", "print the open orders of a day, a list for each worker"))
    who = listed.add_mutually_exclusive_group()
    who.add_argument("--worker", metavar="NAME", help=translate("Cli", "only this worker's"))
    who.add_argument(
        "--nobody", dest="worker", action="store_const", const="", help=translate("Cli", "only where nobody was sent")
    )
    listed.add_argument("--on", default="", metavar="DATE", help=translate("Cli", "the day; today"))
    listed.add_argument("--pdf", type=Path, required=True, metavar="FILE")
    listed.set_defaults(run=run_day_list, parser=listed)
    sheet = add_command(verbs, "sheet", translate("Cli", "print the sheet of an order (服务单)"))
    sheet.add_argument("uid", metavar="UID", help=translate("Cli", "or the code of its paper"))
    sheet.add_argument("--pdf", type=Path, required=True, metavar="FILE")
    sheet.set_defaults(run=run_sheet)
    there = add_command(verbs, "attendance", translate("Cli", "print who came to an activity (活动签到表)"))
    there.add_argument("--type", required=True, choices=tuple(terms.SERVICE_TYPES.values()))
    there.add_argument("--on", default="", metavar="DATE", help=translate("Cli", "the day; today"))
    there.add_argument("--start", default="", metavar="HH:MM", help=translate("Cli", "as it was recorded"))
    places = tuple(terms.SERVICE_PLACES.values())
    there.add_argument("--place", default=terms.SERVICE_PLACES[ServicePlace.CENTRE], choices=places)
    there.add_argument("--pdf", type=Path, required=True, metavar="FILE")
    there.set_defaults(run=run_attendance, parser=there)


def meant(text: str) -> int:
    """The order of a uid, or of the code on its paper."""
    try:
        Code.parse(text)
    except ValueError:
        return id_of(Thing.HELP_SERVICE, text)
    return on_paper.find(text).id


def run_day_list(args: argparse.Namespace, out: Output) -> int:
    """Print the lists of a day; each order on them has its code from now on."""
    # Printing loads slowly and most commands never print.
    from desktop.reports.forms.day_list import render_day_lists

    day = read_day(args.on, args.parser) if args.on else clock.today()
    with opened(args) as actor, out.progress() as progress:
        lists = on_paper.day_lists(actor, day, args.worker)
        make_folder(args.pdf.parent)
        done = render_day_lists(lists, centre().name, args.pdf, printed_on=clock.today(), progress=progress)
    told = [{"worker": one.visitor, "orders": [_shape(row) for row in one.rows]} for one in lists]
    words = translate("Cli", "{count} codes on {pages} pages: {file}")
    line = words.format(count=sum(len(one.rows) for one in lists), pages=done.pages, file=args.pdf)
    out.show({"pdf": str(args.pdf), "pages": done.pages, "day": day.isoformat(), "lists": told}, [line])
    return _ended(args, out, tuple(done.missing))


def run_sheet(args: argparse.Namespace, out: Output) -> int:
    """Print the sheet of one order."""
    from desktop.reports.forms.service_sheet import render_service_sheet

    with opened(args) as actor:
        row = on_paper.sheet(actor, meant(args.uid))
        make_folder(args.pdf.parent)
        done = render_service_sheet(row, centre().name, args.pdf, printed_on=clock.today())
    out.show({"pdf": str(args.pdf), "pages": done.pages} | _shape(row), [str(args.pdf)])
    return _ended(args, out, tuple(done.missing))


def run_attendance(args: argparse.Namespace, out: Output) -> int:
    """Print who is on record for an activity, with where each signs."""
    from desktop.reports.forms.attendance_list import render_attendance_list

    day = read_day(args.on, args.parser) if args.on else clock.today()
    draft = ServiceDraft(
        type=code_of(terms.SERVICE_TYPES, args.type),
        place=code_of(terms.SERVICE_PLACES, args.place),
        service_on=day,
        started=args.start,
    )
    with opened(args) as actor, out.progress() as progress:
        there = attendance_paper.attendance_list(actor, attendance.begin(draft))
        make_folder(args.pdf.parent)
        done = render_attendance_list(there, centre().name, args.pdf, printed_on=clock.today(), progress=progress)
    words = translate("Cli", "{count} codes on {pages} pages: {file}")
    line = words.format(count=len(there.rows), pages=done.pages, file=args.pdf)
    told = {"pdf": str(args.pdf), "pages": done.pages, "day": day.isoformat(), "type": there.type}
    out.show(told | {"people": [_shape(row) for row in there.rows]}, [line])
    return _ended(args, out, tuple(done.missing))


def _shape(row: PaperOrder) -> dict[str, object]:
    return {"position": row.position, "code": row.code, "uid": row.order.uid, "name": row.name}


def _ended(args: argparse.Namespace, out: Output, missing: tuple[str, ...]) -> int:
    if missing:
        out.complain(missing_sentence(args.pdf.name, missing))
    return NEEDS_A_PERSON if missing else DONE
