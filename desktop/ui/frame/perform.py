"""The one way in which a page writes: call, tell, and say what came of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol, TypeVar, cast, runtime_checkable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from desktop.core.errors import FieldError, InvalidDraft, ShizhuError, StorageError
from desktop.core.progress import Progress
from desktop.core.words.messages import sentence
from desktop.services.writing import done
from desktop.services.writing.done import Done
from desktop.services.writing.going_out import handed_by
from desktop.ui.answer import answer
from desktop.ui.frame.bus import Bus, Topic
from desktop.ui.frame.jobs import Jobs
from desktop.ui.frame.session import Session
from desktop.ui.look.theme import Tone
from desktop.ui.widgets.asking import around
from desktop.ui.widgets.strips import MessageStrip, ToastLine

T = TypeVar("T")
ShowFields = Callable[[list[FieldError]], object]
# What one can do instead of what was refused: words for a button, and what it does.
WaysOut = Callable[[ShizhuError], Mapping[str, Callable[[], object]]]


@runtime_checkable
class HasStrip(Protocol):
    """A page, form or dialog that shows sentences."""

    strip: MessageStrip


@runtime_checkable
class HasSession(Protocol):
    """What works on the data of a session: a page, a section of one, the window."""

    session: Session


class HasDeeds(Protocol):
    """Whoever takes acts back."""

    def note(self, act: Done, words: str, then: Callable[[], object] | None = None) -> None:
        """Remember what a page said of an act."""

    def take_back(self, act: Done) -> None:
        """Take an act back."""

    def take_back_last(self) -> None:
        """Take the last act back."""


@runtime_checkable
class HasToast(Protocol):
    """The window, which says what was done and tells everybody."""

    toast: ToastLine
    bus: Bus
    jobs: Jobs
    deeds: HasDeeds


@dataclass(frozen=True)
class Told:
    """What to tell after a success: topics and a line; ``after_undo`` is called once the act was taken back."""

    changes: Topic = Topic.NOTHING
    done_text: str = ""
    after_undo: Callable[[], object] | None = None


@dataclass(frozen=True)
class Refused:
    """What is done with a refusal besides saying it: errors stand beside their fields, ways out beside the sentence."""

    show_fields: ShowFields | None = None
    ways_out: WaysOut | None = None


def perform(
    widget: QWidget,
    call: Callable[[], T],
    changes: Topic = Topic.NOTHING,
    done_text: str = "",
    on_invalid: ShowFields | Refused | None = None,
    after_undo: Callable[[], object] | None = None,
) -> T | None:
    """Do ``call``; its result, or None with a sentence in the page when it was refused.

    On success ``changes`` is told on the bus and ``done_text`` stands at the bottom, with an undo when something was
    written; ``after_undo`` is called once that was taken back. ``on_invalid`` is given the field errors of a draft, as
    part of a ``Refused`` beside what can be done instead. A call that returns nothing: see ``succeeds``.
    """
    handed = _by_who_acts(widget)
    result = answer(lambda: noted(lambda: handed(call)))
    if isinstance(result, ShizhuError):
        show_trouble(widget, result, on_invalid)
        return None
    found, act = result
    _after(widget, act, Told(changes, done_text, after_undo))
    return found


def succeeds(
    widget: QWidget,
    call: Callable[[], object],
    changes: Topic = Topic.NOTHING,
    done_text: str = "",
    on_invalid: ShowFields | Refused | None = None,
    after_undo: Callable[[], object] | None = None,
) -> bool:
    """``perform`` for a call whose result does not matter: whether it was done."""

    def called() -> tuple[object]:
        return (call(),)

    return perform(widget, called, changes, done_text, on_invalid, after_undo) is not None


def reading(widget: QWidget, call: Callable[[], object]) -> bool:
    """Do something that only reads and shows; nothing is told, an older message stays. Whether it went well."""
    result = answer(call)
    if isinstance(result, ShizhuError):
        show_trouble(widget, result)
        return False
    return True


def perform_job(
    widget: QWidget,
    title: str,
    call: Callable[[Progress], T],
    then: Callable[[T], object] | None = None,
    told: Told | None = None,
) -> None:
    """``perform`` for long work: runs in the worker thread, ``then`` gets the result in this one."""
    window = window_near(widget)
    if window is None:
        raise LookupError("the widget stands in no window")
    what, handed = told or Told(), _by_who_acts(widget)

    def place() -> QWidget:
        # The view in which it began may have been left meanwhile.
        return widget if isValid(widget) else cast(QWidget, window)

    def after(result: tuple[T, Done | None]) -> None:
        found, act = result
        _after(place(), act, what)
        if then is not None and _is_there(then):
            then(found)

    def work(progress: Progress) -> tuple[T, Done | None]:
        return noted(lambda: handed(lambda: call(progress)))

    def failed(error: ShizhuError) -> None:
        if isValid(widget):
            show_trouble(widget, error)
        else:
            window.toast.say(sentence(error))

    window.jobs.start(title, work, after, failed)


def _is_there(call: Callable[..., object]) -> bool:
    """Whether the widget whose method this is was not closed while the job ran."""
    whose = getattr(call, "__self__", None)
    return not isinstance(whose, QObject) or isValid(whose)


def noted(call: Callable[[], T]) -> tuple[T, Done | None]:
    """The result of a call, and what it wrote; None when it wrote nothing that somebody could take back."""
    before = done.latest()
    result = call()
    act = done.latest()
    return result, act if act is not before else None


def show_trouble(widget: QWidget, error: ShizhuError, on_invalid: ShowFields | Refused | None = None) -> None:
    """Say what went wrong where the person looks: beside the fields, or in the nearest message strip.

    Where there is something to do instead, the keyboard stands on it.
    """
    refused = on_invalid if isinstance(on_invalid, Refused) else Refused(on_invalid)
    if isinstance(error, InvalidDraft) and refused.show_fields is not None:
        refused.show_fields(error.fields)
        return
    strip = strip_near(widget)
    if strip is not None:
        ways = refused.ways_out(error) if refused.ways_out is not None else {}
        strip.say(sentence(error), Tone.ATTENTION if isinstance(error, StorageError) else Tone.DANGER, ways)
        strip.refused = True
        if ways:
            strip.take_keyboard()


def strip_near(widget: QWidget) -> MessageStrip | None:
    """The message strip of the form, page or dialog that the widget stands in."""
    return next((place.strip for place in around(widget) if isinstance(place, HasStrip)), None)


def window_near(widget: QWidget) -> HasToast | None:
    """The window around the widget, dialogs included."""
    return next((place for place in around(widget) if isinstance(place, HasToast)), None)


def session_near(widget: QWidget) -> Session | None:
    """The session of the page, dialog or window that the widget stands in."""
    return next((place.session for place in around(widget) if isinstance(place, HasSession)), None)


def _by_who_acts(widget: QWidget) -> Callable[[Callable[[], T]], T]:
    """Does a call so that whatever it writes to a file goes out by who acts here, in whichever thread."""
    session = session_near(widget)

    def handed(call: Callable[[], T]) -> T:
        if session is None:
            return call()
        with handed_by(session.actor):
            return call()

    return handed


def _after(widget: QWidget, act: Done | None, told: Told) -> None:
    # In the box, in the page that it stands over, and beside them, as in a panel: what was refused before is not said
    # of what was done.
    place = widget
    for place in around(widget):
        if isinstance(place, HasStrip):
            place.strip.clear()
    for strip in place.findChildren(MessageStrip):
        if strip.refused and not strip.isHidden():
            strip.clear()
    window = window_near(widget)
    if window is None:
        return
    window.bus.tell(told.changes)
    if act is not None:
        window.deeds.note(act, told.done_text, told.after_undo)
    if told.done_text:
        deeds = window.deeds
        window.toast.say(told.done_text, None if act is None else lambda: deeds.take_back(act))
