"""The residents of the demo centre: who they are, how they live, what the register says of them."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import dataclass, replace

from desktop.core.period import age_on
from desktop.core.trade import Living, RegisterState, Sex
from desktop.demo.centre import DemoCentre
from desktop.demo.history import History
from desktop.demo.names import Name, NameMaker
from desktop.demo.numbers import Fault, NumberMaker
from desktop.demo.register import flags_of, grade_of, living_of

_AGES = ((55, 59, 2), (60, 69, 33), (70, 79, 37), (80, 89, 22), (90, 99, 6))
_RELATIONS = ("儿子", "女儿", "侄子", "配偶", "邻居")
_FAULTS = (
    (Fault.DAMAGED, 5),
    (Fault.WRONG_DIGIT, 8),
    (Fault.MISSING, 4),
    (Fault.FIFTEEN, 5),
    (Fault.SPACED, 4),
    (Fault.WIDE, 2),
    (Fault.APOSTROPHE, 4),
    (Fault.OTHER_SEX, 2),
)


@dataclass(frozen=True)
class Contact:
    """Somebody to call."""

    name: str
    relation: str
    phone: str


@dataclass(frozen=True)
class DemoFlag:
    """A special-needs flag; no start means that nobody knows it any more."""

    code: str
    since: dt.date | None = None


@dataclass(frozen=True)
class DemoPerson:
    """A resident of the demo centre as the truth is, not as the workbook has it."""

    name: str
    sex: str
    ethnicity: str
    born_on: dt.date
    number: str
    community: str
    address: str
    phone: str
    living: str
    grade: str
    flags: tuple[DemoFlag, ...]
    contact: Contact
    health_record: bool
    family_doctor: bool
    remark: str = ""
    state: str = RegisterState.ON_REGISTER
    state_on: dt.date | None = None
    fault: Fault = Fault.NONE
    namesake: bool = False

    def present_on(self, day: dt.date) -> bool:
        """On the register on that day."""
        return self.state_on is None or day < self.state_on

    def age_on(self, day: dt.date) -> int:
        """Full years."""
        return age_on(self.born_on, day)


def build_people(rng: random.Random, centre: DemoCentre, history: History, count: int) -> list[DemoPerson]:
    """So many residents; the same seed gives the same people."""
    maker = _Maker(rng, centre, history)
    people = [maker.person(index) for index in range(count)]
    people = _with_milestones(maker, people, history)
    people = _with_leavers(rng, people, history)
    people = _with_new_flags(rng, people, history)
    return _with_faults(rng, people)


class _Maker:
    def __init__(self, rng: random.Random, centre: DemoCentre, history: History) -> None:
        self._rng, self._centre, self._history = rng, centre, history
        self._names, self._numbers = NameMaker(rng), NumberMaker(rng)
        self._previous: Name | None = None

    def person(self, index: int) -> DemoPerson:
        rng = self._rng
        sex = Sex.FEMALE if rng.random() < 0.54 else Sex.MALE
        twin = index % 120 == 119 and self._previous is not None
        name = self._names.namesake(self._previous) if twin and self._previous else self._names.draw(sex)
        self._previous = None if twin else name
        born, community = self._birth(), rng.choice(self._centre.communities)
        age = age_on(born, self._history.first)
        living = living_of(rng, age)
        grade = grade_of(rng, age)
        return DemoPerson(
            name=name.text,
            sex=sex,
            ethnicity=name.ethnicity,
            born_on=born,
            number=self.number(community, born, sex),
            community=community,
            address=self._address(community),
            phone=self._phone(),
            living=living,
            grade=grade,
            flags=tuple(DemoFlag(code, self._since()) for code in flags_of(rng, age, living, grade)),
            contact=self._contact(name, sex),
            health_record=rng.random() < (0.97 if age >= 65 else 0.7),
            family_doctor=rng.random() < 0.83,
            remark=rng.choice(self._centre.remarks) if rng.random() < 0.2 else "",
            namesake=twin or index % 120 == 118,
        )

    def number(self, community: str, born: dt.date, sex: str) -> str:
        division = self._centre.divisions[self._centre.communities.index(community)]
        return self._numbers.draw(division, born, sex)

    def _birth(self) -> dt.date:
        low, high, _ = self._rng.choices(_AGES, [weight for _, _, weight in _AGES])[0]
        # The old grow fewer with every year: of two ages the younger one counts.
        age = min(self._rng.randint(low, high), self._rng.randint(low, high))
        last = self._history.first.replace(day=1, year=self._history.first.year - age)
        return last - dt.timedelta(days=self._rng.randrange(1, 365))

    def _address(self, community: str) -> str:
        rng = self._rng
        if community in self._centre.villages:
            return f"{community}{rng.randint(1, 9)}组{rng.randint(1, 80)}号"
        return f"{community}{rng.randint(1, 36)}栋{rng.randint(1, 4)}单元{rng.randint(1, 7)}0{rng.randint(1, 4)}室"

    def _phone(self) -> str:
        return f"{self._centre.phone_segment}{self._rng.randrange(10**8):08d}"

    def _contact(self, name: Name, sex: str) -> Contact:
        relation = self._rng.choice(_RELATIONS)
        if relation in {"配偶", "邻居"}:
            other = Sex.FEMALE if sex == Sex.MALE else Sex.MALE
            return Contact(self._names.stranger(other), relation, self._phone())
        child = Sex.FEMALE if relation == "女儿" else Sex.MALE
        return Contact(self._names.relative(name, child), relation, self._phone())

    def _since(self) -> dt.date | None:
        if self._rng.random() > 0.15:
            return None
        return self._history.first - dt.timedelta(days=self._rng.randrange(20, 900))


def _with_milestones(maker: _Maker, people: list[DemoPerson], history: History) -> list[DemoPerson]:
    """Every month some people reach 80 and 90, and in the last whole one somebody reaches 100."""
    wanted = [(month, age) for month in history.months for age in (80, 80, 80, 90)]
    wanted.append((history.months[2], 100))
    step = max(1, len(people) // (len(wanted) + 1))
    changed = list(people)
    for place, (month, age) in enumerate(wanted):
        index = min(place * step, len(people) - 1)
        person = changed[index]
        born = dt.date(month.year - age, month.number, 1 + (place * 5) % 28)
        changed[index] = replace(person, born_on=born, number=maker.number(person.community, born, person.sex))
    return changed


def _with_leavers(rng: random.Random, people: list[DemoPerson], history: History) -> list[DemoPerson]:
    """Each month two people die and one moves away; some left before the history begins."""
    per_month = 1 + len(people) // 400
    days: list[tuple[dt.date, str]] = []
    for month in history.months:
        states = ["deceased"] * per_month + ["moved_out"]
        days += [(month.day(rng.randint(2, 27)), state) for state in states]
    for _ in range(len(people) // 60):
        days.append((history.first - dt.timedelta(days=rng.randrange(20, 500)), rng.choice(("deceased", "moved_out"))))
    days = [(day, state) for day, state in days if day <= history.until]
    changed = list(people)
    for index, (day, state) in zip(_spread(rng, people, len(days)), days, strict=True):
        changed[index] = replace(changed[index], state=state, state_on=day)
    return changed


def _with_new_flags(rng: random.Random, people: list[DemoPerson], history: History) -> list[DemoPerson]:
    """Each month some people come onto the roster: three before the 15th, two after."""
    days = [month.day(day) for month in history.months for day in (3, 9, 14, 19, 26)]
    days = [day for day in days if day <= history.until]
    free = [index for index, person in enumerate(people) if not person.flags and person.state_on is None]
    changed = list(people)
    for index, day in zip(rng.sample(free, min(len(free), len(days))), days, strict=False):
        changed[index] = replace(changed[index], living=Living.ALONE, flags=(DemoFlag("living_alone", day),))
    return changed


def _with_faults(rng: random.Random, people: list[DemoPerson]) -> list[DemoPerson]:
    faults = [fault for fault, count in _FAULTS for _ in range(max(1, count * len(people) // 600))]
    changed = list(people)
    for index, fault in zip(_spread(rng, people, len(faults)), faults, strict=True):
        changed[index] = replace(changed[index], fault=fault)
    return changed


def _spread(rng: random.Random, people: list[DemoPerson], count: int) -> list[int]:
    """Some places in the list, never a namesake: a name alone must be enough to find these people."""
    return rng.sample([index for index, person in enumerate(people) if not person.namesake], count)
