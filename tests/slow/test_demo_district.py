"""A simulated district works through its three months: who was late, forged or cut, and what came of it.

Its files, taken in otherwise, come to the same; its sums are those of the centres' papers; no ID number lies open.
"""

from __future__ import annotations

import datetime as dt
import json
import random
import re
import shutil
import sqlite3
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from contextlib import closing
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pypdf
import pytest

from desktop.core import clock
from desktop.core.paths import DataFolder
from desktop.core.period import Month
from desktop.demo.district.cast import Does, cast
from desktop.district import derived, figures, intake, receipts, settling
from desktop.district.answers import Engine
from desktop.district.folder import DistrictFolder
from desktop.district.opening import opened
from desktop.services.centre import centres
from desktop.services.writing import frozen
from tests.e2e.running import ROOT, Run, run_command
from tests.unit.district.laid_out import laid_out

pytestmark = pytest.mark.slow
FIRST, SECOND, THIRD = "2026-08", "2026-09", "2026-10"


@pytest.fixture(scope="module")
def shizhu() -> Run:
    return run_command


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("simulated") / "district"


def simulated(place: Path, *more: str) -> Any:
    # However long a laden computer takes.
    words = ["demo", "--district", place, "--month", THIRD, "--json", "--lang", "en", *more]
    ran = subprocess.run([sys.executable, "-m", "desktop", *map(str, words)], cwd=ROOT, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stderr
    return json.loads(ran.stdout)


@pytest.fixture(scope="module")
def done(place: Path) -> Any:
    return simulated(place)


def who(does: Does) -> str:
    return cast().who(does).number


def test_every_centre_stands_as_it_handed_in(shizhu: Run, done: Any, place: Path) -> None:
    assert done["months"] == [FIRST, SECOND, THIRD]
    assert [one["does"] for one in done["centres"]] == list(Does)
    other = {FIRST: {who(Does.CORRECTED): "corrected", who(Does.OPEN): "draft"}, SECOND: {}}
    other[THIRD] = {who(Does.MISSING): "missing", who(Does.OPEN_MONTH): "draft"}
    for month, told in done["figures"].items():
        assert told["states"] == {one["number"]: "closed" for one in done["centres"]} | other[month]
        assert told["shared_persons"] == 2
        found = shizhu("district", "figures", place, "--month", month, "--json").json
        assert found["sha256"] == told["sha256"], "what is told is what stands there"


def test_what_was_not_taken_is_named_and_the_rest_was_taken(done: Any) -> None:
    refused = [
        (day["day"], Path(one["file"]).name[3:9], one["reason"]) for day in done["days"] for one in day["refused"]
    ]
    assert refused == [
        ("2026-09-06", who(Does.OTHER_NUMBERS), "other_numbers"),
        ("2026-10-06", who(Does.CUT), "seal_broken"),
        ("2026-10-06", cast().foreign[0], "unknown_centre"),
        ("2026-10-06", who(Does.FORGED), "forged"),
        ("2026-10-10", who(Does.REPLAYED), "older"),
    ]
    assert [len(day["accepted"]) for day in done["days"]] == [11, 1, 10, 3, 11, 2]
    assert [len(day["unchanged"]) for day in done["days"]] == [0, 0, 0, 1, 0, 0]


def test_the_reports_say_who_was_late_and_what_was_put_right(shizhu: Run, done: Any, place: Path) -> None:
    assert [day["corrected"] for day in done["days"]] == [
        [],
        [who(Does.OTHER_NUMBERS)],
        [],
        [who(Does.LATE), who(Does.CUT)],
        [],
        [who(Does.CORRECTED)],
    ]
    found = shizhu("district", "figures", place, "--month", SECOND, "--json").json["centres"]
    assert [one["number"] for one in found if one["punctual"] is False] == [who(Does.LATE)]
    papers = [Path(path) for day in done["days"] for path in day["reports"]]
    assert len(papers) == 2 * (5 + 3) and all(path.stat().st_size > 5000 for path in papers)


def test_the_centres_read_their_receipts_and_nothing_else_is_received(done: Any, place: Path) -> None:
    back = {(one["centre"], one["file"]): one for one in done["read_back"]}
    assert len(back) == len(done["read_back"]) == 35
    mends = {key: one["refused"] for key, one in back.items() if one["refused"]}
    [((number, file), records)] = mends.items()
    assert (number, file[10:17]) == (who(Does.LEARNS_LATE), THIRD) and records > 5, "they ate after they had died"
    assert {one["centre"] for one in done["read_back"] if one["elsewhere"]} == {who(Does.PUNCTUAL), who(Does.SHARES)}
    for one in done["centres"]:
        with closing(sqlite3.connect(Path(one["data"]) / "shizhu.db")) as rows:
            received = rows.execute("SELECT file_name FROM sync_export WHERE received_at <> ''").fetchall()
        assert {(one["number"], name) for (name,) in received} == {key for key in back if key[0] == one["number"]}


def test_it_may_be_made_anew_but_never_over_something_else(shizhu: Run, tmp_path: Path) -> None:
    (tmp_path / "家谱.txt").write_text("keep", encoding="utf-8")
    ran = shizhu("demo", "--district", tmp_path, "--json")
    assert (ran.code, [path.name for path in tmp_path.iterdir()]) == (1, ["家谱.txt"])
    assert str(tmp_path) in ran.err


def test_a_month_of_which_not_all_has_happened_is_refused(shizhu: Run, tmp_path: Path) -> None:
    ran = shizhu("demo", "--district", tmp_path / "x", "--month", "2099-01")
    assert ran.code == 1 and not (tmp_path / "x").exists()


# --- taken in otherwise ------------------------------------------------------------------------------------------

AFTERWARDS = dt.datetime(2026, 11, 20, 9, 0)
STEPS = ((settling, "note"), (derived, "put"), (intake, "_keep"), (settling, "done"))


class Cut(BaseException):
    """The power is gone: nothing that would clean up runs, as far as it can be played in one process."""


@pytest.fixture(scope="module")
def in_order(done: Any, place: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What comes of all files of the months, taken in once, in the order of their names."""
    other = same_district(place, tmp_path_factory.mktemp("plain") / "district")
    return come_to(other, all_files(place))


def all_files(place: Path) -> list[Path]:
    """Whatever came, as it lies there at the end; one of them as the stick had left it, too."""
    found = sorted((place / "demo" / "sticks").rglob("*.shizhu")) + sorted((place / "demo" / "post").rglob("*.shizhu"))
    cut = place / "demo" / "cut.shizhu"
    cut.write_bytes(found[0].read_bytes()[:-700])
    return [*found, cut]


def same_district(place: Path, other: Path) -> DistrictFolder:
    """A folder with the same keys and centres, to which nobody has handed in anything yet."""
    (other / "keys").mkdir(parents=True)
    for name in ("district.json", "catalogue.db", "keys/secret.json"):
        shutil.copy(place / name, other / name)
    with closing(sqlite3.connect(other / "catalogue.db")) as rows, rows:
        rows.execute("DELETE FROM accepted")
    return DistrictFolder(other)


def come_to(place: DistrictFolder, files: list[Path]) -> dict[str, Any]:
    """Everything that stands after these were taken in: catalogue, files, store, figures, receipts."""
    with clock.standing_at(AFTERWARDS), opened(place) as desk:
        intake.merge(desk, files)
        back = place.root.parent / "back"
        receipts.write(desk, back)
    counted = {}
    for month in (FIRST, SECOND, THIRD):
        with figures.counting(place.root, Month.parse(month), Engine.DUCKDB) as engine:
            counted[month] = figures.sha256(figures.ask(engine, Month.parse(month)))
    return laid_out(place) | {"figures": counted, "back": {one.name: one.read_bytes() for one in back.iterdir()}}


def test_taken_in_once_more_it_comes_to_what_was_told(done: Any, in_order: dict[str, Any]) -> None:
    assert in_order["figures"] == {month: told["sha256"] for month, told in done["figures"].items()}
    assert len(in_order["accepted"]) == 36 and len(in_order["back"]) == 36


@pytest.mark.parametrize("seed", [1, *(pytest.param(seed, marks=pytest.mark.nightly) for seed in range(2, 12))])
def test_any_order_repetition_and_interruption_comes_to_the_same(
    done: Any, in_order: dict[str, Any], place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    files, chance = all_files(place), random.Random(seed)
    order, cuts = [*files, *chance.sample(files, 8)], 0
    chance.shuffle(order)
    other = same_district(place, tmp_path / "district")
    with clock.standing_at(AFTERWARDS):
        for at in range(0, len(order), 6):
            with monkeypatch.context() as patched:
                patched.setattr(*cut_at(chance))
                try:
                    with opened(other) as desk:
                        intake.merge(desk, order[at : at + 6])
                except Cut:
                    cuts += 1
    assert cuts > 2
    assert come_to(other, chance.sample(files, len(files))) == in_order


def cut_at(chance: random.Random) -> tuple[Any, str, Any]:
    """A step of intake, before or after which the power goes, after some times that it went well."""
    module, name = chance.choice(STEPS)
    whole, before, left = getattr(module, name), chance.random() < 0.5, [chance.randrange(3)]

    def cut(*given: Any) -> Any:
        left[0] -= 1
        if left[0] >= 0:
            return whole(*given)
        if not before:
            whole(*given)
        raise Cut()

    return module, name, cut


# --- what the centres' own papers say ------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def papers(done: Any) -> dict[str, dict[str, Any]]:
    """By centre and month the figures of the newest version of each closed month, as the centre itself has them."""
    found: dict[str, dict[str, Any]] = {}
    for one in done["centres"]:
        centres.open_centre(DataFolder(Path(one["data"])))
        try:
            own = {month: frozen.figures(Month.parse(month)) for month in done["months"]}
        finally:
            centres.close_centre()
        found[one["number"]] = {month: figures for month, figures in own.items() if figures}
    return found


def named(value: Any, name: str) -> Any:
    """What stands under a name of the contract, of which a part may hold dots itself; None where nothing does."""
    if not name or not isinstance(value, dict):
        return None if name else value
    ways = (name[: at.start()] for at in re.finditer(r"\.|$", name))
    return next((found for key in ways if key in value and (found := named(value[key], name[len(key) + 1 :]))), None)


def number(text: Any) -> Decimal:
    return Decimal(str(text or 0))


@pytest.mark.parametrize("month", [FIRST, SECOND, THIRD])
def test_the_sums_of_the_district_are_those_of_the_centres_papers(
    shizhu: Run, done: Any, place: Path, papers: dict[str, dict[str, Any]], month: str
) -> None:
    found = shizhu("district", "figures", place, "--month", month, "--json").json
    counted = [one["number"] for one in found["centres"] if one["state"] in ("closed", "corrected")]
    own = {centre: papers[centre][month] for centre in counted}
    rates = ("rate", "share", "occupancy", ".longest")
    names = [name for name in found["total"] if not name.endswith(rates)]
    sums = {name: sum(number(named(one, name)) for one in own.values()) for name in names}
    assert {name: number(found["total"][name]) for name in names} == sums
    assert len(names) > 100 and sums["visits.visited"] > 100 and sums["canteen.price"] > 1000
    for one in found["centres"]:
        if one["number"] in own:
            assert one["figures"]["visits.visit_rate"] == own[one["number"]]["visits"]["visit_rate"]


def test_what_was_learned_late_changed_no_paper_and_no_sum(done: Any, papers: dict[str, dict[str, Any]]) -> None:
    """One lived alone since the first month, as was learned after its close: today the centre would count otherwise."""
    [late] = [one for one in done["centres"] if one["does"] == Does.LEARNS_LATE]
    ran = run_command("figures", "--month", FIRST, "--live", "--json", data=Path(late["data"]))
    told = papers[late["number"]][FIRST]["visits"]["required"]
    assert ran.json["visits"]["required"] == told + 1


# --- nobody is readable ---------------------------------------------------------------------------------------------


def numbers_of(done: Any) -> set[str]:
    """The ID numbers that the centres have on record."""
    found: set[str] = set()
    for one in done["centres"]:
        with closing(sqlite3.connect(Path(one["data"]) / "shizhu.db")) as rows:
            found.update(text for (text,) in rows.execute("SELECT id_number FROM resident WHERE id_number <> ''"))
    assert len(found) > 300
    return found


def contents(path: Path) -> Iterator[bytes]:
    """Whatever can be read in a file: its bytes, the members of a workbook, the words of a page."""
    yield path.read_bytes()
    if path.suffix == ".xlsx":
        with zipfile.ZipFile(path) as book:
            yield from map(book.read, book.namelist())
    if path.suffix == ".pdf":
        yield "".join(page.extract_text() for page in pypdf.PdfReader(path).pages).encode()
    if path.suffix == ".parquet":
        yield "\n".join(
            map(str, duckdb.connect().execute("SELECT * FROM read_parquet(?)", [str(path)]).fetchall())
        ).encode()


def readable(numbers: set[str], paths: Iterator[Path]) -> list[str]:
    """The files in which one of the numbers stands."""
    any_of = re.compile(b"|".join(one.encode() for one in sorted(numbers)))
    return [str(path) for path in paths if any(any_of.search(content) for content in contents(path))]


def outside(place: Path, *passed_over: str) -> Iterator[Path]:
    """All files of the district, without those below some folders."""
    for path in sorted(place.rglob("*")):
        if path.is_file() and not path.relative_to(place).as_posix().startswith(passed_over):
            yield path


def test_nobodys_number_is_readable_but_in_the_store_of_a_district_that_asked(done: Any, place: Path) -> None:
    numbers, open_ = numbers_of(done), f"demo/sticks/{who(Does.OPEN)}"
    inside = ("store/", "demo/centres/", "demo/workbooks/")
    # Files that no key seals are open; the folder says so of the centre.
    assert readable(numbers, outside(place, *inside, open_, f"files/{who(Does.OPEN)}")) == []
    assert not any(one in json.dumps(done) for one in numbers)
    assert readable(numbers, iter(sorted((place / "store").rglob("*.parquet")))), "it asked for them"
    logs = [path for path in (place / "demo" / "centres").rglob("logs/*") if path.is_file()]
    assert readable(numbers, iter(logs)) == []


@pytest.mark.nightly
def test_of_pseudonyms_nobody_is_readable_anywhere_and_the_figures_are_the_same(
    shizhu: Run, done: Any, place: Path, tmp_path: Path
) -> None:
    other = tmp_path / "hashed"
    told = simulated(other, "--numbers", "hashed")
    numbers = numbers_of(told)
    assert readable(numbers, outside(other, "demo/centres/", "demo/workbooks/", f"demo/sticks/{who(Does.OPEN)}")) == []
    assert numbers == numbers_of(done), "the same people"
    for month in done["months"]:
        ours, theirs = (shizhu("district", "figures", one, "--month", month, "--json").json for one in (place, other))
        mine, others = ({one["number"]: one["figures"] for one in all_["centres"]} for all_ in (ours, theirs))
        # Open files hold whole numbers, which this district does not take.
        assert others == mine | {who(Does.OPEN): {}}
        assert theirs["shared_persons"] == ours["shared_persons"] == 2
