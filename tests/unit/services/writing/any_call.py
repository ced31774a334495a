"""Calls of every service function that is given an actor, with arguments made up by what it asks for."""

from __future__ import annotations

import collections.abc
import dataclasses
import datetime as dt
import inspect
import random
import types
import typing
from collections.abc import Callable, Mapping
from typing import Any

import peewee

from desktop.core.acts import Thing
from desktop.core.codes import CodeKind
from desktop.core.errors import ShizhuError
from desktop.core.period import Month
from desktop.core.words import terms
from desktop.models import query
from desktop.models.counted import COUNTED, shares
from desktop.models.tables import RECORDS
from desktop.services.help_services import attendance
from desktop.services.writing import declared
from desktop.services.writing.actor import Actor
from tests.unit.services.writing.test_permissions import verbs

# Called by nothing but their own tests, and why no made-up call of them means anything.
LEFT_OUT: Mapping[str, str] = {
    "closing.": "closing and corrections are the doors into a month themselves",
    "named.": "what texts stand for: no event, and a resolved text is a fact",
    "people.": "who works here: no event",
    "work.trainings": "what they learned is a fact about them: no event",
    "work.training_scans": "what they learned is a fact about them: no event",
    "home_beds.": "contracts and plans are dated facts: no event",
    "privacy.": "what is deleted of a person counts nowhere; tests/unit/services/privacy holds it",
    "keeping.": "replaces, copies or reads the whole store",
    "centre.": "accounts and settings: no event",
    "desktop.sync.": "writes a file",
    "desktop.exchange.": "rows of other stations come into closed months, and their papers stand: tests/unit/exchange",
    "desktop.importing.": "goes by the same services, row by row; its verdicts are tested where it is",
    "writing.journal.": "the unit itself: each table and column is in test_guard",
    "writing.permissions.": "writes nothing",
    "writing.done.": "writes nothing",
    "writing.months.": "closing itself",
    "import_batches.": "opens a batch that others fill",
    "undoing.": "takes an act of this process; see test_undoing",
    "photos": "hands in a file",
    "pictures": "hands in a file",
    "own_forms.": "takes a file in: no event",
    "plans.": "what is wanted of a month: no event",
    "attachments.attach": "hands in a file",
}
# What a text stands for, by the name of the parameter.
_TEXTS: Mapping[str, tuple[str, ...]] = {
    "meal": tuple(terms.MEALS),
    "mode": tuple(terms.MEAL_MODES),
    "state": ("on_register", "deceased", "moved_out"),
    "target": tuple(terms.REFERRAL_TARGETS),
    "owner": ("visit", "round"),
    "key": ("visit_due_day", "k"),
    "number": ("530114194403050020",),
}
_TABLE = {"queue_id": "scan_queue", "service_id": "help_service", "keep": "resident", "other": "resident"} | {
    "arrangement_id": "standing_arrangement",
    "stop_id": "standing_stop",
    "purchase_id": "food_purchase",
    "purchase_ids": "food_purchase",
    "sample_id": "food_sample",
    "sheet_id": "kitchen_sheet",
    "list_id": "route_sheet",
    "row_id": "route_row",
    "definition_id": "service_definition",
    "nature_id": "bed_nature",
    "insurance_id": "bed_insurance",
    "outage_id": "bed_outage",
    "reservation_id": "bed_reservation",
    "fee_id": "service_fee",
    "package_id": "service_package",
    "contract_id": "stay_contract",
    "withdrawal_id": "consent_withdrawal",
    "rate_id": "stay_rate",
    "entry_id": "ledger_entry",
    "budget_id": "payer_budget",
    "attendance_id": "day_attendance",
    "application_id": "bed_application",
    "offer_id": "bed_offer",
    "plan_id": "home_bed_plan",
    "review_id": "home_bed_review",
}


def named() -> dict[str, Callable[..., object]]:
    """Every verb to be called, by the name of its module and its own."""
    found = {name.removeprefix("desktop.services."): function for name, function in verbs()}
    return {name: one for name, one in found.items() if not any(part in f"{name}" for part in LEFT_OUT)}


class Caller:
    """Makes up calls; ``days`` are those that it dates them by."""

    def __init__(self, actor: Actor, days: list[dt.date], seed: int) -> None:
        self._actor, self._days, self._random = actor, days, random.Random(seed)
        self.done: set[str] = set()

    def call(self, name: str, function: Callable[..., object]) -> None:
        """Call once; what a person could understand is an answer like another, a bug is not."""
        hints = typing.get_type_hints(function)
        parameters = inspect.signature(function).parameters
        try:
            given = {one: self._made(one, hints.get(one, str)) for one in parameters}
            function(**given)
        except (ShizhuError, ValueError, peewee.IntegrityError):
            # A form would not have asked like this; that nothing was written is what counts here.
            return
        self.done.add(name)

    def _made(self, name: str, kind: Any) -> Any:
        union = typing.get_origin(kind) in (typing.Union, types.UnionType)
        options = [one for one in typing.get_args(kind) if one is not type(None)] if union else [kind]
        origin = typing.get_origin(options[0])
        if options[0] is CodeKind:
            return self._random.choice((CodeKind.RESIDENT, CodeKind.BED))
        if origin in (collections.abc.Sequence, collections.abc.Iterable, list):
            return [self._id(name)] if int in typing.get_args(options[0]) else []
        if origin in (collections.abc.Mapping, dict):
            return {}
        for wanted, make in self._makers(name).items():
            if wanted in options:
                return make()
        draft = next((one for one in options if isinstance(one, type) and dataclasses.is_dataclass(one)), None)
        if draft is not None:
            made = self._draft(draft)
            return attendance.begin(made) if name == "activity" else made
        return None

    def _makers(self, name: str) -> dict[object, Callable[[], object]]:
        return {
            Actor: lambda: self._actor,
            Month: lambda: Month.of(self._day()),
            dt.datetime: lambda: dt.datetime.combine(self._day(), dt.time(11, 40)),
            dt.date: self._day,
            bool: lambda: self._random.random() < 0.5,
            int: lambda: self._id(name),
            Thing: lambda: self._random.choice((Thing.MEAL_PRICE, Thing.SUBSIDY_RULE)),
            str: lambda: self._random.choice(_TEXTS.get(name, ("复核",))),
        }

    def _draft(self, kind: type[Any]) -> Any:
        fields = declared.fields(kind) if hasattr(kind, "__dataclass_fields__") else {}
        made: dict[str, Any] = {}
        for one in dataclasses.fields(kind):
            codes = getattr(fields.get(one.name), "codes", None)
            if one.name.endswith("_id"):
                made[one.name] = self._id(one.name)
            elif codes:
                made[one.name] = self._random.choice(list(codes))
            elif one.name.endswith("_on") or one.name == "day":
                made[one.name] = self._day().isoformat()
            elif one.default is dataclasses.MISSING and one.default_factory is dataclasses.MISSING:
                made[one.name] = "复核"
            elif "str" in str(one.type) and "dict" not in str(one.type) and self._random.random() < 0.3:
                made[one.name] = self._random.choice(("复核", "10:30", "12"))
        return kind(**made)

    def _day(self) -> dt.date:
        return self._random.choice(self._days)

    def _id(self, name: str) -> int | None:
        table = _TABLE.get(name, name.removesuffix("_ids").removesuffix("_id"))
        ids = query.ids(f"SELECT id FROM {table}") if table in RECORDS else [1, 2, 3]
        return self._random.choice(ids) if ids else 1


def counted_in(month: str) -> list[tuple[object, ...]]:
    """What every living row of the event tables gives to a month."""
    found: list[tuple[object, ...]] = []
    for table in COUNTED:
        columns = [row[1] for row in query.fetch(f"PRAGMA table_info({table})")]
        for values in query.fetch(f"SELECT * FROM {table} ORDER BY id"):
            row = dict(zip(columns, values, strict=True))
            given = shares(table, row, month, _parents_day(table, row))
            if any(one is not None for one in given):
                found.append((table, row["id"], given))
    return found


def _parents_day(table: str, row: Mapping[str, object]) -> str:
    for step in COUNTED[table]:
        if step.parent:
            sql = f"SELECT {step.first} FROM living_{step.parent} WHERE id = ?"
            return query.text(sql, [row[f"{step.parent}_id"]])
    return ""
