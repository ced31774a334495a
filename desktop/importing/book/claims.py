"""Which column of a table holds which field: by hand, by the whole heading, or by one with a known prefix.

A heading counts as the elder's only by its whole name or behind a known prefix (老人联系电话). The column of somebody
else (户主身份证, 网格员联系电话) is nobody's that we look for and stays unread, to be named. The synonyms are data
(resources/rules/headings.toml).
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from desktop.core.paths import resource
from desktop.importing.book.inspection import column_number

_BRACKETS = re.compile(r"[(\[【〔<《{][^)\]】〕>》}]*[)\]】〕>》}]")
_NO_BRACKETS = str.maketrans("", "", "()[]【】〔〕<>《》{}")
_NOISE = re.compile(r"[\s*★☆:：、,,。.．/／\\|_·#?？!！\-—–\"'“”]")
# Who may stand in a heading beside the elder: under such a group a plain 姓名 or 电话 is that person's.
_SOMEBODY_ELSE = re.compile(
    r"家属|紧急|联系人|监护|代办|代领|代理|委托|配偶|子女|儿子|女儿|亲属|赡养|邻居|保姆|户主|上次|下次|最近一次|计划"
    r"|老伴|爱人|丈夫|妻子?|[儿侄]?媳|女婿|[孙侄甥]|兄|弟|姐|妹|父|母|亲[属戚友]|同住|房东|继承"
    r"|管家|对接|联络|送餐|接送|书记|村长|主任|负责|单位|机构|保险公司|网格|医生|家医|村医|护士|民警|干部|护理员|护工|照护者|志愿|社工|专干|楼长|组长|包保|帮扶|结对|担保"
    r"|(?<!服务对象)(?:经办|填表|审核|登记|探访|走访|巡访|负责|责任)[人员者]"
)
_NUMBERS = {"1": 1, "2": 2, "3": 3, "一": 1, "二": 2, "三": 3}
_NUMBERED = re.compile(r"(?P<before>.*?)第?(?P<number>[1-3一二三])(?P<after>[^0-9]*)")
_CONTACT = ("contact_name", "contact_relation", "contact_phone")
# Between a contact's name and phone stands the relation at most.
_NEAR = 2


def belongs_to_others(group: str) -> bool:
    """Whether what stands beneath this heading is somebody else's: the doctor's, the neighbour's, the cadre's."""
    return bool(_SOMEBODY_ELSE.search(heading_key(group)))


@dataclass(frozen=True)
class Label:
    """The heading of a column: upper and lower text together, the lower one, and the group above it."""

    whole: str
    low: str
    group: str = ""


def heading_key(text: str) -> str:
    """A heading for comparing: without blanks, line breaks, brackets, stars and punctuation."""
    plain = unicodedata.normalize("NFKC", text)
    return _NOISE.sub("", _BRACKETS.sub("", plain)).upper() or _NOISE.sub("", plain).upper()


def says_nothing(heading: str) -> bool:
    """Whether a heading such as 序号 stands over a column that says nothing of anybody."""
    return heading_key(heading) in _ignored_headings()


def claimed_columns(
    kind: str, labels: Sequence[Label], mapping: Mapping[str, str]
) -> tuple[dict[str, int], dict[str, str]]:
    """Field → column and → how: by hand first, then the whole heading, its lower part, prefixes and numbers."""
    claimed = columns_by_hand(labels, mapping)
    ways = dict.fromkeys(claimed, "hand")
    unread = ignored_columns(labels, mapping)

    def claim(names: Sequence[str | None], way: str) -> None:
        for column, name in enumerate(names):
            if name and name not in claimed and column not in unread and column not in claimed.values():
                claimed[name], ways[name] = column, way

    synonyms = synonyms_of(kind)
    claim([field_of(label.whole, synonyms) for label in labels], "heading")
    claim([field_of(label.low, synonyms) if _own(label) else None for label in labels], "heading")
    if kind == "residents":
        _claim_contacts(labels, claimed, ways, unread)
    claim([_behind_prefix(label, synonyms) for label in labels], "prefix")
    for name, stand_in in heading_rules()[kind].get("stand_ins", {}).items():
        if name not in claimed and stand_in in claimed:
            claimed[name], ways[name] = claimed.pop(stand_in), "stand_in"
    return claimed, ways


def field_of(heading: str, synonyms: Mapping[str, str]) -> str | None:
    """The field of a whole heading: 身份证号（18位） is 身份证号, 村（社区） 村社区, 电话（监护人） nobody's here."""
    within = "".join(_BRACKETS.findall(unicodedata.normalize("NFKC", heading)))
    field = synonyms.get(heading_key(heading))
    if not within or (field and (field.startswith("contact") or not _SOMEBODY_ELSE.search(within))):
        return field
    open_key = _NOISE.sub("", unicodedata.normalize("NFKC", heading)).upper().translate(_NO_BRACKETS)
    inside = heading_key(within.translate(_NO_BRACKETS))
    return synonyms.get(open_key) or synonyms.get(f"{inside}{heading_key(heading)}")


def _own(label: Label) -> bool:
    """Whether a lower heading speaks of the elder: 姓名 under 户主 is another person's."""
    return not _SOMEBODY_ELSE.search(label.group)


def _behind_prefix(label: Label, synonyms: Mapping[str, str]) -> str | None:
    """老人手机号码 is a 手机号码; so is 手机1, the first of several."""
    heading = heading_key(label.whole)
    if _SOMEBODY_ELSE.search("".join(_BRACKETS.findall(unicodedata.normalize("NFKC", label.whole)))):
        return None
    # 1 beneath a group is no number of its own but a day of the month.
    keys = (heading,) if label.group else (heading, heading.removesuffix("1"))
    return next((found for key in keys if (found := field_behind_prefix(key, synonyms))), None)


def field_behind_prefix(key: str, synonyms: Mapping[str, str]) -> str | None:
    """The field of a heading's key with or without 老人, 本人 … before it."""
    prefixes = _prefixes()
    # Asked of every short cell of a sheet, of which hardly one begins so.
    while key not in synonyms and key.startswith(prefixes):
        key = key.removeprefix(next(one for one in prefixes if key.startswith(one)))
    return synonyms.get(key)


def _claim_contacts(labels: Sequence[Label], claimed: dict[str, int], ways: dict[str, str], unread: set[int]) -> None:
    """The second and third contact of a person: numbered (紧急联系人2), or the same headings once more.

    A plain phone right behind a contact is the contact's where the contact has none of its own.
    """
    synonyms = synonyms_of("residents")
    lent = claimed.get("phone")
    for column, label in enumerate(labels):
        if column in unread or column in claimed.values() or not label.whole:
            continue
        field, number = _contact_field(label, synonyms)
        if field is None and synonyms.get(_unnumbered(label)) == "phone":
            field, number = "contact_phone", _contact_near(column, claimed)
        if field is None:
            continue
        free = range(number, 4) if number else range(1, 4)
        name = next((one for at in free if (one := _contact_name(field, at)) not in claimed), None)
        if name is not None:
            claimed[name], ways[name] = column, "numbered"
    number = _contact_near(lent, claimed) if lent is not None and ways["phone"] == "heading" else 4
    if number < 4 and (phone := _contact_name("contact_phone", number)) not in claimed:
        claimed[phone], ways[phone] = claimed.pop("phone"), "numbered"


def _contact_field(label: Label, synonyms: Mapping[str, str]) -> tuple[str | None, int]:
    """The field of a contact's heading and which contact it numbers (0: none named)."""
    key = heading_key(label.whole)
    if synonyms.get(key) in _CONTACT:
        return synonyms[key], 0
    match = _NUMBERED.fullmatch(key)
    if match is not None and synonyms.get(f"{match['before']}{match['after']}") in _CONTACT:
        return synonyms[f"{match['before']}{match['after']}"], _NUMBERS[match["number"]]
    return None, 0


def _unnumbered(label: Label) -> str:
    match = _NUMBERED.fullmatch(heading_key(label.whole))
    return heading_key(label.whole) if match is None else f"{match['before']}{match['after']}"


def _contact_near(column: int, claimed: Mapping[str, int]) -> int:
    """Which contact stands just before a column."""
    for number in (1, 2, 3):
        at = claimed.get(_contact_name("contact_name", number))
        if at is not None and 0 < column - at <= _NEAR:
            return number
    return 4


def _contact_name(field: str, number: int) -> str:
    return field if number == 1 else field.replace("contact_", f"contact{number}_", 1)


def columns_by_hand(labels: Sequence[Label], mapping: Mapping[str, str]) -> dict[str, int]:
    """The columns that the person named: by heading, else by the letter of the column."""
    claimed: dict[str, int] = {}
    for heading, name in mapping.items():
        column = _column_of(labels, heading)
        if column is not None and name:
            claimed[name] = column
    return claimed


def ignored_columns(labels: Sequence[Label], mapping: Mapping[str, str]) -> set[int]:
    """The columns that the person said are not to be read."""
    columns = (_column_of(labels, heading) for heading, name in mapping.items() if not name)
    return {column for column in columns if column is not None}


def _column_of(labels: Sequence[Label], heading: str) -> int | None:
    wanted = heading_key(heading)
    for column, label in enumerate(labels):
        if wanted in {heading_key(label.whole), heading_key(label.low)}:
            return column
    letters = heading.strip().upper()
    return column_number(letters) - 1 if re.fullmatch(r"[A-Z]{1,3}", letters) else None


@cache
def synonyms_of(kind: str) -> Mapping[str, str]:
    """Heading for comparing → field."""
    fields: Mapping[str, list[str]] = heading_rules()[kind]["fields"]
    own = {name.upper(): name for name in fields}
    return own | {heading_key(word): name for name, words in fields.items() for word in words}


@cache
def _prefixes() -> tuple[str, ...]:
    words = (heading_key(word) for word in _common_words()["prefixes"])
    return tuple(sorted(words, key=len, reverse=True))


@cache
def _ignored_headings() -> frozenset[str]:
    return frozenset(heading_key(word) for word in _common_words()["ignored"])


@cache
def heading_rules() -> Mapping[str, Mapping[str, Any]]:
    """The synonyms and needed fields of every kind of table."""
    with resource("rules", "headings.toml").open("rb") as file:
        return tomllib.load(file)


@cache
def _common_words() -> Mapping[str, list[str]]:
    with resource("rules", "heading_words.toml").open("rb") as file:
        return tomllib.load(file)
