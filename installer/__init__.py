"""Sets the program up on a developer's computer."""
