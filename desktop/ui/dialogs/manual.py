"""The manual on the screen, offline, one section at a time: the same text as docs/manual.zh-CN.md."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QResizeEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QTextEdit, QWidget

from desktop.core.i18n import translate
from desktop.core.manual import Section, Topic, linked, manual_file, section_of
from desktop.ui.look import theme

# How broad a picture is at normal text size, and how much of the window's the least.
_PICTURE, _LEAST = 560, 200


class ManualReader(QTextBrowser):
    """Shows one section; links of the manual lead to another, words that were searched for are marked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.section: Section | None = None
        self._lead = ""
        self._words = ""
        self._drawn = 0
        self.setAccessibleName(translate("Manual", "Manual"))
        self.setOpenLinks(False)
        self.anchorClicked.connect(self._follow)

    def show_topic(self, topic: Topic) -> None:
        """Show where the manual speaks of it."""
        found = section_of(topic)
        if found is not None:
            self.show_section(found, lead=topic.lead)

    def show_section(self, section: Section, words: str = "", lead: str = "") -> None:
        """Show a section, from the part that begins with ``lead`` or the first of ``words``, which are marked."""
        self.section, self._lead, self._words, self._drawn = section, lead, words, 0
        self.document().setMarkdown(section.text, QTextDocument.MarkdownFeature.MarkdownDialectGitHub)
        _wrap_all(self.document())
        # Else it would stay where its text ends.
        self.moveCursor(QTextCursor.MoveOperation.Start)
        found = self._mark(words)
        if lead:
            self._begin_at(self.document().find(lead))
        elif found:
            self._begin_at(found[0])

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """One of the pictures beside the manual, no broader than the lines."""
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return super().loadResource(kind, name)
        picture = QImage(str(manual_file().parent / QUrl(name).toString()))
        self._drawn = self._wide()
        return picture.scaledToWidth(self._drawn, Qt.TransformationMode.SmoothTransformation)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stay at the part: how high the lines before it are follows from how broad they are."""
        super().resizeEvent(event)
        if self.section is not None and self._drawn not in (0, self._wide()):
            # Pictures that are drawn stay as broad as they are, whatever room is left.
            self.show_section(self.section, self._words, self._lead)
        # Qt goes on with the range of the lines before they were wrapped anew.
        over = round(self.document().size().width()) - self.viewport().width()
        self.horizontalScrollBar().setRange(0, max(over, 0))
        if self._lead:
            self._begin_at(self.document().find(self._lead))

    def _wide(self) -> int:
        return max(min(theme.px(_PICTURE), self.viewport().width() - theme.px(24)), _LEAST)

    def _mark(self, words: str) -> list[QTextCursor]:
        found: list[QTextCursor] = []
        cursor = self.document().find(words) if words else QTextCursor()
        while not cursor.isNull():
            found.append(cursor)
            cursor = self.document().find(words, cursor)
        marks = []
        for one in found:
            mark = QTextEdit.ExtraSelection()
            mark.cursor = one  # type: ignore[attr-defined]
            mark.format.setBackground(theme.color("attention_tint"))  # type: ignore[attr-defined]
            marks.append(mark)
        self.setExtraSelections(marks)
        return found

    def _begin_at(self, place: QTextCursor) -> None:
        if not place.isNull():
            top = self.document().documentLayout().blockBoundingRect(place.block()).top()
            self.verticalScrollBar().setValue(int(top))

    def _follow(self, link: QUrl) -> None:
        found = linked(link.fragment(QUrl.ComponentFormattingOption.FullyDecoded))
        if found is not None:
            self.show_section(found)


def _wrap_all(document: QTextDocument) -> None:
    """Commands wrap as other lines do, so that nothing goes sideways in large text on a small screen."""
    block = document.begin()
    while block.isValid():
        form = block.blockFormat()
        if form.nonBreakableLines():
            form.setNonBreakableLines(False)
            QTextCursor(block).setBlockFormat(form)
        block = block.next()
