"""Figures of the register at the end of a month (handbook section 4, People)."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable

from desktop.core.answers import IdState
from desktop.core.figures.people import ChangeLine, PeopleFigures
from desktop.core.period import Month, birthday
from desktop.core.words import terms
from desktop.services.register.snapshot import Register, register

TURNING = (80, 90, 100)


def people(month: Month, known: Register | None = None) -> PeopleFigures:
    """The register figures of a month."""
    known = known or register()
    end = month.last
    here = [one for one in known.people if known.on_register(one, end)]
    bands = {one: terms.age_band(known.people[one].age(end) or 0) for one in here}
    flags = {one: known.flags_on(one, end, derived=True) for one in here}
    by_flag_band = Counter((flag, bands[one]) for one in here for flag in flags[one])
    by_flag = Counter(flag for one in here for flag in flags[one])
    over_65 = [one for one in here if (known.people[one].age(end) or 0) >= 65]
    return PeopleFigures(
        month=month,
        on_register_end=len(here),
        by_band_sex=dict(Counter((bands[one], known.people[one].sex) for one in here)),
        by_band=_all(Counter(bands.values()), terms.AGE_BANDS),
        by_flag=_all(by_flag, terms.FLAGS),
        by_flag_band=dict(by_flag_band),
        by_community=dict(sorted(Counter(known.people[one].community for one in here).items())),
        by_grade=_present(Counter(known.grade_on(one, end) for one in here), terms.GRADES),
        by_living=_present(Counter(known.people[one].living for one in here), terms.LIVING_ARRANGEMENTS),
        added=_changes(known, month, came=True),
        stopped=_changes(known, month, came=False),
        turning={age: _turning(known, month, here, age) for age in TURNING},
        health_record_65=(sum(known.people[one].health_record for one in over_65), len(over_65)),
        family_doctor_65=(sum(known.people[one].family_doctor for one in over_65), len(over_65)),
        to_verify=sum(known.people[one].id_state != IdState.VALID for one in here),
        rules={},
    )


def _changes(known: Register, month: Month, came: bool) -> tuple[ChangeLine, ...]:
    """新增: came onto the register in the month and is on it at its end. 停止: left in it and is off it at its end."""
    found = []
    for one in known.sorted(known.people):
        dated = [event for event in known.events.get(one, ()) if event.on is not None and event.on in month]
        if not dated or known.on_register(one, month.last) is not came:
            continue
        before = known.on_register(one, month.first - dt.timedelta(days=1))
        if before is came:
            continue
        found.append(ChangeLine(known.line(one, month.last), dated[-1].on, dated[-1].reason or dated[-1].state))
    return tuple(found)


def _turning(known: Register, month: Month, here: list[int], age: int) -> tuple[ChangeLine, ...]:
    found = []
    for one in known.sorted(here):
        born = known.people[one].born_on
        if born is not None and birthday(born, age) in month:
            found.append(ChangeLine(known.line(one, month.last), birthday(born, age), str(age)))
    return tuple(found)


def _all(counted: Counter[str], every: Iterable[str]) -> dict[str, int]:
    return {key: counted[key] for key in every}


def _present(counted: Counter[str], every: Iterable[str]) -> dict[str, int]:
    return {key: counted[key] for key in (*every, "") if key or counted[key]}
