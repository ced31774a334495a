"""Translation without Qt, so that window, command line and reports speak with one voice.

The source language of the code is English. ``resources/i18n/zh_CN.ts`` is kept by lupdate and read as it
is: nothing to build, nothing to go stale (docs/decisions/0005).
"""

from __future__ import annotations

import threading
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from desktop.core.paths import resource

DEFAULT_LANGUAGE = "zh_CN"
LANGUAGES = ("zh_CN", "en")

# A text that is said later, in the language in use then: (context, English source).
Said = tuple[str, str]

_catalogue: dict[tuple[str, str], str] = {}
_language = "en"
# A paper speaks Chinese whatever the window speaks: for one thread, while it is written.
_spoken = threading.local()


def language() -> str:
    """The language in use, ``zh_CN`` or ``en``."""
    return DEFAULT_LANGUAGE if getattr(_spoken, "catalogue", None) is not None else _language


@contextmanager
def on_paper() -> Iterator[None]:
    """Words that are asked for within are those of paper, in this thread alone."""
    _spoken.catalogue = _paper()
    try:
        yield
    finally:
        _spoken.catalogue = None


@cache
def _paper() -> dict[tuple[str, str], str]:
    return read_catalogue(resource("i18n", f"{DEFAULT_LANGUAGE}.ts"))


def install(name: str = DEFAULT_LANGUAGE) -> None:
    """Use the named language from now on; English needs no catalogue."""
    global _language
    if name not in LANGUAGES:
        raise ValueError(f"no such language: {name}")
    _catalogue.clear()
    if name != "en":
        _catalogue.update(read_catalogue(resource("i18n", f"{name}.ts")))
    _language = name


def read_catalogue(path: Path) -> dict[tuple[str, str], str]:
    """(context, source) → finished translation of a Qt ``.ts`` file; Chinese has one plural form."""
    found: dict[tuple[str, str], str] = {}
    for context in ElementTree.parse(path).getroot().iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is None or translation.get("type") in {"unfinished", "vanished", "obsolete"}:
                continue
            form = translation.find("numerusform")
            text = (form if form is not None else translation).text
            if text:
                found[name, message.findtext("source", "")] = text
    return found


def QT_TRANSLATE_NOOP(context: str, text: str) -> Said:
    """Marks a text for lupdate, which knows this name; ``said`` translates it when it is needed."""
    return context, text


def said(words: Said, **values: object) -> str:
    """A marked text in the language in use, with its braces filled."""
    text = translate(*words)
    return text.format(**values) if values else text


def translate(context: str, text: str, comment: str = "", n: int = -1) -> str:  # noqa: ARG001 (lupdate reads it)
    """The text in the language in use; ``%n`` becomes ``n``. lupdate extracts calls with literal arguments."""
    spoken = getattr(_spoken, "catalogue", None)
    found = (_catalogue if spoken is None else spoken).get((context, text), text)
    return found.replace("%n", str(n)) if n >= 0 else found
