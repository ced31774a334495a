"""The schema: made from nothing, refused when newer, backed up before it changes."""

import sqlite3
import threading
from pathlib import Path

import pytest
from playhouse.migrations import Runner

from desktop.core.proofs import file_sha256, read_hash
from desktop.core.storage_errors import DatabaseBusy, DatabaseNewer, FileMissing, ProgramIncomplete
from desktop.models import query
from desktop.models.base import Record, Table
from desktop.models.database import (
    close_database,
    close_thread,
    copy_to,
    database,
    integrity_problems,
    open_database,
    transaction,
)
from desktop.models.migrate import MIGRATIONS, applied_schema, latest_schema, migrate
from desktop.models.tables import MODULES, RECORDS


@pytest.fixture
def opened(tmp_path: Path):
    open_database(tmp_path / "shizhu.db", create=True)
    migrate()
    yield tmp_path / "shizhu.db"
    close_database()


def test_a_new_database_gets_every_migration_once(opened):
    assert applied_schema()[-1] == latest_schema()
    assert migrate() == []
    assert integrity_problems() == []


def test_every_model_has_just_the_columns_of_its_table(opened):
    tables = {
        thing
        for module in MODULES
        for thing in vars(module).values()
        if isinstance(thing, type) and issubclass(thing, Table) and thing not in (Table, Record)
    }
    assert len(tables) > 25
    for table in tables:
        columns = {row[1] for row in query.fetch(f"PRAGMA table_info({table._meta.table_name})")}
        fields = {field.column_name for field in table._meta.sorted_fields} - {"rowid"}
        assert fields == columns, table


def test_the_pragmas_that_keep_acknowledged_rows_are_set(opened):
    assert query.fetch_one("PRAGMA journal_mode") == ("wal",)
    assert query.fetch_one("PRAGMA synchronous") == (2,)
    assert query.fetch_one("PRAGMA foreign_keys") == (1,)


def test_a_newer_database_is_refused_and_left_alone(opened):
    query.execute("INSERT INTO schema_migration (name, applied) VALUES ('9999_from_the_future', '2031-01-01')")
    with pytest.raises(DatabaseNewer) as caught:
        migrate()
    assert caught.value.schema == "9999_from_the_future"


def test_a_program_without_its_migrations_says_so_and_makes_no_empty_store(tmp_path, monkeypatch):
    monkeypatch.setattr("desktop.models.migrate.MIGRATIONS", tmp_path / "migrations")
    open_database(tmp_path / "shizhu.db", create=True)
    try:
        with pytest.raises(ProgramIncomplete) as caught:
            migrate()
    finally:
        close_database()
    assert caught.value.part == "migrations"


def test_every_table_of_records_is_known_by_its_name(opened):
    kept = query.fetch("SELECT tbl_name FROM sqlite_master WHERE name LIKE '%!_kept' ESCAPE '!'")
    assert {row[0] for row in kept} - {"change_log"} == set(RECORDS)


def test_a_database_with_data_is_copied_before_a_migration_runs(tmp_path):
    open_database(tmp_path / "shizhu.db", create=True)
    *before, last = sorted(path.stem for path in MIGRATIONS.glob("[0-9]*.py"))
    # A database of the release before: every migration but the newest.
    Runner(database, str(MIGRATIONS)).up(before[-1])
    query.execute("INSERT INTO setting (key, value) VALUES ('k', 'v')")
    assert migrate(tmp_path / "kept") == [last]
    close_database()
    (copy,) = (tmp_path / "kept").glob("shizhu-000000-*.db")
    assert read_hash(copy) == ("migration", file_sha256(copy))
    with sqlite3.connect(copy) as kept:
        assert kept.execute("SELECT value FROM setting WHERE key = 'k'").fetchone() == ("v",)


def test_a_missing_file_is_never_made_by_opening_it(tmp_path):
    with pytest.raises(FileMissing):
        open_database(tmp_path / "nothing.db")
    assert not (tmp_path / "nothing.db").exists()


def test_a_failed_transaction_leaves_nothing(opened):
    with pytest.raises(ZeroDivisionError), transaction():
        query.execute("INSERT INTO setting (key, value) VALUES ('half', 'done')")
        1 / 0  # noqa: B018
    assert query.fetch("SELECT * FROM setting") == []
    assert not database.in_transaction()


def test_a_live_database_is_copied_whole(opened, tmp_path):
    query.execute("INSERT INTO setting (key, value) VALUES ('in the', 'wal')")
    copy_to(tmp_path / "copy.db")
    with sqlite3.connect(tmp_path / "copy.db") as copy:
        assert copy.execute("SELECT value FROM setting").fetchall() == [("wal",)]
        assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_the_window_is_told_when_a_worker_goes_on_writing(opened, monkeypatch):
    monkeypatch.setattr("desktop.models.database.PATIENCE_SECONDS", 0.05)
    writing, told = threading.Event(), threading.Event()

    def import_much():
        with transaction():
            writing.set()
            told.wait(10)
        close_thread()

    worker = threading.Thread(target=import_much)
    worker.start()
    writing.wait(10)
    with pytest.raises(DatabaseBusy), transaction():
        pass
    told.set()
    worker.join()
    with transaction():
        query.execute("INSERT INTO setting (key, value) VALUES ('and', 'on')")


UNUSED = ("dish_batch", "food_sample", "cook_check", "purchase", "dish")
DISH = (
    "INSERT INTO dish (uid, created_at, created_station, changed_at, station, counter, served_on, meal, name)"
    " VALUES (?, '', 1, '', 1, 1, '2026-10-08', 'lunch', '红烧豆腐')"
)


def before_the_unused_tables_go():
    names = sorted(path.stem for path in MIGRATIONS.glob("[0-9]*.py"))
    Runner(database, str(MIGRATIONS)).up(names[names.index("0013_unused_tables") - 1])


def tables():
    return {row[0] for row in query.fetch("SELECT name FROM sqlite_master WHERE type = 'table'")}


def test_tables_that_nothing_uses_go_when_they_are_empty(tmp_path):
    open_database(tmp_path / "shizhu.db", create=True)
    before_the_unused_tables_go()
    assert set(UNUSED) <= tables()
    migrate()
    gone = {"cook_check", "purchase", *(f"unused_{one}" for one in UNUSED)}
    assert tables().isdisjoint(gone)
    assert integrity_problems() == []
    close_database()


def test_what_somebody_wrote_by_hand_into_a_table_that_nothing_used_stays_under_another_name(tmp_path):
    open_database(tmp_path / "shizhu.db", create=True)
    before_the_unused_tables_go()
    query.execute(DISH, ["u" * 36])
    migrate()
    assert query.fetch("SELECT name FROM unused_dish") == [("红烧豆腐",)]
    assert {f"unused_{one}" for one in UNUSED} <= tables()
    assert query.fetch("SELECT name FROM living_dish") == []
    assert integrity_problems() == []
    close_database()
