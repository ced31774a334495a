"""What is typed of an order that came back on paper: nothing, a score, times, 0 nobody at home, 9 and the reason."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

# As printed on the day list.
NOBODY, CANCELLED = "0", "9"
_SCORE = re.compile(r"[1-5]")
_HOUR = r"(\d{1,2}?)(?:[:.]?(\d{2}))?"
_SPAN = re.compile(rf"{_HOUR}-{_HOUR}")
_SINCE = re.compile(r"(\d{1,2}):?(\d{2})-?")
_UNTIL = re.compile(rf"-{_HOUR}")
_DASHES = str.maketrans("—–～~至到", "-" * 6)


@dataclass(frozen=True)
class Said:
    """What the paper says: done with times and score as far as they were typed, or not done for a reason."""

    started: str = ""
    ended: str = ""
    score: str = ""
    nobody: bool = False
    cancelled: bool = False
    reason: str = ""

    @property
    def done(self) -> bool:
        """Whether it was done at all."""
        return not (self.nobody or self.cancelled)


def read(text: str) -> Said | None:
    """What was typed, or None: ``5``, ``0930-1015``, ``9-10 5``, ``-1015``, ``0 去医院了``, ``9 老人不需要了``."""
    key, _blank, reason = text.strip().partition(" ")
    key, reason = unicodedata.normalize("NFKC", key), reason.strip()
    if key == NOBODY:
        return Said(nobody=True, reason=reason)
    if key == CANCELLED:
        return Said(cancelled=True, reason=reason) if reason else None
    score, times = "", ("", "")
    for word in unicodedata.normalize("NFKC", text).translate(_DASHES).split():
        found = _times(word)
        if _SCORE.fullmatch(word) and not score:
            score = word
        elif found is not None and times == ("", ""):
            times = found
        else:
            return None
    return Said(*times, score)


def _times(word: str) -> tuple[str, str] | None:
    """From when until when, ``""`` where it was not typed; None for what is no time."""
    for shape, places in ((_SPAN, (0, 1)), (_SINCE, (0,)), (_UNTIL, (1,))):
        match = shape.fullmatch(word)
        if match is not None:
            found = ["", ""]
            for place, hour, minute in zip(places, match.groups()[::2], match.groups()[1::2], strict=True):
                if int(hour) > 23 or int(minute or 0) > 59:
                    return None
                found[place] = f"{int(hour):02d}:{minute or '00'}"
            return found[0], found[1]
    return None
