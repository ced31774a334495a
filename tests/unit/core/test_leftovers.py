"""What killed runs left is swept; of a run that goes on nothing is touched."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.core import leftovers
from desktop.core.files import part_beside
from desktop.core.paths import DataFolder


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    """A data folder with what each kind of work writes into."""
    made = DataFolder(tmp_path / "data")
    for place in (
        made.backups,
        made.exports,
        made.photos,
        made.attachments / "2026-10",
        made.drafts / "甲",
        made.forms,
    ):
        place.mkdir(parents=True)
    made.database.write_bytes(b"database")
    return made


def gone() -> int:
    """The number of a process that has ended."""
    child = subprocess.Popen([sys.executable, "-c", ""])
    child.wait()
    return child.pid


def everything(folder: DataFolder) -> list[str]:
    return sorted(path.relative_to(folder.root).as_posix() for path in folder.root.rglob("*") if path.is_file())


def test_parts_of_dead_runs_are_swept_wherever_files_are_written(folder: DataFolder) -> None:
    """reliability B2."""
    places = (folder.root, folder.backups, folder.exports, folder.photos, folder.attachments / "2026-10", folder.forms)
    for place in (*places, folder.drafts / "甲"):
        (place / f".shizhu-{gone()}-0123456789ab.part").write_bytes(b"half")
        (place / ".shizhu-0123456789ab.part").write_bytes(b"half, of version 0.1")
    (folder.root / f".shizhu-{gone()}-0123456789ab.part-wal").write_bytes(b"its log")
    leftovers.settle(folder)
    left = everything(folder)
    assert all(
        name.startswith(("attachments/", "drafts/", "exports/", "forms/", "photos/", "shizhu.db")) for name in left
    )
    leftovers.sweep(folder)
    assert everything(folder) == ["shizhu.db"]


def test_a_part_that_somebody_is_still_writing_stays(folder: DataFolder) -> None:
    mine = part_beside(folder.backups / "a.db")
    mine.write_bytes(b"half")
    (folder.backups / "shizhu-530114-20261021-113000.db.sha256").write_text("of the one that is about to be named")
    leftovers.settle(folder)
    assert len(everything(folder)) == 3


def test_a_number_that_was_given_to_another_process_keeps_no_part(folder: DataFolder) -> None:
    left = part_beside(folder.backups / "a.db")
    left.write_bytes(b"half")
    os.utime(left, (1_000_000_000, 1_000_000_000))
    leftovers.settle(folder)
    assert everything(folder) == ["shizhu.db"]


def test_a_centre_that_was_never_finished_and_a_hash_without_its_backup_go(folder: DataFolder) -> None:
    for name in ("shizhu.new", "shizhu.new-wal", "shizhu.new-journal"):
        (folder.root / name).write_bytes(b"half")
    (folder.backups / "shizhu-530114-20261021-113000.db.sha256").write_text("its backup never took the name")
    leftovers.settle(folder)
    assert everything(folder) == ["shizhu.db"]


def test_what_the_program_did_not_write_stays(folder: DataFolder) -> None:
    for name in (".shizhu-notes.part", "film.part", "shizhu.db.sha256"):
        (folder.root / name).write_bytes(b"somebody's")
    (folder.backups / "shizhu-530114-20261021-113000.db").write_bytes(b"a backup without its hash")
    before = everything(folder)
    leftovers.settle(folder)
    assert everything(folder) == before


def test_papers_of_a_killed_window_and_lines_of_a_killed_import_are_swept(folder: DataFolder) -> None:
    """Both name people, and lie there in clear."""
    folder.papers.mkdir()
    (folder.papers / "route-1.pdf").write_bytes(b"names")
    for process in (gone(), os.getpid()):
        pasted = folder.drafts / f"{leftovers.PASTED}{process}-abcdefgh"
        pasted.mkdir()
        (pasted / "lines.txt").write_bytes(b"names")
    leftovers.sweep(folder)
    assert (folder.papers / "route-1.pdf").exists(), "a window may look at it: a backup goes on meanwhile"
    assert [path.name for path in folder.drafts.glob(".pasted-*")] == [f".pasted-{os.getpid()}-abcdefgh"]
    leftovers.sweep_papers(folder)
    assert list(folder.papers.iterdir()) == []
    leftovers.sweep_papers(DataFolder(folder.root / "nowhere"))
