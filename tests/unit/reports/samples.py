"""A month's figures made by hand, small enough to check by eye; none of these people exists."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal

from desktop.core.answers import AllowanceStep
from desktop.core.centre import Centre
from desktop.core.figures.beds import BedFigures, ClassLine, StayLine
from desktop.core.figures.canteen import (
    Balances,
    CanteenDay,
    CanteenFigures,
    CanteenPerson,
    Complaints,
    FoodDayLine,
    FoodLedger,
    Ratings,
)
from desktop.core.figures.day_care import DayCareFigures, DayCareLine
from desktop.core.figures.home_beds import HomeBedFigures, HomeBedLine
from desktop.core.figures.indicators import Indicator, Part
from desktop.core.figures.month import MonthFigures
from desktop.core.figures.people import ChangeLine, PeopleFigures, PersonLine
from desktop.core.figures.rolls import (
    AllowanceChange,
    CarerLine,
    KeptLine,
    Receiving,
    Rolls,
    TurningLine,
)
from desktop.core.figures.services import (
    Coverage,
    PackageLine,
    Packages,
    PayerLine,
    ServiceFigures,
    ServiceLine,
    ServicePoint,
    SixHelp,
    Waiting,
    WorkerLine,
)
from desktop.core.figures.stay_fees import StayFeeFigures
from desktop.core.figures.visits import (
    ExcusedLine,
    RiskLine,
    TrendPoint,
    UnvisitedLine,
    VisitedLine,
    VisitFigures,
    VisitGroup,
    VisitorLine,
)
from desktop.core.period import Month
from desktop.core.words.terms import AGE_BANDS, FLAGS, GRADES, LIVING_ARRANGEMENTS, SERVICE_TYPES

MONTH = Month(2026, 10)
CENTRE = Centre("春晓街道综合养老服务中心", "539901", "chenggong", "演示区民政局")
COMMUNITIES = ("春晓社区", "南亭社区", "柳坝社区", "白鹤社区", "新苑社区", "石桥村")
NAMES = ("段春梅", "普建国", "欧阳正华", "𬱖秀兰", "李䶮", "陶㛃", "杨𬍛生", "字文慧", "和志明", "角桂英", "马丽")
STREETS = (
    "彩龙路32号院4幢2单元501室",
    "石龙路与景明北路交叉口南侧安置小区12幢3单元1204室",
    "老街15号",
    "柳坝一组42号附1号",
)
FLAG_SETS = (
    ("living_alone",),
    ("empty_nest", "advanced_age"),
    ("disabled", "dementia", "minimum_living"),
    ("kinless",),
)


def person(number: int, **fields: object) -> PersonLine:
    """A made-up resident; ``number`` alone decides everything that is not given."""
    line = PersonLine(
        resident_id=number,
        name=NAMES[number % len(NAMES)],
        sex="female" if number % 2 else "male",
        age=62 + number % 37,
        id_masked=f"539901********{1000 + number % 9000:04d}",
        community=COMMUNITIES[number % len(COMMUNITIES)],
        address=STREETS[number % len(STREETS)],
        phone=f"154{10000000 + number:08d}",
        flags=FLAG_SETS[number % len(FLAG_SETS)],
    )
    return replace(line, **fields)  # type: ignore[arg-type]


def visits(visited: int = 48, unvisited: int = 9) -> VisitFigures:
    """Visits with two excused, three late joiners and two risks."""
    groups = tuple(VisitGroup(name, 10, 0, 9, 1) for name in COMMUNITIES[:-1])
    return VisitFigures(
        month=MONTH,
        visited_people=tuple(
            VisitedLine(person(n), MONTH.day(n % 28 + 1), "phone" if n % 3 else "home", "何云、马丽", n % 4 + 1)
            for n in range(visited)
        ),
        unvisited_people=tuple(
            UnvisitedLine(
                person(100 + n),
                None if n % 4 == 0 else dt.date(2026, 9, n % 28 + 1),
                n % 3,
                "not_reached" if n % 3 else "",
            )
            for n in range(unvisited)
        ),
        excused_people=(
            ExcusedLine(person(201), "deceased", MONTH.day(12)),
            ExcusedLine(person(202), "hospital", None),
        ),
        late_joiners_people=tuple(person(300 + n) for n in range(3)),
        risks=(
            RiskLine(
                1,
                person(5),
                MONTH.day(8),
                "燃气管老化",
                "urgent",
                "已联系燃气公司更换软管",
                MONTH.day(9),
                MONTH.day(9),
                "已更换",
            ),
            RiskLine(
                2,
                person(6),
                MONTH.day(20),
                "独自用炭火取暖",
                "elevated",
                "已送电暖器并讲明一氧化碳危险",
                MONTH.day(27),
                None,
                "",
            ),
        ),
        by_community=(*groups, VisitGroup("石桥村", 9, 2, 3, 4)),
        by_flag=(VisitGroup("living_alone", 30, 1, 26, 3), VisitGroup("disabled", 12, 1, 8, 3)),
        by_method={"home": 20, "phone": 41},
        by_visitor={"何云": 33, "马丽": 28},
        attempts_not_reached=7,
        helped=52,
        helped_of=57,
        rules={"visit_cutoff_day": "10", "visit_roster_flags": '["living_alone", "kinless"]'},
        visitors=(
            VisitorLine("何云", 30, {"home": 12, "phone": 21}, 5),
            VisitorLine("马丽", 26, {"home": 8, "phone": 20}, 2),
        ),
        people_by_method={"home": 19, "phone": 37},
        trend=tuple(
            TrendPoint(MONTH.shifted(back), 60 + back, 2, 40 - back, 18 + 2 * back, recorded=back > -9)
            for back in range(-11, 1)
        ),
    )


def services() -> ServiceFigures:
    """All ten types; the n-th has 10 + n rows in each community."""
    lines = tuple(
        ServiceLine(
            type=code,
            person_times=(10 + n) * len(COMMUNITIES),
            persons=40 + n,
            minutes=3605 + n,
            fee_fen=123450 + n,
            subsidy_fen=50000,
            by_community=dict.fromkeys(COMMUNITIES, 10 + n),
            by_place={"home": 30 + n, "centre": 30 + 5 * n},
            ratings=Ratings({5: 5, 4: 3 + n}),
            waiting=Waiting(4, 7 + n, 5),
        )
        for n, code in enumerate(SERVICE_TYPES)
    )
    return ServiceFigures(
        month=MONTH,
        lines=lines,
        communities=COMMUNITIES,
        persons=287,
        minutes=sum(line.minutes for line in lines),
        by_payer={"government": 400, "subsidy": 300, "self": 100, "volunteer": 70},
        fee_fen=sum(line.fee_fen for line in lines),
        subsidy_fen=sum(line.subsidy_fen for line in lines),
        canteen_meals=3558,
        rules={},
        ratings=Ratings({5: 50, 4: 30, 3: 6, 2: 1, 1: 0}),
        waiting=Waiting(41, 73, 9),
        workers=(
            WorkerLine("普建国", 469, 325, 29750, Ratings({5: 40, 4: 20, 3: 5})),
            WorkerLine("", 12, 9, 0, Ratings()),
        ),
        payers=(
            PayerLine("government", 400, 201, 20000, 0, 900000, 800000, 900000),
            PayerLine("subsidy", 300, 150, 9000, 450000, 300000, 500000, 300000),
            PayerLine("self", 100, 77, 4000, 1000000, 0, None, 1000000),
            PayerLine("volunteer", 70, 66, 3095, 0, 0, None, 0),
        ),
        six=SixHelp(("meals", "cleaning", "bathing", "medical", "emergency", "mobility"), 203),
        trend=tuple(
            ServicePoint(
                MONTH.shifted(back),
                {code: (10 + n) * len(COMMUNITIES) + back for n, code in enumerate(SERVICE_TYPES)},
                41 + back,
                Decimal("1.78") if back > -4 else None,
                recorded=True,
            )
            if back > -9
            else ServicePoint(MONTH.shifted(back))
            for back in range(-11, 1)
        ),
        packages=Packages(
            2,
            1890,
            1995,
            60,
            165,
            (
                PackageLine(1, person(12), "", "government", dt.date(2026, 3, 1), None, 1200, 1365),
                PackageLine(2, person(12), "bathing", "government", dt.date(2026, 10, 1), MONTH.day(31), 90, 90),
                PackageLine(3, person(23), "cleaning", "subsidy", MONTH.day(5), None, 600, 540),
            ),
        ),
        coverage=Coverage(31, 27, tuple(person(n, flags=("disabled",)) for n in (12, 23, 31, 44))),
    )


def canteen(people: int = 60) -> CanteenFigures:
    """Three kinds of meals on every weekday."""
    meals = {("lunch", "dine_in"): 2174, ("lunch", "delivered"): 634, ("dinner", "dine_in"): 750}
    cells = {
        (*kind, band): count // 5 + (count % 5 if band == "90+" else 0)
        for kind, count in meals.items()
        for band in AGE_BANDS
    }
    return CanteenFigures(
        month=MONTH,
        meals=meals,
        cells=cells,
        by_day=tuple(
            CanteenDay(day, {kind: count // 22 for kind, count in meals.items()}) for day in MONTH if day.weekday() < 5
        ),
        people=tuple(CanteenPerson(person(n), n % 23 + 1, 1500 * n, 300 * n, 1200 * n) for n in range(people)),
        guests=14,
        guest_paid_fen=21000,
        by_band={band: sum(count for (*_, b), count in cells.items() if b == band) for band in AGE_BANDS},
        by_flag={"advanced_age": (1201, 96), "kinless": (88, 7), "living_alone": (640, 51), "minimum_living": (75, 6)},
        price_fen=5112000,
        subsidy_fen=1543400,
        paid_fen=3568600,
        rules={},
        ratings=Ratings({5: 120, 4: 61, 3: 9, 2: 0, 1: 2}),
        complaints=Complaints(4, 3),
        balances=Balances(120_000, 50_000, 84_500, 3_000, 1_500, 84_000, 37),
        food=FoodLedger(
            (
                FoodDayLine(dt.date(2026, 10, 8), ()),
                FoodDayLine(dt.date(2026, 10, 9), ("temperature", "samples")),
                FoodDayLine(dt.date(2026, 10, 12), ()),
            )
        ),
    )


def beds(stays: int = 38) -> BedFigures:
    """48 beds, half of them nursing beds."""
    grades = ("", *GRADES)
    lines = tuple(
        StayLine(
            person=person(n),
            bed=f"{n // 20 + 1}号楼 {n // 4 + 101}-{n % 4 + 1}",
            kind="nursing" if n % 2 else "ordinary",
            mode="full",
            grade=grades[n % len(grades)],
            from_on=dt.date(2026, 3, n % 28 + 1),
            to_on=MONTH.day(20) if n % 9 == 0 else None,
            occupied_days=19 if n % 9 == 0 else 31,
            leave_days=2 if n % 7 == 0 else 0,
            subsidy_fen=8239 + n,
            paid_by_grade={grades[n % len(grades)]: (19 if n % 9 == 0 else 31, 8239 + n)},
        )
        for n in range(stays)
    )
    return BedFigures(
        month=MONTH,
        beds=48,
        nursing_beds=24,
        in_service_end=47,
        occupied_end=33,
        available_bed_days=1488,
        occupied_bed_days=sum(line.occupied_days for line in lines),
        leave_bed_days=sum(line.leave_days for line in lines),
        stays=lines,
        subsidy_by_grade={grade: _paid(lines, grade) for grade in grades if _paid(lines, grade)[0]},
        operating_subsidy_fen=sum(line.subsidy_fen for line in lines),
        by_class=tuple(
            ClassLine(code, beds, nursing, {grades[at]: 60 + at, grades[at + 1]: 90}, at)
            for at, (code, beds, nursing) in enumerate(
                (("basic", 20, 12), ("inclusive", 18, 10), ("market", 8, 2), ("", 2, 0))
            )
        ),
        rules={
            "bed_operating_subsidy_fen": '{"intact": 5050, "mild": 7000, "severe": 15000}',
            "bed_subsidy_ungraded": '"intact"',
        },
        fees=StayFeeFigures(-310_000, 930_000, 1_000_000, 250_000, 10_000, 1_500_000, 3, 1),
        home_beds=HomeBedFigures(
            2,
            1,
            1,
            24,
            21,
            2,
            (
                HomeBedLine(person(3), dt.date(2026, 3, 2), None, 16, 15, 1),
                HomeBedLine(person(4), MONTH.day(1), MONTH.day(20), 8, 6, 1),
            ),
        ),
        day_care=DayCareFigures(
            12, 2, 37, 15_120, 1, (DayCareLine(person(1), 20, 8_400, 0), DayCareLine(person(2), 17, 6_720, 1))
        ),
    )


def _paid(lines: tuple[StayLine, ...], grade: str) -> tuple[int, int]:
    parts = [line.paid_by_grade[grade] for line in lines if grade in line.paid_by_grade]
    return sum(days for days, _ in parts), sum(fen for _, fen in parts)


def people(changes: int = 6) -> PeopleFigures:
    """564 people on the register."""
    by_band = dict(zip(AGE_BANDS, (12, 152, 200, 150, 50), strict=True))
    return PeopleFigures(
        month=MONTH,
        on_register_end=564,
        by_band_sex={(band, sex): count // 2 for band, count in by_band.items() for sex in ("male", "female")},
        by_band=by_band,
        by_flag={flag: 40 + n for n, flag in enumerate(FLAGS)},
        by_flag_band={(flag, band): 8 for flag in FLAGS for band in AGE_BANDS},
        by_community=dict.fromkeys(COMMUNITIES, 94),
        by_grade=dict(zip(GRADES, (300, 120, 80, 40, 24), strict=True)),
        by_living=dict.fromkeys(LIVING_ARRANGEMENTS, 94),
        added=tuple(ChangeLine(person(400 + n), MONTH.day(n + 1), "新登记") for n in range(changes)),
        stopped=tuple(ChangeLine(person(500 + n), MONTH.day(n + 3), "deceased") for n in range(changes)),
        turning={80: (ChangeLine(person(18), MONTH.day(8), ""),), 90: (), 100: ()},
        health_record_65=(410, 480),
        family_doctor_65=(395, 480),
        to_verify=30,
        rules={},
    )


def indicators() -> tuple[Indicator, ...]:
    """One of each kind: met, missed by one, waiting for a figure, without a target, counted by nobody, a number."""
    document, plan = "呈政办发〔2022〕59号", "chenggong"
    whole = Part("typed.population_60", 4012, dt.date(2026, 9, 30), "派出所户籍底册")
    waiting = Part("people.destitute_kept", 3), Part("typed.willing_destitute", None)
    per = {"document": document, "clause": "建设指标表", "page": "10"}
    return (
        Indicator(
            "护理型床位占比",
            plan,
            Decimal("65.00"),
            ">=",
            Decimal("65"),
            True,
            **per,
            numerator=Part("beds.nursing", 13),
            denominator=Part("beds.beds", 20),
        ),
        Indicator(
            "特殊困难老年人月探访率",
            plan,
            Decimal("99.99"),
            ">=",
            Decimal("100"),
            False,
            **per,
            numerator=Part("visits.visited", 20000),
            denominator=Part("visits.to_visit", 20001),
        ),
        Indicator(
            "有意愿特困老年人集中供养率",
            plan,
            None,
            ">=",
            Decimal("100"),
            None,
            **per,
            numerator=waiting[0],
            denominator=waiting[1],
        ),
        Indicator(
            "接受服务的老年人占60岁及以上老年人口",
            plan,
            Decimal("9.97"),
            ">=",
            None,
            None,
            document,
            numerator=Part("people.served", 400),
            denominator=whole,
            remark="文件没有目标值。",
        ),
        Indicator(
            "社区日间照料机构覆盖率", plan, None, ">=", Decimal("90"), None, **per, remark="由区民政局统计，中心不填。"
        ),
        Indicator(
            "街道中心床位",
            plan,
            Decimal(48),
            ">=",
            Decimal("20"),
            True,
            unit="张",
            per=1,
            numerator=Part("beds.beds", 48),
        ),
        Indicator(
            "经常参加教育活动的老年人比例",
            plan,
            Decimal("7.16"),
            ">=",
            Decimal("20"),
            False,
            **per,
            numerator=Part("people.learners", 287, source="本年助学服务4次及以上"),
            denominator=whole,
        ),
    )


def rolls() -> Rolls:
    """Lists of a month: one of each that can happen to an allowance, a kept person, two carers."""
    step = AllowanceStep
    return Rolls(
        changes=(
            AllowanceChange(person(21), "allowance_age", step.STARTED, MONTH.day(5), "", "80岁档 50元"),
            AllowanceChange(person(22), "allowance_age", step.STOPPED, MONTH.day(9), "80岁档 50元", "", "deceased"),
            AllowanceChange(person(23), "allowance_age", step.CHANGED, MONTH.day(1), "80岁档 50元", "90岁档 100元"),
            AllowanceChange(person(24), "allowance_care", step.STOPPED, MONTH.day(31), "", "", ""),
        ),
        receiving={
            "allowance_age": Receiving(40, 40),
            "allowance_care": Receiving(7, 6),
            "allowance_service": Receiving(0, 0),
        },
        turning=(TurningLine(person(25), MONTH.day(12), 90, True, "80岁档 50元"),),
        kept=(
            KeptLine(person(26), "severe", dt.date(2024, 3, 1), None, 31, "一楼101-1", dt.date(2024, 3, 1)),
            KeptLine(person(27), "", None, MONTH.day(10), 10, "", None),
        ),
        carers=(
            CarerLine(
                "杨秀英", "一楼", dt.date(2026, 3, 1), None, 31, "K-1", dt.date(2026, 11, 10), True, "level_4", 7500
            ),
            CarerLine("李建国", "", None, MONTH.day(20), 20, "", None, False),
        ),
    )


def month_figures(**parts: object) -> MonthFigures:
    """A whole month; any part can be replaced."""
    figures = MonthFigures(CENTRE, MONTH, visits(), services(), canteen(), beds(), people(), indicators(), rolls())
    return replace(figures, **{"bed_shares": indicators()[:1], **parts})  # type: ignore[arg-type]
