"""The figures of a district: the same on every engine, and what somebody gets who counts one by one."""

import pytest
import sqlglot
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.core.period import Month
from desktop.district import figures, shared_people, sql, store
from desktop.district.answers import Engine
from tests.unit.district import made_district

SEPTEMBER = Month.parse(made_district.MONTH)
quietly = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def stored(folder, found):
    store.clear(folder)
    for (centre, period), parts in found.items():
        store.put(folder, centre, period, parts)


@pytest.mark.parametrize("dialect", ["duckdb", "postgres", "spark", "trino"])
@pytest.mark.parametrize(("name", "text"), sql.statements(SEPTEMBER).items(), ids=sql.statements(SEPTEMBER))
def test_every_engine_reads_every_statement(name, text, dialect):
    parsed = sqlglot.parse(text, dialect=dialect)
    assert len(parsed) == 1 and isinstance(parsed[0], sqlglot.exp.Select)
    for word in ("QUALIFY", "RECURSIVE", "TRUE", "FALSE", "INTERVAL", "date"):
        assert word not in text.replace("_date", "")


@pytest.mark.parametrize("dialect", ["duckdb", "postgres", "spark", "trino"])
def test_every_engine_reads_what_receipts_ask(dialect):
    text = shared_people._SQL.format(centres="'530114', '530115'", period="2026-09")
    [parsed] = sqlglot.parse(text, dialect=dialect)
    assert isinstance(parsed, sqlglot.exp.Select)


@settings(quietly, max_examples=15)
@given(seed=st.integers(0, 1 << 32))
def test_what_is_counted_is_what_somebody_gets_who_counts_one_by_one(tmp_path, seed):
    found = made_district.district(seed)
    stored(tmp_path, found)
    with figures.counting(tmp_path, SEPTEMBER, Engine.DUCKDB) as engine:
        asked = figures.ask(engine, SEPTEMBER)
    slow = made_district.slowly(found)
    assert slow.keys() == asked.keys()
    for name in asked:
        assert asked[name] == figures.in_order(slow[name]), name


@pytest.mark.parametrize(("above", "below"), [(0, 1), (1, 3), (2, 3), (1, 8), (5, 1000), (82335, 100_000), (1, 20_000)])
def test_halves_are_rounded_up_by_whole_numbers_alone(tmp_path, above, below):
    with figures.counting(tmp_path, SEPTEMBER, Engine.DUCKDB) as engine:
        [(found,)] = engine.rows(f"SELECT {sql.share(str(above), str(below))}")
    assert found == made_district._hundredths(above, below)


def test_almost_all_is_not_all(tmp_path):
    with figures.counting(tmp_path, SEPTEMBER, Engine.DUCKDB) as engine:
        rows = engine.rows(
            f"SELECT {sql.share('19999', '20000')}, {sql.share('5', '5')}, {sql.share('1', '0')},"
            f" {sql.share('CAST(199999 AS BIGINT)', '200000', '1000')}"
        )
    assert rows == [(9999, 10_000, None, 100_000)]
