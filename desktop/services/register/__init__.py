"""The register as lists: who is on it, search, duplicates, codes, any past day."""
