"""Words of sheets and marks of the month matrix."""

from __future__ import annotations

import pytest

from desktop.core.text import sign_key
from desktop.core.words import terms
from desktop.importing.book.words import _listed, _vocabulary, code_of, codes_of, truth_of
from desktop.importing.kinds.marks import read_legend, read_mark


@pytest.mark.parametrize(
    ("written", "codes"),
    [
        ("失能半失能", ("disabled",)), ("失能半失能、独居老人", ("disabled", "living_alone")),
        ("失独、失能", ("bereaved_family", "disabled")),
        ("特困分散供养；空巢；低保", ("destitute_home", "empty_nest", "minimum_living")),
        ("分散特困", ("destitute_home",)),
        ("集中特困 失能", ("destitute_institution", "disabled")), ("重度残疾", ("severely_handicapped",)),
        ("失能/孤寡/低保", ("disabled", "kinless", "minimum_living")),
        ("独居失能", ("living_alone", "disabled")),
        ("低保边缘", ("minimum_living_margin",)), ("无", ()), ("", ()), (None, ()),
        ("失能、半失能", ("disabled",)), ("半失能", ("partly_disabled",)), ("部分失能老人", ("partly_disabled",)),
        ("残疾人", ("handicapped",)), ("半失能、残疾", ("partly_disabled", "handicapped")),
    ],
)  # fmt: skip
def test_special_needs(written: str | None, codes: tuple[str, ...]) -> None:
    assert codes_of("flags", written) == (codes, ())


def test_unknown_words_are_named_and_the_others_kept() -> None:
    assert codes_of("flags", "独居、特困、会唱歌") == (("living_alone",), ("特困", "会唱歌"))
    assert code_of("service_type", "助飞") is None


@pytest.mark.parametrize(
    ("group", "written", "code"),
    [
        ("visit_outcome", "通话到本人", "reached"), ("visit_outcome", "见到本人", "reached"),
        ("visit_outcome", "未接通", "not_reached"),
        ("visit_outcome", "不在家", "not_reached"), ("visit_method", "上门入户", "home"),
        ("service_type", "助医服务", "medical"),
        ("service_type", " 助 浴 ", "bathing"), ("sex", "男", "male"), ("sex", 2.0, "female"),
        ("bed_kind", "护理床", "nursing"),
        ("meal", "午餐", "lunch"), ("grade", "半失能", "moderate"), ("state", "死亡", "deceased"),
        ("payer", "", ""),
    ],
)  # fmt: skip
def test_single_words(group: str, written: str | float, code: str) -> None:
    assert code_of(group, written) == code


@pytest.mark.parametrize(
    ("cell", "meaning"),
    [
        ("√", True),
        ("是", True),
        ("有", True),
        (True, True),
        (1.0, True),
        ("否", False),
        ("×", False),
        ("未签约", False),
        ("", None),
        (None, None),
    ],
)  # fmt: skip,
def test_yes_and_no(cell: str | float | bool | None, meaning: bool | None) -> None:
    assert truth_of(cell) is meaning


def test_neither_yes_nor_no() -> None:
    with pytest.raises(ValueError):
        truth_of("也许")


def test_every_term_is_a_word_of_its_own_and_no_word_means_two_codes() -> None:
    for code, word in terms.FLAGS.items():
        assert code_of("flags", word) == code
    for group, codes in _listed().items():
        known: dict[str, str] = {}
        for code, words in codes.items():
            for word in words:
                assert known.setdefault(sign_key(word), code) == code, f"{group}: {word}"
        assert _vocabulary(group)


@pytest.mark.parametrize(
    ("mark", "served"),
    [
        ("√", [("lunch", "dine_in")]), ("送", [("lunch", "delivered")]), ("晚", [("dinner", "dine_in")]),
        ("√晚", [("lunch", "dine_in"), ("dinner", "dine_in")]), ("送晚", [("lunch", "delivered"),
        ("dinner", "dine_in")]),
        ("早", [("breakfast", "dine_in")]), ("打", [("lunch", "takeaway")]),
        ("打包", [("lunch", "takeaway")]),
        ("早午晚", [("breakfast", "dine_in"), ("lunch", "dine_in"), ("dinner", "dine_in")]),
        ("晚送", [("dinner", "delivered")]),
        ("午、晚", [("lunch", "dine_in"), ("dinner", "dine_in")]), ("1", [("lunch", "dine_in")]),
        ("", []), ("×", []), ("0", []),
        ("/", []), ("中餐", [("lunch", "dine_in")]), ("✓ 晚", [("lunch", "dine_in"), ("dinner", "dine_in")]),
    ],
)  # fmt: skip
def test_marks(mark: str, served: list[tuple[str, str]]) -> None:
    assert read_mark(mark, {}) == tuple(served)


def test_a_mark_that_nobody_explained_is_unknown() -> None:
    assert read_mark("△", {}) is None


def test_the_sheet_explains_its_own_marks() -> None:
    legend = read_legend(["说明：○=午餐堂食  △=午餐送餐  ☆=晚餐堂食 ◎＝午晚均堂食；D=晚餐送餐", "别的"])
    assert read_mark("△", legend) == (("lunch", "delivered"),)
    assert read_mark("◎", legend) == (("lunch", "dine_in"), ("dinner", "dine_in"))
    assert read_mark("○☆", legend) == (("lunch", "dine_in"), ("dinner", "dine_in"))
    assert read_mark("D", legend) == (("dinner", "delivered"),)


def test_the_usual_legend_says_what_the_marks_mean_anyway() -> None:
    legend = read_legend(["说明：√=午餐堂食  送=午餐送餐  晚=晚餐堂食  √晚=午晚均堂食  送晚=午餐送餐+晚餐堂食"])
    assert {mark: read_mark(mark, {}) for mark in legend} == legend
    assert len(legend) == 5
