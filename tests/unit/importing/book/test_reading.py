"""Reading files of every kind, also those that were made to hurt."""

from __future__ import annotations

import datetime as dt
import io
import time
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter

from desktop.core.errors import Cancelled
from desktop.core.file_errors import Unreadable
from desktop.core.progress import Progress
from desktop.core.storage_errors import FileMissing
from desktop.importing.book.cells import Merge, decode, encode
from desktop.importing.book.inspection import column_letters, column_number
from desktop.importing.book.reading import ReadingLimits, read_workbook


def workbook(path: Path, rows: list[list[object]], sheet: str = "表") -> Path:
    with xlsxwriter.Workbook(str(path)) as book:
        page = book.add_worksheet(sheet)
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        for number, row in enumerate(rows):
            for column, cell in enumerate(row):
                if isinstance(cell, dt.date):
                    page.write_datetime(number, column, dt.datetime(cell.year, cell.month, cell.day), day)
                else:
                    page.write(number, column, cell)
    return path


def zipped(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


def reason_of(path: Path, limits: ReadingLimits | None = None) -> str:
    with pytest.raises(Unreadable) as caught:
        read_workbook(path, limits)
    assert caught.value.file == path.name
    return caught.value.reason


def test_types_rows_and_merges_come_through(tmp_path: Path) -> None:
    path = tmp_path / "表格.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        page = book.add_worksheet("花名册")
        page.merge_range(0, 0, 0, 2, "标题")
        page.write_string(2, 0, "李𬱖")
        page.write_number(2, 1, 13123968184)
        page.write_datetime(2, 2, dt.datetime(2026, 10, 5), book.add_format({"num_format": "yyyy-mm-dd"}))
        page.write_boolean(2, 3, True)
        book.add_worksheet("藏").hide()
    read = read_workbook(path)
    sheet, hidden = read.sheets
    assert (read.file, sheet.name, hidden.hidden) == ("表格.xlsx", "花名册", True)
    assert sheet.rows == (("标题",), (), ("李𬱖", 13123968184.0, dt.date(2026, 10, 5), True))
    assert sheet.merges == (Merge(0, 0, 0, 2),)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_csv_in_every_encoding(tmp_path: Path, encoding: str, delimiter: str) -> None:
    path = tmp_path / "导出.csv"
    lines = [["姓名", "身份证号", "地址"], ["李㛃", '="530121194701013795"', '"前卫社区,15栋"']]
    path.write_bytes("\r\n".join(delimiter.join(line) for line in lines).encode(encoding))
    sheet = read_workbook(path).sheets[0]
    assert sheet.name == "导出"
    assert sheet.rows[1] == ("李㛃", "530121194701013795", "前卫社区,15栋")


def test_no_file_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(FileMissing):
        read_workbook(tmp_path / "没有.xlsx")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"\x89PNG\r\n\0\0", "picture"),
        (b"%PDF-1.7", "pdf"),
        (b"{\\rtf1", "document"),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related", "web_archive"),
        (b"\0\1\2\3", "not_a_workbook"),
    ],
)
def test_other_files_renamed_to_xlsx_are_refused_by_what_they_are(tmp_path: Path, content: bytes, reason: str) -> None:
    path = tmp_path / "改名.xlsx"
    path.write_bytes(content)
    assert reason_of(path) == reason


@pytest.mark.parametrize("suffix", [".xls", ".xlsx"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
def test_text_under_the_name_of_a_workbook_is_read_as_text(tmp_path: Path, suffix: str, encoding: str) -> None:
    path = tmp_path / f"导出{suffix}"
    path.write_bytes("姓名\t身份证号\r\n李四\t530121194701013795\r\n".encode(encoding))
    assert read_workbook(path).sheets[0].rows == (("姓名", "身份证号"), ("李四", "530121194701013795"))


def test_the_tables_of_a_web_page_are_sheets(tmp_path: Path) -> None:
    path = tmp_path / "导出.xls"
    page = (
        "<html><head><style>td {color: red}</style></head><body><table><tr><td>查询</td></tr></table>"
        "<table><tr><th rowspan=2>姓名</th><th colspan='2'>紧急联系人</th></tr><tr><th>姓名</th><th>电话</th></tr>"
        "<tr><td>李&nbsp;四</td><td>李<b>大</b><br>长子</td><td>13900001111</td></tr></table></body></html>"
    )
    path.write_bytes(page.encode("gb18030").replace(b"<head>", b'<head><meta charset="gb2312">'))
    first, second = read_workbook(path).sheets
    assert first.rows == (("查询",),)
    assert second.rows == (
        ("姓名", "紧急联系人"),
        (None, "姓名", "电话"),
        ("李 四", "李大\n长子", "13900001111"),
    )
    assert second.merges == (Merge(0, 0, 1, 0), Merge(0, 1, 0, 2))


def test_the_xml_of_excel_2003_is_read_with_its_types(tmp_path: Path) -> None:
    path = tmp_path / "导出.xls"
    path.write_text(
        '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'
        '<ss:Workbook xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><ss:Worksheet ss:Name="名册"><ss:Table>'
        '<ss:Row><ss:Cell ss:MergeAcross="1"><ss:Data ss:Type="String">姓名</ss:Data></ss:Cell>'
        '<ss:Cell><ss:Data ss:Type="String">出生日期</ss:Data></ss:Cell></ss:Row>'
        '<ss:Row ss:Index="3"><ss:Cell ss:Index="2"><ss:Data ss:Type="Number">7</ss:Data></ss:Cell>'
        '<ss:Cell><ss:Data ss:Type="DateTime">1944-03-05T00:00:00.000</ss:Data></ss:Cell></ss:Row>'
        "</ss:Table></ss:Worksheet></ss:Workbook>",
        encoding="utf-8",
    )
    (sheet,) = read_workbook(path).sheets
    assert (sheet.name, sheet.merges) == ("名册", (Merge(0, 0, 0, 1),))
    assert sheet.rows == (("姓名", None, "出生日期"), (), (None, 7.0, dt.datetime(1944, 3, 5)))


def test_half_a_character_spoils_its_own_cell_only(tmp_path: Path) -> None:
    path = tmp_path / "导出.csv"
    path.write_bytes(
        "姓名,住址\n李四,住二单".encode("gb18030") + "元".encode("gb18030")[:1] + "\n王五,西边\n".encode("gb18030")
    )
    assert read_workbook(path).sheets[0].rows == (("姓名", "住址"), ("李四", "住二单\ufffd"), ("王五", "西边"))


def test_a_failed_formula_comes_through_as_what_it_shows(tmp_path: Path) -> None:
    path = tmp_path / "公式.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        page = book.add_worksheet("名 册")
        page.write_string(0, 0, "姓名")
        page.write_formula(1, 1, "=VLOOKUP(A1,C:D,2,0)", None, "#N/A")
        page.write_formula(2, 1, "=1+1", None, 2)
    assert read_workbook(path).sheets[0].rows == (("姓名",), (None, "#N/A"), (None, 2.0))


def test_hundreds_of_columns_and_a_book_in_a_cell_are_no_list(tmp_path: Path) -> None:
    wide, long = tmp_path / "宽.csv", tmp_path / "长.csv"
    wide.write_text(",".join("姓" for _ in range(301)), encoding="utf-8")
    assert reason_of(wide) == "too_wide"
    wide.write_text(",".join("姓" for _ in range(300)), encoding="utf-8")
    assert len(read_workbook(wide).sheets[0].rows[0]) == 300
    long.write_text(f"姓名,备注\n李四,{'好' * 32_768}", encoding="utf-8")
    assert reason_of(long) == "cell_too_long"
    long.write_text(f"姓名,备注\n李四,{'好' * 32_767}", encoding="utf-8")
    assert read_workbook(long).sheets[0].rows[1][0] == "李四"


def sheet(path: Path, cells: str) -> Path:
    """A workbook with a sheet of that XML, which no writer of workbooks would make."""
    made = io.BytesIO(workbook(path, [["姓名"]]).read_bytes())
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name.endswith("sheet1.xml"):
                begin, end = content.index(b"<sheetData>"), content.index(b"</sheetData>")
                content = content[:begin] + b"<sheetData>" + cells.encode() + content[end:]
            new.writestr(name, content)
    return path


def ten_thousand_columns(path: Path) -> Path:
    across = [column_letters(number) for number in range(1, 10_001)]
    rows = (
        f'<row r="{row}">' + "".join(f'<c r="{one}{row}"><v>{row}</v></c>' for one in across) + "</row>"
        for row in range(1, 21)
    )
    return sheet(path, "".join(rows))


def a_book_in_a_cell(path: Path) -> Path:
    # Text that packs well, but not as well as a bomb.
    page = "".join(f"{number * number % 9973:x} " for number in range(6_000))
    book = "".join(f"{turn:06} " * 40 + page for turn in range(17_000_000 // len(page) + 1))
    return sheet(path, f'<row r="1"><c r="A1" t="inlineStr"><is><t>{book}</t></is></c></row>')


@pytest.mark.parametrize(
    ("make", "reason"), [(ten_thousand_columns, "too_wide"), (a_book_in_a_cell, "cell_too_long")], ids=["wide", "long"]
)
def test_small_files_with_much_in_them_are_refused_soon_and_in_little_memory(
    tmp_path: Path, make: Callable[[Path], Path], reason: str
) -> None:
    path = make(tmp_path / "大.xlsx")
    assert path.stat().st_size < 2_000_000
    # The machine that tests it is busy; the limit on the child alone would take 60 seconds.
    begun = time.monotonic()
    tracemalloc.start()
    try:
        assert reason_of(path, ReadingLimits(memory=500_000_000)) == reason
        assert tracemalloc.get_traced_memory()[1] < 5_000_000, "nothing of it comes to the program itself"
    finally:
        tracemalloc.stop()
    assert time.monotonic() - begun < 30


def test_a_zip_without_a_workbook_is_none(tmp_path: Path) -> None:
    assert reason_of(zipped(tmp_path / "照片.xlsx", {"1.jpg": b"x"})) == "not_a_workbook"


def test_an_empty_file_and_an_empty_workbook(tmp_path: Path) -> None:
    path = tmp_path / "空.xlsx"
    path.write_bytes(b"")
    assert reason_of(path) == "empty"
    assert reason_of(workbook(path, [])) == "empty"


@pytest.mark.parametrize("part", [0.3, 0.7, 0.99])
def test_a_truncated_workbook_is_damaged(tmp_path: Path, part: float) -> None:
    path = workbook(tmp_path / "断.xlsx", [["姓名", number] for number in range(500)])
    path.write_bytes(path.read_bytes()[: int(path.stat().st_size * part)])
    assert reason_of(path) == "damaged"


def test_changed_bytes_are_damage_or_change_nothing_else(tmp_path: Path) -> None:
    path = workbook(tmp_path / "坏.xlsx", [["姓名", number] for number in range(500)])
    content = bytearray(path.read_bytes())
    for position in range(60, len(content) - 100, len(content) // 12):
        broken = bytearray(content)
        broken[position] ^= 0xFF
        path.write_bytes(broken)
        try:
            read_workbook(path)
        except Unreadable as error:
            assert error.reason in {"damaged", "encrypted", "not_a_workbook", "empty", "too_large"}


def test_a_zip_bomb_is_too_large(tmp_path: Path) -> None:
    members = {"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<x/>", "xl/worksheets/s.xml": b" " * 60_000_000}
    assert reason_of(zipped(tmp_path / "炸弹.xlsx", members)) == "too_large"


@pytest.mark.parametrize("cell", ["XFD1048576", "B1048576X", "XFD300000"])
def test_a_lonely_cell_at_the_end_of_the_sheet_is_too_large(tmp_path: Path, cell: str) -> None:
    path = workbook(tmp_path / "远.xlsx", [["姓名"]])
    moved = io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(moved, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name.endswith("sheet1.xml"):
                far = f'<row r="1048576"><c r="{cell.rstrip("X")}"><v>1</v></c></row></sheetData>'
                content = content.replace(b"</sheetData>", far.encode())
            new.writestr(name, content)
    path.write_bytes(moved.getvalue())
    if cell == "B1048576X":
        assert len(read_workbook(path).sheets[0].rows) == 1048576
    else:
        assert reason_of(path) == "too_large"


def test_an_encrypted_workbook_asks_for_its_password(tmp_path: Path) -> None:
    path = tmp_path / "密.xlsx"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 1000 + "EncryptedPackage".encode("utf-16-le"))
    assert reason_of(path) == "encrypted"


def test_a_damaged_old_workbook(tmp_path: Path) -> None:
    path = tmp_path / "旧.xls"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 1000 + "Workbook".encode("utf-16-le"))
    assert reason_of(path) == "damaged"


@pytest.fixture
def long_workbook(tmp_path: Path) -> Path:
    return workbook(tmp_path / "长.xlsx", [[f"行{number}", number] for number in range(20_000)])


def test_limits_of_time_memory_and_cells(long_workbook: Path) -> None:
    assert reason_of(long_workbook, ReadingLimits(seconds=0.01)) == "too_slow"
    assert reason_of(long_workbook, ReadingLimits(memory=20_000_000)) == "too_much_memory"
    assert reason_of(long_workbook, ReadingLimits(cells=1_000)) == "too_large"
    assert len(read_workbook(long_workbook).sheets[0].rows) == 20_000


def test_a_cancelled_reading_ends(long_workbook: Path) -> None:
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        read_workbook(long_workbook, progress=progress)


@pytest.mark.parametrize(
    "cell",
    ["李𬱖", 1.5, True, None, dt.date(2026, 10, 5), dt.datetime(2026, 10, 5, 9), dt.time(9), dt.timedelta(minutes=5)],
)
def test_cells_keep_their_type_between_processes(cell: object) -> None:
    assert decode(encode(cell)) == cell  # type: ignore[arg-type]


def test_column_letters() -> None:
    assert (column_number("A"), column_number("XFD"), column_letters(16384), column_letters(27)) == (
        1,
        16384,
        "XFD",
        "AA",
    )
