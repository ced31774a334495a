"""A waiting list as somebody keeps it who looks up every fact in the rows, and who reads each sentence against them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from desktop.core.waiting import Ended
from desktop.core.words.terms import FLAGS, GRADES
from desktop.core.words.waiting import WAITING_ENDS
from desktop.models import query

CLASSES = {"first": "第一类", "second": "第二类", "others": "其他"}
_GRADES = ("", *GRADES)
# Rules by the day from which they hold.
Classes = dict[dt.date, dict[str, dict]]


@dataclass(frozen=True)
class One:
    """Somebody who waits on a day, and what the order asks of them."""

    id: int
    who: int
    name: str
    rank: str
    held: frozenset[str]
    grade: str
    applied: dt.date
    born: dt.date | None

    @property
    def key(self) -> tuple[int, int, dt.date, bool, dt.date, int]:
        """First come first; without a birth date last."""
        born = self.born or dt.date.max
        return (
            *(list(CLASSES).index(self.rank), -_GRADES.index(self.grade)),
            *(self.applied, self.born is None, born, self.id),
        )

    @property
    def class_words(self) -> set[str]:
        """What may be said of the class: the facts in any order."""
        return {CLASSES[self.rank], *self.held}


def day_of(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


def line_on(day: dt.date, classes: Classes) -> list[One]:
    """Those who wait for a 全托 bed on a day, who comes first in front."""
    found, seen = [], set()
    for one, who, applied, kind, ended in query.fetch(
        "SELECT id, resident_id, applied_on, kind, ended_on FROM living_bed_application WHERE mode = 'full'"
        " ORDER BY applied_on, id"
    ):
        applied_on = dt.date.fromisoformat(applied)
        if applied_on <= day and why_ended(who, applied_on, kind, day_of(ended), day) is None and who not in seen:
            seen.add(who)
            found.append(_one(one, who, applied_on, day, classes))
    return sorted(found, key=lambda one: one.key)


def why_ended(who: int, applied: dt.date, kind: str, ended: dt.date | None, day: dt.date) -> set[Ended] | None:
    """Why somebody waits no more on a day, of what came first all; None while they do."""
    at = applied
    while at <= day:
        why = {Ended.WITHDRAWN} if ended is not None and ended <= at else set()
        why |= {Ended.ADMITTED} if lies(who, kind, at, at > applied) else set()
        why |= set() if on_register(who, at) else {Ended.LEFT}
        if why:
            return why
        at += dt.timedelta(days=1)
    return None


def lies(who: int, kind: str, day: dt.date, or_came: bool) -> bool:
    """Whether somebody has the night of a day in such a 全托 bed, or came and left on it."""
    text = day.isoformat()
    for bed in query.ids(
        "SELECT bed_id FROM living_stay WHERE resident_id = ? AND from_on <= ?"
        " AND (to_on IS NULL OR to_on > ? OR (to_on = from_on AND to_on = ? AND ?))",
        [who, text, text, text, or_came],
    ):
        said = query.fetch(
            "SELECT mode, kind FROM living_bed_nature WHERE bed_id = ? AND COALESCE(from_on, '') <= ?"
            " ORDER BY COALESCE(from_on, '') DESC LIMIT 1",
            [bed, text],
        ) or query.fetch("SELECT mode, kind FROM living_bed WHERE id = ?", [bed])
        if said[0][0] == "full" and kind in ("", said[0][1]):
            return True
    return False


def on_register(who: int, day: dt.date) -> bool:
    found = query.fetch(
        "SELECT state FROM living_register_event WHERE resident_id = ? AND COALESCE(on_date, '') <= ?"
        " ORDER BY COALESCE(on_date, '') DESC, id DESC LIMIT 1",
        [who, day.isoformat()],
    )
    return bool(found) and found[0][0] == "on_register"


def _one(one: int, who: int, applied: dt.date, day: dt.date, classes: Classes) -> One:
    text = day.isoformat()
    name, born = query.fetch("SELECT name, born_on FROM living_resident WHERE id = ?", [who])[0]
    flags = query.texts(
        "SELECT kind FROM living_flag WHERE resident_id = ? AND COALESCE(from_on, '') <= ?"
        " AND (to_on IS NULL OR to_on >= ?)",
        [who, text, text],
    )
    grades = query.texts(
        "SELECT grade FROM living_grade WHERE resident_id = ? AND COALESCE(assessed_on, '') <= ?"
        " ORDER BY COALESCE(assessed_on, '') DESC, id DESC LIMIT 1",
        [who, text],
    )
    born_on = day_of(born)
    rank, held = _class(set(flags), born_on, day, classes)
    return One(one, who, name, rank, held, grades[0] if grades else "", applied, born_on)


def _class(flags: set[str], born: dt.date | None, day: dt.date, classes: Classes) -> tuple[str, frozenset[str]]:
    rules = classes[max(since for since in classes if since <= day)]
    for name in ("first", "second"):
        rule = rules[name]
        poor = flags & set(rule["economic"])
        needs = {FLAGS[flag] for flag in flags & set(rule["flags"])}
        if rule["age"] and born and born.replace(year=born.year + rule["age"]) <= day:
            needs.add(f"{rule['age']}岁以上")
        asked = bool(rule["flags"] or rule["age"])
        if not rule["economic"] and not asked:
            continue
        if (poor or not rule["economic"]) and (needs or not asked):
            return name, frozenset({FLAGS[flag] for flag in poor} | needs)
    return "others", frozenset()


# What a sentence claims of two, by its words.
CLAIMS: dict[str, Callable[[One, One], bool]] = {
    "优先类别在前": lambda a, b: list(CLASSES).index(a.rank) < list(CLASSES).index(b.rank),
    "能力等级更重": lambda a, b: bool(a.grade and b.grade) and _GRADES.index(a.grade) > _GRADES.index(b.grade),
    "已有评估": lambda a, b: bool(a.grade) and not b.grade,
    "申请更早": lambda a, b: a.applied < b.applied,
    "更年长": lambda a, b: a.born is not None and b.born is not None and a.born < b.born,
    "出生日期有登记": lambda a, b: a.born is not None and b.born is None,
    "登记在先": lambda a, b: a.id < b.id,
}
# What both have where the claim is made: the first so many of class, grade, day and birth date.
_SAME = {
    "优先类别在前": 0,
    "能力等级更重": 1,
    "已有评估": 1,
    "申请更早": 2,
    "更年长": 3,
    "出生日期有登记": 3,
    "登记在先": 4,
}
_BEFORE = re.compile(r"(.+?)在(.+?)之前：(?:同为(.+?)，)?([^，（]+)（(.+)）。")


def alike(one: One, other: One, claim: str) -> bool:
    """Whether two are alike in whatever weighs more than what is claimed."""
    mine, theirs = (((it.rank), it.grade, it.applied, it.born) for it in (one, other))
    return mine[: _SAME[claim]] == theirs[: _SAME[claim]]


def meant(called: str, among: Iterable[One]) -> One:
    """The only one of those who is called like that: a name, with a mark where another has it too."""
    found = [
        one
        for one in among
        if called in (one.name, f"{one.name}（{born_words(one)}）", f"{one.name}（第{one.id}号登记）")
    ]
    (who,) = {one.who for one in found}
    return next(one for one in found if one.who == who)


def recorded(one: One) -> str:
    return f"第{one.id}号登记"


def born_words(one: One) -> str:
    return f"{one.born}出生" if one.born else "出生日期不详"


def check_before(sentence: str, one: One, other: One, among: Iterable[One]) -> None:
    """Every claim of the sentence that says why one stands before the other."""
    read = _BEFORE.fullmatch(sentence)
    assert read is not None, sentence
    first, second, same, claim, facts = read.groups()
    listed = list(among)
    assert (meant(first, listed), meant(second, listed)) == (one, other), sentence
    assert CLAIMS[claim](one, other) and alike(one, other, claim), sentence
    for it in (one, other):
        words = [CLASSES[it.rank], GRADES.get(it.grade, "未评估"), f"{it.applied}申请", born_words(it)][: _SAME[claim]]
        assert (same or "") == "、".join(words), sentence
    said = facts.removeprefix(first).split(f"，{second}", 1)
    for text, it in zip(said, (one, other), strict=True):
        if claim == "优先类别在前":
            rank, _, held = text.partition("（")
            assert rank == CLASSES[it.rank], sentence
            assert set(held.removesuffix("）").split("、")) - {""} == it.held, sentence
        else:
            told = {
                **dict.fromkeys(("能力等级更重", "已有评估"), GRADES.get(it.grade, "未评估")),
                "申请更早": f"{it.applied}申请",
                **dict.fromkeys(("更年长", "出生日期有登记"), born_words(it)),
                "登记在先": recorded(it),
            }
            assert text == told[claim], sentence


_PASSED = {
    "gone": re.compile(
        rf"前面的(?P<names>[^。]+?)(?P<ended>{'|'.join(WAITING_ENDS.values())})，前进(?P<count>\d+)位。"
    ),
    "came": re.compile(r"(?P<names>[^。]+?)新申请，(?P<by>[^，]+)，排到前面，后退(?P<count>\d+)位。"),
    "over": re.compile(r"现在排到(?P<names>[^。]+?)前面（(?P<by>[^（）]+)），前进(?P<count>\d+)位。"),
    "under": re.compile(r"(?P<names>[^。]+?)现在排到前面（(?P<by>[^（）]+)），后退(?P<count>\d+)位。"),
}


@dataclass
class Days:
    """The lines of two days, and why whoever waits no more does not."""

    since: dt.date
    then: list[One]
    now: list[One]
    ended: dict[int, set[Ended]]

    @property
    def everybody(self) -> list[One]:
        """Each as they are now, else as they were."""
        return list({one.id: one for one in (*self.then, *self.now)}.values())

    def at(self, one: One, line: list[One]) -> int | None:
        """The place in a line, from 1."""
        return next((at for at, other in enumerate(line, 1) if other.id == one.id), None)

    def check(self, text: str, me: One) -> None:
        """Every claim of what is told somebody of their place, and that all who passed or were passed are told."""
        before, position = self.at(me, self.then), self.at(me, self.now)
        if before is None:
            new = f"新申请，排第{position}位。"
            other = f"按另一份申请（{me.applied}申请）排第{position}位。"
            assert text == (new if me.applied > self.since else other)
            return
        head = f"仍排第{position}位。" if before == position else f"从第{before}位到第{position}位："
        assert text.startswith(head), text
        rest, told, steps = text.removeprefix(head), set(), 0
        while rest:
            key, read = next((key, read) for key, form in _PASSED.items() if (read := form.match(rest)))
            rest = rest[read.end() :]
            names = read["names"].split("、")
            assert len(names) == int(read["count"]), text
            steps += len(names) if key in ("came", "under") else -len(names)
            # Who withdrew and applied again is there by either application.
            listed = [one for one in self.everybody if (self.at(one, self.now) is None) == (key == "gone")]
            told |= {self._true(key, read.groupdict(), meant(name, listed), me).id for name in names}
        assert before + steps == position, text
        assert told == {one.id for one in self.everybody if self._ahead(one, me) in ((True, False), (False, True))}

    def _ahead(self, one: One, me: One) -> tuple[bool, bool]:
        """Whether one stood before me then, and stands so now."""
        mine = self.at(me, self.then), self.at(me, self.now)
        places = self.at(one, self.then), self.at(one, self.now)
        then, now = (a is not None and b is not None and a < b for a, b in zip(places, mine, strict=True))
        return then, now

    def _true(self, key: str, read: dict[str, str], other: One, me: One) -> One:
        assert self._ahead(other, me) == ((True, False) if key in ("gone", "over") else (False, True)), key
        if key == "gone":
            assert self.at(other, self.now) is None
            assert read["ended"] in {WAITING_ENDS[why] for why in self.ended[other.id]}
            return other
        ahead, behind = (me, other) if key == "over" else (other, me)
        assert CLAIMS[read["by"]](ahead, behind) and alike(ahead, behind, read["by"]), read
        stood = self.at(other, self.then) is not None
        assert (key == "came") == (not stood and other.applied > self.since) or key == "over"
        return other
