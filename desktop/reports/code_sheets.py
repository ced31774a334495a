"""Which labels and cards there are to print: those of the beds and residents on record."""

from __future__ import annotations

from desktop.reports.labels import BedLabel, ResidentCard
from desktop.services import beds, residents
from desktop.services.beds import BedQuery
from desktop.services.centres import centre
from desktop.services.residents import ResidentQuery


def all_bed_labels() -> list[BedLabel]:
    """A label for each bed that has a code, by place."""
    name = centre().name
    rows = beds.rows(beds.find_ids(BedQuery()))
    return [BedLabel(row.place, row.kind, name, row.code) for row in rows if row.code]


def all_resident_cards() -> list[ResidentCard]:
    """A card for each resident on register, by community and name."""
    name = centre().name
    rows = residents.rows(residents.find_ids(ResidentQuery(order="community")))
    return [ResidentCard(row.name, row.sex, name, row.code) for row in rows if row.code]
