"""A sync file whose export was cut: it takes its name if its number was remembered, and goes if it was not.

Before the number is remembered a note says where the whole file waits for its name. So a number never names two files:
either its row stands, and the file is the one of its hash, or the next export has it.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from desktop.core import files, leftovers
from desktop.core.files import storage_error
from desktop.core.proofs import file_sha256
from desktop.services.closing import exports

_NAME = "exporting-{sequence}.json"


@dataclass(frozen=True)
class Unfinished:
    """A whole file that waits beside its name; ``process`` wrote it."""

    sequence: int
    sha256: str
    part: str
    path: str
    process: int = 0


# Of this process: what it is about to name itself.
_running: set[int] = set()


def note(one: Unfinished) -> None:
    """Say where the file waits, before its number is remembered."""
    _running.add(one.sequence)
    noted = asdict(one) | {"process": os.getpid()}
    files.keep(_note_of(one.sequence), json.dumps(noted, ensure_ascii=False).encode())


def name(part: Path, path: Path) -> None:
    """Let a file whose number is remembered take its name."""
    try:
        files.take_name(part, path)
    except OSError as error:
        raise storage_error(error, path) from error


def forget(sequence: int) -> None:
    """The file has its name, or never got a number."""
    with suppress(OSError):
        _note_of(sequence).unlink(missing_ok=True)


def over(sequence: int) -> None:
    """This process does no more about it; a note that still stands is for the next start."""
    _running.discard(sequence)


def finish() -> None:
    """Let what a cut left behind take its name or go; where its stick is away it waits."""
    for path in sorted(exports.place_of_notes().glob(_NAME.format(sequence="*"))):
        noted = _read(path)
        if noted is None:
            path.unlink(missing_ok=True)
        elif not _goes_on(noted, path):
            _finish(noted)


def _goes_on(noted: Unfinished, path: Path) -> bool:
    if noted.process == os.getpid():
        return noted.sequence in _running
    return leftovers.alive(noted.process, path)


def _finish(noted: Unfinished) -> None:
    part = Path(noted.part)
    if not part.parent.is_dir():
        return
    with suppress(OSError):
        if part.is_file():
            if exports.remembered(noted.sequence, noted.sha256) and file_sha256(part) == noted.sha256:
                name(part, Path(noted.path))
            else:
                part.unlink()
        forget(noted.sequence)


def _read(path: Path) -> Unfinished | None:
    try:
        return Unfinished(**json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def _note_of(sequence: int) -> Path:
    return exports.place_of_notes() / _NAME.format(sequence=sequence)
