"""Every code of the trade has its term, and every term is of a code."""

from __future__ import annotations

import inspect
from collections.abc import Mapping
from enum import StrEnum

import pytest

from desktop.core import (
    assessment,
    bedding,
    consent,
    home_beds,
    i18n,
    label_sheets,
    ledgers,
    routes,
    stay_fees,
    staying,
    trade,
    waiting,
    work,
)
from desktop.core.answers import AllowanceStep, IntakeState, LeftOut, ReportKind, ReportState, RowRefusal, SharedAct
from desktop.core.words import assessments, balances, terms
from desktop.core.words import beds as beds_words
from desktop.core.words import consent as consent_words
from desktop.core.words import district as district_words
from desktop.core.words import home_beds as home_bed_words
from desktop.core.words import label_sheets as label_words
from desktop.core.words import routes as routes_words
from desktop.core.words import stay_fees as stay_fee_words
from desktop.core.words import staying as staying_words
from desktop.core.words import waiting as waiting_words
from desktop.core.words import work as work_words
from desktop.core.words.tables import Terms

MODULES = (
    assessment,
    consent,
    trade,
    bedding,
    ledgers,
    routes,
    waiting,
    work,
    home_beds,
    staying,
    stay_fees,
    label_sheets,
)
LISTS = [
    one
    for module in MODULES
    for _, one in inspect.getmembers(module, inspect.isclass)
    if issubclass(one, StrEnum) and one is not StrEnum
]
# The reports, what a paper says of its month and why a day is left out are answers that have terms of their own.
LISTS += [ReportState, ReportKind, LeftOut, IntakeState, RowRefusal, SharedAct]
# Of these only some are chosen: that an allowance was changed follows from what was recorded.
CHOSEN_FROM = [AllowanceStep]
TABLES = {
    name: words
    for module in (
        assessments,
        terms,
        balances,
        consent_words,
        district_words,
        beds_words,
        routes_words,
        waiting_words,
        work_words,
        home_bed_words,
        staying_words,
        stay_fee_words,
        label_words,
    )
    for name, words in inspect.getmembers(module)
    if name.isupper() and isinstance(words, Mapping)
}
TERMS = list(TABLES.values())


@pytest.mark.parametrize("codes", LISTS)
def test_every_code_has_its_term_in_one_table(codes: type[StrEnum]) -> None:
    covering = [words for words in TERMS if set(words) == set(codes) and all(type(code) is codes for code in words)]
    assert len(covering) == 1
    assert all(covering[0].values())


def test_every_table_is_of_one_list_of_codes() -> None:
    for words in TERMS:
        assert {type(code) for code in words} <= {*LISTS, *CHOSEN_FROM}
        assert len({type(code) for code in words}) == 1


def test_a_code_is_the_text_that_stands_in_the_database() -> None:
    assert terms.REGISTER_STATES["on_register"] == terms.REGISTER_STATES[trade.RegisterState.ON_REGISTER] == "在册"
    assert f"{trade.RegisterState.ON_REGISTER}" == "on_register"


@pytest.mark.parametrize("name", [name for name, words in TABLES.items() if isinstance(words, Terms)])
def test_every_term_is_a_pair_of_a_chinese_and_an_english_word(name: str) -> None:
    for chinese, english in TABLES[name].pairs.values():
        assert any("一" <= char <= "鿿" for char in chinese)
        assert english
        assert english.isascii()


def test_the_screen_is_in_the_language_in_use_and_paper_is_chinese() -> None:
    i18n.install("zh_CN")
    assert terms.SERVICE_TYPES.shown["bathing"] == terms.SERVICE_TYPES["bathing"] == "助浴"
    i18n.install("en")
    assert (terms.SERVICE_TYPES.shown["bathing"], terms.SERVICE_TYPES["bathing"]) == ("Bathing", "助浴")
