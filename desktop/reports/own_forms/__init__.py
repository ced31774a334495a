"""Workbooks of the centre's own, filled with a month."""
