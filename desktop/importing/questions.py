"""The question of an import that stands for many rows: who a name in the column of workers is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from desktop.core.answers import WorkerChoice
from desktop.core.text import name_key
from desktop.core.trade import PostRole
from desktop.services.named.resolving import NamedId


@dataclass(frozen=True)
class WorkerAnswer:
    """What a person says about a name: it is somebody of the list, somebody new in this role, or to be left out."""

    choice: WorkerChoice
    named_id: NamedId | None = None
    role: str = PostRole.CARER


Answers = Mapping[str, WorkerAnswer]


class Likely(NamedTuple):
    """Somebody of the list whom a name may mean."""

    id: NamedId
    name: str


@dataclass(frozen=True)
class WorkerQuestion:
    """A name that stands for nobody of the list, or for several (``several``): asked once, however many rows have it.

    ``row`` is the first of ``rows``; ``likely`` whom it may mean.
    """

    text: str
    several: bool
    likely: tuple[Likely, ...]
    sheet: str
    row: int
    rows: int
    answer: WorkerAnswer | None = None

    def as_json(self) -> dict[str, object]:
        """The keys of the command line's contract."""
        return {
            "field": "worker",
            "text": self.text,
            "several": self.several,
            "likely": [one.name for one in self.likely],
            "sheet": self.sheet,
            "row": self.row,
            "rows": self.rows,
            "answer": self.answer.choice if self.answer is not None else None,
        }


def answer_to(answers: Answers, text: str) -> WorkerAnswer | None:
    """What was said about a name, however it is spaced."""
    return next((one for name, one in answers.items() if name_key(name) == name_key(text)), None)


def merged(questions: Iterable[WorkerQuestion]) -> list[WorkerQuestion]:
    """The questions of several sheets: each name once, in the order in which they come up."""
    found: dict[str, WorkerQuestion] = {}
    for one in questions:
        first = found.get(name_key(one.text))
        found[name_key(one.text)] = one if first is None else replace(first, rows=first.rows + one.rows)
    return list(found.values())
