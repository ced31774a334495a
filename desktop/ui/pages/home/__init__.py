"""The room that one comes into: the month and what is due."""
