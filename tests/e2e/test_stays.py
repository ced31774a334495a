"""A stay from the reservation to the discharge, as somebody's script would record it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.e2e.running import SAMPLE, Run


@pytest.fixture
def house(shizhu: Run, tmp_path: Path) -> Path:
    """The sample's people and beds, to write into."""
    data = tmp_path / "data"
    shizhu("init", "--centre", "甲中心", "--centre-no", "530114", "--plan", "xishan", data=data)
    for kind in ("residents", "beds"):
        shizhu("import", kind, SAMPLE / f"{kind}.xlsx", data=data)
    return data


def test_leaves_and_a_reservation_by_command(shizhu: Run, house: Path) -> None:
    def told(*words: object) -> Any:
        ran = shizhu(*words, "--json", data=house)
        assert ran.code == 0, ran.err
        return ran.json

    one = next(one for one in told("stay", "list")["stays"] if one["to"] is None)
    card = ("--who", one["name"])
    before = told("stay", "leaves", *card)["leaves"]
    made = told("stay", "leave", one["name"], "--kind", "回家")["uid"]
    assert made in {leave["uid"] for leave in told("stay", "leaves")["leaves"]}
    right = told("stay", "change-leave", made, "--kind", "住院", "--words", "骨折")
    assert (right["bed"], right["to"], right["kind"], right["words"]) == (one["bed"], None, "hospital", "骨折")
    early = shizhu("stay", "change-leave", made, "--from", "1999-01-01", data=house)
    assert (early.code, early.out, len(early.err.strip().splitlines())) == (1, "", 1)
    told("stay", "return", one["name"], "--last", right["from"])
    assert told("stay", "leaves", *card)["leaves"][0]["to"] == right["from"]
    told("void", "leave", made, "--reason", "没有去")
    assert told("stay", "leaves", *card)["leaves"] == before

    free = next(bed for bed in told("bed", "list")["beds"] if bed["state"] == "free")
    kept = told("bed", "reserve", free["uid"], "赵明", "--from", right["from"])["uid"]
    assert told("bed", "release", free["uid"]) == {"uid": kept}
    assert shizhu("bed", "release", free["uid"], data=house).code == 1
