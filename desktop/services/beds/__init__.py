"""Beds and stays (handbook 2.6)."""
