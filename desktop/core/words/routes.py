"""The words of what goes out to the doors."""

from __future__ import annotations

from desktop.core.answers import LeftOut
from desktop.core.routes import DeliveryOutcome, FollowUp, SheetKind, StandingSubject
from desktop.core.words.tables import Terms

STANDING_SUBJECTS = Terms(
    {
        StandingSubject.MEAL_DELIVERY: ("送餐", "meal delivery"),
        StandingSubject.HELP_SERVICE: ("十助服务", "help service"),
    }
)
SHEET_KINDS = Terms({SheetKind.VISIT: ("探访", "visit"), SheetKind.DELIVERY: ("送餐", "delivery")})
DELIVERY_OUTCOMES = Terms(
    {
        DeliveryOutcome.DELIVERED: ("已送到", "delivered"),
        DeliveryOutcome.NOBODY: ("没人应门", "nobody at the door"),
        DeliveryOutcome.NOT_DELIVERED: ("未送", "not delivered"),
    }
)
FOLLOW_UPS = Terms({FollowUp.PHONE: ("电话", "by phone"), FollowUp.DOOR: ("上门", "at the door")})
LEFT_OUT = Terms(
    {
        LeftOut.HOLIDAY: ("节假日", "holiday"),
        LeftOut.STOPPED: ("暂停", "stopped"),
        LeftOut.AWAY: ("请假或住院", "on leave or in hospital"),
        LeftOut.OFF_REGISTER: ("不在册", "off the register"),
    }
)
