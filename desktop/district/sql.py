"""What a district counts, as plain SQL: the same text on every engine.

So that every engine says the same: 64-bit numbers everywhere and sums cast to them, halves rounded up by whole
numbers alone, NULLS LAST where anything is ordered, texts ordered by Python afterwards; nothing that one engine has and
another has not (QUALIFY, booleans as numbers, days that are subtracted, WITH RECURSIVE).

Of the files that tell of a month the centre's later one holds, and of it only a closed month counts.
"""

from __future__ import annotations

from collections.abc import Mapping

from desktop.core.period import Month
from desktop.sync.format import FULL

# A rate (percent) by its name in the contract: what stands above and below, each figure with its sign.
RATES: Mapping[str, tuple[Mapping[str, int], Mapping[str, int]]] = {
    "visits.visit_rate": (
        {"visits.visited": 1},
        {"visits.required": 1, "visits.excused_gone": -1, "visits.excused_confirmed": -1},
    ),
    "visits.gross_rate": ({"visits.visited": 1}, {"visits.required": 1}),
    "visits.help_rate": ({"visits.helped": 1}, {"visits.helped_of": 1}),
    "services.coverage.rate": ({"services.coverage.helped": 1}, {"services.coverage.disabled": 1}),
    "beds.nursing_share": ({"beds.nursing": 1}, {"beds.beds": 1}),
    "beds.occupancy": ({"beds.occupied_bed_days": 1, "beds.leave_bed_days": 1}, {"beds.available_bed_days": 1}),
    "beds.home_beds.rate": ({"beds.home_beds.done": 1}, {"beds.home_beds.planned": 1}),
}


def half_up(above: str, below: str) -> str:
    """A quotient of whole numbers as a whole number, halves up; of numbers that are not negative."""
    twice = f"2 * ({above}) + ({below})"
    return f"CAST(({twice} - mod({twice}, 2 * ({below}))) / (2 * ({below})) AS BIGINT)"


def share(above: str, below: str, scale: str = "100") -> str:
    """Hundredths of ``above`` for each ``scale`` of ``below``; 9999 where only rounding makes 10000 of it."""
    found = half_up(f"({above}) * ({scale}) * 100", below)
    almost = f"({scale}) = 100 AND ({above}) < ({below}) AND {found} = 10000"
    return f"CASE WHEN ({below}) <= 0 THEN NULL WHEN {almost} THEN 9999 ELSE {found} END"


def statements(month: Month) -> dict[str, str]:
    """Every statement of a month by its name; the month is the one value in them, and it is digits."""
    heads = _NEWEST.format(month=month, full=FULL), _HELD.format(month=month)
    days = {"first": month.first.isoformat(), "last": month.last.isoformat()}
    found = {}
    for name, text in _STATEMENTS.items():
        body = text.format(month=month, **days)
        parts = [*heads, *(one.format(month=month, **days) for one in _NEEDS.get(name, ()))]
        found[name] = f"WITH {', '.join(parts)} {body}"
    return found


_NEWEST = """newest AS (
SELECT centre, month, name, sequence, created_at FROM (
SELECT centre, month, name, sequence, created_at, row_number() OVER (
PARTITION BY centre ORDER BY epoch DESC NULLS LAST, sequence DESC NULLS LAST, sha256 DESC NULLS LAST) AS place
FROM files WHERE month IN ('{month}', '{full}')) ranked
WHERE place = 1)"""
_HELD = """held AS (
SELECT n.centre, n.month, v.version, v.lines FROM newest n
JOIN frozen_versions v ON v.centre = n.centre AND v.month = n.month AND v.of_month = '{month}')"""


def _lines(table: str) -> str:
    return f"FROM held h JOIN {table} x ON x.centre = h.centre AND x.month = h.month AND x.of_month = '{{month}}'"


def _rows(table: str) -> str:
    return f"FROM held h JOIN {table} x ON x.centre = h.centre AND x.month = h.month AND x.voided_at IS NULL"


def _rate_parts() -> str:
    parts = [
        f"SELECT '{rate}' AS rate, '{figure}' AS figure,"
        f" {sign if above else 0} AS above, {0 if above else sign} AS below"
        for rate, (over, under) in RATES.items()
        for above, figures in ((True, over), (False, under))
        for figure, sign in figures.items()
    ]
    return f"rate_parts AS ({' UNION ALL '.join(parts)})"


_RATED = (
    f"known AS (SELECT h.centre, x.figure, x.number {_lines('frozen_figures')}"
    f" UNION ALL SELECT h.centre, x.key_1, x.number {_lines('frozen_counts')} WHERE x.counted = 'made_of')",
    _rate_parts(),
    "wanted AS (SELECT rate, CAST(count(*) AS BIGINT) AS parts FROM rate_parts GROUP BY rate)",
    "rated AS (SELECT k.centre, p.rate, CAST(sum(p.above * k.number) AS BIGINT) AS above,"
    " CAST(sum(p.below * k.number) AS BIGINT) AS below, CAST(count(*) AS BIGINT) AS parts"
    " FROM known k JOIN rate_parts p ON p.figure = k.figure GROUP BY k.centre, p.rate)",
    "whole AS (SELECT r.centre, r.rate, r.above, r.below FROM rated r JOIN wanted w"
    " ON w.rate = r.rate AND w.parts = r.parts)",
)
# A person is the proven number, or the one record that nobody proved.
_PEOPLE = (
    "people AS (SELECT h.centre, x.uid, coalesce(nullif(x.id_number, ''), h.centre || '/' || x.uid) AS person,"
    f" coalesce(x.id_number, '') AS id_number, x.register_state {_rows('residents')})",
    f"acts AS (SELECT h.centre, x.resident, 'canteen' AS what {_rows('meals')}"
    " AND x.resident IS NOT NULL AND x.eaten_on BETWEEN '{first}' AND '{last}'"
    f" UNION ALL SELECT h.centre, x.resident, 'services' {_rows('help_services')}"
    " AND x.state IN ('done', 'rated') AND x.service_on BETWEEN '{first}' AND '{last}'"
    f" UNION ALL SELECT h.centre, x.resident, 'stays' {_lines('frozen_stays')}"
    f" UNION ALL SELECT h.centre, x.resident, 'roster' {_lines('frozen_roster')} WHERE x.state <> 'late_joiners')",
)
_SHARED = (
    *_PEOPLE,
    "active AS (SELECT DISTINCT p.centre, p.uid, p.id_number FROM people p LEFT JOIN acts a"
    " ON a.centre = p.centre AND a.resident = p.uid"
    " WHERE p.id_number <> '' AND (a.what IS NOT NULL OR p.register_state = 'on_register'))",
    "shared AS (SELECT id_number FROM active GROUP BY id_number HAVING count(DISTINCT centre) > 1)",
    "told AS (SELECT centre, resident, what, CAST(count(*) AS BIGINT) AS times FROM acts"
    " GROUP BY centre, resident, what)",
)
_OF_INDICATORS = (
    f"parts AS (SELECT h.centre, x.line_no, x.plan_code, x.name, x.clause, x.numerator_key, x.numerator,"
    f" x.denominator_key, x.denominator, x.scale, x.unit, x.direction, x.target, x.remark"
    f" {_lines('frozen_indicators')})",
)
_VALUE = (
    "CASE WHEN numerator IS NULL THEN NULL WHEN denominator_key IS NULL THEN numerator * 100"
    f" WHEN denominator IS NULL THEN NULL ELSE {share('numerator', 'denominator', 'scale')} END"
)
_MET = (
    "CASE WHEN target IS NULL OR numerator IS NULL THEN NULL"
    " WHEN denominator_key IS NULL THEN CASE WHEN direction = '<=' THEN"
    " CASE WHEN numerator * 100 <= target THEN 1 ELSE 0 END"
    " ELSE CASE WHEN numerator * 100 >= target THEN 1 ELSE 0 END END"
    " WHEN denominator IS NULL OR denominator <= 0 OR (unit = '%' AND numerator > denominator) THEN NULL"
    " WHEN direction = '<=' THEN CASE WHEN numerator * scale * 100 <= target * denominator THEN 1 ELSE 0 END"
    " ELSE CASE WHEN numerator * scale * 100 >= target * denominator THEN 1 ELSE 0 END END"
)
_SUM = "CAST(sum({}) AS BIGINT)"
_STATEMENTS: Mapping[str, str] = {
    "states": (
        "SELECT n.centre, n.name, n.month, n.sequence, n.created_at, v.version, v.lines, v.sha256, m.closed_at,"
        " c.corrected_at, o.files FROM newest n"
        " LEFT JOIN frozen_versions v ON v.centre = n.centre AND v.month = n.month AND v.of_month = '{month}'"
        " LEFT JOIN months m ON m.centre = n.centre AND m.month = n.month AND m.of_month = '{month}'"
        " AND m.voided_at IS NULL"
        " LEFT JOIN (SELECT centre, month, max(changed_at) AS corrected_at FROM corrections"
        " WHERE of_month = '{month}' AND voided_at IS NULL GROUP BY centre, month) c"
        " ON c.centre = n.centre AND c.month = n.month"
        " LEFT JOIN (SELECT centre, CAST(count(*) AS BIGINT) AS files FROM files WHERE month = '{month}'"
        " GROUP BY centre) o ON o.centre = n.centre"
    ),
    "figures_by_centre": f"SELECT h.centre, x.figure, x.unit, x.number {_lines('frozen_figures')}",
    "figures": (
        "SELECT x.figure, x.unit, CAST(sum(x.number) AS BIGINT), CAST(max(x.number) AS BIGINT),"
        f" CAST(count(*) AS BIGINT) {_lines('frozen_figures')} GROUP BY x.figure, x.unit"
    ),
    "rates_by_centre": f"SELECT centre, rate, above, below, {share('above', 'below')} FROM whole",
    "rates": (
        f"SELECT rate, above, below, centres, {share('above', 'below')} FROM (SELECT rate,"
        f" {_SUM.format('above')} AS above, {_SUM.format('below')} AS below, CAST(count(*) AS BIGINT) AS centres"
        " FROM whole GROUP BY rate) summed"
    ),
    "roster_by_centre": (
        f"SELECT h.centre, x.state, CAST(count(*) AS BIGINT) {_lines('frozen_roster')} GROUP BY h.centre, x.state"
    ),
    "roster_by_flag": (
        f"SELECT x.flag, x.state, CAST(count(*) AS BIGINT) {_lines('frozen_roster_flags')} GROUP BY x.flag, x.state"
    ),
    "stays_by_grade": (
        "SELECT x.kind, x.grade, CAST(count(*) AS BIGINT), CAST(sum(x.occupied_days) AS BIGINT),"
        f" CAST(sum(x.leave_days) AS BIGINT), CAST(sum(x.subsidy_fen) AS BIGINT) {_lines('frozen_stays')}"
        " GROUP BY x.kind, x.grade"
    ),
    "counts": (
        "SELECT x.counted, x.key_1, x.key_2, x.key_3, x.measure, CAST(sum(x.number) AS BIGINT)"
        f" {_lines('frozen_counts')} GROUP BY x.counted, x.key_1, x.key_2, x.key_3, x.measure"
    ),
    "indicators_by_centre": (
        "SELECT centre, line_no, plan_code, name, clause, numerator_key, numerator, denominator_key, denominator,"
        f" scale, unit, direction, target, {_VALUE}, {_MET}, remark FROM parts"
    ),
    "indicators": (
        "SELECT plan_code, name, numerator_key, numerator, denominator_key, denominator, scale, unit, direction,"
        f" target, line_no, centres, with_numbers, {_VALUE}, {_MET} FROM (SELECT plan_code, name, numerator_key,"
        " denominator_key, scale, unit, direction, target, min(line_no) AS line_no,"
        " CAST(count(*) AS BIGINT) AS centres,"
        " CAST(sum(CASE WHEN known = 1 THEN 1 ELSE 0 END) AS BIGINT) AS with_numbers,"
        " CAST(sum(CASE WHEN known = 1 THEN numerator END) AS BIGINT) AS numerator,"
        " CAST(sum(CASE WHEN known = 1 THEN denominator END) AS BIGINT) AS denominator"
        " FROM (SELECT p.*, CASE WHEN numerator IS NULL OR (denominator_key IS NOT NULL AND denominator IS NULL)"
        " THEN 0 ELSE 1 END AS known FROM parts p) told"
        " GROUP BY plan_code, name, numerator_key, denominator_key, scale, unit, direction, target) summed"
    ),
    "persons": (
        "SELECT a.what, CAST(count(DISTINCT a.centre || '/' || a.resident) AS BIGINT),"
        " CAST(count(DISTINCT coalesce(p.person, a.centre || '/' || a.resident)) AS BIGINT) FROM acts a"
        " LEFT JOIN people p ON p.centre = a.centre AND p.uid = a.resident GROUP BY a.what"
    ),
    "duplicates": (
        "SELECT p.id_number, p.centre, p.uid, p.register_state, t.what, t.times FROM people p"
        " JOIN shared s ON s.id_number = p.id_number"
        " LEFT JOIN told t ON t.centre = p.centre AND t.resident = p.uid"
    ),
}
_NEEDS: Mapping[str, tuple[str, ...]] = {
    "rates_by_centre": _RATED,
    "rates": _RATED,
    "indicators_by_centre": _OF_INDICATORS,
    "indicators": _OF_INDICATORS,
    "persons": _PEOPLE,
    "duplicates": _SHARED,
}
