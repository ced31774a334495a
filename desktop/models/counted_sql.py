"""The month guard as triggers, made from ``counted``: what a migration freezes, and what its test compares."""

from __future__ import annotations

from desktop.models.counted import COUNTED, NEVER_NEW, Step

_CLOSED = "m.state <> 'open' AND m.voided_at IS NULL AND m.month NOT IN (SELECT g.month FROM month_gate g)"


def triggers() -> dict[str, str]:
    """The statement of every trigger of the guard, by its name."""
    found: dict[str, str] = {}
    for table, steps in COUNTED.items():
        columns = ", ".join(dict.fromkeys(("voided_at", *(name for step in steps for name in step.columns))))
        added = " OR ".join(f"{_share(step, 'new')} IS NOT NULL" for step in steps)
        moved = " OR ".join(f"{_share(step, 'old')} IS NOT {_share(step, 'new')}" for step in steps)
        found[f"{table}_month_insert"] = _trigger(f"{table}_month_insert", f"INSERT ON {table}", steps, added)
        found[f"{table}_month_update"] = _trigger(
            f"{table}_month_update", f"UPDATE OF {columns} ON {table}", steps, moved
        )
    for table, day in NEVER_NEW.items():
        name = f"{table}_month_insert"
        found[name] = (
            f"CREATE TRIGGER {name} BEFORE INSERT ON {table} WHEN EXISTS (SELECT 1 FROM month m WHERE {_CLOSED}"
            f" AND m.month = substr(new.{day}, 1, 7)) BEGIN SELECT RAISE(ABORT, 'month_closed'); END"
        )
    return found


def _trigger(name: str, event: str, steps: tuple[Step, ...], condition: str) -> str:
    return (
        f"CREATE TRIGGER {name} BEFORE {event} WHEN EXISTS (SELECT 1 FROM month m WHERE {_CLOSED}"
        f"{_narrowed(event, steps)} AND ({condition})) BEGIN SELECT RAISE(ABORT, 'month_closed'); END"
    )


def _narrowed(event: str, steps: tuple[Step, ...]) -> str:
    """Where every step has one day, only their months are looked at: a meal is written in the lunch line."""
    if any(step.spans for step in steps):
        return ""
    rows = ("new",) if event.startswith("INSERT") else ("old", "new")
    days = dict.fromkeys(f"substr({_day(step, row)}, 1, 7)" for step in steps for row in rows)
    return f" AND m.month IN ({', '.join(days)})"


def _day(step: Step, row: str) -> str:
    if not step.parent:
        return f"{row}.{step.first}"
    return f"(SELECT p.{step.first} FROM {step.parent} p WHERE p.id = {row}.{step.parent}_id AND p.voided_at IS NULL)"


def _share(step: Step, row: str) -> str:
    conditions = [f"{row}.voided_at IS NULL"]
    if step.among:
        codes = ", ".join(f"'{code}'" for code in step.among[1])
        conditions.append(f"{row}.{step.among[0]} IN ({codes})")
    days = _span(step, row, conditions) if step.spans else _one(step, row, conditions)
    # quote() tells NULL from a text; json_array() is not allowed within a schema that is not trusted.
    values = " || ',' || ".join(f"quote({value})" for value in (*days, *(f"{row}.{name}" for name in step.facts)))
    return f"CASE WHEN {' AND '.join(conditions)} THEN {values} END"


def _one(step: Step, row: str, conditions: list[str]) -> tuple[str, ...]:
    conditions.append(f"substr({_day(step, row)}, 1, 7) = m.month")
    return (_day(step, row),)


def _span(step: Step, row: str, conditions: list[str]) -> tuple[str, ...]:
    first, begins = f"{row}.{step.first}", "m.month || '-01'"
    ends = f"date({begins}, '+1 month', '-1 day')" if step.last_counts else "m.month || '-32'"
    until = f"min(COALESCE({row}.{step.last}, '9999-12-31'), {ends})" if step.last else ends
    below, reaches = ("<=", ">=") if step.last_counts else ("<", ">")
    conditions += [f"{first} {below} {until}", f"{until} {reaches} {begins}"]
    return (f"max({first}, {begins})", until)
