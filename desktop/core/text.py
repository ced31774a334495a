"""Names, phone numbers and the keys by which people are found and compared.

Names keep the characters that were typed (𬱖 䶮 㛃 are real); only blanks, widths and dots are made equal.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

_INVISIBLE = re.compile(r"[\s\u200b-\u200f\u202a-\u202e\u2060\ufeff]")
_DOTS = str.maketrans(dict.fromkeys("••.．・・‧∙●﹒᛫⋅․･", "·"))
# Between two numbers that are whole stands one blank: 13812340002 13912340002, but not within 138 1234 0002.
_PHONE_BREAK = re.compile(r"[、,;/|\n]+|\s{2,}|或|(?<=\d{7})\s+(?=\d{7})")
_MOST_READINGS = 16
# GBK gave eighty characters private codes before Unicode had them: 䶮 stood at U+E863.
_PRIVATE_FIRST, _PRIVATE_LAST = 0xE815, 0xE864
_MOBILE, _SHORTEST_PHONE, _LONGEST_PHONE = 11, 5, 12
_EXTENSION = re.compile(r"(?:转|分机|ext\.?|#)\s*\d{1,6}", re.IGNORECASE)
# 138****0001, as lists that are handed around have it.
_MASKED = re.compile(r"\d[*＊×xX]{2,}\d?")
_LETTERED = re.compile(r"\d[OoIlQSBZｏ|]|[OoIlQSBZ]\d|(?<=\d)[〇○零一二三四五六七八九](?=\d)")
_ROUNDED = re.compile(r"\s*\d(\.\d*)?E\+?\d+\s*", re.IGNORECASE)
# Characters that sound otherwise as a surname.
_SURNAMES = {
    **{"仇": "qiu", "单": "shan", "曾": "zeng", "解": "xie", "区": "ou", "查": "zha", "任": "ren", "盖": "ge"},
    **{"朴": "piao", "华": "hua", "乐": "yue", "翟": "zhai", "尹": "yin", "晏": "yan", "普": "pu", "万俟": "mo qi"},
}


def sign_key(text: str) -> str:
    """A word or a mark of a sheet for comparing: half-width capitals without blanks."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text)).upper()


def name_text(value: object) -> str:
    """A name as it is kept and printed: half-width, without blanks between Han characters, one kind of dot."""
    plain = _half_width("" if value is None else str(value)).translate(_private_characters())
    if any(_is_han(char) for char in plain):
        return _INVISIBLE.sub("", plain).translate(_DOTS)
    return " ".join(_INVISIBLE.sub(" ", plain).split())


def place_text(community: str, address: str) -> str:
    """Where somebody lives; the community is said once, also where the address begins with it."""
    return address if address.startswith(community) else f"{community} {address}".strip()


# Comparing many people asks for the same few names again and again.
@lru_cache(maxsize=8192)
def name_key(name: str) -> str:
    """The name for comparing: blanks, dots, letter case and compatibility forms ignored."""
    return name_text(unicodedata.normalize("NFKC", name)).replace("·", "").replace(" ", "").casefold()


@lru_cache(maxsize=8192)
def pinyin_full(name: str) -> tuple[str, ...]:
    """Every full-pinyin reading without tones or blanks, the likeliest first: 单雄信 → danxiongxin, shanxiongxin."""
    return _combined(_readings(char) for char in name_key(name))


def pinyin_initials(name: str) -> tuple[str, ...]:
    """Every string of pinyin initials: 单雄信 → dxx, sxx, cxx."""
    return _combined(tuple(dict.fromkeys(reading[:1] for reading in _readings(char))) for char in name_key(name))


def sort_key(name: str) -> str:
    """What sorts names by their sounds, character by character: 李芳 before 林爱; the same sound by the character."""
    key = name_key(name)
    sounds = [_readings(char)[0] for char in key]
    for surname, said in _SURNAMES.items():
        if key.startswith(surname):
            sounds[: len(surname)] = said.split()
    return f"{' '.join(sounds)} {key}"


def sound_alike(one: str, other: str) -> bool:
    """Whether two names share a reading."""
    return _begin_alike(name_key(one)[:1], name_key(other)[:1]) and not set(pinyin_full(one)).isdisjoint(
        pinyin_full(other)
    )


@lru_cache(maxsize=1)
def _private_characters() -> dict[int, str]:
    found = {}
    for at in range(_PRIVATE_LAST - _PRIVATE_FIRST + 1):
        trail = 0x50 + at + (0x50 + at >= 0x7F)
        char = bytes([0xFE, trail]).decode("gb18030", errors="replace")
        if not 0xE000 <= ord(char) <= 0xF8FF and char != "\ufffd":
            found[_PRIVATE_FIRST + at] = char
    return found


@dataclass(frozen=True)
class PhoneReading:
    """What a cell or field with phones says: the numbers that can be some, and whether it says anything else."""

    numbers: tuple[str, ...]
    doubtful: bool

    @property
    def first(self) -> str:
        """The one that a form keeps."""
        return next(iter(self.numbers), "")


def read_phones(value: object) -> PhoneReading:
    """The phones in a cell: 5 to 12 digits each, mobile ones just 11.

    Doubtful: a number that can be none, one that a spreadsheet has rounded (1.38E+10) or is masked, words or an
    extension beside it, or more than one number.
    """
    text = unicodedata.normalize("NFKC", "" if value is None else str(value)).strip()
    if isinstance(value, str) and (_ROUNDED.fullmatch(text) or _MASKED.search(text)):
        return PhoneReading((), True)
    if isinstance(value, str) and _LETTERED.search(text):
        # l38l2340OO6: digits that a hand or a reader of pictures took for letters; half a number rings at nobody's.
        return PhoneReading((), True)
    found = phone_numbers(_EXTENSION.sub("", text) if isinstance(value, str) else value)
    good = tuple(one for one in found if _is_phone(one))
    said = bool(_EXTENSION.search(text)) or has_letters(text)
    return PhoneReading(good, (said and bool(found)) or len(found) > 1 or len(good) != len(found))


def _is_phone(digits: str) -> bool:
    if len(digits) >= _MOBILE - 1 and digits.startswith("1") and len(digits) != _MOBILE:
        return False
    if len(digits) >= _MOBILE - 1 and digits[0] not in "01" and not digits.startswith(("400", "800")):
        # So many digits are a mobile number or have an area code before them.
        return False
    return _SHORTEST_PHONE <= len(digits) <= _LONGEST_PHONE


def phone_digits(value: object) -> str:
    """The first phone number in a cell or field as digits: 187-9487 8646 and 13123968184.0 alike."""
    return next(iter(phone_numbers(value)), "")


def has_letters(phone: str) -> bool:
    """Whether what was typed as a phone number holds letters or characters; 或 between two numbers is none."""
    return any(char.isalpha() for char in phone.replace("或", " "))


def phone_numbers(value: object) -> tuple[str, ...]:
    """Every phone number in a cell or field as digits."""
    if value is None or isinstance(value, bool):
        return ()
    if isinstance(value, (int, float)):
        return (str(int(value)),) if value == value and 0 < value < 1e15 else ()
    text = unicodedata.normalize("NFKC", str(value))
    found = (_one_phone(piece) for piece in _PHONE_BREAK.split(text))
    return tuple(dict.fromkeys(digits for digits in found if digits))


def search_key(name: str, *, id_number: str = "", phones: Iterable[str] = (), codes: Iterable[str] = ()) -> str:
    """Everything by which a resident is looked up, in one lower-case line with bars between."""
    pieces = [name_key(name), *pinyin_initials(name), *pinyin_full(name), id_number, *phones, *codes]
    return "|".join(dict.fromkeys(piece.casefold() for piece in pieces if piece))


@lru_cache(maxsize=8192)
def _begin_alike(one: str, other: str) -> bool:
    # Nearly all pairs of names differ here already, and both characters are seen often.
    if not one or not other:
        return False
    pairs = product(_readings(one), _readings(other))
    return any(left.startswith(right) or right.startswith(left) for left, right in pairs)


def _one_phone(piece: str) -> str:
    if re.fullmatch(r"\s*\d+\.0\s*", piece):
        piece = piece.strip()[:-2]
    digits = re.sub(r"\D", "", piece)
    if len(digits) == 13 and digits.startswith("86"):
        digits = digits[2:]
    if len(digits) == 15 and digits.startswith("0086"):
        digits = digits[4:]
    return digits


def _half_width(text: str) -> str:
    # NFKC as a whole would fold compatibility ideographs, which are other characters on an ID card.
    return "".join(
        char if unicodedata.normalize("NFKC", char) == char or _is_han(char) else unicodedata.normalize("NFKC", char)
        for char in text
    )


def _is_han(char: str) -> bool:
    point = ord(char)
    return 0x3400 <= point <= 0x9FFF or 0xF900 <= point <= 0xFAFF or 0x20000 <= point <= 0x3FFFF or point == 0x3007


def _combined(choices: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    found: list[str] = []
    # The last character varies first, so the surname's readings are cut off last.
    for pieces in product(*(tuple(reversed(choice)) for choice in _bounded(tuple(choices)))):
        found.append("".join(pieces))
    return tuple(dict.fromkeys(reversed(found))) if found != [""] else ()


def _bounded(choices: tuple[tuple[str, ...], ...]) -> list[tuple[str, ...]]:
    room, kept = _MOST_READINGS, []
    for choice in choices:
        allowed = choice[: max(room, 1)]
        room //= len(allowed) or 1
        kept.append(allowed)
    return kept


@lru_cache(maxsize=8192)
def _readings(char: str) -> tuple[str, ...]:
    if not _is_han(char):
        return (char,)
    # pypinyin takes half a second to load and most starts of the program never need it.
    from pypinyin import Style, pinyin

    return tuple(dict.fromkeys(reading.replace("ü", "v") for reading in pinyin(char, Style.NORMAL, heteronym=True)[0]))
