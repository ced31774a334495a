"""Run the benchmarks: ``python -m tests.benchmarks [NAME]…``, all by default; a line each, the goal beside it."""

from __future__ import annotations

import importlib
import importlib.util
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.measuring import HEAD, Measured

# Name and module; one that is not there yet is left out.
MODULES = {
    "start": "starting",
    "scan": "scanning",
    "scans": "scanning_many",
    "trace": "tracing",
    "figures": "figures",
    "month": "closing_month",
    "export": "exporting",
    "district": "district",
    "doctor": "doctor",
    "rooms": "rooms",
    "search": "searching",
    "sealed": "sealed",
    "typing": "typing_in_window",
    "pdf": "printing",
    "import": "importing",
    "check": "checking",
}


def measure(name: str, folder: Path) -> list[Measured]:
    """The lines of one benchmark."""
    found = importlib.import_module(f"tests.benchmarks.{MODULES[name]}").measure(folder)
    return list(found) if isinstance(found, list | tuple) else [found]


def main(wanted: list[str]) -> None:
    """Print one line a measurement."""
    unknown = sorted(set(wanted) - set(MODULES))
    if unknown:
        raise SystemExit(f"no such benchmark: {', '.join(unknown)} (there are: {', '.join(MODULES)})")
    there = [name for name, module in MODULES.items() if importlib.util.find_spec(f"tests.benchmarks.{module}")]
    print(HEAD, flush=True)
    with tempfile.TemporaryDirectory() as folder:
        for name in wanted or there:
            for measured in measure(name, Path(folder)):
                print(measured, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
