"""Exchange files that somebody spoiled: nothing of them is taken in, whoever it was and whatever they know.

Half of them are spoiled as they lie on the stick. Half are opened, made anew by somebody who has the key of the
stations, and sealed again: all that they lack is the rows' own chain.
"""

from __future__ import annotations

import json
import random
import time

import pytest

from desktop.core.errors import UserError
from desktop.core.exchange_errors import ExchangeUnreadable
from desktop.core.words import messages
from desktop.exchange import package
from desktop.exchange.taking import take
from desktop.models import query
from desktop.services.centre import accounts, passwords
from tests.unit.exchange.acts import change, eats, new_person, someone
from tests.unit.exchange.same import state
from tests.unit.sync.test_mutated import ODD, cut, flipped, stretch

SECONDS = 5


def spoil_value(place: list, chance: random.Random) -> None:
    """One value of a line by something else; a text keeps its kind half of the time."""
    at = chance.randrange(len(place))
    old = place[at]
    if isinstance(old, str) and old and chance.random() < 0.5:
        cut_at = chance.randrange(len(old))
        place[at] = old[:cut_at] + chance.choice("0aé{") + old[cut_at + 1 :]
    else:
        place[at] = chance.choice(ODD)


def made_anew(opened: package.Opened, chance: random.Random) -> tuple[dict, list]:
    """What it says of itself and its lines, with one thing changed."""
    about = json.loads(json.dumps({name: one for name, one in opened.about.items() if name not in ("kind", "version")}))
    lines = [(part, list(values)) for part, rows in opened.parts.items() for values in rows]
    log = [at for at, (part, _values) in enumerate(lines) if part == "log"]
    how = chance.randrange(6)
    if how == 0:
        about[chance.choice(["centre", "schema"])] = chance.choice(ODD)
    elif how == 1:
        del lines[chance.choice(log[:-1])]
    elif how == 2:
        lines.insert(chance.randrange(len(lines)), ("log", list(lines[chance.choice(log)][1][:-1])))
    elif how == 3:
        one, other = chance.sample(log, 2)
        lines[one][1][-1], lines[other][1][-1] = lines[other][1][-1], lines[one][1][-1]
    else:
        spoil_value(lines[chance.choice(log)][1], chance)
    return about, lines


@pytest.mark.parametrize(
    "count",
    [pytest.param(60), pytest.param(200, marks=pytest.mark.slow), pytest.param(2_000, marks=pytest.mark.nightly)],
)
def test_nothing_of_a_spoiled_file_is_taken_in(two, person, count, tmp_path):
    person("王芳")
    here = two()
    with here.at(2) as actor:
        new_person(actor, "李强", 7)
        eats(actor, "李强")
        change(actor, someone(), phone="13800000001")
    path, spoiled = here.out(2), tmp_path / "spoiled.shizhu-exchange"
    whole = path.read_bytes()
    with here.at(1) as actor:
        identity, recipient = query.fetch_one("SELECT identity, recipient FROM exchange_key")
        opened, before, refused, number = package.read(path, identity), state(), 0, 0
        rows = query.count("SELECT count(*) FROM change_log")
        while refused < count:
            number += 1
            chance = random.Random(f"exchange {number}")
            if number % 2:
                changed = chance.choice((flipped, stretch, cut))(whole, chance)
                if changed == whole:
                    continue
                spoiled.write_bytes(changed)
            else:
                about, lines = made_anew(opened, chance)
                if lines == [(part, list(one)) for part, found in opened.parts.items() for one in found] and all(
                    opened.about[name] == one for name, one in about.items()
                ):
                    continue
                spoiled.unlink(missing_ok=True)
                package.write(spoiled, recipient, about, lines)
            began = time.process_time()
            with pytest.raises(UserError) as caught:
                take(actor, spoiled)
            assert time.process_time() - began < SECONDS
            words = messages.sentence(caught.value)
            assert "{" not in words and "\n" not in words
            refused += 1
        assert state() == before and query.count("SELECT count(*) FROM change_log") == rows
        assert take(actor, path).rows


@pytest.mark.parametrize(
    ("part", "at", "value"),
    [("epoch", 1, "stolen"), ("epoch", 6, "zz"), ("log", 0, None), ("about", "heads", 7)],
)
def test_what_has_another_shape_is_no_file_of_the_stations(two, person, tmp_path, part, at, value):
    person("王芳")
    here = two()
    path, spoiled = here.out(2), tmp_path / "spoiled.shizhu-exchange"
    with here.at(1) as actor:
        identity, recipient = query.fetch_one("SELECT identity, recipient FROM exchange_key")
        opened = package.read(path, identity)
        about = {name: one for name, one in opened.about.items() if name not in ("kind", "version")}
        (about if part == "about" else opened.parts[part][-1])[at] = value
        lines = [(name, list(one)) for name, found in opened.parts.items() for one in found]
        package.write(spoiled, recipient, about, lines)
        with pytest.raises(ExchangeUnreadable):
            take(actor, spoiled)


def test_a_password_that_the_log_says_nothing_of_is_refused(two, person, tmp_path):
    person("王芳")
    here = two()
    with here.at(2) as actor:
        accounts.set_password(actor, "主任甲", "correct horse 1")
    path, spoiled = here.out(2), tmp_path / "spoiled.shizhu-exchange"
    with here.at(1) as actor:
        identity, recipient = query.fetch_one("SELECT identity, recipient FROM exchange_key")
        opened = package.read(path, identity)
        about = {name: one for name, one in opened.about.items() if name not in ("kind", "version")}
        opened.parts["secret"][0][1] = passwords.hashed("another one 1")
        lines = [(name, list(one)) for name, found in opened.parts.items() for one in found]
        package.write(spoiled, recipient, about, lines)
        with pytest.raises(ExchangeUnreadable):
            take(actor, spoiled)
        assert take(actor, path).rows and accounts.sign_in("主任甲", "correct horse 1").name == "主任甲"
