"""Ledgers of entries: the sum of somebody's entries is the balance."""
