"""A file written and read piece by piece has the bytes of one that was made whole in memory, as version 0.1 made it."""

import hashlib
import io
import random
import struct
import zipfile
import zlib

import pytest

from desktop.core import canonical
from desktop.core.errors import Cancelled
from desktop.core.progress import Progress
from desktop.sync import container
from desktop.sync.container import ContainerRefused, in_bytes, spooled, unpack
from desktop.sync.format import PARTS
from desktop.sync.read import read
from desktop.sync.rows import Scope, lines_of
from desktop.sync.write import export_full, export_month
from tests.unit.sync.conftest import OCTOBER


def whole(members):
    """The slow, obviously right twin: every member packed at once, everything in memory."""
    body, directory = b"", b""
    for name, content in members:
        deflate = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
        packed = deflate.compress(content) + deflate.flush()
        about = struct.pack("<5H3I2H", 20, 0, 8, 0, 0x21, zlib.crc32(content), len(packed), len(content), len(name), 0)
        directory += b"PK\1\2" + struct.pack("<H", 20) + about + struct.pack("<3H2I", 0, 0, 0, 0, len(body)) + name
        body += b"PK\3\4" + about + name + packed
    count = len(members)
    end = b"PK\5\6" + struct.pack("<4H2IH", 0, 0, count, count, len(directory), len(body), 78)
    sealed = body + directory + end
    return sealed + b"shizhu sha256:" + hashlib.sha256(sealed).hexdigest().encode()


def text(size, seed):
    """Lines as records are, so many bytes or a few more."""
    chance, lines, length = random.Random(seed), [], 0
    while length < size:
        lines.append(
            canonical.line({"uid": f"{chance.getrandbits(64):016x}", "name": chance.choice("王李张"), "sex": None})
        )
        length += len(lines[-1])
    return b"".join(lines)


@pytest.mark.parametrize("export", [export_full, lambda actor, out: export_month(actor, OCTOBER, out)])
def test_the_file_is_byte_for_byte_the_one_made_whole(actor, centre, tmp_path, export):
    path = export(actor, tmp_path).path
    scope = Scope() if "full" in path.name else Scope(OCTOBER)
    with zipfile.ZipFile(path) as archive:
        members = [(name.encode(), archive.read(name)) for name in archive.namelist()]
    assert path.read_bytes() == whole(members)
    # And its parts are the records that the store has now.
    for part in PARTS:
        if part.table != "month":
            assert dict(members)[part.name.encode()] == b"".join(lines_of(part, scope)), part.name


@pytest.mark.parametrize("size", [0, 1, 262_143, 262_144, 1_500_000])
@pytest.mark.parametrize("step", [1_000, 70_001, 10_000_000])
def test_a_part_of_any_size_is_packed_as_if_at_once_and_read_back(size, step):
    content = text(size, size) if size else b""
    spool, out = io.BytesIO(), io.BytesIO()
    spool.write(b"what was there before")
    one = spooled("rows.jsonl", (content[at : at + step] for at in range(0, len(content), step)), spool)
    sha256 = container.pack([one], out)
    data = out.getvalue()
    assert data == whole([(b"rows.jsonl", content)])
    [found], proven = unpack(in_bytes(data), len(data))
    assert sha256 == proven == hashlib.sha256(data).hexdigest()
    assert found.content() == content
    assert list(found.lines()) == content.splitlines(keepends=True)
    assert max(map(len, found.pieces()), default=0) <= 262_144


def test_a_part_that_ends_early_or_goes_on_is_refused():
    content = text(600_000, 3)
    one = spooled("rows.jsonl", [content], spool := io.BytesIO())
    spool.write(b"more")
    for packed_size in (one.packed_size - 1, one.packed_size + 1, one.packed_size + 4):
        changed = container.Member(one.name, one.crc, one.size, packed_size, one.read_at, one.start)
        with pytest.raises(ContainerRefused):
            changed.content()


def test_an_export_cancelled_within_a_part_leaves_nothing(actor, centre, folder, tmp_path, monkeypatch):
    monkeypatch.setattr("desktop.sync.packing._LINES", 1)
    progress, seen = Progress(), []
    before = sorted(path.name for path in folder.root.iterdir())

    def lines(part, scope, matching):
        for line in lines_of(part, scope, matching):
            if part.kind == "meals":
                seen.append(line)
                progress.cancel()
            yield line

    monkeypatch.setattr("desktop.sync.write.lines_of", lines)
    with pytest.raises(Cancelled):
        export_full(actor, tmp_path / "out", progress)
    # The first of three meals was read, the second never asked for.
    assert len(seen) == 1
    assert not (tmp_path / "out").exists()
    assert sorted(path.name for path in folder.root.iterdir()) == before


def test_a_file_read_back_holds_nothing_open(exported):
    file = read(exported.path)
    exported.path.rename(exported.path.with_name("moved.shizhu"))
    with pytest.raises(FileNotFoundError):
        list(file.rows("residents"))
