"""``lists``: the named lists by commands."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from desktop.core.paths import DataFolder
from desktop.core.trade import NamedList
from desktop.services.centre import centres
from desktop.services.named.resolving import resolver
from tests.unit.cli.conftest import Shizhu


def entries_of(shizhu: Shizhu, *words: str) -> list[dict[str, Any]]:
    said = shizhu("lists", "communities", *words, "--json")
    assert said.code == 0, said.err
    found: list[dict[str, Any]] = said.json["entries"]
    return found


def test_an_entry_is_added_renamed_merged_and_retired(made: Shizhu) -> None:
    assert [one["name"] for one in entries_of(made, "add", "江尾村", "前卫社区")] == ["江尾村", "前卫社区"]
    (first, _) = entries_of(made, "rename", "江尾村", "江尾社区", "--from", "2026-09-10")
    assert first["names"] == [{"name": "江尾村", "from": None}, {"name": "江尾社区", "from": "2026-09-10"}]
    assert entries_of(made, "alias", "jw", "江尾村")[0]["aliases"] == ["jw"]
    (retired,) = entries_of(made, "retire", "jw", "--from", "2026-10-01")[1:]
    assert (retired["name"], retired["retired_on"]) == ("江尾社区", "2026-10-01")
    assert entries_of(made, "retire", "jw", "--back")[0]["retired_on"] is None
    (whole,) = entries_of(made, "merge", "前卫社区", "江尾社区")
    assert whole["aliases"] == ["jw", "前卫社区"]


def test_the_four_lists_are_apart(made: Shizhu) -> None:
    for one in ("communities", "people", "payers", "suppliers"):
        made("lists", one, "add", f"{one} 甲")
        assert [entry["name"] for entry in made("lists", one, "list", "--json").json["entries"]] == [f"{one}甲"]


def test_what_is_refused_changes_nothing(made: Shizhu) -> None:
    entries_of(made, "add", "江尾村")
    for words in (("add", "别处", "江尾 村"), ("rename", "没有的", "别处"), ("merge", "江尾村", "没有的")):
        said = made("lists", "communities", *words, "--json")
        assert said.code == 1 and said.err
    assert [one["name"] for one in entries_of(made, "list")] == ["江尾村"]


def test_texts_that_the_list_does_not_have_are_printed_and_answered(
    shizhu: Shizhu, folder: DataFolder, person: Callable[..., int]
) -> None:
    made = shizhu
    person("甲", community="nt")
    person("乙", community="外地")
    centres.close_centre()
    entries_of(made, "add", "南亭社区")
    found = made("lists", "communities", "unknown", "--json").json["unknown"]
    assert [(one["text"], one["rows"], one["nearest"]) for one in found] == [("nt", 1, "南亭社区"), ("外地", 1, None)]
    said = made("lists", "communities", "alias", "外地", "--json").json
    assert said["staying"] == ["外地"]
    assert made("lists", "communities", "alias", "外地", "--drop", "--json").json["staying"] == []
    made("lists", "communities", "alias", "nt", "南亭社区")
    centres.open_centre(folder)
    assert resolver(NamedList.COMMUNITY).shown("nt") == "南亭社区"
    assert made("lists", "communities", "unknown", "--json").json["unknown"][0]["text"] == "外地"


@pytest.mark.parametrize("word", ["visitors", "community"])
def test_another_list_is_wrong_usage(made: Shizhu, word: str) -> None:
    with pytest.raises(SystemExit) as caught:
        made("lists", word, "list")
    assert caught.value.code == 2
