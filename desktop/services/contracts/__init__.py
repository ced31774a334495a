"""Contracts of stays and of care beds at home together: who has none, whose ended, whose ends soon."""
