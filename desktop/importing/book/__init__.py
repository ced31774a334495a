"""From a file to a table: reading in a child process, headings, lines."""

from __future__ import annotations

# How the parent asks a frozen program, which has no ``-m``, to be this process.
FROZEN_ARGUMENT = "--parse-workbook"
