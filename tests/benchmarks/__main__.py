"""Run the benchmarks: ``python -m tests.benchmarks [NAME]…``, all of them by default."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from tests.benchmarks.measuring import Measured


def scan(folder: Path) -> list[Measured]:
    from tests.benchmarks import scanning

    return [scanning.measure(folder)]


def search(folder: Path) -> list[Measured]:
    from tests.benchmarks import searching

    return searching.measure(folder)


def typing(folder: Path) -> list[Measured]:
    from tests.benchmarks import typing_in_window

    return typing_in_window.measure(folder)


def pdf(folder: Path) -> list[Measured]:
    from tests.benchmarks import printing

    return [printing.measure(folder)]


def import_(folder: Path) -> list[Measured]:
    from tests.benchmarks import importing

    return importing.measure(folder)


def start(folder: Path) -> list[Measured]:
    from tests.benchmarks import starting

    return starting.measure(folder)


ALL: dict[str, Callable[[Path], list[Measured]]] = {
    "scan": scan,
    "search": search,
    "typing": typing,
    "pdf": pdf,
    "start": start,
    "import": import_,
}


def main(wanted: list[str]) -> None:
    """Print one line a benchmark."""
    with tempfile.TemporaryDirectory() as folder:
        for name in wanted or list(ALL):
            for measured in ALL[name](Path(folder)):
                print(measured, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
