"""From a file to a table: reading in a child process, headings, lines."""
