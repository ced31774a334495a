"""The words of consent, as in the form that is signed."""

from __future__ import annotations

from desktop.core.consent import ConsentScope
from desktop.core.words.tables import Terms

CONSENT_SCOPES = Terms(
    {
        ConsentScope.PROCESSING: ("处理个人信息（全部）", "use of personal data (all of it)"),
        ConsentScope.SENSITIVE: ("处理健康信息和能力评估", "health data, assessments"),
        ConsentScope.DISTRICT: ("向民政部门报送姓名等身份信息", "being named to the district"),
        ConsentScope.CONTACTS: ("登记紧急联系人", "keeping emergency contacts"),
        ConsentScope.PHOTO: ("保存照片", "keeping a photograph"),
    }
)
