"""The director says what a role may do, within bounds; the next act already asks what was said."""

import dataclasses

import pytest
from pypdf import PdfReader

from desktop.core import clock
from desktop.core.account_errors import RightRefused
from desktop.core.acts import Action
from desktop.core.errors import NotAllowed
from desktop.core.rights import Bound, Grant
from desktop.core.trade import Role
from desktop.core.words import permissions as words
from desktop.core.words.messages import sentence
from desktop.models import query
from desktop.reports.rights_sheet import write_sheet
from desktop.services.centre import centres
from desktop.services.centre import rights as editor
from desktop.services.writing import permissions


def said(role, action):
    return permissions.grant(role, action)


def test_what_is_given_and_taken_holds_for_the_next_act_and_is_in_the_log(actor):
    visitor = dataclasses.replace(actor, role=Role.VISITOR)
    with pytest.raises(NotAllowed):
        permissions.reading(visitor, Action.RECORD_MEAL)
    editor.say(actor, Role.VISITOR, Action.RECORD_MEAL, Grant.ALL)
    permissions.reading(visitor, Action.RECORD_MEAL)
    assert permissions.who_may(Action.RECORD_MEAL) == ("director", "clerk", "visitor")
    editor.say(actor, Role.CLERK, Action.RECORD_MEAL, Grant.NO)
    assert permissions.table()["record_meal"] == {
        "director": True, "clerk": False, "visitor": True, "worker": False, "auditor": False
    }  # fmt: skip
    assert query.fetch(
        "SELECT staff_name, table_name, row_uid, after FROM change_log WHERE table_name = 'setting' ORDER BY id DESC"
    )[:2] == [
        (actor.name, "setting", "right.clerk.record_meal", '{"right.clerk.record_meal": "no"}'),
        (actor.name, "setting", "right.visitor.record_meal", '{"right.visitor.record_meal": "all"}'),
    ]


def test_own_rows_can_be_made_everybodys_and_back(actor):
    editor.say(actor, Role.WORKER, Action.VOID_SERVICE, Grant.ALL)
    assert editor.right(Action.VOID_SERVICE).of(Role.WORKER) == Grant.ALL
    assert editor.right(Action.VOID_SERVICE).changed == (False, False, False, True, False)
    editor.say(actor, Role.WORKER, Action.VOID_SERVICE, Grant.OWN)
    assert editor.right(Action.VOID_SERVICE).changed == (False,) * 5


def test_saying_what_holds_already_writes_nothing(actor):
    before = query.count("SELECT count(*) FROM change_log")
    editor.say(actor, Role.WORKER, Action.VOID_SERVICE, Grant.OWN)
    assert query.count("SELECT count(*) FROM change_log") == before


@pytest.mark.parametrize(
    ("role", "action", "grant", "why"),
    [
        (Role.DIRECTOR, Action.SET_RIGHTS, Grant.NO, Bound.DIRECTOR),
        (Role.DIRECTOR, Action.ADD_ACCOUNT, Grant.OWN, Bound.DIRECTOR),
        (Role.VISITOR, Action.RESTORE, Grant.ALL, Bound.NEVER),
        (Role.CLERK, Action.SET_RIGHTS, Grant.ALL, Bound.NEVER),
        (Role.CLERK, Action.SET_ROLE, Grant.ALL, Bound.NEVER),
        (Role.CLERK, Action.BACKUP_PLACE, Grant.ALL, Bound.NEVER),
        (Role.WORKER, Action.EXPORT, Grant.ALL, Bound.NEVER),
        (Role.WORKER, Action.CLOSE_MONTH, Grant.ALL, Bound.NEVER),
        (Role.AUDITOR, Action.RECORD_VISIT, Grant.ALL, Bound.READER),
        (Role.AUDITOR, Action.BACKUP, Grant.ALL, Bound.NEVER),
        (Role.WORKER, Action.SIGN_IN, Grant.NO, Bound.KEPT),
        (Role.CLERK, Action.ADMIT, Grant.OWN, Bound.NO_OWN),
    ],
)
def test_what_nobody_can_say_is_refused_with_its_reason_and_writes_nothing(actor, role, action, grant, why):
    before = query.count("SELECT count(*) FROM change_log"), said(role, action)
    with pytest.raises(RightRefused) as refused:
        editor.say(actor, role, action, grant)
    assert refused.value.reason == why
    assert "{" not in sentence(refused.value)
    assert words.act_word(action) in sentence(refused.value)
    assert (query.count("SELECT count(*) FROM change_log"), said(role, action)) == before
    assert grant not in editor.choices(role, action)


@pytest.mark.parametrize("role", [role for role in Role if role != Role.DIRECTOR])
def test_only_the_director_says_so(actor, role):
    with pytest.raises(NotAllowed):
        editor.say(dataclasses.replace(actor, role=role), Role.VISITOR, Action.RECORD_MEAL, Grant.ALL)
    assert said(Role.VISITOR, Action.RECORD_MEAL) == Grant.NO


def test_what_another_program_wrote_beyond_the_bounds_does_not_hold(actor):
    for key in ("right.visitor.restore", "right.director.set_rights", "right.visitor.record_meal"):
        query.execute(
            "INSERT INTO setting (key, value) VALUES (?, ?)", [key, "all" if "meal" not in key else "perhaps"]
        )
    query.execute("UPDATE setting SET value = 'no' WHERE key = 'right.director.set_rights'")
    assert said(Role.VISITOR, Action.RESTORE) == said(Role.VISITOR, Action.RECORD_MEAL) == Grant.NO
    assert said(Role.DIRECTOR, Action.SET_RIGHTS) == Grant.ALL


def test_every_act_stands_in_one_group_and_has_words_of_its_own():
    listed = [action for _title, acts in words.groups() for action in acts]
    assert sorted(listed) == sorted(Action)
    titles = [words.act_title(action) for action in Action]
    assert len(set(titles)) == len(titles)


def test_the_sheet_says_of_every_act_what_each_role_may(actor, tmp_path):
    editor.say(actor, Role.VISITOR, Action.RECORD_MEAL, Grant.ALL)
    editor.say(actor, Role.CLERK, Action.ADMIT, Grant.NO)
    made = write_sheet(clock.today(), tmp_path / "sheet.pdf")
    pages = [page.extract_text() for page in PdfReader(made.path).pages]
    text = "\n".join(pages)
    assert made.missing == ()
    said = text.split()
    marks = {
        action: said[said.index(action) + 1 :][:5]
        for action in ("登记用餐", "办理入住", "作废服务记录", "恢复备份", "登录")
    }
    for wanted in (
        "岗位权限表",
        centres.centre().name,
        "主任",
        "前台",
        "探访员",
        "服务人员",
        "审核",
        "只能对本人登记的",
    ):
        assert wanted in text
    assert marks == {
        "登记用餐": ["■", "■", "■*", "—", "—"],
        "办理入住": ["■", "—*", "—", "—", "—"],
        "作废服务记录": ["■", "■", "—", "本人", "—"],
        "恢复备份": ["■", "—", "—", "—", "—"],
        "登录": ["■", "■", "■", "■", "■"],
    }
    assert len([one for one in said if one in {"■", "■*", "—", "—*", "本人"}]) >= 5 * len(Action)
