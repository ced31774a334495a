"""Ten-help services (handbook 2.3)."""
