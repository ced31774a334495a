"""Every engine says the same of one district, by hash: ``python -m tests.engines [DISTRICT FOLDER]``.

Of a simulated district (made for it, unless its folder is named) and of random ones; a PostgreSQL of its own, Spark on
this machine. Exit code 1 when one of them says something else.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from desktop.core import clock
from desktop.core.period import Month
from desktop.core.progress import Progress
from desktop.demo.district.run import last_month, make_district_demo
from desktop.district import figures, store
from desktop.district.answers import Engine
from tests import postgres
from tests.unit.district import made_district

SEEDS = (1, 2, 3)
_SHOWN = 16


def hashes(folder: Path, month: Month, url: str) -> dict[Engine, str]:
    """What each engine says of a month."""
    found = {}
    for engine in Engine:
        with figures.counting(folder, month, engine, url if engine is Engine.POSTGRESQL else "") as counting:
            found[engine] = figures.sha256(figures.ask(counting, month))
    return found


def random_ones(room: Path) -> Iterator[tuple[str, Path, Month]]:
    """The stores of some random districts, with their names."""
    for seed in SEEDS:
        folder = room / f"random {seed}"
        for (centre, period), parts in made_district.district(seed).items():
            store.put(folder, centre, period, parts)
        yield folder.name, folder, Month.parse(made_district.MONTH)


def simulated(folder: Path) -> Iterator[tuple[str, Path, Month]]:
    """The months of a simulated district."""
    months = {
        place.parent.name.removeprefix("month=") for place in store.root(folder).glob("part=files/month=*/centre=*")
    }
    for month in sorted(months - {"full"}):
        yield f"simulated {month}", folder, Month.parse(month)


def main(words: Sequence[str]) -> int:
    """Compare, and say what each engine says."""
    with tempfile.TemporaryDirectory(prefix="shizhu-engines-") as name, postgres.running() as url:
        room = Path(name)
        folder = Path(words[0]) if words else room / "district"
        if not words:
            make_district_demo(folder, last_month(clock.today()), Progress())
        other = 0
        for what, place, month in (*simulated(folder), *random_ones(room)):
            found = hashes(place, month, url)
            same = len(set(found.values())) == 1
            other += not same
            told = "  ".join(f"{engine} {sha256[:_SHOWN]}" for engine, sha256 in found.items())
            print(f"{what}: {'equal' if same else 'DIFFERENT'}  {told}", flush=True)
    return int(other > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
