"""The parts that this program is made of, with their licences; read from what is installed, frozen or not."""

from __future__ import annotations

import platform
import re
import sqlite3
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from desktop.core.paths import resource

_TEXT = re.compile(r"(^|/)(licen[cs]e|copying|notice|copyright|authors)[^/]*$|\.dist-info/licenses/", re.I)


@dataclass(frozen=True)
class Part:
    """One part: ``kind`` is python, other or system; ``version`` is empty where the part does not tell."""

    kind: str
    name: str
    version: str
    licence: str
    texts: tuple[str, ...]


def parts(platform_name: str = sys.platform) -> list[Part]:
    """Every part that is shipped for this system, by name."""
    with resource("licences", "parts.toml").open("rb") as stream:
        told = tomllib.load(stream)
    found = [
        _python(name, facts)
        for name, facts in told["python"].items()
        if facts.get("system", platform_name) == platform_name
    ]
    found += [_other(name, facts) for name, facts in told["other"].items()]
    return sorted([*found, *_system()], key=lambda part: part.name.lower())


def notices() -> str:
    """The names and licence texts of all parts, as one text; each text once."""
    lines, shown = [], set()
    for part in parts():
        lines.append(f"{'=' * 78}\n{part.name} {part.version}".rstrip() + f"\n{part.licence}\n{'=' * 78}\n")
        for text in part.texts:
            if text in shown:
                lines.append("(the same text as above)\n")
            else:
                lines.append(text.strip() + "\n")
            shown.add(text)
    return "\n".join(lines)


def _python(name: str, facts: dict[str, list[str] | str]) -> Part:
    try:
        told = metadata.distribution(name)
    except metadata.PackageNotFoundError:
        return Part("python", name, "", str(facts["licence"]), tuple(_own(facts)))
    texts = [path.read_text(encoding="utf-8", errors="replace") for path in _files(told)]
    return Part("python", name, told.version, str(facts["licence"]), (*texts, *_own(facts)))


def _files(told: metadata.Distribution) -> Iterator[Path]:
    """The licence files of a package; a frozen one has no list of its files, so its folder is looked through."""
    folder = getattr(told, "_path", None)
    if isinstance(folder, Path):
        paths = sorted(path for path in folder.rglob("*") if path.is_file())
        yield from (path for path in paths if _TEXT.search(path.as_posix()))


def _own(facts: dict[str, list[str] | str]) -> list[str]:
    return [resource("licences", name).resolve().read_text(encoding="utf-8") for name in facts.get("text", [])]


def _other(name: str, facts: dict[str, list[str] | str]) -> Part:
    versions = {"Python": platform.python_version(), "SQLite": sqlite3.sqlite_version}
    version = versions.get(name, "")
    if "version_of" in facts:
        version = _python(str(facts["version_of"]), {"licence": ""}).version
    return Part("other", name, version, str(facts["licence"]), tuple(_own(facts)))


def _system() -> list[Part]:
    """Libraries of the Debian that a package was built in, which only a frozen program has."""
    found = []
    for path in sorted(resource("licences", "system").glob("*.txt")):
        name, _, version = path.stem.partition("_")
        found.append(Part("system", name, version, "see the text", (path.read_text(encoding="utf-8"),)))
    return found
