"""A made centre of any size, put straight into the tables: ``folder(20_000)`` gives its data folder.

With 20 000 residents it has 60 000 services, 300 000 meals, 44 000 visits with their visitors, and beds, risks, grades
and flags in proportion, spread over the six months up to ``TODAY``. All months are open. It is made once and kept under
``build/centres`` by a digest of this recipe and of the schema; ``copy`` gives one to write into.

``python -m tests.benchmarks.made_centre 500`` makes one and prints where it lies.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import random
import shutil
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from desktop.core import clock
from desktop.core.acts import Action
from desktop.core.codes import Code, CodeKind
from desktop.core.paths import DataFolder
from desktop.core.person.identity import check_character
from desktop.core.text import name_key, search_key, sort_key
from desktop.models import migrate, query
from desktop.models.database import database, transaction
from desktop.services.canteen import price_edits, prices
from desktop.services.centre import centres
from desktop.services.centre.centres import CentreDraft
from desktop.services.writing.actor import Actor
from desktop.services.writing.chain import Chain
from desktop.services.writing.journal import writing

ROOT = Path(__file__).resolve().parents[2]
LARGE, SMALL = 20_000, 500
TODAY = dt.datetime(2026, 10, 21, 10, 30)
CENTRE_NUMBER = "530114"
_FIRST = dt.date(2026, 5, 1)
_VISITS_FROM = dt.date(2026, 7, 1)
_LAST = TODAY.date()
_AT = "2026-10-21 08:00:00"
_BETWEEN = " zz "  # what stands between two keys of the search index

SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗普阿杞字角"
GIVEN = "芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉萍红建国志"
COMMUNITIES = ("雨花", "洛龙", "龙街", "斗南", "古城", "可乐", "梅子", "大学城", "月角", "回回", "郎家营", "新册")
VISITORS = tuple(f"探访员{letter}" for letter in "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉")
WORKERS = tuple(f"护理员{letter}" for letter in "甲乙丙丁戊己庚辛")
FLAGS = ("living_alone", "empty_nest", "left_behind", "disabled", "dementia", "severely_handicapped", "kinless")
FLAGS += ("minimum_living", "entitled_group")
GRADES = ("intact", "intact", "mild", "moderate", "severe", "complete")
TYPES = ("meals", "cleaning", "bathing", "medical", "emergency", "mobility", "shopping", "learning", "recreation")
BLOCKS = ("health", "spirit", "safety", "hygiene", "dwelling", "support")
OUTCOMES = ("reached",) * 17 + ("not_reached", "hospital", "away")
HOURS = {"breakfast": 7, "lunch": 11, "dinner": 17}
PRICES = {"breakfast": 300, "lunch": 1000, "dinner": 800}


@dataclass(frozen=True)
class Recipe:
    """How much is done in the made centre, a resident, and in which days."""

    name: str
    visits: float
    services: float
    meals: float
    regulars: float
    first: dt.date
    visits_from: dt.date
    last: dt.date


# Most of half a year; and a single month as busy as any centre's ever was.
USUAL = Recipe("", 2.2, 3, 15, 1 / 7, _FIRST, _VISITS_FROM, _LAST)
BUSY_MONTH = Recipe("month-", 0.75, 3, 6.5, 1 / 5, dt.date(2026, 9, 1), dt.date(2026, 9, 1), dt.date(2026, 9, 30))


def folder(residents: int = LARGE, recipe: Recipe = USUAL) -> DataFolder:
    """The made centre of that size, to be read only; made now when this recipe has not made it yet."""
    kept = ROOT / "build" / "centres" / f"{recipe.name}{residents}-{_digest()}"
    if not kept.is_dir():
        for old in kept.parent.glob(f"{recipe.name}{residents}-*"):
            shutil.rmtree(old, ignore_errors=True)
        draft = kept.with_name(f"{kept.name}.new")
        shutil.rmtree(draft, ignore_errors=True)
        make(DataFolder(draft), residents, recipe=recipe)
        draft.rename(kept)
    return DataFolder(kept)


def copy(target: Path, residents: int = LARGE, recipe: Recipe = USUAL) -> DataFolder:
    """A copy of the made centre to write into; the centre must not be open."""
    shutil.copytree(folder(residents, recipe).root, target)
    return DataFolder(target)


def make(empty: DataFolder, residents: int, seed: int = 7, recipe: Recipe = USUAL) -> None:
    """Make a centre in an empty folder and close it."""
    with clock.standing_at(dt.datetime.combine(_FIRST, dt.time(8))):
        actor = centres.initialise(empty, CentreDraft("示例中心", CENTRE_NUMBER, "chenggong", "呈贡区", "主任甲"))
        with writing(actor, Action.EDIT_RESIDENT) as unit:
            for meal, fen in PRICES.items():
                price_edits.store_price(unit, _FIRST, meal, fen)
            price_edits.store_subsidies(unit, _FIRST, [(60, (), 200), (80, (), 500), (None, ("kinless",), 700)])
    with transaction():
        _Maker(actor, residents, random.Random(seed), recipe).run()
    query.execute("ANALYZE")
    centres.close_centre()


def _digest() -> str:
    parts = [Path(__file__), *sorted(migrate.MIGRATIONS.glob("[0-9]*.py"))]
    return hashlib.sha256(b"".join(path.read_bytes() for path in parts)).hexdigest()[:12]


class _Maker:
    """The rows of one centre, each with the change-log row that its writing would have left."""

    def __init__(self, actor: Actor, residents: int, chance: random.Random, recipe: Recipe) -> None:
        self.actor, self.residents, self.chance, self.recipe = actor, residents, chance, recipe
        self.chain = Chain(actor.station)
        self.counter = self.chain.counter
        self.next_id: dict[str, int] = {}
        self.rows: dict[tuple[str, tuple[str, ...]], list[tuple[object, ...]]] = {}
        self.log: list[tuple[dict[str, object], Mapping[str, object]]] = []
        self.ids = range(1, residents + 1)
        self.born: list[dt.date] = []

    def run(self) -> None:
        """Everything, table by table."""
        for number in self.ids:
            self._resident(number)
        self.flush()
        for step in (self._beds, self._visits, self._services, self._meals):
            step()
            self.flush()
        self.chain.keep()

    def add(self, table: str, facts: Mapping[str, object]) -> int:
        """One row as the writer would add it; its id."""
        if table not in self.next_id:
            self.next_id[table] = query.count(f"SELECT max(id) FROM {table}") + 1
        row_id = self.next_id[table]
        self.next_id[table] += 1
        self.counter += 1
        uid = f"019a0000-0000-7000-8000-{self.counter:012x}"
        station = self.actor.station
        columns = ("id", "uid", "created_at", "created_station", "changed_at", "epoch", "station", "counter", *facts)
        self.rows.setdefault((table, columns), []).append(
            (row_id, uid, _AT, station, _AT, self.chain.epoch, station, self.counter, *facts.values())
        )
        said = {name: value for name, value in facts.items() if value not in (None, "")}
        after = json.dumps(said, ensure_ascii=False, sort_keys=True)
        who = {"staff_id": self.actor.staff_id, "staff_name": self.actor.name, "reason": "", "batch_id": None}
        what = {"table_name": table, "row_id": row_id, "row_uid": uid, "action": "add", "before": None, "after": after}
        base = dict.fromkeys(("base_epoch", "base_station", "base_counter"))
        self.log.append(({"at": _AT, **who, **what, **base}, facts))
        return row_id

    def flush(self) -> None:
        """Write what was gathered."""
        connection = database.connection()
        for (table, columns), rows in self.rows.items():
            connection.executemany(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({query.marks(columns)})", rows)
        # The references of the log are by uid, so the rows have to be there when their entries are sealed.
        written = [self.chain.seal(*entry) for entry in self.log]
        if written:
            columns = tuple(written[0])
            connection.executemany(
                f"INSERT INTO change_log ({', '.join(columns)}) VALUES ({query.marks(columns)})",
                [tuple(entry.values()) for entry in written],
            )
        self.rows.clear()
        self.log.clear()

    def _resident(self, number: int) -> None:
        pick, rolled = self.chance.choice, self.chance.random()
        name = pick(SURNAMES) + pick(GIVEN) + (pick(GIVEN) if rolled < 0.8 else "")
        born = dt.date(1930, 1, 1) + dt.timedelta(days=self.chance.randrange(36 * 365))
        self.born.append(born)
        sex = "female" if rolled < 0.55 else "male"
        id_number = self._id_number(born, number, sex)
        phone = f"15{4 + number % 5}{number:08d}" if rolled < 0.9 else ""
        community = pick(COMMUNITIES) + "社区"
        gone = rolled > 0.97
        state, gone_on = ("deceased" if rolled > 0.985 else "moved_out"), self._day(_FIRST)
        self.add(
            "resident",
            {
                "name": name,
                "name_key": name_key(name),
                "name_sort": sort_key(name),
                "document_kind": "identity_card" if id_number else "none",
                "id_number": id_number or None,
                "id_state": "valid" if id_number else "none",
                "sex": sex,
                "born_on": born.isoformat(),
                "community": community,
                "building": f"{self.chance.randint(1, 40)}栋",
                "room": f"{self.chance.randint(1, 4)}单元{self.chance.randint(1, 18)}{self.chance.randint(1, 4):02d}室",
                "phone": phone,
                "living": pick(("alone", "empty_nest", "with_children", "with_children", "other")),
                "health_record": int(rolled < 0.7),
                "family_doctor": int(rolled < 0.6),
                "register_state": state if gone else "on_register",
                "state_on": gone_on if gone else None,
            },
        )
        came = self._day(_FIRST) if rolled < 0.1 else None
        if gone and came is not None and came > gone_on:
            came = None
        self.add("register_event", {"resident_id": number, "state": "on_register", "on_date": came})
        if gone:
            self.add("register_event", {"resident_id": number, "state": state, "on_date": gone_on, "reason": "made"})
        self._about(number)
        phones = [phone, f"139{number:08d}"] if self._contact(number) else [phone]
        key = search_key(name, id_number=id_number, phones=phones, codes=[name_key(community)])
        spaced = _BETWEEN.join(" ".join(char for char in piece if char.isalnum()) for piece in key.split("|"))
        query.execute("INSERT INTO resident_search (rowid, key) VALUES (?, ?)", [number, spaced])

    def _id_number(self, born: dt.date, number: int, sex: str) -> str:
        if self.chance.random() > 0.95:
            return ""
        odd = sex == "male"
        district = 530100 + 1 + number // 400
        order = number % 400 * 2 + odd
        body = f"{district:06d}{born:%Y%m%d}{order:03d}"
        return body + check_character(body)

    def _about(self, number: int) -> None:
        chance = self.chance
        digits = Code(CodeKind.RESIDENT, CENTRE_NUMBER, number).digits
        self.add("printed_code", {"digits": digits, "kind": 1, "serial": number, "resident_id": number})
        if chance.random() < 0.55:
            for kind in chance.sample(FLAGS, 1 if chance.random() < 0.8 else 2):
                first = self._day(_FIRST) if chance.random() < 0.1 else None
                self.add("flag", {"resident_id": number, "kind": kind, "from_on": first})
        if chance.random() < 0.4:
            assessed = (_FIRST - dt.timedelta(days=chance.randrange(300))).isoformat()
            self.add("grade", {"resident_id": number, "grade": chance.choice(GRADES), "assessed_on": assessed})
        if chance.random() < 0.3:
            facts = {"visitor": chance.choice(VISITORS), "from_on": _FIRST.isoformat()}
            self.add("visit_assignment", {"resident_id": number, **facts})

    def _contact(self, number: int) -> bool:
        if self.chance.random() > 0.6:
            return False
        facts = {"name": self.chance.choice(SURNAMES) + self.chance.choice(GIVEN), "relation": "22"}
        self.add("contact", {"resident_id": number, **facts, "phone": f"139{number:08d}"})
        return True

    def _beds(self) -> None:
        for number in range(1, max(self.residents // 100, 4) + 1):
            taken = number % 10 < 8
            place = {"building": "1栋", "floor": f"{number // 40 + 1}", "room": f"{number // 4 + 100}"}
            facts = {"kind": "nursing" if number % 3 else "ordinary", "mode": "full"}
            state = "occupied" if taken else "free"
            bed = self.add("bed", {**place, "number": str(number % 4 + 1), **facts, "state": state})
            digits = Code(CodeKind.BED, CENTRE_NUMBER, number).digits
            self.add("printed_code", {"digits": digits, "kind": 2, "serial": number, "bed_id": bed})
            if number % 7 == 0:
                ended = {"from_on": "2026-05-10", "to_on": "2026-06-20", "end_reason": "home"}
                self.add("stay", {"resident_id": number * 50 % self.residents + 1, "bed_id": bed, **ended})
            if taken:
                person = number * 50 % self.residents + 1
                stay = self.add("stay", {"resident_id": person, "bed_id": bed, "from_on": "2026-07-03", "to_on": None})
                if number % 5 == 0:
                    away = {"from_on": "2026-09-28", "to_on": "2026-10-02", "reason": "hospital"}
                    self.add("leave", {"stay_id": stay, **away})

    def _visits(self) -> None:
        for number in range(round(self.residents * self.recipe.visits)):
            day, minute = self._day(self.recipe.visits_from), self.chance.randrange(8 * 60, 18 * 60)
            # Those with a low number are visited most, as those on the roster are.
            person = int(self.residents * self.chance.random() ** 1.5) + 1
            outcome = self.chance.choice(OUTCOMES)
            reached = outcome == "reached"
            at = f"{minute // 60:02d}:{minute % 60:02d}"
            method = "home" if number % 3 else "phone"
            facts = {"resident_id": person, "visited_on": day, "visited_at": at, "method": method, "outcome": outcome}
            facts["contact"] = ("seen" if method == "home" else "spoken") if reached else ""
            for block in BLOCKS:
                facts[block] = self._state() if reached else ""
            visit = self.add("visit", facts)
            self.add("visitor", {"visit_id": visit, "name": self.chance.choice(VISITORS)})
            if number % 15 == 0:
                self.add("visit_need", {"visit_id": visit, "type": self.chance.choice(TYPES)})
            if reached and number % 40 == 0:
                self._risk(number, person, visit, day)

    def _state(self) -> str:
        rolled = self.chance.random()
        return "normal" if rolled < 0.95 else "attention" if rolled < 0.99 else "risk"

    def _risk(self, number: int, person: int, visit: int, day: str) -> None:
        closed = (dt.date.fromisoformat(day) + dt.timedelta(days=number % 30)).isoformat()
        over = number % 3 != 0 and closed <= self.recipe.last.isoformat()
        facts = {
            "found_on": day,
            "what": "煤气软管老化",
            "level": self.chance.choice(("general", "elevated", "urgent")),
        }
        ended = {"closed_on": closed if over else None, "result": "已更换" if over else ""}
        self.add("risk", {"resident_id": person, "visit_id": visit, **facts, **ended})

    def _services(self) -> None:
        for number in range(round(self.residents * self.recipe.services)):
            minutes = self.chance.choice((30, 45, 60, 90))
            hour = self.chance.randrange(8, 17)
            state = ("done", "done", "rated", "rated", "done", "rated", "cancelled")[number % 7]
            end = dt.time(hour + minutes // 60, minutes % 60)
            fee = self.chance.choice((0, 1500, 3000, 6000))
            facts = {
                "resident_id": self.chance.randint(1, self.residents),
                "type": self.chance.choice(TYPES),
                "state": state,
                "place": "home" if number % 4 else "centre",
                "service_on": self._day(self.recipe.first),
                "started": f"{hour:02d}:00",
                "ended": f"{end:%H:%M}",
                "minutes": minutes,
                "worker": self.chance.choice(WORKERS),
                "payer": "self" if fee else "government",
                "fee_fen": fee,
                "subsidy_fen": fee // 2,
                "satisfaction": self.chance.choice((5, 5, 5, 4, 3)) if state == "rated" else None,
                "cancel_reason": "老人临时不在家" if state == "cancelled" else "",
            }
            self.add("help_service", facts)

    def _meals(self) -> None:
        lists = {day: prices.in_force(day) for day in _days(self.recipe.first, self.recipe.last)}
        wanted, days = round(self.residents * self.recipe.meals), list(lists)
        # A part of them eat most days, as a canteen's regulars do.
        regulars = self.chance.sample(self.ids, max(round(self.residents * self.recipe.regulars), 1))
        made = 0
        for day in days:
            share = wanted * (days.index(day) + 1) // len(days) - made
            for meal, part in (("lunch", 0.75), ("dinner", 0.2), ("breakfast", 0.05)):
                people = self.chance.sample(regulars, min(int(share * part), len(regulars)))
                for person in people:
                    made += self._meal(day, meal, person, lists[day])
            for _ in range(max(share // 100, 1)):
                made += self._meal(day, "lunch", None, lists[day])

    def _meal(self, day: dt.date, meal: str, person: int | None, known: prices.PriceList) -> int:
        mode = self.chance.choice(("dine_in", "dine_in", "dine_in", "takeaway", "delivered"))
        at = f"{ {'breakfast': 7, 'lunch': 11, 'dinner': 17}[meal] }:{self.chance.randrange(60):02d}".rjust(5, "0")
        diner = prices.GUEST
        if person is not None:
            born = self.born[person - 1]
            diner = prices.Diner(day.year - born.year - ((day.month, day.day) < (born.month, born.day)))
        facts = {"resident_id": person, "eaten_on": day.isoformat(), "eaten_at": at, "meal": meal, "mode": mode}
        self.add("meal", facts | known.charge(diner, meal, mode).columns)
        return 1

    def _day(self, first: dt.date) -> str:
        return (first + dt.timedelta(days=self.chance.randrange((self.recipe.last - first).days + 1))).isoformat()


def _days(first: dt.date, last: dt.date) -> Iterator[dt.date]:
    for number in range((last - first).days + 1):
        yield first + dt.timedelta(days=number)


if __name__ == "__main__":
    begin = time.perf_counter()
    print(folder(int(sys.argv[1]) if len(sys.argv) > 1 else LARGE).root, f"{time.perf_counter() - begin:.1f} s")
