"""Thousands of sync files that somebody spoiled: each is refused with a sentence, or read as exactly what it holds.

Half of them are spoiled from outside: bits, cuts, other programs. Half are made anew by somebody who knows the format,
with every hash and count put right, so that only what the rows say is left to be looked at.
"""

import hashlib
import io
import itertools
import json
import random
import struct
import time
import tracemalloc
import zipfile
from collections import Counter

import pytest

from desktop.core import canonical
from desktop.core.file_errors import SyncRefused
from desktop.core.words import messages
from desktop.sync import container
from desktop.sync.container import member
from desktop.sync.format import FIGURES, PARTS
from desktop.sync.read import check
from tests.unit.sync.test_read import pack, unpack

SEED = 20261128
COUNTS = [pytest.param(200, marks=pytest.mark.slow), pytest.param(2_000, marks=pytest.mark.nightly)]
# Of one file, which is some ten kilobytes packed; and of one that was made to fill the memory.
SECONDS, MEMORY, BOMB_MEMORY = 5, 32 << 20, 256 << 20
ODD = (None, "", "x", 0, -1, 7, 1 << 63, 1 << 70, 1.5, 1e300, True, [], [1], {}, {"a": 1}, "2026-10-31", "2026-02-30")


@pytest.fixture
def data(exported):
    return exported.path.read_bytes()


def sealed(body):
    """Bytes under a seal that fits them, whatever they are."""
    return body + container._seal(hashlib.sha256(body).hexdigest())


def body_of(data):
    return data[: -container._TRAILER_LENGTH]


def flipped(data, chance):
    changed = bytearray(data)
    for _ in range(chance.randint(1, 20)):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def stretch(data, chance):
    start = chance.randrange(len(data))
    return data[:start] + chance.randbytes(chance.randint(0, 99)) + data[start + chance.randint(0, 99) :]


def cut(data, chance):
    return data[: chance.randrange(len(data))]


def flipped_and_sealed(data, chance):
    return sealed(flipped(body_of(data), chance))


def stretched_and_sealed(data, chance):
    return sealed(stretch(body_of(data), chance))


def cut_and_sealed(data, chance):
    return sealed(cut(body_of(data), chance))


def packed_again(data, chance):
    """By a program that packs in its own way, sealed as if it knew."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", chance.choice((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED))) as new:
        for one in unpack(data):
            new.writestr(chance.choice((one.name, f"../{one.name}", one.name.upper())), one.content())
    return sealed(out.getvalue())


def head_changed(data, chance):
    """A field of the head of a member, such as its size, its check sum or the length of its name."""
    body = bytearray(body_of(data))
    heads = [place for place in range(len(body)) if body[place : place + 4] in (b"PK\3\4", b"PK\1\2", b"PK\5\6")]
    place = chance.choice(heads) + chance.choice((4, 6, 8, 10, 14, 18, 22, 26, 28))
    struct.pack_into(
        "<H", body, min(place, len(body) - 2), chance.choice((0, 1, 8, 9, 0xFFFF, chance.randrange(1 << 16)))
    )
    return sealed(bytes(body))


def twice(data, chance):
    """Two archives behind each other, of which a careless program reads the second one."""
    return sealed(body_of(data) + body_of(data)[chance.randrange(2) :])


def parted(change):
    """A change of the members, ``{name: content}`` or pairs, with manifest, hashes and seal put right."""

    def made(data, chance):
        members = [(one.name, one.content()) for one in unpack(data)]
        manifest = canonical.read_line(members[0][1])
        changed = change(members[1:], manifest, chance)
        known = {entry["name"]: entry for entry in manifest["parts"]}
        for name, content in changed:
            if name in known:
                rows = len(json.loads(content)) if name == FIGURES and is_list(content) else content.count(b"\n")
                known[name].update(bytes=len(content), sha256=hashlib.sha256(content).hexdigest(), rows=rows)
        return pack([member("manifest.json", canonical.line(manifest)), *(member(*one) for one in changed)])

    return made


def is_list(content):
    try:
        return isinstance(json.loads(content), list)
    except (ValueError, RecursionError):
        return False


def filled(parts, chance):
    """The place of a part that has rows."""
    return chance.choice([place for place, (name, content) in enumerate(parts) if content and name != FIGURES])


def with_lines(parts, chance, change):
    place = filled(parts, chance)
    name, content = parts[place]
    lines = content.splitlines(keepends=True)
    return [*parts[:place], (name, b"".join(change(lines))), *parts[place + 1 :]]


def lines_swapped(parts, manifest, chance):
    return with_lines(parts, chance, lambda lines: chance.sample(lines, len(lines)))


def line_twice(parts, manifest, chance):
    return with_lines(parts, chance, lambda lines: sorted([*lines, chance.choice(lines)]))


def line_less(parts, manifest, chance):
    return with_lines(parts, chance, lambda lines: lines[1:])


def line_of_another(parts, manifest, chance):
    other = parts[filled(parts, chance)][1].splitlines(keepends=True)
    return with_lines(parts, chance, lambda lines: [*lines, chance.choice(other)])


def line_spoiled(parts, manifest, chance):
    def spoil(lines):
        place = chance.randrange(len(lines))
        return [*lines[:place], flipped(lines[place], chance), *lines[place + 1 :]]

    return with_lines(parts, chance, spoil)


def line_respelt(parts, manifest, chance):
    """The same row in another spelling: blanks, other order, escapes, a key twice."""

    def spell(lines):
        row = json.loads(lines[0])
        first = chance.choice(
            (
                json.dumps(row, ensure_ascii=False),
                json.dumps(row, sort_keys=True, separators=(",", ":")),
                '{"uid":"x",' + lines[0].decode()[1:].rstrip("\n"),
                lines[0].decode().rstrip("\n") + "\r",
                "[" * 50_000,
            )
        )
        return [first.encode() + b"\n", *lines[1:]]

    return with_lines(parts, chance, spell)


def value_changed(parts, manifest, chance):
    """One value, by another one of its column, of another column or by something odd."""

    def change(lines):
        place = chance.randrange(len(lines))
        row = json.loads(lines[place])
        others = [json.loads(line) for line in lines]
        key = chance.choice(sorted(row))
        row[key] = chance.choice((chance.choice(others)[key], chance.choice(list(row.values())), chance.choice(ODD)))
        return [*lines[:place], canonical.line(row), *lines[place + 1 :]]

    return with_lines(parts, chance, change)


def key_changed(parts, manifest, chance):
    def change(lines):
        row = json.loads(lines[0])
        key = chance.choice(sorted(row))
        value = row.pop(key)
        if chance.random() < 0.5:
            row[key + "2"] = value
        return [canonical.line(row), *lines[1:]]

    return with_lines(parts, chance, change)


def parts_moved(parts, manifest, chance):
    moved = list(parts)
    one = moved.pop(chance.randrange(len(moved)))
    how = chance.randrange(4)
    if how == 0:
        moved.insert(chance.randrange(len(moved)), one)
        if chance.random() < 0.5:
            entries = {entry["name"]: entry for entry in manifest["parts"]}
            manifest["parts"] = [entries[name] for name, _ in moved]
    elif how == 1:
        moved = [*parts, one]
    elif how == 2:
        moved.append(("more.jsonl", one[1]))
    return moved


def contents_swapped(parts, manifest, chance):
    first, second = chance.sample(range(len(parts)), 2)
    changed = [list(one) for one in parts]
    changed[first][1], changed[second][1] = changed[second][1], changed[first][1]
    return [(name, content) for name, content in changed]


def manifest_changed(parts, manifest, chance):
    place = chance.choice((manifest, manifest["centre"], chance.choice(manifest["parts"]), manifest["log"] or manifest))
    place[chance.choice([*place, "more"])] = chance.choice(
        (*ODD, "2026-09", "full", "month", "530999", "0" * 64, 2, manifest["sequence"], manifest["period"])
    )
    if not isinstance(manifest.get("parts"), list):
        manifest["parts"] = []
    manifest["parts"] = [one for one in manifest["parts"] if isinstance(one, dict) and isinstance(one.get("name"), str)]
    return parts


def figures_changed(parts, manifest, chance):
    at = next((at for at, one in enumerate(parts) if one[0] == FIGURES), len(parts) - 1)
    name, content = parts[at]

    def with_figures(found):
        return [*parts[:at], (name, canonical.line(found)), *parts[at + 1 :]]

    found = json.loads(content)
    if chance.random() < 0.3:
        return with_figures(chance.choice((*ODD, [*found, *found], [])))
    place = found[0]
    while isinstance(place, dict) and place:
        key = chance.choice(sorted(place))
        if not isinstance(place[key], dict) or chance.random() < 0.3:
            place[key] = chance.choice(ODD)
            break
        place = place[key]
    return with_figures(found)


# Who does not know the format can only be refused.
FROM_OUTSIDE = (
    *(flipped, stretch, cut, flipped_and_sealed, stretched_and_sealed, cut_and_sealed),
    *(packed_again, head_changed, twice),
)
FROM_INSIDE = (
    *(lines_swapped, line_twice, line_less, line_of_another, line_spoiled, line_respelt, value_changed, value_changed),
    *(key_changed, parts_moved, contents_swapped, manifest_changed, figures_changed),
)


def spoiled(data, number):
    """The file spoiled in the way of this number; whether it can only be refused."""
    chance = random.Random(f"{SEED} {number}")
    ways = FROM_INSIDE if number % 2 else FROM_OUTSIDE
    way = ways[number // 2 % len(ways)]
    return way.__name__, (parted(way) if number % 2 else way)(data, chance)


def hold(found, data):
    """What was read is what another program finds in the same bytes."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        held = {name: archive.read(name) for name in archive.namelist()}
    assert list(held) == ["manifest.json", *found.manifest.part_names]
    assert found.sha256 == hashlib.sha256(data).hexdigest()
    manifest = json.loads(held["manifest.json"])
    assert found.manifest.as_json() == manifest
    for part in PARTS:
        rows = [json.loads(line) for line in held[part.name].splitlines()]
        assert list(found.rows(part.kind)) == rows
        assert [row["uid"] for row in rows] == sorted({row["uid"] for row in rows})
        assert all(row.keys() == part.keys for row in rows)
    assert found.figures == json.loads(held[FIGURES])
    counted = {entry["name"]: entry["rows"] for entry in manifest["parts"]}
    lines = [name for name in found.manifest.part_names if name.endswith(".jsonl")]
    assert counted == {name: len(list(found.rows(name[:-6]))) for name in lines} | {FIGURES: len(found.figures)}


def answer(data):
    """What the check says, within its bounds of time and memory: the file, or the reason it is refused for."""
    tracemalloc.reset_peak()
    begin = time.process_time()
    try:
        return check(data, "SZ.shizhu"), ""
    except SyncRefused as refused:
        words = messages.sentence(refused)
        assert "SZ.shizhu" in words and "{" not in words and "\n" not in words
        return None, str(refused.reason)
    finally:
        assert time.process_time() - begin < SECONDS


@pytest.fixture
def traced():
    tracemalloc.start()
    yield
    tracemalloc.stop()


@pytest.mark.parametrize("count", COUNTS)
def test_spoiled_files_are_refused_with_a_sentence_or_read_as_what_they_hold(data, count, traced):
    reasons, read, worst = Counter(), Counter(), 0
    # Some changes change nothing, such as a line that is swapped with itself.
    made = ((number, *spoiled(data, number)) for number in itertools.count())
    for number, way, changed in itertools.islice((one for one in made if one[2] != data), count):
        before = tracemalloc.get_traced_memory()[0]
        found, reason = answer(changed)
        worst = max(worst, tracemalloc.get_traced_memory()[1] - before)
        assert number % 2 or found is None, f"{number} {way}: spoiled from outside and believed"
        if found is None:
            reasons[reason] += 1
        else:
            read[way] += 1
            hold(found, changed)
    print(f"{count} spoiled sync files: {reasons.total()} refused {dict(reasons)},")
    print(f"{read.total()} read as held {dict(read)}, 0 uncaught, {worst / 1e6:.1f} MB at most")
    assert worst < MEMORY
    assert reasons.total() + read.total() == count
    assert {"changed", "cut", "reordered", "wrong_value"} <= set(reasons)
    # Where nothing is believed, nothing was read either.
    assert read["value_changed"]


def anew(data, name, content):
    return parted(lambda parts, manifest, chance: [(one, content if one == name else old) for one, old in parts])(
        data, random.Random(SEED)
    )


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("staff.jsonl", b"[]\n" * 5_000_000, "changed"),
        ("staff.jsonl", b"[" + b",".join([b"[]"] * 1_300_000) + b"]\n", "changed"),
        ("staff.jsonl", b"0" * (5 << 20) + b"\n", "too_large"),
        ("staff.jsonl", bytes(100 << 20), "too_large"),
        (FIGURES, b"[" + b",".join([b"{}"] * 2_000_000) + b"]\n", "too_large"),
        (FIGURES, b"[" + b",".join([b"{}"] * 900_000) + b"]\n", "other_period"),
        (FIGURES, b'["' + b"a" * (20 << 20) + b'"]\n', "too_large"),
        (FIGURES, b'["' + b"a" * (15 << 20) + b'"]\n', "changed"),
    ],
    ids=["rows", "a row", "a line", "zeros", "figures", "many figures", "a figure", "a long figure"],
)
def test_a_small_file_that_unpacks_to_very_much_costs_little(data, name, content, reason, traced):
    bomb = anew(data, name, content)
    assert len(bomb) < 200_000
    before = tracemalloc.get_traced_memory()[0]
    assert answer(bomb) == (None, reason)
    assert tracemalloc.get_traced_memory()[1] - before < BOMB_MEMORY
