"""The master key is unwrapped by a right password or a right sheet, and by nothing else."""

import datetime as dt
import json
from dataclasses import replace

import pytest

from desktop.core import clock
from desktop.core.account_errors import SignInPaused, WrongPassword
from desktop.core.recovery import RecoveryMistyped, RecoveryOfOther, groups_of, new_secret
from desktop.core.sealing import Tree
from desktop.core.storage_errors import KeysDamaged
from desktop.models import vault
from desktop.services.centre import keyring, unlocking
from desktop.services.centre.keyring import Keyring

NOW = dt.datetime(2026, 10, 21, 8, 0)


@pytest.fixture(autouse=True)
def no_keys():
    vault.forget()
    yield
    vault.forget()


@pytest.fixture
def tree():
    return Tree.new()


@pytest.fixture
def ring(tree):
    return keyring.with_person(Keyring(tree.name, "530114"), tree, "uid-1", "主任甲", "director", "青山绿水2026")


@pytest.fixture
def store(tmp_path, ring):
    path = tmp_path / "shizhu.db"
    path.write_bytes(b"\x05" * 4096)
    keyring.write(vault.keys_beside(path), ring)
    return path


def test_the_password_opens_and_no_other_does(ring, tree):
    assert keyring.by_password(ring, "主任甲", "青山绿水2026") == ("uid-1", tree)
    assert keyring.by_password(ring, " 主任甲 ", "青山绿水2026") == ("uid-1", tree)
    for name, password in (("主任甲", "青山绿水2025"), ("主任甲", ""), ("前台乙", "青山绿水2026")):
        assert keyring.by_password(ring, name, password)[1] is None


def test_what_is_kept_says_who_and_nothing_of_key_or_password(store, ring, tree):
    text = vault.keys_beside(store).read_text(encoding="utf-8")
    assert "主任甲" in text and "director" in text
    assert tree.master.hex() not in text and "青山绿水" not in text
    assert keyring.read(vault.keys_beside(store)) == ring
    assert vault.keys_beside(store).stat().st_mode & 0o777 in (0o600, 0o644)


def test_a_lock_moved_to_another_name_or_another_centre_opens_nothing(ring):
    (lock,) = ring.people
    stolen = replace(ring, people=(replace(lock, uid="uid-2"),))
    assert keyring.by_password(stolen, "主任甲", "青山绿水2026")[1] is None
    assert keyring.by_password(replace(ring, tree="0" * 16), "主任甲", "青山绿水2026")[1] is None


def test_the_sheet_opens_and_a_newer_sheet_takes_its_place(ring, tree):
    first, second = new_secret(), new_secret()
    ring = keyring.with_sheet(ring, tree, first)
    assert keyring.by_sheet(ring, " ".join(groups_of(first))) == tree
    with pytest.raises(RecoveryOfOther):
        keyring.by_sheet(ring, " ".join(groups_of(second)))
    ring = keyring.with_sheet(ring, tree, second)
    assert keyring.by_sheet(ring, " ".join(groups_of(second))) == tree
    with pytest.raises(RecoveryOfOther):
        keyring.by_sheet(ring, " ".join(groups_of(first)))
    with pytest.raises(RecoveryMistyped):
        keyring.by_sheet(ring, "1234")


def test_while_a_password_is_changed_both_open_and_then_the_new_one_alone(ring, tree):
    both = keyring.with_person(ring, tree, "uid-1", "主任甲", "director", "another one")
    assert {keyring.by_password(both, "主任甲", word) for word in ("青山绿水2026", "another one")} == {("uid-1", tree)}
    after = keyring.only_newest(both, "uid-1")
    assert keyring.by_password(after, "主任甲", "another one")[1] == tree
    assert keyring.by_password(after, "主任甲", "青山绿水2026")[1] is None
    assert keyring.without(after, ["uid-1"]).people == ()


def test_wrong_passwords_are_counted_before_there_is_a_database_and_the_right_one_ends_the_row(store, tree):
    with clock.standing_at(NOW):
        for _ in range(4):
            with pytest.raises(WrongPassword):
                unlocking.unlock(store, "主任甲", "wrong")
        with pytest.raises(SignInPaused) as told:
            unlocking.unlock(store, "主任甲", "青山绿水2026")
        assert told.value.seconds == 15
    with clock.standing_at(NOW + dt.timedelta(seconds=16)):
        unlocking.unlock(store, "主任甲", "青山绿水2026")
    assert vault.held() == (tree,)
    assert [one.tries for one in keyring.read(vault.keys_beside(store)).people] == [0]


def test_a_name_without_a_lock_is_told_the_same(store):
    with pytest.raises(WrongPassword):
        unlocking.unlock(store, "nobody", "青山绿水2026")
    assert vault.held() == () and unlocking.names(store) == ("主任甲",)


def test_keys_that_are_missing_cut_or_of_a_later_format_are_named(store):
    path = vault.keys_beside(store)
    text = path.read_text(encoding="utf-8")
    later = json.dumps({**json.loads(text), "format": 2})
    for content in (text[: len(text) // 2], "", "[]", "{}", later):
        path.write_text(content, encoding="utf-8")
        with pytest.raises(KeysDamaged):
            unlocking.unlock(store, "主任甲", "青山绿水2026")
    path.unlink()
    with pytest.raises(KeysDamaged):
        unlocking.names(store)


def test_keys_that_were_on_their_way_are_taken_only_by_the_store_they_fit(store, ring):
    coming = keyring.next_keys(store)
    keyring.write(coming, replace(ring, centre="999999", store_salt="ff" * 16))
    keyring.settle(store)
    assert not coming.exists() and unlocking.ring_of(store).centre == "530114"
    keyring.write(coming, replace(ring, centre="999999", store_salt=keyring.salt_of(store)))
    keyring.settle(store)
    assert not coming.exists() and unlocking.ring_of(store).centre == "999999"
    coming.write_text("{", encoding="utf-8")
    keyring.settle(store)
    assert not coming.exists() and unlocking.ring_of(store).centre == "999999"


def test_keys_beside_a_plain_store_are_put_away_and_not_lost(store, ring):
    store.write_bytes(b"SQLite format 3\0" + bytes(4096))
    with clock.standing_at(NOW):
        keyring.settle(store)
    assert not vault.keys_beside(store).exists()
    (kept,) = store.parent.glob("keys-unused-*.json")
    assert keyring.read(kept) == ring


def test_trees_of_before_are_at_hand_with_the_one_that_keeps_them(ring, tree):
    older = Tree.new()
    ring = keyring.with_older(ring, tree, [older, tree])
    assert len(ring.older) == 1
    keyring.hold(ring, tree)
    assert vault.held() == (tree, older)
