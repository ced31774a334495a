"""The room of beds and stays."""
