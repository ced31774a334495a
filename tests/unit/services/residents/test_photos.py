"""Photographs of residents: kept under names that say nothing, small, taken away for good."""

from __future__ import annotations

import pytest

from desktop.core.errors import Unreadable
from desktop.services.residents import photos

JPEG = b"\xff\xd8\xff" + b"0" * 100


def test_a_photograph_lies_under_a_name_that_says_nothing(person, actor, folder):
    one = person("王芳")
    path = photos.store(actor, one, JPEG)
    assert path.parent == folder.photos and "王" not in path.name
    assert photos.photo_of(one) == path and path.read_bytes() == JPEG


def test_only_small_jpegs_are_kept(person, actor):
    one = person("王芳")
    for content in (b"GIF89a", b"\xff\xd8\xff" + b"0" * photos.MOST_BYTES):
        with pytest.raises(Unreadable):
            photos.store(actor, one, content)
    assert photos.photo_of(one) is None


def test_a_photograph_taken_away_is_gone(person, actor):
    one = person("王芳")
    path = photos.store(actor, one, JPEG)
    photos.remove(actor, one)
    assert photos.photo_of(one) is None and not path.exists()
