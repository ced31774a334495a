"""The manual as sections: where it lies, what its headings are, which of them speak of some words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from desktop.core.paths import resource
from desktop.core.text import pinyin_initials

_FILE = "manual.zh-CN.md"
_HEADING = re.compile(r"(#{1,3}) (.+)")
_NUMBER = re.compile(r"(?:[一二三四五六七八九十]+|\d+\.\d+) ")
_LEAD = re.compile(r"^\*\*([^*]+)\*\*", re.MULTILINE)
_LETTERS = re.compile(r"[a-z]+")
_FENCE = "```"


@dataclass(frozen=True)
class Topic:
    """A heading of the manual without its number, and the bold words with which a part beneath it begins."""

    heading: str
    lead: str = ""


@dataclass(frozen=True)
class Section:
    """A heading with what stands beneath it up to the next one, as it is written (Markdown)."""

    title: str
    level: int
    text: str

    @property
    def heading(self) -> str:
        """The title without its number."""
        return _NUMBER.sub("", self.title, count=1)

    @property
    def anchor(self) -> str:
        """What a link within the manual calls it."""
        return re.sub(r"[^\w\- ]", "", self.title.lower()).replace(" ", "-")

    @property
    def leads(self) -> tuple[str, ...]:
        """The bold words with which its parts begin."""
        return tuple(_LEAD.findall(self.text))


def manual_file() -> Path:
    """Where it lies: in a wheel among the resources, in the sources among the documents."""
    shipped = resource(_FILE)
    return shipped if shipped.is_file() else resource().parent / "docs" / _FILE


@lru_cache(maxsize=1)
def sections() -> tuple[Section, ...]:
    """All of them, in order."""
    return read(manual_file().read_text(encoding="utf-8"))


def read(text: str) -> tuple[Section, ...]:
    """A manual's sections; what looks like a heading within a block of commands is none."""
    found: list[tuple[str, int, list[str]]] = []
    fenced = False
    for line in text.splitlines():
        fenced ^= line.startswith(_FENCE)
        heading = None if fenced else _HEADING.fullmatch(line)
        if heading is not None:
            found.append((heading[2], len(heading[1]), [line]))
        elif found:
            found[-1][2].append(line)
    return tuple(Section(title, level, "\n".join(lines)) for title, level, lines in found)


def section_of(topic: Topic) -> Section | None:
    """Where a topic stands; None where the manual has no such heading, or no such part beneath it."""
    for one in sections():
        if one.heading == topic.heading and (not topic.lead or topic.lead in one.leads):
            return one
    return None


def linked(anchor: str) -> Section | None:
    """The section that a link of the manual leads to."""
    return next((one for one in sections() if one.anchor == anchor), None)


def find(words: str) -> list[Section]:
    """The sections that speak of it: first those whose heading does, then those of a part, then of the text.

    Letters are also the initials of a heading or of a part's bold words.
    """
    wanted = words.strip().casefold()
    if not wanted:
        return list(sections())
    ranked = [(rank, at) for at, one in enumerate(sections()) if (rank := _rank(one, wanted)) is not None]
    return [sections()[at] for _rank_, at in sorted(ranked)]


def part_of(one: Section, words: str) -> str:
    """The bold words of the part that is meant, where the heading itself is not."""
    wanted = words.strip().casefold()
    if not wanted or _named(one.heading, wanted, False):
        return ""
    return next((lead for lead in one.leads if _named(lead, wanted, False)), "")


def _rank(one: Section, wanted: str) -> int | None:
    heads = (one.heading, *one.leads)
    for rank, at_start in enumerate((True, False)):
        for within, names in enumerate((heads[:1], heads[1:])):
            if any(_named(name, wanted, at_start) for name in names):
                return 2 * rank + within
    return 4 if wanted in one.text.casefold() else None


def _named(title: str, wanted: str, at_start: bool) -> bool:
    said = [title.casefold(), *([_initials(title)] if _LETTERS.fullmatch(wanted) else [])]
    return any(one.startswith(wanted) if at_start else wanted in one for one in said)


@lru_cache(maxsize=1024)
def _initials(title: str) -> str:
    return "".join(pinyin_initials(char)[0] for char in title if char.isalnum() and pinyin_initials(char))
