"""Unit tests read the program's own English, whatever a test before them spoke."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop.core import i18n, signing
from desktop.services.writing import going_out
from desktop.sync import keys
from desktop.sync.keys import CentreKey


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """The source language, before and after."""
    i18n.install("en")
    yield
    i18n.install("en")


@pytest.fixture(autouse=True)
def looked_at() -> Iterator[None]:
    """Papers that a test draws are looked at, unless somebody hands them out."""
    with going_out.looking():
        yield


@pytest.fixture
def centre_key(tmp_path: Path) -> Callable[..., Path]:
    """The key file of a centre that nobody had before."""

    def make(number: str, name: str = "甲中心") -> Path:
        uid = str(uuid.uuid4())
        key = CentreKey(uid, number, name, signing.new_signing()[1], signing.new_identity()[1])
        path = tmp_path / f"{number}-{uid}.key"
        path.write_bytes(keys.as_bytes(key))
        return path

    return make
