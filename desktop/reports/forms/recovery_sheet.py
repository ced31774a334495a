"""数据恢复单: what opens an encrypted centre when nobody knows a password; digits to type, and a code to scan."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from pathlib import Path

import pypdfium2

from desktop.core.files import writing_beside
from desktop.core.recovery import GROUPS
from desktop.reports.paper import fonts, qr
from desktop.reports.paper.document import RenderResult, date_text
from desktop.reports.paper.flow import wrap
from desktop.reports.paper.paper import A4, MM, Paper

TITLE = "数据恢复单"
MARGIN = 18 * MM
_COLUMNS = 4
_ROW = 14 * MM
_MODULE = 1.1 * MM
_GROUP, _WORDS, _LEADING = 21.0, 10.5, 17.0

_GROUP_IN = re.compile(r"\b(\d{1,2})\s+(\d{4})\b")

_WHAT_FOR = (
    "本单等于打开本中心全部数据的钥匙。所有人都忘了密码，或换了新电脑时，用它打开数据并设新密码。",
    "封入信封，由主任锁在保险柜里，不与电脑、备份盘放在一起。不拍照，不复印，不上传，不抄给别人。",
    "用法：打开程序，按“用恢复单…”，把六行数字照单输入（每组第四位是校验，输错会指出是第几组），或用扫码枪扫右边的码。",
    "本单遗失或可能被人看过：在 系统 → 加密 里重新出一张，这一张随即作废。",
    "密码和本单都没有了，数据就再也打不开：任何人都没有别的钥匙，本程序的作者也没有。",
)
COPY_TITLE = "区级备份恢复单"
_WHAT_FOR_COPY = (
    "上报给区民政局的文件里，恢复本中心所需的内容是加密的，区民政局也看不到。电脑坏了、备份也没有了，用本单打开它。",
    "封入信封，由主任锁在保险柜里，不与电脑、备份盘放在一起，也不交给区民政局。不拍照，不复印，不上传。",
    "用法：向区民政局要回本中心最近一份全部导出的文件，在新电脑上恢复时照单输入六行数字，或用扫码枪扫右边的码。",
    "本单可以再出一张：系统 → 上报区民政局。换了新电脑重新登记密钥的，以新单为准，旧单仍能打开旧文件。",
    "密钥和本单都没有了，区里存的那一份就再也打不开：任何人都没有别的钥匙。",
)


@dataclass(frozen=True)
class RecoverySheet:
    """What stands on the paper; ``groups`` are the secret. ``of_copy``: of what the district keeps for the centre."""

    centre: str
    number: str
    made_on: dt.date
    made_by: str
    groups: tuple[str, ...]
    of_copy: bool = False

    @property
    def title(self) -> str:
        """What stands at its head."""
        return COPY_TITLE if self.of_copy else TITLE


def render_recovery_sheet(sheet: RecoverySheet, path: Path) -> RenderResult:
    """Print the sheet on one page of A4."""
    paper = Paper(A4, sheet.title, sheet.centre)
    y = _head(paper, sheet)
    y = _groups(paper, sheet.groups, y + 6 * MM)
    y = _words(paper, sheet, y + 10 * MM)
    _signed(paper, y + 8 * MM)
    paper.next_page()
    with writing_beside(path) as part:
        # Before there is anything to read in it.
        part.chmod(0o600)
        part.write_bytes(paper.finish())
    return RenderResult(path, paper.pages, tuple(fonts.missing_in([sheet.centre, sheet.made_by])))


def read_back(path: Path) -> str:
    """The groups as they stand on a sheet that was written, in their order."""
    document = pypdfium2.PdfDocument(path)
    try:
        words = document[0].get_textpage().get_text_range()
    finally:
        document.close()
    found = {int(place): group for place, group in _GROUP_IN.findall(words)}
    return " ".join(found.get(place, "") for place in range(1, GROUPS + 1))


def _head(paper: Paper, sheet: RecoverySheet) -> float:
    right = paper.width - MARGIN
    paper.text_centred(paper.width / 2, 28 * MM, sheet.title, 20, True)
    paper.text(MARGIN, 40 * MM, fonts.printable(f"单位：{sheet.centre}"), _WORDS)
    paper.text_right(right, 40 * MM, f"中心编号：{sheet.number}", _WORDS)
    paper.text(MARGIN, 47 * MM, f"制作日期：{date_text(sheet.made_on)}", _WORDS)
    paper.text_right(right, 47 * MM, fonts.printable(f"制作人：{sheet.made_by}"), _WORDS)
    return 49 * MM


def _groups(paper: Paper, groups: tuple[str, ...], top: float) -> float:
    wide = (paper.width - 2 * MARGIN) / _COLUMNS
    for place, group in enumerate(groups):
        row, column = divmod(place, _COLUMNS)
        left, base = MARGIN + column * wide, top + row * _ROW + 9.5 * MM
        paper.text_right(left + 8 * MM, base, str(place + 1), 8)
        paper.text(left + 12 * MM, base, group, _GROUP, True)
    bottom = top + GROUPS // _COLUMNS * _ROW
    across = [(MARGIN, y, paper.width - MARGIN, y) for y in (top + row * _ROW for row in range(GROUPS // _COLUMNS + 1))]
    down = [(x, top, x, bottom) for x in (MARGIN + column * wide for column in range(_COLUMNS + 1))]
    paper.rules([*across, *down])
    return bottom


def _words(paper: Paper, sheet: RecoverySheet, top: float) -> float:
    side = qr.LONG_MODULES * _MODULE
    left = paper.width - MARGIN - side
    paper.fill(qr.long_boxes("".join(sheet.groups), left, top, _MODULE))
    room, y = left - MARGIN - 12 * MM, top + _WORDS
    for number, words in enumerate(_WHAT_FOR_COPY if sheet.of_copy else _WHAT_FOR, 1):
        for place, line in enumerate(wrap(words, room, _WORDS)):
            if not place:
                paper.text(MARGIN, y, f"{number}.", _WORDS)
            paper.text(MARGIN + 6 * MM, y, line, _WORDS)
            y += _LEADING
        y += 4
    return max(y, top + side)


def _signed(paper: Paper, y: float) -> None:
    for place, words in enumerate(("主任签字：", "封存地点：", "封存日期：")):
        left = MARGIN + place * (paper.width - 2 * MARGIN) / 3
        paper.text(left, y, words, _WORDS)
        begins = left + fonts.width(words, _WORDS)
        paper.rules([(begins, y + 2, left + 52 * MM, y + 2)])
