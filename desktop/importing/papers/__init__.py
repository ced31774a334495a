"""Workbooks that go out: blank ones and verdicts."""
