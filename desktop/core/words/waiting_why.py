"""The sentences that say who stands before whom on the waiting list, and why.

They are pairs like terms: the list is printed in Chinese and shown in the language in use.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from desktop.core.waiting import Ended, Moved, SetsApart, Waiting
from desktop.core.words.tables import Terms
from desktop.core.words.terms import FLAGS, GRADES
from desktop.core.words.waiting import PRIORITIES, WAITING_ENDS

_BEFORE = Terms(
    {
        SetsApart.PRIORITY: (
            "{first}在{second}之前：优先类别在前（{first}{mine}，{second}{theirs}）。",
            "{first} before {second}: by class of priority ({first}: {mine}; {second}: {theirs}).",
        ),
        SetsApart.GRADE: (
            "{first}在{second}之前：同为{same}，能力等级更重（{first}{mine}，{second}{theirs}）。",
            "{first} before {second}: both {same}, by care grade ({first}: {mine}; {second}: {theirs}).",
        ),
        "assessed": (
            "{first}在{second}之前：同为{same}，已有评估（{first}{mine}，{second}{theirs}）。",
            "{first} before {second}: both {same}, assessed already ({first}: {mine}; {second}: {theirs}).",
        ),
        SetsApart.DATE: (
            "{first}在{second}之前：同为{same}，申请更早（{first}{mine}，{second}{theirs}）。",
            "{first} before {second}: both {same}, applied earlier ({first}: {mine}; {second}: {theirs}).",
        ),
        SetsApart.AGE: (
            "{first}在{second}之前：同为{same}，更年长（{first}{mine}，{second}{theirs}）。",
            "{first} before {second}: both {same}, older ({first}: {mine}; {second}: {theirs}).",
        ),
        "known": (
            "{first}在{second}之前：同为{same}，出生日期有登记（{first}{mine}，{second}{theirs}）。",
            "{first} before {second}: both {same}, birth date on record ({first}: {mine}; {second}: {theirs}).",
        ),
        SetsApart.RECORDED: (
            "{first}在{second}之前：同为{same}，登记在先（{first}{mine}，{second}{theirs}）。",
            "{first} before {second}: both {same}, recorded earlier ({first}: {mine}; {second}: {theirs}).",
        ),
    }
)
_BY = Terms(
    {
        SetsApart.PRIORITY: ("优先类别在前", "by class of priority"),
        SetsApart.GRADE: ("能力等级更重", "by care grade"),
        "assessed": ("已有评估", "assessed already"),
        SetsApart.DATE: ("申请更早", "applied earlier"),
        SetsApart.AGE: ("更年长", "older"),
        "known": ("出生日期有登记", "birth date on record"),
        SetsApart.RECORDED: ("登记在先", "recorded earlier"),
    }
)
_MORE = Terms(
    {
        "rule": (
            "顺序：先看优先类别，同类看能力等级（重者在前，未评估在后），同级看申请日期（早者在前）；"
            "同一天申请的，年长者在前（没有出生日期的在后），生日也相同（或都没有）的，先登记者在前。",
            "Order: class of priority, then care grade (the graver first, none last), then the day of the application;"
            " of one day the older person first (without a birth date last), of one birth date who was recorded first.",
        ),
        "none": ("未评估", "not assessed"),
        "unknown": ("出生日期不详", "birth date not known"),
        "age": ("{age}岁以上", "{age} and older"),
        "applied": ("{day}申请", "applied on {day}"),
        "born": ("{day}出生", "born on {day}"),
        "number": ("第{number}号登记", "number {number}"),
        "of": ("{priority}（{held}）", "{priority} ({held})"),
        "and": ("、", ", "),
        "called": ("{name}（{mark}）", "{name} ({mark})"),
        "gap": ("", " "),
        "first": ("排在最前。", "stands in front."),
        "gone": ("前面的{names}{ended}，前进{count}位。", "no more in front: {names} ({ended}), {count} forwards."),
        "came": ("{names}新申请，{by}，排到前面，后退{count}位。", "new in front: {names} ({by}), {count} back."),
        "over": ("现在排到{names}前面（{by}），前进{count}位。", "now in front of {names} ({by}): {count} forwards."),
        "under": ("{names}现在排到前面（{by}），后退{count}位。", "now in front: {names} ({by}), {count} back."),
        "joined": ("新申请，排第{position}位。", "applied, and stands at {position}."),
        "other": ("按另一份申请（{day}）排第{position}位。", "stands at {position} by another application ({day})."),
        "stayed": ("仍排第{position}位。", "still stands at {position}."),
        "went": ("从第{before}位到第{position}位：", "from {before} to {position}:"),
    }
)


def order_words(paper: bool = False) -> str:
    """What the order goes by, the tie-break with it."""
    (more,) = _tables(paper, _MORE)
    return more["rule"]


def held_words(one: Waiting, paper: bool = False) -> str:
    """The class with the facts that make it: ``第一类（低保、失能）``."""
    priorities, more, flags = _tables(paper, PRIORITIES, _MORE, FLAGS)
    said = [flags[fact] if fact in flags else more["age"].format(age=fact) for fact in one.held]
    named = priorities[one.priority]
    return more["of"].format(priority=named, held=more["and"].join(said)) if said else named


def grade_words(one: Waiting, paper: bool = False) -> str:
    """The care grade, or that there is none."""
    grades, more = _tables(paper, GRADES, _MORE)
    return grades[one.grade] if one.grade else more["none"]


def before_words(first: Waiting, second: Waiting, apart: SetsApart, paper: bool = False) -> str:
    """Why the first of two stands before the second."""
    (sentences,) = _tables(paper, _BEFORE)
    return sentences[_really(first, second, apart)].format(
        first=_called(first, paper),
        second=_called(second, paper),
        mine=_said(first, apart, paper),
        theirs=_said(second, apart, paper),
        same=_same(first, apart, paper),
    )


def front_words(paper: bool = False) -> str:
    """Of the first of a list."""
    (more,) = _tables(paper, _MORE)
    return more["first"]


def moved_words(one: Moved, paper: bool = False) -> str:
    """Where somebody stands now and stood before, and who of all passed or was passed."""
    (more,) = _tables(paper, _MORE)
    if one.before is None:
        day = _said(one.now, SetsApart.DATE, paper)
        return more["joined" if one.new else "other"].format(position=one.position, day=day)
    key = "stayed" if one.before == one.position else "went"
    said = more[key].format(before=one.before, position=one.position)
    return more["gap"].join((said, *_passed_words(one, paper)))


def _passed_words(one: Moved, paper: bool) -> Iterator[str]:
    """A sentence for each way of passing, with all who passed or were passed like that."""
    more, ends, by = _tables(paper, _MORE, WAITING_ENDS, _BY)
    alike: defaultdict[tuple[str, Ended | None, str], list[str]] = defaultdict(list)
    for other in one.passed:
        key = "gone" if other.ended else "over" if other.forwards else "came" if other.new else "under"
        why = by[_really(one.now, other.other, other.apart)] if other.apart else ""
        alike[key, other.ended, why].append(_called(other.other, paper))
    for (key, ended, why), names in alike.items():
        said = {"ended": ends[ended] if ended else "", "by": why}
        yield more[key].format(names=more["and"].join(names), count=len(names), **said)


def _really(one: Waiting, other: Waiting, apart: SetsApart) -> str:
    """What the sentence has to say: nobody is graver, or older, than somebody of whom that is not known."""
    if apart is SetsApart.GRADE and not (one.grade and other.grade):
        return "assessed"
    if apart is SetsApart.AGE and not (one.born_on and other.born_on):
        return "known"
    return apart


def _called(one: Waiting, paper: bool) -> str:
    """The name; with a mark where another of that name applied too."""
    (more,) = _tables(paper, _MORE)
    return more["called"].format(name=one.name, mark=_said(one, one.alike, paper)) if one.alike else one.name


def _same(one: Waiting, apart: SetsApart, paper: bool) -> str:
    """What both have, as far as the order had to look."""
    priorities, more = _tables(paper, PRIORITIES, _MORE)
    parts = (priorities[one.priority], *(_said(one, kind, paper) for kind in list(SetsApart)[1:]))
    return more["and"].join(parts[: list(SetsApart).index(apart)])


def _said(one: Waiting, apart: SetsApart, paper: bool) -> str:
    (more,) = _tables(paper, _MORE)
    if apart is SetsApart.PRIORITY:
        return held_words(one, paper)
    if apart is SetsApart.GRADE:
        return grade_words(one, paper)
    if apart is SetsApart.DATE:
        return more["applied"].format(day=one.applied_on.isoformat())
    if apart is SetsApart.AGE:
        return more["born"].format(day=one.born_on.isoformat()) if one.born_on else more["unknown"]
    return more["number"].format(number=one.application_id)


def _tables(paper: bool, *tables: Terms) -> tuple[Mapping[str, str], ...]:
    return tables if paper else tuple(table.shown for table in tables)
