"""The checks themselves, each a pure function of the evidence and the limits (rule ``visit_honesty``)."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise, product

from desktop.core.answers import HonestyKind
from desktop.core.trade import RegisterState, VisitContact, VisitMethod, VisitOutcome
from desktop.services.visits.honesty.entries import Entry, Evidence

# Said of a call, these words claim that somebody stood before the person.
_SEEN_WORDS = ("见到本人", "当面", "面见", "入户", "上门")
# Cancelled and moved out; who died has a check of their own.
_AWAY = frozenset({"", RegisterState.MOVED_OUT, RegisterState.CANCELLED})
_NO_CALL = frozenset({VisitMethod.PHONE, VisitMethod.REMOTE})


@dataclass(frozen=True)
class Suspicion:
    """What a check found: the visits, and the facts that its sentence prints; ``mark`` makes its key lasting."""

    kind: HonestyKind
    mark: str
    visits: tuple[Entry, ...]
    facts: Mapping[str, str]


Limits = Mapping[str, int]
Check = Callable[[Evidence, Limits], Iterator[Suspicion]]


def burst(evidence: Evidence, limits: Limits) -> Iterator[Suspicion]:
    """Many visits typed within minutes by one person, without a signed sheet to show for them."""
    by_person: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in evidence.entries:
        if entry.typed and not entry.proved and entry.supersedes_id is None:
            by_person[entry.entered_by].append(entry)
    window = dt.timedelta(minutes=limits["burst_minutes"])
    for name, typed in by_person.items():
        for group in _bursts(typed, window, limits["burst_visits"]):
            minutes = int((group[-1].entered_at - group[0].entered_at).total_seconds()) // 60 + 1
            facts = {"name": name, "count": str(len(group)), "minutes": str(minutes), "at": _moment(group[0])}
            yield Suspicion(HonestyKind.BURST, f"{name}/{group[0].id}/{len(group)}", tuple(group), facts)


def _bursts(typed: Sequence[Entry], window: dt.timedelta, least: int) -> Iterator[list[Entry]]:
    """The runs of entries of which each lies in some window with enough others."""
    crowded: set[int] = set()
    for index in range(len(typed) - least + 1):
        if typed[index + least - 1].entered_at - typed[index].entered_at <= window:
            crowded.update(range(index, index + least))
    for inside, run in groupby(range(len(typed)), crowded.__contains__):
        if inside:
            yield [typed[index] for index in run]


def same_words(evidence: Evidence, limits: Limits) -> Iterator[Suspicion]:
    """The same words about many people."""
    by_words: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in evidence.entries:
        if len(entry.words) >= limits["same_words_letters"]:
            by_words[entry.words].append(entry)
    for words, same in by_words.items():
        people = {entry.resident_id for entry in same}
        if len(people) >= limits["same_words_people"]:
            facts = {"words": words[:40], "count": str(len(people))}
            yield Suspicion(HonestyKind.SAME_WORDS, f"{words}/{len(people)}", tuple(same), facts)


def after_death(evidence: Evidence, _limits: Limits) -> Iterator[Suspicion]:
    """Somebody reached after the day of death."""
    for entry in _reached(evidence):
        died = _since(evidence, entry, "deceased")
        if died is not None and entry.day > died:
            yield _single(HonestyKind.AFTER_DEATH, entry, {"since": died.isoformat()})


def in_hospital(evidence: Evidence, _limits: Limits) -> Iterator[Suspicion]:
    """Somebody seen at home while on leave in hospital, or found in hospital on the same day."""
    found_there = {
        (entry.resident_id, entry.day) for entry in evidence.entries if entry.outcome == VisitOutcome.HOSPITAL
    }
    for entry in _reached(evidence):
        if entry.method != VisitMethod.HOME:
            continue
        spans = evidence.hospital.get(entry.resident_id, ())
        # On the first and the last day of a leave one may well be at home.
        if any(first < entry.day < last for first, last in spans) or (entry.resident_id, entry.day) in found_there:
            yield _single(HonestyKind.IN_HOSPITAL, entry, {})


def off_register(evidence: Evidence, _limits: Limits) -> Iterator[Suspicion]:
    """Somebody reached on a day on which they were not on register."""
    for entry in _reached(evidence):
        state = evidence.known.state_on(entry.resident_id, entry.day)
        if state in _AWAY:
            yield _single(HonestyKind.OFF_REGISTER, entry, {"state": state})


def phone_seen(evidence: Evidence, _limits: Limits) -> Iterator[Suspicion]:
    """A call in which somebody is said to have been seen."""
    for entry in _reached(evidence):
        claimed = entry.contact == VisitContact.SEEN or any(word in entry.words for word in _SEEN_WORDS)
        if entry.method in _NO_CALL and claimed:
            yield _single(HonestyKind.PHONE_SEEN, entry, {})


def two_places(evidence: Evidence, limits: Limits) -> Iterator[Suspicion]:
    """A visitor at two doors with too few minutes between, or at a door and on the phone in one minute."""
    walks, calls = _timed(evidence, VisitMethod.HOME), _timed(evidence, VisitMethod.PHONE)
    for (name, day), stops in walks.items():
        for one, other in pairwise(sorted(stops, key=lambda entry: (entry.at, entry.id))):
            gap = _minutes(other.at) - _minutes(one.at)
            if gap < limits["two_places_minutes"] and _apart(evidence, one, other):
                yield _twice(name, one, other)
        for stop, call in product(stops, calls.get((name, day), ())):
            if stop.at == call.at:
                yield _twice(name, stop, call)


def _timed(evidence: Evidence, method: VisitMethod) -> dict[tuple[str, dt.date], list[Entry]]:
    """The visits of one method that have a time, by visitor and day."""
    found: defaultdict[tuple[str, dt.date], list[Entry]] = defaultdict(list)
    for entry in evidence.entries:
        if entry.method == method and entry.at:
            for name in entry.visitors:
                found[name, entry.day].append(entry)
    return found


def _twice(name: str, one: Entry, other: Entry) -> Suspicion:
    facts = {"visitor": name, "day": one.day.isoformat(), "one": one.at, "other": other.at}
    return Suspicion(HonestyKind.TWO_PLACES, f"{name}/{one.id}/{other.id}", (one, other), facts)


def untimed(evidence: Evidence, limits: Limits) -> Iterator[Suspicion]:
    """A visitor's day with many visits that say no time: nothing can be held against another place."""
    found: defaultdict[tuple[str, dt.date], list[Entry]] = defaultdict(list)
    # What was typed in a burst is asked about as that.
    told = {entry.id for one in burst(evidence, limits) for entry in one.visits}
    for entry in _reached(evidence):
        if entry.typed and not entry.proved and not entry.at and entry.id not in told:
            for name in entry.visitors:
                found[name, entry.day].append(entry)
    for (name, day), visits in found.items():
        if len(visits) >= limits["burst_visits"]:
            facts = {"visitor": name, "day": day.isoformat(), "count": str(len(visits))}
            yield Suspicion(HonestyKind.UNTIMED, f"{name}/{day}/{len(visits)}", tuple(visits), facts)


def last_evening(evidence: Evidence, limits: Limits) -> Iterator[Suspicion]:
    """The month reached 100 % only by what was typed on its last evening or later."""
    from_moment = dt.datetime.combine(evidence.month.last, dt.time(limits["last_evening_hour"]))
    first: dict[int, Entry] = {}
    for entry in _reached(evidence):
        first.setdefault(entry.resident_id, entry)
    late = [entry for entry in first.values() if entry.typed and entry.entered_at >= from_moment]
    enough = len(late) >= limits["last_evening_people"] and len(late) * 100 >= limits["last_evening_share"] * len(first)
    if enough:
        facts = {"count": str(len(late)), "total": str(len(first)), "from": f"{from_moment:%Y-%m-%d %H:%M}"}
        yield Suspicion(HonestyKind.LAST_EVENING, f"{evidence.month}/{len(late)}", tuple(late), facts)


def _reached(evidence: Evidence) -> Iterable[Entry]:
    return (
        entry
        for entry in evidence.entries
        if entry.outcome == VisitOutcome.REACHED and entry.resident_id in evidence.known.people
    )


def _single(kind: HonestyKind, entry: Entry, facts: Mapping[str, str]) -> Suspicion:
    return Suspicion(kind, str(entry.id), (entry,), {"day": entry.day.isoformat(), **facts})


def _since(evidence: Evidence, entry: Entry, state: str) -> dt.date | None:
    for event in evidence.known.events.get(entry.resident_id, ()):
        if event.state == state:
            return event.on
    return None


def _apart(evidence: Evidence, one: Entry, other: Entry) -> bool:
    here, there = (evidence.doors.get(entry.resident_id) for entry in (one, other))
    # Neighbours in one building may be seen in one go; what has no building is compared by the community.
    return here is not None and there is not None and here.key[:2] != there.key[:2]


def _minutes(at: str) -> int:
    return int(at[:2]) * 60 + int(at[3:5])


def _moment(entry: Entry) -> str:
    return f"{entry.entered_at:%Y-%m-%d %H:%M}"
