"""What each row gives to which month: the days on which it counts, and what of it is counted (handbook 4 and 5).

Events only. Facts (register state, flags, grade, dwelling, a bed's kind) may be learned late and are not here.
The same declaration makes the database's own guard (``counted_sql``); a migration holds its text frozen.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

FOREVER = "9999-12-31"


@dataclass(frozen=True)
class Step:
    """One thing that a row counts for, on the day in ``first`` or on every day from it.

    ``last`` names the column of a span's end, which counts itself or not; ``endless`` is a span without one.
    ``among`` is a column and the codes with which alone the row counts. ``parent`` is the table that has the day,
    found by the row's ``<parent>_id``: a void parent counts for nothing.
    """

    first: str
    facts: tuple[str, ...] = ()
    last: str = ""
    last_counts: bool = True
    endless: bool = False
    among: tuple[str, tuple[str, ...]] | None = None
    parent: str = ""

    @property
    def spans(self) -> bool:
        """Whether it counts on more than one day."""
        return bool(self.last) or self.endless

    @property
    def columns(self) -> tuple[str, ...]:
        """The row's own columns of which a change may change what it counts."""
        own = (f"{self.parent}_id",) if self.parent else (self.first,)
        return tuple(dict.fromkeys((*own, *((self.last,) if self.last else ()), *self.facts, *self._among())))

    def _among(self) -> tuple[str, ...]:
        return (self.among[0],) if self.among else ()


_BLOCKS = ("health", "spirit", "safety", "hygiene", "dwelling", "support")
_VISIT = ("resident_id", "visited_at", "method", "outcome", "contact")
_FOUND = ("resident_id", "what", "level", "action", "due_on")
_DONE = ("resident_id", "type", "place", "minutes", "worker", "payer", "fee_fen", "subsidy_fen", "requested_at")
_EATEN = ("resident_id", "meal", "mode", "price_fen", "subsidy_fen", "paid_fen", "rating")
_BOUGHT = ("supplier", "name", "batch", "quantity_milli", "unit", "unit_price_fen", "made_on", "expires_on")
_PRICE = ("meal", "mode", "min_age", "max_age", "flags", "weekdays", "price_fen")
_WHOM = ("min_age", "max_age", "flags", "meal", "mode")
_RULE = (*_WHOM, "amount_fen", "percent", "day_cap_fen", "month_cap_fen", "min_spend_fen", "combining")

COUNTED: Mapping[str, tuple[Step, ...]] = MappingProxyType(
    {
        "visit": (Step("visited_on", (*_VISIT, *_BLOCKS)),),
        "visitor": (Step("visited_on", ("visit_id", "name"), parent="visit"),),
        "visit_need": (Step("visited_on", ("visit_id", "type"), parent="visit"),),
        # Found on its day, open on every day until it is closed, closed on its day.
        "risk": (
            Step("found_on", _FOUND),
            Step("found_on", ("resident_id",), last="closed_on", last_counts=False),
            Step("closed_on", ("resident_id", "result")),
        ),
        "excusal": (Step("month", ("resident_id", "reason")),),
        "finding_explanation": (Step("month", ("key", "words")),),
        # An order that is not done counts in no month yet; done and rated count alike. How it pleased counts in the
        # month in which somebody was asked: most are asked after the month of the service.
        "help_service": (
            Step("service_on", _DONE, among=("state", ("done", "rated"))),
            Step("rated_at", ("resident_id", "type", "worker", "satisfaction"), among=("state", ("rated",))),
        ),
        "meal": (Step("eaten_on", _EATEN),),
        # Occupies its first day and not its last; that it ended counts on the day itself.
        "stay": (
            Step("from_on", ("resident_id", "bed_id"), last="to_on", last_counts=False),
            Step("to_on", ("resident_id", "bed_id")),
        ),
        "leave": (Step("from_on", ("stay_id",), last="to_on"),),
        "bed_outage": (Step("from_on", ("bed_id",), last="to_on"),),
        "day_attendance": (Step("day", ("resident_id", "came_at", "left_at")),),
        # What became of a batch or a sample afterwards counts in no month.
        "food_purchase": (Step("received_on", _BOUGHT),),
        "dish": (Step("served_on", ("meal", "name")),),
        "dish_batch": (Step("served_on", ("dish_id", "food_purchase_id"), parent="dish"),),
        "food_sample": (Step("taken_on", ("dish_id", "grams")),),
        "kitchen_sheet": (Step("day", ("kind", "about", "tenths", "fit", "words", "measure")),),
        "complaint": (
            Step("day", ("resident_id", "about", "words")),
            Step("handled_on", ("resident_id", "answer")),
        ),
        # A rule or price is what every month from its day on was counted with, up to its end where it has one.
        "rule": (Step("valid_from", ("key", "value"), endless=True),),
        "meal_price": (Step("valid_from", _PRICE, last="valid_to"),),
        # The subsidies that it takes the place of do not come back when it ends.
        "subsidy_rule": (Step("valid_from", _RULE, last="valid_to"), Step("valid_from", ("replaces",), endless=True)),
    }
)

# Rows that are never new in a closed month, not by a correction either: some could never become what they wait for; an
# entry of a ledger is taken back by another one of its own day, so that no paper of the till changes afterwards.
NEVER_NEW: Mapping[str, str] = MappingProxyType({"scan_queue": "eaten_on", "route_sheet": "day", "ledger_entry": "day"})


def shares(table: str, row: Mapping[str, object], month: str, parents_day: str = "") -> tuple[object, ...]:
    """What a row gives to a month, one entry a step; None where a step gives nothing.

    ``row`` holds the values as the database keeps them; ``parents_day`` is the day of a living parent, else empty.
    """
    return tuple(_share(step, row, month, parents_day) for step in COUNTED.get(table, ()))


def months_of(table: str, row: Mapping[str, object], among: tuple[str, ...], parents_day: str = "") -> Iterator[str]:
    """Those of the months to which the row may give anything."""
    for step in COUNTED.get(table, ()):
        if step.spans:
            first = str(row[step.first] or "")[:7]
            yield from (month for month in among if month >= first)
        else:
            day = _text(parents_day if step.parent else row[step.first])[:7]
            yield from (month for month in among if month == day)


def _share(step: Step, row: Mapping[str, object], month: str, parents_day: str) -> tuple[object, ...] | None:
    if row["voided_at"] is not None or (step.among and row[step.among[0]] not in step.among[1]):
        return None
    days = _within(step, row, month, parents_day)
    return (*days, *(row[name] for name in step.facts)) if days else None


def _within(step: Step, row: Mapping[str, object], month: str, parents_day: str) -> tuple[str, ...]:
    first = _text(parents_day if step.parent else row[step.first])
    if not step.spans:
        return (first,) if first[:7] == month else ()
    begins, ends = f"{month}-01", _last_day(month)
    last = _text(row[step.last]) if step.last else ""
    if not step.last_counts:
        # Behind every day of the month: an end there or later leaves the month as it is.
        past = f"{month}-32"
        until = min(last or FOREVER, past)
        return (max(first, begins), until) if first < until and until > begins else ()
    until = min(last or FOREVER, ends)
    return (max(first, begins), until) if first <= until and until >= begins else ()


def _last_day(month: str) -> str:
    return f"{month}-{calendar.monthrange(int(month[:4]), int(month[5:]))[1]:02d}"


def _text(value: object) -> str:
    return "" if value is None else str(value)
