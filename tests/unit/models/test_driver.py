"""Sealed stores are opened by their key alone, and everything that opens a database opens them."""

import re
import shutil
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import peewee
import pytest

from desktop.core.sealing import Tree, is_sealed_store
from desktop.core.storage_errors import CipherMissing, DatabaseBusy, DatabaseDamaged, KeyWanted
from desktop.models import copies, driver, query, vault
from desktop.models.database import (
    close_database,
    copy_to,
    integrity_problems,
    open_database,
    sealed_with,
    settle,
    transaction,
)
from desktop.models.migrate import migrate, trigger_problems

DESKTOP = Path(__file__).parents[3] / "desktop"
SECRET = "赵钱孙李这个名字只在这里"


@pytest.fixture(autouse=True)
def no_keys():
    vault.forget()
    yield
    close_database()
    vault.forget()


@pytest.fixture
def sealed(tmp_path):
    """A sealed store with every table, closed; its tree is at hand."""
    tree = Tree.new()
    vault.hold(tree)
    path = tmp_path / "shizhu.db"
    with closing(driver.make(path, tree)) as made:
        made.execute("CREATE TABLE first (word TEXT)")
        made.execute("INSERT INTO first VALUES (?)", [SECRET])
        made.commit()
    open_database(path)
    migrate()
    close_database()
    return path


def test_no_other_module_connects_to_a_database_file():
    found = [
        f"{path.relative_to(DESKTOP)}: {line.strip()}"
        for path in DESKTOP.rglob("*.py")
        for line in path.read_text(encoding="utf-8").splitlines()
        if re.search(r"sqlite3\.connect|\bSqliteDatabase\(\w|import sqlcipher3|from sqlcipher3", line)
        and "class " not in line
    ]
    # A store that lives in memory, such as the fresh one of migrate, is no file. A district's catalogue is no store
    # of a centre: it names nobody and is never sealed.
    assert {one.partition(":")[0] for one in found} == {"models/driver.py", "district/catalogue.py"}, found


def test_a_sealed_store_opens_with_the_usual_pragmas_and_holds_the_usual_triggers(sealed):
    open_database(sealed)
    assert sealed_with() in vault.held()
    assert query.fetch_one("SELECT word FROM first") == (SECRET,)
    pragmas = ("journal_mode", "synchronous", "foreign_keys", "trusted_schema", "recursive_triggers", "temp_store")
    found = [query.fetch(f"PRAGMA {name}")[0][0] for name in pragmas]
    assert found == ["wal", 2, 1, 0, 1, 2]
    assert (integrity_problems(), trigger_problems()) == ([], [])


def test_a_sealed_store_has_no_readable_byte_in_file_log_or_copy(sealed, tmp_path):
    open_database(sealed)
    with transaction():
        query.execute("INSERT INTO first VALUES (?)", [SECRET * 9])
    copy_to(tmp_path / "copy.db")
    log = sealed.with_name("shizhu.db-wal").read_bytes()
    assert len(log) > 1_000
    for raw in (sealed.read_bytes(), log, (tmp_path / "copy.db").read_bytes()):
        assert SECRET.encode() not in raw and b"CREATE TABLE" not in raw and b"SQLite format" not in raw


def test_a_copy_of_a_sealed_store_opens_with_the_same_key_and_looks_the_same(sealed, tmp_path):
    open_database(sealed)
    copy = tmp_path / "copy.db"
    copy_to(copy)
    facts = copies.look_into(copy)
    assert facts.schema and facts.problems == ()
    with closing(driver.connect(copy, "mode=ro")) as one:
        assert one.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        assert one.execute("SELECT word FROM first").fetchall() == [(SECRET,)]


def test_without_its_key_a_sealed_store_says_that_it_wants_one(sealed):
    vault.keys_beside(sealed).write_text('{"tree": "0123456789abcdef"}', encoding="utf-8")
    vault.forget()
    with pytest.raises(KeyWanted):
        open_database(sealed)
    vault.hold(Tree.new())
    with pytest.raises(KeyWanted):
        open_database(sealed)


def test_a_store_that_is_no_database_is_damaged_and_not_called_encrypted(tmp_path):
    path = tmp_path / "shizhu.db"
    path.write_bytes(b"rubbish " * 4_000)
    with pytest.raises(DatabaseDamaged):
        open_database(path)
    vault.hold(Tree.new())
    with pytest.raises(DatabaseDamaged):
        open_database(path)


def test_a_sealed_store_with_a_changed_page_is_damaged_and_never_read_wrongly(sealed):
    whole = sealed.read_bytes()
    vault.keys_beside(sealed).write_text(f'{{"tree": "{vault.held()[0].name}"}}', encoding="utf-8")
    for place in (20, 700, len(whole) // 2, len(whole) - 90):
        sealed.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        with pytest.raises(DatabaseDamaged):
            open_database(sealed)
            problems = integrity_problems()
            raise DatabaseDamaged(sealed.name, problems[0])
        close_database()


def test_errors_of_sqlcipher_are_those_of_sqlite(sealed):
    open_database(sealed)
    with pytest.raises(peewee.IntegrityError):
        query.execute("INSERT INTO station (number, uid, name) VALUES (1, NULL, NULL)")
    with closing(driver.connect(sealed, "mode=rw")) as other:
        other.execute("BEGIN IMMEDIATE")
        query.execute("PRAGMA busy_timeout = 50")
        with pytest.raises(DatabaseBusy), transaction():
            query.execute("INSERT INTO first VALUES ('')")
        other.execute("ROLLBACK")
    close_database()
    with closing(driver.connect(sealed, "mode=rw")) as other:
        other.execute("PRAGMA journal_mode = wal")
        other.execute("BEGIN")
        other.execute("SELECT count(*) FROM first").fetchone()
        with pytest.raises(DatabaseBusy):
            settle(sealed)


def test_without_the_package_a_plain_store_works_and_a_sealed_one_says_what_is_missing(sealed, tmp_path, monkeypatch):
    for name in ("sqlcipher3", "sqlcipher3.dbapi2"):
        monkeypatch.setitem(sys.modules, name, None)
    plain = tmp_path / "plain.db"
    with closing(sqlite3.connect(plain)) as made:
        made.execute("CREATE TABLE one (a)")
        made.commit()
    open_database(plain)
    assert query.count("SELECT count(*) FROM one") == 0
    assert driver.version() == ""
    with pytest.raises(CipherMissing):
        open_database(sealed)


def test_a_plain_store_is_opened_by_the_standard_library_even_with_keys_at_hand(tmp_path):
    vault.hold(Tree.new())
    plain = tmp_path / "plain.db"
    open_database(plain, create=True)
    query.execute("CREATE TABLE one (a)")
    close_database()
    assert not is_sealed_store(plain)
    assert isinstance(driver.connect(plain, "mode=ro"), sqlite3.Connection)
    assert vault.in_use() is None


def test_a_store_of_another_centre_opens_with_its_own_key_among_several(sealed, tmp_path):
    vault.hold(Tree.new())
    moved = tmp_path / "elsewhere.db"
    shutil.copyfile(sealed, moved)
    open_database(moved)
    assert query.fetch_one("SELECT word FROM first") == (SECRET,)
