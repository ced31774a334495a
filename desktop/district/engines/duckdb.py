"""DuckDB within the program: writes the derived store, and counts over it. Nothing is ever downloaded."""

from __future__ import annotations

import glob
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.core.district_errors import EngineMissing, EngineTrouble
from desktop.core.files import part_beside
from desktop.district.tables import CENTRE, KEYS, MONTH, TABLES, sql_types
from desktop.sync.format import FULL

if TYPE_CHECKING:
    import duckdb

Row = Mapping[str, Any]
# Part, its first row, the others, and the file to write.
Write = Callable[[str, Row, Iterable[Row], Path], None]
NAME = "DuckDB"
_SOME = 4096
_OFFLINE: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
}


class Counting:
    """An engine that stands ready to be asked."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self._connection = connection

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        """What a statement gives."""
        return self._connection.execute(sql).fetchall()

    def of(self, part: str, centre: str, period: str) -> Iterator[dict[str, Any]]:
        """The rows of one file in a table, some thousand at a time."""
        names = list(sql_types(part))
        told = self._connection.execute(
            f"SELECT {', '.join(names)} FROM {part} WHERE {CENTRE} = ? AND {MONTH} = ?", [centre, period]
        )
        while some := told.fetchmany(_SOME):
            yield from (dict(zip(names, row, strict=True)) for row in some)


@contextmanager
def write_parquet() -> Iterator[Write]:
    """Writes tables to Parquet as long as it stands."""
    with _connected() as connection:
        # One after the other: the same rows are the same bytes.
        connection.execute("SET threads = 1")

        def write(part: str, first: Row, rows: Iterable[Row], path: Path) -> None:
            lines = part_beside(path)
            try:
                _write_lines(chain((first,), rows), [column.name for column in TABLES[part]], lines)
                connection.execute(
                    f"COPY (SELECT * FROM read_json({_text(lines)}, format = 'newline_delimited',"
                    f" hive_partitioning = false, columns = {_types(sql_types(part))}))"
                    f" TO {_text(path)} (FORMAT parquet, COMPRESSION zstd)"
                )
            finally:
                lines.unlink(missing_ok=True)

        yield write


@contextmanager
def counting(root: Path, month: str) -> Iterator[Counting]:
    """The tables of the store at ``root``: what files of this month and full ones hold."""
    with _connected() as connection:
        for part in TABLES:
            connection.execute(f"CREATE VIEW {part} AS {_select(root, part, month)}")
        yield Counting(connection)


def _select(root: Path, part: str, month: str) -> str:
    places = [f"part={part}/month={period}/*/rows.parquet" for period in (month, FULL)]
    found = [f"{glob.escape(str(root))}/{one}" for one in places if next(root.glob(one), None) is not None]
    types = sql_types(part)
    if not found:
        columns = [f"CAST(NULL AS {kind}) AS {name}" for name, kind in (types | dict.fromkeys(KEYS, "VARCHAR")).items()]
        return f"SELECT {', '.join(columns)} WHERE 1 = 0"
    keys = _types({"part": "VARCHAR", MONTH: "VARCHAR", CENTRE: "VARCHAR"})
    return (
        f"SELECT {', '.join((*types, *KEYS))} FROM read_parquet([{', '.join(map(_text, found))}],"
        f" hive_partitioning = true, hive_types = {keys})"
    )


@contextmanager
def _connected() -> Iterator[duckdb.DuckDBPyConnection]:
    try:
        # No part of a centre's front desk.
        import duckdb
    except ModuleNotFoundError as error:
        raise EngineMissing(NAME) from error
    try:
        with duckdb.connect(":memory:", config=_OFFLINE) as connection:
            yield connection
    except duckdb.Error as error:
        raise EngineTrouble(NAME, str(error).splitlines()[0]) from error


def _write_lines(rows: Iterable[Row], names: list[str], path: Path) -> None:
    spell = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":")).encode
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for row in rows:
            file.write(spell({name: row.get(name) for name in names}))
            file.write("\n")


def _text(value: object) -> str:
    return "'" + str(value).replace("'", "''") + "'"


def _types(types: Mapping[str, str]) -> str:
    return "{" + ", ".join(f"{_text(name)}: {_text(kind)}" for name, kind in types.items()) + "}"
