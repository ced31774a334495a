"""The file for the district office: format, write, read, verify. docs/sync-format.md is its contract."""
