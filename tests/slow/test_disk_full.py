"""A disk that fills up in any writing operation: refused with the right sentence, nothing half, and on it goes.

The disk is a real one of a few megabytes, where root may mount it; elsewhere nothing is proved here. What writes files
is tried with no room at all, with a little more, and so on until there is enough: at every refusal all files and all
rows have to be as they were.
"""

import gc
import os
import random
import shutil
import subprocess
from contextlib import suppress

import pytest

from desktop.core import i18n
from desktop.core.paths import DataFolder
from desktop.core.proofs import file_sha256
from desktop.core.storage_errors import DiskFull
from desktop.core.words import messages
from desktop.models import query, vault
from desktop.models.database import integrity_problems
from desktop.services.centre import centres
from desktop.services.writing import going_out, proving
from desktop.services.writing.going_out import Held
from desktop.ui.forms.drafts import DraftKeeper
from tests import every_write
from tests.every_write import BY_HAND, Desk, Trying

SEED = 20261128
PAGE = 4096
# Tries of each verb until one is done; it is done with room as it was refused without.
TRIES = [pytest.param(5, marks=pytest.mark.slow), pytest.param(40, marks=pytest.mark.nightly)]
# How much more room there is each time, as a share of what there was.
STEPS = [pytest.param(1.0, marks=pytest.mark.slow), pytest.param(0.12, marks=pytest.mark.nightly)]


# What consists of several acts, each of them whole: explaining and closing, three papers, a backup before a restore.
SEVERAL = {"closed", "corrected", "decrypted", "encrypted", "merged", "reports", "restored"}


class Disk:
    """A disk on which a centre lies, and how much room there is on it."""

    def __init__(self, place):
        self.place, self._films = place, place / "films"

    def leave(self, room):
        """Let so many pages be free."""
        self.free()
        free = shutil.disk_usage(self.place).free
        with suppress(OSError), self._films.open("wb", buffering=0) as films:
            os.posix_fallocate(films.fileno(), 0, max(free - room * PAGE, PAGE))

    def free(self):
        self._films.unlink(missing_ok=True)


@pytest.fixture
def disk(tmp_path):
    place = tmp_path / "small"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", str(place)]
    if os.name == "nt" or os.geteuid() != 0 or subprocess.run(mount, capture_output=True).returncode:
        pytest.skip("only root may mount a small disk, and not in every container")
    yield Disk(place)
    # A statement that failed keeps its file open for as long as its error is about.
    gc.collect()
    subprocess.run(["umount", "-l", str(place)], check=True)


@pytest.fixture
def filled(folder, actor, person, canteen_prices):
    """A centre with a row of everything, closed, to be copied."""
    every_write.fill(actor, person)
    query.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    centres.close_centre()
    i18n.install("zh_CN")
    yield folder
    i18n.install("en")


@pytest.fixture
def desk(disk, filled, actor, tmp_path):
    """Whoever writes on the small disk."""
    (tmp_path / "out").mkdir()
    vault.forget()
    yield Desk(actor, DataFolder(disk.place / "data"), tmp_path / "out", random.Random(SEED))
    centres.close_centre()
    vault.forget()


def begin(desk, filled):
    """The centre as it was at first, on the small disk, with a log that has to grow for any write."""
    centres.close_centre()
    shutil.rmtree(desk.folder.root, ignore_errors=True)
    shutil.copytree(filled.root, desk.folder.root)
    centres.open_centre(desk.folder)
    query.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def rows():
    """How many rows each table has, and what the log says last."""
    tables = query.texts("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'resident_search%'")
    counted = {name: query.count(f"SELECT count(*) FROM {name}") for name in tables}
    return counted, query.fetch("SELECT * FROM change_log ORDER BY id DESC LIMIT 1")


def files(root):
    """Every file but the database's own, by its hash."""
    found = (one for one in sorted(root.rglob("*")) if one.is_file() and not one.name.startswith("shizhu.db"))
    return {str(one.relative_to(root)): file_sha256(one) for one in found}


def refused(error):
    """Whether it is a full disk, said as one."""
    if not isinstance(error, DiskFull):
        return False
    words = messages.sentence(error)
    assert "磁盘满了" in words and "腾出空间" in words, words
    return True


@pytest.mark.parametrize("tries", TRIES)
def test_every_verb_is_refused_on_a_full_disk_and_done_once_there_is_room(tries, desk, disk, filled):
    done, refusals = set(), 0
    for name, verb in every_write.verbs().items():
        begin(desk, filled)
        for seed in range(tries):
            query.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            before = rows(), files(desk.folder.root)
            disk.leave(0)
            error = Trying(desk.actor, every_write.DAYS, seed).attempt(verb)
            full = refused(error)
            assert (rows(), files(desk.folder.root)) == before, f"{name} {seed}: half of it was written"
            disk.free()
            again = Trying(desk.actor, every_write.DAYS, seed).attempt(verb)
            assert not refused(again), f"{name} {seed}: refused with room"
            if rows() != before[0]:
                assert full, f"{name} {seed}: {error!r} on a full disk, {again!r} with room"
                refusals += 1
                done.add(name)
                break
            assert full or repr(error) == repr(again), f"{name} {seed}: {error!r}, then {again!r}"
    assert proving.prove().troubles == []
    print(f"{len(done)} of {len(every_write.verbs())} verbs wrote, {refusals} refused on a full disk, 0 half written")
    assert len(done) > 60


def rooms(step):
    """No page, one, two … until there is enough for anything."""
    room = 0.0
    while room < 3_000:
        yield int(room)
        room = max(room + 1, room * (1 + step))


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("name", sorted(BY_HAND))
def test_what_writes_files_is_refused_at_any_moment_and_leaves_nothing(name, step, desk, disk, filled):
    begin(desk, filled)
    for first in every_write.FIRST.get(name, ()):
        BY_HAND[first](desk)
    refusals = 0
    for room in rooms(step):
        query.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        before = rows(), files(desk.folder.root)
        disk.leave(room)
        desk.chance.seed(room)
        try:
            BY_HAND[name](desk)
        except DiskFull as error:
            assert refused(error)
            refusals += 1
            if name not in SEVERAL:
                assert rows() == before[0], f"{name} with {room} pages: half in the database"
                assert files(desk.folder.root) == before[1], f"{name} with {room} pages: half on the disk"
            assert every_write.unmatched(desk.folder) == [], f"{name} with {room} pages"
            continue
        finally:
            disk.free()
        break
    else:
        pytest.fail("refused with room")
    assert rows() != before[0]
    assert integrity_problems() == [] and proving.prove().troubles == [] and every_write.broken() == []
    assert every_write.unmatched(desk.folder) == []
    print(f"{name}: refused {refusals} times on a full disk, 0 left half, done with {room} pages")
    assert refusals > 0


def test_what_is_typed_is_kept_once_there_is_room_and_what_was_kept_stands_until_then(desk, disk, filled, qapp):
    begin(desk, filled)
    typed = {"name": "王芳"}
    keeper = DraftKeeper(desk.folder.drafts / "1" / "form.json", lambda: typed)
    assert keeper.keep_now()
    before = files(desk.folder.root)
    typed["name"] = "李明" * 5_000
    disk.leave(0)
    assert not keeper.keep_now()
    assert files(desk.folder.root) == before
    disk.free()
    assert keeper.keep_now() and files(desk.folder.root) != before


def test_a_paper_elsewhere_stands_as_it_was_where_the_row_of_the_next_one_finds_no_room(desk, disk, filled, tmp_path):
    begin(desk, filled)
    target, held = tmp_path / "out" / "名单.csv", Held("名单", 1)
    with going_out.handed_by(desk.actor):
        with going_out.leaving(target, held) as part:
            part.write_text("旧", encoding="utf-8")
        query.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        disk.leave(0)
        with pytest.raises(DiskFull), going_out.leaving(target, held) as part:
            part.write_text("新", encoding="utf-8")
        assert [(one.name, one.read_text(encoding="utf-8")) for one in target.parent.iterdir()] == [("名单.csv", "旧")]
        disk.free()
        with going_out.leaving(target, held) as part:
            part.write_text("新", encoding="utf-8")
    assert [(one.name, one.read_text(encoding="utf-8")) for one in target.parent.iterdir()] == [("名单.csv", "新")]
