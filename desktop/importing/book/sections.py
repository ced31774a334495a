"""What rows have in common: lines between them (春晓社区, 二、独居老人（5人）), titles, names of sheets."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from desktop.importing.book.cells import Merge, Row, blank, text_of
from desktop.importing.book.headers import Table
from desktop.importing.book.words import codes_of

_NUMBERING = re.compile(r"^[(]?[一二三四五六七八九十\d]{1,3}[)]?[、.．:)]\s*")
_COUNT = re.compile(r"[(]?(共|合计|计|小计)?\s*\d+\s*[人名位户个][)]?[:]?$")
_PEOPLE = re.compile(r"(特殊困难)?(老年人|老人|人员|对象|服务对象|名单|名册|花名册|情况表|统计表|台账|登记表)+$")
_COMMUNITY = re.compile(r"[\u4e00-\u9fff]{1,10}?(社区居民委员会|社区|村民委员会|居民委员会|村委会|居委会|新村|村)")
# What stands before the community in a title: 2026年, 乌龙街道.
_BEFORE = re.compile(r"^(?:\d{4}年(?:度|\d{1,2}月份?)?)?(?:[\u4e00-\u9fff]{2,8}?街道(?:办事处)?)?")
# 呈贡区春晓社区 is no name of a community; nor is anything longer cut by guess.
_HIGHER = re.compile(r"[省州县]|(?<!社)区|街道")
# A title merged over fewer columns may be a name.
_WIDE = 3


def section_text(table: Table, row: Row, index: int, merges: Mapping[int, Merge]) -> str:
    """The text of a section line; "" for a row that is none."""
    filled = [text_of(cell) for cell in row if not blank(cell)]
    if len(filled) != 1:
        return ""
    text = unicodedata.normalize("NFKC", filled[0]).strip()
    merge = merges.get(index)
    wide = merge is not None and merge.right - merge.left + 1 >= _WIDE
    return text if wide or _NUMBERING.match(text) or _COUNT.search(text) or section_values(table, text) else ""


def section_values(table: Table, text: str) -> dict[str, str]:
    """What a section line says of the rows below: their community and their flags, where the kind knows them."""
    plain = _COUNT.sub("", _NUMBERING.sub("", unicodedata.normalize("NFKC", text).strip())).strip(" :：")
    if table.kind != "residents" or not plain:
        return {}
    found: dict[str, str] = {}
    community = _COMMUNITY.match(plain)
    if community is not None:
        found["community"] = community[0]
        plain = plain.removeprefix(community[0]).strip(" :：-—")
    words = _PEOPLE.sub("", plain) or plain
    if words and not (community and words in {"老年人", "老人"}):
        codes, unknown = codes_of("flags", words)
        if codes and not unknown:
            found["flags"] = words
    return found


def values_of_title(table: Table, text: str) -> dict[str, str]:
    """What a title or the name of a sheet says of its rows; nothing where any of its words is not understood.

    春晓社区居家养老服务中心 is who keeps the list, not where the people live.
    """
    plain = _NUMBERING.sub("", unicodedata.normalize("NFKC", text).strip()).replace(" ", "")
    plain = _COUNT.sub("", plain).strip("()")
    plain = _BEFORE.sub("", plain)
    found = section_values(table, plain)
    community = found.get("community", "")
    words = _PEOPLE.sub("", plain.removeprefix(community).strip(":-—"))
    understood = not words or words == found.get("flags")
    return found if understood and not _HIGHER.search(community) else {}


def wide_merges(table: Table) -> Mapping[int, Merge]:
    """The merges of one row over several columns, by the row's index in the sheet."""
    return {merge.top: merge for merge in table.sheet.merges if merge.top == merge.bottom}
