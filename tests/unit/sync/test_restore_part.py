"""A full file has what a restore needs: every table travels, or is named with the reason why not."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from desktop.core import canonical, signing
from desktop.core.file_errors import SyncRefused
from desktop.core.office_keys import DistrictKey
from desktop.core.reasons import SyncReason
from desktop.models import query
from desktop.services.centre import accounts, enrolment
from desktop.services.closing import whole_store
from desktop.services.writing.actor import Actor
from desktop.sync import restore_part, sealed
from desktop.sync.container import member, pack
from desktop.sync.format import RESTORE
from desktop.sync.read import opened
from desktop.sync.write import export_full

OPENS, SEAL_TO = signing.new_identity()
DISTRICT = DistrictKey("呈贡区民政局", "530114", "full", SEAL_TO, signing.new_signing()[1])


@pytest.fixture
def kept(actor: Actor, centre: dict[str, int], tmp_path: Path) -> Path:
    """``restore.age`` of a full file, as the district has it."""
    enrolment.enrol(actor, DISTRICT)
    made = export_full(actor, tmp_path / "out")
    with opened(made.path, OPENS) as found:
        path = tmp_path / RESTORE
        path.write_bytes(found.members[RESTORE].content())
    return path


def sheet() -> str:
    secrets = enrolment.secrets()
    assert secrets is not None
    return signing.recovery_identity(secrets.recovers)[0]


def known() -> dict[str, list[str]]:
    return {name: whole_store.columns_of(model) for name, model in whole_store.tables().items()}


@contextmanager
def rows_of(kept: Path, identity: str) -> Iterator[Iterator[tuple[str, dict[str, Any]]]]:
    with kept.open("rb") as file, restore_part.opened(file, identity, str(kept), io.BytesIO(), known()) as rows:
        yield rows


def test_every_table_travels_or_stays_for_a_reason(actor: Actor) -> None:
    there = set(query.texts("SELECT name FROM sqlite_master WHERE type = 'table'"))
    travels = set(whole_store.tables())
    assert travels | set(whole_store.STAYS) == there
    assert not travels & set(whole_store.STAYS) and all(whole_store.STAYS.values())
    for name, model in whole_store.tables().items():
        columns = [row[1] for row in query.fetch(f"PRAGMA table_info({name})")]
        assert sorted(whole_store.columns_of(model)) == sorted(columns), name


def test_each_row_of_each_table_comes_back_with_the_sheet(actor: Actor, kept: Path) -> None:
    with rows_of(kept, sheet()) as rows:
        found: dict[str, list[dict[str, object]]] = {}
        for table, row in rows:
            found.setdefault(table, []).append(row)
    # The file's own row and its write came after what it holds.
    later = {"sync_export", "change_log", "station", "act"}
    for name, model in whole_store.tables().items():
        if name in later:
            continue
        columns = ", ".join(f'"{one}"' for one in whole_store.columns_of(model))
        here = [
            dict(zip(whole_store.columns_of(model), row, strict=True))
            for row in query.fetch(f"SELECT {columns} FROM {name}")
        ]
        there = found.get(name, [])
        here = [row | dict.fromkeys(whole_store.secrets_of(model), "") for row in here]
        assert sorted(_sorted(one) for one in there) == sorted(_sorted(one) for one in here), name
    assert len(found["change_log"]) > 20 and found["resident"] and found["rule"] and found["epoch"]


def _sorted(row: dict[str, object]) -> str:
    return repr(sorted(row.items()))


def test_no_password_and_no_secret_is_in_it(actor: Actor, centre: dict[str, int], tmp_path: Path) -> None:
    accounts.set_password(actor, actor.name, "a word of somebody 1")
    enrolment.enrol(actor, DISTRICT)
    secrets = enrolment.secrets()
    assert secrets is not None
    text = b"".join(canonical.line([table, row]) for table, row in whole_store.rows()).decode()
    for word in ("argon2", secrets.signs.hex(), secrets.recovers.hex()):
        assert word not in text


def test_the_district_and_another_sheet_open_nothing(kept: Path) -> None:
    for identity in (OPENS, signing.new_identity()[0]):
        with pytest.raises(SyncRefused) as caught, rows_of(kept, identity) as rows:
            list(rows)
        assert caught.value.reason == SyncReason.OTHER_KEY


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("other.jsonl", {"table": "rule", "row": {}}),
        ("tables_001.jsonl", {"table": "rule", "row": {}}),
        ("tables_001.jsonl", {"table": "centre_key", "row": {}}),
        ("tables_001.jsonl", {"table": "rule"}),
        ("tables_001.jsonl", []),
    ],
)
def test_what_no_centre_wrote_is_refused(kept: Path, name: str, line: object) -> None:
    secrets = enrolment.secrets()
    assert secrets is not None
    plain = io.BytesIO()
    pack([member(name, canonical.line(line))], plain)
    plain.seek(0)
    with kept.open("wb") as out:
        sealed.seal(plain, out, signing.recovery_identity(secrets.recovers)[1])
    with pytest.raises(SyncRefused), rows_of(kept, sheet()) as rows:
        list(rows)


def test_many_rows_come_in_several_members(kept: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    with rows_of(kept, sheet()) as rows:
        before = [one for one in rows if one[0] == "resident"]
    monkeypatch.setattr(restore_part, "_LARGEST", 2_000)
    from desktop.core.progress import Progress

    with io.BytesIO() as spool:
        members = list(restore_part._tables(Progress(), spool))
        assert len(members) > 20 and [one.name for one in members[:2]] == ["tables_001.jsonl", "tables_002.jsonl"]
        assert [one for one in restore_part._rows(members, known()) if one[0] == "resident"] == before
