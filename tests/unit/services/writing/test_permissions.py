"""Every public verb names its act, and one table says who may."""

import ast
import importlib
import inspect
import textwrap
from pathlib import Path

import pytest

import desktop
from desktop.core.acts import Action
from desktop.core.errors import NotAllowed
from desktop.core.trade import Role
from desktop.services.visits import recording
from desktop.services.visits.recording import VisitDraft
from desktop.services.writing import permissions
from desktop.services.writing.actor import Actor

FOLDER = Path(desktop.__file__).parent
ROOMS = ("services", "sync", "importing")
# Take an actor and write nothing of their own.
FREE = {
    "desktop.services.people.names.own": "says what whoever sits here is called",
    "desktop.services.closing.staged.perform": "hands the act to the verb of its kind, which asks",
    "desktop.services.closing.staged.void": "hands the act to the verb of its kind, which asks",
    "desktop.services.writing.done.standing": "lists one's own acts of this hour",
    "desktop.services.writing.done.last_standing": "lists one's own last acts",
    "desktop.services.writing.permissions.reading": "asks the table itself",
    "desktop.services.writing.journal.writing": "asks the table itself",
    "desktop.services.writing.journal.noting": "for acts that change no record, an auditor's too",
    "desktop.services.centre.accounts.note_entry": "signing in is noted for everybody",
}


def modules():
    for room in ROOMS:
        for path in sorted((FOLDER / room).rglob("*.py")):
            name = ".".join(path.relative_to(FOLDER.parent).with_suffix("").parts).removesuffix(".__init__")
            yield importlib.import_module(name)


def verbs():
    """Public functions that are given an actor, by their full name."""
    for module in modules():
        for name, made in vars(module).items():
            function = inspect.unwrap(made) if callable(made) else None
            if inspect.isfunction(function) and function.__module__ == module.__name__ and not name.startswith("_"):
                named = f"{module.__name__}.{name}"
                yield from [(named, function)] if takes_an_actor(function) else []


def takes_an_actor(function):
    return any(one.annotation in ("Actor", Actor) for one in inspect.signature(function).parameters.values())


def names_an_action(function, seen=()):
    """Whether it, or a function that it hands its actor on to, says ``Action.X``."""
    function = inspect.unwrap(function)
    if function in seen or not inspect.isfunction(function):
        return False
    module = inspect.getmodule(function)
    tree = ast.parse(textwrap.dedent(inspect.getsource(function)))
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "Action":
            return True
    handed = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and any(is_actor(one) for one in node.args)]
    return any(names_an_action(called, (*seen, function)) for node in handed if (called := found(node.func, module)))


def is_actor(node):
    return isinstance(node, ast.Name) and node.id in {"actor", "by"}


def found(node, module):
    """What a called name stands for in a module."""
    if isinstance(node, ast.Name):
        return getattr(module, node.id, None)
    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
        return getattr(getattr(module, node.value.id, None), node.attr, None)
    return None


def test_every_verb_that_is_given_an_actor_names_its_action():
    assert sorted(name for name, function in verbs() if name not in FREE and not names_an_action(function)) == []


def test_there_are_verbs_to_ask():
    assert len(list(verbs())) > 60


def test_every_action_is_somebodys_and_the_directors():
    assert set(permissions.MAY) == set(Action)
    assert [action for action in Action if not permissions.may(Role.DIRECTOR, action)] == []


def test_an_auditor_reads_and_a_visitor_closes_no_month():
    allowed = {action for action in Action if permissions.may(Role.AUDITOR, action)}
    assert allowed == {
        *(Action.AUDIT_SHOW, Action.BACKUP, Action.READ_WORKERS, Action.SET_OWN_PASSWORD, Action.SIGN_IN),
        Action.TRACE_FOOD,
    }
    for role in (Role.CLERK, Role.VISITOR, Role.WORKER):
        assert not permissions.may(role, Action.CLOSE_MONTH)
        assert permissions.may(role, Action.RECORD_VISIT)
    assert [role for role in Role if permissions.may(role, Action.EXPORT)] == [Role.DIRECTOR, Role.CLERK]


def test_who_may_not_is_told_which_act_it_was(person, actor):
    auditor = Actor(None, "审核甲", "auditor", actor.station)
    with pytest.raises(NotAllowed) as caught:
        recording.save(auditor, VisitDraft(person(), "2026-10-02"))
    assert (caught.value.action, caught.value.role) == (Action.RECORD_VISIT, "auditor")


# Who may do what no role may do by merely being on record; every other act is for all who write.
BY_HAND = {
    Action.ADD_ACCOUNT: "director",
    Action.ERASE_PERSON: "director",
    Action.LIST_RETENTION: "director clerk",
    Action.PERSONAL_COPY: "director clerk",
    Action.WITHDRAW_CONSENT: "director clerk",
    Action.GIVE_CONSENT: "director clerk",
    Action.VOID_CONSENT: "director clerk",
    Action.TELL_LOSS: "director clerk",
    Action.ANSWER_CORRECTION: "director clerk",
    Action.AUDIT_SHOW: "director clerk visitor worker auditor",
    Action.BACKUP: "director clerk visitor worker auditor",
    Action.CHANGE_CENTRE: "director",
    Action.CHARGE_STAY: "director clerk",
    Action.GIVE_STAY_MONEY: "director clerk",
    Action.TAKE_STAY_MONEY: "director clerk",
    Action.CLOSE_MONTH: "director",
    Action.CONFIRM_EXCUSE: "director",
    Action.EDIT_CERTIFICATE: "director",
    Action.CORRECT_MONTH: "director clerk",
    Action.EDIT_CONTRACT: "director clerk",
    Action.EDIT_HOLIDAY: "director clerk",
    Action.EDIT_INDICATOR: "director",
    Action.EDIT_NAMED: "director",
    Action.RECORD_FIGURE: "director clerk",
    Action.CORRECT_ENTRY: "director clerk",
    Action.REFUND: "director clerk",
    Action.SET_CREDIT: "director",
    Action.VOID_FIGURE: "director clerk",
    Action.EDIT_WORKER: "director",
    Action.EXPORT: "director clerk",
    Action.KEEP_FORM: "director clerk",
    Action.LINK_ACCOUNT: "director",
    Action.MERGE_NAMED: "director",
    Action.PRICE_MEALS: "director clerk",
    Action.READ_WORKERS: "director clerk auditor",
    Action.SET_PRICE: "director",
    Action.DEFINE_SERVICE: "director",
    Action.EDIT_BUDGET: "director",
    Action.VOID_DEFINITION: "director",
    Action.TRACE_FOOD: "director clerk auditor",
    Action.VOID_PRICE: "director",
    Action.RESTORE: "director",
    Action.SEAL_STORE: "director",
    Action.SET_ACTIVE: "director",
    Action.SET_LAYOUT: "director",
    Action.SET_OWN_PASSWORD: "director clerk visitor worker auditor",
    Action.SET_PASSWORD: "director",
    Action.SET_ROLE: "director",
    Action.SET_RULE: "director",
    Action.SIGN_IN: "director clerk visitor worker auditor",
    Action.START_ROUND: "director",
    Action.VOID_CERTIFICATE: "director",
    Action.VOID_ROUND: "director",
    Action.ENTER_HOURS: "director clerk",
    Action.RECORD_TRAINING: "director clerk",
    Action.VOID_TRAINING: "director clerk",
}


@pytest.mark.parametrize("action", list(Action))
def test_each_act_is_for_these_roles_and_no_other(action):
    wanted = BY_HAND.get(action, "director clerk visitor worker").split()
    found = permissions.table()[action]
    assert set(found) == {str(role) for role in Role}
    assert sorted(role for role, may in found.items() if may) == sorted(wanted)
    for role in Role:
        actor = Actor(None, "某人", role, 1)
        if role in wanted:
            permissions.reading(actor, action)
        else:
            with pytest.raises(NotAllowed):
                permissions.reading(actor, action)
