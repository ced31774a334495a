"""Entries of a named list: dated names, merging, retiring, and what each text stands for afterwards."""

import datetime as dt

import pytest

from desktop.core.errors import InvalidDraft, NotAllowed, NotFound
from desktop.core.reasons import Reason
from desktop.core.trade import NamedList
from desktop.models.named import Named, NamedAlias, NamedName
from desktop.services import undoing
from desktop.services.named import aliases, entries
from desktop.services.named.resolving import resolver
from desktop.services.writing import done

COMMUNITY, PERSON = NamedList.COMMUNITY, NamedList.PERSON


def refused(caught) -> tuple[str, Reason, str]:
    (field,) = caught.value.fields
    return field.name, field.reason, field.hint


def undo_last(actor) -> None:
    undoing.take_back(actor, done.standing(actor)[0])


def test_a_renamed_entry_is_called_by_its_name_of_the_day_and_found_by_each(actor):
    one = entries.add(actor, COMMUNITY, "江尾村")
    entries.rename(actor, one, "江尾社区", "2026-09-10")
    known = resolver(COMMUNITY)
    assert (known.of("江尾村"), known.of("江尾社区")) == (one, one)
    assert known.shown("江尾社区", dt.date(2026, 9, 9)) == "江尾村"
    assert known.shown("江尾村", dt.date(2026, 9, 10)) == "江尾社区"
    assert known.offered() == ["江尾社区"]


def test_a_name_that_begins_later_is_not_todays(actor):
    one = entries.add(actor, COMMUNITY, "江尾村")
    entries.rename(actor, one, "江尾社区", "2027-01-01")
    assert resolver(COMMUNITY).offered() == ["江尾村"]


def test_a_new_name_without_a_day_puts_the_spelling_right_and_the_old_one_still_stands_for_it(actor):
    one = entries.add(actor, COMMUNITY, "江尾存")
    entries.rename(actor, one, "江尾村")
    (entry,) = entries.entries(COMMUNITY)
    assert (entry.names, entry.aliases) == (((None, "江尾村"),), ("江尾存",))
    assert resolver(COMMUNITY).shown("江尾存", dt.date(2020, 1, 1)) == "江尾村"


def test_a_day_before_the_last_name_is_refused_with_that_day(actor):
    one = entries.add(actor, COMMUNITY, "甲")
    entries.rename(actor, one, "乙", "2026-09-10")
    with pytest.raises(InvalidDraft) as caught:
        entries.rename(actor, one, "丙", "2026-09-09")
    assert refused(caught) == ("valid_from", Reason.LATER_FACT, "2026-09-10")


@pytest.mark.parametrize("typed", ["前卫社区", "前卫 社区", "前卫\u3000社区", "老前卫", "前卫（旧）"])
def test_no_two_entries_have_one_text(actor, typed):
    one = entries.add(actor, COMMUNITY, "前卫（旧）")
    entries.rename(actor, one, "前卫社区", "2026-01-01")
    aliases.answer(actor, COMMUNITY, "老前卫", one)
    with pytest.raises(InvalidDraft) as caught:
        entries.add(actor, COMMUNITY, typed)
    assert refused(caught) == ("name", Reason.NAME_TAKEN, "前卫社区")
    other = entries.add(actor, COMMUNITY, "别处")
    with pytest.raises(InvalidDraft) as caught:
        entries.rename(actor, other, typed)
    assert refused(caught) == ("name", Reason.NAME_TAKEN, "前卫社区")


def test_lists_know_nothing_of_each_other(actor):
    community = entries.add(actor, COMMUNITY, "前卫")
    person = entries.add(actor, PERSON, "前卫")
    assert (resolver(COMMUNITY).of("前卫"), resolver(PERSON).of("前卫")) == (community, person)
    with pytest.raises(NotFound):
        aliases.answer(actor, COMMUNITY, "某", person)
    with pytest.raises(NotFound):
        entries.merge(actor, community, person)


def test_the_same_name_again_and_no_name_are_refused(actor):
    one = entries.add(actor, COMMUNITY, "前卫社区")
    with pytest.raises(InvalidDraft) as caught:
        entries.rename(actor, one, " 前卫社区 ", "2026-09-10")
    assert refused(caught)[1] == Reason.SAME_NAME
    with pytest.raises(InvalidDraft) as caught:
        entries.add(actor, COMMUNITY, " · ")
    assert refused(caught)[:2] == ("name", Reason.REQUIRED)


def test_a_merge_moves_names_and_aliases_and_its_undo_brings_them_back(actor):
    old = entries.add(actor, COMMUNITY, "江尾一组")
    entries.rename(actor, old, "江尾小区", "2026-03-01")
    aliases.answer(actor, COMMUNITY, "jw", old)
    kept = entries.add(actor, COMMUNITY, "江尾社区")
    entries.merge(actor, old, kept)
    known = resolver(COMMUNITY)
    assert {known.of(text) for text in ("江尾一组", "江尾小区", "jw", "江尾社区")} == {kept}
    assert known.shown("江尾一组", dt.date(2026, 2, 1)) == "江尾社区"
    assert [entry.name for entry in entries.entries(COMMUNITY)] == ["江尾社区"]
    undo_last(actor)
    known = resolver(COMMUNITY)
    assert [known.of(text) for text in ("江尾一组", "江尾小区", "jw", "江尾社区")] == [old, old, old, kept]
    assert known.shown("jw", dt.date(2026, 2, 1)) == "江尾一组"


def test_an_entry_is_not_merged_into_itself(actor):
    one = entries.add(actor, COMMUNITY, "前卫社区")
    with pytest.raises(InvalidDraft):
        entries.merge(actor, one, one)
    assert resolver(COMMUNITY).of("前卫社区") == one


def test_a_retired_entry_is_offered_no_more_and_still_stands_for_its_texts(actor):
    one = entries.add(actor, COMMUNITY, "前卫社区")
    entries.retire(actor, one)
    assert resolver(COMMUNITY).offered() == []
    assert resolver(COMMUNITY).of("前卫社区") == one
    entries.bring_back(actor, one)
    assert resolver(COMMUNITY).offered() == ["前卫社区"]
    entries.retire(actor, one, "2026-10-22")
    assert resolver(COMMUNITY).offered() == ["前卫社区"]


def test_undo_takes_back_each_act(actor):
    one = entries.add(actor, COMMUNITY, "江尾村")
    entries.rename(actor, one, "江尾社区", "2026-09-10")
    undo_last(actor)
    assert resolver(COMMUNITY).offered() == ["江尾村"]
    entries.retire(actor, one)
    undo_last(actor)
    assert resolver(COMMUNITY).offered() == ["江尾村"]
    undo_last(actor)
    assert not resolver(COMMUNITY).kept


def test_a_clerk_answers_and_the_director_keeps_the_list(actor, clerk):
    one = entries.add(actor, COMMUNITY, "前卫社区")
    aliases.answer(clerk, COMMUNITY, "qw", one)
    assert resolver(COMMUNITY).of("qw") == one
    for act in (
        lambda: entries.add(clerk, COMMUNITY, "别处"),
        lambda: entries.rename(clerk, one, "别处"),
        lambda: entries.retire(clerk, one),
        lambda: entries.merge(clerk, one, one),
    ):
        with pytest.raises(NotAllowed):
            act()


def test_nothing_is_deleted(actor):
    old, kept = entries.add(actor, COMMUNITY, "甲村"), entries.add(actor, COMMUNITY, "乙村")
    entries.merge(actor, old, kept)
    assert Named.get_by_id(old).void_reason == "merged"
    assert [(name.name, name.void_reason) for name in NamedName.select().order_by(NamedName.id)] == [
        ("甲村", "merged"),
        ("乙村", ""),
    ]
    assert [(alias.text, alias.named_id) for alias in NamedAlias.select()] == [("甲村", kept)]
