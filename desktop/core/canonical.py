"""JSON in the one way of writing it that sync files and frozen months know, so that any other way is a change."""

from __future__ import annotations

import json
from typing import Any


def line(value: object) -> bytes:
    """Keys sorted, no blanks, UTF-8, one line feed at the end; ValueError for NaN and lone surrogates."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":"))
    return text.encode("utf-8") + b"\n"


def read_line(data: bytes) -> Any:
    """The value of a line; ValueError unless ``line`` writes it just so: duplicate keys, NaN and blanks are refused."""
    try:
        value = json.loads(data)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    if line(value) != data:
        raise ValueError("not written canonically")
    return value
