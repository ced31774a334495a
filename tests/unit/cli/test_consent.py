"""``privacy withdraw|renew|withdrawals`` as they are scripted against, and the copy and deletion of one person."""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pypdf
import pytest

from desktop.core.acts import Action
from desktop.core.paths import DataFolder
from desktop.models.resident import Contact
from desktop.services.residents import states
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import writing
from desktop.sync import read
from tests.unit.cli.conftest import Shizhu

WITHDRAW = ("privacy", "withdraw", "王桂芳", "--by", "王小军（儿子）", "--on", "2026-10-02", "--json")


@pytest.fixture
def known(person: Callable[..., int], actor: Actor) -> int:
    """Somebody with a contact, health words, a phone and an address."""
    one = person("王桂芳", phone="13888000111", address="龙泉路3号", chronic="高血压", remarks="爱唱歌")
    with writing(actor, Action.EDIT_RESIDENT) as unit:
        unit.add(Contact(resident_id=one, name="王小军", relation="儿子", phone="13999000222"))
    return one


def kept(folder: DataFolder, sql: str) -> Any:
    """One value of the data file."""
    with closing(sqlite3.connect(folder.database)) as store:
        return store.execute(sql).fetchone()[0]


def test_consent_is_taken_back_listed_and_given_anew(
    known: int, shizhu: Shizhu, folder: DataFolder, tmp_path: Path
) -> None:
    file = tmp_path / "paper.pdf"
    scopes = ("--scope", "contacts", "--scope", "sensitive", "--paper-no", "撤1", "--pdf", file)
    said = shizhu(*WITHDRAW, *scopes).json
    assert (said["resident_id"], said["ended"], said["cleared"]) == (known, {"contact": 1}, ["chronic"])
    assert [(one["scope"], one["withdrawn_on"], one["paper_no"]) for one in said["withdrawn"]] == [
        ("contacts", "2026-10-02", "撤1"),
        ("sensitive", "2026-10-02", "撤1"),
    ]
    text = "".join(page.extract_text() for page in pypdf.PdfReader(file).pages)
    for words in ("撤回同意确认书", "王桂芳", "王小军（儿子）", "登记紧急联系人", "每月探访", "撤1"):
        assert words in text, words
    number = kept(folder, "SELECT id_number FROM resident")
    assert number not in text and f"{number[:6]}********{number[-4:]}" in text.replace(" ", "")
    assert kept(folder, "SELECT count(*) FROM change_log WHERE action = 'print' AND table_name = 'resident'") == 1
    listed = shizhu("privacy", "withdrawals", "--json").json["withdrawals"]
    assert [(one["name"], one["scope"]) for one in listed] == [("王桂芳", "contacts"), ("王桂芳", "sensitive")]
    again = shizhu("privacy", "renew", "王桂芳", "--by", "王桂芳", "--on", "2026-10-05", "--json").json
    assert again == {"resident_id": known, "renewed": ["sensitive", "contacts"]}
    assert shizhu("privacy", "withdrawals", "--json").json == {"withdrawals": []}
    of_one = shizhu("privacy", "withdrawals", "--who", "王桂芳", "--json").json["withdrawals"]
    assert {one["renewed_on"] for one in of_one} == {"2026-10-05"}


def test_one_recorded_by_mistake_is_void(known: int, shizhu: Shizhu) -> None:
    [one] = shizhu(*WITHDRAW, "--scope", "photo").json["withdrawn"]
    assert shizhu("privacy", "withdrawals", "--void", one["uid"], "--reason", "记错人", "--json").json == {
        "withdrawals": []
    }
    assert shizhu("privacy", "renew", "王桂芳", "--by", "王桂芳").code == 1


def test_what_was_taken_back_is_refused_with_a_sentence(known: int, shizhu: Shizhu) -> None:
    shizhu(*WITHDRAW, "--scope", "processing")
    refused = shizhu("order", "add", "王桂芳", "--type", "助浴", "--planned", "2026-10-22")
    assert (refused.code, refused.out) == (1, "")
    assert "consent was withdrawn" in refused.err
    again = shizhu(*WITHDRAW, "--scope", "photo")
    assert again.code == 1 and "withdrawn already" in again.err


def test_the_district_is_sent_no_name_any_more(known: int, shizhu: Shizhu, folder: DataFolder, tmp_path: Path) -> None:
    def sent(place: str) -> str:
        assert shizhu("export", "--full", "--out", tmp_path / place).code == 0
        [path] = (tmp_path / place).iterdir()
        file = read.read(path)
        rows = [*file.rows("residents"), *file.rows("contacts")]
        return json.dumps(rows, ensure_ascii=False)

    number = kept(folder, "SELECT id_number FROM resident")
    words = ("王桂芳", number, "13888000111", "龙泉路3号", "高血压", "爱唱歌", "王小军", "13999000222")
    before = sent("before")
    assert all(word in before for word in words)
    shizhu(*WITHDRAW, "--scope", "district")
    after = sent("after")
    assert [word for word in words if word in after] == []
    assert "（撤回同意）" in after and kept(folder, "SELECT uid FROM resident") in after


def test_a_copy_has_everything_and_says_who_saw_it(known: int, actor: Actor, shizhu: Shizhu, tmp_path: Path) -> None:
    states.reveal_id(actor, known)
    out = tmp_path / "copy"
    said = shizhu("privacy", "copy", "王桂芳", "--for", "本人申请", "--out", out, "--json").json
    assert said["name"] == "王桂芳" and said["records"]["resident"] == said["records"]["contact"] == 1
    assert [one["action"] for one in said["seen"]] == ["show_id", "copy"]
    [kept] = out.rglob("*.json")
    assert json.loads(kept.read_text())["given_for"] == "本人申请"
    assert [path.read_bytes()[:4] for path in out.rglob("*.pdf")] == [b"%PDF"]


def test_a_deletion_waits_until_the_person_left(known: int, shizhu: Shizhu, tmp_path: Path) -> None:
    file = tmp_path / "proof.pdf"
    refused = shizhu("privacy", "erase", "王桂芳", "--basis", "本人申请", "--pdf", file)
    assert refused.code == 1 and "is on the register" in refused.err and not file.exists()


def test_a_deletion_leaves_a_certificate_without_a_name(
    known: int, shizhu: Shizhu, actor: Actor, tmp_path: Path
) -> None:
    states.apply(actor, known, "deceased", dt.date(2026, 10, 1), "病故")
    file = tmp_path / "proof.pdf"
    said = shizhu("privacy", "erase", "王桂芳", "--basis", "本人申请", "--pdf", file, "--json").json
    assert said["rows"]["resident"] == 1 and said["basis"] == "本人申请" and said["number"]
    text = "".join(page.extract_text() for page in pypdf.PdfReader(file).pages)
    assert "个人信息删除证明" in text and "王桂芳" not in text
    [listed] = shizhu("privacy", "certificates", "--json").json["certificates"]
    assert listed["number"] == said["number"]
