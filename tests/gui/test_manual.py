"""Help on F1: the manual's topic for where one is, searched by words and initials, without a network."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop.core import i18n
from desktop.core.manual import Topic, section_of, sections
from desktop.core.paths import DataFolder
from desktop.services.writing.actor import Actor
from desktop.ui.dialogs.keys import KeysDialog
from desktop.ui.dialogs.manual import ManualReader
from desktop.ui.dialogs.topics import ANY, TOPICS, topic_near
from desktop.ui.frame.main_window import MainWindow
from desktop.ui.frame.rooms import RoomKey
from tests.gui.places import Tour, furnish
from tests.gui.test_looks import gone
from tests.gui.whole import opened, standing

# Boxes that any room may open: what they say is their own.
ANYWHERE = {"keys", "manual", "crash", "deeds", "question", "silent", "silent stranger"}


@pytest.fixture
def help_box(app: QApplication, qtbot: QtBot) -> KeysDialog:
    i18n.install("zh_CN")
    made = KeysDialog(None, (("F2", "办一件事"),), Topic("床位", "轮候"))
    # The test looks at it after it was closed.
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    return made


def titles(box: KeysDialog) -> list[str]:
    return [box.hits.item(row).text() for row in range(box.hits.count())]


def top_line(reader: ManualReader) -> str:
    return reader.cursorForPosition(QPoint(20, 16)).block().text()


def test_f1_shows_the_keys_and_the_topic_of_the_place(help_box: KeysDialog) -> None:
    assert "办一件事" in [one.text() for one in help_box.findChildren(QLabel) if one.isVisible()]
    assert help_box.reader.section is not None and help_box.reader.section.heading == "床位"
    assert top_line(help_box.reader).startswith("轮候")


def test_typing_lists_what_was_found_and_down_goes_through_it(help_box: KeysDialog, qtbot: QtBot) -> None:
    assert help_box.search.hasFocus()
    qtbot.keyClicks(help_box.search, "yj")
    assert help_box.hits.isVisible() and titles(help_box)[0] == "3.4 月结（主任）"
    first = help_box.reader.section
    assert first is not None and first.title == "3.4 月结（主任）"
    qtbot.keyClick(help_box.search, Qt.Key.Key_Down)
    assert help_box.search.hasFocus()
    assert help_box.hits.currentRow() == 1
    assert help_box.reader.section is not None and help_box.reader.section.title == titles(help_box)[1]
    help_box.search.clear()
    assert not help_box.hits.isVisible()


def test_what_was_searched_for_is_marked_where_it_stands(help_box: KeysDialog) -> None:
    help_box.search.setText("留样")
    marks = help_box.reader.extraSelections()
    assert marks and all(one.cursor.selectedText() == "留样" for one in marks)
    help_box.search.setText("没有这样的词")
    assert titles(help_box) == []
    help_box.search.clear()
    assert help_box.reader.extraSelections() == []


def test_the_text_is_turned_by_keys_from_the_search_field(help_box: KeysDialog, qtbot: QtBot) -> None:
    before = help_box.reader.verticalScrollBar().value()
    qtbot.keyClick(help_box.search, Qt.Key.Key_PageDown)
    assert help_box.reader.verticalScrollBar().value() > before


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_F1, Qt.Key.Key_Return])
def test_esc_f1_and_enter_close_it(help_box: KeysDialog, qtbot: QtBot, key: Qt.Key) -> None:
    with qtbot.waitSignal(help_box.finished):
        qtbot.keyClick(help_box.search, key)


def test_f2_lists_all_of_it_at_the_part_that_is_read(help_box: KeysDialog, qtbot: QtBot) -> None:
    qtbot.keyClick(help_box, Qt.Key.Key_F2)
    qtbot.waitUntil(help_box.hits.hasFocus)
    assert titles(help_box) == [one.title for one in sections()]
    assert help_box.hits.currentItem().text() == "2.14 床位"


def test_a_link_of_the_manual_leads_to_its_part(help_box: KeysDialog) -> None:
    help_box.reader.anchorClicked.emit(QUrl("#63-电脑坏了换新电脑"))
    assert help_box.reader.section is not None and help_box.reader.section.title == "6.3 电脑坏了，换新电脑"


@pytest.mark.parametrize(("lang", "said"), [("en", True), ("zh_CN", False)])
def test_a_chinese_manual_is_said_to_be_chinese(app: QApplication, qtbot: QtBot, lang: str, said: bool) -> None:
    i18n.install(lang)
    box = KeysDialog(None)
    qtbot.addWidget(box)
    assert any("manual is in Chinese" in one.text() for one in box.findChildren(QLabel)) == said


def test_pictures_are_seen_no_broader_than_the_lines(help_box: KeysDialog) -> None:
    reader = help_box.reader
    seen = reader.loadResource(QTextDocument.ResourceType.ImageResource.value, QUrl("pictures/after/card.png"))
    assert isinstance(seen, QImage) and 0 < seen.width() < reader.viewport().width()


def test_every_topic_of_the_table_stands_in_the_manual() -> None:
    assert {name: topic for name, topic in TOPICS.items() if section_of(topic) is None} == {}
    assert section_of(ANY) is not None


def test_every_topic_is_of_a_module_that_there_is() -> None:
    root = Path(__file__).parents[2] / "desktop" / "ui"
    modules = {".".join(one.relative_to(root).with_suffix("").parts) for one in root.rglob("*.py")}
    assert [name for name in TOPICS if not any(one.startswith(name) for one in modules)] == []


@pytest.mark.parametrize(
    ("room", "heading"),
    [
        (RoomKey.HOME, "开机检查"),
        (RoomKey.RESIDENTS, "登记一位老人"),
        (RoomKey.VISITS, "探访：待访看板"),
        (RoomKey.SERVICES, "十助服务"),
        (RoomKey.CANTEEN, "就餐扫码"),
        (RoomKey.BEDS, "床位"),
        (RoomKey.REPORTS, "月底：核对和月报"),
        (RoomKey.SYNC, "上报文件"),
        (RoomKey.SYSTEM, "第一次使用"),
        (RoomKey.IMPORT, "导入 Excel"),
    ],
)
def test_f1_in_a_room_opens_its_topic(
    actor: Actor, folder: DataFolder, qtbot: QtBot, room: RoomKey, heading: str
) -> None:
    window = opened(folder, actor, qtbot)
    window.go(room)
    QTest.keyClick(window, Qt.Key.Key_F1)
    box = window.findChild(KeysDialog)
    assert box is not None and box.reader.section is not None
    assert box.reader.section.heading == heading
    box.reject()


@pytest.mark.slow
def test_every_place_and_every_box_has_a_topic_of_its_own(
    app: QApplication, actor: Actor, folder: DataFolder, person: Callable[..., int], qtbot: QtBot, tmp_path: Path
) -> None:
    i18n.install("zh_CN")
    somebody = furnish(actor, person)
    window = standing(folder, actor, qtbot)
    found = {
        name: topic_near(window.place() if isinstance(root, MainWindow) else root)
        for name, root in Tour(window, qtbot, folder, tmp_path, somebody).places()
    }
    gone(window)
    wrong = {name for name, topic in found.items() if section_of(topic) is None or topic == ANY}
    assert wrong <= {f"box: {name}" for name in ANYWHERE}
    told = {"beds: waiting list": "轮候", "beds: day care, change": "日托", "canteen: food, trace": "批次追溯"}
    told |= {"services: packages": "服务包与预算", "residents: consent withdrawn": "知情同意书"}
    assert {name: found[name].lead for name in told if name in found} == {
        name: lead for name, lead in told.items() if name in found
    }


@pytest.mark.parametrize(("before", "after"), [(900, 400), (400, 900)])
def test_pictures_follow_the_width_that_is_left(app: QApplication, qtbot: QtBot, before: int, after: int) -> None:
    reader = ManualReader()
    qtbot.addWidget(reader)
    reader.resize(before, 500)
    reader.show()
    illustrated = next(one for one in sections() if "![" in one.text)
    reader.show_section(illustrated)
    QApplication.processEvents()
    reader.resize(after, 500)
    QApplication.processEvents()
    assert reader.horizontalScrollBar().maximum() == 0
    # Drawn at that width from the start it is as long.
    fresh = ManualReader()
    qtbot.addWidget(fresh)
    fresh.resize(after, 500)
    fresh.show()
    fresh.show_section(illustrated)
    assert round(reader.document().size().height()) == round(fresh.document().size().height())
