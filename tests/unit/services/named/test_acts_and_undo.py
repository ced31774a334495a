"""Whatever was done to a list: no text ever means two things, nothing is lost, and undo leads back step by step."""

import datetime as dt
import random
from contextlib import suppress

import pytest

from desktop.core.errors import UserError
from desktop.core.text import name_key
from desktop.core.trade import NamedList
from desktop.models.named import NamedAlias, NamedName
from desktop.services import undoing
from desktop.services.named import aliases, entries
from desktop.services.named.resolving import resolver
from desktop.services.writing import done

COMMUNITY = NamedList.COMMUNITY
TEXTS = ("甲村", "乙村", "丙村", "丁村", "甲 村", "ｊｃ", "jc", "外地")
DAYS = ("", "2026-02-01", "2026-05-01", "2026-09-10")


def act(actor, chance: random.Random) -> None:
    """Any act on any entry; refused ones change nothing."""
    ids = [entry.id for entry in entries.entries(COMMUNITY)] or [1]
    one, other, text, day = chance.choice(ids), chance.choice(ids), chance.choice(TEXTS), chance.choice(DAYS)
    acts = (
        lambda: entries.add(actor, COMMUNITY, text, day),
        lambda: entries.add(actor, COMMUNITY, text),
        lambda: entries.rename(actor, one, text, day),
        lambda: entries.merge(actor, one, other),
        lambda: entries.retire(actor, one),
        lambda: entries.bring_back(actor, one),
        lambda: aliases.answer(actor, COMMUNITY, text, one),
        lambda: aliases.answer(actor, COMMUNITY, text, None),
        lambda: aliases.drop(actor, COMMUNITY, text),
    )
    with suppress(UserError):
        chance.choice(acts)()


def seen() -> object:
    """All that the list says, by the program."""
    known = resolver(COMMUNITY)
    days = (None, dt.date(2026, 1, 1), dt.date(2026, 3, 1), dt.date(2026, 6, 1))
    said = [(text, day, known.shown(text, day), known.answered(text)) for text in TEXTS for day in days]
    return said, known.offered(), entries.entries(COMMUNITY), entries.staying(COMMUNITY)


def meanings() -> dict[str, set[object]]:
    """What each text means, read off the living rows one by one: names of their entry, aliases of theirs."""
    found: dict[str, set[object]] = {}
    for name in NamedName.select().where(NamedName.voided_at.is_null()):
        found.setdefault(name_key(name.name), set()).add(name.named_id)
    for alias in NamedAlias.select().where(NamedAlias.voided_at.is_null()):
        found.setdefault(alias.key, set()).add(alias.named_id)
    return found


@pytest.mark.parametrize("seed", range(12))
def test_no_text_means_two_things_and_undo_leads_back_to_each_state(actor, seed):
    chance, states = random.Random(seed), [seen()]
    for _ in range(25):
        before = len(done.standing(actor))
        act(actor, chance)
        if len(done.standing(actor)) > before:
            states.append(seen())
        else:
            assert seen() == states[-1], "what was refused changed nothing"
        means = meanings()
        assert {text: len(ids) for text, ids in means.items() if len(ids) > 1} == {}
        known = resolver(COMMUNITY)
        assert {text: known.of(text) for text in means} == {text: next(iter(ids)) for text, ids in means.items()}
    assert len(states) > 5
    while len(states) > 1:
        assert seen() == states.pop()
        undoing.take_back(actor, done.standing(actor)[0])
    assert seen() == states[0]
