"""Photographs of residents: kept under names that say nothing, small, taken away for good."""

from __future__ import annotations

import hashlib
import json

import pytest

from desktop.core.file_errors import Unreadable
from desktop.models import query
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


def test_a_picture_that_is_replaced_stays_and_the_log_names_both_by_their_content(person, actor):
    one = person("王芳")
    other = JPEG + b"1"
    first, second = photos.store(actor, one, JPEG), photos.store(actor, one, other)
    assert photos.photo_of(one) == second and second.read_bytes() == other
    assert first.read_bytes() == JPEG
    (before, after) = query.fetch("SELECT before, after FROM change_log ORDER BY id DESC LIMIT 1")[0]
    assert (json.loads(before), json.loads(after)) == ({"photo": first.name}, {"photo": second.name})
    assert second.stem.endswith(hashlib.sha256(other).hexdigest()[:16])


def test_taking_away_takes_older_pictures_of_the_same_person_only(person, actor, folder):
    one, another = person("王芳"), person("李强")
    photos.store(actor, one, JPEG)
    photos.store(actor, one, JPEG + b"1")
    kept = photos.store(actor, another, JPEG)
    photos.remove(actor, one)
    assert list(folder.photos.iterdir()) == [kept]
