"""Names as they are met in Yunnan (``resources/demo/names.toml``)."""

from __future__ import annotations

import random
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from desktop.core.paths import resource


@dataclass(frozen=True)
class Name:
    """A whole name and the people (民族) that it goes with."""

    text: str
    ethnicity: str


class NameMaker:
    """Draws names, each only once; one in twenty holds a rare character."""

    def __init__(self, rng: random.Random) -> None:
        data = tomllib.loads(resource("demo", "names.toml").read_text(encoding="utf-8"))
        self._rng = rng
        self._surnames = _words(data["surnames"])
        self._given = _words(data["given"])
        self._peoples = _words(data["peoples"])
        self._whole = _whole_names(data["whole"], rng)
        self._taken: set[str] = set()

    def draw(self, sex: str) -> Name:
        """A name that nobody bears yet; one in sixteen is written as its people write it."""
        if self._whole[sex] and self._rng.random() < 1 / 16:
            name = self._whole[sex].pop()
            self._taken.add(name.text)
            return name
        while True:
            kind = "peoples" if self._rng.random() < 0.25 else "common"
            text = self._rng.choice(self._surnames[kind]) + self._given_name(sex)
            if text not in self._taken:
                self._taken.add(text)
                return Name(text, self._rng.choice(self._peoples[kind]))

    def namesake(self, name: Name) -> Name:
        """The same name once more: two people of one name are common."""
        return Name(name.text, self._rng.choice(self._peoples["common"]))

    def relative(self, name: Name, sex: str) -> str:
        """Somebody of the family: the same surname where the name has one."""
        surnames = [*self._surnames["common"], *self._surnames["peoples"]]
        own = [surname for surname in surnames if name.text.startswith(surname) and "·" not in name.text]
        return (max(own, key=len) if own else self._rng.choice(surnames)) + self._given_name(sex)

    def stranger(self, sex: str) -> str:
        """Somebody of another family."""
        return self._rng.choice(self._surnames["common"]) + self._given_name(sex)

    def _given_name(self, sex: str) -> str:
        if self._rng.random() < 0.05:
            rare = self._rng.choice(self._given["rare"])
            return rare if self._rng.random() < 0.4 else self._rng.choice(self._given[sex])[:1] + rare
        first = self._rng.choice(self._given[sex])
        if len(first) == 2 or self._rng.random() < 0.15:
            return first
        return first + self._rng.choice(self._given[sex])[:1]


def _words(table: Mapping[str, str]) -> dict[str, list[str]]:
    return {key: text.split() for key, text in table.items()}


def _whole_names(data: dict[str, Any], rng: random.Random) -> dict[str, list[Name]]:
    found: dict[str, list[Name]] = {}
    for sex in ("male", "female"):
        found[sex] = [Name(text, people) for people in data for text in data[people][sex].split()]
        rng.shuffle(found[sex])
    return found
