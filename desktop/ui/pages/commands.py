"""Ctrl+K: whatever the window can show or do, and whoever is on register, found by typing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache, partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut

from desktop.core.i18n import translate
from desktop.core.text import name_key, pinyin_full, pinyin_initials
from desktop.ui.dialogs.command import CommandDialog, CommandLine
from desktop.ui.forms.person_field import PersonChoice
from desktop.ui.forms.resident_field import people_found
from desktop.ui.frame.keys import Key
from desktop.ui.frame.main_window import MainWindow
from desktop.ui.frame.page import Page
from desktop.ui.frame.perform import reading
from desktop.ui.frame.rooms import RoomKey
from desktop.ui.frame.scan import is_code
from desktop.ui.pages.asks import Open
from desktop.ui.widgets.asking import asked_of, refusal, row_of
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.menus import acts_near

COMMAND_KEY = "Ctrl+K"
# How many of each kind are listed.
_MOST = 10
# What is typed on a button of its key, and what more there is to come.
_KEY = re.compile(r"\s*[（(]([^（()）]*)[)）]\s*$")
# Which letters the words of an act may begin with; the rest of a sentence is found by its characters.
_SOUNDED = 10


class CommandSearch(QObject):
    """Answers Ctrl+K in the window; ``open_code`` shows what any code of the centre is of."""

    def __init__(self, window: MainWindow, open_code: Callable[[str], object]) -> None:
        super().__init__(window)
        self._window, self._open_code = window, open_code
        QShortcut(QKeySequence(COMMAND_KEY), window).activated.connect(self.open)

    def open(self) -> CommandDialog:
        """Ask what is wanted; the pages and acts that are there now are asked for once."""
        standing = [*self._acts(), *self._places(), *self._everywhere()]
        box = CommandDialog(lambda typed: self.find(typed, standing), self._window)
        box.open()
        return box

    def find(self, typed: str, standing: Sequence[CommandLine]) -> list[CommandLine]:
        """What fits: nothing typed lists pages and acts and reads no register."""
        if not typed:
            return list(standing)
        if is_code(typed):
            words = translate("Command", "What has the code {code}").format(code=typed)
            return [*self._people(typed), CommandLine(words, "", lambda: self._open_code(typed))]
        ranked = ((_rank(one.words, typed), at, one) for at, one in enumerate(standing))
        fitting = sorted(found for found in ranked if found[0] is not None)
        found = [one for _rank_, _at, one in fitting]
        return [*found[:_MOST], *self._people(typed), *found[_MOST:]]

    def _people(self, typed: str) -> list[CommandLine]:
        found: list[PersonChoice] = []
        reading(self._page(), lambda: found.extend(people_found(typed, _MOST)))
        return [CommandLine(one.name, one.detail, partial(self._go, RoomKey.RESIDENTS, Open(one.id))) for one in found]

    def _places(self) -> Iterator[CommandLine]:
        for room in self._window.rooms():
            yield CommandLine(room.title, translate("Command", "Page"), partial(self._go, room.key))
        for room in self._window.rooms():
            for place in self._window.page(room.key).places():
                call = partial(self._go, room.key, place.argument)
                yield CommandLine(place.words, room.title, call)

    def _acts(self) -> Iterator[CommandLine]:
        """What the page that is open offers: its keys, then buttons that have none."""
        page, said = self._page(), set[str]()
        title = translate("Command", "Here")
        answered: tuple[Key, ...] = page.keys()
        for key in answered:
            if key.call is not None and key.keys not in said:
                said.add(key.keys)
                yield CommandLine(key.words, f"{title}  {key.keys}", key.call, self._refused(key))
        for one in acts_near(page):
            words, keys = _split(one)
            if words and keys not in said:
                yield CommandLine(words, f"{title}  {keys}".strip(), one.click, _refused(one))

    def _everywhere(self) -> Iterator[CommandLine]:
        window = self._window
        for words, keys, call in (
            (translate("Keys", "lock the screen; only the own password opens it"), "Ctrl+L", window.lock),
            (translate("Keys", "another person signs in"), "Ctrl+Shift+L", window.switch_user),
            (translate("Keys", "the last ten acts, to take one of them back"), "Ctrl+Shift+Z", window.deeds.show_list),
            (translate("Command", "the keys of this page, and the manual"), "F1", window.show_keys),
        ):
            yield CommandLine(words, keys, call)

    def _refused(self, key: Key) -> str:
        action, row = asked_of(key.call), row_of(key.call)
        if action is None:
            return ""
        return refusal(self._window.session.actor, action, row() if row is not None else None)

    def _page(self) -> Page:
        return self._window.page(self._window.current_room)

    def _go(self, key: RoomKey, argument: object = None) -> None:
        self._window.go(key, argument)


def _refused(one: Button) -> str:
    if one.isEnabled():
        return ""
    return one.refused or one.toolTip() or translate("Command", "Not possible now.")


def _split(one: Button) -> tuple[str, str]:
    """The words of a button and the key that stands on it or in its tip."""
    words = one.text() or one.accessibleName()
    keys = _KEY.search(words) or _KEY.search(one.toolTip())
    return _KEY.sub("", words).strip(), keys.group(1) if keys else one.shortcut().toString()


def _rank(words: str, typed: str) -> int | None:
    """How well words fit: they begin so, a part does, they sound so from some character on; None when not at all."""
    key, wanted = name_key(words), name_key(typed)
    if key.startswith(wanted):
        return 0
    if wanted in key:
        return 1
    if not (wanted.isascii() and wanted.isalpha()):
        return None
    return next((2 + min(at, 1) for at, sounds in enumerate(_sounds(key)) if _begins(sounds, wanted)), None)


def _begins(sounds: Sequence[str], wanted: str) -> bool:
    return any(one.startswith(wanted) for one in sounds)


@lru_cache(maxsize=1024)
def _sounds(key: str) -> tuple[tuple[str, ...], ...]:
    """Pinyin and initials from each of the first characters on."""
    parts = [key[at : at + _SOUNDED] for at in range(min(len(key), _SOUNDED)) if not key[at].isascii()]
    return tuple((*pinyin_initials(part), *pinyin_full(part)) for part in parts)
