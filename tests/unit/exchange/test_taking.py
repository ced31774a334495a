"""What one station wrote stands at the other, proved in its own chain; what both cannot have has a safe default."""

from __future__ import annotations

import datetime as dt
import sqlite3
from contextlib import closing

import pytest

from desktop.core.acts import Action
from desktop.core.errors import AlreadyRecorded
from desktop.core.exchange_errors import (
    ExchangeContradicts,
    ExchangeForked,
    ExchangeGap,
    ExchangeUnreadable,
    FirstStationOnly,
    NoSuchClash,
    StationsShare,
)
from desktop.core.paths import DataFolder
from desktop.core.period import Month
from desktop.core.trade import Role
from desktop.exchange import clashes, package
from desktop.exchange.out import BLOBS, COLUMNS
from desktop.exchange.taking import BOTH, take
from desktop.models import query
from desktop.models.bed import Bed, Stay
from desktop.models.ledger import LedgerEntry
from desktop.models.meal import Meal
from desktop.models.resident import Resident
from desktop.reports.months.render import reports_of
from desktop.services.centre import accounts, rights
from desktop.services.closing import corrections, drift, month_close
from desktop.services.keeping import backups, restoring
from desktop.services.privacy import consent, erasing
from desktop.services.privacy.consent import WithdrawalDraft
from desktop.services.register import listing
from desktop.services.writing import frozen
from desktop.services.writing.chain import Stamp, payload_hash, row_hash
from desktop.services.writing.heads import Knowledge
from desktop.services.writing.journal import writing
from desktop.services.writing.proving import prove
from tests.unit.exchange.acts import change, eats, new_person, someone
from tests.unit.exchange.same import state


def settled(here, *numbers: int) -> None:
    """Everybody has everything: the state is one, and every chain is proved."""
    for _ in range(2):
        for number in numbers[1:]:
            here.carry(number, numbers[0])
        for number in numbers[1:]:
            here.carry(numbers[0], number)
    states = []
    for number in numbers:
        with here.at(number):
            assert prove().troubles == []
            states.append(state())
    assert all(one == states[0] for one in states)


def test_what_a_second_station_records_stands_at_the_first(two, person):
    person("王芳")
    here = two()
    with here.at(1) as actor:
        new_person(actor, "张玉兰", 8)
    with here.at(2) as actor:
        new_person(actor, "李强", 7)
        # The same id in both stores is somebody else.
        eats(actor, "李强")
    taken = here.carry(2, 1)
    assert taken.rows and not taken.void and not taken.corrections
    with here.at(1):
        assert [row.name for row in listing.rows(listing.find_ids(listing.ResidentQuery(text="lq")))] == ["李强"]
        (meal,) = Meal.select()
        assert meal.resident.name == "李强"
        # The log is read in the ids of this store.
        (told,) = query.texts("SELECT after FROM change_log WHERE table_name = 'meal'")
        assert f'"resident_id": {meal.resident_id}' in told
    settled(here, 1, 2)


def test_what_was_taken_in_once_is_not_taken_in_again(two, person):
    person("王芳")
    here = two()
    path = here.out(2)
    with here.at(1) as actor:
        assert take(actor, path).rows > 0
        heads = query.count("SELECT count(*) FROM change_log")
        assert take(actor, path).rows == 0
        assert query.count("SELECT count(*) FROM change_log") == heads


def test_a_phone_number_that_both_changed_waits_for_a_person(two, person):
    person("王芳")
    here = two()
    with here.at(1) as actor:
        change(actor, someone(), phone="13800000001", room="1")
    with here.at(2) as actor:
        change(actor, someone(), phone="13800000002", building="2")
        change(actor, someone(), remarks="later")
        change(actor, someone(), phone="13800000003")
    here.carry(2, 1)
    with here.at(1) as actor:
        (clash,) = clashes.listed(actor)
        assert (clash.kind, clash.field, clash.ours, clash.theirs) == (
            "resident",
            "phone",
            "13800000001",
            "13800000003",
        )
        assert clash.holds == "theirs" and someone().phone == "13800000003"
        # What only one of them wrote is no clash, and stands.
        assert (someone().room, someone().building, someone().remarks) == ("1", "2", "later")
        clashes.decide(actor, clash.kind, clash.uid, clash.field, "ours")
        assert clashes.listed(actor) == [] and someone().phone == "13800000001"
        with pytest.raises(NoSuchClash):
            clashes.decide(actor, clash.kind, clash.uid, clash.field, "ours")
    here.carry(1, 2)
    with here.at(2) as actor:
        assert clashes.listed(actor) == [] and someone().phone == "13800000001"
    settled(here, 1, 2)


def test_a_decision_for_what_holds_already_is_a_write_too(two, person):
    person("王芳")
    here = two()
    with here.at(1) as actor:
        change(actor, someone(), phone="1")
    with here.at(2) as actor:
        change(actor, someone(), phone="2")
    here.carry(2, 1)
    here.carry(1, 2)
    with here.at(2) as actor:
        (clash,) = clashes.listed(actor)
        clashes.decide(actor, clash.kind, clash.uid, clash.field, clash.holds)
        assert clashes.listed(actor) == []
    here.carry(2, 1)
    with here.at(1) as actor:
        assert clashes.listed(actor) == []


def test_who_changes_what_was_taken_in_contradicts_nobody(two, person):
    person("王芳")
    here = two()
    with here.at(1) as actor:
        change(actor, someone(), phone="1")
    here.carry(1, 2)
    with here.at(2) as actor:
        change(actor, someone(), phone="2")
    here.carry(2, 1)
    with here.at(1) as actor:
        assert clashes.listed(actor) == [] and someone().phone == "2"


def test_of_one_meal_at_two_tills_the_later_is_void_at_both(two, person):
    person("王芳")
    here = two(3)
    meals = {}
    for number in (1, 2, 3):
        with here.at(number) as actor:
            # Whoever wrote more before has the later Lamport time.
            for _ in range(number):
                change(actor, someone(), remarks=f"{number}-{_}")
            meals[number] = eats(actor)
    assert here.carry(2, 1).void == (("meal", meals[2]),)
    assert here.carry(3, 2).void == (("meal", meals[3]),)
    settled(here, 1, 2, 3)
    with here.at(3) as actor:
        assert [row.uid for row in Meal.select().where(Meal.voided_at.is_null())] == [meals[1]]
        cases = [one for one in clashes.listed(actor) if one.field == "voided_at"]
        assert {one.uid for one in cases} == {meals[2], meals[3]}
        # The one that is void cannot stand beside the other; that it is void can be agreed to.
        with pytest.raises(AlreadyRecorded):
            clashes.decide(actor, "meal", meals[3], "voided_at", "theirs")
        clashes.decide(actor, "meal", meals[3], "voided_at", "ours")
        assert {one.uid for one in clashes.listed(actor) if one.field == "voided_at"} == {meals[2]}
    settled(here, 1, 2, 3)


def test_one_bed_given_twice(two, person, actor):
    person("王芳")
    person("李强")
    with writing(actor, Action.EDIT_BED) as unit:
        unit.add(Bed(building="1", room="101", number="1", kind="nursing", mode="full"))
    here = two()
    for number, name in ((1, "王芳"), (2, "李强")):
        with here.at(number) as somebody, writing(somebody, Action.ADMIT) as unit:
            unit.add(Stay(bed=Bed.get(), resident=someone(name), from_on=dt.date(2026, 10, number)))
    here.carry(2, 1)
    here.carry(1, 2)
    for number in (1, 2):
        with here.at(number):
            found = {stay.resident.name: stay.void_reason for stay in Stay.select()}
            assert sorted(found.values()) == ["", BOTH]
    settled(here, 1, 2)


def test_somebody_new_typed_at_both_keeps_both_records_and_one_number(two, person):
    person("王芳")
    here = two()
    for number in (1, 2):
        with here.at(number) as actor:
            new_person(actor, f"李强{number}", 77)
            eats(actor, f"李强{number}")
    ((table, uid),) = here.carry(2, 1).void
    assert table == "resident"
    settled(here, 1, 2)
    with here.at(2) as actor:
        people = list(Resident.select().where(Resident.name.startswith("李强"), Resident.voided_at.is_null()))
        assert sorted(one.id_number is None for one in people) == [False, True]
        (case,) = [one for one in clashes.listed(actor) if one.kind == "resident"]
        assert (case.uid, case.field, case.ours) == (uid, "id_number", None) and "*" in case.theirs
        assert query.count("SELECT count(*) FROM living_meal") == 2


def test_money_of_a_meal_that_is_void_goes_back_once(two, person, canteen_prices, actor):
    who = person("王芳")
    with writing(actor, Action.TOP_UP) as unit:
        unit.add(LedgerEntry(account="canteen", resident_id=who, day=dt.date(2026, 10, 1), kind="top_up", amount=5000))
    here = two()
    for number in (1, 2):
        with here.at(number) as somebody:
            change(somebody, someone(), remarks=str(number))
            eats(somebody)
            with writing(somebody, Action.RECORD_MEAL) as unit:
                meal = Meal.get()
                unit.add(
                    LedgerEntry(
                        account="canteen",
                        resident=someone(),
                        day=meal.eaten_on,
                        kind="deduct",
                        amount=-1500,
                        meal_id=meal.id,
                    )
                )
    # Both take the other's file in before either knows what the other did about it.
    paths = {number: here.out(number) for number in (1, 2)}
    for giver, taker in ((1, 2), (2, 1)):
        with here.at(taker) as somebody:
            take(somebody, paths[giver])
    settled(here, 1, 2)
    with here.at(1):
        assert query.count("SELECT sum(amount) FROM ledger_entry") == 3500
        assert query.count("SELECT count(*) FROM ledger_entry") == 4


def test_a_late_row_of_a_closed_month_opens_a_correction_and_changes_no_paper(two, person, now):
    person("王芳")
    here = two()
    month = Month(2026, 9)
    with here.at(1) as actor:
        month_close.close(actor, month, reports_of, "没有遗漏")
        digest = frozen.latest(month).sha256
    with here.at(2) as actor:
        eats(actor, day=dt.date(2026, 9, 3))
    assert here.carry(2, 1).corrections == ("2026-09",)
    with here.at(1) as actor:
        assert frozen.latest(month).sha256 == digest
        assert [str(one.difference.figure) for one in drift.of(month, reports_of)] != []
        assert [one.state for one in corrections.listed(month)] == ["open"]
    settled(here, 1, 2)
    with here.at(2):
        # The frozen papers came along.
        assert frozen.latest(month).sha256 == digest and frozen.require_all_whole() == 1


def test_a_second_station_refuses_what_has_one_writer(two, person):
    person("王芳")
    here = two()
    with here.at(2) as actor:
        with pytest.raises(FirstStationOnly), writing(actor, Action.EDIT_BED) as unit:
            unit.add(Bed(building="1", room="101", number="1", kind="nursing", mode="full"))
        with pytest.raises(FirstStationOnly), writing(actor, Action.TOP_UP) as unit:
            unit.add(
                LedgerEntry(
                    account="canteen",
                    resident=someone(),
                    day=dt.date(2026, 10, 1),
                    kind="top_up",
                    amount=1,
                    receipt_year=2026,
                    receipt_number=1,
                )
            )
        with pytest.raises(FirstStationOnly):
            change(actor, someone(), photo="a.jpg")
        with pytest.raises(FirstStationOnly):
            rights.say(actor, Role.CLERK, Action.EDIT_WORKER, "all")


def test_passwords_and_rights_come_along(two, person):
    person("王芳")
    here = two()
    with here.at(1) as actor:
        accounts.set_password(actor, "主任甲", "correct horse 1")
        rights.say(actor, Role.CLERK, Action.EDIT_WORKER, "all")
    here.carry(1, 2)
    with here.at(2):
        assert accounts.sign_in("主任甲", "correct horse 1").role == Role.DIRECTOR
        accounts.require_a_way_in()
        assert rights.right(Action.EDIT_WORKER).of(Role.CLERK) == "all"


def test_a_restored_station_gets_back_what_it_lost(two, person):
    person("王芳")
    here = two()
    with here.at(2) as actor:
        backup = backups.back_up(here.folders[2], "manual", by=actor)
    with here.at(2) as actor:
        eats(actor)
    here.carry(2, 1)
    with here.at(1) as actor:
        new_person(actor, "张玉兰", 8)
    # What the first station knows that the second has, the restored one has no more.
    here.carry(1, 2)
    here.carry(2, 1)
    with here.at(2):
        restoring.restore(backup.path, here.folders[2])
        assert query.count("SELECT count(*) FROM meal") == 0
    # The first station does not know yet that it has to give them back.
    with pytest.raises(ExchangeGap):
        here.carry(1, 2)
    here.carry(2, 1)
    here.carry(1, 2)
    with here.at(2):
        assert query.count("SELECT count(*) FROM living_meal") == 1
    with here.at(2):
        assert query.count("SELECT count(*) FROM living_resident WHERE name = '张玉兰'") == 1
    settled(here, 1, 2)


def test_two_lives_of_one_station_are_named(two, person, tmp_path):
    person("王芳")
    here = two()
    with here.at(2) as actor:
        backup = backups.back_up(here.folders[2], "manual", by=actor)
    for _ in range(2):
        with here.at(2):
            restoring.restore(backup.path, here.folders[2])
        path = here.out(2)
        if _ == 0:
            with here.at(1) as actor:
                take(actor, path)
    with here.at(1) as actor:
        before = query.count("SELECT count(*) FROM change_log"), query.count("SELECT count(*) FROM epoch")
        with pytest.raises(ExchangeForked) as refused:
            take(actor, path)
        assert refused.value.station == 2 and refused.value.first < refused.value.second
        assert before == (query.count("SELECT count(*) FROM change_log"), query.count("SELECT count(*) FROM epoch"))
        assert take(actor, path, accept_fork=True).rows


def test_a_copied_folder_is_found_out(two, person, tmp_path):
    import shutil

    person("王芳")
    here = two()
    shutil.copytree(here.folders[2].root, tmp_path / "copy")
    with here.at(2) as actor:
        eats(actor)
    here.carry(2, 1)
    here.folders[2] = DataFolder(tmp_path / "copy")
    with here.at(2) as actor:
        new_person(actor, "李强", 9)
    path = here.out(2)
    with here.at(1) as actor:
        count = query.count("SELECT count(*) FROM change_log")
        with pytest.raises(ExchangeContradicts):
            take(actor, path)
        assert query.count("SELECT count(*) FROM change_log") == count


@pytest.mark.parametrize("place", [0, 40, -40, -1])
def test_a_changed_byte_is_refused(two, person, place):
    person("王芳")
    here = two()
    path = here.out(2)
    data = bytearray(path.read_bytes())
    data[place] ^= 1
    path.write_bytes(bytes(data))
    with here.at(1) as actor, pytest.raises(ExchangeUnreadable):
        take(actor, path)


def test_a_file_tells_nobody_anything(two, person):
    person("王芳")
    here = two()
    with here.at(2) as actor:
        change(actor, someone(), phone="13800000001")
    data = here.out(2).read_bytes()
    assert data.startswith(b"age-encryption.org/v1") and b"13800000001" not in data


@pytest.mark.parametrize(
    "forgery",
    [
        "UPDATE change_origin SET after = replace(after, 'lunch', 'dinner') WHERE after LIKE '%lunch%'",
        "UPDATE change_log SET after = replace(after, 'lunch', 'dinner') WHERE after LIKE '%lunch%' AND station = 2",
        "UPDATE change_log SET after = replace(after, '_id\": 3', '_id\": 1') WHERE table_name = 'meal'",
        "UPDATE change_log SET refs = replace(refs, '3', '1') WHERE table_name = 'meal'",
        "UPDATE meal SET meal = 'dinner'",
        "DELETE FROM change_log WHERE id = (SELECT max(id) FROM change_log WHERE station = 2)",
    ],
)
def test_a_row_taken_in_that_was_changed_here_is_named(two, person, forgery):
    person("王芳")
    here = two()
    with here.at(2) as actor:
        new_person(actor, "李强", 7)
        eats(actor, "李强")
    with here.at(1) as actor:
        new_person(actor, "张玉兰", 8)
    here.carry(2, 1)
    with closing(sqlite3.connect(here.folders[1].database)) as store, store:
        saved = store.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _ in saved:
            store.execute(f"DROP TRIGGER {name}")
        store.execute(forgery)
        for _, made in saved:
            store.execute(made)
    with here.at(1):
        assert [one.station for one in prove().chains if not one.ok] == [2]


def test_one_balance_eaten_up_at_two_tills_is_a_case(two, person, actor):
    who = person("王芳")
    with writing(actor, Action.TOP_UP) as unit:
        unit.add(LedgerEntry(account="canteen", resident_id=who, day=dt.date(2026, 10, 1), kind="top_up", amount=2000))
    here = two()
    for number in (1, 2):
        with here.at(number) as somebody, writing(somebody, Action.RECORD_MEAL) as unit:
            day = dt.date(2026, 10, 19 + number)
            unit.add(LedgerEntry(account="canteen", resident=someone(), day=day, kind="deduct", amount=-1500))
    with here.at(1) as somebody:
        assert clashes.listed(somebody) == []
    settled(here, 1, 2)
    for number in (1, 2):
        with here.at(number) as somebody:
            (case,) = clashes.listed(somebody)
            assert (case.kind, case.field, case.name) == ("ledger_entry", "balance", "王芳")
            assert case.ours.endswith("10.00") and case.ours != "10.00"


def test_what_was_done_before_anybody_knew_of_a_withdrawal_stands(two, person):
    who = person("王芳")
    here = two()
    with here.at(1) as actor:
        consent.withdraw(actor, who, ["processing"], WithdrawalDraft("2026-10-20", "本人"))
    with here.at(2) as actor:
        # Later than the withdrawal by the order of the log, and without a word of it.
        for number in range(20):
            change(actor, someone(), remarks=f"{number}")
        meal = eats(actor)
    assert here.carry(2, 1).void == ()
    assert here.carry(1, 2).void == ()
    for number in (1, 2):
        with here.at(number):
            assert query.texts("SELECT uid FROM living_meal") == [meal]
            assert query.count("SELECT count(*) FROM living_consent_withdrawal") > 0


def test_of_three_that_wrote_a_field_each_sees_its_own_beside_what_holds(two, person):
    person("王芳")
    here = two(3)
    for number in (1, 2, 3):
        with here.at(number) as actor:
            for _ in range(number):
                change(actor, someone(), remarks=f"{number}-{_}")
            change(actor, someone(), phone=f"{number}")
    here.carry(2, 1)
    here.carry(3, 1)
    here.carry(1, 2)
    for number, sides in ((1, ("1", "3")), (2, ("2", "3"))):
        with here.at(number) as actor:
            (clash,) = (one for one in clashes.listed(actor) if one.field == "phone")
            assert (clash.ours, clash.theirs, clash.holds) == (*sides, "theirs")


def test_a_write_is_known_to_itself_and_to_what_comes_after_it(two, person):
    person("王芳")
    here = two()
    with here.at(1) as actor:
        change(actor, someone(), phone="1")
        written = query.fetch("SELECT epoch, station, counter FROM change_log ORDER BY counter DESC LIMIT 2")
        last, before = (Stamp(*one) for one in written)
        known = Knowledge()
    assert known.knew(last, last) and known.knew(last, before) and not known.knew(before, last)


def test_a_chain_with_another_row_in_its_middle_is_refused(two, person, tmp_path):
    person("王芳")
    here = two()
    with here.at(2) as actor:
        change(actor, someone(), phone="1")
        change(actor, someone(), phone="2")
    path, forged = here.out(2), tmp_path / "forged.shizhu-exchange"
    with here.at(1) as actor:
        identity, recipient = query.fetch_one("SELECT identity, recipient FROM exchange_key")
        opened = package.read(path, identity)
        at = next(at for at, values in enumerate(opened.parts["log"]) if '"phone": "1"' in str(values))
        row = dict(zip(COLUMNS, opened.parts["log"][at], strict=True))
        row |= {"after": row["after"].replace('"1"', '"9"')} | {one: bytes.fromhex(row[one]) for one in BLOBS}
        row |= {"payload_sha256": payload_hash(row)}
        row |= {"hash": row_hash(row)}
        opened.parts["log"][at] = [row[one].hex() if one in BLOBS else row[one] for one in COLUMNS]
        lines = [(part, values) for part, rows in opened.parts.items() for values in rows]
        about = {name: one for name, one in opened.about.items() if name not in ("kind", "version")}
        package.write(forged, recipient, about, lines)
        with pytest.raises(ExchangeContradicts):
            take(actor, forged)
        assert someone().phone == ""


def test_a_second_station_gives_codes_of_its_own_and_no_account(two, person):
    person("王芳")
    here = two(3)
    serials = {}
    for number in (1, 2, 3):
        with here.at(number) as actor:
            who = new_person(actor, f"李强{number}", 20 + number)
            serials[number] = query.count("SELECT serial FROM printed_code WHERE resident_id = ?", [who])
            if number > 1:
                with pytest.raises(FirstStationOnly):
                    accounts.add_account(actor, "前台丁", Role.CLERK, "correct horse 1")
                accounts.set_password(actor, "主任甲", f"correct horse {number}")
    assert [f"{one:08d}"[0] for one in serials.values()] == ["0", "1", "2"]
    settled(here, 1, 2, 3)
    with here.at(1) as actor:
        assert clashes.listed(actor) == []
        assert accounts.sign_in("主任甲", "correct horse 3").station == 1


def test_nobody_is_deleted_where_others_have_it_all(two, person):
    who = person("王芳")
    here = two()
    with here.at(1) as actor, pytest.raises(StationsShare):
        erasing.erase(actor, who, "本人要求")
