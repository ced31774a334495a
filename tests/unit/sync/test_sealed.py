"""Sealed to one key: in pieces, and nothing comes out of what is not as it was sealed."""

from __future__ import annotations

import io
import random
import time
import tracemalloc
from pathlib import Path

import pytest

from desktop.core import signing
from desktop.core.file_errors import SyncRefused
from desktop.core.reasons import SyncReason
from desktop.core.storage_errors import DiskFull, FileMissing
from desktop.core.words.messages import sentence
from desktop.sync import sealed

OPENS, RECIPIENT = signing.new_identity()
CONTENT = random.Random(7).randbytes(150_000)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    place = tmp_path / "a.shizhu"
    with place.open("wb") as out:
        sealed.seal(io.BytesIO(CONTENT), out, RECIPIENT)
    return place


def refusal(path: Path, identity: str = OPENS) -> SyncReason:
    with pytest.raises(SyncRefused) as caught:
        sealed.unseal(path, identity, io.BytesIO())
    words = sentence(caught.value)
    assert path.name in words and "{" not in words
    return caught.value.reason


def test_what_was_sealed_opens_with_its_key_alone(path: Path) -> None:
    out = io.BytesIO()
    sealed.unseal(path, OPENS, out)
    assert out.getvalue() == CONTENT and CONTENT[:64] not in path.read_bytes()
    assert refusal(path, signing.new_identity()[0]) == SyncReason.OTHER_KEY


def test_a_sealed_file_says_so(path: Path, tmp_path: Path) -> None:
    assert sealed.is_sealed(path)
    plain = tmp_path / "b.shizhu"
    plain.write_bytes(b"PK\x03\x04")
    assert not sealed.is_sealed(plain)
    assert refusal(plain) == SyncReason.NOT_SEALED
    with pytest.raises(FileMissing):
        sealed.is_sealed(tmp_path / "none")
    with pytest.raises(FileMissing):
        sealed.unseal(tmp_path / "none", OPENS, io.BytesIO())


def test_changed_cut_and_longer_files_are_refused(path: Path) -> None:
    data, chance = path.read_bytes(), random.Random(3)
    head = data.index(b"\n--- ") + 60
    for at in [*range(head), *(chance.randrange(len(data)) for _ in range(60)), len(data) - 1]:
        path.write_bytes(data[:at] + bytes([data[at] ^ chance.randrange(1, 256)]) + data[at + 1 :])
        refusal(path)
        path.write_bytes(data[:at])
        refusal(path)
    path.write_bytes(data + b"x")
    assert refusal(path) == SyncReason.SEAL_BROKEN


def test_a_head_that_never_ends_and_a_file_too_large_are_refused_at_once(path: Path) -> None:
    whole = path.read_bytes()
    path.write_bytes(sealed.MARK + b"-> X25519 a\n" * 2_000_000)
    began = time.process_time()
    assert refusal(path) == SyncReason.TOO_LARGE
    assert time.process_time() - began < 1
    with path.open("wb") as file:
        file.write(whole)
        file.truncate(sealed.LARGEST_SEALED + 1)
    assert refusal(path) == SyncReason.TOO_LARGE


class _Counting(io.RawIOBase):
    """Takes bytes and keeps none."""

    taken = 0

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        self.taken += len(data)  # type: ignore[arg-type]
        return len(data)  # type: ignore[arg-type]


def test_a_large_file_never_stands_whole_in_memory(tmp_path: Path) -> None:
    plain, place, taking = tmp_path / "plain", tmp_path / "large", _Counting()
    with plain.open("wb") as out:
        out.truncate(40 << 20)
    tracemalloc.start()
    with plain.open("rb") as file, place.open("wb") as out:
        sealed.seal(file, out, RECIPIENT)
    sealed.unseal(place, OPENS, taking)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert taking.taken == 40 << 20 and peak < 4 << 20


class _Full(_Counting):
    def write(self, data: object) -> int:
        raise OSError(28, "No space left on device")


def test_a_full_disk_is_told_as_such(path: Path) -> None:
    with pytest.raises(DiskFull):
        sealed.unseal(path, OPENS, _Full())
