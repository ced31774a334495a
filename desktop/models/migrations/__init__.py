"""Frozen steps of the schema; they never import live models."""
