"""Two months in which everything happens that a rule turns on, made row by row; the numbers stand in the tests.

``october`` (2026-10): who must be visited, beds that open and close, prices, guests. ``leap_february`` (2028-02):
birthdays of 29 February, other rules, grades of one day.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from desktop.core.acts import Action
from desktop.models.bed import Bed, BedOutage, Leave, Stay
from desktop.models.centre import Rule
from desktop.models.help_service import HelpService, PayerBudget, ServicePackage
from desktop.models.meal import Meal, MealPrice, SubsidyRule
from desktop.models.resident import Flag, Grade, RegisterEvent, Resident
from desktop.models.visit import Excusal, Risk, Visit, Visitor
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import Unit, writing

OCTOBER_SEEN, FEBRUARY_SEEN = dt.datetime(2026, 11, 20, 9, 0), dt.datetime(2028, 3, 10, 9, 0)


def day(text: str | None) -> dt.date | None:
    """``2026-10-08``, or ``10-08`` of 2026."""
    if not text:
        return None
    return dt.date.fromisoformat(text if len(text) > 5 else f"2026-{text}")


class Maker:
    """Writes rows about people who are called by a letter."""

    def __init__(self, unit: Unit) -> None:
        self.unit = unit
        self.people: dict[str, Resident] = {}
        self.beds: dict[str, Bed] = {}

    def person(self, name: str, born: str | None, sex: str, *events: tuple[str, str | None], **fields: Any) -> None:
        """Somebody on register since before any record, unless events say otherwise."""
        flags, grades = fields.pop("flags", ()), fields.pop("grades", ())
        community = "前卫社区" if len(self.people) % 2 == 0 else "云山社区"
        row = Resident(
            name=name,
            name_key=name,
            born_on=day(born),
            sex=sex,
            **{"community": community, "id_state": "none"} | fields,
        )
        self.people[name[0]] = row = self.unit.add(row)
        for state, on in events or (("on_register", None),):
            self.unit.add(RegisterEvent(resident=row, state=state, on_date=day(on)))
        for kind, first, last in flags:
            self.unit.add(Flag(resident=row, kind=kind, from_on=day(first), to_on=day(last)))
        for grade, on in grades:
            self.unit.add(Grade(resident=row, grade=grade, assessed_on=day(on)))

    def visit(self, who: str, on: str, outcome: str = "reached", method: str = "home", *visitors: str) -> Visit:
        """A visit or an attempt."""
        row = self.unit.add(Visit(resident=self.people[who], visited_on=day(on), method=method, outcome=outcome))
        for name in visitors:
            self.unit.add(Visitor(visit=row, name=name))
        return row

    def service(self, who: str, on: str, kind: str, state: str = "done", **fields: Any) -> HelpService:
        """A service order in whatever state."""
        return self.unit.add(
            HelpService(resident=self.people[who], service_on=day(on), type=kind, state=state, **fields)
        )

    def package(self, who: str, payer: str, kind: str, minutes: int, since: str) -> ServicePackage:
        """Hours of help a month; no kind is any."""
        return self.unit.add(
            ServicePackage(resident=self.people[who], payer=payer, type=kind, minutes=minutes, valid_from=day(since))
        )

    def budget(self, payer: str, fen: int, since: str) -> PayerBudget:
        """What a payer has for each month."""
        return self.unit.add(PayerBudget(payer=payer, amount_fen=fen, valid_from=day(since)))

    def meal(self, who: str, on: str, meal: str, mode: str, *fen: int) -> Meal:
        """A meal with price, subsidy and what was paid then; nobody is a guest."""
        resident = self.people[who] if who else None
        cost = dict(zip(("price_fen", "subsidy_fen", "paid_fen"), fen, strict=True))
        return self.unit.add(Meal(resident=resident, eaten_on=day(on), meal=meal, mode=mode, **cost))

    def risk(self, who: str, found: str, what: str, due: str = "", closed: str = "", result: str = "") -> Risk:
        """A risk with its close, where it was closed."""
        days = {"found_on": day(found), "due_on": day(due), "closed_on": day(closed)}
        return self.unit.add(Risk(resident=self.people[who], what=what, result=result, **days))

    def bed(self, key: str, kind: str, opened: str = "", closed: str = "", mode: str = "full") -> Bed:
        """A bed of house 1."""
        room, number = key.split("-")
        row = Bed(building="1号楼", room=room, number=number, kind=kind, mode=mode)
        row.opened_on, row.closed_on = day(opened), day(closed)
        self.beds[key] = self.unit.add(row)
        return self.beds[key]

    def outage(self, key: str, first: str, last: str = "") -> None:
        """Days out of service."""
        self.unit.add(BedOutage(bed=self.beds[key], from_on=day(first), to_on=day(last)))

    def stay(self, who: str, key: str, first: str, last: str = "", *leaves: tuple[str, str]) -> Stay:
        """A stay with its leaves."""
        row = Stay(resident=self.people[who], bed=self.beds[key], from_on=day(first), to_on=day(last))
        row = self.unit.add(row)
        for start, end in leaves:
            self.unit.add(Leave(stay=row, from_on=day(start), to_on=day(end), reason="住院"))
        return row

    def excuse(self, who: str, month: str, reason: str) -> None:
        """The director's word."""
        self.unit.add(Excusal(resident=self.people[who], month=month, reason=reason, confirmed_by="主任甲"))


def october(actor: Actor) -> None:
    """Twenty-five people in a month of turning days."""
    with writing(actor, Action.EDIT_RESIDENT) as unit:
        make = Maker(unit)
        _october_people(make)
        _october_visits(make)
        _october_care(make)
        _october_beds(make)


def _october_people(make: Maker) -> None:
    on, gone, dead = "on_register", "moved_out", "deceased"
    # Turns 80 on the 31st.
    make.person("安一", "1946-10-31", "female", flags=[("living_alone", None, None)], health_record=True)
    # Holds the flag from the cut-off day, and from the day after it.
    make.person("白二", "1940-05-05", "male", flags=[("disabled", "10-15", None)], health_record=False)
    make.person("陈三", "1966-10-31", "female", flags=[("disabled", "10-16", None)])
    # Joined on the cut-off day, and on the day after it.
    make.person("丁四", "1956-11-01", "male", (on, "10-15"), flags=[("empty_nest", None, None)], health_record=True)
    make.person(
        "冯五", "1930-02-03", "female", (on, "10-16"), flags=[("living_alone", None, None)],
        grades=[("severe", "10-16"), ("moderate", "10-16"), ("severe", "10-16")], family_doctor=True,
    )  # fmt: skip
    # Died on the first day, and on the last.
    make.person("高六", "1946-10-10", "male", (on, None), (dead, "10-01"), flags=[("disabled", None, None)])
    make.person("何七", "1950-04-04", "female", (on, None), (dead, "10-31"), flags=[("kinless", None, None)])
    # Away over the middle of the month.
    make.person(
        "江八", "1957-10-31", "male", (on, None), (gone, "10-05"), (on, "10-20"), flags=[("empty_nest", None, None)]
    )
    # Away, back, and gone for good; gone twice.
    make.person(
        "孔九", "1941-01-01", "female", (on, None), (gone, "10-03"), (on, "10-10"), (dead, "10-25"),
        flags=[("disabled", None, None)],
    )  # fmt: skip
    make.person(
        "李十", "1942-02-02", "male", (on, None), (gone, "10-05"), (on, "10-12"), (gone, "10-22"),
        flags=[("dementia", None, None)],
    )  # fmt: skip
    # Excused; excused in vain, because one attempt was another; excused in vain, because nobody tried.
    make.person("马甲", "1945-06-07", "male", flags=[("living_alone", None, None)])
    make.person("牛乙", "1948-06-07", "female", flags=[("living_alone", None, None)])
    make.person("彭丙", "1950-01-01", "female", flags=[("left_behind", None, None)])
    # The flag ended on the first day, and on the day before.
    make.person("秦丁", "1944-02-29", "female", flags=[("living_alone", None, "10-01")])
    make.person("任戊", "1951-03-03", "male", flags=[("dementia", None, "09-30")])
    # A flag that puts nobody on the roster.
    make.person(
        "宋己", "1961-11-01", "male", flags=[("minimum_living", None, None)], grades=[("complete", "2026-01-01")],
        health_record=True, living="institution",
    )  # fmt: skip
    # On register before the flag: both on the cut-off day, and both on the day after it.
    make.person("唐庚", "1936-11-01", "female", (on, "10-10"), flags=[("bereaved_family", "10-15", None)])
    make.person("吴辛", "1967-01-01", "male", (on, "10-10"), flags=[("severely_handicapped", "10-16", None)])
    make.person(
        "许壬", "1938-08-08", "female", flags=[("destitute_home", None, None)],
        grades=[("mild", None), ("severe", "10-16"), ("complete", "2026-11-01")],
    )  # fmt: skip
    make.person("严癸", "1939-09-09", "male", (on, None), ("cancelled", "10-09"), flags=[("left_behind", None, None)])
    make.person("杨子", "1943-01-01", "male", flags=[("minimum_living", "10-31", None)])
    # Turned 100 and 90 in the month.
    make.person("袁丑", "1926-10-15", "female")
    make.person("章寅", "1936-10-01", "female")
    # Nobody knows when this one was born; this one came after the month.
    make.person("郑卯", None, "female")
    make.person("周辰", "1940-10-10", "male", (on, "2026-11-01"), flags=[("living_alone", None, None)])


def _october_visits(make: Maker) -> None:
    make.visit("丁", "09-20")
    make.visit("安", "09-21")
    make.visit("安", "10-31", "reached", "phone", "何云", "马丽")
    make.visit("安", "10-01", "reached", "home", "马丽")
    make.visit("丁", "10-16", "not_reached", "phone", "马丽")
    make.visit("丁", "10-20", "refused", "home", "马丽")
    make.visit("冯", "10-20", "reached", "home", "马丽")
    make.visit("何", "10-10", "not_reached", "home")
    make.visit("孔", "10-12", "reached", "home", "何云")
    make.visit("马", "10-05", "hospital")
    make.visit("马", "10-15", "away", "phone")
    make.visit("牛", "10-05", "hospital")
    make.visit("牛", "10-20", "not_reached")
    make.visit("秦", "10-31", "reached", "video")
    make.visit("唐", "2026-11-01", "reached", "home", "马丽")
    make.unit.void(make.visit("白", "10-20", "reached", "home", "马丽"), "登记错人")
    make.excuse("马", "2026-10", "hospital")
    make.excuse("牛", "2026-10", "away")
    make.excuse("彭", "2026-10", "hospital")
    # Closed after the month; found on its last day; closed on its first; closed before; found after.
    make.risk("安", "08-01", "独自用火", "10-31", "11-02", "装了报警器")
    make.risk("白", "10-31", "地面湿滑")
    make.risk("丁", "09-15", "电线老化", "09-30", "10-01", "已换线")
    make.risk("丁", "09-01", "药品过期", "09-10", "09-30", "已清理")
    make.risk("丁", "11-01", "门锁损坏")
    make.unit.void(make.risk("丁", "10-10", "重复登记"), "重复")


def _october_care(make: Maker) -> None:
    money = {"fee_fen": 2000, "subsidy_fen": 500, "payer": "subsidy"}
    make.service("白", "10-31", "bathing", "rated", minutes=60, place="home", **money)
    make.service("安", "10-01", "meals")
    make.service("安", "10-15", "cleaning", minutes=45, fee_fen=3000, payer="self", place="home")
    make.service("江", "10-20", "bathing", "requested", fee_fen=900)
    make.service("江", "10-20", "emergency", "dispatched", fee_fen=900)
    make.service("牛", "10-21", "medical", "cancelled", fee_fen=900, cancel_reason="已好转")
    make.service("唐", "11-01", "companionship", minutes=30)
    make.service("宋", "09-30", "companionship", minutes=30)
    make.service("宋", "10-31", "recreation", minutes=90, place="centre", payer="volunteer")
    make.service("宋", "10-31", "recreation", minutes=30, place="centre", payer="volunteer")
    make.unit.void(make.service("宋", "10-31", "recreation", minutes=30), "重复")
    for valid_from, meal, price in (("09-01", "lunch", 1400), ("10-01", "lunch", 1500), ("10-31", "lunch", 1600)):
        make.unit.add(MealPrice(valid_from=day(valid_from), meal=meal, price_fen=price))
    make.unit.add(MealPrice(valid_from=day("10-01"), meal="dinner", price_fen=1205))
    make.unit.add(MealPrice(valid_from=day("11-01"), meal="lunch", price_fen=1700))
    for valid_from, age, flags, amount in (
        ("09-01", 60, "", 100), ("10-01", 60, "", 300), ("10-01", 80, "", 500),
        ("10-01", None, "minimum_living destitute_home", 805), ("11-01", 60, "", 400),
    ):  # fmt: skip
        make.unit.add(SubsidyRule(valid_from=day(valid_from), min_age=age, flags=flags, amount_fen=amount))
    make.meal("彭", "10-05", "lunch", "dine_in", 1500, 300, 1200)
    make.meal("彭", "10-05", "dinner", "takeaway", 1205, 300, 905)
    make.meal("彭", "10-31", "lunch", "delivered", 1600, 300, 1300)
    # The day before the eightieth birthday and the day itself.
    make.meal("安", "10-30", "lunch", "dine_in", 1500, 300, 1200)
    make.meal("安", "10-31", "lunch", "dine_in", 1600, 500, 1100)
    make.meal("冯", "10-01", "lunch", "dine_in", 1500, 500, 1000)
    make.meal("郑", "10-07", "breakfast", "dine_in", 0, 0, 0)
    # A guest at the full price, one at half of it, one for nothing.
    make.meal("", "10-02", "lunch", "dine_in", 1500, 0, 1500)
    make.meal("", "10-02", "lunch", "dine_in", 1500, 0, 750)
    make.meal("", "10-31", "dinner", "takeaway", 1205, 0, 0)
    make.meal("彭", "09-30", "lunch", "dine_in", 1400, 100, 1300)
    make.meal("彭", "11-01", "lunch", "dine_in", 1700, 400, 1300)
    make.unit.void(make.meal("彭", "10-06", "lunch", "dine_in", 1500, 300, 1200), "没来")


def _october_beds(make: Maker) -> None:
    make.bed("101-1", "nursing")
    make.bed("101-2", "nursing", opened="10-11")
    make.bed("102-1", "ordinary", closed="10-21")
    make.bed("102-2", "ordinary")
    make.outage("102-2", "10-05", "10-09")
    make.bed("103-1", "nursing", opened="10-31")
    make.outage("103-1", "10-31")
    make.bed("103-2", "ordinary", opened="11-01")
    make.bed("201-1", "nursing", mode="day")
    make.bed("202-1", "ordinary", opened="10-20", mode="home")
    make.unit.void(make.bed("203-1", "nursing"), "重复")
    # Away over both ends of the month; the grade is worse from the 16th on.
    make.stay("许", "101-1", "09-15", "", ("09-28", "10-02"), ("10-30", "2026-11-03"))
    # From the bed's first day until the last day of the month, without a grade.
    make.stay("杨", "101-2", "10-11", "10-31")
    make.stay("宋", "102-1", "10-01", "10-20")
    make.stay("杨", "102-2", "09-01", "10-01")
    make.stay("袁", "102-2", "10-10", "10-10")
    # Three grades on the day of the admission: the one recorded last holds.
    make.stay("冯", "102-2", "10-16")
    make.stay("袁", "201-1", "10-12", "10-19", ("10-13", "10-13"))
    make.stay("章", "202-1", "10-20")
    make.unit.void(make.stay("郑", "102-2", "10-01", "10-05"), "登记错床")


def leap_february(actor: Actor) -> None:
    """A month of 29 days with rules of its own."""
    with writing(actor, Action.EDIT_RESIDENT) as unit:
        make = Maker(unit)
        for key, value in (("visit_roster_flags", '["living_alone"]'), ("visit_cutoff_day", "31")):
            unit.add(Rule(key=key, valid_from=dt.date(2028, 2, 1), value=value, note=""))
        for since, value in ((dt.date(2028, 2, 1), '"last_night"'), (dt.date(2028, 3, 1), '"day"')):
            unit.add(Rule(key="bed_subsidy_by", valid_from=since, value=value, note=""))
        on, dead, alone = "on_register", "deceased", [("living_alone", None, None)]
        make.person(
            "赵一", "1948-02-29", "female", flags=alone,
            grades=[("intact", None), ("severe", "2028-02-29"), ("mild", "2028-03-01")],
        )  # fmt: skip
        make.person("钱二", "1938-02-28", "male", flags=[("disabled", None, None)], grades=[("complete", "2020-01-01")])
        make.person("孙三", "1928-03-01", "female")
        make.person("李四", "1930-01-01", "male", (on, None), (dead, "2028-02-01"), flags=alone)
        make.person("周五", "1931-01-01", "female", (on, None), (dead, "2028-02-29"), flags=alone)
        make.person("吴六", "1968-02-29", "male", (on, "2028-02-29"), flags=alone)
        make.person(
            "郑七", "1958-02-28", "female", flags=[("living_alone", "2028-02-29", None)],
            grades=[("mild", None), ("moderate", None)],
        )  # fmt: skip
        make.visit("李", "2028-02-01", "reached", "home", "马丽")
        make.visit("周", "2028-02-29", "reached", "remote", "马丽")
        make.visit("赵", "2028-02-10", "hospital")
        make.excuse("赵", "2028-02", "hospital")
        make.visit("郑", "2028-02-29", "not_reached", "phone")
        make.visit("郑", "2028-02-29", "refused", "home")
        make.service("吴", "2028-02-29", "learning", "rated", minutes=1, satisfaction=5)
        make.meal("赵", "2028-02-28", "dinner", "dine_in", 1000, 0, 1000)
        make.meal("赵", "2028-02-29", "dinner", "dine_in", 1000, 500, 500)
        make.meal("吴", "2028-02-28", "lunch", "takeaway", 1500, 0, 1500)
        make.meal("吴", "2028-02-29", "lunch", "takeaway", 1500, 300, 1200)
        make.bed("1-1", "ordinary")
        make.outage("1-1", "2028-01-25", "2028-02-03")
        make.bed("1-2", "nursing")
        make.bed("1-3", "ordinary")
        make.stay("赵", "1-2", "2027-06-01")
        make.stay("郑", "1-1", "2028-02-29")
        # Away until the last night.
        make.stay("钱", "1-3", "2028-01-01", "2028-02-29", ("2028-02-20", "2028-02-28"))
        make.stay("李", "1-1", "2028-01-01", "2028-01-25")
