"""Runs the program as a person's script would: as a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "tests" / "data" / "sample-centre"


@dataclass(frozen=True)
class Ran:
    """What one command did."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Run = Callable[..., Ran]


def run_command(*words: object, data: Path | None = None, **environment: str) -> Ran:
    """``shizhu WORDS`` in a process without a display."""
    plain = {key: value for key, value in os.environ.items() if not key.startswith("SHIZHU_") and key != "DISPLAY"}
    if data is not None:
        plain["SHIZHU_DATA"] = str(data)
    done = subprocess.run(
        [sys.executable, "-m", "desktop", *map(str, words)],
        cwd=ROOT,
        env={**plain, **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=240,
        check=False,
    )
    return Ran(done.returncode, done.stdout, done.stderr)


@dataclass(frozen=True)
class Sample:
    """The sample centre after its five imports."""

    data: Path
    imports: dict[str, Ran]
