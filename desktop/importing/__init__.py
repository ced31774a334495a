"""Workbooks in: reading in a child process, matching headings, a verdict for every row, undo."""
