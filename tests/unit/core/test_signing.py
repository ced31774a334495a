"""Who wrote a file, and who may open it."""

import pytest

from desktop.core import signing

# RFC 8032, section 7.1, test 2.
SECRET = bytes.fromhex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb")
PUBLIC = "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"
SIGNATURE = (
    "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
    "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
)


def test_signatures_are_those_of_the_standard():
    assert signing.sign(SECRET, b"\x72").hex() == SIGNATURE
    assert signing.verify(PUBLIC, b"\x72", bytes.fromhex(SIGNATURE))


def test_another_message_key_or_signature_proves_nothing():
    secret, public = signing.new_signing()
    other = signing.new_signing()[1]
    signature = signing.sign(secret, b"October")
    assert signing.verify(public, b"October", signature)
    assert not signing.verify(public, b"September", signature)
    assert not signing.verify(other, b"October", signature)
    for at in range(len(signature)):
        assert not signing.verify(public, b"October", signature[:at] + bytes([signature[at] ^ 1]) + signature[at + 1 :])
        assert not signing.verify(public, b"October", signature[:at])
    for wrong in ("", public.upper(), public + "0", "g" * 64):
        assert not signing.verify(wrong, b"October", signature)


def test_a_pair_is_spelled_as_age_spells_it():
    from pyrage import x25519

    opens, recipient = signing.identity_of(bytes(range(32)))
    assert str(x25519.Identity.from_str(opens)) == opens
    assert signing.is_identity(opens) and not signing.is_identity(recipient) and not signing.is_identity(opens[:-1])
    assert signing.is_recipient(recipient) and not signing.is_recipient(opens)
    assert not signing.is_recipient(recipient.upper()) and not signing.is_recipient(recipient + " ")
    assert signing.new_identity() != signing.new_identity()


def test_what_a_recovery_sheet_opens_never_changes():
    opens, recipient = signing.recovery_identity(bytes(28))
    assert (opens, recipient) == signing.recovery_identity(bytes(28))
    assert signing.recovery_identity(bytes(27) + b"\1")[1] != recipient
    assert recipient == "age1yryxfqq4u2hmnmsrzdh4gyd73ycfnu9rnsn8m9u0z0w3wt72sqqsmtjs0v"


def test_a_pseudonym_follows_from_number_and_key():
    # Worked out with openssl dgst -sha256 -mac HMAC.
    assert (
        signing.pseudonym("00" * 32, "539901194403051002")
        == "90a50bc5d16f889e977024ec07a10d2990bdae504d82edea910ec22238f44c9f"
    )
    assert signing.pseudonym("01" * 32, "539901194403051002") != signing.pseudonym("00" * 32, "539901194403051002")


@pytest.mark.parametrize("text", ["", "age1", "AGE-SECRET-KEY-1", "王芳"])
def test_words_are_no_keys(text):
    assert not signing.is_recipient(text) and not signing.is_identity(text) and not signing.is_public(text)
