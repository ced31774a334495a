"""The container by itself: what is refused as cut, as too large and as changed, on each side of the edge."""

from __future__ import annotations

import hashlib
import io
import struct
import zlib
from dataclasses import replace

import pytest

from desktop.core.reasons import SyncReason
from desktop.sync import container
from desktop.sync.container import LONGEST_LINE, ContainerRefused, Member, in_bytes, member


def sealed(body: bytes) -> bytes:
    return body + b"shizhu sha256:" + hashlib.sha256(body).hexdigest().encode()


def header(name: bytes, packed: bytes, size: int, crc: int = 0) -> bytes:
    fields = (b"PK\x03\x04", 20, 0, 8, 0, 0x21, crc, len(packed), size, len(name), 0)
    return struct.pack("<4s5H3I2H", *fields) + name + packed


def pack(members: list[Member]) -> bytes:
    out = io.BytesIO()
    container.pack(members, out)
    return out.getvalue()


def unpack(data: bytes) -> list[Member]:
    return container.unpack(in_bytes(data), len(data))[0]


def packed(one: Member) -> bytes:
    return b"".join(one.packed())


def repacked(one: Member, content: bytes) -> Member:
    return replace(one, packed_size=len(content), read_at=in_bytes(content), start=0)


def refusal(data: bytes) -> tuple[SyncReason, str]:
    with pytest.raises(ContainerRefused) as refused:
        unpack(data)
    return refused.value.reason, refused.value.part


def test_what_was_packed_is_unpacked_in_its_order() -> None:
    members = [member("b.jsonl", b"two"), member("a.jsonl", b""), member("c.json", b"x" * 5000)]
    found = unpack(pack(members))
    assert [one.name for one in found] == ["b.jsonl", "a.jsonl", "c.json"]
    assert [one.content() for one in found] == [b"two", b"", b"x" * 5000]


def test_no_member_at_all_is_no_sync_file() -> None:
    assert refusal(pack([])) == (SyncReason.NOT_A_SYNC_FILE, "")
    assert refusal(b"") == (SyncReason.NOT_A_SYNC_FILE, "")


def test_a_body_that_ends_with_its_last_member_lacks_its_directory() -> None:
    one = member("a.jsonl", b"two")
    body = header(b"a.jsonl", packed(one), one.size, one.crc)
    assert refusal(sealed(body)) == (SyncReason.CHANGED, "")
    assert refusal(sealed(body[:-1])) == (SyncReason.CUT, "a.jsonl")


def test_a_header_that_ends_within_itself_is_cut_and_one_without_a_name_is_changed() -> None:
    whole = header(b"", b"", 0)
    assert refusal(sealed(whole[:-1])) == (SyncReason.CUT, "")
    assert refusal(sealed(whole)) == (SyncReason.CHANGED, "")


def test_a_member_may_say_that_it_is_as_large_as_is_allowed_and_not_larger() -> None:
    largest = container.LARGEST_MEMBER
    assert refusal(sealed(header(b"a.jsonl", b"", largest))) == (SyncReason.CHANGED, "")
    assert refusal(sealed(header(b"a.jsonl", b"", largest + 1))) == (SyncReason.TOO_LARGE, "a.jsonl")


def test_all_members_together_are_as_large_as_is_allowed_and_not_larger(monkeypatch: pytest.MonkeyPatch) -> None:
    data = pack([member("a.jsonl", b"x" * 60), member("b.jsonl", b"y" * 40)])
    monkeypatch.setattr(container, "LARGEST_SUM", 100)
    assert len(unpack(data)) == 2
    monkeypatch.setattr(container, "LARGEST_SUM", 99)
    assert refusal(data) == (SyncReason.TOO_LARGE, "b.jsonl")


def test_there_are_sixty_four_members_at_most() -> None:
    members = [member(f"m{number}.jsonl", b"") for number in range(65)]
    assert len(unpack(pack(members[:64]))) == 64
    assert refusal(pack(members)) == (SyncReason.TOO_LARGE, "m64.jsonl")


@pytest.mark.parametrize("name", ["A.jsonl", "", "a/b", "a" * 65, "ä.json"])
def test_a_name_is_of_small_letters_digits_and_dots(name: str) -> None:
    one = member("a.jsonl", b"two")
    body = header(name.encode(), packed(one), one.size, one.crc)
    assert refusal(sealed(body))[0] is SyncReason.CHANGED


@pytest.mark.parametrize(
    "change",
    [
        lambda one: replace(one, size=one.size - 1),
        lambda one: replace(one, size=one.size + 1),
        lambda one: replace(one, crc=one.crc ^ 1),
        lambda one: repacked(one, packed(one) + b"\0"),
        lambda one: repacked(one, packed(one)[:-1]),
        lambda one: repacked(one, b"\xff" + packed(one)[1:]),
    ],
)
def test_content_that_is_not_as_its_header_says_is_changed(change) -> None:
    one = member("a.jsonl", b"two words")
    with pytest.raises(ContainerRefused) as refused:
        change(one).content()
    assert (refused.value.reason, refused.value.part) == (SyncReason.CHANGED, "a.jsonl")
    assert (one.crc, one.size, one.packed_size) == (zlib.crc32(b"two words"), 9, len(packed(one)))


def test_another_programs_zip_is_changed_and_half_a_file_is_cut() -> None:
    data = pack([member("a.jsonl", b"two")])
    body = data[: -len(b"shizhu sha256:") - 64]
    assert refusal(body[:-2] + bytes(2)) == (SyncReason.CHANGED, "")
    assert refusal(body) == (SyncReason.CUT, "")
    assert refusal(data[:-1])[0] is SyncReason.CUT
    assert refusal(data[:-1] + bytes([data[-1] ^ 1])) == (SyncReason.CHANGED, "")


def test_only_a_single_line_is_too_long_and_not_the_sum_of_them() -> None:
    short = b"x" * 999 + b"\n"
    assert sum(map(len, member("a.jsonl", short * 6_000).lines())) == 6_000_000 > LONGEST_LINE
    longest = b"\r" * (LONGEST_LINE - 1) + b"\n"
    assert list(member("a.jsonl", longest + short).lines()) == [longest, short]
    with pytest.raises(ContainerRefused) as refused:
        list(member("a.jsonl", short + b"x" + longest).lines())
    assert (refused.value.reason, refused.value.part) == (SyncReason.TOO_LARGE, "a.jsonl")
