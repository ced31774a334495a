"""``delivery``: meals brought to the door: what was agreed, the list of a day, and what became of its stops."""

from __future__ import annotations

import argparse
import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

from desktop.cli.facts import person_of
from desktop.cli.options import Commands, add_command, code_of, day_of
from desktop.cli.output import DONE, NEEDS_A_PERSON, Output
from desktop.cli.reports import missing_sentence
from desktop.cli.session import opened
from desktop.cli.shapes import day_text
from desktop.core import clock
from desktop.core.files import make_folder
from desktop.core.i18n import translate
from desktop.core.routes import StandingSubject
from desktop.core.standing import Span
from desktop.core.trade import MealKind
from desktop.core.words import terms
from desktop.core.words.routes import DELIVERY_OUTCOMES, LEFT_OUT
from desktop.services.centre.centres import centre
from desktop.services.deliveries import lists, signing
from desktop.services.standing import arrangements, calendar
from desktop.services.standing.arrangements import ArrangementDraft, HolidayDraft, StopDraft
from desktop.services.standing.calendar import Agreed
from desktop.services.visits import route_sheets
from desktop.services.visits.route_sheets import Sheet, SheetRow

_LUNCH = terms.MEALS[MealKind.LUNCH]
Run = Callable[[argparse.Namespace, Output], int]


def register(commands: Commands) -> None:
    """Add the command to the parser."""
    parser = add_command(commands, "delivery", translate("Cli", "meals brought to the door"))
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", required=True)
    _register_standing(verbs)
    made = add_command(verbs, "list", translate("Cli", "make the list of a day and meal, and print it"))
    _of_day(made)
    made.add_argument("--by", default="", metavar="NAME", help=translate("Cli", "who brings the meals"))
    made.add_argument("--community", default="", metavar="NAME", help=translate("Cli", "only this community"))
    made.add_argument("--pdf", type=Path, metavar="FILE")
    made.set_defaults(run=run_list, parser=made)
    shown = add_command(verbs, "show", translate("Cli", "the stops of a day, who is left out and why"))
    _of_day(shown)
    shown.set_defaults(run=run_show, parser=shown)
    printed = add_command(verbs, "print", translate("Cli", "print a list again"))
    printed.add_argument("list", type=int, metavar="LIST")
    printed.add_argument("--pdf", type=Path, required=True, metavar="FILE")
    printed.set_defaults(run=run_print)
    signed = add_command(verbs, "sign", translate("Cli", "record what became of a stop"))
    signed.add_argument("code", metavar="CODE", help=translate("Cli", "the code of the row, or the person's card"))
    signed.add_argument("outcome", choices=tuple(DELIVERY_OUTCOMES.values()))
    signed.add_argument("--words", default="", metavar="TEXT")
    signed.add_argument("--time", default=None, metavar="HH:MM", help=translate("Cli", "when it was delivered"))
    _of_day(signed)
    signed.set_defaults(run=run_sign, parser=signed)


def _register_standing(verbs: Commands) -> None:
    agree = add_command(verbs, "agree", translate("Cli", "agree on meals that are brought on certain weekdays"))
    agree.add_argument("who", metavar="WHO")
    agree.add_argument("--meal", default=_LUNCH, choices=tuple(terms.MEALS.values()))
    agree.add_argument("--remark", default="", metavar="TEXT", help=translate("Cli", "what to mind with the meals"))
    agree.set_defaults(run=run_agree)
    register_agreed(verbs, agree, run_agreed, run_end)
    holiday = add_command(verbs, "holiday", translate("Cli", "a day on which nothing is brought"))
    holiday.add_argument("day", metavar="DATE")
    holiday.add_argument("words", metavar="TEXT")
    holiday.add_argument("--open", action="store_true", help=translate("Cli", "meals are brought all the same"))
    holiday.set_defaults(run=run_holiday)
    back = add_command(verbs, "void-holiday", translate("Cli", "a day is no holiday after all"))
    back.add_argument("which", metavar="DATE")
    back.add_argument("--reason", required=True, metavar="TEXT")
    back.set_defaults(run=run_void_holiday)
    coming = add_command(verbs, "coming", translate("Cli", "how many meals the days to come ask for, and the holidays"))
    coming.add_argument("--days", type=int, choices=range(1, 93), default=7, metavar="N")
    _of_day(coming)
    coming.set_defaults(run=run_coming, parser=coming)


def register_agreed(verbs: Commands, agree: argparse.ArgumentParser, shown: Run, ended: Run) -> None:
    """The days of whatever is agreed, and the verbs that show it, end it, let it rest for some days or void it."""
    agree.add_argument("--days", default="", metavar="135", help=translate("Cli", "1 Monday to 7 Sunday; every day"))
    agree.add_argument("--from", dest="first", default="", metavar="DATE")
    agree.add_argument("--to", dest="last", default="", metavar="DATE")
    add_command(verbs, "agreed", translate("Cli", "print what was agreed")).set_defaults(run=shown)
    end = add_command(verbs, "end", translate("Cli", "the last day of what was agreed"))
    end.add_argument("id", type=int, metavar="ID")
    end.add_argument("day", metavar="DATE")
    end.set_defaults(run=ended)
    void = add_command(verbs, "void", translate("Cli", "it was agreed by mistake"))
    void.add_argument("id", type=int, metavar="ID")
    void.add_argument("--reason", required=True, metavar="TEXT")
    void.set_defaults(run=run_void)
    stop = add_command(verbs, "stop", translate("Cli", "let it rest for some days, such as in hospital"))
    stop.add_argument("id", type=int, metavar="ID")
    stop.add_argument("--from", dest="first", required=True, metavar="DATE")
    stop.add_argument("--to", dest="last", default="", metavar="DATE")
    stop.add_argument("--reason", required=True, metavar="TEXT")
    stop.set_defaults(run=run_stop)
    back = add_command(verbs, "void-stop", translate("Cli", "a stop stands no more; its id is in the list"))
    back.add_argument("which", metavar="STOP", type=int)
    back.add_argument("--reason", required=True, metavar="TEXT")
    back.set_defaults(run=run_void_stop)


def _of_day(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--day", default="", metavar="DATE")
    parser.add_argument("--meal", default=_LUNCH, choices=tuple(terms.MEALS.values()))


def run_agree(args: argparse.Namespace, out: Output) -> int:
    """Agree on meals; from today unless a day is named."""
    with opened(args) as actor:
        first = args.first or clock.today()
        draft = ArrangementDraft(person_of(args.who), _meal(args), first, args.last, args.remark, list(args.days))
        made = arrangements.arrange(actor, draft)
    out.show({"id": made}, [translate("Cli", "Agreed: {id}").format(id=made)])
    return DONE


def run_agreed(args: argparse.Namespace, out: Output) -> int:
    """Print what was agreed, with its stops."""
    with opened(args):
        known = calendar.agreed(StandingSubject.MEAL_DELIVERY)
        found = [agreed_shape(one) | {"meal": one.meal} for one in known]
    shown = terms.MEALS.shown
    lines = [f"{one['id']}  {one['name']}  {shown[one['meal']]}  {one['weekdays']}".rstrip() for one in found]
    out.show({"agreed": found}, lines)
    return DONE


def run_end(args: argparse.Namespace, out: Output) -> int:
    """End what was agreed."""
    with opened(args) as actor:
        draft = arrangements.draft_of(args.id)
        draft.valid_to = args.day
        arrangements.change(actor, args.id, draft)
    out.show({"id": args.id}, [translate("Cli", "The last day is on record.")])
    return DONE


def run_void(args: argparse.Namespace, out: Output) -> int:
    """Make it void."""
    with opened(args) as actor:
        arrangements.void(actor, args.id, args.reason)
    out.show({"id": args.id}, [translate("Cli", "It is void.")])
    return DONE


def run_stop(args: argparse.Namespace, out: Output) -> int:
    """Let it rest."""
    with opened(args) as actor:
        made = arrangements.stop(actor, args.id, StopDraft(args.first, args.last, args.reason))
    out.show({"id": made}, [translate("Cli", "The stop is on record.")])
    return DONE


def run_holiday(args: argparse.Namespace, out: Output) -> int:
    """Put a holiday on record."""
    with opened(args) as actor:
        made = arrangements.set_holiday(actor, HolidayDraft(args.day, args.words, not args.open))
    out.show({"id": made}, [translate("Cli", "The holiday is on record.")])
    return DONE


def run_void_stop(args: argparse.Namespace, out: Output) -> int:
    """A stop stands no more."""
    with opened(args) as actor:
        arrangements.void_stop(actor, args.which, args.reason)
    out.show({"id": args.which}, [translate("Cli", "It is void.")])
    return DONE


def run_void_holiday(args: argparse.Namespace, out: Output) -> int:
    """A day is no holiday after all."""
    with opened(args) as actor:
        arrangements.void_holiday(actor, args.which, args.reason)
    out.show({"day": args.which}, [translate("Cli", "It is void.")])
    return DONE


def run_coming(args: argparse.Namespace, out: Output) -> int:
    """Print how many meals each of the days to come asks for, by what was agreed."""
    with opened(args):
        first = day_of(args)
        days = [first + dt.timedelta(days=ahead) for ahead in range(args.days)]
        planned = calendar.planned(Span(first, days[-1]), StandingSubject.MEAL_DELIVERY, _meal(args))
        closed = {one.day: one for one in arrangements.holidays_since(first) if one.day <= days[-1]}
    told = [
        {"day": day.isoformat(), "meals": planned.get(day, 0), "holiday": closed[day].words if day in closed else None}
        for day in days
    ]
    out.show({"days": told}, [f"{one['day']}  {one['meals']}  {one['holiday'] or ''}".rstrip() for one in told])
    return DONE


def run_list(args: argparse.Namespace, out: Output) -> int:
    """Make a list; print it where a file is named."""
    with opened(args) as actor:
        sheet = lists.make(actor, day_of(args), _meal(args), args.by, args.community)
        return _told(args, out, sheet)


def run_print(args: argparse.Namespace, out: Output) -> int:
    """Print a list again."""
    with opened(args):
        return _told(args, out, route_sheets.sheet(args.list))


def run_show(args: argparse.Namespace, out: Output) -> int:
    """Print the stops of a day and who is left out."""
    with opened(args):
        day, meal = day_of(args), _meal(args)
        stops = lists.stops(day, meal)
        waiting = lists.waiting(day, meal)
    told = {
        "day": day.isoformat(),
        "meal": meal,
        "stops": [*map(_stop, stops)],
        "waiting": [one.agreed.name for one in waiting if one.left_out is None],
        "left_out": [{"name": one.agreed.name, "why": str(one.left_out)} for one in waiting if one.left_out],
    }
    lines = [*map(_line, stops)]
    lines += [f"{one.agreed.name}  {LEFT_OUT.shown[one.left_out]}" for one in waiting if one.left_out]
    out.show(told, lines)
    return DONE


def run_sign(args: argparse.Namespace, out: Output) -> int:
    """Record what became of a stop."""
    with opened(args) as actor:
        row = signing.find(args.code, day_of(args), _meal(args))
        signing.record(actor, row.id, code_of(DELIVERY_OUTCOMES, args.outcome), args.words, args.time)
        found = route_sheets.row(row.id)
    out.show(_stop(found), [_line(found)])
    return DONE


def _told(args: argparse.Namespace, out: Output, sheet: Sheet) -> int:
    told: dict[str, Any] = {"list": sheet.id, "count": len(sheet.rows), "stops": [*map(_stop, sheet.rows)]}
    if args.pdf is None:
        out.show(told | {"pdf": None}, [*map(_line, sheet.rows)])
        return DONE
    # Printing loads slowly and most commands never print.
    from desktop.reports.forms.delivery_list import render_delivery_list

    make_folder(args.pdf.parent)
    done = render_delivery_list(sheet, centre().name, args.pdf, printed_on=clock.today())
    words = translate("Cli", "{count} codes on {pages} pages: {file}")
    line = words.format(count=len(sheet.rows), pages=done.pages, file=args.pdf)
    out.show(told | {"pdf": str(args.pdf), "pages": done.pages}, [line])
    if done.missing:
        out.complain(missing_sentence(args.pdf.name, done.missing))
    return NEEDS_A_PERSON if done.missing else DONE


def agreed_shape(one: Agreed) -> dict[str, Any]:
    """What was agreed with somebody for which days, whatever it is, as JSON."""
    rests = [
        {"id": stop.id, "from": day_text(stop.from_on), "to": day_text(stop.to_on), "reason": stop.reason}
        for stop in calendar.stops(one.id)
    ]
    return {
        "id": one.id,
        "resident_id": one.resident_id,
        "name": one.name,
        "weekdays": one.weekdays,
        "from": day_text(one.valid_from),
        "to": day_text(one.valid_to),
        "remark": one.remark,
        "stops": rests,
    }


def _stop(row: SheetRow) -> dict[str, Any]:
    return {
        "list": row.sheet_id,
        "position": row.position,
        "code": row.code,
        "resident_id": row.resident_id,
        "name": row.name,
        "outcome": row.outcome or None,
        "words": row.words,
    }


def _line(row: SheetRow) -> str:
    outcome = DELIVERY_OUTCOMES.shown[row.outcome] if row.outcome else "—"
    return f"{row.position}  {row.name}  {row.community} {row.place}  {outcome}"


def _meal(args: argparse.Namespace) -> str:
    return code_of(terms.MEALS, args.meal)
