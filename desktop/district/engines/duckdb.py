"""DuckDB within the program: writes the derived store, and counts over it. Nothing is ever downloaded."""

from __future__ import annotations

import glob
import json
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.core.district_errors import EngineMissing, EngineTrouble
from desktop.core.files import part_beside
from desktop.district.tables import CENTRE, KEYS, MONTH, OWN, TABLES, sql_types
from desktop.sync.format import FULL

if TYPE_CHECKING:
    import duckdb

Row = Mapping[str, Any]
NAME = "DuckDB"
_SOME, _BUFFER, _MEMORY = 4096, 1 << 20, "2GB"
# What a column of a file is made of beside itself.
_SOURCES, _NAME = ("id_state", "month"), re.compile("[a-z_]+")
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


class Writing:
    """Writes tables to Parquet, one after the other."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self._connection = connection

    def rows(self, part: str, rows: Iterable[Row], path: Path) -> None:
        """Write the rows of a table."""
        names = list(sql_types(part))
        spell = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":")).encode
        lines = (f"{spell({name: row.get(name) for name in names})}\n".encode() for row in rows)
        self._write(lines, sql_types(part), "*", path)

    def own(self, part: str, pieces: Iterable[bytes], without: Collection[str], path: Path) -> None:
        """Write the rows of a file as they stand in it, without taking them apart here, and without some of them."""
        types = sql_types(part)
        made = OWN[part]
        columns = [f"{made[name]} AS {name}" if name in made else name for name in types]
        more = {word: "VARCHAR" for words in made.values() for word in _NAME.findall(words) if word in _SOURCES}
        read = {name: kind for name, kind in types.items() if name not in made or name in made[name]} | more
        refused = f" WHERE uid NOT IN ({', '.join(map(_text, sorted(without)))})" if without else ""
        self._write(pieces, read, ", ".join(columns), path, refused)

    def _write(
        self, pieces: Iterable[bytes], types: Mapping[str, str], columns: str, path: Path, where: str = ""
    ) -> None:
        beside = part_beside(path)
        try:
            with beside.open("wb", _BUFFER) as file:
                file.writelines(pieces)
            self._connection.execute(
                f"COPY (SELECT {columns} FROM read_json({_text(beside)}, format = 'newline_delimited',"
                f" hive_partitioning = false, columns = {_types(types)}){where})"
                f" TO {_text(path)} (FORMAT parquet, COMPRESSION zstd)"
            )
        finally:
            beside.unlink(missing_ok=True)


@contextmanager
def writing() -> Iterator[Writing]:
    """What writes tables, as long as it stands."""
    with _connected() as connection:
        # One after the other: the same rows are the same bytes.
        connection.execute("SET threads = 1")
        yield Writing(connection)


@contextmanager
def counting(root: Path, month: str) -> Iterator[Counting]:
    """The tables of the store at ``root``: what files of this month and full ones hold."""
    with _connected() as connection:
        # What does not fit lies beside the tables meanwhile, and nowhere else.
        connection.execute(f"SET memory_limit = '{_MEMORY}'")
        connection.execute(f"SET temp_directory = {_text(root / 'spilled')}")
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


def _text(value: object) -> str:
    return "'" + str(value).replace("'", "''") + "'"


def _types(types: Mapping[str, str]) -> str:
    return "{" + ", ".join(f"{_text(name)}: {_text(kind)}" for name, kind in types.items()) + "}"
