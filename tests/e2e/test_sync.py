"""The file for the district office verifies as written, and a changed, cut or reordered byte is refused."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.running import Run, Sample

MONTH = "2026-10"


@pytest.fixture(scope="module")
def exported(shizhu: Run, sample: Sample, tmp_path_factory: pytest.TempPathFactory) -> Any:
    ran = shizhu("export", "--month", MONTH, "--out", tmp_path_factory.mktemp("sync"), "--json", data=sample.data)
    assert ran.code == 0, ran.err
    return ran.json


def test_the_file_bears_centre_period_and_sequence(exported: Any) -> None:
    assert Path(exported["file"]).name == f"SZ-530114-{MONTH}-0001.shizhu"
    assert (exported["centre"]["number"], exported["period"], exported["sequence"]) == ("530114", MONTH, 1)


def test_it_counts_what_the_month_holds(exported: Any, expected: Any) -> None:
    rows = {part["name"].removesuffix(".jsonl"): part["rows"] for part in exported["parts"]}
    wanted = expected["import"]
    assert rows["meals"] == wanted["meals"]
    assert rows["help_services"] == wanted["services_rows"]
    assert rows["visits"] == wanted["visits_rows"] - wanted["visits_refused"]


def test_it_verifies_without_a_data_folder(shizhu: Run, exported: Any, tmp_path: Path) -> None:
    ran = shizhu("verify", exported["file"], "--json", data=tmp_path / "none")
    assert ran.code == 0, ran.err
    assert ran.json == {key: value for key, value in exported.items() if key not in ("again", "file_sha256")} | {
        "proved": "content"
    }


def flip(content: bytearray) -> None:
    content[random.Random(7).randrange(len(content))] ^= 0x10


def cut(content: bytearray) -> None:
    del content[-40:]


def swap(content: bytearray) -> None:
    middle = len(content) // 2
    content[middle : middle + 64], content[middle + 64 : middle + 128] = (
        content[middle + 64 : middle + 128],
        content[middle : middle + 64],
    )


@pytest.mark.parametrize("spoil", [flip, cut, swap])
def test_a_spoiled_file_is_refused_in_one_sentence(
    shizhu: Run, exported: Any, tmp_path: Path, spoil: Callable[[bytearray], None]
) -> None:
    content = bytearray(Path(exported["file"]).read_bytes())
    spoil(content)
    path = tmp_path / Path(exported["file"]).name
    path.write_bytes(content)
    ran = shizhu("verify", path)
    assert (ran.code, ran.out) == (1, "")
    assert len(ran.err.splitlines()) == 1
    assert path.name in ran.err
    assert "Traceback" not in ran.err


def test_the_next_file_names_the_one_before(shizhu: Run, sample: Sample, exported: Any, tmp_path: Path) -> None:
    following = shizhu("export", "--full", "--out", tmp_path, "--json", data=sample.data)
    assert following.code == 0, following.err
    assert following.json["sequence"] == 2
    assert len(following.json["previous_sha256"]) == 64
    assert Path(following.json["file"]).name == "SZ-530114-full-0002.shizhu"
