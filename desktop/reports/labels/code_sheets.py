"""Which labels and cards there are to print: those of the beds and residents on record."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.reports.labels.labels import BedLabel, ResidentCard
from desktop.services.beds import places as beds
from desktop.services.beds.label_words import places_without_names
from desktop.services.beds.places import BedQuery
from desktop.services.centre.centres import centre
from desktop.services.register import listing as residents
from desktop.services.register.listing import ResidentQuery

# Rows are read so many at a time.
_PAGE = 200


def all_bed_labels() -> list[BedLabel]:
    """A label for each bed that has a code, by place."""
    return bed_labels_of(beds.find_ids(BedQuery()))


def bed_labels_of(bed_ids: Sequence[int]) -> list[BedLabel]:
    """The labels of these beds: where the bed stands and what it is, never who lies in it."""
    name, rows = centre().name, beds.rows(bed_ids)
    places = places_without_names(rows)
    return [BedLabel(places[row.id], row.kind, name, row.code) for row in rows if row.code]


def resident_cards_of(resident_ids: Sequence[int]) -> list[ResidentCard]:
    """The cards of these residents."""
    name = centre().name
    parts = [resident_ids[at : at + _PAGE] for at in range(0, len(resident_ids), _PAGE)]
    rows = [row for part in parts for row in residents.rows(part)]
    return [ResidentCard(row.name, row.sex, name, row.code) for row in rows if row.code]


def all_resident_cards() -> list[ResidentCard]:
    """A card for each resident on register, by community and name."""
    return resident_cards_of(residents.find_ids(ResidentQuery(order="community")))
