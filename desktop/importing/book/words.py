"""The words of sheets as codes of the glossary; the synonyms are data (resources/rules/words.toml)."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache

from desktop.core.paths import resource
from desktop.core.text import sign_key
from desktop.core.words import terms
from desktop.core.words.assessments import ASSESSMENT_REASONS
from desktop.core.words.beds import BED_CLASSES
from desktop.core.words.work import CERTIFICATE_LEVELS
from desktop.importing.book.cells import Cell, blank, text_of

_OWN_WORDS: Mapping[str, Mapping[str, str]] = {
    "sex": terms.SEXES,
    "flags": terms.FLAGS,
    "living": terms.LIVING_ARRANGEMENTS,
    "grade": terms.GRADES,
    "state": terms.REGISTER_STATES,
    "marital": terms.MARITAL_STATES,
    "household_kind": terms.HOUSEHOLD_KINDS,
    "bed_kind": terms.BED_KINDS,
    "bed_mode": terms.BED_MODES,
    "bed_class": BED_CLASSES,
    "bed_state": terms.BED_STATES,
    "service_type": terms.SERVICE_TYPES,
    "service_state": terms.SERVICE_STATES,
    "service_place": terms.SERVICE_PLACES,
    "payer": terms.PAYERS,
    "visit_method": terms.VISIT_METHODS,
    "visit_outcome": terms.VISIT_OUTCOMES,
    "block_state": terms.BLOCK_STATES,
    "meal": terms.MEALS,
    "meal_mode": terms.MEAL_MODES,
    "post_role": terms.POST_ROLES,
    "certificate_kind": terms.CERTIFICATE_KINDS,
    "certificate_level": CERTIFICATE_LEVELS,
    "assessment_reason": ASSESSMENT_REASONS,
}
_EMPTY_BOX = re.compile(r"[□☐○◯◻▢⬜❏❑▫]|[\[【]\s*[\]】]|[(（]\s*[)）]")
_TICK = r"[☑✓✔√■●☒▣◉⊠⦿🗹🗸✅◼◾⬛⬤⚫]|[\[【][xX√✓✔]\s*[\]】]|[(（]\s*[√✓✔xX]\s*[)）]"
_BOX = re.compile(rf"{_EMPTY_BOX.pattern}|{_TICK}")
_BOX_THEN_WORD = re.compile(rf"({_BOX.pattern})((?:(?!{_BOX.pattern}).)*)", re.DOTALL)
_WORD_THEN_BOX = re.compile(rf"((?:(?!{_BOX.pattern})[^\s、,;])+)\s*({_BOX.pattern})")
# Wingdings lost its font: R and þ are ticked boxes there, £, ¨ and o empty ones; 回 and 口 are boxes drawn by hand.
_FONT_BOX = re.compile(r"(?<![\w])[RþS£¨o](?=[\u4e00-\u9fff])|(?<!\S)[回口](?=[\u4e00-\u9fff])")
_FONT_BOXES = str.maketrans("RþS£¨o回口", "☑☑☒□□□☑□")
# ☑独居 ☒空巢: beside a tick a cross may say yes or no, so a person decides; in ☒独居 □空巢 it is the tick.
_CROSS = "☒"
_LABEL = re.compile(r"[^:：]*[:：]\s*")
# ①正常 ②需关注 ③风险√
_OPTION_NUMBER = re.compile(r"[①-⑩]|(?<!\d)\d\s*[.．、:：)]\s*(?=[\u4e00-\u9fff])")
_WORD_THEN_TICK = re.compile(rf"([^\s、,;]+?)\s*(?:{_TICK})")
_ENDS_IN_BOX = re.compile(rf"(?:{_BOX.pattern})$")
_SEPARATORS = re.compile(r"[、,;/|+\n\r\t]+")


def own_words(group: str) -> tuple[str, ...]:
    """The glossary's own words of a group, for a drop-down."""
    return tuple(_OWN_WORDS[group].values())


def code_of(group: str, cell: Cell) -> str | None:
    """The code of a word, of the ticked one where boxes stand before words; "" for an empty cell, None for unknown."""
    return "" if cell is None else _code_of(group, text_of(cell))


def ticked(text: str) -> str:
    """What is ticked of ☑正常 □需关注 or 正常√ 需关注, joined by 、; the text itself where nothing is to be ticked."""
    text = _with_boxes(text)
    if not _BOX.search(text) or (_CROSS in text and any(mark != _CROSS for mark in re.findall(_TICK, text))):
        return text
    text = _OPTION_NUMBER.sub(" ", text).strip()
    if _EMPTY_BOX.search(text) or _BOX.match(text.strip()):
        # 独居(√) 空巢( ): the boxes stand behind where the text begins with a word and ends with a box.
        behind = not _BOX.match(text.strip()) and _ENDS_IN_BOX.search(text.strip(" 、,;"))
        first = _BOX.search(text)
        if not behind and first is not None and first.start() and not _LABEL.fullmatch(text[: first.start()]):
            # What stands before the first box, perhaps behind a mark that nobody knows, may not get lost.
            return text
        found = [*map(reversed, _WORD_THEN_BOX.findall(text))] if behind else _BOX_THEN_WORD.findall(text)
        chosen = [word.strip(" 、,;") for mark, word in found if not _EMPTY_BOX.fullmatch(mark)]
        if not _EMPTY_BOX.search(text):
            # √正常 需关注 风险: what is not ticked has no box.
            chosen = [word.split()[0] for word in chosen if word]
    else:
        chosen = [word.strip(" 、,;") for word in _WORD_THEN_TICK.findall(text)]
    # √ alone in a cell is a word of its own.
    return "、".join(word for word in chosen if word) if chosen or _EMPTY_BOX.search(text) else text


def _with_boxes(text: str) -> str:
    """The text with the boxes that its marks stand for."""
    marks = _FONT_BOX.findall(text)
    if len(marks) > 1 or (marks and _BOX.search(text)):
        text = _FONT_BOX.sub(lambda found: found[0].translate(_FONT_BOXES), text)
    return text


def codes_of(group: str, cell: Cell) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """(codes, unknown words) of a cell with several words: 失能、独居老人 and also 失能独居."""
    return ((), ()) if cell is None else _codes_of(group, text_of(cell))


# A column has few words, and a file many rows.
@lru_cache(maxsize=4096)
def _code_of(group: str, written: str) -> str | None:
    text = ticked(written)
    return _vocabulary(group).get(sign_key(text)) if text else ""


@lru_cache(maxsize=4096)
def _codes_of(group: str, written: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    found: list[str] = []
    unknown: list[str] = []
    text = unicodedata.normalize("NFKC", ticked(written))
    whole = code_of(group, text)
    pieces = [text] if whole else [*_SEPARATORS.split(text)]
    for piece in pieces:
        for word in piece.split() if code_of(group, piece) is None else [piece]:
            codes = _codes_of_word(group, word)
            found += codes
            if not codes and word.strip():
                unknown.append(word.strip())
    codes_found = tuple(code for code in dict.fromkeys(found) if code != "none")
    return codes_found, tuple(unknown)


def truth_of(cell: Cell) -> bool | None:
    """True for √ 是 有 已签约 …, False for 否 无 × …; ValueError for another word, None for an empty cell."""
    if blank(cell):
        return None
    if isinstance(cell, bool):
        return cell
    code = code_of("truth", cell)
    if code is None:
        raise ValueError(text_of(cell))
    return code == "yes"


def _codes_of_word(group: str, word: str) -> list[str]:
    code = code_of(group, word)
    if code is not None:
        return [code] if code else []
    return _segmented(sign_key(word), _vocabulary(group))


def _segmented(word: str, vocabulary: Mapping[str, str]) -> list[str]:
    """The codes of listed words that make up the whole text without separators, or nothing."""
    best: list[list[str] | None] = [[]] + [None] * len(word)
    for end in range(1, len(word) + 1):
        for start in range(0, end - 1):
            before, code = best[start], vocabulary.get(word[start:end])
            if before is not None and code is not None:
                best[end] = [*before, code]
                break
    return best[-1] or []


@cache
def _vocabulary(group: str) -> Mapping[str, str]:
    own = _OWN_WORDS.get(group, {})
    known = {sign_key(word): code for code, word in own.items()}
    known |= {code.upper(): code for code in own}
    for code, synonyms in _listed()[group].items():
        known |= {sign_key(word): code for word in synonyms}
    return known


@cache
def _listed() -> Mapping[str, Mapping[str, list[str]]]:
    with resource("rules", "words.toml").open("rb") as file:
        return tomllib.load(file)
