"""Hundreds of workbooks that somebody spoiled: each is refused with a sentence, or read as exactly what it holds.

Where it is known what a spoiled book holds, that is compared cell by cell; where it is not, nothing may come of it but
cells. Whatever was read is then taken in on trial, which no file may make fail otherwise than with a sentence.
"""

from __future__ import annotations

import csv
import io
import random
import re
import time
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from desktop.core.errors import ShizhuError
from desktop.core.words import messages
from desktop.importing import staging
from desktop.importing.book import reading
from desktop.importing.book.cells import Cell, Workbook, encode
from desktop.importing.book.inspection import LONGEST_CELL
from desktop.importing.book.reading import ReadingLimits, read_workbook
from desktop.models import query
from desktop.services.writing.actor import Actor
from tests.conftest import id_number
from tests.unit.importing.measured import Measured
from tests.unit.importing.sheets import write

SEED = 20261128
COUNTS = [pytest.param(60, marks=pytest.mark.slow), pytest.param(500, marks=pytest.mark.nightly)]
# Of one book of a few kilobytes: reading it, and taking it in on trial.
SECONDS = 60
# What the child is let have at all; it is looked at every few milliseconds.
MEMORY = int(ReadingLimits().memory * 1.2)
OLD = (Path(__file__).parents[3] / "data" / "workbooks" / "register.xls").read_bytes()
ROWS = [
    ["姓名", "身份证号", "现居住地址", "联系电话", "备注"],
    *(
        [
            f"王{name}",
            id_number(f"194{place}-03-05", "female", 30 + place),
            f"前卫社区{place}栋",
            f"1380000000{place}",
            "",
        ]
        for place, name in enumerate("芳强明华丽军")
    ),
]
TEXTS = (
    *("=1+1", "0123", "+86 138", "𬱖", "王 芳", "'", '"', "<b>&amp;", "😀", "TRUE", "#N/A", "1e5", "2026-10-05", "3/4"),
    *("a\tb", "第一行\n第二行", "x" * LONGEST_CELL, "%s%n{0}", "../..", "-0", "２０２６", "\u202e反", "é", "e\u0301"),
)
Grid = list[list[str]]
# The bytes, and the rows that they hold; None where a reader may make of it what it likes.
Spoiled = tuple[bytes, Grid | None]


def as_xlsx(rows: Grid, folder: Path) -> bytes:
    return write(folder / "made.xlsx", {"花名册": rows}).read_bytes()


def as_ods(rows: Grid, _folder: Path) -> bytes:
    cells = "".join(
        "<table:table-row>"
        + "".join(
            '<table:table-cell office:value-type="string">'
            + "".join(f"<text:p>{escape(line)}</text:p>" for line in cell.split("\n"))
            + "</table:table-cell>"
            for cell in row
        )
        + "</table:table-row>"
        for row in rows
    )
    names = "".join(
        f' xmlns:{one}="urn:oasis:names:tc:opendocument:xmlns:{one}:1.0"' for one in ("office", "table", "text")
    )
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content{names}><office:body><office:spreadsheet>'
        f'<table:table table:name="花名册">{cells}</table:table></office:spreadsheet></office:body>'
        "</office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = (
        '<?xml version="1.0"?><m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<m:file-entry m:full-path="/" m:media-type="{kind}"/></m:manifest>'
    )
    return zipped(
        {"mimetype": kind.encode(), "content.xml": content.encode(), "META-INF/manifest.xml": manifest.encode()}
    )


def as_csv(rows: Grid, _folder: Path) -> bytes:
    out = io.StringIO()
    csv.writer(out, quoting=csv.QUOTE_ALL).writerows(rows)
    return out.getvalue().encode("utf-8-sig")


def as_gb_csv(rows: Grid, _folder: Path) -> bytes:
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue().encode("gb18030")


def as_html(rows: Grid, _folder: Path) -> bytes:
    cells = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in rows)
    return f'<html><head><meta charset="utf-8"></head><body><table>{cells}</table></body></html>'.encode()


def as_old(_rows: Grid, _folder: Path) -> bytes:
    return OLD


# By suffix; what stands in a web page is not told apart to the blank.
FORMATS: dict[str, tuple[str, Callable[[Grid, Path], bytes]]] = {
    "xlsx": (".xlsx", as_xlsx),
    "ods": (".ods", as_ods),
    "csv": (".csv", as_csv),
    "gb18030": (".csv", as_gb_csv),
    "xls": (".xls", as_old),
    "html": (".xls", as_html),
}
ZIPS = ("xlsx", "ods")
EXACT = ("xlsx", "ods", "csv", "gb18030")


def zipped(members: dict[str, bytes], how: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", how) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def unzipped(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def flipped(content: bytes, chance: random.Random) -> bytes:
    changed = bytearray(content)
    for _ in range(chance.choice((1, 1, 3, 40))):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def cut(content: bytes, chance: random.Random) -> bytes:
    return content[: chance.randrange(len(content))]


def stretch(content: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(content))
    return content[:start] + chance.randbytes(chance.randint(0, 60)) + content[start + chance.randint(0, 60) :]


def framed(content: bytes, chance: random.Random) -> bytes:
    """With rubbish before or behind, or another beginning."""
    return chance.choice(
        (
            chance.randbytes(chance.randint(1, 99)) + content,
            content + chance.randbytes(chance.randint(1, 99)),
            content + content,
            b"PK" + content,
            OLD[:512] + content,
            content[:4] + bytes(60) + content[64:],
        )
    )


def cell_changed(rows: Grid, chance: random.Random) -> Grid:
    """A cell or more with a text that looks like something else."""
    changed = [list(row) for row in rows]
    for _ in range(chance.randint(1, 4)):
        changed[chance.randrange(1, len(rows))][chance.randrange(len(rows[0]))] = chance.choice(TEXTS)
    return changed


def reshaped(rows: Grid, chance: random.Random) -> Grid:
    """Rows and columns less, twice, in another order."""
    body = chance.choices(rows[1:], k=chance.randint(1, 12))
    order = chance.sample(range(len(rows[0])), chance.randint(2, len(rows[0])))
    return [[row[column] for column in order] for row in [rows[0], *body]]


XML = (
    (rb'r="[A-Z]+([0-9]+)"', (b'r="A1"', b'r="ZZZZZZ9"', b'r="XFD1048576"', b'r="A0"', b'r=""', b'r="-1"', b'r="7"')),
    (rb't="s"', (b't="zz"', b't="n"', b't="b"', b't="d"', b't="e"', b't="str"', b"")),
    (rb"<v>[0-9]+</v>", (b"<v>999999</v>", b"<v>-1</v>", b"<v>x</v>", b"<v></v>", b"<v>1e999</v>", b"<v>NaN</v>")),
    (rb'uniqueCount="[0-9]+"', (b'uniqueCount="4294967295"', b'uniqueCount="-1"', b'uniqueCount="x"')),
    (rb"<dimension [^>]*>", (b'<dimension ref="A1:XFD1048576"/>', b'<dimension ref="B9"/>', b'<dimension ref="?"/>')),
    (rb"</sheetData>", (b"", b"</sheetData></x>", b'</sheetData><mergeCells><mergeCell ref="?"/></mergeCells>')),
    (rb"<\?xml[^>]*>", (b'<?xml version="1.0" encoding="utf-16"?>', b'<?xml encoding="zz"?>', b"\xff\xfe")),
    (rb"<\?xml[^>]*>", (b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c"><!ENTITY d "&b;&b;&b;">]>', b"<a>" * 3_000)),
    (rb"</?(?:table:table-row|table:table-cell|text:p|row|c|si|t)\b[^>]*>", (b"", b"<", b">", b"</x>", b"<!--")),
    (rb'office:value-type="string"', (b'office:value-type="float" office:value="x"', b'office:value-type="date"', b"")),
    (rb"<table:table-cell", (b'<table:table-cell table:number-columns-repeated="99999999"',)),
    (rb"<table:table-row", (b'<table:table-row table:number-rows-repeated="1048576"',)),
    (rb'Target="[^"]*"', (b'Target="../../../etc/passwd"', b'Target="http://127.0.0.1:9/x"', b'Target=""')),
    (rb'sheetId="[0-9]+"', (b'sheetId="x"', b'sheetId="1" state="veryHidden"', b"")),
)  # fmt: skip


def markup_changed(content: bytes, chance: random.Random) -> bytes:
    """A text of the markup of a part, replaced by what should not stand there; all parts packed anew."""
    members = unzipped(content)
    fitting = [(name, one) for name in members for one in XML if re.search(one[0], members[name])]
    name, (pattern, others) = chance.choice(fitting)
    found = chance.choice(list(re.finditer(pattern, members[name])))
    members[name] = members[name][: found.start()] + chance.choice(others) + members[name][found.end() :]
    return zipped(members)


def part_spoiled(content: bytes, chance: random.Random) -> bytes:
    members = unzipped(content)
    name = chance.choice(sorted(members))
    how = chance.randrange(6)
    if how < 2:
        members[name] = (flipped, cut)[how](members[name] or b"x", chance)
    elif how == 2:
        members[chance.choice((name.upper(), "x" + name, name + "x"))] = members.pop(name)
    elif how == 3:
        del members[name]
    elif how == 4:
        members[chance.choice(sorted(members))] = members[name]
    else:
        members[name] = members[name] * 200
    return zipped(members)


def packed_otherwise(content: bytes, chance: random.Random) -> bytes:
    """What it holds in another packing: nothing packed, other orders, strangers among the parts."""
    members = list(unzipped(content).items())
    chance.shuffle(members)
    members.append((chance.choice(("../../x.xml", "/abs.xml", "xl/media/a.png", "xl/notes.txt")), b"<a/>"))
    return zipped(dict(members), chance.choice((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)))


def bomb(content: bytes, chance: random.Random) -> bytes:
    members = unzipped(content)
    name = chance.choice([one for one in members if one.endswith(".xml")])
    filling = chance.choice((b" ", b"<a>", b"<c/>", b"0"))
    members[name] = members[name] + filling * (40_000_000 // len(filling))
    return zipped(members)


BY_BYTES = (flipped, cut, stretch, framed)
BY_ROWS = (cell_changed, reshaped, cell_changed)
BY_PARTS = (markup_changed, markup_changed, part_spoiled, packed_otherwise, bomb)


def spoiled(number: int, folder: Path) -> tuple[str, str, Spoiled]:
    """The book of this number: its format, the way in which it was spoiled, and what it is."""
    chance = random.Random(f"{SEED} {number}")
    kind = [*FORMATS][number % len(FORMATS)]
    make = FORMATS[kind][1]
    ways = [*BY_BYTES, *(BY_ROWS if kind in EXACT else ()), *(BY_PARTS if kind in ZIPS else ())]
    way = ways[number // len(FORMATS) % len(ways)]
    if way in BY_ROWS:
        rows = way(ROWS, chance)  # type: ignore[operator]
        return kind, way.__name__, (make(rows, folder), rows)
    content = way(make(ROWS, folder), chance)  # type: ignore[operator]
    # A zip has a check sum for each part: what is read of it in spite of its bytes is what was packed.
    kept = way is packed_otherwise or (kind in ZIPS and way in BY_BYTES)
    return kind, way.__name__, (content, ROWS if kept else None)


def plain(rows: Iterator[tuple[Cell, ...]] | Grid) -> list[list[str]]:
    """Texts without blanks at their ends, and rows without empty cells at theirs."""
    found = [["" if cell is None else str(cell).strip() for cell in row] for row in rows]
    for row in found:
        while row and not row[-1]:
            row.pop()
    while found and not found[-1]:
        found.pop()
    return found


def answer(path: Path, actor: Actor) -> tuple[Workbook | None, str]:
    """The book, or why it is refused; within bounds of time and memory, and with a trial of taking it in."""
    Measured.most, begin, book = 0, time.perf_counter(), None
    try:
        book = read_workbook(path)
        staging.check(actor, staging.propose(staging.Book(book, ""), "residents"))
    except ShizhuError as error:
        words = messages.sentence(error)
        assert words and "\n" not in words and not re.search(r"\{\w+\}", words)
        return book, "" if book else str(getattr(error, "reason", type(error).__name__))
    finally:
        assert Measured.most < MEMORY
        assert time.perf_counter() - begin < SECONDS
    return book, ""


@pytest.mark.parametrize("count", COUNTS)
def test_spoiled_workbooks_are_refused_with_a_sentence_or_read_as_what_they_hold(
    count: int, actor: Actor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "_Watch", Measured)
    refused: Counter[str] = Counter()
    read: Counter[str] = Counter()
    exact, most = 0, 0
    for number in range(count):
        kind, way, (content, rows) = spoiled(number, tmp_path)
        path = tmp_path / f"坏{FORMATS[kind][0]}"
        path.write_bytes(content)
        book, reason = answer(path, actor)
        most = max(most, Measured.most)
        if book is None:
            # What is spoiled nowhere but in its cells is never damaged.
            assert way not in {"cell_changed", "reshaped", "packed_otherwise"}, f"{number} {kind} {way}: {reason}"
            refused[reason] += 1
            continue
        read[f"{kind} {way}"] += 1
        # What may stand in a cell at all: what travels between two processes.
        assert [[encode(cell) for cell in row] for sheet in book.sheets for row in sheet.rows]
        if rows is not None:
            assert plain(iter(book.sheets[0].rows)) == plain(rows), f"{number} {kind} {way}"
            exact += 1
    print(f"{count} spoiled workbooks: {refused.total()} refused {dict(refused)}, {read.total()} read,")
    print(f"{exact} of them compared cell by cell, 0 uncaught, {most / 1e6:.0f} MB at most in the child")
    assert refused["damaged"] and refused["too_large"] and exact > count / 10
    assert query.count("SELECT count(*) FROM resident") == 0
