"""The frozen documents of closed months as lines of a sync file, and what is proved of them.

A line has the document itself (``whole``), or it with names taken out, or nothing of it: then its SHA-256 alone stands
there, so that the hash of the version, which is the one on the printed reports, can be proved all the same.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from desktop.core import canonical
from desktop.core.answers import NumbersWanted
from desktop.core.reasons import SyncReason
from desktop.services.privacy import consent
from desktop.services.writing import frozen
from desktop.sync.container import ContainerRefused, Member
from desktop.sync.format import FROZEN, Manifest
from desktop.sync.rows import UNNAMED, Scope

KEYS = frozenset({"month", "version", "origin", "differences", "kind", "sha256", "whole", "content"})
# Documents of lines about people, and those that name nobody; of the others names cannot be taken out.
LINES = frozenset({"roster", "stays"})
COUNTS = frozenset({"figures", "counts", "rules", "prices"})
# The roster of fifty thousand people has room.
LONGEST_DOCUMENT = 16 << 20
_MOST_VALUES = 1_000_000
_PERSON, _NAME, _VISITORS = "resident", "name", "visitors"


def lines_of(scope: Scope, numbers: str = NumbersWanted.FULL) -> Iterator[bytes]:
    """Every document of every version of the closed months in the file, by month, version and kind."""
    unnamed = consent.unnamed()
    words = consent.unnamed_words()
    for version in frozen.versions():
        if scope.month not in (None, version.month):
            continue
        month, number, origin, differences = frozen.told_of(version)[:4]
        about = {"month": month, "version": number, "origin": origin, "differences": differences}
        for kind in frozen.kinds(version):
            content = frozen.document(version, kind) or b""
            said = _said(kind, content, numbers, unnamed, words)
            whole = said is not None and canonical.line(said) == content
            line = {**about, "kind": kind, "sha256": hashlib.sha256(content).hexdigest(), "whole": whole}
            made = canonical.line({**line, "content": said})
            # What no reader would take is proved by its hash alone.
            yield canonical.line({**line, "whole": False, "content": None}) if _too_large(made) else made


def _too_large(line: bytes) -> bool:
    """Whether a document would fill the memory of its reader: a megabyte of small values becomes many of objects."""
    return len(line) > LONGEST_DOCUMENT or line.count(b",") > _MOST_VALUES


def _said(kind: str, content: bytes, numbers: str, unnamed: Collection[str], words: Collection[str]) -> Any:
    """What of a document goes out; None for nothing."""
    if kind in COUNTS:
        return canonical.read_line(content)
    if kind in LINES:
        hidden = None if numbers == NumbersWanted.HASHED else unnamed
        return _without_names(canonical.read_line(content), hidden)
    text = content.decode("utf-8")
    if numbers == NumbersWanted.HASHED or any(word in text for word in words):
        return None
    return canonical.read_line(content)


def _without_names(value: Any, unnamed: Collection[str] | None) -> Any:
    """Lines about people without the names of these; None for all."""
    if isinstance(value, list):
        return [_without_names(one, unnamed) for one in value]
    if not isinstance(value, dict):
        return value
    found = {key: _without_names(one, unnamed) for key, one in value.items()}
    if unnamed is None and _VISITORS in found:
        found[_VISITORS] = ""
    if _PERSON in found and _NAME in found:
        if unnamed is None:
            found[_NAME] = ""
        elif found[_PERSON] in unnamed:
            found[_NAME] = UNNAMED
    return found


def check(manifest: Manifest, one: Member) -> int:
    """Prove the lines against the versions that the manifest names; how many there are."""
    heads = {(head.month, head.version): head for head in manifest.closed}
    digests: dict[tuple[str, int], dict[str, str]] = {key: {} for key in heads}
    about: dict[tuple[str, int], tuple[object, ...]] = {}
    count, last = 0, ("", 0, "")
    for count, text in enumerate(one.lines(LONGEST_DOCUMENT), 1):
        if _too_large(text):
            raise ContainerRefused(SyncReason.TOO_LARGE, FROZEN, count)
        row = canonical.read_line(text)
        _refuse_shape(row, count)
        key, place = (row["month"], row["version"]), (row["month"], row["version"], row["kind"])
        if place <= last:
            raise ContainerRefused(SyncReason.REORDERED, FROZEN, count)
        if key not in heads or about.setdefault(key, _about(row)) != _about(row) or _unlike(row):
            raise ContainerRefused(SyncReason.WRONG_VALUE, FROZEN, count)
        if manifest.numbers == NumbersWanted.HASHED and _names(row["kind"], row["content"]):
            raise ContainerRefused(SyncReason.WRONG_VALUE, FROZEN, count)
        digests[key][row["kind"]], last = row["sha256"], place
    for key, head in heads.items():
        log = (None,) * 4 if head.log is None else tuple(vars(head.log).values())
        told = (*key, *about.get(key, ("", "")), *log)
        if not frozen.stands_for(told, head.sha256, digests[key]):
            raise ContainerRefused(SyncReason.CUT, FROZEN)
    return count


def _refuse_shape(row: Any, count: int) -> None:
    if not isinstance(row, dict) or row.keys() != KEYS:
        raise ValueError("not a document")
    texts = all(type(row[key]) is str for key in ("month", "origin", "differences", "kind", "sha256"))
    if not texts or type(row["version"]) is not int or type(row["whole"]) is not bool:
        raise ContainerRefused(SyncReason.WRONG_VALUE, FROZEN, count)


def _about(row: Mapping[str, Any]) -> tuple[object, ...]:
    return (row["origin"], row["differences"])


def _unlike(row: Mapping[str, Any]) -> bool:
    """Whether what is said to be the document whole is not."""
    return bool(row["whole"]) and hashlib.sha256(canonical.line(row["content"])).hexdigest() != row["sha256"]


def _names(kind: str, content: Any) -> bool:
    if kind in COUNTS or content is None:
        return False
    return kind not in LINES or bool(content != _without_names(content, None))
