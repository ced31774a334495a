"""Why something is no password, in words."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.core.i18n import QT_TRANSLATE_NOOP, Said
from desktop.core.reasons import Reason

PASSWORDS: Mapping[Reason, Said] = {
    Reason.ONLY_BLANKS: QT_TRANSLATE_NOOP("FieldErrors", "Blanks alone are no password."),
    Reason.ONE_CHARACTER: QT_TRANSLATE_NOOP("FieldErrors", "One character again and again is no password."),
    Reason.SAME_AS_NAME: QT_TRANSLATE_NOOP("FieldErrors", "The own name is no password. Choose another one."),
}
