"""A person's right: a copy of everything, how long it is kept, deletion; and a lost computer."""
