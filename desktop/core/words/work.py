"""The words of those who work here, beside their posts and certificates."""

from __future__ import annotations

from desktop.core.words.tables import Terms
from desktop.core.work import TrainingKind

TRAINING_KINDS = Terms(
    {
        TrainingKind.PRE_JOB: ("岗前", "training before the post"),
        TrainingKind.INDUCTION: ("入职", "induction"),
        TrainingKind.IN_SERVICE: ("在职", "in-service training"),
        TrainingKind.FAMILY_CARER: ("家庭照护者", "training of family carers"),
    }
)
