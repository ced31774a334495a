"""What has to be right before and just after the application object is made."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import MutableMapping
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QProcess, QSettings, QTranslator
from PySide6.QtWidgets import QApplication

from desktop.core.i18n import translate
from desktop.core.paths import DataFolder, resource
from desktop.ui.frame.preferences import Preferences
from desktop.ui.look import theme
from desktop.ui.look.theme import TextSize

_FCITX = ("fcitx5", "fcitx")


def choose_input_method(environment: MutableMapping[str, str], plugins: Path, fcitx_found: bool) -> None:
    """Let fcitx speak through the ibus plugin where Qt has none of its own: otherwise one could type no Chinese."""
    wanted = environment.get("QT_IM_MODULE", "") or environment.get("XMODIFIERS", "").removeprefix("@im=")
    if not (fcitx_found or wanted.startswith("fcitx")):
        return
    own = any(plugins.glob("platforminputcontexts/*fcitx*"))
    if not own and wanted in {"", *_FCITX}:
        environment["QT_IM_MODULE"] = "ibus"


def prepare_environment() -> None:
    """Set what Qt reads while it starts; call it before the application object exists."""
    if sys.platform != "linux":
        return
    plugins = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath))
    choose_input_method(os.environ, plugins, any(shutil.which(name) for name in _FCITX))


def stay_beside(portable: DataFolder | None) -> None:
    """Where the program runs from a stick, Qt too keeps what it remembers of its file dialogs there and not at home."""
    if portable is not None:
        for kind in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
            QSettings.setPath(kind, QSettings.Scope.UserScope, str(portable.root / "qt"))


def dress(app: QApplication, preferences: Preferences) -> None:
    """Name, font, theme, and Qt's own words in the language in use."""
    app.setApplicationName("shizhu")
    app.setApplicationDisplayName("十助台账" if preferences.language == "zh_CN" else "Shizhu Desk")
    app.setDesktopFileName("shizhu")
    load_qt_translations(app, preferences.language)
    # The names of months and days in a calendar: else they are in the language of the computer.
    QLocale.setDefault(QLocale(preferences.language))
    theme.apply(app, TextSize(preferences.text_size), preferences.contrast)


def name_program(practice: bool) -> None:
    """The name behind every title: in a practice centre it says so."""
    name = translate("MainWindow", "Shizhu Desk")
    mark = translate("Practice", "practice")
    QApplication.setApplicationDisplayName(f"{name} ({mark})" if practice else name)


def open_beside(folder: DataFolder) -> bool:
    """Start the program once more, on another data folder; whether it began."""
    frozen = getattr(sys, "frozen", False)
    words = ["--data", str(folder.root)]
    if frozen:
        return bool(QProcess.startDetached(sys.executable, words)[0])
    return bool(QProcess.startDetached(sys.executable, ["-m", "desktop", *words], str(resource().parent))[0])


def load_qt_translations(app: QApplication, language: str) -> bool:
    """Translate the buttons of Qt's own dialogs; whether that was possible or needless."""
    if language == "en":
        return True
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if not translator.load(f"qtbase_{language}", folder):
        return False
    return app.installTranslator(translator)
