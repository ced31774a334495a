"""What was typed and not saved, offered to whoever typed it when the same form or box is opened again."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import blake2b
from pathlib import Path
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QObject, SignalInstance
from PySide6.QtWidgets import QWidget

from desktop.core.i18n import translate
from desktop.ui.forms.drafts import DraftKeeper
from desktop.ui.look.theme import Tone
from desktop.ui.widgets.strips import MessageStrip


class KnowsDrafts(Protocol):
    """Who sits here, and where what this person types is kept."""

    def draft_path(self, key: str) -> Path:
        """The file of one form."""


@runtime_checkable
class HasDrafts(Protocol):
    """A page or box of somebody who signed in."""

    session: KnowsDrafts


def path_near(widget: QWidget, *names: object) -> Path | None:
    """Where the typing of a box over a widget is kept; the file's name says nothing of whom the box is about."""
    place: QWidget | None = widget
    while place is not None and not isinstance(place, HasDrafts):
        place = place.parentWidget()
    key = blake2b(repr(names).encode("utf-8"), digest_size=12).hexdigest()
    return None if place is None else place.session.draft_path(f"box-{key}")


class Typed(Protocol):
    """A form, or something else that is filled in."""

    @property
    def changed(self) -> SignalInstance:
        """Follows every change by hand."""

    def to_keep(self) -> dict[str, object]:
        """What was entered and may stand in a file."""

    def set_values(self, values: Mapping[str, object]) -> None:
        """Show values."""

    def focus_first(self) -> None:
        """Go to where one types."""


class KeptTyping(QObject):
    """Keeps what is typed in a form, and asks in a strip about what was left there earlier."""

    def __init__(self, path: Path, form: Typed, strip: MessageStrip, owner: QWidget) -> None:
        super().__init__(owner)
        self.keeper = DraftKeeper(path, form.to_keep, self)
        self._form, self._strip = form, strip
        self._offered: dict[str, object] | None = None
        form.changed.connect(self.keeper.note_change)

    def begin(self) -> None:
        """The form is shown: set aside and offer what was left."""
        self.keeper.set_aside()
        self._offer()

    def bring_back(self) -> bool:
        """Show again what was typed earlier and not saved, as long as that is offered; whether it was."""
        kept, self._offered = self._offered, None
        if not kept:
            return False
        self._strip.clear()
        self._form.set_values(kept)
        self._form.focus_first()
        # On disk as what is typed now, before the older file goes.
        self.keeper.keep_now()
        self.keeper.answered()
        return True

    def _offer(self) -> None:
        self._offered = kept = self.keeper.found()
        if not kept:
            return
        self._strip.say(
            translate("KeptTyping", "Something typed here earlier was not saved."),
            Tone.ACCENT,
            {
                translate("KeptTyping", "Bring it back (Ctrl+B)"): self.bring_back,
                translate("KeptTyping", "Discard"): self._forget,
            },
        )
        self._strip.take_keyboard()

    def _forget(self) -> None:
        self._offered = None
        self.keeper.answered()
        self._form.focus_first()
        self._offer()
