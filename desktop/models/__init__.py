"""Tables: fields, constraints, indexes. No rules, no formatting."""
