"""First page of a search among 100 000 residents ÷ the raw FTS5 query."""

from __future__ import annotations

import random
from pathlib import Path

from desktop.core.paths import DataFolder
from desktop.models import query
from desktop.models.base import new_uid
from desktop.models.database import transaction
from desktop.services.centre import centres
from desktop.services.centre.centres import CentreDraft
from desktop.services.register import listing as residents
from desktop.services.register.listing import ResidentQuery
from tests.benchmarks.measuring import Measured, median_ms

PEOPLE = 100_000
SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗普阿杞字角"
GIVEN = "芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉萍红建国志"
PAGE = 200


def fill(people: int, seed: int = 1) -> None:
    """Put residents straight into the tables, as many imports over the years would have."""
    chance = random.Random(seed)
    columns = (
        "uid, created_at, created_station, changed_at, station, counter, name, name_key, document_kind, id_state, sex,"
        " born_on, register_state, community, phone"
    )
    with transaction():
        for number in range(1, people + 1):
            name = chance.choice(SURNAMES) + chance.choice(GIVEN) + chance.choice(GIVEN)
            born = f"{chance.randint(1925, 1966)}-{chance.randint(1, 12):02d}-{chance.randint(1, 28):02d}"
            values = [new_uid(), "2026-10-01", 1, "2026-10-01", 1, number, name, name, "none", "valid", "female", born]
            values += ["on_register", f"{number % 12}社区", f"154{number:08d}"]
            query.execute(f"INSERT INTO resident ({columns}) VALUES ({query.marks(values)})", values)
            residents.index(number)


def measure(folder: Path) -> list[Measured]:
    """The median of some searches of each kind: what a page needs, and the raw query alone."""
    centres.initialise(DataFolder(folder / "search"), CentreDraft("中心", "530114", "chenggong", "", "甲"))
    fill(PEOPLE)
    found = []
    for what, text in (
        ("name", "王秀英"),
        ("part", "秀英"),
        ("initials", "wxy"),
        ("phone tail", "4321"),
        ("one", "王"),
    ):
        ours = median_ms(lambda text=text: first_page(text), 15)
        match = residents.match_expression(text)
        floor = median_ms(lambda match=match: raw(match), 15)
        found.append(Measured(f"search 100 000 by {what}", ours, floor, "raw FTS5 query"))
    centres.close_centre()
    return found


def first_page(text: str) -> int:
    """Search and read the first page of rows, as the list does after a key."""
    ids = residents.find_ids(ResidentQuery(text=text))
    return len(residents.rows(ids[:PAGE]))


def raw(match: str) -> int:
    """The FTS5 query alone."""
    return len(query.fetch("SELECT rowid FROM resident_search WHERE resident_search MATCH ?", [match]))
