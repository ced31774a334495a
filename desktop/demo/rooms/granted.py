"""Hours of help that a payer grants, what payers have for them, and help that comes on certain days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from desktop.core.acts import Action
from desktop.core.trade import FlagKind, Payer
from desktop.demo.centre import DemoCentre
from desktop.demo.rooms.told import at_home, day
from desktop.services.help_services import agreements, budgets, packages
from desktop.services.help_services.budgets import BudgetDraft
from desktop.services.help_services.packages import PackageDraft
from desktop.services.standing import arrangements
from desktop.services.standing.arrangements import HolidayDraft, ServiceArrangementDraft
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import writing


def grant(actor: Actor, data: Mapping[str, Any], since: dt.date, people: list[int]) -> None:
    """Packages for those who are cared for at home and for the poor; a budget for payers."""
    poor = at_home(len(data["packages"]), people, flag=FlagKind.DESTITUTE_HOME)
    with writing(actor, Action.EDIT_PACKAGE):
        for who, (kind, hours, remark) in zip([*people[:3], *poor], data["packages"], strict=False):
            packages.grant(actor, PackageDraft(who, kind, hours, Payer.GOVERNMENT, since, "", remark))
    for payer, yuan in data["budgets"]:
        budgets.set_budget(actor, BudgetDraft(payer, yuan, since))


def agree(actor: Actor, centre: DemoCentre, data: Mapping[str, Any], holiday: str) -> None:
    """Help on certain weekdays from next week on, and a day on which the centre is closed."""
    people = at_home(len(data["weekly"]), (), flag=FlagKind.LIVING_ALONE, age_from=80)
    with writing(actor, Action.EDIT_STANDING):
        for number, (who, (kind, started, ended, weekdays)) in enumerate(zip(people, data["weekly"], strict=False)):
            draft = ServiceArrangementDraft(who, kind, started=started, ended=ended, weekdays=list(weekdays))
            draft.valid_from, draft.worker = day(7), centre.workers[number % len(centre.workers)]
            draft.payer = Payer.GOVERNMENT
            agreements.agree(actor, draft)
    arrangements.set_holiday(actor, HolidayDraft(day(20), holiday))
