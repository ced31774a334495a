"""``kill -9`` at any moment of the lunch line loses no meal that was acknowledged.

This proves the program's own order of things: a meal is on disk before anybody hears of it. Of a power cut it proves
nothing; for that the database is opened with ``synchronous=FULL``.
"""

import datetime as dt
import os
import random
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from desktop.core import clock
from desktop.core.codes import CodeKind
from desktop.models import query
from desktop.models.database import integrity_problems
from desktop.services.centre import centres
from desktop.services.register import printed_codes

pytestmark = pytest.mark.slow

PROJECT = Path(__file__).resolve().parents[2]
ROUNDS = 50
SCANS = 500

LUNCH_LINE = """
import datetime as dt, itertools, sys
from pathlib import Path
from desktop.core import clock
from desktop.core.paths import DataFolder
from desktop.services.canteen import scanning
from desktop.services.centre import accounts, centres

centres.open_centre(DataFolder(Path(sys.argv[1])))
actor = accounts.system_actor()
cards = sys.argv[3:]
day = dt.datetime.fromisoformat(sys.argv[2])
for number in itertools.count():
    moment = day + dt.timedelta(days=number // (2 * len(cards)))
    meal = ("lunch", "dinner")[number // len(cards) % 2]
    with clock.standing_at(moment):
        result = scanning.scan(actor, cards[number % len(cards)], meal, "dine_in", moment)
    assert result.kind == "recorded", result
    print(result.meal_id, flush=True)
"""


@pytest.fixture
def cards(person, canteen_prices):
    """The cards of twelve residents."""
    people = [
        person(f"王{name}", born=f"194{index % 9}-03-05") for index, name in enumerate("芳强明华丽军杰娟静敏磊洋")
    ]
    return [printed_codes.code_of(CodeKind.RESIDENT, one) for one in people]


def scanning(folder, day, cards):
    return subprocess.Popen(
        [sys.executable, "-c", LUNCH_LINE, str(folder.root), day.isoformat(), *cards],
        cwd=PROJECT,
        # Read byte by byte: what readline takes ahead into a buffer, communicate would never see.
        bufsize=0,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(PROJECT)},
    )


def acknowledged_until_killed(line, count, moment):
    """Read so many acknowledged meals, kill at a moment within the next ones, and add what was said until then."""
    assert line.stdout is not None and line.stderr is not None
    first = [line.stdout.readline() for _ in range(count)]
    with suppress(subprocess.TimeoutExpired):
        line.wait(moment)
    line.kill()
    rest, complaint = line.communicate()
    assert line.returncode == -9, complaint.decode()
    return [int(text) for text in b"".join(first).splitlines() + whole_lines(rest)]


def whole_lines(said):
    """A line that the kill cut in two was not heard."""
    return said[: said.rfind(b"\n") + 1].splitlines()


@pytest.mark.skipif(os.name == "nt", reason="there is no SIGKILL on Windows")
def test_no_acknowledged_meal_is_lost_in_fifty_kills(folder, actor, cards):
    centres.close_centre()
    chance = random.Random(20261008)
    counts = [chance.randint(1, 2 * SCANS // ROUNDS) for _ in range(ROUNDS)]
    heard: list[int] = []
    for number, count in enumerate(counts):
        # A year apart: rounds never ask for the same meal of the same day.
        day = dt.datetime(1970 + number, 1, 5, 11, 30)
        heard += acknowledged_until_killed(scanning(folder, day, cards), count, chance.uniform(0, 0.02))

    with clock.standing_at(dt.datetime(2026, 10, 21, 11, 30)):
        centres.open_centre(folder)
    kept = set(query.ids("SELECT id FROM meal WHERE voided_at IS NULL"))
    assert len(heard) >= SCANS
    assert set(heard) - kept == set()
    # At most the one meal of each round that was on disk before it could be said.
    assert len(kept) <= len(heard) + ROUNDS
    assert integrity_problems() == []
    logged = query.ids("SELECT row_id FROM change_log WHERE table_name = 'meal' AND action = 'add'")
    assert sorted(logged) == sorted(kept)
