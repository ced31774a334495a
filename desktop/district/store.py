"""The derived store: what the accepted files say, as Parquet ``DIR/store/part=…/month=…/centre=…/rows.parquet``.

It is made anew from the files at any time. A file's rows come in or go out together, each table whole: it is written
beside its place, synced, and takes its name by one rename. Cut in between, the same ``put`` or ``drop`` is done again;
whoever takes a file in remembers it last.
"""

from __future__ import annotations

import re
import shutil
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from desktop.core import leftovers
from desktop.core.files import make_folder, storage_error, sync_folder, writing_beside
from desktop.district import flatten
from desktop.district.engines.duckdb import writing
from desktop.district.tables import OWN, TABLES
from desktop.sync.format import FULL, Manifest
from desktop.sync.read import SyncFile

Row = Mapping[str, Any]
ROWS = "rows.parquet"
_PERIOD = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])|" + FULL)
_CENTRE = re.compile(r"[0-9]{6}")


def put(folder: Path, centre: str, period: str, parts: Parts) -> None:
    """Let these rows be what the store knows of a centre's period; parts of other names are passed over."""
    _refuse_names(centre, period)
    with writing() as write:
        for part in TABLES:
            place = place_of(folder, part, centre, period)
            rows = parts.get(part, ())
            kept = _some(rows)
            if kept is None:
                _remove(place)
                continue
            make_folder(place)
            leftovers.sweep_in(place)
            with writing_beside(place / ROWS) as beside:
                if isinstance(kept, Own):
                    write.own(part, kept.pieces, kept.without, beside)
                else:
                    write.rows(part, kept, beside)


@dataclass(frozen=True)
class Own:
    """The rows of a part as its file has them, byte for byte: whoever proved them need not take them apart again.

    ``without`` those of these uids, which are refused; ``rows`` is how many are left.
    """

    pieces: Iterable[bytes]
    rows: int
    without: frozenset[str] = frozenset()


Rows = Iterable[Row] | Own
Parts = Mapping[str, Rows]


def _some(rows: Rows) -> Rows | None:
    """The rows, if there are any."""
    if isinstance(rows, Own):
        return rows if rows.rows else None
    found = iter(rows)
    first = next(found, None)
    return None if first is None else chain((first,), found)


def drop(folder: Path, centre: str, period: str) -> None:
    """Let the store know nothing of a centre's period."""
    _refuse_names(centre, period)
    for part in TABLES:
        _remove(place_of(folder, part, centre, period))


def root(folder: Path) -> Path:
    """Where the store lies in a district's folder."""
    return folder / "store"


def place_of(folder: Path, part: str, centre: str, period: str) -> Path:
    """Where the rows of one part of one file lie."""
    return root(folder) / f"part={part}" / f"month={period}" / f"centre={centre}"


def clear(folder: Path) -> None:
    """Let the store know nothing of anybody: all of it is about to be made anew."""
    _remove(root(folder))


def parts_of(found: SyncFile) -> dict[str, Rows]:
    """Every table of a file: its own rows but the refused ones, and its closed months, flat.

    A file of before format 3 has the figures of its closed months alone.
    """
    newest, refused = _newest(found.manifest), defaultdict[str, set[str]](set)
    for row in found.refused:
        refused[row.part].add(row.uid)
    frozen = _documents(newest, found.rows(_FROZEN) if f"{_FROZEN}.jsonl" in found.members else ())
    for figures in found.figures:
        if figures["month"] in newest:
            frozen.setdefault(figures["month"], {}).setdefault(flatten.FIGURES, figures)
    return {
        "files": [_file(found.manifest, found.sha256)],
        **{kind: _own(found, kind, refused[kind]) for kind in OWN},
        "frozen_versions": _versions(newest, frozen),
        **{part: _flat(frozen, lines) for part, lines in _FLAT.items()},
    }


_Documents = Mapping[str, Any]
_FROZEN = "frozen"
# What is made of the documents of a month.
_FLAT: Mapping[str, Callable[[str, _Documents], Iterable[Row]]] = {
    "frozen_roster": lambda month, of: flatten.roster_lines(month, of.get(flatten.ROSTER, {})),
    "frozen_roster_flags": lambda month, of: flatten.roster_flags(month, of.get(flatten.ROSTER, {})),
    "frozen_stays": lambda month, of: flatten.stay_lines(month, of.get(flatten.STAYS, ())),
    "frozen_counts": lambda month, of: flatten.count_lines(month, of.get(flatten.COUNTS, {})),
    "frozen_figures": lambda month, of: flatten.figure_lines(month, of[flatten.FIGURES]),
    "frozen_indicators": lambda month, of: flatten.indicator_lines(
        month, of[flatten.FIGURES], of.get(flatten.COUNTS, {})
    ),
}


def _file(manifest: Manifest, sha256: str) -> dict[str, Any]:
    return {
        "name": manifest.centre_name,
        "kind": manifest.kind,
        "sequence": manifest.sequence,
        "epoch": "" if manifest.log is None else manifest.log.epoch,
        "created_at": manifest.created_at,
        "sha256": sha256,
    }


def _newest(manifest: Manifest) -> dict[str, tuple[int, str]]:
    """By month the newest version and its hash."""
    return {one.month: (one.version, one.sha256) for one in sorted(manifest.closed, key=lambda one: one.version)}


def _documents(newest: Mapping[str, tuple[int, str]], lines: Iterable[Row]) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for line in lines:
        version, _ = newest.get(line["month"], (None, ""))
        if line["version"] == version and line["kind"] in flatten.KINDS and line["content"] is not None:
            found.setdefault(line["month"], {})[line["kind"]] = line["content"]
    return found


def _versions(newest: Mapping[str, tuple[int, str]], frozen: Mapping[str, _Documents]) -> Iterable[Row]:
    for month, (version, sha256) in newest.items():
        if flatten.FIGURES in frozen.get(month, ()):
            lines = int(flatten.ROSTER in frozen[month])
            yield {"of_month": month, "version": version, "sha256": sha256, "lines": lines}


def _flat(frozen: Mapping[str, _Documents], lines: Callable[[str, _Documents], Iterable[Row]]) -> Iterable[Row]:
    return (
        line for month in sorted(frozen) if flatten.FIGURES in frozen[month] for line in lines(month, frozen[month])
    )


def _own(found: SyncFile, kind: str, refused: Collection[str]) -> Own:
    name = f"{kind}.jsonl"
    [rows] = [one.rows for one in found.manifest.parts if one.name == name]
    return Own(found.members[name].pieces(), rows - len(refused), frozenset(refused))


def _remove(place: Path) -> None:
    try:
        if place.is_dir():
            shutil.rmtree(place)
            sync_folder(place.parent)
    except OSError as error:
        raise storage_error(error, place) from error


def _refuse_names(centre: str, period: str) -> None:
    if not _CENTRE.fullmatch(centre) or not _PERIOD.fullmatch(period):
        raise ValueError(f"no centre and period: {centre} {period}")
