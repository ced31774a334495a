"""A form as a centre would make it, and what a month says of made-up people."""

from __future__ import annotations

import datetime as dt
import io
from decimal import Decimal
from pathlib import Path

import openpyxl
from openpyxl.drawing.image import Image
from openpyxl.styles import Font
from PIL import Image as Picture

from desktop.core.period import Month
from desktop.reports.own_forms.names import Lines, Names

UNVISITED = Lines(
    ("序号", "姓名", "年龄", "联系电话", "最近见到"),
    (
        (1, "段春梅", 80, "13900010002", "2026-09-08"),
        (2, '=HYPERLINK("http://example.invalid","x")', 81, None, None),
        (3, "#N/A", 82, "0871-6", "2026-08-30"),
    ),
)
KNOWN = Names(
    Month(2026, 10),
    {
        "centre.name": "甲中心",
        "month.words": "2026年10月",
        "today": dt.date(2026, 11, 2),
        "visits.required": 58,
        "visits.visit_rate": Decimal("84.50"),
        "services.fee": Decimal("1234.00"),
        "beds.occupancy": None,
    },
    {"visits.unvisited": UNVISITED, "visits.excused": Lines(("序号", "姓名"), ())},
)


def report_book(path: Path) -> Path:
    """Title over merged cells, figures, a list with a formula, totals, remarks beneath, a picture, a print area."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "月报"
    sheet.merge_cells("A1:F1")
    sheet["A1"] = "{{centre.name}}{{month.words}}月报"
    sheet["A1"].font = Font(name="黑体", bold=True, size=18)
    sheet["A2"], sheet["B2"], sheet["C2"], sheet["D2"] = "应访", "{{ visits.required }}", "率", "{{visits.visit_rate}}"
    sheet["A3"] = "本月应访｛｛visits.required｝｝人，收费{{services.fee}}元，入住率{{beds.occupancy}}"
    sheet["A5"], sheet["B5"], sheet["C5"] = "{{#visits.unvisited}}{{.n}}", "{{.姓名}}", "{{.age}}"
    sheet["D5"], sheet["G5"] = "=C5*2", "{{.last_contact}}"
    sheet.merge_cells("E5:F5")
    sheet["E5"] = "{{.联系电话}}"
    sheet["B5"].font = Font(name="楷体", size=12)
    sheet["A6"], sheet["C6"], sheet["D6"] = "合计", "=SUM(C5:C5)", "=C6+$B$2"
    sheet.merge_cells("A8:F9")
    sheet["A8"] = "备注：{{today}}"
    sheet.row_dimensions[5].height, sheet.row_dimensions[8].height = 30, 44
    sheet.print_area = "A1:G9"
    picture = io.BytesIO()
    Picture.new("RGB", (40, 20), "red").save(picture, "PNG")
    sheet.add_image(Image(picture), "A11")
    other = book.create_sheet("汇总")
    other["A1"] = "=月报!C6"
    book.save(path)
    return path


def one_cell(path: Path, **cells: object) -> Path:
    """A workbook with these cells."""
    book = openpyxl.Workbook()
    for place, words in cells.items():
        book.active[place] = words
    book.save(path)
    return path
