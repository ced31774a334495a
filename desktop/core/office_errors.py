"""What goes wrong between a centre and the district that it is enrolled with, each with its sentence."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.core.errors import UserError
from desktop.core.i18n import QT_TRANSLATE_NOOP


@dataclass
class OtherDistrict(UserError):
    """The centre is enrolled with another district, or with other keys of this one."""

    says = QT_TRANSLATE_NOOP(
        "Messages",
        "This centre is enrolled with {name} (code {code}), by another key. If files are to go to the new one from now"
        " on, say so (--instead; in the window confirm it). Nothing was changed.",
    )

    name: str
    code: str


@dataclass
class NotEnrolled(UserError):
    """There are no keys yet: the centre is enrolled with no district."""

    says = QT_TRANSLATE_NOOP(
        "Messages",
        "This centre is enrolled with no district yet. Read in the district's key file first: System, District,"
        " or “shizhu enrol”.",
    )
