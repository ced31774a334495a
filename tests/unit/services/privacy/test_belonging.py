"""No table is forgotten: what is about a person is found by the schema, each text of it is deleted or kept by name."""

import peewee

from desktop.core.acts import Action
from desktop.models import query
from desktop.models.tables import RECORDS
from desktop.services.privacy import belonging
from desktop.services.privacy.erased_columns import ALWAYS, ERASED
from desktop.services.writing.journal import writing
from tests.unit.services.writing.counted_rows import DAY, MAKE, around

# Codes, days, times, other rows, what people who work here are called: they count, or say nothing of anybody.
KEPT = {
    *("uid", "created_at", "changed_at", "epoch", "voided_at", "name_sort", "document_kind", "id_state", "id_issue"),
    *("sex", "marital", "household_kind", "community", "living", "disability_kind", "disability_level"),
    *("register_state", "state", "source", "kind", "from_on", "to_on", "day", "month", "platform", "grade", "assessor"),
    *("second_assessor", "agency", "came_at", "left_at", "about", "handled_by", "eaten_at"),
    *("meal", "mode", "rule_parts", "occasion", "delivered_at", "type", "place", "started", "ended", "worker", "payer"),
    *("requested_at", "dispatched_at", "dispatched_by", "planned_at", "closed_at", "closed_by", "rated_at", "rated_by"),
    *("rated_how", "item", "weekdays", "subject", "outcome", "reviewer", "account", "at", "cashier", "digits"),
    *("replaced_at", "visited_at", "method", "health", "spirit", "safety", "hygiene", "dwelling", "support", "contact"),
    *(
        "level",
        "happened_at",
        "visitor",
        "confirmed_by",
        "target",
        "sha256",
        "path",
        "undone_at",
        "scanned",
        "resolved_at",
    ),
    "scope",
    *("resolved_at", "report_no", "bed_class", "term", "unit", "part", "lines", "capacity", "act", "row_uid", "key"),
}
# Codes, though their name is that of free words elsewhere.
KEPT_OF = {("assessment", "reason"), ("excusal", "reason"), ("enrolment", "reason")}
# Whole tables that the law has kept: the books, and who works here.
KEPT_TABLES = {"ledger_entry", "stay_charge", "stay_rate", "worker", "visitor"}


def test_every_table_of_records_is_about_people_or_about_nobody(actor):
    about = {*belonging.links(), *belonging.BY_UID}
    assert about | belonging.ABOUT_NOBODY == set(RECORDS)
    assert not about & belonging.ABOUT_NOBODY


def test_every_column_that_refers_to_a_resident_is_walked(actor):
    for table in RECORDS:
        named = {row[3] for row in query.fetch(f'PRAGMA foreign_key_list("{table}")') if row[2] == "resident"}
        assert named <= {column for column, _ in belonging.links().get(table, ())}, table


def test_every_text_about_a_person_is_deleted_or_kept_by_name(actor):
    for table in (*belonging.links(), *belonging.BY_UID):
        if table in KEPT_TABLES:
            continue
        texts = {one.column_name for one in RECORDS[table]._meta.sorted_fields if isinstance(one, peewee.TextField)}
        kept = KEPT | {column for of, column in KEPT_OF if of == table}
        undecided = texts - {*ERASED.get(table, ()), ALWAYS} - kept
        assert not undecided, (table, undecided)
        assert set(ERASED.get(table, ())) <= {field.column_name for field in RECORDS[table]._meta.sorted_fields}, table


def test_the_rows_of_one_are_found_with_their_parts_and_no_row_of_another(person, actor):
    one, other = person("王芳"), person("李明", born="1950-01-01", sex="male")
    with writing(actor, Action.EDIT_RESIDENT) as unit:
        near = around(unit, (one, other))
        made = {table: unit.add(make(near, DAY)) for table, make in MAKE.items()}
    found = belonging.rows(one)
    for table in ("visit", "risk", "excusal", "help_service", "meal", "stay", "day_attendance", "complaint"):
        assert made[table].id in found[table], table
    assert found["resident"] == [one]
    for table, ids in found.items():
        if "resident_id" in RECORDS[table]._meta.columns:
            rows = query.ids(f"SELECT resident_id FROM {table} WHERE id IN {query.LISTED}", [query.listed(ids)])
            assert set(rows) == {one}, table
    assert not set(found["visit"]) & set(belonging.rows(other)["visit"])
