"""What counts over the derived store: each engine is asked the same plain SQL."""
