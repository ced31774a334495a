"""运营补贴申请表: what the month's stays earn, by capability grade and by person, as it is applied for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from desktop.core.document import Cell, Section
from desktop.core.figures.beds import BedFigures, StayLine
from desktop.core.figures.month import MonthFigures
from desktop.core.figures.people import PersonLine
from desktop.core.money import capitals
from desktop.core.words.terms import GRADES
from desktop.reports.columns import Table, about, added, amount, centred, headed, text
from desktop.reports.months.beds import grade_word, standards, subsidy_note
from desktop.reports.words import TOTAL, day_words, yuan

TITLE = "运营补贴申请表"


@dataclass(frozen=True)
class _Applied:
    """What is applied for somebody: all the stays of the month, which are several after a move."""

    person: PersonLine
    stays: Sequence[StayLine]

    @property
    def beds(self) -> str:
        """The beds in their order, each once."""
        return " → ".join(dict.fromkeys(one.bed for one in self.stays))

    @property
    def grades(self) -> str:
        """The grade that paid; of several each with its days."""
        days: Counter[str] = Counter()
        for stay in self.stays:
            for grade, (nights, _fen) in stay.paid_by_grade.items():
                days[grade] += nights
        ordered = [grade for grade in (*GRADES, "") if days[grade]]
        if len(ordered) < 2:
            return grade_word(ordered[0] if ordered else self.stays[-1].grade)
        return "、".join(f"{grade_word(grade)}{days[grade]}天" for grade in ordered)

    @property
    def fen(self) -> int:
        """What it comes to."""
        return sum(one.subsidy_fen for one in self.stays)


@dataclass(frozen=True)
class _Tier:
    """A grade with its standard, and what the nights that it pays come to."""

    name: str
    standard: Cell
    people: int
    nights: int
    fen: int


def sections(figures: MonthFigures) -> tuple[Section, ...]:
    """The summary and the list of people; only 全托 beds earn the subsidy."""
    beds = figures.beds
    note = f"{subsidy_note(beds.rules)}申请金额（大写）：{capitals(beds.operating_subsidy_fen)}。"
    whole = _Tier(TOTAL, None, _people(beds.stays), beds.occupied_bed_days, beds.operating_subsidy_fen)
    return headed((replace(_TIERS, note=note).of(_tiers(beds), total=whole), _LIST.of(_applied(beds.stays))))


def _tiers(beds: BedFigures) -> list[_Tier]:
    fen = standards(beds.rules)
    found = []
    for grade in (*GRADES, *(code for code in beds.subsidy_by_grade if code not in GRADES)):
        nights, paid = beds.subsidy_by_grade.get(grade, (0, 0))
        people = _people(one for one in beds.stays if grade in one.paid_by_grade)
        found.append(_Tier(grade_word(grade), yuan(fen[grade]) if grade in fen else None, people, nights, paid))
    return found


def _people(stays: Iterable[StayLine]) -> int:
    return len({one.person.resident_id for one in stays})


def _applied(stays: Sequence[StayLine]) -> list[_Applied]:
    """By person, in the order of their first bed; the stays of each by their days."""
    found: dict[int, list[StayLine]] = {}
    for one in stays:
        found.setdefault(one.person.resident_id, []).append(one)
    return [_Applied(mine[0].person, sorted(mine, key=lambda one: one.from_on)) for mine in found.values()]


_TIERS: Table[_Tier] = Table(
    "申请汇总",
    (
        text("能力等级", lambda tier: tier.name),
        amount("补贴标准（元/床·月）", lambda tier: tier.standard),
        amount("人数", lambda tier: tier.people),
        amount("计补床日", lambda tier: tier.nights),
        amount("申请金额（元）", lambda tier: yuan(tier.fen)),
    ),
)
_LIST: Table[_Applied] = Table(
    "申请明细",
    (
        *about("name", "sex", "age", "id", "community"),
        text("床位", lambda one: one.beds),
        text("能力等级", lambda one: one.grades),
        centred("入住日期", lambda one: day_words(one.stays[0].from_on)),
        centred("离开日期", lambda one: day_words(one.stays[-1].to_on)),
        added("计补天数", lambda one: sum(stay.occupied_days for stay in one.stays)),
        added("请假天数", lambda one: sum(stay.leave_days for stay in one.stays)),
        added("申请金额（元）", lambda one: yuan(one.fen)),
        text("签字（手印）", lambda one: ""),
    ),
    "口径：与床位使用月报同一口径，一人一行；当月换床的，床位依次列出。月内等级有变的，人数在各等级各计一次，合计为不重复人数。",
    numbered=True,
)
