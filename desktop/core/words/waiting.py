"""The words of the waiting list."""

from __future__ import annotations

from desktop.core.waiting import Ended, OfferState, Priority, SetsApart
from desktop.core.words.tables import Terms

PRIORITIES = Terms(
    {
        Priority.FIRST: ("第一类", "first class"),
        Priority.SECOND: ("第二类", "second class"),
        Priority.OTHERS: ("其他", "others"),
    }
)
WAITING_ENDS = Terms(
    {
        Ended.WITHDRAWN: ("已撤回申请", "withdrew the application"),
        Ended.ADMITTED: ("已入住", "was admitted"),
        Ended.LEFT: ("已不在册", "is off the register"),
    }
)
OFFER_STATES = Terms(
    {
        OfferState.OPEN: ("待答复", "waits for an answer"),
        OfferState.ACCEPTED: ("已接受", "accepted"),
        OfferState.REFUSED: ("已放弃", "refused"),
        OfferState.EXPIRED: ("逾期未答复", "not answered in time"),
        OfferState.TAKEN_BACK: ("已收回", "taken back"),
        OfferState.ADMITTED: ("已入住", "admitted"),
    }
)
SETS_APART = Terms(
    {
        SetsApart.PRIORITY: ("优先类别", "class of priority"),
        SetsApart.GRADE: ("能力等级", "care grade"),
        SetsApart.DATE: ("申请日期", "day of the application"),
        SetsApart.AGE: ("出生日期", "birth date"),
        SetsApart.RECORDED: ("登记先后", "which was recorded first"),
    }
)
