"""What somebody is and where, with days: begun, changed from a day on, ended."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from desktop.core import clock
from desktop.core.acts import Action, Thing
from desktop.core.errors import AlreadyRecorded, DateRefused
from desktop.core.reasons import Reason
from desktop.core.trade import NamedList, PostRole
from desktop.core.words import terms
from desktop.models import query
from desktop.models.worker import Post
from desktop.services.named import aliases
from desktop.services.named.resolving import NamedId
from desktop.services.writing import declared
from desktop.services.writing.actor import Actor
from desktop.services.writing.checks import Checks
from desktop.services.writing.journal import Unit, writing


@dataclass
class PostDraft:
    """A post as typed; without a day it is held since before any record."""

    role: str = declared.choice(terms.POST_ROLES, required=True)
    unit: str = declared.text(longest=60)
    valid_from: str | dt.date = declared.day(future=True)


@dataclass(frozen=True)
class PostRow:
    """One post of somebody."""

    id: int
    named_id: NamedId
    role: PostRole
    unit: str
    valid_from: dt.date | None
    valid_to: dt.date | None

    def held_on(self, day: dt.date) -> bool:
        """Whether it is held on a day; the last day counts."""
        begun = self.valid_from is None or self.valid_from <= day
        return begun and (self.valid_to is None or day <= self.valid_to)


def every_post() -> list[PostRow]:
    """The posts of everybody, in the order in which they began."""
    return query.fetch_as(PostRow, f"{_ALL} ORDER BY valid_from, id")


def posts_of(named_id: NamedId) -> list[PostRow]:
    """The posts of somebody, in the order in which they began."""
    return query.fetch_as(PostRow, f"{_ALL} WHERE named_id = ? ORDER BY valid_from, id", [named_id])


def units() -> list[str]:
    """The units of which any post speaks, the most frequent first."""
    return query.texts("SELECT unit FROM living_post WHERE unit <> '' GROUP BY unit ORDER BY count(*) DESC, unit")


def add(actor: Actor, named_id: NamedId, draft: PostDraft) -> int:
    """One more post, beside those that somebody has."""
    with writing(actor, Action.EDIT_WORKER) as unit:
        return store(unit, named_id, draft)


def store(unit: Unit, named_id: NamedId, draft: PostDraft) -> int:
    """The same within a unit; refused when the same post is held in those days already."""
    checks = Checks()
    values = declared.read(draft, checks)
    checks.raise_if_any()
    aliases.living_entry(unit, NamedList.PERSON, named_id)
    begins = values["valid_from"] or dt.date.min
    for one in posts_of(named_id):
        same = (one.role, one.unit) == (values["role"], values["unit"])
        if same and (one.valid_to is None or one.valid_to >= begins):
            raise AlreadyRecorded(Thing.POST, terms.POST_ROLES.shown[one.role])
    return int(unit.add(Post(named_id=named_id, **values)).id)


def change(actor: Actor, post_id: int, draft: PostDraft) -> int:
    """Another post from a day on (today) in the place of this one, which ends the day before; the new one's id."""
    with writing(actor, Action.EDIT_WORKER) as unit:
        row = unit.living(Post, post_id)
        checks = Checks()
        day = checks.day("valid_from", draft.valid_from or clock.today(), future=True)
        checks.raise_if_any()
        assert day is not None
        if row.valid_from is not None and day <= row.valid_from:
            raise DateRefused(Reason.ENDS_BEFORE_START, day)
        unit.change(row, {"valid_to": day - dt.timedelta(days=1)})
        return store(unit, row.named_id, PostDraft(draft.role, draft.unit, day))


def end(actor: Actor, post_id: int, last_day: str | dt.date) -> None:
    """The last day of a post; the person stays on record with what they did."""
    with writing(actor, Action.EDIT_WORKER) as unit:
        row = unit.living(Post, post_id)
        checks = Checks()
        day = checks.day("valid_to", last_day, required=True, future=True)
        checks.raise_if_any()
        assert day is not None
        if row.valid_from is not None and day < row.valid_from:
            raise DateRefused(Reason.ENDS_BEFORE_START, day)
        unit.change(row, {"valid_to": day})


_ALL = "SELECT id, named_id, role, unit, valid_from, valid_to FROM living_post"
