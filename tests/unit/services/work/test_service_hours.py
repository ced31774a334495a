"""Hours of services in the time bank: offered, booked once, and always what the services say."""

import datetime as dt

import pytest

from desktop.core.answers import WorkbookKind
from desktop.core.errors import AlreadyRecorded, InvalidDraft, NotAllowed
from desktop.core.period import Month
from desktop.core.reasons import Reason
from desktop.core.words.messages import sentence
from desktop.core.work_errors import HoursOfService, HoursTooFew, ServiceHoursSpent
from desktop.models import query
from desktop.models.database import transaction
from desktop.reports.forms import volunteer_hours
from desktop.services import import_batches, undoing
from desktop.services.help_services import attendance, orders, steps
from desktop.services.help_services.orders import ServiceDraft
from desktop.services.help_services.steps import DoneDraft, RatingDraft
from desktop.services.named import aliases
from desktop.services.people import entries
from desktop.services.people.entries import WorkerDraft
from desktop.services.residents import merging
from desktop.services.visits import edits, recording
from desktop.services.visits.recording import VisitDraft
from desktop.services.work import service_hours, timebank
from desktop.services.work.service_hours import Booked
from desktop.services.work.timebank import Hours, HoursDraft
from desktop.services.writing import done
from desktop.services.writing.actor import Actor
from tests.conftest import NOW
from tests.two_desks import at_once, row_chain_breaks
from tests.unit.reports.reading import page_texts

OCTOBER = Month(2026, 10)


@pytest.fixture
def ma(actor):
    return entries.save(actor, WorkerDraft(name="马丽", role="volunteer", since="2026-03-01"))


@pytest.fixture
def wang(person):
    return person("王芳")


@pytest.fixture
def serve(actor, wang):
    """A service done by a volunteer: ``serve("08", "9:00", "10:30")`` → id."""

    def record(day="08", started="9:00", ended="10:30", worker="马丽", payer="volunteer", who=None, **more):
        draft = ServiceDraft(resident_id=who or wang, type="cleaning", worker=worker, payer=payer, **more)
        draft.service_on, draft.started, draft.ended = f"2026-10-{day}", started, ended
        return orders.save(actor, draft)

    return record


def change(actor, service_id, **fields):
    draft = orders.draft_of(service_id)
    for name, value in fields.items():
        setattr(draft, name, value)
    orders.save(actor, draft)


def undo(actor):
    undoing.take_back(actor, done.standing(actor)[0])


def offered(actor, month=None):
    return [(one.day.day, one.minutes, one.why) for one in service_hours.offers(actor, month)]


def take_out(actor, who, hours):
    return timebank.take_out(actor, HoursDraft(who, hours, "2026-10-20", whom="马丽的母亲"))


def moves(actor, who):
    return [(one.kind, one.amount, one.stands) for one in reversed(timebank.entries_of(actor, who))]


def test_what_a_volunteer_did_is_offered_and_booked_once(actor, ma, wang, serve):
    serve()
    serve("09", "14:00", "15:00")
    assert offered(actor) == [(8, 90, None), (9, 60, None)]
    assert timebank.hours_of(actor, ma) == Hours(0, 0, 0)
    assert service_hours.book(actor) == Booked(2, 150)
    assert timebank.hours_of(actor, ma) == Hours(150, 0, 150)
    assert (offered(actor), service_hours.book(actor)) == ([], Booked(0, 0))
    last = timebank.entries_of(actor, ma)[0]
    assert (last.kind, last.done_on, last.name, last.service_type) == (
        "hours_in",
        dt.date(2026, 10, 9),
        "王芳",
        "cleaning",
    )
    assert last.service == query.text("SELECT uid FROM living_help_service WHERE service_on = '2026-10-09'")


def test_a_month_or_single_services_are_booked(actor, ma, serve):
    one = serve()
    other = serve("09")
    draft = orders.draft_of(serve("10"))
    draft.service_id, draft.shown, draft.service_on = None, None, "2026-09-30"
    orders.save(actor, draft)
    assert offered(actor, Month(2026, 9)) == [(30, 90, None)]
    assert service_hours.book(actor, OCTOBER, [other]) == Booked(1, 90)
    assert service_hours.offers(actor, OCTOBER)[0].id == one
    assert service_hours.book(actor, OCTOBER) == Booked(2, 180)
    assert offered(actor) == [(30, 90, None)]


def test_services_that_are_named_are_booked_all_or_none(actor, ma, serve):
    one, other = serve(), serve("09", worker="过路人")
    with pytest.raises(InvalidDraft) as caught:
        service_hours.book(actor, None, [one, other])
    assert [error.reason for error in caught.value.fields] == [Reason.WORKER_UNKNOWN]
    assert service_hours.book(actor, None, [one]) == Booked(1, 90)
    with pytest.raises(AlreadyRecorded):
        service_hours.book(actor, None, [one])
    assert timebank.hours_of(actor, ma) == Hours(90, 0, 90)


def test_what_keeps_hours_out_is_said_with_the_service(actor, ma, serve):
    entries.save(actor, WorkerDraft(name="普建国", role="carer", since="2026-03-01"))
    serve("01", worker="")
    serve("02", worker="过路人")
    serve("03", "", "")
    serve("04", worker="普建国")
    serve("05", payer="self")
    orders.save(
        actor,
        ServiceDraft(
            None,
            orders.draft_of(serve("06")).resident_id,
            "cleaning",
            state="requested",
            service_on="2026-10-25",
            worker="马丽",
            payer="volunteer",
        ),
    )
    serve("07", "9:00", "10:00")
    serve("07", "9:30", "10:30")
    assert offered(actor) == [
        (1, 90, Reason.NOBODY_NAMED),
        (2, 90, Reason.WORKER_UNKNOWN),
        (3, 0, Reason.HOURS_UNKNOWN),
        (4, 90, Reason.NO_VOLUNTEER),
        (6, 90, None),
        (7, 60, None),
        (7, 60, Reason.HOURS_COUNTED),
    ]
    assert service_hours.book(actor) == Booked(2, 150)
    assert offered(actor)[-1] == (7, 60, Reason.HOURS_COUNTED)


def test_an_old_name_or_an_alias_is_the_same_volunteer(actor, ma, serve):
    aliases.answer(actor, "person", "志愿者小马", ma)
    serve(worker="志愿者小马")
    [row] = service_hours.offers(actor)
    assert (row.worker, row.named_id) == ("马丽", ma)


def test_an_hour_for_many_counts_once_and_passes_to_another_of_them(actor, ma, person, serve):
    people = [person(name) for name in ("张一", "李二", "赵三")]
    first, second, _third = (serve(who=one, place="centre") for one in people)
    assert offered(actor) == [(8, 90, None)]
    assert service_hours.book(actor) == Booked(1, 90)
    assert offered(actor) == []
    orders.void(actor, first, "没有来")
    assert timebank.hours_of(actor, ma) == Hours(90, 0, 90)
    assert (service_hours.booked(first), service_hours.booked(second)) == (None, ("马丽", 90))
    assert (moves(actor, ma), offered(actor)) == ([*IN_OUT, ("hours_in", 90, True)], [])
    attendance.void(actor, attendance.of(second), "没有办成")
    assert timebank.hours_of(actor, ma) == Hours(0, 0, 0)
    undo(actor)
    assert timebank.hours_of(actor, ma) == Hours(90, 0, 90)


IN_OUT = [("hours_in", 90, False), ("counter", -90, False)]


def test_a_void_service_gives_its_hours_back_in_the_same_act_and_undo_brings_them_in_again(actor, ma, serve):
    one = serve()
    service_hours.book(actor)
    orders.void(actor, one, "录错人")
    assert timebank.hours_of(actor, ma) == Hours(0, 0, 0)
    assert moves(actor, ma) == IN_OUT
    assert timebank.entries_of(actor, ma)[0].remark == "录错人"
    undo(actor)
    assert timebank.hours_of(actor, ma) == Hours(90, 0, 90)
    assert moves(actor, ma) == [("hours_in", 90, True), ("counter", -90, False), ("counter", 90, False)]
    assert (service_hours.booked(one), offered(actor)) == (("马丽", 90), [])
    orders.void(actor, one, "还是录错人")
    assert timebank.hours_of(actor, ma) == Hours(0, 0, 0)


def test_corrected_hours_are_those_of_the_service(actor, ma, serve):
    one = serve()
    service_hours.book(actor)
    change(actor, one, ended="11:00", service_on="2026-10-09")
    assert moves(actor, ma) == [*IN_OUT, ("hours_in", 120, True)]
    assert timebank.entries_of(actor, ma)[0].done_on == dt.date(2026, 10, 9)
    undo(actor)
    assert timebank.hours_of(actor, ma) == Hours(90, 0, 90)
    assert timebank.entries_of(actor, ma)[0].done_on == dt.date(2026, 10, 8)
    change(actor, one, remark="带了工具")
    steps.rate(actor, one, RatingDraft("5"))
    assert timebank.entries_of(actor, ma)[0].after == 90 and len(timebank.entries_of(actor, ma)) == 5


def test_hours_go_to_who_did_it_and_out_where_nobody_may_have_them(actor, ma, serve):
    li = entries.save(actor, WorkerDraft(name="李强", role="volunteer"))
    one = serve()
    service_hours.book(actor)
    change(actor, one, worker="李强")
    assert [timebank.hours_of(actor, who).balance for who in (ma, li)] == [0, 90]
    change(actor, one, payer="government")
    assert [timebank.hours_of(actor, who).balance for who in (ma, li)] == [0, 0]
    change(actor, one, payer="volunteer")
    assert offered(actor) == [(8, 90, None)]


def test_hours_that_are_spent_are_not_taken_back_and_the_sentence_says_what_to_do(actor, ma, serve):
    one = serve()
    service_hours.book(actor)
    out = take_out(actor, ma, "1")
    for refused, wanted in (
        (lambda: orders.void(actor, one, "录错"), "1.50"),
        (lambda: change(actor, one, ended="9:30"), "1.00"),
    ):
        with pytest.raises(ServiceHoursSpent) as caught:
            refused()
        assert (caught.value.name, caught.value.balance, caught.value.wanted) == ("马丽", "0.50", wanted)
    assert "马丽" in sentence(caught.value) and orders.rows([one])[0].minutes == 90
    change(actor, one, ended="10:00")
    assert timebank.hours_of(actor, ma) == Hours(60, 60, 0)
    change(actor, one, ended="10:30")
    timebank.correct(actor, out, "没有来")
    orders.void(actor, one, "录错")
    assert timebank.hours_of(actor, ma) == Hours(0, 0, 0)


def test_more_hours_and_back_again_do_not_stumble_over_what_was_spent(actor, ma, serve):
    one = serve()
    service_hours.book(actor)
    take_out(actor, ma, "1.5")
    change(actor, one, ended="11:00")
    assert timebank.hours_of(actor, ma) == Hours(120, 90, 30)
    undo(actor)
    assert timebank.hours_of(actor, ma) == Hours(90, 90, 0)


def test_undo_of_the_service_itself_takes_what_another_act_booked(actor, clerk, ma, serve):
    serve()
    service_hours.book(clerk)
    undo(actor)
    assert (timebank.hours_of(actor, ma), offered(actor)) == (Hours(0, 0, 0), [])
    assert moves(actor, ma) == IN_OUT


def test_an_import_that_is_taken_back_takes_its_hours_along(actor, ma, wang):
    draft = ServiceDraft(resident_id=wang, type="cleaning", worker="马丽", payer="volunteer")
    draft.service_on, draft.started, draft.ended = "2026-10-08", "9:00", "10:30"
    with import_batches.importing(actor, WorkbookKind.SERVICES, "服务.xlsx", "十月", "0" * 64, dry_run=False) as batch:
        orders.store(batch.unit, draft)
    assert service_hours.book(actor) == Booked(1, 90)
    import_batches.undo(actor, batch.id)
    assert (timebank.hours_of(actor, ma), moves(actor, ma)) == (Hours(0, 0, 0), IN_OUT)


def test_a_visit_put_right_for_another_person_takes_the_hours_along(actor, ma, person, wang):
    visit = recording.save(actor, VisitDraft(wang, "2026-10-08", needs=("cleaning",)))
    [order] = edits.open_orders_from(actor, visit)
    steps.dispatch(actor, order, "马丽")
    steps.finish(actor, order, DoneDraft("2026-10-20", "9:00", "10:30"))
    change(actor, order, payer="volunteer")
    service_hours.book(actor)
    right = edits.draft_of(visit)
    right.resident_id = person("李桂兰")
    edits.supersede(actor, visit, right, "记错人")
    entry = timebank.entries_of(actor, ma)[0]
    assert (entry.name, entry.stands, entry.remark) == ("李桂兰", True, "")
    assert timebank.hours_of(actor, ma) == Hours(90, 0, 90)


def test_undo_of_the_booking_offers_the_services_again(actor, ma, serve):
    serve()
    serve("09")
    service_hours.book(actor)
    undo(actor)
    assert offered(actor) == [(8, 90, None), (9, 90, None)]
    service_hours.book(actor)
    take_out(actor, ma, "3")
    booking = done.standing(actor)[1]
    with pytest.raises(HoursTooFew) as caught:
        undoing.take_back(actor, booking)
    assert (caught.value.balance, caught.value.wanted) == ("0.00", "3.00")


def test_an_entry_taken_back_by_hand_is_offered_again_and_never_in_twice(actor, ma, serve):
    serve()
    service_hours.book(actor)
    back = timebank.correct(actor, timebank.entries_of(actor, ma)[0].id, "再核对")
    assert offered(actor) == [(8, 90, None)]
    with pytest.raises(HoursOfService):
        timebank.correct(actor, back, "核对过了")
    by_hand = done.standing(actor)[0]
    service_hours.book(actor)
    with pytest.raises(AlreadyRecorded):
        undoing.take_back(actor, by_hand)
    assert timebank.hours_of(actor, ma) == Hours(90, 0, 90)


def test_hours_stay_with_their_service_when_a_merge_is_undone(actor, ma, person, serve):
    one, other = person("王芳"), person("王方")
    serve(who=other)
    merge = merging.merge(actor, one, other, {})
    service_hours.book(actor)
    assert timebank.entries_of(actor, ma)[0].name == "王芳"
    merging.undo_merge(actor, merge)
    assert timebank.entries_of(actor, ma)[0].name == "王方"


def test_the_database_lets_no_program_leave_a_service_and_its_hours_apart(actor, ma, serve):
    one = serve()
    service_hours.book(actor)
    for statement in (
        "UPDATE help_service SET minutes = 30 WHERE id = ?",
        "UPDATE help_service SET voided_at = '2026-10-21T11:30:00', void_reason = '错' WHERE id = ?",
        "UPDATE help_service SET payer = 'self' WHERE id = ?",
    ):
        with pytest.raises(Exception, match="FOREIGN KEY"), transaction():
            query.execute(statement, [one])
    with pytest.raises(Exception, match=r"ledger_entry\.help_service_id"), transaction():
        query.execute(
            "INSERT INTO ledger_entry (uid, created_at, created_station, changed_at, station, counter, account,"
            " named_id, day, kind, amount, done_on, whom, help_service_id) VALUES ('x', '', 1, '', 1, 99999,"
            " 'time_bank', ?, '2026-10-21', 'hours_in', 90, '2026-10-08', '王', ?)",
            [ma, one],
        )


def test_the_certificate_says_what_kind_of_help_it_was_and_counts_what_stands(actor, ma, serve, tmp_path):
    one = serve()
    service_hours.book(actor)
    orders.void(actor, one, "录错")
    undo(actor)
    path = tmp_path / "证明.pdf"
    volunteer_hours.write_certificate(timebank.statement(actor, ma), "示例中心", path, printed_on=NOW.date())
    [page] = page_texts(path)
    assert "助洁" in page and "志愿服务1次，累计1.50小时" in page.replace("\n", "").replace(" ", "")
    assert "王芳" not in page


def test_a_visitor_neither_reads_nor_books(actor, ma, serve):
    serve()
    visitor = Actor(None, "探访丙", "visitor", actor.station)
    for call in (service_hours.offers, service_hours.book):
        with pytest.raises(NotAllowed):
            call(visitor)


def test_two_desks_book_each_service_once(actor, ma, serve, folder):
    for day in range(1, 9):
        serve(f"{day:02}")
    answers = at_once(folder.root, NOW.isoformat(), [[("book_hours", f"2026-{month:02}") for month in (10, 10, 9)]] * 2)
    assert {error for desk in answers for _, _, error in desk} == {""}
    assert timebank.hours_of(actor, ma) == Hours(8 * 90, 0, 8 * 90)
    assert query.fetch("SELECT help_service_id FROM ledger_entry GROUP BY 1 HAVING count(*) > 1") == []
    assert row_chain_breaks() == []
