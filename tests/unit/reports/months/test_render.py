"""The five reports on paper and as workbooks carry the figures, whole, and the same each time."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from desktop.core.answers import ReportKind
from desktop.core.document import Cell, Heading
from desktop.core.errors import Cancelled
from desktop.core.progress import Progress
from desktop.core.storage_errors import FileMissing
from desktop.core.words.terms import REPORTS
from desktop.reports.months import month_set, render
from desktop.reports.paper.document import cell_text
from desktop.reports.paper.page import write_pdf
from tests.unit.reports import rendering, samples
from tests.unit.reports.reading import font_files, overlapping, page_texts, whole_text

PRINTED_ON = dt.date(2026, 11, 2)
LACKING = "\U0002b7a3"


def _squeezed(words: str) -> str:
    return "".join(words.split())


@pytest.mark.parametrize("kind", render.KINDS)
def test_a_printed_report_shows_every_cell(kind: str, tmp_path: Path) -> None:
    figures = samples.month_figures()
    path = tmp_path / "report.pdf"
    result = rendering.render_pdf(kind, figures, path, printed_on=PRINTED_ON)
    read = _squeezed(whole_text(path))
    for section in rendering.sections(kind, figures):
        assert _squeezed(section.title) in read
        assert _squeezed(section.note) in read
        for row in (*section.rows, section.totals or ()):
            assert all(_shown(cell, read) for cell in row), row
    assert result.pages == len(page_texts(path))


def _shown(cell: Cell, read: str) -> bool:
    words = _squeezed(cell_text(cell))
    # A long address may be broken in the middle, with its neighbours' lines between the halves.
    return words in read or all(part in read for part in (words[:6], words[-4:]))


def test_each_report_bears_its_term_on_paper() -> None:
    assert {kind: REPORTS.pairs[kind][0] for kind in render.KINDS} == render.TITLES


@pytest.mark.parametrize("kind", render.KINDS)
def test_each_page_is_numbered_and_the_form_has_its_places(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    rendering.render_pdf(kind, samples.month_figures(), path, printed_on=PRINTED_ON)
    pages = page_texts(path)
    for number, page in enumerate(pages, 1):
        assert f"第 {number} 页 / 共 {len(pages)} 页" in page
    assert render.TITLES[kind] in pages[0]
    assert "填报单位：春晓街道综合养老服务中心" in pages[0]
    assert "2026年10月" in pages[0]
    assert f"编号：539901-202610-{render.KINDS.index(kind) + 1:02d}" in pages[0]
    assert all(words in pages[-1] for words in ("制表", "审核", "单位（盖章）", "打印日期：2026年11月2日"))


def test_the_visit_figures_are_those_of_the_month(tmp_path: Path) -> None:
    path = tmp_path / "visits.pdf"
    rendering.render_pdf("visits", samples.month_figures(), path, printed_on=PRINTED_ON)
    read = whole_text(path)
    for words in ("84.21", "81.36", "91.23", "欧阳正华", "燃气管老化", "未接通/不在家", "月内去世"):
        assert words in read


def test_the_head_of_a_list_stands_on_every_page_of_it(tmp_path: Path) -> None:
    path = tmp_path / "visits.pdf"
    rendering.render_pdf(
        "visits", samples.month_figures(visits=samples.visits(visited=90)), path, printed_on=PRINTED_ON
    )
    listing = [page for page in page_texts(path) if "首次见到" in page]
    assert len(listing) >= 3


@pytest.mark.parametrize("visited", range(20, 46))
def test_the_boxes_to_sign_never_stand_alone(visited: int, tmp_path: Path) -> None:
    columns = (Heading("姓名"), Heading("次数", "right"))
    page = render.ListPage("名单", "中心", columns, [("段春梅", 1)] * visited)
    path = tmp_path / "list.pdf"
    render.list_report(page, path, printed_on=PRINTED_ON)
    assert "段春梅" in page_texts(path)[-1]


@pytest.mark.parametrize("kind", render.KINDS)
@pytest.mark.parametrize("write", [rendering.render_pdf, rendering.render_xlsx])
def test_two_runs_give_the_same_bytes(kind: str, write: object, tmp_path: Path) -> None:
    assert callable(write)
    first, second = tmp_path / "first", tmp_path / "second"
    write(kind, samples.month_figures(), first, printed_on=PRINTED_ON)
    write(kind, samples.month_figures(), second, printed_on=PRINTED_ON)
    assert first.read_bytes() == second.read_bytes()


@pytest.mark.parametrize("kind", render.KINDS)
def test_the_workbook_holds_the_same_tables(kind: str, tmp_path: Path) -> None:
    figures = samples.month_figures()
    path = tmp_path / "report.xlsx"
    result = rendering.render_xlsx(kind, figures, path, printed_on=PRINTED_ON)
    book = openpyxl.load_workbook(path)
    sections = rendering.sections(kind, figures)
    assert result.pages == len(book.worksheets) == len(sections)
    for sheet, section in zip(book.worksheets, sections, strict=True):
        lines = list(sheet.iter_rows(values_only=True))
        assert lines[0][0] == render.TITLES[kind]
        assert lines[3] == tuple(column.title for column in section.columns)
        rows = [*section.rows, *([section.totals] if section.totals else [])]
        for line, row in zip(lines[4:], rows, strict=False):
            assert [_as_read(cell) for cell in row] == [_none_as_blank(cell) for cell in line]
        assert sheet.freeze_panes == "A5"
        assert sheet.page_setup.paperSize == 9
        assert sheet.print_title_rows == "$1:$4"
        # Every row that is filled is printed.
        assert sheet.print_area.rpartition("$")[2] == str(sheet.max_row)


def _as_read(cell: Cell) -> object:
    if isinstance(cell, Decimal):
        return float(cell)
    if isinstance(cell, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", cell):
        return dt.datetime.fromisoformat(cell)
    return cell if isinstance(cell, int) else cell_text(cell)


def _none_as_blank(cell: object) -> object:
    return "" if cell is None else cell


def test_a_day_is_a_date_and_a_phone_a_text(tmp_path: Path) -> None:
    columns = (Heading("日期", "centre"), Heading("联系电话"), Heading("金额", "right"))
    rows = [("2026-10-08", "13900010002", Decimal("-3.50")), ("2026-02-30", "0871-123", Decimal("0.00"))]
    path = tmp_path / "list.xlsx"
    render.list_report(render.ListPage("表", "中心", columns, rows), path, printed_on=PRINTED_ON)
    sheet = openpyxl.load_workbook(path).worksheets[0]
    day, phone, money = sheet["B5"], sheet["C5"], sheet["D5"]
    assert (day.value, day.number_format) == (dt.datetime(2026, 10, 8), "yyyy-mm-dd")
    assert (phone.value, phone.number_format, phone.data_type) == ("13900010002", "@", "s")
    assert (money.value, money.number_format) == (-3.5, "0.00")
    assert sheet["B6"].value == "2026-02-30", "no such day: it stays what was written"


def test_a_name_that_looks_like_a_formula_stays_a_name(tmp_path: Path) -> None:
    wild = ['=HYPERLINK("http://x","y")', "+1+1", "-2", "@SUM(A1)", "http://example.invalid/", "00123"]
    page = render.ListPage("=1+1", "&中心", (Heading("=姓名"), Heading("次数", "right")), [(name, 1) for name in wild])
    path = tmp_path / "list.xlsx"
    render.list_report(page, path, printed_on=PRINTED_ON)
    sheet = openpyxl.load_workbook(path).worksheets[0]
    cells = [cell for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert [sheet.cell(row, 2).value for row in range(5, 5 + len(wild))] == wild
    assert not any(cell.hyperlink for cell in cells)


def test_a_character_that_the_font_lacks_is_named(tmp_path: Path) -> None:
    visits = samples.visits()
    odd = replace(visits.visited_people[0], person=samples.person(1, name=f"张{LACKING}明"))
    figures = samples.month_figures(visits=replace(visits, visited_people=(odd, *visits.visited_people[1:])))
    path = tmp_path / "visits.pdf"
    result = rendering.render_pdf("visits", figures, path, printed_on=PRINTED_ON)
    read = whole_text(path)
    assert result.missing == (LACKING,)
    assert "张〓明" in read
    assert "字库缺字：以“〓”代替 U+2B7A3（见“张〓明”）。" in read


def test_rare_characters_of_names_read_back(tmp_path: Path) -> None:
    path = tmp_path / "visits.pdf"
    result = rendering.render_pdf("visits", samples.month_figures(), path, printed_on=PRINTED_ON)
    read = whole_text(path)
    assert result.missing == ()
    assert all(name in read for name in ("𬱖秀兰", "李䶮", "陶㛃", "杨𬍛生"))


def test_a_month_without_anything_prints_and_says_so(tmp_path: Path) -> None:
    visits = replace(samples.visits(0, 0), excused_people=(), late_joiners_people=(), risks=(), by_community=())
    path = tmp_path / "visits.pdf"
    rendering.render_pdf("visits", samples.month_figures(visits=visits), path, printed_on=PRINTED_ON)
    read = whole_text(path)
    assert "（无）" in read
    assert "—" in read
    rendering.render_xlsx("visits", samples.month_figures(visits=visits), tmp_path / "v.xlsx", printed_on=PRINTED_ON)


def test_three_thousand_rows_complete(tmp_path: Path) -> None:
    figures = samples.month_figures(canteen=samples.canteen(people=3000))
    path = tmp_path / "canteen.pdf"
    seen: list[tuple[int, int]] = []
    progress = Progress(lambda done, total, what: seen.append((done, total)))
    result = rendering.render_pdf("canteen", figures, path, printed_on=PRINTED_ON, progress=progress)
    assert result.pages > 60
    assert seen[-1] == (result.pages, result.pages)


@pytest.mark.parametrize("write", [rendering.render_pdf, rendering.render_xlsx])
def test_a_cancelled_report_leaves_no_file(write: object, tmp_path: Path) -> None:
    assert callable(write)
    progress = Progress(lambda done, total, what: progress.cancel() if done == 1 else None)
    with pytest.raises(Cancelled):
        write("canteen", samples.month_figures(), tmp_path / "report", printed_on=PRINTED_ON, progress=progress)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_gone_is_said_as_such(tmp_path: Path) -> None:
    with pytest.raises(FileMissing):
        rendering.render_pdf("beds", samples.month_figures(), tmp_path / "gone" / "a.pdf", printed_on=PRINTED_ON)


def test_very_long_words_stay_on_the_paper(tmp_path: Path) -> None:
    page = render.ListPage(
        "名单",
        "中心" * 20,
        tuple(Heading(f"第{n}栏很长的栏目名称") for n in range(16)),
        [("很长的内容" * 8,) * 16] * 3,
        "2026年10月",
    )
    path = tmp_path / "list.pdf"
    result = render.list_report(page, path, printed_on=PRINTED_ON)
    assert result.pages >= 1


def test_a_long_name_of_the_centre_takes_a_line_of_its_own(tmp_path: Path) -> None:
    name = "昆明市呈贡区雨花街道综合养老服务中心暨居家和社区养老服务指导中心暨老年幸福食堂"
    path = tmp_path / "people.pdf"
    figures = samples.month_figures(centre=replace(samples.CENTRE, name=name))
    rendering.render_pdf("people", figures, path, printed_on=PRINTED_ON)
    lines = [line.strip() for line in page_texts(path)[0].splitlines()]
    assert f"填报单位：{name}" in lines


@pytest.mark.parametrize("kind", render.KINDS)
@pytest.mark.parametrize("name", ["示例中心", "春晓街道综合养老服务中心", "昆明市呈贡区雨花街道综合养老服务中心"])
def test_nothing_of_a_head_stands_over_anything_else_in_the_middle_of_a_month(
    kind: str, name: str, tmp_path: Path
) -> None:
    figures = samples.month_figures(centre=replace(samples.CENTRE, name=name))
    report = render.report_of(ReportKind(kind), figures, printed_on=dt.date(2026, 10, 21))
    draft = replace(report, number=f"{report.number}（草稿，未月结）", proof="草稿　台账至 1-17602-1e4c4e39")
    write_pdf(draft, tmp_path / "draft.pdf", dt.date(2026, 10, 21))
    assert overlapping(tmp_path / "draft.pdf", 140) == []
    assert "月中，截至10-21" in page_texts(tmp_path / "draft.pdf")[0]


def test_every_font_is_embedded(tmp_path: Path) -> None:
    path = tmp_path / "beds.pdf"
    rendering.render_pdf("beds", samples.month_figures(), path, printed_on=PRINTED_ON)
    named = font_files(path)
    assert named
    assert all(named.values())


def test_a_file_name_tells_the_report_and_is_fit_for_every_system() -> None:
    figures = samples.month_figures(centre=replace(samples.CENTRE, name='春晓/街道: "中心"'))
    assert month_set.file_stem(render.report_of("beds", figures), figures.month) == "2026-10-床位使用月报-春晓街道中心"


def test_the_rule_notes_name_the_rules_that_counted() -> None:
    visits, beds = samples.visits(), samples.beds()
    figures = samples.month_figures()
    assert "当月10日（含）前" in rendering.sections("visits", figures)[0].note
    assert "应访类别：独居、孤寡。" in rendering.sections("visits", figures)[0].note
    assert (
        "能力完好50.50元，轻度失能70元，重度失能150元。未评估的按能力完好计。"
        in rendering.sections("beds", figures)[1].note
    )
    plain = samples.month_figures(visits=replace(visits, rules={}), beds=replace(beds, rules={}))
    assert "当月15日（含）前" in rendering.sections("visits", plain)[0].note
    assert "计划生育特殊家庭、孤寡、特困分散供养。" in rendering.sections("visits", plain)[0].note
    assert "完全失能150元。每条" in rendering.sections("beds", plain)[1].note


def test_numbers_of_people_are_never_whole_on_paper() -> None:
    for kind in render.KINDS:
        for section in rendering.sections(kind, samples.month_figures()):
            cells = [cell for row in section.rows for cell in row if isinstance(cell, str)]
            assert not any(len(cell) == 18 and cell[:17].isdigit() for cell in cells)


def test_a_report_of_a_running_month_says_up_to_when():
    figures = samples.month_figures()
    day = figures.month.day(20)
    assert render.report_of("beds", figures, printed_on=day).period.endswith(f"（月中，截至{day:%m-%d}）")
    assert "截至" not in render.report_of("beds", figures, printed_on=figures.month.last).period
