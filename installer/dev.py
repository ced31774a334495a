"""Sets the program up, runs it, tests it: ``python3 installer/dev.py setup | run | test | mutate | cover | nightly``.

Standard library only: this has to work before anything is installed. Everything it makes
lies in ``.venv/`` and ``build/``; both can be deleted at any time.
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# A script finds what lies beside it and not the package that it lies in.
sys.path[:0] = [str(ROOT)] if str(ROOT) not in sys.path else []

from installer.debian import ENGINE_PACKAGES, TEST_PACKAGES, WINDOW_PACKAGES, provide_packages, venv_packages  # noqa: E402

LOCK = ROOT / "installer" / "requirements-dev.lock"
ENGINES_LOCK = ROOT / "installer" / "requirements-engines.lock"
VENV = ROOT / ".venv"
BUILD = ROOT / "build"
DEMO = BUILD / "demo"
OLDEST_PYTHON = (3, 11)

VERBS = {
    "setup": "make .venv and everything else that is needed",
    "run": "set up, then open the window on the demo centre",
    "test": "set up, then run every check",
    "mutate": "change the program in small wrong ways: some test has to notice each",
    "cover": "coverage of the unit and end-to-end tests, with its floors",
    "nightly": "every check with all that takes long: all mutants, coverage, soaks",
}
ENGINES = ["python", "-m", "tests.engines"]
MEASUREMENTS = {"mutate": ["python", "-m", "tests.mutants"], "cover": ["python", "-m", "tests.cover"]}


class Stop(Exception):
    """Ends the script with a sentence for the person (none when the step has spoken) and an exit code."""

    def __init__(self, text: str = "", code: int = 1) -> None:
        super().__init__(text)
        self.code = code


def say(text: str) -> None:
    """Tells one step, at once also when the output is a file."""
    print(f"» {text}", flush=True)


# --- the environment in .venv ----------------------------------------------------------------------------------


def tool(name: str, platform: str = sys.platform) -> Path:
    """A command of the environment."""
    return VENV / "Scripts" / f"{name}.exe" if platform == "win32" else VENV / "bin" / name


def digest_of(*parts: bytes) -> str:
    """One hash of several parts, none of which can run into the next."""
    return hashlib.sha256(b"".join(hashlib.sha256(part).digest() for part in parts)).hexdigest()


def wanted_stamp(root: Path = ROOT) -> dict[str, str]:
    """What the environment must have been made from: the packages (and for which Python, and where), the program."""
    python = f"{sysconfig.get_platform()} {sys.version} {root}".encode()
    return {
        "packages": digest_of(python, (root / "installer" / LOCK.name).read_bytes()),
        "program": digest_of((root / "pyproject.toml").read_bytes()),
    }


def read_stamp(path: Path) -> dict[str, str]:
    """What the environment was made from; empty when it is not there, half-made or strange."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def child_environment(**extra: str) -> dict[str, str]:
    """The surroundings for a child: nothing of another Python may leak into ours."""
    kept = {name: value for name, value in os.environ.items() if name not in {"PYTHONPATH", "PYTHONHOME"}}
    return kept | extra


def call(command: Sequence[str | Path], **extra: str) -> int:
    """Runs a command in the project's folder without input; gives its exit code."""
    plain = [str(part) for part in command]
    sys.stdout.flush()
    return subprocess.run(
        plain, cwd=ROOT, stdin=subprocess.DEVNULL, env=child_environment(**extra), check=False
    ).returncode


def pip(*arguments: str) -> int:
    """Runs the environment's pip; it tells its progress only to a person."""
    quiet = [] if sys.stdout.isatty() else ["--quiet"]
    fixed = ["--disable-pip-version-check", "--no-input", *quiet]
    return call([tool("python"), "-m", "pip", "install", *fixed, *arguments])


def make_environment() -> None:
    """Makes ``.venv`` anew from the locked packages; a half-made one is cleared."""
    if venv_packages():
        raise Stop("这个 Python 缺少 venv（ensurepip），无法建立环境 · this Python cannot make environments")
    say("建立 .venv，安装锁定的依赖（首次约需几分钟） · making .venv from the locked packages")
    if call([sys.executable, "-m", "venv", "--clear", VENV]):
        raise Stop("无法建立 .venv · .venv could not be made")
    if pip("--require-hashes", "--only-binary", ":all:", "-r", str(LOCK)):
        raise Stop("依赖没有装完，请检查网络后重新运行 · packages incomplete: check the network and run again")


def install_program() -> None:
    """Puts the ``shizhu`` command into ``.venv``, working on these very sources."""
    say("安装 shizhu 命令 · installing the shizhu command")
    if pip("--no-deps", "--no-build-isolation", "--editable", str(ROOT)):
        raise Stop("shizhu 命令没有装上 · the shizhu command could not be installed")


def provide_environment() -> None:
    """Brings ``.venv`` to what the lock and pyproject.toml say; does nothing when it is that already."""
    stamp = VENV / "setup.json"
    wanted, found = wanted_stamp(), read_stamp(stamp)
    if not tool("python").exists() or found.get("packages") != wanted["packages"]:
        make_environment()
        found = {"packages": wanted["packages"]}
        stamp.write_text(json.dumps(found), encoding="utf-8")
    if not tool("shizhu").exists() or found != wanted:
        install_program()
        stamp.write_text(json.dumps(wanted), encoding="utf-8")


def provide_engines() -> None:
    """Brings into ``.venv`` what only a district or a city counts with; does nothing when it is there already."""
    stamp, wanted = VENV / "engines.json", {"packages": digest_of(ENGINES_LOCK.read_bytes())}
    if read_stamp(stamp) == wanted:
        return
    say("安装区级统计引擎（Spark 约 450 MB） · installing the engines of a district (Spark, about 450 MB)")
    # PySpark comes as sources alone.
    if pip("--require-hashes", "-r", str(ENGINES_LOCK)):
        raise Stop("统计引擎没有装完，请检查网络后重新运行 · engines incomplete: check the network and run again")
    stamp.write_text(json.dumps(wanted), encoding="utf-8")


# --- translations ----------------------------------------------------------------------------------------------


def unfinished_translations(report: str) -> int:
    """How many texts lrelease found without a finished translation."""
    found = re.search(r"(\d+) unfinished", report)
    ignored = re.search(r"Ignored (\d+) untranslated", report)
    return sum(int(match.group(1)) for match in (found, ignored) if match)


def build_translations() -> bool:
    """Compiles zh_CN.ts, which proves it whole; the program itself reads the .ts (docs/decisions/0005)."""
    source = ROOT / "resources" / "i18n" / "zh_CN.ts"
    target = BUILD / "i18n" / "zh_CN.qm"
    if not source.exists():
        say("没有译文文件 resources/i18n/zh_CN.ts · there is no translation file")
        return False
    if target.exists() and target.stat().st_mtime >= source.stat().st_mtime:
        return True
    target.parent.mkdir(parents=True, exist_ok=True)
    target.unlink(missing_ok=True)
    draft = target.with_suffix(".new")
    done = subprocess.run(
        [str(tool("pyside6-lrelease")), str(source), "-qm", str(draft)],
        capture_output=True, text=True, encoding="utf-8", errors="replace", stdin=subprocess.DEVNULL, check=False,
    )  # fmt: skip
    if done.returncode:
        say(f"译文编译失败 · lrelease failed: {(done.stderr or done.stdout).strip()[-500:]}")
        return False
    count = unfinished_translations(done.stdout)
    if count:
        draft.unlink(missing_ok=True)
        say(f"译文还有 {count} 条没有完成 · {count} texts are not translated yet")
        return False
    draft.replace(target)
    return True


# --- the verbs -------------------------------------------------------------------------------------------------


def set_up(packages: Sequence[str]) -> tuple[list[str], bool]:
    """Does everything that can be done; gives the packages still missing and whether the translations are whole."""
    missing = provide_packages([*venv_packages(), *packages], say)
    provide_environment()
    return missing, build_translations()


def has_display(environment: Mapping[str, str], platform: str = sys.platform) -> bool:
    """Whether a window can open here."""
    if platform in {"win32", "darwin"}:
        return True
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def make_demo() -> None:
    """Makes the demo centre and its papers anew; half of one is not left behind."""
    shutil.rmtree(DEMO, ignore_errors=True)
    try:
        code = call([tool("shizhu"), "demo", "--out", DEMO])
    except KeyboardInterrupt:
        code = 130
    if code:
        shutil.rmtree(DEMO, ignore_errors=True)
        raise Stop("演示中心没有做成 · the demo centre could not be made", code)


def contents(folder: Path) -> list[str]:
    """One line for each folder that holds files, with how many and of which kinds."""
    lines = []
    for place in sorted(path for path in [folder, *folder.rglob("*")] if path.is_dir()):
        kinds = sorted(path.suffix or path.name for path in place.iterdir() if path.is_file())
        if kinds:
            counted = ", ".join(f"{kinds.count(kind)} {kind}" for kind in dict.fromkeys(kinds))
            lines.append(f"{place.relative_to(folder.parent.parent).as_posix()}/  {counted}")
    return lines


def run() -> None:
    """Opens the window on the demo centre, or without a display does the demo's whole work."""
    display = has_display(os.environ)
    missing, _ = set_up(WINDOW_PACKAGES)
    data = DEMO / "data"
    if display and missing:
        raise Stop("装好上面的软件包后窗口才能打开 · the window needs these packages")
    if not (display and data.is_dir()):
        make_demo()
    command = [str(tool("shizhu").relative_to(ROOT)), "--data", data.relative_to(ROOT).as_posix()]
    if display:
        say(f"打开窗口 · opening the window: {' '.join(command)}")
        code = call([tool("shizhu"), "--data", data])
        if code:
            raise Stop(code=code)
        return
    say(f"没有显示器；演示中心的全部成果在 · no display; the demo centre's work lies in {DEMO.relative_to(ROOT)}/")
    print("\n".join(f"    {line}" for line in contents(DEMO)))
    say("要打开窗口，请在有显示器的电脑上再运行本命令，或者 · to open the window, run this again with a display, or:")
    print(f"    {' '.join(command)}", flush=True)


def checks(slow: bool, nightly: bool = False) -> list[tuple[str, list[str]]]:
    """Every check of the project as (title, command), the quick ones first and pytest last."""
    workers = str(min(os.cpu_count() or 1, 4))
    chosen = [] if nightly else ["-m", "not nightly" if slow else "not slow and not nightly"]
    part = [] if nightly else ["--fifth", "commit", "--minutes", "6"]
    mutants = [("mutants", [*MEASUREMENTS["mutate"], *part])] if slow else []
    covered = [("coverage", MEASUREMENTS["cover"]), ("engines", ENGINES)] if nightly else []
    return [
        ("ruff check", ["ruff", "check", "."]),
        ("ruff format", ["ruff", "format", "--check", "."]),
        ("mypy", ["mypy"]),
        ("import-linter", ["lint-imports"]),
        *mutants,
        *covered,
        ("pytest", ["python", "-m", "pytest", "-n", workers, "--dist", "loadfile", *chosen]),
    ]


def test(slow: bool, nightly: bool) -> None:
    """Runs every check and stops at the first that fails; the last line is pytest's own."""
    packages = [*WINDOW_PACKAGES, *TEST_PACKAGES, *(ENGINE_PACKAGES if nightly else ())]
    missing, translated = set_up(list(dict.fromkeys(packages)))
    if missing:
        raise Stop("装好上面的软件包后才能测试 · the tests need these packages")
    if nightly:
        provide_engines()
    for title, (name, *arguments) in checks(slow, nightly):
        say(title)
        code = call([tool(name), *arguments], QT_QPA_PLATFORM="offscreen")
        if code:
            raise Stop("" if title == "pytest" else f"{title} 没有通过 · {title} failed", code)
        if title == "import-linter" and not translated:
            raise Stop("译文没有完成 · the translation is not complete")


def measure(verb: str) -> None:
    """Sets up and runs one measurement of the tests; its output is the answer."""
    set_up([*WINDOW_PACKAGES, *TEST_PACKAGES])
    name, *arguments = MEASUREMENTS[verb]
    code = call([tool(name), *arguments], QT_QPA_PLATFORM="offscreen")
    if code:
        raise Stop(f"{verb} 没有通过 · {verb} failed", code)


def compare_engines() -> None:
    """Sets up what a district counts with and lets every engine count the same; its output is the answer."""
    if set_up(ENGINE_PACKAGES)[0]:
        raise Stop("装好上面的软件包后才能比较 · the engines need these packages")
    provide_engines()
    name, *arguments = ENGINES
    code = call([tool(name), *arguments], QT_QPA_PLATFORM="offscreen")
    if code:
        raise Stop("各引擎的结果不一致 · the engines do not say the same", code)


def setup(district: bool = False) -> None:
    """Sets everything up, tests included (and a district's engines), and says so."""
    packages = [*WINDOW_PACKAGES, *TEST_PACKAGES, *(ENGINE_PACKAGES if district else ())]
    missing, _ = set_up(list(dict.fromkeys(packages)))
    if district:
        provide_engines()
    if missing:
        raise Stop("其余都已就绪，只差上面的软件包 · all is ready but for the packages above")
    say(f"已就绪 · ready: {tool('shizhu').relative_to(ROOT)}")


def arguments_of(line: Sequence[str] | None) -> argparse.Namespace:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(prog="dev.py", description="set up, run or test the program")
    verbs = parser.add_subparsers(dest="verb", required=True)
    for verb, words in VERBS.items():
        verbs.add_parser(verb, help=words)
    verbs.choices["test"].add_argument("--slow", action="store_true", help="with the tests that take long")
    words = "instead: DuckDB, PostgreSQL and Spark count the same districts and have to say the same"
    verbs.choices["test"].add_argument("--engines", action="store_true", help=words)
    words = "also what counts for a district or a city: Java and Spark"
    verbs.choices["setup"].add_argument("--district", action="store_true", help=words)
    return parser.parse_args(line)


def do(wanted: argparse.Namespace) -> None:
    """Runs what the command line asks for."""
    if wanted.verb in MEASUREMENTS:
        measure(wanted.verb)
    elif wanted.verb == "setup":
        setup(wanted.district)
    elif wanted.verb == "run":
        run()
    elif wanted.verb == "test" and wanted.engines:
        compare_engines()
    else:
        nightly = wanted.verb == "nightly"
        test(nightly or wanted.slow, nightly)


def main(line: Sequence[str] | None = None) -> int:
    """Runs one verb; gives the exit code."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError, ValueError):
            stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    if sys.version_info < OLDEST_PYTHON:
        print("需要 Python 3.11 或更新 · Python 3.11 or newer is needed", file=sys.stderr)
        return 2
    wanted = arguments_of(line)
    try:
        do(wanted)
    except Stop as stop:
        if str(stop):
            print(f"✗ {stop}", file=sys.stderr)
        return stop.code
    except KeyboardInterrupt:
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
