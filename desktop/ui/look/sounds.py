"""Three short sounds: taken, taken before, refused. Silence is never an error."""

from __future__ import annotations

import math
import shutil
import struct
import sys
import tempfile
import wave
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QProcess
from PySide6.QtWidgets import QApplication

_RATE = 22_050
_PLAYERS = (("paplay", ()), ("pw-play", ()), ("aplay", ("-q",)))


class Sound(Enum):
    """Each one a melody of (frequency in Hz, milliseconds); they differ in height and in rhythm."""

    OK = ((1047, 70), (1568, 110))
    AGAIN = ((784, 90), (0, 50), (784, 90))
    REFUSED = ((311, 130), (0, 40), (233, 260))


class Sounds:
    """Plays sounds without waiting for them; where nothing can play a file, the system's beep has to do."""

    def __init__(self, enabled: bool = True) -> None:
        self.enabled = enabled
        self._files: dict[Sound, Path] = {}
        self._player = next(((found, extra) for name, extra in _PLAYERS if (found := shutil.which(name))), None)

    def play(self, sound: Sound) -> None:
        """Sound it."""
        if not self.enabled:
            return
        try:
            path = self._files.get(sound) or self._write(sound)
        except OSError:
            QApplication.beep()
            return
        self._files[sound] = path
        if not self._start(path):
            QApplication.beep()

    def _start(self, path: Path) -> bool:
        if sys.platform == "win32":
            import winsound

            winsound.PlaySound(str(path), winsound.SND_FILENAME | winsound.SND_ASYNC | winsound.SND_NODEFAULT)
            return True
        if self._player is None:
            return False
        program, extra = self._player
        started = QProcess.startDetached(program, [*extra, str(path)])
        return bool(started[0] if isinstance(started, tuple) else started)

    def _write(self, sound: Sound) -> Path:
        folder = Path(tempfile.gettempdir())
        path = folder / f"shizhu-sound-{sound.name.lower()}.wav"
        path.write_bytes(b"")
        with wave.open(str(path), "wb") as out:
            out.setnchannels(1)
            out.setsampwidth(2)
            out.setframerate(_RATE)
            out.writeframes(b"".join(_tone(frequency, length) for frequency, length in sound.value))
        return path


def _tone(frequency: int, milliseconds: int) -> bytes:
    count = _RATE * milliseconds // 1000
    fade = _RATE * 8 // 1000
    samples = (
        round(14_000 * min(1.0, at / fade, (count - at) / fade) * math.sin(2 * math.pi * frequency * at / _RATE))
        for at in range(count)
    )
    return b"".join(struct.pack("<h", sample) for sample in samples)
