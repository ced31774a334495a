"""Run the mutants: ``python -m tests.mutants [--fifth K] [--area NAME]… [--list]``; the program itself is not touched.

Each mutant is written into a copy of the program, and the tests of its area run until the first that fails. Prints a
table by area; exit code 1 when an area keeps more than a tenth of its mutants alive, or a fifth more than three tenths.
"""

from __future__ import annotations

import argparse
import os
import queue
import shutil
import subprocess
import sys
import time
import tomllib
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from tests.mutants.operators import Mutant, chosen

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).parent
TREES = ROOT / "build" / "mutants"
LEAST = 0.9
# What a commit runs is a sample of some thirty: it is to find a subject whose tests assert nothing any more. The share
# that each area has to reach is held by the night, over all of them.
LEAST_OF_A_FIFTH = 0.7
FIFTHS = 5
# A computer that does other work too must not make a slow test look like a mutant that somebody noticed.
LEAST_SECONDS, TIMES_AS_LONG = 60.0, 5


@dataclass(frozen=True)
class Area:
    """A part of the program with the tests that have to notice what is wrong in it."""

    name: str
    modules: list[str]
    tests: list[str]
    mutants: int


@dataclass(frozen=True)
class Score:
    """How many mutants of an area were noticed, and the ones that were not."""

    area: str
    killed: int
    living: tuple[str, ...]
    not_run: int = 0

    @property
    def share(self) -> float:
        """Killed ÷ all; 1 where there was none."""
        whole = self.killed + len(self.living)
        return self.killed / whole if whole else 1.0


def areas() -> list[Area]:
    """What areas.toml names."""
    found = tomllib.loads((HERE / "areas.toml").read_text(encoding="utf-8"))
    return [Area(name, entry["modules"], entry["tests"], entry["mutants"]) for name, entry in found.items()]


def excused() -> frozenset[str]:
    """The first words of the keys in same.toml: mutants that nobody could notice."""
    found = tomllib.loads((HERE / "same.toml").read_text(encoding="utf-8"))
    return frozenset(key.split()[0] for key in found)


def in_fifth(position: int, fifth: int | None) -> bool:
    """Whether the mutant at this position runs today."""
    return fifth is None or position % FIFTHS == fifth


class Tree:
    """A copy of the program in which one mutant at a time lives."""

    def __init__(self, root: Path) -> None:
        self.root = root
        shutil.rmtree(root, ignore_errors=True)
        skipped = shutil.ignore_patterns("__pycache__")
        for folder in ("desktop", "tests", "docs", "installer"):
            shutil.copytree(ROOT / folder, root / folder, ignore=skipped)
        for name in ("pyproject.toml", "README.md", "CHANGELOG.md"):
            shutil.copy2(ROOT / name, root / name)
        (root / "resources").symlink_to(ROOT / "resources")

    def run(self, tests: Sequence[str], seconds: float, compile_first: bool = False) -> int | None:
        """The exit code of pytest; None when it did not come to an end."""
        environment = {**os.environ, "PYTHONPATH": str(self.root), "QT_QPA_PLATFORM": "offscreen"}
        environment["PYTHONPYCACHEPREFIX"] = str(self.root / "pycache")
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        if not compile_first:
            environment["PYTHONDONTWRITEBYTECODE"] = "1"
        command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", "-m", "not slow", *tests]
        try:
            done = subprocess.run(
                command, cwd=self.root, env=environment, capture_output=True, timeout=seconds, check=False
            )
        except subprocess.TimeoutExpired:
            return None
        return done.returncode

    def survives(self, mutant: Mutant, tests: Sequence[str], seconds: float, number: int) -> bool:
        """Whether the tests are still green with the mutant in the program's place."""
        path = self.root / mutant.path
        source, stat = path.read_bytes(), path.stat()
        path.write_text(mutant.text, encoding="utf-8")
        # Python takes what it compiled before for the same when size and second are: so they never are.
        os.utime(path, (stat.st_mtime + number + 1, stat.st_mtime + number + 1))
        try:
            return self.run(tests, seconds) == 0
        finally:
            path.write_bytes(source)
            os.utime(path, (stat.st_mtime, stat.st_mtime))


def tests_of(area: Area, root: Path) -> list[str]:
    """The tests of an area that are there."""
    return sorted({path.relative_to(root).as_posix() for pattern in area.tests for path in root.glob(pattern)})


def mutants_of(area: Area, fifth: int | None) -> list[Mutant]:
    """The mutants of an area that run today."""
    left_out = excused()
    mutants = [one for one in chosen(ROOT, area.modules, area.mutants) if one.key.split()[0] not in left_out]
    return [one for position, one in enumerate(mutants) if in_fifth(position, fifth)]


def measure(area: Area, mutants: list[Mutant], trees: queue.Queue[Tree], until: float, seconds: float) -> Score:
    """Let the mutants of an area live one after the other; none begins after ``until`` (monotonic).

    One whose tests take more than so many seconds is noticed: it has them turn in a circle.
    """
    tests = tests_of(area, ROOT)

    def one(number: int) -> bool | None:
        if time.monotonic() > until:
            return None
        tree = trees.get()
        try:
            return tree.survives(mutants[number], tests, seconds, number)
        finally:
            trees.put(tree)

    with ThreadPoolExecutor(trees.qsize()) as pool:
        survived = list(pool.map(one, range(len(mutants))))
    living = tuple(mutant.key for mutant, alive in zip(mutants, survived, strict=True) if alive)
    return Score(area.name, survived.count(False), living, survived.count(None))


def seconds_of(area: Area, tree: Tree) -> float | None:
    """How long the tests of an area take on the program as it is; None when they fail: no mutant could be judged."""
    began = time.monotonic()
    green = tree.run(tests_of(area, ROOT), 600, compile_first=True) == 0
    return time.monotonic() - began if green else None


def turned(wanted: list[Area], fifth: int | None) -> list[Area]:
    """The areas in another order each day, so that where time runs out it is not always the same that are left."""
    first = 0 if fifth is None else fifth * len(wanted) // FIFTHS
    return wanted[first:] + wanted[:first]


def scores_of(wanted: list[Area], trees: queue.Queue[Tree], fifth: int | None, until: float) -> list[Score] | None:
    """The score of each area, printed as it is known; None when the tests of one fail on the program as it is."""
    scores = []
    for area in wanted:
        mutants = mutants_of(area, fifth)
        if time.monotonic() > until:
            scores.append(Score(area.name, 0, (), len(mutants)))
        elif mutants:
            seconds = seconds_of(area, trees.queue[0])
            if seconds is None:
                print(f"{area.name}: its tests fail on the program as it is", flush=True)
                return None
            scores.append(measure(area, mutants, trees, until, max(LEAST_SECONDS, TIMES_AS_LONG * seconds)))
        else:
            continue
        tell(scores[-1])
    return scores


def tell(score: Score) -> None:
    """One line for an area, and one for each mutant that lives."""
    whole = score.killed + len(score.living)
    left = f"   no time for {score.not_run}" if score.not_run else ""
    print(f"{score.area:<12} {score.killed:>3} of {whole:<3} {score.share:>6.0%}{left}", flush=True)
    for key in score.living:
        print(f"    lives: {key}", flush=True)


def fifth_of(text: str) -> int:
    """0 to 4 as typed; ``commit``: by the name of the commit that is checked out, so that all have their turn."""
    if text != "commit":
        return int(text) % FIFTHS
    command = ["git", "-C", str(ROOT), "rev-parse", "HEAD"]
    name = subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()
    return int(name[:8], 16) % FIFTHS if name else 0


def arguments() -> argparse.Namespace:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutants")
    parser.add_argument("--fifth", type=fifth_of, help="only every fifth mutant, beginning at 0 to 4, or by the commit")
    parser.add_argument("--area", action="append", default=[], help="only this area")
    parser.add_argument("--minutes", type=float, default=600.0, help="begin no further mutant after so long")
    parser.add_argument("--jobs", type=int, default=min(os.cpu_count() or 1, 4))
    parser.add_argument("--list", action="store_true", help="name the mutants and run none")
    return parser.parse_args()


def main() -> int:
    """Measure and print; the exit code."""
    args = arguments()
    wanted = [area for area in areas() if not args.area or area.name in args.area]
    if args.list:
        print("\n".join(one.key for area in wanted for one in chosen(ROOT, area.modules, area.mutants)))
        return 0
    trees: queue.Queue[Tree] = queue.Queue()
    place = TREES / str(os.getpid())
    for number in range(args.jobs):
        trees.put(Tree(place / str(number)))
    until = time.monotonic() + args.minutes * 60
    scores = scores_of(turned(wanted, args.fifth), trees, args.fifth, until)
    if scores is None:
        return 2
    killed, living = sum(score.killed for score in scores), sum(len(score.living) for score in scores)
    print(f"{'all':<12} {killed:>3} of {killed + living:<3} {killed / max(killed + living, 1):>6.0%}", flush=True)
    shutil.rmtree(place, ignore_errors=True)
    # A fifth of an area is too few for a share of its own: one that lives is found by the whole.
    least = LEAST if args.fifth is None else LEAST_OF_A_FIFTH
    weak = [score.area for score in scores if score.share < LEAST] if args.fifth is None else []
    if args.fifth is not None and killed < least * (killed + living):
        weak = ["the fifth as a whole"]
    if weak:
        print(f"less than {least:.0%} noticed: {', '.join(weak)}")
    return 1 if weak else 0


if __name__ == "__main__":
    sys.exit(main())
