"""The manual on the screen, offline: the same text as docs/manual.zh-CN.md."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QShowEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QDialog, QTextBrowser, QVBoxLayout, QWidget

from desktop.core.i18n import translate
from desktop.core.paths import resource
from desktop.ui.look import theme

_FILE = "manual.zh-CN.md"
# How broad a picture is at normal text size.
_PICTURE = 560
# Where the manual, which is Chinese, speaks of a room.
HEADINGS: Mapping[str, str] = {
    "home": "开机检查",
    "residents": "登记一位老人",
    "visits": "待访看板",
    "services": "十助服务",
    "canteen": "就餐扫码",
    "beds": "床位",
    "reports": "核对和月报",
    "sync": "上报文件",
    "system": "备份与恢复",
    "import": "导入 Excel",
    # The rooms of a district's window.
    **dict.fromkeys(("centres", "figures", "across", "papers", "receipts", "office"), "区里的窗口"),
}


def manual_file() -> Path:
    """Where it lies: in a wheel among the resources, in the sources among the documents."""
    shipped = resource(_FILE)
    return shipped if shipped.is_file() else resource().parent / "docs" / _FILE


class _Pages(QTextBrowser):
    """Finds the pictures beside the manual, and shows them no broader than the lines."""

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """One of the pictures."""
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return super().loadResource(kind, name)
        picture = QImage(str(manual_file().parent / QUrl(name).toString()))
        return picture.scaledToWidth(theme.px(_PICTURE), Qt.TransformationMode.SmoothTransformation)


class ManualDialog(QDialog):
    """The whole manual, opened where it speaks of ``room``; arrow keys and PgDn scroll, Esc closes."""

    def __init__(self, room: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("Manual", "Manual"))
        self.text = _Pages()
        self.text.setAccessibleName(self.windowTitle())
        self.text.document().setMarkdown(
            manual_file().read_text(encoding="utf-8"), QTextDocument.MarkdownFeature.MarkdownDialectGitHub
        )
        _wrap_all(self.text.document())
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.addWidget(self.text)
        screen = self.screen().availableGeometry()
        self._heading = HEADINGS.get(room, "")
        self.resize(min(theme.px(820), screen.width() - 40), min(theme.px(640), screen.height() - 80))
        self.text.setFocus()

    def said_keys(self) -> tuple[tuple[str, str], ...]:
        """What is said on F1."""
        return (("PgDn PgUp", translate("Manual", "further down, further up")),)

    def showEvent(self, event: QShowEvent) -> None:
        """Go to the room's part once it is known how high the lines are."""
        super().showEvent(event)
        self.go_to(self._heading)

    def go_to(self, words: str) -> None:
        """Put the first heading with these words at the top of what is seen."""
        block = self.text.document().begin()
        while words and block.isValid():
            if block.blockFormat().headingLevel() and words in block.text():
                cursor = self.text.textCursor()
                cursor.setPosition(self.text.document().lastBlock().position())
                self.text.setTextCursor(cursor)
                cursor.setPosition(block.position())
                self.text.setTextCursor(cursor)
                return
            block = block.next()


def _wrap_all(document: QTextDocument) -> None:
    """Commands wrap as other lines do, so that nothing goes sideways in large text on a small screen."""
    block = document.begin()
    while block.isValid():
        form = block.blockFormat()
        if form.nonBreakableLines():
            form.setNonBreakableLines(False)
            QTextCursor(block).setBlockFormat(form)
        block = block.next()
