"""中心密钥登记表: who the centre is, and the fingerprints that district and centre compare by voice."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from desktop.core.files import writing_beside
from desktop.core.office_keys import CentreKey, DistrictKey
from desktop.core.words.office_keys import NUMBERS_WANTED
from desktop.reports.paper import fonts
from desktop.reports.paper.document import RenderResult, date_text
from desktop.reports.paper.flow import wrap
from desktop.reports.paper.paper import A4, MM, Paper
from desktop.reports.words import word

TITLE = "中心密钥登记表"
MARGIN = 20 * MM
_WORDS, _LARGE, _LEADING = 11.0, 22.0, 18.0
_HOW = (
    "把密钥文件（.key）连同本页交给区民政局。密钥文件里没有任何人的资料，也打不开任何文件。",
    "双方通电话，逐组念上面的数字：四位一组，两边一样，才算登记。数字不同的，文件在路上被换过，请重新要一份。",
    "登记以后，上报文件由本中心签名，只有区民政局能打开；本单的数字不是密码，可以存档。",
)


@dataclass(frozen=True)
class KeyPage:
    """What stands on the page; the fingerprints are as ``sync.keys`` groups them."""

    centre: CentreKey
    fingerprint: str
    district: DistrictKey
    district_fingerprint: str
    made_on: dt.date
    made_by: str


def render_key_page(page: KeyPage, path: Path) -> RenderResult:
    """Print the page on A4."""
    paper = Paper(A4, TITLE, page.centre.name)
    paper.text_centred(paper.width / 2, 28 * MM, TITLE, 20, True)
    y = 44 * MM
    for who, what, digits in (
        (f"本中心：{page.centre.name}", f"中心编号：{page.centre.number}", page.fingerprint),
        (f"区民政局：{page.district.name}", f"代码：{page.district.code}", page.district_fingerprint),
    ):
        y = _party(paper, fonts.printable(who), what, digits, y)
    numbers = word(NUMBERS_WANTED, page.district.numbers)
    paper.text(MARGIN, y, fonts.printable(f"上报文件里的身份证件号码：{numbers}"), _WORDS)
    y = _how(paper, y + 12 * MM)
    _signed(paper, page, y + 10 * MM)
    paper.next_page()
    with writing_beside(path) as part:
        part.write_bytes(paper.finish())
    return RenderResult(
        path, paper.pages, tuple(fonts.missing_in([page.centre.name, page.district.name, page.made_by]))
    )


def _party(paper: Paper, who: str, what: str, digits: str, y: float) -> float:
    right = paper.width - MARGIN
    paper.text(MARGIN, y, who, _WORDS, True)
    paper.text_right(right, y, what, _WORDS)
    top, bottom = y + 4 * MM, y + 22 * MM
    paper.rules([(MARGIN, top, right, top), (MARGIN, bottom, right, bottom)])
    paper.text_centred(paper.width / 2, y + 15 * MM, digits, _LARGE, True)
    return bottom + 12 * MM


def _how(paper: Paper, y: float) -> float:
    for number, words in enumerate(_HOW, 1):
        for place, line in enumerate(wrap(words, paper.width - 2 * MARGIN - 6 * MM, _WORDS)):
            if not place:
                paper.text(MARGIN, y, f"{number}.", _WORDS)
            paper.text(MARGIN + 6 * MM, y, line, _WORDS)
            y += _LEADING
    return y


def _signed(paper: Paper, page: KeyPage, y: float) -> None:
    right = paper.width - MARGIN
    paper.text(MARGIN, y, f"制作日期：{date_text(page.made_on)}", _WORDS)
    paper.text_right(right, y, fonts.printable(f"制作人：{page.made_by}"), _WORDS)
    for place, words in enumerate(("中心核对人：", "区里核对人：", "核对日期：")):
        left, base = MARGIN + place * (right - MARGIN) / 3, y + 16 * MM
        paper.text(left, base, words, _WORDS)
        paper.rules([(left + fonts.width(words, _WORDS), base + 2, left + 52 * MM, base + 2)])
