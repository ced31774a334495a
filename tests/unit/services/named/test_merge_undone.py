"""Two spellings of a worker merged, worked with, taken apart: to each what was theirs, what came between stays."""

import datetime as dt
import random

import pytest

from desktop.core.errors import ChangedMeanwhile
from desktop.core.period import Month
from desktop.core.trade import NamedList
from desktop.core.work_errors import HoursTooFew
from desktop.services import undoing
from desktop.services.figures import help_rows
from desktop.services.help_services import orders
from desktop.services.help_services.orders import ServiceDraft
from desktop.services.named import entries as named
from desktop.services.named.resolving import resolver
from desktop.services.people import entries, posts
from desktop.services.people.entries import WorkerDraft
from desktop.services.work import timebank, trainings
from desktop.services.work.timebank import HoursDraft
from desktop.services.work.trainings import TrainingDraft, Who
from desktop.services.writing import done

DAY = "2026-10-20"


@pytest.fixture
def ma(actor):
    return entries.save(actor, WorkerDraft(name="马丽", role="volunteer", since="2026-03-01"))


@pytest.fixture
def mo(actor):
    """The other spelling, who turns out to be somebody else."""
    return entries.save(actor, WorkerDraft(name="马莉", role="volunteer", since="2026-03-01"))


def merged(actor, other, into):
    """The act that merged them, by which it is taken back."""
    named.merge(actor, other, into)
    return done.last_standing(actor, 1)[0]


def served(actor, who, hours):
    return timebank.bring_in(actor, HoursDraft(who, hours, DAY, whom="王奶奶"))


def taken(actor, who, hours):
    return timebank.take_out(actor, HoursDraft(who, hours, DAY, whom="她母亲"))


def helped(actor, who, worker):
    draft = ServiceDraft(resident_id=who, type="bathing", service_on=DAY, started="09:00", ended="10:00", worker=worker)
    return orders.save(actor, draft)


def balances(actor, *people):
    return [timebank.hours_of(actor, one).balance for one in people]


def test_what_was_each_ones_is_again_and_what_came_between_stays_where_it_was_entered(actor, person, ma, mo):
    wang = person("王芳")
    course = trainings.save(actor, TrainingDraft(None, "in_service", "压疮护理", DAY, "2"))
    later = trainings.save(actor, TrainingDraft(None, "in_service", "防跌倒", DAY, "2"))
    served(actor, ma, "1")
    served(actor, mo, "2")
    trainings.take(actor, course, Who(mo))
    helped(actor, wang, "马莉")
    act = merged(actor, mo, ma)
    assert balances(actor, ma) == [180]
    served(actor, ma, "4")
    trainings.take(actor, later, Who(ma))
    for worker in ("马丽", "马莉"):
        helped(actor, wang, worker)
    assert by_worker() == {"马丽": 3}
    undoing.take_back(actor, act)
    assert balances(actor, ma, mo) == [300, 120]
    assert [[one.name for one in trainings.takers(actor, at)] for at in (course, later)] == [["马莉"], ["马丽"]]
    assert by_worker() == {"马丽": 1, "马莉": 2}, "a service says what was typed, and it stands for whom it names"
    known = resolver(NamedList.PERSON)
    assert (known.of("马丽"), known.of("马莉")) == (ma, mo)
    assert [len(posts.posts_of(one)) for one in (ma, mo)] == [1, 1]


def by_worker():
    """How many services each worker did, as the month's report counts them."""
    return {line.name: line.person_times for line in help_rows.services(Month.parse("2026-10")).workers}


def test_an_entry_that_was_taken_back_between_goes_with_its_counter_entry(actor, ma, mo):
    wrong = served(actor, mo, "2")
    served(actor, mo, "1")
    served(actor, ma, "5")
    act = merged(actor, mo, ma)
    timebank.correct(actor, wrong, "记错了人")
    assert balances(actor, ma) == [360]
    undoing.take_back(actor, act)
    assert balances(actor, ma, mo) == [300, 60], "马丽 never had these two hours, so nobody takes them from her"


def test_hours_that_were_taken_out_between_keep_the_merge(actor, ma, mo):
    served(actor, ma, "1")
    served(actor, mo, "4")
    act = merged(actor, mo, ma)
    out = taken(actor, ma, "3")
    with pytest.raises(HoursTooFew) as caught:
        undoing.take_back(actor, act)
    assert (caught.value.balance, caught.value.wanted) == ("2.00", "4.00")
    assert balances(actor, ma) == [120], "nothing is undone by half"
    assert resolver(NamedList.PERSON).shown("马莉") == "马丽"
    timebank.correct(actor, out, "先退回")
    undoing.take_back(actor, act)
    assert balances(actor, ma, mo) == [60, 240]


def test_a_post_that_ended_between_goes_back_with_its_last_day(actor, ma, mo):
    (post,) = posts.posts_of(mo)
    act = merged(actor, mo, ma)
    posts.end(actor, post.id, "2026-10-20")
    undoing.take_back(actor, act)
    assert [(one.id, one.valid_to) for one in posts.posts_of(mo)] == [(post.id, dt.date(2026, 10, 20))]
    assert [one.valid_to for one in posts.posts_of(ma)] == [None]


def test_a_second_merge_between_keeps_the_first(actor, ma, mo):
    third = entries.save(actor, WorkerDraft(name="马力", role="volunteer"))
    served(actor, mo, "2")
    act = merged(actor, mo, ma)
    last = merged(actor, ma, third)
    with pytest.raises(ChangedMeanwhile):
        undoing.take_back(actor, act)
    undoing.take_back(actor, last)
    undoing.take_back(actor, act)
    assert balances(actor, ma, mo, third) == [0, 120, 0]


@pytest.mark.parametrize("seed", range(6))
def test_whatever_is_entered_between_each_account_is_the_sum_of_its_own(actor, ma, mo, seed):
    """A slow twin keeps whose each entry is: its own before, the kept one's between, a counter-entry as its entry."""
    chance, mine = random.Random(seed), {}
    for _ in range(chance.randrange(2, 6)):
        who, tenths = chance.choice((ma, mo)), chance.randrange(10, 50)
        mine[served(actor, who, f"{tenths / 10}")] = (who, tenths * 6)
    act = merged(actor, mo, ma)
    for _ in range(chance.randrange(8)):
        tenths = chance.randrange(5, 40)
        what, total = chance.choice(("in", "out", "back")), sum(minutes for _, minutes in mine.values())
        if what == "in":
            mine[served(actor, ma, f"{tenths / 10}")] = (ma, tenths * 6)
        elif what == "out" and tenths * 6 <= total:
            mine[taken(actor, ma, f"{tenths / 10}")] = (ma, -tenths * 6)
        elif what == "back" and mine:
            entry = chance.choice(sorted(mine))
            if mine[entry][1] <= total:
                timebank.correct(actor, entry, "记错")
                del mine[entry]
    wanted = [sum(minutes for who, minutes in mine.values() if who == one) for one in (ma, mo)]
    if min(wanted) < 0:
        with pytest.raises(HoursTooFew):
            undoing.take_back(actor, act)
        assert balances(actor, ma) == [sum(wanted)]
    else:
        undoing.take_back(actor, act)
        assert balances(actor, ma, mo) == wanted
