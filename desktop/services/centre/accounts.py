"""Who may sign in; ``passwords`` says what is kept of a password, ``tries`` what becomes of wrong ones."""

from __future__ import annotations

import json
from contextlib import suppress

from desktop.core.account_errors import AccountChanged, AccountsLost, WrongPassword
from desktop.core.acts import Action, LogAction, Thing
from desktop.core.errors import FieldError, InvalidDraft, NotAllowed, NotFound, StorageError
from desktop.core.reasons import Reason
from desktop.core.trade import Role
from desktop.core.words import terms
from desktop.models import query
from desktop.models.base import said
from desktop.models.centre import Staff
from desktop.services.centre import passwords, tries, unlocking
from desktop.services.writing import done, forgetting, permissions, row_facts
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import Unit, noting, writing

SHORTEST_PASSWORD = passwords.SHORTEST_PASSWORD
# What another program must not have changed in an account that opens the door.
_KEYS = frozenset({"password", "role", "active"})


def station_number() -> int:
    """The number of this installation (工位)."""
    return query.count("SELECT number FROM station ORDER BY number LIMIT 1") or 1


def accounts_exist() -> bool:
    """Whether anybody has to sign in here; a seat that was shut once is not opened by emptying a row."""
    return query.count("SELECT count(*) FROM living_staff WHERE password <> '' AND active") > 0 or _ever_shut()


def require_a_way_in() -> None:
    """AccountsLost where people sign in and another program left no director who can."""
    if not accounts_exist():
        return
    directors = Staff.select().where(
        Staff.role == Role.DIRECTOR, Staff.active, Staff.password != "", Staff.voided_at.is_null()
    )
    if all(row_facts.altered(one, _KEYS) for one in directors):
        raise AccountsLost()


def staff_names() -> list[str]:
    """The names of those who can sign in."""
    return query.texts("SELECT name FROM living_staff WHERE password <> '' AND active ORDER BY id")


def sign_in(name: str, password: str) -> Actor:
    """The actor of an active account; WrongPassword says the same for a wrong name and a wrong password.

    SignInPaused after several wrong ones in a row.
    """
    staff = _proven(name, password)
    actor = Actor(staff.id, staff.name, Role(staff.role), station_number())
    done.begin()
    # Where nothing can be written any more, reading goes on; every write is refused with the reason.
    with suppress(StorageError), noting(actor) as unit:
        row = unit.living(Staff, staff.id)
        if passwords.is_outdated(row.password):
            unit.change(row, {"password": passwords.hashed(password)})
        unit.note(row, LogAction.SIGN_IN)
    with suppress(StorageError):
        unlocking.learn(staff.uid, staff.name, staff.role, password)
    return actor


def actor_of(staff_id: int | None, name: str, station: int) -> Actor:
    """Somebody who acts without being there: with the role that the account has today; NotFound once it is closed."""
    if staff_id is None:
        return Actor(None, name, Role.DIRECTOR, station)
    staff = Staff.get_or_none(Staff.id == staff_id, Staff.active, Staff.voided_at.is_null())
    if staff is None:
        raise NotFound(Thing.STAFF, name)
    return Actor(staff.id, staff.name, Role(staff.role), station)


def prove(actor: Actor, password: str) -> None:
    """Whoever sits here is still the same: WrongPassword otherwise, SignInPaused after several; 锁屏 asks it."""
    permissions.reading(actor, Action.SIGN_IN)
    _proven(actor.name, password)


def second_person(name: str, password: str) -> Actor:
    """Somebody who answers for an act at another's desk, by their own password; who sits there stays signed in.

    WrongPassword and SignInPaused as for ``sign_in``.
    """
    staff = _proven(name, password)
    return Actor(staff.id, staff.name, Role(staff.role), station_number())


def has_password(actor: Actor) -> bool:
    """Whether this person signs in with one."""
    permissions.reading(actor, Action.SIGN_IN)
    return query.count("SELECT count(*) FROM living_staff WHERE id = ? AND password <> ''", [actor.staff_id or 0]) > 0


def change_own_password(actor: Actor, now: str, password: str) -> None:
    """Another password for oneself, which asks for the present one where there is one."""
    permissions.reading(actor, Action.SET_OWN_PASSWORD)
    if has_password(actor):
        try:
            _proven(actor.name, now)
        except WrongPassword as error:
            raise InvalidDraft([FieldError("now", Reason.WRONG_PASSWORD)]) from error
    set_password(actor, actor.name, password)


def system_actor() -> Actor:
    """Where no account has a password, the director's seat is open to whoever sits at the desk."""
    if accounts_exist():
        raise NotAllowed("sign_in", "")
    row = query.fetch_one("SELECT id, name FROM living_staff WHERE role = 'director' ORDER BY id")
    return Actor(row[0], row[1], Role.DIRECTOR, station_number()) if row else Actor(None, "", Role.DIRECTOR)


def add_account(actor: Actor, name: str, role: str, password: str) -> int:
    """Give somebody an account; only the director may, who has a password before anybody else."""
    with writing(actor, Action.ADD_ACCOUNT) as unit:
        made = store_account(unit, name, role, password)
        _require_a_director(actor, "director_password")
        return made


def store_account(unit: Unit, name: str, role: str, password: str) -> int:
    """Add a staff row within a unit; an empty password means that they do not sign in."""
    errors = []
    if not name.strip():
        errors.append(FieldError("name", Reason.REQUIRED))
    if role not in terms.ROLES:
        errors.append(FieldError("role", Reason.UNKNOWN_WORD))
    if password:
        errors += passwords.errors(name, password)
    if errors:
        raise InvalidDraft(errors)
    hashed = passwords.hashed(password) if password else ""
    return unit.add(Staff(name=name.strip(), role=role, password=hashed)).id


def set_active(actor: Actor, name: str, active: bool) -> None:
    """Close an account or open it again; only the director may, and not their own."""
    with writing(actor, Action.SET_ACTIVE) as unit:
        staff = _on_record(name)
        if staff.id == actor.staff_id:
            raise NotAllowed("disable_self" if _other_directors(staff.id) else "last_director", actor.role)
        unit.change(staff, {"active": active})
        if not active:
            unlocking.take_locks(staff.uid)
        _require_a_director(actor, "director_password")


def set_password(actor: Actor, name: str, password: str) -> None:
    """Give an account a password; the director may for anybody, others for themselves."""
    staff = _on_record(name)
    action = Action.SET_OWN_PASSWORD if staff.id == actor.staff_id else Action.SET_PASSWORD
    permissions.reading(actor, action)
    errors = passwords.errors(staff.name, password)
    if errors:
        raise InvalidDraft(errors)
    kept = passwords.hashed(password)
    with writing(actor, action) as unit:
        staff = _on_record(name)
        # What another program made of the account goes with it.
        unit.change(staff, {**(row_facts.told(staff, _KEYS) or {}), "password": kept})
        tries.end(staff.id)
        _require_a_director(actor, "director_password")
        # Last, and before the commit: what was refused opens nothing, and what stands in the data opens the data.
        unlocking.add_lock(staff.uid, staff.name, staff.role, password)
    unlocking.drop_older(staff.uid)


def set_role(actor: Actor, name: str, role: str) -> None:
    """Give an account another role; only the director may, and one director has to be left."""
    if role not in terms.ROLES:
        raise InvalidDraft([FieldError("role", Reason.UNKNOWN_WORD)])
    with writing(actor, Action.SET_ROLE) as unit:
        staff = _on_record(name)
        unit.change(staff, {"role": role})
        _require_a_director(actor, "last_director")


def forget_hashes(unit: Unit) -> int:
    """Write over the hashes that older versions put into the log; how many writes had one."""
    rows = query.fetch(
        "SELECT id, before, after, reason FROM change_log WHERE table_name = ?"
        " AND (before LIKE ? OR after LIKE ?) ORDER BY id",
        [Thing.STAFF, *2 * (f'%"password": "{passwords.OLD}%',)],
    )
    field = Staff._meta.combined["password"]

    def hidden(text: str | None) -> str | None:
        facts = json.loads(text or "{}")
        if "password" not in facts:
            return text
        return json.dumps(facts | {"password": said(field, facts["password"])}, ensure_ascii=False, sort_keys=True)

    told = (forgetting.Left(one, hidden(before), hidden(after), why) for one, before, after, why in rows)
    return forgetting.forget(unit, Thing.STAFF, told) if rows else 0


def accounts() -> list[tuple[str, str, bool]]:
    """(name, role, active) of all staff."""
    rows = query.fetch("SELECT name, role, active FROM living_staff ORDER BY id")
    return [(str(name), str(role), bool(active)) for name, role, active in rows]


def _proven(name: str, password: str) -> Staff:
    staff = _account(name)
    known = staff is not None and staff.active and bool(staff.password)
    if staff is not None and row_facts.altered(staff, _KEYS):
        raise AccountChanged(staff.name)
    staff_id = staff.id if known and staff is not None else 0
    tries.take(staff_id)
    # An unknown name costs what a known one does.
    kept = staff.password if known and staff is not None else ""
    if passwords.matches(password, kept, _old_hashes()) and staff is not None:
        tries.prove_right(staff_id)
        return staff
    told = (staff.name, staff.uid) if known and staff is not None else ("", "")
    tries.note_wrong(staff_id, *told, station_number())
    raise WrongPassword()


def _old_hashes() -> bool:
    return query.count("SELECT count(*) FROM living_staff WHERE password LIKE 'scrypt$%'") > 0


def _ever_shut() -> bool:
    # Every first password is a director's, and one director who can sign in is always left.
    return (
        query.count(
            "SELECT count(*) FROM change_log WHERE table_name = ? AND after LIKE ?", [Thing.STAFF, '%"password": "_%']
        )
        > 0
    )


def _other_directors(staff_id: int) -> bool:
    listed = "SELECT count(*) FROM living_staff WHERE role = 'director' AND active AND id <> ?"
    return query.count(listed, [staff_id]) > 0


def _require_a_director(actor: Actor, refusal: str) -> None:
    # Only a director makes directors: without one who gets in, the centre could never be closed, set up or restored.
    # The first password shuts the open seat, so it has to be a director's.
    entering = "password <> '' AND" if accounts_exist() else ""
    if not query.count(f"SELECT count(*) FROM living_staff WHERE {entering} role = 'director' AND active"):
        raise NotAllowed(refusal, actor.role)


def _account(name: str) -> Staff | None:
    return Staff.get_or_none(Staff.name == name.strip(), Staff.voided_at.is_null())


def _on_record(name: str) -> Staff:
    staff = _account(name)
    if staff is None:
        raise NotFound(Thing.STAFF, name)
    return staff
