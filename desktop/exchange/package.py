"""The exchange file: JSON Lines in one spelling, sealed to the centre's own stations.

The first line says what it is, the next ones are epochs, rows of the log as they were hashed, frozen documents and
passwords, the last one is the SHA-256 of all lines before it.
"""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, BinaryIO

from desktop.core import canonical
from desktop.core.errors import ShizhuError
from desktop.core.exchange_errors import ExchangeUnreadable
from desktop.core.files import writing_beside
from desktop.sync import sealed

KIND, VERSION = "shizhu-exchange", 1
# Other programs open what is sealed: no line of theirs fills the memory.
_LONGEST_LINE = 64 << 20
_PARTS = ("epoch", "log", "document", "secret")


@dataclass(frozen=True)
class Opened:
    """A file that was proved: what it says of itself, and its lines by part."""

    about: dict[str, Any]
    parts: dict[str, list[list[Any]]]


def write(path: Path, recipient: str, about: dict[str, Any], lines: Iterable[tuple[str, list[Any]]]) -> None:
    """Write a file: sealed while it is written, named when it is whole and on disk."""
    with tempfile.TemporaryFile() as plain:
        proof = hashlib.sha256()
        for line in _all(about, lines):
            proof.update(line)
            plain.write(line)
        plain.write(canonical.line(["sha256", proof.hexdigest()]))
        plain.seek(0)
        with writing_beside(path) as part, part.open("wb") as out:
            sealed.seal(plain, out, recipient)


def read(path: Path, identity: str) -> Opened:
    """Open and prove a file; ExchangeUnreadable for one of somebody else, or that was changed."""
    with tempfile.TemporaryFile() as plain:
        try:
            sealed.unseal(path, identity, plain)
            plain.seek(0)
            return _proved(plain, path)
        except (ValueError, KeyError, TypeError, ShizhuError) as error:
            raise ExchangeUnreadable(path.name) from error


def _all(about: dict[str, Any], lines: Iterable[tuple[str, list[Any]]]) -> Iterator[bytes]:
    yield canonical.line({"kind": KIND, "version": VERSION, **about})
    for part, values in lines:
        yield canonical.line([part, *values])


def _proved(plain: BinaryIO | IO[bytes], path: Path) -> Opened:
    proof = hashlib.sha256()
    about: dict[str, Any] = {}
    parts: dict[str, list[list[Any]]] = {part: [] for part in _PARTS}
    ended = False
    while line := plain.readline(_LONGEST_LINE):
        said = canonical.read_line(line)
        if ended:
            raise ExchangeUnreadable(path.name)
        if not about:
            about = said
            if about["kind"] != KIND or about["version"] != VERSION:
                raise ExchangeUnreadable(path.name)
        elif said[0] == "sha256":
            ended = said[1:] == [proof.hexdigest()]
            if not ended:
                raise ExchangeUnreadable(path.name)
        else:
            parts[said[0]].append(said[1:])
        proof.update(line)
    if not ended:
        raise ExchangeUnreadable(path.name)
    return Opened(about, parts)
