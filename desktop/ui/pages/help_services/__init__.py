"""The room of ten-help services."""
