"""结算 of a month: of an open one counted, of a closed one as it was frozen with it."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Any

from desktop.core import canonical
from desktop.core.figures.people import PersonLine
from desktop.core.figures.settlement import PersonSettled, Settled, Settlement, Share
from desktop.core.month_errors import NotAtClose
from desktop.core.period import Month
from desktop.core.storage_errors import FrozenChanged
from desktop.core.trade import MonthState
from desktop.models import query
from desktop.services.figures.settlement import settlement
from desktop.services.writing import frozen, months
from desktop.services.writing.frozen import Version

KIND = "settlement"


def settled(month: Month) -> Settlement:
    """The month as it is settled; NotAtClose where its close kept none yet, FrozenChanged where it was forged."""
    version = frozen.latest(month)
    if version is None:
        if months.state(month) != MonthState.OPEN:
            raise NotAtClose(str(month))
        return settlement(month)
    content = frozen.document(version, KIND)
    if content is None:
        raise NotAtClose(str(month))
    try:
        return _read(canonical.read_line(content), version)
    except (ValueError, KeyError, TypeError) as error:
        raise FrozenChanged(str(month)) from error


def as_document(month: Month, uids: Mapping[int, str]) -> dict[str, Any]:
    """The settlement of a month as it is frozen; a person by the number that other computers know too."""
    found = settlement(month)
    return {
        "people": [{"person": _person(one.person, uids), "sums": _plain(one.sums)} for one in found.people],
        "whole": _plain(found.whole),
        "classes": [_plain(one) for one in found.classes],
        "flags": [_plain(one) for one in found.flags],
        "district": _plain(found.district),
        "prepaid": _plain(found.prepaid),
        "cash": _plain(found.cash),
        "guests": found.guests,
        "guest_paid_fen": found.guest_paid_fen,
    }


def _read(kept: Mapping[str, Any], version: Version) -> Settlement:
    ids: dict[str, int] = dict(query.fetch("SELECT uid, id FROM resident"))
    return Settlement(
        version.month,
        [PersonSettled(_line(one["person"], ids), Settled(**one["sums"])) for one in kept["people"]],
        [Settled(**one) for one in kept["classes"]],
        [Settled(**one) for one in kept["flags"]],
        Settled(**kept["whole"]),
        Share(**kept["district"]),
        Share(**kept["prepaid"]),
        Share(**kept["cash"]),
        guests=kept["guests"],
        guest_paid_fen=kept["guest_paid_fen"],
        version=f"V{version.number}-{version.sha256[:8]}",
    )


def _plain(one: Settled | Share) -> dict[str, Any]:
    return dataclasses.asdict(one)


def _person(one: PersonLine, uids: Mapping[int, str]) -> dict[str, Any]:
    """What the paper says of somebody; address and phone are not on it."""
    return {
        "resident": uids[one.resident_id],
        "name": one.name,
        "sex": one.sex,
        "age": one.age,
        "id_masked": one.id_masked,
        "community": one.community,
        "flags": list(one.flags),
    }


def _line(kept: Mapping[str, Any], ids: Mapping[str, int]) -> PersonLine:
    return PersonLine(
        ids[kept["resident"]],
        kept["name"],
        kept["sex"],
        kept["age"],
        kept["id_masked"],
        kept["community"],
        address="",
        phone="",
        flags=tuple(kept["flags"]),
    )
