"""What is sealed opens by its own key alone."""

import pytest

from desktop.core import sealing
from desktop.core.sealing import Branch, Tree, Unsealable, decrypt, encrypt, seal, unseal

# HKDF of RFC 5869 over the bytes 0 to 31, worked out with hmac and hashlib.
STORE = "e502068fe8bf1595629accb51cea20b9a66f5f17f1d4c1a6e799f3cea206a1da"


def test_what_was_sealed_comes_back_and_no_byte_of_it_is_seen():
    tree, content = Tree.new(), "王芳 539901194403051002".encode() * 40
    sealed = seal(tree, Branch.PHOTOS, content)
    assert unseal(tree, Branch.PHOTOS, sealed) == content
    assert content[:12] not in sealed and sealed.startswith(sealing.MARK)
    assert seal(tree, Branch.PHOTOS, content) != sealed


def test_another_tree_another_branch_or_one_changed_bit_opens_nothing():
    tree = Tree.new()
    sealed = seal(tree, Branch.DRAFTS, b"typed")
    with pytest.raises(Unsealable):
        unseal(Tree.new(), Branch.DRAFTS, sealed)
    with pytest.raises(Unsealable):
        unseal(tree, Branch.PHOTOS, sealed)
    for place in range(len(sealing.MARK), len(sealed)):
        with pytest.raises(Unsealable):
            unseal(tree, Branch.DRAFTS, sealed[:place] + bytes([sealed[place] ^ 1]) + sealed[place + 1 :])
    for length in range(len(sealed)):
        with pytest.raises(Unsealable):
            unseal(tree, Branch.DRAFTS, sealed[:length])


def test_the_keys_of_the_branches_differ_and_stay_what_they_were():
    tree = Tree(bytes(range(32)))
    keys = {branch: tree.key(branch) for branch in Branch}
    assert len(set(keys.values())) == len(Branch) and {len(key) for key in keys.values()} == {32}
    # Kept data are opened by these: they never change.
    assert keys[Branch.STORE].hex() == STORE
    assert tree.name == keys[Branch.NAME][:8].hex() and tree.master.hex() not in repr(tree)


def test_what_is_wrapped_is_bound_to_what_it_is_about():
    key = bytes(32)
    assert decrypt(key, encrypt(key, b"x" * 32, "password 7"), "password 7") == b"x" * 32
    with pytest.raises(Unsealable):
        decrypt(key, encrypt(key, b"x" * 32, "password 7"), "password 8")


def test_only_a_long_file_without_sqlites_head_is_taken_for_a_sealed_store(tmp_path):
    path = tmp_path / "one.db"
    for content, sealed in ((b"", False), (b"\x07" * 511, False), (b"SQLite format 3\0" + bytes(600), False)):
        path.write_bytes(content)
        assert sealing.is_sealed_store(path) is sealed
    path.write_bytes(b"\x07" * 512)
    assert sealing.is_sealed_store(path) and not sealing.is_sealed_store(tmp_path / "none.db")
