"""Paper for a walk: its codes decode from the printed page and find their rows again."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop.core.acts import Action
from desktop.reports.forms.forms import write_form
from desktop.reports.forms.referral_note import form_of as referral_form
from desktop.reports.forms.referral_note import render_referral_note
from desktop.reports.forms.route_sheet import render_route_sheet
from desktop.reports.forms.visit_form import render_visit_form
from desktop.services.visits import recording as visits
from desktop.services.visits import referrals, risks, route_sheets
from desktop.services.visits.recording import VisitDraft
from tests.unit.reports.reading import font_files, page_texts, seen_codes, whole_text

PRINTED_ON = dt.date(2026, 10, 21)
CENTRE = "春晓街道综合养老服务中心"


@pytest.fixture
def sheet(person, actor):
    people = [
        person(
            f"欧阳正{'𬱖䶮㛃'[number % 3]}",
            flags=["disabled", "living_alone"],
            building=f"{number % 7 + 1}栋",
            room=str(100 + number),
            phone="13900000001",
        )
        for number in range(20)
    ]
    return route_sheets.make_sheet(actor, people, "马丽", "2026-10-22")


@pytest.mark.parametrize("dpi", [150, 300])
def test_every_code_of_the_sheet_finds_its_row(sheet, tmp_path, dpi):
    done = render_route_sheet(sheet, CENTRE, tmp_path / "sheet.pdf", printed_on=PRINTED_ON)
    seen = seen_codes(tmp_path / "sheet.pdf", dpi)
    assert sorted(code.digits for code in seen) == sorted(row.code for row in sheet.rows)
    in_order = [code.digits for code in sorted(seen, key=lambda code: (code.page, code.top))]
    assert [route_sheets.find_row(digits).position for digits in in_order] == list(range(1, 21))
    assert (done.pages, done.missing) == (seen[-1].page + 1, ())


def test_the_sheet_says_who_when_and_how_to_fill_it_in(sheet, tmp_path):
    render_route_sheet(sheet, CENTRE, tmp_path / "sheet.pdf", printed_on=PRINTED_ON)
    pages = page_texts(tmp_path / "sheet.pdf")
    for number, page in enumerate(pages, 1):
        assert "探访路线单" in page
        assert f"第 {number} 页 / 共 {len(pages)} 页" in page
        assert "签名" in page
        assert "六项不可全为无变化" in page
    assert "探访人：马丽" in pages[0]
    assert "2026年10月22日" in pages[0]
    assert all(font_files(tmp_path / "sheet.pdf").values())
    text = "".join(pages)
    assert all(row.name in text for row in sheet.rows)


def test_the_same_sheet_gives_the_same_bytes(sheet, tmp_path):
    for name in ("a.pdf", "b.pdf"):
        render_route_sheet(sheet, CENTRE, tmp_path / name, printed_on=PRINTED_ON)
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_a_blank_form_for_one_person_bears_its_row_code(sheet, tmp_path):
    row = sheet.rows[3]
    done = render_visit_form(sheet, row, CENTRE, tmp_path / "form.pdf", printed_on=PRINTED_ON)
    (seen,) = seen_codes(tmp_path / "form.pdf")
    text = whole_text(tmp_path / "form.pdf")
    assert route_sheets.find_row(seen.digits) == row
    assert all(words in text for words in (row.name, "健康状况", "赡养与经济", "□无变化", "助浴", "签名"))
    assert (done.pages, done.missing) == (1, ())


def test_a_referral_note_hands_a_risk_on(person, actor, tmp_path):
    one = person("王芳", flags=["living_alone"], address="前卫社区15栋403室", phone="13900000001")
    visits.save(
        actor,
        VisitDraft(
            one,
            "2026-10-08",
            visitors="马丽",
            blocks={"safety": "risk", "health": "normal"},
            words={"safety": "燃气软管老化"},
            risk="燃气管老化",
            risk_level="urgent",
            risk_action="已关阀门",
            risk_due_on="2026-10-20",
        ),
    )
    one_referral = referrals.refer(actor, risks.open_risks()[0].id, "police", "请协助入户排查")
    note = referrals.note(one_referral)
    done = render_referral_note(note, CENTRE, tmp_path / "note.pdf", printed_on=PRINTED_ON)
    text = "".join(whole_text(tmp_path / "note.pdf").split())
    for words in ("派出所", "王芳", "燃气管老化", "紧急", "已关阀门", "请协助入户排查", "主任甲", note.number):
        assert words in text
    assert "安全情况风险（燃气软管老化）" in text
    assert done.pages == 1
    assert referrals.referrals_of(note.risk.id)[0][:2] == (one_referral, "police")


def test_a_long_request_goes_on_on_the_next_page(person, actor, tmp_path):
    one = person("王芳")
    visits.save(actor, VisitDraft(one, "2026-10-08", risk="燃气管老化"))
    note = referrals.note(referrals.refer(actor, risks.open_risks()[0].id, "hospital", "请安排上门诊治。" * 150))
    assert write_form(referral_form(note, CENTRE), CENTRE, tmp_path / "note.pdf", PRINTED_ON, Action.REFER).pages == 2


def test_a_long_address_keeps_its_room_and_leaves_the_phone_above_the_line(person, actor, tmp_path):
    place = "呈贡区乌龙街道春融西路与彩云南路交叉口往东三百米滇池星城小区二期十二栋"
    someone = person("王芳", community="滇池星城社区", building=place, room="3单元602", phone="13900000001")
    sheet = route_sheets.make_sheet(actor, [someone], "马丽", "2026-10-22")
    render_route_sheet(sheet, CENTRE, tmp_path / "sheet.pdf", printed_on=PRINTED_ON)
    text = "".join("".join(page_texts(tmp_path / "sheet.pdf")).split())
    assert "十二栋" in text and "602" in text and "13900000001" in text


def test_of_an_address_that_fits_in_no_size_the_end_is_printed(person, actor, tmp_path):
    someone = person("王芳", community="滇池星城社区", building="很长的路名" * 20 + "十二栋", room="602")
    sheet = route_sheets.make_sheet(actor, [someone], "马丽", "2026-10-22")
    render_route_sheet(sheet, CENTRE, tmp_path / "sheet.pdf", printed_on=PRINTED_ON)
    text = "".join("".join(page_texts(tmp_path / "sheet.pdf")).split())
    assert "…" in text and "十二栋" in text and "602" in text


def test_the_sheet_says_what_was_found_last_and_which_risk_is_open(person, actor, tmp_path):
    one = person("王芳", flags=["living_alone"])
    calm, new = person("李桂兰", flags=["living_alone"]), person("赵正光", flags=["living_alone"])
    blocks = dict.fromkeys(("health", "spirit", "hygiene", "dwelling", "support"), "normal")
    visits.save(
        actor,
        VisitDraft(
            one,
            "2026-10-08",
            blocks={**blocks, "safety": "risk"},
            words={"safety": "地面湿滑"},
            risk="燃气软管老化",
            risk_level="urgent",
            risk_due_on="2026-10-30",
        ),
    )
    visits.save(actor, VisitDraft(calm, "2026-10-09", blocks={**blocks, "safety": "normal"}))
    visits.save(actor, VisitDraft(new, "2026-10-10", outcome="not_reached"))
    sheet = route_sheets.make_sheet(actor, [one, calm, new], "马丽", "2026-10-20")
    render_route_sheet(sheet, CENTRE, tmp_path / "sheet.pdf", printed_on=PRINTED_ON)
    text = "".join("".join(page_texts(tmp_path / "sheet.pdf")).split())
    assert "上次10-08：安全情况风险（地面湿滑）" in text
    assert "风险（紧急）：燃气软管老化，10-30前" in text
    assert "上次10-09：正常" in text
    assert "尚无见到本人的探访" in text


def test_a_closed_risk_and_an_older_finding_are_not_on_the_sheet(person, actor, tmp_path):
    one = person("王芳", flags=["living_alone"])
    blocks = dict.fromkeys(("health", "spirit", "safety", "hygiene", "dwelling", "support"), "normal")
    worse = {**blocks, "safety": "risk"}
    visits.save(actor, VisitDraft(one, "2026-10-05", blocks=worse, words={"safety": "地面湿滑"}, risk="地面湿滑"))
    risks.close(actor, risks.open_risks()[0].id, "已铺防滑垫", "2026-10-06")
    visits.save(actor, VisitDraft(one, "2026-10-08", blocks=blocks))
    sheet = route_sheets.make_sheet(actor, [one], "马丽", "2026-10-20")
    render_route_sheet(sheet, CENTRE, tmp_path / "sheet.pdf", printed_on=PRINTED_ON)
    text = "".join("".join(page_texts(tmp_path / "sheet.pdf")).split())
    assert "上次10-08：正常" in text and "湿滑" not in text
