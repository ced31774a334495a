"""Views without void rows."""

import pytest

from desktop.models import living, query
from desktop.models.database import close_database, open_database, transaction
from desktop.models.migrate import migrate
from desktop.models.tables import RECORDS


@pytest.fixture(autouse=True)
def opened(tmp_path):
    open_database(tmp_path / "shizhu.db", create=True)
    migrate()
    yield
    close_database()


def test_every_record_table_has_a_view_of_its_living_rows_with_the_same_columns():
    for table in RECORDS:
        columns = query.fetch(f"SELECT name FROM pragma_table_info('{table}')")
        assert query.fetch(f"SELECT name FROM pragma_table_info('living_{table}')") == columns, table


def test_a_void_row_is_in_the_table_and_not_in_the_view():
    for uid, voided in (("a", None), ("b", "2026-10-08T11:42:00")):
        query.execute(
            "INSERT INTO bed (uid, created_at, created_station, changed_at, station, counter, voided_at, room, number,"
            " kind, mode, state) VALUES (?, '', 1, '', 1, 1, ?, '304', ?, 'nursing', 'full', 'free')",
            [uid * 36, voided, uid],
        )
    assert query.count("SELECT count(*) FROM bed") == 2
    assert query.fetch("SELECT number FROM living_bed") == [("a",)]


def test_a_table_can_be_rebuilt_while_the_views_are_away():
    with transaction():
        living.drop_views()
        query.execute("CREATE TABLE external_id_new AS SELECT * FROM external_id")
        query.execute("DROP TABLE external_id")
        query.execute("ALTER TABLE external_id_new RENAME TO external_id")
        query.execute("ALTER TABLE external_id ADD COLUMN kind TEXT NOT NULL DEFAULT ''")
        living.make_views()
    assert query.count("SELECT count(*) FROM living_external_id WHERE kind = ''") == 0
    assert query.count("SELECT count(*) FROM pragma_table_info('living_external_id') WHERE name = 'kind'") == 1
