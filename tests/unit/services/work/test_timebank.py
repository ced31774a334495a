"""时间银行: hours in and out, the balance is their sum, never below nothing, taken back by counter-entries only."""

import datetime as dt
import random
from collections import Counter

import pytest

from desktop.core.canteen_errors import EntryCountered
from desktop.core.errors import DateRefused, InvalidDraft, NotAllowed, NotFound, ReasonNeeded, UserError
from desktop.core.ledgers import LedgerAccount
from desktop.core.reasons import Reason
from desktop.core.work_errors import HoursTooFew
from desktop.models import query
from desktop.reports.forms import volunteer_hours
from desktop.services import undoing
from desktop.services.canteen import prepaid
from desktop.services.canteen.prepaid import MoneyDraft
from desktop.services.ledger import balances
from desktop.services.named import entries as named
from desktop.services.people import entries
from desktop.services.people.entries import WorkerDraft
from desktop.services.work import timebank
from desktop.services.work.timebank import Hours, HoursDraft
from desktop.services.writing import done
from desktop.services.writing.actor import Actor
from tests.conftest import NOW
from tests.two_desks import at_once, row_chain_breaks
from tests.unit.reports.reading import page_texts

DAY = "2026-10-20"


@pytest.fixture
def ma(actor):
    return entries.save(actor, WorkerDraft(name="马丽", role="volunteer", since="2026-03-01"))


def served(actor, who, hours, whom="王奶奶", day=DAY):
    return timebank.bring_in(actor, HoursDraft(who, hours, day, whom=whom, remark="陪聊"))


def taken(actor, who, hours, whom="马丽的母亲", day=DAY):
    return timebank.take_out(actor, HoursDraft(who, hours, day, whom=whom))


def test_a_volunteer_without_an_hour_is_listed_and_nobody_who_is_paid(actor, ma):
    entries.save(actor, WorkerDraft(name="普建国", role="carer", since="2026-03-01"))
    assert [(one.name, one.hours, one.last_on) for one in timebank.volunteers(actor)] == [
        ("马丽", Hours(0, 0, 0), None)
    ]


def test_hours_in_less_hours_out_are_the_balance(actor, ma, person):
    timebank.bring_in(actor, HoursDraft(ma, "2.5", DAY, person("王芳"), remark="陪聊"))
    served(actor, ma, "1")
    taken(actor, ma, "0.5")
    assert timebank.hours_of(actor, ma) == Hours(210, 30, 180)
    assert [(one.kind, one.amount, one.after, one.name, one.whom) for one in timebank.entries_of(actor, ma)] == [
        ("hours_out", -30, 180, "", "马丽的母亲"),
        ("hours_in", 60, 210, "", "王奶奶"),
        ("hours_in", 150, 150, "王芳", ""),
    ]
    [row] = timebank.volunteers(actor)
    assert (row.name, row.hours.balance, row.last_on) == ("马丽", 180, dt.date(2026, 10, 21))


def test_no_more_goes_out_than_came_in(actor, ma):
    served(actor, ma, "1")
    with pytest.raises(HoursTooFew) as caught:
        taken(actor, ma, "1.1")
    assert (caught.value.balance, caught.value.wanted) == ("1.00", "1.10")
    taken(actor, ma, "1")
    assert timebank.hours_of(actor, ma) == Hours(60, 60, 0)


def test_an_entry_is_taken_back_by_another_once_and_with_a_reason(actor, ma):
    wrong = served(actor, ma, "8")
    served(actor, ma, "1")
    with pytest.raises(ReasonNeeded):
        timebank.correct(actor, wrong, " ")
    timebank.correct(actor, wrong, "多记了")
    assert timebank.hours_of(actor, ma) == Hours(60, 0, 60)
    with pytest.raises(EntryCountered):
        timebank.correct(actor, wrong, "再来")
    assert query.count("SELECT count(*) FROM ledger_entry") == 3


def test_what_was_taken_out_already_is_not_taken_back(actor, ma):
    wrong = served(actor, ma, "2")
    taken(actor, ma, "1")
    with pytest.raises(HoursTooFew):
        timebank.correct(actor, wrong, "多记了")


def test_undo_is_a_counter_entry_too(actor, ma):
    served(actor, ma, "2")
    undoing.take_back(actor, done.standing(actor)[0])
    assert timebank.hours_of(actor, ma) == Hours(0, 0, 0)
    assert [one.kind for one in timebank.entries_of(actor, ma)] == ["counter", "hours_in"]


def test_only_who_is_a_volunteer_on_that_day_brings_hours_in(actor, ma):
    carer = entries.save(actor, WorkerDraft(name="杨秀英", role="carer", since="2026-03-01"))
    for who, day in ((carer, DAY), (ma, "2026-02-28")):
        with pytest.raises(InvalidDraft) as caught:
            served(actor, who, "1", day=day)
        assert [(one.name, one.reason) for one in caught.value.fields] == [("named_id", Reason.NO_VOLUNTEER)]


def test_whom_it_was_for_has_to_be_said_and_no_day_is_to_come(actor, ma, person):
    with pytest.raises(InvalidDraft) as caught:
        served(actor, ma, "25", whom="", day="2026-10-22")
    assert {(one.name, one.reason) for one in caught.value.fields} == {
        ("hours", Reason.OUT_OF_RANGE),
        ("done_on", Reason.FUTURE_DATE),
        ("resident_id", Reason.REQUIRED),
    }
    gone = person("王芳", state="deceased", state_on="2026-10-01")
    with pytest.raises(DateRefused):
        timebank.bring_in(actor, HoursDraft(ma, "1", DAY, gone))


def test_hours_and_money_do_not_mix(actor, ma, person):
    who = person("王芳")
    top_up = prepaid.top_up(actor, MoneyDraft(who, "50"))
    timebank.bring_in(actor, HoursDraft(ma, "3", DAY, who))
    assert balances.of(LedgerAccount.CANTEEN, who).amount == 5000
    assert balances.of(LedgerAccount.TIME_BANK, ma).amount == 180
    with pytest.raises(NotFound):
        timebank.correct(actor, top_up, "不是这里的")


def test_the_hours_of_two_spellings_become_one_account(actor, ma):
    other = entries.save(actor, WorkerDraft(name="马莉", role="volunteer"))
    served(actor, ma, "1")
    served(actor, other, "2")
    named.merge(actor, other, ma)
    assert timebank.hours_of(actor, ma).balance == 180


def test_a_merge_that_is_taken_back_gives_each_account_its_hours_again(actor, ma):
    other = entries.save(actor, WorkerDraft(name="马莉", role="volunteer"))
    served(actor, ma, "1")
    served(actor, other, "2")
    named.merge(actor, other, ma)
    undoing.take_back(actor, done.last_standing(actor, 1)[0])
    assert [timebank.hours_of(actor, one).balance for one in (ma, other)] == [60, 120]


def test_a_visitor_neither_reads_nor_enters(actor, ma):
    visitor = Actor(None, "探访丙", "visitor", actor.station)
    for call in (
        lambda: timebank.hours_of(visitor, ma),
        lambda: timebank.entries_of(visitor, ma),
        lambda: timebank.volunteers(visitor),
        lambda: served(visitor, ma, "1"),
    ):
        with pytest.raises(NotAllowed):
            call()


@pytest.mark.parametrize("seed", range(4))
def test_any_sequence_of_acts_adds_up(actor, ma, seed):
    """A slow twin keeps each entry by itself; what stands is what is left of them, and never below nothing."""
    chance, twin = random.Random(seed), {}
    other = entries.save(actor, WorkerDraft(name="李强", role="volunteer"))
    standing = {ma: {}, other: {}}
    for _ in range(60):
        who, tenths = chance.choice((ma, other)), chance.randrange(1, 40)
        balance = sum(standing[who].values())
        act = chance.choice(("in", "out", "back"))
        if act == "back":
            if not twin:
                continue
            one = chance.choice(sorted(twin))
            who = twin[one]
            may = one in standing[who] and sum(standing[who].values()) - standing[who][one] >= 0
        else:
            may = act == "in" or tenths * 6 <= balance
        try:
            if act == "back":
                timebank.correct(actor, one, "错记")
                standing[who].pop(one)
            else:
                do = served if act == "in" else taken
                made = do(actor, who, f"{tenths / 10}")
                twin[made], standing[who][made] = who, tenths * 6 if act == "in" else -tenths * 6
            assert may
        except UserError:
            assert not may
        for holder, kept in standing.items():
            plus, minus = (sum(one for one in kept.values() if one > 0), sum(-one for one in kept.values() if one < 0))
            assert timebank.hours_of(actor, holder) == Hours(plus, minus, plus - minus)
            assert plus - minus >= 0
            after = timebank.entries_of(actor, holder)
            assert (after[0].after if after else 0) == plus - minus


def test_two_desks_at_once_take_no_more_than_there_is(actor, ma, folder):
    wrong = served(actor, ma, "2")
    out = [("hours_out", [ma, "1", DAY, None, "王奶奶"])] * 6
    back = [("hours_in", [ma, "0.5", DAY, None, "王奶奶"])] * 2
    answers = at_once(folder.root, NOW.isoformat(), [[*out, ("hours_back", wrong), *back]] * 2)
    told = Counter((name, error) for desk in answers for name, _, error in desk)
    assert {error for _, error in told} <= {"", "HoursTooFew", "EntryCountered"}
    assert told[("hours_in", "")] == 4 and told[("hours_out", "HoursTooFew")] > 0
    went = 60 * told[("hours_out", "")] + 120 * told[("hours_back", "")]
    assert timebank.hours_of(actor, ma).balance == 120 + 4 * 30 - went >= 0
    assert row_chain_breaks() == []


def test_the_certificate_tells_what_was_served_and_nobody_who_was_helped(actor, ma, tmp_path):
    served(actor, ma, "2.5", day="2026-10-03")
    served(actor, ma, "1", day="2026-10-20")
    timebank.correct(actor, served(actor, ma, "9"), "错记")
    taken(actor, ma, "0.5")
    path = tmp_path / "证明.pdf"
    done_ = volunteer_hours.write_certificate(timebank.statement(actor, ma), "示例中心", path, printed_on=NOW.date())
    assert not done_.missing
    [page] = page_texts(path)
    assert "志愿服务时间证明" in page and "2026年10月3日" in page and "9.00" not in page
    words = "兹证明 马丽 在本中心参加志愿服务2次，累计3.50小时；时间银行已支取0.50小时，截至2026年10月21日余3.00小时。"
    assert words.replace(" ", "") in page.replace(" ", "").replace("\n", "")
    assert "王奶奶" not in page and "母亲" not in page
