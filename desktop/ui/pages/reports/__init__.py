"""The room of the printed months."""
