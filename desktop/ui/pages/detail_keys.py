"""The keys of the acts with one record, which stand on the buttons of its panel."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from desktop.ui.frame.keys import Key
from desktop.ui.widgets.detail import DetailPanel

# The same in all rooms: go to whom or what the record is about, take it back, its paper.
PERSON_KEY, VOID_KEY, PAPER_KEY, COLUMNS_KEY = "Ctrl+G", "F12", "Ctrl+Shift+P", "Ctrl+Shift+K"


def keys_of(panel: DetailPanel | None, heard: Callable[[], bool] = lambda: True) -> tuple[Key, ...]:
    """Those of a panel, for a page to say and install; they work where it stands aside too, while ``heard`` says so."""
    if panel is None:
        return ()

    def press(keys: str) -> None:
        if heard():
            panel.press(keys)

    return tuple(Key(keys, words, partial(press, keys)) for keys, words in panel.keyed.items())
