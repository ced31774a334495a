"""People who work here: taken up with a post, put right, merged, an account's person, a resident who helps."""

import datetime as dt

import pytest

from desktop.core.errors import AlreadyRecorded, DateRefused, InvalidDraft, NotAllowed, NotFound
from desktop.core.progress import Progress
from desktop.core.reasons import Reason
from desktop.core.trade import NamedList
from desktop.models.centre import Staff
from desktop.models.worker import Worker
from desktop.services import undoing
from desktop.services.centre import accounts
from desktop.services.named import aliases
from desktop.services.named import entries as named
from desktop.services.named.resolving import resolver
from desktop.services.people import entries, listing, posts
from desktop.services.people.entries import WorkerDraft
from desktop.services.people.listing import WorkerQuery
from desktop.services.people.posts import PostDraft
from desktop.services.residents import merging
from desktop.services.writing import done, row_facts

PERSON = NamedList.PERSON


@pytest.fixture
def yang(actor):
    return entries.save(
        actor, WorkerDraft(name="杨秀英", phone="138 1234 0002", role="carer", unit="一楼", since="2026-03-01")
    )


def named_fields(caught):
    return [(field.name, field.reason) for field in caught.value.fields]


def undo_last(actor):
    undoing.take_back(actor, done.standing(actor)[0])


def held(actor, named_id):
    row = listing.worker(actor, named_id)
    return [(post.role, post.unit) for post in row.held]


def test_somebody_is_taken_up_with_name_phone_and_first_post(actor, yang):
    row = listing.worker(actor, yang)
    assert (row.name, row.phone, row.account, row.resident, row.working) == ("杨秀英", "13812340002", "", "", True)
    (post,) = row.held
    assert (post.role, post.unit, post.valid_from, post.valid_to) == ("carer", "一楼", dt.date(2026, 3, 1), None)


def test_a_phone_that_is_none_a_missing_name_and_a_missing_role_are_named_together(actor):
    with pytest.raises(InvalidDraft) as caught:
        entries.save(actor, WorkerDraft(phone="见登记表", role=""))
    assert named_fields(caught) == [("name", Reason.REQUIRED), ("phone", Reason.BAD_PHONE), ("role", Reason.REQUIRED)]


def test_two_people_of_one_name_have_to_be_told_apart(actor, yang):
    with pytest.raises(InvalidDraft) as caught:
        entries.save(actor, WorkerDraft(name="杨秀英", role="cook"))
    assert named_fields(caught) == [("name", Reason.NAME_TAKEN)]
    other = entries.save(actor, WorkerDraft(name="杨秀英(食堂)", role="cook"))
    assert other != yang


def test_a_name_that_the_list_has_for_nobody_in_particular_becomes_that_person(actor):
    one = named.add(actor, PERSON, "李建国")
    assert entries.save(actor, WorkerDraft(name="李 建国", role="cook")) == one
    assert held(actor, one) == [("cook", "")]


def test_another_spelling_of_the_name_still_stands_for_the_person(actor, yang):
    draft = entries.draft_of(actor, yang)
    draft.name = "杨秀瑛"
    entries.save(actor, draft)
    known = resolver(PERSON)
    assert (known.name(yang), known.of("杨秀英"), known.of("杨秀瑛")) == ("杨秀瑛", yang, yang)
    assert [row.id for row in listing.workers(actor, WorkerQuery("杨秀英"))] == [yang]


@pytest.mark.parametrize("typed", ["yang", "yxy", "杨", "秀英", "1234"])
def test_somebody_is_found_by_pinyin_initials_part_of_the_name_and_phone(actor, yang, typed):
    entries.save(actor, WorkerDraft(name="李建国", role="cook"))
    assert [row.id for row in listing.workers(actor, WorkerQuery(typed))] == [yang]


def test_another_post_from_a_day_on_ends_the_one_before_the_day_before(actor, yang):
    (post,) = posts.posts_of(yang)
    posts.change(actor, post.id, PostDraft("manager", "二楼", "2026-10-21"))
    first, second = posts.posts_of(yang)
    assert (first.valid_to, second.valid_from) == (dt.date(2026, 10, 20), dt.date(2026, 10, 21))
    assert held(actor, yang) == [("manager", "二楼")]
    undo_last(actor)
    assert held(actor, yang) == [("carer", "一楼")]


def test_a_second_post_stands_beside_the_first_but_not_the_same_one_twice(actor, yang):
    posts.add(actor, yang, PostDraft("visitor", "", "2026-05-01"))
    assert held(actor, yang) == [("carer", "一楼"), ("visitor", "")]
    with pytest.raises(AlreadyRecorded):
        posts.add(actor, yang, PostDraft("visitor", "", "2026-06-01"))


def test_who_ended_every_post_works_here_no_more_from_the_next_day(actor, yang):
    (post,) = posts.posts_of(yang)
    posts.end(actor, post.id, "2026-10-21")
    assert listing.worker(actor, yang).working
    posts.end(actor, post.id, "2026-10-20")
    assert not listing.worker(actor, yang).working
    assert [row.id for row in listing.workers(actor, WorkerQuery(working=False))] == [yang]
    assert listing.workers(actor) == []


def test_a_post_ends_not_before_it_began_and_changes_not_on_its_first_day(actor, yang):
    (post,) = posts.posts_of(yang)
    with pytest.raises(DateRefused):
        posts.end(actor, post.id, "2026-02-28")
    with pytest.raises(DateRefused):
        posts.change(actor, post.id, PostDraft("cook", "", "2026-03-01"))


def test_an_account_points_to_a_person_and_to_nobody_again(actor, yang):
    accounts.add_account(actor, "主任甲二", "director", "geheim01")
    accounts.add_account(actor, "xiaoyang", "worker", "geheim01")
    entries.link_account(actor, "xiaoyang", yang)
    assert listing.worker(actor, yang).account == "xiaoyang"
    entries.link_account(actor, "xiaoyang", None)
    assert listing.worker(actor, yang).account == ""
    with pytest.raises(NotFound):
        entries.link_account(actor, "nobody", yang)


def test_a_resident_can_be_a_volunteer_once(actor, person, yang):
    one = person("王芳")
    helper = entries.save(actor, WorkerDraft(name="王芳", role="volunteer", resident_id=one))
    assert listing.worker(actor, helper).resident == "王芳"
    draft = entries.draft_of(actor, yang)
    draft.resident_id = one
    with pytest.raises(InvalidDraft) as caught:
        entries.save(actor, draft)
    assert named_fields(caught) == [("resident_id", Reason.ALREADY_RECORDED)]


def test_a_volunteer_follows_their_resident_record_when_two_become_one(actor, person):
    keep, other = person("王芳"), person("王芳", born="1944-03-06")
    helper = entries.save(actor, WorkerDraft(name="王芳", role="volunteer", resident_id=other))
    merging.merge(actor, keep, other, {}, "同一人")
    assert listing.worker(actor, helper).resident_id == keep


def test_two_entries_of_one_person_become_one_with_posts_and_account(actor, yang):
    other = entries.save(actor, WorkerDraft(name="小杨", role="visitor", note="周末"))
    accounts.add_account(actor, "主任甲二", "director", "geheim01")
    accounts.add_account(actor, "xiaoyang", "worker", "geheim01")
    entries.link_account(actor, "xiaoyang", other)
    named.merge(actor, other, yang)
    row = listing.worker(actor, yang)
    assert (row.phone, row.note, row.account) == ("13812340002", "周末", "xiaoyang")
    assert {post.role for post in row.held} == {"carer", "visitor"}
    assert resolver(PERSON).of("小杨") == yang
    assert [one.id for one in listing.everybody()] == [yang]
    undo_last(actor)
    assert sorted(one.id for one in listing.everybody()) == [yang, other]
    assert listing.worker(actor, yang).note == ""
    assert Staff.get(Staff.name == "xiaoyang").named_id == other


def test_taking_back_a_new_person_leaves_nobody_behind(actor, yang):
    undo_last(actor)
    assert listing.everybody() == []
    assert resolver(PERSON).of("杨秀英") is None


def test_the_rows_say_what_the_log_says_of_them(actor, yang):
    entries.link_account(actor, "主任甲", yang)
    assert list(row_facts.differing(Progress())) == []
    Worker.update(phone="13900000000").execute()
    assert [one.table for one in row_facts.differing(Progress())] == ["worker"]


def test_the_front_desk_reads_and_does_not_change(actor, clerk, yang):
    assert [row.name for row in listing.workers(clerk)] == ["杨秀英"]
    with pytest.raises(NotAllowed):
        entries.save(clerk, WorkerDraft(name="李建国", role="cook"))
    with pytest.raises(NotAllowed):
        posts.add(clerk, yang, PostDraft("cook"))
    with pytest.raises(NotAllowed):
        entries.link_account(clerk, "主任甲", yang)


def test_a_text_that_was_matched_once_finds_the_person(actor, yang):
    aliases.answer(actor, PERSON, "杨姐", yang)
    assert [row.id for row in listing.workers(actor, WorkerQuery("杨姐"))] == [yang]


def test_two_desks_that_change_one_person_keep_what_the_other_did_not_touch(actor, yang):
    first, second = entries.draft_of(actor, yang), entries.draft_of(actor, yang)
    first.phone = "13900001111"
    entries.save(actor, first)
    second.note = "周末"
    entries.save(actor, second)
    row = listing.worker(actor, yang)
    assert (row.phone, row.note) == ("13900001111", "周末")
    third, fourth = entries.draft_of(actor, yang), entries.draft_of(actor, yang)
    third.note, fourth.note = "夜班", "白班"
    entries.save(actor, third)
    with pytest.raises(InvalidDraft) as caught:
        entries.save(actor, fourth)
    assert named_fields(caught) == [("note", Reason.CHANGED_MEANWHILE)]
