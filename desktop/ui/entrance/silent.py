"""A second start while the first window does not answer, or somebody else holds its name: asked, never silent."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.core.i18n import translate
from desktop.ui.frame.single import Way
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.flow import ButtonRow
from desktop.ui.widgets.growing import GrowingDialog
from desktop.ui.widgets.labels import label


class SilentDialog(GrowingDialog):
    """What holds the folder, and the ways on; ``known`` is the process of the window that hangs, if it is ours."""

    def __init__(self, known: int | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.way = Way.QUIT
        self.setWindowTitle(translate("Silent", "The program does not answer"))
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 24, 32, 24)
        column.setSpacing(12)
        column.addWidget(label(translate("Silent", "The program does not answer"), "section"))
        self.words = label(_of_ours(known) if known is not None else _of_nobody(), wrap=True)
        column.addWidget(self.words)
        column.addStretch(1)
        self.wait_button = button(translate("Silent", "Ask it again"), lambda: self._choose(Way.WAIT), "primary")
        ways = [button(translate("Silent", "Quit"), self.reject), self._look()]
        if known is not None:
            ways.append(button(translate("Silent", "End it and open"), lambda: self._choose(Way.END), "danger"))
        else:
            ways.append(button(translate("Silent", "Open all the same"), lambda: self._choose(Way.OPEN)))
        column.addWidget(ButtonRow(*ways, self.wait_button))
        self.be_wide(560)
        self.wait_button.setFocus()

    def _look(self) -> QWidget:
        return button(translate("Silent", "Only look"), lambda: self._choose(Way.LOOK))

    def _choose(self, way: Way) -> None:
        self.way = way
        self.accept()


def _of_ours(process: int) -> str:
    words = translate(
        "Silent",
        "This centre is open in a window that does not answer (process {process}). If it is at long work, wait and ask "
        "it again. If it hangs, end it: what was saved is kept. Or only look, and change no record.",
    )
    return words.format(process=process)


def _of_nobody() -> str:
    return translate(
        "Silent",
        "Something that does not answer holds the name by which a second start finds the window of this centre, and no "
        "window of it is known. If you see one, go on there. If not, open the centre all the same: the database keeps "
        "order between two windows.",
    )
