"""Which words of a list a typed text may mean, in the ranking of the search."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence

from desktop.core.text import name_key, pinyin_full, pinyin_initials

# What a name of a place often ends with and as often is left out.
_ENDINGS = ("社区居委会", "社区居民委员会", "居委会", "村委会", "社区", "村")
_LEAST_ALIKE = 0.5
# What people are called by: 小杨, 老杨, 杨师傅, 杨姐, 志愿者小李.
_BEFORE = ("志愿者", "护理员", "探访员", "社工", "厨师")
_FAMILIAR = ("小", "老", "阿", "大")
_AFTER = ("师傅", "老师", "阿姨", "大姐", "大哥", "医生", "护士", "主任", "站长", "姐", "哥", "工", "姨", "叔", "嬢")


def fitting(words: Sequence[str], typed: str) -> list[str]:
    """The words that are, begin with, contain, then sound like what was typed: whole pinyin or initials."""
    wanted = name_key(typed)
    if not wanted:
        return list(words)
    ranked = ((_rank(word, wanted), word) for word in words)
    found = sorted((pair for pair in ranked if pair[0] is not None), key=lambda pair: pair[0] or 0)
    return list(dict.fromkeys(word for _, word in found))


def nearest(words: Iterable[str], text: str) -> str:
    """The word that was most likely meant by a text; ``""`` when none is like it."""
    likeness, word = max(((_likeness(word, text), word) for word in words), default=(0.0, ""), key=lambda one: one[0])
    return word if likeness >= _LEAST_ALIKE else ""


def nearest_person(names: Sequence[str], text: str) -> str:
    """The name that was most likely meant; 小杨 and 杨师傅 mean the only one of that surname."""
    found = nearest(names, text)
    surname = "" if found else _surname(name_key(text))
    bearers = [name for name in names if name_key(name).startswith(surname)] if surname else []
    return bearers[0] if len(bearers) == 1 else found


def _surname(key: str) -> str:
    for before in _BEFORE:
        key = key.removeprefix(before)
    after = next((word for word in _AFTER if key.endswith(word)), "")
    rest = key.removesuffix(after) if after else key
    familiar = rest[:1] in _FAMILIAR and len(rest) > 1
    rest = rest[1:] if familiar else rest
    return rest if (after or familiar) and 1 <= len(rest) <= 2 else ""


def _rank(word: str, wanted: str) -> int | None:
    key = name_key(word)
    if key == wanted:
        return 0
    if key.startswith(wanted):
        return 1
    if _letters(wanted) and any(sound.startswith(wanted) for sound in pinyin_full(word)):
        return 2
    if _letters(wanted) and any(sound.startswith(wanted) for sound in pinyin_initials(word)):
        return 3
    return 4 if wanted in key else None


def _likeness(word: str, text: str) -> float:
    one, other = _stem(name_key(word)), _stem(name_key(text))
    if one == other or not set(pinyin_full(one)).isdisjoint((*pinyin_full(other), other)):
        return 1.0
    if _letters(other):
        return 0.9 if _rank(word, other) is not None else 0.0
    if one in other or other in one:
        return 0.8
    return difflib.SequenceMatcher(None, one, other).ratio()


def _stem(key: str) -> str:
    ending = next((ending for ending in _ENDINGS if key.endswith(ending) and key != ending), "")
    return key.removesuffix(ending) if ending else key


def _letters(text: str) -> bool:
    return text.isascii() and text.isalpha()
