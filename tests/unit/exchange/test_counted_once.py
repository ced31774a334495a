"""What two tills took back of one entry counts once; a restored station writes nothing twice before it knows of it."""

from __future__ import annotations

import datetime as dt

import peewee
import pytest

from desktop.core.acts import Action
from desktop.core.canteen_errors import EntryCountered
from desktop.core.exchange_errors import NotHeardYet
from desktop.exchange import clashes
from desktop.exchange.taking import BOTH, take
from desktop.models import query
from desktop.models.bed import Bed
from desktop.models.ledger import LedgerEntry
from desktop.services.canteen import prepaid
from desktop.services.canteen.prepaid import MoneyDraft
from desktop.services.keeping import backups, restoring
from desktop.services.ledger import balances, entries
from desktop.services.writing.journal import writing
from tests.unit.exchange.acts import eats, new_person, someone
from tests.unit.exchange.test_taking import settled


def balance() -> int:
    """What stands on the account of the one person."""
    return balances.of(balances.LedgerAccount.CANTEEN, someone().id).amount


def test_an_entry_that_two_tills_took_back_is_taken_back_once(two, person, actor):
    who = person("王芳")
    prepaid.top_up(actor, MoneyDraft(who, "50"))
    with writing(actor, Action.RECORD_MEAL) as unit:
        entry = unit.add(
            LedgerEntry(account="canteen", resident_id=who, day=dt.date(2026, 10, 1), kind="deduct", amount=-1500)
        )
    here = two(3)
    for number in (1, 2, 3):
        with here.at(number) as somebody:
            for _ in range(number):
                new_person(somebody, f"李强{number}{_}", 10 * number + _)
            prepaid.correct(somebody, LedgerEntry.get(LedgerEntry.uid == entry.uid).id, "录错")
            assert balance() == 5000
    # The later ones meet first, and the earliest comes last.
    assert [kind for kind, _uid in here.carry(3, 2).void] == ["ledger_entry"]
    assert [kind for kind, _uid in here.carry(1, 3).void] == ["ledger_entry"]
    settled(here, 1, 2, 3)
    for number in (1, 2, 3):
        with here.at(number) as somebody:
            assert balance() == 5000
            counters = {
                one.created_station: one.void_reason
                for one in LedgerEntry.select().where(LedgerEntry.kind == "counter")
            }
            assert counters == {1: "", 2: BOTH, 3: BOTH}
            cases = [one for one in clashes.listed(somebody) if one.kind == "ledger_entry"]
            assert len(cases) == 2 and {one.field for one in cases} == {"voided_at"}
    with here.at(2) as somebody:
        case = cases[0]
        # Taken back twice it cannot be; that it is void can be agreed to.
        stands = "ours" if not case.ours else "theirs"
        with pytest.raises(EntryCountered):
            clashes.decide(somebody, case.kind, case.uid, case.field, stands)
        clashes.decide(somebody, case.kind, case.uid, case.field, "theirs" if stands == "ours" else "ours")
        assert len(clashes.listed(somebody)) == 1
        # What is void takes nothing back: the one that stands can be countered, and the entry holds again.
        counter = LedgerEntry.get(LedgerEntry.kind == "counter", LedgerEntry.voided_at.is_null())
        prepaid.correct(somebody, counter.id, "吃了")
        assert balance() == 3500
        with writing(somebody, Action.RECORD_MEAL) as unit:
            entries.take_back(unit, LedgerEntry.get(LedgerEntry.uid == entry.uid), "again")
        assert balance() == 5000


def test_an_entry_still_stands_for_whoever_wants_it_void(actor, person):
    prepaid.top_up(actor, MoneyDraft(person("王芳"), "50"))
    with pytest.raises(peewee.IntegrityError, match="entry_stands"):
        query.execute("UPDATE ledger_entry SET voided_at = 'x'")


def test_a_restored_first_station_hears_the_others_before_it_writes_what_it_alone_writes(two, person):
    person("王芳")
    here = two(3)
    with here.at(1) as actor:
        backup = backups.back_up(here.folders[1], "manual", by=actor)

    def bed(somebody, number: str = "1") -> None:
        with writing(somebody, Action.EDIT_BED) as unit:
            unit.add(Bed(building="1", room="101", number=number, kind="nursing", mode="full"))

    with here.at(1) as actor:
        bed(actor)
        prepaid.top_up(actor, MoneyDraft(someone().id, "50"))
    here.carry(1, 2)
    stale = here.out(2)
    with here.at(1) as actor:
        restoring.restore(backup.path, here.folders[1])
        with pytest.raises(NotHeardYet) as refused:
            bed(actor)
        assert refused.value.stations == "2, 3"
        with pytest.raises(NotHeardYet):
            prepaid.top_up(actor, MoneyDraft(someone().id, "50"))
        # What every station writes goes on.
        eats(actor)
    # A file that was written before its station knew of the restoration may lack what was lost.
    with here.at(1) as actor:
        take(actor, stale)
        with pytest.raises(NotHeardYet):
            bed(actor, "2")
    here.carry(1, 2)
    here.carry(1, 3)
    here.carry(2, 1)
    with here.at(1) as actor:
        with pytest.raises(NotHeardYet) as refused:
            bed(actor, "2")
        assert refused.value.stations == "3"
    here.carry(3, 1)
    with here.at(1) as actor:
        assert [one.number for one in Bed.select()] == ["1"] and balance() == 5000
        bed(actor, "2")
        prepaid.top_up(actor, MoneyDraft(someone().id, "50"))
        assert query.ids("SELECT receipt_number FROM ledger_entry ORDER BY receipt_number") == [1, 2]
    settled(here, 1, 2, 3)


def test_who_gives_a_new_station_says_that_the_others_are_gone(two, person):
    person("王芳")
    here = two()
    with here.at(1) as actor:
        backup = backups.back_up(here.folders[1], "manual", by=actor)
        restoring.restore(backup.path, here.folders[1])
        with pytest.raises(NotHeardYet), writing(actor, Action.EDIT_BED) as unit:
            unit.add(Bed(building="1", room="101", number="1", kind="nursing", mode="full"))
    assert here.give() == 3
    with here.at(1) as actor, writing(actor, Action.EDIT_BED) as unit:
        unit.add(Bed(building="1", room="101", number="1", kind="nursing", mode="full"))


def test_a_restored_station_gives_nobody_the_code_that_somebody_has_on_a_card(two, person):
    person("王芳")
    here = two()
    with here.at(2) as actor:
        new_person(actor, "李强1", 21)
        backup = backups.back_up(here.folders[2], "manual", by=actor)
        lost = new_person(actor, "李强2", 22)
        (printed,) = query.texts("SELECT digits FROM printed_code WHERE resident_id = ?", [lost])
    here.carry(2, 1)
    with here.at(2) as actor:
        restoring.restore(backup.path, here.folders[2])
        other = new_person(actor, "李强3", 23)
        (fresh,) = query.ids("SELECT serial FROM printed_code WHERE resident_id = ?", [other])
        assert fresh == 10_100_002
        assert (
            query.count("SELECT serial FROM printed_code WHERE resident_id = ?", [new_person(actor, "李强4", 24)])
            == fresh + 1
        )
    settled(here, 1, 2)
    with here.at(1):
        assert query.texts(
            "SELECT name FROM resident r JOIN printed_code c ON c.resident_id = r.id WHERE digits = ?", [printed]
        ) == ["李强2"]
