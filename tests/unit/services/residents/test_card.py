"""Everything about one person: the card, the timeline, the change history."""

import datetime as dt

import pytest

from desktop.core import i18n
from desktop.core.errors import NotFound
from desktop.services.beds import places as beds
from desktop.services.beds import stays
from desktop.services.beds.places import BedDraft
from desktop.services.beds.stays import StayDraft
from desktop.services.canteen import meals as canteen
from desktop.services.canteen.meals import MealDraft
from desktop.services.help_services import agreements, packages
from desktop.services.help_services import orders as help_services
from desktop.services.help_services.orders import ServiceDraft
from desktop.services.help_services.packages import PackageDraft
from desktop.services.register import printed_codes
from desktop.services.residents import forms as resident_forms
from desktop.services.residents import merging, states
from desktop.services.residents.card import MonthCounts, card
from desktop.services.residents.drafts import ContactDraft
from desktop.services.residents.history import history
from desktop.services.residents.timeline import timeline
from desktop.services.standing import arrangements
from desktop.services.standing.arrangements import ArrangementDraft, ServiceArrangementDraft
from desktop.services.visits import recording as visits
from desktop.services.visits import risks
from desktop.services.visits.recording import VisitDraft
from desktop.services.visits.risks import RiskDraft


@pytest.fixture
def wang(person, actor, canteen_prices):
    one = person(
        "王芳",
        flags=[("living_alone", "2026-03-01", ""), ("disabled", "2025-01-01", "2025-12-31")],
        grade="mild",
        phone="13888880001",
        chronic="高血压",
        contacts=[ContactDraft("王强", "儿子", "13900000000")],
        registered_on="2026-02-01",
    )
    for day in ("2026-09-30", "2026-10-05", "2026-10-06"):
        canteen.save(actor, MealDraft(one, day))
    canteen.save(actor, MealDraft(one, "2026-10-06", meal="dinner", mode="delivered"))
    visits.save(actor, VisitDraft(resident_id=one, visited_on="2026-10-08", visitors="何云，马丽", remark="一切都好"))
    visits.save(actor, VisitDraft(resident_id=one, visited_on="2026-10-07", outcome="not_reached", method="phone"))
    help_services.save(actor, ServiceDraft(resident_id=one, type="bathing", service_on="2026-10-10", worker="李工"))
    help_services.save(
        actor, ServiceDraft(resident_id=one, type="mobility", state="requested", service_on="2026-10-30")
    )
    risks.save(actor, RiskDraft(one, "2026-10-09", "燃气管老化"))
    bed = beds.save(actor, BedDraft(building="1号楼", room="101", number="1"))
    stays.admit(actor, StayDraft(one, bed, "2026-09-01"))
    return one


def test_the_card_says_what_is_used_of_the_packages_of_today(wang, actor):
    for hours, kind, first, last in (
        ("2.5", "bathing", "2026-10-01", ""),
        ("8", "", "2026-10-01", "2026-12-31"),
        ("9", "cleaning", "2026-10-01", "2026-10-02"),
    ):
        packages.grant(actor, PackageDraft(wang, kind, hours, "government", first, last))
    times = {"started": "09:00", "ended": "10:30", "payer": "government"}
    for day in ("2026-10-03", "2026-10-04"):
        help_services.save(
            actor, ServiceDraft(resident_id=wang, type="bathing", service_on=day, worker="李工", **times)
        )
    found = card(wang).packages
    assert [(one.package.type, one.package.minutes, one.used, one.left) for one in found] == [
        ("", 480, 0, 480),
        ("bathing", 150, 180, -30),
    ]


def test_the_card_says_what_stands_week_after_week(wang, person, actor):
    def agree(who, weekdays, last=""):
        draft = ServiceArrangementDraft(who, "bathing", started="09:00", weekdays=weekdays, valid_from="2026-09-01")
        draft.valid_to = last
        return agreements.agree(actor, draft)

    agree(wang, ["1"], "2026-10-20")
    stands = agree(wang, ["2"], "2026-10-21")
    agree(person("李明"), ["3"])
    brought = arrangements.arrange(actor, ArrangementDraft(wang, valid_from="2026-10-01"))
    assert sorted(one.id for one in card(wang).standing) == [stands, brought], "what ended yesterday stands no more"


def test_the_card_has_all_of_one_person(wang):
    found = card(wang)
    assert (found.row.name, found.native_area, found.orders) == ("王芳", "", 1)
    facts = {fact.name: fact.words for fact in found.facts}
    assert (facts["phone"], facts["chronic"]) == ("13888880001", "高血压")
    assert "allergies" not in facts
    assert [(one.name, one.relation) for one in found.contacts] == [("王强", "儿子")]
    assert [(flag.kind, flag.holds) for flag in found.flags] == [("living_alone", True), ("disabled", False)]
    assert [grade.grade for grade in found.grades] == ["mild"]
    assert [(state.state, str(state.on)) for state in found.states] == [("on_register", "2026-02-01")]
    assert found.stay is not None
    assert (found.stay.bed, found.stay.on_leave) == ("1号楼 101-1", False)
    assert [risk.what for risk in found.risks] == ["燃气管老化"]
    month = found.month
    assert month == MonthCounts(month.month, visits=1, attempts=1, services=1, meals=3)
    assert [code.replaced_at for code in found.codes] == [""]
    assert (found.later, found.similar, found.merged_into) == ((), (), None)


def test_the_timeline_tells_what_happened_newest_first(wang):
    i18n.install("zh_CN")
    told = [(str(entry.day), entry.kind, entry.words) for entry in timeline(wang)]
    assert told[1:7] == [
        ("2026-10-21", "printed_code", told[1][2]),
        ("2026-10-10", "help_service", ("助浴", "已服务", "李工")),
        ("2026-10-09", "risk", ("一般", "燃气管老化")),
        ("2026-10-08", "visit", ("上门", "见到本人", "一切都好", "何云、马丽")),
        ("2026-10-07", "visit", ("电话", "未接通/不在家")),
        ("2026-10-06", "meal", ("午 2", "晚 1")),
    ]
    assert told[-3:] == [
        ("2025-12-31", "flag_end", ("失能",)),
        ("2025-01-01", "flag", ("失能",)),
        ("None", "grade", ("轻度失能",)),
    ]


def test_the_timeline_is_read_in_pages_and_meals_by_day(wang):
    whole = timeline(wang, limit=100)
    pages, mark = [], None
    while page := timeline(wang, limit=3, before=mark):
        pages += page
        mark = page[-1].mark
    assert pages == whole
    days = [str(entry.day) for entry in timeline(wang, meals_by="day") if entry.kind == "meal"]
    assert days == ["2026-10-06", "2026-10-05", "2026-09-30"]


def test_the_history_tells_who_changed_which_field_and_why(wang, clerk):
    draft = resident_forms.draft_of(wang)
    draft.phone, draft.living = "13888880002", "alone"
    resident_forms.save(clerk, draft)
    states.reveal_id(clerk, wang)
    states.apply(clerk, wang, "moved_out", dt.date(2026, 10, 20), "随子女")
    lines = history(wang)
    assert (lines[0].who, lines[0].reason, lines[0].what, lines[0].done) == (
        "前台乙",
        "随子女",
        "Resident",
        "changed",
    )
    assert [(field.label, field.before, field.after) for field in lines[0].fields] == [
        ("Register state", "on register", "moved out"),
        ("State since", "2026-02-01", "2026-10-20"),
    ]
    assert lines[2].done == "looked at the whole ID number"
    assert [(field.label, field.before, field.after) for field in lines[3].fields] == [
        ("Lives", "", "alone"),
        ("Phone", "13888880001", "13888880002"),
    ]
    assert history(wang, limit=2, before=lines[1].id) == lines[2:4]
    numbers = [field.after for line in lines for field in line.fields if field.name == "id_number"]
    assert numbers
    assert all("********" in number for number in numbers)


def test_a_twin_is_named_and_a_merged_record_says_where_it_went(wang, person, actor):
    twin = person("王芳")
    assert [one.resident_id for one in card(wang).similar] == [twin]
    merging.merge(actor, wang, twin, {})
    assert card(twin).merged_into == wang
    assert len(card(wang).codes) == 2


def test_a_lost_card_stays_on_the_card_as_an_alias(wang, actor):
    printed_codes.replace(actor, printed_codes.CodeKind.RESIDENT, wang, "卡丢了")
    assert [bool(code.replaced_at) for code in card(wang).codes] == [False, True]
    assert "code_replaced" in [entry.kind for entry in timeline(wang)]


def test_nobody_has_no_card(actor):
    with pytest.raises(NotFound):
        card(77)
