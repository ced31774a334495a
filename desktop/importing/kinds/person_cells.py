"""Cells about a person that say more than one thing: 1.赵桂兰（小名二妹）, 13812340001（女儿）, a wrong century."""

from __future__ import annotations

import datetime as dt
import re

from desktop.core import clock
from desktop.core.person import identity
from desktop.core.reasons import Reason
from desktop.core.text import name_text, read_phones
from desktop.importing.book.cells import Cell, blank, text_of
from desktop.importing.book.headers import field_word
from desktop.importing.values import Values
from desktop.importing.verdicts import RowRefused
from desktop.services.residents.drafts import ContactDraft, ResidentDraft

_GONE = re.compile(
    r"去世|去逝|过逝|已故|作古|百年归|死|病故|病亡|病逝|过世|逝世|辞世|仙逝|故去|亡故|离世|身故|殁|亡|火化|安葬|下葬"
    r"|不在(?:了|人世|世)|离开人世|人没了|入土|(?<![行能会])走了|迁[往出走至居]|已搬|已迁|外迁|搬[走离到往去迁家]|转出|[随跟和同与](?:子|女|儿|孙|大|小|二|三)\S{0,4}[去到往]|投靠|(?:在|去|到)外地|长期在外|回(?:了)?老家|销户|注销户口|户口注销"
)
_NUMBERING = re.compile(r"^\s*[①-⑳]|^\s*[(（]?\d{1,4}\s*[)）.．、:：]\s*(?=\D)")
_BRACKETS = re.compile(r"[(（\[【〔<《{]([^)）\]】〕>》}]*)[)）\]】〕>》}]?")
# Two whole names with a blank between them; 李 芳 is one name.
_TWO_NAMES = re.compile(r"[\u4e00-\u9fff]{2,4}[ \u3000]+[\u4e00-\u9fff]{2,4}")
_DIGITS = re.compile(r"[\d()（）:：-]*\d{5,}[\d()（）:：-]*")
_POLITE = re.compile(r"(?<=[\u4e00-\u9fff]{2})(?:老人|女士|先生|同志|奶奶|爷爷|大爷|大妈|老师)$")
# 李国安之妻, 王某某, 无名氏: somebody, but not by a name.
_NO_NAME = re.compile(
    r"[\u4e00-\u9fff]+(?:之[妻夫母父子女]|家属|的?(?:老伴|爱人|妈妈?|母亲|父亲|爸爸?))|[\u4e00-\u9fff]?某+.?|无名氏?|不详|未知|测试\w*|样例|示例|"
    r"[\u4e00-\u9fff]{1,2}(?:氏|大爷|大妈|大娘|奶奶|爷爷|婆婆|阿姨|叔叔|伯伯|老师|师傅|老太|老头)|."
)
# 王芳 女: the sex beside the name.
_SEX_BESIDE = re.compile(r"(?<=[\u4e00-\u9fff]{2})[ \u3000,，]+([男女])$")
# 何秀 故: a word beside the name.
_GONE_BESIDE = re.compile(r"(?<=[\u4e00-\u9fff]{2})[ \u3000,，]+([故亡殁逝迁])$")
_OTHER_NAME = re.compile(r"曾用名|原名|又名|别名|小名|化名|户主")
_ODD = re.compile(r"[^\w·.\-'’ ]|[\d_]")
_HAN = re.compile(r"[\u3400-\u9fff]+")
_LONGEST_HAN_NAME = 5
_MARKS = re.compile(r"[*★☆#△▲※＊✱]+")
_TITLES = re.compile(r"^(党员|老党员|组长|孤老|五保户?|低保户?|残疾|退役军人)(?=[\u4e00-\u9fff]{2,3}$)")
# 和 is a surname and stands in names such as 李和平: only between two whole names does it join them.
_SEVERAL = re.compile(r"[、,，;；&]|(?<=[\u4e00-\u9fff]{2})和(?=[\u4e00-\u9fff]{2,4}$)|\n")
# Characters that NFKC would take apart may stand in names, so both widths are listed here.
_PARTS = re.compile(r"[/、,，;；:：|\-—]+|\s+")
_RELATION = re.compile(
    r"[大二三四五六长次小老幺]?(?:儿子?|女儿?|媳妇?|女婿|孙[子女]?|侄[子女儿]?|外甥女?|丈夫|妻子?|老伴|兄|弟|姐|妹|[子女父母])|配偶|邻居|朋友|亲戚|保姆|护工"
)
# 韩贞夫妇: two people, of whom one has a name.
_COUPLE = re.compile(r"(?<=[\u4e00-\u9fff]{2})(?:夫妇|夫妻|两口子|老两口|一家|全家|等\d*人)")
# 韩秀/小名, 韩香-已故: a dash between Han characters parts them as a stroke does.
_BESIDE = re.compile(r"[/|\\]|(?<=[\u4e00-\u9fff])\s*[-–—－]+\s*(?=[\u4e00-\u9fff])")
_NOTHING = frozenset({"无", "没有", "暂无", "不详", "未知", "空号", "停机", "/", "-", "—", "--", "无电话", "无手机"})
# Whoever is younger is hardly served here; a spreadsheet makes 2026 of 26.
_YOUNG = 40
_CENTURY = 100
_LONGEST_QUOTE = 40
# Where people write that somebody died, having no column for it.
_SAYING_MORE = ("id_number", "chronic", "address", "phone", "living")
_GONE_ALONE = re.compile(r"[故亡殁逝迁]")
_CONTACTS = {
    prefix: tuple(f"{prefix}_{part}" for part in ("name", "relation", "phone"))
    for prefix in ("contact", "contact2", "contact3")
}


def read_name(values: Values) -> tuple[str, str]:
    """The plain name and what else stood in its cell; raises ``RowRefused`` for two people in one."""
    written = values.text("name")
    notes = [found.strip() for found in _BRACKETS.findall(written) if found.strip()]
    plain = _MARKS.sub("", _NUMBERING.sub("", _BRACKETS.sub("", written))).strip()
    beside = _SEX_BESIDE.search(plain) or _GONE_BESIDE.search(plain)
    if beside is not None:
        notes.append(beside[1])
        plain = plain[: beside.start()]
    if _SEVERAL.search(plain) or _COUPLE.search(plain) or _TWO_NAMES.fullmatch(plain):
        raise RowRefused(Reason.SEVERAL_NAMES, name_text(written))
    first, *others = (part.strip() for part in _BESIDE.split(plain))
    notes += [other for other in others if other]
    notes += [digits.strip() for digits in _DIGITS.findall(first)]
    first = _POLITE.sub("", _DIGITS.sub("", first).strip())
    title = _TITLES.match(first)
    if title is not None:
        notes.append(title[0])
        first = first.removeprefix(title[0])
    name = name_text(first)
    if name and name != name_text(values.text("name")):
        values.warn(Reason.NAME_WITH_NOTE, name)
    if name and (
        _ODD.search(name)
        or _OTHER_NAME.search(name)
        or _NO_NAME.fullmatch(name)
        or (len(name) > _LONGEST_HAN_NAME and _HAN.fullmatch(name))
    ):
        values.warn(Reason.NAME_DOUBTFUL, name)
    return name, "、".join(notes)


def read_phone(values: Values, cell: Cell, remarks: list[str]) -> str:
    """The phone in a cell; what is no phone, or more than one, is named and goes into the remarks."""
    if cell is None:
        return ""
    text, found = text_of(cell), read_phones(cell)
    if not text or text in _NOTHING or (found.first and not found.doubtful):
        return found.first
    remarks.append(f"电话：{text}")
    values.warn(*((Reason.PHONE_WITH_NOTE, found.first) if found.first else (Reason.PHONE_LEFT_OUT, text)))
    return found.first


def read_contacts(values: Values, remarks: list[str]) -> list[ContactDraft]:
    """Up to three contacts of the row and those of the rows that go on with it."""
    line = values.line
    found = [_contact(values, prefix, remarks) for prefix in _CONTACTS if any(map(line.says, _CONTACTS[prefix]))]
    for row in line.more:
        cells = [
            row[column] if (column := line.columns.get(f"contact_{part}")) is not None and column < len(row) else None
            for part in ("name", "relation", "phone")
        ]
        found.append(ContactDraft(text_of(cells[0]), text_of(cells[1]), read_phone(values, cells[2], remarks)))
    return [one for one in found if one.name or one.phone]


def _contact(values: Values, prefix: str, remarks: list[str]) -> ContactDraft:
    name, relation = values.text(f"{prefix}_name"), values.text(f"{prefix}_relation")
    phone = read_phone(values, values.line.get(f"{prefix}_phone"), remarks)
    inside = read_phones(name).first if name and not phone else ""
    if inside:
        name, phone = re.sub(r"[\d\-:：]{5,}", "", name), inside
    beside = [found.strip() for found in _BRACKETS.findall(name) if found.strip()]
    if beside and not relation:
        relation, name = beside[0], _BRACKETS.sub("", name)
    said = [part.strip() for part in _PARTS.split(name) if part.strip()]
    if len(said) == 2 and not relation:
        # 赵强/儿子
        name, relation = (said[1], said[0]) if _RELATION.fullmatch(said[0]) else (said[0], said[1])
    return ContactDraft("".join(name.split()).strip(":：、,，/"), relation, phone)


def read_birth(values: Values, typed: dt.date | None) -> dt.date | None:
    """The birth date; a century too late is put right by the ID number, or asked about."""
    if typed is None:
        return None
    number = values.line.get("id_number")
    own = None if blank(number) else identity.examine(number).born_on
    if own is not None and (typed.month, typed.day, typed.year - own.year) == (own.month, own.day, _CENTURY):
        values.warn(Reason.OTHER_CENTURY, own.isoformat())
        return own
    if typed > clock.today():
        raise RowRefused(Reason.FUTURE_DATE, f"{field_word('born_on', 'residents')} {typed.isoformat()}")
    if typed.year > clock.today().year - _YOUNG:
        values.warn(Reason.YOUNG_BIRTH, typed.isoformat())
    return typed


def warn_of_leaving(values: Values, draft: ResidentDraft, note: str) -> None:
    """Name words that may say that somebody on the register died or moved: a person decides."""
    written = (values.text(name) for name in _SAYING_MORE if values.line.says(name))
    for text in (note, draft.remarks, *written):
        found = _GONE.search(text) or _GONE_ALONE.fullmatch(text)
        if found is not None:
            # The cell of the number is never repeated: it would show the number.
            values.warn(Reason.MAYBE_GONE, found[0] if text == values.text("id_number") else text[:_LONGEST_QUOTE])
            return
