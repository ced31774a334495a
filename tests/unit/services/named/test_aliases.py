"""What somebody answered about a text: it stands for an entry, or stays as it is typed."""

import pytest

from desktop.core.errors import InvalidDraft, NotFound
from desktop.core.reasons import Reason
from desktop.core.trade import NamedList
from desktop.services.named import aliases, entries
from desktop.services.named.resolving import resolver

COMMUNITY = NamedList.COMMUNITY


@pytest.mark.parametrize("typed", ["nt", "NT", " nt ", "ｎｔ", "n t"])
def test_an_alias_stands_for_its_entry_however_it_is_typed(actor, typed):
    one = entries.add(actor, COMMUNITY, "南亭社区")
    aliases.answer(actor, COMMUNITY, "nt", one)
    assert resolver(COMMUNITY).shown(typed) == "南亭社区"


def test_what_stays_is_answered_and_stands_for_itself(actor):
    entries.add(actor, COMMUNITY, "南亭社区")
    aliases.answer(actor, COMMUNITY, "外地", None)
    known = resolver(COMMUNITY)
    assert (known.of("外地"), known.answered("外地"), known.shown("外地")) == (None, True, "外地")
    assert entries.staying(COMMUNITY) == ["外地"]


def test_a_later_answer_takes_the_place_of_the_first(actor):
    one, other = entries.add(actor, COMMUNITY, "南亭社区"), entries.add(actor, COMMUNITY, "北亭社区")
    for into in (None, one, other):
        aliases.answer(actor, COMMUNITY, "nt", into)
    assert resolver(COMMUNITY).of("nt") == other
    assert [entry.aliases for entry in entries.entries(COMMUNITY)] == [(), ("nt",)]


def test_the_name_of_an_entry_is_no_alias_of_another_and_does_not_stay(actor):
    entries.add(actor, COMMUNITY, "南亭社区")
    other = entries.add(actor, COMMUNITY, "北亭社区")
    for into in (other, None):
        with pytest.raises(InvalidDraft) as caught:
            aliases.answer(actor, COMMUNITY, "南亭 社区", into)
        assert caught.value.fields[0].reason == Reason.NAME_TAKEN


def test_what_stayed_can_become_an_entry_and_a_dropped_answer_is_asked_again(actor):
    aliases.answer(actor, COMMUNITY, "外地", None)
    one = entries.add(actor, COMMUNITY, "外地")
    assert (resolver(COMMUNITY).of("外地"), entries.staying(COMMUNITY)) == (one, [])
    aliases.answer(actor, COMMUNITY, "wd", one)
    aliases.drop(actor, COMMUNITY, "wd")
    assert not resolver(COMMUNITY).answered("wd")
    with pytest.raises(NotFound):
        aliases.drop(actor, COMMUNITY, "wd")
