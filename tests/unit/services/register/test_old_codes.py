"""Old cards work, are noted once a day, and whoever came with one is listed until a new one is printed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest

from desktop.core import clock, i18n
from desktop.core.codes import CodeKind
from desktop.core.trade import Role
from desktop.core.words.codes import old_code_words
from desktop.models import query
from desktop.services.beds import places
from desktop.services.beds.places import BedDraft
from desktop.services.register import old_codes, printed_codes, printed_labels
from desktop.services.writing.actor import Actor

TODAY = dt.date(2026, 10, 21)
Person = Callable[..., int]


def renewed(actor: Actor, one: int, kind: CodeKind = CodeKind.RESIDENT) -> tuple[str, str]:
    """The old code and the new one."""
    old = printed_codes.code_of(kind, one)
    return old, printed_codes.replace(actor, kind, one, "卡丢了")


def noted() -> int:
    return query.count("SELECT count(*) FROM change_log WHERE action = 'old_scanned'")


def test_an_old_card_is_told_with_whose_it_is_and_noted_once_a_day(
    actor: Actor, person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, new = renewed(actor, person("李培礼"))
    for _ in range(3):
        assert old_codes.seen(actor, f" {old[:8]} {old[8:]}") == (CodeKind.RESIDENT, "李培礼", TODAY, new)
    assert noted() == 1
    tomorrow = clock.now() + dt.timedelta(days=1)
    monkeypatch.setattr(clock, "now", lambda: tomorrow)
    assert old_codes.seen(actor, old) is not None
    assert noted() == 2
    assert [one.name for one in old_codes.came(TODAY)] == ["李培礼"]


def test_what_stands_and_what_is_no_code_is_not_told(actor: Actor, person: Person) -> None:
    _old, new = renewed(actor, person("李培礼"))
    for text in (new, "李培礼", "", "15301149999999900", new[:-1]):
        assert old_codes.seen(actor, text) is None
    assert noted() == 0 and old_codes.came(TODAY) == []


def test_an_auditor_is_told_too(actor: Actor, person: Person) -> None:
    old, _new = renewed(actor, person("李培礼"))
    assert old_codes.seen(replace(actor, role=Role.AUDITOR), old) is not None


def test_who_came_is_listed_in_order_until_the_new_card_is_printed(
    actor: Actor, person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two = person("李培礼"), person("王芳")
    (first, new), (second, _) = renewed(actor, one), renewed(actor, two)
    printed_labels.note(actor, [new])
    for minutes, digits in ((1, second), (2, first), (3, second)):
        moment = dt.datetime(2026, 10, 21, 11, 30 + minutes)
        monkeypatch.setattr(clock, "now", lambda moment=moment: moment)
        old_codes.seen(actor, digits)
    came = old_codes.came(TODAY)
    assert [(row.name, row.code, row.printed) for row in came] == [
        ("王芳", printed_codes.code_of(CodeKind.RESIDENT, two), False),
        ("李培礼", new, False),
    ], "a card that was printed before is in somebody's drawer, not in this hand"
    assert [row.at for row in came] == ["11:31", "11:32"]
    assert old_codes.to_reprint(TODAY) == [two, one]
    printed_labels.note(actor, [new])
    assert old_codes.to_reprint(TODAY) == [two]
    assert [row.printed for row in old_codes.came(TODAY)] == [False, True]
    assert old_codes.came(TODAY - dt.timedelta(days=1)) == []


def test_who_was_given_two_new_codes_is_one_person(actor: Actor, person: Person) -> None:
    one = person("李培礼")
    first, second = renewed(actor, one)
    printed_codes.replace(actor, CodeKind.RESIDENT, one, "又丢了")
    for digits in (first, second):
        old_codes.seen(actor, digits)
    assert [row.resident_id for row in old_codes.came(TODAY)] == [one]


def test_an_old_label_of_a_bed_is_told_and_nobodys_card(actor: Actor) -> None:
    bed = places.save(actor, BedDraft(building="1号楼", room="301", number="2"))
    old, _new = renewed(actor, bed, CodeKind.BED)
    found = old_codes.seen(actor, old)
    assert found is not None and found.kind is CodeKind.BED
    assert old_codes.came(TODAY) == []
    i18n.install("zh_CN")
    try:
        assert "1号楼 301-2" in old_code_words(found.kind, found.of, found.on)
        assert "旧标签" in old_code_words(found.kind, found.of, found.on)
    finally:
        i18n.install("en")
