"""``export`` and ``verify`` of a centre that is enrolled: what was proved is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.core import signing
from desktop.core.office_keys import DistrictKey
from desktop.services.writing.actor import Actor
from desktop.sync import keys
from tests.unit.cli.conftest import Shizhu

OPENS, SEAL_TO = signing.new_identity()
DISTRICT = DistrictKey("呈贡区民政局", "530114", "full", SEAL_TO, signing.new_signing()[1])


@pytest.fixture
def identity(tmp_path: Path) -> Path:
    """The district's secret as age-keygen writes it."""
    path = tmp_path / "district.txt"
    path.write_text(f"# created: 2026-11-01\n# public key: {SEAL_TO}\n{OPENS}\n", encoding="utf-8")
    return path


def test_without_enrolment_the_file_is_open_and_says_so(actor: Actor, shizhu: Shizhu, tmp_path: Path) -> None:
    said = shizhu("export", "--full", "--out", tmp_path)
    assert said.code == 0 and "not sealed" in said.out
    (path,) = tmp_path.glob("*.shizhu")
    told = shizhu("verify", path, "--json").json
    assert (told["proved"], told["sealed"], told["enc"], told["sig"]) == ("content", False, None, None)


def test_a_sealed_file_is_proved_byte_for_byte_and_opens_for_the_district(
    actor: Actor, shizhu: Shizhu, tmp_path: Path, identity: Path
) -> None:
    key = tmp_path / "chenggong.key"
    key.write_bytes(keys.as_bytes(DISTRICT))
    assert shizhu("enrol", key).code == 0
    made = shizhu("export", "--full", "--out", tmp_path, "--json").json
    path = Path(made["file"])
    assert made["sealed"] and made["enc"]["name"] == "呈贡区民政局" and len(made["sig"]["value"]) == 128
    told = shizhu("verify", path, "--json").json
    assert (told["proved"], told["sequence"], told["period"]) == ("bytes", 1, "full")
    assert told["file_sha256"] == made["file_sha256"]
    opened = shizhu("verify", path, "--key", identity, "--json").json
    assert (opened["proved"], opened["sealed"], opened["rows"]) == ("content", True, made["rows"])
    path.write_bytes(path.read_bytes()[:-1])
    assert shizhu("verify", path).code == 1 and shizhu("verify", path, "--key", identity).code == 1
    assert "no file that this centre wrote" in shizhu("verify", path).err
    assert shizhu("verify", path, "--key", key).code == 1, "a public key opens nothing"
    assert "sealed" in shizhu("audit", "verify", "--against", path).err
