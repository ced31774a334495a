"""The tables of the derived store: names and types that every engine has alike.

Of the rows of a file there is only what tells one person from another and what was done for whom: no names, no
addresses, no words. Whoever wants more opens the file that the centre handed in. A column is a text or, with ``#``, a
whole number (64 bits); days and months are texts, which compare as they are read. Every table has two columns more:
``centre``, and ``month``, the period of the file (``2026-10`` or ``full``).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

CENTRE, MONTH = "centre", "month"
KEYS = (MONTH, CENTRE)


@dataclass(frozen=True)
class Column:
    """A column: a text, or a whole number."""

    name: str
    number: bool = False


_SPOKEN = {
    # One row a file: which it is. The later one of a centre is the one of the later epoch and number.
    "files": "name kind sequence# epoch created_at sha256",
    # Rows of the file.
    "residents": "uid id_number sex born_on community register_state voided_at",
    "visits": "uid resident visited_on method outcome voided_at",
    "help_services": "uid resident type state service_on payer minutes# fee_fen# subsidy_fen# voided_at",
    "meals": "uid resident eaten_on meal mode price_fen# subsidy_fen# paid_fen# voided_at",
    "stays": "uid resident from_on to_on voided_at",
    "months": "uid of_month state version# closed_at voided_at",
    "corrections": "uid of_month changed_at voided_at",
    # The closed months in the file: of each the newest version, flat.
    "frozen_versions": "of_month version# sha256 lines#",
    "frozen_roster": "of_month resident state sex age# community method times# attempts# reason",
    "frozen_roster_flags": "of_month resident state flag",
    "frozen_stays": "of_month line_no# resident bed kind mode grade occupied_days# leave_days# subsidy_fen#",
    "frozen_counts": "of_month counted key_1 key_2 key_3 measure number#",
    "frozen_figures": "of_month figure unit number#",
    "frozen_indicators": (
        "of_month line_no# plan_code name clause numerator_key numerator# denominator_key denominator# scale# unit"
        " direction target# remark"
    ),
}
TABLES: Mapping[str, tuple[Column, ...]] = {
    part: tuple(Column(word.rstrip("#"), word.endswith("#")) for word in spoken.split())
    for part, spoken in _SPOKEN.items()
}


# The rows of a file that the store keeps, and how a column is made of a row where it is not just taken.
OWN: Mapping[str, Mapping[str, str]] = {
    # What nobody proved tells no person from another.
    "residents": {"id_number": "CASE WHEN id_state = 'valid' THEN id_number ELSE '' END"},
    "visits": {},
    "help_services": {},
    "meals": {},
    "stays": {},
    # The period of the file is called month already.
    "months": {"of_month": "month"},
    "corrections": {"of_month": "month"},
}


def sql_types(part: str, text: str = "VARCHAR", number: str = "BIGINT") -> dict[str, str]:
    """The columns of a table, without its keys, with the names of their types."""
    return {column.name: number if column.number else text for column in TABLES[part]}
