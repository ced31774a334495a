"""A district of 300 centres with 10 000 rows each: files in, figures out.

Taking in is measured over some sealed and signed files, in a process of its own; its floor unseals the same files,
reads each line as JSON and writes the same rows as Parquet, and proves nothing. Figures are measured over all 300;
their floor is the same SQL on a bare DuckDB, whose rows are fetched and thrown away.
"""

from __future__ import annotations

import hashlib
import io
import json
import re
import subprocess
import sys
import time
import uuid
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import duckdb

from desktop.core import canonical, signing
from desktop.core.period import Month
from desktop.district import figures, sql, store
from desktop.district.answers import Engine
from desktop.district.tables import OWN, TABLES
from desktop.models.migrate import latest_schema
from desktop.sync.container import Member, member, pack
from desktop.sync.format import MANIFEST, LogHead, Manifest, PartEntry, SealedTo, Signature
from desktop.sync.read import opened
from desktop.sync.sealed import seal, unseal
from tests.benchmarks.measuring import Measured, median_ms
from tests.made_files import row, uid

CENTRES, FILES = 300, 12
MONTH = Month(2026, 9)
_ROOT = Path(__file__).parents[2]
# 10 000 rows a centre and month.
_ROWS = {"residents": 1000, "visits": 1500, "help_services": 1400, "meals": 6000, "stays": 100}


def measure(folder: Path) -> list[Measured]:
    """Intake of a file with its floor and its memory; figures with theirs."""
    place = folder / "district"
    place.mkdir()
    identity, recipient = signing.new_identity()
    for serial in range(FILES):
        _file(place / "in", f"53{serial:04d}", recipient)
    ours, bare = (_in_a_process(what, place, identity) for what in ("intake", "bare"))
    _filled(place)
    counted = median_ms(lambda: _count(place), 3)
    floor = median_ms(lambda: _bare_count(place), 3)
    rows = f"unseal + json.loads + Parquet of the same {sum(_ROWS.values())} rows"
    less = "the same without proving"
    return [
        Measured("district: a centre's month taken in", ours["ms"], bare["ms"], rows, goal=1.5),
        Measured("  its memory, peak", ours["mb"], bare["mb"], less, unit="MB"),
        Measured(f"district: figures of {CENTRES} centres", counted, floor, "the same SQL, rows thrown away", goal=1.5),
        Measured("  their memory, peak", _in_a_process("figures", place, "")["mb"], 0, "", unit="MB"),
    ]


def _file(folder: Path, number: str, recipient: str) -> None:
    """A sealed, signed file of an open month, whose proof costs what that of any month costs."""
    folder.mkdir(exist_ok=True)
    secret, public = signing.new_signing()
    packed = [_packed(name, *told) for name, told in _parts(number).items()]
    manifest = Manifest(
        format=3,
        schema=latest_schema(),
        program="0.1.0",
        centre_number=number,
        centre_name=f"中心{number}",
        kind="month",
        period=str(MONTH),
        sequence=1,
        created_at="2026-10-03 09:30:00",
        previous_sha256="",
        parts=tuple(entry for entry, _ in packed),
        log=LogHead("20260101T000000Z-00000000", 1, 1, "0" * 64),
        centre_uid=str(uuid.uuid4()),
        enc=SealedTo("区", "530114", recipient),
        sig=Signature(public),
    )
    signature = signing.sign(secret, manifest.signed_bytes).hex()
    manifest = replace(manifest, sig=Signature(public, signature))
    room = io.BytesIO()
    pack([member(MANIFEST, canonical.line(manifest.as_json())), *(one for _, one in packed)], room)
    room.seek(0)
    with (folder / f"{number}.{public}.shizhu").open("wb") as out:
        seal(room, out, recipient)


def _parts(number: str) -> dict[str, tuple[bytes, int]]:
    who = [uid("residents", f"{number}-{at}") for at in range(_ROWS["residents"])]
    given: dict[str, Callable[[int], dict[str, Any]]] = {
        "residents": lambda at: {"name": "王芳", "id_number": f"5301141940{at:08d}", "id_state": "valid"},
        "visits": lambda at: {"resident": who[at % len(who)], "visited_on": str(MONTH.day(at % 30 + 1))},
        "help_services": lambda at: {
            "resident": who[at % len(who)],
            "service_on": str(MONTH.day(at % 30 + 1)),
            "state": "done",
        },
        "meals": lambda at: {"resident": who[at % len(who)], "eaten_on": str(MONTH.day(at % 30 + 1))},
        "stays": lambda at: {"resident": who[at], "bed": uid("beds"), "from_on": "2026-08-01", "to_on": None},
    }
    rows: dict[str, list[dict[str, Any]]] = {
        kind: [row(kind, f"{number}-{at}", **make(at)) for at in range(_ROWS[kind])] for kind, make in given.items()
    }
    rows["beds"] = [row("beds")]
    told = {}
    for name in _names():
        lines = sorted(rows.get(name.removesuffix(".jsonl"), []), key=lambda one: str(one["uid"]))
        told[name] = (b"".join(map(canonical.line, lines)), len(lines))
    told["figures.json"] = (canonical.line([]), 0)
    return told


def _names() -> tuple[str, ...]:
    bare = Manifest(3, "", "", "", "", "month", "", 1, "", "", ())
    return bare.part_names


def _packed(name: str, content: bytes, rows: int) -> tuple[PartEntry, Member]:
    return PartEntry(name, rows, len(content), hashlib.sha256(content).hexdigest()), member(name, content)


def _intake(place: Path, identity: str) -> None:
    for path in sorted((place / "in").iterdir()):
        number, signer, _ = path.name.split(".")
        with opened(path, identity, signer) as found:
            store.put(place, number, str(MONTH), store.parts_of(found))


def _bare_intake(place: Path, identity: str) -> None:
    bare = duckdb.connect()
    for path in sorted((place / "in").iterdir()):
        room = place / "open.zip"
        with room.open("w+b") as file:
            unseal(path, identity, file)
        with zipfile.ZipFile(room) as archive:
            for name in archive.namelist():
                lines = archive.read(name).splitlines()
                for line in lines:
                    json.loads(line)
                if name.removesuffix(".jsonl") in OWN and lines:
                    (place / "bare.jsonl").write_bytes(archive.read(name))
                    bare.execute(
                        f"COPY (SELECT * FROM read_json('{place}/bare.jsonl', format = 'newline_delimited'))"
                        f" TO '{place}/bare.parquet' (FORMAT parquet, COMPRESSION zstd)"
                    )


def _filled(place: Path) -> None:
    """A store of all centres: the rows of one, each with other people, of whom one in a hundred is shared."""
    frozen = {
        "frozen_versions": [{"of_month": str(MONTH), "version": 1, "sha256": "0" * 64, "lines": 1}],
        "frozen_roster": [
            {"of_month": str(MONTH), "resident": uid("residents", f"530000-{at}"), "state": "visited"}
            for at in range(200)
        ],
        "frozen_figures": [
            {"of_month": str(MONTH), "figure": f"visits.{at}", "unit": "count", "number": at} for at in range(200)
        ],
        "frozen_counts": [
            {"of_month": str(MONTH), "counted": "bands", "key_1": f"{at}", "key_2": "", "key_3": "", "measure": ""}
            | {"number": at}
            for at in range(300)
        ],
    }
    with _read_back(place) as rows:
        store.put(place, "530000", str(MONTH), {**rows, **frozen, "files": [{"name": "", "sequence": 1, "epoch": ""}]})
    bare = duckdb.connect()
    for part in TABLES:
        there = store.place_of(place, part, "530000", str(MONTH)) / store.ROWS
        for serial in range(1, CENTRES) if there.exists() else ():
            target = store.place_of(place, part, f"53{serial:04d}", str(MONTH))
            target.mkdir(parents=True, exist_ok=True)
            if part == "residents":
                other = f"CASE WHEN right(id_number, 2) = '00' THEN id_number ELSE id_number || '{serial}' END"
                columns = f"* REPLACE ({other} AS id_number)"
                source = f"read_parquet('{there}', hive_partitioning = false)"
                bare.execute(f"COPY (SELECT {columns} FROM {source}) TO '{target / store.ROWS}' (FORMAT parquet)")
            else:
                (target / store.ROWS).write_bytes(there.read_bytes())


@contextmanager
def _read_back(place: Path) -> Iterator[dict[str, list[dict[str, Any]]]]:
    from desktop.district.engines.duckdb import counting

    with counting(store.root(place), str(MONTH)) as engine:
        yield {part: list(engine.of(part, "530000", str(MONTH))) for part in OWN}


def _count(place: Path) -> None:
    with figures.counting(place, MONTH, Engine.DUCKDB) as engine:
        figures.figures_of(figures.ask(engine, MONTH), MONTH, {})


def _bare_count(place: Path) -> None:
    from desktop.district.engines.duckdb import counting

    with counting(store.root(place), str(MONTH)) as engine:
        for text in sql.statements(MONTH).values():
            engine.rows(text)


def _in_a_process(what: str, place: Path, identity: str) -> dict[str, float]:
    command = [sys.executable, "-m", "tests.benchmarks.district", what, str(place), identity]
    told = subprocess.run(command, check=True, capture_output=True, text=True, cwd=_ROOT)
    return dict(json.loads(told.stdout))


def main(what: str, place: Path, identity: str) -> None:
    """One measure in this process, told as JSON: milliseconds a file, and megabytes of its peak."""
    begin = time.perf_counter()
    if what == "figures":
        _count(place)
    else:
        (_intake if what == "intake" else _bare_intake)(place, identity)
    took = (time.perf_counter() - begin) * 1000 / FILES
    status = Path("/proc/self/status").read_text(encoding="ascii")
    peak = int(re.search(r"VmHWM:\s+(\d+) kB", status)[1]) / 1024  # type: ignore[index]
    print(json.dumps({"ms": took, "mb": peak}))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), sys.argv[3])
