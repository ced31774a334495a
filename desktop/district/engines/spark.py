"""Spark for a city or a province: the same Parquet and the same SQL, through an installed PySpark."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any

from desktop.core.district_errors import EngineMissing
from desktop.district.tables import KEYS, MONTH, TABLES, sql_types
from desktop.sync.format import FULL

NAME = "PySpark"


class Counting:
    """A session that stands ready to be asked."""

    def __init__(self, session: Any) -> None:
        self._session = session

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        """What a statement gives."""
        return [tuple(row) for row in self._session.sql(sql).collect()]


@contextmanager
def counting(root: Path, month: str, master: str = "") -> Iterator[Counting]:
    """The tables of the store at ``root``; EngineMissing where no PySpark is installed."""
    try:
        builder = import_module("pyspark.sql").SparkSession.builder.appName("shizhu district")
    except ModuleNotFoundError as error:
        raise EngineMissing(NAME) from error
    # One moment is one moment everywhere, and what does not fit is said.
    settings = {"spark.sql.session.timeZone": "UTC", "spark.sql.ansi.enabled": "true", "spark.ui.enabled": "false"}
    settings["spark.sql.sources.partitionColumnTypeInference.enabled"] = "false"
    for name, value in settings.items():
        builder = builder.config(name, value)
    session = (builder.master(master) if master else builder).getOrCreate()
    try:
        for part in TABLES:
            _view(session, root, part, month)
        yield Counting(session)
    finally:
        session.stop()


def _view(session: Any, root: Path, part: str, month: str) -> None:
    types = sql_types(part, "STRING", "BIGINT") | dict.fromkeys(KEYS, "STRING")
    schema = ", ".join(f"{name} {kind}" for name, kind in types.items())
    place = root / f"part={part}"
    if place.is_dir():
        found = session.read.schema(schema).parquet(str(place)).where(f"{MONTH} IN ('{month}', '{FULL}')")
    else:
        columns = ", ".join(f"CAST(NULL AS {kind}) AS {name}" for name, kind in types.items())
        found = session.sql(f"SELECT {columns} WHERE 1 = 0")
    found.select(*types).createOrReplaceTempView(part)
