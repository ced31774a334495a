"""Sealed files that somebody spoiled: none is believed, whoever it was and whatever they know.

Half of them are spoiled as they lie on the stick. Half are opened, made anew by somebody who knows the format and has
the district's public key, and sealed again: all that they lack is the centre's own key.
"""

from __future__ import annotations

import random
import time
import tracemalloc
from pathlib import Path

import pytest

from desktop.core import signing
from desktop.core.file_errors import SyncRefused
from desktop.core.reasons import SyncReason
from desktop.core.words import messages
from desktop.services.centre import enrolment
from desktop.services.writing.actor import Actor
from desktop.sync import sealed
from desktop.sync.read import verify
from desktop.sync.write import export_month
from tests.unit.sync.test_format_3 import OCTOBER, District, district, sealed_again
from tests.unit.sync.test_mutated import COUNTS, cut, flipped, spoiled, stretch

SECONDS, MEMORY = 5, 64 << 20


class Forger:
    """A sealed file of a centre, and what lies under its seal."""

    def __init__(self, actor: Actor, office: District, place: Path) -> None:
        self.office, self.place = office, place
        enrolment.enrol(actor, office.key)
        made = export_month(actor, OCTOBER, place / "out")
        self.signer = enrolment.centre_key().sign_with
        self.whole, self.path = made.path.read_bytes(), place / "spoiled.shizhu"
        with (place / "open").open("wb") as out:
            sealed.unseal(made.path, office.opens, out)
        self.open = (place / "open").read_bytes()

    def refusal(self, path: Path) -> SyncReason:
        begin = time.process_time()
        with pytest.raises(SyncRefused) as caught:
            verify(path, self.office.opens, self.signer)
        assert time.process_time() - begin < SECONDS
        words = messages.sentence(caught.value)
        assert path.name in words and "{" not in words and "\n" not in words
        return caught.value.reason


@pytest.fixture
def forger(actor: Actor, centre: dict[str, int], tmp_path: Path) -> Forger:
    return Forger(actor, district(), tmp_path)


@pytest.mark.parametrize("count", COUNTS)
def test_no_spoiled_file_is_believed(forger: Forger, count: int) -> None:
    tracemalloc.start()
    seen: set[str] = set()
    refused, number = 0, -1
    # Some changes change nothing, such as a line that is swapped with itself.
    while refused < count:
        number += 1
        chance = random.Random(f"sealed {number}")
        if number % 2:
            way, changed = spoiled(forger.open, number)
            if changed == forger.open:
                continue
            path = sealed_again(changed, forger.office, forger.place)
        else:
            way = chance.choice((flipped, stretch, cut)).__name__
            changed = {"flipped": flipped, "stretch": stretch, "cut": cut}[way](forger.whole, chance)
            if changed == forger.whole:
                continue
            path = forger.path
            path.write_bytes(changed)
        seen.add(str(forger.refusal(path)))
        refused += 1
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < MEMORY and {"seal_broken", "forged"} <= seen, seen


def test_the_file_itself_is_believed(forger: Forger) -> None:
    forger.path.write_bytes(forger.whole)
    assert verify(forger.path, forger.office.opens, forger.signer).sequence == 1


def test_a_file_of_another_centre_and_one_for_another_district_are_refused(forger: Forger) -> None:
    forger.path.write_bytes(forger.whole)
    with pytest.raises(SyncRefused) as caught:
        verify(forger.path, forger.office.opens, signing.new_signing()[1])
    assert caught.value.reason == SyncReason.FORGED
    with pytest.raises(SyncRefused) as caught:
        verify(forger.path, signing.new_identity()[0], forger.signer)
    assert caught.value.reason == SyncReason.OTHER_KEY
    # Opened by its district and sealed for another one: what it says of whom it is for is signed.
    other = district()
    path = sealed_again(forger.open, other, forger.place)
    with pytest.raises(SyncRefused) as caught:
        verify(path, other.opens, forger.signer)
    assert caught.value.reason == SyncReason.FORGED


def test_a_bomb_under_a_seal_costs_less_than_a_second(forger: Forger) -> None:
    bomb = b"PK\x03\x04" + bytes(64 << 20)
    path = sealed_again(bomb, forger.office, forger.place)
    began = time.process_time()
    forger.refusal(path)
    assert time.process_time() - began < 1
    with path.open("wb") as file:
        file.write(sealed.MARK)
        file.truncate(sealed.LARGEST_SEALED + 1)
    began = time.process_time()
    assert forger.refusal(path) == SyncReason.TOO_LARGE
    assert time.process_time() - began < 0.1
