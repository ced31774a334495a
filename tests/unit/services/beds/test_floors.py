"""Beds floor by floor."""

from __future__ import annotations

import pytest

from desktop.core.errors import InvalidDraft
from desktop.core.reasons import Reason
from desktop.services.beds import floors, places
from desktop.services.beds.places import BedDraft
from desktop.services.writing.actor import Actor


@pytest.fixture
def rooms(actor: Actor) -> None:
    """Five beds in two buildings, one of them without a floor."""
    for building, floor, room in (
        ("1号楼", "3", "301"),
        ("1号楼", "3", "302"),
        ("1号楼", "2", "201"),
        ("2号楼", "3", "301"),
        ("2号楼", "", "平房"),
    ):
        places.save(actor, BedDraft(building=building, floor=floor, room=room, number="1", opened_on="2026-01-01"))


def _places(wanted: list[str]) -> list[str]:
    return [row.place for row in places.rows(floors.beds_on(wanted))]


def test_beds_are_found_floor_by_floor(rooms: None) -> None:
    assert _places(["1号楼/3"]) == ["1号楼 301-1", "1号楼 302-1"]
    assert _places(["3"]) == ["1号楼 301-1", "1号楼 302-1", "2号楼 301-1"], "a floor without its building is of all"
    assert _places(["2", "1号楼/2"]) == ["1号楼 201-1"], "each bed once"
    assert _places(["2号楼"]) == ["2号楼 平房-1"], "where nobody said a floor"
    assert len(_places([])) == 5
    assert {name: len(ids) for name, ids in floors.by_floor().items()} == {
        "1号楼/2": 1,
        "1号楼/3": 2,
        "2号楼/3": 1,
        "2号楼": 1,
    }


def test_a_floor_that_there_is_not_is_named_with_those_that_there_are(rooms: None) -> None:
    with pytest.raises(InvalidDraft) as refused:
        floors.beds_on(["9"])
    (wrong,) = refused.value.fields
    assert (wrong.name, wrong.reason) == ("floor", Reason.UNKNOWN_FLOOR)
    assert set(wrong.hint.split("、")) == {"1号楼/2", "1号楼/3", "2号楼/3", "2号楼"}
