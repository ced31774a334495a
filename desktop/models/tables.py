"""All record tables by name, for work that goes by the schema: undoing, merging, copying."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from desktop.models import (
    assessment,
    bed,
    centre,
    change,
    consent,
    day_care,
    food,
    form,
    help_service,
    home_bed,
    ledger,
    meal,
    month,
    named,
    plan,
    register_life,
    resident,
    standing,
    stay_fee,
    visit,
    waiting,
    worker,
)
from desktop.models.base import Record

MODULES = (
    assessment,
    bed,
    centre,
    change,
    consent,
    day_care,
    food,
    form,
    help_service,
    home_bed,
    ledger,
    meal,
    month,
    named,
    plan,
    register_life,
    resident,
    standing,
    stay_fee,
    visit,
    waiting,
    worker,
)


def _records(kind: type[Record]) -> Iterator[type[Record]]:
    for model in kind.__subclasses__():
        yield model
        yield from _records(model)


RECORDS: Mapping[str, type[Record]] = MappingProxyType({model._meta.table_name: model for model in _records(Record)})
