"""A worker and a visitor correct and void what they recorded or are assigned to, asked within the transaction."""

import pytest

from desktop.core.acts import Action, Thing
from desktop.core.errors import NotAllowed
from desktop.core.trade import Role
from desktop.core.words.messages import sentence
from desktop.models import query
from desktop.models.centre import Staff
from desktop.models.help_service import HelpService
from desktop.services.centre import accounts
from desktop.services.help_services import orders, steps
from desktop.services.help_services.orders import ServiceDraft
from desktop.services.people import entries as people
from desktop.services.people.entries import WorkerDraft
from desktop.services.visits import edits, recording, route_sheets
from desktop.services.visits.recording import VisitDraft
from desktop.services.visits.route_sheets import RowEntry
from desktop.services.writing import own_rows
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import writing
from tests.statements import heard


@pytest.fixture
def somebody(actor):
    """A person with an account of a role."""
    accounts.add_account(actor, "主任乙", Role.DIRECTOR, "geheim-0123")

    def made(name, role):
        accounts.add_account(actor, name, role, "geheim-0123")
        return Actor(Staff.get(Staff.name == name).id, name, role, actor.station)

    return made


@pytest.fixture
def yang(somebody):
    return somebody("杨秀英", Role.WORKER)


def served(by, who, worker="", **more):
    return orders.save(
        by, ServiceDraft(None, who, type="cleaning", service_on="2026-10-02", state="done", worker=worker, **more)
    )


def visited(by, who, *visitors):
    return recording.save(
        by,
        VisitDraft(who, "2026-10-02", method="home", outcome="reached", visitors="、".join(visitors) or "某人"),
    )


def writes():
    return query.count("SELECT count(*) FROM change_log")


def test_a_worker_voids_the_own_service_and_not_anothers(person, actor, yang, somebody):
    who, other = person(), somebody("普建国", Role.WORKER)
    mine, theirs = served(yang, who), served(other, who, "普建国")
    before = writes()
    with pytest.raises(NotAllowed) as refused:
        orders.void(yang, theirs, "误录")
    assert (refused.value.own, refused.value.who) == (True, ("director", "clerk"))
    assert "主任、前台" in sentence(refused.value) or "director" in sentence(refused.value)
    assert writes() == before
    assert HelpService.get_by_id(theirs).voided_at is None
    orders.void(yang, mine, "误录")
    orders.void(Actor(actor.staff_id, "马丽", Role.CLERK, actor.station), theirs, "误录")
    assert query.ids("SELECT id FROM living_help_service") == []


def test_what_is_assigned_to_somebody_by_any_name_is_the_own(person, actor, yang):
    who = person()
    one = orders.save(actor, ServiceDraft(None, who, type="cleaning", service_on="2026-10-02", state="requested"))
    with pytest.raises(NotAllowed):
        steps.finish(yang, one)
    steps.dispatch(actor, one, "普建国、杨秀英")
    steps.finish(yang, one)
    # The account's person is called otherwise in records than the account.
    called = people.save(actor, WorkerDraft(name="杨嫂", role="carer"))
    people.link_account(actor, "杨秀英", called)
    second = served(actor, who, "杨嫂", started="08:00", ended="09:00")
    third = served(actor, who, "杨秀英", started="09:00", ended="10:00")
    orders.void(yang, second, "误录")
    with pytest.raises(NotAllowed):
        orders.void(yang, third, "误录")


def test_the_question_is_asked_of_the_row_as_it_stands_in_the_transaction(person, actor, yang):
    who = person()
    one = served(actor, who, "杨秀英")
    row = HelpService.get_by_id(one)
    orders_now = orders.draft_of(one)
    orders_now.worker = "普建国"
    orders.save(actor, orders_now)
    assert row.worker == "杨秀英", "what was read before says that it is hers"
    with pytest.raises(NotAllowed), writing(yang, Action.VOID_SERVICE) as unit:
        unit.void(unit.living(HelpService, one), "误录")


def test_a_visitor_corrects_and_voids_own_visits_only(person, actor, somebody):
    he, who = somebody("何云", Role.VISITOR), person()
    theirs, mine, with_him = visited(actor, who, "马丽"), visited(he, who, "马丽"), visited(actor, who, "马丽", "何云")
    with pytest.raises(NotAllowed):
        recording.void(he, theirs, "误录")
    with pytest.raises(NotAllowed):
        edits.supersede(he, theirs, edits.draft_of(theirs), "看错")
    for one in (mine, with_him):
        recording.void(he, one, "误录")
    assert query.ids("SELECT id FROM living_visit") == [theirs]


def test_a_route_sheet_is_written_by_whom_it_was_given_to_or_by_anybody_where_it_is_nobodys(person, actor, somebody):
    he, one, two, three = somebody("何云", Role.VISITOR), person("甲某"), person("乙某"), person("丙某")
    sheets = {
        name: route_sheets.make_sheet(actor, [who], name, "2026-10-02")
        for name, who in (("马丽", one), ("何云", two), ("", three))
    }
    digits = {name: made.rows[0].code for name, made in sheets.items()}
    entry = RowEntry(outcome="not_reached")
    with pytest.raises(NotAllowed):
        route_sheets.record_row(he, digits["马丽"], entry)
    for name in ("何云", ""):
        route_sheets.record_row(he, digits[name], entry)
    with pytest.raises(NotAllowed):
        route_sheets.void(he, sheets["马丽"].id, "误印")
    assert query.count("SELECT count(*) FROM living_visit") == 2


def test_what_is_asked_before_the_act_is_refused_as_the_act_is(person, actor, yang):
    who = person()
    mine, theirs = served(actor, who, "杨秀英"), served(actor, who, "普建国", started="08:00", ended="09:00")
    before = writes()
    own_rows.reading(yang, Action.VOID_SERVICE, Thing.HELP_SERVICE, mine)
    with pytest.raises(NotAllowed) as asked:
        own_rows.reading(yang, Action.VOID_SERVICE, Thing.HELP_SERVICE, theirs)
    with pytest.raises(NotAllowed) as refused:
        orders.void(yang, theirs, "误录")
    assert asked.value == refused.value
    # Nobody's rows are asked about where the role may not at all, or may with all.
    with pytest.raises(NotAllowed) as whole:
        own_rows.reading(yang, Action.VOID_VISIT, Thing.VISIT, 1)
    assert not whole.value.own
    own_rows.reading(actor, Action.VOID_SERVICE, Thing.HELP_SERVICE, theirs)
    assert writes() == before


def test_what_a_role_may_is_read_within_the_transaction_that_writes(person, actor):
    clerk = Actor(None, "前台甲", Role.CLERK, actor.station)
    one = person()
    with heard() as said:
        recording.save(clerk, VisitDraft(one, "2026-10-02", visitors="李梅"))
    asked = next(at for at, text in enumerate(said) if "right.clerk.record_visit" in text)
    assert said.index("BEGIN IMMEDIATE") < asked < said.index("COMMIT")
