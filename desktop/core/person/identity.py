"""The ID number (GB 11643) as people type it and as spreadsheets damage it (handbook 2.1).

The number is an attribute, never the key. A number that fails a check is kept and marked to be verified;
only one that a spreadsheet has rounded is thrown away, because its last digits are lost for good. The area
code is never checked: retired codes and those of other provinces are normal.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from desktop.core import clock
from desktop.core.answers import IdState
from desktop.core.reasons import Reason
from desktop.core.trade import DocumentKind, Sex

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECK_CHARACTERS = "10X98765432"
OLDEST_BIRTH = dt.date(1880, 1, 1)

# Reasons that leave the number to be verified; the others only tell that it was rewritten.
TO_VERIFY_REASONS = frozenset(
    {
        Reason.DAMAGED_NUMBER,
        Reason.MISSING_NUMBER,
        Reason.WRONG_CHECK_DIGIT,
        Reason.WRONG_LENGTH,
        Reason.LOOK_ALIKE,
        Reason.SEVERAL_NUMBERS,
        Reason.MASKED_NUMBER,
        Reason.IMPOSSIBLE_BIRTH,
        Reason.BIRTH_CONTRADICTS,
        Reason.SEX_CONTRADICTS,
    }
)
_PERMIT_PREFIXES = ("81", "82", "83")
_NO_NUMBER = frozenset(
    {"", "无", "没有", "暂无", "不详", "未知", "无证件", "-", "--", "/", "N/A", "#N/A", "NONE", "NULL"}
)
_DROPPED = re.compile(r"[\s'‘’`\"“”\-–—_.·。、,;:；：\u200b-\u200f\u202a-\u202e\u2060\ufeff]")
_SCIENTIFIC = re.compile(r"\d(\.\d*)?E\+?\d+", re.IGNORECASE)
# Passports, travel permits, officers' papers, the permits of foreigners (three letters and twelve digits).
_OTHER_DOCUMENT = re.compile(r"[A-Z]{1,3}\d{6,10}[A-Z0-9]?|[A-Z]{3}\d{12}|[军兵士文职干退离休证]{1,4}字?第?\d{4,12}号?")
# What a hand or a reader of pictures writes for a digit, and for the X at the end.
_LOOK_ALIKE_DIGITS = str.maketrans(
    {**dict.fromkeys("OoОоΟοQDＯ〇○", "0"), **dict.fromkeys("lILi|!丨", "1"), "Z": "2", "z": "2", "S": "5", "B": "8"}
)
_LOOK_ALIKE_X = frozenset("×ХхΧχ*✕✖╳xX")
_NOTE = re.compile(r"[(\[【<][^)\]】>]*[)\]】>]?|[\u4e00-\u9fff]+$|^[\u4e00-\u9fff]+[::]?")
_LENGTH = 18
_LONG_NUMBER = re.compile(r"(?<![0-9])[0-9](?:[ -]?[0-9]){13,16}[ -]?[0-9Xx](?![0-9])")
# What ``masked`` leaves of a number.
_MASKED = re.compile(r"\d{1,6}\*{4,}[0-9X]{0,4}")
_NUMBER_BREAK = re.compile(r"[/、,;|\n]+|\s{2,}|(?<=[0-9X])\s+(?=\d{15})")


@dataclass(frozen=True)
class Suggestion:
    """A number that was probably meant: ``how`` is digit, swap, look_alike or part; ``position`` counts from 1."""

    number: str
    how: str
    position: int
    was: str
    becomes: str


@dataclass(frozen=True)
class IdExamination:
    """What a typed or imported ID number turns out to be.

    ``number`` is the 18 characters to keep ("" when missing or damaged), ``written`` what stood there.
    ``kind`` is what document such a number is from.
    """

    number: str
    written: str
    kind: DocumentKind
    state: IdState
    reasons: tuple[Reason, ...] = ()
    born_on: dt.date | None = None
    sex: str = ""
    normalised: bool = False
    suggestions: tuple[Suggestion, ...] = ()


def check_character(body: str) -> str:
    """The 18th character that belongs to the 17 digits before it."""
    return CHECK_CHARACTERS[sum(int(digit) * weight for digit, weight in zip(body, WEIGHTS, strict=True)) % 11]


def is_valid(number: str) -> bool:
    """Whether these 18 characters carry the right check character and a possible birth date."""
    return _well_formed(number) and check_character(number[:17]) == number[17] and birth_of(number) is not None


def birth_of(number: str) -> dt.date | None:
    """The birth date inside an 18-character number; None when the calendar has no such day."""
    try:
        born = dt.date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return None
    return born if OLDEST_BIRTH <= born <= clock.today() else None


def sex_of(number: str) -> Sex:
    """Male for an odd 17th digit, else female."""
    return Sex.MALE if int(number[16]) % 2 else Sex.FEMALE


def widened(fifteen: str) -> str:
    """The 18-character form of a 15-digit number: 19 inserted, check character appended."""
    body = f"{fifteen[:6]}19{fifteen[6:]}"
    return body + check_character(body)


def masked(number: str) -> str:
    """First six and last four characters with stars between: ``530121********1023``."""
    if len(number) <= 10:
        return number[:1] + "*" * max(len(number) - 1, 0)
    return number[:6] + "*" * (len(number) - 10) + number[-4:]


def masked_text(text: str) -> str:
    """The text with everything in it that looks like an ID number masked."""
    return _LONG_NUMBER.sub(lambda found: masked(cleaned(found[0])), text)


def cleaned(text: str) -> str:
    """Plain half-width capitals without blanks, apostrophes and dashes."""
    return _DROPPED.sub("", unicodedata.normalize("NFKC", text)).upper()


def examine(value: object, born_on: dt.date | None = None, sex: str = "") -> IdExamination:
    """Judge an ID number from a cell or a field, against the typed birth date and sex where they are known."""
    return _examine(value, born_on, sex, clock.today())


# The row of a workbook and the form ask several times of one number; whether a birth has come depends on the day.
@lru_cache(maxsize=256, typed=True)
def _examine(value: object, born_on: dt.date | None, sex: str, _today: dt.date) -> IdExamination:
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return _examine_numeric(value, born_on, sex)
    written = "" if value is None else str(value).strip()
    plain = unicodedata.normalize("NFKC", written).strip("'‘’ ")
    if _SCIENTIFIC.fullmatch(plain.replace(" ", "")):
        return IdExamination("", written, DocumentKind.IDENTITY_CARD, IdState.DAMAGED, (Reason.DAMAGED_NUMBER,))
    number = cleaned(written)
    if number in _NO_NUMBER:
        return IdExamination("", written, DocumentKind.NONE, IdState.MISSING, (Reason.MISSING_NUMBER,))
    if _MASKED.fullmatch(number):
        return IdExamination("", written, DocumentKind.IDENTITY_CARD, IdState.TO_VERIFY, (Reason.MASKED_NUMBER,))
    return _several(plain, written, born_on, sex) or _examine_text(number, written, born_on, sex)


def _several(plain: str, written: str, born_on: dt.date | None, sex: str) -> IdExamination | None:
    """Two numbers in one field: a person says which holds, so none is kept."""
    parts = [cleaned(part) for part in _NUMBER_BREAK.split(plain.upper())]
    numbers = [part for part in parts if _well_formed(part) or (len(part) == 15 and part.isdigit())]
    if len(numbers) < 2:
        return None
    proposed = tuple(
        Suggestion(number, "part", at, "", number)
        for at, number in enumerate(numbers, start=1)
        if _agrees(number, born_on, sex)
    )
    return IdExamination(
        "", written, DocumentKind.IDENTITY_CARD, IdState.TO_VERIFY, (Reason.SEVERAL_NUMBERS,), None, "", False, proposed
    )


def _examine_numeric(value: float, born_on: dt.date | None, sex: str) -> IdExamination:
    # A cell holds 15 significant digits: an 18-digit number typed as a number has lost its last three.
    written = repr(value)
    if value != value or abs(value) >= 1e15:
        return IdExamination("", written, DocumentKind.IDENTITY_CARD, IdState.DAMAGED, (Reason.DAMAGED_NUMBER,))
    number = str(int(value))
    return _examine_text(number, number, born_on, sex)


def _examine_text(number: str, written: str, born_on: dt.date | None, sex: str) -> IdExamination:
    if len(number) == 15 and number.isascii() and number.isdigit():
        return _contradictions(widened(number), written, (Reason.FIFTEEN_DIGITS,), born_on, sex)
    reformatted = (Reason.REFORMATTED_NUMBER,) if number != written else ()
    if _well_formed(number):
        if check_character(number[:17]) == number[17]:
            return _contradictions(number, written, reformatted, born_on, sex)
        if number.endswith("000"):
            return IdExamination("", written, DocumentKind.IDENTITY_CARD, IdState.DAMAGED, (Reason.DAMAGED_NUMBER,))
        return _wrong(number, written, (Reason.WRONG_CHECK_DIGIT, *reformatted), born_on, sex)
    if _OTHER_DOCUMENT.fullmatch(number):
        return IdExamination(number, written, DocumentKind.OTHER, IdState.VALID, (), None, "", bool(reformatted))
    noted = cleaned(_NOTE.sub("", unicodedata.normalize("NFKC", written).strip()))
    if noted != number and (_well_formed(noted) or (len(noted) == 15 and noted.isdigit())):
        # 530114…（已故）: the number is read, and the note stays in what was written.
        return _examine_text(noted, written, born_on, sex)
    alike = len(number) == _LENGTH and _well_formed(_plain_digits(number))
    meant = _look_alike(number, born_on, sex)
    if alike or meant is not None:
        return IdExamination(
            number,
            written,
            DocumentKind.IDENTITY_CARD,
            IdState.TO_VERIFY,
            (Reason.LOOK_ALIKE, *reformatted),
            suggestions=() if meant is None else (meant,),
        )
    return IdExamination(
        number, written, DocumentKind.IDENTITY_CARD, IdState.TO_VERIFY, (Reason.WRONG_LENGTH, *reformatted)
    )


def _look_alike(number: str, born_on: dt.date | None, sex: str) -> Suggestion | None:
    """The valid number that was meant by letters which look like its digits."""
    if len(number) == 15 and (digits := number.translate(_LOOK_ALIKE_DIGITS)).isdigit() and digits.isascii():
        at = next((at for at, (was, becomes) in enumerate(zip(number, digits, strict=True)) if was != becomes), None)
        if at is None or not _agrees(digits, born_on, sex):
            return None
        return Suggestion(widened(digits), "look_alike", at + 1, number[at], digits[at])
    if len(number) != _LENGTH:
        return None
    meant = _plain_digits(number)
    changed = [at for at, (was, becomes) in enumerate(zip(number, meant, strict=True)) if was != becomes]
    if not changed or not _agrees(meant, born_on, sex):
        return None
    return Suggestion(meant, "look_alike", changed[0] + 1, number[changed[0]], meant[changed[0]])


def _plain_digits(number: str) -> str:
    """The 18 characters with digits for the letters that look like them."""
    body, last = number[:17].translate(_LOOK_ALIKE_DIGITS), number[17]
    return body + ("X" if last in _LOOK_ALIKE_X else last.translate(_LOOK_ALIKE_DIGITS))


def _contradictions(
    number: str, written: str, reasons: tuple[Reason, ...], born_on: dt.date | None, sex: str
) -> IdExamination:
    born, own_sex = birth_of(number), sex_of(number)
    found: list[Reason] = []
    if born is None:
        found.append(Reason.IMPOSSIBLE_BIRTH)
    elif born_on is not None and born != born_on:
        found.append(Reason.BIRTH_CONTRADICTS)
    if sex in {Sex.MALE, Sex.FEMALE} and sex != own_sex:
        found.append(Reason.SEX_CONTRADICTS)
    state = IdState.TO_VERIFY if found else IdState.VALID
    return IdExamination(number, written, _kind(number), state, (*found, *reasons), born, own_sex, bool(reasons))


def _wrong(number: str, written: str, reasons: tuple[Reason, ...], born_on: dt.date | None, sex: str) -> IdExamination:
    return IdExamination(
        number,
        written,
        _kind(number),
        IdState.TO_VERIFY,
        reasons,
        birth_of(number),
        sex_of(number),
        Reason.REFORMATTED_NUMBER in reasons,
        suggestions(number, born_on, sex),
    )


def suggestions(number: str, born_on: dt.date | None = None, sex: str = "") -> tuple[Suggestion, ...]:
    """Every swap of neighbours, then every single digit, that makes the number valid and agrees with what is known."""
    return tuple(
        found for found in (*_neighbour_swaps(number), *_digit_changes(number)) if _agrees(found.number, born_on, sex)
    )


def _agrees(number: str, born_on: dt.date | None, sex: str) -> bool:
    number = widened(number) if len(number) == 15 and number.isdigit() else number
    return (
        is_valid(number)
        and (born_on is None or birth_of(number) == born_on)
        and (sex not in {Sex.MALE, Sex.FEMALE} or sex_of(number) == sex)
    )


def _digit_changes(number: str) -> Iterator[Suggestion]:
    for index, was in enumerate(number):
        for becomes in "0123456789X" if index == 17 else "0123456789":
            if becomes != was:
                yield Suggestion(number[:index] + becomes + number[index + 1 :], "digit", index + 1, was, becomes)


def _neighbour_swaps(number: str) -> Iterator[Suggestion]:
    for index, (left, right) in enumerate(pairwise(number)):
        if left != right and right != "X":
            changed = number[:index] + right + left + number[index + 2 :]
            yield Suggestion(changed, "swap", index + 1, left + right, right + left)


def _well_formed(number: str) -> bool:
    return re.fullmatch(r"[0-9]{17}[0-9X]", number) is not None


def _kind(number: str) -> DocumentKind:
    return DocumentKind.RESIDENCE_PERMIT if number.startswith(_PERMIT_PREFIXES) else DocumentKind.IDENTITY_CARD
