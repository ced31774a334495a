"""The window of a district's folder: its centres, their figures together, receipts, and what comes in."""
