"""The figures of a month in the made centre of 20 000 residents, beside the bare SQL aggregates of the same rows.

The floor counts what a month's reports print as numbers, in SQLite alone: the register by age band, sex and community,
the special-needs flags, visits by outcome and method, services by type and payer, meals by meal, mode and age band, by
day and by person. It makes none of the lists of people that the figures also are, it knows no state on a day (who was
on register, with which flag, on the 15th), and it counts one month where the figures tell of twelve in a row.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from desktop.core import clock
from desktop.core.period import Month
from desktop.services import figures
from desktop.services.centre import centres
from desktop.services.register import snapshot
from tests.benchmarks import made_centre
from tests.benchmarks.measuring import Measured, median_ms

MONTH = Month(2026, 9)
RUNS = 3
_AGE = (
    "CAST(substr({day}, 1, 4) AS INTEGER) - CAST(substr(r.born_on, 1, 4) AS INTEGER)"
    " - (substr({day}, 6) < substr(r.born_on, 6))"
)
_BAND = f"min(max(({_AGE}) / 10, 5), 9)"
_MONTH = "BETWEEN '2026-09-01' AND '2026-09-30'"
_MEALS = f"FROM meal m JOIN resident r ON r.id = m.resident_id WHERE m.voided_at IS NULL AND m.eaten_on {_MONTH}"
_SERVICES = f"FROM help_service WHERE voided_at IS NULL AND state IN ('done', 'rated') AND service_on {_MONTH}"
AGGREGATES = {
    "people": (
        f"SELECT {_BAND.format(day=repr('2026-09-30'))}, sex, count(*) FROM resident r WHERE voided_at IS NULL"
        " GROUP BY 1, 2",
        "SELECT community, count(*), sum(health_record), sum(family_doctor) FROM resident WHERE voided_at IS NULL"
        " GROUP BY 1",
        "SELECT kind, count(DISTINCT resident_id) FROM flag WHERE voided_at IS NULL"
        " AND COALESCE(from_on, '') <= '2026-09-30' AND COALESCE(to_on, '9999') >= '2026-09-30' GROUP BY 1",
        "SELECT state, count(*) FROM register_event WHERE voided_at IS NULL AND COALESCE(on_date, '') <= '2026-09-30'"
        " GROUP BY 1",
    ),
    "visits": (
        "SELECT outcome, method, count(*), count(DISTINCT resident_id) FROM visit WHERE voided_at IS NULL"
        f" AND visited_on {_MONTH} GROUP BY 1, 2",
        "SELECT w.name, count(*) FROM visitor w JOIN visit v ON v.id = w.visit_id WHERE v.voided_at IS NULL"
        f" AND w.voided_at IS NULL AND v.visited_on {_MONTH} GROUP BY 1",
        "SELECT count(DISTINCT f.resident_id) FROM flag f JOIN register_event e ON e.resident_id = f.resident_id"
        " WHERE f.voided_at IS NULL AND e.voided_at IS NULL AND COALESCE(f.from_on, '') <= '2026-09-15'"
        " AND COALESCE(f.to_on, '9999') >= '2026-09-01' AND COALESCE(e.on_date, '') <= '2026-09-15'",
        "SELECT resident_id, max(visited_on) FROM visit WHERE voided_at IS NULL AND outcome = 'reached'"
        " AND visited_on <= '2026-09-30' GROUP BY 1",
    ),
    "services": (
        "SELECT type, count(*), count(DISTINCT resident_id), sum(minutes), sum(fee_fen), sum(subsidy_fen)"
        f" {_SERVICES} GROUP BY 1",
        f"SELECT payer, count(*) {_SERVICES} GROUP BY 1",
        f"SELECT type, place, count(*) {_SERVICES} GROUP BY 1, 2",
    ),
    "canteen": (
        f"SELECT m.meal, m.mode, {_BAND.format(day='m.eaten_on')}, count(*) {_MEALS} GROUP BY 1, 2, 3",
        f"SELECT m.eaten_on, m.meal, m.mode, count(*) {_MEALS} GROUP BY 1, 2, 3",
        f"SELECT m.resident_id, count(*), sum(m.price_fen), sum(m.subsidy_fen), sum(m.paid_fen) {_MEALS} GROUP BY 1",
    ),
}


def measure(_folder: Path) -> list[Measured]:
    """The whole month and its parts; the register is read apart, as a screen reads it once and hands it on."""
    made = made_centre.folder()
    floors = {part: floor_ms(made.database, statements) for part, statements in AGGREGATES.items()}
    with clock.standing_at(made_centre.TODAY):
        centres.open_centre(made)
        try:
            known = snapshot.register()
            ours = {
                "people": median_ms(lambda: figures.people(MONTH, known), RUNS),
                "visits": median_ms(lambda: figures.visits(MONTH, known), RUNS),
                "services": median_ms(lambda: figures.services(MONTH, known), RUNS),
                "canteen": median_ms(lambda: figures.canteen(MONTH, known), RUNS),
            }
            whole = median_ms(lambda: figures.figures_of(MONTH), RUNS)
        finally:
            centres.close_centre()
    floor = "the bare SQL aggregates of the same rows"
    parts = [Measured(f"figures: {part}", ours[part], floors[part], floor) for part in AGGREGATES]
    return [Measured("figures of a month", whole, sum(floors.values()), floor, goal=2), *parts]


def floor_ms(database: Path, statements: tuple[str, ...]) -> float:
    """The time of the bare statements."""
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as bare:
        return median_ms(lambda: [bare.execute(one).fetchall() for one in statements], RUNS)
