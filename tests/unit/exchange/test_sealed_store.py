"""An encrypted store gives no second station; one that was encrypted afterwards goes on exchanging."""

from __future__ import annotations

import pytest

from desktop.core.exchange_errors import StoreIsSealed
from desktop.exchange import stations
from desktop.exchange.out import out
from desktop.exchange.taking import take
from desktop.models import query
from desktop.models.database import sealed_with
from desktop.services.centre import accounts
from desktop.services.keeping import encryption
from desktop.services.writing.actor import Actor
from tests.unit.exchange.acts import change, someone

WORD = "correct horse 1"


def encrypted(actor: Actor) -> None:
    """The open store, encrypted by its director."""
    accounts.set_password(actor, "主任甲", WORD)
    made = encryption.offer(actor)
    encryption.encrypt(actor, WORD, made, " ".join(made.groups))
    assert sealed_with() is not None


def test_an_encrypted_store_gives_no_number_and_says_why(actor, person, tmp_path):
    person("王芳")
    encrypted(actor)
    with pytest.raises(StoreIsSealed):
        stations.give(actor, tmp_path / "stick")
    assert query.count("SELECT count(*) FROM exchange_key") == 0 and not (tmp_path / "stick").exists()


def test_who_encrypts_one_of_two_stations_still_takes_in_and_hands_out(two, person, tmp_path):
    person("王芳")
    here = two()
    with here.at(2) as actor:
        change(actor, someone(), phone="13800000002")
    path = here.out(2)
    with here.at(1) as actor:
        encrypted(actor)
        assert take(actor, path).rows and someone().phone == "13800000002"
        change(actor, someone(), phone="13800000001")
        written = out(actor, tmp_path / "sealed").path
        assert b"13800000001" not in written.read_bytes()
    with here.at(2) as actor:
        assert take(actor, written).rows and someone().phone == "13800000001"
