"""What this station likes: text size, contrast, sounds, language, window size. No personal data."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Self

from desktop.core.files import writing_beside
from desktop.core.i18n import DEFAULT_LANGUAGE
from desktop.ui.answer import answer
from desktop.ui.look.theme import TextSize


@dataclass
class Preferences:
    """The choices of a station; ``save`` keeps them beside the data, quietly or not at all."""

    path: Path | None = None
    text_size: int = int(TextSize.NORMAL)
    contrast: bool = False
    sounds: bool = True
    language: str = DEFAULT_LANGUAGE
    geometry: str = ""
    resident_columns: str = ""

    @classmethod
    def load(cls, path: Path) -> Self:
        """Read the choices; whatever cannot be read takes its default."""
        try:
            found = json.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            found = {}
        made = cls(path)
        for item in fields(cls):
            value = found.get(item.name) if isinstance(found, dict) else None
            if item.name != "path" and isinstance(value, type(getattr(made, item.name))):
                setattr(made, item.name, value)
        if made.text_size not in list(TextSize):
            made.text_size = int(TextSize.NORMAL)
        return made

    def save(self) -> None:
        """Keep the choices; a read-only folder costs nothing but the memory of them."""
        path = self.path
        if path is None:
            return
        kept = {name: value for name, value in asdict(self).items() if name != "path"}
        answer(lambda: _write(path, kept))


def _write(path: Path, kept: dict[str, object]) -> None:
    with writing_beside(path) as part:
        part.write_text(json.dumps(kept, ensure_ascii=False, indent=1), encoding="utf-8")
