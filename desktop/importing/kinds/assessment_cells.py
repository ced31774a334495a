"""The cells of an agency's result: points, sums, events of 30 days, diseases, coma, who assessed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from desktop.core import assessment
from desktop.core.assessment import Area, Item, RiskEvent
from desktop.core.reasons import Reason
from desktop.core.words.assessments import AREAS, RISK_EVENTS, item_word
from desktop.importing.book.cells import Cell, blank, text_of
from desktop.importing.values import Values
from desktop.importing.verdicts import RowRefused

ITEM, SCORE, EVENT = "item.", "score.", "event."
TOTAL = f"{SCORE}total"
_POINTS = re.compile(r"(\d{1,3})\s*分?")
# 进食（4分）, 进食(0-4): the most of an item as the heading says it.
_MOST = re.compile(r"\((?:(?:0\s*分?\s*[-~至到—–]\s*)(\d{1,3})\s*分?|(\d{1,3})\s*分)\)$")
_NONE = frozenset({"", "无", "否", "没有", "未发生", "/", "-", "—", "×", "未", "无意外", "未发生过", "正常"})
_SAID = frozenset({"有", "是", "√", "发生", "发生过", "☑", "■", "✓"})
_NUMERALS = str.maketrans("一二两三四五六七八九", "1223456789")
_KINDS = {
    RiskEvent.FALL: r"跌倒|摔倒|跌伤",
    RiskEvent.LOST: r"走失",
    RiskEvent.CHOKING: r"噎食|噎呛",
    RiskEvent.SELF_HARM: r"自杀|自伤|自残",
    RiskEvent.OTHER: r"其他|其它",
}
_EVENT = re.compile("|".join(f"(?P<{kind}>{words})" for kind, words in _KINDS.items()))
_CODE = re.compile(r"(?<![A-Z])[A-Z]\d\d(?:\.[0-9X]+)?[*+]?(?![\d])")
_BETWEEN = re.compile(r"[、,，;；/|+\s]+")
# Unspecified dementia and unspecified mental disorder, where a sheet has the word and no code.
_DEMENTIA, _MENTAL = "F03", "F99"
_WORDS = (
    (re.compile(r"痴呆|认知障碍|认知症|失智|阿尔茨海默|阿尔兹海默|老年性?呆"), _DEMENTIA),
    (re.compile(r"精神分裂|双相|躁狂|抑郁症|焦虑症|精神(?:疾病|障碍|病)|妄想|偏执"), _MENTAL),
)
_NEGATED = re.compile(r"^(?:无|没有|否认|排除|非)")
_TWO = 2


@dataclass(frozen=True)
class Sums:
    """What a row says that points come to, by area and altogether."""

    areas: Mapping[Area, int]
    total: int | None

    @property
    def whole(self) -> int | None:
        """The total, said or added up of all areas."""
        if self.total is None and len(self.areas) == len(Area):
            return sum(self.areas.values())
        return self.total


def read_answers(values: Values) -> dict[str, int]:
    """The points by item, all or none; raises ``RowRefused`` for what GB/T 42195 does not know."""
    found: dict[str, int] = {}
    wrong: dict[Reason, list[str]] = {Reason.OTHER_SCHEME: [], Reason.BAD_SCORE: [], Reason.ITEMS_MISSING: []}
    for one in assessment.items():
        points = _points_of(values, one)
        if isinstance(points, int):
            found[one.key] = points
        else:
            wrong[points[0]].append(points[1])
    if not found:
        # No item at all is a bare result.
        wrong[Reason.ITEMS_MISSING].clear()
    for reason, about in wrong.items():
        if about:
            raise RowRefused(reason, "、".join(about))
    return found


def _points_of(values: Values, one: Item) -> int | tuple[Reason, str]:
    """The points of an item, or why there are none."""
    name, word = f"{ITEM}{one.key}", item_word(one.key) or one.name
    cell, said = values.line.get(name), _most_said(values.line.headings.get(name, ""))
    if said not in (None, one.most):
        return Reason.OTHER_SCHEME, f"{word} 0–{said} ≠ 0–{one.most}"
    if blank(cell):
        return Reason.ITEMS_MISSING, word
    points = points_of_cell(cell)
    if points is None:
        return Reason.BAD_SCORE, f"{word} “{text_of(cell)}”"
    return points if points <= one.most else (Reason.OTHER_SCHEME, f"{word} {points} > {one.most}")


def read_sums(values: Values) -> Sums:
    """The sub-totals and the total that a row has."""
    areas = {}
    for area in Area:
        points = _sum(values, f"{SCORE}{area}", AREAS.shown[area], assessment.most_of(area))
        if points is not None:
            areas[area] = points
    return Sums(areas, _sum(values, TOTAL, values.line.headings.get(TOTAL, ""), assessment.MOST_POINTS))


def read_events(values: Values) -> dict[str, int]:
    """How often what happened in the last 30 days, by columns of their own or in one cell."""
    found: dict[str, int] = {}
    for kind in RiskEvent:
        count = _count(values, values.text(f"{EVENT}{kind}"), RISK_EVENTS.shown[kind])
        if count:
            found[kind] = count
    for word, count in _in_one_cell(values):
        found.setdefault(word, count)
    return found


def read_diagnoses(values: Values) -> tuple[str, ...]:
    """The codes of ICD-10; a word for dementia or a mental disease without one is read as the unspecified code."""
    written = unicodedata.normalize("NFKC", values.text("diagnoses")).upper()
    codes = [code for one in _CODE.findall(written) if (code := assessment.diagnosis(one))]
    for word in filter(None, _BETWEEN.split(_CODE.sub(" ", written).replace("()", " "))):
        if word in _NONE or _NEGATED.match(word):
            continue
        code = next((code for pattern, code in _WORDS if pattern.search(word)), "")
        if not code and not codes:
            values.warn(Reason.DIAGNOSIS_LEFT_OUT, word)
        elif code and not any(_same_chapter(code, one) for one in codes):
            codes.append(code)
            values.warn(Reason.DIAGNOSIS_READ, code)
    for name, code in (("dementia", _DEMENTIA), ("mental", _MENTAL)):
        if values.truth(name) and not any(_same_chapter(code, one) for one in codes):
            codes.append(code)
            values.warn(Reason.DIAGNOSIS_READ, code)
    return tuple(dict.fromkeys(codes))


def read_assessors(values: Values) -> tuple[str, str]:
    """The two who assessed, each in a column or both in one cell."""
    first, second = values.text("assessor"), values.text("second_assessor")
    if not second:
        parts = [part for part in _BETWEEN.split(first) if part]
        if len(parts) == _TWO and all(len(part) > 1 for part in parts):
            first, second = parts
    return first, second


def _same_chapter(code: str, other: str) -> bool:
    """Whether both make a grade worse for the same cause."""
    return other.startswith("F") and (int(other[1:3]) <= int(_DEMENTIA[1:])) == (code == _DEMENTIA)


def points_of_cell(cell: Cell) -> int | None:
    """Points as they are typed, 4 or 4分; None for anything else."""
    if isinstance(cell, bool) or not isinstance(cell, (str, float, int)):
        return None
    match = _POINTS.fullmatch(unicodedata.normalize("NFKC", text_of(cell)).strip())
    return int(match[1]) if match else None


def _sum(values: Values, name: str, word: str, most: int) -> int | None:
    cell = values.line.get(name)
    if blank(cell) or text_of(cell) in _NONE:
        return None
    points = points_of_cell(cell)
    if points is None:
        raise RowRefused(Reason.BAD_SCORE, f"{word} “{text_of(cell)}”")
    if points > most:
        raise RowRefused(Reason.OTHER_SCHEME, f"{word} {points} > {most}")
    return points


def _most_said(heading: str) -> int | None:
    match = _MOST.search(unicodedata.normalize("NFKC", heading).replace(" ", ""))
    return int(match[1] or match[2]) if match else None


def _count(values: Values, written: str, word: str) -> int:
    text = unicodedata.normalize("NFKC", written).strip().translate(_NUMERALS)
    if text in _NONE:
        return 0
    digits = re.search(r"\d+", text)
    if digits is not None:
        return int(digits[0])
    if text not in _SAID:
        raise RowRefused(Reason.UNKNOWN_WORD, written)
    values.warn(Reason.EVENT_UNCOUNTED, word)
    return 1


def _in_one_cell(values: Values) -> Iterator[tuple[str, int]]:
    """跌倒2次、走失1次, or a number alone, of which nobody knows what it was."""
    written = values.text("events")
    text = unicodedata.normalize("NFKC", written).strip().translate(_NUMERALS)
    if text in _NONE:
        return
    marks = [*_EVENT.finditer(text)]
    if not marks:
        yield RiskEvent.OTHER, _count(values, written, RISK_EVENTS.shown[RiskEvent.OTHER])
        return
    for mark, following in zip(marks, [*marks[1:], None], strict=True):
        kind = str(mark.lastgroup)
        rest = text[mark.end() : following.start() if following else None]
        digits = re.search(r"\d+", rest)
        if digits is None and re.match(r"[::]?(?:无|否|未)", rest):
            continue
        if digits is None:
            values.warn(Reason.EVENT_UNCOUNTED, RISK_EVENTS.shown[kind])
        yield kind, int(digits[0]) if digits else 1
