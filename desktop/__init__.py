"""Shizhu Desk (十助台账): the offline front-desk ledger of a street-level elderly-care centre."""

__version__ = "0.1.0"
