"""Which rows below the headings say nothing of anybody: totals, signatures, notes, page feet, column numbers."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence

from desktop.importing.book.cells import Cell, Row, blank, text_of
from desktop.importing.book.claims import field_behind_prefix, heading_key, synonyms_of
from desktop.importing.book.headers import Field, Table

_TOTAL = re.compile(
    r"(本页|本月|全年|当日|年度|各项)?(合计|总计|小计|共计|累计|总数|总人数)(人数|人次|数)?[:]?[\d.,]*[人次条元份名位张个]*"
)
_SIGNATURE = re.compile(
    r"[(]?(填表|填报|制表|审核|复核|审批|核对|经办|负责|登记|统计|单位负责|主管|分管|盖章|签章|签字|公章|单位|报送)"
    r"((人|单位|日期|时间|领导|负责人|签字|签名|盖章)+\s*([:)(].*)?|\s*[:)(].*)"
)
# The row of a blank template that shows how to fill it in.
_EXAMPLE = re.compile(r"[(]?(示例|样例|范例|填写示例|举例|例)([(:,].*|行|数据)?[)]?")
_NOTE = re.compile(r"(说明|注|备注|填表说明|注意|注意事项|填报说明|温馨提示)\d?\s*[:].*", re.DOTALL)
_NOTE_WORDS = frozenset({"说明", "注", "备注", "填表说明", "注意", "注意事项", "填报说明", "温馨提示"})
_END = re.compile(
    r"[-—=*(【\[]*(?:(?:以下|此行以下|此处以下|[本此]页以下|下面)(?:均|全)?(?:空白|为空|无正文|无内容|无)|[本此]页(?:以下)?(?:无正文|空白)"
    r"|(?:全文)?(?:完|毕|结束)|到此结束|end)[-—=*)】\].。]*",
    re.IGNORECASE,
)
_PAGE = re.compile(
    r"第[一二三四五六七八九十]+页(?:[,，、/]?共[一二三四五六七八九十]+页)?|第?\s*\d+\s*页?\s*[/,，、]\s*共?\s*\d+\s*页?|第\s*\d+\s*页(\s*[,，、/]?\s*[(]?\s*共\s*\d+\s*页\s*[)]?)?|共\s*\d+\s*页|[-—–]\s*\d+\s*[-—–]|page\s*\d+(\s*(of|/)\s*\d+)?",
    re.IGNORECASE,
)
_PRINTED = re.compile(r"(打印|制表|填表|填报|导出|统计|截止|截至)(日期|时间)?\s*[:].*|截[止至]\d{4}年.*")
# Alone beneath a list: 金鼎社区居委会（盖章）, 2026年3月5日, 联系人：王芳 电话：…
_ALONE = re.compile(
    r".{2,30}[(](?:盖章|公章|签章|签字|章)[)][:]?|\d{4}\s*[年./-]\s*\d{1,2}\s*[月./-]\s*\d{1,2}日?|联系人[:].+"
)
_WEEKDAY = re.compile(r"[(]?(星期|周|礼拜)?[一二三四五六日天末]?[)]?")
_STEMS = "甲乙丙丁戊己庚辛壬癸"
# 3=1+2 says how the column is reckoned.
_COLUMN_NUMBER = re.compile(rf"[(]?(\d{{1,3}}|[{_STEMS}])[)]?(?:[=＝][\d+\-*/×÷()]+)?")
# What stands at the head of a line of column numbers.
_NUMBERED = frozenset({"栏次", "列次", "栏号", "列号", "项次", "代码"})
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_LEAST_NUMBERS = 3
_ROMAN = {
    word: str(at)
    for at, word in enumerate(["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"], 1)
}
# How many blanks and stars a heading may have more where it stands again.
_LOOSE = 10


def is_data(table: Table, row: Row, titles: set[str]) -> bool:
    """Whether a row speaks of a person or a bed."""
    filled = [(column, text_of(cell)) for column, cell in enumerate(row) if not blank(cell)]
    if not filled:
        return False
    texts = [unicodedata.normalize("NFKC", text).strip() for _, text in filled]
    if any(_TOTAL.fullmatch(text.replace(" ", "")) for text in texts[:3]) or _EXAMPLE.fullmatch(texts[0]):
        return False
    if len(filled) <= 4 and _beneath(texts):
        return False
    if len(filled) <= 2 and filled[0][1] in titles:
        return False
    if _column_numbers(texts) or _weekdays(texts):
        return False
    return not _lonely(table, filled) and not _repeats_headings(table, row)


def _beneath(texts: Sequence[str]) -> bool:
    """Signatures, notes, 以下空白 and page numbers, as they stand beneath a list."""
    if texts[0] in _NOTE_WORDS and len(texts) > 1:
        # 说明 in one cell, and what it says in the next.
        return True
    if any(_SIGNATURE.fullmatch(text) or _NOTE.fullmatch(text) or _PRINTED.fullmatch(text) for text in texts[:2]):
        return True
    if len(texts) == 1 and _ALONE.fullmatch(texts[0]):
        return True
    return any(_END.fullmatch(text.replace(" ", "")) for text in texts) or all(_PAGE.fullmatch(text) for text in texts)


def _column_numbers(texts: Sequence[str]) -> bool:
    """栏次 1 2 3 … or 甲 乙 1 2 …: the numbers of the columns, each one more than the last."""
    roman = _ROMAN if "II" in texts else {}
    texts = [roman.get(text.strip(), text.strip().rstrip(".、")) for text in texts]
    counted_by = [text.upper().strip("()").partition("=")[0] for text in texts]
    if len(texts) >= _LEAST_NUMBERS and counted_by in ([*_LETTERS[: len(texts)]], [*_STEMS[: len(texts)]]):
        return True
    marked = texts[0].replace(" ", "") in _NUMBERED
    rest = texts[1:] if marked else texts
    matches = [_COLUMN_NUMBER.fullmatch(text.replace(" ", "")) for text in rest]
    if not all(matches):
        return False
    numbers = [int(match[1]) for match in matches if match is not None and match[1].isdigit()]
    counted = numbers == list(range(numbers[0], numbers[0] + len(numbers))) if numbers else False
    letters = len(rest) > len(numbers)
    return counted and len(numbers) >= _LEAST_NUMBERS and (marked or letters or numbers[0] == 1)


def _weekdays(texts: Sequence[str]) -> bool:
    """The line of weekdays beneath the days of a month."""
    return len(texts) >= _LEAST_NUMBERS and all(_WEEKDAY.fullmatch(text.replace(" ", "")) for text in texts)


def _lonely(table: Table, filled: list[tuple[int, str]]) -> bool:
    # One text outside every known column, or a running number alone, says nothing about anybody.
    known = set(table.columns.values()) | {day.column for day in table.days}
    return not any(column in known for column, _ in filled)


def _repeats_headings(table: Table, row: Row) -> bool:
    synonyms = synonyms_of(table.kind)
    same = [one for one in table.fields if one.column < len(row) and _is_heading(one, row[one.column], synonyms)]
    return len(same) >= min(2, len(table.fields))


def _is_heading(field: Field, cell: Cell, synonyms: Mapping[str, str]) -> bool:
    # The lower one of two levels ends the whole heading. / and — are no headings, though nothing of them is compared.
    # A number of a person is no heading, and most rows have some.
    if not isinstance(cell, str) or len(cell) > len(field.heading) + _LOOSE or cell[:4].isdigit():
        return False
    key = heading_key(cell)
    same = field_behind_prefix(key, synonyms) == field.name
    return bool(key) and (same or heading_key(field.heading).endswith(key))
