"""``canteen``: the month matrix and the day sheet, as figures, pages or a workbook; a cell of them as typed."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.cli.facts import person_of
from desktop.cli.options import Commands, add_command, day_of, month_argument
from desktop.cli.output import DONE, NEEDS_A_PERSON, Output
from desktop.cli.session import opened
from desktop.core import clock, meal_marks
from desktop.core.errors import FieldError, InvalidDraft
from desktop.core.files import make_folder
from desktop.core.i18n import translate
from desktop.core.money import yuan_text
from desktop.core.reasons import Reason
from desktop.core.words import terms
from desktop.services.canteen import marking, sheets
from desktop.services.canteen.sheets import DayLine, MatrixLine
from desktop.services.centre.centres import centre

if TYPE_CHECKING:
    from desktop.reports.paper.document import RenderResult


def register_verbs(verbs: Commands) -> None:
    """Add the verbs to ``canteen``."""
    whole = add_command(verbs, "matrix", translate("Cli", "who ate on which day of a month"))
    whole.add_argument("--month", type=month_argument, required=True, metavar="YYYY-MM")
    _add_files(whole)
    whole.set_defaults(run=run_matrix)
    day = add_command(verbs, "day", translate("Cli", "the meals of a day, to be signed"))
    day.add_argument("--day", default="", metavar="DATE")
    _add_files(day)
    day.set_defaults(run=run_day, parser=day)
    mark = add_command(verbs, "mark", translate("Cli", "say what somebody had on a day, as a cell of the matrix does"))
    mark.add_argument("who", metavar="WHO")
    mark.add_argument("mark", metavar="MARK", help=translate("Cli", 'such as √ 送 晚 √晚, "" for nothing'))
    mark.add_argument("--day", default="", metavar="DATE")
    mark.set_defaults(run=run_mark, parser=mark)


def run_matrix(args: argparse.Namespace, out: Output) -> int:
    """Print who ate when, as files too where they are wanted."""
    with opened(args), out.progress() as progress:
        found = sheets.matrix(args.month)

        def write(folder: Path, ext: str) -> RenderResult:
            # Printing loads slowly and most commands never print.
            from desktop.reports.canteen_sheets import MATRIX_TITLE, file_name, write_matrix

            path = folder / file_name(args.month, MATRIX_TITLE, ext)
            return write_matrix(found, centre(), path, printed_on=clock.today(), progress=progress)

        files, missing = _written(args, write)
    told = {
        "month": str(found.month),
        "people": [_person(one) for one in found.lines],
        "by_day": {day.isoformat(): found.on(day) for day in found.month if found.on(day)},
        "meals": sum(one.meals for one in found.lines),
        "guests": found.guests,
        "guest_paid": yuan_text(found.guest_paid_fen),
        "files": files,
    }
    lines = [f"{one.person.name}  {one.meals}  {yuan_text(one.paid_fen)}" for one in found.lines]
    out.show(told, [*lines, *files])
    return NEEDS_A_PERSON if missing else DONE


def run_day(args: argparse.Namespace, out: Output) -> int:
    """Print the meals of a day, as files too where they are wanted."""
    with opened(args):
        found = sheets.day_sheet(day_of(args))

        def write(folder: Path, ext: str) -> RenderResult:
            from desktop.reports.canteen_sheets import DAY_TITLE, file_name, write_day

            return write_day(found, centre(), folder / file_name(found.day, DAY_TITLE, ext), printed_on=clock.today())

        files, missing = _written(args, write)
    told = {
        "day": found.day.isoformat(),
        "meals": [_meal(one) for one in found.lines],
        "guests": len(found.guests),
        "files": files,
    }
    out.show(told, [*map(_line, found.lines), *files])
    return NEEDS_A_PERSON if missing else DONE


def run_mark(args: argparse.Namespace, out: Output) -> int:
    """Let a day of somebody be what the mark says."""
    served = meal_marks.read(args.mark)
    if served is None:
        raise InvalidDraft([FieldError("mark", Reason.UNKNOWN_WORD, args.mark)])
    with opened(args) as actor:
        who, day = person_of(args.who), day_of(args)
        changed = marking.put(actor, who, day, dict(served))
    told = {
        "resident_id": who,
        "day": day.isoformat(),
        "mark": meal_marks.written(dict(served)),
        "changed": changed,
    }
    words = translate("Cli", "Recorded.") if changed else translate("Cli", "It stands so already.")
    out.show(told, [words])
    return DONE


def _add_files(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--pdf", type=Path, metavar="DIR", help=translate("Cli", "folder for the PDF files"))
    parser.add_argument("--xlsx", type=Path, metavar="DIR", help=translate("Cli", "folder for the workbooks"))


def _written(args: argparse.Namespace, write: Callable[[Path, str], RenderResult]) -> tuple[list[str], tuple[str, ...]]:
    """The files that were wanted, and the characters that the fonts lack."""
    made = []
    for folder, ext in ((args.pdf, "pdf"), (args.xlsx, "xlsx")):
        if folder is not None:
            make_folder(folder)
            made.append(write(folder, ext))
    return [str(one.path) for one in made], tuple(char for one in made for char in one.missing)


def _person(one: MatrixLine) -> dict[str, object]:
    return {
        "resident_id": one.person.resident_id,
        "name": one.person.name,
        "days": {day.isoformat(): meal_marks.written(served) for day, served in one.days.items()},
        "meals": one.meals,
        "price": yuan_text(one.price_fen),
        "subsidy": yuan_text(one.subsidy_fen),
        "paid": yuan_text(one.paid_fen),
    }


def _meal(one: DayLine) -> dict[str, object]:
    return {
        "resident_id": one.person.resident_id if one.person else None,
        "name": one.person.name if one.person else "",
        "meal": terms.MEALS[one.served.meal],
        "mode": terms.MEAL_MODES[one.served.mode],
        "at": one.served.eaten_at,
        "price": yuan_text(one.served.price),
        "subsidy": yuan_text(one.served.subsidy),
        "paid": yuan_text(one.served.paid),
        "prepaid": yuan_text(one.served.prepaid),
    }


def _line(one: DayLine) -> str:
    name = one.person.name if one.person else translate("Cli", "guest")
    meal, mode = terms.MEALS.shown[one.served.meal], terms.MEAL_MODES.shown[one.served.mode]
    return f"{meal}  {name}  {mode}  {yuan_text(one.served.paid)}"
