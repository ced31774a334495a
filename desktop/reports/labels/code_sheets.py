"""Which labels and cards there are to print: those of the beds and residents on record."""

from __future__ import annotations

from desktop.reports.labels.labels import BedLabel, ResidentCard
from desktop.services.beds import places as beds
from desktop.services.beds.places import BedQuery
from desktop.services.centre.centres import centre
from desktop.services.register import listing as residents
from desktop.services.register.listing import ResidentQuery


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
