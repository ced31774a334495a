"""``demo``: a demo centre in a fresh folder, and the whole main job on it; or a whole simulated district."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.cli import demo_district
from desktop.cli.options import Commands, add_command, month_argument
from desktop.cli.output import DONE, Output
from desktop.core import clock
from desktop.core.answers import NumbersWanted
from desktop.core.i18n import translate
from desktop.core.period import Month

if TYPE_CHECKING:
    from desktop.demo.run import DemoDone


def register(commands: Commands) -> None:
    """Add the command to the parser."""
    text = translate("Cli", "make a demo centre in a fresh folder and do the whole main job on it")
    parser = add_command(commands, "demo", text)
    where = parser.add_mutually_exclusive_group(required=True)
    where.add_argument("--out", type=Path, metavar="DIR")
    words = translate("Cli", "a simulated district instead: twelve centres, three months, files of every kind")
    where.add_argument("--district", type=Path, metavar="DIR", help=words)
    parser.add_argument(
        "--month",
        type=month_argument,
        metavar="YYYY-MM",
        help=translate("Cli", "month of the reports; else the last full month"),
    )
    words = translate("Cli", "of a simulated district: ID numbers as they are, or pseudonyms")
    parser.add_argument("--numbers", choices=tuple(NumbersWanted), default=NumbersWanted.FULL.value, help=words)
    parser.add_argument(
        "--practice",
        action="store_true",
        help=translate("Cli", "the practice centre alone: whatever it shows or writes is marked as practice"),
    )
    parser.set_defaults(run=run_demo, parser=parser)


def run_demo(args: argparse.Namespace, out: Output) -> int:
    """Make the demo and say what lies where."""
    if args.district is not None and args.practice:
        args.parser.error(translate("Cli", "--practice makes one centre: give --out"))
    if args.district is not None:
        return demo_district.run(args, out)
    # The demo needs every room of the program, and no other command does.
    from desktop.demo.run import make_demo

    month = args.month or Month.of(clock.today()).shifted(-1)
    if args.practice:
        return _run_practice(args.out, month, out)
    with out.progress() as progress:
        done = make_demo(args.out, month, progress)
    out.show(_shape(done), _lines(done))
    return DONE


def _run_practice(place: Path, month: Month, out: Output) -> int:
    from desktop.demo.run import make_practice

    with out.progress() as progress:
        made = make_practice(place, month, progress)
    data = str(made.places.data.root)
    payload = {"out": str(place), "centre": made.centre, "centre_no": made.number, "month": str(month), "data": data}
    words = translate("Cli", "{centre} is ready. To open the window on it: shizhu --data {folder}")
    out.show({**payload, "backup": str(made.backup)}, [words.format(centre=made.centre, folder=data)])
    return DONE


def _shape(done: DemoDone) -> dict[str, object]:
    places, papers = done.places, done.papers
    return {
        "out": str(places.out),
        "centre": done.files.centre.name,
        "centre_no": done.files.centre.number,
        "month": str(done.month),
        "data": str(places.data.root),
        "workbooks": [str(path) for _, path in done.files.in_order()],
        "imports": [one.answer() for one in done.imports],
        "closed": {str(one.month): one.sha256 for one in done.closed},
        "figures": str(papers.figures),
        "reports": [str(one.path) for one in (*papers.reports, *papers.books)],
        "codes": [str(papers.labels.path), str(papers.cards.path)],
        "bed_labels": papers.beds,
        "resident_cards": papers.people,
        "backup": str(done.backup),
        "sync_file": str(done.sync_file),
        "verified": True,
        "seconds": {name: round(seconds, 2) for name, seconds in done.seconds.items()},
    }


def _lines(done: DemoDone) -> Iterator[str]:
    yield translate("Cli", "{centre}, {month}: done in {seconds} s.").format(
        centre=done.files.centre.name, month=done.month, seconds=round(sum(done.seconds.values()))
    )
    for path, words in _places(done):
        yield f"  {path}  {words}"
    closed = "、".join(str(one.month) for one in done.closed)
    yield translate("Cli", "Closed months: {months}").format(months=closed)
    yield translate("Cli", "To open the window on it: shizhu --data {folder}").format(folder=done.places.data.root)


def _places(done: DemoDone) -> Iterator[tuple[Path, str]]:
    places, papers = done.places, done.papers
    yield places.data.root, translate("Cli", "data of the demo centre")
    workbooks = translate("Cli", "{count} workbooks, {rows} rows taken in, {refused} refused, {to_verify} to verify")
    counts = {name: sum(one.total(name) for one in done.imports) for name in ("imported", "refused", "to_verify")}
    yield places.workbooks, workbooks.format(count=len(done.imports), rows=counts.pop("imported"), **counts)
    yield papers.figures, translate("Cli", "all figures of {month}").format(month=done.month)
    reports = translate("Cli", "{count} reports as PDF ({pages} pages), {books} as workbooks")
    pages = sum(one.pages for one in papers.reports)
    yield places.reports, reports.format(count=len(papers.reports), pages=pages, books=len(papers.books))
    codes = translate("Cli", "{beds} bed labels, {people} resident cards")
    yield places.codes, codes.format(beds=papers.beds, people=papers.people)
    yield done.backup, translate("Cli", "a backup, {size} KB").format(size=done.backup.stat().st_size // 1024)
    yield done.sync_file, translate("Cli", "the file for the district office, verified")
