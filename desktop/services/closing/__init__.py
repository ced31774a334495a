"""Closing a month and remembering what was handed in (handbook 5)."""
