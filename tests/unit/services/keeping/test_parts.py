"""Each part that is shipped is named with the text of its licence."""

from __future__ import annotations

import re
import tomllib

from desktop.core.paths import resource
from desktop.services.keeping import parts
from installer.freezing import LOCK, run_distributions


def test_every_distribution_of_the_run_lock_is_a_part_and_no_other() -> None:
    told = tomllib.loads(resource("licences", "parts.toml").read_text(encoding="utf-8"))
    assert sorted(told["python"]) == sorted(run_distributions(LOCK.read_text(encoding="utf-8")))


def test_every_part_has_a_licence_and_its_text() -> None:
    for system in ("linux", "win32"):
        without = [part.name for part in parts.parts(system) if not part.licence or not any(map(str.strip, part.texts))]
        assert without == []
    assert "colorama" not in {part.name for part in parts.parts("linux")}
    assert "colorama" in {part.name for part in parts.parts("win32")}


def test_the_installed_packages_tell_their_versions() -> None:
    found = {part.name: part for part in parts.parts("linux")}
    assert re.match(r"4\.5\.", found["peewee"].version)
    assert found["Qt"].version == found["pyside6-essentials"].version != ""
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in "".join(found["Qt"].texts)
    assert "Charles Leifer" in "".join(found["peewee"].texts)


def test_one_text_holds_them_all_and_each_text_once() -> None:
    told = parts.notices()
    assert all(f"\n{part.name} {part.version}".rstrip() in told for part in parts.parts())
    assert told.count("TERMS AND CONDITIONS FOR USE, REPRODUCTION, AND DISTRIBUTION") >= 1
    assert told.count("This version of the GNU Lesser General Public License incorporates") == 1
