"""The proof beside a file: its SHA-256 in a file of its own that ``sha256sum -c`` understands."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path

from desktop.core.files import writing_beside

_REASON = "# reason: "
_LINE = re.compile(r"(?P<sha256>[0-9a-f]{64})\s[ *](?P<name>.+)")


def hash_file(path: Path) -> Path:
    """Where a file's hash stands."""
    return path.with_name(path.name + ".sha256")


def file_sha256(path: Path) -> str:
    """The SHA-256 of a file in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def write_hash(path: Path, sha256: str, reason: str) -> None:
    """Let the hash of a file stand beside its name; ``reason`` says why the file was made."""
    with writing_beside(hash_file(path)) as part:
        part.write_text(f"{_REASON}{reason}\n{sha256}  {path.name}\n", encoding="utf-8", newline="\n")


def read_hash(path: Path) -> tuple[str, str]:
    """Why a file was made and what its hash is; empty where nothing stands beside it."""
    lines = _lines(hash_file(path))
    reason = next((line.removeprefix(_REASON) for line in lines if line.startswith(_REASON)), "")
    hashes = [line.split()[0] for line in lines if re.match(r"[0-9a-f]{64}\s", line)]
    return reason, hashes[0] if hashes else ""


def read_ledger(path: Path) -> dict[str, str]:
    """What a ledger of hashes says: name → SHA-256; empty when there is none that can be read."""
    found = (_LINE.fullmatch(line) for line in _lines(path))
    return {one["name"]: one["sha256"] for one in found if one is not None}


def write_ledger(path: Path, hashes: Mapping[str, str]) -> None:
    """Write a ledger of hashes, in the order of the names."""
    with writing_beside(path) as part:
        lines = (f"{sha256}  {name}\n" for name, sha256 in sorted(hashes.items()))
        part.write_text("".join(lines), encoding="utf-8", newline="\n")


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return []
