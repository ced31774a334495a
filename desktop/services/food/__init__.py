"""The food ledger: what was bought, what was cooked of it, what was kept and checked, and who ate it."""
