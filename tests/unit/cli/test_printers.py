"""``printer`` and ``codes --printer``: a printer is measured once and is right from then on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.core.codes import CodeKind
from desktop.services.beds import places
from desktop.services.beds.places import BedDraft
from desktop.services.register import old_codes, printed_codes
from desktop.services.writing.actor import Actor
from tests.unit.cli.conftest import Shizhu
from tests.unit.reports.reading import fields, seen_codes


@pytest.fixture
def beds(actor: Actor) -> None:
    """Two floors."""
    for room in ("201", "301", "302"):
        places.save(actor, BedDraft(building="1号楼", floor=room[0], room=room, number="1", opened_on="2026-01-01"))


def test_a_printer_is_measured_and_right_from_then_on(beds: None, shizhu: Shizhu, tmp_path: Path) -> None:
    page = shizhu("codes", "test-page", "--pdf", tmp_path / "t.pdf", "--printer", "HP", "--json").json
    assert page == {"kind": "test-page", "pdf": str(tmp_path / "t.pdf"), "sheet_layout": "3x8", "pages": 1}
    told = shizhu("printer", "measured", "HP", "21.5,170,19.2,257", "--json").json
    assert told == {"name": "HP", "right": -1.5, "down": 0.8, "wide": 1.0, "high": 1.0, "sheets": {}, "free": {}}
    for printer, place in (("HP", (-1.5, 1.3)), ("another", (0, 0.5))):
        shizhu("codes", "beds", "--pdf", tmp_path / "b.pdf", "--printer", printer)
        assert fields(tmp_path / "b.pdf")[0][:2] == pytest.approx(place, abs=0.01)
    assert shizhu("codes", "test-page", "--pdf", tmp_path / "t.pdf", "--printer", "HP", "--json").json["pages"] == 2


def test_the_first_free_label_is_remembered_for_its_sheet(beds: None, shizhu: Shizhu, tmp_path: Path) -> None:
    shizhu("printer", "set", "HP", "--offset-mm", "0.5,-1", "--sheet-layout", "3x8", "--start-cell", 23)
    made = shizhu("codes", "beds", "--pdf", tmp_path / "b.pdf", "--printer", "HP", "--json").json
    assert (made["start_cell"], made["pages"], made["count"], made["free_cell"]) == (23, 2, 3, 2)
    other = shizhu("codes", "beds", "--pdf", tmp_path / "b.pdf", "--printer", "HP", "--sheet-layout", "2x7", "--json")
    assert other.json["start_cell"] == 1
    said = shizhu("codes", "beds", "--pdf", tmp_path / "b.pdf", "--printer", "HP", "--start-cell", 5, "--json").json
    assert (said["start_cell"], said["free_cell"]) == (5, 8)
    assert shizhu("printer", "list").out == "HP  +0.5, -1 mm  100.00% × 100.00%  3x8:23\n"


def test_beds_are_printed_floor_by_floor(beds: None, shizhu: Shizhu, tmp_path: Path) -> None:
    made = shizhu("codes", "beds", "--pdf", tmp_path / "b.pdf", "--floor", "1号楼/3", "--json").json
    assert made["count"] == 2
    assert sorted(code.digits for code in seen_codes(tmp_path / "b.pdf")) == sorted(made["codes"])
    none = shizhu("codes", "beds", "--pdf", tmp_path / "c.pdf", "--floor", "7")
    assert none.code == 1 and "1号楼/2、1号楼/3" in none.err
    assert not (tmp_path / "c.pdf").exists()


def test_what_no_printer_does_is_refused(actor: Actor, shizhu: Shizhu) -> None:
    assert shizhu("printer", "measured", "HP", "80,170,20,257").code == 1
    assert shizhu("printer", "set", "HP", "--sheet-layout", "3x8", "--start-cell", 25).code == 1
    for wrong in (
        ("printer", "measured", "HP", "20,170,20"),
        ("printer", "measured", "HP", "20,170,20,257", "--sheet-layout", "5x5"),
        ("printer", "set", "HP", "--start-cell", "3"),
    ):
        with pytest.raises(SystemExit) as ended:
            shizhu(*wrong)
        assert ended.value.code == 2
    assert shizhu("printer", "list", "--json").json == {"printers": []}


def test_a_lost_label_gets_another_code_and_the_old_one_says_so(beds: None, shizhu: Shizhu, tmp_path: Path) -> None:
    old = shizhu("codes", "beds", "--pdf", tmp_path / "b.pdf", "--json").json["codes"][0]
    assert shizhu("code", "show", old, "--json").json == {
        **{"code": old, "kind": "bed", "of": "1号楼 201-1", "replaced_on": None, "current": old}
    }
    new = shizhu("code", "replace", old, "--reason", "标签掉了", "--json").json
    printed = shizhu("codes", "beds", "--pdf", tmp_path / "b.pdf", "--json").json["codes"]
    assert new["replaces"] == old and new["code"] in printed and old not in printed
    told = shizhu("code", "show", old, "--json").json
    assert (told["of"], told["current"]) == ("1号楼 201-1", new["code"])
    assert "This is an old code" in shizhu("code", "show", old).out
    assert shizhu("code", "replace", old, "--reason", "").code == 1
    assert shizhu("code", "show", "12345").code == 1


def test_who_came_with_an_old_card_is_listed_and_printed_alone(
    actor: Actor, person: Callable[..., int], shizhu: Shizhu, tmp_path: Path
) -> None:
    one = person("李培礼")
    person("王芳")
    old = printed_codes.code_of(CodeKind.RESIDENT, one)
    new = printed_codes.replace(actor, CodeKind.RESIDENT, one, "卡丢了")
    old_codes.seen(actor, old)
    before = shizhu("codes", "residents", "--old", "--day", "2026-10-20", "--pdf", tmp_path / "c.pdf")
    assert before.code != 0, "nobody came with one that day"
    [came] = shizhu("code", "old", "--json").json["people"]
    assert (came["name"], came["code"], came["printed"]) == ("李培礼", new, False)
    assert "to print" in shizhu("code", "old", "--day", "2026-10-21").out
    assert shizhu("codes", "residents", "--old", "--pdf", tmp_path / "c.pdf", "--json").json["codes"] == [new]
    assert "printed since" in shizhu("code", "old").out
    assert shizhu("code", "old", "--day", "2026-10-20", "--json").json == {"day": "2026-10-20", "people": []}
    assert shizhu("code", "old", "--day", "gestern").code != 0
