"""The whole main job on the demo centre: workbooks, import, month close, figures, papers, backup, sync file."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from desktop.core import clock
from desktop.core.answers import BackupReason
from desktop.core.errors import DateRefused
from desktop.core.period import Month
from desktop.core.progress import Progress
from desktop.core.reasons import Reason
from desktop.demo.centre import DemoCentre
from desktop.demo.desk import bring_lunch, fill_purses, keep_communities, settle_risks, take_orders
from desktop.demo.kitchen import keep_kitchen
from desktop.demo.papers import Papers, print_papers
from desktop.demo.places import DemoPlaces
from desktop.demo.rooms.furnish import furnish
from desktop.demo.staff import take_up
from desktop.demo.workbooks import DemoFiles, build_workbooks
from desktop.importing.importer import import_workbook
from desktop.importing.result import ImportResult
from desktop.reports.months.render import reports_of
from desktop.services import figures
from desktop.services.centre import accounts, centres, practice
from desktop.services.centre.centres import CentreDraft
from desktop.services.closing import month_close
from desktop.services.closing.month_close import ClosedMonth
from desktop.services.keeping import backups
from desktop.services.writing.actor import Actor
from desktop.services.writing.going_out import handed_by
from desktop.sync.read import verify
from desktop.sync.write import export_month


@dataclass(frozen=True)
class DemoDone:
    """What the demo wrote, and how many seconds each stage took."""

    places: DemoPlaces
    files: DemoFiles
    month: Month
    imports: tuple[ImportResult, ...]
    closed: tuple[ClosedMonth, ...]
    papers: Papers
    backup: Path
    sync_file: Path
    seconds: dict[str, float]


class Stopwatch:
    """Seconds by stage."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Time one stage of the work; a stage may be entered several times."""
        begun = time.perf_counter()
        yield
        self.seconds[name] = self.seconds.get(name, 0.0) + time.perf_counter() - begun


def make_demo(out: Path, month: Month, progress: Progress) -> DemoDone:
    """Make the demo centre in a fresh folder and do the whole main job for a month; the history runs to today."""
    if month.first > clock.today():
        raise DateRefused(Reason.FUTURE_DATE, month.first)
    places, watch = DemoPlaces(out), Stopwatch()
    places.clear()
    with watch.stage("workbooks"):
        files = build_workbooks(places.workbooks, month, until=clock.today())
    try:
        with watch.stage("centre"):
            actor = _found(places, files.centre)
        return _work(_Desk(places, files, month, actor, watch), progress)
    finally:
        centres.close_centre()


@dataclass(frozen=True)
class PracticeDone:
    """The practice centre as one begins in it."""

    places: DemoPlaces
    centre: str
    number: str
    backup: Path


def make_practice(out: Path, month: Month, progress: Progress) -> PracticeDone:
    """The demo's centre alone, marked as practice, with one backup of how it begins."""
    places, watch = DemoPlaces(out), Stopwatch()
    places.clear()
    files = build_workbooks(places.workbooks, month, until=clock.today())
    try:
        actor = _found(places, files.centre, practice_only=True)
        _live(_Desk(places, files, month, actor, watch), progress)
        backup = backups.back_up(places.data, BackupReason.MANUAL).path
        name = centres.centre().name
    finally:
        centres.close_centre()
    # What was backed up on the way is of no use to whoever practises.
    for one in places.data.backups.glob("*.db*"):
        if not one.name.startswith(backup.name):
            one.unlink()
    return PracticeDone(places, name, files.centre.number, backup)


@dataclass(frozen=True)
class _Desk:
    places: DemoPlaces
    files: DemoFiles
    month: Month
    actor: Actor
    watch: Stopwatch


def _found(places: DemoPlaces, centre: DemoCentre, practice_only: bool = False) -> Actor:
    """Open the centre; nobody has a password, so whoever opens the demo sits at the director's desk."""
    name = f"{centre.name}（{practice.WORD}）" if practice_only else centre.name
    draft = CentreDraft(name, centre.number, centre.plan, centre.district, centre.director, practice=practice_only)
    actor = centres.initialise(places.data, draft)
    for role, names in (("visitor", centre.visitors), ("worker", centre.workers)):
        for name in names:
            accounts.add_account(actor, name, role, "")
    return actor


def _live(desk: _Desk, progress: Progress) -> tuple[tuple[ImportResult, ...], tuple[ClosedMonth, ...]]:
    """What was done in the centre up to today."""
    imports = tuple(_imported(desk, progress))
    with desk.watch.stage("desk"):
        keep_communities(desk.actor, desk.files.centre, desk.month)
        settle_risks(desk.actor, desk.files.centre)
        take_orders(desk.actor, desk.files.centre)
        take_up(desk.actor, desk.files.centre)
        fill_purses(desk.actor)
        bring_lunch(desk.actor, desk.files.centre)
        keep_kitchen(desk.actor, desk.month)
    with desk.watch.stage("rooms"):
        furnish(desk.actor, desk.files.centre, desk.files.months, desk.month)
    return imports, tuple(_closed(desk))


def _work(desk: _Desk, progress: Progress) -> DemoDone:
    imports, closed = _live(desk, progress)
    with desk.watch.stage("figures"):
        found = figures.figures_of(desk.month)
    with handed_by(desk.actor):
        papers = print_papers(desk.places, found, desk.watch.stage, progress)
    with desk.watch.stage("backup"):
        backup = backups.back_up(desk.places.data, BackupReason.MANUAL).path
    with desk.watch.stage("sync file"):
        sync_file = export_month(desk.actor, desk.month, desk.places.sync, progress).path
    with desk.watch.stage("verify"):
        verify(sync_file)
    return DemoDone(desk.places, desk.files, desk.month, imports, closed, papers, backup, sync_file, desk.watch.seconds)


def _imported(desk: _Desk, progress: Progress) -> Iterator[ImportResult]:
    for kind, path in desk.files.in_order():
        with desk.watch.stage(f"import {kind}"):
            yield import_workbook(desk.actor, kind, path, progress=progress)


def _closed(desk: _Desk) -> Iterator[ClosedMonth]:
    """The months before the one of the reports, which is left for the director to close."""
    for month in desk.files.months:
        if month < desk.month:
            with desk.watch.stage("month close"):
                yield month_close.close(desk.actor, month, reports_of, desk.files.centre.close_reason)
