"""``waiting``: the list with its reasons, offers and what became of them, from the command line."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from pypdf import PdfReader

from desktop.services.beds import places as beds
from desktop.services.beds.places import BedDraft
from desktop.services.writing.actor import Actor
from tests.unit.cli.conftest import Shizhu

Person = Callable[..., int]


def test_the_list_says_who_stands_before_whom_and_why_on_paper_too(
    person: Person, shizhu: Shizhu, tmp_path: Path
) -> None:
    person("王芳")
    person("李兰", born="1950-01-01", flags=["minimum_living"])
    one = shizhu("waiting", "apply", "王芳", "--on", "2026-10-01", "--json").json
    two = shizhu("waiting", "apply", "李兰", "--on", "2026-10-05", "--kind", "护理型", "--json").json
    assert (one["position"], two["position"]) == (1, 1)
    paper = tmp_path / "轮候.pdf"
    told = shizhu("waiting", "list", "--pdf", paper, "--json").json
    assert told["day"] == "2026-10-21"
    assert [(line["position"], line["name"], line["priority"], line["by"]) for line in told["waiting"]] == [
        (1, "李兰", "first", None),
        (2, "王芳", "others", "priority"),
    ]
    assert told["waiting"][1]["why"] == (
        "李兰 before 王芳: by class of priority"
        " (李兰: first class (minimum living allowance, 70 and older); 王芳: others)."
    )
    why = shizhu("waiting", "why", one["id"], two["id"], "--json").json
    assert why == {"first": two["id"], "second": one["id"], "by": "priority", "text": told["waiting"][1]["why"]}
    assert shizhu("waiting", "why", one["id"], "999").code == 1
    moved = shizhu("waiting", "moved", "--since", "2026-10-03", "--json").json["waiting"]
    assert [(line["name"], line["before"], line["position"]) for line in moved] == [("李兰", None, 1), ("王芳", 1, 2)]
    assert moved[1]["passed"] == [{"id": two["id"], "forwards": False, "ended": None, "new": True, "by": "priority"}]
    text = "".join(page.extract_text() for page in PdfReader(paper).pages).replace("\n", "")
    assert "床位轮候名单" in text
    assert not re.search(r"\d{17}[\dX]", text), "ID numbers are masked"
    assert "539901********1028" in text
    assert "同一天申请的，年长者在前" in text
    assert "二、全托：顺序说明" in text
    assert "李兰在王芳之前：优先类别在前" in text


def test_a_bed_is_offered_refused_and_goes_to_the_next(actor: Actor, person: Person, shizhu: Shizhu) -> None:
    for name in ("王芳", "李兰"):
        person(name)
    beds.save(actor, BedDraft(building="1号楼", room="304", number="1"))
    beds.save(actor, BedDraft(building="1号楼", room="304", number="10"))
    one, two = (shizhu("waiting", "apply", name, "--json").json["id"] for name in ("王芳", "李兰"))
    free = shizhu("waiting", "free", "--json").json["beds"]
    assert [(bed["bed"], bed["name"], bed["position"]) for bed in free] == [
        ("1号楼 304-1", "王芳", 1),
        ("1号楼 304-10", "王芳", 1),
    ]
    refused = shizhu("waiting", "offer", two, "--bed", "304-1")
    assert refused.code == 1
    assert "王芳 comes first for this bed" in refused.err
    made = shizhu("waiting", "offer", one, "--bed", "304-1", "--json").json
    assert (made["bed"], made["until"], made["state"]) == ("1号楼 304-1", "2026-10-24", "open")
    assert shizhu("waiting", "offer", two, "--bed", "304").code == 1, "which of the two is not said"
    assert shizhu("waiting", "accept", made["id"]).code == 0
    assert shizhu("waiting", "refuse", made["id"], "--reason", "要等一楼的").code == 0
    assert shizhu("waiting", "free", "--json").json["beds"][0]["name"] == "李兰"
    again = shizhu("waiting", "offer", two, "--bed", "1号楼 304-1", "--json").json["id"]
    assert shizhu("waiting", "take-back", again, "--reason", "床要维修").code == 0
    assert shizhu("waiting", "void-offer", again, "--reason", "没有通知过").code == 0
    told = shizhu("waiting", "list", "--json").json
    assert [(offer["name"], offer["state"], offer["reason"]) for offer in told["offers"]] == [
        ("王芳", "refused", "要等一楼的")
    ]
    assert shizhu("waiting", "withdraw", one, "--reason", "改在家照护").code == 0
    assert shizhu("waiting", "void", two, "--reason", "没有申请过").code == 0
    assert shizhu("waiting", "list", "--json").json["waiting"] == []
