"""The manual as sections, and what speaks of some words."""

from __future__ import annotations

import re

from desktop.core.manual import Topic, find, linked, manual_file, read, section_of, sections

TEXT = """# 手册

开头

## 一 床

**被褥。** 每周换。

```sh
# 不是标题
```

### 1.2 饭

见[床](#一-床)，米饭。
"""


def test_sections_are_cut_at_headings_and_not_within_commands() -> None:
    found = read(TEXT)
    assert [(one.title, one.level, one.heading) for one in found] == [
        ("手册", 1, "手册"),
        ("一 床", 2, "床"),
        ("1.2 饭", 3, "饭"),
    ]
    assert found[1].leads == ("被褥。",) and "# 不是标题" in found[1].text
    assert "\n".join(one.text for one in found) == TEXT.rstrip("\n")


def test_headings_come_before_parts_and_parts_before_text() -> None:
    titles = [one.heading for one in find("轮候")]
    assert titles[0] == "床位", "its own part"
    assert find("月结")[0].heading == "月结（主任）"
    assert find("没有这样的词") == []
    assert find("  ") == list(sections())


def test_initials_find_headings_and_parts() -> None:
    assert find("cwsy") == []
    assert find("bfyhf")[0].heading == "备份与恢复"
    assert "床位" in [one.heading for one in find("lh")]


def test_a_topic_is_a_heading_and_a_part_that_stand_there() -> None:
    assert section_of(Topic("床位", "轮候")) is not None
    assert section_of(Topic("床位", "没有")) is None
    assert section_of(Topic("没有")) is None


def test_every_link_within_the_manual_leads_somewhere() -> None:
    links = re.findall(r"\]\(#([^)]+)\)", manual_file().read_text(encoding="utf-8"))
    assert len(links) > 10
    assert [one for one in links if linked(one) is None] == []


def test_no_two_headings_are_alike() -> None:
    headings = [one.heading for one in sections()]
    assert len(headings) == len(set(headings))
