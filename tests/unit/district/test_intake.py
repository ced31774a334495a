"""Files of centres come in any order, as often as one likes, and broken ones among them."""

from __future__ import annotations

import itertools
import random

import pytest

from desktop.core import i18n
from desktop.core.errors import Cancelled
from desktop.core.progress import Progress
from desktop.core.words.messages import sentence
from desktop.district import derived, enrolling, intake
from desktop.district.opening import opened
from tests.made_files import MadeFile, row
from tests.unit.district.laid_out import laid_out

pytestmark = pytest.mark.usefixtures("then")

LATER = "20260301T000000Z-00000000"


def reasons(merged):
    return [str(one.error.reason) for one in merged.refused]


def standing(desk):
    return [(one.centre, one.period, one.epoch[:8], one.sequence) for one in desk.catalogue.all_accepted()]


def test_a_folder_is_taken_in_and_the_second_time_known(desk, tmp_path):
    out = tmp_path / "stick"
    one, other = MadeFile().write(out / "a"), MadeFile(centre="530115").write(out)
    merged = intake.merge(desk, [out])
    assert [(path, taken.centre, taken.sequence) for path, taken in merged.accepted] == [
        (other, "530115", 1),
        (one, "530114", 1),
    ]
    assert (merged.unchanged, merged.refused) == ([], [])
    again = intake.merge(desk, [one, out])
    assert (again.accepted, again.refused) == ([], [])
    assert [path for path, _ in again.unchanged] == [one, other, one]


def test_what_is_kept_is_the_file_as_it_came(desk, tmp_path):
    path = MadeFile().write(tmp_path)
    intake.merge(desk, [path])
    (taken,) = desk.catalogue.all_accepted()
    kept = desk.folder.root / taken.file
    assert kept.read_bytes() == path.read_bytes()
    assert kept.parent == desk.folder.files / "530114" / "2026-10"
    assert (taken.came_as, taken.bytes, taken.state, taken.version) == (path.name, path.stat().st_size, "closed", 1)
    assert (taken.rows, taken.created_at, taken.accepted_at) == (1, "2026-11-02 09:30:00", "2026-11-03 09:00:00")
    assert (taken.format, taken.full) == (2, False)


def test_a_file_of_format_1_is_taken_too(desk, tmp_path):
    intake.merge(desk, [MadeFile(format=1).write(tmp_path)])
    assert standing(desk) == [("530114", "2026-10", "", 1)]
    intake.merge(desk, [MadeFile(sequence=1).write(tmp_path / "b")])
    assert standing(desk) == [("530114", "2026-10", "20260101", 1)], "one that names its log is later"


def test_only_a_greater_place_replaces(desk, tmp_path):
    second = MadeFile(sequence=2, state="corrected", version=2).write(tmp_path)
    first = MadeFile().write(tmp_path)
    restored = MadeFile(sequence=1, epoch=LATER).write(tmp_path / "later")
    assert reasons(intake.merge(desk, [second, first])) == ["older"]
    assert standing(desk) == [("530114", "2026-10", "20260101", 2)]
    assert intake.merge(desk, [restored]).refused == []
    assert standing(desk) == [("530114", "2026-10", "20260301", 1)]
    assert reasons(intake.merge(desk, [second])) == ["older"]
    (only,) = desk.folder.kept("530114", "2026-10").iterdir()
    assert only.read_bytes() == restored.read_bytes(), "what was replaced is gone"


def test_two_files_of_one_number_stand_alike_whichever_came_first(desk, place, tmp_path):
    one = MadeFile(rows={"staff": [row("staff", "a")]}).write(tmp_path / "a")
    other = MadeFile(rows={"staff": [row("staff", "b")]}).write(tmp_path / "b")
    found = []
    for order in ((one, other), (other, one)):
        merged = intake.merge(desk, order)
        assert reasons(merged) == ["number_twice"]
        found.append([taken.sha256 for taken in desk.catalogue.all_accepted()])
        desk.catalogue.drop("530114", "2026-10")
    assert found[0] == found[1] and len(found[0]) == 1


def test_what_is_not_a_centres_whole_file_stops_no_other_and_is_named(desk, tmp_path):
    good = MadeFile(centre="530115").write(tmp_path)
    whole = MadeFile().content()
    named = {
        "cut.shizhu": whole[:-1],
        "changed.shizhu": whole[:200] + bytes([whole[200] ^ 1]) + whole[201:],
        "empty.shizhu": b"",
        "picture.shizhu": b"\x89PNG" * 100,
        "foreign.shizhu": MadeFile(centre="530999").content(),
    }
    for name, content in named.items():
        (tmp_path / name).write_bytes(content)
    merged = intake.merge(desk, [tmp_path, tmp_path / "nowhere.shizhu"])
    assert [path for path, _ in merged.accepted] == [good]
    i18n.install("zh_CN")
    said = {one.path.name: sentence(one.error) for one in merged.refused}
    assert sorted(said) == sorted([*named, "nowhere.shizhu"])
    for name, words in said.items():
        assert name in words and any("一" <= char <= "鿿" for char in words)
    assert "530999" in said["foreign.shizhu"]
    assert list(desk.folder.root.glob(".shizhu-*")) == [], "nothing of them is left"
    assert {one.name for one in desk.folder.files.rglob("*.shizhu")} == {
        one.file.rsplit("/", 1)[1] for one in desk.catalogue.all_accepted()
    }


def test_a_file_that_cannot_be_read_is_named(desk, tmp_path, monkeypatch):
    path = MadeFile().write(tmp_path)
    path.unlink()
    path.symlink_to(path)
    merged = intake.merge(desk, [path])
    assert len(merged.refused) == 1 and merged.accepted == []


def test_an_enrolled_centre_hands_in_no_open_file(desk, tmp_path, centre_key):
    path = MadeFile().write(tmp_path)
    enrolling.enrol(desk, centre_key("530114"))
    assert reasons(intake.merge(desk, [path])) == ["open_file"]
    assert desk.catalogue.all_accepted() == []


def test_a_full_file_stands_beside_the_months(desk, tmp_path):
    intake.merge(desk, [MadeFile().write(tmp_path), MadeFile(period="full", sequence=2).write(tmp_path)])
    assert [(one.period, one.full, one.state) for one in desk.catalogue.all_accepted()] == [
        ("2026-10", False, "closed"),
        ("full", True, ""),
    ]


def test_cancelled_what_was_taken_stands(desk, tmp_path):
    paths = [MadeFile(centre=number).write(tmp_path) for number in ("530114", "530115")]
    progress = Progress(lambda done, _total, _what: progress.cancel() if done else None)
    with pytest.raises(Cancelled):
        intake.merge(desk, paths, progress)
    assert standing(desk) == [("530114", "2026-10", "20260101", 1)]
    assert intake.merge(desk, paths).unchanged[0][0] == paths[0]


def some_files(out):
    """Everything that may come: months, corrections, a restored centre, a full file, a double number, junk."""
    made = [
        MadeFile(rows={"staff": [row("staff", "a")]}),
        MadeFile(sequence=2, state="corrected", version=2),
        MadeFile(sequence=3, period="2026-11", state="open", version=0),
        MadeFile(sequence=4, period="full"),
        MadeFile(sequence=5, epoch=LATER, period="full"),
        MadeFile(sequence=6, epoch=LATER, period="2026-11"),
        MadeFile(centre="530115", rows={"staff": [row("staff", "a")]}),
        MadeFile(centre="530115", rows={"staff": [row("staff", "b")]}),
        MadeFile(centre="530999"),
    ]
    paths = [one.write(out / str(index)) for index, one in enumerate(made)]
    (out / "junk.shizhu").write_bytes(made[0].content()[:-7])
    return [*paths, out / "junk.shizhu"]


def fresh(tmp_path, name):
    from desktop.core.answers import NumbersWanted
    from desktop.district import folder as folders
    from desktop.district.folder import District, DistrictFolder

    made = DistrictFolder(tmp_path / name)
    folders.make(made, District("呈贡区民政局", "530114", NumbersWanted.FULL))
    with opened(made) as desk:
        enrolling.register(desk, "530114", "甲中心")
        enrolling.register(desk, "530115", "乙中心")
    return made


class Cut(BaseException):
    """The power is gone: nothing that would clean up runs, as far as it can be played in one process."""


STEPS = (
    (intake.settling, "note"),
    (derived, "put"),
    (intake, "_keep"),
    (intake.settling, "done"),
)


@pytest.mark.parametrize("seed", range(24))
def test_any_order_repetition_and_interruption_stands_byte_for_byte_alike(tmp_path, monkeypatch, seed, derived_files):
    paths = some_files(tmp_path / "stick")
    plain = fresh(tmp_path, "plain")
    with opened(plain) as desk:
        intake.merge(desk, paths)
    wanted = laid_out(plain)
    assert len(wanted["accepted"]) == 4
    chance = random.Random(seed)
    order = [*paths, *chance.sample(paths, 5)]
    chance.shuffle(order)
    other = fresh(tmp_path, "other")
    for path in order:
        if chance.random() < 0.5:
            module, name = chance.choice(STEPS)
            with monkeypatch.context() as patched:
                whole, before = getattr(module, name), chance.random() < 0.5

                def cut(*given, whole=whole, before=before):
                    if not before:
                        whole(*given)
                    raise Cut()

                patched.setattr(module, name, cut)
                try:
                    with opened(other) as desk:
                        intake.merge(desk, [path])
                except Cut:
                    pass
    with opened(other) as desk:
        intake.merge(desk, paths)
    assert laid_out(other) == wanted
    with opened(other) as desk:
        assert intake.rebuild(desk) == []
    assert laid_out(other) == wanted


def test_every_order_of_three_files_of_a_month(tmp_path):
    made = [MadeFile(), MadeFile(sequence=2), MadeFile(sequence=2, epoch=LATER)]
    paths = [one.write(tmp_path / str(index)) for index, one in enumerate(made)]
    found = []
    for index, order in enumerate(itertools.permutations(paths)):
        place = fresh(tmp_path, f"d{index}")
        with opened(place) as desk:
            for path in order:
                intake.merge(desk, [path])
        found.append(laid_out(place))
    assert all(one == found[0] for one in found)


def test_rebuilt_from_the_kept_files_and_a_damaged_one_is_named(desk, tmp_path, derived_files):
    intake.merge(desk, [MadeFile().write(tmp_path), MadeFile(centre="530115").write(tmp_path)])
    before = laid_out(desk.folder)
    stray = desk.folder.store / "stray"
    stray.write_bytes(b"")
    assert intake.rebuild(desk) == []
    assert laid_out(desk.folder) == before
    kept = desk.folder.root / desk.catalogue.all_accepted()[0].file
    kept.write_bytes(kept.read_bytes()[:-1])
    (lost,) = intake.rebuild(desk)
    assert lost.path == kept
    assert [one.name for one in desk.folder.store.iterdir()] == ["530115-2026-10"]


def test_nothing_of_a_person_stands_in_the_catalogue(desk, tmp_path):
    person = row("residents", "a", name="王芳", id_number="539901194403050028", phone="13800138000")
    intake.merge(desk, [MadeFile(rows={"residents": [person]}).write(tmp_path)])
    content = desk.folder.catalogue.read_bytes()
    for text in ("王芳", "539901194403050028", "13800138000"):
        assert text.encode() not in content
