"""Random districts: rows of every table for some centres and periods, and what they come to, counted the slow way."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Any

from desktop.district.sql import RATES

Row = dict[str, Any]
Parts = dict[str, list[Row]]
MONTH = "2026-09"
FLAGS = ("living_alone", "disabled", "empty_nest")
STATES = ("visited", "unvisited", "excused", "late_joiners")
NUMBERS = [f"53011419400305{serial:04d}" for serial in range(6)] + [""] * 3


def district(seed: int) -> dict[tuple[str, str], Parts]:
    """By centre and period what stands in the store."""
    dice = random.Random(seed)
    found: dict[tuple[str, str], Parts] = {}
    for serial in range(dice.randint(1, 4)):
        centre = f"53011{serial}"
        for period in dice.sample((MONTH, "full", "2026-08"), dice.randint(0, 3)):
            found[centre, period] = _file(dice, centre, period)
    return found


def _file(dice: random.Random, centre: str, period: str) -> Parts:
    months = [MONTH, "2026-08"] if period == "full" else [period]
    closed = [month for month in months if dice.random() < 0.7]
    uids = [f"{centre}-p{at}" for at in range(dice.randint(0, 5))]
    people = [
        {
            "uid": uid,
            "id_number": dice.choice(NUMBERS),
            "register_state": dice.choice(("on_register", "moved_out")),
            "voided_at": dice.choice((None, None, None, "2026-09-09 10:00:00")),
        }
        for uid in uids
    ]
    # A month's file may tell of a person whom only rows of it name.
    uids = [*uids, f"{centre}-nobody"]
    epoch = dice.choice(("20260101T000000Z-aa", "20260101T000000Z-ab"))
    about = {"name": f"中心{centre}", "kind": "month", "sequence": dice.randint(1, 3), "epoch": epoch}
    parts: Parts = {
        "files": [about | {"created_at": "2026-10-04 09:00:00", "sha256": f"{dice.randrange(1 << 30):064x}"}],
        "residents": people,
        "meals": [
            {"uid": f"m{at}", "resident": dice.choice((*uids, None)), "eaten_on": _day(dice), "voided_at": _void(dice)}
            for at in range(dice.randint(0, 6))
        ],
        "help_services": [
            {
                "uid": f"h{at}",
                "resident": dice.choice(uids),
                "service_on": _day(dice),
                "state": dice.choice(("done", "rated", "requested")),
                "voided_at": _void(dice),
            }
            for at in range(dice.randint(0, 6))
        ],
        "months": [
            {"uid": f"o{month}", "of_month": month, "closed_at": f"2026-10-0{dice.randint(1, 9)} 17:00:00"}
            for month in closed
        ],
        "corrections": [
            {"uid": f"c{at}", "of_month": dice.choice(months), "changed_at": f"2026-10-1{at}", "voided_at": _void(dice)}
            for at in range(dice.randint(0, 2))
        ],
    }
    tables = ("versions", "roster", "roster_flags", "stays", "counts", "figures", "indicators")
    parts |= {f"frozen_{name}": [] for name in tables}
    for month in closed:
        _freeze(dice, parts, month, uids)
    return parts


def _freeze(dice: random.Random, parts: Parts, month: str, uids: list[str]) -> None:
    of = {"of_month": month}
    parts["frozen_versions"].append(of | {"version": dice.randint(1, 3), "sha256": "a" * 64, "lines": 1})
    for uid in uids:
        state = dice.choice(STATES)
        parts["frozen_roster"].append(of | {"resident": uid, "state": state, "community": "甲社区"})
        for flag in dice.sample(FLAGS, dice.randint(0, 2)):
            parts["frozen_roster_flags"].append(of | {"resident": uid, "state": state, "flag": flag})
    for at in range(dice.randint(0, 3)):
        days = {"occupied_days": dice.randint(0, 30), "leave_days": dice.randint(0, 3)}
        fen = {"subsidy_fen": dice.randint(0, 15_000)}
        where = {"kind": "nursing", "grade": dice.choice(("", "mild"))}
        parts["frozen_stays"].append(of | {"line_no": at, "resident": dice.choice(uids), **where, **days, **fen})
    _freeze_figures(dice, parts, of)
    _freeze_indicators(dice, parts, of)


def _freeze_figures(dice: random.Random, parts: Parts, of: Row) -> None:
    names = {name for parts_of in RATES.values() for side in parts_of for name in side}
    for name in sorted(names - {"visits.helped", "visits.helped_of", "beds.nursing"}):
        if dice.random() < 0.95:
            whole = name.rpartition(".")[2] in ("required", "beds", "disabled", "planned", "available_bed_days")
            number = dice.randint(20, 30_000) if whole else dice.randint(0, 20)
            if dice.random() < 0.1:
                number = 0
            parts["frozen_figures"].append(of | {"figure": name, "unit": "count", "number": number})
    money = {"figure": "canteen.price", "unit": "yuan", "number": dice.randint(0, 1 << 40)}
    wait = {"figure": "services.waiting.longest", "unit": "count", "number": dice.randint(0, 9)}
    parts["frozen_figures"] += [of | money, of | wait]
    if dice.random() < 0.7:
        # What an earlier program closed has none of these.
        for key in ("visits.helped", "visits.helped_of", "beds.nursing"):
            named = {"counted": "made_of", "key_1": key, "key_2": "", "key_3": "", "measure": ""}
            parts["frozen_counts"].append(of | named | {"number": dice.randint(0, 20)})


def _freeze_indicators(dice: random.Random, parts: Parts, of: Row) -> None:
    for at, (name, direction, scale, unit, below) in enumerate(_INDICATORS):
        number = dice.choice((None, dice.randint(0, 400)))
        whole = dice.choice((None, 0, dice.randint(1, 400), 3, 3, 7, 30_000)) if below else None
        aim = {"direction": direction, "target": dice.choice((None, 6000, 716)), "scale": scale, "unit": unit}
        made = {"numerator_key": "a", "numerator": number, "denominator_key": below, "denominator": whole}
        parts["frozen_indicators"].append(of | {"line_no": at, "plan_code": "kunming", "name": name, **aim, **made})


# Name, direction, scale, unit, key of the whole.
_INDICATORS = (
    ("月探访率", ">=", 100, "%", "b"),
    ("每千名社工", ">=", 1000, "名", "b"),
    ("床位", ">=", 1, "张", None),
    ("不高于", "<=", 100, "%", "b"),
)


def _day(dice: random.Random) -> str:
    return dice.choice(("2026-08-31", "2026-09-01", "2026-09-15", "2026-09-30", "2026-10-01"))


def _void(dice: random.Random) -> str | None:
    return dice.choice((None, None, None, "2026-09-20 08:00:00"))


def slowly(stored: dict[tuple[str, str], Parts]) -> dict[str, list[tuple[Any, ...]]]:
    """Every statement's rows of September, counted one by one."""
    newest: dict[str, tuple[Any, str]] = {}
    for (centre, period), parts in stored.items():
        if period in (MONTH, "full"):
            [file] = parts["files"]
            rank = (file["epoch"], file["sequence"], file["sha256"])
            newest[centre] = max(newest.get(centre, (rank, period)), (rank, period))
    files = {centre: (period, stored[centre, period]) for centre, (_, period) in newest.items()}
    held = {
        centre: parts
        for centre, (_, parts) in files.items()
        if any(one["of_month"] == MONTH for one in parts["frozen_versions"])
    }
    found: dict[str, list[tuple[Any, ...]]] = {
        "states": _states(files, {centre for centre, period in stored if period == MONTH})
    }
    found |= _summed(held) | _rates(held) | _indicators(held) | _persons(held)
    return found


def _of(parts: Parts, table: str) -> list[Row]:
    return [one for one in parts[f"frozen_{table}"] if one["of_month"] == MONTH]


def _states(files: dict[str, tuple[str, Parts]], of_the_month: set[str]) -> list[tuple[Any, ...]]:
    rows = []
    for centre, (period, parts) in files.items():
        [file] = parts["files"]
        version = next(iter(_of(parts, "versions")), {})
        closed = next((one["closed_at"] for one in parts["months"] if one["of_month"] == MONTH), None)
        mended = [
            one["changed_at"] for one in parts["corrections"] if one["of_month"] == MONTH and not one["voided_at"]
        ]
        told = [file[name] for name in ("name", "sequence", "created_at")]
        about = [version.get(name) for name in ("version", "lines", "sha256")]
        own = 1 if centre in of_the_month else None
        rows.append((centre, told[0], period, *told[1:], *about, closed, max(mended, default=None), own))
    return rows


def _summed(held: dict[str, Parts]) -> dict[str, list[tuple[Any, ...]]]:
    figures: dict[tuple[str, str], list[int]] = defaultdict(list)
    flags: Counter[tuple[str, str]] = Counter()
    counts: Counter[tuple[str, ...]] = Counter()
    stays: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    by_centre, roster = [], []
    for centre, parts in held.items():
        for one in _of(parts, "figures"):
            figures[one["figure"], one["unit"]].append(one["number"])
            by_centre.append((centre, one["figure"], one["unit"], one["number"]))
        states = Counter(one["state"] for one in _of(parts, "roster"))
        roster += [(centre, state, number) for state, number in states.items()]
        flags.update((one["flag"], one["state"]) for one in _of(parts, "roster_flags"))
        for one in _of(parts, "counts"):
            counts[tuple(one[name] for name in ("counted", "key_1", "key_2", "key_3", "measure"))] += one["number"]
        for one in _of(parts, "stays"):
            sums = stays[one["kind"], one["grade"]]
            for at, number in enumerate((1, one["occupied_days"], one["leave_days"], one["subsidy_fen"])):
                sums[at] += number
    return {
        "figures_by_centre": by_centre,
        "figures": [(*key, sum(every), max(every), len(every)) for key, every in figures.items()],
        "roster_by_centre": roster,
        "roster_by_flag": [(*key, number) for key, number in flags.items()],
        "counts": [(*key, number) for key, number in counts.items()],
        "stays_by_grade": [(*key, *sums) for key, sums in stays.items()],
    }


def _hundredths(above: int, below: int, scale: int = 100) -> int | None:
    if below <= 0:
        return None
    exact = Fraction(above * scale * 100, below)
    found = int((Decimal(exact.numerator) / Decimal(exact.denominator)).quantize(Decimal(1), ROUND_HALF_UP))
    return 9999 if scale == 100 and found == 10_000 and above < below else found


def _rates(held: dict[str, Parts]) -> dict[str, list[tuple[Any, ...]]]:
    by_centre, summed = [], defaultdict(list)
    for centre, parts in held.items():
        known = {one["figure"]: one["number"] for one in _of(parts, "figures")}
        known |= {one["key_1"]: one["number"] for one in _of(parts, "counts") if one["counted"] == "made_of"}
        for rate, (over, under) in RATES.items():
            if {*over, *under} <= known.keys():
                above, below = (sum(sign * known[name] for name, sign in side.items()) for side in (over, under))
                by_centre.append((centre, rate, above, below, _hundredths(above, below)))
                summed[rate].append((above, below))
    total = []
    for rate, every in summed.items():
        above, below = (sum(one[at] for one in every) for at in (0, 1))
        total.append((rate, above, below, len(every), _hundredths(above, below)))
    return {"rates_by_centre": by_centre, "rates": total}


def _outcome(above: int | None, below: int | None, one: Row) -> tuple[int | None, int | None]:
    whole, target, scale = one["denominator_key"] is not None, one["target"], one["scale"]
    if above is None or (whole and below is None):
        return None, None
    if not whole:
        value, aim = above * 100, target
    elif below <= 0:
        return None, None
    else:
        value, aim = above * scale * 100, None if target is None else target * below
        if one["unit"] == "%" and above > below:
            aim = None
    met = None if aim is None else int(value <= aim if one["direction"] == "<=" else value >= aim)
    return (_hundredths(above, below, scale) if whole else value), met


def _indicators(held: dict[str, Parts]) -> dict[str, list[tuple[Any, ...]]]:
    by_centre, same = [], defaultdict(list)
    for centre, parts in held.items():
        for one in _of(parts, "indicators"):
            made = [one[name] for name in ("numerator_key", "numerator", "denominator_key", "denominator")]
            aim = [one[name] for name in ("scale", "unit", "direction", "target")]
            value, met = _outcome(one["numerator"], one["denominator"], one)
            about = (centre, one["line_no"], one["plan_code"], one["name"], None)
            by_centre.append((*about, *made, *aim, value, met, None))
            same[one["plan_code"], one["name"], made[0], made[2], *aim].append(one)
    total = []
    for (plan, name, above_key, below_key, *aim), every in same.items():
        told = [
            one for one in every if one["numerator"] is not None and (not below_key or one["denominator"] is not None)
        ]
        above = sum(one["numerator"] for one in told) if told else None
        below = sum(one["denominator"] for one in told) if told and below_key else None
        value, met = _outcome(above, below, every[0])
        made = (plan, name, above_key, above, below_key, below)
        line = min(one["line_no"] for one in every)
        total.append((*made, *aim, line, len(every), len(told), value, met))
    return {"indicators_by_centre": by_centre, "indicators": total}


def _persons(held: dict[str, Parts]) -> dict[str, list[tuple[Any, ...]]]:
    person, number, state = {}, {}, {}
    for centre, parts in held.items():
        for one in parts["residents"]:
            if one["voided_at"] is None:
                key = centre, one["uid"]
                person[key] = one["id_number"] or f"{centre}/{one['uid']}"
                number[key], state[key] = one["id_number"], one["register_state"]
    acts = Counter(act for centre, parts in held.items() for act in _acts(centre, parts))
    of = defaultdict(set)
    for centre, uid, what in acts:
        of[what].add((centre, uid))
    persons = [(what, len(keys), len({person.get(key, "/".join(key)) for key in keys})) for what, keys in of.items()]
    active = {key for key in person if state[key] == "on_register" or any(key == one[:2] for one in acts)}
    centres = defaultdict(set)
    for key in active:
        centres[number[key]].add(key[0])
    shared = {one for one, where in centres.items() if one and len(where) > 1}
    duplicates = []
    for key in person:
        if number[key] in shared:
            told = [(what, times) for (centre, uid, what), times in acts.items() if (centre, uid) == key]
            duplicates += [(number[key], *key, state[key], *one) for one in told or [(None, None)]]
    return {"persons": persons, "duplicates": duplicates}


def _acts(centre: str, parts: Parts) -> Iterator[tuple[str, str, str]]:
    for what, table, day in (("canteen", "meals", "eaten_on"), ("services", "help_services", "service_on")):
        for one in parts[table]:
            done = one.get("state", "done") in ("done", "rated")
            if done and one["voided_at"] is None and one["resident"] and one[day].startswith(MONTH):
                yield centre, one["resident"], what
    yield from ((centre, one["resident"], "stays") for one in _of(parts, "stays"))
    roster = [one for one in _of(parts, "roster") if one["state"] != "late_joiners"]
    yield from ((centre, one["resident"], "roster") for one in roster)
