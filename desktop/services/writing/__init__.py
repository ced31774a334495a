"""The one way to write, and what every writer asks: actor, checks, months, rules, log."""
