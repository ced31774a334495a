"""The head of a page: whole at any width."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.ui.widgets.header import PageHeader


@pytest.mark.parametrize("width", [300, 420, 700, 1100])
def test_the_actions_of_a_header_are_in_it_whole_at_any_width(qtbot: QtBot, width: int) -> None:
    header = PageHeader("十助服务")
    qtbot.addWidget(header)
    header.add_search("姓名 / 拼音首字母")
    header.add_action("导入导出", lambda: None)
    primary = header.set_primary("登记服务", lambda: None, keys="Ctrl+N")
    header.resize(max(width, header.minimumSizeHint().width()), header.sizeHint().height())
    header.show()
    qtbot.waitExposed(header)
    header.resize(header.width(), header.heightForWidth(header.width()) if header.hasHeightForWidth() else 200)
    QApplication.processEvents()
    whole = QRect(QPoint(0, 0), header.size())
    for part in (header.title, primary, header.search):
        assert part is not None
        assert whole.contains(QRect(part.mapTo(header, QPoint(0, 0)), part.size())), part
    row = header.title.sizeHint().width() + header._actions.sizeHint().width()
    beside = primary.mapTo(header, QPoint(0, 0)).y() < header.title.geometry().bottom()
    assert beside is (row + 32 <= header.width()), "below the title only where there is no room beside it"
