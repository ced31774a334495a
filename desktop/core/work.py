"""The codes of those who work here, beside their posts and certificates."""

from __future__ import annotations

from enum import StrEnum


class TrainingKind(StrEnum):
    """What a training is for: before the first day, on taking up a post, while in it; or for who cares at home."""

    PRE_JOB = "pre_job"
    INDUCTION = "induction"
    IN_SERVICE = "in_service"
    FAMILY_CARER = "family_carer"


class CertificateLevel(StrEnum):
    """What a carer's certificate attests, of the national standard of the trade; 五级 is the lowest."""

    FIVE = "level_5"
    FOUR = "level_4"
    THREE = "level_3"
    TWO = "level_2"
    ONE = "level_1"


# 岗前 (S1 S4) and 入职 (S2) are asked for by one indicator each; either will do for both.
INITIAL = frozenset({TrainingKind.PRE_JOB, TrainingKind.INDUCTION})
