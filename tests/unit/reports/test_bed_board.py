"""床位一览: every bed with sign and word on paper, nothing over one another, as many sheets as the house needs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.reports.bed_board import counts_line, render_board
from desktop.services.beds import board, natures, outages, reserving, stays
from desktop.services.beds import places as beds
from desktop.services.beds.natures import NatureDraft
from desktop.services.beds.outages import OutageDraft
from desktop.services.beds.places import BedDraft
from desktop.services.beds.reserving import ReservationDraft
from desktop.services.beds.stays import StayDraft
from desktop.services.writing.actor import Actor
from tests.unit.reports.reading import overlapping, page_texts, whole_text

TODAY = dt.date(2026, 10, 21)
Person = Callable[..., int]


def bed(actor: Actor, room: str, number: str, **fields: object) -> int:
    return beds.save(actor, BedDraft(building="1号楼", floor=room[0], room=room, number=number, **fields))  # type: ignore[arg-type]


@pytest.fixture
def house(actor: Actor, person: Person) -> None:
    """Two floors with a bed in each state."""
    taken, away = bed(actor, "101", "1"), bed(actor, "101", "2")
    one = person("司马欧阳长风", grade="severe", grade_on="2026-10-01")
    stays.admit(actor, StayDraft(one, taken, "2026-10-02"))
    stay = stays.admit(actor, StayDraft(person("李兰"), away, "2026-10-03"))
    stays.add_leave(actor, stay, "2026-10-20", "", "住院")
    reserving.reserve(actor, ReservationDraft(bed(actor, "201", "1"), None, "赵明", "2026-10-21"))
    outages.record(actor, OutageDraft(bed(actor, "201", "2"), "2026-10-21", "", "屋顶漏水，等总务科派人来修补粉刷"))
    natures.record(actor, NatureDraft(bed(actor, "202", "1"), "2026-10-01", "ordinary", "day", "inclusive"))


def test_each_bed_stands_with_its_state_its_person_and_what_it_is(house: None, tmp_path: Path) -> None:
    path = tmp_path / "board.pdf"
    made = render_board(board.board(TODAY), path, printed_on=TODAY)
    assert (made.pages, made.missing) == (1, ())
    text = whole_text(path)
    assert "示例中心床位一览" in text and "2026年10月21日" in text
    for words in ("1号楼 1楼", "1号楼 2楼", "● 在住", "◎ 请假", "◇ 预留", "× 停用", "○ 空闲"):
        assert words in text
    for words in ("司马欧阳长风", "重度失能", "李兰", "赵明", "屋顶漏水", "普通型 日托 普惠", "护理型"):
        assert words in text
    assert overlapping(path, 600) == []


def test_the_key_counts_every_state_once(house: None) -> None:
    assert counts_line(board.board(TODAY)) == "共 5 张　● 在住 1　◎ 请假 1　○ 空闲 1　◇ 预留 1　× 停用 1"


def test_a_large_house_takes_sheets_and_every_bed_stands_once(actor: Actor, tmp_path: Path) -> None:
    made = [
        (f"{floor}{room:02d}", str(number)) for floor in range(1, 5) for room in range(1, 7) for number in range(1, 4)
    ] + [("501", str(number)) for number in range(11, 31)]
    for room, number in made:
        bed(actor, room, number)
    path = tmp_path / "board.pdf"
    pages = render_board(board.board(TODAY), path, printed_on=TODAY).pages
    texts = page_texts(path)
    assert pages == len(texts) > 1
    assert sum(text.count("○ 空闲") for text in texts) == len(made) + pages
    assert [f"第 {number} 页 / 共 {pages} 页" in text for number, text in enumerate(texts, 1)] == [True] * pages
    assert "501（续）" in texts[-1]


def test_an_empty_house_is_a_sheet_that_says_so(actor: Actor, tmp_path: Path) -> None:
    path = tmp_path / "board.pdf"
    assert render_board(board.board(TODAY), path, printed_on=TODAY).pages == 1
    assert "共 0 张" in whole_text(path)
