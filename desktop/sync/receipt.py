"""The district's receipt for a file that it took: what it has, which rows cannot be right, signed by it.

It names no person: rows by their uid, which is nothing outside the centre; who is known in other centres too by a hash
of that. docs/sync-format.md is its contract.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any
from uuid import UUID

from desktop.core import canonical
from desktop.core.answers import RowRefusal
from desktop.core.district_errors import ReceiptRefused
from desktop.core.file_kinds import RECEIPT
from desktop.core.files import storage_error
from desktop.core.period import Month
from desktop.core.reasons import ReceiptReason
from desktop.sync.format import FULL
from desktop.sync.keys import DistrictKey, sign, verify

LARGEST = 4 << 20
_KIND, _VERSION = "shizhu-receipt", 1
_HASH = re.compile("[0-9a-f]{64}")
_SIGNATURE = re.compile("[0-9a-f]{128}")
_NUMBER = re.compile("[0-9]{6}")
_PART = re.compile("[a-z_]{1,40}")
_LONGEST_NAME = 100


@dataclass(frozen=True, order=True)
class RefusedRow:
    """A row that cannot be right, and why."""

    part: str
    uid: str
    reason: str


@dataclass(frozen=True, order=True)
class Elsewhere:
    """Somebody of the file who is known in other centres too: the hash of ``person_hash``."""

    person: str
    centres: tuple[str, ...]


@dataclass(frozen=True, order=True)
class Version:
    """A version of a closed month in the file, with the hash that stands on its papers."""

    month: str
    version: int
    sha256: str


@dataclass(frozen=True)
class Receipt:
    """What a district says of one file."""

    district: str
    code: str
    centre: str
    period: str
    sequence: int
    sha256: str
    accepted_at: str
    versions: tuple[Version, ...]
    taken: Mapping[str, int]
    refused: tuple[RefusedRow, ...] = ()
    elsewhere: tuple[Elsewhere, ...] = ()

    @property
    def file_name(self) -> str:
        """The name that it is given: that of the file, as a receipt."""
        return f"HZ-{self.centre}-{self.period}-{self.sequence:04d}{RECEIPT}"


def person_hash(file_sha256: str, uid: str) -> str:
    """Who somebody is to those who have the file: nobody finds the uid by it."""
    return hashlib.sha256(f"{file_sha256}/{uid}".encode("ascii")).hexdigest()


def signed(receipt: Receipt, secret: bytes) -> bytes:
    """The receipt, byte for byte; the same one is the same bytes."""
    bare = _as_json(receipt)
    return canonical.line(bare | {"sig": sign(secret, canonical.line(bare)).hex()})


def read(path: Path, key: DistrictKey) -> tuple[Receipt, str]:
    """A receipt that this district signed, and its text; ReceiptRefused for anything else."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise storage_error(error, path) from error
    return receipt_from(data, str(path), key), data.decode("utf-8")


def receipt_from(data: bytes, file: str, key: DistrictKey) -> Receipt:
    """A receipt of the bytes of a file; ``file`` names it in the refusal."""
    found = _object(data, file)
    signature = found.pop("sig", None)
    if type(signature) is not str or not _SIGNATURE.fullmatch(signature):
        raise ReceiptRefused(file, ReceiptReason.CHANGED)
    receipt = _from(found, file)
    if receipt.code != key.code:
        raise ReceiptRefused(file, ReceiptReason.OTHER_DISTRICT)
    if not verify(key.sign_with, canonical.line(found), bytes.fromhex(signature)):
        raise ReceiptRefused(file, ReceiptReason.FORGED)
    return receipt


def kept(content: str) -> Receipt:
    """A receipt that was proven before it was kept."""
    found = canonical.read_line(content.encode("utf-8"))
    found.pop("sig")
    return _from(found, "")


def _as_json(receipt: Receipt) -> dict[str, Any]:
    return {
        "kind": _KIND,
        "version": _VERSION,
        "district": {"name": receipt.district, "code": receipt.code},
        "centre": receipt.centre,
        "file": {"period": receipt.period, "sequence": receipt.sequence, "sha256": receipt.sha256},
        "accepted_at": receipt.accepted_at,
        "versions": [asdict(one) for one in receipt.versions],
        "taken": dict(receipt.taken),
        "refused": [asdict(one) for one in receipt.refused],
        "elsewhere": [asdict(one) | {"centres": list(one.centres)} for one in receipt.elsewhere],
    }


def _object(data: bytes, file: str) -> dict[str, Any]:
    if len(data) > LARGEST:
        raise ReceiptRefused(file, ReceiptReason.TOO_LARGE)
    try:
        found = canonical.read_line(data)
    except ValueError as error:
        known = f'"{_KIND}"'.encode() in data
        reason = ReceiptReason.CHANGED if known else ReceiptReason.NOT_A_RECEIPT
        raise ReceiptRefused(file, reason) from error
    if not isinstance(found, dict) or found.get("kind") != _KIND:
        raise ReceiptRefused(file, ReceiptReason.NOT_A_RECEIPT)
    version = found.get("version")
    if type(version) is int and version > _VERSION:
        raise ReceiptRefused(file, ReceiptReason.NEWER)
    return found


def _from(found: dict[str, Any], file: str) -> Receipt:
    try:
        receipt = _built(found)
        # Comparing with what it would be written as refuses keys and values that no one would look at.
        if canonical.line(_as_json(receipt)) != canonical.line(found):
            raise ReceiptRefused(file, ReceiptReason.CHANGED)
        if not _makes_sense(receipt):
            raise ReceiptRefused(file, ReceiptReason.WRONG_VALUE)
    except (TypeError, KeyError, AttributeError, ValueError) as error:
        raise ReceiptRefused(file, ReceiptReason.CHANGED) from error
    return receipt


def _built(found: dict[str, Any]) -> Receipt:
    district, about = found["district"], found["file"]
    return Receipt(
        district["name"],
        district["code"],
        found["centre"],
        about["period"],
        about["sequence"],
        about["sha256"],
        found["accepted_at"],
        tuple(Version(**one) for one in found["versions"]),
        dict(found["taken"].items()),
        tuple(RefusedRow(**one) for one in found["refused"]),
        tuple(Elsewhere(one["person"], tuple(one["centres"])) for one in found["elsewhere"]),
    )


def _makes_sense(receipt: Receipt) -> bool:
    return all(
        (
            _is_text(receipt.district) and 0 < len(receipt.district) <= _LONGEST_NAME,
            _fits(_NUMBER, receipt.code, receipt.centre),
            receipt.period == FULL or _is_month(receipt.period),
            _is_count(receipt.sequence) and receipt.sequence > 0,
            _fits(_HASH, receipt.sha256),
            _is_moment(receipt.accepted_at),
            all(map(_is_version, receipt.versions)),
            all(_fits(_PART, part) and _is_count(count) for part, count in receipt.taken.items()),
            all(map(_is_refused, receipt.refused)),
            all(_fits(_HASH, one.person) and one.centres and _fits(_NUMBER, *one.centres) for one in receipt.elsewhere),
            all(_rising(one) for one in (receipt.versions, receipt.refused, receipt.elsewhere)),
        )
    )


def _is_version(one: Version) -> bool:
    return _is_month(one.month) and _is_count(one.version) and one.version > 0 and _fits(_HASH, one.sha256)


def _is_refused(one: RefusedRow) -> bool:
    return _fits(_PART, one.part) and one.reason in list(RowRefusal) and _is_text(one.uid) and _is_uid(one.uid)


def _rising(found: tuple[Any, ...]) -> bool:
    return all(one < other for one, other in pairwise(found))


def _fits(pattern: re.Pattern[str], *texts: object) -> bool:
    return all(type(text) is str and pattern.fullmatch(text) for text in texts)


def _is_text(value: object) -> bool:
    return type(value) is str


def _is_count(value: object) -> bool:
    return type(value) is int and 0 <= value < 1 << 53


def _is_month(text: object) -> bool:
    return type(text) is str and str(Month.parse(text)) == text


def _is_moment(text: object) -> bool:
    return type(text) is str and dt.datetime.fromisoformat(text).isoformat(sep=" ") == text


def _is_uid(uid: str) -> bool:
    return str(UUID(uid)) == uid
