"""Files that stand beside the database: scans of signed paper, photographs, own forms. Every backup place has them.

A place keeps them in a folder beside its backups, with a ledger of their SHA-256 that ``sha256sum -c`` understands. A
kept file is written once under a name of its own, so a copy of its size is taken for whole until it is proved; what is
damaged or gone, here or in a place, is mended from wherever it is whole.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop.core import files, leftovers
from desktop.core.errors import ShizhuError
from desktop.core.files import storage_error
from desktop.core.progress import Progress
from desktop.core.proofs import read_ledger, write_ledger
from desktop.core.sealing import Branch
from desktop.core.storage_errors import FilesLost
from desktop.models import copies, query, vault

FOLDERS = ("attachments", "photos", "certificates", "forms")
LEDGER = "SHA256SUMS"
# Which copies are proved by reading them, by the first digit of their hash.
ALL, NONE = "0123456789abcdef", ""
# Names that are made of the content end with its hash, or with the beginning of it.
_NAMED = re.compile(r"(?:.*-)?(?P<digits>[0-9a-f]{16}|[0-9a-f]{64})\.[a-z]+")


@dataclass(frozen=True)
class Carried:
    """What was done for a place: files copied, copies or originals mended, and the names of those whole nowhere."""

    copied: int = 0
    mended: int = 0
    lost: tuple[str, ...] = ()


def carried_folder(place: Path, centre: str) -> Path:
    """Where a backup place keeps a centre's files, beside its backups."""
    return place / f"files-{centre}"


def wanted() -> dict[str, str]:
    """The files that the records of the open centre name, with what their SHA-256 begins with."""
    scans = [row for _, sql in copies.SCANS for row in query.fetch(sql)]
    return _proofs(scans, (name for _, sql in copies.NAMED for (name,) in query.fetch(sql)))


def lacking_in(place: Path, scans: Iterable[tuple[str, str]], named: Iterable[str]) -> tuple[int, list[str]]:
    """How many of these files a place should have, and which it does not have whole: named by a store, not by ours."""
    proofs = _proofs(scans, named)
    return len(proofs), sorted(name for name, proof in proofs.items() if not _fits(name, place / name, proof))


def _proofs(scans: Iterable[tuple[str, str]], named: Iterable[str]) -> dict[str, str]:
    return dict(scans) | {name: _hash_in(name) for name in named}


def carry(
    root: Path, place: Path, prove: str = NONE, others: Sequence[Path] = (), progress: Progress | None = None
) -> Carried:
    """Let ``place`` have every kept file below ``root``, whole; mend what is not, here too, from one of ``others``.

    ``prove`` names the copies that are read, by the first digit of their hash; the rest is looked at by size.
    """
    leftovers.sweep_parts(place)
    ledger, known, steps = read_ledger(place / LEDGER), wanted(), progress or Progress()
    before, copied, mended, lost = dict(ledger), 0, 0, []
    for name in sorted({*_files(root), *known}):
        steps.check()
        original, copy = root / name, place / name
        listed = ledger.get(name, "")
        proof = known.get(name) or _hash_in(name)
        if listed and listed[0] not in prove and _alike(original, copy, bool(proof)):
            continue
        sound = proof or _unless_taken_anew(listed, original, copy)
        whole = _whole(name, sound, (original, copy, *(one / name for one in others)))
        if whole is None:
            lost.append(name)
            continue
        ledger[name] = hashlib.sha256(whole).hexdigest()
        fresh = not copy.is_file()
        replaced = _put(copy, whole, ledger[name])
        copied += replaced and fresh
        mended += (replaced and not fresh) + _put(original, whole, ledger[name])
    if ledger != before:
        write_ledger(files.make_folder(place) / LEDGER, ledger)
    return Carried(copied, mended, tuple(lost))


def bring_back(place: Path, root: Path) -> list[str]:
    """Copy what ``root`` lacks of a place's files; the names of those that are not what the place's ledger says.

    A file that is there stays, whatever its age: a restore takes nothing newer away.
    """
    ledger, damaged = read_ledger(place / LEDGER), []
    for name in _files(place):
        if (root / name).is_file():
            continue
        content = _read(place / name)
        sha256 = ledger.get(name, "") or _hash_in(name)
        if not _is(name, content, sha256):
            damaged.append(name)
            continue
        files.keep(root / name, _as_today(name, content))
    return damaged


def damaged_in(place: Path) -> tuple[int, list[str]]:
    """How many files a place's ledger names, and those of them that are missing or are not what it says."""
    ledger = read_ledger(place / LEDGER)
    return len(ledger), [name for name, sha256 in sorted(ledger.items()) if _digest(place / name) != sha256]


def missing(root: Path) -> list[str]:
    """The names of files that records name and that are not there."""
    return sorted(wanted().keys() - set(_files(root)))


def unnamed(root: Path) -> list[str]:
    """The names of files that no record in force names; they stay, since a store that was set aside may name them."""
    return sorted(set(_files(root)) - wanted().keys())


def damaged(root: Path) -> list[str]:
    """The names of files that records name and that are missing or are not what they were: all of them are read."""
    return [name for name, sha256 in sorted(wanted().items()) if not _fits(name, root / name, sha256)]


def trouble(names: Sequence[str]) -> FilesLost | None:
    """Files that are whole nowhere, as an error that names the first of them."""
    return FilesLost(len(names), names[0]) if names else None


def _whole(name: str, sound: str, places: Sequence[Path]) -> bytes | None:
    """The content whose hash begins with ``sound``, from the first place that has it, sealed as the store is."""
    for path in places:
        content = _read(path) if path.is_file() else None
        if content is not None and _is(name, content, sound):
            return _as_today(name, content)
    return None


def _is(name: str, content: bytes, sha256: str) -> bool:
    """Whether it has this hash: as it lies there, which a ledger knows, or as what it holds, which the records know."""
    if hashlib.sha256(content).hexdigest().startswith(sha256):
        return True
    plain = _opened(name, content)
    return plain is not None and hashlib.sha256(plain).hexdigest().startswith(sha256)


def _opened(name: str, content: bytes) -> bytes | None:
    branch = _branch(name)
    try:
        return content if branch is None else vault.opened(branch, content, name)
    except ShizhuError:
        return None


def _branch(name: str) -> Branch | None:
    """Own forms are blanks, which are never sealed."""
    folder = name.partition("/")[0]
    return Branch(folder) if folder in set(Branch) else None


def _as_today(name: str, content: bytes) -> bytes:
    branch, tree = _branch(name), vault.in_use()
    if branch is None or vault.sealed_by(tree, branch, content):
        return content
    plain = _opened(name, content)
    return content if plain is None else vault.packed(branch, plain)


def _unless_taken_anew(listed: str, original: Path, copy: Path) -> str:
    # Pictures of version 0.1 bear the person's name for good: a newer one is another picture, not a damaged one.
    if original.is_file() and copy.is_file() and original.stat().st_mtime_ns > copy.stat().st_mtime_ns:
        return ""
    return listed


def _put(path: Path, content: bytes, sha256: str) -> bool:
    if _digest(path) == sha256:
        return False
    files.keep(path, content)
    return True


def _alike(one: Path, copy: Path, named: bool) -> bool:
    """Whether a copy may be taken for whole unread; one whose name says nothing of its content must not be older."""
    try:
        here, there = one.stat(), copy.stat()
    except OSError:
        return False
    return here.st_size == there.st_size and (named or here.st_mtime_ns <= there.st_mtime_ns)


def _fits(name: str, path: Path, sha256: str) -> bool:
    return path.is_file() and _is(name, _read(path), sha256)


def _digest(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise storage_error(error, path) from error


def _hash_in(name: str) -> str:
    found = _NAMED.fullmatch(name.rpartition("/")[2])
    return found["digits"] if found else ""


def _files(root: Path) -> Iterator[str]:
    for folder in FOLDERS:
        for path in sorted((root / folder).rglob("*")):
            if path.is_file() and path.suffix != ".part":
                yield path.relative_to(root).as_posix()
