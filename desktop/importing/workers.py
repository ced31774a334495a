"""Who did the services of a sheet: names that the list of people has, and the question about every other one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from desktop.core.acts import Action
from desktop.core.answers import WorkerChoice
from desktop.core.offering import nearest_person
from desktop.core.reasons import Reason
from desktop.core.text import name_key, name_text
from desktop.core.trade import NamedList
from desktop.importing.intake import Intake
from desktop.importing.questions import Likely, WorkerQuestion, answer_to
from desktop.importing.values import Values
from desktop.importing.verdicts import RowRefused
from desktop.services.named import aliases
from desktop.services.named.resolving import Resolver, resolver
from desktop.services.people import entries
from desktop.services.people.entries import WorkerDraft
from desktop.services.writing import permissions

_BETWEEN = re.compile(r"[、，,;；/／|&\n]+")
_NOBODY = frozenset({"无", "/", "-", "—", "／", "暂无"})


class Worker(NamedTuple):
    """The worker of a row as it is kept, and the other texts under which an earlier import may have kept it."""

    text: str
    also: frozenset[str] = frozenset()


class Workers:
    """The workers of one sheet. Where the centre keeps no list of people, every text stands for itself."""

    def __init__(self, intake: Intake) -> None:
        self._known = resolver(NamedList.PERSON)
        self._questions = {name_key(one.text): one for one in self._asked(intake)} if self._known.kept else {}
        intake.tally.questions += self._questions.values()
        self._answer(intake)

    def of(self, values: Values) -> Worker:
        """Who stands in a row; an open question is said there, and refuses the row where several may be meant."""
        typed = values.text("worker").strip()
        typed = "" if typed in _NOBODY else typed
        parts = self._parts(typed)
        asked = [one for part in parts if (one := self._questions.get(name_key(part))) is not None]
        if not asked:
            return Worker(typed)
        for one in asked:
            if one.answer is None:
                self._say_open(values, one)
        text = "、".join(named for part in parts if (named := self._kept(part)))
        # Each answer that could have been given before gives the same service.
        other = (
            {typed, "", *(one.name for question in asked for one in question.likely)} if len(parts) == 1 else {typed}
        )
        return Worker(text, frozenset(map(self.key, other)))

    def key(self, text: str) -> str:
        """A worker for comparing: who has several names is one person."""
        return "、".join(name_key(self._known.shown(part)) for part in self._parts(text))

    def _say_open(self, values: Values, question: WorkerQuestion) -> None:
        if question.several:
            names = "、".join(one.name for one in question.likely)
            raise RowRefused(Reason.AMBIGUOUS_WORKER, f"{question.text}: {names}")
        values.warn(Reason.UNKNOWN_WORKER, question.text)

    def _kept(self, part: str) -> str:
        question = self._questions.get(name_key(part))
        if question is None or question.answer is None or question.answer.choice is WorkerChoice.REGISTER:
            return part
        if question.answer.choice is WorkerChoice.NOBODY:
            return ""
        # Of an unknown name the list has learnt by now for whom it stands; a name of several cannot be learnt.
        return self._known.name(question.answer.named_id or 0) if question.several else part

    def _parts(self, text: str) -> Sequence[str]:
        if not text or text in _NOBODY:
            return ()
        return (text,) if self._known.answered(text) else tuple(filter(None, map(str.strip, _BETWEEN.split(text))))

    def _asked(self, intake: Intake) -> list[WorkerQuestion]:
        found: dict[str, WorkerQuestion | None] = {}
        offered = self._known.offered()
        for line in intake.lines:
            for part in self._parts(line.text("worker").strip()):
                key = name_key(part)
                if key not in found:
                    found[key] = self._question(part, offered, intake, line.number)
                elif (one := found[key]) is not None:
                    found[key] = replace(one, rows=one.rows + 1)
        return [one for one in found.values() if one is not None]

    def _question(self, part: str, offered: Sequence[str], intake: Intake, row: int) -> WorkerQuestion | None:
        bearers = self._known.bearers(part)
        if len(bearers) < 2 and self._known.answered(part):
            return None
        likely = [Likely(one, self._known.name(one)) for one in bearers] or _nearest(self._known, offered, part)
        answer = answer_to(intake.options.workers, part)
        return WorkerQuestion(name_text(part), len(bearers) > 1, tuple(likely), intake.table.name, row, 1, answer)

    def _answer(self, intake: Intake) -> None:
        """Write what was said about names that stand in this sheet, before any row needs it."""
        for one in self._questions.values():
            if one.answer is None:
                continue
            if one.answer.choice is WorkerChoice.REGISTER:
                permissions.reading(intake.actor, Action.EDIT_WORKER)
                entries.store(intake.unit, WorkerDraft(name=one.text, role=one.answer.role))
            elif one.answer.choice is WorkerChoice.TAKE and not one.several:
                aliases.store(intake.unit, NamedList.PERSON, one.text, one.answer.named_id)
        self._known = resolver(NamedList.PERSON)


def _nearest(known: Resolver, offered: Sequence[str], part: str) -> list[Likely]:
    name = nearest_person(offered, part)
    named_id = known.of(name) if name else None
    return [] if named_id is None else [Likely(named_id, name)]
