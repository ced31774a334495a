"""Orders on paper: whose list they stand on and in which order, codes for ever, who printed, what is still out."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop.core.codes import Code, CodeKind
from desktop.core.errors import BadCode, InvalidDraft, NotAllowed, NotFound, NothingToDo, OtherCode, UnknownCode
from desktop.core.person.identity import masked
from desktop.core.trade import NamedList
from desktop.models import query
from desktop.services import undoing
from desktop.services.help_services import definitions, on_paper, orders, steps
from desktop.services.help_services.orders import ServiceDraft
from desktop.services.help_services.steps import DoneDraft
from desktop.services.named import aliases, entries
from desktop.services.register import printed_codes
from desktop.services.writing import done
from desktop.services.writing.actor import Actor
from tests.conftest import id_number

TODAY = dt.date(2026, 10, 21)


@pytest.fixture
def order(actor, person):
    """An order for somebody new at a door."""

    def make(name, kind="bathing", worker="普建国", day=TODAY, building="1栋", room="101", **said):
        state = "dispatched" if worker else "requested"
        one = person(name, community="莲花社区", building=building, room=room, **said.pop("about", {}))
        return orders.save(
            actor, ServiceDraft(resident_id=one, type=kind, state=state, service_on=day, worker=worker, **said)
        )

    return make


def names(one):
    return [row.name for row in one.rows]


def test_a_list_for_each_worker_door_by_door_urgent_help_first_the_centre_last(order):
    for name, building, room in (("王芳", "10栋", "102"), ("李强", "2栋", "1001"), ("赵敏", "2栋", "201")):
        order(name, building=building, room=room)
    order("张伟", place="centre", building="1栋"), order("普艳", kind="emergency", building="30栋")
    order("周杰", worker="李秀英"), order("吴刚", worker=""), order("郑爽", day=dt.date(2026, 10, 22))
    found = on_paper.waiting(TODAY)
    assert [one.visitor for one in found] == ["普建国", "李秀英", ""]
    assert names(found[0]) == ["普艳", "赵敏", "李强", "王芳", "张伟"]
    assert [row.position for row in found[0].rows] == [1, 2, 3, 4, 5]
    assert [names(one) for one in on_paper.waiting(TODAY, "普建国")] == [names(found[0])]
    assert [names(one) for one in on_paper.waiting(TODAY, "")] == [["吴刚"]]
    assert on_paper.waiting(TODAY, "没有这个人") == []


def test_two_who_go_together_have_it_on_both_lists_under_one_code(actor, order):
    order("王芳", worker="普建国、李秀英")
    first, second = on_paper.day_lists(actor, TODAY)
    assert (first.visitor, second.visitor) == ("普建国", "李秀英")
    assert first.rows[0].code == second.rows[0].code


def test_another_text_for_a_worker_is_the_same_list(actor, order):
    known = entries.add(actor, NamedList.PERSON, "普建国")
    aliases.answer(actor, NamedList.PERSON, "小普", known)
    order("王芳", worker="小普"), order("李强", building="2栋")
    assert [(one.visitor, names(one)) for one in on_paper.waiting(TODAY, "小普")] == [("普建国", ["王芳", "李强"])]


def test_a_code_once_printed_is_the_orders_own_for_ever(actor, order):
    one = order("王芳")
    [first] = on_paper.day_lists(actor, TODAY)
    [again] = on_paper.day_lists(actor, TODAY, "普建国")
    code = first.rows[0].code
    assert Code.parse(code).kind is CodeKind.SERVICE_ORDER
    assert again.rows[0].code == on_paper.sheet(actor, one).code == code
    newer = printed_codes.replace(actor, CodeKind.SERVICE_ORDER, one, "纸弄丢了")
    assert on_paper.find(code).id == on_paper.find(newer).id == one
    assert on_paper.sheet(actor, one).code == newer != code
    steps.finish(actor, one)
    assert on_paper.find(code).order.state == "done"


def test_that_it_was_printed_stays_in_the_log_and_is_no_act_to_take_back(actor, clerk, order):
    one = order("王芳")
    before = done.standing(clerk)
    on_paper.day_lists(clerk, TODAY)
    on_paper.sheet(clerk, one)
    log = query.fetch(
        "SELECT staff_name, table_name, row_id, reason FROM change_log WHERE action = 'print' ORDER BY id", []
    )
    assert [tuple(row) for row in log] == [("前台乙", "help_service", one, "")] * 2
    assert done.standing(clerk) == before


def test_an_auditor_prints_nothing_and_nothing_is_printed_of_an_empty_day(actor, order):
    one = order("王芳")
    auditor = Actor(None, "审核甲", "auditor", actor.station)
    for call in (lambda: on_paper.day_lists(auditor, TODAY), lambda: on_paper.sheet(auditor, one)):
        with pytest.raises(NotAllowed):
            call()
    with pytest.raises(NothingToDo):
        on_paper.day_lists(actor, dt.date(2026, 10, 25))
    assert printed_codes.code_of(CodeKind.SERVICE_ORDER, one) == ""


def test_what_is_still_out_of_a_day_is_what_was_printed_and_is_open(actor, order):
    first, second, _open, late = (
        order(name, building=f"{at}栋", started="09:00") for at, name in enumerate(("甲一", "乙二", "丙三", "丁四"))
    )
    order("戊五", worker="李秀英", building="0栋")
    on_paper.day_lists(actor, TODAY)
    order("未打印")
    steps.finish(actor, first), steps.cancel(actor, second, "没人在家")
    steps.finish(actor, late, DoneDraft("2026-10-20"))
    found = on_paper.printed(TODAY)
    told = [("丙三", True), ("戊五", True), ("甲一", False), ("乙二", False), ("丁四", False)]
    assert [(row.name, row.out) for row in found] == told, "who is out first, then by worker, then door by door"
    assert [row.position for row in found] == [1, 2, 3, 4, 5]
    assert {row.planned_on for row in found} == {TODAY}
    assert on_paper.printed(dt.date(2026, 10, 20)) == [], "done on another day, it is of the list on which it stood"
    undoing.take_back(actor, done.standing(actor)[0])
    assert {row.name for row in on_paper.printed(TODAY) if row.out} == {"丙三", "丁四", "戊五"}


def test_what_is_still_out_of_earlier_days_is_counted_by_day(actor, order):
    days = {"甲一": 19, "乙二": 19, "丙三": 20, "丁四": 21}
    made = {name: order(name, day=dt.date(2026, 10, day), building=f"{name[0]}栋") for name, day in days.items()}
    for day in set(days.values()):
        on_paper.day_lists(actor, dt.date(2026, 10, day))
    order("未打印", day=dt.date(2026, 10, 18))
    printed_codes.replace(actor, CodeKind.SERVICE_ORDER, made["乙二"], "纸弄丢了")
    assert on_paper.out_before(TODAY) == {dt.date(2026, 10, 19): 2, dt.date(2026, 10, 20): 1}
    steps.finish(actor, made["丙三"]), steps.cancel(actor, made["甲一"], "不需要了")
    assert on_paper.out_before(TODAY) == {dt.date(2026, 10, 19): 1}


def test_what_may_not_be_eaten_is_on_paper_of_a_meal_alone(actor, order):
    about = {"allergies": "花生", "diet": "低盐"}
    order("王芳", kind="meals", about=about), order("李强", kind="cleaning", about=about, building="2栋")
    [one] = on_paper.day_lists(actor, TODAY)
    assert [(row.name, row.minds) for row in one.rows] == [("王芳", "花生、低盐"), ("李强", "")]


def test_a_row_says_whose_door_it_is_with_the_number_masked(actor, order):
    number = id_number("1944-03-05", "female", 77)
    one = order("王芳", kind="meals", about={"id_number": number, "phone": "13900000001", "allergies": "花生"})
    row = on_paper.sheet(actor, one)
    assert (row.position, row.name, row.sex, row.age, row.phone) == (1, "王芳", "female", 82, "13900000001")
    assert (row.community, row.place, row.id_number) == ("莲花社区", "1栋 101", masked(number))
    assert row.minds == "花生", "nothing is said of the diet"
    to_verify = {"id_number": "", "accept_to_verify": True}
    assert on_paper.sheet(actor, order("李强", about=to_verify)).id_number == ""


def test_any_other_code_is_called_what_it_is(actor, person, order):
    who = person("孙丽")
    with pytest.raises(OtherCode) as caught:
        on_paper.find(printed_codes.code_of(CodeKind.RESIDENT, who))
    assert (caught.value.kind, caught.value.of) == (CodeKind.RESIDENT, "孙丽")
    with pytest.raises(BadCode):
        on_paper.find("12345")
    with pytest.raises(UnknownCode):
        on_paper.find(Code(CodeKind.SERVICE_ORDER, "530114", 4711).digits)
    one = order("王芳")
    code = on_paper.sheet(actor, one).code
    orders.void(actor, one, "误录")
    with pytest.raises(NotFound):
        on_paper.find(code)


def test_a_score_on_the_paper_is_said_along_with_the_service(actor, order):
    one = order("王芳", started="09:00", ended="10:00")
    steps.finish(actor, one, DoneDraft(satisfaction="4"))
    [row] = orders.rows([one])
    assert (row.state, row.satisfaction, row.rated_at, row.rated_how, row.rated_by) == (
        "rated",
        4,
        "2026-10-21",
        "",
        "",
    )
    assert (row.started, row.ended, row.minutes, row.closed_by) == ("09:00", "10:00", 60, "主任甲")
    undoing.take_back(actor, done.standing(actor)[0])
    assert [(row.state, row.satisfaction) for row in orders.rows([one])] == [("dispatched", None)]
    with pytest.raises(InvalidDraft):
        steps.finish(actor, one, DoneDraft(satisfaction="6"))


def test_the_paper_says_what_its_item_is_and_what_the_type_is_where_it_has_none(actor, order):
    known = definitions.in_force(TODAY)
    item, kind = known["shopping", "物品代购"].text, known["shopping", ""].text
    assert item != kind
    assert on_paper.sheet(actor, order("王芳", kind="shopping", item="物品代购")).defined == item
    assert on_paper.sheet(actor, order("李强", kind="shopping")).defined == kind
