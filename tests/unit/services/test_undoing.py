"""The last act taken back: whatever it was, whole, and never over somebody else's work."""

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.core.acts import Action
from desktop.core.errors import ChangedMeanwhile, InUse, NotAllowed, NotUndoable, Overlap
from desktop.core.month_errors import MonthClosed
from desktop.core.period import Month
from desktop.core.words.messages import sentence
from desktop.models import query
from desktop.models.tables import RECORDS
from desktop.services import undoing
from desktop.services.beds import in_service, places, stays
from desktop.services.beds.places import BedDraft
from desktop.services.beds.stays import StayDraft
from desktop.services.canteen import meals, scanning
from desktop.services.canteen.meals import MealDraft
from desktop.services.centre import accounts
from desktop.services.figures import beds as bed_figures
from desktop.services.figures import visits as visit_figures
from desktop.services.help_services import orders, steps
from desktop.services.help_services.orders import ServiceDraft
from desktop.services.register import listing
from desktop.services.register.listing import ResidentQuery
from desktop.services.residents import forms, merging, photos, states
from desktop.services.residents.drafts import ContactDraft, FlagDraft
from desktop.services.visits import edits, recording, risks
from desktop.services.visits.recording import VisitDraft
from desktop.services.visits.risks import RiskDraft
from desktop.services.writing import done, months, verifying
from tests.unit.services.visits.test_roster_rules import forgotten

OCTOBER = Month(2026, 10)
TODAY = dt.date(2026, 10, 21)


def living():
    """Every living row of every table, without what names its last write."""
    passed = {"changed_at", "station", "counter", "epoch", "created_at", "created_station"}
    found = {}
    for table, model in RECORDS.items():
        columns = [field.column_name for field in model._meta.sorted_fields if field.column_name not in passed]
        found[table] = query.fetch(f"SELECT {', '.join(columns)} FROM living_{table} ORDER BY id")
    return found


def undo(actor):
    undoing.take_back(actor, done.standing(actor)[0])


def visit(one, **more):
    return VisitDraft(resident_id=one, visited_on="2026-10-20", method="home", outcome="reached", **more)


@pytest.fixture
def scene(actor, person, canteen_prices):
    """A resident with a family, a bed with a stay, and somebody to do something with."""
    one, two = person("王芳", flags=["living_alone"]), person("李强", flags=["empty_nest"])
    bed = places.save(actor, BedDraft(room="301", number="1"))
    other = places.save(actor, BedDraft(room="301", number="2"))
    stay = stays.admit(actor, StayDraft(two, bed, "2026-10-05"))
    seen = recording.save(actor, visit(two))
    order = orders.save(
        actor, ServiceDraft(resident_id=two, type="cleaning", state="requested", service_on="2026-10-20")
    )
    risk = risks.save(actor, RiskDraft(two, "2026-10-10", "地面湿滑", "elevated"))
    return {"one": one, "two": two, "bed": other, "stay": stay, "visit": seen, "order": order, "risk": risk}


def _edit(actor, at):
    draft = forms.draft_of(at["one"])
    draft.phone, draft.room, draft.flags = "13888886666", "502", [FlagDraft("disabled", "2026-10-01")]
    draft.contacts = [ContactDraft("王明", "儿子", "13800001111")]
    forms.save(actor, draft)


def _close_bed(actor, at):
    draft = places.draft_of(at["bed"])
    draft.out_of_service = True
    places.save(actor, draft)


ACTS = {
    "edit": _edit,
    "die": lambda actor, at: states.apply(actor, at["two"], "deceased", dt.date(2026, 10, 21), "家属来电"),
    "visit": lambda actor, at: recording.save(actor, visit(at["one"], needs=("bathing",))),
    "correct visit": lambda actor, at: edits.supersede(actor, at["visit"], visit(at["two"], remark="补"), "录错"),
    "void visit": lambda actor, at: recording.void(actor, at["visit"], "录错"),
    "service": lambda actor, at: orders.save(
        actor, ServiceDraft(resident_id=at["one"], type="bathing", service_on=TODAY)
    ),
    "dispatch": lambda actor, at: steps.dispatch(actor, at["order"], "普建国"),
    "cancel": lambda actor, at: steps.cancel(actor, at["order"], "不需要了"),
    "meal": lambda actor, at: scanning.record(actor, at["one"], "lunch", "dine_in", dt.datetime(2026, 10, 21, 11, 40)),
    "late meal": lambda actor, at: meals.save(
        actor, MealDraft(resident_id=at["one"], eaten_on="2026-10-20", meal="lunch", mode="dine_in")
    ),
    "admit": lambda actor, at: stays.admit(actor, StayDraft(at["one"], at["bed"], "2026-10-15")),
    "discharge": lambda actor, at: stays.discharge(actor, at["stay"], "2026-10-20", "回家"),
    "leave": lambda actor, at: stays.add_leave(actor, at["stay"], "2026-10-12", "2026-10-14", "住院"),
    "new bed": lambda actor, at: places.save(actor, BedDraft(room="302", number="1")),
    "close bed": _close_bed,
    "close risk": lambda actor, at: risks.close(actor, at["risk"], "已铺防滑垫", "2026-10-20"),
    "new risk": lambda actor, at: risks.save(actor, RiskDraft(at["one"], "2026-10-20", "独自用火", "urgent")),
}


@pytest.mark.parametrize("act", ACTS)
def test_every_act_is_taken_back_whole(actor, scene, act):
    before = living()
    ACTS[act](actor, scene)
    assert living() != before
    undo(actor)
    assert living() == before
    verifying.require_whole(verifying.verify())


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(chosen=st.lists(st.sampled_from(sorted(ACTS)), min_size=1, max_size=6, unique=True))
def test_any_acts_are_taken_back_one_by_one_to_where_they_began(actor, scene, chosen):
    with forgotten():
        before, figures = living(), (visit_figures(OCTOBER), bed_figures(OCTOBER))
        stood = done.standing(actor)
        for act in chosen:
            try:
                ACTS[act](actor, scene)
            except Exception:  # noqa: BLE001 - who died is not visited any more, and so on: then there is no act.
                continue
        while done.standing(actor) != stood:
            undo(actor)
        assert living() == before
        assert (visit_figures(OCTOBER), bed_figures(OCTOBER)) == figures


def test_a_new_resident_taken_back_is_found_no_more(actor, person):
    one = person("欧阳雪梅")
    undo(actor)
    assert listing.find_ids(ResidentQuery(text="欧阳")) == []
    assert query.text("SELECT void_reason FROM resident WHERE id = ?", [one]) == "taken back"


def test_an_edited_name_is_found_by_what_it_was(actor, person):
    one = person("王芳")
    draft = forms.draft_of(one)
    draft.name = "欧阳芳"
    forms.save(actor, draft)
    undo(actor)
    assert listing.find_ids(ResidentQuery(text="wf")) == [one]
    assert listing.find_ids(ResidentQuery(text="oyf")) == []


def test_a_merge_is_taken_back_by_its_own_way(actor, person):
    one, two = person("王芳"), person("王方")
    before = living()
    merging.merge(actor, one, two, {})
    undo(actor)
    after = living()
    assert after.pop("resident_merge") and before.pop("resident_merge") == []
    assert after == before


def test_what_somebody_else_wrote_since_is_not_undone_unseen(actor, clerk, person):
    one = person("王芳")
    draft = forms.draft_of(one)
    draft.phone = "13888886666"
    forms.save(actor, draft)
    other = forms.draft_of(one)
    other.phone = "13999996666"
    forms.save(clerk, other)
    with pytest.raises(ChangedMeanwhile):
        undo(actor)
    assert forms.draft_of(one).phone == "13999996666"


def test_what_somebody_else_wrote_beside_it_stays(actor, clerk, person):
    one = person("王芳")
    draft = forms.draft_of(one)
    draft.phone = "13888886666"
    forms.save(actor, draft)
    other = forms.draft_of(one)
    other.room = "502"
    forms.save(clerk, other)
    undo(actor)
    kept = forms.draft_of(one)
    assert (kept.phone, kept.room) == ("", "502")


def test_a_new_record_that_somebody_has_completed_since_stays(actor, clerk, person):
    one = person("王芳")
    other = forms.draft_of(one)
    other.room = "502"
    forms.save(clerk, other)
    with pytest.raises(ChangedMeanwhile):
        undo(actor)
    assert forms.draft_of(one).room == "502"


def test_a_record_that_is_used_by_now_stays(actor, clerk, person):
    one = person("王芳")
    recording.save(clerk, visit(one))
    with pytest.raises(InUse) as refused:
        undo(actor)
    assert (refused.value.kind, refused.value.what) == ("resident", "visit")
    assert listing.find_ids(ResidentQuery(text="王芳")) == [one]


def test_an_act_of_a_month_closed_since_stays(actor, person):
    one = person("王芳")
    recording.save(actor, VisitDraft(resident_id=one, visited_on="2026-09-20", method="home", outcome="reached"))
    act = done.standing(actor)[0]
    months.close(actor, Month(2026, 9), "{}")
    with pytest.raises(MonthClosed):
        undoing.take_back(actor, act)


def test_the_act_of_another_person_is_not_mine_to_take_back(actor, clerk, person):
    person("王芳")
    assert done.standing(clerk) == []
    with pytest.raises(NotAllowed):
        undoing.take_back(clerk, done.standing(actor)[0])


def test_what_left_the_house_stays(actor):
    act = done.Done(Action.EXPORT, actor, "", "", 1, 1, 1)
    with pytest.raises(NotUndoable):
        undoing.take_back(actor, act)


def test_an_act_that_was_taken_back_is_not_offered_again(actor, person):
    person("王芳")
    count = len(done.standing(actor))
    undo(actor)
    assert len(done.standing(actor)) == count - 1


def test_it_is_told_what_and_whose(actor, scene):
    ACTS["close risk"](actor, scene)
    assert undoing.about(done.standing(actor)[0]) == ("risk", "change", "李强")
    ACTS["new bed"](actor, scene)
    assert undoing.about(done.standing(actor)[0]) == ("bed", "add", "")


def test_signing_in_begins_anew(actor, person):
    person("王芳")
    done.begin()
    assert done.standing(actor) == []


def test_a_return_to_the_register_stays_under_a_later_meal(actor, person, canteen_prices):
    one = person("王芳")
    states.apply(actor, one, "moved_out", dt.date(2026, 10, 5), "搬走")
    states.apply(actor, one, "on_register", dt.date(2026, 10, 10), "搬回")
    act = done.standing(actor)[0]
    meals.save(actor, MealDraft(one, "2026-10-15"))
    with pytest.raises(InUse) as refused:
        undoing.take_back(actor, act)
    assert (refused.value.kind, refused.value.what) == ("register_event", "meal")
    assert states.later_rows(one) == []


def test_a_bed_that_was_opened_again_stays_open_under_its_stay(actor, person):
    bed = places.save(actor, BedDraft(room="101", number="1"))
    in_service.close(actor, bed, "2026-10-01")
    in_service.take_back_close(actor, bed, "撤错")
    act = done.standing(actor)[0]
    stays.admit(actor, StayDraft(person("王芳"), bed, "2026-10-12"))
    with pytest.raises(InUse) as refused:
        undoing.take_back(actor, act)
    assert (refused.value.kind, refused.value.what) == ("bed", "stay")


def test_a_discharge_stays_when_the_bed_has_somebody_else_by_now(actor, person):
    bed = places.save(actor, BedDraft(room="101", number="1"))
    stay = stays.admit(actor, StayDraft(person("王芳"), bed, "2026-09-01"))
    stays.discharge(actor, stay, "2026-10-10", "回家")
    act = done.standing(actor)[0]
    stays.admit(actor, StayDraft(person("李明"), bed, "2026-10-12"))
    with pytest.raises(Overlap):
        undoing.take_back(actor, act)


@pytest.mark.parametrize("action", sorted(undoing.FINAL))
def test_what_no_key_takes_back_is_named_with_what_to_do_instead(action):
    words = sentence(NotUndoable(action))
    assert "this act" not in words and "it left nothing" not in words


def test_the_sentence_of_a_close_names_it():
    words = "No key takes back “month close”: a closed month stands as it was closed."
    assert sentence(NotUndoable(Action.CLOSE_MONTH)).startswith(words)


def test_a_role_is_not_taken_back_by_a_key_so_that_a_director_is_left(actor):
    accounts.set_password(actor, actor.name, "一二三四五六七八")
    accounts.add_account(actor, "副主任", "clerk", "一二三四五六七八")
    accounts.set_role(actor, "副主任", "director")
    with pytest.raises(NotUndoable):
        undo(actor)
    assert ("副主任", "director", True) in accounts.accounts()


def test_a_removed_photograph_is_not_called_back_without_its_file(actor, person):
    one = person("王芳")
    photos.store(actor, one, b"\xff\xd8\xff" + bytes(64))
    photos.remove(actor, one)
    with pytest.raises(NotUndoable):
        undo(actor)
    assert query.text("SELECT photo FROM resident WHERE id = ?", [one]) == ""
