"""A district's folder: who it is, its secret keys, the accepted files as they came, the catalogue of them.

``district.json`` is written last, so a folder that was half made is none.
"""

from __future__ import annotations

import os
import re
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from desktop.core import canonical, drives, files, signing
from desktop.core.answers import NumbersWanted
from desktop.core.district_errors import DistrictDamaged, DistrictDraftRefused, DistrictThere, NoDistrict
from desktop.core.file_errors import FolderNotEmpty
from desktop.core.files import storage_error
from desktop.core.storage_errors import FolderOnNetwork
from desktop.sync.keys import DistrictKey, as_bytes

_VERSION = 1
_MATCHING_BYTES = 32
_LARGEST = 64 << 10


@dataclass(frozen=True)
class District:
    """Who a district is and how it wants ID numbers: as they are, or as pseudonyms made with its key."""

    name: str
    code: str
    numbers: NumbersWanted


@dataclass(frozen=True)
class Secrets:
    """What opens the files sealed to a district, signs its receipts, and makes its pseudonyms."""

    identity: str
    seal_to: str
    sign: str
    sign_with: str
    matching: str


@dataclass(frozen=True)
class DistrictFolder:
    """Where things lie in a district's folder; nothing is created by naming it."""

    root: Path

    @property
    def about(self) -> Path:
        """Who the district is."""
        return self.root / "district.json"

    @property
    def secrets(self) -> Path:
        """Its secret keys, for its owner's eyes alone."""
        return self.root / "keys" / "secret.json"

    @property
    def catalogue(self) -> Path:
        """What was accepted of whom."""
        return self.root / "catalogue.db"

    @property
    def files(self) -> Path:
        """The accepted files as they came, by centre and period."""
        return self.root / "files"

    @property
    def store(self) -> Path:
        """What is derived from them, made anew at any time."""
        return self.root / "store"

    def kept(self, centre: str, period: str) -> Path:
        """Where the accepted file of a centre's period lies."""
        return self.files / centre / period


def make(folder: DistrictFolder, district: District) -> DistrictKey:
    """Make the folder of a district with keys that nobody had before; its public key."""
    if drives.on_network(folder.root):
        raise FolderOnNetwork(str(folder.root))
    if folder.about.exists():
        raise DistrictThere(str(folder.root))
    if _holds_other_things(folder):
        raise FolderNotEmpty(str(folder.root))
    secrets = _new_secrets(district.numbers)
    key = _key(district, secrets)
    try:
        # What could be given to no centre is no district.
        as_bytes(key)
    except ValueError as error:
        raise DistrictDraftRefused() from error
    for one in (folder.root, folder.secrets.parent, folder.files, folder.store):
        files.make_folder(one)
    files.shut_off(folder.root)
    files.shut_off(folder.secrets.parent)
    _keep_secret(folder.secrets, canonical.line(asdict(secrets)))
    files.keep(folder.about, canonical.line(asdict(district) | {"version": _VERSION}))
    return key


def require(folder: DistrictFolder) -> District:
    """Who the district of a folder is; NoDistrict where there is none."""
    if not folder.about.is_file():
        raise NoDistrict(str(folder.root))
    found = _read(folder.about)
    version = found.pop("version", None)
    try:
        if version != _VERSION:
            raise ValueError("another version")
        return District(str(found["name"]), str(found["code"]), NumbersWanted(found["numbers"]))
    except (ValueError, KeyError) as error:
        raise DistrictDamaged(folder.about.name, str(error)) from error


def secrets_of(folder: DistrictFolder) -> Secrets:
    """The district's secret keys."""
    try:
        return Secrets(**_read(folder.secrets))
    except TypeError as error:
        raise DistrictDamaged(folder.secrets.name, str(error)) from error


def key_of(folder: DistrictFolder) -> DistrictKey:
    """What the district gives to its centres."""
    return _key(require(folder), secrets_of(folder))


def is_number(text: str) -> bool:
    """Whether a text can be the number of a centre: six digits."""
    return bool(re.fullmatch("[0-9]{6}", text))


def _key(district: District, secrets: Secrets) -> DistrictKey:
    hashed = district.numbers == NumbersWanted.HASHED
    matching = secrets.matching if hashed else ""
    return DistrictKey(
        district.name, district.code, district.numbers, secrets.seal_to, secrets.sign_with, matching=matching
    )


def _new_secrets(numbers: NumbersWanted) -> Secrets:
    identity, seal_to = signing.new_identity()
    sign, sign_with = signing.new_signing()
    matching = os.urandom(_MATCHING_BYTES).hex() if numbers == NumbersWanted.HASHED else ""
    return Secrets(identity, seal_to, sign.hex(), sign_with, matching)


def _holds_other_things(folder: DistrictFolder) -> bool:
    # What a making that was cut short left is written over: no key of it was ever given to anybody.
    own = {"keys", "files", "store"}
    try:
        return folder.root.exists() and any(one.name not in own for one in folder.root.iterdir())
    except OSError as error:
        raise storage_error(error, folder.root) from error


def _keep_secret(path: Path, content: bytes) -> None:
    with files.writing_beside(path) as part:
        part.chmod(0o600)
        part.write_bytes(content)


def _read(path: Path) -> dict[str, Any]:
    try:
        with path.open("rb") as file:
            found = canonical.read_line(file.read(_LARGEST))
    except ValueError as error:
        raise DistrictDamaged(path.name) from error
    except OSError as error:
        raise storage_error(error, path) from error
    if not isinstance(found, dict):
        raise DistrictDamaged(path.name)
    return found
