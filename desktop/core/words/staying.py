"""The words of stays: their terms, the kinds of leave, who signs."""

from __future__ import annotations

from desktop.core.staying import ContractCapacity, LeaveKind, StayTerm
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
