"""Stations of one centre: files with rows of the log, folded into one state (ADR 0064)."""
