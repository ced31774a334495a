"""Certificates: which of them end, what a renewal takes away, their pictures."""

import datetime as dt

import peewee
import pytest

from desktop.core.acts import Action
from desktop.core.answers import DueStage
from desktop.core.errors import InvalidDraft, NotAllowed, ReasonNeeded
from desktop.core.file_errors import Unreadable
from desktop.core.reasons import Reason
from desktop.core.storage_errors import FileMissing
from desktop.models.worker import Certificate
from desktop.services import undoing
from desktop.services.keeping import health, kept_files
from desktop.services.people import certificates, entries, listing, photos, posts
from desktop.services.people.certificates import CertificateDraft
from desktop.services.people.entries import WorkerDraft
from desktop.services.people.listing import WorkerQuery
from desktop.services.writing import done
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import writing

JPEG = b"\xff\xd8\xff" + b"0" * 200


@pytest.fixture
def yang(actor):
    return entries.save(actor, WorkerDraft(name="杨秀英", role="carer", since="2026-03-01"))


@pytest.fixture
def health_card(actor, yang):
    return certificates.add(
        actor, yang, CertificateDraft("health", number="K-1", valid_from="2025-11-11", valid_to="2026-11-10")
    )


def due(actor):
    return [(one.worker.name, one.certificate.kind, one.stage) for one in listing.due(actor)]


def test_a_certificate_that_ends_in_twenty_days_is_due(actor, health_card):
    assert due(actor) == [("杨秀英", "health", DueStage.WITHIN_30)]


def test_a_renewed_certificate_is_due_no_more_and_stays_on_record(actor, yang, health_card):
    renewal = certificates.renewal_of(health_card)
    assert (renewal.kind, renewal.number) == ("health", "K-1")
    assert (renewal.valid_from, renewal.valid_to) == (dt.date(2026, 11, 11), dt.date(2027, 11, 10))
    certificates.renew(actor, health_card, renewal)
    assert due(actor) == []
    assert [one.valid_to for one in certificates.certificates_of(actor, yang)] == [
        dt.date(2026, 11, 10),
        dt.date(2027, 11, 10),
    ]
    undoing.take_back(actor, done.standing(actor)[0])
    assert len(due(actor)) == 1


def test_other_kinds_go_by_what_they_are_called(actor, yang):
    certificates.add(actor, yang, CertificateDraft("other", "电工证", valid_to="2026-10-20"))
    certificates.add(actor, yang, CertificateDraft("other", "驾驶证", valid_to="2026-10-21"))
    assert due(actor) == [("杨秀英", "other", DueStage.ENDED), ("杨秀英", "other", DueStage.LAST_DAY)]
    with pytest.raises(InvalidDraft) as caught:
        certificates.add(actor, yang, CertificateDraft("other", valid_to="2026-12-01"))
    assert [(one.name, one.reason) for one in caught.value.fields] == [("title", Reason.REQUIRED)]


def test_a_carers_certificate_has_a_level_that_a_renewal_keeps_and_no_other_has_one(actor, yang):
    one = certificates.add(actor, yang, CertificateDraft("carer", number="H-7", valid_to="2026-12-01", level="level_4"))
    assert certificates.renewal_of(one).level == certificates.draft_of(one).level == "level_4"
    certificates.add(actor, yang, CertificateDraft("social_work", number="S-1", level="level_4"))
    with pytest.raises(InvalidDraft) as caught:
        certificates.add(actor, yang, CertificateDraft("carer", number="H-8", level="highest"))
    assert [one.name for one in caught.value.fields] == ["level"]
    levels = {one.number: one.level for one in certificates.certificates_of(actor, yang)}
    assert levels == {"H-7": "level_4", "S-1": ""}
    with pytest.raises(peewee.IntegrityError), writing(actor, Action.EDIT_CERTIFICATE) as unit:
        unit.add(Certificate(named_id=yang, kind="health", level="level_1"))


def test_the_same_certificate_is_not_taken_twice_and_ends_not_before_it_begins(actor, yang, health_card):
    with pytest.raises(InvalidDraft) as caught:
        certificates.add(
            actor, yang, CertificateDraft("health", number="K-1", valid_from="2025-11-11", valid_to="2026-11-10")
        )
    assert [(one.name, one.reason) for one in caught.value.fields] == [("number", Reason.ALREADY_RECORDED)]
    with pytest.raises(InvalidDraft) as caught:
        certificates.add(actor, yang, CertificateDraft("fire", valid_from="2026-05-02", valid_to="2026-05-01"))
    assert [(one.name, one.reason) for one in caught.value.fields] == [("valid_to", Reason.ENDS_BEFORE_START)]


def test_who_left_has_nothing_to_renew(actor, yang, health_card):
    (post,) = posts.posts_of(yang)
    posts.end(actor, post.id, "2026-10-20")
    assert due(actor) == []
    assert listing.worker(actor, yang).stage is DueStage.NO_END


def test_a_void_certificate_asks_for_nothing_and_needs_a_reason(actor, yang, health_card):
    with pytest.raises(ReasonNeeded):
        certificates.void(actor, health_card, " ")
    certificates.void(actor, health_card, "录错人")
    assert due(actor) == [] and certificates.certificates_of(actor, yang) == []


def test_what_was_written_wrongly_is_put_right(actor, health_card):
    draft = certificates.draft_of(health_card)
    draft.valid_to = "2027-11-10"
    certificates.correct(actor, health_card, draft)
    assert due(actor) == []


def test_the_list_shows_only_those_with_something_to_renew(actor, yang, health_card):
    entries.save(actor, WorkerDraft(name="李建国", role="cook"))
    assert [row.name for row in listing.workers(actor, WorkerQuery(due=True))] == ["杨秀英"]


def test_a_service_worker_is_told_of_nobodys_certificates(actor, yang, health_card):
    worker = Actor(None, "乙", "worker", actor.station)
    assert listing.due(worker) == []
    with pytest.raises(NotAllowed):
        listing.workers(worker)
    with pytest.raises(NotAllowed):
        certificates.certificates_of(worker, yang)


def test_a_picture_lies_under_its_hash_goes_along_with_backups_and_is_proved(actor, health_card, folder, tmp_path):
    file = tmp_path / "杨秀英健康证.jpg"
    file.write_bytes(JPEG)
    path = photos.keep(actor, health_card, file)
    assert path.parent == folder.certificates and "杨" not in path.name
    assert photos.read(actor, health_card) == (path, JPEG)
    assert kept_files.carry(folder.root, tmp_path / "copy").copied == 1
    assert (tmp_path / "copy" / "certificates" / path.name).read_bytes() == JPEG
    path.write_bytes(JPEG + b"1")
    with pytest.raises(Unreadable):
        photos.read(actor, health_card)
    assert not line(folder, "certificates").ok
    path.unlink()
    with pytest.raises(FileMissing):
        photos.read(actor, health_card)
    assert kept_files.bring_back(tmp_path / "copy", folder.root) == []
    assert line(folder, "certificates").ok


def test_what_is_no_picture_is_refused_and_leaves_nothing(actor, health_card, folder, tmp_path):
    file = tmp_path / "健康证.jpg"
    file.write_bytes(b"MZ" + b"0" * 100)
    with pytest.raises(Unreadable):
        photos.keep(actor, health_card, file)
    assert not folder.certificates.exists()


def line(folder, name):
    return next(one for one in health.doctor(folder) if one.name == name)


def test_how_long_a_renewed_certificate_holds_has_to_be_said(actor, yang):
    older = certificates.add(actor, yang, CertificateDraft("health", number="K-1", valid_to="2026-11-10"))
    with pytest.raises(InvalidDraft) as caught:
        certificates.renew(actor, older, certificates.renewal_of(older))
    assert [(one.name, one.reason) for one in caught.value.fields] == [("valid_to", Reason.REQUIRED)]


def test_two_desks_that_correct_one_certificate_keep_both(actor, yang, health_card):
    first, second = certificates.draft_of(health_card), certificates.draft_of(health_card)
    first.number = "K-2"
    certificates.correct(actor, health_card, first)
    second.issuer = "疾控中心"
    certificates.correct(actor, health_card, second)
    (one,) = certificates.certificates_of(actor, yang)
    assert (one.number, one.issuer) == ("K-2", "疾控中心")
