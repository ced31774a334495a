"""What encryption costs: start, scan and search of an encrypted centre ÷ the same of the plain one; the key once."""

from __future__ import annotations

from pathlib import Path
from statistics import median

from desktop.core.paths import DataFolder
from desktop.core.progress import Progress
from desktop.models import vault
from desktop.services.canteen import scanning
from desktop.services.centre import accounts, centres, unlocking
from desktop.services.keeping import encryption
from desktop.services.writing.actor import Actor
from tests.benchmarks import made_centre
from tests.benchmarks.measuring import Measured, median_ms
from tests.benchmarks.scanning import AT, begun
from tests.benchmarks.searching import fill, first_page
from tests.benchmarks.starting import OURS, _start

WORD = "青山绿水2026"
GOAL, KEY_MS = 1.3, 400
SCANS, PEOPLE, RUNS = 150, 20_000, 5
# Whoever signs in is quick: what is measured is the program.
SIGNED_IN = """
def given(box, act):
    box.form.set_values({"password": "青山绿水2026"})
    act(box)
    return 1
from desktop.ui.dialogs.key_dialog import KeyDialog
from desktop.ui.entrance.sign_in import SignInDialog
KeyDialog.exec = lambda self: given(self, KeyDialog.open_it)
SignInDialog.exec = lambda self: given(self, SignInDialog.sign_in)
"""
START = OURS.replace("    from desktop import app\n", "    from desktop import app\n    exec(SIGNED_IN)\n")


def measure(folder: Path) -> list[Measured]:
    """Each ratio, with the plain centre as the floor."""
    key, start = _starting(folder)
    return [key, start, _scanning(folder), _searching(folder)]


def _sealed(actor: Actor) -> None:
    if not accounts.has_password(actor):
        accounts.set_password(actor, actor.name, WORD)
    made = encryption.offer(actor)
    encryption.encrypt(actor, WORD, made, " ".join(made.groups), Progress())


def _scanning(folder: Path) -> Measured:
    took = {}
    for name in ("plain", "sealed"):
        actor, codes = begun(folder / f"scans-{name}")
        if name == "sealed":
            _sealed(actor)
        left = iter(codes)
        took[name] = median_ms(
            lambda actor=actor, left=left: scanning.scan(actor, next(left), "lunch", "dine_in", AT), SCANS
        )
        centres.close_centre()
        vault.forget()
    return Measured("scan, encrypted", took["sealed"], took["plain"], "the same plain", GOAL)


def _searching(folder: Path) -> Measured:
    place = DataFolder(folder / "search-sealed")
    actor = centres.initialise(place, centres.CentreDraft("中心", "530114", "chenggong", "", "甲"))
    fill(PEOPLE)
    plain = median_ms(lambda: first_page("王秀"), 25)
    _sealed(actor)
    sealed = median_ms(lambda: first_page("王秀"), 25)
    centres.close_centre()
    vault.forget()
    return Measured("search 20 000 by part, encrypted", sealed, plain, "the same plain", GOAL)


def _starting(folder: Path) -> tuple[Measured, Measured]:
    took, key = {}, 0.0
    for name in ("plain", "sealed"):
        place = made_centre.copy(folder / f"start-{name}", made_centre.SMALL)
        centres.open_centre(place)
        actor = accounts.system_actor()
        accounts.set_password(actor, actor.name, WORD)
        if name == "sealed":
            _sealed(actor)
        centres.close_centre()
        vault.forget()
        script = f"SIGNED_IN = {SIGNED_IN!r}\n{START}"
        _start(script, str(place.root))
        took[name] = median(_start(script, str(place.root))[0] for _ in range(RUNS))
        if name == "sealed":
            key = median_ms(lambda actor=actor, place=place: unlocking.unlock(place.database, actor.name, WORD), 3)
            vault.forget()
    return (
        Measured("the key, once a start", key, 0, "", KEY_MS, absolute=True),
        Measured("start, encrypted, without the key", took["sealed"] - key, took["plain"], "the same plain", GOAL),
    )
