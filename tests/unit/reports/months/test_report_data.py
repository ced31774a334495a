"""What every report says, to the last heading, cell and note: golden files in tests/data/reports."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest

from desktop.core.figures.beds import BedFigures, PlaceFigures
from desktop.core.figures.canteen import CanteenFigures
from desktop.core.figures.day_care import DayCareFigures
from desktop.core.figures.home_beds import HomeBedFigures
from desktop.core.figures.indicators import Indicator, Part
from desktop.core.figures.month import MonthFigures
from desktop.core.figures.people import PeopleFigures
from desktop.core.figures.services import PayerLine, ServiceFigures, ServiceLine
from desktop.core.figures.visits import ExcusedLine, RiskLine, UnvisitedLine, VisitedLine, VisitGroup, VisitorLine
from desktop.reports.months import render
from tests.unit.reports import golden, samples
from tests.unit.reports.samples import MONTH, person


def hard_month() -> MonthFigures:
    """What a form seldom meets: unknown codes, people without facts, equal names, nothing to divide by, old risks."""
    bare = person(1, sex="unknown", age=None, community="", address="", phone="", flags=(), id_masked="")
    twin = person(12, name="段春梅", flags=("living_alone", "from_elsewhere"))
    visits = replace(
        samples.visits(0, 0),
        visited_people=(
            VisitedLine(bare, MONTH.day(31), "drone", "", 1),
            VisitedLine(twin, MONTH.day(1), "home", "何云", 9),
        ),
        unvisited_people=(
            UnvisitedLine(bare, None, 0, ""),
            UnvisitedLine(twin, dt.date(2025, 2, 28), 3, "refused"),
            UnvisitedLine(person(14), None, 1, "some_day"),
        ),
        excused_people=(ExcusedLine(bare, "away", None), ExcusedLine(twin, "flown", MONTH.day(30))),
        risks=(
            RiskLine(1, bare, dt.date(2025, 12, 31), "电线老化", "urgent", "", None, None, "", 304, True),
            RiskLine(2, twin, MONTH.day(24), "地面湿滑", "general", "已铺防滑垫", MONTH.day(31), None, "", 7, False),
            RiskLine(3, twin, MONTH.day(23), "独居", "elevated", "", None, MONTH.day(31), "已联系子女", 8, False),
            RiskLine(4, twin, MONTH.day(1), "用火", "elevated", "", MONTH.day(2), None, "", 30, True),
            RiskLine(5, twin, dt.date(2026, 9, 30), "药品过期", "unheard", "", MONTH.day(2), None, "", 31, True),
        ),
        by_community=(VisitGroup("", 1, 1, 0, 0),),
        by_flag=(VisitGroup("from_elsewhere", 0, 0, 0, 0),),
        by_method={"drone": 3},
        people_by_method={"drone": 2},
        visitors=(VisitorLine("", 2, {"drone": 3}, 1),),
        rules={"visit_cutoff_day": "1"},
        trend=(),
    )
    services = ServiceFigures(
        month=MONTH,
        lines=(
            ServiceLine("gardening", 1, 1, 59, 1, 99, {"": 1}, {"garden": 1}),
            ServiceLine("meals", 2, 1, 0, 0, 0, {"": 2}, {}),
        ),
        communities=("",),
        persons=2,
        minutes=59,
        by_payer={"": 1, "barter": 2},
        payers=(PayerLine("barter", 2, 1, 0, 0, 0), PayerLine("", 1, 1, 59, 1, 99)),
        fee_fen=1,
        subsidy_fen=99,
        canteen_meals=0,
        rules={},
    )
    canteen = replace(
        samples.canteen(1),
        meals={("supper", "drone"): 1, ("lunch", "dine_in"): 2},
        cells={("supper", "drone", "<60"): 1},
        by_day=samples.canteen(0).by_day[:1],
        by_band={},
        guests=0,
        guest_paid_fen=0,
    )
    beds = replace(
        samples.beds(1),
        stays=tuple(
            replace(line, grade=grade, kind="hammock", mode="")
            for line, grade in zip(samples.beds(3).stays, ("", "odd", "mild"), strict=True)
        ),
        available_bed_days=0,
        subsidy_by_grade={"": (19, 8239), "mild": (20, 5000), "odd": (42, 11482)},
        places=(PlaceFigures("day", 6, 1, 186, 30, 1, 1), PlaceFigures("home", 0, 0, 0, 0, 0, 0)),
        other_stays=(replace(samples.beds(1).stays[0], mode="day", subsidy_fen=0, paid_by_grade={}),),
        beds=0,
        rules={"bed_subsidy_ungraded": '""'},
    )
    people = replace(
        samples.people(1),
        by_band_sex={("90+", "unknown"): 1},
        by_band={"90+": 1},
        by_flag={"from_elsewhere": 2},
        by_community={"": 3},
        by_grade={"": 3},
        by_living={},
        on_register_end=3,
        health_record_65=(0, 0),
        turning={100: samples.people().turning[80], 80: ()},
    )
    return MonthFigures(samples.CENTRE, MONTH, visits, services, canteen, beds, people, _hard_indicators())


def _hard_indicators() -> tuple[Indicator, ...]:
    """More than all, nothing to divide by, at most, a count without a word, a plan without a document."""
    return (
        Indicator(
            "多于全部",
            "atlantis",
            Decimal("200.00"),
            ">=",
            Decimal("100"),
            None,
            numerator=Part("people.destitute_kept", 2),
            denominator=Part("typed.willing_destitute", 1, dt.date(2026, 1, 1), "摸底"),
        ),
        Indicator(
            "分母为零",
            "atlantis",
            None,
            ">=",
            Decimal("100"),
            None,
            numerator=Part("staff.certified_carers", 0),
            denominator=Part("staff.carers", 0),
        ),
        Indicator(
            "不高于",
            "atlantis",
            Decimal("0.98"),
            "<=",
            Decimal("7.16"),
            True,
            unit="名",
            per=1000,
            numerator=Part("from.elsewhere", 1),
            denominator=Part("people.on_register_end", 1024),
        ),
    )


def empty_month() -> MonthFigures:
    """A centre before its first record."""
    visits = replace(samples.visits(0, 0), excused_people=(), late_joiners_people=(), risks=(), visitors=(), trend=())
    visits = replace(
        visits,
        by_community=(),
        by_flag=(),
        by_method={},
        people_by_method={},
        attempts_not_reached=0,
        helped=0,
        helped_of=0,
    )
    services = ServiceFigures(MONTH, (), (), 0, 0, {}, 0, 0, 0, {})
    canteen = CanteenFigures(MONTH, {}, {}, (), (), 0, 0, {}, {}, 0, 0, 0, {})
    beds = replace(
        samples.beds(0),
        day_care=DayCareFigures(),
        home_beds=HomeBedFigures(),
        fees=None,
        beds=0,
        nursing_beds=0,
        in_service_end=0,
        occupied_end=0,
        available_bed_days=0,
        rules={},
    )
    people = PeopleFigures(MONTH, 0, {}, {}, {}, {}, {}, {}, {}, (), (), {}, (0, 0), (0, 0), 0, {})
    return MonthFigures(samples.CENTRE, MONTH, visits, services, canteen, _counted(beds), people, ())


def _counted(beds: BedFigures) -> BedFigures:
    return replace(beds, occupied_bed_days=0, leave_bed_days=0, operating_subsidy_fen=0)


@pytest.mark.parametrize("kind", render.KINDS)
def test_a_report_of_an_ordinary_month_says_exactly_this(kind):
    assert golden.agrees(render.report_of(kind, samples.month_figures()), "ordinary", kind)


@pytest.mark.parametrize("kind", render.KINDS)
def test_a_report_of_a_hard_month_says_exactly_this(kind):
    assert golden.agrees(render.report_of(kind, hard_month(), "编号自定", dt.date(2026, 10, 30)), "hard", kind)


@pytest.mark.parametrize("kind", render.KINDS)
def test_a_report_of_an_empty_month_says_exactly_this(kind):
    assert golden.agrees(render.report_of(kind, empty_month(), printed_on=dt.date(2026, 10, 31)), "empty", kind)
