"""``allowance``: received or stopped from the command line, and the three lists as reports of a month."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from desktop.core.words.figures import figure_word_on_paper
from desktop.services.writing.actor import Actor
from tests.unit.cli.conftest import Shizhu
from tests.unit.reports.reading import page_texts

Person = Callable[..., int]


def test_a_stop_stands_in_the_report_of_its_month_with_its_reason(
    actor: Actor, person: Person, shizhu: Shizhu, tmp_path: Path
) -> None:
    person("王芳")
    assert shizhu("allowance", "王芳", "age", "started", "--from", "2026-10-02", "--class", "80岁档").code == 0
    refused = shizhu("allowance", "王芳", "age", "stopped", "--from", "2026-10-09")
    assert refused.code == 1
    told = shizhu("allowance", "王芳", "age", "stopped", "--from", "2026-10-09", "--reason", "not_certified", "--json")
    assert (told.code, told.json) == (
        0,
        {"kind": "age", "step": "stopped", "from": "2026-10-09", "class": "", "reason": "not_certified"},
    )
    assert shizhu("report", "allowances", "--month", "2026-10", "--pdf", tmp_path).code == 0
    (file,) = tmp_path.glob("*津贴补贴变动表*.pdf")
    text = "".join(page_texts(file)).replace("\n", "")
    assert "未通过认证" in text and "2026-10-09" in text and "80岁档" in text
    assert figure_word_on_paper("rolls.stopped.高龄津贴") == "津贴补贴·停止·高龄津贴"
    explained = shizhu("figures", "--month", "2026-10", "--explain", "rolls.stopped.高龄津贴", "--json").json
    assert (explained["value"], [one["name"] for one in explained["people"]]) == (1, ["王芳"])


def test_the_two_other_lists_are_reports_too(actor: Actor, person: Person, shizhu: Shizhu, tmp_path: Path) -> None:
    person("李冬生", flags=["destitute_institution"])
    for kind, title in (("kept", "集中供养特困人员名单"), ("carers", "护理员名册")):
        assert shizhu("report", kind, "--month", "2026-10", "--pdf", tmp_path).code == 0
        (file,) = tmp_path.glob(f"*{title}*.pdf")
        assert title in page_texts(file)[0]
        assert ("李冬生" in page_texts(file)[0]) is (kind == "kept")
