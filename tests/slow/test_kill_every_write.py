"""``kill -9`` in any writing operation: what was acknowledged is there, the log proves, nothing is left half.

A process is begun once and forks for each round. The round names what it begins and tells what it has done, by the last
write of the log; it is killed at a moment within what it was asked for, which is known by how long that took before.
"""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest

from desktop.core import leftovers
from desktop.core.proofs import file_sha256
from desktop.models import driver, query, vault
from desktop.models.database import integrity_problems
from desktop.services.centre import centres, unlocking
from desktop.services.keeping import backups, health
from desktop.services.writing import handing, proving
from desktop.sync import finishing
from tests import every_write

SEED = 20261128
PROJECT = Path(__file__).resolve().parents[2]
ROUNDS = [pytest.param(60, marks=pytest.mark.slow), pytest.param(1_000, marks=pytest.mark.nightly)]
# Then everything is proved, and the centre is a new one again.
GENERATION = 20
# What the doctor always says of such a centre: of its backups, of copies in clear.
USUAL = {"backups", "plain_copies", "certificates", "disk"}

CHILD = """
import json, os, random, signal, sys
from pathlib import Path
from desktop.core import clock
from desktop.core.paths import DataFolder
from desktop.models import query
from desktop.services.centre import accounts, centres, passwords, unlocking
from tests.conftest import NOW, QUICK
from tests import every_write
from tests.every_write import BY_HAND, DAYS, FIRST, REFUSED, Desk, Trying

passwords._hasher = lambda: QUICK

def tell(text):
    os.write(1, (text + "\\n").encode())

def done():
    last = query.fetch_one("SELECT epoch, station, counter, hex(hash) FROM change_log ORDER BY id DESC LIMIT 1")
    tell("ack " + json.dumps(last))

def work(given):
    folder = DataFolder(Path(given["root"]))
    chance = random.Random(given["seed"])
    if unlocking.is_locked(folder.database):
        unlocking.unlock_by_sheet(folder.database, given["sheet"])
    with clock.standing_at(NOW):
        centres.open_centre(folder)
        (director,) = query.ids("SELECT id FROM living_staff")[:1]
        actor = accounts.actor_of(director, "主任甲", accounts.station_number())
        desk = Desk(actor, folder, Path(given["out"]), chance, tell)
        done()
        def one(name):
            if name in BY_HAND:
                try:
                    BY_HAND[name](desk)
                except REFUSED as error:
                    tell(f"refused {name} {error!r}")
            else:
                for _ in range(6):
                    if Trying(actor, DAYS, chance.randrange(10**9)).attempt(verbs[name]) is None:
                        break
            done()
        for first in FIRST.get(given["name"], ()):
            one(first)
        tell("begin " + given["name"])
        one(given["name"])
        tell("over")
        for name in chance.sample(sorted(verbs), 40):
            one(name)
        signal.pause()

# Whatever is imported now is not by each of the processes.
verbs = every_write.verbs()
for line in sys.stdin:
    process = os.fork()
    if process == 0:
        try:
            tell(f"process_is {os.getpid()}")
            work(json.loads(line))
        except BaseException as error:
            tell(f"failed {error!r}")
        os._exit(1)
    tell(f"ended {os.waitpid(process, 0)[1]}")
"""


@pytest.fixture
def desks(tmp_path):
    """A process that begins a round for each line that it is given, and says what comes of it."""
    with subprocess.Popen(
        [sys.executable, "-c", CHILD],
        cwd=PROJECT,
        bufsize=0,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(PROJECT), "PYTHONWARNINGS": "ignore"},
    ) as process:
        yield process
        process.stdin.close()


class Round:
    """What one process said until it was killed."""

    def __init__(self, desks, given, moment):
        self.name, self.acked, self.files, self.sheet, self.took = given["name"], None, [], given["sheet"], None
        self._process, self._moment, self._begun = 0, moment, None
        desks.stdin.write(json.dumps(given).encode() + b"\n")
        for line in iter(desks.stdout.readline, b""):
            word, _, rest = line.decode().rstrip("\n").partition(" ")
            assert word != "failed", f"{self.name}: {rest}"
            if word == "ended":
                assert int(rest) == signal.SIGKILL
                break
            getattr(self, f"_{word}")(rest)
        self.within = self._begun is not None and self.took is None

    def _process_is(self, number):
        self._process = int(number)

    def _begin(self, _name):
        self._begun = time.perf_counter()
        # By a clock of its own: nobody waits for what is killed.
        threading.Timer(self._moment, os.kill, (self._process, signal.SIGKILL)).start()

    def _over(self, _rest):
        self.took = time.perf_counter() - self._begun

    def _ack(self, last):
        self.acked = json.loads(last)

    def _file(self, said):
        self.files.append(said.rsplit(" ", 1))

    def _sheet(self, groups):
        self.sheet = groups

    def _refused(self, _why):
        pass


def stands(acked, ask):
    """Whether a write is in a log."""
    sql = "SELECT hex(hash) FROM change_log WHERE epoch = ? AND station = ? AND counter = ?"
    return [tuple(row) for row in ask(sql, acked[:3])] == [(acked[3],)]


def set_aside(root, acked):
    """Whether it stands in a store that a restore has replaced."""
    for path in root.glob("replaced-*.db"):
        with closing(driver.connect(path, "mode=ro")) as old:
            if stands(acked, lambda sql, values, old=old: old.execute(sql, values).fetchall()):
                return True
    return False


class Centre:
    """The centre that is killed in, and what it was at first."""

    def __init__(self, folder, first):
        self.folder, self._first, self.sheet = folder, first, ""
        self.unnamed = set()

        self.count = 0

    def anew(self):
        shutil.rmtree(self.folder.root, ignore_errors=True)
        shutil.copytree(self._first, self.folder.root)
        self.sheet, self.unnamed = "", set()

    def open(self):
        """As the program starts."""
        vault.forget()
        if unlocking.is_locked(self.folder.database):
            unlocking.unlock_by_sheet(self.folder.database, self.sheet)
        centres.open_centre(self.folder)
        leftovers.sweep(self.folder)
        finishing.finish()
        handing.settle()
        backups.adopt(self.folder)

    def note_unnamed(self, done):
        """A picture is on disk before its row is: killed between them, it lies there by itself, which the doctor tells.

        At most one of them. A paper and a backup get their row from the start.
        """
        lying = [one for one in every_write.unmatched(self.folder) if one not in self.unnamed]
        pictures = set(every_write.kept_and_unnamed(self.folder))
        if len(lying) == 1 and done.took is None and lying[0] in pictures:
            self.unnamed.add(lying[0])
            self.count += 1

    def close(self):
        centres.close_centre()
        vault.forget()

    def troubles(self, done):
        """What a round took, or left half."""
        found = [] if stands(done.acked, query.fetch) else [f"{done.acked} is gone"]
        if found and done.name == "restored" and set_aside(self.folder.root, done.acked):
            found = []
        found += [name for name, digest in done.files if not Path(name).exists() or file_sha256(Path(name)) != digest]
        found += [one for one in every_write.unmatched(self.folder) if one not in self.unnamed]
        return found + integrity_problems() + proving.prove(200).troubles

    def prove(self):
        """All of it: the whole log, rows against the log, the doctor."""
        assert proving.prove().troubles == [] and every_write.broken() == []
        ill = {one.name: one.text for one in health.doctor(self.folder) if not one.ok and one.name not in USUAL}
        assert ill == {}


@pytest.fixture
def centre(folder, actor, person, canteen_prices, tmp_path):
    every_write.fill(actor, person)
    centres.close_centre()
    first = tmp_path / "first"
    shutil.copytree(folder.root, first)
    (tmp_path / "out").mkdir()
    yield Centre(folder, first)
    centres.close_centre()
    vault.forget()


@pytest.mark.skipif(os.name == "nt", reason="there is no SIGKILL on Windows")
@pytest.mark.parametrize("rounds", ROUNDS)
def test_no_kill_in_any_writing_operation_takes_what_was_acknowledged(rounds, desks, centre, tmp_path):
    chance = random.Random(SEED)
    by_hand, verbs = sorted(every_write.BY_HAND), sorted(every_write.verbs())
    took, within, lost = dict.fromkeys(by_hand, 0.1), Counter(), []
    for number in range(rounds):
        if number % GENERATION == 0:
            centre.anew()
        # What writes files, and a verb, in turn.
        name = by_hand[number // 2 % len(by_hand)] if number % 2 == 0 else chance.choice(verbs)
        moment = chance.uniform(0, 1.2 * took.get(name, 0.03))
        given = {"name": name, "root": str(centre.folder.root), "out": str(tmp_path / "out"), "seed": number}
        done = Round(desks, given | {"sheet": centre.sheet}, moment)
        centre.sheet = done.sheet
        took[name] = done.took or took.get(name, 0.03)
        within[name] += done.within
        centre.open()
        centre.note_unnamed(done)
        lost += [(number, name, one) for one in centre.troubles(done)]
        if number % GENERATION == GENERATION - 1:
            centre.prove()
        centre.close()
    print(f"{rounds} kills, {within.total()} of them within the operation ({len(+within)} different ones),")
    print(f"{len(lost)} lost or left half, {centre.count} pictures that no row names;")
    print(f"what writes files: { ({name: within[name] for name in by_hand}) }")
    assert lost == []
    assert within.total() > rounds / 4
