"""Consent withdrawn: what ends, what is not recorded any more, and what the law has kept all the same."""

import datetime as dt
from dataclasses import replace

import pytest

from desktop.core.acts import Action
from desktop.core.consent import ConsentScope
from desktop.core.errors import InvalidDraft, NotAllowed
from desktop.core.privacy_errors import ConsentWithdrawn, NotWithdrawable
from desktop.core.reasons import ConsentReason
from desktop.models import query
from desktop.models.resident import Contact, Resident
from desktop.models.tables import RECORDS
from desktop.services.beds import places, stays, waiting
from desktop.services.beds.places import BedDraft
from desktop.services.beds.stays import StayDraft
from desktop.services.beds.waiting import ApplicationDraft
from desktop.services.help_services import agreements, standing_orders
from desktop.services.privacy import consent, consent_stops
from desktop.services.privacy.consent import RenewalDraft, WithdrawalDraft
from desktop.services.residents import photos, withdrawn
from desktop.services.standing.arrangements import ServiceArrangementDraft
from desktop.services.visits import recording
from desktop.services.visits.recording import VisitDraft
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import writing
from tests.unit.services.writing.counted_rows import DAY, MAKE, around

JPEG = b"\xff\xd8\xff" + b"0" * 64
TYPED = WithdrawalDraft("2026-10-02", "王桂芳", "撤〔2026〕1号")


@pytest.fixture
def somebody(person, actor):
    """A person with health words, a contact and a photograph; the id."""
    one = person("王桂芳", chronic="高血压", allergies="青霉素", diet="低盐")
    with writing(actor, Action.EDIT_RESIDENT) as unit:
        unit.add(Contact(resident_id=one, name="王小军", relation="儿子", phone="13999000222"))
    photos.store(actor, one, JPEG)
    return one


def facts(resident_id):
    return query.fetch_one("SELECT chronic, allergies, diet, photo FROM resident WHERE id = ?", [resident_id])


def contacts(resident_id):
    return query.count("SELECT count(*) FROM living_contact WHERE resident_id = ?", [resident_id])


def test_one_choice_ends_what_rests_on_it_and_nothing_else(somebody, actor):
    ended = consent.withdraw(actor, somebody, ["contacts"], TYPED)
    assert (ended.rows, ended.fields) == ({"contact": 1}, ())
    assert contacts(somebody) == 0
    assert facts(somebody)[:3] == ("高血压", "青霉素", "低盐") and photos.photo_of(somebody) is not None
    assert withdrawn.standing(somebody) == [ConsentScope.CONTACTS]
    [row] = withdrawn.of_resident(somebody)
    assert (row.withdrawn_on, row.asked_by, row.paper_no, row.stands) == (
        dt.date(2026, 10, 2),
        "王桂芳",
        "撤〔2026〕1号",
        True,
    )


def test_health_words_go_and_are_not_taken_in_again(somebody, actor):
    ended = consent.withdraw(actor, somebody, ["sensitive"], TYPED)
    assert ended.fields == ("chronic", "allergies", "diet") and ended.rows == {}
    assert facts(somebody)[:3] == ("", "", "")
    with pytest.raises(ConsentWithdrawn) as caught, writing(actor, Action.EDIT_RESIDENT) as unit:
        unit.change(Resident.get_by_id(somebody), {"chronic": "糖尿病"})
    assert caught.value.reason == ConsentScope.SENSITIVE
    with writing(actor, Action.EDIT_RESIDENT) as unit:
        assert unit.change(Resident.get_by_id(somebody), {"remarks": "爱唱歌"}), "what is not withdrawn is recorded"
    assert facts(somebody)[0] == ""


def test_a_photograph_goes_with_its_files_and_none_is_kept_again(somebody, actor, folder):
    assert len(list((folder.root / "photos").iterdir())) == 1
    consent.withdraw(actor, somebody, ["photo"], TYPED)
    assert facts(somebody)[3] == "" and photos.photo_of(somebody) is None
    with pytest.raises(ConsentWithdrawn):
        photos.store(actor, somebody, JPEG)
    assert not list((folder.root / "photos").iterdir()), "not even of the try"


def test_all_of_it_ends_orders_arrangements_and_waiting(somebody, actor):
    for first, kind in (("2026-10-01", "bathing"), ("2026-11-01", "cleaning")):
        said = {"weekdays": ["2"], "type": kind, "started": "09:00", "ended": "10:00"}
        agreements.agree(actor, ServiceArrangementDraft(somebody, valid_from=first, **said))
    [made] = standing_orders.make(actor, dt.date(2026, 10, 27), dt.date(2026, 10, 27))
    waiting.apply(actor, ApplicationDraft(somebody, "2026-10-01"))
    ended = consent.withdraw(actor, somebody, ["processing"], replace(TYPED, withdrawn_on="2026-10-20"))
    assert ended.rows == {"help_service": 1, "standing_arrangement": 2, "bed_application": 1, "contact": 1}
    assert withdrawn.standing(somebody) == list(ConsentScope)
    assert query.fetch("SELECT state, cancel_reason FROM help_service WHERE id = ?", [made]) == [
        ("cancelled", "撤回同意")
    ]
    assert query.fetch("SELECT valid_from, valid_to FROM living_standing_arrangement") == [("2026-10-01", "2026-10-20")]
    assert query.fetch("SELECT ended_on, end_reason FROM bed_application") == [("2026-10-20", "撤回同意")]
    assert contacts(somebody) == 0 and facts(somebody) == ("", "", "", "")
    assert standing_orders.due(dt.date(2026, 10, 21), dt.date(2026, 11, 30)) == []


@pytest.mark.parametrize("table", sorted(set(MAKE) & set(consent_stops.STOPPED)))
def test_nothing_new_is_recorded_of_somebody_who_withdrew(table, person, actor):
    one, other = person("王桂芳"), person("李明", born="1950-01-01", sex="male")
    with writing(actor, Action.EDIT_RESIDENT) as unit:
        near = around(unit, (Resident.get_by_id(one), Resident.get_by_id(other)))
    consent_rows(actor, one)
    with pytest.raises(ConsentWithdrawn), writing(actor, Action.EDIT_RESIDENT) as unit:
        unit.add(MAKE[table](near, DAY))
    assert not query.count(f"SELECT count(*) FROM {table} WHERE resident_id = ? AND created_at = changed_at", [one])


def consent_rows(actor, resident_id):
    """Everything is withdrawn, whatever goes on."""
    from desktop.models.consent import ConsentWithdrawal

    with writing(actor, Action.WITHDRAW_CONSENT) as unit:
        for scope in ConsentScope:
            unit.add(
                ConsentWithdrawal(
                    resident_id=resident_id, scope=scope, withdrawn_on=dt.date(2026, 9, 1), asked_by="王桂芳"
                )
            )


def test_the_monthly_visit_goes_on_by_law(somebody, actor):
    consent.withdraw(actor, somebody, ["processing"], TYPED)
    assert recording.save(actor, VisitDraft(somebody, "2026-10-02", visitors="李梅"))


def test_every_table_about_residents_stops_or_is_kept_with_a_reason():
    about = {
        table
        for table, model in RECORDS.items()
        if any(one.column_name == "resident_id" for one in model._meta.sorted_fields)
    }
    stopped, kept = set(consent_stops.STOPPED), set(consent_stops.KEPT)
    assert not stopped & kept
    assert about == {str(one) for one in stopped | kept}
    assert all(consent_stops.KEPT.values())


def test_the_triggers_stop_what_the_tables_say(actor):
    triggers = query.fetch(
        "SELECT tbl_name, sql FROM sqlite_master WHERE type = 'trigger' AND sql LIKE '%''consent!_%' ESCAPE '!'"
    )
    told = {
        (table, sql.split("'consent_")[1].split("'")[0], sql.split(" OF ")[-1].split()[0]) for table, sql in triggers
    }
    assert {one[:2] for one in told if one[0] != "resident"} == {
        (str(table), str(scope)) for table, scope in consent_stops.STOPPED.items()
    }
    assert {one[2]: one[1] for one in told if one[0] == "resident"} == {
        name: str(scope) for name, scope in consent_stops.FIELDS.items()
    }


def test_a_contract_has_to_end_first(person, actor):
    one = person("王桂芳")
    bed = places.save(actor, BedDraft(building="1号楼", room="304", number="1", opened_on="2026-01-01"))
    stays.admit(actor, StayDraft(one, bed, "2026-10-01"))
    with pytest.raises(NotWithdrawable) as caught:
        consent.withdraw(actor, one, ["processing"], TYPED)
    assert caught.value.reason == ConsentReason.OPEN_STAY
    assert consent.withdraw(actor, one, ["photo"], TYPED).is_nothing, "a choice by itself may go"


def test_what_was_taken_back_is_not_taken_back_twice(somebody, actor):
    consent.withdraw(actor, somebody, ["photo"], TYPED)
    with pytest.raises(NotWithdrawable) as caught:
        consent.withdraw(actor, somebody, ["photo"], TYPED)
    assert caught.value.reason == ConsentReason.ALREADY
    consent.withdraw(actor, somebody, ["processing"], TYPED)
    assert len(withdrawn.of_resident(somebody)) == len(ConsentScope), "the photograph stands once"


@pytest.mark.parametrize(
    ("chosen", "draft", "field"),
    [
        ([], TYPED, "scope"),
        (["everything"], TYPED, "scope"),
        (["photo"], WithdrawalDraft("", "王桂芳"), "withdrawn_on"),
        (["photo"], WithdrawalDraft("2036-10-20", "王桂芳"), "withdrawn_on"),
        (["photo"], WithdrawalDraft("2026-10-02", " "), "asked_by"),
    ],
)
def test_what_is_typed_wrong_writes_nothing(chosen, draft, field, somebody, actor):
    with pytest.raises(InvalidDraft) as caught:
        consent.withdraw(actor, somebody, chosen, draft)
    assert [one.name for one in caught.value.fields] == [field]
    assert withdrawn.of_resident(somebody) == [] and photos.photo_of(somebody) is not None


def test_consent_given_anew_lets_everything_be_recorded(somebody, actor):
    consent.withdraw(actor, somebody, ["processing"], TYPED)
    with pytest.raises(InvalidDraft):
        consent.renew(actor, somebody, RenewalDraft("2026-10-01", "王桂芳"))
    assert consent.renew(actor, somebody, RenewalDraft("2026-10-03", "王桂芳", "同〔2026〕9号")) == list(ConsentScope)
    assert withdrawn.standing(somebody) == [] and len(withdrawn.of_resident(somebody)) == len(ConsentScope)
    row = Resident.get_by_id(somebody)
    assert (str(row.consent_on), row.consent_by, row.consent_paper_no) == ("2026-10-03", "王桂芳", "同〔2026〕9号")
    photos.store(actor, somebody, JPEG)
    with pytest.raises(NotWithdrawable) as caught:
        consent.renew(actor, somebody, RenewalDraft("2026-10-03", "王桂芳"))
    assert caught.value.reason == ConsentReason.NOTHING


def test_a_withdrawal_recorded_by_mistake_is_void(somebody, actor):
    consent.withdraw(actor, somebody, ["photo"], TYPED)
    consent.void(actor, withdrawn.of_resident(somebody)[0].id, "记错人")
    assert withdrawn.standing(somebody) == []
    photos.store(actor, somebody, JPEG)


def test_the_list_has_who_withdrew_and_what(somebody, person, actor):
    person("李明", born="1950-01-01", sex="male")
    consent.withdraw(actor, somebody, ["district"], TYPED)
    assert [(name, row.scope) for name, row in consent.listed(actor)] == [("王桂芳", ConsentScope.DISTRICT)]
    assert consent.unnamed() == {query.text("SELECT uid FROM resident WHERE id = ?", [somebody])}


def test_only_the_office_takes_it(somebody, actor):
    for role in ("visitor", "worker", "auditor"):
        with pytest.raises(NotAllowed):
            consent.withdraw(Actor(None, "某人", role, actor.station), somebody, ["photo"], TYPED)
