"""A data folder of version 0.1 opens with every row, and its change log becomes one whole chain."""

import datetime as dt
import hashlib
import json
import lzma
import sqlite3
from contextlib import closing, contextmanager
from pathlib import Path

import peewee
import pytest

from desktop.core.codes import CodeKind
from desktop.core.progress import Progress
from desktop.models import query
from desktop.models.database import close_database, open_database
from desktop.models.migrate import migrate
from desktop.models.tables import RECORDS
from desktop.services.canteen import eaters, prices
from desktop.services.canteen.prices import GUEST
from desktop.services.register import printed_codes
from desktop.services.register.printed_codes import Found
from desktop.services.writing.row_facts import differing, differing_in

KEPT = Path(__file__).parents[2] / "data" / "v0.1"


@pytest.fixture(scope="module")
def old(tmp_path_factory):
    """The database of version 0.1 as it was."""
    path = tmp_path_factory.mktemp("old") / "shizhu.db"
    path.write_bytes(lzma.decompress((KEPT / "shizhu.db.xz").read_bytes()))
    return path


@pytest.fixture(scope="module")
def upgraded(old, tmp_path_factory):
    """The same, opened by this version."""
    path = tmp_path_factory.mktemp("new") / "shizhu.db"
    path.write_bytes(old.read_bytes())
    open_database(path)
    migrate(path.parent)
    yield path
    close_database()


@contextmanager
def forged():
    """What a program does that takes triggers and constraints off; taken back at the end."""
    triggers = query.fetch("SELECT name FROM sqlite_master WHERE type = 'trigger'")
    query.execute("PRAGMA foreign_keys = OFF")
    query.execute("PRAGMA ignore_check_constraints = ON")
    query.execute("BEGIN")
    for (name,) in triggers:
        query.execute(f"DROP TRIGGER {name}")
    try:
        yield
    finally:
        query.execute("ROLLBACK")


def test_every_row_is_still_there(upgraded):
    counts = json.loads((KEPT / "counts.json").read_text(encoding="utf-8"))
    history = counts.pop("schema_migration")
    gone = [counts.pop(table) for table in ("dish", "purchase", "dish_batch", "food_sample", "cook_check")]
    assert gone == [0] * 5
    found = {table: query.count(f"SELECT count(*) FROM {table}") for table in counts}
    assert found == counts
    assert query.count("SELECT count(*) FROM schema_migration") > history


def test_every_write_says_what_it_said(old, upgraded):
    columns = "id, at, staff_id, staff_name, station, counter, table_name, row_id, row_uid, action, before, after"
    columns += ", reason, batch_id"
    with closing(sqlite3.connect(old)) as before:
        was = before.execute(f"SELECT {columns} FROM change_log ORDER BY id").fetchall()
    assert query.fetch(f"SELECT {columns} FROM change_log ORDER BY id") == was


def test_the_old_writes_are_one_chain_in_the_order_of_their_counters(upgraded):
    ((name, cause, begun_at),) = query.fetch("SELECT name, cause, begun_at FROM epoch")
    assert cause == "upgrade"
    last = digest(["shizhu-log-1", name, 1, cause, begun_at, None, None, None, None])
    rows = query.fetch(
        "SELECT epoch, station, counter, lamport, at, table_name, row_uid, action, base_epoch, base_station,"
        " base_counter, salt, staff_name, reason, before, after, refs, payload_sha256, previous, hash"
        " FROM change_log ORDER BY counter"
    )
    salts = {row[11] for row in rows}
    assert len(salts) == len(rows) == 17444
    for *facts, salt, staff, reason, before, after, refs, payload, previous, kept in rows:
        assert payload == hashlib.sha256(salt + written([staff, reason, before, after, refs])).digest()
        assert previous.hex() == last
        last = digest([*facts, payload.hex(), last])
        assert kept.hex() == last
    assert query.fetch("SELECT epoch, counter, lamport, hex(head) FROM station") == [(name, 17444, 17444, last.upper())]


def test_every_record_bears_the_name_of_the_write_that_made_it_what_it_is(upgraded):
    stamped = [
        table
        for (table,) in query.fetch("SELECT name FROM sqlite_master WHERE type = 'table'")
        if {"uid", "epoch", "counter"} <= {row[1] for row in query.fetch(f"PRAGMA table_info({table})")}
        and table != "station"
    ]
    assert len(stamped) > 30
    for table in stamped:
        unnamed = query.count(
            f"SELECT count(*) FROM {table} t WHERE NOT EXISTS (SELECT 1 FROM change_log c WHERE c.epoch = t.epoch"
            " AND c.station = t.station AND c.counter = t.counter AND c.row_uid = t.uid)"
        )
        assert unnamed == 0, table


def test_references_and_bases_of_old_writes_are_those_of_their_rows(upgraded):
    wrong = query.fetch(
        "SELECT c.id FROM change_log c JOIN meal m ON m.id = c.row_id JOIN resident r ON r.id = m.resident_id"
        " WHERE c.table_name = 'meal' AND c.action = 'add'"
        " AND json_extract(c.refs, '$.resident_id.' || json_quote(CAST(r.id AS TEXT))) IS NOT r.uid"
    )
    assert wrong == []
    later = query.fetch(
        "SELECT c.base_counter, (SELECT max(b.counter) FROM change_log b WHERE b.table_name = c.table_name"
        " AND b.row_id = c.row_id AND b.counter < c.counter AND b.after IS NOT NULL) FROM change_log c"
    )
    assert all(base == before for base, before in later)
    assert sum(base is not None for base, _ in later) > 20


def test_every_code_that_was_printed_still_finds_its_row(old, upgraded):
    columns = "id, uid, digits, kind, serial, resident_id, bed_id, replaced_at"
    with closing(sqlite3.connect(old)) as before:
        was = before.execute(f"SELECT {columns} FROM printed_code ORDER BY id").fetchall()
    assert len(was) == 648 and query.fetch(f"SELECT {columns} FROM printed_code ORDER BY id") == was
    for _, _, digits, kind, _, resident, bed, _ in was:
        assert printed_codes.find(digits) == Found(CodeKind(kind), resident or bed)


def test_the_table_of_codes_keeps_its_indexes_and_refuses_deletion_as_before(old, upgraded):
    sql = "SELECT type, name FROM sqlite_master WHERE tbl_name = 'printed_code' AND type <> 'table' ORDER BY name"
    with closing(sqlite3.connect(old)) as before:
        was = set(before.execute(sql).fetchall())
    assert was <= set(query.fetch(sql))
    with pytest.raises(peewee.IntegrityError, match="nothing_is_deleted"):
        query.execute("DELETE FROM printed_code")


def written(values):
    return json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode()


def digest(values):
    return hashlib.sha256(written(values)).hexdigest()


def test_every_record_says_what_its_writes_said(upgraded):
    assert list(differing(Progress())) == []


@pytest.mark.parametrize("table", RECORDS)
def test_no_cell_of_a_record_can_be_changed_unseen(upgraded, table):
    unseen = {"id", "uid", "created_at", "created_station", "changed_at", "station", "counter", "epoch", "name_sort"}
    model = RECORDS[table]
    found = query.fetch(f"SELECT max(id) FROM {table}")[0][0]
    for field in model._meta.sorted_fields if found else ():
        name = field.column_name
        if name in unseen:
            continue
        (was,) = query.fetch_one(f"SELECT {name} FROM {table} WHERE id = ?", [found])
        other = "2026-01-09" if was in (None, "") else 1 - was if was in (0, 1) else 88888
        with forged():
            query.execute(f"UPDATE {table} SET {name} = ? WHERE id = ?", [other, found])
            assert [one.table for one in differing_in(model, Progress())] == [table], name


def test_prices_and_subsidies_mean_what_they_meant(old, upgraded):
    """Each meal of the old store costs by today's reading what its row says; a set still stands for those before it."""
    with closing(sqlite3.connect(old)) as before:
        eaten = before.execute(
            "SELECT resident_id, eaten_on, meal, mode, price_fen, subsidy_fen FROM meal WHERE voided_at IS NULL"
        ).fetchall()
    book, differing_meals = prices.book(), []
    for resident_id, day, meal, mode, price, subsidy in eaten:
        listed = book.on(dt.date.fromisoformat(day))
        diner = GUEST if resident_id is None else eaters.of_id(resident_id, listed.day).diner
        charge = listed.charge(diner, meal, mode)
        if (charge.price_fen, charge.subsidy_fen) != (price, subsidy):
            differing_meals.append((resident_id, day, meal))
    assert len(eaten) > 100
    assert differing_meals == []
    assert {one.replaces for one in book.subsidies} == {True}
