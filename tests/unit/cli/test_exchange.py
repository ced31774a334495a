"""``exchange``: two folders give each other what they recorded."""

from __future__ import annotations

from pathlib import Path

from desktop.core.paths import DataFolder
from desktop.services.centre import accounts, centres
from tests.unit.cli.conftest import Shizhu
from tests.unit.exchange.acts import change, new_person, someone


def _at(folder: DataFolder, **fields: object) -> None:
    centres.open_centre(folder)
    change(accounts.system_actor(), someone(), **fields)
    centres.close_centre()


def test_two_stations_exchange_and_somebody_decides(made: Shizhu, folder: DataFolder, tmp_path: Path) -> None:
    centres.open_centre(folder)
    new_person(accounts.system_actor(), "王芳", 5)
    centres.close_centre()
    given = made("exchange", "give", "--to", tmp_path / "stick", "--json")
    assert given.json["station"] == 2 and given.json["sealed"] is False
    second = DataFolder(tmp_path / "second")
    joined = made("exchange", "join", given.json["file"], "--data", second.root, "--json")
    assert joined.json == {"station": 2, "data": str(second.root)}
    assert made("exchange", "join", given.json["file"], "--data", second.root).code == 1
    _at(folder, phone="13800000001")
    _at(second, phone="13800000002")
    out = made("exchange", "out", "--to", tmp_path / "stick", "--data", second.root, "--json")
    assert out.json["sealed"] is True and out.json["rows"] > 0
    taken = made("exchange", "in", out.json["file"], "--json")
    (clash,) = taken.json["clashes"]
    assert taken.code == 3 and taken.json["taken"] == out.json["rows"] and taken.json["corrections"] == []
    assert clash["kind"] == "resident" and clash["field"] == "phone" and clash["holds"] in ("ours", "theirs")
    assert (clash["ours"], clash["theirs"]) == ("13800000001", "13800000002")
    told = made("exchange", "clashes")
    assert told.code == 3 and "here 13800000001, elsewhere 13800000002" in told.out
    decided = made("exchange", "decide", "resident", clash["uid"], "phone", "ours", "--json")
    assert decided.json == {"uid": clash["uid"], "field": "phone", "holds": "ours"}
    assert made("exchange", "decide", "resident", clash["uid"], "phone", "ours").code == 1
    assert made("exchange", "clashes", "--json").json == {"clashes": []}
    back = made("exchange", "out", "--to", tmp_path / "stick", "--json")
    said = made("exchange", "in", back.json["file"], "--data", second.root)
    assert said.code == 0 and "rows of the log taken in" in said.out
    centres.open_centre(second)
    assert someone().phone == "13800000001"
    centres.close_centre()


def test_one_station_alone_has_nobody_to_exchange_with(made: Shizhu, tmp_path: Path) -> None:
    for words in (("out", "--to", tmp_path), ("in", tmp_path / "none")):
        said = made("exchange", *words)
        assert said.code == 1 and "one station" in said.err


def test_what_was_given_is_proved(made: Shizhu, folder: DataFolder, tmp_path: Path) -> None:
    given = Path(made("exchange", "give", "--to", tmp_path / "stick", "--json").json["file"])
    whole = given.read_bytes()
    given.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    said = made("exchange", "join", given, "--data", tmp_path / "second")
    assert said.code == 1 and "Let station 1 give another one" in said.err
    assert not DataFolder(tmp_path / "second").database.exists()
    said = made("exchange", "join", tmp_path / "none", "--data", tmp_path / "second")
    assert said.code == 1


def test_only_station_1_gives_numbers(made: Shizhu, folder: DataFolder, tmp_path: Path) -> None:
    given = made("exchange", "give", "--to", tmp_path / "stick", "--json").json["file"]
    made("exchange", "join", given, "--data", tmp_path / "second")
    said = made("exchange", "give", "--to", tmp_path / "stick", "--data", tmp_path / "second")
    assert said.code == 1 and "from station 1" in said.err
    # What station 1 gave is for one station; a number is given once.
    assert made("exchange", "give", "--to", tmp_path / "stick", "--json").json["station"] == 3
