"""What every section of the system page is built on."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.core.trade import Role
from desktop.ui.frame.keys import Key
from desktop.ui.frame.perform import strip_near
from desktop.ui.frame.session import Session
from desktop.ui.look.theme import Tone
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.flow import ButtonRow
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.page_area import ContentArea


class SystemSection(Card):
    """A card with a heading, words about it, ``content``, which scrolls where it must, and a row of ``buttons``."""

    def __init__(self, session: Session, title: str, about: str = "", parent: QWidget | None = None) -> None:
        super().__init__(title, parent=parent)
        self.session = session
        middle = QWidget()
        self.content = QVBoxLayout(middle)
        self.content.setContentsMargins(0, 0, 0, 0)
        self.content.setSpacing(10)
        if about:
            self.content.addWidget(label(about, "secondary", wrap=True))
        self.body.addWidget(ContentArea(middle), 1)
        self.buttons = ButtonRow()
        self.body.addWidget(self.buttons)

    @property
    def is_director(self) -> bool:
        """Whether the director sits here."""
        return self.session.actor.role == Role.DIRECTOR

    def say(self, words: str, tone: Tone = Tone.OK) -> None:
        """Say something in the strip of the page that the section stands in."""
        strip = strip_near(self)
        if strip is not None:
            strip.say(words, tone)

    def keys(self) -> tuple[Key, ...]:
        """The section's own keys, for F1."""
        return ()

    def refresh(self) -> None:
        """Read what is shown anew."""
