"""The key files of district and centre: one spelling, and every change of it refused with a sentence."""

from __future__ import annotations

import hashlib
import json
import random
import re
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.core import canonical, signing
from desktop.core.file_errors import KeyFileRefused
from desktop.core.reasons import KeyFileReason
from desktop.core.storage_errors import FileMissing
from desktop.core.words.messages import sentence
from desktop.sync import keys
from desktop.sync.keys import CentreKey, DistrictKey

DISTRICT = DistrictKey("呈贡区民政局", "530114", "full", signing.new_identity()[1], signing.new_signing()[1])
CENTRE = CentreKey(
    "0193a0de-1f30-7c1d-8f3e-1c2b3a4d5e6f",
    "530114",
    "斗南街道综合养老服务中心",
    signing.new_signing()[1],
    signing.new_identity()[1],
)


def refusal(data: bytes) -> tuple[KeyFileReason, str]:
    with pytest.raises(KeyFileRefused) as caught:
        keys.district_from(data, "a.key")
    words = sentence(caught.value)
    assert "a.key" in words and "{" not in words
    return caught.value.reason, caught.value.part


def respelled(**changes: object) -> bytes:
    """The district's key file with other values and a hash that fits them."""
    found = json.loads(keys.as_bytes(DISTRICT)) | changes
    del found["sha256"]
    return canonical.line(found | {"sha256": hashlib.sha256(canonical.line(found)).hexdigest()})


def test_a_key_file_is_read_as_it_was_written(tmp_path: Path) -> None:
    for key, read in ((DISTRICT, keys.read_district), (CENTRE, keys.read_centre)):
        path = tmp_path / "one.key"
        path.write_bytes(keys.as_bytes(key))
        assert read(path) == key
    hashed = replace(DISTRICT, numbers="hashed", matching="ab" * 32)
    assert keys.district_from(keys.as_bytes(hashed), "x") == hashed
    with pytest.raises(FileMissing):
        keys.read_district(tmp_path / "none.key")


def test_the_fingerprint_is_six_groups_of_four_digits_and_another_for_each_key() -> None:
    found = keys.fingerprint(DISTRICT)
    assert re.fullmatch(r"[0-9]{4}( [0-9]{4}){5}", found)
    others = [replace(DISTRICT, code="530115"), replace(DISTRICT, seal_to=signing.new_identity()[1]), CENTRE]
    assert len({found, *map(keys.fingerprint, others)}) == 4


def test_every_changed_byte_every_cut_and_every_byte_more_is_refused() -> None:
    data, chance = keys.as_bytes(DISTRICT), random.Random(15)
    for at in range(len(data)):
        refusal(data[:at] + bytes([data[at] ^ chance.randrange(1, 256)]) + data[at + 1 :])
        refusal(data[:at])
        refusal(data[:at] + bytes([chance.randrange(256)]) + data[at:])
    refusal(data + b" ")
    refusal(data + data)


@pytest.mark.parametrize(
    ("changes", "wanted"),
    [
        ({"kind": "shizhu-centre-key"}, (KeyFileReason.OTHER_KIND, "")),
        ({"kind": "other"}, (KeyFileReason.NOT_A_KEY_FILE, "")),
        ({"version": 2}, (KeyFileReason.NEWER, "")),
        ({"version": 0}, (KeyFileReason.CHANGED, "")),
        ({"version": True}, (KeyFileReason.CHANGED, "")),
        ({"more": "x"}, (KeyFileReason.CHANGED, "")),
        ({"name": 1}, (KeyFileReason.CHANGED, "")),
        ({"name": ""}, (KeyFileReason.WRONG_VALUE, "name")),
        ({"name": "长" * 101}, (KeyFileReason.WRONG_VALUE, "name")),
        ({"name": "呈贡\n区"}, (KeyFileReason.WRONG_VALUE, "name")),
        ({"name": " 呈贡区"}, (KeyFileReason.WRONG_VALUE, "name")),
        ({"code": "53011"}, (KeyFileReason.WRONG_VALUE, "code")),
        ({"code": "５３０１１４"}, (KeyFileReason.WRONG_VALUE, "code")),
        ({"numbers": "none"}, (KeyFileReason.WRONG_VALUE, "numbers")),
        ({"numbers": "hashed"}, (KeyFileReason.WRONG_VALUE, "matching")),
        ({"matching": "ab"}, (KeyFileReason.WRONG_VALUE, "matching")),
        ({"seal_to": "age1qqq"}, (KeyFileReason.WRONG_VALUE, "seal_to")),
        ({"sign_with": "AB" * 32}, (KeyFileReason.WRONG_VALUE, "sign_with")),
    ],
)
def test_a_file_that_another_program_made_is_refused_by_its_value(
    changes: dict[str, object], wanted: tuple[KeyFileReason, str]
) -> None:
    assert refusal(respelled(**changes)) == wanted


def test_whatever_else_is_no_key_file() -> None:
    for data in (b"", b"[]\n", b"1\n", b"PK\x03\x04", b'{"a":1}\n', b"[" * 60_000, b'{"kind":1}\n'):
        assert refusal(data) == (KeyFileReason.NOT_A_KEY_FILE, "")
    assert refusal(b"x" * ((64 << 10) + 1)) == (KeyFileReason.TOO_LARGE, "")
    assert refusal(respelled()[:-1])[0] == KeyFileReason.CHANGED


def test_what_no_reader_would_take_is_not_written() -> None:
    for wrong in (replace(DISTRICT, name=""), replace(CENTRE, uid="7"), replace(CENTRE, number="5")):
        with pytest.raises(ValueError):
            keys.as_bytes(wrong)
    for wrong in (replace(CENTRE, recovery_to="x"), replace(CENTRE, sign_with="x"), replace(CENTRE, uid="x" * 36)):
        with pytest.raises(ValueError):
            keys.as_bytes(wrong)
