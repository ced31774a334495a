"""Who may sign in. Passwords are kept as scrypt hashes (RFC 7914: N=2^15, r=8, p=1)."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from contextlib import suppress

from desktop.core.acts import Action, LogAction, Thing
from desktop.core.errors import FieldError, InvalidDraft, NotAllowed, NotFound, StorageError, WrongPassword
from desktop.core.reasons import Reason
from desktop.core.trade import Role
from desktop.core.words import terms
from desktop.models import query
from desktop.models.centre import Staff
from desktop.services.centre import tries
from desktop.services.writing import done, permissions
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import Unit, noting, writing

SHORTEST_PASSWORD = 6
_N, _R, _P = 2**15, 8, 1
_NOBODYS = f"scrypt${'00' * 16}${'00' * 64}"


def station_number() -> int:
    """The number of this installation (工位)."""
    return query.count("SELECT number FROM station ORDER BY number LIMIT 1") or 1


def accounts_exist() -> bool:
    """Whether anybody has to sign in here."""
    return query.count("SELECT count(*) FROM living_staff WHERE password <> '' AND active") > 0


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
        unit.note(staff, LogAction.SIGN_IN)
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
        errors += _password_errors(password)
    if errors:
        raise InvalidDraft(errors)
    hashed = hash_password(password) if password else ""
    return unit.add(Staff(name=name.strip(), role=role, password=hashed)).id


def set_active(actor: Actor, name: str, active: bool) -> None:
    """Close an account or open it again; only the director may, and not their own."""
    with writing(actor, Action.SET_ACTIVE) as unit:
        staff = _on_record(name)
        if staff.id == actor.staff_id:
            raise NotAllowed("disable_self" if _other_directors(staff.id) else "last_director", actor.role)
        unit.change(staff, {"active": active})
        _require_a_director(actor, "director_password")


def set_password(actor: Actor, name: str, password: str) -> None:
    """Give an account a password; the director may for anybody, others for themselves."""
    staff = _on_record(name)
    action = Action.SET_OWN_PASSWORD if staff.id == actor.staff_id else Action.SET_PASSWORD
    permissions.reading(actor, action)
    errors = _password_errors(password)
    if errors:
        raise InvalidDraft(errors)
    with writing(actor, action) as unit:
        staff = _on_record(name)
        unit.change(staff, {"password": hash_password(password)})
        _require_a_director(actor, "director_password")


def set_role(actor: Actor, name: str, role: str) -> None:
    """Give an account another role; only the director may, and one director has to be left."""
    if role not in terms.ROLES:
        raise InvalidDraft([FieldError("role", Reason.UNKNOWN_WORD)])
    with writing(actor, Action.SET_ROLE) as unit:
        staff = _on_record(name)
        unit.change(staff, {"role": role})
        _require_a_director(actor, "last_director")


def accounts() -> list[tuple[str, str, bool]]:
    """(name, role, active) of all staff."""
    rows = query.fetch("SELECT name, role, active FROM living_staff ORDER BY id")
    return [(str(name), str(role), bool(active)) for name, role, active in rows]


def hash_password(password: str) -> str:
    """``scrypt$salt$hash`` in hexadecimal."""
    salt = secrets.token_bytes(16)
    return f"scrypt${salt.hex()}${_scrypt(password, salt).hex()}"


def matches(password: str, kept: str) -> bool:
    """Whether this is the password behind a kept hash."""
    kind, _, rest = kept.partition("$")
    salt, _, digest = rest.partition("$")
    if kind != "scrypt":
        return False
    return hmac.compare_digest(_scrypt(password, bytes.fromhex(salt)).hex(), digest)


def _proven(name: str, password: str) -> Staff:
    staff = _account(name)
    known = staff is not None and staff.active and bool(staff.password)
    staff_id = staff.id if known and staff is not None else 0
    tries.refuse_while_paused(staff_id)
    # An unknown name takes as long as a known one.
    right = matches(password, staff.password if known and staff is not None else _NOBODYS)
    if staff is not None and known and right:
        return staff
    # Where nothing can be written any more, nothing is counted either; nobody gets in by that.
    with suppress(StorageError):
        told = (staff.name, staff.uid) if known and staff is not None else ("", "")
        tries.note_wrong(staff_id, *told, station_number())
    raise WrongPassword()


def _other_directors(staff_id: int) -> bool:
    listed = "SELECT count(*) FROM living_staff WHERE role = 'director' AND active AND id <> ?"
    return query.count(listed, [staff_id]) > 0


def _require_a_director(actor: Actor, refusal: str) -> None:
    # Only a director makes directors: without one who gets in, the centre could never be closed, set up or restored.
    # The first password shuts the open seat, so it has to be a director's.
    entering = "password <> '' AND" if accounts_exist() else ""
    if not query.count(f"SELECT count(*) FROM living_staff WHERE {entering} role = 'director' AND active"):
        raise NotAllowed(refusal, actor.role)


def _password_errors(password: str) -> list[FieldError]:
    if not password:
        return [FieldError("password", Reason.REQUIRED)]
    if len(password) < SHORTEST_PASSWORD:
        return [FieldError("password", Reason.TOO_SHORT, str(SHORTEST_PASSWORD))]
    return []


def _scrypt(password: str, salt: bytes) -> bytes:
    return hashlib.scrypt(password.encode(), salt=salt, n=_N, r=_R, p=_P, maxmem=64 * 1024 * 1024)


def _account(name: str) -> Staff | None:
    return Staff.get_or_none(Staff.name == name.strip(), Staff.voided_at.is_null())


def _on_record(name: str) -> Staff:
    staff = _account(name)
    if staff is None:
        raise NotFound(Thing.STAFF, name)
    return staff
