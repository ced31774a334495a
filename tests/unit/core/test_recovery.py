"""What a recovery sheet says is read back exactly, and what is mistyped is named."""

import secrets

import pytest

from desktop.core.recovery import GROUPS, RecoveryMistyped, groups_of, new_secret, secret_of
from desktop.core.words.messages import sentence


def test_every_secret_comes_back_from_its_groups():
    for secret in (bytes(28), b"\xff" * 28, bytes(27) + b"\x01", *(new_secret() for _ in range(50))):
        groups = groups_of(secret)
        assert len(groups) == GROUPS == 24 and {len(one) for one in groups} == {4}
        assert secret_of(" ".join(groups)) == secret
        assert secret_of("-".join(groups)) == secret_of("".join(groups)) == secret


def test_digits_of_a_chinese_keyboard_count_as_digits():
    secret = new_secret()
    groups = groups_of(secret)
    full_width = "　".join(groups).translate({ord(str(n)): 0xFF10 + n for n in range(10)})
    assert secret_of(full_width) == secret


def test_every_wrong_digit_is_told_by_its_group():
    groups = groups_of(new_secret())
    for number, group in enumerate(groups, 1):
        for place in range(4):
            for other in set("0123456789") - {group[place]}:
                wrong = [*groups]
                wrong[number - 1] = group[:place] + other + group[place + 1 :]
                with pytest.raises(RecoveryMistyped) as found:
                    secret_of(" ".join(wrong))
                assert found.value.group == number
                assert f"Group {number} " in sentence(found.value)


def test_groups_that_changed_places_are_told():
    groups = groups_of(new_secret())
    for first in range(23):
        if groups[first] == groups[first + 1]:
            continue
        wrong = [*groups]
        wrong[first], wrong[first + 1] = wrong[first + 1], wrong[first]
        with pytest.raises(RecoveryMistyped) as found:
            secret_of(" ".join(wrong))
        assert found.value.group == first + 1


@pytest.mark.parametrize("typed", ["", "1234", "1" * 95, "1" * 97, "王芳"])
def test_too_few_or_too_many_digits_are_counted(typed):
    with pytest.raises(RecoveryMistyped) as found:
        secret_of(typed)
    assert sentence(found.value).endswith(f"{len([one for one in typed if one.isdecimal()])} digits are typed.")


def test_groups_that_pass_one_by_one_and_do_not_fit_together_are_told():
    told = 0
    for _ in range(200):
        mine, other = groups_of(new_secret()), groups_of(new_secret())
        at = secrets.randbelow(24)
        mixed = [*mine[:at], other[at], *mine[at + 1 :]]
        if mixed == list(mine):
            continue
        with pytest.raises(RecoveryMistyped) as found:
            secret_of(" ".join(mixed))
        told += found.value.group == 0
    assert told > 150
