"""A disk that loses its power: what a process does to a folder is recorded, and laid out as a cut may leave it.

The record is strace's: the system calls themselves, whichever library makes them. A cut stands between two of them.
What was synced before it is there; of the rest the model says what may be:

``ordered``: a beginning of all that was done, which reaches at least to the last sync.
``reordered``: names as in a journal, in their order, up to the last sync of anything or further; of each file that was
not synced since, any of its writes, torn at sectors of 512 bytes.
``strict``: the same of what files hold; a name outlives the cut only if its own folder was synced after it. Nothing
that one folder lost says anything of another one.
"""

from __future__ import annotations

import os
import random
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
MODELS = ("ordered", "reordered", "strict")
SECTOR = 512
FOLDER = -1
_CALLS = (
    "openat,open,creat,close,write,pwrite64,lseek,fsync,fdatasync,ftruncate,rename,renameat,renameat2,link,linkat,"
    "unlink,unlinkat,mkdir,mkdirat,rmdir"
)
# What the record could not follow: nobody may use it on these files unseen.
_UNKNOWN = "writev,pwritev,pwritev2,truncate,fallocate,sendfile,copy_file_range,symlink,symlinkat,sync_file_range"
_LINE = re.compile(r"(\d+) +(\w+)\((.*)\) += (-?\d+)", re.DOTALL)
_ARGUMENT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"(\.\.\.)?|[^,\s"]+')
_RESUMED = re.compile(r"(\d+) +<\.\.\. \w+ resumed>(.*)", re.DOTALL)
_UNFINISHED = " <unfinished ...>"


@dataclass(frozen=True)
class Data:
    """Bytes at a place of a file; without bytes the file's new length."""

    file: int
    at: int
    content: bytes | None


@dataclass(frozen=True)
class Names:
    """What some names stand for from now on, in one act: a file, a folder or nothing."""

    given: dict[str, int | None]

    @property
    def folders(self) -> set[str]:
        """The folders that the act changes."""
        return {str(Path(name).parent) for name in self.given}


@dataclass(frozen=True)
class Sync:
    """A file, or the names in a folder, were asked to outlive a cut."""

    what: int | str


@dataclass(frozen=True)
class Said:
    """What the process told whoever waits for it."""

    text: str


Act = Data | Names | Sync | Said


@dataclass
class Recording:
    """What lay in a folder, and all that was done to it since."""

    root: Path
    names: dict[str, int]
    contents: dict[int, bytes]
    acts: list[Act] = field(default_factory=list)

    def heard(self, cut: int) -> list[str]:
        """The whole lines that were said before the cut."""
        text = "".join(act.text for act in self.acts[:cut] if isinstance(act, Said))
        return text[: text.rfind("\n") + 1].splitlines()

    def cuts(self, count: int, chance: random.Random) -> list[int]:
        """So many moments, every other one right after something was said."""
        after = [number + 1 for number, act in enumerate(self.acts) if isinstance(act, Said) and "\n" in act.text]
        anywhere = [chance.randint(0, len(self.acts)) for _ in range(count - count // 2)]
        return [chance.choice(after) for _ in range(count // 2)] + anywhere

    def lay_out(self, cut: int, model: str, chance: random.Random) -> None:
        """Let the folder hold what such a disk may hold after a cut at this moment."""
        names: dict[str, int | None] = dict(self.names)
        contents: dict[int, bytearray] = {}
        for act in _left(self.acts[:cut], model, chance):
            if isinstance(act, Names):
                names.update(act.given)
            else:
                _write(contents.setdefault(act.file, bytearray(self.contents.get(act.file, b""))), act)
        shutil.rmtree(self.root)
        self.root.mkdir()
        for name, file in sorted(names.items()):
            path = Path(name)
            # What lies in a folder that is not there is nowhere; the index of a log is made anew by whoever opens it.
            if file is None or not path.parent.is_dir() or name.endswith("-shm"):
                continue
            if file == FOLDER:
                path.mkdir(exist_ok=True)
            else:
                path.write_bytes(contents.get(file, self.contents.get(file, b"")))


def _write(content: bytearray, act: Data) -> None:
    if act.content is None:
        del content[act.at :]
        content.extend(bytes(act.at - len(content)))
    else:
        content.extend(bytes(max(0, act.at - len(content))))
        content[act.at : act.at + len(act.content)] = act.content


def _left(acts: Sequence[Act], model: str, chance: random.Random) -> Iterator[Data | Names]:
    """What is left of some acts. Every other time nothing but what was synced: no disk does worse."""
    synced: dict[int | str, int] = {act.what: number for number, act in enumerate(acts) if isinstance(act, Sync)}
    last = max(synced.values(), default=0)
    least = chance.random() < 0.5

    def limit(after: int) -> int:
        return after if least else chance.randint(after, len(acts))

    whole = limit(last)
    folders = {folder for act in acts if isinstance(act, Names) for folder in act.folders}
    # Sorted: what a number decides must not hang on the order of a set.
    strict = {folder: limit(synced.get(folder, 0)) for folder in sorted(folders)}
    for number, act in enumerate(acts):
        if isinstance(act, Names):
            reach = min(strict[one] for one in act.folders) if model == "strict" else whole
            if number < reach:
                yield act
        elif isinstance(act, Data):
            if number < (whole if model == "ordered" else synced.get(act.file, 0)):
                yield act
            elif model != "ordered" and not least:
                yield from _torn(act, chance)


def _torn(act: Data, chance: random.Random) -> Iterator[Data]:
    fate = chance.choice(("whole", "lost", "torn"))
    if fate == "whole":
        yield act
    elif fate == "torn" and act.content is not None:
        # Sectors are those of the file, not of the write.
        edges = [0, *range(SECTOR - act.at % SECTOR, len(act.content), SECTOR), len(act.content)]
        for begin, end in pairwise(edges):
            if chance.random() < 0.5:
                yield Data(act.file, act.at + begin, act.content[begin:end])


@cache
def why_not() -> str:
    """Why nothing can be recorded on this computer; "" where it can."""
    if shutil.which("strace") is None:
        return "strace is not installed: no power cut was rehearsed"
    tried = subprocess.run(["strace", "-f", "--seccomp-bpf", "-qq", "-e", "trace=rename", "true"], capture_output=True)
    return "" if tried.returncode == 0 else "strace may not follow a process here: no power cut was rehearsed"


def record(root: Path, script: str, *given: str) -> Recording:
    """Run a script on the folder (its first argument) and record all that it does there until it ends well."""
    listener = _Listener(root)
    told = root.with_name(f"{root.name}.strace")
    calls = f"trace={_CALLS},{_UNKNOWN}"
    strace = ["strace", "-f", "--seccomp-bpf", "-qq", "-xx", "-s", str(1 << 26), "-e", calls, "-o", str(told)]
    done = subprocess.run(
        [*strace, sys.executable, "-c", script, str(root), *given],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(PROJECT)},
    )
    assert done.returncode == 0, done.stderr
    with told.open(encoding="ascii") as lines:
        for line in _whole(lines):
            listener.take(line)
    told.unlink()
    assert "".join(act.text for act in listener.made.acts if isinstance(act, Said)) == done.stdout
    return listener.made


def _whole(lines: Iterator[str]) -> Iterator[str]:
    """The calls in the order in which they ended: another thread's may stand between the halves of one."""
    begun: dict[str, str] = {}
    for line in map(str.rstrip, lines):
        resumed = _RESUMED.fullmatch(line)
        if line.endswith(_UNFINISHED):
            begun[line.split(maxsplit=1)[0]] = line.removesuffix(_UNFINISHED)
        else:
            yield begun.pop(resumed[1]) + resumed[2] if resumed else line


class _Listener:
    """Turns the lines of strace into acts on one folder."""

    def __init__(self, root: Path) -> None:
        self._root = str(root)
        found = sorted(path for path in root.rglob("*"))
        names = {str(path): FOLDER if path.is_dir() else number for number, path in enumerate(found)}
        contents = {number: path.read_bytes() for number, path in enumerate(found) if path.is_file()}
        self.made = Recording(root, names, contents)
        self._next = len(found)
        self._names: dict[str, int] = {self._root: FOLDER, **names}
        self._sizes = {number: len(content) for number, content in contents.items()}
        # What an open handle stands for: a file and the place in it, or the path of a folder.
        self._files: dict[str, tuple[int, int]] = {}
        self._folders: dict[str, str] = {}

    def take(self, line: str) -> None:
        """Take one call in; what failed did nothing."""
        match = _LINE.match(line)
        if match is None or int(match[4]) < 0:
            return
        _, call, rest, answer = match.groups()
        given = [_decoded(one) for one in _ARGUMENT.finditer(rest)]
        known = getattr(self, f"_{call.rstrip('0123456789')}", None)
        if known is None:
            assert not self._concerns(given), f"{call} is not followed"
        else:
            known(given, answer)

    def _concerns(self, given: list[str | bytes]) -> bool:
        return any(
            one in self._files or one in self._folders if isinstance(one, str) else os.fsdecode(one) in self._names
            for one in given
        )

    def _path(self, folder: str | bytes, name: str | bytes) -> str:
        assert isinstance(name, bytes) and isinstance(folder, str)
        start = str(PROJECT) if folder == "AT_FDCWD" else self._folders.get(folder, "/")
        return os.path.normpath(Path(start) / os.fsdecode(name))

    def _ours(self, path: str) -> bool:
        return path == self._root or path.startswith(self._root + os.sep)

    def _give(self, names: dict[str, int | None]) -> None:
        ours = {path: file for path, file in names.items() if self._ours(path)}
        if not ours:
            return
        self.made.acts.append(Names(ours))
        for path, file in ours.items():
            if file is None:
                self._names.pop(path)
            else:
                self._names[path] = file

    def _openat(self, given: list[str | bytes], answer: str) -> None:
        path, flags = self._path(given[0], given[1]), str(given[2])
        self._close([answer], "0")
        if not self._ours(path):
            return
        if path not in self._names:
            assert "O_CREAT" in flags, path
            self._give({path: self._next})
            self._sizes[self._next] = 0
            self._next += 1
        file = self._names[path]
        if file == FOLDER:
            self._folders[answer] = path
            return
        self._files[answer] = (file, 0)
        assert "O_APPEND" not in flags, "appending is not followed"
        if "O_TRUNC" in flags and self._sizes[file]:
            self._add(Data(file, 0, None))

    def _open(self, given: list[str | bytes], answer: str) -> None:
        self._openat(["AT_FDCWD", *given], answer)

    def _close(self, given: list[str | bytes], _answer: str) -> None:
        self._files.pop(str(given[0]), None)
        self._folders.pop(str(given[0]), None)

    def _add(self, act: Data) -> None:
        self.made.acts.append(act)
        self._sizes[act.file] = act.at if act.content is None else max(self._sizes[act.file], act.at + len(act.content))

    def _write(self, given: list[str | bytes], answer: str) -> None:
        handle, content = str(given[0]), given[1]
        assert isinstance(content, bytes)
        if handle == "1":
            self.made.acts.append(Said(content[: int(answer)].decode()))
        elif handle in self._files:
            file, at = self._files[handle]
            self._add(Data(file, at, content[: int(answer)]))
            self._files[handle] = (file, at + int(answer))

    def _pwrite(self, given: list[str | bytes], answer: str) -> None:
        handle, content = str(given[0]), given[1]
        assert isinstance(content, bytes)
        if handle in self._files:
            self._add(Data(self._files[handle][0], int(str(given[3])), content[: int(answer)]))

    def _lseek(self, given: list[str | bytes], answer: str) -> None:
        handle = str(given[0])
        if handle in self._files:
            self._files[handle] = (self._files[handle][0], int(answer))

    def _ftruncate(self, given: list[str | bytes], _answer: str) -> None:
        if given[0] in self._files:
            self._add(Data(self._files[str(given[0])][0], int(str(given[1])), None))

    def _fsync(self, given: list[str | bytes], _answer: str) -> None:
        handle = str(given[0])
        if handle in self._files:
            self.made.acts.append(Sync(self._files[handle][0]))
        elif handle in self._folders:
            self.made.acts.append(Sync(self._folders[handle]))

    _fdatasync = _fsync

    def _renameat(self, given: list[str | bytes], _answer: str) -> None:
        old, new = self._path(given[0], given[1]), self._path(given[2], given[3])
        assert self._ours(old) == self._ours(new), "a file came from elsewhere"
        if self._ours(old):
            assert self._names[old] != FOLDER, "the renaming of folders is not followed"
            self._give({old: None, new: self._names[old]})

    def _rename(self, given: list[str | bytes], answer: str) -> None:
        self._renameat(["AT_FDCWD", given[0], "AT_FDCWD", given[1]], answer)

    def _linkat(self, given: list[str | bytes], _answer: str) -> None:
        old, new = self._path(given[0], given[1]), self._path(given[2], given[3])
        if self._ours(new):
            self._give({new: self._names[old]})

    def _link(self, given: list[str | bytes], answer: str) -> None:
        self._linkat(["AT_FDCWD", given[0], "AT_FDCWD", given[1]], answer)

    def _unlinkat(self, given: list[str | bytes], _answer: str) -> None:
        self._give({self._path(given[0], given[1]): None})

    def _unlink(self, given: list[str | bytes], answer: str) -> None:
        self._unlinkat(["AT_FDCWD", given[0]], answer)

    _rmdir = _unlink

    def _mkdirat(self, given: list[str | bytes], _answer: str) -> None:
        self._give({self._path(given[0], given[1]): FOLDER})

    def _mkdir(self, given: list[str | bytes], answer: str) -> None:
        self._mkdirat(["AT_FDCWD", given[0]], answer)


def _decoded(argument: re.Match[str]) -> str | bytes:
    if argument[1] is None:
        return argument[0]
    assert not argument[2], "strace left something off"
    return bytes.fromhex(argument[1].replace("\\x", ""))
