"""What a file says of the change log and of closed months: held against what stands here."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.core import canonical, clock
from desktop.core.paths import DataFolder
from desktop.core.period import Month
from desktop.core.storage_errors import FrozenChanged, LogBroken
from desktop.models import query
from desktop.reports.months.render import reports_of
from desktop.services.closing import month_close
from desktop.services.keeping import backups
from desktop.services.keeping.restoring import restore
from desktop.services.writing import frozen
from desktop.services.writing.actor import Actor
from desktop.sync.against import contradictions
from desktop.sync.format import ClosedHead, LogHead
from desktop.sync.read import verify
from desktop.sync.write import export_full, export_month
from tests.forging import forge
from tests.unit.sync.test_read import refusal, resealed

SEPTEMBER, OCTOBER = Month(2026, 9), Month(2026, 10)


def log_head() -> LogHead:
    epoch, station, counter, proof = month_close.head()
    assert epoch and station and counter and proof
    return LogHead(epoch, station, counter, proof)


def as_it_is(members: list[tuple[str, bytes]]) -> list[tuple[str, bytes]]:
    return members


def test_a_file_names_the_head_of_the_log_and_what_closed_months_froze(
    actor: Actor, centre: dict[str, int], tmp_path: Path
) -> None:
    with clock.standing_at(dt.datetime(2026, 11, 2, 9)):
        month_close.close(actor, SEPTEMBER, reports_of, "演示")
        month_close.close(actor, OCTOBER, reports_of, "演示")
        head = log_head()
        month, full = verify(export_month(actor, OCTOBER, tmp_path).path), verify(export_full(actor, tmp_path).path)
    version = frozen.latest(OCTOBER)
    assert version is not None and (month.format, month.log) == (3, head)
    assert month.closed == (ClosedHead("2026-10", 1, version.sha256, LogHead(*version.head)),)  # type: ignore[arg-type]
    assert [one.month for one in full.closed] == ["2026-09", "2026-10"]
    assert contradictions(month) == contradictions(full) == []


def test_a_rewritten_log_a_cut_one_and_another_version_contradict_it(
    actor: Actor, centre: dict[str, int], tmp_path: Path
) -> None:
    month_close.close(actor, SEPTEMBER, reports_of, "演示")
    manifest = verify(export_full(actor, tmp_path).path)
    assert manifest.log is not None
    other = replace(manifest.log, sha256="0" * 64)
    row = query.fetch_one("SELECT table_name, row_id FROM change_log WHERE counter = ?", [other.counter])
    assert contradictions(replace(manifest, log=other)) == [
        LogBroken(other.epoch, other.station, other.counter, "elsewhere", *row)
    ]
    later = replace(manifest.log, counter=9999)
    assert contradictions(replace(manifest, log=later)) == [LogBroken(later.epoch, 1, 9999, "elsewhere")]
    assert contradictions(replace(manifest, centre_number="530999", log=later)) == []
    forge("UPDATE month_version SET sha256 = ?", "0" * 64)
    assert contradictions(manifest) == [FrozenChanged("2026-09")]


def test_what_a_restored_backup_never_had_contradicts_nothing(
    actor: Actor, centre: dict[str, int], folder: DataFolder, tmp_path: Path
) -> None:
    backup = backups.back_up(folder, "manual")  # type: ignore[arg-type]
    manifest = verify(export_month(actor, OCTOBER, tmp_path).path)
    restore(backup.path, folder)
    assert manifest.log is not None
    known = query.count("SELECT parent_counter FROM epoch WHERE parent_epoch IS NOT NULL")
    assert manifest.log.counter > known and contradictions(manifest) == []
    early = replace(manifest.log, counter=known, sha256="0" * 64)
    assert len(contradictions(replace(manifest, log=early))) == 1
    assert contradictions(replace(manifest, log=replace(early, epoch="20200101T000000Z-00000000"))) == []


def earlier(found) -> None:
    """The manifest as format 2 has it."""
    found.update(format=2, alg={"hash": "sha256", "pack": "deflate"}, parts=found["parts"][:-1])
    found.pop("numbers")
    found["centre"].pop("uid")


def without_documents(members: list[tuple[str, bytes]]) -> list[tuple[str, bytes]]:
    return [one for one in members if one[0] != "frozen.jsonl"]


def test_a_file_of_format_1_is_read_as_ever_and_has_no_heads(exported) -> None:
    def old(found) -> None:
        earlier(found)
        found.update(format=1)
        found.pop("log")
        found.pop("closed")

    path = exported.path.with_name("old.shizhu")
    path.write_bytes(resealed(exported.path.read_bytes(), without_documents, old))
    manifest = verify(path)
    assert (manifest.format, manifest.log, manifest.closed) == (1, None, ())
    assert contradictions(manifest) == []
    assert b'"log"' not in canonical.line(manifest.as_json())


def test_a_file_of_format_2_is_read_as_ever(exported) -> None:
    path = exported.path.with_name("old.shizhu")
    path.write_bytes(resealed(exported.path.read_bytes(), without_documents, earlier))
    manifest = verify(path)
    assert (manifest.format, manifest.log, manifest.sig) == (2, exported.manifest.log, None)
    assert b'"numbers"' not in canonical.line(manifest.as_json())


@pytest.mark.parametrize(
    "change",
    [
        lambda found: found.pop("log"),
        lambda found: found.pop("closed"),
        lambda found: found["log"].update(counter="3"),
        lambda found: found["log"].update(counter=-3),
        lambda found: found["log"].update(sha256="x"),
        lambda found: found["log"].update(more=1),
        lambda found: found.update(log=[]),
        lambda found: found.update(closed=[{}]),
        lambda found: found.update(closed=[{"month": "2026-09", "version": 1, "sha256": "x", "log": None}]),
        lambda found: found.update(closed=[{"month": 9, "version": 1, "sha256": "0" * 64, "log": None}]),
        lambda found: found.update(format=1),
    ],
)
def test_heads_that_make_no_sense_are_refused(exported, change) -> None:
    assert refusal(resealed(exported.path.read_bytes(), as_it_is, change))[0] == "changed"
