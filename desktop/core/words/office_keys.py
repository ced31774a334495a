"""The words of enrolment with a district."""

from __future__ import annotations

from desktop.core.answers import NumbersWanted
from desktop.core.words.tables import Terms

NUMBERS_WANTED = Terms(
    {
        NumbersWanted.FULL: ("完整号码", "whole numbers"),
        NumbersWanted.HASHED: ("只报代号", "pseudonyms only"),
    }
)
