"""The day list and the sheet of an order on paper: codes decode from the printed page and find their orders."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop.core.errors import NothingToDo
from desktop.core.person.identity import masked
from desktop.importing.importer import import_workbook
from desktop.reports.forms.day_list import render_day_lists
from desktop.reports.forms.service_sheet import render_service_sheet
from desktop.services.help_services import definitions, on_paper, orders, steps
from desktop.services.help_services.definitions import DefinitionDraft
from desktop.services.help_services.orders import ServiceDraft
from desktop.services.register import listing
from desktop.services.register.listing import ResidentQuery
from tests.conftest import id_number
from tests.e2e.running import SAMPLE
from tests.unit.reports.reading import page_texts, seen_codes

TODAY = dt.date(2026, 10, 21)
CENTRE = "春晓街道综合养老服务中心"


@pytest.fixture
def order(actor, person):
    def make(name, kind="bathing", worker="普建国", about=(), **said):
        one = person(name, **{"community": "莲花社区", "room": "101", "phone": "13900000001", **dict(about)})
        draft = ServiceDraft(resident_id=one, type=kind, state="dispatched", service_on=TODAY, worker=worker, **said)
        return orders.save(actor, draft)

    return make


def in_order(path, dpi=150):
    return [code.digits for code in sorted(seen_codes(path, dpi), key=lambda code: (code.page, code.top))]


def printed(lists, path):
    return render_day_lists(lists, CENTRE, path, printed_on=TODAY)


def joined(path):
    return "".join("".join(page_texts(path)).split())


def test_sixty_orders_of_the_sample_centre_find_their_rows_from_the_raster(actor, tmp_path):
    import_workbook(actor, "residents", SAMPLE / "residents.xlsx")
    people = listing.find_ids(ResidentQuery())[:60]
    for number, one in enumerate(people):
        draft = ServiceDraft(resident_id=one, type="cleaning", state="dispatched", service_on=TODAY, worker="普建国")
        orders.save(actor, draft if number else ServiceDraft(**{**draft.__dict__, "type": "emergency"}))
    [one] = on_paper.day_lists(actor, TODAY, "普建国")
    done = printed([one], tmp_path / "list.pdf")
    seen = in_order(tmp_path / "list.pdf")
    assert seen == [row.code for row in one.rows]
    assert [on_paper.find(digits).id for digits in seen] == [row.id for row in one.rows]
    assert sorted(on_paper.find(digits).resident_id for digits in seen) == sorted(people)
    assert one.rows[0].order.type == "emergency"
    assert done.pages == 9, "seven rows on a page"
    assert "第 9 页 / 共 9 页" in page_texts(tmp_path / "list.pdf")[-1]


def test_each_worker_has_a_list_of_pages_of_its_own(actor, order, tmp_path):
    for number in range(8):
        order(f"老人{'甲乙丙丁戊己庚辛'[number]}", about={"room": str(101 + number)})
    order("李强", worker="李秀英"), order("赵敏", worker="")
    done = printed(on_paper.day_lists(actor, TODAY), tmp_path / "list.pdf")
    pages = ["".join(text.split()) for text in page_texts(tmp_path / "list.pdf")]
    assert done.pages == 4
    workers = ("普建国", "李秀英", "＿＿")
    found = [[who for who in workers if f"服务人员：{who}" in page] for page in pages]
    assert found == [["普建国"], ["普建国"], ["李秀英"], ["＿＿"]]
    assert "共8单" in pages[0] and "第2页/共2页" in pages[1] and "第1页/共1页" in pages[3]


def test_the_list_says_what_is_to_be_done_and_no_more_than_that(actor, order, tmp_path):
    number = id_number("1944-03-05", "female", 28)
    order(
        "王芳",
        kind="meals",
        started="11:30",
        ended="12:00",
        place="home",
        content=f"送餐到家，身份证{number}",
        remark="门铃坏了，请敲窗",
        about={"allergies": "花生过敏", "chronic": "高血压"},
    )
    order("李强", kind="cleaning", content="擦窗", about={"allergies": "青霉素", "room": "202"})
    printed(on_paper.day_lists(actor, TODAY), tmp_path / "list.pdf")
    text = joined(tmp_path / "list.pdf")
    for words in (
        "服务日程单",
        "助餐11:30–12:00上门",
        "送餐到家",
        "门铃坏了，请敲窗",
        "花生过敏",
        "擦窗",
        "13900000001",
    ):
        assert words in text
    assert all(words in text for words in ("开始", "结束", "满意度", "老人签名", "12345"))
    assert "高血压" not in text and "青霉素" not in text and number not in text and masked(number) in text


def test_rare_characters_stand_in_the_list_and_those_of_no_font_are_named(actor, order, tmp_path):
    order("欧阳𬱖䶮")
    done = printed(on_paper.day_lists(actor, TODAY), tmp_path / "list.pdf")
    assert "欧阳𬱖䶮" in joined(tmp_path / "list.pdf")
    assert done.missing == ()
    order("李𫞣", about={"room": "202"})
    assert printed(on_paper.day_lists(actor, TODAY), tmp_path / "list.pdf").missing == ("𫞣",)


def test_the_same_lists_give_the_same_bytes_and_none_is_no_paper(actor, order, tmp_path):
    order("王芳")
    lists = on_paper.day_lists(actor, TODAY)
    for name in ("a.pdf", "b.pdf"):
        printed(lists, tmp_path / name)
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()
    with pytest.raises(NothingToDo):
        printed([], tmp_path / "c.pdf")
    assert not (tmp_path / "c.pdf").exists()


def test_the_sheet_of_an_order_bears_its_code_and_masks_the_number(actor, order, tmp_path):
    number = id_number("1944-03-05", "female", 28)
    one = order(
        "王芳",
        started="09:00",
        ended="10:00",
        content="洗澡、剪指甲",
        payer="self",
        fee="30",
        about={"id_number": number},
    )
    row = on_paper.sheet(actor, one)
    done = render_service_sheet(row, CENTRE, tmp_path / "sheet.pdf", printed_on=TODAY)
    [seen] = seen_codes(tmp_path / "sheet.pdf", 150)
    assert on_paper.find(seen.digits).id == one
    text = joined(tmp_path / "sheet.pdf")
    for words in ("服务单", "王芳", "助浴", "09:00–10:00", "洗澡、剪指甲", "30.00", "□5", "老人或家属签名", "普建国"):
        assert words in text
    assert masked(number) in text and number not in text
    assert (done.pages, done.missing) == (1, ())


def test_the_sheet_says_what_the_service_is_by_the_definitions_of_its_day(actor, order, tmp_path):
    define = definitions.define
    define(actor, DefinitionDraft("2026-10-01", "bathing", text="上门助浴，两人看护。"))
    define(actor, DefinitionDraft("2026-10-22", "bathing", text="从明天起另有说法。"))
    one, plain = order("王芳"), order("李强", kind="cleaning", about={"room": "202"})
    render_service_sheet(on_paper.sheet(actor, one), CENTRE, tmp_path / "own.pdf", printed_on=TODAY)
    assert "服务说明上门助浴，两人看护。" in joined(tmp_path / "own.pdf")
    render_service_sheet(on_paper.sheet(actor, plain), CENTRE, tmp_path / "shipped.pdf", printed_on=TODAY)
    assert "服务说明居室清洁、衣物洗涤和整理。" in joined(tmp_path / "shipped.pdf")


def test_an_item_stands_beside_its_type_on_list_and_sheet(actor, order, tmp_path):
    define = definitions.define
    define(actor, DefinitionDraft("2026-10-01", "bathing", "擦浴", text="床上擦浴。"))
    one = order("王芳", item="擦浴")
    printed(on_paper.day_lists(actor, TODAY), tmp_path / "list.pdf")
    assert "助浴（擦浴）" in joined(tmp_path / "list.pdf")
    render_service_sheet(on_paper.sheet(actor, one), CENTRE, tmp_path / "sheet.pdf", printed_on=TODAY)
    assert "助浴（擦浴）" in joined(tmp_path / "sheet.pdf") and "床上擦浴。" in joined(tmp_path / "sheet.pdf")


def test_the_sheet_of_what_is_closed_says_so(actor, order, tmp_path):
    one = order("王芳")
    steps.cancel(actor, one, "不需要了")
    render_service_sheet(on_paper.sheet(actor, one), CENTRE, tmp_path / "sheet.pdf", printed_on=TODAY)
    assert "服务单（已取消）" in joined(tmp_path / "sheet.pdf")


def test_the_item_of_the_menu_stands_on_the_day_list_and_on_the_sheet(actor, order, tmp_path):
    one = order("王芳", "shopping", item="物品代购", quantity="3")
    printed(on_paper.day_lists(actor, TODAY, "普建国"), tmp_path / "list.pdf")
    assert "助购（物品代购）3件" in joined(tmp_path / "list.pdf")
    render_service_sheet(on_paper.sheet(actor, one), CENTRE, tmp_path / "sheet.pdf", printed_on=TODAY)
    assert "助购（物品代购）3件" in joined(tmp_path / "sheet.pdf")
