"""Text size, contrast, sounds and language of this station; sizes and contrast change at once."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.core.i18n import translate
from desktop.ui.forms.choice_fields import CheckField, SegmentField
from desktop.ui.forms.form import Form
from desktop.ui.frame.room_window import RoomWindow
from desktop.ui.frame.session import Session
from desktop.ui.look.theme import TextSize
from desktop.ui.pages.system.section import SystemSection
from desktop.ui.widgets.labels import label

_LANGUAGES = {"zh_CN": "简体中文", "en": "English"}


class DisplaySection(SystemSection):
    """How the program looks and sounds here; where nothing is scanned it makes no sound."""

    def __init__(self, session: Session, parent: QWidget | None = None, scans: bool = True) -> None:
        about = translate("System", "These choices belong to this computer.")
        super().__init__(session, translate("System", "Display"), about, parent)
        sizes = {
            str(int(TextSize.NORMAL)): translate("System", "Normal"),
            str(int(TextSize.LARGE)): translate("System", "Large"),
            str(int(TextSize.LARGEST)): translate("System", "Largest"),
        }
        self.form = Form()
        self.form.add("size", translate("System", "Text size"), SegmentField(sizes))
        self.form.add("contrast", translate("System", "Contrast"), CheckField(translate("System", "high contrast")))
        if scans:
            heard = CheckField(translate("System", "sound at each scan"))
            self.form.add("sounds", translate("System", "Sounds"), heard)
        next_start = translate("System", "counts from the next start")
        self.form.add("language", translate("System", "Language"), SegmentField(_LANGUAGES), help=next_start)
        self.content.addWidget(self.form)
        self.content.addWidget(
            label(translate("System", "A sample: Wang Xiuying, 82, building 12, room 302."), "section")
        )
        self.content.addStretch(1)
        self.form.changed.connect(self._apply)

    def refresh(self) -> None:
        """Show the choices."""
        kept = self.session.preferences
        shown = {"size": str(int(kept.text_size)), "contrast": kept.contrast, "language": kept.language}
        if "sounds" in self.form.fields:
            shown["sounds"] = kept.sounds
        self.form.set_values(shown)

    def _apply(self) -> None:
        kept, fields = self.session.preferences, self.form.fields
        if "sounds" in fields:
            kept.sounds = bool(fields["sounds"].value())
        kept.language = str(fields["language"].value()) or kept.language
        size, contrast = TextSize(int(str(fields["size"].value()))), bool(fields["contrast"].value())
        window = self.window()
        if isinstance(window, RoomWindow) and (size, contrast) != (kept.text_size, kept.contrast):
            window.set_text_size(size, contrast)
        kept.save()
