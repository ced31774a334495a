"""A version's hash stands for its documents: for each of them as it was, and for all of them together."""

import hashlib
import zlib

import pytest

from desktop.services.writing import frozen

ABOUT = ("2026-09", 1)


def stored(kind, text):
    return kind, zlib.compress(text), hashlib.sha256(text).hexdigest()


@pytest.fixture
def documents():
    return [stored("visits", b"100.00"), stored("beds", b"25.00")]


@pytest.fixture
def sealed(documents):
    return frozen._seal(ABOUT, {kind: digest for kind, _, digest in documents})


def test_what_is_as_it_was_fits(documents, sealed):
    assert frozen.fits(ABOUT, sealed, documents)


def test_a_document_that_says_something_else_under_the_old_hash_does_not(documents, sealed):
    kind, _content, digest = documents[0]
    assert not frozen.fits(ABOUT, sealed, [(kind, zlib.compress(b"99.00"), digest), documents[1]])
    assert not frozen.fits(ABOUT, sealed, [(kind, b"no deflate", digest), documents[1]])


def test_a_document_with_a_hash_of_its_own_does_not(documents, sealed):
    assert not frozen.fits(ABOUT, sealed, [stored("visits", b"99.00"), documents[1]])
    assert not frozen.fits(ABOUT, sealed, documents[:1])
    assert not frozen.fits(("2026-09", 2), sealed, documents)
