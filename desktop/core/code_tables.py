"""National code tables as data (``resources/codes``): a name for a code, and words completed by pinyin."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from desktop.core.paths import resource

ETHNIC_GROUPS = "ethnic_groups"
RELATIONS = "relations"
MARITAL = "marital"


@dataclass(frozen=True)
class Word:
    """A word that may be typed: the official name of its code, or another word for it."""

    text: str
    code: str
    initials: str
    pinyin: str
    official: bool = True


@dataclass(frozen=True)
class CodeTable:
    """One table: official names by code, and every word that is understood, in the table's order."""

    names: Mapping[str, str]
    words: tuple[Word, ...]

    def name(self, code: str) -> str:
        """The official name of a code; ``""`` for one that the table lacks."""
        return self.names.get(code, "")

    def code_of(self, text: str) -> str:
        """The code of a word, official or not: both 彝 and 彝族 are 07; ``""`` for an unknown one."""
        plain = text.strip()
        return next((word.code for word in self.words if word.text == plain), "")

    def complete(self, typed: str, limit: int = 9) -> list[Word]:
        """Words that begin with what is typed (characters, initials, pinyin, code), then those that contain it."""
        plain = typed.strip().casefold()
        if not plain:
            return []
        begins = [word for word in self.words if _begins(word, plain)]
        contains = [word for word in self.words if plain in word.text and word not in begins]
        return (sorted(begins, key=lambda word: not _whole(word, plain)) + contains)[:limit]


@cache
def load(name: str) -> CodeTable:
    """One of the tables named above, read when first asked for."""
    with resource("codes", f"{name}.toml").open("rb") as file:
        entries: dict[str, dict[str, object]] = tomllib.load(file)
    names = {code: str(entry["name"]) for code, entry in entries.items()}
    return CodeTable(names, tuple(word for code, entry in entries.items() for word in _words(code, entry)))


def _words(code: str, entry: Mapping[str, object]) -> Iterator[Word]:
    yield Word(str(entry["name"]), code, str(entry["initials"]), str(entry["pinyin"]))
    others = entry.get("also", [])
    assert isinstance(others, list)
    for text, initials, pinyin in others:
        yield Word(text, code, initials, pinyin, official=False)


def _begins(word: Word, plain: str) -> bool:
    return any(one.startswith(plain) for one in (word.text, word.initials, word.pinyin, word.code))


def _whole(word: Word, plain: str) -> bool:
    return plain in {word.text, word.initials, word.pinyin, word.code}
