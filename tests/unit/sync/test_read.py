"""A sync file of which one byte is not as it was written is refused, whoever changed it and however."""

import hashlib
import io
import json
import re
import tracemalloc
import zipfile
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.core import canonical
from desktop.core.file_errors import SyncRefused
from desktop.core.storage_errors import FileMissing
from desktop.core.words import messages
from desktop.models import query
from desktop.sync import container, values
from desktop.sync.container import member
from desktop.sync.format import PARTS
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
        (lambda found: found.update(format=4), "newer"),
        (lambda found: found.update(format=4, parts=[], soul=1), "newer"),
        (lambda found: found.update(format=2, enc={"alg": "age"}), "newer"),
        (lambda found: found.update(format=2, sig={"alg": "ed25519"}), "newer"),
        (lambda found: found["alg"].update(sign="sm2"), "newer"),
        (lambda found: found["alg"].update(seal="sm4"), "newer"),
        (lambda found: found.update(alg=[]), "changed"),
        (lambda found: found.update(enc={"alg": "age"}), "changed"),
        (lambda found: found.update(sig={"alg": "ed25519"}), "changed"),
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


def with_row(data, name, change, period=None):
    """Somebody who knows the format makes the file anew with another first row of a part, or for another period."""
    made = with_part(data, name, changed_first(data, name, change))
    return resealed(made, as_it_is, lambda found: found.update(period=period or found["period"]))


def changed_first(data, name, change):
    lines = next(one.content() for one in unpack(data) if one.name == name).splitlines(keepends=True)
    row = canonical.read_line(lines[0])
    row.update(change)
    return b"".join([canonical.line(row), *lines[1:]])


@pytest.mark.parametrize(
    ("kind", "change"),
    [
        ("residents", {"born_on": 5}),
        ("residents", {"born_on": "1944-02-30"}),
        ("residents", {"born_on": "1944-3-5"}),
        ("residents", {"sex": "f"}),
        ("residents", {"sex": None}),
        ("residents", {"name": None}),
        ("residents", {"health_record": 1}),
        ("residents", {"counter": "7"}),
        ("residents", {"counter": True}),
        ("residents", {"station": 1 << 63}),
        ("residents", {"voided_at": 0}),
        ("visits", {"outcome": ""}),
        ("visits", {"health": "bad"}),
        ("visits", {"visited_on": None}),
        ("visits", {"resident": 4}),
        ("visit_needs", {"type": "singing"}),
        ("meals", {"price_fen": "15.00"}),
        ("meals", {"price_fen": None}),
        ("beds", {"state": "broken"}),
        ("excusals", {"month": "2026-10-01"}),
        ("staff", {"active": None}),
        ("staff", {"role": "owner"}),
    ],
    ids=str,
)
def test_a_value_that_cannot_be_is_named_by_part_and_line(data, kind, change):
    with pytest.raises(SyncRefused) as caught:
        check(with_row(data, f"{kind}.jsonl", change), "SZ.shizhu")
    assert (caught.value.reason, caught.value.part, caught.value.line) == ("wrong_value", f"{kind}.jsonl", 1)
    assert messages.sentence(caught.value).endswith(f"({kind}.jsonl, line 1)")


def test_codes_of_a_later_schema_are_left_to_a_later_program_and_types_are_not(data):
    def later(found):
        found.update(schema="9999_later")

    check(resealed(with_row(data, "staff.jsonl", {"role": "cook"}), as_it_is, later), "SZ.shizhu")
    for change in ({"role": 1}, {"role": None}):
        assert refusal(resealed(with_row(data, "staff.jsonl", change), as_it_is, later))[0] == "wrong_value"


@pytest.mark.parametrize(
    ("kind", "change"),
    [
        ("visits", {"visited_on": "2026-09-30"}),
        ("visits", {"visited_on": "2026-11-01"}),
        ("help_services", {"service_on": "2026-09-30"}),
        ("meals", {"eaten_on": "2026-11-01"}),
        ("risks", {"found_on": "2026-11-01"}),
        ("risks", {"found_on": "2026-09-01", "closed_on": "2026-09-30"}),
        ("stays", {"from_on": "2026-11-01"}),
        ("stays", {"to_on": "2026-09-30"}),
        ("leaves", {"to_on": "2026-09-30", "from_on": "2026-09-29"}),
        ("excusals", {"month": "2026-09"}),
    ],
    ids=str,
)
def test_a_row_of_another_month_is_named_by_part_and_line(data, kind, change):
    with pytest.raises(SyncRefused) as caught:
        check(with_row(data, f"{kind}.jsonl", change), "SZ.shizhu")
    assert (caught.value.reason, caught.value.part, caught.value.line) == ("other_period", f"{kind}.jsonl", 1)


def test_october_under_the_name_of_another_month_is_refused(data):
    for period in ("2026-09", "2026-11"):
        assert refusal(resealed(data, as_it_is, lambda found, to=period: found.update(period=to)))[0] == "other_period"


def test_figures_and_versions_of_another_month_are_refused(data):
    (figures,) = canonical.read_line(next(one.content() for one in unpack(data) if one.name == "figures.json"))
    other = with_part(data, "figures.json", canonical.line([{**figures, "month": "2026-09"}]))
    assert refusal(other) == ("other_period", "figures.json")
    closed = {"month": "2026-09", "version": 1, "sha256": "0" * 64, "log": None}
    assert refusal(resealed(data, as_it_is, lambda found: found.update(closed=[closed]))) == (
        "changed",
        "manifest.json",
    )


def test_the_last_and_the_first_day_of_the_month_are_of_it(data):
    for day in ("2026-10-01", "2026-10-31"):
        check(with_row(data, "visits.jsonl", {"visited_on": day}), "SZ.shizhu")
    check(with_row(data, "stays.jsonl", {"to_on": "2026-10-01"}), "SZ.shizhu")
    check(with_row(data, "risks.jsonl", {"found_on": "2026-10-31"}), "SZ.shizhu")


def test_types_nulls_and_codes_are_those_of_the_database(folder, actor):
    for part in PARTS:
        (sql,) = query.fetch("SELECT sql FROM sqlite_master WHERE name = ?", [part.table])[0]
        facts = {row[1]: (row[2], not row[3]) for row in query.fetch(f"PRAGMA table_info({part.table})")}
        kinds = values.kinds_of(part)
        for column in part.columns:
            kind, (stored, nullable) = kinds[column.key], facts[column.name]
            assert kind.endswith("?") == nullable, (part.kind, column.name)
            number = stored == "INTEGER" and not column.table
            bare = kind.rstrip("?-")
            assert number == (bare in ("number", "truth")), (part.kind, column.name)
            listed = re.search(rf"\b{column.name} IN \(([^)]*)\)", sql)
            if not number:
                assert bool(listed) == (bare in values.CODES), (part.kind, column.name)
            if listed and not number:
                codes = set(re.findall(r"'(\w+)'", listed[1]))
                assert values.CODES[bare] >= codes, (part.kind, column.name)
                assert ("''" in sql[listed.start() - 20 : listed.end()]) == kind.endswith("-"), (part.kind, column.name)


def hostile(data, name, size, piece):
    """The file with a part of that size, packed to almost nothing."""
    spool = io.BytesIO()
    members = [(one.name, one.content()) for one in unpack(data)]
    found = canonical.read_line(members[0][1])
    hashed = hashlib.sha256()
    for _ in range(size // len(piece)):
        hashed.update(piece)
    entry = next(one for one in found["parts"] if one["name"] == name)
    entry.update(bytes=size // len(piece) * len(piece), sha256=hashed.hexdigest())
    members[0] = ("manifest.json", canonical.line(found))
    return pack(
        [
            container.spooled(name, (piece for _ in range(size // len(piece))), spool)
            if each == name
            else member(each, content)
            for each, content in members
        ]
    )


@pytest.mark.parametrize("name", ["visits.jsonl", "figures.json"])
@pytest.mark.parametrize("piece", [b" " * (1 << 20), b"[" * (1 << 20), b"\r" * (1 << 20)], ids=["blank", "deep", "cr"])
def test_two_hundred_megabytes_in_one_line_are_refused_in_little_memory(data, tmp_path, name, piece):
    path = tmp_path / "SZ.shizhu"
    path.write_bytes(hostile(data, name, 200 << 20, piece))
    tracemalloc.start()
    try:
        with pytest.raises(SyncRefused) as caught:
            read(path)
        assert tracemalloc.get_traced_memory()[1] < 64 << 20
    finally:
        tracemalloc.stop()
    assert (caught.value.reason, caught.value.part) == ("too_large", name)
