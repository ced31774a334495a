"""Every public verb called as every role: done or refused as the table says; refused, it writes nothing."""

from __future__ import annotations

import ast
import dataclasses
import inspect
import textwrap

import peewee
import pytest

from desktop.core.acts import Action
from desktop.core.errors import NotAllowed, ShizhuError
from desktop.core.period import Month
from desktop.core.rights import Grant
from desktop.core.trade import Role
from desktop.core.words.messages import sentence
from desktop.core.words.permissions import act_word, roles_text
from desktop.models import query
from desktop.services.writing import permissions
from desktop.services.writing.journal import writing
from tests.unit.services.writing.any_call import Caller, named
from tests.unit.services.writing.counted_rows import MAKE, OCTOBER_DAY, around
from tests.unit.services.writing.test_permissions import found, is_actor, modules, takes_an_actor

# Hand the question to the act that they were given.
BY_ACT = {"undoing.take_back"}
# Say in their answer that nothing was recorded: in the lunch line nothing is thrown.
ANSWERS = {"canteen.scanning.scan", "canteen.scanning.record", "day_care.scanning.record"}
# Write without a person who asked: why nobody is asked.
NOBODY = {
    "desktop.services.writing.journal.writing": "the unit itself",
    "desktop.services.writing.journal.noting": "the unit itself",
    "desktop.services.centre.accounts.sign_in": "who signs in is nobody before",
    "desktop.services.centre.centres.initialise": "there is nobody before there is a centre",
    "desktop.services.centre.centres.open_centre": "notes the program's own upgrade",
    "desktop.services.writing.going_out.print_out": "whoever ``handed_by`` named is asked",
    "desktop.services.keeping.backups.adopt": "the program itself, at its start",
    "desktop.services.centre.tries.note_wrong": "a wrong password is nobody's act",
}


def actions_of(function, seen=()) -> frozenset[Action]:
    """The acts that a verb, or what it hands its actor on to, names."""
    function = inspect.unwrap(function)
    if function in seen or not inspect.isfunction(function):
        return frozenset()
    module, asked = inspect.getmodule(function), set()
    for node in ast.walk(ast.parse(textwrap.dedent(inspect.getsource(function)))):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "Action":
            asked.add(Action[node.attr])
        if isinstance(node, ast.Call) and any(is_actor(one) for one in node.args):
            asked |= actions_of(found(node.func, module), (*seen, function))
    return frozenset(asked)


@pytest.fixture
def filled(person, actor):
    """One row of every event, in a month that is open."""
    with writing(actor, Action.EDIT_RESIDENT) as unit:
        rows = around(unit, (person("王芳"), person("李明", born="1950-01-01", sex="male")))
        for make in MAKE.values():
            unit.add(make(rows, OCTOBER_DAY))


class Asking(Caller):
    """Calls that tell what was refused."""

    def outcome(self, function) -> BaseException | None:
        """What came of one call."""
        try:
            given = {
                name: self._made(name, inspect.get_annotations(inspect.unwrap(function), eval_str=True).get(name, str))
                for name in inspect.signature(function).parameters
            }
            function(**given)
        except (ShizhuError, ValueError, peewee.IntegrityError) as error:
            return error
        return None


def writes() -> int:
    return query.count("SELECT count(*) FROM change_log")


@pytest.mark.parametrize("role", list(Role))
def test_every_verb_is_done_or_refused_as_the_table_says(role, filled, actor):
    days = list(Month(2026, 10))[:21]
    wrong, refused, asked = [], 0, 0
    for name, function in sorted(named().items()):
        actions = actions_of(function)
        grants = {permissions.grant(role, one) for one in actions}
        if not actions or name in BY_ACT:
            continue
        for seed in range(2):
            before, calling = writes(), Asking(dataclasses.replace(actor, role=role), days, seed + len(name))
            error = calling.outcome(function)
            if grants == {Grant.ALL} and isinstance(error, NotAllowed):
                wrong.append(f"{name} is refused: {sentence(error)}")
            if grants == {Grant.NO}:
                asked += 1
                refused += isinstance(error, NotAllowed)
                wrong += _wrongly_refused(name, error, actions)
                if (error is None and name not in ANSWERS) or writes() != before:
                    wrong.append(f"{name} is done")
    assert not wrong, "\n".join(wrong)
    # Some look at what was typed before they ask; most ask first.
    assert refused >= 0.6 * asked
    assert role in (Role.DIRECTOR, Role.CLERK) or asked > 150


def _wrongly_refused(name, error, actions) -> list[str]:
    if not isinstance(error, NotAllowed):
        return []
    said, action = sentence(error), Action(error.action)
    wanted = act_word(action) in said and roles_text(permissions.who_may(action)) in said
    return [] if action in actions and wanted else [f"{name} is refused for {error.action}: {said}"]


def test_who_opens_a_unit_is_given_somebody_to_ask():
    alone = []
    for module in modules():
        for name, made in vars(module).items():
            function = inspect.unwrap(made) if callable(made) else None
            if not inspect.isfunction(function) or function.__module__ != module.__name__ or name.startswith("_"):
                continue
            if opens(function) and not takes_an_actor(function) and f"{module.__name__}.{name}" not in NOBODY:
                alone.append(f"{module.__name__}.{name}")
    assert alone == []


def opens(function) -> bool:
    """Whether it opens a unit itself."""
    tree = ast.parse(textwrap.dedent(inspect.getsource(function)))
    calls = [node.func for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return any(isinstance(one, ast.Name) and one.id in {"writing", "noting"} for one in calls)
