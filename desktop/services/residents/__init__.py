"""One resident: typing in, card, life of the record, merging (handbook 2.1)."""
