"""The room of the canteen and its full-screen till."""
