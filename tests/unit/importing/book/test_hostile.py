"""Workbooks that were made to hurt: refused or neutralised in one sentence, with bounded time and memory."""

from __future__ import annotations

import sys
import time
import zipfile
from pathlib import Path

import pytest

from desktop.core.errors import ShizhuError
from desktop.core.file_errors import Unreadable
from desktop.core.words.messages import sentence
from desktop.importing.book import reading
from desktop.importing.book.cells import Merge, Sheet, Workbook
from desktop.importing.book.headers import find_table
from desktop.importing.book.lines import data_lines
from desktop.importing.book.reading import ReadingLimits, read_workbook
from tests.unit.importing.measured import Measured
from tests.unit.importing.sheets import write

DATA = Path(__file__).parents[3] / "data" / "workbooks"
# What the child may have used at its worst, whatever the file.
MOST_MEMORY = 300_000_000
TYPES = (
    b'<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    b'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    b'<Default Extension="xml" ContentType="application/xml"/></Types>'
)


@pytest.fixture(autouse=True)
def measured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "_Watch", Measured)
    Measured.most = 0


def refused(path: Path, limits: ReadingLimits | None = None) -> str:
    with pytest.raises(Unreadable) as caught:
        read_workbook(path, limits)
    text = sentence(caught.value)
    assert path.name in text and "\n" not in text
    assert Measured.most < MOST_MEMORY
    return caught.value.reason


def read(path: Path) -> Workbook:
    found = read_workbook(path)
    assert Measured.most < MOST_MEMORY
    return found


def changed(path: Path, **parts: tuple[bytes, bytes]) -> Path:
    """The workbook with one text of a part replaced, or a part added (nothing replaced)."""
    with zipfile.ZipFile(path) as old:
        members = {name: old.read(name) for name in old.namelist()}
    for ending, (before, after) in parts.items():
        names = [name for name in members if name.rsplit("/", 1)[-1].removesuffix(".xml") == ending]
        for name in names:
            assert before in members[name]
            members[name] = members[name].replace(before, after)
        if not names:
            members[ending] = after
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name, content in members.items():
            new.writestr(name, content)
    return path


def small(tmp_path: Path) -> Path:
    return write(tmp_path / "老人.xlsx", {"花名册": [["姓名", "性别"], ["王芳", "女"]]})


@pytest.mark.parametrize("part", ["xl/sharedStrings.xml", "xl/worksheets/sheet1.xml", "xl/media/image1.png"])
def test_a_bomb_in_any_part(tmp_path: Path, part: str) -> None:
    path = tmp_path / "炸弹.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        new.writestr("[Content_Types].xml", TYPES)
        with new.open(part, "w") as member:
            for _ in range(300):
                member.write(b"0" * 1_000_000)
    assert path.stat().st_size < 400_000
    assert refused(path) == "too_large"


def test_a_bomb_that_lies_about_its_size(tmp_path: Path) -> None:
    path = small(tmp_path)
    strings = b"<si><t>" + b"x" * 200_000_000 + b"</t></si></sst>"
    changed(path, sharedStrings=(b"</sst>", strings))
    content = path.read_bytes()
    true_size = next(one.file_size for one in zipfile.ZipFile(path).infolist() if "sharedStrings" in one.filename)
    path.write_bytes(content.replace(true_size.to_bytes(4, "little"), (5_000).to_bytes(4, "little")))
    assert refused(path, ReadingLimits(memory=250_000_000)) in {"damaged", "too_large", "too_much_memory"}


@pytest.mark.parametrize("cell", ["XFD1048576", "XFD2", "A1048576"])
def test_a_cell_at_the_end_of_the_sheet(tmp_path: Path, cell: str) -> None:
    row = cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    far = f'<row r="{row}"><c r="{cell}"><v>1</v></c></row></sheetData>'.encode()
    path = changed(small(tmp_path), sheet1=(b"</sheetData>", far))
    if cell == "XFD1048576":
        assert refused(path) == "too_large"
    else:
        # A row or a column too many is a slip of the finger; there is room for it.
        assert read(path).sheets[0].rows[0] == ("姓名", "性别")


def test_a_dimension_that_promises_too_much(tmp_path: Path) -> None:
    path = changed(small(tmp_path), sheet1=(b'<dimension ref="A1:B2"/>', b'<dimension ref="A1:XFD1048576"/>'))
    assert read(path).sheets[0].rows[1] == ("王芳", "女")


def test_entities_within_entities(tmp_path: Path) -> None:
    levels = "".join(f'<!ENTITY e{level} "{f"&e{level - 1};" * 10}">' for level in range(1, 12))
    bomb = f'<!DOCTYPE sst [<!ENTITY e0 "lol">{levels}]><sst '.encode()
    path = changed(small(tmp_path), sharedStrings=(b"<sst ", bomb))
    path = changed(path, sharedStrings=("王芳".encode(), b"&e11;"))
    try:
        cell = read(path).sheets[0].rows[1][0]
    except Unreadable as error:
        assert error.reason == "damaged"
    else:
        assert len(str(cell)) < 100


def test_an_entity_that_asks_for_a_file(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("geheim", encoding="utf-8")
    entity = f'<!DOCTYPE sst [<!ENTITY f SYSTEM "{secret.as_uri()}">]><sst '.encode()
    path = changed(small(tmp_path), sharedStrings=(b"<sst ", entity))
    path = changed(path, sharedStrings=("王芳".encode(), b"&f;"))
    try:
        assert "geheim" not in str(read(path))
    except Unreadable as error:
        assert error.reason == "damaged"


def test_absurd_shared_strings(tmp_path: Path) -> None:
    count = b'count="4000000000" uniqueCount="4000000000"'
    path = small(tmp_path)
    with zipfile.ZipFile(path) as book:
        strings = book.read("xl/sharedStrings.xml")
    start = strings.index(b"count=")
    end = strings.index(b">", start)
    changed(path, sharedStrings=(strings[start:end], count))
    try:
        assert read(path).sheets[0].rows[1] == ("王芳", "女")
    except Unreadable as error:
        assert error.reason in {"damaged", "too_much_memory"}


def test_a_cell_that_points_past_the_strings(tmp_path: Path) -> None:
    path = changed(small(tmp_path), sheet1=(b"<v>2</v>", b"<v>999999999</v>"))
    try:
        read(path)
    except Unreadable as error:
        assert error.reason == "damaged"


def test_formulas_are_their_last_value_and_links_are_not_followed(tmp_path: Path) -> None:
    formula = b'<f>[1]Sheet1!A1+WEBSERVICE("http://127.0.0.1:9/")</f><v>2</v>'
    link = b'<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>'
    path = changed(small(tmp_path), sheet1=(b"<v>2</v>", formula))
    path = changed(path, **{"xl/externalLinks/externalLink1.xml": (b"", link)})
    assert read(path).sheets[0].rows[1] == ("王芳", "女")
    neutral = write(tmp_path / "式.xlsx", {"表": [["姓名"], ["=HYPERLINK(1)"]]})
    assert read(neutral).sheets[0].rows[1] == ("=HYPERLINK(1)",)


def test_names_that_climb_out_of_the_zip_climb_nowhere(tmp_path: Path) -> None:
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    path = small(inner)
    changed(path, **{"../../../outside.xml": (b"", b"<x/>"), "/tmp/outside.xml": (b"", b"<x/>")})
    assert read(path).sheets[0].rows[1] == ("王芳", "女")
    assert sorted(one.name for one in tmp_path.rglob("*")) == ["a", "b", "老人.xlsx"]


def test_a_real_password_is_asked_for() -> None:
    assert refused(DATA / "password.xlsx") == "encrypted"


@pytest.mark.parametrize("size", [600, 2_000, 5_000])
def test_an_old_workbook_that_breaks_off(tmp_path: Path, size: int) -> None:
    path = tmp_path / "旧.xls"
    path.write_bytes((DATA / "register.xls").read_bytes()[:size])
    assert refused(path) in {"damaged", "not_a_workbook"}


def test_an_old_workbook_with_changed_bytes(tmp_path: Path) -> None:
    content = (DATA / "register.xls").read_bytes()
    path = tmp_path / "旧.xls"
    for position in range(0, len(content), 97):
        broken = bytearray(content)
        broken[position] ^= 0xFF
        path.write_bytes(broken)
        try:
            read(path)
        except ShizhuError as error:
            assert isinstance(error, Unreadable)


@pytest.mark.parametrize(
    "content",
    [b"\0" * 5_000, b'"' + b"x" * 300_000, "姓名\n".encode() + b"\xff\xff\xff", b"\xff\xfe" + b"\x00\xd8" * 50],
)
def test_texts_that_are_none(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "导出.csv"
    path.write_bytes(content)
    assert refused(path) in {"damaged", "not_a_workbook", "empty", "cell_too_long"}


def test_merges_without_end(tmp_path: Path) -> None:
    merges = b"".join(b'<mergeCell ref="A%d:A1048576"/>' % number for number in range(2, 30_000))
    after = b'</sheetData><mergeCells count="30000">' + merges + b"</mergeCells>"
    path = changed(small(tmp_path), sheet1=(b"</sheetData>", after))
    assert len(read(path).sheets[0].rows) == 2


def test_merges_over_each_other_do_not_multiply() -> None:
    rows = (("姓名", "社区"), *((f"王{number}", f"甲{number}") for number in range(3_000)))
    merges = tuple(Merge(top, 1, 3_000, 1) for top in range(1, 3_000))
    table = find_table(Sheet("表", rows, merges), "residents")
    assert table is not None
    begin = time.process_time()
    assert len(list(data_lines(table))) == 3_000
    assert time.process_time() - begin < 5


@pytest.mark.skipif(sys.platform == "win32", reason="only POSIX limits a process's memory by itself")
def test_the_child_limits_itself(tmp_path: Path) -> None:
    rows = [[f"行{number}", *range(12)] for number in range(30_000)]
    assert refused(write(tmp_path / "长.xlsx", {"表": rows}), ReadingLimits(memory=30_000_000)) == "too_much_memory"
