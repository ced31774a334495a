"""A receipt counts only as its district signed it: whatever else is changed in it is refused with a sentence."""

from __future__ import annotations

import json
import random
from dataclasses import replace

import pytest

from desktop.core import canonical, signing
from desktop.core.district_errors import ReceiptRefused
from desktop.core.storage_errors import FileMissing
from desktop.core.words.messages import sentence
from desktop.sync import receipt
from desktop.sync.keys import DistrictKey
from desktop.sync.receipt import Elsewhere, Receipt, RefusedRow, Version

UIDS = ("0190a1b2-0000-7000-8000-00000000000a", "0190a1b2-0000-7000-8000-00000000000b")
WHOLE = Receipt(
    district="呈贡区民政局",
    code="530114",
    centre="530114",
    period="2026-10",
    sequence=3,
    sha256="a" * 64,
    accepted_at="2026-11-03 09:00:00",
    versions=(Version("2026-10", 1, "b" * 64), Version("2026-10", 2, "c" * 64)),
    taken={"residents": 12, "visits": 9},
    refused=(RefusedRow("residents", UIDS[0], "wrong_number"), RefusedRow("visits", UIDS[1], "nobody")),
    elsewhere=(Elsewhere("d" * 64, ("530115", "530116")),),
)


@pytest.fixture(scope="module")
def keys():
    secret, public = signing.new_signing()
    return secret, DistrictKey("呈贡区民政局", "530114", "full", signing.new_identity()[1], public)


def refusal(data, key):
    with pytest.raises(ReceiptRefused) as caught:
        receipt.receipt_from(data, "/stick/HZ.shizhu-receipt", key)
    words = sentence(caught.value)
    assert "HZ.shizhu-receipt" in words and "{" not in words
    return str(caught.value.reason)


def resigned(secret, change):
    """The district itself signs something that cannot be."""
    found = json.loads(receipt.signed(WHOLE, secret))
    found.pop("sig")
    change(found)
    return canonical.line(found | {"sig": signing.sign(secret, canonical.line(found)).hex()})


def test_a_receipt_is_read_as_it_was_signed(keys, tmp_path):
    secret, key = keys
    data = receipt.signed(WHOLE, secret)
    assert receipt.receipt_from(data, "HZ", key) == WHOLE
    assert receipt.signed(WHOLE, secret) == data, "the same receipt is the same bytes"
    path = tmp_path / WHOLE.file_name
    path.write_bytes(data)
    found, text = receipt.read(path, key)
    assert (found, receipt.kept(text)) == (WHOLE, WHOLE)
    assert path.name == "HZ-530114-2026-10-0003.shizhu-receipt"
    full = replace(WHOLE, period="full", refused=(), elsewhere=(), versions=())
    assert receipt.receipt_from(receipt.signed(full, secret), "HZ", key) == full


def test_nothing_in_it_names_anybody(keys):
    assert receipt.person_hash("a" * 64, UIDS[0]) != receipt.person_hash("b" * 64, UIDS[0])
    assert len(receipt.person_hash("a" * 64, UIDS[0])) == 64


def test_what_is_no_receipt_is_said(keys):
    _, key = keys
    for data in (b"", b"\x89PNG", b"{}\n", b"[]\n", b'{"kind":"shizhu-district-key"}\n', "十助\n".encode()):
        assert refusal(data, key) == "not_a_receipt"


def test_one_of_a_later_program_is_said_before_anything_else(keys):
    _, key = keys
    assert refusal(b'{"kind":"shizhu-receipt","version":2}\n', key) == "newer"
    assert refusal(b'{"kind":"shizhu-receipt","version":true}\n', key) == "changed"


def test_one_that_fills_the_memory_is_not_read(keys, tmp_path):
    _, key = keys
    path = tmp_path / "HZ.shizhu-receipt"
    path.write_bytes(b" " * (receipt.LARGEST + 100))
    with pytest.raises(ReceiptRefused) as refused:
        receipt.read(path, key)
    assert refused.value.reason == "too_large"
    with pytest.raises(FileMissing):
        receipt.read(tmp_path / "nowhere", key)


def test_a_forged_one_and_one_of_another_district(keys):
    secret, key = keys
    other, other_public = signing.new_signing()
    assert refusal(receipt.signed(WHOLE, other), key) == "forged"
    assert refusal(receipt.signed(WHOLE, secret), replace(key, sign_with=other_public)) == "forged"
    assert refusal(receipt.signed(WHOLE, secret), replace(key, code="530102")) == "other_district"
    found = json.loads(receipt.signed(WHOLE, secret))
    assert refusal(canonical.line(found | {"sig": "0" * 128}), key) == "forged"
    for sig in (None, "", "0" * 127, "x" * 128, 5):
        assert refusal(canonical.line(found | {"sig": sig}), key) == "changed"
    assert refusal(canonical.line(found | {"sequence": 3}), key) == "changed", "a key that no one would look at"


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda one: one.update(centre="53011"), "wrong_value"),
        (lambda one: one.update(centre=530114), "wrong_value"),
        (lambda one: one["file"].update(period="2026-13"), "changed"),
        (lambda one: one["file"].update(period="2026-1"), "changed"),
        (lambda one: one["file"].update(period=5), "wrong_value"),
        (lambda one: one["file"].update(sequence=0), "wrong_value"),
        (lambda one: one["file"].update(sequence=True), "wrong_value"),
        (lambda one: one["file"].update(sha256="A" * 64), "wrong_value"),
        (lambda one: one.update(accepted_at="2026-11-03T09:00:00"), "wrong_value"),
        (lambda one: one.update(accepted_at="gestern"), "changed"),
        (lambda one: one["district"].update(name=""), "wrong_value"),
        (lambda one: one["versions"].reverse(), "wrong_value"),
        (lambda one: one["versions"][0].update(version=0), "wrong_value"),
        (lambda one: one["versions"][0].update(more=1), "changed"),
        (lambda one: one["taken"].update(residents=-1), "wrong_value"),
        (lambda one: one["taken"].update({"../x": 1}), "wrong_value"),
        (lambda one: one["refused"][0].update(reason="because"), "wrong_value"),
        (lambda one: one["refused"][0].update(uid="no uid"), "changed"),
        (lambda one: one["refused"][0].update(uid=UIDS[0].upper()), "wrong_value"),
        (lambda one: one["refused"].append(one["refused"][0]), "wrong_value"),
        (lambda one: one["elsewhere"][0].update(person="d"), "wrong_value"),
        (lambda one: one["elsewhere"][0].update(centres=[]), "wrong_value"),
        (lambda one: one["elsewhere"][0].update(centres=["呈贡"]), "wrong_value"),
        (lambda one: one.pop("taken"), "changed"),
        (lambda one: one.update(refused={}), "changed"),
        (lambda one: one.update(refused=None), "changed"),
        (lambda one: one.update(taken=[]), "changed"),
        (lambda one: one.update(version=1.0), "changed"),
    ],
)
def test_what_cannot_be_is_refused_even_signed(keys, change, reason):
    secret, key = keys
    assert refusal(resigned(secret, change), key) == reason


def mutated(data, chance):
    """The receipt with one thing changed: bits, bytes, pieces, values, or a whole other text in it."""
    kind = chance.randrange(6)
    at = chance.randrange(len(data))
    if kind == 0:
        return data[:at] + bytes([data[at] ^ 1 << chance.randrange(8)]) + data[at + 1 :]
    if kind == 1:
        return data[:at]
    if kind == 2:
        return data[:at] + data[at + chance.randrange(1, 40) :]
    if kind == 3:
        return data[:at] + bytes(chance.randrange(256) for _ in range(chance.randrange(1, 9))) + data[at:]
    found = json.loads(data)
    if kind == 4:
        found[chance.choice(sorted(found))] = chance.choice([None, 0, -1, "", [], {}, True, "2026-10", 1 << 70, 0.5])
        return canonical.line(found)
    inner = chance.choice([found["district"], found["file"], found["taken"], *found["refused"], *found["versions"]])
    inner[chance.choice(sorted(inner))] = chance.choice([None, 0, 1, "x", [], UIDS[0], "e" * 64])
    return canonical.line(found)


def refused_of(count, keys):
    secret, key = keys
    chance, data, refused = random.Random(20261128), receipt.signed(WHOLE, secret), 0
    while refused < count:
        other = mutated(data, chance)
        if other != data:
            refusal(other, key)
            refused += 1


def test_mutated_receipts_are_refused(keys):
    refused_of(100, keys)


@pytest.mark.slow
def test_200_mutated_receipts_are_refused(keys):
    refused_of(200, keys)


@pytest.mark.nightly
def test_2000_mutated_receipts_are_refused(keys):
    refused_of(2000, keys)
