"""What of people a paper holds, counted from its words: names that stand in it, ID numbers that stand there whole."""

from __future__ import annotations

import re
from collections.abc import Iterable

from desktop.core.acts import Action
from desktop.core.document import Report, Section
from desktop.core.person.identity import check_character
from desktop.models import query
from desktop.models.database import is_open
from desktop.services.writing.going_out import Held

# The head of a column of names; names of the register are known wherever they stand.
_NAMES = "姓名"
_NUMBER = re.compile(r"(?<![0-9])([0-9]{17})([0-9Xx])(?![0-9])")
# What a log may say of a period: days, months, and the words between them, never a name.
_PERIOD = re.compile(r"[0-9年月日周季度第至到截止中月，、（）()—\-~.: ]*")


def held_by(*reports: Report, title: str = "", action: Action = Action.HAND_OUT_NAMES) -> Held:
    """What reports on one paper hold together."""
    sections = [section for report in reports for section in report.sections]
    found = held_in(title or reports[0].title, (text for one in reports for text in one.texts()), action, sections)
    periods = {one.period for one in reports}
    period = periods.pop() if len(periods) == 1 else ""
    return Held(found.title, found.names, found.full_ids, period if _PERIOD.fullmatch(period) else "", action)


def held_in(
    title: str,
    texts: Iterable[str],
    action: Action = Action.HAND_OUT_NAMES,
    sections: Iterable[Section] = (),
) -> Held:
    """What these texts hold, each by itself, and the tables beside them."""
    said = list(texts)
    headed = {name for section in sections for name in _under_names(section)}
    return Held(title, len(headed | _registered(said)), sum(map(_whole_numbers, said)), action=action)


def _under_names(section: Section) -> Iterable[str]:
    places = [at for at, column in enumerate(section.columns) if column.title == _NAMES]
    return (str(row[at]) for row in section.rows for at in places if row[at])


def _registered(texts: Iterable[str]) -> set[str]:
    """The names of the register among them."""
    if not is_open():
        return set()
    return {one for (one,) in query.fetch("SELECT DISTINCT name FROM living_resident")} & set(texts)


def _whole_numbers(text: str) -> int:
    return sum(check_character(body) == last.upper() for body, last in _NUMBER.findall(text))
