"""The list of parts that a package ships, read back by the format's own library."""

from __future__ import annotations

import json

from cyclonedx.model.bom import Bom

from desktop.services.keeping.parts import Part, parts
from installer.dev import ROOT
from installer.freezing import run_distributions
from installer.sbom import sbom

MOMENT = 1_790_000_000


def read(text: str) -> Bom:
    made = Bom.from_json(json.loads(text))  # type: ignore[attr-defined]
    assert isinstance(made, Bom)
    return made


def test_every_part_stands_in_it_with_version_licence_and_address() -> None:
    made = read(sbom([Part("python", "peewee", "4.5.3", "MIT", ("text",))], "1.2.3", MOMENT))
    (one,) = made.components
    assert (one.name, one.version, str(one.purl)) == ("peewee", "4.5.3", "pkg:pypi/peewee@4.5.3")
    assert [licence.id for licence in one.licenses] == ["MIT"]  # type: ignore[union-attr]
    program = made.metadata.component
    assert program is not None and (program.name, program.version) == ("shizhu-desk", "1.2.3")
    assert made.metadata.timestamp is not None and made.metadata.timestamp.timestamp() == MOMENT


def test_a_library_of_the_system_is_named_as_debian_names_it() -> None:
    (one,) = read(sbom([Part("system", "libxcb1", "1.14-3", "see the text", ())], "1", 0)).components
    assert str(one.purl) == "pkg:deb/debian/libxcb1@1.14-3"


def test_all_that_the_run_lock_brings_here_is_listed_once() -> None:
    made = read(sbom(parts("linux"), "1", 0))
    listed = [one.name for one in made.components]
    lock = run_distributions((ROOT / "installer" / "requirements.lock").read_text(encoding="utf-8"))
    # Windows alone needs it.
    assert set(lock) - set(listed) == {"colorama"}
    assert len(listed) == len(set(listed))
    assert {"Python", "SQLite", "SQLCipher"} <= set(listed)


def test_the_same_parts_give_the_same_bytes_and_others_another_number() -> None:
    one = Part("python", "peewee", "4.5.3", "MIT", ())
    other = Part("python", "peewee", "4.5.4", "MIT", ())
    assert sbom([one], "1", 0) == sbom([one], "1", 0)
    assert read(sbom([one], "1", 0)).serial_number != read(sbom([other], "1", 0)).serial_number
