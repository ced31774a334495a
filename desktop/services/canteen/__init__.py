"""The canteen (handbook 2.4)."""
