"""个人信息处理知情同意书: the consent form of one person on A4, to be signed by hand.

Its words are data (``resources/rules/consent.toml``); the whole ID number is printed only where it is given.
"""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop.core.acts import Action, Thing
from desktop.core.errors import NotFound
from desktop.core.paths import resource
from desktop.core.text import place_text
from desktop.core.words.terms import SEXES
from desktop.reports.paper import fonts
from desktop.reports.paper.document import RenderResult, date_text
from desktop.reports.paper.flow import Band, fill_pages, wrap
from desktop.reports.paper.held import held_in
from desktop.reports.paper.page import MARGIN
from desktop.reports.paper.paper import A4, MM, Box, Paper
from desktop.services.centre.centres import centre
from desktop.services.register import listing as residents
from desktop.services.writing.going_out import leaving

TITLE = 18.0
BODY = 10.5
LEADING = BODY * 1.55
BOTTOM = A4[1] - 15 * MM
WIDTH = A4[0] - 2 * MARGIN


@dataclass(frozen=True)
class ConsentForm:
    """Who signs: ``id_number`` as it is to be printed (masked, whole, or empty for a line to write on)."""

    name: str
    sex: str
    born_on: dt.date | None
    id_number: str
    address: str
    phone: str
    centre: str
    district: str = ""
    number: str = ""


def consent_of(resident_id: int, id_number: str = "", number: str = "") -> ConsentForm:
    """The form of a resident on record; the masked number stands on it unless the whole one is given."""
    found = residents.rows([resident_id])
    if not found:
        raise NotFound(Thing.RESIDENT, str(resident_id))
    row, here = found[0], centre()
    place = place_text(row.community, row.address)
    shown = id_number or row.id_masked
    return ConsentForm(row.name, row.sex, row.born_on, shown, place, row.phone, here.name, here.district, number)


def render_consent(form: ConsentForm, path: Path, *, printed_on: dt.date) -> RenderResult:
    """Print the form as a PDF of as many pages as its words need."""
    with resource("rules", "consent.toml").open("rb") as file:
        words = tomllib.load(file)
    said = {"centre": form.centre, "district": form.district or "主管民政部门"}
    missing = fonts.missing_in((form.name, form.address, form.centre, form.district))
    pages = fill_pages(list(_bands(form, words, said, printed_on)), 16 * MM, BOTTOM)
    paper = Paper(A4, f"{words['title']}", form.centre)
    held = held_in(str(words["title"]), (form.name, form.id_number), Action.EDIT_RESIDENT)
    with leaving(path, held) as part:
        for index, page in enumerate(pages, 1):
            for y, band in page:
                band.draw(paper, y)
            footer = f"第 {index} 页 / 共 {len(pages)} 页"
            paper.text_right(A4[0] - MARGIN, A4[1] - 10 * MM, footer, 8.5)
            paper.next_page()
        part.write_bytes(paper.finish())
    return RenderResult(path, len(pages), tuple(missing))


def _bands(form: ConsentForm, words: dict[str, object], said: dict[str, str], printed_on: dt.date) -> Iterable[Band]:
    yield _title(str(words["title"]), form.number)
    yield _facts(form)
    yield _paragraph(str(words["opening"]).format(**said))
    items = words["items"]
    assert isinstance(items, list)
    for item in items:
        yield _heading(item["heading"])
        yield _paragraph(item["text"].format(**said))
    yield _paragraph(str(words["declaration"]), keep=True)
    choices = words["choices"]
    assert isinstance(choices, list)
    for choice in choices:
        yield _choice(choice)
    yield _paragraph(str(words["closing"]), keep=True)
    yield _signatures(form, printed_on)


def _title(title: str, number: str) -> Band:
    def draw(paper: Paper, y: float) -> None:
        paper.text_centred(A4[0] / 2, y + TITLE, title, TITLE, True)
        paper.text_right(A4[0] - MARGIN, y + TITLE + 8 * MM, f"编号：{number or '＿＿＿＿＿＿＿＿'}", BODY)

    return Band(TITLE + 11 * MM, draw, keep=True)


def _facts(form: ConsentForm) -> Band:
    born = "" if form.born_on is None else date_text(form.born_on)
    rows = (
        (("姓名", form.name), ("性别", SEXES.get(form.sex, "")), ("出生日期", born)),
        (("证件号码", form.id_number), ("电话", form.phone)),
        (("住址", form.address),),
    )
    height = 9 * MM

    def draw(paper: Paper, y: float) -> None:
        lines: list[Box] = [(MARGIN, y + n * height, MARGIN + WIDTH, y + n * height) for n in range(len(rows) + 1)]
        lines += [(x, y, x, y + len(rows) * height) for x in (MARGIN, MARGIN + WIDTH)]
        for number, row in enumerate(rows):
            lines += _fact_row(paper, row, y + number * height, height)
        paper.rules(lines)

    return Band(len(rows) * height + 5 * MM, draw)


def _fact_row(paper: Paper, row: Sequence[tuple[str, str]], y: float, height: float) -> list[Box]:
    cell, label = WIDTH / len(row), 20 * MM
    lines: list[Box] = []
    for index, (name, value) in enumerate(row):
        left = MARGIN + index * cell
        lines += [(x, y, x, y + height) for x in (left, left + label)]
        base = y + height / 2 + BODY * 0.38
        paper.text_centred(left + label / 2, base, name, BODY)
        paper.text(left + label + 2 * MM, base, _fitting(value, cell - label - 3 * MM), BODY)
    return lines


def _fitting(value: str, width: float) -> str:
    # The table has one line for a fact; an address that is longer ends in dots.
    words = fonts.printable(value)
    while fonts.width(words, BODY) > width:
        words = words[:-2] + "…"
    return words


def _heading(words: str) -> Band:
    def draw(paper: Paper, y: float) -> None:
        paper.text(MARGIN, y + LEADING, words, BODY, True)

    return Band(LEADING + 2, draw, keep=True)


def _paragraph(words: str, keep: bool = False) -> Band:
    lines = wrap("　　" + fonts.printable(words), WIDTH, BODY)

    def draw(paper: Paper, y: float) -> None:
        for number, line in enumerate(lines, 1):
            paper.text(MARGIN, y + number * LEADING - 3, line, BODY)

    return Band(len(lines) * LEADING + 4, draw, keep)


def _choice(words: str) -> Band:
    lines = wrap(fonts.printable(words), WIDTH - 24 * MM, BODY)

    def draw(paper: Paper, y: float) -> None:
        left, top, side = MARGIN + 7 * MM, y + LEADING - 3 - 3 * MM, 3.2 * MM
        right, low = left + side, top + side
        paper.rules(
            [(left, top, right, top), (left, low, right, low), (left, top, left, low), (right, top, right, low)]
        )
        for number, line in enumerate(lines, 1):
            paper.text(MARGIN + 13 * MM, y + number * LEADING - 3, line, BODY)

    return Band(len(lines) * LEADING + 1, draw, keep=True)


def _signatures(form: ConsentForm, printed_on: dt.date) -> Band:
    lines = (
        "本人签名（按印）：＿＿＿＿＿＿＿＿＿＿　　监护人或代签人：＿＿＿＿＿＿＿＿　关系：＿＿＿＿＿＿",
        "代签原因：＿＿＿＿＿＿＿＿＿＿＿＿＿＿　　说明人（工作人员）：＿＿＿＿＿＿＿＿＿＿",
        f"{form.centre}（盖章）",
        "签署日期：＿＿＿＿年＿＿月＿＿日",
    )
    leading = 10 * MM

    def draw(paper: Paper, y: float) -> None:
        for number, line in enumerate(lines, 1):
            paper.text(MARGIN, y + number * leading, fonts.printable(line), BODY)
        paper.text_right(MARGIN + WIDTH, y + len(lines) * leading, f"打印日期：{date_text(printed_on)}", 8.5)

    return Band(len(lines) * leading + 4, draw)
