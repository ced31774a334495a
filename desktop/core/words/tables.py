"""Tables of fixed words: a code with its Chinese and its English term."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from desktop.core.i18n import language

# Code → Chinese, English.
Pairs = Mapping[str, tuple[str, str]]


class Shown(Mapping[str, str]):
    """The words of a table in the language in use."""

    def __init__(self, pairs: Pairs) -> None:
        self._pairs = pairs

    def __getitem__(self, code: str) -> str:
        chinese, english = self._pairs[code]
        return english if language() == "en" else chinese

    def __iter__(self) -> Iterator[str]:
        return iter(self._pairs)

    def __len__(self) -> int:
        return len(self._pairs)


class Terms(Mapping[str, str]):
    """A table of terms: itself the Chinese ones, as on paper and in files; ``shown`` those of the language in use."""

    def __init__(self, pairs: Pairs) -> None:
        self.pairs = pairs
        self.shown = Shown(pairs)

    def __getitem__(self, code: str) -> str:
        return self.pairs[code][0]

    def __iter__(self) -> Iterator[str]:
        return iter(self.pairs)

    def __len__(self) -> int:
        return len(self.pairs)
