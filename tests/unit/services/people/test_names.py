"""The names that fields complete: who works here, the apt ones first, then texts that are nobody's."""

from desktop.core.trade import NamedList, PostRole
from desktop.services.named import aliases
from desktop.services.people import entries, names, posts
from desktop.services.people.entries import WorkerDraft

COOKING = frozenset({PostRole.COOK})


def test_without_anybody_on_record_the_texts_are_offered_as_they_are(actor):
    assert names.offered(names.SERVING, ["杨秀英", "李建国", "杨秀英"]) == ["杨秀英", "李建国"]


def test_who_does_it_stands_first_and_a_text_of_theirs_is_not_offered_beside_them(actor):
    cook = entries.save(actor, WorkerDraft(name="李建国", role="cook"))
    carer = entries.save(actor, WorkerDraft(name="杨秀英", role="carer"))
    aliases.answer(actor, NamedList.PERSON, "小杨", carer)
    used = ["小杨", "周师傅", "李建国"]
    assert names.offered(names.SERVING, used) == ["杨秀英", "李建国", "周师傅"]
    assert names.offered(COOKING, used) == ["李建国", "杨秀英", "周师傅"]
    (post,) = posts.posts_of(cook)
    posts.end(actor, post.id, "2026-10-20")
    assert names.offered(COOKING, used) == ["杨秀英", "周师傅"]
