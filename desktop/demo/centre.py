"""The demo centre's own words: name, number, communities, staff, risks (``resources/demo/centre.toml``)."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass

from desktop.core.paths import resource


@dataclass(frozen=True)
class DemoWorker:
    """Somebody who works there: certificates as (kind, days that it still holds, level), other texts for the name."""

    name: str
    role: str
    unit: str
    certificates: tuple[tuple[str, int, str], ...]
    called: tuple[str, ...]


@dataclass(frozen=True)
class DemoCentre:
    """What the demo centre is called and who works there."""

    name: str
    number: str
    district: str
    plan: str
    director: str
    close_reason: str
    divisions: tuple[str, ...]
    phone_segment: str
    communities: tuple[str, ...]
    villages: tuple[str, ...]
    renamed: tuple[str, str]
    also_written: tuple[str, str]
    visitors: tuple[str, ...]
    workers: tuple[str, ...]
    volunteers: tuple[str, ...]
    people: tuple[DemoWorker, ...]
    remarks: tuple[str, ...]
    risks: tuple[tuple[str, str], ...]
    risk_result: str
    orders: tuple[tuple[str, str, str], ...]
    recreation: tuple[str, ...]
    learning: tuple[str, ...]


def demo_centre() -> DemoCentre:
    """Read the demo centre's data."""
    data = tomllib.loads(resource("demo", "centre.toml").read_text(encoding="utf-8"))
    lists = {key: tuple(value) for key, value in data.items() if isinstance(value, list)}
    activities = data["activities"]
    return DemoCentre(
        name=data["name"],
        number=data["number"],
        district=data["district"],
        plan=data["plan"],
        director=data["director"],
        close_reason=data["close_reason"],
        phone_segment=data["phone_segment"],
        divisions=lists["divisions"],
        communities=lists["communities"],
        villages=lists["villages"],
        renamed=(lists["renamed"][0], lists["renamed"][1]),
        also_written=(lists["also_written"][0], lists["also_written"][1]),
        visitors=lists["visitors"],
        workers=lists["workers"],
        volunteers=lists["volunteers"],
        people=tuple(_worker(*row) for row in lists["people"]),
        remarks=lists["remarks"],
        risks=tuple((what, action) for what, action in lists["risks"]),
        risk_result=data["risk_result"],
        orders=tuple((kind, state, content) for kind, state, content in lists["orders"]),
        recreation=tuple(activities["recreation"]),
        learning=tuple(activities["learning"]),
    )


def _worker(name: str, role: str, unit: str, certificates: list[str], called: list[str]) -> DemoWorker:
    kinds = ((*one.split(":"), "")[:3] for one in certificates)
    return DemoWorker(name, role, unit, tuple((kind, int(days), level) for kind, days, level in kinds), tuple(called))
