"""Who waits for a bed and which beds they were offered; no bed is offered twice at a time, nobody two beds."""

from __future__ import annotations

from typing import Any

from desktop.models.migrations.shape_10 import ALONE, TAKEN, make

_DAY = "{0} GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'"
TABLES = {
    "bed_application": f"""
        resident_id INTEGER NOT NULL REFERENCES resident (id),
        applied_on TEXT NOT NULL CHECK ({_DAY.format("applied_on")}),
        mode TEXT NOT NULL CHECK (mode IN ('full', 'day', 'home')),
        kind TEXT NOT NULL DEFAULT '' CHECK (kind IN ('', 'nursing', 'ordinary')),
        remark TEXT NOT NULL DEFAULT '',
        ended_on TEXT CHECK ({_DAY.format("ended_on")} AND ended_on >= applied_on),
        end_reason TEXT NOT NULL DEFAULT '' CHECK ((end_reason <> '') = (ended_on IS NOT NULL))
    """,
    "bed_offer": f"""
        application_id INTEGER NOT NULL REFERENCES bed_application (id),
        bed_id INTEGER NOT NULL REFERENCES bed (id),
        offered_on TEXT NOT NULL CHECK ({_DAY.format("offered_on")}),
        expires_on TEXT NOT NULL CHECK ({_DAY.format("expires_on")} AND expires_on >= offered_on),
        turn_reason TEXT NOT NULL DEFAULT '',
        state TEXT NOT NULL CHECK (state IN ('open', 'accepted', 'refused', 'expired', 'taken_back', 'admitted')),
        answered_on TEXT CHECK ({_DAY.format("answered_on")} AND answered_on >= offered_on),
        answer_reason TEXT NOT NULL DEFAULT '',
        CHECK ((answered_on IS NULL) = (state = 'open')),
        CHECK (state <> 'refused' OR answer_reason <> '')
    """,
}
_STANDS = "voided_at IS NULL AND state IN ('open', 'accepted')"


def _once(column: str, at: str) -> tuple[str, ...]:
    taken = TAKEN.format(
        table="bed_offer",
        words=f"bed_offer.{column}",
        new="new.voided_at IS NULL AND new.state IN ('open', 'accepted') AND",
        same=f"{column} = new.{column}",
        living=f" AND {_STANDS}",
    )
    return (
        f"CREATE UNIQUE INDEX bed_offer_standing_{at} ON bed_offer ({column}) WHERE {_STANDS}",
        # As in shape_10: not even INSERT OR REPLACE of another program puts one in the place of another.
        f"CREATE TRIGGER bed_offer_once_{at} BEFORE INSERT ON bed_offer BEGIN{taken}\nEND",
        ALONE.format(table="bed_offer", at=at, columns=f"{column}, state, voided_at", unique=taken),
    )


def up(migrator: Any, db: Any) -> None:
    """Make the two tables."""
    make(
        db,
        TABLES,
        {},
        (
            "CREATE INDEX bed_application_resident ON bed_application (resident_id)",
            "CREATE INDEX bed_offer_application ON bed_offer (application_id)",
            *_once("bed_id", "bed"),
            *_once("application_id", "application"),
        ),
    )
