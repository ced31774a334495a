"""What one room of a district's window asks of another."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class TakeFiles:
    """Files and folders to be taken in, as they were dropped or handed to the program."""

    paths: tuple[Path, ...]
