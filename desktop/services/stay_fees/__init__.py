"""Fees of a stay: dated rates, the charge of a month, deposits, payments, who owes (ADR 0050)."""
