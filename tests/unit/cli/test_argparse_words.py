"""The command line speaks one language, argparse's own words included."""

from __future__ import annotations

import argparse
import ast
from pathlib import Path

import pytest

from desktop.cli import argparse_words, main
from desktop.core import i18n

SAID = {text for _, text in argparse_words.WORDS}


@pytest.fixture(autouse=True)
def afterwards_english():
    yield
    i18n.install("en")


def words_of_argparse() -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(Path(argparse.__file__).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"_", "ngettext"}:
            found |= {one.value for one in node.args if isinstance(one, ast.Constant) and isinstance(one.value, str)}
    return found


def test_all_that_is_translated_is_what_argparse_says():
    assert words_of_argparse() >= SAID


def test_usage_headings_and_help_are_chinese_in_chinese(capsys):
    with pytest.raises(SystemExit):
        main.parse(["--lang", "zh_CN", "scan", "--help"])
    said = capsys.readouterr().out
    assert said.startswith("用法：")
    assert "选项:" in said
    assert "显示本说明后退出" in said
    assert not {"usage", "options", "positional", "show this"} & set(said.replace(":", " ").split())


def test_a_refusal_is_chinese_in_chinese_and_english_in_english(capsys):
    with pytest.raises(SystemExit):
        main.parse(["--lang", "zh_CN", "scan"])
    assert "错误：缺少参数：CODE" in capsys.readouterr().err
    with pytest.raises(SystemExit):
        main.parse(["--lang", "en", "scan"])
    assert "error: the following arguments are required: CODE" in capsys.readouterr().err
