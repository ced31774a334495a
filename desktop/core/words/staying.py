"""The words of stays: their terms, the kinds of leave, who signs."""

from __future__ import annotations

from desktop.core.staying import ContractCapacity, ContractKind, ContractState, LeaveKind, StayTerm
from desktop.core.words.tables import Terms

STAY_TERMS = Terms({StayTerm.LONG: ("长期入住", "long stay"), StayTerm.SHORT: ("短期托养", "short stay")})
LEAVE_KINDS = Terms(
    {
        LeaveKind.HOSPITAL: ("住院", "in hospital"),
        LeaveKind.HOME: ("回家", "at home"),
        LeaveKind.OTHER: ("其他", "another reason"),
    }
)
CAPACITIES = Terms({ContractCapacity.GUARDIAN: ("监护人", "guardian"), ContractCapacity.AGENT: ("委托代理人", "agent")})
CONTRACT_KINDS = Terms(
    {ContractKind.STAY: ("入住", "stay"), ContractKind.HOME_BED: ("家庭照护床位", "care bed at home")}
)
CONTRACT_STATES = Terms(
    {
        ContractState.ENDED: ("已到期", "expired"),
        ContractState.NONE: ("没有协议", "no contract"),
        ContractState.COMING: ("尚未开始", "begins later"),
        ContractState.ENDS_SOON: ("快到期", "ends soon"),
        ContractState.HOLDS: ("有效", "holds"),
    }
)
