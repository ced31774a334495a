"""The one way out of the house: each paper, workbook, table or file that tells of people takes its name here.

Whoever writes one says what is in it by count (``Held``); who hands it out stands around the work (``handed_by``, of a
command by its session, in the window by its jobs and acts). The file takes its name within the unit that logs it: with
a row that cannot be written there is no file, without a file there is no row; for a process that is killed between
the two the next start writes the row (``handing``). What is only looked at (``looking``)
leaves nothing in the log until it is printed or saved. docs/decisions/0051-ways-out.md says why.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from desktop.core.acts import Action, LogAction, Thing
from desktop.core.files import also_named, part_beside, take_name, writing_beside
from desktop.services.writing import handing, permissions
from desktop.services.writing.actor import Actor
from desktop.services.writing.handing import Note
from desktop.services.writing.journal import noting

_around = threading.local()


@dataclass(frozen=True)
class Held:
    """What a paper holds: its title, how many names and whole ID numbers, of which period; never a name itself.

    ``action`` is what has to be allowed to whom hands it out; it is asked where anybody is in it.
    """

    title: str
    names: int = 0
    full_ids: int = 0
    period: str = ""
    action: Action = Action.HAND_OUT_NAMES

    def ask(self, actor: Actor) -> None:
        """Refuse whoever may not take it out."""
        if self.names or self.full_ids:
            permissions.reading(actor, self.action)

    def facts(self) -> dict[str, object]:
        """What the log says of it."""
        said = {"title": self.title, "period": self.period, "names": self.names, "full_ids": self.full_ids}
        return {name: value for name, value in said.items() if value != ""}


Seen = dict[Path, Held]
# A kept scan or picture: whose it is its content does not say; at least one person is in it.
KEPT = Held("存档的扫描件", 1)


@contextmanager
def handed_by(actor: Actor) -> Iterator[None]:
    """Meanwhile it is this person who hands out whatever is written in this thread."""
    with _with(actor):
        yield


@contextmanager
def looking() -> Iterator[Seen]:
    """Meanwhile papers are made to be looked at in the window; what is in each is given by its file."""
    seen: Seen = {}
    with _with(seen):
        yield seen


@contextmanager
def leaving(path: Path, held: Held) -> Iterator[Path]:
    """``writing_beside`` of what tells of people: the file and its row in the log, or neither."""
    hand = _hand()
    if not isinstance(hand, Actor):
        with writing_beside(path) as part:
            yield part
        hand[path] = held
        return
    held.ask(hand)
    facts = {**held.facts(), "file_kind": path.suffix.lstrip(".").lower()}
    with (
        handing.noted(hand, held.title, facts, path) as note,
        writing_beside(path, lambda part, target: _taken(hand, note, part, target)) as part,
    ):
        yield part


def print_out(held: Held) -> None:
    """Log that a paper goes to a printer; NotAllowed for whoever may not."""
    hand = _hand()
    if not isinstance(hand, Actor):
        raise LookupError("what is only looked at is not printed")
    held.ask(hand)
    with noting(hand) as unit:
        unit.log(Thing.PAPER, held.title, LogAction.PRINT, None, held.facts())


def _taken(actor: Actor, note: Note, part: Path, target: Path) -> None:
    note.whole(part)
    with _standing(target) as before:
        taken = False
        try:
            with noting(actor) as unit:
                unit.log(Thing.PAPER, note.title, LogAction.HAND_OUT, None, note.facts)
                take_name(part, target)
                taken = True
        except BaseException:
            # The row could not be kept, so nothing went out: what bore the name bears it again.
            if taken and before is not None:
                take_name(before, target)
            elif taken:
                target.unlink(missing_ok=True)
            raise


@contextmanager
def _standing(target: Path) -> Iterator[Path | None]:
    """A second name of what bears a name already, for as long as another may have to give it back; None of nothing."""
    if not target.is_file():
        yield None
        return
    before = part_beside(target)
    try:
        also_named(target, before)
        yield before
    finally:
        with suppress(OSError):
            before.unlink(missing_ok=True)


def _hand() -> Actor | Seen:
    hand: Actor | Seen | None = getattr(_around, "hand", None)
    if hand is None:
        raise LookupError("nobody hands this out: handed_by or looking stands around whatever writes a paper")
    return hand


@contextmanager
def _with(hand: Actor | Seen) -> Iterator[None]:
    before = getattr(_around, "hand", None)
    _around.hand = hand
    try:
        yield
    finally:
        _around.hand = before
