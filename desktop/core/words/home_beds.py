"""The words of care beds at home."""

from __future__ import annotations

from desktop.core.home_beds import HomeBedState, ReviewOutcome
from desktop.core.words.tables import Terms

HOME_BED_STATES = Terms(
    {
        HomeBedState.ASSESSED: ("已评估", "assessed"),
        HomeBedState.SIGNED: ("已签约", "signed"),
        HomeBedState.SERVING: ("服务中", "served"),
        HomeBedState.ENDED: ("已结束", "ended"),
        HomeBedState.DECLINED: ("未签约", "not signed"),
    }
)
REVIEW_OUTCOMES = Terms(
    {
        ReviewOutcome.GO_ON: ("继续", "go on as planned"),
        ReviewOutcome.ADJUST: ("调整计划", "change the plan"),
        ReviewOutcome.TO_END: ("建议结束", "bring it to an end"),
    }
)
