"""How a cell looks: plain words, or chips; the selected row has a bar at its left, its current cell a line beneath."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QToolTip

from desktop.ui.look import theme
from desktop.ui.widgets.chips import Chips, chip_width, paint_chips

CELL_PADDING = 12
Index = QModelIndex | QPersistentModelIndex


class CellDelegate(QStyledItemDelegate):
    """Paints cells from the model's words and chips."""

    hovered_line = -1

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, words or chips, hairline."""
        painter.save()
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        box = QRectF(option.rect)  # type: ignore[attr-defined]
        selected = bool(state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.fillRect(box, theme.color("selected"))
        elif index.row() == self.hovered_line:
            painter.fillRect(box, theme.color("hover"))
        painter.setPen(QPen(theme.color("hairline"), 1))
        painter.drawLine(QPointF(box.left(), box.bottom() - 0.5), QPointF(box.right(), box.bottom() - 0.5))
        if selected and index.column() == 0:
            painter.fillRect(QRectF(box.left(), box.top(), 4, box.height()), theme.color("accent"))
        if state & QStyle.StateFlag.State_HasFocus and index.column() > 0:
            # Where ← and → led to: what Enter opens in a table of numbers, and Ctrl+Alt+C copies in any.
            line = box.adjusted(CELL_PADDING - 4, 0, 4 - CELL_PADDING, -2)
            painter.fillRect(QRectF(line.left(), line.bottom() - 2, line.width(), 2), theme.color("accent"))
        self._paint_value(painter, box.adjusted(CELL_PADDING, 0, -CELL_PADDING, 0), index, selected)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As wide as the words."""
        value = index.data(Qt.ItemDataRole.UserRole)
        return QSize(_width(value, False) + 2 * CELL_PADDING, theme.px(theme.ROW_HEIGHT))

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        """The whole words as a tool tip, where the column is too narrow for them."""
        if event.type() == QEvent.Type.ToolTip and index.isValid():
            value = index.data(Qt.ItemDataRole.UserRole)
            room = view.visualRect(QModelIndex(index)).width() - 2 * CELL_PADDING  # type: ignore[arg-type]
            QToolTip.showText(event.globalPos(), str(value) if _width(value, False) > room else "", view)
            return True
        return False

    def _paint_value(self, painter: QPainter, box: QRectF, index: Index, selected: bool) -> None:
        value = index.data(Qt.ItemDataRole.UserRole)
        if isinstance(value, Chips):
            paint_chips(painter, box, value.chips)
            return
        bold = selected and index.column() == 0
        painter.setFont(theme.font(bold=bold))
        painter.setPen(theme.color("ink"))
        words = painter.fontMetrics().elidedText(str(value), Qt.TextElideMode.ElideRight, int(box.width()))
        alignment = index.data(Qt.ItemDataRole.TextAlignmentRole)
        painter.drawText(box, int(alignment), words)


def _width(value: object, bold: bool) -> int:
    if isinstance(value, Chips):
        return sum(chip_width(chip) + theme.px(6) for chip in value.chips)
    return QFontMetrics(theme.font(bold=bold)).horizontalAdvance(str(value))
