"""What a district says of a centre's month and of its records."""

from __future__ import annotations

from desktop.core.answers import IntakeState, RowRefusal, SharedAct
from desktop.core.words.tables import Terms

ROW_REFUSALS = Terms(
    {
        RowRefusal.WRONG_NUMBER: ("证件号不对", "the ID number is wrong"),
        RowRefusal.NUMBER_TWICE: ("两个人同一个证件号", "two people with one ID number"),
        RowRefusal.NOBODY: ("找不到是谁的", "of nobody in the file"),
        RowRefusal.AFTER_FILE: ("日期在导出之后", "of a day after the export"),
        RowRefusal.AFTER_DEATH: ("日期在去世之后", "of a day after the death"),
    }
)
INTAKE_STATES = Terms(
    {
        IntakeState.MISSING: ("未收到", "missing"),
        IntakeState.DRAFT: ("草稿", "draft"),
        IntakeState.CLOSED: ("已结", "closed"),
        IntakeState.CORRECTED: ("已更正", "corrected"),
    }
)
# What is counted of people who are in several centres.
SHARED_ACTS = Terms(
    {
        SharedAct.ROSTER: ("应访名单", "to be visited"),
        SharedAct.STAYS: ("入住", "stays"),
        SharedAct.SERVICES: ("十助服务", "services"),
        SharedAct.CANTEEN: ("就餐", "meals"),
    }
)
