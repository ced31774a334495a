"""个人信息副本: everything that is on record about one person, to be handed to that person."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from desktop.core import files
from desktop.core.acts import Action
from desktop.core.document import Heading, Report, Row, Section
from desktop.core.i18n import on_paper
from desktop.core.progress import Progress
from desktop.core.words.fields import written
from desktop.core.words.records import action_word, record_word
from desktop.reports.paper.document import RenderResult
from desktop.reports.paper.page import write_pdf
from desktop.services.centre.centres import centre
from desktop.services.privacy.personal_copy import PersonalCopy, to_json
from desktop.services.writing.going_out import Held, leaving

TITLE = "个人信息副本"
NOTE = (
    "本副本依据《个人信息保护法》第四十五条制作，含作废的记录；同名文件 copy.json 为可由机器读取的同一内容，"
    "照片和扫描件在 files 文件夹。谁查看过完整证号、打印或复制过，列在最后。"
)
_BOXES = ("领取人（签字）", "经办人", "单位（盖章）")
# Bare of a mask: the paper is the person's own.
_WHOLE = frozenset({"id_number", "id_written"})


def write_copy(
    copy: PersonalCopy, folder: Path, *, printed_on: dt.date, progress: Progress | None = None
) -> RenderResult:
    """Write paper, JSON and files into a folder of their own."""
    kept = files.make_folder(folder / "files")
    numbers = (row.get("id_number") for rows in copy.records.values() for row in rows)
    held = Held(TITLE, 1, sum(map(bool, numbers)), action=Action.PERSONAL_COPY)
    for one in copy.files:
        if one.content is not None:
            _keep(kept / one.name, one.content, held)
    _keep(folder / "copy.json", to_json(copy), held)
    return write_pdf(report_of(copy), folder / "copy.pdf", printed_on, progress, held)


def _keep(path: Path, content: bytes, held: Held) -> None:
    with leaving(path, held) as part:
        part.write_bytes(content)


def report_of(copy: PersonalCopy) -> Report:
    """The copy as a form, in Chinese whatever the window speaks."""
    with on_paper():
        sections = tuple(_sections(copy))
    return Report(TITLE, centre().name, copy.name, sections, boxes=_BOXES, note=NOTE)


def _sections(copy: PersonalCopy) -> Iterator[Section]:
    count = sum(map(len, copy.records.values()))
    facts: tuple[Row, ...] = (
        ("姓名", copy.name),
        ("制作", f"{copy.made_by}　{copy.made_at[:16]}"),
        ("用途", copy.given_for),
        ("记录", f"{count} 条，{len(copy.files)} 个文件"),
    )
    yield Section("说明", (Heading("项目"), Heading("内容")), facts)
    columns = Heading("登记时间"), Heading("内容")
    for table, rows in copy.records.items():
        yield Section(record_word(table), columns, tuple(_line(table, row) for row in rows))
    kept = tuple((record_word(one.table), one.name if one.content is not None else "文件已不在") for one in copy.files)
    yield Section("随附文件", (Heading("所属记录"), Heading("文件")), kept)
    seen = tuple(
        (one["at"][:16], one["who"], action_word(one["action"]), f"{record_word(one['table'])} {one['reason']}".strip())
        for one in copy.seen
    )
    heads = Heading("时间"), Heading("人员"), Heading("做了什么"), Heading("对象、事由")
    yield Section("查看、打印和复制记录", heads, seen)
    sent = tuple((one["at"][:16], one["period"], one["file"]) for one in copy.exports)
    yield Section("可能含本人信息的报区文件", (Heading("时间"), Heading("月份"), Heading("文件")), sent)


def _line(table: str, row: Mapping[str, Any]) -> Row:
    said = []
    for one in written(table, None, {name: value for name, value in row.items() if name not in ("uid", "created_at")}):
        words = str(row[one.name]) if one.name in _WHOLE and row[one.name] else one.after
        if words:
            said.append(f"{one.label}：{words}")
    return str(row["created_at"])[:16], "；".join(said)
