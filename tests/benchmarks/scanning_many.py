"""The slowest scan of a hundred, with the counts that are shown after it: beside 50 000 meals and beside 5 000 000.

The meals stand in the table as earlier years left them, put there by one statement each; the log has none of them.
"""

from __future__ import annotations

import time
from pathlib import Path

from desktop.models import query
from desktop.services.canteen import scanning
from desktop.services.centre import centres
from desktop.services.writing.actor import Actor
from tests.benchmarks.measuring import Measured
from tests.benchmarks.scanning import AT, PEOPLE, begun

FEW, MANY, GOAL = 50_000, 5_000_000, 2.0
# Three meals a day of everybody, day after day into the past.
_FILL = f"""
INSERT INTO meal (uid, created_at, created_station, changed_at, station, counter, resident_id, eaten_on, eaten_at, meal,
    mode, price_fen, subsidy_fen, paid_fen)
WITH RECURSIVE number(n) AS (SELECT ? UNION ALL SELECT n + 1 FROM number WHERE n + 1 < ?),
    person(at, id) AS (SELECT row_number() OVER (ORDER BY id) - 1, id FROM resident)
SELECT printf('00000000-0000-4000-8000-%012x', n), '2026-10-01 08:00:00', 1, '2026-10-01 08:00:00', 1, 0, person.id,
    date(?, printf('-%d days', 1 + n / {3 * PEOPLE})), '11:30',
    CASE n / {PEOPLE} % 3 WHEN 0 THEN 'lunch' WHEN 1 THEN 'dinner' ELSE 'breakfast' END, 'dine_in', 1500, 500, 1000
FROM number JOIN person ON person.at = n % {PEOPLE}
"""


def measure(folder: Path) -> list[Measured]:
    """The 99th of a hundred, of so many scans as there are people, in a centre of a year and of a hundred years."""
    actor, codes = begun(folder / "many")
    fill(0, FEW)
    few = _slow_ms(actor, codes, "lunch")
    fill(FEW, MANY)
    many = _slow_ms(actor, codes, "dinner")
    centres.close_centre()
    return [
        Measured(f"scan and counts, p99, {FEW} meals", few, 0.0, ""),
        Measured(f"scan and counts, p99, {MANY} meals", many, few, f"the same beside {FEW}", GOAL),
    ]


def fill(first: int, last: int) -> None:
    """Put so many meals of earlier days into the table."""
    query.execute(_FILL, [first, last, AT.date().isoformat()])


def _slow_ms(actor: Actor, codes: list[str], meal: str) -> float:
    taken = []
    for code in codes:
        begin = time.perf_counter()
        assert scanning.scan(actor, code, meal, "dine_in", AT).meal_id is not None
        scanning.day_counts(AT.date(), meal)
        taken.append((time.perf_counter() - begin) * 1000)
    return sorted(taken)[len(taken) * 99 // 100]
