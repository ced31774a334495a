"""The pictures of somebody's contracts, of stays and of care beds at home: those of before too, which lie beside."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from desktop.core.acts import Thing
from desktop.models import query

_PICTURED = (Thing.STAY_CONTRACT, Thing.HOME_BED)


def ever(ids: Mapping[str, Sequence[int]]) -> Iterator[tuple[Thing, str, str]]:
    """Of these rows every picture that the row or the log names: the table, the row's uid, the file's name."""
    for table in _PICTURED:
        listed = query.listed(ids.get(table, ()))
        for uid, name in query.fetch(
            f"SELECT uid, photo FROM {table} WHERE photo <> '' AND id IN {query.LISTED}"
            " UNION SELECT row_uid, json_extract(before, '$.photo') FROM change_log WHERE table_name = ?"
            f" AND row_id IN {query.LISTED} AND COALESCE(json_extract(before, '$.photo'), '') <> ''"
            " UNION SELECT row_uid, json_extract(after, '$.photo') FROM change_log WHERE table_name = ?"
            f" AND row_id IN {query.LISTED} AND COALESCE(json_extract(after, '$.photo'), '') <> '' ORDER BY 1, 2",
            [listed, table, listed, table, listed],
        ):
            yield table, uid, name
