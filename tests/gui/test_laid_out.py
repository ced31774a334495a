"""What stands in a layout, found without Qt's items."""

from __future__ import annotations

import ast
from pathlib import Path

from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

import desktop
from desktop.ui.widgets import laid_out

WINDOW = sorted((Path(desktop.__file__).parent / "ui").rglob("*.py"))


def test_the_parts_of_a_layout_come_by_their_places(app: QApplication) -> None:
    page = QWidget()
    column = QVBoxLayout(page)
    first, second, within = QLabel("1", page), QLabel("2"), QLabel("3")
    row = QHBoxLayout()
    row.addWidget(within)
    column.addWidget(second)
    column.addLayout(row)
    column.insertWidget(0, first)
    stray = QLabel("4", page)
    assert laid_out.parts(column) == [first, second, row]
    assert laid_out.parts(row) == [within]
    assert list(laid_out.widgets(column)) == [first, second, within]
    assert stray.parent() is page, "what nobody laid out is in no layout"


def test_those_of_a_grid_come_line_by_line(app: QApplication) -> None:
    page = QWidget()
    grid = QGridLayout(page)
    cells = {(line, column): QLabel(f"{line}{column}") for column in (1, 0) for line in (1, 0)}
    for (line, column), cell in cells.items():
        grid.addWidget(cell, line, column)
    assert laid_out.parts(grid) == [cells[0, 0], cells[0, 1], cells[1, 0], cells[1, 1]]


def test_the_window_asks_no_layout_for_an_item() -> None:
    """An item that Qt deletes leaves its wrapper behind, which then stands for whatever is made at its address."""
    asking = {
        path.stem
        for path in WINDOW
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "itemAt"
    }
    assert asking == set()
