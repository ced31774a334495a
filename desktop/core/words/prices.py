"""What a price or a subsidy is for, in words: Chinese on paper and in notes, in the language in use on the screen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from desktop.core.answers import PriceState
from desktop.core.i18n import QT_TRANSLATE_NOOP, Said, said, translate
from desktop.core.money import yuan_text
from desktop.core.words import terms
from desktop.core.words.tables import Terms

# By the numbers that a price keeps.
WEEKDAYS = Terms(
    {
        "1": ("周一", "Mon"),
        "2": ("周二", "Tue"),
        "3": ("周三", "Wed"),
        "4": ("周四", "Thu"),
        "5": ("周五", "Fri"),
        "6": ("周六", "Sat"),
        "7": ("周日", "Sun"),
    }
)
_WORDS: Mapping[str, tuple[str, Said]] = {
    "from": ("{low}周岁及以上", QT_TRANSLATE_NOOP("PriceWords", "{low} and over")),
    "up_to": ("{high}周岁及以下", QT_TRANSLATE_NOOP("PriceWords", "{high} and under")),
    "between": ("{low}至{high}周岁", QT_TRANSLATE_NOOP("PriceWords", "{low} to {high}")),
    "everybody": ("全部", QT_TRANSLATE_NOOP("PriceWords", "everybody")),
    "meal": ("{meal}餐", QT_TRANSLATE_NOOP("PriceWords", "{meal}")),
    "share": ("餐价的{percent}%", QT_TRANSLATE_NOOP("PriceWords", "{percent} % of the price")),
    "day_cap": ("每日不超过{yuan}元", QT_TRANSLATE_NOOP("PriceWords", "at most {yuan} a day")),
    "month_cap": ("每月不超过{yuan}元", QT_TRANSLATE_NOOP("PriceWords", "at most {yuan} a month")),
    "min_spend": ("餐价满{yuan}元", QT_TRANSLATE_NOOP("PriceWords", "for a price of {yuan} or more")),
    "sum": ("可与其他补贴叠加", QT_TRANSLATE_NOOP("PriceWords", "on top of others")),
    "amount": ("{yuan}元", QT_TRANSLATE_NOOP("PriceWords", "{yuan} yuan")),
}


@dataclass(frozen=True)
class Words:
    """The words in one voice: that of papers, which is Chinese, or that of the language in use."""

    paper: bool = False

    def say(self, key: str, **values: object) -> str:
        """One phrase with its values."""
        chinese, words = _WORDS[key]
        return chinese.format(**values) if self.paper else said(words, **values)

    def term(self, table: Terms, code: str) -> str:
        """A term."""
        return table[code] if self.paper else table.shown[code]

    def meal(self, code: str) -> str:
        """A meal, as 午餐."""
        return self.say("meal", meal=self.term(terms.MEALS, code))

    def whom(self, ages: tuple[int, int], flags: Iterable[str], all_ages: tuple[int, int] = (0, 150)) -> str:
        """For whom: the ages, the flags, or everybody."""
        (low, high), (least, most) = ages, all_ages
        parts = []
        if low > least and high < most:
            parts.append(self.say("between", low=low, high=high))
        elif low > least:
            parts.append(self.say("from", low=low))
        elif high < most:
            parts.append(self.say("up_to", high=high))
        # In the order in which a row keeps them: a closed month tells them so.
        held = sorted(flags)
        if held:
            parts.append("/".join(self.term(terms.FLAGS, flag) for flag in held))
        return "、".join(parts) or self.say("everybody")

    def days(self, weekdays: str) -> str:
        """The days of the week; nothing for every day."""
        return "、".join(self.term(WEEKDAYS, day) for day in weekdays)

    def given(self, amount_fen: int, percent: int | None) -> str:
        """What a subsidy gives."""
        if percent is not None:
            return self.say("share", percent=percent)
        return self.say("amount", yuan=yuan_text(amount_fen))

    def limits(self, min_spend_fen: int, day_cap_fen: int | None, month_cap_fen: int | None, adds: bool) -> str:
        """What a subsidy asks and how far it goes."""
        parts = [self.say("min_spend", yuan=yuan_text(min_spend_fen))] if min_spend_fen else []
        if day_cap_fen is not None:
            parts.append(self.say("day_cap", yuan=yuan_text(day_cap_fen)))
        if month_cap_fen is not None:
            parts.append(self.say("month_cap", yuan=yuan_text(month_cap_fen)))
        if adds:
            parts.append(self.say("sum"))
        return "，".join(parts)


PAPER = Words(paper=True)
SCREEN = Words()
_STATES: Mapping[PriceState, Said] = {
    PriceState.IN_FORCE: QT_TRANSLATE_NOOP("PriceWords", "in force"),
    PriceState.TO_COME: QT_TRANSLATE_NOOP("PriceWords", "to come"),
    PriceState.OVER: QT_TRANSLATE_NOOP("PriceWords", "over"),
    PriceState.REPLACED: QT_TRANSLATE_NOOP("PriceWords", "replaced"),
}


def state_word(state: PriceState) -> str:
    """Whether it holds."""
    return said(_STATES[state])


@dataclass(frozen=True)
class Why:
    """What a sentence about a meal's price tells: who it is for, its price and whom that is for, each subsidy.

    ``parts`` are whom a subsidy is for and its fen; ``cut`` those of which a cap left less;
    ``left`` says that the person was off the register by then.
    """

    age: int | None
    flags: tuple[str, ...]
    meal: str
    mode: str
    price_fen: int | None
    price_for: str = ""
    parts: tuple[tuple[str, int], ...] = ()
    cut: tuple[str, ...] = ()
    left: bool = False


def why_words(why: Why) -> str:
    """The sentence: what it costs, which subsidies apply, what is left to pay."""
    age = translate("PriceWords", "{age} years").format(age=why.age) if why.age is not None else ""
    who = "、".join(part for part in (age, *(terms.FLAGS.shown[flag] for flag in why.flags)) if part)
    who = who or translate("PriceWords", "age not known")
    words = translate("PriceWords", "{meal}, {mode},")
    what = words.format(meal=SCREEN.meal(why.meal), mode=terms.MEAL_MODES.shown[why.mode])
    if why.price_fen is None:
        return translate("PriceWords", "{who}: no price is set for {what} on this day.").format(who=who, what=what)
    said_parts = [
        translate("PriceWords", "{what} costs {yuan} yuan").format(what=what, yuan=yuan_text(why.price_fen)),
        *(
            translate("PriceWords", "“{whom}” gives {yuan} yuan").format(whom=whom, yuan=yuan_text(fen))
            for whom, fen in why.parts
        ),
        *(translate("PriceWords", "the cap of “{whom}” is reached").format(whom=whom) for whom in why.cut),
    ]
    if why.price_for:
        said_parts[0] += translate("PriceWords", " (price for {whom})").format(whom=why.price_for)
    if why.left:
        said_parts.append(translate("PriceWords", "no longer on the register, so without a subsidy"))
    elif not why.parts and not why.cut:
        said_parts.append(translate("PriceWords", "no subsidy applies"))
    paid = why.price_fen - sum(fen for _whom, fen in why.parts)
    said_parts.append(translate("PriceWords", "{yuan} yuan to pay").format(yuan=yuan_text(paid)))
    return translate("PriceWords", "{who}: {facts}.").format(
        who=who, facts=translate("PriceWords", ", ").join(said_parts)
    )
