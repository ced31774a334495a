"""The one way in which a page writes: call, tell, and say what came of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar, runtime_checkable

from PySide6.QtWidgets import QDialog, QWidget

from desktop.core.errors import FieldError, InvalidDraft, ShizhuError, StorageError
from desktop.core.i18n import translate
from desktop.core.progress import Progress
from desktop.core.words.messages import sentence
from desktop.ui.answer import answer
from desktop.ui.frame.bus import Bus, Topic
from desktop.ui.frame.jobs import Jobs
from desktop.ui.look.theme import Tone
from desktop.ui.widgets.strips import MessageStrip, ToastLine

T = TypeVar("T")
Undo = Callable[[T], object]
ShowFields = Callable[[list[FieldError]], object]


@runtime_checkable
class HasStrip(Protocol):
    """A page, form or dialog that shows sentences."""

    strip: MessageStrip


@runtime_checkable
class HasToast(Protocol):
    """The window, which says what was done and tells everybody."""

    toast: ToastLine
    bus: Bus
    jobs: Jobs


@dataclass(frozen=True)
class Told(Generic[T]):
    """What to tell after a success: topics, a line, and how to take it back."""

    changes: Topic = Topic.NOTHING
    done_text: str = ""
    undo: Undo[T] | None = None


def perform(
    widget: QWidget,
    call: Callable[[], T],
    changes: Topic = Topic.NOTHING,
    done_text: str = "",
    undo: Undo[T] | None = None,
    on_invalid: ShowFields | None = None,
) -> T | None:
    """Do ``call``; its result, or None with a sentence in the page when it was refused.

    On success ``changes`` is told on the bus and ``done_text`` stands at the bottom with an undo, which gets the
    result. ``on_invalid`` is given the field errors of a draft. A call that returns nothing: see ``succeeds``.
    """
    result = answer(call)
    if isinstance(result, ShizhuError):
        show_trouble(widget, result, on_invalid)
        return None
    _after(widget, result, Told(changes, done_text, undo))
    return result


def succeeds(
    widget: QWidget,
    call: Callable[[], object],
    changes: Topic = Topic.NOTHING,
    done_text: str = "",
    undo: Undo[object] | None = None,
    on_invalid: ShowFields | None = None,
) -> bool:
    """``perform`` for a call whose result does not matter: whether it was done."""

    def called() -> tuple[object]:
        return (call(),)

    taking_back = (lambda result: undo(result[0])) if undo is not None else None
    return perform(widget, called, changes, done_text, taking_back, on_invalid) is not None


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
    told: Told[T] | None = None,
) -> None:
    """``perform`` for long work: runs in the worker thread, ``then`` gets the result in this one."""
    window = window_near(widget)
    if window is None:
        raise LookupError("the widget stands in no window")
    what = told or Told()

    def done(result: T) -> None:
        _after(widget, result, what)
        if then is not None:
            then(result)

    window.jobs.start(title, call, done, lambda error: show_trouble(widget, error))


def show_trouble(widget: QWidget, error: ShizhuError, on_invalid: ShowFields | None = None) -> None:
    """Say what went wrong where the person looks: beside the fields, or in the nearest message strip."""
    if isinstance(error, InvalidDraft) and on_invalid is not None:
        on_invalid(error.fields)
        return
    strip = strip_near(widget)
    if strip is not None:
        strip.say(sentence(error), Tone.ATTENTION if isinstance(error, StorageError) else Tone.DANGER)


def _around(widget: QWidget) -> Iterator[QWidget]:
    place: QWidget | None = widget
    while place is not None:
        yield place
        place = place.parentWidget()


def strip_near(widget: QWidget) -> MessageStrip | None:
    """The message strip of the form, page or dialog that the widget stands in."""
    return next((place.strip for place in _around(widget) if isinstance(place, HasStrip)), None)


def window_near(widget: QWidget) -> HasToast | None:
    """The window around the widget, dialogs included."""
    return next((place for place in _around(widget) if isinstance(place, HasToast)), None)


def _after(widget: QWidget, result: T, told: Told[T]) -> None:
    # In the box and in the page that it stands over: what was refused before is not said of what was done.
    for place in _around(widget):
        if isinstance(place, HasStrip):
            place.strip.clear()
    window = window_near(widget)
    if window is None:
        return
    window.bus.tell(told.changes)
    if told.done_text:
        window.toast.say(told.done_text, _undoing(widget, result, told))


def _undoing(widget: QWidget, result: T, told: Told[T]) -> Callable[[], object] | None:
    undo = told.undo
    if undo is None:
        return None
    words = translate("Perform", "Taken back: {what}").format(what=told.done_text)
    lasting = _lasting(widget)
    return lambda: succeeds(lasting, lambda: undo(result), told.changes, words)


def _lasting(widget: QWidget) -> QWidget:
    """Where trouble with taking back is said: a box is gone by then, the page that it stood over is not."""
    found = widget
    for place in _around(widget):
        parent = place.parentWidget()
        if isinstance(place, QDialog) and parent is not None:
            found = parent
    return found
