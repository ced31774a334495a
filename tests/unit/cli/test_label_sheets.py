"""``labels``: a sheet of the centre's own is added, measured again, retired, and printed on."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.services.beds import places
from desktop.services.beds.places import BedDraft
from desktop.services.writing.actor import Actor
from tests.unit.cli.conftest import Shizhu
from tests.unit.reports.reading import fields

NEW = ("labels", "add", "得力 2×6", "--label", "100,45", "--grid", "2,6", "--margin", "4.5,12", "--gap", "1,0")


@pytest.fixture
def beds(actor: Actor) -> None:
    """Three beds."""
    for room in ("201", "301", "302"):
        places.save(actor, BedDraft(building="1号楼", floor=room[0], room=room, number="1", opened_on="2026-01-01"))


def test_a_sheet_is_added_and_printed_on_by_name_and_remembered(beds: None, shizhu: Shizhu, tmp_path: Path) -> None:
    made = shizhu(*NEW, "--json").json
    assert (made["name"], made["title"], made["own"], made["retired_on"]) == ("own-1", "得力 2×6", True, None)
    assert (made["page"], made["label"], made["columns"], made["rows"]) == ([210, 297], [100, 45], 2, 6)
    told = shizhu("codes", "beds", "--pdf", tmp_path / "b.pdf", "--sheet-layout", "得力 2×6", "--json").json
    assert (told["sheet_layout"], told["pages"]) == ("own-1", 1)
    assert [place[:2] for place in fields(tmp_path / "b.pdf")] == [
        pytest.approx(place, abs=0.01) for place in ((4.5, 12), (105.5, 12), (4.5, 57))
    ]
    kept = shizhu("printer", "set", "HP", "--sheet-layout", "得力 2×6", "--start-cell", 12, "--json").json
    assert kept["free"] == {"own-1": 12}
    again = shizhu("codes", "beds", "--pdf", tmp_path / "b.pdf", "--printer", "HP", "--sheet-layout", "own-1", "--json")
    assert (again.json["start_cell"], again.json["pages"]) == (12, 2)
    assert shizhu("printer", "set", "HP", "--sheet-layout", "own-1", "--start-cell", 13).code != 0


def test_a_sheet_is_changed_retired_and_offered_again(beds: None, shizhu: Shizhu, tmp_path: Path) -> None:
    shizhu(*NEW)
    changed = shizhu("labels", "change", "得力 2×6", "--gap", "1.5,0", "--name", "得力", "--outlined", "--json").json
    assert (changed["gap"], changed["title"], changed["frame"], changed["left"]) == (
        [1.5, 0],
        "得力",
        True,
        4.5,
    )
    assert shizhu("labels", "retire", "得力", "--json").json["retired_on"] == "2026-10-21"
    listed = shizhu("labels", "list", "--json").json["sheets"]
    assert [(one["name"], one["own"]) for one in listed][:2] == [("own-1", True), ("3x8", False)]
    assert "retired" in shizhu("labels", "list").out
    with pytest.raises(SystemExit):
        shizhu("codes", "beds", "--pdf", tmp_path / "b.pdf", "--sheet-layout", "得力")
    assert shizhu("labels", "offer", "own-1", "--json").json["retired_on"] is None
    assert shizhu("codes", "beds", "--pdf", tmp_path / "b.pdf", "--sheet-layout", "得力").code == 0


def test_what_cannot_be_is_refused_with_its_measure(beds: None, shizhu: Shizhu) -> None:
    wrong = shizhu(*NEW, "--grid", "3,6")
    assert wrong.code != 0 and "306.5 > 210" in wrong.err
    roll = shizhu("labels", "add", "卷", "--paper", "roll_203", "--label", "30x20")
    assert roll.code != 0 and "mm" in roll.err
    with pytest.raises(SystemExit):
        shizhu("labels", "add", "卷", "--label", "30")
    assert shizhu("labels", "retire", "没有").code != 0
    assert all(not one["own"] for one in shizhu("labels", "list", "--json").json["sheets"])
