"""Whom a row of an event sheet speaks of: by ID number, else by a name that exactly one resident bears."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections import defaultdict

from desktop.core.person import identity
from desktop.core.reasons import Reason
from desktop.core.text import name_key, name_text
from desktop.core.trade import RegisterState
from desktop.importing.book.cells import Cell, blank, text_of
from desktop.importing.values import Values
from desktop.importing.verdicts import RowRefused
from desktop.services.register.snapshot import Person, Register

_CROWD = re.compile(r"等\s*\d*\s*[人名位]?$|^全体|^全部|^所有|[共计]\d+[人名位]|^\d+[人名位]$")
# 周秀英(小名二妹)* is one person.
_BESIDE = re.compile(r"[(（\[【〔<《{][^)）\]】〕>》}]*[)）\]】〕>》}]?|[*★☆#△▲※＊✱]+")
_BETWEEN = re.compile(r"[、,;&/|\s]+|\d{1,3}[.)]|(?<=[\u4e00-\u9fff]{2})和(?=[\u4e00-\u9fff]{2,4}$)")
_NAME = re.compile(r"[\u3400-\u9fff·]{2,5}")


def several_names(written: str) -> bool:
    """Whether a cell of an event sheet names several people: 王芳、李强, 王芳 李强, 1.王芳 2.李强, 王芳等5人, 全体."""
    plain = _BESIDE.sub("", unicodedata.normalize("NFKC", written)).strip()
    return sum(bool(_NAME.fullmatch(part)) for part in _BETWEEN.split(plain)) > 1 or bool(_CROWD.search(plain))


class People:
    """The register, indexed for finding."""

    def __init__(self, register: Register) -> None:
        self.register = register
        self.by_number: dict[str, Person] = {}
        self._by_name: defaultdict[str, list[Person]] = defaultdict(list)
        for person in register.people.values():
            if person.id_number:
                self.by_number[person.id_number] = person
            self._by_name[name_key(person.name)].append(person)

    def named(self, name: str) -> list[Person]:
        """Everybody with this name, blanks ignored."""
        return self._by_name.get(name_key(name), [])

    def of(self, values: Values) -> Person:
        """The person of a row; raises ``RowRefused`` for nobody or several."""
        number, name = values.line.get("id_number"), values.text("name")
        if several_names(name) and not self.named(name):
            raise RowRefused(Reason.SEVERAL_NAMES, name_text(name))
        person = self._by_id(number)
        if person is not None:
            if name and name_key(name) != name_key(person.name):
                values.warn(Reason.NAME_DIFFERS, person.name)
            return person
        return self._by_unique_name(values, number, name)

    def on(self, values: Values, day: dt.date) -> Person:
        """The person of a row about a day; one who was not on the register then is named."""
        person = self.of(values)
        if self.register.state_on(person.id, day) in {RegisterState.MOVED_OUT, RegisterState.CANCELLED}:
            values.warn(Reason.OFF_REGISTER, day.isoformat())
        return person

    def found_by_number(self, values: Values) -> int | None:
        """Whom the whole ID number of a row stands for."""
        person = self._by_id(values.line.get("id_number"))
        return None if person is None else person.id

    def _by_id(self, number: Cell) -> Person | None:
        if blank(number):
            return None
        return self.by_number.get(identity.examine(number).number)

    def _by_unique_name(self, values: Values, number: Cell, name: str) -> Person:
        found = self.named(name) if name else []
        if len(found) > 1:
            # 530121********1023, as our own lists have it, tells most people of one name apart.
            alike = [one for one in found if one.id_number and identity.masked(one.id_number) == text_of(number)]
            found = alike if len(alike) == 1 else found
        if len(found) > 1 and (born := values.day("born_on")) is not None:
            found = [one for one in found if one.born_on == born] or found
        if len(found) > 1:
            raise RowRefused(Reason.AMBIGUOUS_PERSON, name_text(name))
        if not found:
            raise RowRefused(Reason.UNKNOWN_PERSON, name_text(name) or identity.masked(text_of(number)))
        written = identity.examine(number)
        if written.number and found[0].id_number and written.number != found[0].id_number:
            values.warn(Reason.NUMBER_DIFFERS, identity.masked(written.number))
        return found[0]
