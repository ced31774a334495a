"""Meals brought to the door: the list of a day and meal, and what became of each stop."""
