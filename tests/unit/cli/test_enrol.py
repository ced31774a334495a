"""``enrol``: a key comes, a key goes, and the papers fit what is kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.core import signing
from desktop.core.office_keys import DistrictKey
from desktop.core.recovery import secret_of
from desktop.reports.forms.recovery_sheet import read_back
from desktop.services.writing.actor import Actor
from desktop.sync import keys
from tests.unit.cli.conftest import Shizhu
from tests.unit.reports.reading import whole_text

DISTRICT = DistrictKey("呈贡区民政局", "530114", "full", signing.new_identity()[1], signing.new_signing()[1])


@pytest.fixture
def district(tmp_path: Path) -> Path:
    path = tmp_path / "district" / "chenggong.key"
    path.parent.mkdir()
    path.write_bytes(keys.as_bytes(DISTRICT))
    return path


def test_the_centres_key_its_page_and_its_sheet_are_written(
    actor: Actor, shizhu: Shizhu, district: Path, tmp_path: Path
) -> None:
    told = shizhu("enrol", district, "--out", tmp_path / "a" / "centre.key", "--json").json
    centre = keys.read_centre(tmp_path / "a" / "centre.key")
    assert told["new"] and told["district"] == {"name": "呈贡区民政局", "code": "530114", "numbers": "full"}
    assert told["centre_fingerprint"] == keys.fingerprint(centre)
    assert told["district_fingerprint"] == keys.fingerprint(DISTRICT)
    secret = secret_of(read_back(Path(told["recovery_sheet"])))
    assert signing.recovery_identity(secret)[1] == centre.recovery_to
    page = "".join(whole_text(Path(told["page"])).split())
    for words in (
        centre.name,
        "530114",
        *(told[f"{one}_fingerprint"].replace(" ", "") for one in ("centre", "district")),
    ):
        assert words in page
    assert "区级备份恢复单" in "".join(whole_text(Path(told["recovery_sheet"])).split())
    again = shizhu("enrol", district, "--json").json
    assert not again["new"] and again["centre_fingerprint"] == told["centre_fingerprint"]
    assert Path(again["key"]) == district.parent / f"SZ-{centre.number}.key"
    assert secret_of(read_back(Path(again["recovery_sheet"]))) == secret


def test_another_key_is_refused_until_it_is_said(actor: Actor, shizhu: Shizhu, district: Path, tmp_path: Path) -> None:
    assert shizhu("enrol", district).code == 0
    other = tmp_path / "other.key"
    other.write_bytes(
        keys.as_bytes(DistrictKey("盘龙区民政局", "530103", "full", DISTRICT.seal_to, DISTRICT.sign_with))
    )
    refused = shizhu("enrol", other)
    assert refused.code == 1 and "呈贡区民政局" in refused.err and not (tmp_path / "SZ-530114.key").exists()
    taken = shizhu("enrol", other, "--instead")
    assert taken.code == 0 and "盘龙区民政局" in taken.out and keys.fingerprint(DISTRICT) not in taken.out


def test_a_file_that_is_no_key_is_refused(actor: Actor, shizhu: Shizhu, district: Path, tmp_path: Path) -> None:
    district.write_bytes(district.read_bytes()[:-3])
    assert shizhu("enrol", district).code == 1
