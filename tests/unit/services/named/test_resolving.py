"""What a text stands for on a day: the quick reading against a slow and obviously right one."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.text import name_key
from desktop.core.trade import NamedList
from desktop.services.named import entries
from desktop.services.named.resolving import Resolver, resolver

DAYS = st.dates(dt.date(2026, 1, 1), dt.date(2026, 1, 9))
NAMES = st.lists(st.tuples(st.none() | DAYS, st.sampled_from("甲乙丙丁")), min_size=1, max_size=4)


def borne(names: list[tuple[dt.date | None, str]], day: dt.date) -> str:
    """Day by day: whoever had a name keeps it until another begins; before the first it has that one."""
    begun = [name for since, name in names if since is None or since <= day]
    return begun[-1] if begun else names[0][1]


@given(NAMES, DAYS)
def test_the_name_of_a_day_is_the_last_that_began(names, day):
    names.sort(key=lambda one: one[0] or dt.date.min)
    known = Resolver({1: tuple(names)}, {name_key(name): 1 for _, name in names}, ())
    assert known.shown(names[0][1], day) == borne(names, day)


def test_without_entries_every_text_stands_for_itself(actor):
    known = resolver(NamedList.COMMUNITY)
    assert (known.kept, known.of("前卫社区"), known.shown(" 前卫 社区"), known.offered("qw")) == (
        False,
        None,
        " 前卫 社区",
        [],
    )


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("杨", ["杨梅", "小杨"]),
        ("yang", ["杨梅", "阳光"]),
        ("ym", ["杨梅"]),
        ("yg", ["阳光"]),
        ("杨梅", ["杨梅"]),
        ("xx", []),
        ("", ["小杨", "杨梅", "阳光"]),
    ],
)
def test_names_are_offered_by_characters_whole_pinyin_and_initials(actor, typed, found):
    for name in ("小杨", "杨梅", "阳光"):
        entries.add(actor, NamedList.PERSON, name)
    assert resolver(NamedList.PERSON).offered(typed) == found


def test_the_texts_that_stand_for_the_same_entry(actor):
    one = entries.add(actor, NamedList.COMMUNITY, "江尾村")
    entries.rename(actor, one, "江尾社区", "2026-09-10")
    known = resolver(NamedList.COMMUNITY)
    assert known.same("江尾社区", ["江尾村", "江尾 村", "别处"]) == ["江尾 村", "江尾村", "江尾社区"]
    assert known.same("别处", ["江尾村", "别处", "他处"]) == ["别处"]
