"""What a price is for and why somebody pays what they pay, in Chinese."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from desktop.core import i18n
from desktop.core.words.prices import PAPER, SCREEN, Why, why_words


@pytest.fixture(autouse=True)
def chinese() -> Iterator[None]:
    i18n.install("zh_CN")
    yield
    i18n.install("en")


@pytest.mark.parametrize(
    ("ages", "flags", "words"),
    [
        ((0, 150), (), "全部"),
        ((80, 150), (), "80周岁及以上"),
        ((0, 59), (), "59周岁及以下"),
        ((60, 79), (), "60至79周岁"),
        ((80, 150), ("minimum_living", "kinless"), "80周岁及以上、孤寡/低保"),
    ],
)
def test_whom_it_is_for_is_the_same_on_paper_and_screen(
    ages: tuple[int, int], flags: tuple[str, ...], words: str
) -> None:
    assert (PAPER.whom(ages, flags), SCREEN.whom(ages, flags)) == (words, words)
    i18n.install("en")
    assert PAPER.whom(ages, flags) == words


def test_what_a_subsidy_gives_and_how_far_it_goes() -> None:
    assert (SCREEN.given(300, None), SCREEN.given(0, 50)) == ("3.00元", "餐价的50%")
    assert (
        SCREEN.limits(1000, 600, 6000, True) == "餐价满10.00元，每日不超过6.00元，每月不超过60.00元，可与其他补贴叠加"
    )
    assert SCREEN.limits(0, None, None, False) == ""


@pytest.mark.parametrize(
    ("why", "words"),
    [
        (
            Why(82, ("minimum_living",), "lunch", "dine_in", 1500, "", (("低保", 300),)),
            "82岁、低保：午餐堂食餐价15.00元，按“低保”补贴3.00元，应付12.00元。",
        ),
        (
            Why(82, (), "lunch", "delivered", 1200, "80周岁及以上", (), ("80周岁及以上",)),
            "82岁：午餐送餐餐价12.00元（80周岁及以上价），“80周岁及以上”补贴已达上限，应付12.00元。",
        ),
        (Why(50, (), "dinner", "takeaway", 1200), "50岁：晚餐打包餐价12.00元，没有适用的补贴，应付12.00元。"),
        (Why(None, (), "breakfast", "dine_in", None), "年龄不明：这一天还没有定早餐堂食的餐价。"),
    ],
)
def test_why_somebody_pays_it_is_one_sentence(why: Why, words: str) -> None:
    assert why_words(why) == words
