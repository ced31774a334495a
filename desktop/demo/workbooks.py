"""Writes the demo centre's history as the five kinds of workbooks that a real centre would bring."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from desktop.core.answers import WorkbookKind
from desktop.core.period import Month
from desktop.core.trade import FlagKind, Sex
from desktop.core.words.terms import BED_KINDS, BED_MODES, FLAGS, GRADES, LIVING_ARRANGEMENTS, REGISTER_STATES
from desktop.demo.centre import DemoCentre, demo_centre
from desktop.demo.forms import BED_HEADS, RESIDENT_HEADS, SERVICE_HEADS, STAY_HEADS, VISIT_HEADS
from desktop.demo.help_services import DemoService, month_services
from desktop.demo.history import History
from desktop.demo.meals import PRICES, SUBSIDIES, MealRow, build_eaters, month_meals
from desktop.demo.numbers import Fault, written
from desktop.demo.people import DemoPerson, build_people
from desktop.demo.sheets import Book, Cell, Head, Page
from desktop.demo.stays import BUILDING, DemoBed, DemoStay, build_beds, build_stays, settled
from desktop.demo.visits import DemoVisit, month_visits

_FLAG_WORDS: Mapping[str, tuple[str, ...]] = {
    FlagKind.LIVING_ALONE: ("独居", "独居老人"),
    FlagKind.EMPTY_NEST: ("空巢", "空巢老人"),
    FlagKind.DISABLED: ("失能", "失能半失能"),
    FlagKind.BEREAVED_FAMILY: ("失独",),
}


@dataclass(frozen=True)
class DemoFiles:
    """The workbooks that were written; event sheets by month."""

    centre: DemoCentre
    months: tuple[Month, ...]
    residents: Path
    beds: Path
    services: Mapping[Month, Path]
    meals: Mapping[Month, Path]
    visits: Mapping[Month, Path]
    counts: Mapping[str, int] = field(default_factory=dict)

    def in_order(self) -> Iterator[tuple[WorkbookKind, Path]]:
        """(kind, file) in the order in which they have to be imported: people first."""
        yield WorkbookKind.RESIDENTS, self.residents
        yield WorkbookKind.BEDS, self.beds
        for month in self.months:
            yield WorkbookKind.VISITS, self.visits[month]
            yield WorkbookKind.SERVICES, self.services[month]
            yield WorkbookKind.MEALS, self.meals[month]


def build_workbooks(
    out: Path, month: Month, seed: int = 1, residents: int = 600, until: dt.date | None = None
) -> DemoFiles:
    """Write the workbooks of the three months up to ``month`` into ``out``; the same arguments give the same bytes.

    ``until`` is the last day on which anything has happened: inside ``month`` it leaves that month in
    progress, after it the running month gets its own workbooks.
    """
    out.mkdir(parents=True, exist_ok=True)
    centre, history, rng = demo_centre(), History.ending(month, until), random.Random(seed)
    people = build_people(rng, centre, history, residents)
    beds = build_beds(rng)
    stays = build_stays(rng, people, beds, history)
    people = settled(people, stays, history)
    writer = Writer(out, centre, history, rng)
    counts = {
        "residents": writer.residents(people),
        "beds": len(beds),
        "stays": writer.beds(beds, stays),
    }
    eaters = build_eaters(rng, people)
    for one in history.months:
        counts[f"visits {one}"] = writer.visits(one, month_visits(rng, centre, people, history, one))
        counts[f"services {one}"] = writer.services(one, month_services(rng, centre, people, history, one))
        counts[f"meals {one}"] = writer.meals(one, month_meals(rng, eaters, history, one))
    return DemoFiles(
        centre=centre,
        months=history.months,
        residents=writer.path(REGISTER),
        beds=writer.path(HOUSE),
        services={one: writer.path(SERVICES, one) for one in history.months},
        meals={one: writer.path(MEALS, one) for one in history.months},
        visits={one: writer.path(VISITS, one) for one in history.months},
        counts=counts,
    )


REGISTER, HOUSE = "老年人花名册", "床位与入住"
SERVICES, MEALS, VISITS = "十助服务台账", "幸福食堂就餐登记", "探访登记"


class Writer:
    """Puts people and events into sheets, with the untidiness of real ones."""

    def __init__(self, out: Path, centre: DemoCentre, history: History, rng: random.Random) -> None:
        self._out, self._centre, self._history, self._rng = out, centre, history, rng

    def path(self, name: str, month: Month | None = None) -> Path:
        """Where a workbook lies; one of events is of a month."""
        return self._out / (f"{name}.xlsx" if month is None else f"{name} {month}.xlsx")

    def residents(self, people: list[DemoPerson]) -> int:
        """Write the register; how many rows."""
        page = Page("花名册", f"{self._centre.name}老年人花名册", self._unit(self._history.until), RESIDENT_HEADS)
        # A clerk pasted some people twice: equal rows, to be refused.
        listed = [*people, *people[7 : 7 + max(1, len(people) // 150)]]
        with Book(self.path(REGISTER)) as book:
            return book.add(page, (self._resident(index, one) for index, one in enumerate(listed, 1)))

    def beds(self, beds: list[DemoBed], stays: list[DemoStay]) -> int:
        """Write the house; how many stays."""
        unit = self._unit(self._history.until)
        with Book(self.path(HOUSE)) as book:
            book.add(Page("床位", "床位登记表", unit, BED_HEADS), (_bed(bed) for bed in beds))
            return book.add(Page("入住", "入住登记表", unit, STAY_HEADS), (self._stay(stay) for stay in stays))

    def visits(self, month: Month, visits: list[DemoVisit]) -> int:
        """Write a month's visits; how many rows."""
        title = f"特殊困难老年人月探访登记表（{month.year}年{month.number}月）"
        page = Page("探访登记", title, self._unit(self._month_end(month)), VISIT_HEADS)
        with Book(self.path(VISITS, month)) as book:
            return book.add(page, (self._visit(visit) for visit in visits))

    def services(self, month: Month, services: list[DemoService]) -> int:
        """Write a month's ledger of services; how many rows."""
        title = f"居家养老“十助”服务台账（{month.year}年{month.number}月）"
        page = Page(f"{month.number}月", title, self._unit(self._month_end(month)), SERVICE_HEADS)
        with Book(self.path(SERVICES, month)) as book:
            return book.add(page, (self._service(row) for row in services))

    def meals(self, month: Month, rows: list[MealRow]) -> int:
        """Write a month's matrix of meals; how many meals."""
        title = f"老年幸福食堂就餐登记表（{month.year}年{month.number}月）"
        legend = "说明：√=午餐堂食  送=午餐送餐  晚=晚餐堂食  √晚=午晚均堂食  送晚=午餐送餐+晚餐堂食"
        days = tuple(Head(str(day.day), 4.5) for day in month)
        heads = (Head("序号", 6), Head("姓名", 11), Head("身份证号", 21), *days, Head("合计", 6))
        page = Page(f"{month.year}年{month.number}月", title, legend, heads, footer=False)
        with Book(self.path(MEALS, month)) as book:
            book.add(page, (self._meal(index, row, month) for index, row in enumerate(rows, 1)))
            if month == self._history.months[0]:
                book.add_plain("价格与补贴", _prices())
        return sum(row.meals for row in rows)

    def _resident(self, index: int, person: DemoPerson) -> Sequence[Cell]:
        sex = "男" if (person.sex == Sex.MALE) != (person.fault is Fault.OTHER_SEX) else "女"
        flags, since = self._flags(person)
        contact = person.contact
        return (
            float(index), self._name(person), sex, written(person.number, person.fault), person.ethnicity,
            self._date(person.born_on), person.community, person.address, self._phone(person.phone),
            LIVING_ARRANGEMENTS[person.living], flags, self._optional(since), GRADES[person.grade],
            contact.name, contact.relation, contact.phone, "是" if person.health_record else "否",
            "√" if person.family_doctor else "", REGISTER_STATES[person.state], self._optional(person.state_on),
            person.remark,
        )  # fmt: skip

    def _stay(self, stay: DemoStay) -> Sequence[Cell]:
        start, end, reason = stay.leave or (None, None, "")
        return (
            BUILDING, stay.bed.room, float(stay.bed.number), *self._who(stay.person), self._date(stay.from_on),
            self._optional(stay.to_on), self._optional(start), self._optional(end), reason,
        )  # fmt: skip

    def _visit(self, visit: DemoVisit) -> Sequence[Cell]:
        method = "上门入户" if visit.method == "上门" and self._rng.random() < 0.3 else visit.method
        return (
            self._date(visit.day), *self._who(visit.person), method, visit.visitors, visit.outcome,
            *visit.blocks, "、".join(visit.needs), visit.risk, visit.action,
        )  # fmt: skip

    def _service(self, row: DemoService) -> Sequence[Cell]:
        word = row.type + ("服务" if self._rng.random() < 0.25 else "")
        satisfaction: Cell = "" if row.satisfaction is None else float(row.satisfaction)
        return (
            self._date(row.day), *self._who(row.person), word, row.place, f"{row.start:%H:%M}", f"{row.end:%H:%M}",
            row.worker, row.payer, float(row.fee), float(row.subsidy), satisfaction, row.remark,
        )  # fmt: skip

    def _meal(self, index: int, row: MealRow, month: Month) -> Sequence[Cell]:
        signs = [row.signs.get(day, "") for day in month]
        return (float(index), *self._who(row.person), *signs, float(row.meals))

    def _who(self, person: DemoPerson) -> tuple[str, str]:
        """Name and number; a clerk leaves the number out where the name is enough or the number is in doubt."""
        if person.namesake:
            return person.name, person.number
        if person.fault.lost or self._rng.random() < 0.4:
            return person.name, ""
        return self._name(person), person.number

    def _name(self, person: DemoPerson) -> str:
        """Short names are now and then stretched with blanks to the width of long ones."""
        if len(person.name) == 2 and self._rng.random() < 0.15:
            return "  ".join(person.name)
        return person.name

    def _flags(self, person: DemoPerson) -> tuple[str, dt.date | None]:
        words = [self._rng.choice(_FLAG_WORDS.get(flag.code, (FLAGS[flag.code],))) for flag in person.flags]
        since = next((flag.since for flag in person.flags if flag.since is not None), None)
        return self._rng.choice(("、", "、", "，", "/")).join(words), since

    def _phone(self, phone: str) -> Cell:
        match self._rng.randrange(6):
            case 0:
                return float(phone)
            case 1:
                return f"{phone[:3]}-{phone[3:7]} {phone[7:]}"
            case _:
                return phone

    def _date(self, day: dt.date) -> Cell:
        match self._rng.randrange(8):
            case 0:
                return f"{day:%Y/%m/%d}"
            case 1:
                return f"{day.year}年{day.month}月{day.day}日"
            case 2:
                return f"{day.year}.{day.month}.{day.day}"
            case 3:
                return f"{day:%Y-%m-%d}"
            case _:
                return day

    def _optional(self, day: dt.date | None) -> Cell:
        return "" if day is None else self._date(day)

    def _unit(self, day: dt.date) -> str:
        return f"填报单位：{self._centre.name}      填报时间：{day.year}年{day.month}月{day.day}日"

    def _month_end(self, month: Month) -> dt.date:
        return min(month.last, self._history.until)


def _bed(bed: DemoBed) -> Sequence[Cell]:
    kind, mode = BED_KINDS[bed.kind], BED_MODES[bed.mode]
    return (BUILDING, float(bed.floor), bed.room, float(bed.number), kind, mode, bed.external_code)


def _prices() -> Iterable[Sequence[Cell]]:
    yield "餐次", "价格(元)"
    yield from ((meal, float(price)) for meal, price in PRICES)
    yield ()
    yield "补贴对象", "每餐补贴(元)"
    yield from ((group, float(amount)) for group, amount in SUBSIDIES)
    yield "说明：就高不重复", ""
