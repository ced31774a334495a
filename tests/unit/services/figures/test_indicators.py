"""Indicators of the plans: met by the counts, never by what is printed; what is missing is named."""

from decimal import Decimal
from types import SimpleNamespace

import pytest

from desktop.core.figures import behind
from desktop.core.period import Month
from desktop.services.figures import figures_of
from desktop.services.figures.counts import Known
from desktop.services.figures.indicators import indicators
from desktop.services.plans import indicators as plans
from desktop.services.plans import typed
from desktop.services.plans.drafts import IndicatorDraft
from desktop.services.plans.typed import TypedDraft
from desktop.services.register.snapshot import register

OCTOBER = Month(2026, 10)


def share(part, whole):
    return behind.Ratio(behind.people(range(part)), behind.people(range(whole)))


def known(visited=0, to_visit=0, nursing=0, beds=0):
    return Known(
        OCTOBER,
        register(),
        SimpleNamespace(behind={"visit_rate": share(visited, to_visit), "help_rate": share(0, 0)}),
        SimpleNamespace(behind={"nursing_share": share(nursing, beds)}),
        SimpleNamespace(behind={"health_record_65": share(0, 0), "family_doctor_65": share(0, 0)}),
    )


def named(plan, name, **counts):
    return next(one for one in indicators(plan, known(**counts)) if one.name == name)


@pytest.mark.parametrize(
    ("visited", "to_visit", "value", "met"),
    [
        (20_000, 20_000, "100.00", True),
        (20_000, 20_001, "99.99", False),
        (199_999, 200_000, "99.99", False),
        (0, 20, "0.00", False),
    ],
)
def test_a_hundred_percent_is_met_by_everybody_and_not_by_rounding(actor, visited, to_visit, value, met):
    found = named("chenggong", "特殊困难老年人月探访率", visited=visited, to_visit=to_visit)
    assert (str(found.value), found.met, found.target) == (value, met, Decimal(100))


def test_a_share_that_only_rounds_up_to_its_target_does_not_meet_it(actor):
    # 64.996 % is printed 65.00 and is not 65 %.
    found = named("chenggong", "护理型床位占比", nursing=16_249, beds=25_000)
    assert (found.value, found.met) == (Decimal("65.00"), False)
    assert named("chenggong", "护理型床位占比", nursing=13, beds=20).met is True


def test_nothing_to_divide_by_is_neither_met_nor_missed(actor):
    found = named("chenggong", "护理型床位占比")
    assert (found.value, found.met, found.missing) == (None, None, ())


def test_a_number_that_nobody_typed_is_named_and_never_0(actor):
    found = named("chenggong", "有意愿特困老年人集中供养率")
    assert (found.value, found.met, found.missing) == (None, None, ("typed.willing_destitute",))


def test_what_nobody_here_counts_says_so(actor):
    found = named("chenggong", "社区日间照料机构覆盖率")
    assert (found.numerator, found.value, found.met) == (None, None, None)
    assert "区民政局" in found.remark


def test_a_typed_figure_answers_with_its_day_and_source_and_those_after_the_month_do_not(actor, person):
    person("甲一", flags=["destitute_institution"])
    person("乙二", flags=["destitute_home"])
    for value, day in (("2", "2026-09-30"), ("9", "2026-10-01")):
        typed.record(actor, TypedDraft("typed.willing_destitute", value, day, "入户摸底"))

    def of(month):
        found = figures_of(month).indicators
        return next(one for one in found if one.name == "有意愿特困老年人集中供养率")

    assert (of(Month(2026, 9)).value, of(Month(2026, 9)).met) == (Decimal("50.00"), False)
    whole = of(OCTOBER).denominator
    assert (whole.value, str(whole.as_of), whole.source) == (9, "2026-10-01", "入户摸底")
    assert of(Month(2026, 8)).missing == ("typed.willing_destitute",)


def test_more_than_all_is_told_as_doubtful(actor, person):
    for name in ("甲一", "乙二"):
        person(name, flags=["destitute_institution"])
    typed.record(actor, TypedDraft("typed.willing_destitute", "1", "2026-09-30", "入户摸底"))
    found = next(one for one in figures_of(OCTOBER).indicators if "特困" in one.name)
    assert (found.value, found.met, found.doubtful) == (Decimal("200.00"), None, True)


def test_at_most_is_met_from_below_and_a_number_alone_needs_no_whole(actor):
    plans.set_indicator(
        actor,
        IndicatorDraft(
            "chenggong", "未护理型", direction="<=", target="50", numerator="beds.nursing", denominator="beds.beds"
        ),
    )
    plans.set_indicator(actor, IndicatorDraft("chenggong", "床位", target="20", unit="张", numerator="beds.beds"))
    assert [named("chenggong", "未护理型", nursing=one, beds=20).met for one in (9, 10, 11)] == [True, True, False]
    assert [(str(one.value), one.met) for one in (named("chenggong", "床位", beds=n) for n in (19, 20))] == [
        ("19", False),
        ("20", True),
    ]


def test_for_each_thousand_is_met_by_the_counts(actor):
    draft = IndicatorDraft(
        "chenggong", "每千床护理", target="1", unit="张", per="1000", numerator="beds.nursing", denominator="beds.beds"
    )
    plans.set_indicator(actor, draft)
    found = named("chenggong", "每千床护理", nursing=1, beds=1001)
    assert (str(found.value), found.met) == ("1.00", False)
    assert named("chenggong", "每千床护理", nursing=1, beds=1000).met is True


def test_a_document_without_a_target_gives_a_number_and_no_verdict(actor, person):
    person("甲一")
    typed.record(actor, TypedDraft("typed.population_60", "10", "2026-09-30", "户籍底册"))
    found = next(one for one in figures_of(OCTOBER).indicators if one.target is None)
    assert (found.name, str(found.value), found.met) == ("接受服务的老年人占60岁及以上老年人口", "0.00", None)
