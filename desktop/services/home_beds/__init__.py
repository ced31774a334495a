"""Care beds at home (家庭照护床位): their way, and the plan against what was done."""
