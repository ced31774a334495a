"""The room of the register: list, form, card, duplicates, past days."""
