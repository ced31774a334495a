"""The sync file of a made centre of 20 000 residents: its time beside the bare work, and the peak of memory.

The floor fetches the same rows, writes them as JSON and packs them as the file does (deflate, level 9), table by table;
it neither sorts keys nor hashes, refers to nothing by uid, and proves nothing. The program reads the file back and
proves every row of it before it says that it is done: that is in the measure, and apart in a line of its own.

Each measure is made in a process of its own, which tells the peak of its memory. The goal for memory is that it does
not grow with the register, so the floor there is the same export of 500 residents; what remains is SQLite's own cache
of 8 MB, which 500 residents do not fill. A month that is open has its figures counted from the whole register, which
takes memory of its own; a closed one carries those that were frozen.
"""

from __future__ import annotations

import json
import re
import sqlite3
import subprocess
import sys
import time
import zlib
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from desktop.core import clock
from desktop.core.period import Month
from desktop.models import query
from desktop.services.centre import centres
from desktop.services.writing.actor import Actor
from desktop.sync.format import PARTS, STAMPS
from desktop.sync.read import verify
from desktop.sync.write import export_full, export_month
from tests.benchmarks import made_centre
from tests.benchmarks.measuring import Measured

MONTH = Month(2026, 9)


def measure(folder: Path) -> list[Measured]:
    """A file of everything: time, proof and memory; a month's file: memory, with its figures counted from open rows."""
    large, small = (_in_a_process(folder, size) for size in (made_centre.LARGE, made_centre.SMALL))
    floor = "SELECT + json.dumps + zlib of the same rows"
    less = "the same with 500 residents"
    return [
        Measured("export of everything", large["full"], large["bare"], floor, goal=3, unit="s"),
        Measured("  of it reading back and proving", large["proof"], large["bare"], floor, unit="s"),
        Measured("export of everything, peak memory", large["full_mb"], small["full_mb"], less, goal=1.6, unit="MB"),
        Measured("export of an open month, peak memory", large["month_mb"], small["month_mb"], less, unit="MB"),
    ]


def _in_a_process(folder: Path, size: int) -> dict[str, float]:
    place = made_centre.copy(folder / f"export-{size}", size).root
    found: dict[str, float] = {}
    for what in ("bare", "full", "month"):
        command = [sys.executable, "-m", "tests.benchmarks.exporting", what, str(place)]
        told = subprocess.run(command, check=True, capture_output=True, text=True, cwd=made_centre.ROOT)
        found.update(json.loads(told.stdout))
    return found


def main(what: str, place: Path) -> None:
    """One measure in this process, told as JSON: seconds, and megabytes of its peak."""
    made = made_centre.DataFolder(place)
    if what == "bare":
        print(json.dumps({"bare": _seconds(lambda: _bare(made.database))}))
        return
    with clock.standing_at(made_centre.TODAY):
        centres.open_centre(made)
        actor = Actor(*query.fetch("SELECT id, name, role FROM staff LIMIT 1")[0])
        out = place / "out"
        if what == "full":
            took = _seconds(lambda: export_full(actor, out))
            [written] = out.glob("*-full-*")
            found = {"full": took, "full_mb": _peak_mb(), "proof": _seconds(lambda: verify(written))}
        else:
            took = _seconds(lambda: export_month(actor, MONTH, out))
            found = {"month": took, "month_mb": _peak_mb()}
        centres.close_centre()
    print(json.dumps(found))


def _bare(database: Path) -> None:
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as bare:
        for part in PARTS:
            names = [*STAMPS, *(column.name for column in part.columns)]
            deflate = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
            rows = bare.execute(f"SELECT {', '.join(names)} FROM {part.table} ORDER BY uid").fetchall()
            lines = [json.dumps(dict(zip(names, row, strict=True)), ensure_ascii=False) for row in rows]
            deflate.compress("\n".join(lines).encode())
            deflate.flush()


def _peak_mb() -> float:
    # Not ru_maxrss: a child's begins with what its parent had when it was made.
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(re.search(r"VmHWM:\s+(\d+) kB", status)[1]) / 1024  # type: ignore[index]


def _seconds(call: Callable[[], object]) -> float:
    begin = time.perf_counter()
    call()
    return time.perf_counter() - begin


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
