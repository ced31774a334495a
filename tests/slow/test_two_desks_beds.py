"""Two processes that admit, move, send away and discharge the same people in the same beds at once.

Meanwhile the beds become something else or are out of service, and the people are assessed.
"""

from __future__ import annotations

import datetime as dt
import random
from collections import Counter

import pytest

from desktop.core.paths import DataFolder
from desktop.core.period import Month
from desktop.models import query
from desktop.services.beds import places
from desktop.services.beds.places import BedDraft
from desktop.services.writing.actor import Actor
from tests.conftest import NOW
from tests.two_desks import at_once, row_chain_breaks
from tests.unit.core.test_assessment import points
from tests.unit.services.beds.day_model import Bed, House, Lying, Nature
from tests.unit.services.beds.test_two_connections import NATURES, POINTS, same_figures

pytestmark = pytest.mark.slow


def nights() -> list[tuple[int, int, str]]:
    """(bed, person, night) for every night of October that a stay on record has."""
    return [
        (row[0], row[1], row[2])
        for row in query.fetch(
            "WITH RECURSIVE night(day) AS (SELECT '2026-10-01' UNION ALL SELECT date(day, '+1 day') FROM night"
            " WHERE day < '2026-10-31') SELECT s.bed_id, s.resident_id, n.day FROM night n JOIN living_stay s"
            " ON s.from_on <= n.day AND (s.to_on IS NULL OR s.to_on > n.day)"
        )
    ]


def on_record() -> House:
    """The house as its rows have it, for somebody who walks through every night of it."""

    def day(text: str | None) -> dt.date | None:
        return dt.date.fromisoformat(text) if text else None

    house = House({}, query.ids("SELECT id FROM living_resident"))
    for bed, *nature in query.fetch("SELECT id, kind, mode, bed_class FROM living_bed"):
        house.beds[bed] = Bed({dt.date.min: Nature(*nature)})
    for bed, since, *nature in query.fetch("SELECT bed_id, from_on, kind, mode, bed_class FROM living_bed_nature"):
        house.beds[bed].natures[day(since) or dt.date.min] = Nature(*nature)
    for bed, first, last in query.fetch("SELECT bed_id, from_on, to_on FROM living_bed_outage"):
        house.beds[bed].outages.append((dt.date.fromisoformat(first), day(last)))
    for who, grade, on in query.fetch("SELECT resident_id, grade, assessed_on FROM living_grade ORDER BY id"):
        house.grades.setdefault(who, []).append((dt.date.fromisoformat(on), grade))
    for stay, who, bed, first, last in query.fetch("SELECT id, resident_id, bed_id, from_on, to_on FROM living_stay"):
        left = query.fetch("SELECT from_on, to_on FROM living_leave WHERE stay_id = ?", [stay])
        away = [(dt.date.fromisoformat(begins), day(until)) for begins, until in left]
        house.lain.append(Lying(who, bed, dt.date.fromisoformat(first), day(last), away))
    return house


@pytest.mark.parametrize("trial", range(3))
def test_no_bed_has_two_people_and_nobody_two_beds(trial: int, actor: Actor, person, folder: DataFolder) -> None:
    people = [person(f"张{at}", born=f"194{at}-01-01") for at in range(6)]
    beds = [places.save(actor, BedDraft(room="304", number=str(at), opened_on="2026-01-01")) for at in range(1, 5)]
    order = random.Random(trial)

    def assessed(who: int, on: str, total: int) -> dict[str, object]:
        by = {"agency": "春城评估", "report_no": str(order.random())}
        return {"resident_id": who, "day": on, "reason": "routine", "answers": points(total), **by}

    def acts() -> list[tuple[str, object]]:
        found: list[tuple[str, object]] = []
        for day in range(1, 21):
            for _ in range(3):
                who, bed = order.choice(people), order.choice(beds)
                last = order.choice(("", f"2026-10-{min(day + 3, 31):02d}"))
                on = f"2026-10-{day:02d}"
                found += [
                    ("admit", [who, bed, on, last]),
                    ("move", [order.choice(people), order.choice(beds), on]),
                    ("away", [order.choice(people), on, last]),
                    ("leaves", [order.choice(people), on]),
                    ("becomes", [order.choice(beds), on, *(order.choice(codes) for codes in NATURES)]),
                    ("outage", [order.choice(beds), on, on, "粉刷"]),
                    ("assess", assessed(order.choice(people), on, order.choice(list(POINTS.values())))),
                ]
        return found

    answers = at_once(folder.root, NOW.isoformat(), [acts(), acts()])
    went = Counter(name for desk in answers for name, _, error in desk if not error)
    assert min(went[name] for name in ("admit", "move", "away", "leaves", "becomes", "outage", "assess")) > 3, went
    lain = nights()
    assert len({(bed, night) for bed, _, night in lain}) == len({(who, night) for _, who, night in lain}) == len(lain)
    outside = query.count(
        "SELECT count(*) FROM living_leave l JOIN living_stay s ON s.id = l.stay_id WHERE l.from_on < s.from_on"
        " OR s.to_on IS NOT NULL AND (l.to_on IS NULL OR l.to_on >= max(s.to_on, date(s.from_on, '+1 day')))"
    )
    assert outside == 0
    # Whoever moved has the night before and the night of the move in another bed each.
    lost = query.count(
        "SELECT count(*) FROM living_stay s WHERE s.end_reason = '换床' AND NOT EXISTS (SELECT 1 FROM living_stay n"
        " WHERE n.resident_id = s.resident_id AND n.from_on = s.to_on AND n.id <> s.id)"
    )
    assert lost == 0
    latest = query.count(
        "SELECT count(*) FROM living_bed_nature n JOIN bed b ON b.id = n.bed_id WHERE NOT EXISTS (SELECT 1 FROM"
        " living_bed_nature l WHERE l.bed_id = n.bed_id AND COALESCE(l.from_on, '') > COALESCE(n.from_on, ''))"
        " AND (b.kind, b.mode, b.bed_class) <> (n.kind, n.mode, n.bed_class)"
    )
    assert latest == 0, "a bed's own row repeats the latest"
    same_figures(on_record(), Month(2026, 10), "day")
    assert row_chain_breaks() == []
