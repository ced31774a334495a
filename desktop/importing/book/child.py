"""The process that parses a workbook: ``python -m desktop.importing.book.child FILE MEMORY``.

It writes JSON lines: for each sheet one object, then one array per row, then ``{"end": true}``; or
``{"refused": reason}``. Whatever a hostile file does to the parser, only this process dies of it.
"""

from __future__ import annotations

import gc
import io
import json
import sys
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, TextIO, TypeVar
from xml.etree import ElementTree

from desktop.core.reasons import FileReason
from desktop.importing.book.cells import encode
from desktop.importing.book.inspection import (
    LONGEST_CELL,
    MOST_COLUMNS,
    FileLimits,
    Inspected,
    Refused,
    column_letters,
    inspect,
)
from desktop.importing.book.markup import html_tables, xml_sheets
from desktop.importing.book.plain_text import text_rows

T = TypeVar("T")
_LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def main(arguments: Sequence[str]) -> int:
    """Read the file named first within the memory named second; exit 0 when the answer is complete."""
    path, memory = Path(arguments[0]), int(arguments[1])
    # It makes cells, hands them on and ends.
    gc.disable()
    _limit_memory(memory)
    out = io.TextIOWrapper(sys.stdout.buffer, encoding="utf-8", newline="\n", write_through=False)
    try:
        write_sheets(path, FileLimits(), out)
    except Refused as refused:
        _write(out, {"refused": refused.reason, "detail": refused.detail})
    except MemoryError:
        _write(out, {"refused": "too_much_memory", "detail": ""})
    except PermissionError:
        _write(out, {"refused": "locked", "detail": ""})
    except OSError:
        _write(out, {"refused": "damaged", "detail": ""})
    out.flush()
    out.detach()
    return 0


def write_sheets(path: Path, limits: FileLimits, out: TextIO) -> None:
    """Write every sheet of the file as JSON lines; raises ``Refused``."""
    inspected = inspect(path, limits)
    if inspected.kind == "text":
        _write_rows(out, _head(path.stem), text_rows(path.read_bytes()))
    elif inspected.kind == "workbook":
        _write_workbook(path, inspected, out)
    else:
        for grid in html_tables(path) if inspected.kind == "html" else xml_sheets(path):
            _write_rows(out, _head(grid.name, [[*merge] for merge in grid.merges]), grid.rows)
    _write(out, {"end": True})


def _head(
    name: str, merges: Sequence[Sequence[int]] = (), hidden: bool = False, rows: Sequence[int] = ()
) -> dict[str, Any]:
    return {"sheet": name, "merges": [*merges], "hidden": hidden, "hidden_rows": [*rows]}


def _write_workbook(path: Path, inspected: Inspected, out: TextIO) -> None:
    import python_calamine

    failed, hidden = by_sheet(path, inspected.failed), by_sheet(path, inspected.hidden)
    try:
        with _opened(path) as book:
            for meta in book.sheets_metadata:
                if meta.typ == python_calamine.SheetTypeEnum.WorkSheet:
                    _write_sheet(book, meta, failed.get(meta.name, {}), hidden.get(meta.name, frozenset()), out)
    except python_calamine.PasswordError as error:
        raise Refused(FileReason.ENCRYPTED) from error
    except (python_calamine.CalamineError, python_calamine.ZipError, python_calamine.XmlError) as error:
        raise Refused(FileReason.DAMAGED) from error


def _opened(path: Path) -> Any:
    """The workbook by what is in it: calamine believes a known suffix, and an xlsx is often called .xls."""
    import python_calamine

    try:
        return python_calamine.CalamineWorkbook.from_path(str(path))
    except (python_calamine.CalamineError, python_calamine.ZipError, python_calamine.XmlError):
        return python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(path.read_bytes()))


def _write_sheet(
    book: Any, meta: Any, failed: Mapping[tuple[int, int], str], hidden_rows: frozenset[int], out: TextIO
) -> None:
    import python_calamine

    sheet = book.get_sheet_by_name(meta.name)
    merges = [[top, left, bottom, right] for (top, left), (bottom, right) in sheet.merged_cell_ranges or ()]
    rows = sheet.to_python(skip_empty_area=False)
    for (row, column), shown in failed.items():
        if row < len(rows) and column < len(rows[row]):
            rows[row][column] = shown
    hidden = meta.visible != python_calamine.SheetVisibleEnum.Visible
    _write_rows(out, _head(meta.name, merges, hidden, sorted(hidden_rows)), rows)


def by_sheet(path: Path, found: Mapping[str, T]) -> Mapping[str, T]:
    """What was found in the sheet files of an xlsx, by the sheet's name; nothing in a workbook without any."""
    if not found:
        return {}
    try:
        with zipfile.ZipFile(path) as archive:
            book = ElementTree.fromstring(archive.read("xl/workbook.xml"))
            links = ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))
    except (KeyError, ElementTree.ParseError):
        return {}
    files = {link.get("Id"): str(link.get("Target")).removeprefix("/xl/") for link in links}
    names = {files.get(sheet.get(_LINK)): str(sheet.get("name")) for sheet in book.iter() if sheet.get(_LINK)}
    return {
        names[name.removeprefix("xl/")]: cells for name, cells in found.items() if name.removeprefix("xl/") in names
    }


def _write_rows(out: TextIO, head: dict[str, Any], rows: Iterable[Sequence[Any]]) -> None:
    _write(out, head)
    for number, row in enumerate(rows, start=1):
        cells = [encode(cell) for cell in row]
        while cells and (cells[-1] is None or (isinstance(cells[-1], str) and not cells[-1].strip())):
            cells.pop()
        _check_width(number, cells)
        _write(out, cells)


def _check_width(number: int, cells: Sequence[Any]) -> None:
    """Refuse what no list has: hundreds of columns, or a book in one cell."""
    # One cell far to the right is a slip of the finger; there is room for it.
    if len(cells) > MOST_COLUMNS < sum(cell not in (None, "") for cell in cells):
        raise Refused(FileReason.TOO_WIDE, f"{column_letters(MOST_COLUMNS + 1)}{number}")
    for column, cell in enumerate(cells, start=1):
        if isinstance(cell, str) and len(cell) > LONGEST_CELL:
            raise Refused(FileReason.CELL_TOO_LONG, f"{column_letters(column)}{number}")


def _write(out: TextIO, value: Any) -> None:
    out.write(json.dumps(value, ensure_ascii=False) + "\n")


def _limit_memory(size: int) -> None:
    # The parent watches too, but only the system can refuse the one request that is too big at once.
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (size, size))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
