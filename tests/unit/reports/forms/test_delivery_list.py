"""The delivery list on paper: its codes decode from the printed page and find their stops again."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop.reports.forms.delivery_list import render_delivery_list
from desktop.services.deliveries import lists, signing
from desktop.services.standing import arrangements
from desktop.services.standing.arrangements import ArrangementDraft
from tests.unit.reports.reading import page_texts, seen_codes

TODAY = dt.date(2026, 10, 21)
CENTRE = "春晓街道综合养老服务中心"


@pytest.fixture
def sheet(person, actor):
    for number in range(12):
        community = "莲花社区" if number < 5 else "前卫社区"
        who = person(f"欧阳{'甲乙丙丁戊己庚辛壬癸子丑'[number]}", community=community, room=str(100 + number))
        arrangements.arrange(
            actor, ArrangementDraft(who, valid_from="2026-10-01", remark="低盐、不要辣" if not number else "")
        )
    return lists.make(actor, TODAY, "lunch", "马丽")


def test_every_code_of_the_list_finds_its_stop_community_by_community(sheet, tmp_path):
    done = render_delivery_list(sheet, CENTRE, tmp_path / "list.pdf", printed_on=TODAY)
    seen = sorted(seen_codes(tmp_path / "list.pdf", 150), key=lambda code: (code.page, code.top))
    found = [signing.find(code.digits, TODAY, "lunch") for code in seen]
    assert [row.position for row in found] == list(range(1, 13))
    assert [row.community for row in found] == sorted(row.community for row in found)
    assert (done.pages, done.missing) == (seen[-1].page + 1, ())


def test_the_list_says_who_which_meal_what_to_mind_and_how_to_fill_it_in(sheet, tmp_path):
    render_delivery_list(sheet, CENTRE, tmp_path / "list.pdf", printed_on=TODAY)
    pages = page_texts(tmp_path / "list.pdf")
    for page in pages:
        assert all(words in page for words in ("送餐路线单", "已送到", "没人应门", "未送", "签名", "午餐"))
    text = "".join("".join(pages).split())
    assert all(row.name in text for row in sheet.rows)
    assert "送餐人：马丽" in text and "低盐、不要辣" in text and "共12人" in text


def test_the_same_list_gives_the_same_bytes(sheet, tmp_path):
    for name in ("a.pdf", "b.pdf"):
        render_delivery_list(sheet, CENTRE, tmp_path / name, printed_on=TODAY)
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()
