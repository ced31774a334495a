"""Format 3: frozen documents, a signature, a seal; numbers whole or as pseudonyms."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import random
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from desktop.core import canonical, clock, signing
from desktop.core.file_errors import SyncRefused
from desktop.core.office_keys import CentreKey, DistrictKey
from desktop.core.period import Month
from desktop.core.reasons import SyncReason
from desktop.core.storage_errors import StorageTrouble
from desktop.core.words.messages import sentence
from desktop.models import query
from desktop.reports.months.render import reports_of
from desktop.services.centre import enrolment
from desktop.services.closing import exports, month_close
from desktop.services.writing import frozen
from desktop.services.writing.actor import Actor
from desktop.sync import container, documents, hashed, sealed, values
from desktop.sync.format import FROZEN, PARTS, RESTORE, Manifest
from desktop.sync.read import check, opened, read, verify
from desktop.sync.sealed import is_sealed
from desktop.sync.write import Exported, export_full, export_month
from tests.unit.sync.test_read import resealed, unpack, with_part

SEPTEMBER, OCTOBER = Month(2026, 9), Month(2026, 10)
LATER = dt.datetime(2026, 11, 2, 9)


@dataclass(frozen=True)
class District:
    """A district with its secret."""

    key: DistrictKey
    opens: str


def district(numbers: str = "full") -> District:
    opens, seal_to = signing.new_identity()
    matching = "ab" * 32 if numbers == "hashed" else ""
    return District(DistrictKey("呈贡区民政局", "530114", numbers, seal_to, signing.new_signing()[1], matching), opens)


@pytest.fixture
def whole() -> District:
    return district()


@pytest.fixture
def hidden() -> District:
    return district("hashed")


Write = Callable[[District], Exported]


@pytest.fixture
def write(actor: Actor, centre: dict[str, int], tmp_path: Path) -> Write:
    """October closed, enrolled and exported."""

    def made(office: District) -> Exported:
        with clock.standing_at(LATER):
            close(actor)
            enrolment.enrol(actor, office.key)
            return export_month(actor, OCTOBER, tmp_path / "out")

    return made


def close(actor: Actor) -> None:
    for month in (SEPTEMBER, OCTOBER):
        month_close.close(actor, month, reports_of, "演示")


def refusal(path: Path, identity: str = "", signer: str = "") -> SyncReason:
    with pytest.raises(SyncRefused) as caught:
        verify(path, identity, signer)
    words = sentence(caught.value)
    assert path.name in words and "{" not in words
    return caught.value.reason


def unsealed(made: Exported, office: District, tmp_path: Path) -> bytes:
    """What lies under the seal, as the district has it."""
    place = tmp_path / "open.zip"
    with place.open("wb") as out:
        sealed.unseal(made.path, office.opens, out)
    return place.read_bytes()


def sealed_again(data: bytes, office: District, tmp_path: Path) -> Path:
    """Whoever has the district's public key can seal: the signature tells them from the centre."""
    plain, place = tmp_path / "plain", tmp_path / "again.shizhu"
    plain.write_bytes(data)
    with plain.open("rb") as file, place.open("wb") as out:
        sealed.seal(file, out, office.key.seal_to)
    return place


def test_an_enrolled_centre_signs_and_seals_and_the_district_reads(
    write: Write, whole: District, tmp_path: Path
) -> None:
    made = write(whole)
    own = enrolment.centre_key()
    assert is_sealed(made.path) and made.sealed_for == "呈贡区民政局"
    assert made.sha256 == hashlib.sha256(made.path.read_bytes()).hexdigest()
    with opened(made.path, whole.opens, own.sign_with) as found:
        assert found.manifest == made.manifest and found.sha256 == made.sha256
        assert sum(1 for part in PARTS for _ in found.rows(part.kind)) == made.rows > 10
        assert "王芳" in {row["name"] for row in found.rows("residents")}
    manifest = made.manifest
    assert (manifest.format, manifest.numbers, manifest.centre_uid) == (3, "full", own.uid)
    assert manifest.enc is not None and manifest.enc.to == whole.key.seal_to
    assert exports.of_hash(made.sha256) is not None and exports.of_hash("0" * 64) is None
    assert "王芳".encode() not in made.path.read_bytes()


def test_a_stick_that_keeps_other_bytes_is_noticed_before_the_number_is_taken(
    actor: Actor, write: Write, whole: District, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(whole)

    def spoil(path: Path) -> None:
        data = path.read_bytes()
        path.write_bytes(data[:-1] + bytes([data[-1] ^ 1]))

    monkeypatch.setattr("desktop.sync.write.sync_file", spoil)
    with pytest.raises(StorageTrouble):
        export_full(actor, tmp_path / "full")
    assert list((tmp_path / "full").iterdir()) == [] and [one.sequence for one in exports.listed()] == [1]


def test_what_no_reader_would_take_is_never_sealed(
    actor: Actor, write: Write, whole: District, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(whole)
    monkeypatch.setattr("desktop.sync.documents.lines_of", lambda _scope, _numbers="full": iter([b"{}\n"]))
    with pytest.raises(StorageTrouble):
        export_full(actor, tmp_path / "full")
    assert list((tmp_path / "full").iterdir()) == [] and [one.sequence for one in exports.listed()] == [1]


def test_nobody_else_opens_it_and_no_byte_of_it_can_change(write: Write, whole: District, tmp_path: Path) -> None:
    made = write(whole)
    assert refusal(made.path) == SyncReason.SEALED
    assert refusal(made.path, district().opens) == SyncReason.OTHER_KEY
    with pytest.raises(SyncRefused):
        read(made.path)
    data, chance = made.path.read_bytes(), random.Random(4)
    other = tmp_path / "other.shizhu"
    for at in chance.sample(range(len(data)), 60):
        other.write_bytes(data[:at] + bytes([data[at] ^ chance.randrange(1, 256)]) + data[at + 1 :])
        refusal(other, whole.opens)
        other.write_bytes(data[:at])
        refusal(other, whole.opens)


def test_a_file_in_the_right_format_by_another_key_is_forged(write: Write, whole: District, tmp_path: Path) -> None:
    made = write(whole)
    own = enrolment.centre_key().sign_with
    data = unsealed(made, whole, tmp_path)
    secret, public = signing.new_signing()

    def signed_by(found: dict[str, object], key: str, by: bytes) -> None:
        found["sig"] = {"key": key, "value": ""}
        found["sig"] = {"key": key, "value": signing.sign(by, canonical.line(found)).hex()}

    forged = resealed(data, lambda members: members, lambda found: signed_by(found, public, secret))
    path = sealed_again(forged, whole, tmp_path)
    assert verify(path, whole.opens).sig is not None, "right in itself"
    assert refusal(path, whole.opens, own) == SyncReason.FORGED
    claimed = resealed(data, lambda members: members, lambda found: signed_by(found, own, secret))
    assert refusal(sealed_again(claimed, whole, tmp_path), whole.opens) == SyncReason.FORGED
    changed = resealed(data, lambda members: members, lambda found: found.update(sequence=9, previous_sha256="0" * 64))
    assert refusal(sealed_again(changed, whole, tmp_path), whole.opens) == SyncReason.FORGED


def test_neither_an_unsigned_file_nor_one_meant_for_others_is_taken(
    actor: Actor, write: Write, whole: District, tmp_path: Path, centre: dict[str, int]
) -> None:
    plain = export_month(actor, SEPTEMBER, tmp_path / "plain-out")
    assert plain.sealed_for == "" and plain.manifest.sig is None and not is_sealed(plain.path)
    assert refusal(plain.path, signer="ab" * 32) == SyncReason.FORGED
    path = sealed_again(plain.path.read_bytes(), whole, tmp_path)
    assert refusal(path, whole.opens) == SyncReason.FORGED, "an open file that somebody else sealed"
    made = write(whole)
    data = unsealed(made, whole, tmp_path)

    def bare(found: dict[str, object]) -> None:
        found.update(sig=None)
        found["alg"].update(sign=None)  # type: ignore[attr-defined]

    assert refusal(sealed_again(resealed(data, lambda m: m, bare), whole, tmp_path), whole.opens) == SyncReason.FORGED


@pytest.mark.parametrize("name", ["figures", "roster", "counts"])
def test_each_document_of_the_closed_month_is_in_it_and_proved(
    write: Write, whole: District, tmp_path: Path, name: str
) -> None:
    made = write(whole)
    version = frozen.latest(OCTOBER)
    assert version is not None
    data = unsealed(made, whole, tmp_path)
    lines = [json.loads(text) for text in dict((m.name, m) for m in unpack(data))[FROZEN].lines()]
    assert [line["kind"] for line in lines] == frozen.kinds(version) and all(line["whole"] for line in lines)
    (found,) = (line for line in lines if line["kind"] == name)
    assert canonical.line(found["content"]) == frozen.document(version, name)
    with pytest.raises(SyncRefused):
        check(with_part(data, FROZEN, b"".join(canonical.line(one) for one in lines if one["kind"] != name)), "x")
    found["content"] = {"other": 1}
    with pytest.raises(SyncRefused):
        check(with_part(data, FROZEN, b"".join(canonical.line(one) for one in lines)), "x")


def plain_month(actor: Actor, tmp_path: Path) -> bytes:
    """An unsigned October, closed: who knows the format can change it, so that each check is seen by itself."""
    with clock.standing_at(LATER):
        close(actor)
        return export_month(actor, OCTOBER, tmp_path / "open-out").path.read_bytes()


def test_documents_are_proved_against_the_hash_on_the_paper(
    actor: Actor, centre: dict[str, int], tmp_path: Path
) -> None:
    data = plain_month(actor, tmp_path)
    lines = [json.loads(text) for text in dict((m.name, m) for m in unpack(data))[FROZEN].lines()]

    def reason(changed: list[dict[str, object]], entry: int | None = None) -> SyncReason:
        content = b"".join(canonical.line(one) for one in changed)

        def rows(found: dict[str, object]) -> None:
            one = next(each for each in found["parts"] if each["name"] == FROZEN)  # type: ignore[attr-defined]
            one.update(rows=len(changed), bytes=len(content), sha256=hashlib.sha256(content).hexdigest())

        made = resealed(data, lambda m: [(n, content if n == FROZEN else old) for n, old in m], rows)
        with pytest.raises(SyncRefused) as caught:
            check(made, "x.shizhu")
        assert sentence(caught.value)
        return caught.value.reason

    first, *rest = lines
    assert reason(rest) == SyncReason.CUT
    assert reason([*rest, first]) == SyncReason.REORDERED
    assert reason([{**first, "content": {}}, *rest]) == SyncReason.WRONG_VALUE
    other = {"a": 1}
    digest = hashlib.sha256(canonical.line(other)).hexdigest()
    assert reason([{**first, "content": other, "sha256": digest}, *rest]) == SyncReason.CUT
    assert reason([{**one, "origin": "corrected"} for one in lines]) == SyncReason.CUT
    assert reason([{**first, "origin": "corrected"}, *rest]) == SyncReason.WRONG_VALUE
    assert reason([{**first, "version": 2}, *rest]) == SyncReason.WRONG_VALUE
    assert reason([{**first, "version": "1"}, *rest]) == SyncReason.WRONG_VALUE
    assert reason([{**first, "more": 1}, *rest]) == SyncReason.CHANGED


def test_a_document_that_would_fill_the_memory_is_neither_written_nor_read(
    actor: Actor, centre: dict[str, int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = plain_month(actor, tmp_path)
    (longest,) = sorted(dict((m.name, m) for m in unpack(data))[FROZEN].lines(), key=len)[-1:]
    for name, limit in (("LONGEST_DOCUMENT", len(longest) - 1), ("_MOST_VALUES", longest.count(b",") - 1)):
        with monkeypatch.context() as patched:
            patched.setattr(documents, name, limit)
            with pytest.raises(SyncRefused) as caught:
                check(data, "x")
            assert (caught.value.reason, caught.value.part) == (SyncReason.TOO_LARGE, FROZEN)
            made = export_full(actor, tmp_path / name)
            lines = list(read(made.path).rows("frozen"))
            held = [line for line in lines if line["kind"] == json.loads(longest)["kind"]]
            assert held[-1]["content"] is None and not held[-1]["whole"] and any(line["whole"] for line in lines)
            assert made.manifest.sequence > 1


def test_a_row_that_refers_to_nobody_in_the_file_is_refused(
    actor: Actor, centre: dict[str, int], tmp_path: Path
) -> None:
    data = plain_month(actor, tmp_path)
    for name, key in (("visits.jsonl", "resident"), ("visitors.jsonl", "visit"), ("stays.jsonl", "bed")):
        lines = [json.loads(text) for text in dict((m.name, m) for m in unpack(data))[name].lines()]
        lines[0][key] = "0193a0de-1f30-7c1d-8f3e-1c2b3a4d5e6f"
        with pytest.raises(SyncRefused) as caught:
            check(with_part(data, name, b"".join(canonical.line(one) for one in lines)), "x")
        assert (caught.value.reason, caught.value.part, caught.value.line) == (SyncReason.DANGLING, name, 1)


def test_a_district_that_wants_no_numbers_gets_none(write: Write, hidden: District, tmp_path: Path) -> None:
    made = write(hidden)
    numbers = dict(query.fetch("SELECT uid, id_number FROM resident"))
    names = [row[0] for row in query.fetch("SELECT name FROM resident")]
    members = {one.name: one.content() for one in unpack(unsealed(made, hidden, tmp_path))}
    for name, content in members.items():
        for word in (*names, *numbers.values(), "探访员丙", "主任甲", "地面湿滑"):
            assert word.encode() not in content, (name, word)
    with opened(made.path, hidden.opens) as found:
        for row in found.rows("residents"):
            assert row["id_number"] == signing.pseudonym("ab" * 32, numbers[row["uid"]])
    stays = next(line for line in map(json.loads, members[FROZEN].splitlines()) if line["kind"] == "stays")
    assert stays["content"][0]["person"]["resident"] in numbers and not stays["whole"]


def test_what_was_left_out_opens_with_the_recovery_sheet(write: Write, hidden: District, tmp_path: Path) -> None:
    made = write(hidden)
    members = {one.name: one.content() for one in unpack(unsealed(made, hidden, tmp_path))}
    place, out = tmp_path / RESTORE, tmp_path / "restore.zip"
    place.write_bytes(members[RESTORE])
    with out.open("wb") as file, pytest.raises(SyncRefused):
        sealed.unseal(place, hidden.opens, file)
    secrets = enrolment.secrets()
    assert secrets is not None
    with out.open("wb") as file:
        sealed.unseal(place, signing.recovery_identity(secrets.recovers)[0], file)
    inner = {one.name: one.content() for one in unpack(out.read_bytes())}
    assert list(inner) == [*(part.name for part in PARTS), FROZEN]
    assert "王芳".encode() in inner["residents.jsonl"] and "王芳".encode() in inner[FROZEN]


def test_a_file_that_says_hashed_and_shows_somebody_is_refused(write: Write, hidden: District, tmp_path: Path) -> None:
    with opened(write(hidden).path, hidden.opens) as found:
        row = next(found.rows("residents"))
    assert not hashed.shows("residents", row)
    for change in ({"name": "王芳"}, {"phone": "1"}, {"id_number": "539901194403051002"}, {"void_reason": "王芳"}):
        assert hashed.shows("residents", {**row, **change})
    assert hashed.shows("contacts", {"name": "王", "relation": "", "phone": "", "void_reason": ""})


def test_every_text_of_the_format_is_hidden_or_stays_by_name() -> None:
    for part in PARTS:
        kinds = values.kinds_of(part)
        references = {column.key for column in part.columns if column.table}
        texts = {column.key for column in part.columns if kinds[column.key] in ("text", "text?")} - references
        told = [*hashed.HIDDEN.get(part.kind, ()), *hashed.STAYS.get(part.kind, ())]
        assert set(told) == texts and len(told) == len(texts), part.kind


def test_whoever_withdrew_is_named_in_no_document(
    actor: Actor, centre: dict[str, int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from desktop.services.privacy import consent

    with clock.standing_at(LATER):
        close(actor)
        (uid,) = query.texts("SELECT uid FROM resident WHERE name = '赵敏'")
        number = query.texts("SELECT id_number FROM resident WHERE name = '赵敏'")[0]
        monkeypatch.setattr(consent, "unnamed", lambda: {uid})
        monkeypatch.setattr(consent, "unnamed_words", lambda: {uid, "赵敏", number})
        made = export_month(actor, OCTOBER, tmp_path)
    content = read(made.path).members[FROZEN].content().decode()
    assert "赵敏" not in content and "（撤回同意）" in content and uid in content
    assert verify(made.path).closed


def test_a_full_file_is_sealed_too_and_has_every_version(
    actor: Actor, write: Write, whole: District, tmp_path: Path
) -> None:
    write(whole)
    made = export_full(actor, tmp_path / "full")
    with opened(made.path, whole.opens) as found:
        assert [line["month"] for line in found.rows("frozen")] and found.manifest.kind == "full"
    assert made.manifest.previous_sha256 and made.sequence == 2


@pytest.mark.parametrize(
    "change",
    [
        lambda found: found.update(numbers="none"),
        lambda found: found["centre"].update(uid=""),
        lambda found: found["centre"].pop("uid"),
        lambda found: found.pop("numbers"),
        lambda found: found["sig"].update(value="AB" * 64),
        lambda found: found["sig"].update(key=1),
        lambda found: found["sig"].update(more=1),
        lambda found: found.update(sig=[]),
        lambda found: found.update(enc={"name": 1, "code": "530114", "to": "x"}),
        lambda found: found["alg"].update(seal=None),
    ],
)
def test_a_manifest_that_makes_no_sense_is_refused(
    write: Write, whole: District, tmp_path: Path, change: Callable[[Manifest], object]
) -> None:
    data = unsealed(write(whole), whole, tmp_path)
    with pytest.raises(SyncRefused) as caught:
        check(resealed(data, lambda members: members, change), "x")
    assert caught.value.reason in (SyncReason.CHANGED, SyncReason.FORGED)


def test_the_keys_of_a_later_district_hold_from_then_on(
    actor: Actor, write: Write, whole: District, tmp_path: Path
) -> None:
    write(whole)
    other = district()
    other = replace(other, key=replace(other.key, name="盘龙区民政局", code="530103"))
    enrolment.enrol(actor, other.key, instead=True)
    made = export_full(actor, tmp_path / "full")
    assert verify(made.path, other.opens, enrolment.centre_key().sign_with).enc is not None
    assert refusal(made.path, whole.opens) == SyncReason.OTHER_KEY


def test_the_public_half_of_the_centre_is_that_of_its_files(write: Write, whole: District) -> None:
    made = write(whole)
    key = enrolment.centre_key()
    assert isinstance(key, CentreKey) and made.manifest.sig is not None and made.manifest.sig.key == key.sign_with
    assert container.LARGEST_FILE < sealed.LARGEST_SEALED
