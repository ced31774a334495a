"""A sync file of which one byte is not as it was written is refused, whoever changed it and however."""

import hashlib
import io
import json
import zipfile
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.core import canonical
from desktop.core.file_errors import SyncRefused
from desktop.core.storage_errors import FileMissing
from desktop.core.words import messages
from desktop.sync import container
from desktop.sync.container import member
from desktop.sync.read import check, read, verify

OFTEN = settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture
def data(exported):
    return exported.path.read_bytes()


def pack(members):
    """The bytes of an archive of these members."""
    out = io.BytesIO()
    container.pack(members, out)
    return out.getvalue()


def unpack(data):
    """The members of an archive."""
    return container.unpack(container.in_bytes(data), len(data))[0]


def refusal(data):
    with pytest.raises(SyncRefused) as caught:
        check(data, "SZ.shizhu")
    words = messages.sentence(caught.value)
    assert words.startswith("SZ.shizhu is refused: ") or "SZ.shizhu" in words
    return caught.value.reason, caught.value.part


def resealed(data, change, manifest=None):
    """Somebody who knows the format changes members and manifest and seals the file anew."""
    members = [(one.name, one.content()) for one in unpack(data)]
    found = canonical.read_line(members[0][1])
    if manifest is not None:
        manifest(found)
    members[0] = ("manifest.json", canonical.line(found))
    return pack([member(name, content) for name, content in change(members)])


def with_part(data, name, content):
    """Like resealed, with one part's content and what the manifest says of its bytes."""
    made = member(name, content)

    def entry(found):
        one = next(each for each in found["parts"] if each["name"] == name)
        one.update(bytes=len(content), sha256=hashlib.sha256(content).hexdigest())

    return resealed(
        data, lambda members: [(each, content if each == made.name else old) for each, old in members], entry
    )


def as_it_is(members):
    return members


def test_the_untouched_file_is_believed(data, exported):
    assert check(data, "SZ.shizhu").sha256 == exported.sha256
    assert resealed(data, as_it_is) == data


@OFTEN
@given(place=st.floats(0, 1, exclude_max=True), bit=st.integers(0, 7))
def test_any_flipped_bit_is_refused(data, place, bit):
    changed = bytearray(data)
    changed[int(place * len(data))] ^= 1 << bit
    refusal(bytes(changed))


@OFTEN
@given(length=st.floats(0, 1, exclude_max=True))
def test_any_cut_is_refused(data, length):
    assert refusal(data[: int(length * len(data))])[0] in {"cut", "not_a_sync_file"}


@OFTEN
@given(before=st.binary(max_size=40), after=st.binary(max_size=40))
def test_anything_before_or_after_is_refused(data, before, after):
    if before or after:
        refusal(before + data + after)


@OFTEN
@given(start=st.floats(0, 1), length=st.integers(1, 200), insert=st.binary(max_size=200))
def test_any_replaced_stretch_is_refused(data, start, length, insert):
    place = int(start * len(data))
    changed = data[:place] + insert + data[place + length :]
    if changed != data:
        refusal(changed)


@pytest.mark.parametrize("junk", [b"", b"PK", b"PK\3\4", b"PK\3\4" * 100, b"%PDF-1.7", b"\0" * 4096])
def test_other_files_are_refused(junk):
    assert refusal(junk)[0] in {"not_a_sync_file", "cut"}


@OFTEN
@given(junk=st.binary(max_size=300))
def test_even_sealed_rubbish_is_refused(junk):
    body = b"PK\3\4" + junk
    refusal(body + container._seal(hashlib.sha256(body).hexdigest()))


def test_a_file_that_another_program_packed_again_is_refused(exported, tmp_path):
    again = tmp_path / "again.shizhu"
    with zipfile.ZipFile(exported.path) as old, zipfile.ZipFile(again, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
    assert refusal(again.read_bytes())[0] == "changed"


def test_parts_in_another_order_are_refused(data):
    def swap(members):
        return [members[0], members[2], members[1], *members[3:]]

    assert refusal(resealed(data, swap)) == ("reordered", "")


def test_parts_in_another_order_that_the_manifest_agrees_with_are_refused(data):
    def swap(members):
        return [members[0], members[2], members[1], *members[3:]]

    def manifest(found):
        found["parts"][:2] = found["parts"][1::-1]

    assert refusal(resealed(data, swap, manifest)) == ("reordered", "")


def test_a_manifest_that_is_not_the_first_part_is_refused_and_so_is_a_file_without_one(data):
    def last(members):
        return [*members[1:], members[0]]

    def renamed(members):
        return [("inventory.json", members[0][1]), *members[1:]]

    assert refusal(resealed(data, last))[0] == "reordered"
    assert refusal(resealed(data, renamed))[0] == "not_a_sync_file"


def test_swapped_contents_are_refused(data):
    def swap(members):
        names = [name for name, _ in members]
        contents = [content for _, content in members]
        contents[1], contents[2] = contents[2], contents[1]
        return list(zip(names, contents, strict=True))

    assert refusal(resealed(data, swap)) == ("changed", "residents.jsonl")


def test_a_missing_part_is_refused(data):
    assert refusal(resealed(data, lambda members: members[:5] + members[6:])) == ("cut", "grades.jsonl")


def test_a_part_that_is_there_twice_is_refused(data):
    assert refusal(resealed(data, lambda members: [*members, members[3]])) == ("changed", "external_ids.jsonl")


def test_a_part_that_nobody_knows_is_refused(data):
    assert refusal(resealed(data, lambda members: [*members, ("more.jsonl", b"")])) == ("changed", "more.jsonl")


def test_swapped_rows_are_refused(data):
    lines = dict((one.name, one.content()) for one in unpack(data))["residents.jsonl"].splitlines(True)
    assert refusal(with_part(data, "residents.jsonl", b"".join(reversed(lines)))) == ("reordered", "residents.jsonl")
    twice = b"".join([*lines, lines[-1]])
    assert refusal(with_part(data, "residents.jsonl", twice)) == ("reordered", "residents.jsonl")


def test_a_row_less_than_the_manifest_counts_is_refused(data):
    lines = dict((one.name, one.content()) for one in unpack(data))["residents.jsonl"].splitlines(True)
    assert refusal(with_part(data, "residents.jsonl", b"".join(lines[1:]))) == ("counts_differ", "residents.jsonl")


def first_line(data, name):
    return next(one for one in unpack(data) if one.name == name).content().splitlines()[0]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda line: line.replace(b'{"', b'{"name":"x","', 1),
        lambda line: line.replace(b'"active":true', b'"active":NaN'),
        lambda line: line.replace(b'"active":true', b'"active":[1]'),
        lambda line: line.replace(b'"active":true', b'"active": true'),
        lambda line: line.replace(b'"active":true,', b""),
        lambda line: line.replace(b'"counter":', b'"counter":1e400,"countes":'),
        lambda line: line[:-1] + b',"zz":1}',
        lambda line: b"[" * 100_000,
        lambda line: b'"\\ud800"',
        lambda line: b"\xff\xfe",
        lambda line: b"",
    ],
    ids=["twice", "nan", "nested", "blank", "missing", "huge", "more", "deep", "surrogate", "not utf-8", "empty"],
)
def test_a_row_that_is_not_written_just_so_is_refused(data, spoil):
    line = first_line(data, "staff.jsonl")
    assert spoil(line) != line
    assert refusal(with_part(data, "staff.jsonl", spoil(line) + b"\n")) == ("changed", "staff.jsonl")


def test_a_last_line_without_its_end_is_refused(data):
    assert refusal(with_part(data, "staff.jsonl", first_line(data, "staff.jsonl")))[0] == "changed"


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda found: found.update(format=3), "newer"),
        (lambda found: found.update(format=3, parts=[], soul=1), "newer"),
        (lambda found: found.update(enc={"alg": "age"}), "newer"),
        (lambda found: found.update(sig={"alg": "ed25519"}), "newer"),
        (lambda found: found.update(format=True), "changed"),
        (lambda found: found.update(format=0), "changed"),
        (lambda found: found.update(sequence=0), "changed"),
        (lambda found: found.update(sequence=2), "changed"),
        (lambda found: found.update(previous_sha256="0" * 64), "changed"),
        (lambda found: found.update(period="full"), "changed"),
        (lambda found: found.update(period="2026-13"), "changed"),
        (lambda found: found.update(period=202610), "changed"),
        (lambda found: found.update(kind="week"), "changed"),
        (lambda found: found["centre"].update(number="53011"), "changed"),
        (lambda found: found["centre"].update(telephone="1"), "changed"),
        (lambda found: found["parts"][0].update(rows=-1), "changed"),
        (lambda found: found["parts"][0].update(rows=99), "counts_differ"),
        (lambda found: found["parts"][0].update(colour="red"), "changed"),
        (lambda found: found["parts"].pop(), "cut"),
        (lambda found: found.pop("program"), "changed"),
        (lambda found: found.update(more=1), "changed"),
    ],
)
def test_a_manifest_that_does_not_make_sense_is_refused(data, change, reason):
    assert refusal(resealed(data, as_it_is, change))[0] == reason


def test_a_later_format_with_members_of_its_own_is_told_from_a_damaged_one(data):
    def later(found):
        found.update(format=7)

    grown = resealed(data, lambda members: [members[0], ("sealed.age", b"x"), ("signature.json", b"y")], later)
    with pytest.raises(SyncRefused) as caught:
        check(grown, "SZ.shizhu")
    assert caught.value.reason == "newer"
    assert "newer version" in messages.sentence(caught.value)


def test_a_manifest_of_more_than_a_megabyte_is_refused_before_it_is_read(data):
    members = unpack(data)
    large = replace(members[0], size=(1 << 20) + 1)
    assert refusal(pack([large, *members[1:]])) == ("too_large", "manifest.json")
    fitting = member("manifest.json", b" " * (1 << 20))
    assert refusal(pack([fitting, *members[1:]]))[0] == "changed"


def test_a_part_that_would_fill_the_memory_is_refused_before_it_is_unpacked(data):
    members = unpack(data)
    bomb = replace(member("residents.jsonl", b"0" * 1_000_000), size=container.LARGEST_MEMBER + 1)
    assert refusal(pack([members[0], bomb, *members[2:]])) == ("too_large", "residents.jsonl")
    many = [replace(one, size=container.LARGEST_MEMBER) for one in members]
    assert refusal(pack(many))[0] == "too_large"


def test_a_part_that_unpacks_to_more_than_it_says_is_refused(data):
    members = unpack(data)
    liar = replace(member("residents.jsonl", b"0" * 1_000_000), size=10)
    assert refusal(pack([members[0], liar, *members[2:]])) == ("changed", "residents.jsonl")


def test_a_file_too_large_to_be_one_is_not_even_read(tmp_path):
    path = tmp_path / "SZ.shizhu"
    with path.open("wb") as file:
        file.truncate(container.LARGEST_FILE + 1)
    with pytest.raises(SyncRefused) as caught:
        read(path)
    assert caught.value.reason == "too_large"


def test_a_file_that_is_not_there_is_missing(tmp_path):
    with pytest.raises(FileMissing):
        verify(tmp_path / "SZ-530114-2026-10-0001.shizhu")


def test_reading_gives_back_what_was_written(exported):
    file = read(exported.path)
    for kind in ("residents", "meals", "visits"):
        lines = file.members[f"{kind}.jsonl"].content().splitlines()
        assert [json.loads(line) for line in lines] == list(file.rows(kind))
