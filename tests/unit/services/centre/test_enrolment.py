"""Enrolment: one district at a time, the centre's keys made once and never others, no secret in the log."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.core import signing
from desktop.core.acts import Action
from desktop.core.errors import NotAllowed, NotUndoable
from desktop.core.office_errors import NotEnrolled, OtherDistrict
from desktop.core.office_keys import DistrictKey
from desktop.core.recovery import secret_of
from desktop.core.trade import Role
from desktop.models import query
from desktop.services import undoing
from desktop.services.centre import enrolment
from desktop.services.writing import done
from desktop.services.writing.actor import Actor

OPENS, SEAL_TO = signing.new_identity()
DISTRICT = DistrictKey("呈贡区民政局", "530114", "hashed", SEAL_TO, signing.new_signing()[1], "ab" * 32)


def log() -> str:
    return "\n".join(str(row) for row in query.fetch("SELECT * FROM change_log"))


def test_the_keys_are_made_once_and_fit_each_other(actor: Actor) -> None:
    assert enrolment.district() is None and enrolment.secrets() is None and enrolment.enrolled_on() == ""
    with pytest.raises(NotEnrolled):
        enrolment.centre_key()
    assert enrolment.enrol(actor, DISTRICT)
    key, secrets = enrolment.centre_key(), enrolment.secrets()
    assert secrets is not None and enrolment.district() == DISTRICT and enrolment.enrolled_on()
    assert signing.verify(key.sign_with, b"x", signing.sign(secrets.signs, b"x"))
    assert signing.recovery_identity(secrets.recovers)[1] == key.recovery_to
    assert not enrolment.enrol(actor, DISTRICT), "the same again changes nothing"
    assert (enrolment.centre_key(), enrolment.secrets()) == (key, secrets)
    assert query.count("SELECT count(*) FROM district_key") == 1


def test_another_district_or_key_is_taken_only_when_it_is_said(actor: Actor) -> None:
    enrolment.enrol(actor, DISTRICT)
    key = enrolment.centre_key()
    for other in (replace(DISTRICT, code="530115"), replace(DISTRICT, sign_with=signing.new_signing()[1])):
        before = enrolment.district()
        with pytest.raises(OtherDistrict) as why:
            enrolment.enrol(actor, other)
        assert why.value.code == (before.code if before else "") and enrolment.district() == before
        assert enrolment.enrol(actor, other, instead=True)
        assert enrolment.district() == other
        assert query.count("SELECT count(*) FROM living_district_key") == 1
    assert enrolment.centre_key() == key, "the centre stays who it was"


def test_no_secret_stands_in_the_log_nor_in_words(actor: Actor) -> None:
    enrolment.enrol(actor, DISTRICT)
    groups = enrolment.sheet_groups(actor)
    secrets = enrolment.secrets()
    assert secrets is not None and secret_of(" ".join(groups)) == secrets.recovers
    written = log()
    assert "呈贡区民政局" in written and DISTRICT.seal_to in written
    for secret in (secrets.signs.hex(), secrets.recovers.hex(), DISTRICT.matching, groups[0] + groups[1]):
        assert secret not in written and secret not in repr(secrets)
    assert query.count("SELECT count(*) FROM change_log WHERE table_name = 'centre_key' AND action = 'print'") == 1


def test_the_director_alone_enrols_and_no_key_takes_it_back(actor: Actor) -> None:
    for role in (Role.CLERK, Role.VISITOR, Role.AUDITOR):
        with pytest.raises(NotAllowed):
            enrolment.enrol(replace(actor, role=role), DISTRICT)
        with pytest.raises(NotAllowed):
            enrolment.sheet_groups(replace(actor, role=role))
    with pytest.raises(NotEnrolled):
        enrolment.sheet_groups(actor)
    enrolment.enrol(actor, DISTRICT)
    act = done.standing(actor)[0]
    assert act.action == Action.ENROL
    with pytest.raises(NotUndoable):
        undoing.take_back(actor, act)


def test_the_centres_keys_cannot_become_others(actor: Actor) -> None:
    enrolment.enrol(actor, DISTRICT)
    for column in ("signs", "sign_with", "recovers", "recovery_to"):
        with pytest.raises(Exception, match="row_stands"):
            query.execute(f"UPDATE centre_key SET {column} = {column}")
