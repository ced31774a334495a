"""Every engine says the same of one store, and a database is brought to what the store holds."""

import importlib.util
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.core.period import Month
from desktop.district import figures, store
from desktop.district.answers import Engine
from desktop.district.engines import postgresql
from tests import postgres
from tests.unit.district import made_district

SEPTEMBER = Month.parse(made_district.MONTH)
needs_server = pytest.mark.skipif(not postgres.there(), reason=postgres.MISSING)


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    with postgres.running() as found:
        yield found


def put(folder, found):
    store.clear(folder)
    for (centre, period), parts in found.items():
        store.put(folder, centre, period, parts)


def asked(folder, engine, url=""):
    with figures.counting(folder, SEPTEMBER, engine, url) as found:
        return figures.ask(found, SEPTEMBER)


@needs_server
@settings(deadline=None, max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 1 << 32))
def test_postgresql_says_what_duckdb_says_of_one_district_after_another(tmp_path, url, seed):
    put(tmp_path, made_district.district(seed))
    ours, theirs = asked(tmp_path, Engine.DUCKDB), asked(tmp_path, Engine.POSTGRESQL, url)
    assert theirs == ours
    assert figures.sha256(theirs) == figures.sha256(ours)


@needs_server
def test_only_what_the_database_does_not_have_is_brought_to_it(tmp_path, url):
    with postgresql.connected(url) as found:
        put(tmp_path, {})
        postgresql.bring(found, store.root(tmp_path), "2026-09")
        file = {
            "files": [{"name": "甲'\t\\N", "sequence": 1, "sha256": "a"}],
            "meals": [{"uid": "x\ny", "resident": None}],
        }
        put(tmp_path, {("530114", "2026-09"): file, ("530115", "2026-09"): {"files": [{"sha256": "b"}]}})
        assert [postgresql.bring(found, store.root(tmp_path), "2026-09") for _ in range(2)] == [2, 0]
        assert found.rows("SELECT name, centre FROM files WHERE centre = '530114'") == [("甲'\t\\N", "530114")]
        assert found.rows("SELECT uid, resident, month FROM meals") == [("x\ny", None, "2026-09")]
        store.put(tmp_path, "530114", "2026-09", {"files": [{"sha256": "c"}]})
        store.drop(tmp_path, "530115", "2026-09")
        assert postgresql.bring(found, store.root(tmp_path), "2026-09") == 1
        assert found.rows("SELECT centre, sha256 FROM files") == [("530114", "c")]
        assert found.rows("SELECT uid FROM meals") == []


@needs_server
def test_a_database_that_was_filled_knows_how_much_lies_in_it(tmp_path, url):
    put(tmp_path, {("530114", "2026-05"): {"files": [{}], "meals": [{"uid": f"{at}"} for at in range(500)]}})
    with postgresql.connected(url) as found:
        assert postgresql.bring(found, store.root(tmp_path), "2026-05") == 1, "a file without a hash is brought too"
        [(rows,)] = found.rows("SELECT reltuples FROM pg_class WHERE relname = 'meals'")
        assert rows >= 500


@needs_server
def test_a_file_that_breaks_off_leaves_the_database_as_it_was(tmp_path, url):
    def broken():
        yield {"uid": "a"}
        raise ValueError("gone")

    with postgresql.connected(url) as found:
        found.put("530114", "2026-07", {"meals": [{"uid": "before"}]})
        with pytest.raises(ValueError, match="gone"):
            found.put("530114", "2026-07", {"meals": broken()})
        assert found.rows("SELECT uid FROM meals WHERE month = '2026-07'") == [("before",)]


@pytest.mark.nightly
@pytest.mark.skipif(importlib.util.find_spec("pyspark") is None, reason="PySpark is not installed")
@pytest.mark.filterwarnings("default")
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_spark_says_what_duckdb_says(tmp_path, seed):
    put(tmp_path, made_district.district(seed))
    assert figures.sha256(asked(tmp_path, Engine.SPARK)) == figures.sha256(asked(tmp_path, Engine.DUCKDB))
