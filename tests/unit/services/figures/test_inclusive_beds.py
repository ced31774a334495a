"""兜底线和普惠性床位占比: counted from the class that each bed has on the last day; until then what was typed."""

from __future__ import annotations

from decimal import Decimal

from desktop.core.answers import ReportKind
from desktop.core.period import Month
from desktop.reports.months.render import reports_of
from desktop.services.beds import natures, places
from desktop.services.beds.natures import NatureDraft
from desktop.services.beds.places import BedDraft
from desktop.services.figures import as_json, figures_of
from desktop.services.figures.bed_days import beds
from desktop.services.figures.counts import Known
from desktop.services.figures.indicators import indicators
from desktop.services.figures.register_end import people
from desktop.services.figures.roster_visits import visits
from desktop.services.plans import typed
from desktop.services.plans.typed import TypedDraft
from desktop.services.register.snapshot import register
from desktop.services.writing.actor import Actor

SEPTEMBER = Month(2026, 9)


def share() -> tuple[Decimal | None, str, int | None, bool | None]:
    """The indicator of 昆明: its value, what is above, how much of it, whether the target is met."""
    known = register()
    made = Known(SEPTEMBER, known, visits(SEPTEMBER, known), beds(SEPTEMBER, known), people(SEPTEMBER, known))
    one = next(one for one in indicators("kunming", made) if one.name == "兜底线和普惠性床位占比")
    assert one.numerator is not None
    return one.value, one.numerator.key, one.numerator.value, one.met


def test_every_plan_that_sets_a_target_for_beds_stands_beside_the_share(actor: Actor) -> None:
    bed = places.save(actor, BedDraft(room="304", number="1", opened_on="2026-01-01", kind="nursing"))
    natures.record(actor, NatureDraft(bed_id=bed, from_on="2026-01-01", kind="nursing", mode="full", bed_class="basic"))
    found = figures_of(SEPTEMBER)
    told = [(one.plan, one.numerator and one.numerator.key, one.target, one.met) for one in found.bed_shares]
    assert told == [
        ("chenggong", "beds.nursing", Decimal(65), True),
        ("xishan", "beds.nursing", Decimal(60), True),
        ("yunnan", "beds.nursing", Decimal(60), True),
        ("kunming", "beds.nursing", Decimal(60), True),
        ("kunming", "beds.inclusive", Decimal(80), True),
        ("yimen", "beds.nursing", Decimal(55), True),
    ]
    assert as_json(found)["beds"]["inclusive_share"] == "100.00"
    (report,) = (one for kind, one in reports_of(found).items() if kind == ReportKind.BEDS)
    tables = {section.title.split("、")[1]: section for section in report.sections}
    assert tables["床日（按类别和能力等级）"].rows[0][:3] == ("兜底", 1, 1)
    assert [row[3:] for row in tables["床位占比与各方案要求"].rows][:1] == [("≥65%", Decimal("100.00"), "达标")]


def test_the_share_follows_from_the_class_of_each_bed_on_the_last_day(actor: Actor) -> None:
    made = [
        places.save(actor, BedDraft(room="304", number=str(one), opened_on="2026-01-01", mode=mode))
        for one, mode in enumerate(("full", "full", "full", "full", "day"), 1)
    ]
    assert share() == (None, "typed.inclusive_beds", None, None)
    typed.record(actor, TypedDraft("typed.inclusive_beds", "3", "2026-09-01", "台账"))
    assert share() == (Decimal("75.00"), "typed.inclusive_beds", 3, False)
    for bed, since, said in (
        (made[0], "2026-01-01", "basic"),
        (made[1], "2026-09-30", "inclusive"),
        (made[2], "2026-01-01", "market"),
        # From the month after, and a place of day care: neither counts.
        (made[3], "2026-10-01", "inclusive"),
        (made[4], "2026-01-01", "inclusive"),
    ):
        mode = "day" if bed == made[4] else "full"
        natures.record(actor, NatureDraft(bed_id=bed, from_on=since, kind="nursing", mode=mode, bed_class=said))
    assert share() == (Decimal("50.00"), "beds.inclusive", 2, False)
    natures.record(
        actor, NatureDraft(bed_id=made[2], from_on="2026-09-15", kind="nursing", mode="full", bed_class="basic")
    )
    natures.record(
        actor, NatureDraft(bed_id=made[3], from_on="2026-09-15", kind="nursing", mode="full", bed_class="basic")
    )
    assert share() == (Decimal("100.00"), "beds.inclusive", 4, True)
