"""A paper whose program was killed between the file's name and its row in the log: the next start writes the row.

Before a paper is begun a note beside the database says where it is to lie, and once it is whole its SHA-256. The note
goes with the act, whatever came of it; one that is left is a dead process's.
"""

from __future__ import annotations

import json
import os
import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from desktop.core import leftovers
from desktop.core.acts import LogAction, Thing
from desktop.core.errors import StorageError
from desktop.core.files import storage_error
from desktop.core.proofs import file_sha256
from desktop.core.trade import Role
from desktop.models import query
from desktop.models.database import database_path, only_looking
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import noting


@dataclass(frozen=True)
class Waiting:
    """A paper that is being handed out, by whom; ``last`` is the newest row of the log before it."""

    process: int
    path: str
    title: str
    facts: Mapping[str, object]
    staff_id: int | None
    staff: str
    station: int
    last: int
    sha256: str = ""


class Note:
    """The note of one paper, beside the database."""

    def __init__(self, waiting: Waiting) -> None:
        self._waiting = waiting
        self.title, self.facts = waiting.title, waiting.facts
        self.path = database_path().parent / f"handing-{waiting.process}-{uuid.uuid4().hex[:12]}.json"

    def whole(self, part: Path) -> None:
        """The paper is whole; it takes its name next."""
        self._waiting = replace(self._waiting, sha256=file_sha256(part))
        self.write()

    def write(self) -> None:
        """Keep the note; it is not synced, since it is about processes that die and not about power that fails."""
        try:
            self.path.write_text(json.dumps(asdict(self._waiting), ensure_ascii=False), encoding="utf-8")
        except OSError as error:
            raise storage_error(error, self.path) from error


@contextmanager
def noted(actor: Actor, title: str, facts: Mapping[str, object], target: Path) -> Iterator[Note]:
    """Meanwhile a note stands for the paper that is to lie at ``target``."""
    last = query.count("SELECT coalesce(max(id), 0) FROM change_log")
    who = actor.staff_id, actor.name, actor.station
    note = Note(Waiting(os.getpid(), str(target.absolute()), title, facts, *who, last))
    try:
        note.write()
        yield note
    finally:
        with suppress(OSError):
            note.path.unlink(missing_ok=True)


def settle() -> None:
    """Put what dead processes handed out without a row into the log, and sweep the parts that they left there."""
    if only_looking() is not None:
        return
    for path in sorted(database_path().parent.glob("handing-*.json")):
        one = _read(path)
        if one is not None and leftovers.alive(one.process, path):
            continue
        # What cannot be written or read now is tried by the next start.
        with suppress(StorageError, OSError):
            if one is None or _settled(one):
                path.unlink(missing_ok=True)


def _settled(one: Waiting) -> bool:
    target = Path(one.path)
    if not target.parent.is_dir():
        # A stick that is not there.
        return False
    leftovers.sweep_in(target.parent)
    if one.sha256 and target.is_file() and file_sha256(target) == one.sha256 and not _has_row(one):
        known = query.count("SELECT count(*) FROM living_staff WHERE id = ?", [one.staff_id])
        actor = Actor(one.staff_id if known else None, one.staff, Role.AUDITOR, one.station)
        with noting(actor) as unit:
            unit.log(Thing.PAPER, one.title, LogAction.FOUND, None, one.facts)
    return True


def _has_row(one: Waiting) -> bool:
    rows = query.texts(
        "SELECT after FROM change_log WHERE table_name = ? AND row_id = 0 AND id > ? AND row_uid = ? AND action = ?",
        [Thing.PAPER, one.last, one.title, LogAction.HAND_OUT],
    )
    return any(json.loads(after) == one.facts for after in rows)


def _read(path: Path) -> Waiting | None:
    try:
        return Waiting(**json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None
