"""A day of the kitchen: what is missing, several dishes and samples at once, licences of suppliers, pictures."""

import datetime as dt

import pytest

from desktop.core.answers import DueStage
from desktop.core.canteen_errors import NothingToCopy
from desktop.core.errors import InvalidDraft, NotAllowed
from desktop.core.food import FoodPart, LicenceKind, SheetOf
from desktop.core.reasons import Reason
from desktop.core.trade import NamedList
from desktop.services import undoing
from desktop.services.food import dishes, licences, pictures, planning, purchases, samples, sheets, todo
from desktop.services.food.dishes import DishDraft
from desktop.services.food.purchases import PurchaseDraft
from desktop.services.food.samples import SampleDraft
from desktop.services.food.sheets import SheetDraft
from desktop.services.named.resolving import resolver
from desktop.services.people.certificates import LicenceDraft
from desktop.services.writing import done
from desktop.services.writing.actor import Actor

TODAY = dt.date(2026, 10, 21)
CLERK = Actor(1, "马丽", "clerk", 1)


def bought(actor, name="五花肉", supplier="春城粮油"):
    return purchases.add(actor, PurchaseDraft(name, supplier, "2026-10-19", "10", "kg"))


def missing(day):
    return [(one.part, one.meal, tuple(dish.name for dish in one.dishes)) for one in todo.of_day(day)]


def test_a_day_asks_for_its_sheets_its_dishes_their_batches_and_a_sample_of_each(actor):
    every_sheet = [(part, "", ()) for part in (FoodPart.MORNING_CHECK, FoodPart.CLEANING, FoodPart.TEMPERATURE)]
    assert missing(TODAY) == [*every_sheet, (FoodPart.DISHES, "", ())]
    planning.plan(actor, TODAY, "lunch", "红烧肉、炒青菜")
    sheets.add(actor, SheetDraft(SheetOf.CLEANING, TODAY, "餐具"))
    assert missing(TODAY) == [
        (FoodPart.MORNING_CHECK, "", ()),
        (FoodPart.TEMPERATURE, "", ()),
        (FoodPart.BATCHES, "lunch", ("红烧肉",)),
        (FoodPart.BATCHES, "lunch", ("炒青菜",)),
        (FoodPart.SAMPLES, "lunch", ("红烧肉", "炒青菜")),
    ]
    pork, _green = dishes.menu(TODAY, TODAY)
    dishes.use(actor, pork.id, [bought(actor)])
    samples.add(actor, SampleDraft(pork.id, "11:00", "125"))
    assert missing(TODAY)[2:] == [(FoodPart.BATCHES, "lunch", ("炒青菜",)), (FoodPart.SAMPLES, "lunch", ("炒青菜",))]


def test_a_day_to_come_asks_for_its_dishes_alone(actor):
    tomorrow = TODAY + dt.timedelta(days=1)
    assert missing(tomorrow) == [(FoodPart.DISHES, "", ())]
    planning.plan(actor, tomorrow, "lunch", "红烧肉")
    assert missing(tomorrow) == []


def test_several_dishes_are_planned_as_they_were_served_last_or_none_is(actor):
    dishes.add(actor, DishDraft("2026-10-14", "lunch", "红烧肉", "12", allergens=["soybeans"]))
    planning.plan(actor, "2026-10-21", "lunch", "红烧肉，米饭 / 红烧肉")
    assert [(one.name, one.price_fen, one.allergens) for one in dishes.menu(TODAY, TODAY)] == [
        ("红烧肉", 1200, "soybeans"),
        ("米饭", None, ""),
    ]
    with pytest.raises(InvalidDraft) as refused:
        planning.plan(actor, "2026-10-21", "lunch", "汤、米饭")
    assert [(one.name, one.reason, one.hint) for one in refused.value.fields] == [
        ("names", Reason.ALREADY_RECORDED, "米饭")
    ]
    assert len(dishes.menu(TODAY, TODAY)) == 2
    with pytest.raises(InvalidDraft) as refused:
        planning.plan(actor, "2026-10-21", "lunch", " 、 ")
    assert [(one.name, one.reason) for one in refused.value.fields] == [("names", Reason.REQUIRED)]


def test_a_week_is_copied_whichever_of_its_days_is_named(actor):
    planning.plan(actor, "2026-10-14", "lunch", "红烧肉、米饭")
    assert planning.copy_week(actor, "2026-10-18", "2026-10-19") == 2
    assert [one.name for one in dishes.menu(TODAY, TODAY)] == ["红烧肉", "米饭"]
    with pytest.raises(NothingToCopy):
        planning.copy_week(actor, "2026-10-12", "2026-10-25")


def test_samples_of_a_meal_are_one_act_and_so_is_throwing_them_away(actor):
    ids = planning.plan(actor, "2026-10-18", "lunch", "红烧肉、炒青菜")
    samples.add_all(actor, ids, SampleDraft(None, "11:00", "130", "张师傅"))
    assert [(one.name, one.grams, one.taken_by) for one in samples.kept()] == [
        ("红烧肉", 130, "张师傅"),
        ("炒青菜", 130, "张师傅"),
    ]
    samples.throw_all(actor, [one.id for one in samples.kept()], "张师傅")
    assert samples.kept() == []
    undoing.take_back(actor, done.standing(actor)[0])
    assert len(samples.kept()) == 2
    [late] = planning.plan(actor, TODAY, "lunch", "汤")
    fresh = samples.add(actor, SampleDraft(late, "11:00", "130"))
    with pytest.raises(InvalidDraft):
        samples.throw_all(actor, [samples.kept()[0].id, fresh])
    assert len(samples.kept()) == 3, "all or none"


def test_a_licence_brings_its_supplier_into_the_list_and_is_told_before_it_ends(actor):
    licences.record(actor, "春城粮油", LicenceDraft(LicenceKind.FOOD, valid_to="2026-11-05"))
    assert resolver(NamedList.SUPPLIER).offered() == ["春城粮油"]
    found = licences.food_licence("春城粮油")
    assert found is not None
    assert [(one.supplier, one.stage) for one in licences.due()] == [("春城粮油", DueStage.WITHIN_30)]
    assert licences.proposal(found).valid_from == dt.date(2026, 11, 6)
    assert licences.proposal(None).kind == LicenceKind.FOOD
    licences.record(actor, "春城粮油", LicenceDraft(LicenceKind.FOOD, valid_to="2027-11-05"))
    assert licences.due() == []
    with pytest.raises(NotAllowed):
        licences.record(CLERK, "别家", LicenceDraft(LicenceKind.FOOD))


def test_the_picture_of_a_certificate_is_kept_under_a_name_that_says_nothing(actor, tmp_path):
    one, file = bought(actor), tmp_path / "合格证.png"
    file.write_bytes(b"\x89PNG\r\n\x1a\n1234")
    kept = pictures.keep(actor, one, file)
    assert pictures.read(one) == (kept, file.read_bytes())
    assert (kept.parent.name, len(kept.stem), purchases.batch(one).photo) == ("certificates", 64, kept.name)


def test_what_the_window_does_in_one_go_is_taken_back_in_one_go(actor, tmp_path):
    def back():
        undoing.take_back(actor, done.standing(actor)[0])

    one, file = bought(actor), tmp_path / "a.png"
    file.write_bytes(b"\x89PNG\r\n\x1a\n1234")
    pictures.keep(actor, one, file)
    back()
    assert purchases.batch(one).photo == ""
    purchases.end(actor, one)
    back()
    assert purchases.batch(one).ended_on is None
    licences.record(actor, "春城粮油", LicenceDraft(LicenceKind.FOOD, valid_to="2026-11-05"))
    back()
    assert (licences.food_licence("春城粮油"), resolver(NamedList.SUPPLIER).offered()) == (None, [])
    ids = planning.plan(actor, TODAY, "lunch", "红烧肉、米饭")
    dishes.use(actor, ids[0], [one])
    back()
    assert [row.batches for row in dishes.menu(TODAY, TODAY)] == [0, 0]
    back()
    assert dishes.menu(TODAY, TODAY) == []
    planning.plan(actor, "2026-10-14", "lunch", "红烧肉、米饭")
    planning.copy_week(actor, "2026-10-14", "2026-10-21")
    back()
    assert dishes.menu(TODAY, TODAY) == []
    sheets.add_all(actor, [SheetDraft(SheetOf.CLEANING, TODAY, about) for about in ("餐具", "地面")])
    back()
    assert sheets.lines(TODAY, TODAY) == []
