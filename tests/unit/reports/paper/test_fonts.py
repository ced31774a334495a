"""Every character is printed and can be copied, or it is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.reports.paper import fonts
from desktop.reports.paper.paper import A4, Paper
from tests.unit.reports.reading import whole_text

RARE = "𬱖䶮㛃𬍛"
# A character of extension C that Noto Sans SC does not draw.
LACKING = "\U0002b7a3"


@pytest.mark.parametrize("bold", [False, True])
def test_rare_characters_read_back_as_they_were_written(tmp_path: Path, bold: bool) -> None:
    path = tmp_path / "rare.pdf"
    paper = Paper(A4, "title", "author")
    paper.text(50, 50, f"姓名{RARE}完", 12, bold)
    paper.next_page()
    path.write_bytes(paper.finish())
    assert f"姓名{RARE}完" in whole_text(path)


def test_four_hundred_characters_of_many_subsets_read_back(tmp_path: Path) -> None:
    words = "".join(chr(point) for point in range(0x4E00, 0x4E00 + 400) if not fonts.missing_glyphs(chr(point)))
    path = tmp_path / "many.pdf"
    paper = Paper(A4, "title", "author")
    for start in range(0, len(words), 20):
        paper.text(50, 50 + start, words[start : start + 20] + RARE, 12)
    paper.next_page()
    path.write_bytes(paper.finish())
    read = whole_text(path)
    assert all(words[start : start + 20] + RARE in read for start in range(0, len(words), 20))


def test_rare_characters_of_real_names_are_in_the_font() -> None:
    assert fonts.missing_glyphs(RARE) == ""


def test_a_lacking_character_is_named_once() -> None:
    assert fonts.missing_glyphs(f"张{LACKING}{LACKING}明") == LACKING
    assert fonts.point_name(LACKING) == "U+2B7A3"


def test_a_lacking_character_is_drawn_as_a_visible_substitute() -> None:
    assert fonts.printable(f"张{LACKING}明") == "张〓明"


@pytest.mark.parametrize("mark", ["\u200b", "\ufeff", "\ufe0f", "\U000e0101", "\x07"])
def test_marks_that_nobody_sees_are_dropped(mark: str) -> None:
    assert fonts.printable(f"张{mark}明") == "张明"
    assert fonts.missing_glyphs(f"张{mark}明") == ""


def test_line_breaks_become_blanks() -> None:
    assert fonts.tidy("老街\n15号\t东") == "老街 15号 东"


def test_the_first_text_with_a_lacking_character_is_remembered() -> None:
    assert fonts.missing_in(["李明", f"张{LACKING}", f"王{LACKING}"]) == {LACKING: f"张{LACKING}"}


def test_a_chinese_character_is_as_wide_as_its_size() -> None:
    assert fonts.width("床位", 10) == pytest.approx(20)
