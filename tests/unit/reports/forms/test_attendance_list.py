"""The attendance list on paper: who came, no more than that of anybody, and codes that find their services."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader

from desktop.importing.importer import import_workbook
from desktop.models import query
from desktop.reports.forms.attendance_list import render_attendance_list
from desktop.reports.paper.document import RenderResult
from desktop.services.help_services import attendance, attendance_paper, on_paper
from desktop.services.help_services.orders import ServiceDraft
from desktop.services.register import listing
from desktop.services.register.listing import ResidentQuery
from desktop.services.writing.actor import Actor
from tests.conftest import id_number
from tests.e2e.running import SAMPLE
from tests.unit.reports.reading import page_texts, seen_codes

Person = Callable[..., int]
TODAY = dt.date(2026, 10, 21)
CENTRE = "春晓街道综合养老服务中心"
A4 = (595, 842)


@pytest.fixture
def singing() -> ServiceDraft:
    """The singing of yesterday afternoon."""
    draft = ServiceDraft(type="recreation", place="centre", service_on="1020", started="1400", ended="1530")
    draft.worker, draft.content = "陈志强", "合唱《彩云之南》"
    return attendance.begin(draft)


def printed(actor: Actor, activity: ServiceDraft, path: Path) -> RenderResult:
    found = attendance_paper.attendance_list(actor, activity)
    return render_attendance_list(found, CENTRE, path, printed_on=TODAY)


def in_order(path: Path) -> list[str]:
    return [code.digits for code in sorted(seen_codes(path, 150), key=lambda code: (code.page, code.top))]


def joined(path: Path) -> str:
    return "".join("".join(page_texts(path)).split())


def test_forty_people_of_the_sample_centre_find_their_services_from_the_raster(
    actor: Actor, singing: ServiceDraft, tmp_path: Path
) -> None:
    import_workbook(actor, "residents", SAMPLE / "residents.xlsx")
    people = listing.find_ids(ResidentQuery())[:40]
    for one in people:
        attendance.enter(actor, one, singing)
    path = tmp_path / "list.pdf"
    done = printed(actor, singing, path)
    assert [on_paper.find(digits).resident_id for digits in in_order(path)] == people, "as they came"
    assert sorted(on_paper.find(digits).id for digits in in_order(path)) == sorted(attendance.attended(singing))
    pages = page_texts(path)
    assert (done.pages, len(pages)) == (4, 4) and "第 4 页 / 共 4 页" in pages[3]
    assert {(round(page.mediabox.width), round(page.mediabox.height)) for page in PdfReader(path).pages} == {A4}
    for page in pages:
        text = "".join(page.split())
        assert "活动签到表" in text and "共40人" in text and "签名" in text
        assert "类型：助乐地点：中心时间：14:00–15:30服务人员：陈志强" in text
        assert "内容：合唱《彩云之南》" in text and "日期：2026年10月20日" in text
    names = query.fetch(f"SELECT name FROM living_resident WHERE id IN {query.LISTED}", [query.listed(people)])
    assert all("".join(name.split()) in joined(path) for (name,) in names)


def test_whoever_signs_reads_of_the_others_no_more_than_who_they_are(
    actor: Actor, person: Person, singing: ServiceDraft, tmp_path: Path
) -> None:
    number = id_number("1944-03-05", "female", 28)
    about = {"community": "莲花社区", "room": "1203", "phone": "13900000001", "allergies": "花生过敏"}
    attendance.enter(actor, person("王芳", id_number=number, **about), singing)
    printed(actor, singing, tmp_path / "list.pdf")
    text = joined(tmp_path / "list.pdf")
    assert "王芳女80-89岁莲花社区" in text
    assert not [one for one in (number, number[-4:], "13900000001", "1203", "花生") if one in text]


def test_rare_characters_stand_in_the_list_and_those_of_no_font_are_named(
    actor: Actor, person: Person, singing: ServiceDraft, tmp_path: Path
) -> None:
    attendance.enter(actor, person("欧阳𬱖䶮"), singing)
    assert printed(actor, singing, tmp_path / "list.pdf").missing == ()
    assert "欧阳𬱖䶮" in joined(tmp_path / "list.pdf")
    attendance.enter(actor, person("李𫞣"), singing)
    assert printed(actor, singing, tmp_path / "list.pdf").missing == ("𫞣",)


def test_long_contents_take_their_lines_and_the_same_list_is_the_same_bytes(
    actor: Actor, person: Person, tmp_path: Path
) -> None:
    said = "、".join(f"第{number}首歌" for number in range(1, 30))
    draft = ServiceDraft(type="learning", place="centre", service_on="1020", content=said)
    activity = attendance.begin(draft)
    attendance.enter(actor, person("王芳"), activity)
    for name in ("a.pdf", "b.pdf"):
        printed(actor, activity, tmp_path / name)
    text = joined(tmp_path / "a.pdf")
    assert said in text and "服务人员：＿＿＿＿＿＿" in text and "时间：" not in text
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()
    [seen] = seen_codes(tmp_path / "a.pdf", 150)
    assert [on_paper.find(seen.digits).id] == attendance.attended(activity)
