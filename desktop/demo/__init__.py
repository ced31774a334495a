"""A believable care centre of its own: people, months of work, and the workbooks that a real centre would bring."""
