"""Empty centres for tests: the migrations run once for all the tests of a process, and each test gets a copy."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

from desktop.core.paths import DataFolder


@cache
def _place() -> tempfile.TemporaryDirectory[str]:
    # Gone with the process, as the object is.
    return tempfile.TemporaryDirectory(prefix="centres-")


def copied(name: str, make: Callable[[DataFolder], object], folder: DataFolder) -> None:
    """Put the centre that ``make`` leaves closed into ``folder``; it is made the first time that its name is asked for.

    All copies are one centre, with one station and one epoch: who needs two of them makes the other.
    """
    whole = Path(_place().name) / name
    if not whole.exists():
        unfinished = whole.with_suffix(".new")
        shutil.rmtree(unfinished, ignore_errors=True)
        make(DataFolder(unfinished))
        unfinished.rename(whole)
    shutil.copytree(whole, folder.root, dirs_exist_ok=True)
