"""Which entry of a named list a text stands for, and what that entry is called on a day."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from desktop.core import clock
from desktop.core.offering import fitting
from desktop.core.text import name_key
from desktop.core.trade import NamedList
from desktop.models import query

# The id of an entry of a named list.
NamedId = int
# What stands behind a name so that two people are told apart.
_TOLD_APART = re.compile(r"[(（\[【].*?[)）\]】]|[0-9０-９]+$")
# (first day or None for before any record, name), the oldest first.
Names = tuple[tuple[dt.date | None, str], ...]


class Resolver:
    """The texts of one list as they stand now. Without entries every text stands for itself."""

    def __init__(self, names: Mapping[NamedId, Names], texts: Mapping[str, NamedId | None], retired: Iterable[NamedId]):
        self._names = names
        self._texts = dict(texts)
        self._retired = frozenset(retired)
        self._shown: dict[tuple[str, dt.date | None], str] = {}

    @property
    def kept(self) -> bool:
        """Whether the list has any entry."""
        return bool(self._names)

    def of(self, text: str) -> NamedId | None:
        """The entry that a text stands for: any name that it ever bore, or an alias."""
        return self._texts.get(name_key(text)) if self._texts else None

    def answered(self, text: str) -> bool:
        """Whether the text stands for an entry, or somebody said that it stays as it is typed."""
        return name_key(text) in self._texts

    def name(self, named_id: NamedId, day: dt.date | None = None) -> str:
        """What an entry is called on a day (today); before its first name it has that one already."""
        on, found = day or clock.today(), ""
        for since, name in self._names.get(named_id, ()):
            if not found or since is None or since <= on:
                found = name
        return found

    def shown(self, text: str, day: dt.date | None = None) -> str:
        """The name on that day of the entry that a text stands for; the text itself when it stands for none."""
        if not self._texts:
            return text
        if (text, day) not in self._shown:
            named = self.of(text)
            self._shown[text, day] = text if named is None else self.name(named, day)
        return self._shown[text, day]

    def offered(self, typed: str = "") -> list[str]:
        """Today's names of entries that are not retired and that the typed text may mean, the likeliest first."""
        return fitting([self.name(one) for one in self._names if one not in self._retired], typed)

    def names(self, text: str) -> frozenset[str]:
        """Every name that the entry of a text ever bore, and the text itself."""
        named = self.of(text)
        return frozenset({text, *(name for _, name in self._names.get(named or 0, ()))})

    def called(self, part: str) -> frozenset[NamedId]:
        """The entries with these characters (folded as ``name_key`` does) in a name that they ever bore."""
        return frozenset(one for one, name in self._every_name() if part in name_key(name))

    def bearers(self, text: str) -> tuple[NamedId, ...]:
        """Who is called so, also with a note or a number behind the name that tells them apart: 李梅（前卫）, 李梅2.

        Nobody where somebody said for whom the text stands.
        """
        key = name_key(text)
        borne = [(one, name_key(name), name_key(_TOLD_APART.sub("", name))) for one, name in self._every_name()]
        exact = {one for one, whole, _bare in borne if whole == key}
        if key in self._texts and not exact:
            return ()
        return tuple(dict.fromkeys(one for one, whole, bare in borne if key in (whole, bare)))

    def _every_name(self) -> Iterable[tuple[NamedId, str]]:
        return ((one, name) for one, names in self._names.items() for _, name in names)

    def same(self, text: str, among: Iterable[str]) -> list[str]:
        """Those of the texts that stand for the same as one of them does, itself included."""
        named = self.of(text)
        return sorted({text, *(one for one in among if named is not None and self.of(one) == named)})


# A list that nobody keeps.
NOTHING = Resolver({}, {}, ())


class _Name(NamedTuple):
    named_id: int
    name: str
    valid_from: dt.date | None
    retired: bool


def resolver(list_code: NamedList) -> Resolver:
    """Read one list as it stands now, in the order in which its entries were made."""
    names: defaultdict[int, list[tuple[dt.date | None, str]]] = defaultdict(list)
    texts: dict[str, int | None] = {}
    retired = set()
    # NULL sorts first in SQLite: before any record.
    for one in query.fetch_as(
        _Name,
        "SELECT n.named_id, n.name, n.valid_from, e.retired_on IS NOT NULL AND e.retired_on <= ?"
        " FROM living_named e JOIN living_named_name n ON n.named_id = e.id WHERE e.list = ?"
        " ORDER BY e.id, n.valid_from, n.id",
        [clock.today().isoformat(), list_code],
    ):
        names[one.named_id].append((one.valid_from, one.name))
        texts[name_key(one.name)] = one.named_id
        retired |= {one.named_id} if one.retired else set()
    for key, named_id in query.fetch("SELECT key, named_id FROM living_named_alias WHERE list = ?", [list_code]):
        texts.setdefault(key, named_id)
    return Resolver({one: tuple(borne) for one, borne in names.items()}, texts, retired)
