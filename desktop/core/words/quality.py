"""What the checks of a month find, in words: on the quality page, on the command line and on paper alike."""

from __future__ import annotations

from desktop.core.answers import Unfinished, Weight
from desktop.core.words.tables import Terms

FINDINGS = Terms(
    {
        Unfinished.NOT_OVER: ("本月还没有过完", "the month is not over yet"),
        Unfinished.EARLIER_OPEN: ("上月有记录而未月结，请先月结上月", "the month before has records and is not closed"),
        Unfinished.CLOCK_BEHIND: ("电脑时间早于最后一条记录", "the clock stands before the last record"),
        Unfinished.CLOCK_AHEAD: (
            "今天以前半个多月没有任何登记，月底正在其中，电脑日期可能走快了",
            "nothing was recorded for weeks before today, over the end of the month: the clock may be ahead",
        ),
        Unfinished.QUEUED_SCANS: ("就餐扫码未补录 {count} 次", "{count} lunches without a known person"),
        Unfinished.OPEN_EMERGENCIES: ("助急未办结 {count} 件", "{count} urgent calls not closed"),
        Unfinished.OPEN_ORDERS: ("服务单未办结 {count} 件", "{count} orders neither done nor cancelled"),
        Unfinished.AFTER_DEPARTURE: (
            "去世、迁出或不在册之后仍有服务、就餐记录 {count} 条",
            "{count} services or meals of people who were off the register that day",
        ),
        Unfinished.UNPRICED: ("没有定价的就餐 {count} 次", "{count} meals without a price"),
        Unfinished.FOOD_LEDGER: (
            "食品台账不齐的供餐日 {count} 天",
            "{count} days served whose food ledger lacks something",
        ),
        Unfinished.UNDELIVERED: ("送餐单上没有结果的 {count} 户", "{count} stops of delivery lists without a result"),
        Unfinished.UNVISITED: ("应访未访 {count} 人", "{count} people of the roster not visited"),
        Unfinished.HONESTY: ("存疑的探访 {count} 项", "{count} findings on visits, neither put right nor explained"),
        Unfinished.OPEN_RISKS: ("未销号的风险 {count} 项", "{count} open risks"),
        Unfinished.BLOCKS_MISSING: ("六项情况未填全的探访 {count} 次", "{count} visits without all six blocks"),
        Unfinished.SUBSIDY_ABOVE_FEE: (
            "补贴高于收费的服务 {count} 条（政府购买可以高于收费）",
            "{count} services with a subsidy above the fee, as it may be where the government pays",
        ),
        Unfinished.UNGRADED: ("没有能力等级的入住 {count} 条", "{count} stays without a capability grade"),
        Unfinished.CONTESTED_GRADES: (
            "同一天有两个评估等级而未定的 {count} 人",
            "{count} people with two grades of one day, of which none was chosen",
        ),
        Unfinished.UNVERIFIED_ACTIVE: (
            "证件待核而本月有记录 {count} 人",
            "{count} people with records this month whose ID number is to be verified",
        ),
        Unfinished.TO_VERIFY: ("证件号码待核 {count} 人", "{count} ID numbers to verify"),
        Unfinished.DRIFT: (
            "已月结的月份中有 {count} 个月按现有记录数字不同",
            "{count} closed months would be told differently by today's records",
        ),
    }
)
WEIGHTS = Terms(
    {
        Weight.MUST: ("必须办理", "must be put right"),
        Weight.EXPLAIN: ("需说明", "needs a word"),
        Weight.NOTE: ("提示", "note"),
    }
)
EXPLAINED = Terms({"explained": ("已说明", "explained")})


def finding_words(kind: Unfinished, count: int) -> str:
    """What was found, in the language in use."""
    return FINDINGS.shown[kind].format(count=count)


def finding_words_on_paper(kind: Unfinished, count: int) -> str:
    """The same in Chinese, as on every paper."""
    return FINDINGS[kind].format(count=count)
