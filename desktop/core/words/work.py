"""The words of those who work here, beside their posts and certificates."""

from __future__ import annotations

from desktop.core.words.tables import Terms
from desktop.core.work import CertificateLevel, TrainingKind

TRAINING_KINDS = Terms(
    {
        TrainingKind.PRE_JOB: ("岗前", "training before the post"),
        TrainingKind.INDUCTION: ("入职", "induction"),
        TrainingKind.IN_SERVICE: ("在职", "in-service training"),
        TrainingKind.FAMILY_CARER: ("家庭照护者", "training of family carers"),
    }
)
CERTIFICATE_LEVELS = Terms(
    {
        CertificateLevel.FIVE: ("初级（五级）", "level 5 (junior)"),
        CertificateLevel.FOUR: ("中级（四级）", "level 4 (middle)"),
        CertificateLevel.THREE: ("高级（三级）", "level 3 (senior)"),
        CertificateLevel.TWO: ("技师（二级）", "level 2 (technician)"),
        CertificateLevel.ONE: ("高级技师（一级）", "level 1 (senior technician)"),
    }
)
