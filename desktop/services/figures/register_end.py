"""Figures of the register at the end of a month (handbook section 4, People)."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable

from desktop.core.answers import IdState
from desktop.core.figures import behind
from desktop.core.figures.behind import Ratio, Selection
from desktop.core.figures.people import ChangeLine, PeopleFigures
from desktop.core.period import Month, birthday
from desktop.core.words import terms
from desktop.services.register.snapshot import Event, Register, register

TURNING = (80, 90, 100)
_ENROLLED = ("health_record", "family_doctor")


def people(month: Month, known: Register | None = None) -> PeopleFigures:
    """The register figures of a month."""
    known = known or register()
    end = month.last
    here = [one for one in known.people if known.on_register(one, end)]
    ages = {one: known.people[one].age(end) or 0 for one in here}
    bands = {one: terms.age_band(age) for one, age in ages.items()}
    flags = {one: known.flags_on(one, end, derived=True) for one in here}
    by_flag_band = Counter((flag, bands[one]) for one in here for flag in flags[one])
    of_band = {band: [one for one in here if bands[one] == band] for band in terms.AGE_BANDS}
    of_flag = {flag: [one for one in here if flag in flags[one]] for flag in terms.FLAGS}
    over_65 = [one for one in here if ages[one] >= 65]
    moved = _moved(known, month)
    added, stopped = (_changes(known, month, moved, came=came) for came in (True, False))
    turning = _turning(known, month, here)
    doubtful = [one for one in here if known.people[one].id_state != IdState.VALID]
    held = {kind: [one for one in over_65 if getattr(known.person_on(one, end), kind)] for kind in _ENROLLED}
    return PeopleFigures(
        month=month,
        on_register_end=len(here),
        by_band_sex=dict(Counter((bands[one], known.people[one].sex) for one in here)),
        by_band={band: len(those) for band, those in of_band.items()},
        by_flag={flag: len(those) for flag, those in of_flag.items()},
        by_flag_band=dict(by_flag_band),
        by_community=dict(sorted(Counter(known.person_on(one, end).community for one in here).items())),
        by_grade=_present(Counter(known.grade_on(one, end) for one in here), terms.GRADES),
        by_living=_present(Counter(known.person_on(one, end).living for one in here), terms.LIVING_ARRANGEMENTS),
        added=added,
        stopped=stopped,
        turning=turning,
        health_record_65=(len(held["health_record"]), len(over_65)),
        family_doctor_65=(len(held["family_doctor"]), len(over_65)),
        to_verify=len(doubtful),
        rules={},
        behind={
            "on_register_end": behind.people(here),
            "added": _listed(added),
            "stopped": _listed(stopped),
            "to_verify": behind.people(doubtful),
            **{f"turning.{age}": _listed(lines) for age, lines in turning.items()},
            **{f"by_band.{band}": behind.people(those) for band, those in of_band.items()},
            **{f"by_flag.{terms.FLAGS[flag]}": behind.people(those) for flag, those in of_flag.items()},
            **{f"{kind}_65": Ratio(behind.people(those), behind.people(over_65)) for kind, those in held.items()},
        },
    )


def _listed(lines: Iterable[ChangeLine]) -> Selection:
    return behind.people(line.person.resident_id for line in lines)


def _moved(known: Register, month: Month) -> dict[int, Event]:
    """The last change of register state in the month of everybody who had one, in the order of lists."""
    found = {}
    for one, events in known.events.items():
        dated = [event for event in events if event.on is not None and event.on in month]
        if dated and one in known.people:
            found[one] = dated[-1]
    return {one: found[one] for one in known.sorted(found, month.last)}


def _changes(known: Register, month: Month, moved: dict[int, Event], came: bool) -> tuple[ChangeLine, ...]:
    """新增: came onto the register in the month and is on it at its end. 停止: left in it and is off it at its end."""
    eve = month.first - dt.timedelta(days=1)
    return tuple(
        ChangeLine(known.line(one, month.last), event.on, event.reason or event.state)
        for one, event in moved.items()
        if known.on_register(one, month.last) is came and known.on_register(one, eve) is not came
    )


def _turning(known: Register, month: Month, here: list[int]) -> dict[int, tuple[ChangeLine, ...]]:
    days: dict[int, dict[int, dt.date]] = {age: {} for age in TURNING}
    for one in here:
        born = known.people[one].born_on
        age = month.year - born.year if born is not None else 0
        if born is not None and age in days and birthday(born, age) in month:
            days[age][one] = birthday(born, age)
    return {
        age: tuple(
            ChangeLine(known.line(one, month.last), found[one], str(age)) for one in known.sorted(found, month.last)
        )
        for age, found in days.items()
    }


def _present(counted: Counter[str], every: Iterable[str]) -> dict[str, int]:
    return {key: counted[key] for key in (*every, "") if key or counted[key]}
