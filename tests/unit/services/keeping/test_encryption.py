"""A plain centre becomes an encrypted one and back: nothing lost, nothing readable, nothing half."""

import datetime as dt
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.core import clock
from desktop.core.account_errors import WrongPassword
from desktop.core.acts import Thing
from desktop.core.answers import BackupReason
from desktop.core.encryption_errors import (
    AlreadyEncrypted,
    EncryptionUndone,
    FilesSealed,
    NotEncrypted,
    PasswordFirst,
)
from desktop.core.errors import Cancelled, InvalidDraft, NotAllowed
from desktop.core.paths import DataFolder
from desktop.core.progress import Progress
from desktop.core.recovery import RecoveryMistyped, RecoveryOfOther, groups_of, new_secret
from desktop.core.sealing import MARK, Branch, is_sealed_store
from desktop.core.storage_errors import DatabaseBusy, KeyWanted
from desktop.models import query, vault
from desktop.models.database import integrity_problems, sealed_with
from desktop.models.migrate import trigger_problems
from desktop.services.centre import accounts, centres, cut_short, entering, keyring, sealed_files, unlocking
from desktop.services.keeping import backups, encryption, plain_copies, restoring, startup
from desktop.services.residents import photos
from desktop.services.writing import verifying
from desktop.services.writing.actor import Actor

WORD = "青山绿水2026"
PHOTO = b"\xff\xd8\xff" + "王芳的照片".encode() * 30
NAME = "欧阳测试"


@pytest.fixture(autouse=True)
def no_keys():
    vault.forget()
    yield
    vault.forget()


@pytest.fixture
def director(actor, person):
    """The director with a password, and a centre that holds something."""
    accounts.set_password(actor, actor.name, WORD)
    one = person(NAME)
    photos.store(actor, one, PHOTO)
    (DataFolder(photos.photo_of(one).parents[1]).drafts / "1").mkdir(parents=True, exist_ok=True)
    vault.keep(DataFolder(photos.photo_of(one).parents[1]).drafts / "1" / "box.json", Branch.DRAFTS, NAME.encode())
    return actor


@pytest.fixture
def offered(director):
    return encryption.offer(director)


@pytest.fixture
def sheet(offered):
    return " ".join(offered.groups)


@pytest.fixture
def encrypted(director, offered, sheet):
    encryption.encrypt(director, WORD, offered, sheet)
    return director


def counts():
    tables = query.texts("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    return {name: query.count(f'SELECT count(*) FROM "{name}"') for name in tables}


def readable_in(root: Path, *, but: tuple[str, ...] = ()) -> list[str]:
    """The files below a folder in which the name or an ID number of the elder can be read."""
    number = query.text("SELECT id_number FROM resident")
    looked_for = (NAME.encode(), number.encode(), "王芳的照片".encode())
    found = [path for path in root.rglob("*") if path.is_file() and not any(part in path.name for part in but)]
    return sorted(path.name for path in found if any(one in path.read_bytes() for one in looked_for))


def test_every_row_is_there_and_the_guards_and_the_log_stand(director, offered, sheet, folder):
    before = counts()
    rows = encryption.encrypt(director, WORD, offered, sheet)
    assert sealed_with() == offered.tree and is_sealed_store(folder.database)
    after = counts()
    changed = {name for name in before if before[name] != after[name]}
    # The backup before and the encryption itself are in the log.
    assert changed <= {"change_log", "sign_in_try"} and after["change_log"] == before["change_log"] + 2
    assert {name: rows[name] for name in before if name not in changed} == {
        name: before[name] for name in before if name not in changed
    }
    assert (integrity_problems(), trigger_problems()) == ([], [])
    verifying.require_whole(verifying.verify())
    assert query.fetch_one("SELECT table_name, after FROM change_log ORDER BY id DESC LIMIT 1") == (
        Thing.STORE,
        '{"encrypted": true}',
    )


def test_nothing_of_anybody_is_readable_without_the_key(encrypted, folder):
    clear = {one.path.name for one in plain_copies.found(folder)}
    # The backup of before and the pictures beside it.
    assert {name for name in readable_in(folder.root)} == clear and len(clear) == 2
    made = backups.back_up(folder, BackupReason.MANUAL)
    assert NAME.encode() not in made.path.read_bytes()
    assert plain_copies.replace_all(encrypted) == []
    assert readable_in(folder.root) == []
    assert [backups.verify(one.path).sha256 for one in backups.listed(folder)]


def test_what_was_kept_is_read_as_before(encrypted, folder):
    (photo,) = folder.photos.iterdir()
    assert photo.read_bytes().startswith(MARK) and photos.picture(photo) == PHOTO
    assert vault.read(folder.drafts / "1" / "box.json", Branch.DRAFTS).decode() == NAME


def test_a_new_start_asks_for_the_key_and_opens_by_the_password(encrypted, folder):
    centres.close_centre()
    vault.forget()
    assert unlocking.is_locked(folder.database) and unlocking.names(folder.database) == (encrypted.name,)
    with pytest.raises(KeyWanted):
        centres.open_centre(folder)
    with pytest.raises(WrongPassword):
        entering.enter(folder, encrypted.name, "not this one")
    entered = entering.enter(folder, encrypted.name, WORD)
    assert entered == encrypted and query.text("SELECT name FROM living_resident") == NAME
    assert not unlocking.is_locked(folder.database)


def test_who_forgot_the_password_comes_in_by_the_sheet_and_the_old_password_is_gone(encrypted, folder, sheet):
    centres.close_centre()
    vault.forget()
    with pytest.raises(RecoveryMistyped):
        entering.enter_by_sheet(folder, "1234", encrypted.name, "another word 1")
    with pytest.raises(RecoveryOfOther):
        entering.enter_by_sheet(folder, " ".join(groups_of(new_secret())), encrypted.name, "another word 1")
    assert entering.enter_by_sheet(folder, sheet, encrypted.name, "another word 1").name == encrypted.name
    centres.close_centre()
    vault.forget()
    with pytest.raises(WrongPassword):
        entering.enter(folder, encrypted.name, WORD)
    vault.forget()
    assert entering.enter(folder, encrypted.name, "another word 1") == encrypted


def test_by_the_sheet_nobody_becomes_what_they_are_not(encrypted, folder, sheet):
    accounts.add_account(encrypted, "前台乙", "clerk", "a clerk's word")
    centres.close_centre()
    with pytest.raises(NotAllowed):
        entering.enter_by_sheet(folder, sheet, "前台乙", "another word 1")


def test_an_account_gets_its_key_with_a_new_password_or_at_its_next_sign_in_and_loses_it_when_closed(encrypted, folder):
    accounts.add_account(encrypted, "前台乙", "clerk", "a clerk's word")
    assert unlocking.names(folder.database) == (encrypted.name,)
    accounts.sign_in("前台乙", "a clerk's word")
    assert unlocking.names(folder.database) == (encrypted.name, "前台乙")
    accounts.set_password(encrypted, "前台乙", "the next word")
    centres.close_centre()
    vault.forget()
    with pytest.raises(WrongPassword):
        entering.enter(folder, "前台乙", "a clerk's word")
    assert entering.enter(folder, "前台乙", "the next word").name == "前台乙"
    accounts.set_active(encrypted, "前台乙", False)
    assert unlocking.names(folder.database) == (encrypted.name,)


def test_a_password_that_was_refused_opens_nothing(encrypted, folder):
    before = unlocking.ring_of(folder.database)
    with pytest.raises(InvalidDraft):
        accounts.set_password(encrypted, encrypted.name, "123")
    assert unlocking.ring_of(folder.database) == before


def test_only_a_director_with_a_password_encrypts_by_a_sheet_that_was_read_from_paper(director, clerk, offered, sheet):
    with pytest.raises(NotAllowed):
        encryption.offer(clerk)
    with pytest.raises(WrongPassword):
        encryption.encrypt(director, "wrong", offered, sheet)
    with pytest.raises(RecoveryMistyped):
        encryption.encrypt(director, WORD, offered, sheet[:-1])
    with pytest.raises(RecoveryOfOther):
        encryption.encrypt(director, WORD, offered, " ".join(groups_of(new_secret())))
    with pytest.raises(NotEncrypted):
        encryption.decrypt(director, WORD)
    assert sealed_with() is None
    nobody = Actor(None, "主任甲", "director", 1)
    with pytest.raises(PasswordFirst):
        encryption.encrypt(nobody, WORD, offered, sheet)


def test_twice_is_refused(encrypted, offered, sheet):
    with pytest.raises(AlreadyEncrypted):
        encryption.encrypt(encrypted, WORD, offered, sheet)


def test_back_to_plain_everything_is_plain_and_the_same(encrypted, folder):
    before = counts()
    encryption.decrypt(encrypted, WORD)
    assert sealed_with() is None and not is_sealed_store(folder.database)
    assert {**counts(), "change_log": 0} == {**before, "change_log": 0}
    assert trigger_problems() == []
    assert not vault.keys_beside(folder.database).exists() and sealed_files.in_clear(folder.root)
    (photo,) = folder.photos.iterdir()
    assert photo.read_bytes() == PHOTO
    centres.close_centre()
    vault.forget()
    centres.open_centre(folder)
    assert accounts.sign_in(encrypted.name, WORD) == encrypted


def test_what_is_written_while_the_copy_is_prepared_is_in_it(director, person, offered, sheet, folder):
    prepared = encryption.prepare(director, WORD, offered, sheet, Progress())
    one = person("钱后来")
    encryption.take(director, prepared)
    assert query.text("SELECT name FROM living_resident WHERE id = ?", [one]) == "钱后来"
    assert sealed_with() == offered.tree


def test_cancelled_the_centre_is_as_it_was_and_no_part_is_left(director, offered, sheet, folder):
    before = counts()
    progress = Progress(lambda done, total, what: progress.cancel() if total == 100 else None)
    with pytest.raises(Cancelled):
        encryption.prepare(director, WORD, offered, sheet, progress)
    assert sealed_with() is None and {**counts(), "change_log": 0} == {**before, "change_log": 0}
    assert list(folder.root.glob(".shizhu-*")) == [] and not keyring.next_keys(folder.database).exists()


def test_while_somebody_else_has_it_open_the_store_stays_as_it_is(director, offered, sheet, folder):
    with closing(sqlite3.connect(folder.database)) as other:
        other.execute("BEGIN")
        other.execute("SELECT count(*) FROM resident").fetchone()
        with pytest.raises(DatabaseBusy):
            encryption.encrypt(director, WORD, offered, sheet)
    assert sealed_with() is None and query.count("SELECT count(*) FROM resident") == 1
    assert list(folder.root.glob(".shizhu-*")) == []
    assert not vault.keys_beside(folder.database).exists()


def test_a_newer_sheet_takes_the_place_of_the_one_of_before(encrypted, sheet, folder):
    newer = encryption.offer(encrypted)
    encryption.renew_sheet(encrypted, newer, " ".join(newer.groups))
    ring = unlocking.ring_of(folder.database)
    assert keyring.by_sheet(ring, " ".join(newer.groups)) == sealed_with()
    with pytest.raises(RecoveryOfOther):
        keyring.by_sheet(ring, sheet)


def test_on_a_new_computer_backup_and_sheet_are_enough(encrypted, folder, sheet, tmp_path, person):
    with clock.standing_at(dt.datetime(2026, 10, 21, 12, 0)):
        made = backups.back_up(folder, BackupReason.MANUAL)
    before = counts()
    centres.close_centre()
    vault.forget()
    fresh = DataFolder(tmp_path / "new computer")
    with pytest.raises(KeyWanted):
        restoring.restore(made.path, fresh)
    assert not fresh.database.exists()
    unlocking.unlock_by_sheet(made.path, sheet)
    restoring.restore(made.path, fresh)
    after = counts()
    assert after["resident"] == before["resident"] == 1
    (photo,) = fresh.photos.iterdir()
    assert photos.picture(photo) == PHOTO and photo.read_bytes().startswith(MARK)
    assert NAME.encode() not in fresh.database.read_bytes()
    centres.close_centre()
    vault.forget()
    assert entering.enter(fresh, encrypted.name, WORD).name == encrypted.name


def test_a_restored_backup_of_before_a_password_was_changed_opens_by_todays(encrypted, folder):
    with clock.standing_at(dt.datetime(2026, 10, 21, 12, 0)):
        made = backups.back_up(folder, BackupReason.MANUAL)
    accounts.set_password(encrypted, encrypted.name, "the word of today")
    restoring.restore(made.path, folder)
    centres.close_centre()
    vault.forget()
    with pytest.raises(WrongPassword):
        entering.enter(folder, encrypted.name, WORD)
    assert entering.enter(folder, encrypted.name, "the word of today") == encrypted


def test_a_plain_backup_of_before_is_encrypted_when_it_is_restored(encrypted, folder):
    (old,) = [one for one in backups.listed(folder) if one.reason == BackupReason.BEFORE_SEALING]
    assert not is_sealed_store(old.path)
    done = restoring.restore(old.path, folder)
    assert is_sealed_store(folder.database) and sealed_with() is not None
    assert done.aside is not None and is_sealed_store(done.aside) and vault.keys_beside(done.aside).is_file()
    centres.close_centre()
    vault.forget()
    assert entering.enter(folder, encrypted.name, WORD) == encrypted


def test_a_backup_of_other_keys_brings_them_and_files_of_before_are_still_read(encrypted, folder, offered):
    with clock.standing_at(dt.datetime(2026, 10, 21, 12, 0)):
        made = backups.back_up(folder, BackupReason.MANUAL)
    encryption.decrypt(encrypted, WORD)
    other = encryption.offer(encrypted)
    second = encryption.Offer(type(other.tree).new(), other.secret)
    encryption.encrypt(encrypted, WORD, second, " ".join(second.groups))
    restoring.restore(made.path, folder)
    assert sealed_with() == offered.tree
    centres.close_centre()
    vault.forget()
    entering.enter(folder, encrypted.name, WORD)
    (photo,) = folder.photos.iterdir()
    assert photos.picture(photo) == PHOTO


def test_a_start_says_what_it_finished_and_what_it_undid(encrypted, offered, folder):
    cut_short.forget()
    assert cut_short.told() == ()
    (photo,) = folder.photos.iterdir()
    photo.write_bytes(PHOTO)
    ring = unlocking.ring_of(folder.database)
    keyring.write(vault.keys_beside(folder.database), replace(ring, sealing=True))
    keyring.write(keyring.next_keys(folder.database), replace(ring, store_salt="of a part that never took the name"))
    centres.close_centre()
    centres.open_centre(folder)
    assert photo.read_bytes().startswith(MARK) and not keyring.next_keys(folder.database).exists()
    assert startup.check(folder).warnings[:2] == (EncryptionUndone(), FilesSealed(1))
    centres.open_centre(folder)
    assert cut_short.told() == (EncryptionUndone(), FilesSealed(1)), "said once, not for every opening"
    cut_short.forget()
    centres.open_centre(folder)
    assert cut_short.told() == ()


CUT = """
import os, sys
from pathlib import Path
from desktop.core import files
from desktop.core.paths import DataFolder
from desktop.services.centre import accounts, centres, keyring, sealed_files
from desktop.services.keeping import encryption
root, cut = Path(sys.argv[1]), int(sys.argv[2])
centres.open_centre(DataFolder(root))
actor = accounts.sign_in("主任甲", "青山绿水2026")
made = encryption.offer(actor)
print(" ".join(made.groups), flush=True)
left = [cut]
def counted(real):
    def call(*given):
        left[0] -= 1
        if left[0] == 0:
            os._exit(9)
        return real(*given)
    return call
os.replace = counted(os.replace)
os.fsync = counted(os.fsync)
encryption.encrypt(actor, "青山绿水2026", made, " ".join(made.groups))
print("done", flush=True)
"""


@pytest.mark.nightly
@pytest.mark.parametrize("first", [1, 2, 3])
def test_cut_at_any_point_the_next_start_finds_a_whole_centre(director, folder, tmp_path, first):
    centres.close_centre()
    finished = False
    for cut in range(first, 400, 3):
        root = tmp_path / f"cut{cut}"
        shutil.copytree(folder.root, root)
        ran = subprocess.run(
            [sys.executable, "-c", CUT, str(root), str(cut)],
            capture_output=True,
            text=True,
            cwd=Path(__file__).parents[4],
        )
        assert ran.returncode in (0, 9), ran.stderr
        sheet = ran.stdout.splitlines()[0]
        vault.forget()
        data = DataFolder(root)
        if unlocking.is_locked(data.database):
            unlocking.unlock_by_sheet(data.database, sheet)
        centres.open_centre(data)
        assert query.text("SELECT name FROM living_resident") == NAME
        assert (integrity_problems(), trigger_problems()) == ([], [])
        assert not keyring.next_keys(data.database).exists()
        (photo,) = data.photos.glob("*.jpg")
        assert photos.picture(photo) == PHOTO
        if sealed_with() is None:
            assert not vault.keys_beside(data.database).exists() and photo.read_bytes() == PHOTO
        else:
            assert photo.read_bytes().startswith(MARK) and not sealed_files.are_left(data)
            assert sealed_files.in_clear(data.root) == []
        centres.close_centre()
        finished = ran.returncode == 0
        if finished:
            break
    assert finished and cut > 10
