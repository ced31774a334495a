"""Honesty checks: what makes a month's visits look made up, each with a fix or an explanation."""

from desktop.services.visits.honesty.findings import CHECKS, Finding, explain, findings
from desktop.services.visits.honesty.sentences import advice, sentence

__all__ = ["CHECKS", "Finding", "advice", "explain", "findings", "sentence"]
