"""A power cut at any moment takes nothing that was acknowledged, and the next start opens a whole centre.

The disk of each cut is built by ``tests.power`` in three models. The controls prove that the disks are cruel enough:
with ``synchronous=NORMAL``, and with names that nobody syncs, the same cuts lose what was acknowledged.
"""

import random
import shutil
import sqlite3
import sys
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

import pytest

from desktop.core.codes import CodeKind
from desktop.core.errors import ShizhuError
from desktop.core.file_errors import NotInitialised
from desktop.core.paths import DataFolder
from desktop.core.proofs import file_sha256
from desktop.models import query, vault
from desktop.models.database import integrity_problems, sealed_with
from desktop.services.centre import accounts, centres, unlocking
from desktop.services.closing import exports
from desktop.services.keeping import backups, encryption, kept_files
from desktop.services.register import printed_codes
from desktop.services.residents import photos
from desktop.services.visits import attachments
from desktop.services.visits import recording as visits
from desktop.services.visits.recording import VisitDraft
from desktop.sync import finishing, read
from tests import power

pytestmark = pytest.mark.slow

WORD = "青山绿水2026"
SCAN = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40
PHOTO = b"\xff\xd8\xff" + b"0123456789" * 200
SEED = 20261127
# Disks of each model for each thing that is cut: 144 at a time, 1 920 in the night.
FEW, MANY = 6, 80
# Starts after a cut that are cut themselves, of each model for each thing that a start has to finish or to undo.
TWICE = 8

BEGIN = """
import datetime as dt, sys
from pathlib import Path
from desktop.core import clock, files
from desktop.core.paths import DataFolder
from desktop.models import database
from desktop.services.canteen import scanning
from desktop.services.centre import accounts, centres, unlocking
from desktop.services.centre.centres import CentreDraft
from desktop.services.keeping import backups, encryption, restoring
from desktop.services.residents import forms, photos
from desktop.services.residents.drafts import ResidentDraft
from desktop.services.visits import attachments
from desktop.sync import finishing, write
from tests.conftest import NOW, id_number

root = Path(sys.argv[1])
folder, given = DataFolder(root / "data"), sys.argv[2:]
clock.standing_at(NOW).__enter__()

def said(*words):
    sys.stdout.write(" ".join(map(str, words)) + "\\n")
    sys.stdout.flush()

def somebody(number):
    number_of = id_number("1944-03-05", "female", 400 + number)
    draft = ResidentDraft(name="王某", born_on="1944-03-05", sex="female", id_number=number_of, community="前卫社区")
    return forms.save(actor, draft)

"""
OPENED = """
centres.open_centre(folder)
actor = accounts.system_actor()
"""


@dataclass
class Case:
    """What is cut: ``script`` says a line after each act, ``lost`` names what of it a disk does not hold any more."""

    root: Path
    script: ClassVar[str]

    @property
    def folder(self):
        return DataFolder(self.root / "data")

    def prepare(self, actor, person):
        """What lies there before; the ``given`` of the script."""
        return ()

    def open(self, heard):
        centres.open_centre(self.folder)

    def lost(self, heard):
        raise NotImplementedError


class FirstRun(Case):
    script = """
actor = centres.initialise(folder, CentreDraft("示例中心", "530114", "chenggong", "呈贡区", "主任甲"))
said("centre")
for number in range(8):
    said(somebody(number))
centres.close_centre()
"""

    def prepare(self, actor, person):
        shutil.rmtree(self.folder.root)
        return ()

    def open(self, heard):
        try:
            centres.open_centre(self.folder)
        except NotInitialised:
            if heard:
                raise

    def lost(self, heard):
        kept = set(query.texts("SELECT CAST(id AS TEXT) FROM resident")) | {"centre"}
        return set(heard) - kept if heard else set()


class Lunch(Case):
    script = (
        OPENED
        + """
for number in range(120):
    moment = NOW + dt.timedelta(days=number // len(given) // 2)
    meal = ("lunch", "dinner")[number // len(given) % 2]
    with clock.standing_at(moment):
        done = scanning.scan(actor, given[number % len(given)], meal, "dine_in", moment)
    assert done.kind == "recorded", done
    said(done.meal_id)
centres.close_centre()
"""
    )

    def prepare(self, actor, person):
        people = [person(f"王{name}", born=f"194{index}-03-05") for index, name in enumerate("芳强明华丽军")]
        return [printed_codes.code_of(CodeKind.RESIDENT, one) for one in people]

    def lost(self, heard):
        kept = set(query.texts("SELECT CAST(id AS TEXT) FROM meal WHERE voided_at IS NULL"))
        logged = set(query.texts("SELECT CAST(row_id AS TEXT) FROM change_log WHERE table_name = 'meal'"))
        return (set(heard) - kept) | (kept ^ logged)


class Backup(Case):
    script = (
        OPENED
        + """
for number in range(3):
    somebody(number)
    made = backups.back_up(folder, "manual")
    assert (made.second_error, made.files_error) == (None, None), made
    said(made.path.name, made.sha256)
centres.close_centre()
"""
    )

    def prepare(self, actor, person):
        stick = self.root / "stick"
        stick.mkdir()
        centres.set_setting(actor, centres.BACKUP_FOLDER, str(stick))
        photos.store(actor, person("李强"), PHOTO)
        return ()

    def lost(self, heard):
        places = (self.folder.backups, self.root / "stick")
        found = {
            (place, one.path.name, backups.verify(one.path).sha256)
            for place in places
            for one in backups.in_place(place)
            if one.sha256
        }
        wanted = {(place, *line.split()) for place in places for line in heard}
        carried = [kept_files.carried_folder(place, "530114") for place in places] if heard else []
        return (wanted - found) | {one for one in carried if not list(one.rglob("*.jpg"))}


class Export(Case):
    script = (
        OPENED
        + """
for number in range(3):
    made = write.export_full(actor, folder.exports)
    said(made.path.name, made.sha256, made.sequence)
    somebody(number)
centres.close_centre()
"""
    )

    def prepare(self, actor, person):
        person("李强")
        return ()

    def lost(self, heard):
        finishing.finish()
        files = [one for one in sorted(self.folder.exports.iterdir()) if not one.name.startswith(".")]
        found = {(one.name, file_sha256(one)) for one in files}
        unknown = {one for one in files if not exports.remembered(read.read(one).manifest.sequence, file_sha256(one))}
        wanted = {tuple(line.split()[:2]) for line in heard}
        known = {(row.file_name, row.sha256) for row in exports.listed()}
        return (wanted - found) | (wanted - known) | (known - found) | unknown


class Scan(Case):
    script = (
        OPENED
        + """
for number in range(6):
    said("scan", attachments.attach(actor, "visit", int(given[0]), Path(given[1])))
photos.store(actor, int(given[2]), Path(given[3]).read_bytes())
said("photo", given[2])
centres.close_centre()
"""
    )

    def prepare(self, actor, person):
        one = person("李强")
        scan, photo = self.root.with_name("扫描.png"), self.root.with_name("照片.jpg")
        scan.write_bytes(SCAN)
        photo.write_bytes(PHOTO)
        return str(visits.save(actor, VisitDraft(one, "2026-10-08"))), str(scan), str(one), str(photo)

    def lost(self, heard):
        gone = set(kept_files.missing(self.folder.root))
        for kind, number in map(str.split, heard):
            with suppress(ShizhuError):
                if kind == "scan" and attachments.read(int(number)) == SCAN:
                    continue
                path = photos.photo_of(int(number)) if kind == "photo" else None
                if path is not None and photos.picture(path) == PHOTO:
                    continue
            gone.add(f"{kind} {number}")
        return gone


class Restore(Case):
    script = """
restoring.restore(Path(given[0]), folder)
said("restored")
centres.close_centre()
"""

    def prepare(self, actor, person):
        person("王芳")
        made = backups.back_up(self.folder, "manual")
        person("李强")
        return (str(made.path),)

    def lost(self, heard):
        now = query.texts("SELECT name FROM resident ORDER BY id")
        if now == ["王芳", "李强"] and not heard:
            return set()
        aside = [names_in(one) for one in self.folder.root.glob("replaced-*.db")]
        return set() if (now, aside) == (["王芳"], [["王芳", "李强"]]) else {(*now, str(aside))}


class Conversion(Case):
    script = f"""
centres.open_centre(folder)
actor = accounts.sign_in("主任甲", "{WORD}")
made = encryption.offer(actor)
said(*made.groups)
encryption.encrypt(actor, "{WORD}", made, " ".join(made.groups))
said("sealed")
centres.close_centre()
"""

    def prepare(self, actor, person):
        accounts.set_password(actor, actor.name, WORD)
        photos.store(actor, person("李强"), PHOTO)
        return ()

    def open(self, heard):
        vault.forget()
        if unlocking.is_locked(self.folder.database):
            unlocking.unlock_by_sheet(self.folder.database, heard[0])
        centres.open_centre(self.folder)

    def lost(self, heard):
        gone = set() if query.texts("SELECT name FROM resident") == ["李强"] else {"resident"}
        (photo,) = self.folder.photos.glob("*.jpg")
        gone |= set() if photos.picture(photo) == PHOTO else {"photo"}
        return gone | ({"sealed"} if "sealed" in heard and sealed_with() is None else set())


class WayBack(Case):
    script = f"""
unlocking.unlock_by_sheet(folder.database, given[0])
centres.open_centre(folder)
encryption.decrypt(accounts.sign_in("主任甲", "{WORD}"), "{WORD}")
said("plain")
centres.close_centre()
"""
    sheet = ""

    def prepare(self, actor, person):
        accounts.set_password(actor, actor.name, WORD)
        photos.store(actor, person("李强"), PHOTO)
        made = encryption.offer(actor)
        self.sheet = " ".join(made.groups)
        encryption.encrypt(actor, WORD, made, self.sheet)
        return (self.sheet,)

    def open(self, heard):
        vault.forget()
        if unlocking.is_locked(self.folder.database):
            unlocking.unlock_by_sheet(self.folder.database, self.sheet)
        centres.open_centre(self.folder)

    def lost(self, heard):
        gone = set() if query.texts("SELECT name FROM resident") == ["李强"] else {"resident"}
        (photo,) = self.folder.photos.glob("*.jpg")
        gone |= set() if photos.picture(photo) == PHOTO else {"photo"}
        return gone | ({"plain"} if heard and sealed_with() is not None else set())


def names_in(store):
    with closing(sqlite3.connect(store)) as old:
        return [name for (name,) in old.execute("SELECT name FROM resident ORDER BY id")]


CASES = (FirstRun, Lunch, Backup, Export, Scan, Restore, Conversion, WayBack)


@pytest.fixture
def folder(tmp_path):
    """Inside of the disk that is cut."""
    (tmp_path / "disk").mkdir()
    return DataFolder(tmp_path / "disk" / "data")


@pytest.fixture
def recorded(actor, person, canteen_prices, folder):
    """``recorded(case, before)``: the case and the record of its script."""
    if power.why_not():
        pytest.skip(power.why_not())

    def make(kind, before=""):
        case = kind(folder.root.parent)
        given = case.prepare(actor, person)
        centres.close_centre()
        return case, power.record(case.root, BEGIN + before + case.script, *given)

    yield make
    vault.forget()


def troubles(case, recording, model, count, before=None):
    """What so many cuts took, or what kept a start from opening; ``before`` was said before the record began."""
    chance = random.Random(f"{SEED} {type(case).__name__} {model}")
    found = []
    for cut in recording.cuts(count, chance):
        recording.lay_out(cut, model, chance)
        heard = recording.heard(cut) if before is None else before
        try:
            case.open(heard)
            lost = case.lost(heard) if heard or case.folder.database.exists() else set()
            if lost or (case.folder.database.exists() and integrity_problems()):
                found.append((model, cut, lost))
        except (ShizhuError, ValueError, sqlite3.Error, OSError) as error:
            found.append((model, cut, repr(error)))
        finally:
            centres.close_centre()
    return found


@pytest.mark.parametrize("kind", CASES)
def test_no_cut_takes_what_was_acknowledged(recorded, kind):
    case, recording = recorded(kind)
    assert [one for model in power.MODELS for one in troubles(case, recording, model, FEW)] == []


@pytest.mark.nightly
@pytest.mark.skipif(sys.platform != "linux", reason="strace follows Linux only")
def test_in_the_night_the_cuts_are_rehearsed_and_not_skipped():
    assert power.why_not() == ""


@pytest.mark.nightly
@pytest.mark.parametrize("kind", CASES)
def test_no_cut_of_very_many_takes_what_was_acknowledged(recorded, kind):
    case, recording = recorded(kind)
    assert [one for model in power.MODELS for one in troubles(case, recording, model, MANY)] == []


START = """
if unlocking.is_locked(folder.database):
    unlocking.unlock_by_sheet(folder.database, given[0])
centres.open_centre(folder)
finishing.finish()
said("open")
centres.close_centre()
"""


@pytest.mark.nightly
@pytest.mark.parametrize("kind", [Export, Restore, Conversion])
def test_a_cut_of_the_start_that_clears_up_after_a_cut_takes_nothing_either(recorded, kind):
    case, first = recorded(kind)
    chance = random.Random(f"{SEED} {kind.__name__}")
    for model in power.MODELS:
        for cut in first.cuts(TWICE, chance):
            first.lay_out(cut, model, chance)
            heard = first.heard(cut)
            second = power.record(case.root, BEGIN + START, *heard[:1])
            assert troubles(case, second, model, FEW, heard) == [], cut


def test_with_less_synchronous_commits_the_same_cuts_lose_meals_on_every_disk(recorded):
    case, recording = recorded(Lunch, 'database._PRAGMAS["synchronous"] = "normal"\n')
    lost = {model: troubles(case, recording, model, FEW) for model in power.MODELS}
    assert all(lost.values()), lost


def test_with_names_that_nobody_syncs_the_same_cuts_lose_scans_on_the_strict_disk(recorded):
    case, recording = recorded(Scan, "files.sync_folder = lambda folder: None\n")
    assert troubles(case, recording, "strict", FEW)
    assert troubles(case, recording, "ordered", FEW) == []


def test_the_record_says_what_the_disk_holds(recorded):
    """Uncut, what is laid out is what the process left, byte for byte."""
    case, recording = recorded(Backup)
    before = contents(case.root)
    recording.acts.extend(power.Sync(one) for one in everything(recording))
    recording.lay_out(len(recording.acts), "strict", random.Random(1))
    assert contents(case.root) == before


def disks(root, model, *acts):
    """What fifty disks of a folder with an old file hold after these acts: names with contents, each kind once."""
    root.mkdir()
    (root / "sub").mkdir()
    recording = power.Recording(root, {f"{root}/old": 0, f"{root}/sub": power.FOLDER}, {0: b"o" * 1024}, list(acts))
    found = set()
    for number in range(50):
        recording.lay_out(len(acts), model, random.Random(number))
        found.add(tuple(sorted(contents(root).items())))
    return found


@pytest.mark.parametrize(
    ("model", "fates"),
    [
        ("ordered", {b"o" * 1024, b"n" * 1024}),
        ("reordered", {a * 512 + b * 512 for a in (b"o", b"n") for b in (b"o", b"n")}),
        ("strict", {a * 512 + b * 512 for a in (b"o", b"n") for b in (b"o", b"n")}),
    ],
)
def test_what_was_not_synced_is_there_or_not_by_sectors_where_the_model_says_so(tmp_path, model, fates):
    written = power.Data(0, 0, b"n" * 1024)
    assert disks(tmp_path / "a", model, written) == {(("old", one),) for one in fates}
    assert disks(tmp_path / "b", model, written, power.Sync(0)) == {(("old", b"n" * 1024),)}


@pytest.mark.parametrize(
    ("model", "kept"),
    [("ordered", {"new old"}), ("reordered", {"new old"}), ("strict", {"new old", "old"})],
)
def test_a_synced_file_has_its_name_at_once_or_when_its_folder_is_synced(tmp_path, model, kept):
    root = tmp_path / "disk"
    made = [power.Names({f"{root}/new": 1}), power.Data(1, 0, b"new"), power.Sync(1)]
    assert {" ".join(name for name, _ in one) for one in disks(root, model, *made)} == kept
    shutil.rmtree(root)
    assert {" ".join(name for name, _ in one) for one in disks(root, model, *made, power.Sync(str(root)))} == {
        "new old"
    }


@pytest.mark.parametrize("model", power.MODELS)
def test_a_renaming_is_done_or_not_and_folders_know_nothing_of_each_other(tmp_path, model):
    root = tmp_path / "disk"
    acts = [power.Names({f"{root}/old": None, f"{root}/new": 0}), power.Names({f"{root}/sub/two": 0})]
    found = {" ".join(name for name, _ in one) for one in disks(root, model, *acts)}
    in_order = {"old", "new", "new sub/two"}
    assert found == (in_order | {"old sub/two"} if model == "strict" else in_order)


def test_half_a_line_was_not_heard():
    recording = power.Recording(Path("/nowhere"), {}, {}, [power.Said("1\n2"), power.Said("\n3")])
    assert [recording.heard(cut) for cut in (0, 1, 2)] == [[], ["1"], ["1", "2"]]


def everything(recording):
    files = {act.file for act in recording.acts if isinstance(act, power.Data)}
    folders = {one for act in recording.acts if isinstance(act, power.Names) for one in act.folders}
    return [*files, *folders]


def contents(root):
    return {str(one.relative_to(root)): one.read_bytes() for one in sorted(root.rglob("*")) if one.is_file()}
