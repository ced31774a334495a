"""The key that sorts names by their sounds, made for people on record before it."""

from __future__ import annotations

import importlib

from desktop.core.text import sort_key

migration = importlib.import_module("desktop.models.migrations.0008_name_sort")


def test_an_old_record_gets_the_key_that_a_new_one_gets():
    for name in ("王芳", "仇红", "李娜", "吕布", "abo", "欧阳雪梅", "木"):
        assert migration._sounds(name) == sort_key(name)
    assert migration._sounds("") == sort_key("")
