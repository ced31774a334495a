"""What the ten helps and their items are, from which day on: shipped, said anew, ended, taken back."""

import datetime as dt

import pytest

from desktop.core.answers import PriceState
from desktop.core.errors import InvalidDraft, NotAllowed
from desktop.core.words import terms
from desktop.models.help_service import HelpService
from desktop.services import undoing
from desktop.services.help_services import definitions, orders
from desktop.services.help_services.definitions import DefinitionDraft
from desktop.services.help_services.orders import ServiceDraft
from desktop.services.writing import done
from desktop.services.writing.actor import Actor

DAY = dt.date(2026, 10, 21)
MENU = {
    "定时问候": "companionship",
    "紧急呼叫": "emergency",
    "家政预约": "cleaning",
    "健康咨询": "medical",
    "物品代购": "shopping",
    "服务缴费": "shopping",
}


def text(kind, item="", day=DAY):
    found = definitions.in_force(day).get((kind, item))
    return found and found.text


def test_each_of_the_ten_and_each_item_of_the_menu_is_shipped_with_its_type_and_unit(actor):
    now = definitions.in_force(DAY)
    assert [kind for kind, item in now if not item] == list(terms.SERVICE_TYPES)
    assert {item: kind for kind, item in now if item in MENU} == MENU
    assert {item for kind, item in now if item} - set(MENU) == {"精神慰藉", "心理疏导", "临终关怀"}
    assert (now["cleaning", "家政预约"].unit, now["shopping", "物品代购"].unit) == ("hour", "piece")
    assert all(one.text and one.english for one in now.values())


def test_words_of_the_centre_hold_from_their_day_and_are_taken_back_with_the_act(actor):
    shipped = text("bathing")
    definitions.define(actor, DefinitionDraft("2026-10-15", "bathing", "", "hour", "上门洗浴，两人协助。"))
    assert text("bathing", day=dt.date(2026, 10, 14)) == shipped
    assert text("bathing") == "上门洗浴，两人协助。"
    assert definitions.unit_of("bathing", "", DAY) == "hour"
    undoing.take_back(actor, done.standing(actor)[0])
    assert text("bathing") == shipped


def test_an_item_of_the_centre_belongs_to_its_type_up_to_its_last_day(actor):
    definitions.define(actor, DefinitionDraft("2026-10-01", "cleaning", "擦玻璃", "piece", "", "2026-10-20"))
    assert definitions.items("cleaning", dt.date(2026, 10, 20)) == ("家政预约", "擦玻璃")
    assert definitions.items("cleaning", DAY) == ("家政预约",)


def test_a_shipped_item_is_ended_and_the_end_is_taken_back(actor):
    definitions.end(actor, "shopping", "服务缴费", "2026-10-20")
    assert definitions.items("shopping", dt.date(2026, 10, 20)) == ("物品代购", "服务缴费")
    assert definitions.items("shopping", DAY) == ("物品代购",)
    (over,) = [one for one in definitions.listed(DAY) if one.state == PriceState.OVER]
    definitions.void(actor, over.row.id, "还在做")
    assert definitions.items("shopping", DAY) == ("物品代购", "服务缴费")


def test_an_item_said_anew_is_ended_by_its_newest_words(actor):
    definitions.define(actor, DefinitionDraft("2026-10-01", "cleaning", "擦玻璃", "piece"))
    definitions.define(actor, DefinitionDraft("2026-10-15", "cleaning", "擦玻璃", "hour", "内外都擦。"))
    definitions.end(actor, "cleaning", "擦玻璃", "2026-10-20")
    assert definitions.items("cleaning", dt.date(2026, 10, 20)) == ("家政预约", "擦玻璃")
    assert definitions.items("cleaning", DAY) == ("家政预约",)
    assert definitions.unit_of("cleaning", "擦玻璃", dt.date(2026, 10, 14)) == "piece"


def test_a_type_has_no_end_and_an_end_is_not_before_its_begin(actor):
    definitions.define(actor, DefinitionDraft("2026-10-15", "cleaning", "擦玻璃", "piece"))
    for kind, item, last, wrong in (
        ("cleaning", "", "2026-10-20", ("item", "required")),
        ("cleaning", "没有的", "2026-10-20", ("item", "unknown_word")),
        ("cleaning", "擦玻璃", "2026-10-14", ("last_day", "ends_before_start")),
    ):
        with pytest.raises(InvalidDraft) as refused:
            definitions.end(actor, kind, item, last)
        assert [(one.name, one.reason) for one in refused.value.fields] == [wrong]


def test_said_twice_of_one_day_the_last_word_stands_alone(actor):
    first = definitions.define(actor, DefinitionDraft("2026-10-15", "learning", "", "time", "老年大学。"))
    again = definitions.define(actor, DefinitionDraft("2026-10-15", "learning", "", "time", "老年大学、手机课。"))
    same = definitions.define(actor, DefinitionDraft("2026-10-15", "learning", "", "time", "老年大学、手机课。"))
    assert (same, text("learning")) == (again, "老年大学、手机课。") and first != again


@pytest.mark.parametrize("role", ["clerk", "visitor", "auditor"])
def test_only_the_director_says_what_a_service_is(actor, role):
    other = Actor(actor.staff_id, "李会计", role)
    with pytest.raises(NotAllowed):
        definitions.define(other, DefinitionDraft("2026-10-15", "bathing"))
    with pytest.raises(NotAllowed):
        definitions.end(other, "shopping", "服务缴费", "2026-10-20")


def test_a_service_names_an_item_of_its_type_that_is_offered_on_its_day(person, actor):
    wang = person("王芳")
    made = orders.save(
        actor,
        ServiceDraft(resident_id=wang, type="shopping", item="物品代购", quantity="3", service_on="2026-10-08"),
    )
    (row,) = orders.rows([made])
    assert (row.item, row.quantity) == ("物品代购", 3)
    with pytest.raises(InvalidDraft) as refused:
        orders.save(actor, ServiceDraft(resident_id=wang, type="bathing", item="物品代购", service_on="2026-10-08"))
    assert [(one.name, one.reason) for one in refused.value.fields] == [("item", "unknown_word")]


def test_what_a_service_is_stays_when_its_item_is_offered_no_more(person, actor):
    made = orders.save(
        actor, ServiceDraft(resident_id=person(), type="shopping", item="物品代购", service_on="2026-10-08")
    )
    definitions.end(actor, "shopping", "物品代购", "2026-09-30")
    draft = orders.draft_of(made)
    draft.remark = "票据已交"
    orders.save(actor, draft)
    row = HelpService.get_by_id(made)
    assert (row.item, row.quantity, row.remark) == ("物品代购", 1, "票据已交")
