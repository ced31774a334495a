"""The key files of district and centre: public halves and what is wanted of the other, in one spelling.

A key file holds nothing that opens or signs. Only one with a matching key is for nobody else's eyes. That it is the
one which was sent is compared by voice, by its fingerprint. Its own hash finds what the way changed.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any, TypeVar
from uuid import UUID

from desktop.core import canonical
from desktop.core.answers import NumbersWanted
from desktop.core.file_errors import KeyFileRefused
from desktop.core.files import storage_error
from desktop.core.office_keys import CentreKey, DistrictKey
from desktop.core.reasons import KeyFileReason
from desktop.core.signing import is_public, is_recipient, new_signing, sign, verify

__all__ = [
    "CentreKey",
    "DistrictKey",
    "as_bytes",
    "centre_from",
    "district_from",
    "fingerprint",
    "new_signing",
    "read_centre",
    "read_district",
    "sign",
    "verify",
]

VERSION = 1
LARGEST = 64 << 10
_LONGEST_NAME = 100
_CODE = re.compile("[0-9]{6}")
_MATCHING = re.compile("[0-9a-f]{64}")
_GROUPS, _DIGITS = 6, 4
_AROUND = {"kind", "version", "sha256"}


Key = DistrictKey | CentreKey
_Some = TypeVar("_Some", DistrictKey, CentreKey)
_KINDS: Mapping[type[Key], str] = {DistrictKey: "shizhu-district-key", CentreKey: "shizhu-centre-key"}


def as_bytes(key: Key) -> bytes:
    """The key file, byte for byte; ValueError for a key that no reader would take."""
    wrong = _wrong_field(key)
    if wrong:
        raise ValueError(wrong)
    return canonical.line(_sealed(key))


def fingerprint(key: Key) -> str:
    """Six groups of four digits that two people compare by voice."""
    number = int.from_bytes(hashlib.sha256(as_bytes(key)).digest(), "big") % 10 ** (_GROUPS * _DIGITS)
    digits = f"{number:0{_GROUPS * _DIGITS}d}"
    return " ".join(digits[at : at + _DIGITS] for at in range(0, len(digits), _DIGITS))


def read_district(path: Path) -> DistrictKey:
    """The district's key file; KeyFileRefused for anything else."""
    return district_from(_content(path), str(path))


def read_centre(path: Path) -> CentreKey:
    """A centre's key file; KeyFileRefused for anything else."""
    return centre_from(_content(path), str(path))


def district_from(data: bytes, file: str) -> DistrictKey:
    """The district's key of the bytes of a file; ``file`` names it in the refusal."""
    return _read(DistrictKey, data, file)


def centre_from(data: bytes, file: str) -> CentreKey:
    """A centre's key of the bytes of a file; ``file`` names it in the refusal."""
    return _read(CentreKey, data, file)


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except OSError as error:
        raise storage_error(error, path) from error


def _read(kind: type[_Some], data: bytes, file: str) -> _Some:
    if len(data) > LARGEST:
        raise KeyFileRefused(file, KeyFileReason.TOO_LARGE)
    found = _object(data, file)
    _same_kind(kind, found, file)
    facts = {name: value for name, value in found.items() if name not in _AROUND}
    names = set(kind.__dataclass_fields__)
    if facts.keys() != names or not all(type(one) is str for one in facts.values()):
        raise KeyFileRefused(file, KeyFileReason.CHANGED)
    key = kind(**facts)
    if _sealed(key) != found:
        raise KeyFileRefused(file, KeyFileReason.CHANGED)
    wrong = _wrong_field(key)
    if wrong:
        raise KeyFileRefused(file, KeyFileReason.WRONG_VALUE, wrong)
    return key


def _object(data: bytes, file: str) -> dict[str, Any]:
    try:
        found = canonical.read_line(data)
    except ValueError as error:
        # Looks like a key file, and is not written as one.
        known = any(f'"{kind}"'.encode() in data for kind in _KINDS.values())
        reason = KeyFileReason.CHANGED if known else KeyFileReason.NOT_A_KEY_FILE
        raise KeyFileRefused(file, reason) from error
    if not isinstance(found, dict) or not isinstance(found.get("kind"), str):
        raise KeyFileRefused(file, KeyFileReason.NOT_A_KEY_FILE)
    return found


def _same_kind(kind: type[Key], found: dict[str, Any], file: str) -> None:
    if found["kind"] != _KINDS[kind]:
        other = found["kind"] in _KINDS.values()
        raise KeyFileRefused(file, KeyFileReason.OTHER_KIND if other else KeyFileReason.NOT_A_KEY_FILE)
    version = found.get("version")
    if type(version) is not int or version < VERSION:
        raise KeyFileRefused(file, KeyFileReason.CHANGED)
    if version > VERSION:
        raise KeyFileRefused(file, KeyFileReason.NEWER)


def _sealed(key: Key) -> dict[str, Any]:
    bare = asdict(key) | {"kind": _KINDS[type(key)], "version": VERSION}
    return bare | {"sha256": hashlib.sha256(canonical.line(bare)).hexdigest()}


def _wrong_field(key: Key) -> str:
    """The first value that can be none, or nothing."""
    return next((name for name, fits in _fits(key).items() if not fits), "")


def _fits(key: Key) -> dict[str, bool]:
    if isinstance(key, DistrictKey):
        return {
            "name": _is_name(key.name),
            "code": bool(_CODE.fullmatch(key.code)),
            "numbers": key.numbers in list(NumbersWanted),
            "seal_to": is_recipient(key.seal_to),
            "sign_with": is_public(key.sign_with),
            "matching": bool(_MATCHING.fullmatch(key.matching))
            or (not key.matching and key.numbers != NumbersWanted.HASHED),
        }
    return {
        "uid": _is_uid(key.uid),
        "number": bool(_CODE.fullmatch(key.number)),
        "name": _is_name(key.name),
        "sign_with": is_public(key.sign_with),
        "recovery_to": is_recipient(key.recovery_to),
    }


def _is_name(name: str) -> bool:
    return 0 < len(name) <= _LONGEST_NAME and name == name.strip() and name.isprintable()


def _is_uid(uid: str) -> bool:
    try:
        return str(UUID(uid)) == uid
    except ValueError:
        return False
