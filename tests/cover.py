"""Coverage with the child processes counted, and its floors: ``python -m tests.cover [PYTEST ARGUMENT]…``.

Lines and branches of the unit and end-to-end tests; commands and the child that parses workbooks are processes of their
own and count. Exit code 1 when a room lies below its floor.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
PLACE = ROOT / "build" / "coverage"
# Percent of the lines.
FLOORS = {
    "desktop/core": 95,
    "desktop/services": 92,
    "desktop/services/figures": 90,
    "desktop/sync": 90,
    "desktop/cli": 90,
    "desktop/importing": 88,
    "desktop/reports": 90,
}


def shares(report: Mapping[str, Any]) -> dict[str, tuple[int, int]]:
    """(covered, all) lines of each room with a floor, from coverage's JSON."""
    found = {}
    for room in FLOORS:
        sums = [one["summary"] for path, one in report["files"].items() if Path(path).as_posix().startswith(f"{room}/")]
        found[room] = (sum(one["covered_lines"] for one in sums), sum(one["num_statements"] for one in sums))
    return found


def below(found: Mapping[str, tuple[int, int]]) -> list[str]:
    """The rooms that lie below their floor; a room without a line is one that is gone."""
    return [room for room, (covered, whole) in found.items() if whole == 0 or covered * 100 < FLOORS[room] * whole]


def coverage(*arguments: str) -> int:
    """Run a command of coverage in the project's folder."""
    return subprocess.run([sys.executable, "-m", "coverage", *arguments], cwd=ROOT, check=False).returncode


def main(arguments: list[str]) -> int:
    """Run the tests under coverage and print a line a room."""
    shutil.rmtree(PLACE, ignore_errors=True)
    PLACE.mkdir(parents=True)
    tests = arguments or ["tests/unit", "tests/e2e"]
    failed = coverage("run", "-m", "pytest", "-q", "-m", "not slow and not nightly", *tests)
    coverage("combine", "--quiet")
    coverage("json", "--quiet", "-o", str(PLACE / "coverage.json"))
    found = shares(json.loads((PLACE / "coverage.json").read_text(encoding="utf-8")))
    for room, (covered, whole) in found.items():
        share = covered / whole if whole else 0.0
        print(f"{room:<28} {covered:>6} of {whole:<6} {share:>7.1%}   floor {FLOORS[room]} %")
    weak = below(found)
    if weak:
        print(f"below the floor: {', '.join(weak)}")
    return failed or int(bool(weak))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
