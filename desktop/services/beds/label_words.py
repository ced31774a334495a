"""What the label of a bed says of its place: never a name, whatever somebody typed for the building."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.models import query
from desktop.services.beds.places import BedRow


def places_without_names(rows: Sequence[BedRow]) -> dict[int, str]:
    """The places of beds by id, without the names of those who lie or lay there (a home bed called 李桂兰家)."""
    found = {row.id: row.place for row in rows}
    for bed_id, name in query.fetch(
        "SELECT DISTINCT s.bed_id, r.name FROM living_stay s JOIN resident r ON r.id = s.resident_id"
        f" WHERE s.bed_id IN {query.LISTED} ORDER BY length(r.name) DESC",
        [query.listed(found)],
    ):
        found[bed_id] = found[bed_id].replace(name, "")
    return {bed_id: " ".join(place.split()) for bed_id, place in found.items()}
