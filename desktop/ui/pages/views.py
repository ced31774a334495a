"""A room in whose place other screens can stand, one upon the other; Esc goes back to the one before."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QLayout, QWidget

from desktop.ui.frame.keys import Key, install
from desktop.ui.frame.page import Page
from desktop.ui.frame.session import Session
from desktop.ui.pages.page_view import PageView
from desktop.ui.widgets import laid_out


class ViewsPage(Page):
    """A room with screens of its own in its place, the uppermost last.

    Its keys are said in ``room_keys`` and installed by ``install_room_keys``: they are silent while a screen stands.
    """

    def __init__(self, session: Session, title: str, parent: QWidget | None = None) -> None:
        super().__init__(session, title, parent)
        self._views: list[PageView] = []
        # What was seen of the room, and how its parts shared the height, when the first screen came.
        self._beneath: list[QWidget] = []
        self._stretches: list[int] = []
        self._room_shortcuts: list[QShortcut] = []

    @property
    def view(self) -> PageView | None:
        """The screen that stands in the room's place, if any."""
        return self._views[-1] if self._views else None

    def open_part(self) -> QWidget:
        """The screen that stands in the room's place."""
        return self.view or self

    def lay(self, view: PageView) -> None:
        """Let a screen stand in the room's place; one that stands there already comes to the top."""
        if not self._views:
            self._cover()
        if view in self._views:
            self._views.remove(view)
        else:
            view.closed.connect(self.close_view)
            self.content.addWidget(view, 1)
        self._views.append(view)
        self._show_top()
        view.take_keyboard()

    def close_view(self) -> None:
        """Back to where one was: another screen, or the room."""
        if not self._views:
            return
        gone = self._views.pop()
        gone.hide()
        self.content.removeWidget(gone)
        gone.deleteLater()
        if self._views:
            self._show_top()
            self._views[-1].take_keyboard()
        else:
            self._uncover()
            self.stand_again()

    def close_views(self) -> None:
        """Back to the room at once."""
        while self._views:
            self.close_view()

    def stand_again(self) -> None:
        """The room is seen again: the keyboard goes where it belongs."""
        self.take_keyboard()

    def room_keys(self) -> tuple[Key, ...]:
        """The keys of the room itself."""
        return ()

    def install_room_keys(self) -> None:
        """Let the room's keys work while no screen stands in its place."""
        self._room_shortcuts += install(self, self.room_keys())

    def keys(self) -> tuple[Key, ...]:
        """Those of the room, or of the screen that stands in its place."""
        return self._views[-1].keys() if self._views else self.room_keys()

    def refresh(self) -> None:
        """What stands in the room's place, anew."""
        for view in self._views:
            view.refresh()

    def take_keyboard(self) -> None:
        """Where one was."""
        if self._views:
            self._views[-1].take_keyboard()
        else:
            super().take_keyboard()

    def take_keyboard_back(self) -> None:
        """What had the keyboard has gone: on in the screen, or in the room."""
        self.take_keyboard()

    def _show_top(self) -> None:
        for view in self._views:
            view.setVisible(view is self._views[-1])

    def _cover(self) -> None:
        self._beneath = [part for part in (self.header, *laid_out.widgets(self.content)) if not part.isHidden()]
        # A layout whose parts are hidden would take its share of the height all the same.
        self._stretches = [self.content.stretch(at) for at in range(self.content.count())]
        self._share([0] * len(self._stretches))
        for part in self._beneath:
            part.hide()
        for inner in laid_out.parts(self.content):
            if isinstance(inner, QLayout):
                # Qt goes on counting with what its hidden parts needed.
                inner.invalidate()
                inner.update()
        self._hush(True)

    def _uncover(self) -> None:
        self._share(self._stretches)
        for part in self._beneath:
            part.show()
        self._beneath = []
        self._hush(False)

    def _share(self, stretches: Iterable[int]) -> None:
        for at, stretch in enumerate(stretches):
            self.content.setStretch(at, stretch)

    def _hush(self, silent: bool) -> None:
        for key in self._room_shortcuts:
            key.setEnabled(not silent)
