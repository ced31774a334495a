"""The room of the centre itself: rules, accounts, backups, the log."""
