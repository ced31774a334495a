"""Which rows are about one person: found by the schema, so that a new table cannot be forgotten.

A table is about people when it refers to residents, or to a row of such a table. Rows of a record that was merged into
another are of the same person.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache

from desktop.core.acts import Thing
from desktop.models import query
from desktop.models.tables import RECORDS
from desktop.services.writing.chain import references

# Refer to nobody by a key: what of them is about a person is found by the uid of a row.
BY_UID: Mapping[str, str] = {"correction_act": "row_uid"}
# About nobody on record: the house, its lists, its papers, its rules, those who work here.
ABOUT_NOBODY = frozenset(
    {
        *("bed", "bed_insurance", "bed_nature", "bed_outage", "centre", "centre_key", "certificate"),
        *("correction", "dish", "district_key"),
        *("dish_batch", "extra_round", "finding_explanation", "food_purchase", "food_sample", "holiday"),
        *("import_batch", "indicator", "kitchen_sheet", "label_sheet", "meal_price", "month", "month_version", "named"),
        *("named_alias", "named_name", "own_form", "payer_budget", "post", "report_code", "report_layout"),
        *("route_sheet", "rule"),
        *(
            "service_definition",
            "service_fee",
            "staff",
            "subsidy_rule",
            "receipt",
            "sync_export",
            "training",
            "typed_figure",
        ),
    }
)
_MERGED = (
    "WITH RECURSIVE same (id) AS (VALUES (?) UNION SELECT m.other_id FROM living_resident_merge m"
    " JOIN same ON m.keep_id = same.id WHERE m.undone_at IS NULL) SELECT id FROM same ORDER BY id"
)


@cache
def links() -> Mapping[str, tuple[tuple[str, str], ...]]:
    """Of every table that is about people the columns that say about whom, each with the table that it points to."""
    found: dict[str, tuple[tuple[str, str], ...]] = {Thing.RESIDENT: ()}
    while True:
        more = {
            table: pointing
            for table in RECORDS
            if table not in found
            and (pointing := tuple((one, to) for one, to in sorted(references(table).items()) if to in found))
        }
        if not more:
            return {
                table: tuple((one, to) for one, to in sorted(references(table).items()) if to in found)
                for table in found
            }
        found |= more


def persons(resident_id: int) -> list[int]:
    """The record of somebody and those that were merged into it."""
    return query.ids(_MERGED, [resident_id])


def rows(resident_id: int) -> dict[str, list[int]]:
    """The ids of all rows about somebody by table, void ones too; tables that have none are left out."""
    found: dict[str, set[int]] = {Thing.RESIDENT: set(persons(resident_id))}
    growing = True
    while growing:
        growing = False
        for table, pointing in links().items():
            known = found.get(table, set())
            reached = known | {
                one
                for column, to in pointing
                for one in _pointing(table, column, found.get(to, ()), found[Thing.RESIDENT])
            }
            if len(reached) > len(known):
                found[table], growing = reached, True
    for table, column in BY_UID.items():
        found[table] = set(_by_uid(table, column, found))
    return {table: sorted(ids) for table, ids in sorted(found.items()) if ids}


def _pointing(table: str, column: str, ids: Collection[int], people: Collection[int]) -> list[int]:
    if not ids:
        return []
    # Void rows are about somebody too; what points to a row of theirs and is another person's is not.
    statement = f"SELECT id FROM {table} WHERE {column} IN {query.LISTED}"
    if "resident_id" not in references(table) or references(table)[column] == Thing.RESIDENT:
        return query.ids(statement, [query.listed(sorted(ids))])
    own = f" AND (resident_id IS NULL OR resident_id IN {query.LISTED})"
    return query.ids(statement + own, [query.listed(sorted(ids)), query.listed(sorted(people))])


def _by_uid(table: str, column: str, found: Mapping[str, Collection[int]]) -> list[int]:
    uids = [
        uid
        for name, ids in found.items()
        for uid in query.texts(f"SELECT uid FROM {name} WHERE id IN {query.LISTED}", [query.listed(sorted(ids))])
    ]
    return query.ids(f"SELECT id FROM {table} WHERE {column} IN {query.LISTED}", [query.listed(uids)])
