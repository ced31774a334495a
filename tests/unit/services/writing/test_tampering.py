"""What somebody does with plain SQL, triggers out of the way and put back, is found and named: table, record, what."""

import json
import sqlite3
import zlib
from collections.abc import Callable
from contextlib import closing

import pytest

from desktop.core import i18n
from desktop.core.period import Month
from desktop.core.storage_errors import FrozenChanged, GuardsChanged, LogBroken
from desktop.core.words.messages import sentence
from desktop.models import query
from desktop.reports.months.render import reports_of
from desktop.services.canteen import meals as canteen
from desktop.services.canteen.meals import MealDraft
from desktop.services.closing import month_close
from desktop.services.keeping import health, startup
from desktop.services.writing import chain
from desktop.services.writing.chain import payload_hash, row_hash
from desktop.services.writing.proving import prove
from desktop.services.writing.verifying import LAST
from tests.forging import forge

SEPTEMBER = Month(2026, 9)


@pytest.fixture
def written(actor, person, canteen_prices, folder):
    """A closed September and three meals of October; their ids, the first three columns of what is forged."""
    i18n.install("en")
    one = person("甲一")
    canteen.save(actor, MealDraft(one, "2026-09-10"))
    month_close.close(actor, SEPTEMBER, reports_of, "演示")
    for day in (5, 6, 7):
        canteen.save(actor, MealDraft(one, f"2026-10-0{day}"))
    return [row[0] for row in query.fetch("SELECT id FROM meal WHERE eaten_on >= '2026-10-01' ORDER BY id")]


def counter_of(meal):
    return query.count("SELECT counter FROM change_log WHERE table_name = 'meal' AND row_id = ?", [meal])


def columns(table):
    return [row[1] for row in query.fetch(f"PRAGMA table_info({table})")]


def replaced(table, where, **said):
    taken = ", ".join(said.get(name, name) for name in columns(table))
    return f"INSERT OR REPLACE INTO {table} SELECT {taken} FROM {table} WHERE {where}"


def edited_row(meals):
    forge("UPDATE meal SET paid_fen = paid_fen + 100 WHERE id >= ?", meals[1])
    return broken(meals[1], "row", meals[1])


def edited_log_row(meals):
    forge("UPDATE change_log SET after = replace(after, '2026-10-06', '2026-10-16') WHERE row_id = ?", meals[1])
    return broken(meals[1], "payload", meals[1])


def deleted_log_rows(meals):
    first = counter_of(meals[1])
    forge("DELETE FROM change_log WHERE table_name = 'meal' AND row_id = ?", meals[1])
    behind = query.fetch_one(
        "SELECT counter, table_name, row_id FROM change_log WHERE counter > ? ORDER BY counter", [first]
    )
    # The meal is still there and names the write that is gone: that comes before the write behind the gap.
    assert behind is not None and behind[0] > first
    return LogBroken(chain.head(1).epoch, 1, first, "unlogged", "meal", meals[1])


def deleted_last_log_rows(meals):
    last = chain.head(1).counter
    forge("DELETE FROM change_log WHERE counter = ?", last)
    return LogBroken(chain.head(1).epoch, 1, last, "cut", "meal", meals[2])


def replaced_row(meals):
    forge(replaced("meal", f"id = {meals[0]}", paid_fen="0"))
    return broken(meals[0], "row", meals[0])


def replaced_log_row(meals):
    forge(replaced("change_log", f"counter = {counter_of(meals[0])}", staff_name="'别人'"))
    return broken(meals[0], "payload", meals[0])


def dropped_trigger(_meals):
    with closing(sqlite3.connect(database())) as other, other:
        other.execute("DROP TRIGGER change_log_fixed")
    return GuardsChanged("change_log_fixed")


def altered_trigger(_meals):
    with closing(sqlite3.connect(database())) as other, other:
        other.execute("DROP TRIGGER change_log_fixed")
        other.execute("CREATE TRIGGER change_log_fixed BEFORE UPDATE ON change_log BEGIN SELECT 1; END")
    return GuardsChanged("change_log_fixed")


def forged_figure(_meals):
    row = query.fetch_one("SELECT content FROM month_document WHERE kind = 'figures'")
    figures = json.loads(zlib.decompress(row[0]))
    figures["visits"]["visited"] = 99
    forge(
        "UPDATE month_document SET content = ? WHERE kind = 'figures'",
        zlib.compress(json.dumps(figures, ensure_ascii=False).encode()),
    )
    return FrozenChanged("2026-09")


def forged_hash(_meals):
    forge("UPDATE month_document SET sha256 = ? WHERE kind = 'figures'", "0" * 64)
    return FrozenChanged("2026-09")


def rewritten_log(meals):
    """Everything behind a changed write is hashed anew, up to the station's own head: it fits in itself."""
    head = query.fetch_one("SELECT id, head_counter FROM month_version")
    names = columns("change_log")
    rows = [dict(zip(names, row, strict=True)) for row in query.fetch("SELECT * FROM change_log ORDER BY counter")]
    previous = rows[0]["previous"]
    for row in rows:
        if row["counter"] == 2:
            row["reason"] = "nothing of the kind"
        row["payload_sha256"], row["previous"] = payload_hash(row), previous
        previous = row["hash"] = row_hash(row)
        made = (row["reason"], row["payload_sha256"], row["previous"], row["hash"], row["counter"])
        forge("UPDATE change_log SET reason = ?, payload_sha256 = ?, previous = ?, hash = ? WHERE counter = ?", *made)
    forge("UPDATE station SET head = ?", previous)
    return LogBroken(chain.head(1).epoch, 1, head[1], "head", "month_version", head[0])


def broken(meal, why, row):
    return LogBroken(chain.head(1).epoch, 1, counter_of(meal), why, "meal", row)


def database():
    return query.fetch_one("PRAGMA database_list")[2]


TAMPERINGS: list[tuple[Callable, str]] = [
    (edited_row, "change_log"),
    (edited_log_row, "change_log"),
    (deleted_log_rows, "change_log"),
    (deleted_last_log_rows, "change_log"),
    (replaced_row, "change_log"),
    (replaced_log_row, "change_log"),
    (dropped_trigger, "triggers"),
    (altered_trigger, "triggers"),
    (forged_figure, "frozen"),
    (forged_hash, "frozen"),
    (rewritten_log, "change_log"),
]


def test_a_store_that_nobody_touched_is_whole(written, folder):
    proof = prove()
    assert (proof.troubles, proof.months, proof.writes) == ([], 1, query.count("SELECT count(*) FROM change_log"))
    assert {one.name for one in health.doctor(folder) if not one.ok} == {"backups"}


@pytest.mark.parametrize(("tamper", "line"), TAMPERINGS, ids=[one.__name__ for one, _ in TAMPERINGS])
def test_each_kind_of_tampering_is_found_and_named(written, folder, tamper, line):
    expected = tamper(written)
    assert prove().troubles == [expected]
    told = {one.name: one for one in health.doctor(folder)}
    assert [name for name in ("change_log", "frozen", "triggers") if not told[name].ok] == [line]
    assert told[line].text == sentence(expected)


def test_the_sentence_names_table_record_and_what(written):
    said = sentence(edited_row(written))
    assert f"(meal, record no. {written[1]}): its record says something else now" in said
    assert f"write no. {counter_of(written[1])} of station 1" in said
    assert sentence(LogBroken("e", 1, 3, "cut")).count("(") == 0
    assert "(meal): it and what came" in sentence(LogBroken("e", 1, 3, "cut", "meal"))


def test_a_log_rewritten_before_a_close_contradicts_it_in_the_first_look_too(written, folder):
    expected = rewritten_log(written)
    assert prove(LAST).troubles == [expected]
    assert prove(3).troubles == [expected]
    assert expected in startup.log_troubles()
