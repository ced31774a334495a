"""Lines, column widths and page breaks."""

from __future__ import annotations

from desktop.reports.paper.flow import Band, balanced, fill_pages, share, wrap
from desktop.reports.paper.paper import Paper


def _nothing(paper: Paper, y: float) -> None:
    """Draws nothing."""


def _band(height: float = 10, *, keep: bool = False, head: Band | None = None) -> Band:
    return Band(height, _nothing, keep, head)


def test_short_words_stay_on_one_line() -> None:
    assert wrap("独居、空巢", 100, 10) == ["独居、空巢"]


def test_nothing_is_lost_when_lines_break() -> None:
    words = "石龙路与景明北路交叉口南侧安置小区12幢3单元1204室"
    lines = wrap(words, 60, 10)
    assert "".join(lines) == words
    assert len(lines) > 3


def test_numbers_stay_whole_and_stops_do_not_begin_a_line() -> None:
    lines = wrap("电话15410000102，住址彩龙路，门牌号。", 80, 10)
    assert any("15410000102" in line for line in lines)
    assert not any(line[0] in "，。" for line in lines)


def test_a_word_longer_than_the_line_is_cut_rather_than_clipped() -> None:
    lines = wrap("ABCDEFGHIJKLMNOPQRSTUVWXYZ", 40, 10)
    assert "".join(lines) == "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def test_a_heading_breaks_into_even_lines() -> None:
    assert balanced("月末可用床位", 50, 10, True) == ["月末可", "用床位"]


def test_a_unit_in_brackets_is_not_torn() -> None:
    assert balanced("时长（分钟）", 50, 10, True) == ["时长", "（分钟）"]


def test_columns_share_what_is_left() -> None:
    assert share([10, 30], [10, 10], 80) == [20, 60]


def test_the_widest_column_gives_way_first() -> None:
    widths = share([20, 200], [20, 40], 120)
    assert widths is not None
    assert round(sum(widths)) == 120
    assert widths[0] >= 20


def test_columns_that_cannot_fit_ask_for_smaller_type() -> None:
    assert share([90, 90], [70, 70], 100) is None


def test_the_head_is_repeated_on_each_page() -> None:
    head = _band()
    rows = [_band(head=head) for _ in range(12)]
    pages = fill_pages([head, *rows], 0, 60)
    assert [len(page) for page in pages] == [6, 6, 3]
    assert all(page[0][1] is head for page in pages)


def test_bound_strips_go_to_the_next_page_together() -> None:
    pages = fill_pages([_band(), _band(), _band(keep=True), _band(25)], 0, 50)
    assert [len(page) for page in pages] == [2, 2]


def test_a_group_higher_than_a_page_is_cut_all_the_same() -> None:
    pages = fill_pages([_band(keep=True) for _ in range(9)], 0, 50)
    assert [len(page) for page in pages] == [5, 4]
