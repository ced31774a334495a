"""Every way in which people and spreadsheets write a date or a time of day; the calendar is checked."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata

from desktop.core.period import Month

_EARLIEST_YEAR, _LATEST_YEAR = 1880, 2199
_SERIAL_ORIGIN = dt.date(1899, 12, 30)
# 1910-01-01 … 2119: below it a bare number is a month and day (1008) or a day, not a date of Excel.
_SERIAL_FIRST, _SERIAL_LAST = 3654, 80_000

_CLOCK_TAIL = re.compile(
    r"(?:[T\s]+|(?<=[日号])\s*)(上午|下午|早上|晚上|中午)?\s*\d{1,2}[:时点].*$|\s*(上午|下午|早上|晚上|中午|早|晚)$"
)
_CHINESE_DIGITS = str.maketrans("〇零○一二三四五六七八九", "000123456789")
_CHINESE_NUMBER = re.compile(r"[〇零○一二三四五六七八九十]+")
_CHINESE_DATE = re.compile(
    r"(?:[〇零○一二三四五六七八九]{4}\s*[-/.年]\s*)?[一二三四五六七八九十]{1,2}\s*[-/.月]\s*[一二三四五六七八九十]{1,3}\s*[日号]?"
)
_WEEKDAY = re.compile(r"[(]?(星期|周|礼拜)[一二三四五六日天][)]?")
_FULL = re.compile(r"(\d{4}|\d{2})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?")
_MONTH_DAY = re.compile(r"(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?")
_DAY = re.compile(r"(\d{1,2})\s*[日号]")
_TIME = re.compile(r"(上午|下午|早上|晚上|中午)?(\d{1,2})[:时点](\d{1,2}|半)?(?:[:分](\d{1,2})?)?秒?(?:\.\d+)?")
_MONTH_TITLE = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})(?!\d)")
_BARE_MONTH = re.compile(r"(?<!\d)(\d{1,2})\s*月")


def read_date(value: object, *, year: int | None = None, month: Month | None = None) -> dt.date:
    """The date meant; ``year`` completes 10月5日, 10.8 and 1008, ``month`` also a bare day. ValueError otherwise."""
    if isinstance(value, dt.datetime):
        return _plausible(value.date())
    if isinstance(value, dt.date):
        return _plausible(value)
    if isinstance(value, bool) or value is None:
        raise ValueError(f"not a date: {value}")
    context = year if year is not None else (month.year if month is not None else None)
    if isinstance(value, (int, float)):
        if not 0 < value < 1e9:
            raise ValueError(f"not a date: {value}")
        return _from_number(float(value), context, month)
    return _from_text(str(value), context, month)


def read_time(value: object) -> dt.time:
    """The time of day meant: 9:00, 09:00:00, 9时30分, 下午2点半, 930, a fraction of a day. ValueError otherwise."""
    if isinstance(value, dt.datetime):
        return value.time().replace(microsecond=0)
    if isinstance(value, dt.time):
        return value.replace(microsecond=0)
    if isinstance(value, dt.timedelta):
        return _clock(round(value.total_seconds()))
    if isinstance(value, bool) or value is None:
        raise ValueError(f"not a time: {value}")
    if isinstance(value, (int, float)):
        return _time_from_number(float(value))
    return _time_from_text(str(value))


def find_month(text: str, year: int | None = None) -> Month | None:
    """The first month named in a title or sheet name: ``2026年10月``, ``2026-10``, with a year also ``10月``."""
    plain = unicodedata.normalize("NFKC", text)
    full = _MONTH_TITLE.search(plain)
    bare = _BARE_MONTH.search(plain)
    try:
        if full is not None:
            return Month(int(full[1]), int(full[2]))
        if bare is not None and year is not None:
            return Month(year, int(bare[1]))
    except ValueError:
        return None
    return None


def find_year(text: str) -> int | None:
    """The first year named in a title: ``2026年`` or ``2026年度``."""
    found = re.search(r"(?<!\d)(\d{4})\s*年", unicodedata.normalize("NFKC", text))
    return int(found[1]) if found and _EARLIEST_YEAR <= int(found[1]) <= _LATEST_YEAR else None


def _from_number(value: float, year: int | None, month: Month | None) -> dt.date:
    whole = int(value)
    if value != whole and not _SERIAL_FIRST <= value <= _SERIAL_LAST:
        return _from_decimal(value, year)
    if 10_000_000 <= whole <= 99_999_999:
        return _date(whole // 10_000, whole // 100 % 100, whole % 100)
    if _SERIAL_FIRST <= whole <= _SERIAL_LAST:
        return _SERIAL_ORIGIN + dt.timedelta(days=whole)
    if year is not None and 101 <= whole <= 1231:
        return _date(year, whole // 100, whole % 100)
    if month is not None and 1 <= whole <= 31:
        return _date(month.year, month.number, whole)
    raise ValueError(f"not a date: {value}")


def _from_decimal(value: float, year: int | None) -> dt.date:
    # 10.8 typed into a cell is a number; 10.1 may have been 10.10, so nobody can tell which day it was.
    text = f"{value:g}"
    if year is None or re.fullmatch(r"\d{1,2}\.[123]", text):
        raise ValueError(f"not a date: {text}")
    return _from_text(text, year, None)


def _from_text(text: str, year: int | None, month: Month | None) -> dt.date:
    plain = _WEEKDAY.sub("", unicodedata.normalize("NFKC", text)).strip().strip("'").strip()
    plain = _western(_CLOCK_TAIL.sub("", plain).strip().replace("。", ".").rstrip("."))
    if plain.isascii() and plain.isdigit():
        return _from_digits(plain, year, month)
    if match := _FULL.fullmatch(plain):
        return _date(_whole_year(match[1], year), int(match[2]), int(match[3]))
    if year is not None and (match := _MONTH_DAY.fullmatch(plain)):
        return _date(year, int(match[1]), int(match[2]))
    if month is not None and (match := _DAY.fullmatch(plain)):
        return _date(month.year, month.number, int(match[1]))
    raise ValueError(f"not a date: {text}")


def _western(text: str) -> str:
    """二〇二六年十月八日 and 二〇二六.十.八 in digits; a text with other characters as it is."""
    if not _CHINESE_DATE.fullmatch(text):
        return text
    return _CHINESE_NUMBER.sub(lambda found: _number(found[0]), text)


def _number(chinese: str) -> str:
    """二〇二六 → 2026, 二十一 → 21, 十 → 10."""
    if "十" not in chinese:
        return chinese.translate(_CHINESE_DIGITS)
    tens, _, ones = chinese.translate(_CHINESE_DIGITS).partition("十")
    return str(int(tens or 1) * 10 + int(ones or 0))


def _from_digits(digits: str, year: int | None, month: Month | None) -> dt.date:
    if len(digits) == 4 and year is not None:
        return _date(year, int(digits[:2]), int(digits[2:]))
    if len(digits) > 8 or len(digits) in {6, 7}:
        raise ValueError(f"not a date: {digits}")
    if len(digits) == 4:
        # 4305 may be May of 43 or the number that a spreadsheet counts a day of 1911 by.
        raise ValueError(f"not a date: {digits}")
    return _from_number(float(digits), year, month)


def _whole_year(digits: str, year: int | None) -> int:
    if len(digits) == 4:
        return int(digits)
    # 26.10.5 is safe only where the year is known anyway: 46.10.5 may be a birth date of either century.
    if year is not None and int(digits) == year % 100:
        return year
    raise ValueError(f"not a year: {digits}")


def _date(year: int, month: int, day: int) -> dt.date:
    return _plausible(dt.date(year, month, day))


def _plausible(day: dt.date) -> dt.date:
    if not _EARLIEST_YEAR <= day.year <= _LATEST_YEAR:
        raise ValueError(f"not a date: {day}")
    return day


def _time_from_number(value: float) -> dt.time:
    if 0 <= value < 1:
        return _clock(round(value * 86_400))
    if _SERIAL_FIRST <= value <= _SERIAL_LAST and value != int(value):
        return _clock(round(value % 1 * 86_400))
    if value == int(value) and 100 <= value <= 2359:
        return dt.time(int(value) // 100, int(value) % 100)
    if value == int(value) and 1 <= value <= 24:
        return dt.time(int(value) % 24)
    raise ValueError(f"not a time: {value}")


def _time_from_text(text: str) -> dt.time:
    plain = unicodedata.normalize("NFKC", text).strip().strip("'")
    if re.match(r"\d{4}[-/.年]", plain):
        plain = plain.replace("T", " ").split(" ", 1)[-1]
    plain = plain.replace(" ", "")
    if plain.isascii() and plain.isdigit() and len(plain) in {3, 4}:
        return dt.time(int(plain[:-2]), int(plain[-2:]))
    match = _TIME.fullmatch(plain)
    if match is None:
        raise ValueError(f"not a time: {text}")
    hour = int(match[2])
    if match[1] in {"下午", "晚上"} and hour < 12:
        hour += 12
    minute = 30 if match[3] == "半" else int(match[3] or 0)
    return dt.time(hour, minute, int(match[4] or 0))


def _clock(seconds: int) -> dt.time:
    if not 0 <= seconds < 86_400:
        raise ValueError(f"not a time of day: {seconds} s")
    return dt.time(seconds // 3600, seconds // 60 % 60, seconds % 60)
