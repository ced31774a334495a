"""What stands before the window: signing in, the first run, trouble with the store."""
