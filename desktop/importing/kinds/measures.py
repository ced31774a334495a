"""How long a service took and how much of it there was, as sheets say it: 1.5小时, 90分钟, 2次, 3件, a number."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from desktop.core.ledgers import ServiceUnit
from desktop.core.reasons import Reason
from desktop.importing.values import Values

_DIGITS = str.maketrans("一二两三四五六七八九", "1223456789")
_ABOUT = re.compile(r"^(?:约|大约|近|共)|(?:左右|上下|多)$")
_HALF_MORE = re.compile(r"(\d+)个?半(?:小时|钟头)")
_QUARTERS = re.compile(r"([1-3])刻")
_CLOCK = re.compile(r"(\d{1,2}):(\d{2})")
_HOURS = re.compile(
    r"(?P<hours>\d+(?:\.\d+)?|半个?)个?(?:小时|钟头|时|h|hrs?|hours?)(?P<half>半)?(?:(?P<more>\d{1,2})(?:分钟?|m|min)?)?"
)
_MINUTES = re.compile(r"(\d+(?:\.\d+)?)(?:分钟?|m|mins?|minutes?|')")
_BARE = re.compile(r"\d+(?:\.\d+)?")
_COUNTED = re.compile(r"(\d+(?:\.\d+)?)(人?次|趟|回|件|个|样|份|笔)")
# 小时, 元/次, each in a column of its own; 单位 may be an office as well.
_OWN_UNIT = re.compile(r"(?:元?/|每)?(个?小时|钟头|时|h|hours?|分钟?|min|人?次|趟|回|件|个|样|份|笔)")
# Nobody writes so many hours; fewer without a unit may be either.
_SURELY_MINUTES = 15
_LONGEST, _MOST = 24 * 60, 999
_CONTRADICTS = {
    ServiceUnit.TIME: Reason.COUNTED_BY_TIMES,
    ServiceUnit.HOUR: Reason.COUNTED_BY_HOURS,
    ServiceUnit.PIECE: Reason.COUNTED_BY_PIECES,
}


@dataclass(frozen=True)
class Measure:
    """Minutes and how many times or pieces; 0 where the row says nothing of the kind."""

    minutes: int = 0
    quantity: int = 0


def measured(values: Values, unit: str) -> Measure:
    """What the columns 时长 and 数量 say of a service that is counted in this unit.

    Another unit is named and left out: 2次 of what is counted by hours are no two hours.
    """
    took, much = _duration(values, unit), _amount(values, unit)
    if took.minutes and much.minutes and took.minutes != much.minutes:
        values.warn(Reason.DURATION_DIFFERS, values.text("quantity"))
    if took.quantity and much.quantity and took.quantity != much.quantity:
        values.warn(Reason.AMOUNT_LEFT_OUT, values.text("minutes"))
    return Measure(took.minutes or much.minutes, much.quantity or took.quantity)


def minutes_of(values: Values) -> int:
    """The minutes of the column 时长: 2小时, 1.5小时, 1小时30分, 90分钟, 1:30; a number as in the heading."""
    text = _plain(values.text("minutes"))
    if not text:
        return 0
    if (found := _minutes(text)) is not None:
        return found
    heading = values.line.headings.get("minutes", "")
    if _BARE.fullmatch(text):
        if "时" in heading.replace("时长", "") or "h" in heading.lower():
            return round(float(text) * 60)
        if "分" in heading or (float(text) >= _SURELY_MINUTES and float(text).is_integer()):
            return round(float(text))
    values.warn(Reason.UNIT_UNKNOWN, values.text("minutes"))
    return 0


def _duration(values: Values, unit: str) -> Measure:
    if counted := _COUNTED.fullmatch(_plain(values.text("minutes"))):
        return _counted(values, "minutes", unit, _unit_of(counted[2]), float(counted[1]))
    return _possible(values, "minutes", minutes_of(values))


def _amount(values: Values, unit: str) -> Measure:
    text = _plain(values.text("quantity"))
    if not text:
        return Measure()
    if counted := _COUNTED.fullmatch(text):
        return _counted(values, "quantity", unit, _unit_of(counted[2]), float(counted[1]))
    minutes = _minutes(text)
    if minutes is None and _BARE.fullmatch(text):
        beside = _unit_beside(values)
        if beside is None:
            return _left_out(values, "quantity")
        said, factor = beside[0] or unit, beside[1]
        if said != ServiceUnit.HOUR:
            return _counted(values, "quantity", unit, said, float(text))
        minutes = round(float(text) * factor)
    if minutes is None:
        return _left_out(values, "quantity")
    if unit != ServiceUnit.HOUR:
        return _contradicts(values, "quantity", unit)
    return _possible(values, "quantity", minutes)


def _counted(values: Values, name: str, unit: str, said: str, number: float) -> Measure:
    if not number.is_integer() or not 1 <= number <= _MOST:
        return _left_out(values, name)
    if said == unit:
        return Measure(quantity=int(number))
    if said == ServiceUnit.TIME and unit == ServiceUnit.HOUR and number == 1:
        # Somebody went once, for however many hours.
        return Measure()
    return _contradicts(values, name, unit)


def _possible(values: Values, name: str, minutes: int) -> Measure:
    return Measure(minutes) if minutes <= _LONGEST else _left_out(values, name)


def _contradicts(values: Values, name: str, unit: str) -> Measure:
    values.warn(_CONTRADICTS[ServiceUnit(unit)], values.text(name))
    return Measure()


def _left_out(values: Values, name: str) -> Measure:
    values.warn(Reason.AMOUNT_LEFT_OUT, values.text(name))
    return Measure()


def _minutes(text: str) -> int | None:
    """The minutes of a text that names its unit."""
    if match := _CLOCK.fullmatch(text):
        return int(match[1]) * 60 + int(match[2])
    if match := _HOURS.fullmatch(text):
        hours = 0.5 if match["hours"].startswith("半") else float(match["hours"])
        return round(hours * 60) + (30 if match["half"] else int(match["more"] or 0))
    if match := _QUARTERS.fullmatch(text):
        return int(match[1]) * 15
    if match := _MINUTES.fullmatch(text):
        return round(float(match[1]))
    return None


def _unit_beside(values: Values) -> tuple[str, int] | None:
    """The unit of a bare number, and its minutes where it is a time: in a column of its own, else in the heading.

    "" where neither says one, None for a word that is no unit.
    """
    own = _plain(values.text("unit"))
    if match := _OWN_UNIT.fullmatch(own):
        return _unit_of(match[1]), 1 if "分" in own or "min" in own else 60
    heading = values.line.headings.get("quantity", "")
    said = _unit_of(heading)
    return None if own and not said else (said, 1 if "分" in heading else 60)


def _unit_of(text: str) -> str:
    """The unit that a word or a heading names; "" for none."""
    if re.search(r"时|钟|分|h|min", text.lower()):
        return ServiceUnit.HOUR
    if re.search(r"[次趟回]", text):
        return ServiceUnit.TIME
    return ServiceUnit.PIECE if re.search(r"[件个样份笔]", text) else ""


def _plain(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).strip().lower().replace(" ", "")
    return _HALF_MORE.sub(r"\1小时半", _ABOUT.sub("", plain).translate(_DIGITS)).replace("刻钟", "刻")
