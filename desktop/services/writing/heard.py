"""Which stations a restored one has heard since: the others have what it wrote between its backup and its restore."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from desktop.core.acts import LogAction, Thing
from desktop.models import query
from desktop.services.writing import epochs

_FROM = "from"


def said(about: Mapping[str, Any]) -> dict[str, object]:
    """What is told of a file that is taken in: whose it is, if its station knew already that this one was restored.

    Only such a file has all that was lost.
    """
    epoch, number = query.fetch_one("SELECT epoch, number FROM station") or ("", 0)
    knew_us = any((one, station) == (epoch, number) for one, station, _counter in about["heads"])
    return {_FROM: about["station"]} if knew_us else {}


def missing() -> list[int]:
    """The stations of which nothing was heard since this one was restored; none where it was not.

    Whoever gives a new station says that the older ones begin anew, or are gone.
    """
    if query.text("SELECT e.cause FROM station s JOIN epoch e ON e.name = s.epoch") != epochs.RESTORE:
        return []
    own = (
        "SELECT c.row_uid, c.action, json_extract(c.after, ?) FROM change_log c JOIN station s"
        " ON s.epoch = c.epoch AND s.number = c.station WHERE c.table_name = ?"
    )
    heard, given = set(), False
    for key, action, came_from in query.fetch(own, [f"$.{_FROM}", Thing.EXCHANGE]):
        heard |= {int(key)} | ({int(came_from)} if came_from else set())
        given |= action == LogAction.ADD
    known = query.texts("SELECT DISTINCT row_uid FROM change_log WHERE table_name = ?", [Thing.EXCHANGE])
    return [] if given else sorted(set(map(int, known)) - heard)
