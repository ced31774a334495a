"""The process that parses a workbook: ``python -m desktop.importing.book.child FILE MEMORY``.

It writes JSON lines: for each sheet one object, then one array per row, then ``{"end": true}``; or
``{"refused": reason}``. Whatever a hostile file does to the parser, only this process dies of it.
"""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, TextIO

from desktop.core.reasons import FileReason
from desktop.importing.book.cells import Cell, encode
from desktop.importing.book.inspection import FileLimits, Refused, kind_of

# How the parent asks a frozen program, which has no ``-m``, to be this process.
FROZEN_ARGUMENT = "--parse-workbook"
_ENCODINGS = ("utf-8-sig", "gb18030")
_DELIMITERS = ",\t;|，"


def main(arguments: Sequence[str]) -> int:
    """Read the file named first within the memory named second; exit 0 when the answer is complete."""
    path, memory = Path(arguments[0]), int(arguments[1])
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
    if kind_of(path, limits) == "text":
        _write_rows(out, {"sheet": path.stem, "merges": [], "hidden": False}, csv_rows(path.read_bytes()))
    else:
        _write_workbook(path, out)
    _write(out, {"end": True})


def csv_rows(content: bytes) -> Iterator[list[Cell]]:
    """The rows of a text file in UTF-8, UTF-16 or GB18030, whatever separates its cells."""
    text = _decoded(content)
    delimiter = _delimiter(text)
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=False):
            yield [_unwrapped(cell) for cell in row]
    except csv.Error as error:
        raise Refused(FileReason.DAMAGED) from error


def _decoded(content: bytes) -> str:
    encodings = ("utf-16",) if content.startswith((b"\xff\xfe", b"\xfe\xff")) else _ENCODINGS
    for encoding in encodings:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Refused(FileReason.DAMAGED)


def _delimiter(text: str) -> str:
    lines = [line for line in text.splitlines()[:30] if line.strip()]
    # The real one stands equally often on most lines; a comma in an address does not.
    return max(
        _DELIMITERS, key=lambda char: sorted(line.count(char) for line in lines)[len(lines) // 2] if lines else 0
    )


def _unwrapped(cell: str) -> str:
    # ="530114…" is how exports keep Excel from rounding a number.
    return cell[2:-1] if cell.startswith('="') and cell.endswith('"') else cell


def _write_workbook(path: Path, out: TextIO) -> None:
    import python_calamine

    try:
        with python_calamine.CalamineWorkbook.from_path(str(path)) as book:
            for meta in book.sheets_metadata:
                if meta.typ == python_calamine.SheetTypeEnum.WorkSheet:
                    _write_sheet(book, meta, out)
    except python_calamine.PasswordError as error:
        raise Refused(FileReason.ENCRYPTED) from error
    except (python_calamine.CalamineError, python_calamine.ZipError, python_calamine.XmlError) as error:
        raise Refused(FileReason.DAMAGED) from error


def _write_sheet(book: Any, meta: Any, out: TextIO) -> None:
    import python_calamine

    sheet = book.get_sheet_by_name(meta.name)
    merges = [[top, left, bottom, right] for (top, left), (bottom, right) in sheet.merged_cell_ranges or ()]
    head = {"sheet": meta.name, "merges": merges, "hidden": meta.visible != python_calamine.SheetVisibleEnum.Visible}
    _write_rows(out, head, sheet.to_python(skip_empty_area=False))


def _write_rows(out: TextIO, head: dict[str, Any], rows: Iterable[Sequence[Any]]) -> None:
    _write(out, head)
    for row in rows:
        cells = [encode(cell) for cell in row]
        while cells and (cells[-1] is None or (isinstance(cells[-1], str) and not cells[-1].strip())):
            cells.pop()
        _write(out, cells)


def _write(out: TextIO, value: Any) -> None:
    out.write(json.dumps(value, ensure_ascii=False) + "\n")


def _limit_memory(size: int) -> None:
    # The parent watches too, but only the system can refuse the one request that is too big at once.
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (size, size))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
