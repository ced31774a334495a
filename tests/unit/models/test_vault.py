"""Kept files are sealed as the store is, and read whichever way they lie."""

import pytest

from desktop.core.file_errors import Unreadable
from desktop.core.sealing import MARK, Branch, Tree
from desktop.core.storage_errors import KeyWanted
from desktop.models import vault

PICTURE = b"\xff\xd8\xff" + "王芳".encode() * 50


@pytest.fixture(autouse=True)
def no_keys():
    vault.forget()
    yield
    vault.forget()


def test_a_plain_store_keeps_plain_files_even_with_keys_at_hand(tmp_path):
    vault.hold(Tree.new())
    vault.keep(tmp_path / "a" / "one.jpg", Branch.PHOTOS, PICTURE)
    assert (tmp_path / "a" / "one.jpg").read_bytes() == PICTURE == vault.read(tmp_path / "a" / "one.jpg", Branch.PHOTOS)


def test_a_sealed_store_keeps_sealed_files_and_still_reads_plain_ones(tmp_path):
    plain, sealed = tmp_path / "plain.jpg", tmp_path / "sealed.jpg"
    plain.write_bytes(PICTURE)
    tree = Tree.new()
    vault.hold(tree)
    vault.write_with(tree)
    vault.keep(sealed, Branch.PHOTOS, PICTURE)
    raw = sealed.read_bytes()
    assert raw.startswith(MARK) and PICTURE[3:9] not in raw
    assert vault.read(plain, Branch.PHOTOS) == vault.read(sealed, Branch.PHOTOS) == PICTURE


def test_files_of_an_older_tree_are_read_by_it_and_nobody_reads_without_a_key(tmp_path):
    older, newer = Tree.new(), Tree.new()
    path = tmp_path / "one.jpg"
    vault.hold(older)
    vault.write_with(older)
    vault.keep(path, Branch.PHOTOS, PICTURE)
    vault.hold(newer)
    vault.write_with(newer)
    assert vault.read(path, Branch.PHOTOS) == PICTURE
    vault.forget()
    with pytest.raises(KeyWanted):
        vault.read(path, Branch.PHOTOS)
    vault.hold(newer)
    with pytest.raises(Unreadable):
        vault.read(path, Branch.PHOTOS)
    assert vault.readable(path, Branch.PHOTOS) is None and vault.readable(tmp_path / "none", Branch.PHOTOS) is None


def test_each_copy_of_a_store_has_its_keys_beside_it(tmp_path):
    assert vault.keys_beside(tmp_path / "shizhu.db") == tmp_path / "keys.json"
    backup = tmp_path / "shizhu-530114-20261021-113000.db"
    assert vault.keys_beside(backup).name == "shizhu-530114-20261021-113000.db.keys.json"
    assert vault.tree_named_beside(backup) == ""
    for rubbish in ("", "[]", '{"tree": 1', "\x00"):
        vault.keys_beside(backup).write_text(rubbish, encoding="utf-8")
        assert vault.tree_named_beside(backup) == ""
