"""Every writing operation, to be cut short: verbs with made-up arguments, and by hand what writes files.

A disk that fills up (``tests/slow/test_disk_full.py``) and a process that is killed (``test_kill_every_write.py``) go
over the same list.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import inspect
import itertools
import random
import typing
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import peewee

from desktop.core import label_sheets
from desktop.core.acts import Action
from desktop.core.answers import ReportKind
from desktop.core.codes import CodeKind
from desktop.core.errors import ShizhuError
from desktop.core.paths import DataFolder
from desktop.core.period import Month
from desktop.core.progress import Progress
from desktop.core.trade import CorrectionState, CorrectionStep, NamedList
from desktop.importing.importer import ImportOptions, import_workbook
from desktop.importing.undo import undo_import
from desktop.models import query
from desktop.reports.labels import code_sheets, labels
from desktop.reports.months.month_set import Folders, month_reports, write_set
from desktop.reports.months.render import reports_of
from desktop.services import undoing
from desktop.services.centre import accounts, centres
from desktop.services.closing import corrections, exports, month_close
from desktop.services.closing.corrections import InWriting
from desktop.services.closing.staged import Act
from desktop.services.keeping import backups, encryption, kept_files, restoring
from desktop.services.named import entries
from desktop.services.register import printed_codes
from desktop.services.residents import forms, merging, photos
from desktop.services.residents.drafts import ResidentDraft
from desktop.services.visits import attachments
from desktop.services.writing import done, going_out
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import writing
from desktop.sync import write as sync_files
from tests.conftest import id_number
from tests.two_desks import row_chain_breaks
from tests.unit.services.writing.any_call import Caller, named
from tests.unit.services.writing.counted_rows import DAY, MAKE, OCTOBER_DAY, around

# What no made-up call can do to the others: the centre is another one afterwards.
REFUSED = (ShizhuError, ValueError, peewee.IntegrityError)
SEPTEMBER, OCTOBER = Month(2026, 9), Month(2026, 10)
DAYS = [*SEPTEMBER, *(day for day in OCTOBER if day <= dt.date(2026, 10, 21))]
PHOTO = b"\xff\xd8\xff" + b"0123456789" * 2_000
SCAN = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 80
WORD = "青山绿水2026"
PEOPLE = """姓名,性别,出生日期,身份证号,所属社区
新来甲,女,1944-03-05,,前卫社区
新来乙,男,1950-01-01,,前卫社区
"""


def fill(actor: Actor, person: Callable[..., int]) -> None:
    """A row of every kind that counts, in September and in October."""
    with writing(actor, Action.EDIT_RESIDENT) as unit:
        found = around(unit, (person("王芳"), person("李明", born="1950-01-01", sex="male")))
        for make in MAKE.values():
            unit.add(make(found, DAY))
        for table in ("visit", "meal", "help_service"):
            unit.add(MAKE[table](found, OCTOBER_DAY))


@dataclass
class Desk:
    """Who writes, where, and what was made up of chance for it."""

    actor: Actor
    folder: DataFolder
    out: Path
    chance: random.Random
    # Whoever is told at once what was done.
    tell: Callable[[str], object] = print

    def one(self, sql: str) -> int:
        """One of some ids."""
        return self.chance.choice(query.ids(sql))

    def file(self, name: str, content: bytes) -> Path:
        """A file to be handed in, outside of the disk that is cut."""
        path = self.out / f"{hashlib.sha256(content).hexdigest()[:8]}-{name}"
        path.write_bytes(content)
        return path


def photograph(desk: Desk) -> None:
    photos.store(desk.actor, desk.one("SELECT id FROM living_resident"), PHOTO + desk.chance.randbytes(9))


def scan(desk: Desk) -> None:
    visit = desk.one("SELECT id FROM living_visit")
    attachments.attach(desk.actor, "visit", visit, desk.file("扫描.png", SCAN + desk.chance.randbytes(9)))


def backup(desk: Desk) -> None:
    made = backups.back_up(desk.folder, "manual")
    desk.tell(f"file {made.path} {made.sha256}")
    if made.files_error is not None:
        raise made.files_error


def export_month(desk: Desk) -> None:
    made = sync_files.export_month(desk.actor, OCTOBER, desk.folder.exports)
    desk.tell(f"file {made.path} {made.sha256}")


def export_full(desk: Desk) -> None:
    made = sync_files.export_full(desk.actor, desk.folder.exports)
    desk.tell(f"file {made.path} {made.sha256}")


def reports(desk: Desk) -> None:
    papers = desk.folder.root / "reports"
    papers.mkdir(exist_ok=True)
    with going_out.handed_by(desk.actor):
        write_set((ReportKind.CANTEEN,), month_reports(OCTOBER), Folders(papers, papers, papers), Progress())


def cards(desk: Desk) -> None:
    for one in query.ids("SELECT id FROM living_resident"):
        printed_codes.code_of(CodeKind.RESIDENT, one)
    with going_out.handed_by(desk.actor):
        sheet = next(iter(label_sheets.shipped_sheets().values()))
        labels.resident_cards(code_sheets.all_resident_cards(), sheet, desk.folder.root / "cards.pdf")


def taken_in(desk: Desk) -> None:
    people = PEOPLE + f"新来{desk.chance.randrange(10**6)},男,1951-01-01,,前卫社区\n"
    import_workbook(desk.actor, "residents", desk.file("花名册.csv", people.encode()), ImportOptions())


def import_undone(desk: Desk) -> None:
    undo_import(desk.actor, desk.one("SELECT id FROM import_batch WHERE undone_at IS NULL"))


def merged(desk: Desk) -> None:
    born = f"19{desk.chance.randrange(30, 60)}-03-{desk.chance.randrange(1, 29):02d}"
    drafts = (
        ResidentDraft(
            name="重复", born_on=born, sex="female", id_number=id_number(born, "female", serial), not_same=True
        )
        for serial in desk.chance.sample(range(499), 2)
    )
    first, second = [forms.save(desk.actor, draft) for draft in drafts]
    merging.merge(desk.actor, first, second, {})


def closed(desk: Desk) -> None:
    shut = query.texts("SELECT month FROM living_month WHERE state = 'closed'")
    wanted = next(month for month in months_back() if str(month) not in shut)
    month_close.close(desk.actor, wanted, reports_of, "核对用")


def months_back() -> typing.Iterator[Month]:
    return itertools.chain([SEPTEMBER], (Month(2026 - back // 12, 12 - back % 12) for back in range(4, 200)))


def corrected(desk: Desk) -> None:
    # What an earlier try came to stands: opening, taking in and approving are acts of their own.
    standing = [one.id for one in corrections.listed(SEPTEMBER) if one.state == CorrectionState.OPEN]
    found = standing[0] if standing else corrections.open_for(desk.actor, SEPTEMBER, "事后发现")
    if not corrections.acts(found):
        meal = query.text("SELECT uid FROM living_meal WHERE eaten_on LIKE '2026-09-%'")
        corrections.stage(desk.actor, found, [Act(CorrectionStep.VOID, "meal", meal, reason="没有来")])
    corrections.approve(desk.actor, found, reports_of, InWriting("王科长", "〔2026〕9号"))


def setting(desk: Desk) -> None:
    centres.set_setting(desk.actor, "k", str(desk.chance.random()))


def listed(desk: Desk) -> None:
    entries.add(desk.actor, NamedList.COMMUNITY, f"社区{desk.chance.randrange(10**9)}")


def password(desk: Desk) -> None:
    accounts.set_password(desk.actor, desk.actor.name, f"青山绿水{desk.chance.randrange(10**9)}")


def undone(desk: Desk) -> None:
    (act,) = done.last_standing(desk.actor, 1)
    undoing.take_back(desk.actor, act)


def restored(desk: Desk) -> None:
    made = backups.newest(desk.folder) or backups.back_up(desk.folder, "manual")
    restoring.restore(made.path, desk.folder)


def encrypted(desk: Desk) -> None:
    accounts.set_password(desk.actor, desk.actor.name, WORD)
    made = encryption.offer(desk.actor)
    desk.tell(f"sheet {' '.join(made.groups)}")
    encryption.encrypt(desk.actor, WORD, made, " ".join(made.groups))


def decrypted(desk: Desk) -> None:
    encryption.decrypt(desk.actor, WORD)


BY_HAND: dict[str, Callable[[Desk], None]] = {
    one.__name__: one
    for one in (
        *(photograph, scan, backup, export_month, export_full, reports, cards, taken_in, import_undone, merged, closed),
        *(corrected, setting, listed, password, restored, undone, encrypted, decrypted),
    )
}
# What has to be done before.
FIRST = {
    "import_undone": ("taken_in",),
    "corrected": ("closed",),
    "undone": ("listed",),
    "restored": ("backup",),
    "encrypted": ("photograph", "scan"),
    "decrypted": ("photograph", "scan", "encrypted"),
}


class Trying(Caller):
    """Makes one call up and says what came of it."""

    def attempt(self, function: Callable[..., object]) -> Exception | None:
        """None where it was done; a bug passes through."""
        hints = typing.get_type_hints(function)
        given: dict[str, Any] = {}
        try:
            for one in inspect.signature(function).parameters:
                given[one] = self._made(one, hints.get(one, str))
            function(**given)
        except REFUSED as error:
            return error
        return None


def verbs() -> dict[str, Callable[..., object]]:
    """Every verb that made-up arguments can call."""
    # What stands outside of services hands files and folders about.
    return {name: one for name, one in named().items() if not name.startswith("desktop.")}


def broken() -> list[str]:
    """Rows that are not what the log says; of a password it has the fingerprint."""
    return [one for one in row_chain_breaks() if " password: " not in one]


def kept_and_unnamed(folder: DataFolder) -> list[str]:
    """Pictures and scans that no row names."""
    kept = {Path(one).name for one in kept_files.wanted()}
    lying = {one.name for place in (folder.photos, folder.attachments) for one in place.rglob("*") if one.is_file()}
    return sorted(lying - kept)


def unmatched(folder: DataFolder) -> list[object]:
    """Files without a row, rows without their file, and what is no file yet."""
    papers = [one for one in folder.root.glob("reports/*")] + [one for one in folder.root.glob("cards.pdf")]
    handed = query.count("SELECT count(*) FROM change_log WHERE table_name = 'paper'")
    sent = {row.file_name for row in exports.listed()}
    found: list[object] = [*folder.root.rglob("*.part"), *kept_files.missing(folder.root), *kept_and_unnamed(folder)]
    found += sent ^ {one.name for one in folder.exports.iterdir()}
    found += [one.path for one in backups.listed(folder) if not backups.verify(one.path).sha256]
    return found + copies_unnamed(folder) + papers[: max(0, len(papers) - handed)]


def copies_unnamed(folder: DataFolder) -> list[str]:
    """Backups that no row of the log names."""
    named_ones = set(query.texts("SELECT row_uid FROM change_log WHERE table_name = 'backup'"))
    if query.count("SELECT count(DISTINCT epoch) FROM change_log") > 1:
        # What was restored knows nothing of the backups made since.
        return []
    return sorted({one.path.name for one in backups.listed(folder)} - named_ones)
