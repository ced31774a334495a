"""The set-up script's own decisions; that it really sets up is seen by running it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from installer import dev


@pytest.mark.parametrize(
    ("platform", "environment", "shown"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ""}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("win32", {}, True),
        ("darwin", {}, True),
    ],
)
def test_where_a_window_can_open(platform: str, environment: dict[str, str], shown: bool) -> None:
    assert dev.has_display(environment, platform) is shown


def test_commands_of_the_environment_lie_where_each_system_puts_them() -> None:
    assert dev.tool("shizhu", "linux") == dev.ROOT / ".venv" / "bin" / "shizhu"
    assert dev.tool("shizhu", "win32") == dev.ROOT / ".venv" / "Scripts" / "shizhu.exe"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "installer").mkdir()
    (tmp_path / "installer" / dev.LOCK.name).write_text("peewee==4.5.3\n", encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text("[project]\n", encoding="utf-8")
    return tmp_path


def test_a_changed_lock_renews_the_packages_only(project: Path) -> None:
    before = dev.wanted_stamp(project)
    (project / "installer" / dev.LOCK.name).write_text("peewee==4.5.4\n", encoding="utf-8")
    after = dev.wanted_stamp(project)
    assert (after["packages"] == before["packages"], after["program"] == before["program"]) == (False, True)


def test_a_changed_pyproject_renews_the_program_only(project: Path) -> None:
    before = dev.wanted_stamp(project)
    (project / "pyproject.toml").write_text("[project]\nname = 'x'\n", encoding="utf-8")
    after = dev.wanted_stamp(project)
    assert (after["packages"] == before["packages"], after["program"] == before["program"]) == (True, False)


def test_a_moved_folder_needs_a_new_environment(project: Path) -> None:
    before = dev.wanted_stamp(project)
    moved = project.rename(project.with_name("moved"))
    assert dev.wanted_stamp(moved)["packages"] != before["packages"]


@pytest.mark.parametrize("text", [None, "", "{", "[]", "\udcff"])
def test_a_stamp_that_is_not_one_counts_as_none(tmp_path: Path, text: str | None) -> None:
    path = tmp_path / "setup.json"
    if text is not None:
        path.write_bytes(text.encode(errors="surrogateescape"))
    assert dev.read_stamp(path) == {}


def test_a_stamp_is_read_as_it_was_written(tmp_path: Path) -> None:
    path = tmp_path / "setup.json"
    path.write_text(json.dumps({"packages": "a", "program": "b"}), encoding="utf-8")
    assert dev.read_stamp(path) == {"packages": "a", "program": "b"}


def provided(monkeypatch: pytest.MonkeyPatch, folder: Path, stamp: dict[str, str] | None) -> list[str]:
    """What provide_environment does in a folder whose commands are there and whose stamp is the given one."""
    bin_folder = folder / "bin"
    bin_folder.mkdir(exist_ok=True)
    for name in ("python", "shizhu"):
        (bin_folder / name).touch()
    if stamp is not None:
        (folder / "setup.json").write_text(json.dumps(stamp), encoding="utf-8")
    done: list[str] = []
    monkeypatch.setattr(dev, "VENV", folder)
    monkeypatch.setattr(dev, "tool", lambda name: bin_folder / name)
    monkeypatch.setattr(dev, "wanted_stamp", lambda: {"packages": "p", "program": "q"})
    monkeypatch.setattr(dev, "make_environment", lambda: done.append("environment"))
    monkeypatch.setattr(dev, "install_program", lambda: done.append("program"))
    dev.provide_environment()
    assert dev.read_stamp(folder / "setup.json") == {"packages": "p", "program": "q"}
    return done


@pytest.mark.parametrize(
    ("stamp", "work"),
    [
        ({"packages": "p", "program": "q"}, []),
        ({"packages": "p", "program": "old"}, ["program"]),
        ({"packages": "old", "program": "q"}, ["environment", "program"]),
        (None, ["environment", "program"]),
    ],
)
def test_only_what_changed_is_made_again(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, stamp: dict[str, str] | None, work: list[str]
) -> None:
    assert provided(monkeypatch, tmp_path, stamp) == work


@pytest.mark.parametrize(
    ("report", "count"),
    [
        ("Generated 12 translation(s) (12 finished and 0 unfinished)", 0),
        ("Generated 12 translation(s) (9 finished and 3 unfinished)", 3),
        ("Generated 9 translation(s) (9 finished and 0 unfinished)\n    Ignored 4 untranslated source text(s)", 4),
    ],
)
def test_lreleases_report_tells_what_is_unfinished(report: str, count: int) -> None:
    assert dev.unfinished_translations(report) == count


def test_contents_count_the_files_of_each_folder_by_kind(tmp_path: Path) -> None:
    demo = tmp_path / "build" / "demo"
    (demo / "reports").mkdir(parents=True)
    for name in ("a.pdf", "b.pdf", "a.xlsx"):
        (demo / "reports" / name).touch()
    assert dev.contents(demo) == ["build/demo/reports/  2 .pdf, 1 .xlsx"]


def test_pytest_comes_last_and_leaves_slow_tests_out_unless_asked() -> None:
    title, command = dev.checks(slow=False)[-1]
    assert (title, command[-2:]) == ("pytest", ["-m", "not slow and not nightly"])
    assert dev.checks(slow=True)[-1][1][-2:] == ["-m", "not nightly"]
    assert "-m" not in dev.checks(slow=True, nightly=True)[-1][1][3:]


def test_a_submission_runs_a_fifth_of_the_mutants_and_a_night_all_of_them_with_coverage() -> None:
    quick, submission = dict(dev.checks(slow=False)), dict(dev.checks(slow=True))
    night = dict(dev.checks(slow=True, nightly=True))
    assert "mutants" not in quick
    assert submission["mutants"][-4:] == ["--fifth", "commit", "--minutes", "6"] and "coverage" not in submission
    assert (night["mutants"], night["coverage"]) == (dev.MEASUREMENTS["mutate"], dev.MEASUREMENTS["cover"])
    assert night["engines"] == dev.ENGINES and "engines" not in submission


@pytest.mark.parametrize(("verb", "command"), [("mutate", ["-m", "tests.mutants"]), ("cover", ["-m", "tests.cover"])])
def test_a_measurement_sets_up_and_gives_the_exit_code_of_what_it_ran(
    monkeypatch: pytest.MonkeyPatch, verb: str, command: list[str]
) -> None:
    ran: list[list[str]] = []
    monkeypatch.setattr(dev, "set_up", lambda packages: ([], True))
    monkeypatch.setattr(dev, "call", lambda line, **_: ran.append([str(part) for part in line[1:]]) or 3)
    assert dev.main([verb]) == 3
    assert ran == [command]


@pytest.fixture
def engines(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """What is installed and run where nothing is really done, in order."""
    lock = tmp_path / "engines.lock"
    lock.write_text("pyspark==4.0.0\n", encoding="utf-8")
    done: list[str] = []
    monkeypatch.setattr(dev, "VENV", tmp_path)
    monkeypatch.setattr(dev, "ROOT", tmp_path)
    monkeypatch.setattr(dev, "ENGINES_LOCK", lock)
    monkeypatch.setattr(dev, "set_up", lambda packages: done.append(" ".join(packages)) or ([], True))
    monkeypatch.setattr(dev, "pip", lambda *words: done.append(words[-1]) or 0)
    monkeypatch.setattr(dev, "call", lambda line, **_: done.append(str(line[-1])) or 0)
    return done


def test_a_districts_engines_are_installed_once_for_each_lock(engines: list[str]) -> None:
    assert dev.main(["setup", "--district"]) == 0 == dev.main(["setup", "--district"])
    lock = dev.ENGINES_LOCK
    assert [one for one in engines if one == str(lock)] == [str(lock)]
    assert "default-jre-headless" in engines[0].split() and engines[0].split().count("postgresql") == 1
    lock.write_text("pyspark==4.0.1\n", encoding="utf-8")
    assert dev.main(["setup", "--district"]) == 0
    assert engines.count(str(lock)) == 2


def test_engines_that_did_not_come_in_whole_are_tried_again(
    engines: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev, "pip", lambda *words: 1)
    assert dev.main(["setup", "--district"]) == 1
    assert not (dev.VENV / "engines.json").exists()


def test_a_front_desk_is_asked_for_no_engine(engines: list[str]) -> None:
    assert dev.main(["setup"]) == 0
    assert len(engines) == 1 and "default-jre-headless" not in engines[0]


def test_the_engines_are_compared_and_nothing_else_is_tested(
    engines: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert dev.main(["test", "--engines"]) == 0
    assert engines[-1] == "tests.engines" and len(engines) == 3
    monkeypatch.setattr(dev, "call", lambda line, **_: 1)
    assert dev.main(["test", "--engines"]) == 1


def test_an_unknown_verb_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        dev.main(["dance"])
    assert stopped.value.code == 2
    assert "dance" in capsys.readouterr().err


def test_an_old_python_is_named(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(dev.sys, "version_info", (3, 9, 2))
    assert dev.main(["setup"]) == 2
    assert "3.11" in capsys.readouterr().err
