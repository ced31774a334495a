"""Random houses against a slow model that walks through every night of the month (handbook section 4, Beds)."""

import datetime as dt
from collections import Counter
from dataclasses import dataclass, field
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.core.acts import Action
from desktop.core.period import Month
from desktop.models.bed import Bed, BedNature, BedOutage, Leave, Stay
from desktop.models.resident import Grade, RegisterEvent, Resident
from desktop.services.beds import places as places_of_house
from desktop.services.beds import stays
from desktop.services.beds.places import BedDraft
from desktop.services.beds.stays import StayDraft
from desktop.services.figures.bed_days import beds, lived_in_all_month, share
from desktop.services.writing import rules
from desktop.services.writing.journal import writing
from tests.unit.services.visits.test_roster_rules import forgotten

OCTOBER = Month(2026, 10)
DAY = dt.timedelta(days=1)
NIGHTS = [OCTOBER.day(number) for number in range(1, 32)]
AMOUNTS = {"intact": 5000, "mild": 7000, "moderate": 10000, "severe": 15000, "complete": 15000}
# Days on which something turns come up often.
_TURNING = ("2026-09-30", "2026-10-01", "2026-10-02", "2026-10-15", "2026-10-30", "2026-10-31", "2026-11-01")
DAYS = st.one_of(
    st.sampled_from([dt.date.fromisoformat(text) for text in _TURNING]),
    st.dates(dt.date(2026, 9, 20), dt.date(2026, 11, 10)),
)
GRADES = st.lists(st.tuples(st.sampled_from((*AMOUNTS,)), st.one_of(st.none(), DAYS)), max_size=3)


@dataclass
class Lodger:
    first: dt.date
    last: dt.date | None
    leaves: list[tuple[dt.date, dt.date | None]]
    grades: list[tuple[str, dt.date | None]]
    id: int = 0


@dataclass
class Place:
    natures: list[tuple[dt.date, str, str, str]]
    opened: dt.date | None
    closed: dt.date | None
    outages: list[tuple[dt.date, dt.date | None]]
    lodgers: list[Lodger] = field(default_factory=list)


@st.composite
def spans(draw, most):
    """Spans one after the other; the last one may be open."""
    days = sorted(draw(st.lists(DAYS, unique=True, max_size=2 * most)))
    found = [(days[at], days[at + 1]) for at in range(0, len(days) - 1, 2)]
    if len(days) % 2:
        found.append((days[-1], None))
    return found


@st.composite
def natures(draw):
    """What a bed is from which day on; the first since before any record."""
    modes, kinds = st.sampled_from(("full", "full", "full", "day", "home")), st.sampled_from(("nursing", "ordinary"))
    days = [dt.date.min, *sorted(draw(st.lists(DAYS, unique=True, max_size=3)))]
    classes = st.sampled_from(("", "basic", "inclusive", "market"))
    return [(day, draw(kinds), draw(modes), draw(classes)) for day in days]


@st.composite
def places(draw):
    opened, closed = draw(st.one_of(st.none(), DAYS)), draw(st.one_of(st.none(), DAYS))
    if opened and closed and closed < opened:
        opened, closed = closed, opened
    place = Place(draw(natures()), opened, closed, draw(spans(2)))
    for first, last in draw(spans(2)):
        # The database lets nobody lie in a bed that is not there, nor be away from one that is not theirs.
        days = [first + DAY * at for at in range(100)]
        ends = next((day for day in days if day != first and not usable(place, day) and day <= (last or day)), last)
        if usable(place, first) or ends == first:
            place.lodgers.append(Lodger(first, ends, within(draw(spans(2)), first, ends), draw(GRADES)))
    return place


def is_on(place, day):
    """Kind, mode and class of a bed on a day."""
    return max((one for one in place.natures if one[0] <= day), key=lambda one: one[0])[1:]


def is_full(place, day):
    return is_on(place, day)[1] == "full"


def within(leaves, first, ends):
    """What of the leaves lies within a stay."""
    night = None if ends is None else max(first, ends - DAY)
    cut = [(max(begin, first), night if last is None else min(last, night or last)) for begin, last in leaves]
    return [
        (begin, last) for begin, last in cut if (night is None or begin <= night) and (last is None or begin <= last)
    ]


def there(place, day):
    return (place.opened is None or place.opened <= day) and (place.closed is None or day < place.closed)


def usable(place, day):
    out = any(first <= day and (last is None or day <= last) for first, last in place.outages)
    return there(place, day) and not out


def lies_in(lodger, night):
    return lodger.first <= night and (lodger.last is None or night < lodger.last)


def away(lodger, night):
    return any(first <= night and (last is None or night <= last) for first, last in lodger.leaves)


def grade_of(lodger, night):
    """The one assessed last; of one day, and of those without a day, the one recorded last."""
    known = [
        (day or dt.date.min, at, grade) for at, (grade, day) in enumerate(lodger.grades) if not day or day <= night
    ]
    return max(known)[2] if known else ""


def half_up(amount):
    return int(amount + Fraction(1, 2))


def subsidy(place, lodger, by):
    nights = [night for night in NIGHTS if lies_in(lodger, night) and is_full(place, night)]
    paid = Fraction(0)
    for night in nights:
        if not away(lodger, night):
            grade = grade_of(lodger, night if by == "day" else nights[-1])
            paid += Fraction(AMOUNTS[grade or "intact"], 31)
    return half_up(paid)


def record(actor, house):
    with writing(actor, Action.EDIT_RESIDENT) as unit:
        for number, place in enumerate(house):
            _day, kind, mode, said = place.natures[-1]
            bed = Bed(room="304", number=str(number), kind=kind, mode=mode, bed_class=said)
            bed.opened_on, bed.closed_on = place.opened, place.closed
            bed = unit.add(bed)
            for day, kind, mode, said in place.natures if len(place.natures) > 1 else ():
                since = None if day == dt.date.min else day
                unit.add(BedNature(bed=bed, from_on=since, kind=kind, mode=mode, bed_class=said))
            for first, last in place.outages:
                unit.add(BedOutage(bed=bed, from_on=first, to_on=last))
            for lodger in place.lodgers:
                one = unit.add(Resident(name="甲", name_key="甲"))
                lodger.id = one.id
                unit.add(RegisterEvent(resident=one, state="on_register"))
                for grade, day in lodger.grades:
                    unit.add(Grade(resident=one, grade=grade, assessed_on=day))
                stay = unit.add(Stay(resident=one, bed=bed, from_on=lodger.first, to_on=lodger.last))
                for first, last in lodger.leaves:
                    unit.add(Leave(stay=stay, from_on=first, to_on=last))


def classes(house, nights, by):
    """Beds and nursing beds at the end, nights by grade, nights away of each class; none where no bed has a class."""
    last = NIGHTS[-1]
    full = [(place, who, night) for place, who, night in nights if is_full(place, night)]
    found = {}
    for code in ("basic", "inclusive", "market", ""):
        beds_there = [one for one in house if there(one, last) and is_full(one, last) and is_on(one, last)[2] == code]
        mine = [(who, night) for place, who, night in full if is_on(place, night)[2] == code]
        days = Counter()
        for who, night in mine:
            if not away(who, night):
                end = max(other for _place, one, other in full if one is who)
                days[grade_of(who, night if by == "day" else end)] += 1
        if beds_there or mine:
            nursing = sum(is_on(one, last)[0] == "nursing" for one in beds_there)
            found[code] = (len(beds_there), nursing, dict(days), sum(away(*pair) for pair in mine))
    return found if any(found) else {}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(places(), min_size=1, max_size=4), st.sampled_from(("day", "last_night")))
def test_beds_are_counted_as_somebody_would_who_walks_through_every_night(actor, house, by):
    with forgotten():
        rules.set_rule(actor, "bed_subsidy_by", OCTOBER.first, by)
        record(actor, house)
        found = beds(OCTOBER)
        last = NIGHTS[-1]
        at_end = [place for place in house if is_full(place, last)]
        assert found.beds == sum(there(place, last) for place in at_end)
        assert found.nursing_beds == sum(there(one, last) and is_on(one, last)[0] == "nursing" for one in at_end)
        assert found.in_service_end == sum(usable(place, last) for place in at_end)
        offered = [(place, day) for place in house for day in NIGHTS if usable(place, day) and is_full(place, day)]
        assert found.available_bed_days == len(offered)
        nights = [
            (place, lodger, night)
            for place in house
            for lodger in place.lodgers
            for night in NIGHTS
            if lies_in(lodger, night)
        ]
        full = [(lodger, night) for place, lodger, night in nights if is_full(place, night)]
        assert found.leave_bed_days == sum(away(*pair) for pair in full)
        assert found.occupied_bed_days == sum(not away(*pair) for pair in full)
        assert found.occupied_end == sum(night == last for _lodger, night in full)
        fen = {lodger.id: subsidy(place, lodger, by) for place in house for lodger in place.lodgers}
        paid = {line.person.resident_id: line.subsidy_fen for line in found.stays}
        assert paid == {lodger.id: fen[lodger.id] for lodger, _night in full}
        assert found.operating_subsidy_fen == sum(fen.values())
        assert sum(paid for _, paid in found.subsidy_by_grade.values()) == found.operating_subsidy_fen
        assert sum(days for days, _ in found.subsidy_by_grade.values()) == found.occupied_bed_days
        by_class = {
            one.bed_class: (one.beds, one.nursing_beds, dict(one.days), one.away_days) for one in found.by_class
        }
        assert by_class == classes(house, nights, by)
        slept = Counter(lodger.id for lodger, _night in full)
        assert lived_in_all_month(OCTOBER) == {one for one, count in slept.items() if count == len(NIGHTS)}
        for one in found.places:
            inside = [(who, day) for place, who, day in nights if is_on(place, day)[1] == one.mode]
            of_mode = [(place, day) for place in house for day in NIGHTS if is_on(place, day)[1] == one.mode]
            assert (one.places, one.available_days, one.taken_days, one.away_days, one.persons) == (
                sum(there(place, last) for place, day in of_mode if day == last),
                sum(usable(*pair) for pair in of_mode),
                sum(not away(*pair) for pair in inside),
                sum(away(*pair) for pair in inside),
                len({who.id for who, _day in inside}),
            )


def test_a_share_is_rounded_half_up_once():
    assert [share(5000, days, 31) for days in (1, 3, 31)] == [161, 484, 5000]
    # 10000 × 3 ÷ 16 = 1875 exactly; 5 × 1 ÷ 2 = 2.5.
    assert (share(10000, 3, 16), share(5, 1, 2)) == (1875, 3)


@pytest.fixture
def bed(actor):
    def make(number, **fields):
        return places_of_house.save(actor, BedDraft(room="304", number=number, opened_on="2026-01-01", **fields))

    return make


@pytest.mark.parametrize(
    ("by", "fen", "by_grade"),
    [
        # 30 × 70 ÷ 31 + 150 ÷ 31 = 72.58.
        ("day", 7258, {"mild": (30, 6774), "severe": (1, 484)}),
        ("last_night", 15000, {"severe": (31, 15000)}),
    ],
)
def test_who_gets_worse_on_the_31st_is_paid_by_the_rule(actor, person, bed, by, fen, by_grade):
    """rules.md B9: the grade of the last night paid for the whole month, and nobody had decided that."""
    rules.set_rule(actor, "bed_subsidy_by", OCTOBER.first, by)
    one = person("王芳", grade="mild", grade_on="2026-01-01")
    stays.admit(actor, StayDraft(one, bed("1"), "2026-09-01"))
    with writing(actor, Action.EDIT_RESIDENT) as unit:
        unit.add(Grade(resident_id=one, grade="severe", assessed_on=OCTOBER.last))
    found = beds(OCTOBER)
    assert (found.operating_subsidy_fen, found.subsidy_by_grade) == (fen, by_grade)


def test_day_care_places_and_care_beds_at_home_are_no_beds(actor, person, bed):
    """rules.md B8: they entered beds, nursing share, bed-days and the operating subsidy alike."""
    modes = {"full": "ordinary", "day": "nursing", "home": "nursing"}
    for at, (mode, kind) in enumerate(modes.items()):
        one = person(f"王{'甲乙丙'[at]}", grade="severe", grade_on="2026-01-01")
        stays.admit(actor, StayDraft(one, bed(mode, mode=mode, kind=kind), "2026-10-02"))
    found = beds(OCTOBER)
    assert (found.beds, found.nursing_beds, found.nursing_share) == (1, 0, 0)
    assert (found.available_bed_days, found.occupied_bed_days) == (31, 30)
    # 150 × 30 ÷ 31 = 145.16.
    assert found.operating_subsidy_fen == 14516
    assert {one.mode: (one.places, one.available_days, one.taken_days, one.persons) for one in found.places} == {
        "day": (1, 31, 30, 1),
        "home": (1, 31, 30, 1),
    }


def test_a_stay_whose_bed_becomes_another_place_has_a_line_for_each_with_its_own_span(actor, person, bed):
    place = bed("1", mode="full", kind="nursing")
    stays.admit(actor, StayDraft(person("王芳"), place, "2026-10-02"))
    with writing(actor, Action.EDIT_RESIDENT) as unit:
        for since, mode in ((dt.date(2026, 1, 1), "full"), (dt.date(2026, 10, 11), "day")):
            unit.add(BedNature(bed_id=place, from_on=since, kind="nursing", mode=mode))
    found = beds(OCTOBER)
    spans = [(one.mode, one.from_on.day, one.to_on and one.to_on.day) for one in (*found.stays, *found.other_stays)]
    assert spans == [("full", 2, 11), ("day", 11, None)]
