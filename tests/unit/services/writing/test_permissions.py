"""Every public verb names its act, and one table says who may."""

import ast
import importlib
import inspect
import textwrap
from pathlib import Path

import pytest

import desktop
from desktop.core import rights
from desktop.core.acts import Action
from desktop.core.errors import NotAllowed
from desktop.core.rights import Grant
from desktop.core.trade import Role
from desktop.services.visits import recording
from desktop.services.visits.recording import VisitDraft
from desktop.services.writing import permissions
from desktop.services.writing.actor import Actor

FOLDER = Path(desktop.__file__).parent
ROOMS = ("services", "sync", "importing", "exchange")
# Take an actor and write nothing of their own.
FREE = {
    "desktop.services.people.names.own": "says what whoever sits here is called",
    "desktop.services.closing.staged.perform": "hands the act to the verb of its kind, which asks",
    "desktop.services.closing.staged.void": "hands the act to the verb of its kind, which asks",
    "desktop.services.writing.done.standing": "lists one's own acts of this hour",
    "desktop.services.writing.done.last_standing": "lists one's own last acts",
    "desktop.services.writing.permissions.reading": "asks the table itself",
    "desktop.services.writing.own_rows.require_own": "asks the table itself",
    "desktop.services.writing.own_rows.reading": "asks the table itself",
    "desktop.services.writing.journal.writing": "asks the table itself",
    "desktop.services.writing.journal.noting": "for acts that change no record, an auditor's too",
    "desktop.services.writing.going_out.handed_by": "says who hands out; the paper says what is asked",
    "desktop.services.writing.handing.noted": "stands while a paper goes through the gate, which asks",
    "desktop.services.centre.accounts.note_entry": "signing in is noted for everybody",
    "desktop.services.register.old_codes.seen": "an old card is noted whoever scans it",
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


def test_who_may_not_is_told_which_act_it_was(person, actor):
    auditor = Actor(None, "审核甲", "auditor", actor.station)
    with pytest.raises(NotAllowed) as caught:
        recording.save(auditor, VisitDraft(person(), "2026-10-02"))
    assert (caught.value.action, caught.value.role) == (Action.RECORD_VISIT, "auditor")


# By hand, apart from the program's own table: what each role may do, ``~`` only with own rows. The director may all.
OFFICE = """
    edit_resident change_state take_back_state correct_id show_id merge undo_merge dismiss_pair reopen_pair
    void_resident choose_grade void_grade assess print_assessment keep_photo remove_photo replace_code print_labels
    import undo_import answer_named withdraw_consent give_consent
    void_consent record_visit
    supersede_visit void_visit order_needs record_risk close_risk refer
    record_crisis void_crisis make_sheet void_sheet attach void_attachment assign explain_finding record_service
    advance_service void_service print_order edit_standing edit_holiday edit_package edit_home_bed record_meal
    void_meal resolve_scan dismiss_scan rate_meal record_delivery price_meals top_up refund correct_entry hand_over
    print_receipt record_dish record_kitchen record_purchase record_complaint void_food trace_food admit discharge
    move_bed void_stay record_leave change_leave end_leave void_leave edit_bed close_bed reopen_bed reserve_bed
    void_bed_fact edit_waiting offer_bed answer_offer edit_contract charge_stay take_stay_money give_stay_money
    record_day_care void_day_care correct_month record_figure void_figure export keep_form read_workers
    record_training void_training enter_hours backup personal_copy list_retention tell_loss audit_show take_back
    keep_choice set_own_password sign_in hand_out_names exchange decide_clash read_receipt
"""
BY_HAND = {
    Role.CLERK: OFFICE,
    Role.VISITOR: """
        ~record_visit ~supersede_visit ~void_visit order_needs record_risk close_risk refer record_crisis ~void_crisis
        make_sheet ~void_sheet attach ~void_attachment audit_show take_back keep_choice set_own_password sign_in
    """,
    Role.WORKER: """
        ~record_service ~advance_service ~void_service print_order audit_show take_back keep_choice set_own_password
        sign_in
    """,
    Role.AUDITOR: "show_id read_workers trace_food audit_show hand_out_names reveal_log set_own_password sign_in",
}


@pytest.mark.parametrize("role", list(Role))
def test_each_role_may_do_these_acts_and_no_other(role):
    wanted = BY_HAND.get(role, " ".join(Action)).split()
    found = {action: permissions.grant(role, action) for action in Action}
    assert sorted("~" * (one == Grant.OWN) + action for action, one in found.items() if one != Grant.NO) == sorted(
        wanted
    )
    for action in Action:
        actor = Actor(None, "某人", role, 1)
        if found[action] != Grant.NO:
            permissions.reading(actor, action)
        else:
            with pytest.raises(NotAllowed):
                permissions.reading(actor, action)
    assert {action: roles[role] for action, roles in permissions.table().items()} == {
        str(action): found[action] != Grant.NO for action in Action
    }


def test_what_is_usual_is_within_the_bounds():
    said = [(role, action, rights.usual(role, action)) for role in Role for action in Action]
    assert [one for one in said if rights.bound(*one) is not None] == []
