"""Two forms of one record, open at the same time: nothing that either typed is lost unseen."""

import datetime as dt

import pytest

from desktop.core.acts import Action
from desktop.core.errors import InvalidDraft, NotFound
from desktop.core.reasons import Reason
from desktop.models import query
from desktop.models.help_service import HelpService
from desktop.services.beds import places
from desktop.services.beds.places import BedDraft
from desktop.services.help_services import orders, steps
from desktop.services.help_services.orders import ServiceDraft
from desktop.services.residents import forms, states
from desktop.services.residents.drafts import ContactDraft, FlagDraft
from desktop.services.writing.journal import writing


def test_each_keeps_the_field_that_the_other_did_not_touch(person, actor, clerk):
    one = person()
    first, second = forms.draft_of(one), forms.draft_of(one)
    first.phone, second.building = "13888886666", "3栋"
    forms.save(actor, first)
    forms.save(clerk, second)
    kept = forms.draft_of(one)
    assert (kept.phone, kept.building) == ("13888886666", "3栋")


def test_contacts_and_flags_of_the_other_stay(person, actor, clerk):
    one = person()
    first, second = forms.draft_of(one), forms.draft_of(one)
    first.contacts = [ContactDraft("李明", "儿子", "13800001111")]
    first.flags = [FlagDraft("minimum_living", "2026-10-01")]
    forms.save(actor, first)
    second.remarks = "耳背"
    forms.save(clerk, second)
    kept = forms.draft_of(one)
    assert [contact.name for contact in kept.contacts] == ["李明"]
    assert [flag.kind for flag in kept.flags] == ["minimum_living"]
    assert query.count("SELECT count(*) FROM contact WHERE voided_at IS NOT NULL") == 0


def test_a_state_changed_meanwhile_is_not_put_back(person, actor, clerk):
    one = person()
    form = forms.draft_of(one)
    states.apply(actor, one, "deceased", dt.date(2026, 10, 20), "家属来电")
    form.remarks = "电话已停机"
    forms.save(clerk, form)
    assert forms.draft_of(one).state == "deceased"


def test_one_field_changed_by_both_is_refused_once_with_what_it_holds_now(person, actor, clerk):
    one = person()
    first, second = forms.draft_of(one), forms.draft_of(one)
    first.community, second.community, second.room = "春晓社区", "吴家营社区", "502"
    forms.save(actor, first)
    with pytest.raises(InvalidDraft) as refused:
        forms.save(clerk, second)
    assert [(error.name, error.reason, error.hint) for error in refused.value.fields] == [
        ("community", Reason.CHANGED_MEANWHILE, "春晓社区")
    ]
    assert forms.draft_of(one).room == ""
    forms.save(clerk, second)
    kept = forms.draft_of(one)
    assert (kept.community, kept.room) == ("吴家营社区", "502")


def test_the_same_words_typed_by_both_are_no_clash(person, actor, clerk):
    one = person()
    first, second = forms.draft_of(one), forms.draft_of(one)
    first.community = second.community = "春晓社区"
    forms.save(actor, first)
    forms.save(clerk, second)
    assert forms.draft_of(one).community == "春晓社区"


def test_a_code_is_named_by_its_word(person, actor, clerk):
    service = orders.save(actor, ServiceDraft(resident_id=person(), type="bathing", service_on="2026-10-08"))
    form = orders.draft_of(service)
    other = orders.draft_of(service)
    other.payer, form.payer = "government", "self"
    orders.save(actor, other)
    with pytest.raises(InvalidDraft) as refused:
        orders.save(clerk, form)
    assert [(error.name, error.hint) for error in refused.value.fields] == [("payer", "government purchase")]


def test_an_order_finished_meanwhile_stays_finished(person, actor, clerk):
    order = orders.save(
        actor, ServiceDraft(resident_id=person(), type="cleaning", state="requested", service_on="2026-10-20")
    )
    form = orders.draft_of(order)
    steps.finish(actor, order)
    form.remark = "带上工具"
    orders.save(clerk, form)
    with writing(actor, Action.RECORD_SERVICE) as unit:
        row = unit.living(HelpService, order)
    assert (row.state, row.remark, str(row.service_on)) == ("done", "带上工具", "2026-10-21")


def test_a_bed_closed_meanwhile_stays_closed(actor, clerk):
    bed = places.save(actor, BedDraft(building="1", room="201", number="1"))
    first, second = places.draft_of(bed), places.draft_of(bed)
    first.out_of_service, second.external_code = True, "KM-7"
    places.save(actor, first)
    places.save(clerk, second)
    kept = places.draft_of(bed)
    assert (kept.out_of_service, kept.external_code) == (True, "KM-7")


def test_a_record_voided_meanwhile_is_not_there_any_more(person, actor, clerk):
    service = orders.save(actor, ServiceDraft(resident_id=person(), type="bathing", service_on="2026-10-08"))
    form = orders.draft_of(service)
    orders.void(actor, service, "录错")
    with pytest.raises(NotFound):
        orders.save(clerk, form)
