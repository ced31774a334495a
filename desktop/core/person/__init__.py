"""A person as papers tell one: the ID number, its native area, and who is likely the same."""
