"""Wrong passwords where nothing can be written: counted in this process, with the same pauses; then written."""

import datetime as dt
import sqlite3

import pytest

from desktop.core import clock
from desktop.core.account_errors import SignInPaused, WrongPassword
from desktop.core.storage_errors import DatabaseBusy
from desktop.models import driver, query, vault
from desktop.models.database import only_looking
from desktop.services.centre import accounts, centres, entering, keyring, pausing, tries, unlocking
from desktop.services.centre.pausing import Count
from desktop.services.keeping import encryption
from desktop.services.writing.actor import Actor
from tests.disks import fill, make_room, moved_to, seal_off

WORD, WRONG = "青山绿水2026", "falsch00"
MORNING = dt.datetime(2026, 11, 2, 8, 0)


def after(seconds):
    return clock.standing_at(MORNING + dt.timedelta(seconds=seconds))


def guess(name="主任甲", times=1):
    for _ in range(times):
        with pytest.raises(WrongPassword):
            accounts.sign_in(name, WRONG)


def waits(name="主任甲"):
    """How long one is told to wait, the right password in hand."""
    with pytest.raises(SignInPaused) as told:
        accounts.sign_in(name, WORD)
    return told.value.seconds


@pytest.fixture
def director(actor):
    accounts.set_password(actor, "主任甲", WORD)
    return actor


@pytest.fixture
def no_room(monkeypatch):
    """A disk, on any machine, on which SQLite cannot lay its log out; room is made by calling it."""
    connect = driver.Store._connect
    full = [True]

    def without_room(store):
        if full and "immutable" not in store.database:
            raise sqlite3.OperationalError("database or disk is full")
        return connect(store)

    monkeypatch.setattr(driver.Store, "_connect", without_room)
    return full.clear


@pytest.fixture
def looking(director, folder, no_room):
    """The centre, open to be looked at; what is called makes room."""
    centres.close_centre()
    centres.open_centre(folder)
    assert only_looking() is not None
    return no_room


def test_while_only_looking_the_pauses_grow_as_ever(director, looking):
    with after(0):
        guess(times=4)
        assert waits() == 15
    with after(10):
        assert waits() == 5
    with after(15):
        guess()
        assert waits() == 30
    with after(45):
        assert accounts.sign_in("主任甲", WORD)
        guess(times=3)
        assert accounts.sign_in("主任甲", WORD), "the right one begins the count anew"


def test_names_that_nobody_has_wait_together_while_only_looking(director, looking):
    with after(0):
        guess("某甲", 2)
        guess("某乙", 2)
        assert waits("某丙") == 15
        assert accounts.sign_in("主任甲", WORD), "who did nothing wrong need not wait"


def test_what_was_written_before_counts_on(director, monkeypatch):
    with after(0):
        guess(times=3)
        refuse_writes(monkeypatch)
        guess()
        assert waits() == 15


def test_the_right_password_ends_what_was_written_too_while_only_looking(director, folder, monkeypatch):
    with after(0):
        guess(times=4)
    refuse_writes(monkeypatch)
    with after(20):
        assert accounts.sign_in("主任甲", WORD)
        guess(times=3)
        assert accounts.sign_in("主任甲", WORD), "four were written, and ended since"


def refuse_writes(monkeypatch):
    """Another program is in the middle of something and does not come to an end."""

    def busy():
        raise DatabaseBusy()

    monkeypatch.setattr(tries, "transaction", busy)


def test_a_database_that_is_busy_does_not_switch_the_pauses_off(director, monkeypatch):
    refuse_writes(monkeypatch)
    with after(0):
        guess(times=4)
        assert waits() == 15


def test_once_there_is_room_what_was_counted_is_written(director, folder, looking):
    with after(0):
        guess(times=4)
    centres.close_centre()
    looking()
    centres.open_centre(folder)
    assert query.count("SELECT count(*) FROM sign_in_try") == 0
    with after(0):
        assert waits() == 15
    assert query.fetch("SELECT tries FROM sign_in_try") == [(4,)]
    with after(15):
        assert accounts.sign_in("主任甲", WORD)
    assert query.count("SELECT count(*) FROM sign_in_try") == 0


def test_a_clock_set_back_begins_the_pause_anew_once_while_only_looking(director, looking):
    with after(0):
        guess(times=4)
    back = -400 * 24 * 3600
    with after(back):
        assert waits() == 15
    with after(back + 14):
        assert waits() == 1
    with after(back + 15):
        assert accounts.sign_in("主任甲", WORD)


def test_the_director_is_told_of_wrong_ones_that_could_not_be_written(director, looking):
    with after(0):
        guess(times=2)
        guess("某甲")
        mine = accounts.sign_in("主任甲", WORD)
        told = tries.of_late(mine)
    assert (told["主任甲"].wrong, told["主任甲"].last_wrong[:16], told[""].wrong) == (2, "2026-11-02 08:00", 1)


# An encrypted centre, on disks that are really so.


@pytest.fixture
def encrypted(director, person):
    vault.forget()
    person("欧阳测试")
    offered = encryption.offer(director)
    encryption.encrypt(director, WORD, offered, " ".join(offered.groups))
    yield director
    centres.close_centre()
    vault.forget()


def locked_away(folder, disk):
    centres.close_centre()
    vault.forget()
    return moved_to(disk, folder)


def tried(folder, password=WRONG):
    with pytest.raises(WrongPassword):
        unlocking.unlock(folder.database, "主任甲", password)


def asked_to_wait(folder):
    with pytest.raises(SignInPaused) as told:
        unlocking.unlock(folder.database, "主任甲", WORD)
    return told.value.seconds


@pytest.mark.parametrize("spoil", [seal_off, fill])
def test_keys_that_cannot_be_written_are_not_guessed_at_without_a_pause(encrypted, folder, small_disk, spoil):
    there = locked_away(folder, small_disk)
    spoil(small_disk)
    before = vault.keys_beside(there.database).read_bytes()
    with after(0):
        for _ in range(4):
            tried(there)
        assert asked_to_wait(there) == 15
    with after(15):
        tried(there)
        assert asked_to_wait(there) == 30
    with after(45):
        mine = entering.enter(there, "主任甲", WORD)
        assert isinstance(mine, Actor) and only_looking() is not None
        centres.close_centre()
        vault.forget()
        tried(there)
        tried(there)
        assert unlocking.unlock(there.database, "主任甲", WORD), "the right one ended the row"
    assert vault.keys_beside(there.database).read_bytes() == before


def test_once_there_is_room_the_keys_know_what_was_guessed(encrypted, folder, small_disk):
    there = locked_away(folder, small_disk)
    fill(small_disk)
    with after(0):
        for _ in range(4):
            tried(there)
        make_room(small_disk)
        assert asked_to_wait(there) == 15
    (lock,) = keyring.read(vault.keys_beside(there.database)).people
    assert lock.tries == 4
    assert pausing.known(there.database, lock.uid, Count(0, "x")) == Count(0, "x"), "nothing is left"


def test_a_clock_set_back_keeps_nobody_out_of_an_encrypted_centre_for_a_year(encrypted, folder, small_disk):
    there = locked_away(folder, small_disk)
    with after(0):
        for _ in range(4):
            tried(there)
    back = -400 * 24 * 3600
    with after(back):
        assert asked_to_wait(there) == 15
    with after(back + 15):
        assert unlocking.unlock(there.database, "主任甲", WORD)


def test_of_two_counts_that_are_as_long_the_one_that_was_written_counts(tmp_path):
    pausing.count_here(tmp_path, "1", Count(3, "08:00"), Count(4, "08:01"))
    assert pausing.known(tmp_path, "1", Count(3, "08:00")) == Count(4, "08:01")
    assert pausing.known(tmp_path, "1", Count(4, "08:02")) == Count(4, "08:02")
    assert pausing.known(tmp_path, "1", Count(2, "08:02")) == Count(4, "08:01")
    pausing.written(tmp_path, "1")
    assert pausing.known(tmp_path, "1", Count(2, "08:02")) == Count(2, "08:02")
