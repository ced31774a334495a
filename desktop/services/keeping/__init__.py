"""Keeping the store: backups, restoring, checks, files beside the database."""
