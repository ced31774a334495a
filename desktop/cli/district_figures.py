"""``district figures|duplicates|report``: what a district's centres say together, and who is in several of them."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from desktop.cli.options import Commands, add_command, month_argument
from desktop.cli.output import DONE, Output
from desktop.core.answers import IntakeState
from desktop.core.i18n import translate
from desktop.core.words.district import INTAKE_STATES
from desktop.core.words.months import month_text
from desktop.district import figures, told
from desktop.district.answers import Centre, Engine, Found, Shared
from desktop.district.folder import DistrictFolder
from desktop.district.opening import opened


def register(verbs: Commands) -> None:
    """Add the verbs to the command ``district``."""
    parser = counted(verbs, "figures", translate("Cli", "every figure of a month, of each centre and of all"))
    parser.set_defaults(run=run_figures)
    parser = counted(verbs, "duplicates", translate("Cli", "who is in several centres in a month"))
    parser.set_defaults(run=run_duplicates)
    parser = counted(verbs, "report", translate("Cli", "the district's report of a month as PDF and workbook"))
    parser.add_argument("--pdf", type=Path, metavar="DIR", help=translate("Cli", "folder for the PDF files"))
    parser.add_argument("--xlsx", type=Path, metavar="DIR", help=translate("Cli", "folder for the workbooks"))
    parser.set_defaults(run=run_report, parser=parser)


def counted(verbs: Commands, name: str, text: str) -> argparse.ArgumentParser:
    """A verb that counts a month of a district's folder."""
    parser = add_command(verbs, name, text)
    parser.add_argument("folder", type=Path, metavar="DIR")
    parser.add_argument("--month", type=month_argument, required=True, metavar="YYYY-MM")
    words = translate("Cli", "what counts; all of them say the same")
    parser.add_argument("--engine", choices=tuple(map(str, Engine)), help=words)
    words = translate("Cli", "the database that counts, which is first brought to what the folder holds")
    parser.add_argument("--store", metavar="postgresql://…", default="", help=words)
    return parser


def found_of(args: argparse.Namespace) -> tuple[str, Found]:
    """The district's name and what was counted."""
    chosen = args.engine or (Engine.POSTGRESQL if args.store else Engine.DUCKDB)
    with opened(DistrictFolder(args.folder)) as desk:
        known = {one.number: one.name for one in desk.catalogue.centres()}
        with figures.counting(args.folder, args.month, Engine(chosen), args.store) as engine:
            asked = figures.ask(engine, args.month)
        return desk.district.name, figures.figures_of(asked, args.month, known)


def run_figures(args: argparse.Namespace, out: Output) -> int:
    """Tell every figure."""
    district, found = found_of(args)
    out.show({"district": district, **figures.as_json(found)}, _lines(district, found))
    return DONE


def run_duplicates(args: argparse.Namespace, out: Output) -> int:
    """Tell who is in several centres: pseudonyms or numbers with a mask, no names."""
    district, found = found_of(args)
    payload = {"district": district, "month": str(found.month), "persons": [_person(one) for one in found.shared]}
    words = translate("Cli", "{district}, {month}: {count} people are in several centres.")
    head = words.format(district=district, month=month_text(found.month), count=len(found.shared))
    out.show(payload, [head, *(_person_line(one) for one in found.shared)])
    return DONE


def run_report(args: argparse.Namespace, out: Output) -> int:
    """Write the report; what it counted is remembered, so that the next one tells what was corrected since."""
    # Printing loads slowly.
    from desktop.district.printing import Folders, write_report

    folders = Folders(args.pdf, args.xlsx)
    if folders == Folders():
        args.parser.error(translate("Cli", "say where to write: --pdf DIR or --xlsx DIR"))
    district, found = found_of(args)
    with out.progress() as progress:
        written = write_report(args.folder, district, found, folders, progress)
    payload = {
        "month": str(found.month),
        "sha256": found.sha256,
        "pdf": None if written.pdf is None else str(written.pdf.path),
        "pages": None if written.pdf is None else written.pdf.pages,
        "xlsx": None if written.xlsx is None else str(written.xlsx.path),
        "corrected": sorted({one.centre[:6] for one in written.since.mended}),
        "missing": [one.number for one in found.centres if one.state is IntakeState.MISSING],
    }
    out.show(payload, [str(one.path) for one in (written.pdf, written.xlsx) if one is not None])
    return DONE


def _person(one: Shared) -> dict[str, object]:
    at = [
        {"centre": each.centre, "resident": each.resident, "state": each.state, "acts": dict(each.acts)}
        for each in one.at
    ]
    return {"person": told.handle(one.number), "centres": at}


def _person_line(one: Shared) -> str:
    return f"{told.handle(one.number)}  {'、'.join(dict.fromkeys(each.centre for each in one.at))}"


def _lines(district: str, found: Found) -> Iterator[str]:
    closed = sum(one.counts for one in found.centres)
    words = translate("Cli", "{district}, {month}: the sums are of {closed} closed centres of {count}.")
    yield words.format(district=district, month=month_text(found.month), closed=closed, count=len(found.centres))
    yield from (_centre_line(one) for one in found.centres)
    for name, value in figures.as_json(found)["total"].items():
        yield f"{name}  {value}"
    yield f"sha256  {found.sha256}"


def _centre_line(one: Centre) -> str:
    line = f"{one.number}  {one.name}  {INTAKE_STATES.shown[one.state]}"
    return f"{line}  V{one.version}  {one.closed_at[:10]}" if one.counts else line
