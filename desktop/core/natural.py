"""Sorting as people count: 2栋 before 10栋, 三组 before 十组."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

NaturalKey = tuple[tuple[int, int, str], ...]

_NUMBER = re.compile(r"([0-9]+)")
_DIGITS = "〇一二三四五六七八九"
# Only before the words that count in an address: 三家村 is a name.
_NUMERAL = re.compile(
    r"(?:[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])(?=[组栋幢座号单层楼室户排])"
)


# Buildings and rooms are few and asked for again and again.
@lru_cache(maxsize=4096)
def natural_key(text: str) -> NaturalKey:
    """A key that sorts a text with the numbers in it as numbers."""
    plain = _NUMERAL.sub(lambda match: str(_numeral(match[0])), unicodedata.normalize("NFKC", text))
    pieces = _NUMBER.split(plain)
    # re.split puts the numbers at the odd places, so a word never meets a number at the same place of another key.
    return tuple((1, int(piece), "") if index % 2 else (0, 0, piece) for index, piece in enumerate(pieces))


def _numeral(word: str) -> int:
    """一 to 九十九 as a number."""
    tens, ten, ones = word.partition("十")
    if not ten:
        return _DIGITS.index(word)
    return (_DIGITS.index(tens) if tens else 1) * 10 + (_DIGITS.index(ones) if ones else 0)
