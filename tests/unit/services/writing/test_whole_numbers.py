"""Every module that has a whole ID number in its hands stands here, with what keeps it from being seen unlogged.

Whole numbers are shown by the acts of ``REVEALS`` alone: each asks who may, and leaves a row in the log.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from desktop.core import rights
from desktop.core.acts import Action, LogAction, Thing
from desktop.core.errors import NotAllowed, ReasonNeeded
from desktop.core.rights import Grant
from desktop.core.trade import Role
from desktop.models import query
from desktop.services.centre import accounts
from desktop.services.privacy import personal_copy
from desktop.services.residents import forms, states
from desktop.services.writing import audit
from desktop.services.writing.actor import Actor
from desktop.services.writing.audit import ChangeQuery
from desktop.sync import write

ROOT = Path(__file__).resolve().parents[4]
NUMBER = re.compile(r"\b(id_number|id_written)\b")

MASKED = "masked before it is handed on"
COMPARED = "compared, looked for or counted, never handed on"
TYPED = "what somebody types or takes in, on its way to the register"
NAMES = "the name of the field, no number"
OPENS = "shown by an act of its own, which is in the log"
GOES_OUT = "goes out of the house by an act of its own, which is in the log"
GONE = "says what is taken out"
# Each module, with the reason why nobody sees a whole number there past an act that is logged.
WHERE = {
    "desktop/cli/shapes.py": MASKED,
    "desktop/core/acts.py": NAMES,
    "desktop/core/person/likeness.py": COMPARED,
    "desktop/core/words/field_names.py": NAMES,
    "desktop/core/words/fields.py": MASKED,
    "desktop/core/words/privacy.py": NAMES,
    "desktop/demo/rooms/street.py": "the people of the demo centre are made up",
    "desktop/exchange/clashes.py": MASKED,
    "desktop/exchange/taking.py": COMPARED,
    "desktop/importing/book/blocks.py": NAMES,
    "desktop/importing/book/lines.py": TYPED,
    "desktop/importing/kinds/assessments.py": TYPED,
    "desktop/importing/kinds/beds.py": TYPED,
    "desktop/importing/kinds/person_cells.py": TYPED,
    "desktop/importing/kinds/resident_rows.py": TYPED,
    "desktop/importing/kinds/residents.py": MASKED,
    "desktop/importing/kinds/updates.py": MASKED,
    "desktop/importing/papers/assessment_book.py": MASKED,
    "desktop/importing/papers/verdict_report.py": "masked, but of rows that have to be taken in again",
    "desktop/importing/people.py": MASKED,
    "desktop/reports/forms/consent.py": "masked unless the whole one is given, by somebody who revealed it",
    "desktop/reports/forms/personal_copy.py": GOES_OUT,
    "desktop/reports/forms/service_sheet.py": MASKED,
    "desktop/reports/waiting_list.py": MASKED,
    "desktop/services/beds/waiting.py": "masked by the list that is printed, shown by no other",
    "desktop/services/help_services/on_paper.py": MASKED,
    "desktop/services/privacy/consent.py": COMPARED,
    "desktop/services/privacy/erased_columns.py": GONE,
    "desktop/services/privacy/incident.py": COMPARED,
    "desktop/services/register/as_of.py": MASKED,
    "desktop/services/register/called.py": COMPARED,
    "desktop/services/register/columns.py": MASKED,
    "desktop/services/register/duplicates.py": MASKED,
    "desktop/services/register/listing.py": MASKED,
    "desktop/services/register/snapshot.py": MASKED,
    "desktop/services/residents/assessment_paper.py": MASKED,
    "desktop/services/residents/card.py": COMPARED,
    "desktop/services/residents/drafts.py": TYPED,
    "desktop/services/residents/forms.py": "the form masks it, and shows one that is to be verified by a logged look",
    "desktop/services/residents/merging.py": MASKED,
    "desktop/services/residents/states.py": OPENS,
    "desktop/services/writing/audit.py": OPENS,
    "desktop/services/writing/refusals.py": NAMES,
    "desktop/sync/format.py": GOES_OUT,
    "desktop/sync/hashed.py": NAMES,
    "desktop/sync/judging.py": COMPARED,
    "desktop/sync/rows.py": GOES_OUT,
    "desktop/sync/values.py": GOES_OUT,
    "desktop/ui/pages/help_services/sheet_rows.py": NAMES,
    "desktop/ui/pages/importing/panel.py": TYPED,
    "desktop/ui/pages/importing/rows.py": MASKED,
    "desktop/ui/pages/residents/acts.py": OPENS,
    "desktop/ui/pages/residents/columns.py": MASKED,
    "desktop/ui/pages/residents/form.py": "masked, but while it is to be verified, which is a logged look",
    "desktop/ui/pages/residents/page.py": COMPARED,
    "desktop/ui/pages/residents/words.py": NAMES,
}
# Whoever calls what gives a whole number: windows, each for an act that is logged.
CALLERS = {
    "desktop/ui/pages/residents/acts.py": "the look at the card, the box that puts it right, the consent form",
    "desktop/ui/pages/residents/page.py": "the form of somebody whose number is to be verified",
}


def named(tree: ast.Module) -> Iterator[int]:
    """The lines that name the number as a field, an argument, or in SQL."""
    words = {said for node in ast.walk(tree) if (said := _documentation(node)) is not None}
    for node in ast.walk(tree):
        if (isinstance(node, ast.Attribute) and NUMBER.fullmatch(node.attr)) or (
            isinstance(node, ast.Constant) and node not in words and NUMBER.search(str(node.value))
        ):
            yield node.lineno
        elif isinstance(node, ast.keyword) and NUMBER.fullmatch(node.arg or ""):
            yield node.value.lineno


def _documentation(node: ast.AST) -> ast.Constant | None:
    body = node.body if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) else []
    first = body[0].value if body and isinstance(body[0], ast.Expr) else None
    return first if isinstance(first, ast.Constant) else None


def modules() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted((ROOT / "desktop").rglob("*.py")):
        name = path.relative_to(ROOT).as_posix()
        # The models name every column; the district has a store of its own, of what the centres handed in.
        if not name.startswith(("desktop/models/", "desktop/district/")):
            yield name, ast.parse(path.read_text(encoding="utf-8"))


def test_whoever_has_a_whole_number_in_hand_says_what_becomes_of_it() -> None:
    found = {name: sorted(lines) for name, tree in modules() if (lines := set(named(tree)))}
    unsaid = {name: lines for name, lines in found.items() if name not in WHERE}
    assert not unsaid, "these have whole ID numbers in hand: mask them, or show them by an act that is logged"
    there = {name for name in WHERE if (ROOT / name).exists()}
    assert not there - found.keys(), "these have none any more"


def test_the_guard_sees_a_number_wherever_it_is_named() -> None:
    for line in ("row.id_number", "f('SELECT id_written FROM resident')", "f(id_number=1)", "f(f'{x} id_number')"):
        assert set(named(ast.parse(line))) == {1}, line
    for line in ('"""id_number"""', "def f():\n    '''id_written'''", "id_masked", "'id_numbers'"):
        assert not set(named(ast.parse(line))), line


def test_the_window_asks_for_whole_numbers_where_it_is_known_to() -> None:
    called = {
        name
        for name, tree in modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "reveal_id"
    }
    assert called == CALLERS.keys()


class Reveal(NamedTuple):
    """An act that gives whole numbers: what it asks, what it leaves, how it is done; ``reason`` where one is due."""

    action: Action
    leaves: LogAction
    give: Callable[[Actor, int, str, Path], object]
    reason: bool = True


REVEALS = {
    "look": Reveal(Action.SHOW_ID, LogAction.SHOW_ID, lambda by, who, why, _to: states.reveal_id(by, who, why), False),
    "log": Reveal(
        Action.REVEAL_LOG,
        LogAction.SHOW_ID,
        lambda by, _who, why, _to: audit.reveal(by, ChangeQuery(table=Thing.RESIDENT), why),
    ),
    "copy": Reveal(Action.PERSONAL_COPY, LogAction.COPY, lambda by, who, why, _to: personal_copy.make(by, who, why)),
    "export": Reveal(Action.EXPORT_FULL, LogAction.ADD, lambda by, _who, _why, to: write.export_full(by, to), False),
}


@pytest.fixture
def somebody(person: Callable[..., int], actor: Actor) -> int:
    accounts.set_password(actor, actor.name, "geheim-0123")
    return person("王芳")


def last() -> tuple[str, str, str]:
    found = query.fetch_one("SELECT action, staff_name, reason FROM change_log ORDER BY id DESC LIMIT 1")
    assert found is not None
    return found[0], found[1], found[2]


@pytest.mark.parametrize("name", REVEALS)
@pytest.mark.parametrize("role", list(Role))
def test_a_whole_number_is_given_to_whom_it_may_be_with_a_row_in_the_log(
    name: str, role: Role, somebody: int, actor: Actor, tmp_path: Path
) -> None:
    reveal, by = REVEALS[name], Actor(None, "某人", role, actor.station)
    before = query.count("SELECT count(*) FROM change_log")
    if rights.usual(role, reveal.action) == Grant.NO:
        with pytest.raises(NotAllowed):
            reveal.give(by, somebody, "核对", tmp_path)
        assert query.count("SELECT count(*) FROM change_log") == before
        return
    reveal.give(by, somebody, "核对", tmp_path)
    rows = query.fetch(
        "SELECT action, staff_name, reason FROM change_log WHERE id > (SELECT max(id) FROM change_log) - 5"
    )
    assert any((action, who) == (reveal.leaves, "某人") for action, who, _why in rows)
    assert not reveal.reason or ("某人", "核对") in {(who, why) for _action, who, why in rows}


@pytest.mark.parametrize("name", [name for name, one in REVEALS.items() if one.reason])
def test_without_a_reason_nothing_is_given(name: str, somebody: int, actor: Actor, tmp_path: Path) -> None:
    before = query.count("SELECT count(*) FROM change_log")
    with pytest.raises(ReasonNeeded):
        REVEALS[name].give(actor, somebody, "  ", tmp_path)
    assert query.count("SELECT count(*) FROM change_log") == before


def test_an_auditor_says_what_a_whole_number_is_looked_at_for(somebody: int, actor: Actor) -> None:
    checking = Actor(None, "审核丁", Role.AUDITOR, actor.station)
    before = query.count("SELECT count(*) FROM change_log")
    with pytest.raises(ReasonNeeded):
        states.reveal_id(checking, somebody)
    assert query.count("SELECT count(*) FROM change_log") == before
    assert len(states.reveal_id(checking, somebody, "抽查九月补贴")) == 18
    assert last() == (LogAction.SHOW_ID, "审核丁", "抽查九月补贴")


def test_a_draft_of_somebody_is_the_one_other_way_to_a_number_and_the_form_of_one_record_alone_takes_it() -> None:
    called = {
        name
        for name, tree in modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and getattr(node.func, "attr", "") == "draft_of"
        and getattr(getattr(node.func, "value", None), "id", "") == "resident_forms"
    }
    assert forms.draft_of.__module__ == "desktop.services.residents.forms"
    assert called == {
        "desktop/importing/kinds/residents.py",
        "desktop/ui/pages/residents/detail.py",
        "desktop/ui/pages/residents/page.py",
    }
