"""What a second station of a centre may write; everything else is written at the first one alone (ADR 0064).

Rules, prices, months, corrections, receipts with their numbers, beds and imports have one writer, so that no two
stations ever say different things of them. The rest is what the stations do side by side, and is folded together.
"""

from __future__ import annotations

from collections.abc import Collection

from desktop.core.acts import Thing
from desktop.core.exchange_errors import FirstStationOnly, NotHeardYet
from desktop.models.base import Record
from desktop.services.writing import heard

FIRST = 1
# The tables whose rows every station writes.
SHARED = frozenset(
    {
        Thing.RESIDENT,
        Thing.CONTACT,
        Thing.EXTERNAL_ID,
        Thing.REGISTER_EVENT,
        Thing.FLAG,
        Thing.GRADE,
        Thing.DWELLING,
        Thing.ENROLMENT,
        Thing.PRINTED_CODE,
        Thing.VISIT,
        Thing.VISITOR,
        Thing.VISIT_NEED,
        Thing.RISK,
        Thing.EXCUSAL,
        Thing.ROUTE_SHEET,
        Thing.ROUTE_ROW,
        Thing.HELP_SERVICE,
        Thing.MEAL,
        Thing.SCAN_QUEUE,
        Thing.LEDGER_ENTRY,
        Thing.NAMED,
        Thing.NAMED_NAME,
        Thing.NAMED_ALIAS,
        Thing.STAFF,
        Thing.STAY,
        Thing.LEAVE,
    }
)


def refuse(station: int, row: Record, fields: Collection[str] = ()) -> None:
    """FirstStationOnly at another station for a row that has one writer; receipts are numbered by one, too.

    NotHeardYet at the first one, while it was restored and does not know what it had written already.
    """
    thing = Thing(row._meta.table_name)
    numbered = thing == Thing.LEDGER_ENTRY and getattr(row, "receipt_number", None) is not None
    # Pictures do not travel: one station would name what the others have not.
    # A name of an account is given once; the own password is everybody's own, at every station.
    account = thing == Thing.STAFF and "password" not in fields
    if thing not in SHARED or numbered or account or "photo" in fields:
        if station != FIRST:
            raise FirstStationOnly(thing)
        missing = heard.missing()
        if missing:
            raise NotHeardYet(", ".join(map(str, missing)))
