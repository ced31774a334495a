"""What was said about the unfinished things of a month (情况说明)."""

from __future__ import annotations

from desktop.core.answers import Unfinished
from desktop.core.figures.month import Explanation
from desktop.core.period import Month
from desktop.models import query

# Behind it the kind of what is explained; other keys of the table are findings on single visits and proposals.
KEY = "month/"


def explanations(month: Month) -> tuple[Explanation, ...]:
    """The words that stand for a month, in the order of the checks."""
    rows = query.fetch(
        "SELECT key, words, count, explained_by, substr(created_at, 1, 10) FROM living_finding_explanation"
        " WHERE month = ? AND key LIKE ? || '%' ORDER BY id",
        [str(month), KEY],
    )
    found = [Explanation(Unfinished(key.removeprefix(KEY)), words, count, by, on) for key, words, count, by, on in rows]
    kinds = list(Unfinished)
    return tuple(sorted(found, key=lambda one: kinds.index(one.kind)))
